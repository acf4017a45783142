"""The grammar of a sentence: which word depends on which, as spaCy's English parser reads it.

`parsing` makes trees over our own tokens; a `Tree` answers who does what to whom, through infinitives, relative clauses
and co-ordinations. Labels are the parser's (ClearNLP's: nsubj, dobj, prep, pobj …). Ranges of tokens end exclusive.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .classes import words
from .ellipsis import is_elliptic
from .grammar import BACKGROUND, BY_WHEN, JOINED, MOMENTS, RELATIVE
from .knots import is_knot
from .subjects import subject_of

_CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "punct"})
_NOMINAL = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
_MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "advmod", "punct"})
TAKEN = words("syntax.taken")
_RAISING = words("syntax.raising")


@dataclass(frozen=True)
class Tree:
    """Heads, labels and tags of a sentence's tokens; the root is its own head."""

    keys: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]

    def changed(
        self, heads: Sequence[int], labels: Sequence[str] | None = None, tags: Sequence[str] | None = None
    ) -> Tree:
        """The tree with other heads, labels or tags; itself where they are its own, or where the heads are a knot."""
        new = tuple(heads), tuple(labels or self.labels), tuple(tags or self.tags)
        return self if new == (self.heads, self.labels, self.tags) or is_knot(heads) else Tree(self.keys, *new)

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
        below = self.children[i]
        return [c for c in below if self.labels[c] in labels] if below else []

    def under(self, i: int, words: Container[str] | None = None) -> list[int]:
        """Head nouns of the prepositional phrases of i: of those that open with one of the words, or of all."""
        own = self.of(i, "prep") if words is None else self.of(i, "prep", "agent", "dative", "prt")
        return [n for p in own if words is None or self.keys[p] in words for n in self.of(p, "pobj")]

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
        if (known := self._spans.get(i)) is not None:
            return known
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
        self._spans[i] = start, end + 1
        return start, end + 1

    @cached_property
    def _spans(self) -> dict[int, tuple[int, int]]:
        """Phrases asked for before: needs ask for the same ones."""
        return {}

    def top(self, start: int, end: int) -> int:
        """The head word of a range: the one that depends on nothing inside it."""
        inside = range(start, end)
        return next((i for i in inside if self.heads[i] not in inside or self.heads[i] == i), max(start, end - 1))

    # ── who does what to whom ──
    def subject(self, verb: int) -> int | None:
        """The head noun of a verb's (or passive's) subject, also where another clause names it."""
        return subject_of(self, verb)

    def is_passive(self, verb: int) -> bool:
        """A participle with a form of "be" or a passive subject, or one that modifies a noun ("troops sent by …")."""
        if self.tags[verb] == "VBD" and self.labels[verb] == "acl" and not self.of(verb, "nsubj"):
            return not self.of(verb, "dobj")  # "the plan agreed on in May": a participle that looks like a past
        if self.tags[verb] != "VBN":
            return False
        if self.of(verb, "auxpass", "nsubjpass", "csubjpass", "agent"):
            return True
        if self.labels[verb] == "acl":
            return not self.of(verb, "nsubj")  # "reports that its jets had fired on the town"
        if self.labels[verb] in {"advcl", "pcomp"} and self.of(verb, "nsubj") and not self.of(verb, "aux", "dobj"):
            return self._is_with(verb)
        if self.labels[verb] == "advcl" and not self.of(verb, "aux", "nsubj", "dobj", "xcomp", "ccomp"):
            return self.keys[verb] in TAKEN  # "Taken in May, the town …"
        if self.labels[verb] == "conj" and self.is_verb(self.heads[verb]) and not self.of(verb, "aux"):
            # "were hired in May and dismissed in June", "was killed and three others wounded"
            return self.is_passive(self.heads[verb]) and not self.of(verb, "dobj")
        return False

    def _is_with(self, verb: int) -> bool:
        """ "With most of its troops withdrawn", not "with the Americans gone"."""
        if self.keys[verb] in {"gone", "arrived", "departed", "left", "returned", "fallen", "come"}:
            return False
        return self.keys[self.heads[verb]] == "with" or any(self.keys[c] == "with" for c in self.of(verb, "mark"))

    def is_elliptic(self, verb: int) -> bool:
        """A predicate without a subject whose subject stands in a heading, a label or the sentence before."""
        return is_elliptic(self, verb)

    def object(self, verb: int) -> int | None:
        """The head noun of an active verb's object; where that is a relative pronoun, its antecedent."""
        own = self.of(verb, "dobj", "attr", "oprd")
        if own:
            found = own[0]
            if self.labels[verb] == "relcl" and self.keys[found] in RELATIVE:
                return self.heads[verb]
            if self.labels[verb] == "csubj" and self.keys[found] == "what":  # "what Spain keeps there is 1,500 men"
                return next(iter(self.of(self.heads[verb], "attr")), found)
            return found
        label, head = self.labels[verb], self.heads[verb]
        if label == "relcl" and self.of(verb, "nsubj") and self.keys[self.of(verb, "nsubj")[-1]] not in RELATIVE:
            if self._is_led(verb) or self.keys[head] in MOMENTS:
                return None  # "the following year it moved", "the town from which they left", "plans for it to move"
            return head  # "the troops it deploys"
        if label == "xcomp" and self.labels[head] == "relcl" and self.tags[verb] == "VB" and not self.of(head, "dobj"):
            own = self.of(head, "nsubj", "nsubjpass")
            if own and self.keys[own[-1]] not in RELATIVE and not self.of(verb, "prep") and not self._is_led(head):
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
            or self.labels[c] == "mark"
            and self.keys[c] == "for"
            or self.labels[c] == "prep"
            and any(self.keys[n] in {"which", "whom"} for n in self.of(c, "pobj"))
            for c in self.children[verb]
        )

    def agent(self, verb: int) -> int | None:
        """Who acts in a passive: the noun after "by"; no number ("cut by 1,000") but of men ("joined by 1,000")."""
        for by in self.of(verb, "agent", "prep"):
            if self.keys[by] == "by" and (nouns := self.of(by, "pobj")) and self.keys[nouns[0]] not in BY_WHEN:
                if self.tags[nouns[0]] != "CD" or self.of(nouns[0], "prep") or self.keys[verb] in JOINED:
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
                yield from () if word in BACKGROUND else self._prepositions(c, seen)  # "after a visit by the king"
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
