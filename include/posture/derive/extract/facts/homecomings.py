"""Moves told again: the arrival of those who have come home, "50 jets were relocated" of the 50 that were moved."""

from __future__ import annotations

from ..draft import Draft
from .onefact import overlap, place_key

_MOVES = frozenset({"deployment", "relocation", "reinforcement"})


def is_again(less: Draft, full: Draft) -> bool:
    """Whether a move tells, with less, what another draft tells: no end of it is new."""
    if less is full or less.status == "denied" or full.status == "denied" or set(less.actors) != set(full.actors):
        return False
    if less.type_code not in _MOVES or less.origin is not None or less.part:
        return False
    if not overlap(less, full) and less.date_basis != "publication":
        return False
    if full.type_code == "withdrawal":
        return _is_home(less, full)
    return full.type_code == "relocation" and less.type_code == "deployment" and _is_same_count(less, full)


def _is_home(less: Draft, full: Draft) -> bool:
    """ "The frigate returned to X", "her arrival at X"."""
    if full.destination is None or less.destination is None or less.is_place_inferred or less.start == full.start:
        return False
    return place_key(less.destination) == place_key(full.destination) and less.quantity in (None, full.quantity)


def _is_same_count(less: Draft, full: Draft) -> bool:
    if less.quantity is None or less.quantity != full.quantity or (less.quantity.low or 0) < 2:
        return False
    return less.is_place_open or place_key(less.destination) == place_key(full.destination)
