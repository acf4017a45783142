"""What the text said before, for short forms to point back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .draft import Draft
from .forces.feuds import Feuds
from .forces.referents import Codes, Referents
from .geography.discourse import PlaceMemory

if TYPE_CHECKING:
    from .forces.missionsaid import MissionSaid
    from .lasttold import LastTold


@dataclass
class Memory:
    """What the text said before: forces and places that short forms can mean."""

    forces: Referents = field(default_factory=Referents)
    places: PlaceMemory = field(default_factory=PlaceMemory)
    feuds: Feuds = field(default_factory=Feuds)
    year: int | None = None
    #: Unit of what was counted last: "some 1,500 remain" counts it again.
    counted: str = ""
    #: Number of the last sentence that spoke of a site; whether a deal on forces has been spoken of.
    site_at: int = -9
    #: What the last sentence said something of: a unit, troops, other people.
    themes: frozenset[str] = frozenset()
    #: Number of the last sentence that spoke of prisoners.
    captives_at: int = -9
    deal: bool = False
    #: Number of the last sentence that spoke of a deal; the type of the last fact, if the last sentence told one.
    deal_at: int = -99
    told: str = ""
    #: Who made the deal that was spoken of last.
    deal_codes: Codes = ()
    #: Number of the last sentence that told of an exercise.
    drill_at: int = -99
    #: What the last sentence said of sites or of forces at them.
    acts: list[Draft] = field(default_factory=list)
    acts_at: int = -9
    #: The last movement told, and in which sentence: "the others followed" tells it again of others.
    move: Draft | None = None
    move_at: int = 0
    #: Of whom, and where, the text told last.
    last_told: LastTold | None = None
    #: The mission last spoken of.
    mission: MissionSaid | None = None
    #: Whose sites were spoken of together, without their names, and in which sentence.
    stock: Codes = ()
    stock_at: int = -9

    @property
    def about(self) -> str:
        """The country in which the text plays."""
        return self.places.about

    @property
    def weights(self) -> Mapping[str, float]:
        """Share of each state in the names of the article."""
        return self.forces.weights

    @property
    def is_military(self) -> bool:
        """A force or a deal on forces was spoken of."""
        return bool(self.military) or self.deal_at >= 0

    def dealt(self, number: int) -> tuple[bool, int, str]:
        """Whether a deal was told of, how many sentences ago one was spoken of, and the type of the last fact."""
        return self.deal, number - self.deal_at, self.told

    def themes_for(self, number: int) -> frozenset[str]:
        """What a sentence can go on with: what the last one spoke of, and prisoners spoken of shortly before it."""
        is_of_captives = number - self.captives_at <= 1
        return self.themes | {"captives"} if is_of_captives else self.themes

    @property
    def military(self) -> Codes:
        """The force that "the troops" would mean here; () before any was named."""
        now = self.forces.said[-1].sentence if self.forces.said else 0
        return self.forces.pick("troops", now)
