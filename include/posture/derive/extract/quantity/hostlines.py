"""Lines of a list of hosts: "Mali: Russia, 2,000 men", "Niger - Italy (300); Germany, 60 soldiers": the country that
labels the line is where they are, the one behind the mark whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import View
from ..draft import Draft
from ..mentions import PlaceMention
from .listlines import after_bullet
from .quantities import COUNTED, as_count, count_at

_MARKS = frozenset({":", "–", "—", "-", "|"})
_BEFORE_COUNT = frozenset({",", "(", "-", "–", "with"})


def by_host(view: View) -> list[Draft]:
    """The levels that such a line states; none where a part of it counts nobody or names no state before its number."""
    host = _host(view)
    if host is None or view.verbs:
        return []
    made: list[Draft] = []
    for start, end in _parts(view, host):
        state = next(_states(view, start), None)
        if state is None or state[1] == host.place.country_code:
            return []
        at = state[0] + 1
        if view.key(at) not in _BEFORE_COUNT:
            return []
        own = next((q for q in view.quantities if at < q.first < end and q.unit in COUNTED), None)
        read = None if own else count_at(view.toks, at + 1)
        if own is None and (read is None or view.key(at) != "(" or view.key(read[1] + 1) != ")"):
            return []
        count = as_count(own) if own else read[2] if read else None
        first, last = (own.first, own.last) if own else read[:2] if read else (at, at)
        made.append(
            Draft(
                "strength",
                (state[1],),
                place=host,
                quantity=count,
                status="in_effect",
                start=view.toks[host.first].start,
                end=view.toks[end - 1].end,
                trigger_start=view.toks[first].start,
                trigger_end=view.toks[last].end,
                rule="list_line",
            )
        )
    return made


def _host(view: View) -> PlaceMention | None:
    """The place that labels the line."""
    at = after_bullet(view)
    p = next((p for p in view.spotted.places if p.first == at), None)
    return p if p is not None and view.key(p.last + 1) in _MARKS else None


def _parts(view: View, host: PlaceMention) -> Iterator[tuple[int, int]]:
    start = host.last + 2
    for k in range(start, len(view.toks)):
        if view.key(k) == ";":
            yield start, k
            start = k + 1
    end = len(view.toks) - (view.key(len(view.toks) - 1) == ".")
    if start < end:
        yield start, end


def _states(view: View, start: int) -> Iterator[tuple[int, str]]:
    """The state that stands at a token, with its last token."""
    at = start + (view.key(start) == "the")
    for f in view.spotted.forces:
        if f.first == at and len(f.codes) == 1:
            yield f.last, f.codes[0]
    for p in view.spotted.places:
        if p.first == at and p.place.kind_code == "country" and p.place.country_code:
            yield p.last, p.place.country_code
