"""The grammar of a sentence: which word depends on which, as spaCy's English parser reads it.

`parse` turns sentences into trees over our own tokens; a `Tree` answers who does what to whom: subjects through
infinitives, relative clauses and co-ordinations, objects, and the prepositional phrases of a verb or noun. Labels are
those of the parser (ClearNLP's: nsubj, dobj, prep, pobj …). All ranges are token ranges, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from .designations import designations
from .framing import dateline, outside
from .fronting import in_order
from .mending import mended
from .misreadings import finite_again, nouns_again, participles_again, readable, verbs_again
from .parser import language
from .text import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "punct"})
_NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
_MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "punct"})
#: Verbs whose object does what follows "of", "from" or "for".
_OF_ANOTHER = frozenset(
    "accuse accused accuses accusing suspect suspected suspects "
    "prevent prevented prevents preventing stop stopped stops "
    "bar barred bars ban banned bans block blocked blocks keep kept blame blamed blames blaming criticised criticized "
    "condemn condemned deter deterred dissuade dissuaded discourage discouraged thank thanked".split()
)
#: Marks before an elliptic participle: bullets, the border of a table's cell.
_LEADS = frozenset({"(", "•", "-", "*", "|"})
#: Verbs by which somebody has time; and words for it.
_GIVING = frozenset("give gives gave giving given allow allows allowed grant grants granted".split())
TIMES = frozenset("hours days day week weeks month months year years minutes deadline time ultimatum".split())
#: Verbs of asking, and the preposition of whom they ask to do what follows.
_CALLING = {
    f"{verb}{ending}": prepositions
    for verbs, prepositions in (
        ("call count", "on upon"), ("appeal", "to"), ("plead", "with"), ("wait look", "for to"), ("press push", "for"),
    )
    for verb in verbs.split()
    for ending in ("", "s", "ed", "ing")
} | dict.fromkeys("rely relies relied relying prevail prevails prevailed prevailing".split(), "on upon")  # fmt: skip
#: Participles that say what was done to the subject: "Taken in May, the town …".
TAKEN = frozenset("taken captured seized retaken recaptured overrun liberated besieged bombed shelled stormed "
                  "attacked hit struck ambushed bombarded".split())  # fmt: skip
#: Verbs that say nothing of their own about their subject.
_RAISING = frozenset(
    (
        "be is are was were been begin began begun start started continue continued expected thought believed said "
        "supposed reported set due seem appear have has had going ordered scheduled planned meant estimated"
    ).split()
)
#: "The day they left": these say when.
_MOMENTS = frozenset("year month week day night morning evening afternoon hour moment minute time".split())
_ONES = frozenset("first last next latest those ones".split())
_BEING = frozenset("is are was were be been".split())
_RELATIVE = frozenset("that which who whom whose where".split())


def parse(sentences: Sequence[Sentence]) -> list[Tree]:
    """A tree for each sentence, in order."""
    nlp = language()
    frames = [outside(s.tokens, s.label) for s in sentences]
    seen = [[t for i, t in enumerate(s.tokens) if i not in f] for s, f in zip(sentences, frames, strict=True)]
    read = [[w for i, w in enumerate(readable(s.tokens)) if i not in f] for s, f in zip(sentences, frames, strict=True)]
    docs = nlp.pipe([_doc(nlp, toks, words) for toks, words in zip(seen, read, strict=True)], batch_size=128)
    trees = [_tree(toks, doc) for toks, doc in zip(seen, docs, strict=True)]
    return [_framed(tree, s, f) if f else tree for tree, s, f in zip(trees, sentences, frames, strict=True)]


#: Pasts that the tagger does not know.
_PASTS = frozenset("retook overran overflew withstood overtook undertook shot fought struck sank".split())


def _doc(nlp: Language, toks: Sequence[Token], words: list[str]) -> Doc:
    from spacy.tokens import Doc

    spaces = [a.end < b.start for a, b in pairwise(toks)] + [False] if toks else []
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _tree(toks: Sequence[Token], doc: Doc) -> Tree:
    keys = tuple(t.key for t in toks)
    heads, labels, tags = [t.head.i for t in doc], [t.dep_ for t in doc], [t.tag_ for t in doc]
    tags = ["VBD" if tag == "VBP" and key in _PASTS else tag for tag, key in zip(tags, keys, strict=True)]
    nouns_again(keys, heads, labels, tags)
    participles_again(heads, labels, tags)
    finite_again(heads, labels, tags, keys)
    done = verbs_again(toks, tuple(heads), labels, tags)
    return in_order(mended(Tree(keys, done, tuple(labels), tuple(tags))))


def _framed(tree: Tree, sentence: Sentence, frame: frozenset[int]) -> Tree:
    """The tree of a sentence with its frame: what the parser did not see hangs loosely on the root."""
    toks = sentence.tokens
    at = [i for i in range(len(toks)) if i not in frame]
    if not at:
        return Tree(tuple(t.key for t in toks), tuple(range(len(toks))), ("ROOT",) * len(toks), (":",) * len(toks))
    heads, labels, tags = [at[tree.root]] * len(toks), ["parataxis"] * len(toks), [":"] * len(toks)
    line = sentence.label or dateline(toks)
    for i in range(line - 1):
        heads[i] = line - 1  # past its dash: a place there is no place of the sentence's verb
    for k, i in enumerate(at):
        heads[i], labels[i], tags[i] = at[tree.heads[k]], tree.labels[k], tree.tags[k]
    keys = [t.key for t in toks]
    for d in designations(toks):
        keys[d.mark] = d.noun
        for i in range(d.mark + 1, d.end):
            heads[i], labels[i], tags[i] = d.mark, "punct", "HYPH"
    return Tree(tuple(keys), tuple(heads), tuple(labels), tuple(tags))


@dataclass(frozen=True)
class Tree:
    """Heads, labels and tags of a sentence's tokens; the root is its own head."""

    keys: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]

    @cached_property
    def root(self) -> int:
        """The word that depends on none."""
        return next((i for i, h in enumerate(self.heads) if h == i), 0)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The dependents of each token, left to right."""
        made: list[list[int]] = [[] for _ in self.heads]
        for i, h in enumerate(self.heads):
            if h != i:
                made[h].append(i)
        return tuple(tuple(c) for c in made)

    def of(self, i: int, *labels: str) -> list[int]:
        """Dependents of i with one of the labels."""
        return [c for c in self.children[i] if self.labels[c] in labels]

    def is_verb(self, i: int) -> bool:
        """Tagged as a verb or modal."""
        return self.tags[i][:2] in {"VB", "MD"}

    def is_predicate(self, i: int) -> bool:
        """A verb that heads a clause: no auxiliary, no attribute before a noun, no noun that is tagged as a verb. What
        heads a relative clause is one, even where the tagger takes it for a noun ("whose mandate runs until May")."""
        if self.labels[i] == "relcl" and self.tags[i] in {"NN", "NNS"}:
            return True
        if not self.is_verb(i) or self.labels[i] in {"aux", "auxpass", "amod", "compound"}:
            return False
        return not self.is_noun(i)

    def is_noun(self, i: int) -> bool:
        """Tagged as a noun, or as a finite verb in a place where only a noun can stand ("held drills")."""
        return self.tags[i][:2] == "NN" or self._is_nominal(i)

    def _is_nominal(self, i: int) -> bool:
        if self.labels[i] not in _NOMINAL:
            return False
        if self.tags[i] == "VBG":  # "air policing", "the joint patrolling of", "fighting between A and B"
            if self.labels[i] == "nsubj" and not self.of(i, "dobj", "aux"):
                return True
            return bool(self.of(i, "compound", "amod", "det", "poss"))
        return self.tags[i] in {"VBZ", "VBP", "VB"}

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads of i, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def clause(self, i: int) -> int:
        """The predicate in whose clause i stands (i itself, if it is one)."""
        if self.is_predicate(i):
            return i
        return next((a for a in self.ancestors(i) if self.is_predicate(a)), i)

    def first_conjunct(self, i: int) -> int:
        """Of "A, B and C", A."""
        while self.labels[i] == "conj" and self.heads[i] != i:
            i = self.heads[i]
        return i

    def noun_head(self, i: int) -> int:
        """The noun that a modifier or number belongs to: "1,200" and "member" in "the 1,200-member mission"."""
        while self.labels[i] in _MODIFIERS and self.heads[i] != i and not self.is_predicate(self.heads[i]):
            i = self.heads[i]
        return i

    def span(self, i: int) -> tuple[int, int]:
        """The noun phrase whose head is i: modifiers, "of"-phrases and conjuncts, without clauses and other phrases."""
        start = end = i
        stack = [i]
        while stack:
            at = stack.pop()
            start, end = min(start, at), max(end, at)
            for c in self.children[at]:
                label = self.labels[c]
                if label in _CLAUSES or label == "prep" and self.keys[c] not in {"of", "-"}:
                    continue
                if label == "conj" and self.is_verb(c):
                    continue
                stack.append(c)
        return start, end + 1

    def top(self, start: int, end: int) -> int:
        """The head word of a range: the one that depends on nothing inside it."""
        inside = range(start, end)
        return next((i for i in inside if self.heads[i] not in inside or self.heads[i] == i), max(start, end - 1))

    # ── who does what to whom ──
    def subject(self, verb: int) -> int | None:
        """The head noun of a verb's (or passive's) subject, also where another clause names it."""
        found = self._subject(verb, 0)
        is_above = found == self.heads[verb] and self.labels[verb] in {"relcl", "acl"}
        return self._identified(found) if is_above and found is not None else found

    def _identified(self, noun: int) -> int:
        """Of "the last to leave were 40 engineers", the engineers: who is meant stands after the verb of being."""
        verb = self.heads[noun]
        if self.keys[noun] not in _ONES or self.labels[noun] != "nsubj" or self.keys[verb] not in _BEING:
            return noun
        return next((k for k in self.of(verb, "attr") if self.tags[k][:2] == "NN"), noun)

    def _subject(self, verb: int, depth: int) -> int | None:
        if depth > 6:
            return None
        own = self.of(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
        # "France, which …, has since 2018 kept troops there": a year is no subject beside one
        own = [o for o in own if not (self.tags[o] == "CD" and o and self.keys[o - 1] in {"since", "in"})] or own
        if own:
            found = own[0] if self._is_aside(own, verb) else own[-1]
            if self.labels[verb] == "relcl" and self.keys[found] in _RELATIVE:
                return self._antecedent(verb)
            if self.labels[verb] == "advcl" and self.keys[found] == "which" and found - self.heads[verb] == 2:
                return self._subject(self.heads[verb], depth + 1)  # "A company is stationed, which patrols the road"
            return found
        label, head = self.labels[verb], self.heads[verb]
        if label in {"ROOT", "ccomp"} and (stray := self._stray_subject(verb)) is not None:
            return stray
        if head == verb:
            return None
        if label in {"acomp", "attr"} and self.is_verb(head):
            return self._subject(head, depth + 1)  # "the posts are due to be handed over"
        if self.tags[verb] == "VB" and (given := self._given_time(verb)) is not None:
            return given
        if self.tags[verb] == "VB" and (asked := self._called_on(verb)) is not None:
            return asked
        if label in {"acl", "relcl"}:
            if label == "acl" and self.tags[verb] == "VB":
                return self._of_noun(head, depth)
            return head
        if label == "xcomp" and not self.is_verb(head):  # "is prepared to strike"
            above = self.clause(head)
            return self._subject(above, depth + 1) if above != verb else None
        if (
            label == "pcomp"
            and (blamed := self.of(self.clause(head), "dobj"))
            and self.keys[self.clause(head)] in _OF_ANOTHER
        ):
            return blamed[-1]  # "accused the rebels of entering"
        if label == "pcomp" or (label == "conj" and not self.is_verb(head)):
            above = self.clause(head)
            return self._subject(above, depth + 1) if above != verb else None
        if label in {"xcomp", "ccomp"}:
            objects = self.of(head, "dobj", "dative")
            if objects and label == "xcomp" and not self.is_passive(head):
                return objects[0]
            return self._subject(head, depth + 1)
        if label in {"conj", "advcl", "dep", "prep", "aux", "auxpass"} and self.is_verb(head):
            return self._subject(head, depth + 1)
        return None

    def _called_on(self, verb: int) -> int | None:
        """Who is to act in "called on the rebels to leave", "appealed to Rome to send ships"."""
        call = self.heads[verb]
        wanted = _CALLING.get(self.keys[call], "")
        to = next((c for c in self.of(verb, "aux") if self.keys[c] == "to"), None)
        if not wanted or to is None:
            return None
        called = [n for p in self.of(call, "prep") if self.keys[p] in wanted.split() for n in self.of(p, "pobj")]
        return next((n for n in called if call < n < to and self.span(n)[1] in {to, to - 1}), None)

    def _antecedent(self, verb: int) -> int:
        """Of whom a relative clause tells: "a spokesman for the rebels who lives abroad" is one, whatever noun the
        parser hung the clause on."""
        noun = self.heads[verb]
        finite = next((c for c in self.of(verb, "aux", "auxpass")), verb)
        is_one = self.tags[finite] == "VBZ" or self.keys[finite] == "was"
        is_many = self.tags[finite] == "VBP" or self.keys[finite] == "were"
        above = self.heads[self.heads[noun]]
        if self.labels[noun] != "pobj" or not (is_one or is_many) or self.of(noun, "conj"):
            return noun
        wrong, right = ("NNS", "NN") if is_one else ("NN", "NNS")
        return above if self.tags[noun] == wrong and self.tags[above] == right else noun

    def _given_time(self, verb: int) -> int | None:
        """Who has to act in "gave the garrison until May to leave", "gave them a month to go"."""
        give, time = self.heads[verb], None
        if not self.is_verb(give):
            give, time = self.heads[give], give
        if (
            self.keys[give] not in _GIVING
            or self.is_passive(give)
            or "to" not in (self.keys[c] for c in self.of(verb, "aux"))
        ):
            return None
        whom = self.of(give, "dative") or [c for c in self.of(give, "dobj") if c != time]
        until = any(self.keys[c] in {"until", "till"} for w in (give, *whom) for c in self.of(w, "prep"))
        if not whom or not until and (time is None or self.keys[time] not in TIMES):
            return None
        return whom[0] if self.is_noun(whom[0]) or self.tags[whom[0]] == "PRP" else None

    def _is_aside(self, subjects: list[int], verb: int) -> bool:
        """Of two subjects the later stands between commas: "its sites, among them Gao and Kidal, are …"."""
        first, last = subjects[0], subjects[-1]
        between = [i for i in range(first, last) if self.keys[i] == ","]
        before_verb = range(self.span(last)[1], verb)
        return (
            first != last and bool(between) and any(self.keys[i] == "," for i in (*before_verb, self.span(last)[1] - 1))
        )

    def _stray_subject(self, verb: int) -> int | None:
        """The subject of a main verb where the parser hung it on a word before: "Two posts further north … were shut",
        "in the years that followed the contingent grew"."""
        for c in self.children[verb]:
            if c > verb or self.is_verb(c):
                continue
            if found := self.of(c, "nsubj", "nsubjpass"):
                return found[0]
            if self.labels[c] == "prep":
                named = [k for k in self.of(c, "pobj") if self.tags[k][:3] == "NNP" and self.span(k)[1] == verb]
                if named and self.tags[verb] in {"VBD", "VBZ", "VBP"}:
                    return named[0]  # "Across the border Venezuela said"
                beside = [a for a in range(c, verb) if self.labels[a] == "appos" and c in self.ancestors(a)]
                beside = [a for a in beside if self._opens_clause(a, verb)]
                if beside and self.tags[verb] in {"VBD", "VBZ", "VBP", "VBG", "VBN"}:
                    return beside[0]  # "In the Red Sea the rebels have been attacking ships"
                ending = [k for k in range(c, verb) if self.labels[k] == "dobj" and self.span(k)[1] == verb]
                if ending and self.labels[self.heads[ending[0]]] == "relcl":
                    return ending[0]
        return None

    def _opens_clause(self, noun: int, verb: int) -> bool:
        """A noun that the parser took for an apposition, right before a verb without a subject."""
        if self.keys[self.span(noun)[0] - 1] != ",":
            return bool(self.of(noun, "det"))
        return self.keys[verb - 1] != "," and self.tags[verb] in {"VBD", "VBZ", "VBP"} and bool(self.of(noun, "nummod"))

    def _of_noun(self, noun: int, depth: int) -> int | None:
        """Who acts in "the army's plan to leave", "a NATO request to stay", "France took the decision to leave"."""
        owner = self.of(noun, "poss") or [c for c in self.of(noun, "compound", "nmod") if self.tags[c] == "NNP"]
        if owner:
            return owner[-1]
        above = self.clause(noun)
        return self._subject(above, depth + 1) if above != noun else None

    def is_passive(self, verb: int) -> bool:
        """A participle with a form of "be" or a passive subject, or one that modifies a noun ("troops sent by …")."""
        if self.tags[verb] == "VBD" and self.labels[verb] == "acl":
            return not self.of(verb, "dobj")  # "the plan agreed on in May": a participle that looks like a past
        if self.tags[verb] != "VBN":
            return False
        if self.of(verb, "auxpass", "nsubjpass", "csubjpass", "agent"):
            return True
        if self.labels[verb] == "acl":
            return not self.of(verb, "nsubj")  # "reports that its jets had fired on the town"
        if self.labels[verb] == "advcl" and not self.of(verb, "aux", "nsubj", "dobj", "xcomp", "ccomp"):
            return self.keys[verb] in TAKEN  # "Taken in May, the town …"
        if self.labels[verb] == "conj" and self.is_verb(self.heads[verb]) and not self.of(verb, "aux", "nsubj"):
            return self.is_passive(self.heads[verb]) and not self.of(verb, "dobj")
        return False

    def is_elliptic(self, verb: int) -> bool:
        """A participle that opens a sentence, or a part of one after ";", without a subject: "Handed over in May.",
        "leased in 2015; dismantled in 2021". What it is said of stands before, in a heading or the last sentence."""
        if self._is_framed(0) and self.is_predicate(verb) and self._is_of_label(verb):
            return True
        if self.tags[verb] not in {"VBN", "VBD"} or self.labels[verb] in {"acl", "relcl", "amod", "compound"}:
            return False
        if self.of(verb, "nsubj", "nsubjpass", "csubj", "dobj", "aux", "auxpass", "expl", "ccomp"):
            return False
        at = verb - 1
        while at >= 0 and (self.tags[at] in {"RB", "CD"} or self.keys[at] in _LEADS or self._is_framed(at)):
            at -= 1
        if at < 0 or self.keys[at] in {".", ":"}:
            above = self.heads[verb]  # "Posted in May, the soldiers …" has its subject there
            return above == verb or any(self.keys[k] in {";", ":"} for k in range(verb, above)) or above < verb
        whole = any(self.is_predicate(k) and not self.is_elliptic(k) for k in range(at))
        return self.keys[at] == ";" and not whole

    def _is_of_label(self, verb: int) -> bool:
        """ "Fort Rock - due to close in May", "Croft Hill: closed, then sold": nothing in the clause is its subject."""
        if any(self.of(verb, "dobj", "attr", "expl", "ccomp")) or self.labels[verb] in {"acl", "relcl", "pcomp"}:
            return False
        way = [verb, *self.ancestors(verb)]
        if any(self.of(k, "nsubj", "nsubjpass", "csubj") or self.tags[k][:2] == "NN" for k in way):
            return False
        return all(self.labels[k] in {"ROOT", "conj", "xcomp", "acomp", "ccomp", "parataxis", "dep"} for k in way)

    def _is_framed(self, i: int) -> bool:
        """What the parser did not see: a dateline, an entry's label."""
        return self.tags[i] == ":" and self.labels[i] == "parataxis"

    def object(self, verb: int) -> int | None:
        """The head noun of an active verb's object; where that is a relative pronoun, its antecedent."""
        own = self.of(verb, "dobj", "attr", "oprd")
        if own:
            found = own[0]
            if self.labels[verb] == "relcl" and self.keys[found] in _RELATIVE:
                return self.heads[verb]
            return found
        label, head = self.labels[verb], self.heads[verb]
        if label == "relcl" and self.of(verb, "nsubj") and self.keys[self.of(verb, "nsubj")[-1]] not in _RELATIVE:
            if self._is_led(verb) or self.keys[head] in _MOMENTS:
                return (
                    None  # "the following year it moved", "the town from which they left", "the base where they live"
                )
            return head  # "the troops it deploys"
        if label == "xcomp" and self.labels[head] == "relcl" and self.tags[verb] == "VB" and not self.of(head, "dobj"):
            own = self.of(head, "nsubj", "nsubjpass")
            if own and self.keys[own[-1]] not in _RELATIVE and not self.of(verb, "prep") and not self._is_led(head):
                return self.heads[head]  # "the men it was allowed to leave"
        if label == "conj" and self.is_verb(head) and self.tags[verb] == self.tags[head]:
            later = [c for c in self.of(head, "dobj") if c > verb]
            return later[0] if later else None
        return None

    def infinitive(self, verb: int) -> int:
        """ "Are thought to remain", "are to be called up": the verb that says what its subject does."""
        for depth in range(4):
            below = [c for c in self.of(verb, "xcomp") if self.tags[c] in {"VB", "VBN", "VBG"} and c > verb]
            if not below or self.of(verb, "dobj") or depth and self.keys[verb] not in _RAISING:
                break  # "are to stay to train others": what for
            verb = below[0]
        return verb

    def _is_led(self, verb: int) -> bool:
        """A relative clause opens with "where", "whose" or a preposition: its noun is no object in it."""
        if any(self.keys[k] == "whose" for n in self.of(verb, "nsubj", "nsubjpass") for k in self.of(n, "poss")):
            return True
        return any(
            self.keys[c] in {"where", "when", "why"}
            or self.labels[c] == "prep"
            and any(self.keys[n] in {"which", "whom"} for n in self.of(c, "pobj"))
            for c in self.children[verb]
        )

    def agent(self, verb: int) -> int | None:
        """Who acts in a passive: the noun after "by"."""
        for by in self.of(verb, "agent", "prep"):
            if self.keys[by] == "by" and (nouns := self.of(by, "pobj")):
                return nouns[0]
        return None

    def phrases(self, i: int) -> list[tuple[str, int, int]]:
        """Prepositional phrases that hang on i, or on what i governs as object: (preposition, start, end), in order."""
        made: list[tuple[str, int, int]] = []
        for prep, noun in self._prepositions(i, set()):
            start, end = self.span(noun)
            made.append((prep, max(start, 0), end))
        return sorted(set(made), key=lambda p: p[1])

    def prepositions(self, i: int) -> list[tuple[str, int]]:
        """As `phrases`, with the head of each noun phrase instead of its range."""
        return sorted(set(self._prepositions(i, set())), key=lambda p: p[1])

    def _prepositions(self, i: int, seen: set[int]) -> Iterator[tuple[str, int]]:
        if i in seen:
            return
        seen.add(i)
        for c in self.children[i]:
            label = self.labels[c]
            if label in {"prep", "agent", "dative"} and self.tags[c] in {"IN", "TO", "VBG", "RB", "RP"}:
                yield from self._below(c, self.keys[c], seen)
            elif label in {"dobj", "attr", "nsubjpass", "prt", "advmod", "oprd"} or (label == "npadvmod"):
                yield from self._prepositions(c, seen)
            elif label == "conj" and not self.is_verb(c):
                yield from self._prepositions(c, seen)

    def _below(self, prep: int, word: str, seen: set[int]) -> Iterator[tuple[str, int]]:
        """Nouns of a preposition, past a second one ("out of", "from near"); and the phrases that follow them."""
        for c in self.children[prep]:
            label = self.labels[c]
            if label in {"pobj", "pcomp"} and not self.is_verb(c):
                yield word, c
                yield from self._prepositions(c, seen)
            elif label == "prep":
                inner = self.keys[c]
                yield from self._below(c, "from" if word == "out" and inner == "of" else inner, seen)
            elif label == "conj" and self.tags[c] in {"IN", "TO"}:
                yield from self._below(c, self.keys[c], seen)  # "into the base at A and into depots at B"

    @cached_property
    def _heights(self) -> tuple[tuple[int, float], ...]:
        """For each token: how many steps it is from its root, and what they cost."""
        made: dict[int, tuple[int, float]] = {}
        for i in range(len(self.heads)):
            chain = [i]
            while chain[-1] not in made and self.heads[chain[-1]] != chain[-1]:
                chain.append(self.heads[chain[-1]])
            made.setdefault(chain[-1], (0, 0.0))
            for child, head in zip(chain[-2::-1], chain[:0:-1], strict=True):
                steps, cost = made[head]
                made[child] = steps + 1, cost + self._step(child)
        return tuple(made[i] for i in range(len(self.heads)))

    def _step(self, child: int) -> float:
        label = self.labels[child]
        return _STEPS.get(label, 0.2) + (0.8 if label == "conj" and self.is_verb(child) else 0.0)

    def common(self, a: int, b: int) -> int | None:
        """The nearest word that both depend on, or are; None where the parser saw two sentences."""
        heights = self._heights
        while a != b:
            if heights[a][0] < heights[b][0]:
                a, b = b, a
            if self.heads[a] == a:
                return None
            a = self.heads[a]
        return a

    def distance(self, a: int, b: int) -> float:
        """What stands between two words in structure: clause borders count most, a modifier hardly at all."""
        top = self.common(a, b)
        apart = self._heights[a][1] + self._heights[b][1]
        return apart + 0.2 if top is None else apart - 2 * self._heights[top][1]


#: What a step over a dependency costs; 1 is a clause border.
_STEPS = {
    "relcl": 1.0, "advcl": 1.0, "ccomp": 1.0, "parataxis": 1.5, "acl": 0.6, "appos": 0.4, "xcomp": 0.2, "pcomp": 0.4,
    "conj": 0.2, "prep": 0.3, "pobj": 0.1, "dobj": 0.1, "nsubj": 0.3, "nsubjpass": 0.2, "dep": 1.0, "agent": 0.2,
    "compound": 0.0, "amod": 0.05, "det": 0.0, "nummod": 0.05, "poss": 0.1, "case": 0.0, "aux": 0.0, "auxpass": 0.0,
    "prt": 0.0, "punct": 0.5, "dative": 0.2, "npadvmod": 0.2, "advmod": 0.1, "attr": 0.2, "quantmod": 0.0,
}  # fmt: skip
