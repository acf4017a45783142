"""A title tells in few words what the text tells in full: its facts are the text's, in other words."""

from __future__ import annotations

from collections.abc import Sequence

from ..draft import Draft
from ..language.text import fold
from ..mentions import PlaceMention
from .onefact import holds, place_key

#: Types by which one event is told from different sides: leaving, coming, fighting.
_FAMILIES = (
    frozenset({"withdrawal", "relocation", "strength_change", "mission_end"}),
    frozenset({"deployment", "reinforcement", "relocation", "strength", "presence", "strength_change"}),
    frozenset({"ground_operation", "presence", "strike", "attack_on_force", "deployment"}),
)
#: Characters after the title in which the text tells what the title said.
_LEAD = 600


def retold(title: Draft, kept: Sequence[Draft], gone: set[int]) -> int | None:
    """Which of the drafts tells in full what a title tells; None if the title alone says it."""
    body = [(i, d) for i, d in enumerate(kept) if not d.is_title and i not in gone]
    body = [(i, d) for i, d in body if _may_be(title, d)]
    same = [(i, d) for i, d in body if d.type_code == title.type_code]
    for i, d in same:
        if _is_at(title, d):
            return i
    for i, d in same:
        if d.start - title.end < _LEAD and _is_near(title, d):
            return i
    for i, d in body if not title.is_retold else ():
        if d.start - title.end < _LEAD and _is_kin(title, d) and _is_at(title, d):
            return i
    return None


def is_bare(title: Draft) -> bool:
    """Who and where are both left to the text, which did not tell it."""
    return title.main_place is None or title.is_place_open


def _may_be(title: Draft, full: Draft) -> bool:
    """The same side, with a number that the title does not contradict."""
    if not (set(title.actors) & set(full.actors) or title.is_actor_open):
        return False
    if (title.status == "denied") != (full.status == "denied"):
        return False
    q, other = title.quantity or title.quantity_delta, full.quantity or full.quantity_delta
    if q is None or other is None:
        return q is None and not title.quantity_before
    return (q.unit, q.low) == (other.unit, other.low)


def _is_kin(title: Draft, full: Draft) -> bool:
    return any({title.type_code, full.type_code} <= family for family in _FAMILIES)


def _is_at(title: Draft, full: Draft) -> bool:
    """Where the title says, in it or around it."""
    at = title.main_place
    if at is None or title.is_place_inferred or at.place.precision_code == "unresolved" and not at.place.country_code:
        return True
    return any(
        holds(at, p) or holds(p, at) or _is_called(at, p)
        for p in (full.place, full.origin, full.destination)
        if p is not None
    )


def _is_called(at: PlaceMention, other: PlaceMention) -> bool:
    """ "Karabakh" for Nagorno-Karabakh: a short name."""
    if at.place.country_code != other.place.country_code:
        return False
    short, full = ({*place_key(p).split(":")[-1].split(), *_words(p)} for p in (at, other))
    return bool(short & full)


def _words(p: PlaceMention) -> set[str]:
    """The words of a name by which a title may call the place: a register's code has none of them."""
    return set(fold(p.place.name).replace("-", " ").split()) - _COMMON


_COMMON = frozenset(
    "the al base airbase air camp province governorate region of military north south east west".split()
)


def _is_near(title: Draft, full: Draft) -> bool:
    """Both play in one country: a title takes a name that readers know."""
    at, other = title.main_place, full.main_place
    return at is None or other is None or at.place.country_code in {None, other.place.country_code}
