"""Deals, alliances and missions: who makes them, and that they are about armed forces."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..grammar import DEAL_SIGNS
from ..reading import Reading, noun_spans

_ALLIANCES = frozenset("nato coalition alliance csto aukus quad eu pact bloc treaty".split())


def _military(r: Reading) -> bool:
    v = r.view
    words = v.words_in(0, len(v.toks))
    return (
        bool(words & v.vocabulary.classes["military_context"])
        or any(f.is_military for f in v.spotted.forces)
        or any(p.is_site for p in v.spotted.places)
    )


def _deal_made(r: Reading) -> bool:
    """A deal's noun alone: somebody made, seeks or drops it, or it has parties."""
    v = r.view
    left = v.words_in(max(0, r.first - 8), r.first)
    after = v.words_in(r.last + 1, r.last + 9)
    if (
        v.key(r.last + 1) in {"of", "between", "with"}
        and "under" not in left
        and (
            any(w.isdecimal() and len(w) == 4 for w in after)
            or sum(bool(f.codes) for f in v.forces_in(r.last + 1, r.last + 9)) >= 2
        )
    ):
        return True
    named = v.toks[r.first].text[:1].isupper() and r.first > 0 and v.toks[r.first - 1].text[0].isupper()
    if named and "under" not in left and sum(bool(f.codes) for f in v.spotted.forces) >= 1:
        return True
    return bool(left & DEAL_SIGNS) and "under" not in left and sum(bool(f.codes) for f in v.spotted.forces) >= 1


def _agree_to(r: Reading) -> bool:
    v = r.view
    j = r.last + 1
    window = v.words_in(j, j + 14)
    return (
        v.key(j) in {"to", "on", "with", "that", "in"}
        and sum(bool(f.codes) for f in v.spotted.forces) + len({p.place.country_code for p in v.spotted.places}) >= 2
        and bool(
            window
            & (
                v.vocabulary.classes["military_context"]
                | v.vocabulary.classes["movers"]
                | {"leave", "withdraw", "deploy", "host", "station", "hand"}
            )
        )
    )


def _mission_or_force(r: Reading) -> bool:
    v = r.view
    spans = [r.object, r.subject, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "from", "to"}]]
    if not any(v.has_class(*s, "missions") for s in spans) and not any(
        f.is_military and f.codes for f in v.forces_in(*r.subject)
    ):
        return False
    return (
        r.trigger.kind == "verb"
        or any(v.has_class(*s, "missions") for s in spans)
        or "security" in v.words_in(r.last, r.last + 6)
    )


def _words(r: Reading) -> set[str]:
    return set().union(*(r.view.words_in(*s) for s in noun_spans(r)))


def _names_mission(view: View, spans: list[tuple[int, int]]) -> bool:
    return any(view.has_class(*s, "missions") for s in spans) or any(
        f.form == "group" and f.theatre for s in spans for f in view.forces_in(*s)
    )


def _object_mission(r: Reading) -> bool:
    spans = noun_spans(r)
    if r.trigger.kind == "verb" and not r.passive and r.object[1] == r.object[0]:
        spans.append(r.subject)  # "the mission ends"
    return _names_mission(r.view, spans)


def _subject_mission(r: Reading) -> bool:
    return _names_mission(r.view, [*noun_spans(r), r.subject] if r.trigger.kind == "noun" else [r.subject])


def _object_deal(r: Reading) -> bool:
    near = r.passive and r.view.has_class(max(0, r.first - 12), r.first, "deals")
    return near or any(r.view.has_class(*s, "deals") for s in noun_spans(r))


def _cooperation(r: Reading) -> bool:
    words = _words(r)
    return bool(
        words & {"cooperation", "co-operation"}
        or words & {"partnership", "ties"}
        and words & {"military", "defence", "defense", "security"}
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "military": _military,
    "deal_made": _deal_made,
    "agree_to": _agree_to,
    "mission_or_force": _mission_or_force,
    "object:mission": _object_mission,
    "subject:mission": _subject_mission,
    "object:deal": _object_deal,
    "object:alliance": lambda r: bool(_words(r) & _ALLIANCES),
    "object:cooperation": _cooperation,
}
