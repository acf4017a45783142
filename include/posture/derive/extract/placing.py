"""Where a fact is: the places of its reading go into the slots of a draft, one draft for each most specific place."""

from __future__ import annotations

from .arguments import Filler
from .draft import Draft
from .facts.listed import most_specific
from .families import BODIES, OTHER_END
from .forces.partners import with_host
from .forces.takers import with_taker
from .geography.arrivals import come_to
from .geography.elsewhere import is_nearer
from .geography.goals import is_asked
from .geography.homewards import is_there_again
from .geography.hosts import host, of_air_defence, of_exercise, promised, wisher
from .geography.journeys import journey, off_the_head, whence
from .geography.missionlands import end_at
from .geography.sitelists import counts_whole
from .geography.unsaid import is_of_them, is_pledge, is_vague
from .language.vocabulary import vocabulary
from .memory import Memory
from .mentions import PlaceMention
from .quantity.quantities import Quantity
from .reading import Reading
from .timing.dating import times_at
from .timing.times import dates_of

#: The slot of a type's main place.
_MAIN = {"withdrawal": "origin"} | dict.fromkeys(
    ("deployment", "reinforcement", "relocation", "detainee_transfer"), "destination"
)
#: Told once, however many places stand by: "the mission began with raids on A and B", "from two to ten in A and B".
_ONCE = frozenset({"mission_start", "mission_transition", "agreement", "strength_change"})


def _is_own_land(draft: Draft, p: PlaceMention) -> bool:
    """A force does not leave the country that it comes from, unless it is said so."""
    return (
        p.place.kind_code == "country" and p.place.country_code in draft.actors and p.prep not in {"from", "in", "out"}
    )


def _not_of_givers(draft: Draft, r: Reading, slots: dict[str, list[PlaceMention]]) -> dict[str, list[PlaceMention]]:
    """ "Chad offered a company and Ghana two": in a pledge the name of a state is who gives, not where; so it is in
    "observers from Egypt and Ghana will arrive"."""
    if "origin" in slots and draft.type_code in {"deployment", "reinforcement"}:
        whence = [p for p in slots["origin"] if not _contributes(draft, r, p)]
        slots = {slot: group for slot, group in {**slots, "origin": whence}.items() if group}
    if not r.view.vocabulary.frames[r.trigger.frame].get("still"):
        return slots

    def gives(p: PlaceMention) -> bool:
        is_own = p.prep not in {"to", "into"} and _is_own_land(draft, p)
        return p.form == "bare" and p.place.kind_code == "country" or is_own

    return {slot: kept for slot, group in slots.items() if (kept := [p for p in group if not gives(p)])}


def _contributes(draft: Draft, r: Reading, p: PlaceMention) -> bool:
    """A country behind "from" whose men these are: one of several, or said of the men, or of who gives them."""
    tree, kinds = r.view.tree, vocabulary().kinds
    if p.place.kind_code != "country" or p.prep != "from":
        return False
    prep = tree.heads[tree.first_conjunct(p.last)]
    if p.place.country_code not in draft.actors:  # "ECOWAS sent 800 men from Nigeria, Togo and Senegal"
        is_listed = any(tree.labels[c] == "conj" for c in tree.of(p.last, "conj")) or tree.labels[p.last] == "conj"
        return is_listed and bool(draft.actors) and all(kinds.get(c) in BODIES for c in draft.actors)
    return len(draft.actors) > 1 or r.code == "receive" or not tree.is_verb(tree.heads[prep])


def _has_taker(r: Reading) -> bool:
    """ "Handed to the Afghan authorities": in whose country they stay."""
    return any(p == "to" and any(f.codes for f in r.view.forces_in(s, e)) for p, s, e in r.phrases)


def place(draft: Draft, filler: Filler, r: Reading, q: Quantity | None, memory: Memory) -> list[Draft]:
    """The draft at its places: one for each, or at the place that the text implies, or at none, with the reason."""
    # "The soldiers patrol at night": what they do as a rule, and no patrol of its own.
    draft.is_habit = r.trigger.kind == "verb" and r.view.tree.tags[r.first] in {"VBP", "VBZ"}
    made = _placed(draft, filler, r, q, memory)
    made = _each_end(made[0], filler, r) if len(made) == 1 else made
    if draft.type_code == "deployment" and is_there_again(r):  # "warplanes are back at the field"
        for d in made:
            d.type_code, d.status = "strength" if d.quantity else "presence", "in_effect"
            d.place, d.destination = d.destination, None
    return [with_taker(with_host(d, r), r) for d in made]


def _each_end(draft: Draft, filler: Filler, r: Reading) -> list[Draft]:
    """ "Left for A and B", "brought back to barracks in A, B and C", "moved from A and B to C": a record for each place
    at the other end of a way."""
    sets_out = draft.type_code == "deployment" and r.type_code == "withdrawal"  # "left home for tours in A and B"
    end = "destination" if sets_out else OTHER_END.get(draft.type_code, "")
    group = most_specific(r.view, filler.places(r).get(end, [])) if end and getattr(draft, end) is not None else []
    between = r.view.words_in(group[0].last, group[-1].first) if group else set()
    if len(group) < 2 or getattr(draft, end) is not group[0] or "and" not in between or "then" in between:
        return [draft]
    made = [draft]
    for place in group[1:]:
        made.append(draft.copy())
        setattr(made[-1], end, place)
        made[-1].quantity = None
    return made


def _named(draft: Draft, filler: Filler, r: Reading) -> dict[str, list[PlaceMention]]:
    """The places that the sentence names for the fact, by slot."""
    slots = _not_of_givers(draft, r, filler.places(r)) if not (r.elliptic and r.view.head) else {}
    taker = promised(r, draft.actors)
    return slots if taker is None else {**slots, "destination": [taker]}


def _behind(filler: Filler, r: Reading, own: list[PlaceMention]) -> list[PlaceMention]:
    """ "Spain's withdrawal", "the withdrawal of Spain from …": whose, not whence, which follows."""
    behind = [g for g in filler.grouped if g[0].prep == "from" and g[0].first > r.last and g != own]
    return next((g for g in behind if not is_asked(r.view.tree, g[0].last)), [])


def _followed(draft: Draft, move: Draft) -> Draft:
    """ "A third is to follow", "is to follow from X": on the way that the last move took."""
    draft.origin, draft.destination = draft.origin or move.origin, draft.destination or move.destination
    draft.is_place_inferred = True
    return draft


def _placed(draft: Draft, filler: Filler, r: Reading, q: Quantity | None, memory: Memory) -> list[Draft]:
    slots = _named(draft, filler, r)
    main = _MAIN.get(draft.type_code, "place")
    if r.type_code == "detainee_transfer" and main not in slots and not _has_taker(r):
        main = "origin"  # where they were held
    for slot, group in slots.items():
        if slot != main:
            setattr(draft, slot, group[0])
    group = slots.get(main, [])
    group = [p for p in group if not any(a <= p.first < b for a, b in r.gaps)] or group
    group = group[:1] if draft.type_code in _ONCE else most_specific(r.view, group)
    if r.view.head is not None and all(p.place.kind_code == "theatre" for p in group):
        group = []  # "the only such base in Africa", below its name
    was_at = next((memory.places.by_force[a] for a in draft.actors if a in memory.places.by_force), None)
    if journey(draft, filler, r, slots, group, was_at):
        is_open = draft.type_code == "withdrawal" and not draft.origin
        return [_one_way(whence(draft, filler, was_at) if is_open else draft)]
    if draft.type_code == "withdrawal" and all(_is_own_land(draft, p) for p in group):
        group = _behind(filler, r, group)
    if not group and r.code == "follow" and memory.move is not None:
        return [_followed(draft, memory.move)]
    if not group:
        if r.code == "join":
            return [draft]  # "both applied to join": an alliance lies nowhere
        if any(getattr(draft, s) for s in ("origin", "destination", "place")):
            draft.origin = draft.origin or next(iter(filler.lost(r) or come_to(r.view, r, filler.grouped)), None)
            return [whence(draft, filler, was_at)]
        inferred = (
            filler.hosted(r, draft.actors)
            or wisher(r, draft.actors)
            or (of_exercise(r) if draft.type_code == "exercise" else None)
            or filler.gone_on(r, draft.actors)
            or filler.implied(draft.actors, draft.type_code, draft.status, is_pledge=is_pledge(r, draft.status))
            or of_air_defence(r, draft.actors)
        )
        if inferred is None or inferred.why == "theme":
            inferred = end_at(r) or inferred
        if inferred is None and draft.type_code in {"deployment", "reinforcement", "withdrawal"}:
            inferred = host(r, draft.actors)
        if draft.type_code == "restructuring" and inferred is not None and is_abroad(draft, inferred):
            draft.place_reason = "no_place_named"
            return [draft]  # "the regiment was disbanded": where its men served does not say where that was
        beside = _of_one_mission(draft, filler.beside(r, draft.actors))
        is_open = (
            inferred is None
            or is_vague(draft.type_code, inferred)
            or is_of_them(r, inferred)
            or is_nearer(r, draft.status, inferred, beside)
        )
        group = filler.vacated(r) or filler.lost(r) or come_to(r.view, r, filler.grouped) or (beside if is_open else [])
        inferred, group = (None, group) if group else (inferred, [inferred] if inferred is not None else [])
        if not group:
            draft.place_reason = "no_place_named"
        if inferred is not None or not group:
            setattr(draft, main, inferred)
            draft.is_place_inferred = inferred is not None
            return [draft]
    made = []
    times_of = times_at(r.view, group)
    for at, place in enumerate(group):
        one = draft if len(group) == 1 else draft.copy()
        setattr(one, main, place)
        one.is_place_inferred = place.form == "pointed" or place.why == "sentence"
        off_the_head(one, place, filler)
        if (own := times_of[at]) is not None:
            one.date_start, one.date_end, one.date_basis, one.date_precision = dates_of(own)
        if q is not None and counts_whole(draft.type_code, group, at):
            one.quantity = None
        made.append(_one_way(one))
    return made


def _of_one_mission(draft: Draft, beside: list[PlaceMention]) -> list[PlaceMention]:
    """ "Has trained men at A and B, and its mission ends in June": at none of them."""
    return beside if len(beside) == 1 or not draft.type_code.startswith("mission_") else []


def _one_way(draft: Draft) -> Draft:
    """ "Moved into X to keep the rebels from the town": nobody comes from where he goes."""
    ends = draft.origin, draft.destination
    if ends[0] is not None and ends[1] is not None and ends[0].place.name == ends[1].place.name:
        setattr(draft, "destination" if draft.type_code == "withdrawal" else "origin", None)
    elif draft.type_code == "deployment" and _are_of_one_land(*ends):
        draft.type_code = "relocation"  # "flew from Hmeimim to Qamishli"
    return draft


def _are_of_one_land(start: PlaceMention | None, goal: PlaceMention | None) -> bool:
    """Two places of one country, both said: from one post to another."""
    if start is None or goal is None or start.form != "place" or start.why or goal.form not in {"place", "pointed"}:
        return False
    if start.first - goal.last > 2:
        return False  # "sent 90 men to X and withdrew 40 from Y"
    lands = {start.place.country_code, goal.place.country_code}
    kinds = {start.place.kind_code, goal.place.kind_code}
    is_gate = "crossing" in start.words.lower() or "border" in start.words.lower()  # "entered by the crossing at X"
    return len(lands) == 1 and None not in lands and not kinds & {"country", "sea", "theatre"} and not is_gate


def is_abroad(draft: Draft, at: PlaceMention) -> bool:
    """Where no name stands but the text's country, which is none of those whose forces these are."""
    codes = set(draft.actors)
    states = all(vocabulary().kinds.get(c) == "state" for c in codes)
    return at.form != "pointed" and states and at.place.country_code not in codes
