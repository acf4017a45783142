"""What the text said before, for short forms to point back to."""

from __future__ import annotations

from dataclasses import dataclass, field

from .mentions import PlaceMention


@dataclass
class Memory:
    """What the text said before: forces and places that short forms can mean."""

    force: tuple[str, ...] = ()
    military: tuple[str, ...] = ()
    mission: tuple[str, ...] = ()
    enemy: tuple[str, ...] = ()
    place: PlaceMention | None = None
    site: PlaceMention | None = None
    country: PlaceMention | None = None
    last: PlaceMention | None = None
    region: PlaceMention | None = None
    by_force: dict[tuple[str, ...], PlaceMention] = field(default_factory=dict)
    home: str = ""
    about: str = ""
    weights: dict[str, float] = field(default_factory=dict)
    theatre: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    year: int | None = None
