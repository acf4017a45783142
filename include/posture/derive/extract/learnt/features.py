"""What a trigger and its sentence are, as the learnt weights know them: features of words, classes and grammar.

Names of forces, places, numbers and times stand for their kind (`FORCE`, `PLACE`, `N_personnel` …), so that what is
learnt of one war holds for another. A feature is a short string: `subj:FORCE`, `pp:in:PLACE`, `w+1:of`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..clauses import View
from ..language.syntax import Tree
from ..language.vocabulary import Trigger, vocabulary
from ..quantity.quantities import Quantity

#: Tokens before and after a trigger whose words count.
_BEFORE, _AFTER = 3, 4
#: Phrases of a trigger that are looked at.
_PHRASES = 6
#: What stands for a name or a time.
_NAMES = frozenset({"PLACE", "SITE", "STATE", "TIME"})
#: Sentences are as long as others by steps of so many words.
_STEP, _LONGEST = 8, 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may state a fact: a trigger, or a count, which may state a strength.

    `code`, `type_code`: of its frame. `missing`: why no rule believes it; "" if one does. `head`: the counted noun.
    """

    first: int
    last: int
    code: str
    type_code: str
    lemma: str
    kind: str
    missing: str
    head: int | None = None


def of_trigger(view: View, first: int, last: int, trigger: Trigger, missing: str, type_code: str = "") -> Candidate:
    """A trigger as a candidate.

    Args:
        view: its sentence.
        first: its tokens begin.
        last: they end, inclusive.
        trigger: the word, and its frame.
        missing: the need that its frame lacks, or "".
        type_code: what it would state; by default what its frame does.
    """
    frame = view.vocabulary.frames[trigger.frame]
    code, type_code = str(frame["code"]), type_code or str(frame["type"])
    return Candidate(first, last, code, type_code, trigger.lemma, trigger.kind, missing)


def of_count(q: Quantity, head: int, missing: str) -> Candidate:
    """A count as a candidate; `missing`: why it gives no strength, or ""."""
    return Candidate(q.first, q.last, "count", "strength", q.noun, "count", missing, head)


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, ...]]:
    """The lexicon's classes by word."""
    made: dict[str, list[str]] = {}
    for name, words in sorted(vocabulary().classes.items()):
        for word in words:
            made.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in made.items()}


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    """Base forms of the lexicon's verbs by inflected form."""
    found = ((form, t) for form, ts in vocabulary().by_first.items() for t in ts if t.kind == "verb")
    return {form: t.lemma.split()[0] for form, t in found}


class Sentence:
    """One sentence's words as features see them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.atoms = _atoms(view)
        self.keys = [view.key(i) for i in range(len(view.toks))]

    @cached_property
    def features(self) -> frozenset[str]:
        """Features of the sentence as a whole: whatever candidate of it is asked about."""
        classes = _classes()
        made = {"s:" + a for a in self.atoms}
        plain = {k for k, a in zip(self.keys, self.atoms, strict=True) if a not in _NAMES}
        made.update("sc:" + c for k in plain for c in classes.get(k, ()))
        made.add(f"n:{min(len(self.atoms) // _STEP, _LONGEST)}")
        made |= {"as:" + self.view.sentence.kind, "bias"}
        return frozenset(made)

    def of(self, c: Candidate) -> set[str]:
        """Features of one candidate: what it is, its arguments and phrases, the words around it."""
        tree = self.view.tree
        made = {"code:" + c.code, f"lemma:{c.lemma}:{c.kind}", "kind:" + c.kind, "tag:" + tree.tags[c.first]}
        if c.missing:
            made.add("lacks:" + c.missing)
        if c.kind == "verb":
            head = next((k for k in range(c.first, c.last + 1) if tree.is_predicate(k)), c.first)
            made.add(f"passive:{tree.is_passive(head)}")
            made |= self._noun("subj", tree.subject(head))
            made |= self._noun("obj", tree.object(head))
        else:
            head = c.last if c.head is None else c.head
            made |= self._noun("under", tree.clause(head))
            made.update("pre:" + a for a in self.atoms[tree.span(head)[0] : c.first])
        made.add("label:" + tree.labels[head])
        for word, start, end in tree.phrases(head)[:_PHRASES]:
            made.add("prep:" + word)
            made.update(f"pp:{word}:{a}" for a in self.atoms[start:end] if a[0].isupper())
        made |= self._beside(tree, head)
        return made | self._around(c.first, c.last)

    def _noun(self, role: str, at: int | None) -> set[str]:
        if at is None:
            return {role + ":none"}
        return {f"{role}:{self.atoms[at]}", *(f"{role}:c:{c}" for c in _classes().get(self.keys[at], ()))}

    def _beside(self, tree: Tree, head: int) -> set[str]:
        """What hangs on the trigger, and what it hangs on."""
        made = {"up:" + tree.labels[head] + ":" + self.atoms[tree.heads[head]]} if tree.heads[head] != head else set()
        for k in tree.children[head]:
            made |= {"dep:" + tree.labels[k] + ":" + self.atoms[k], "has:" + tree.labels[k]}
        return made

    def _around(self, first: int, last: int) -> set[str]:
        at = [*["_"] * _BEFORE, *self.atoms, *["_"] * _AFTER]
        before, after = at[first : first + _BEFORE], at[last + _BEFORE + 1 : last + _BEFORE + 1 + _AFTER]
        made = {"w-:" + a for a in before} | {"w+:" + a for a in after}
        made.update(f"w-{_BEFORE - k}:{a}" for k, a in enumerate(before))
        made.update(f"w+{k}:{a}" for k, a in enumerate(after, start=1))
        made |= {f"b-:{before[-2]} {before[-1]}", f"b+:{after[0]} {after[1]}", f"b0:{before[-1]} {after[0]}"}
        return made


def _atoms(view: View) -> list[str]:
    """Each token's kind where it is part of a name, number or time; else its base form or its word."""
    made = [
        _bases().get(k, k) if not any(c.isdigit() for c in k) else "#" for k in map(view.key, range(len(view.toks)))
    ]
    for p in view.spotted.places:
        made[p.first : p.last + 1] = ["SITE" if p.is_site else "PLACE"] * (p.last + 1 - p.first)
    for f in view.spotted.forces:
        made[f.first : f.last + 1] = ["FORCE" if f.is_military else "STATE"] * (f.last + 1 - f.first)
    for q in view.quantities:
        made[q.number] = "N_" + q.unit
    for at, t in view.timed:
        for k in range(at, len(made)):
            if view.toks[k].start < t.end:
                made[k] = "TIME"
    return made
