"""A number without a noun of its own: "900 in Syria", "put their strength at 1,800", "a dozen of them".

What it counts is read from the grammar around it: the noun after "of" or of its phrase, the subject or object of its
clause, the count before it in a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..language.grammar import JOINED, SPEAKS
from . import levels
from .bounds import is_brought
from .casualties import fate
from .numerals import is_hour, is_rate
from .said import Found, Said

#: Prepositions that put a level: "stood at 500", "from 500 to 300", "a force of 500", "against 500 before".
_PUTS = frozenset(
    "at to from by of with against alongside besides including than between over around about below above under beyond "
    "past".split()
)
_WAYS = frozenset("to into in at on near from".split())
_TERMS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "appos", "conj", "ROOT", "npadvmod", "dep", "oprd", "pcomp", "acomp"}
)
_TIMES = frozenset("day days week weeks month months year years time peak end start".split())
_REFERS = frozenset("it that this they which them these those".split())
_THEM = frozenset("them whom us these those".split())


@dataclass
class Bare(Said):
    """One number at tokens i to end (exclusive), after `last`, the sentence's count before it."""

    def counted(self) -> Found | None:
        """Unit, last token and noun of what is counted; None where the sentence does not say it."""
        at = self._node()
        if self.i and self.toks[self.i - 1].text == "(" and self._word(self.end) == ")":
            # "India (192) and Nepal (80)" after the whole; else a footnote's number
            if self.before == "personnel" and self._is_at_place(at):
                return "personnel", self.end - 1, "strong"
            return (self.last.unit, self.end, self.last.noun) if self.last and self._is_of_state() else None
        if is_rate(self.toks, self.end):
            return None
        if self.i > 2 and self.toks[self.i - 1].key == "to" and is_brought(self.toks, self.i - 2):
            verb = self.tree.clause(self.i - 2)
            level = self._level(set(range(verb, self.i - 2)))
            return level or (("personnel", self.end - 1, "strong") if self.before else None)
        if (self.before or self.last) and self._is_coming():
            return self.last.unit if self.last else self.before, self.end - 1, "strong"
        if self._word(self.end) == "strong":
            return "personnel", self.end, "strong"
        if (numbers := self._numbers()) and (self.before or self.last):
            unit = "personnel" if self._is_of_body(numbers) else self.before or "personnel"
            return unit, self.end - 1, "strong"
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
        if label == "nummod" and self.tree.keys[head] in _TIMES:
            # "stood at 2,500 last year", "raised it to 5,000 two days later": the parser takes the time for the counted
            prep = self.tree.heads[head] if self.tree.labels[head] == "pobj" else self.i - 1
            return self._put(prep) if prep >= 0 and self.tree.labels[prep] == "prep" else None
        if label in {"relcl", "acl"} and self.last is not None and "whom" in self.tree.keys[self.last.last : self.i]:
            return self.last.unit, self.end - 1, self.last.noun  # "of whom 270 in Lithuania"
        if self.before and self._in_entry() and label not in {"nummod", "quantmod"}:
            return self.before, self.end - 1, "strong"
        if label == "nummod" and self.tree.keys[head] in {"others", "more"} and head >= self.end:
            at, label = head, self.tree.labels[head]  # "two hundred others will leave"
            if label == "advmod" and self.tree.is_verb(self.tree.heads[at]) and self.tree.heads[at] < at:
                label = "dobj"  # "flew in 150 more"
        if self._is_in_list():
            return self._carried(self.i, "conj")  # "the Dutch contribute 270, Spain 150 and the Norwegians 130"
        if label not in _TERMS:
            return None
        return self._carried(at, label) or self._of_level(at, label)

    def _is_coming(self) -> bool:
        """ "With another 60 en route", "with 1,000 more on the way": of those spoken of."""
        at = self.end + (self._word(self.end) in {"more", "others"})
        return levels.on_way(tuple(self._word(k) for k in range(at, at + 3)))

    def _is_in_list(self) -> bool:
        """A name stands right before the number, and before the name the border to the count before it."""
        at = self.i - 1
        if at > 0 and self.toks[at].key in {"'s", "’s"}:
            at -= 1
        if at < 1 or not self._is_name(at) or self.last is None or self._few():
            return False
        while at > 0 and (self._is_name(at - 1) or self.toks[at - 1].key == "the"):
            at -= 1
        closed = self._word(self.end) in {",", ";", ".", "and", "", "in", "at", "to"}
        return closed and self.toks[at - 1].key in {",", ";", "and", "while"} and self.last.number < at

    def _numbers(self) -> int:
        """ "… troops at sea number more than 500", where the parser takes the verb for a noun: where it stands."""
        k = self.i - 1
        while k > 0 and self.toks[k].key in levels.ROUGHLY_SO:
            k -= 1
        is_verb = self.toks[k].key in {"number", "numbered", "numbers"} and self.tree.labels[k] != "nsubj"
        return k if is_verb else 0

    def _is_at_place(self, at: int) -> bool:
        """ "Troops are stationed in X (1,500) and at Y (300)": a bracket behind a place where they are."""
        named = self.i > 1 and self.tree.tags[self.i - 2][:3] == "NNP" and self.toks[self.i].key[0].isdecimal()
        verb = self.tree.clause(at)
        classes = self.v.classes
        stays = classes["being_verbs"] | classes["placing_verbs"] | classes["holding_verbs"]
        above = [self.tree.keys[a] for a in self.tree.ancestors(at)]
        return named and self.tree.keys[verb] in stays and bool({"in", "at", "on", "near"} & set(above[:4]))

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
        above = self.tree.heads[at]
        people = "personnel" if self.tree.tags[above] == "NNPS" else ""
        named = self.v.units.get(self.tree.keys[above], people) if self.tree.labels[at] == "appos" else ""
        if named and self.tree.tags[above] in {"NNS", "NNPS"}:
            return named, self.end - 1, "them"  # "Americans, about 220 of them"
        for of in self.tree.of(at, "prep"):
            for noun in self.tree.of(of, "pobj"):
                if self.tree.keys[of] != "of" or noun < self.end:
                    continue
                if self.tree.keys[noun] in _THEM:
                    return (self.last.unit if self.last else self.before or "personnel"), self.end - 1, "them"
                unit = self.v.units.get(self.tree.keys[noun])
                if unit == "units" and self.tree.tags[noun] in {"NN", "NNP"}:
                    return "personnel", self.end - 1, "them"  # "the 400 of the task force"
                if unit:
                    return unit, self.end - 1, self.tree.keys[noun]
        nxt = [t.key for t in self.toks[self.end : self.end + 2]]
        if nxt[:1] == ["of"] and set(nxt[1:]) & _THEM:
            return (self.last.unit if self.last else self.before or "personnel"), self.end - 1, "them"
        if len(nxt) == 2 and nxt[0] == "of" and nxt[1] in {"its", "their"} and self._word(self.end + 2) == "own":
            return "personnel", self.end - 1, "them"
        return None

    def _asked(self, prep: int) -> Found | None:
        """ "Requests for a further 2,000", "is thinking of 600": so many more of those spoken of."""
        word, above = self.tree.keys[prep], self.tree.keys[self.tree.heads[prep]]
        is_asked = word in {"for", "of"} and above in levels.ASKS or word == "by" and above in JOINED
        is_asked = is_asked or word == "with" and above.startswith(("reinforc", "strengthen", "bolster", "augment"))
        is_asked = is_asked or word == "of" and (above in SPEAKS or above in levels.SENDINGS) and not self._few()
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
        if word == "of" and self.tree.keys[host] in levels.CHANGES and self.before in levels.MOVING and not self._few():
            return self.before, self.end - 1, "strong"  # "a further cut of about 30"
        nouns: set[int] = set()
        if word in {"from", "to", "by", "of"} and (change := self._change(host)) is not None:
            ins = [p for p in self.tree.of(change, "prep") if self.tree.keys[p] in {"in", "to"}]
            of = [n for p in ins for n in self.tree.of(p, "pobj")]
            is_of = word == "of"  # "a cut of 300 in its troops there"
            level = self._level({k for n in of for k in range(*self.tree.span(n)) if k < self.i or is_of})
            return level or (None if is_of else self._grown(prep))
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
            return "personnel", self.end - 1, "strong"
        joins = (
            word in {"to", "by", "from", "with", "against", "alongside", "besides", "including"}
            or word == "of"
            and self.tree.keys[host] in levels.EXTREMES
        )
        paired = joins and self.last and self.i - self.last.last < 12
        found = self._level(nouns, word == "of") or (self._carried(self.i, "pobj") if paired else None)
        return found or self._grown(prep)

    def _change(self, host: int) -> int | None:
        """ "A drop in the number of soldiers in the north from 90 to 50": the noun whose numbers these are."""
        for a in (host, *self.tree.ancestors(host)):
            if self.tree.is_verb(a):
                return None
            if self.tree.keys[a] in levels.CHANGES:
                return a
        return None

    def _finite(self, k: int) -> bool:
        return k < len(self.toks) and self.tree.tags[k] in {"MD", "VBZ", "VBP", "VBD"}

    def _is_moment(self, prep: int) -> bool:
        if self.tree.keys[prep] == "at" and self.tree.keys[self.tree.heads[prep]] in levels.HAPPENS:
            return True  # "it began at seven"
        return self.tree.keys[prep] == "at" and is_hour(self.toks, self.end)

    def _carried(self, at: int, label: str) -> Found | None:
        """ "2,500 troops in Iraq and 900 in Syria": the noun of the count before."""
        if self.last is None or self.last.unit in {"killed", "wounded", "strikes"}:
            return None
        nxt = self._word(self.end)
        if nxt[:1].isalpha() and self.tree.tags[self.end][:2] in {"NN", "JJ"} and self.tree.heads[at] == self.end:
            return None
        lonely = label in {"ROOT", "dep", "npadvmod"} and not self.tree.children[at] and not self._is_gapped()
        return None if lonely else (self.last.unit, self.end - 1, self.last.noun)

    def _is_gapped(self) -> bool:
        """ "Moved nine guns to X, four to Y and a few to Z": whither follows right behind."""
        opens = {t.key for t in self.toks[max(0, self.i - 2) : self.i]} & {",", ";", "and"}
        return bool(opens) and self._word(self.end) in _WAYS and self._is_name(self.end + 1)

    def _of_level(self, at: int, label: str) -> Found | None:
        """ "there had been 10,000", "numbering some 1,000", "some 1,500 remain": the clause or text says of whom."""
        tree = self.tree
        verb = tree.heads[at] if label != "ROOT" else at
        if label == "nsubj" and (below := tree.of(verb, "xcomp")) and tree.keys[verb] in {"are", "is", "were", "was"}:
            verb = below[0]  # "another 20 are to come in"
        if label in {"dobj", "nsubj", "nsubjpass"} and self.before in levels.MOVING and self._is_owned(at):
            if not self._few() or tree.keys[verb] in self.v.classes["moving_verbs"] | levels.GOES:
                return self.before, self.end - 1, "them"
        if label in {"dobj", "nsubjpass"} and self.before in levels.MOVING and tree.keys[verb] in levels.GIVES:
            return self.before, self.end - 1, "strong"  # "Italy is to send about 1,000"
        carried = label == "dobj" and self._goes(verb) and tree.keys[verb] not in levels.NUMBERS
        if carried and self.before in levels.MOVING and not self._few():
            return self.before, self.end - 1, "strong"  # "flew in 150 more", "ordered 3,000 to fly in"
        if label in {"attr", "dobj", "oprd", "acomp"} and tree.is_verb(verb):
            return self._said_of(verb, "attr" if label == "acomp" else label)
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

    def _goes(self, verb: int) -> bool:
        """ "The last 260 landed", "2,000 will return by spring": those who go are troops spoken of."""
        return self.tree.keys[verb] in levels.GOES and not self.tree.of(verb, "acomp", "attr")

    def _of_troops(self, at: int, verb: int) -> bool:
        """ "About 80 are on the island", "of these, 900 will leave": a number that does what troops do counts them
        again."""
        key, classes = self.tree.keys[verb], self.v.classes
        told = [c for c in self.tree.of(at, "amod", "compound", "nmod") if self.tree.tags[c] != "CD"]
        if any(self.tree.keys[c] not in levels.AGAIN for c in told):
            return False
        if key in {"be", "is", "are", "was", "were", "been"}:
            return bool(self.tree.of(verb, "prep", "advmod", "acomp", "attr"))
        if any(self.tree.keys[c] not in levels.THERE for c in self.tree.of(verb, "acomp", "oprd")):
            return False  # "of the 41 schools 29 remain closed"
        known = classes["being_verbs"] | classes["placing_verbs"] | classes["moving_verbs"] | classes["spending_verbs"]
        return key in levels.STAYS or key in known
