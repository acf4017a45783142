"""What stands in a sentence for a force or a place, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...lexicon import Place


@dataclass(slots=True)
class ForceMention:
    """A force in a sentence. `codes` is empty while it is a short form ("the troops") not yet resolved.

    `first`, `last`: token range, inclusive. `is_military`: names troops or a force, not merely a state.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    is_military: bool
    form: str  # name, demonym, capital, metonym, group, unit, generic, own
    noun: str = ""
    prep: str = ""
    theatre: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    is_weak: bool = False


@dataclass(slots=True)
class PlaceMention:
    """A place in a sentence; `first`, `last`: token range of its name. `words`: its name as written."""

    first: int
    last: int
    place: Place
    words: str
    prep: str = ""
    is_site: bool = False
    form: str = "place"  # place, bare, owner; pointed: "the base", "there"
    candidates: tuple[Place, ...] = ()
    #: What says that it is this place, where the sentence does not name it: heading, mission, pointing, last …
    why: str = ""
    container: PlaceMention | None = None


@dataclass(slots=True)
class Spotted:
    """What one sentence names."""

    forces: list[ForceMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    speakers: list[tuple[int, int, str]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    #: Operations, missions and exercises that the text names: token range, inclusive, and kind (mission, exercise).
    named: list[tuple[int, int, str]] = field(default_factory=list)
    #: Names of the gazetteer of which only a preposition can say that they are places here: token range → which.
    doubted: dict[tuple[int, int], Place] = field(default_factory=dict)
