"""What a sentence shares out between two: "A and B sent troops, the former to X and the latter to Y"."""

from __future__ import annotations

from ..mentions import PlaceMention
from ..quantity.quantities import as_count
from ..reading import Reading
from .gapping import INTO, Part


def of_the_two(r: Reading) -> list[Part]:
    """A part for "the former" and one for "the latter", each with a place of its own, perhaps a count; none where the
    subject names more than two, or one of them has no place."""
    v = r.view
    behind = range(r.last + 1, len(v.toks))
    first = next((k for k in behind if v.key(k) == "former" and v.key(k - 1) == "the"), None)
    second = next((k for k in behind if v.key(k) == "latter" and v.key(k - 1) == "the"), None)
    two = _named(r)
    if first is None or second is None or first > second or len(two) != 2:
        return []
    end = next((k for k in range(second, len(v.toks)) if v.key(k) in _ENDS), len(v.toks))
    made = []
    for a, b, codes in ((first, second, two[0]), (second, end, two[1])):
        place = next((p for p in v.places_in(a, b) if p.prep in INTO | {"from"} and p.form == "place"), None)
        if place is None:
            return []
        q = next((q for q in v.quantities if a < q.number < b and q.unit == "personnel"), None)
        time = next((t for k, t in v.timed if a < k < b), None)
        made.append(Part(a, b, q, as_count(q) if q is not None else None, time, codes, place))
    return made


#: What ends the part of the latter.
_ENDS = frozenset({";", "while", "but", "and", ":"})


def _named(r: Reading) -> list[tuple[str, ...]]:
    """Whom the subject names, in order."""
    v, (start, end) = r.view, r.subject
    named = {f.first: f.codes for f in v.forces_in(start, end) if f.codes}
    for p in v.spotted.places:
        if start <= p.first < end and _is_state(p) and p.place.country_code:
            named.setdefault(p.first, (p.place.country_code,))
    return list(dict.fromkeys(named[k] for k in sorted(named)))


def _is_state(p: PlaceMention) -> bool:
    return p.place.kind_code == "country"
