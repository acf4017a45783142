"""Numbers told in turn, each behind its place: "there are 900 in Mali; in Chad, 300"."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.syntax import Tree
from ..mentions import PlaceMention


def in_turn(tree: Tree, grouped: Sequence[list[PlaceMention]]) -> dict[int, list[PlaceMention]]:
    """Number → the places of the phrase before it that hangs on it."""
    made: dict[int, list[PlaceMention]] = {}
    for group in grouped:
        at = group[0].last
        prep = next((a for a in tree.ancestors(at) if tree.labels[a] == "prep"), None)
        number = at if prep is None else tree.heads[prep]
        if at < number and tree.tags[number] == "CD" and tree.labels[number] == "conj":
            made[number] = group
    return made
