"""A level that goes down is told by its numbers; the reduction that is told beside it without any is the same fact.

"The force will be reduced", further on "from 5,000 to 3,000"; "has begun to withdraw 1,000 men", further on "the
cut of 1,000 troops": one record, the one with more numbers (RECORDS.md §2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..draft import Draft
from .onefact import holds, overlap

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
