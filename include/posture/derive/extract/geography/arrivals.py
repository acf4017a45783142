"""Whence those leave of whom the same sentence says where they had gone: "entered X on Monday and left on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..clauses import View
from ..language.classes import verbs, words
from ..mentions import PlaceMention
from ..quantity.wholes import PARTS
from ..reading import Reading
from .hooks import hook

_INTO = frozenset({"to", "into", "onto"})
_THERE = frozenset({"at", "in", "on"})
#: Who leaves is who came, or is not said anew.
_SAME = frozenset({"they", "them", "it", "who", "which", "that", "these", "both", "all", "most", "some"})
#: Who did not come, where some did: "some were moved to X, the others went home".
_NOT_THEY = frozenset({"rest", "remainder", "others"})
#: What these join was before.
_ONCE = frozenset({"since", "after", "when", "once", "as"})
#: Clauses up from the one that leaves to the one that came: "moved into X, and the minister has said that they …".
_CLAUSES = 4


def come_to(view: View, r: Reading, groups: Sequence[list[PlaceMention]]) -> list[PlaceMention]:
    """The place, or the list of places, to which a clause before has brought those who leave."""
    tree = view.tree
    if r.type_code != "withdrawal" or r.trigger.kind != "verb" or not _goes_on(r):
        return []
    above = [a for a in tree.ancestors(r.first) if tree.is_verb(a) and a < r.first][:_CLAUSES]
    beside = [c for c in tree.of(r.first, "ccomp", "parataxis") if tree.is_verb(c) and c < r.first]
    sent = words("sent") | verbs("send_force") | verbs("come_to")
    for verb in (*above, *beside):
        if any(tree.keys[c] in {"not", "n't", "never"} for c in tree.of(verb, "neg")):
            continue
        for group in groups:
            h = hook(tree, group[0], view.vocabulary.classes["sites"])
            if h.governor != verb or not verb < group[0].first < r.first:
                continue
            goes = tree.keys[verb] in sent and h.prep in _INTO
            lands = tree.keys[verb] in verbs("land") and h.prep in _INTO | _THERE
            takes = tree.keys[verb] in verbs("move_in") and (h.prep == "" or h.prep in _INTO)
            if goes or lands or takes:
                return [replace(p, why="sentence") for p in group]
    return []


def _goes_on(r: Reading) -> bool:
    """Nobody else is said to leave than those who came."""
    tree = r.view.tree
    who = tree.object(r.first) if r.object_head is not None and not r.passive else tree.subject(r.first)
    at = r.first
    while who is None and tree.labels[at] in {"xcomp", "ccomp"} and tree.is_verb(tree.heads[at]):
        at = tree.heads[at]
        who = tree.subject(at)
    is_shared = who is not None and tree.labels[at] == "conj" and tree.heads[who] == tree.heads[at]
    is_before = any(tree.keys[m] in _ONCE for m in tree.of(at, "mark", "advmod"))  # "came, after it had left"
    is_some = who is not None and (tree.tags[who] == "CD" or tree.keys[who] in PARTS - _NOT_THEY)  # "300 of them"
    return (who is None or is_shared or is_some or tree.keys[who] in _SAME) and not is_before
