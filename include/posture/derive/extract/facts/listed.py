"""Wide places and narrow ones that stand side by side: "in the north of the country and in X", "in the north, at X"."""

from __future__ import annotations

from ..clauses import View
from ..draft import Draft
from ..mentions import PlaceMention
from .onefact import holds

_WHERE = frozenset({"in", "at", "near", "around", "outside"})


def are_listed(a: Draft, b: Draft) -> bool:
    """Places that one verb lists: "in the north of the country and in X", which need not lie there."""
    wide = a.main_place
    is_named = wide is not None and wide.form == "place" and wide.place.kind_code not in {"country", "theatre"}
    return is_named and a.trigger_start == b.trigger_start


def most_specific(view: View, group: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a list without those that only say where the next one lies: "in the north of the country, at X"."""
    return [p for at, p in enumerate(group) if not any(_is_within(view, q, p) for q in group[at + 1 : at + 2])]


def _is_within(view: View, p: PlaceMention, wide: PlaceMention) -> bool:
    is_near = view.key(wide.last + 1) == "," and view.key(wide.last + 2) in _WHERE and p.first - wide.last <= 4
    return is_near and p.prep in _WHERE and holds(wide, p)
