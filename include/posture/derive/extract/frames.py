"""Read a trigger: does its frame have what it needs, and which words are its arguments?

A frame that lacks a need is a rejection `missing_<need>`; nothing is guessed in its place.
"""

from __future__ import annotations

from .clauses import RELATIVES, SUBORDINATORS, View
from .needs import is_met
from .reading import Reading, content
from .status import is_passive, is_reduced
from .vocabulary import Trigger


def read(view: View, first: int, last: int, trigger: Trigger) -> tuple[Reading | None, str]:
    """The reading of a trigger, or None and the need that is missing."""
    frame = view.vocabulary.frames[trigger.frame]
    r = Reading(
        view,
        first,
        last,
        trigger,
        str(frame["code"]),
        str(frame["type"]),
        fixed_status=frame.get("status"),
        is_weak=bool(frame.get("weak")),
    )
    if trigger.kind == "verb":
        r.passive, r.reduced = is_passive(view, first, trigger), is_reduced(view, first, trigger)
        r.subject = view.subject_span(first)
        if r.reduced:
            r.passive = True
            at = first
            while (
                at > max(0, first - 6)
                and view.key(at - 1)
                not in {"in", "of", "the", "by", "to", "and", ",", "as", "from", "with", "for", "a", "its"}
                and at - 1 not in view.verbs
            ):
                at -= 1
            r.subject = (at, first)
        r.object = view.object_span(last + 1)
        r.phrases = view.phrases_after(last + 1)
        if not r.passive and not content(view, *r.object):
            r.object = _antecedent(view, first) or r.object
    else:
        start = first
        while (
            start
            and first - start < 7
            and view.toks[start - 1].text not in {",", ";", ":", "(", '"', "“"}
            and view.key(start - 1) not in RELATIVES | SUBORDINATORS
            and start - 1 not in view.verbs
            and view.key(start - 1) not in {"to", "of", "in", "for", "and", "from", "at", "by", "with", "on"}
        ):
            start -= 1
        r.subject = view.subject_span(first)
        r.object = (start, first)
        r.phrases = view.phrases_after(last + 1)
    for need in frame.get("needs", []):
        if not is_met(r, need):
            return None, "missing_" + need.replace(":", "_")
    return r, ""


def _antecedent(view: View, first: int) -> tuple[int, int] | None:
    """ "the forces that the Pentagon has sent", "the troops it deploys": what a relative clause is about."""
    start, _ = view.group_before(first)
    at = start - 1
    for _ in range(8):
        if at <= 0 or at in view.verbs or view.toks[at].text in {";", ":", "."}:
            return None
        k = view.key(at)
        if k in {"that", "which"} or (
            k in {"it", "they", "he"}
            and at == start - 1
            and view.key(at - 1).isalpha()
            and view.key(at - 1) not in SUBORDINATORS | RELATIVES | {"and", "but", "said", "says", "as"}
        ):
            head = at - 1
            while head > 0 and view.toks[head].text == ",":
                head -= 1
            begin = head
            while (
                begin > 0
                and head - begin < 9
                and begin - 1 not in view.verbs
                and view.toks[begin - 1].text not in {",", ";", ":", "("}
                and view.key(begin - 1)
                not in SUBORDINATORS | RELATIVES | {"in", "to", "from", "at", "on", "with", "by", "for"}
            ):
                begin -= 1
            return begin, head + 1
        at -= 1
    return None
