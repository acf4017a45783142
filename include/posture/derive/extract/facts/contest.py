"""Two frames over the same words: which of them tells the fact."""

from __future__ import annotations

from collections.abc import Sequence

from ....model import RECORD_TYPES
from ..language.grammar import SHORT_NOUNS
from ..reading import Reading
from .movement import moves
from .oneact import (
    adds_to,
    aims,
    covers,
    ends_all,
    frees,
    goes_on,
    how,
    one_deal,
    outcome,
    played,
    restates,
    sets_off,
    ships_off,
)
from .sallies import sallies
from .themes import themes

#: Facts about bases, deals and missions: an activity's noun inside what they are about only describes it.
_ON_THINGS = frozenset(t for t in RECORD_TYPES if t.startswith(("base_", "mission_")) or t == "agreement")


def contest(readings: Sequence[Reading]) -> dict[int, str]:
    """Which readings give way to a more telling one, each with its reason (docs/rejections.md)."""
    lost = {at: "part_of_other_frame" for at, r in enumerate(readings) if _is_topic(r)}
    for a_at, a in enumerate(readings):
        for b_at, b in enumerate(readings):
            if a is b or a_at in lost or b_at in lost:
                continue
            inside = a.trigger.kind == "verb" and b.trigger.kind == "noun" and (a.patient[0] <= b.first < a.patient[1])
            if a.type_code.startswith("mission_") and b.trigger.kind == "noun" and _is_mission_told(a, b):
                lost[b_at] = "part_of_other_frame"  # "the surveillance mission was wound up"
            elif played(a, b) or goes_on(a, b):
                lost[a_at] = "support_verb"
            elif ends_all(a, b):
                lost[b_at] = "same_fact"
            elif how(a, b) or frees(a, b) or ships_off(a, b) or sallies(a, b):
                lost[a_at] = "same_fact"
            elif restates(a, b) or aims(a, b) or sets_off(a, b) or adds_to(a, b):
                lost[b_at] = "same_fact"
            elif a.act is not None and b.act is not None:
                if covers(a, b) or outcome(a, b):
                    lost[b_at] = "same_fact"
            elif inside and a.type_code in _ON_THINGS and b.last not in themes(a):
                lost[b_at] = "part_of_other_frame"  # "prolonged the mandate of the security operation"
            elif inside and b.act is not None:
                lost[a_at] = "support_verb"
            elif inside and b.code in SHORT_NOUNS:
                lost[b_at] = "part_of_other_frame"
            elif one_deal(a, b):
                lost[b_at] = "same_fact"  # "signed in May and ratified in June"
            elif b.code == "reinforce" and b.trigger.kind == "noun" and moves(a, b):
                lost[b_at] = "same_fact"
            elif a.is_weak and not b.is_weak and a.view.cost(a.first, b.first) < 0.7 and a.type_code != b.type_code:
                lost[a_at] = "weaker_frame"
    return lost


def _is_mission_told(a: Reading, b: Reading) -> bool:
    nouns = {"mission", "missions"}
    if a.type_code != "mission_start" and b.type_code == "ground_operation":
        nouns |= {"operation", "operations", "campaign"}  # what is extended or brought to an end is no one attack
    new = {b.view.key(c) for c in b.view.tree.of(b.last, "det")} & {"a", "an"}
    return b.view.key(b.last) in nouns and b.last in themes(a) and not (new and a.type_code == "mission_end")


def _is_topic(r: Reading) -> bool:
    """ "An arrangement on patrolling": what a deal is about, no act."""
    tree = r.view.tree
    on = tree.heads[r.first]
    is_noun = tree.labels[r.last] == "pobj" and tree.keys[r.last] == "training"
    on = tree.heads[r.last] if is_noun else on
    if (
        not is_noun
        and (r.trigger.kind != "verb" or tree.labels[r.first] != "pcomp")
        or tree.keys[on] not in {"on", "over", "about"}
    ):
        return False
    return tree.keys[tree.heads[on]] in r.view.vocabulary.classes["deals"] | {"arrangement", "arrangements"}
