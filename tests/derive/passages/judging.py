"""How many facts of passages the engine finds, and how many of what it states are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.passages import PLACES, Passage, Wanted

from ..reading import Fact, Where, facts


@dataclass
class Reading:
    """Counts over passages: `met` agree in type, places and number, `right` in all slots that were named."""

    wanted: int = 0
    given: int = 0
    met: int = 0
    right: int = 0
    wrong: list[tuple[Passage, list[str]]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of the facts that agree in type, places and number."""
        return 2 * self.met / (self.wanted + self.given) if self.wanted + self.given else 1.0

    def __str__(self) -> str:
        return (
            f"{self.wanted} facts, {self.given} given, {self.met} met: "
            f"F1 {self.f1:.3f}, precision {self.met / max(1, self.given):.3f}, "
            f"recall {self.met / max(1, self.wanted):.3f}, all slots {self.right / max(1, self.met):.3f}"
        )


#: What a text calls a place that it has named before, by the kinds of place of which it is said; `()`: of any kind.
_CALLED: dict[str, tuple[str, ...]] = {
    "country": ("country",),
    **dict.fromkeys(("capital", "city", "town", "village"), ("city",)),
    **dict.fromkeys(("island", "peninsula", "territory"), ("island", "region", "territory", "country", "admin1")),
    **dict.fromkeys(("province", "region", "governorate", "state", "district"), ("admin1", "region", "area")),
    **dict.fromkeys(("base", "camp", "airport", "airfield", "air base", "garrison", "post", "port", "barracks"), ()),
    **dict.fromkeys(("there", "here", "area", "zone", "buffer zone", "strip"), ()),
}


def _is_called(word: str, where: Where) -> bool:
    """Whether the place goes by that name as well, or is what a common noun points back to ("the country", "there")."""
    said, place = where.mention, where.mention.place
    if word in _CALLED:
        return bool(said.why) and place.kind_code in (_CALLED[word] or (place.kind_code,))
    return any(word in name.lower() for name in (place.name, *place.aliases))


def _is_place(wanted: str, found: Where | None) -> bool:
    for word in (w.replace("_", " ").lower() for w in wanted.split("/")):
        if found is None:
            if word == "none":
                return True
        elif word in found.lower() or _is_called(word, found):
            return True
    return False


def _bounds(count: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Without the sign: passages note by how many a force shrinks as a plain number."""
    low, high = (None if n is None else abs(n) for n in count)
    return (high, low) if count[1] is not None and count[1] < 0 else (low, high)


def meets(wanted: Wanted, fact: Fact) -> bool:
    """Type, places and number agree. "A battalion" is no number (RECORDS.md §3), though passages note it as one."""
    # Of several types, each has a slot of its own for the place: any of them holds it.
    slots = PLACES if len(wanted.types) > 1 else ()
    places = all(any(_is_place(w, fact.get(x)) for x in {s, *slots}) for s, w in wanted.slots.items() if s in PLACES)
    numbers = {_bounds(fact[k][:2]) for k in ("n", "delta") if k in fact} or {(1, 1)}
    return fact["type"] in wanted.types and places and (wanted.bounds is None or wanted.bounds in numbers)


def faults(wanted: Wanted, fact: Fact) -> list[str]:
    """Slots, of those named, that are wrong in a fact that meets what was wanted."""
    start, _, end = wanted.slots.get("date", "").partition("..")
    held = {
        "actors": wanted.actors is None or wanted.actors == fact["actors"],
        "status": "status" not in wanted.slots or fact["status"] in wanted.slots["status"].split("/"),
        "against": "against" not in wanted.slots
        or set(wanted.slots["against"].replace("_", " ").split("+")) == fact["against"],
        "date": not start or fact["dates"] == (start, end or start),
    }
    return [slot for slot, is_right in held.items() if not is_right]


def judge(texts: Iterable[Passage]) -> Reading:
    """Read each passage with the engine; each fact is met once, the one with the fewest faults first."""
    made = Reading()
    for passage in texts:
        found = facts(passage.text, passage.published)
        pairs = sorted(
            (len(faults(w, f)), w.is_optional, i, j)
            for i, w in enumerate(passage.wanted)
            for j, f in enumerate(found)
            if meets(w, f)
        )
        taken: dict[int, int] = {}
        for _, _, i, j in pairs:
            if i not in taken and j not in taken.values():
                taken[i] = j
        must = [i for i, w in enumerate(passage.wanted) if not w.is_optional]
        spare = {j for i, j in taken.items() if passage.wanted[i].is_optional}
        lines = [f"missed {_told(passage.wanted[i])}" for i in must if i not in taken]
        lines += [f"unwanted {f}" for j, f in enumerate(found) if j not in taken.values()]
        for i in must:
            if i in taken and (slots := faults(passage.wanted[i], found[taken[i]])):
                lines.append(f"wrong {', '.join(slots)}: wanted {_told(passage.wanted[i])}, given {found[taken[i]]}")
            else:
                made.right += i in taken
        made.wanted += len(must)
        made.given += len(found) - len(spare)
        made.met += sum(i in taken for i in must)
        if lines:
            made.wrong.append((passage, lines))
    return made


def _told(wanted: Wanted) -> str:
    who = "+".join(sorted(wanted.actors)) if wanted.actors is not None else "-"
    return f"{'/'.join(sorted(wanted.types))} {who} {wanted.slots} {wanted.bounds or ''}"
