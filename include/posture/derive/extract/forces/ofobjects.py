"""Whose a thing is that somebody else acts upon: in "shelled M23 positions" M23 does nothing."""

from __future__ import annotations

from ..clauses import View
from ..mentions import ForceMention


def is_of_object(view: View, f: ForceMention) -> bool:
    """The mention only says whose the object is."""
    tree = view.tree
    head = tree.heads[f.last]
    inside = tree.labels[f.last] in {"compound", "nmod", "poss"} and tree.labels[head] in {"dobj", "pobj"}
    return inside and tree.keys[head] not in view.vocabulary.classes["movers"]
