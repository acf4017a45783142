"""Wide places and narrow ones that stand side by side: "in the north of the country and in X", "in the north, at X"."""

from __future__ import annotations

from itertools import pairwise

from ..clauses import View
from ..draft import Draft
from ..mentions import PlaceMention
from .onefact import holds

_WHERE = frozenset({"in", "at", "near", "around", "outside"})


def lies_around(a: Draft, b: Draft) -> bool:
    """The one place holds the other; of what one verb lists ("in the north and in X") only a land does."""
    wide = a.main_place
    is_named = wide is not None and wide.form == "place" and wide.place.kind_code not in {"country", "theatre"}
    return holds(wide, b.main_place) and not (is_named and a.trigger_start == b.trigger_start)


def most_specific(view: View, group: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a list without those that only say where the next one lies, or the last: "in the north of the
    country, at X", "at X, in the north of the country"."""
    wide = [q for p, q in pairwise(group) if _says_where(view, p, q) and holds(q, p)]
    wide += [p for p, q in pairwise(group) if _says_where(view, p, q) and holds(p, q)]
    return [p for p in group if p not in wide]


def _says_where(view: View, p: PlaceMention, q: PlaceMention) -> bool:
    is_near = view.key(p.last + 1) == "," and view.key(p.last + 2) in _WHERE and q.first - p.last <= 4
    return is_near and q.prep in _WHERE
