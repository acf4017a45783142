"""A movement once its places are known: does the force come or leave, go home or abroad, and from where?"""

from __future__ import annotations

from dataclasses import replace

from ..arguments import Filler
from ..draft import Draft
from ..facts.movement import brings, leads_on
from ..facts.onefact import place_key
from ..mentions import PlaceMention
from ..reading import Reading
from .homewards import (
    falls_back,
    goes_home,
    is_abroad,
    is_back,
    joins,
    regrouping,
    second_leg,
    sets_out,
    was_abroad,
    where_to,
)
from .whence import gives_up, own_place

#: Whoever does so has come, wherever from.
_ARRIVES = frozenset({"arrive", "land", "reach", "enter", "cross"})


#: Share of a state in a text's names that makes it the one where the text plays.
_SHARE = 0.25


def _is_same(a: PlaceMention, b: PlaceMention) -> bool:
    """One place, or a country and a place in it."""
    whole = {a.place.kind_code, b.place.kind_code} & {"country"}
    return place_key(a) == place_key(b) or bool(whole) and a.place.country_code == b.place.country_code


def journey(
    draft: Draft,
    filler: Filler,
    r: Reading,
    slots: dict[str, list[PlaceMention]],
    group: list[PlaceMention],
    was_at: PlaceMention | None,
) -> bool:
    """Whether it leaves or comes, by where it was and where it goes: home, abroad, from a place given up."""
    goes_to = draft.type_code in {"deployment", "reinforcement", "relocation"}
    spent = was_abroad(r, draft.actors, [p for g in filler.grouped for p in g])
    group = [p for p in group if p is not spent]
    goal = group[0] if goes_to and len(group) == 1 else next(iter(slots.get("destination", ())), None)
    if (
        spent is not None
        and goal is not None
        and "origin" not in slots
        and (goal.place.country_code in draft.actors or is_back(r))
    ):
        if goes_to or draft.type_code == "withdrawal" and not group:
            draft.type_code, draft.origin, draft.destination = "withdrawal", spent, goal
            return True
    if goes_to and "origin" not in slots and not group and _is_gone(draft, filler, r):
        return True
    if goes_to and "origin" not in slots and len(group) == 1:
        said = own_place(r, [p for g in filler.grouped for p in g if p is not group[0]])
        said = said if said is not None and place_key(said) != place_key(group[0]) else None
        left = said or was_at or _played(draft, filler)
        is_gone = gives_up(r) and (
            r.trigger.lemma.startswith("cross") or group[0].place.country_code in draft.actors
            if left is None
            else not _is_same(left, group[0])
        )
        if is_gone or goes_home(r, draft.actors, group[0], left, is_said=said is not None):
            draft.type_code, draft.destination = "withdrawal", group[0]
            if left is not None and (said is not None or left.place.country_code not in draft.actors):
                draft.origin, draft.is_place_inferred = left, said is None
            return True
        draft.origin = said or draft.origin
    if draft.type_code == "detainee_transfer" and "origin" not in slots and group:
        draft.origin = own_place(r, [p for g in filler.grouped for p in g if p is not group[0]])
    if goes_to and "origin" in slots and len(group) == 1:
        start = slots["origin"][0]
        abroad = is_abroad(start, draft.actors) or is_back(r) and start.place.country_code is None
        abroad = abroad and not _is_same(start, group[0])
        if abroad and (gives_up(r) or goes_home(r, draft.actors, group[0], start, is_said=True)):
            draft.type_code, draft.destination = "withdrawal", group[0]
            return True
        if r.code == "move_itself" and _leaves_home(draft, start, group[0]):
            draft.type_code = "deployment"
    if draft.type_code == "relocation" and not group and r.trigger.kind == "noun" and "origin" in slots:
        draft.type_code = "withdrawal"  # "the redeployment of the unit out of X": where to, it does not say
        return True
    if not group and (r.passive or r.object_head is None) and _comes_home(draft, slots, filler, was_at):
        draft.type_code = "withdrawal"
        return True
    if not (leads_on(r) or brings(r) or r.trigger.lemma.split()[0] in _ARRIVES) and _only_leaves(draft, slots, filler):
        draft.type_code = "withdrawal"
        return True
    if (
        draft.type_code == "withdrawal"
        and not group
        and _sets_out_for(draft, r, slots, was_at, filler.memory.places.about)
    ):
        draft.type_code, draft.destination = "deployment", slots["destination"][0]
        return True
    return draft.type_code == "withdrawal" and len(group) == 1 and _leads_on(draft, filler, r, slots, group[0], was_at)


def _leaves_home(draft: Draft, start: PlaceMention, goal: PlaceMention) -> bool:
    """ "Soldiers from Fort Rock are moving to X": from a garrison at home to a country abroad."""
    at_home = draft.actors == (start.place.country_code,) and start.place.kind_code != "country"
    return at_home and goal.place.country_code not in {None, *draft.actors}


def _is_gone(draft: Draft, filler: Filler, r: Reading) -> bool:
    """ "The last ships sailed on Friday", "the last of them crossed the border": they leave where they were."""
    if not gives_up(r) or draft.status == "denied" or r.code == "follow" or leads_on(r):
        return False  # "the rest will follow", "the last of them flew in": they come
    draft.origin = own_place(r, [p for g in filler.grouped for p in g])
    draft.type_code = "withdrawal"
    return True


def _leads_on(
    draft: Draft,
    filler: Filler,
    r: Reading,
    slots: dict[str, list[PlaceMention]],
    start: PlaceMention,
    was_at: PlaceMention | None,
) -> bool:
    """Whether who leaves goes somewhere to serve there; where to, if it is said in a further leg."""
    if "destination" not in slots and (leg := regrouping(r)) is not None:
        draft.destination = where_to(r, leg, [p for g in filler.grouped for p in g])
    goal = None
    if (leg := second_leg(r)) is not None:
        goal = where_to(r, leg, [p for g in filler.grouped for p in g])
        is_there = goal is not None or was_at is not None and joins(r, leg)
        if is_there and "destination" not in slots and _gives_up_for_good(draft, r, start):
            draft.destination = goal  # "have left X and are on their way to Y"
        elif is_there and "destination" not in slots:
            draft.type_code, draft.origin, draft.destination = "deployment", start, goal or was_at
            draft.is_place_inferred = goal is None
            return True
    goal = slots["destination"][0] if "destination" in slots else was_at
    if goal is None and _departs(draft, r, start):
        goal = _played(draft, filler)
    if sets_out(r, draft.actors, start, goal):
        draft.type_code, draft.origin, draft.destination = "deployment", start, goal
        draft.is_place_inferred = "destination" not in slots
        return True
    return False


def _gives_up_for_good(draft: Draft, r: Reading, start: PlaceMention) -> bool:
    """The last of a force leave a place abroad; whoever flees or gives a place up does not set out from it."""
    return gives_up(r) and is_abroad(start, draft.actors) or r.trigger.lemma.split()[0] in _YIELDING


_YIELDING = frozenset("abandon give flee desert quit vacate evacuate".split())


def _comes_home(
    draft: Draft, slots: dict[str, list[PlaceMention]], filler: Filler, was_at: PlaceMention | None
) -> bool:
    """ "Some 500 men flew in from X", a country abroad where the text has them: they are home."""
    start = draft.origin
    if draft.type_code != "deployment" or start is None or "destination" in slots or len(draft.actors) != 1:
        return False
    if start.place.country_code in {None, *draft.actors} or start.place.kind_code in {"sea", "theatre"}:
        return False
    is_there = was_at is not None and was_at.place.country_code == start.place.country_code
    return is_there or was_at is None and filler.memory.places.about == start.place.country_code


def _sets_out_for(
    draft: Draft, r: Reading, slots: dict[str, list[PlaceMention]], was_at: PlaceMention | None, about: str
) -> bool:
    """ "500 soldiers left for X", abroad, where the text has its like, or nothing of where they were."""
    if (
        r.code not in {"leave", "embark"}
        or r.trigger.lemma == "flee"
        or r.trigger.kind != "verb"
        or "destination" not in slots
        or len(draft.actors) != 1
    ):
        return False
    goal = slots["destination"][0]
    abroad = goal.place.country_code not in {None, *draft.actors}
    if goal.place.kind_code == "sea":
        abroad = about in {"", *draft.actors}  # else from where the text plays
    at_home = was_at is None or was_at.place.country_code in draft.actors or _is_same(was_at, goal)
    bound = goal.prep != "to" or any(p == "for" and s <= goal.first < e for p, s, e in r.phrases)
    flies = r.trigger.lemma.startswith("fly") and about in {"", *draft.actors, goal.place.country_code}
    bound = bound or flies  # "flew out to X"
    if r.trigger.lemma in {"leave", "depart"} and goal.prep == "for" and goal.place.kind_code != "country":
        abroad = abroad or goal.place.country_code in draft.actors  # "two battalions left for the border", at home
    return abroad and at_home and bound and r.view.vocabulary.kinds.get(draft.actors[0]) == "state"


def _played(draft: Draft, filler: Filler) -> PlaceMention | None:
    """The foreign country that the text is about: where its forces are, as long as nothing else is said."""
    at = filler.memory.places
    if at.about in {"", *draft.actors} or at.weights.get(at.about, 0.0) < _SHARE:
        return None
    return at.whole(at.about, "theme")


def _departs(draft: Draft, r: Reading, start: PlaceMention) -> bool:
    """ "The frigate left Portsmouth", "flew out of Wroclaw": from a place at home, by a verb that gives nothing up."""
    at_home = draft.actors == (start.place.country_code,) and start.place.kind_code != "country"
    return at_home and r.code in {"leave", "embark", "enter", "travel", "leave_barely"} and not gives_up(r)


def _only_leaves(draft: Draft, slots: dict[str, list[PlaceMention]], filler: Filler) -> bool:
    """A force that sets out from a place abroad, with no word of where to, leaves it."""
    start = draft.origin
    return (
        draft.type_code == "deployment"
        and start is not None
        and "destination" not in slots
        and start.place.kind_code not in {"sea", "theatre"}
        and start.place.country_code not in {None, *draft.actors}
        and any(a in filler.memory.places.by_force for a in draft.actors)
    )


def off_the_head(draft: Draft, goal: PlaceMention, filler: Filler) -> None:
    """What moves to somewhere else leaves the place at whose entry it is told."""
    head = filler.memory.places.head
    if draft.type_code != "relocation" or draft.origin is not None or head is None:
        return
    if head.place.kind_code != "country" and place_key(head) not in place_key(goal):
        draft.origin = replace(head, form="pointed", why="heading")


def whence(draft: Draft, filler: Filler, was_at: PlaceMention | None) -> Draft:
    """ "The last of them flew home to Pisa", "a battalion came in from Lagos": the other end is where the text last had
    them, or plays."""
    goal, start = draft.destination, draft.origin
    found = filler.implied(draft.actors, draft.type_code, draft.status, has_goal=True) or was_at
    if draft.type_code == "relocation" and goal is not None and start is None:
        draft.origin = found if found is not None and place_key(found) != place_key(goal) else None
    if draft.type_code == "withdrawal" and goal is not None and start is None:
        found = found or _played(draft, filler)
        elsewhere = found is not None and found.place.country_code not in {None, goal.place.country_code}
        if found is not None and (elsewhere or falls_back(draft.rule) and not _is_same(found, goal)):
            draft.origin, draft.is_place_inferred = found, True
    if draft.type_code in {"deployment", "reinforcement"} and start is not None and goal is None:
        found = found if found is not None and not _is_same(found, start) else _played(draft, filler)
        if found is not None and not _is_same(found, start):
            draft.destination, draft.is_place_inferred = found, True
    return draft
