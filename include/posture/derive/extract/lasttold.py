"""Of whom a text told last, and where they were: "another 400", "all have gone" and "the rest" go on with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import View
from .draft import Draft
from .families import MOVES, STATES
from .mentions import PlaceMention

#: Sentences for which those told of last stay in mind.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class LastTold:
    """Whose troops they were, the place at which they were (None: several, or none), and the sentence that told it."""

    actors: tuple[str, ...]
    place: PlaceMention | None
    at: int
    #: They are on their way, or are to be sent: who leaves goes there.
    is_coming: bool = False


def told_last(view: View, drafts: Sequence[Draft], before: LastTold | None) -> LastTold | None:
    """Those whom the next sentence goes on with: the one force of which this one tells where it is or goes; the one
    told of before, as long as no other force is named."""
    found = [d for d in drafts if d.type_code in MOVES | STATES and d.status != "denied"]
    if not found:
        others = any(
            f.is_military and f.codes and (before is None or f.codes != before.actors) for f in view.spotted.forces
        )
        return None if before is None or others or drafts or view.number - before.at >= _KEPT else before
    if len({d.actors for d in found}) > 1:
        return None
    places = {p.place.name: p for d in found if (p := _where(d)) is not None}
    is_coming = all(d.type_code in _COMING and d.status in {"planned", "ongoing", "considered"} for d in found)
    return LastTold(found[0].actors, next(iter(places.values())) if len(places) == 1 else None, view.number, is_coming)


_COMING = frozenset({"deployment", "reinforcement"})


def _where(d: Draft) -> PlaceMention | None:
    if d.type_code == "withdrawal":
        return d.origin or d.place
    return d.destination or d.place
