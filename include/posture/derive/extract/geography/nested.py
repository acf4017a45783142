"""Places within places: ground without a name beside one with a name, where the name says where and the ground where
that is ("in the districts, at Baucau", "across the border, in Goma"); "Gao in Mali", "Gao, in the north of Mali".
"""

from __future__ import annotations

from collections.abc import Iterable

from ..language.syntax import Tree
from ..mentions import PlaceMention

#: Before the name, behind the ground.
_NARROWING = frozenset({"in", "at", "near", "around", "outside"})
#: Before ground that only divides.
OVER = frozenset({"across", "over", "beyond", "behind"})

#: What a country is behind a place within it that stands as near; parts of it, by a hair.
_WIDTH = {"country": 0.15, "admin1": 0.015, "region": 0.015, "area": 0.015}


def width(p: PlaceMention) -> float:
    """How much a wide place yields to one within it."""
    return _WIDTH.get(p.place.kind_code, 0.0)


#: From the widest down; whatever else is narrower.
_WIDEST = ("theatre", "country", "region", "area", "admin1")


def named_within(tree: Tree, whole: PlaceMention, trigger: int, groups: Iterable[list[PlaceMention]]) -> bool:
    """ "In Mali, where 900 are at Gao": behind "where" the clause names a place inside the one that it is said of."""
    clause = tree.clause(trigger)
    wide = whole.place.kind_code
    if wide not in _WIDEST:
        return False
    narrower = _WIDEST[: _WIDEST.index(wide) + 1]
    own = (g[0] for g in groups if g[0].first > whole.last and tree.clause(g[0].first) == clause)
    return any(p.form == "place" and p.prep in _AT and p.place.kind_code not in narrower for p in own)


_AT = _NARROWING | {"on"}


def _is_vague(p: PlaceMention) -> bool:
    """ "The districts", "the south", "the border": without a name."""
    return p.form == "ground" or p.form == "pointed" and p.place.kind_code in {"border_area", "region", "area"}


def narrows(whole: PlaceMention, p: PlaceMention) -> bool:
    """A phrase of its own names the place in the ground before it."""
    return _is_vague(whole) and p.prep in _NARROWING and not _is_vague(p)


def lies_beyond(inner: PlaceMention, p: PlaceMention) -> bool:
    """ "In X, on its border with Y", "in X, across the river": it says where X lies."""
    is_beyond = p.prep in OVER and (_is_vague(p) or p.form == "pointed") and not _is_vague(inner)
    return is_beyond or p.place.kind_code == "border_area"


def without_wholes(groups: list[list[PlaceMention]]) -> list[list[PlaceMention]]:
    """ "In Poland in Poznan", "in Lithuania at Rukla": of a land and a place in it right behind, the place is meant."""
    return [g for g in groups if not any(_goes_into(g[-1], other[0]) for other in groups)]


def _goes_into(whole: PlaceMention, p: PlaceMention) -> bool:
    is_land = whole.place.kind_code == "country" and whole.form == "place" and whole.prep == "in"
    is_town = p.form == "place" and p.place.kind_code not in {"country", "theatre", "sea"}
    behind = p.first - whole.last == _BESIDE and p.prep in _NARROWING
    return is_land and is_town and behind and p.place.country_code in {None, whole.place.country_code}


#: Between them only the preposition.
_BESIDE = 2
_WIDE = frozenset({"country", "region", "admin1", "area", "theatre", "territory"})
#: Between a place and what it lies in: a comma, "in", "in the".
_NEAR = 4


def holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Both stand in one sentence; the second is said to lie in the first."""
    if outer.place.kind_code not in _WIDE or inner.place.kind_code in {"country", "theatre"}:
        return False
    alike = outer.place.country_code in {None, inner.place.country_code} or inner.place.country_code is None
    return alike and 0 < outer.first - inner.last <= _NEAR and outer.prep in {"in", "of", "", "on"}
