"""What the engine makes: drafts of records, rejections, and both together."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date

from .mentions import PlaceMention


@dataclass(frozen=True, slots=True)
class Count:
    """low, high: bounds, None where open; unit and qualifier as in RECORDS.md."""

    low: int | None
    high: int | None
    qualifier: str
    unit: str


@dataclass(slots=True)
class Draft:
    """A record before it has an id. Offsets are into the article's text."""

    type_code: str
    actors: tuple[str, ...]
    counterparties: tuple[str, ...] = ()
    place: PlaceMention | None = None
    origin: PlaceMention | None = None
    destination: PlaceMention | None = None
    quantity: Count | None = None
    quantity_before: Count | None = None
    quantity_delta: Count | None = None
    #: What was fired, shot down or hit, so many: a strike's quantity where nobody counts strikes. One strike may be
    #: told by several such numbers, so they don't tell facts apart.
    tally: Count | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_basis: str = "unknown"
    date_precision: str = "unknown"
    status: str = "completed"
    #: The status is a mere guess: the act is only named ("the deployment irked Moscow").
    is_untold: bool = False
    #: Told with a verb in the bare present, as what is done again and again.
    is_habit: bool = False
    attribution: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    trigger_start: int = 0
    trigger_end: int = 0
    rule: str = ""
    #: No rule believes it; it is much like what states such facts (`learnt`).
    is_likely: bool = False
    scope: tuple[str, ...] = ()
    is_place_inferred: bool = False
    place_reason: str | None = None
    denies: int | None = None
    #: When the tale is in which the sentence stands, where nothing in it says when the fact was.
    told: tuple[date | None, date | None] | None = None
    #: Told in a title: what the text tells more fully is one fact with it.
    is_title: bool = False
    #: Told in a title and in the text, too.
    is_retold: bool = False
    #: Its words name no actor: who it is was understood.
    is_actor_open: bool = False
    #: Equipment moves on its own: its leaving is another fact than the troops'.
    is_materiel: bool = False
    #: Only these of those spoken of move: "others", "the last", "most".
    part: str = ""
    #: By which numbers and names those are called that move.
    movers: frozenset[str] = frozenset()
    #: Read from a headline, whose tenses are its own ("Army leaves valley"): the text below decides how far it is.
    is_headline: bool = False
    #: Its goal is that of a further leg.
    is_led_on: bool = False
    #: Told with a verb of moving about: a deployment, as long as nothing says from where.
    is_shifted: bool = False
    #: Told with a word of changing places: from where need not be said.
    is_shift: bool = False
    #: Where the trigger stands of whose journey this is a further leg.
    leg: int | None = None

    def copy(self) -> Draft:
        """An independent copy."""
        return dataclasses.replace(self)

    def rejected(self, reason: str, of: int | None = None) -> Rejection:
        """The rejection of this draft; `of`: index of the draft that it repeats."""
        return Rejection(
            self.rule, self.type_code, self.trigger_start, self.trigger_end, reason, self.start, self.end, "", of
        )

    @property
    def is_place_open(self) -> bool:
        """Nothing in the sentence says where: no name, no "the base"."""
        return self.is_place_inferred and not (self.main_place is not None and self.main_place.form == "pointed")

    @property
    def main_place(self) -> PlaceMention | None:
        """The place that a fact of this type is about."""
        order = {
            "withdrawal": ("origin", "destination", "place"),
            "relocation": ("destination", "origin", "place"),
            "deployment": ("destination", "place", "origin"),
            "reinforcement": ("destination", "place", "origin"),
            "detainee_transfer": ("destination", "origin", "place"),
        }.get(self.type_code, ("place", "destination", "origin"))
        for slot in order:
            found: PlaceMention | None = getattr(self, slot)
            if found is not None:
                return found
        return None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A mention that became no record: which frame, where, why. `of`: index of the draft that it repeats."""

    rule: str
    type_code: str
    start: int
    end: int
    reason: str
    sentence_start: int
    sentence_end: int
    detail: str = ""
    of: int | None = None


@dataclass
class Extraction:
    """Drafts that became records, and all else."""

    drafts: list[Draft] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
