"""Of "Gao in Mali", "Gao, in the north of Mali" the second place only says where the first one lies."""

from __future__ import annotations

from ..mentions import PlaceMention

_WIDE = frozenset({"country", "region", "admin1", "area", "theatre", "territory"})
#: Between a place and what it lies in: a comma, "in", "in the".
_NEAR = 4


def holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Both stand in one sentence; the second is said to lie in the first."""
    if outer.place.kind_code not in _WIDE or inner.place.kind_code in {"country", "theatre"}:
        return False
    alike = outer.place.country_code in {None, inner.place.country_code} or inner.place.country_code is None
    return alike and 0 < outer.first - inner.last <= _NEAR and outer.prep in {"in", "of", "", "on"}
