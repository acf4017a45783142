"""One verb, several garrisons: "has paratroopers at Gao, gunners at Kidal and engineers at Tessalit", "a company guards
the airport, another the bridge at Gao", "French soldiers hold the north, Dutch soldiers the port of Bria".

What follows the verb's own place behind a comma or "and", without a verb, is somebody else, or more of them, elsewhere.
"""

from __future__ import annotations

from ..families import MOVES
from ..geography.placed import LOCATIVE
from ..mentions import ForceMention, PlaceMention
from ..needs.movers import kind
from ..quantity.quantities import Quantity
from ..reading import Reading
from .gappedsites import is_of_site, site_parts
from .gapping import Part, parts

_BORDERS = frozenset({",", ";", "and", "while", "—", "–"})
#: Who opens a part: one more of those spoken of.
_MORE = frozenset("another others second third fourth fifth one rest remainder latter two three four".split())
_EMPTY = frozenset("the a an some more also still , and other its their".split())


def parted(r: Reading, own: Quantity | None) -> list[Part]:
    """The parts of a sentence that repeat its verb."""
    if r.type_code in MOVES | {"attack_on_force"}:
        return parts(r, own)
    return stays(r) or (site_parts(r) if is_of_site(r) else [])


def stays(r: Reading) -> list[Part]:
    """The parts that repeat a verb of being or holding, each with a place of its own."""
    v = r.view
    if r.trigger.kind != "verb" or r.type_code != "presence" or r.passive and r.code == "hold":
        return []
    own = [p for p in v.spotted.places if p.form not in {"bare", "owner"} and p.last < len(v.toks)]
    cuts = [k for k in range(r.last + 1, len(v.toks)) if v.key(k) in _BORDERS]
    made: list[Part] = []
    ends = [*cuts[1:], len(v.toks)]
    for n, (a, end) in enumerate(zip(cuts, ends, strict=False)):
        b = end
        if v.key(a) == ";" and any(f.first == a + 1 and f.last == end - 1 for f in v.spotted.forces):
            b = ends[min(n + 1, len(ends) - 1)]  # "; Dutch soldiers, the port of X"
        start = next((k for k in range(a + 1, b) if v.key(k) not in _EMPTY), b)
        inside = [p for p in own if start <= p.first < b]
        before = [p for p in own if p.first <= a] or r.code in {"hold", "run_ground"}
        who = _who(r, start, b)
        last = who.last if isinstance(who, ForceMention) else start - 1
        if any(a < k < b for k in v.verbs if not start <= k <= last):
            break
        if start == b or not inside or not before:
            continue
        is_aside = v.key(a) == "," and v.key(a + 1) in {"the", "a", "an"}
        if made and made[-1].end == a and inside[0].first <= start + 1 and not is_aside:
            made.append(Part(a, b, actors=made[-1].actors, place=inside[0]))  # "detachments at X and Y"
            continue
        if who is not None and _is_told(r, start, who, inside[0]):
            force = who if isinstance(who, ForceMention) else None
            made.append(Part(a, b, actors=force.codes if force is not None else (), place=inside[0]))
    return made


def _who(r: Reading, start: int, end: int) -> ForceMention | int | None:
    """Whose name or noun opens a part."""
    v = r.view
    named = next((f for f in v.spotted.forces if f.first <= start <= f.last and f.last < end), None)
    if named is not None and (named.is_military or named.noun == "people"):
        return named if named.codes else start
    if v.key(start) in _MORE or any(kind(v, k) in {"force", "soft"} for k in range(start, min(start + 3, end))):
        return start
    return None


def _is_told(r: Reading, start: int, who: ForceMention | int, place: PlaceMention) -> bool:
    """The place is where they are, or what they hold, and no name of their own."""
    last = who.last if isinstance(who, ForceMention) else start
    if place.first <= last:
        return False
    if place.prep in LOCATIVE | {"of", "above", "below", "behind", "beyond"}:
        return True
    return place.prep == "" and place.first <= last + 3 and r.code in {"hold", "run_ground", "keep_place"}
