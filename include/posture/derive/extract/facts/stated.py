"""What the triggers of a sentence state: what rules believe, and what is much like sentences that state facts.

Rules come first: a frame that has all it needs is read, unless its trigger is unlike all that were annotated as facts.
Where a frame lacks a need, the learnt weights have a second look. Whatever is not believed is a rejection with a
reason.
"""

from __future__ import annotations

from ..clauses import View
from ..draft import Rejection
from ..language.vocabulary import Trigger
from ..learnt.features import Candidate, of_trigger
from ..learnt.likeness import UNLIKE, Likeness
from ..reading import Reading
from .frames import arranged, read
from .triggers import find_triggers


def stated(view: View, likeness: Likeness) -> tuple[list[Reading], list[Rejection]]:
    """Readings of a sentence's triggers, and a rejection for each trigger that has none."""
    readings: list[Reading] = []
    failed: dict[tuple[int, int], Rejection] = {}
    read_at: set[int] = set()
    lacking: dict[Candidate, Trigger] = {}
    for first, last, trigger in find_triggers(view):
        if first in read_at:
            continue
        reading, missing = read(view, first, last, trigger)
        candidate = of_trigger(view, first, last, trigger, missing)
        if reading is not None and not likeness.doubts(candidate):
            readings.append(reading)
            read_at.add(first)
            continue
        if missing:
            lacking[candidate] = trigger
        if not view.vocabulary.frames[trigger.frame].get("weak"):
            if not missing or (first, last) not in failed:
                failed[first, last] = _rejected(view, candidate, missing or UNLIKE)
    unread = [c for c in lacking if c.first not in read_at]
    for c, chance in likeness.likely(unread, frozenset(r.type_code for r in readings)):
        if c.first not in read_at:
            read_at.add(c.first)
            readings.append(arranged(view, c.first, c.last, lacking[c]))
            readings[-1].chance = chance
    return readings, [failed[at] for at in sorted(failed) if at[0] not in read_at]


def _rejected(view: View, c: Candidate, reason: str) -> Rejection:
    s, toks = view.sentence, view.toks
    return Rejection(c.code, c.type_code, toks[c.first].start, toks[c.last].end, reason, s.start, s.end)
