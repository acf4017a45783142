"""Dates between the places of a list: "A by 15 November, B by 20 November and C", "in Iraq in 2014 and in Syria"."""

from __future__ import annotations

from ..clauses import View


def undated(view: View, start: int, end: int) -> list[str]:
    """The words of a range without its dates: "A by 15 November, B by 20 November and C"."""
    when: set[int] = set()
    for at, t in view.timed:
        if not start <= at < end:
            continue
        when |= {k for k in range(at, end) if view.toks[k].start < t.end}
        when |= {k for k in (at - 1, at - 2) if k >= start and view.key(k) in _DATING}
    return [view.key(k) for k in range(start, end) if k not in when and not (when and view.key(k) in "()")]


_DATING = frozenset("by in on until before since from the".split())


def is_dated(between: list[str]) -> bool:
    """Only a date stands between two places: "in Iraq in September 2014 and in Syria"."""
    return (
        "and" in between
        and any(w.isdecimal() and len(w) == 4 and w[:2] in {"19", "20"} for w in between)
        and sum(w.isdecimal() for w in between) <= 2
    )
