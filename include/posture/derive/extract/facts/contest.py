"""Two frames over the same words: which of them tells the fact. Going there to fight is part of the fight."""

from __future__ import annotations

from collections.abc import Sequence

from ....model import RECORD_TYPES
from ..families import FIGHTS, MOVES
from ..language.classes import nouns
from ..language.grammar import SHORT_NOUNS
from ..language.syntax import Tree
from ..needs.missions import is_of_several
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
            elif _goes_on_after_all(a, b):
                lost[b_at] = "part_of_other_record"
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
                if not _is_ground_of(a):
                    lost[a_at] = "weaker_frame"
    return lost


def _is_ground_of(r: Reading) -> bool:
    """ "Left under an accord with Baghdad", "since the truce of May": what an act rests on stands beside it."""
    tree = r.view.tree
    return r.code == "deal_noun" and tree.labels[r.last] == "pobj" and tree.keys[tree.heads[r.last]] in _RESTING_ON


_RESTING_ON = frozenset("under since after by per with to".split())


def _is_mission_told(a: Reading, b: Reading) -> bool:
    nouns = {"mission", "missions"}
    by_bloc = a.subject_head is not None and is_of_several(a.view, a.subject_head)  # "the EU has begun an operation"
    if (a.type_code != "mission_start" or by_bloc) and b.type_code == "ground_operation":
        nouns |= {"operation", "operations", "campaign"}  # what is extended or brought to an end is no one attack
    new = {b.view.key(c) for c in b.view.tree.of(b.last, "det")} & {"a", "an"}
    named = b.view.tree.heads[b.last] if b.view.tree.labels[b.last] == "compound" else b.last  # "Operation Barkhane"
    is_theme = b.last in themes(a) or named in themes(a)
    return b.view.key(b.last) in nouns and is_theme and not (new and a.type_code == "mission_end")


def _goes_on_after_all(a: Reading, b: Reading) -> bool:
    """ "The mission, which was to end in May, got a year more", "the lease, due to run out in May, was extended"."""
    kinds = (a.type_code, b.type_code) == ("mission_continuation", "mission_end")
    if not kinds and (a.code, b.code) != ("renew_deal", "drop_deal"):
        return False
    keys = b.view.tree.keys
    return keys[b.first - 1] == "to" and bool({"was", "were", "due"} & set(keys[max(0, b.first - 4) : b.first]))


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


_GOING = MOVES | {"patrol"}
_THEY = frozenset("they it who which that".split())


def sallies(a: Reading, b: Reading) -> bool:
    """a tells how those got there who strike or storm in b."""
    if a.type_code not in _GOING or b.act is None or b.type_code not in FIGHTS or b.type_code == "attack_on_force":
        return False
    if a.trigger.kind != "verb" or b.trigger.kind != "verb" or not _goes_on(a.view.tree, a.first, b.first):
        return False
    return flies(a) or _stays_there(a, b)


def flies(r: Reading) -> bool:
    """What goes is an aircraft."""
    return r.subject_head is not None and r.view.key(r.subject_head) in nouns("aircraft") | {"fighters", "planes"}


def _stays_there(a: Reading, b: Reading) -> bool:
    """Men go somewhere, and nothing says that they fight elsewhere."""
    v = a.view
    if a.type_code != "deployment" or b.type_code != "ground_operation" or a.passive or b.first < a.first:
        return False
    if any(a.patient[0] <= q.first < a.patient[1] for q in v.quantities):
        return False  # "has sent 600 men to X, where they are fighting": how many came is told apart
    ground = nouns("ground") | nouns("post")
    if b.act is None or any(v.key(t) in ground for t in b.act.targets):
        return False  # "entered X and took the airport"
    return not any(p.first > b.first and p.form in {"place", "bare"} for p in v.spotted.places)


def _goes_on(tree: Tree, going: int, fights: int) -> bool:
    """Both are of one subject: joined by "and", "to", a participle, or a clause about where they went."""
    above = tree.heads[fights]
    label = tree.labels[fights]
    own = tree.subject(fights) if tree.of(fights, "nsubj", "nsubjpass") else None
    if own is not None and tree.keys[own] not in _THEY:
        return False
    chain = {going, tree.first_conjunct(going)}
    if label == "conj":
        return above in chain or tree.first_conjunct(fights) in chain
    if label in {"advcl", "xcomp", "acl"}:
        return above in chain
    return (
        label == "relcl"
        and going in tree.ancestors(fights)
        and any(tree.keys[c] == "where" for c in tree.children[fights])
    )
