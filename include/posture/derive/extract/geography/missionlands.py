"""The land of a mission as the place of those who serve in it: "has 300 soldiers in MONUSCO"."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..language.grammar import set_of
from ..mentions import ForceMention, PlaceMention
from .discourse import theatre_mention

#: What a mission stands behind, where others serve in it.
_SERVING = set_of("in with to for under at within alongside as of")


def land_of(view: View, f: ForceMention) -> PlaceMention | None:
    """The one land of a mission that others serve in or support; None for those that act themselves."""
    if len(f.theatre) != 1:
        return None
    before = next((k for k in range(f.first - 1, max(-1, f.first - 4), -1) if view.key(k) not in {"the", "its"}), -1)
    is_object = view.tree.labels[f.last] in {"dobj", "attr", "conj", "appos", "oprd"}
    if not (view.key(before) in _SERVING or is_object) or (land := theatre_mention(f.theatre[0])) is None:
        return None
    return replace(land, first=f.first, last=f.last, prep="in", form="pointed", why="mission")
