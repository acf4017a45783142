"""A number without a noun of its own: "900 in Syria", "put their strength at 1,800", "a dozen of them".

What it counts is read from the grammar around it: the noun after "of" or of its phrase, the subject or object of its
clause, the count before it in a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.syntax import Tree
from ..language.text import Token
from ..language.vocabulary import Vocabulary
from . import levels
from .casualties import fate
from .numerals import is_hour, is_rate

if TYPE_CHECKING:
    from .quantities import Quantity

Found = tuple[str, int, str]

#: Prepositions that put a level: "stood at 500", "from 500 to 300", "a force of 500", "against 500 before".
_PUTS = frozenset("at to from by of with against than between over around about".split())
_TERMS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "appos", "conj", "ROOT", "npadvmod", "dep", "oprd", "pcomp"})
_REFERS = frozenset("it that this they which them these those".split())
_THEM = frozenset("them whom us these those".split())
_PRONOUNS = frozenset("they it which that who these those".split())


@dataclass
class Bare:
    """One number at tokens i to end (exclusive), after `last`, the sentence's count before it."""

    toks: tuple[Token, ...]
    v: Vocabulary
    tree: Tree
    i: int
    end: int
    last: Quantity | None
    before: str

    def counted(self) -> Found | None:
        """Unit, last token and noun of what is counted; None where the sentence does not say it."""
        at = self._node()
        if self.i and self.toks[self.i - 1].text == "(" and self._word(self.end) == ")":
            # "India (192) and Nepal (80)" after the whole; else a footnote's number
            return (self.last.unit, self.end, self.last.noun) if self.last and self._is_of_state() else None
        if is_rate(self.toks, self.end):
            return None
        if self._word(self.end) == "strong":
            return "personnel", self.end, "strong"
        if self._is_numbered() and (self.before or self.last):
            return self.before or "personnel", self.end - 1, "strong"
        if part := self._part(at):
            return part
        if self._word(self.end) == "of" and levels.is_of_others(self.tree, self.v, at, self.i, self.end):
            return None
        label, head = self.tree.labels[at], self.tree.heads[at]
        if label == "nummod" and "(" in self.tree.keys[self.end : head]:
            return self._said_of(self.tree.clause(at), "attr")  # "is 5,000 (2,500 …)"
        if label == "nummod" and self.tree.keys[head] in {"each", "apiece"}:  # "companies of 250 each"
            at, label, head = head, self.tree.labels[head], self.tree.heads[head]
        if label in {"pobj", "pcomp"}:
            if self.tree.keys[head] in levels.ROUGHLY and self._finite(self.end):
                stays = {self._word(self.end + d) for d in range(3)} & levels.STAYS
                return ("personnel", self.end - 1, "strong") if self.before and stays else None
            if self.tree.keys[head] in levels.ROUGHLY and self.tree.is_verb(verb := self.tree.heads[head]):
                return self._said_of(verb, self._complement(verb)) or self._put(head)  # "they number around 2,500"
            return self._asked(head) or self._put(head)
        if label == "nummod" and self.tree.keys[head] in {"year", "month", "time", "peak", "end", "start"}:
            # "stood at 2,500 last year": the parser takes the time for what is counted
            above = self.tree.heads[head]
            return self._put(above) if self.tree.labels[head] == "pobj" else None
        if self.before and self._in_entry() and label not in {"nummod", "quantmod"}:
            return self.before, self.end - 1, "strong"
        if label == "nummod" and self.tree.keys[head] in {"others", "more"} and head >= self.end:
            at, label = head, self.tree.labels[head]  # "two hundred others will leave"
            if label == "advmod" and self.tree.is_verb(self.tree.heads[at]) and self.tree.heads[at] < at:
                label = "dobj"  # "flew in 150 more"
        if (
            label == "nummod"
            and head == self.i - 1
            and self.tree.labels[head] in {"conj", "appos"}
            and self._is_name(head)
        ):
            return self._carried(self.i, "conj")  # "the Dutch contribute 270 and the Norwegians 150"
        if label not in _TERMS:
            return None
        return self._carried(at, label) or self._of_level(at, label)

    def _is_numbered(self) -> bool:
        """ "… troops at sea number more than 500", where the parser takes the verb for a noun."""
        k = self.i - 1
        while k > 0 and self.toks[k].key in levels.ROUGHLY_SO:
            k -= 1
        return k > 0 and self.toks[k].key in {"number", "numbered", "numbers"} and self.tree.labels[k] != "nsubj"

    def _is_name(self, k: int) -> bool:
        return self.tree.tags[k][:3] == "NNP" or self.tree.tags[k] == "NNS" and self.toks[k].text[0].isupper()

    def _is_of_state(self) -> bool:
        """A name stands before the bracket, and what is counted are troops."""
        named = self.i > 1 and self.tree.tags[self.i - 2][:3] == "NNP"
        return named and self.last is not None and self.last.unit == "personnel"

    def fallen(self) -> Found | None:
        """ "stormed the post and killed 16": nobody says of whom, but what became of them."""
        after = self.toks[self.end] if self.end < len(self.toks) else None
        if self.i and self.toks[self.i - 1].key in {"no", "not", "any", "every"}:
            return None  # "no one was hurt"
        if after is not None and self.tree.tags[self.end][:2] == "NN" or self.tree.labels[self._node()] == "nummod":
            return None
        unit = fate(self.tree, self._node())
        return (unit, self.end - 1, "") if unit else None

    def _in_entry(self) -> bool:
        """ "Oman: a few hundred.", "Not more than 150.": an entry without a verb."""
        if any(t[:2] == "VB" and self.tree.is_predicate(k) for k, t in enumerate(self.tree.tags)):
            return False
        headed = any(t.text == ":" for t in self.toks[1:6]) and self.toks[0].text[0].isupper()
        return headed or self.i > 0 and len(self.toks) <= 6 and self.tree.labels[self._node()] == "ROOT"

    def _node(self) -> int:
        """The token of the number that the rest hangs on."""
        inside = range(self.i, self.end)
        at = next((k for k in inside if self.tree.heads[k] not in inside or self.tree.heads[k] == k), self.end - 1)
        head = self.tree.heads[at]
        if self.tree.labels[at] in {"quantmod", "nummod"} and self.tree.tags[head] == "CD" and head != at:
            return head if self.tree.labels[head] != "nummod" else at  # "from 1,500 to 800": one phrase to the parser
        return at

    def _part(self, at: int) -> Found | None:
        """ "a dozen of them", "some 500 of its soldiers"."""
        for of in self.tree.of(at, "prep"):
            for noun in self.tree.of(of, "pobj"):
                if self.tree.keys[of] != "of" or noun < self.end:
                    continue
                if self.tree.keys[noun] in _THEM:
                    return (self.last.unit if self.last else self.before or "personnel"), self.end - 1, "them"
                unit = self.v.units.get(self.tree.keys[noun])
                if unit:
                    return unit, self.end - 1, self.tree.keys[noun]
        nxt = [t.key for t in self.toks[self.end : self.end + 2]]
        if nxt[:1] == ["of"] and set(nxt[1:]) & _THEM:
            return (self.last.unit if self.last else self.before or "personnel"), self.end - 1, "them"
        if len(nxt) == 2 and nxt[0] == "of" and nxt[1] in {"its", "their"} and self._word(self.end + 2) == "own":
            return "personnel", self.end - 1, "them"
        return None

    def _word(self, k: int) -> str:
        return self.toks[k].key if k < len(self.toks) else ""

    def _asked(self, prep: int) -> Found | None:
        """ "Requests for a further 2,000", "is thinking of 600": so many more of those spoken of."""
        is_asked = self.tree.keys[prep] in {"for", "of"} and self.tree.keys[self.tree.heads[prep]] in levels.ASKS
        return (self.before, self.end - 1, "strong") if is_asked and self.before in levels.MOVING else None

    def _put(self, prep: int) -> Found | None:
        """A preposition puts the number: what is it the level of?"""
        word = self.tree.keys[prep]
        if word not in _PUTS:
            return None
        if self._is_moment(prep):
            return None
        host = self.tree.heads[prep]
        while self.tree.labels[host] in {"prep", "advmod", "conj", "prt"} and not self.tree.is_verb(host):
            if host == self.tree.heads[host]:
                break
            host = self.tree.heads[host]  # "up from 800", "compared with 5,000"
        nouns: set[int] = set()
        if self.tree.is_verb(host):
            for verb in {host, self.tree.clause(host)}:
                for noun in (self.tree.subject(verb), self.tree.object(verb)):
                    if noun is not None:
                        nouns |= set(range(*self.tree.span(noun)))
            if (above := self._above(host)) is not None:
                nouns |= set(range(*self.tree.span(above)))
        else:
            start, stop = self.tree.span(host)
            nouns = set(range(start, min(stop, self.i)))
        nouns -= set(range(self.i, self.end))
        refers = word in {"at", "to", "from", "by"} and self.before and self.tree.is_verb(host)
        if refers and any(self.tree.keys[k] in _REFERS for k in nouns):
            return "personnel", self.end - 1, "strong"  # "by 2012 it was at 600", "raising that to 5,000"
        if word == "with" and self.tree.is_verb(host) and self._of_a_state(host, self.tree.subject(host), word):
            return self.before, self.end - 1, "strong"
        joins = (
            word in {"to", "by", "from", "with", "against"} or word == "of" and self.tree.keys[host] in levels.EXTREMES
        )
        paired = joins and self.last and self.i - self.last.last < 12
        return self._level(nouns, word == "of") or (self._carried(self.i, "pobj") if paired else None)

    def _finite(self, k: int) -> bool:
        return k < len(self.toks) and self.tree.tags[k] in {"MD", "VBZ", "VBP", "VBD"}

    def _above(self, verb: int) -> int | None:
        """ "raising that to 5,000", "a ceiling set at 500": the noun that a participle hangs on."""
        return self.tree.heads[verb] if self.tree.labels[verb] in {"acl", "relcl"} else None

    def _is_moment(self, prep: int) -> bool:
        if self.tree.keys[prep] == "at" and self.tree.keys[self.tree.heads[prep]] in levels.HAPPENS:
            return True  # "it began at seven"
        return self.tree.keys[prep] == "at" and is_hour(self.toks, self.end)

    def _level(self, nouns: set[int], is_of: bool = False) -> Found | None:
        words = {self.tree.keys[k] for k in nouns if k < len(self.toks)}
        if words & levels.VICTIMS:
            return None
        if any(self.tree.keys[c] in levels.VICTIMS for k in nouns for c in self.tree.of(k, "acl", "relcl")):
            return None  # "the number of soldiers killed"
        level = words & levels.LEVELS
        if level and self._of_others(nouns):
            return None
        unit = next((self.v.units[w] for w in sorted(words) if self.v.units.get(w) in levels.MATERIEL), "")
        if words & levels.LOADS:
            return "personnel", self.end - 1, "strong"
        if unit and not words & self.v.classes["personnel"]:
            return unit, self.end - 1, "strong"
        if level or words & self.v.classes["personnel"] or is_of and words & levels.GROUPS:
            return "personnel", self.end - 1, "strong"
        return None

    def _of_others(self, nouns: set[int]) -> bool:
        """ "the number of rigs": what is counted is named, and is none of ours."""
        units, movers = self.v.units, self.v.classes["movers"]
        parts = [
            n
            for k in nouns
            if self.tree.keys[k] in {"number", "numbers"}
            for of in self.tree.of(k, "prep")
            for n in self.tree.of(of, "pobj")
            if self.tree.tags[n][:2] == "NN" and self.tree.tags[n] not in {"NNP", "NNPS"}
        ]
        return bool(parts) and not any(self.tree.keys[n] in units or self.tree.keys[n] in movers for n in parts)

    def _carried(self, at: int, label: str) -> Found | None:
        """ "2,500 troops in Iraq and 900 in Syria": the noun of the count before."""
        if self.last is None or self.last.unit in {"killed", "wounded", "strikes"}:
            return None
        nxt = self._word(self.end)
        if nxt[:1].isalpha() and self.tree.tags[self.end][:2] in {"NN", "JJ"} and self.tree.heads[at] == self.end:
            return None
        lonely = label in {"ROOT", "dep", "npadvmod"} and not self.tree.children[at]
        return None if lonely else (self.last.unit, self.end - 1, self.last.noun)

    def _of_level(self, at: int, label: str) -> Found | None:
        """ "there had been 10,000", "numbering some 1,000", "some 1,500 remain": the clause or text says of whom."""
        tree = self.tree
        verb = tree.heads[at] if label != "ROOT" else at
        if label == "nsubj" and (below := tree.of(verb, "xcomp")) and tree.keys[verb] in {"are", "is", "were", "was"}:
            verb = below[0]  # "another 20 are to come in"
        if label in {"dobj", "nsubjpass"} and self.before in levels.MOVING and tree.keys[verb] in levels.GIVES:
            return self.before, self.end - 1, "strong"  # "Italy is to send about 1,000"
        carried = label == "dobj" and self._goes(verb) and tree.keys[verb] not in levels.NUMBERS
        if carried and self.before in levels.MOVING and not self._few():
            return self.before, self.end - 1, "strong"  # "flew in 150 more", "ordered 3,000 to fly in"
        if label in {"attr", "dobj", "oprd"} and tree.is_verb(verb):
            return self._said_of(verb, label)
        if label in {"appos", "dep"} and tree.tags[verb][:2] in {"NN", "JJ", "DT"}:
            if self.before and tree.keys[verb] in levels.SHARES:
                return self.before, self.end - 1, "strong"  # "a third of them, 11,800, are here"
            if label == "appos" and (unit := self.v.units.get(tree.keys[verb], "")) and tree.tags[verb] == "NNS":
                return unit, self.end - 1, "strong"  # "engineers, 42 in all"
            return self._level({verb})  # "US forces in Qatar: 10,000"
        verb = tree.infinitive(verb) if label in {"nsubj", "nsubjpass"} and tree.keys[at] != "one" else verb
        if label in {"nsubj", "nsubjpass"} and self.before and self._of_troops(at, verb):
            return self.before, self.end - 1, "strong"
        if label in {"nsubj", "nsubjpass"} and self._goes(verb):
            of_those = {self._word(k) for k in range(max(0, self.i - 3), self.i)} & levels.OF_THOSE
            if self.before in levels.MOVING or of_those:
                return (self.before if self.before in levels.MOVING else "personnel"), self.end - 1, "strong"
        return None

    def _complement(self, verb: int) -> str:
        """What a number behind "around" is to its verb: said of the subject, or the object."""
        return "attr" if self.tree.keys[verb] in {"be", "is", "are", "was", "were", "been"} else "dobj"

    def _said_of(self, verb: int, label: str) -> Found | None:
        """ "there had been 10,000", "they number 500", "its force totals 32,800": a verb that counts its subject."""
        tree = self.tree
        if "there" in {tree.keys[k] for v in (verb, tree.heads[verb]) for k in tree.of(v, "expl")} and self.before:
            return None if self._few() else ("personnel", self.end - 1, "strong")  # "there are eight": units, posts …
        subject = tree.subject(verb)
        if self._of_a_state(verb, subject, label):
            return self.before, self.end - 1, "strong"
        if subject is None or label != "attr" and tree.keys[verb] not in levels.NUMBERS:
            return None
        if self.before and tree.keys[subject] in (
            levels.SHARES | _PRONOUNS if label != "attr" else levels.SHARES | {"they"}
        ):
            return self.before, self.end - 1, "strong"
        return self._level(set(range(*tree.span(subject))))

    def _of_a_state(self, verb: int, subject: int | None, label: str) -> bool:
        """ "Djibouti has 1,520 around Tapa", "Togo follows with 2,500": a state has so many of the troops spoken of."""
        if self.before != "personnel" or subject is None or self._few():
            return False
        if not self._is_name(subject) and self.tree.keys[subject] not in {"it", "they", "we"}:
            return False
        return label == "dobj" and self.tree.keys[verb] in levels.HAS or label == "with"

    def _few(self) -> bool:
        return self.toks[self.i].key.isalpha() or len(self.toks[self.i].key) < 2

    def _goes(self, verb: int) -> bool:
        """ "The last 260 landed", "2,000 will return by spring": those who go are troops spoken of."""
        return self.tree.keys[verb] in levels.GOES and not self.tree.of(verb, "acomp", "attr")

    def _of_troops(self, at: int, verb: int) -> bool:
        """ "About 80 are on the island", "of these, 900 will leave": a number that does what troops do counts them
        again."""
        key, classes = self.tree.keys[verb], self.v.classes
        if any(self.tree.keys[c] not in levels.AGAIN for c in self.tree.of(at, "amod", "compound", "nmod")):
            return False
        if key in {"be", "is", "are", "was", "were", "been"}:
            return bool(self.tree.of(verb, "prep", "advmod", "acomp", "attr"))
        known = classes["being_verbs"] | classes["placing_verbs"] | classes["moving_verbs"] | classes["spending_verbs"]
        return key in levels.STAYS or key in known
