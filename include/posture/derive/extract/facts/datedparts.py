"""What a verb tells of one place after another, each with its time: "A was taken on Monday and B on Friday"."""

from __future__ import annotations

from dataclasses import replace

from ..reading import Reading
from .gapping import INTO, Part, opening


def dated(r: Reading, a: int, b: int, _: list[Part]) -> Part | None:
    """The next place of a verb that has told its first one's time, with its own time right behind it: "closed A in 1994
    and B in 1995". Which country is named may be who acts: "Spain left in May and Poland in June"."""
    v = r.view
    if not any(r.last < k < a for k, _time in v.timed):
        return None
    start = opening(v, a, b)
    start += v.key(start) in INTO | {"from"}
    place = next((p for p in v.spotted.places if p.first == start and p.form != "owner"), None)
    if place is None or place.place.kind_code == "country":
        return None
    time = next((t for k, t in v.timed if place.last < k <= place.last + 3 and k < b), None)
    if time is None:
        return None
    return Part(a, b, None, None, time, (), replace(place, form="place") if place.form == "bare" else place)
