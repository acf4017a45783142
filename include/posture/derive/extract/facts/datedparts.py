"""What a verb tells of one place after another, each with its time: "A was taken on Monday and B on Friday"."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..draft import Count
from ..mentions import PlaceMention
from ..quantity.quantities import as_count
from ..reading import Reading
from .gapping import INTO, Part, opening


def dated(r: Reading, a: int, b: int, _: list[Part]) -> Part | None:
    """The next place of a verb that has told its first one's time, with its own time right behind it: "closed A in 1994
    and B in 1995". Which country is named may be who acts: "Spain left in May and Poland in June"."""
    v = r.view
    if not any(r.last < k < a for k, _time in v.timed):
        return None
    place = _opens(v, a, b)
    if place is None or place.place.kind_code == "country":
        return None
    time = next((t for k, t in v.timed if place.last < k <= place.last + 3 and k < b), None)
    if time is None:
        return None
    return Part(a, b, None, None, time, (), place)


def as_often(r: Reading, a: int, b: int, _: list[Part]) -> Part | None:
    """The next place that was hit, with how often: "bombed A six times and B twice"."""
    v = r.view
    place = _opens(v, a, b)
    if place is None or not any(_often(v, k) for k in range(r.last + 1, a)):
        return None
    count = _often(v, place.last + 1)
    return Part(a, b, None, count, None, (), place) if count is not None else None


def _often(v: View, at: int) -> Count | None:
    """How often, in words that begin at a token: "six times", "twice"."""
    if v.key(at) in _OFTEN:
        return Count(_OFTEN[v.key(at)], _OFTEN[v.key(at)], "exact", "strikes")
    return next((as_count(q) for q in v.quantities if q.first == at and q.noun == "times"), None)


_OFTEN = {"once": 1, "twice": 2, "thrice": 3}


def _opens(v: View, a: int, b: int) -> PlaceMention | None:
    """The place whose name opens a segment."""
    start = opening(v, a, b)
    start += v.key(start) in INTO | {"from"}
    place = next((p for p in v.spotted.places if p.first == start and p.form != "owner"), None)
    return replace(place, form="place") if place is not None and place.form == "bare" else place
