"""One fact in two types: the arrival of those who have come home, "50 jets were relocated" of the 50 that were moved.

Beside a level that went down by its numbers a reduction without any ("The force will be reduced", further on "from
5,000 to 3,000"; "has begun to withdraw 1,000 men", further on "the cut of 1,000 troops"): one record, the one with more
numbers (RECORDS.md §2). And the denial of what would undo an act: "was overrun in May and has not been retaken".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..draft import Draft
from .onefact import holds, overlap, place_key

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


#: Frames that tell a change of a level without a number, as leaving or coming.
_UNCOUNTED = frozenset({"level_change", "reduce_presence", "increase_troops", "increase_presence"})
_AS_TYPE = {-1: "withdrawal", 1: "reinforcement"}


def told_twice(kept: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Index of each draft that is told by another, and of the other."""
    gone: set[int] = set()
    for i, change in enumerate(kept):
        if change.type_code != "strength_change" or change.status == "denied" or i in gone:
            continue
        for j, other in enumerate(kept):
            if j in gone or other.type_code != _AS_TYPE[_direction(change)] or not _is_one(change, other):
                continue
            if other.quantity is None and other.rule in _UNCOUNTED:
                gone.add(j)
                yield j, i
            elif change.quantity is None and _is_same_number(change, other):
                gone.add(i)
                yield i, j
                break


def _direction(d: Draft) -> int:
    delta, new, old = d.quantity_delta, d.quantity, d.quantity_before
    if delta is not None:
        return -1 if (delta.low or delta.high or 0) < 0 else 1
    if new is not None and old is not None:
        return -1 if (new.low or new.high or 0) < (old.low or old.high or 0) else 1
    return -1


def _is_one(a: Draft, b: Draft) -> bool:
    """One force, at one place, at one time, as far as the two tell."""
    if b.status == "denied" or not set(a.actors) & set(b.actors):
        return False
    here, there = a.main_place, b.main_place
    near = (
        here is None or there is None or a.is_place_open or b.is_place_open or holds(here, there) or holds(there, here)
    )
    return near and overlap(a, b)


def _is_same_number(change: Draft, other: Draft) -> bool:
    delta, q = change.quantity_delta, other.quantity
    if delta is None or q is None or delta.unit != q.unit:
        return False
    return abs(delta.low or delta.high or 0) == (q.low or q.high or 0) != 0


def takes_back(denied: Draft, told: Draft) -> bool:
    """What is denied would only take back what the sentence told before."""
    is_behind = told.trigger_start < denied.trigger_start
    # "signed a pact that parliament has yet to ratify": the pact was made
    is_unratified = denied.rule == told.rule == "make_deal" and told.status == "completed"
    return is_behind and (denied.type_code == "ground_operation" or is_unratified)
