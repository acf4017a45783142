"""Coming and going that is part of an attack: "entered the camp, opened fire and left", "fired before fleeing"."""

from __future__ import annotations

from ..language.classes import nouns, verbs
from ..reading import Reading
from .movers import head_nouns

_RAIDING = verbs("raid")
_OPENING = frozenset("open opens opened opening".split())


def is_of_raid(r: Reading) -> bool:
    """Whether who goes has just attacked, in the same breath, or comes to attack and is no army."""
    tree = r.view.tree
    if r.trigger.kind != "verb":
        return False
    first = tree.first_conjunct(r.first)
    chain = sorted({first, *_joined(r, first)})
    if r.type_code == "withdrawal" or r.trigger.lemma == "flee":
        before = [k for k in chain if k < r.first]
        above = tree.heads[first]
        if tree.labels[first] == "pcomp" and tree.keys[above] == "before":
            before += [tree.heads[above], *_joined(r, tree.heads[above])]
        elif tree.labels[first] == "advcl" and "before" in {tree.keys[c] for c in tree.of(first, "mark")}:
            before += [above, *_joined(r, above)]
        return any(_is_raid(r, k) for k in before)
    if r.type_code != "deployment" or r.passive or r.object_head is not None and not _is_band(r):
        return False
    return _is_band(r) and any(_is_raid(r, k) for k in chain if k > r.last)


def _joined(r: Reading, verb: int) -> list[int]:
    """The verbs that "and" joins to one, whatever hangs them on another of the row."""
    tree, made, stack = r.view.tree, list[int](), [verb]
    while stack:
        more = [c for c in tree.of(stack.pop(), "conj") if tree.is_verb(c) and c not in made]
        made += more
        stack += more
    return made


def _is_raid(r: Reading, verb: int) -> bool:
    tree = r.view.tree
    if tree.keys[verb] in _OPENING:
        return any(tree.keys[o] == "fire" for o in tree.of(verb, "dobj"))
    return tree.keys[verb] in _RAIDING


def _is_band(r: Reading) -> bool:
    """No soldiers of a state: gunmen, militants, "they"."""
    v = r.view
    if r.subject_head is None:
        return False
    heads = [r.subject_head, *head_nouns(v, r.subject_head)]
    troops = v.vocabulary.classes["personnel"] - _BANDS
    states = {c for n in heads for f in v.forces_in(n, n + 1) for c in f.codes if len(c) == 3}
    return not states and not any(v.key(n) in troops or v.key(n) in {"army", "military", "police"} for n in heads)


_BANDS = nouns("irregular")
