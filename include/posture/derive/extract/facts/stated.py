"""What the triggers of a sentence state: what rules believe, and what is much like sentences that state facts.

Rules come first: a frame that has all it needs is read, unless its trigger is unlike all that were annotated as facts.
Where a frame lacks a need, the learnt weights have a second look. Whatever is not believed is a rejection with a
reason.
"""

from __future__ import annotations

from dataclasses import replace

from ..assertion.status import told_status
from ..clauses import View
from ..draft import Rejection
from ..families import JOURNEYS, MOVES
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..language.vocabulary import Trigger
from ..learnt.features import Candidate, of_trigger
from ..learnt.likeness import UNLIKE, Likeness
from ..reading import Reading
from .frames import arranged, read
from .movement import movement
from .triggers import find_triggers

#: Words of a sentence that denies something.
_DENYING = inflected("deny dismiss reject refute rebut refuse scotch") | set_of(
    "not n't never no nobody none neither nor without denial denials false untrue baseless unfounded"
)


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
        if reading is not None:
            reading.status = _status(reading)  # what is planned may be a move, where what holds is none
        if missing and view.vocabulary.frames[trigger.frame].get("strict"):
            continue  # a common verb's rare meaning
        candidate = of_trigger(view, first, last, trigger, missing, "" if reading is None else movement(reading))
        if reading is not None and not _is_doubted(candidate, likeness):
            readings.append(reading)
            read_at.add(first)
            continue
        if missing:
            lacking |= {replace(candidate, type_code=code): trigger for code in _types(candidate)}
        if not view.vocabulary.frames[trigger.frame].get("weak"):
            if not missing or (first, last) not in failed:
                failed[first, last] = _rejected(view, candidate, missing or UNLIKE)
    unread = [c for c in lacking if c.first not in read_at]
    for c, chance in likeness.likely(unread, frozenset(r.type_code for r in readings)):
        reading = replace(arranged(view, c.first, c.last, lacking[c]), type_code=c.type_code)
        tells = reading.type_code in MOVES and any(r.type_code in MOVES and _is_over(reading, r) for r in readings)
        if c.first not in read_at and not (_may_be_denied(reading) or _leaves_men(reading) or tells):
            read_at.add(c.first)
            readings.append(replace(reading, chance=chance))
    return readings, [failed[at] for at in sorted(failed) if at[0] not in read_at]


#: Frames of acts of arms, whose needs would decide what the act was.
_OF_ARMS = frozenset("attack assault launch impact fires casualty".split())


#: Frames that say of others what was told before: of which type that was is not known here.
_AS_BEFORE = {"follow_suit": ("base_closure", "base_handover", "withdrawal"), "follow": ("withdrawal", "relocation")}


def _is_doubted(c: Candidate, likeness: Likeness) -> bool:
    """Unlike facts of its type, and of all the types that it may turn out to be of."""
    others = _AS_BEFORE.get(c.code, ())
    return likeness.doubts(c) and all(likeness.doubts(replace(c, type_code=code)) for code in others)


def _types(c: Candidate) -> tuple[str, ...]:
    """What a trigger may state whose frame lacks a need."""
    return ("strike", "ground_operation", "attack_on_force") if c.code in _OF_ARMS else (c.type_code,)


def _may_be_denied(r: Reading) -> bool:
    """Whether the sentence denies something, and no rule says that it is not this: a denial may not be read as done."""
    if not r.view.words_in(0, len(r.view.toks)) & _DENYING:
        return False
    return _status(r) != "denied"


def _leaves_men(r: Reading) -> bool:
    """ "Leaves only 100 of its 350 men in X": who is left somewhere does not go."""
    if r.type_code not in JOURNEYS or r.passive or r.object_head is None or r.view.key(r.first) not in _LEAVES:
        return False
    men = {r.object_head, *r.view.tree.under(r.object_head, {"of"})}
    return any(q.unit == "personnel" and men & {q.number, q.last} for q in r.view.quantities)


_LEAVES = inflected("leave")


def _is_over(r: Reading, told: Reading) -> bool:
    """ "Announced that it would send 2,000 men": the sending is told by its own verb."""
    tree = r.view.tree
    at = tree.heads[told.first]
    while tree.labels[at] in {"ccomp", "xcomp"}:
        at = tree.heads[at]
    return r.trigger.kind == "verb" and tree.labels[told.first] in {"ccomp", "xcomp"} and at == r.first


def _status(r: Reading) -> str:
    return told_status(r.view, r.first, r.last, r.trigger, r.type_code, r.view.sentence.kind == "heading")[0]


def _rejected(view: View, c: Candidate, reason: str) -> Rejection:
    s, toks = view.sentence, view.toks
    return Rejection(c.code, c.type_code, toks[c.first].start, toks[c.last].end, reason, s.start, s.end)
