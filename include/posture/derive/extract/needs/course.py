"""How far a movement spoken of has got: "the withdrawal will be complete by May"."""

from __future__ import annotations

from ..reading import Reading


def proceeds(r: Reading) -> bool:
    """ "The withdrawal will be complete by May": the one spoken of, and how far it has got."""
    v, tree = r.view, r.view.tree
    verb = tree.heads[r.last]
    if tree.labels[r.last] not in {"nsubj", "nsubjpass"} or not {"the", "this"} & {
        v.key(c) for c in tree.children[r.last]
    }:
        return False
    words = {v.key(verb), *(v.key(c) for c in tree.of(verb, "acomp", "xcomp", "prep", "advmod", "attr"))}
    return bool(words & _COURSE)


_COURSE = frozenset(
    (
        "complete completed begin begins began begun start starts started end ends ended finish finished proceed "
        "proceeds "
        "proceeding continue continues continued continuing over due delayed postponed underway suspended halted "
        "resumed "
        "resume conclude concluded accelerate accelerated"
    ).split()
)
