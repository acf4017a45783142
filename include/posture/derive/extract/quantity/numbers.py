"""Records that a number makes: "900 troops in Syria", "the mission has 1,200 personnel", "Kuwait: 13 000"."""

from __future__ import annotations

from collections.abc import Sequence

from ..arguments import Filler
from ..assertion.status import status_at
from ..clauses import View
from ..draft import Draft, Rejection
from ..facts.gapping import Gapped, gapped, one_each, stands_alone
from ..forces.pronouns import Party
from ..forces.strangers import guests
from ..geography.grounds import apart
from ..geography.inventories import among
from ..geography.placed import is_held
from ..geography.whereabouts import whereabouts
from ..language.inflection import inflected
from ..lasttold import counted_again
from ..learnt.features import of_count
from ..learnt.likeness import UNLIKE
from ..memory import Memory
from ..mentions import PlaceMention
from .aside import aside, counted_each, is_each, is_given, is_handful
from .hostlines import by_host
from .implied import is_cut, is_of_part, left, tells
from .listlines import after_head, is_list_line, list_line
from .onway import coming
from .quantities import COUNTED, Quantity, as_count
from .rolls import roll
from .stocks import Role, is_bracketed, is_whole, no_level, role, takes_part
from .unmilitary import not_military
from .unplaced import is_inside, unsaid
from .wholes import parts, present
from .whose import is_joined, is_of_mission, listed_with, nation_of, not_of, partner, party_of, settle


def strengths(
    view: View, filler: Filler, memory: Memory, taken: set[int], moving: frozenset[int]
) -> list[Draft | Rejection]:
    """Strengths of a roll, else those that `_told` finds."""
    return list(roll(view, filler, memory)) or list(by_host(view)) or _told(view, filler, memory, taken, moving)


def _told(
    view: View, filler: Filler, memory: Memory, taken: set[int], moving: frozenset[int]
) -> list[Draft | Rejection]:
    """Strengths for counts that no frame took, each at the place that it counts.

    `moving`: tokens of the triggers that other frames have read; what they act upon is theirs.
    """
    heads = list_line(view, memory) if is_list_line(view) else []
    if is_list_line(view) and (not heads or after_head(view, heads[0]) is None):
        return list(heads)
    made: list[Draft | Rejection] = list(heads)
    counts = [q for q in view.quantities if q.unit in COUNTED or is_held(view, q)]
    roles = {q.number: role(view, q) for q in counts}
    gaps = {q.number: g for q in counts if (g := gapped(view, q, filler.grouped)) is not None}
    names = {g.name[0] for g in gaps.values()}
    whose: dict[int, tuple[str, ...]] = {}
    where: dict[int, PlaceMention] = {}
    for q in counts:
        if q.number in taken or heads and view.toks[q.number].start < heads[0].trigger_end:
            continue
        r = roles[q.number]
        others = frozenset(
            o.nouns[0]
            for n, o in roles.items()
            if not _is_inner(view, n, o)
            and o.nouns[0] != r.nouns[0]
            and (n < q.number or view.tree.first_conjunct(o.nouns[0]) != view.tree.first_conjunct(r.nouns[0]))
        ) | frozenset(g.name[1] for g in gaps.values())
        leaving = left(view, filler.grouped, r, q)
        given = tells(view, r, q, moving, bool(leaving)) or bool(whose and (q.number in gaps or nation_of(view, q)))
        reason, is_likely = _no_strength(
            view, filler, q, r, moving, given, bool(leaving), partner(view, roles, whose, q) is not None
        )
        party = None if reason else party_of(view, filler, r, q, _noun(view, roles, q))
        known = heads[0].actors if heads else counted_again(view, q, memory.last_told)
        actors = () if reason else _owners(view, memory, q, party, known, _shared(whose, q) or memory.military)
        mention = party.mention if party is not None else None
        if reason or not actors:
            made.append(rejected(view, q, reason or "no_actor"))
            continue
        gap = gaps.get(q.number) if whose else None
        actors = (
            gap.codes or _shared(whose, q)
            if gap is not None
            else nation_of(view, q) or listed_with(view, roles, whose, q) or actors
        )
        whose[q.number] = actors
        draft = Draft(
            "strength",
            actors,
            quantity=as_count(q),
            status=_status(view, q, r),
            start=view.sentence.start,
            end=view.sentence.end,
            trigger_start=view.toks[q.first].start,
            trigger_end=view.toks[q.last].end,
            rule="count",
            is_likely=is_likely,
        )
        found, anywhere = apart(view, leaving or whereabouts(view, filler, r, q, others, actors, is_inside(mention, q)))
        places = _free(gap.places if gap is not None and gap.places else found, names, gap)
        if (not places or r.relation == "by") and (sibling := _sibling(view, roles, q, where)) is not None:
            places = [sibling]
        if not places and where and (is_bracketed(view, q) or nation_of(view, q) or gap is not None):
            places = [where[max(where)]]
        places = (
            places
            or [h.place for h in heads if h.place is not None]
            or unsaid(view, filler, memory, draft, mention, q, r, others)
            or (anywhere if draft.place is None else [])
        )
        if not places and draft.place is None and is_handful(q) and q.unit != "ships":
            made.append(rejected(view, q, "no_place_named"))
            continue
        if places and not draft.is_place_inferred:
            draft.place = where[q.number] = places[0]
            draft.is_place_inferred, draft.place_reason = places[0].form == "pointed", None
        draft.actors = guests(view, memory, draft.actors, party, draft.place)
        named = among(view, q.last) if q.unit == "bases" else []
        made += [present(draft, p, "site_list") for p in named]
        if draft.place in named or len(named) == q.high == q.low:
            continue  # the list replaces the whole
        made += _of_each(view, q, r, coming(view, q, draft, where[max(where)] if where else None))
        others_at = [present(draft, p, "count_list") for p in not_of(places[1:], actors) if not takes_part(view, r)]
        made += [counted_each(d, draft) for d in others_at] if is_each(view, q) else others_at
        made += parts(view, filler.grouped, draft)
    return _changed_since(view, counts, _beside_wholes(view, roles, made))


def _owners(
    view: View, memory: Memory, q: Quantity, party: Party | None, known: tuple[str, ...], spoken_of: tuple[str, ...]
) -> tuple[str, ...]:
    """Whose the counted are; a body to which somebody lends men is that of the mission spoken of shortly before."""
    if not is_joined(view, q):
        return settle(party, known, spoken_of)
    said, troops = memory.mission, memory.military
    if said is not None and view.number - said.sentence <= _SOON:
        return said.codes
    return troops if troops and is_of_mission(view, troops) else ()


#: A mission spoken of so many sentences before is still meant by "the force".
_SOON = 6


def _no_strength(
    view: View,
    filler: Filler,
    q: Quantity,
    r: Role,
    moving: frozenset[int],
    given: bool,
    is_left: bool,
    is_beside: bool,
) -> tuple[str, bool]:
    """Why a count gives no strength, "" if it gives one; and whether only likeness says that it does."""
    reason = not_military(view, q, filler, r)
    reason = reason or ("" if given else no_level(view, r, moving, q)) or aside(view, q, r, moving, is_left)
    candidate = of_count(q, r.nouns[0], reason)
    if reason:
        is_likely = q.unit in COUNTED and filler.likeness.believes(candidate)
        return ("", True) if is_likely else (reason, False)
    return (UNLIKE if not is_beside and filler.likeness.doubts(candidate) else ""), False


def _of_each(view: View, q: Quantity, r: Role, level: Draft) -> list[Draft]:
    """ "A and B, with 900 men each", "A and B have each kept 900 men": as many are there of every one of those."""
    is_floating = r.relation == "object" and r.verb is not None and stands_alone(view, r.verb - 1, q.first)
    subject = view.tree.subject(r.verb) if r.verb is not None else None
    is_everyone = subject is not None and view.key(view.tree.span(subject)[0]) == "each"  # "each country has 900 there"
    return one_each(level) if is_floating or is_everyone or is_each(view, q) else [level]


def _is_inner(view: View, number: int, r: Role) -> bool:
    """ "3,000 soldiers in two battalions in X": the battalions are those soldiers."""
    return view.key(number - 1) == "in" and view.vocabulary.units.get(view.key(r.nouns[0])) == "units"


def _beside_wholes(view: View, roles: dict[int, Role], made: list[Draft | Rejection]) -> list[Draft | Rejection]:
    """ "Nine of the 70 sappers in X": the part is where the whole is."""
    at = {view.toks[q.first].start: q.number for q in view.quantities}
    drafts = {at[d.trigger_start]: d for d in made if isinstance(d, Draft) and d.trigger_start in at}
    for number, whole in drafts.items():
        r = roles.get(number)
        part = drafts.get(r.nouns[1]) if r is not None and len(r.nouns) > 1 and r.also else None
        if part is not None and part.is_place_inferred and not whole.is_place_inferred:
            part.place, part.is_place_inferred, part.place_reason = whole.place, False, None
    return made


def _free(places: Sequence[PlaceMention], names: set[int], gap: Gapped | None) -> list[PlaceMention]:
    """Without the names of those whose counts follow: "300 in Herat and Kenya 150 in Kunduz"."""
    own = gap.name[0] if gap is not None and not gap.codes else -1
    return [p for p in places if p.first not in names or p.first == own]


def _changed_since(view: View, counts: list[Quantity], made: list[Draft | Rejection]) -> list[Draft | Rejection]:
    """ "35,000 soldiers are there, up from 30,000", "six ships, against four before": a level and the one before."""
    toks = view.toks
    old, by = {}, {}
    for q in counts:
        words = [view.key(k) for k in range(max(0, q.first - 3), q.first)]
        if words[-2:] in (["down", "by"], ["up", "by"]):
            by[toks[q.first].start] = as_count(q, -1 if words[-2] == "down" else 1)
        if words[-2:] in (["down", "from"], ["up", "from"], ["compared", "with"], ["compared", "to"]):
            old[toks[q.first].start] = q
        elif words[-1:] == ["from"] and any(_is_reached(view, o) and 0 < q.first - o.last < 4 for o in counts):
            old[toks[q.first].start] = q  # "is down to 900, from 2,000"
        elif words[-1:] == ["against"] and q.noun in {"strong", "them"} | {o.noun for o in counts if o is not q}:
            old[toks[q.first].start] = q
    levels = [d for d in made if isinstance(d, Draft) and d.trigger_start not in old | by]
    for start, delta in by.items():
        now = next((d for d in reversed(levels) if d.trigger_start < start), None)
        if now is not None and now.quantity is not None and now.quantity.unit == delta.unit:
            now.type_code, now.quantity_delta, now.rule, now.status = "strength_change", delta, "count_by", "completed"
    made = [d for d in made if not (isinstance(d, Draft) and d.trigger_start in by)] if levels else made
    for start, q in old.items():
        now = next((d for d in reversed(levels) if d.trigger_start < start), None)
        if now is None or now.quantity is None or now.quantity.unit != q.unit or now.quantity_before is not None:
            continue
        now.type_code, now.quantity_before, now.rule = "strength_change", as_count(q), "count_before"
        now.status = "completed" if now.status == "in_effect" else now.status
        made = [
            rejected(view, q, "part_of_other_record") if isinstance(d, Draft) and d.trigger_start == start else d
            for d in made
        ]
    return made


def _is_reached(view: View, q: Quantity) -> bool:
    """ "Is down to 900", "is back to 4,500"."""
    return view.key(q.first - 1) == "to" and view.key(q.first - 2) in {"down", "up", "back"}


def _status(view: View, q: Quantity, r: Role) -> str:
    """Status of a level. What is denied of men who are known to be there ("its 900 men in X have not been paid"), or
    that they were ever more ("never more than 55"), does not deny that they are there."""
    if is_whole(view, r) or r.relation == "object" and not q.is_more and view.key(r.verb or 0) in {"join", "joining"}:
        return "in_effect"  # "the 400 will join 3,000 who are there"
    if (
        is_of_part(view, r, q)
        or is_cut(view, r, q)
        or is_given(view, r)
        and not (r.relation == "object" and view.key(r.verb or 0) in _PUTTING)
        and (r.verb is None or _is_apart(r) or view.key(r.verb) not in view.vocabulary.classes["being_verbs"])
        or view.words_in(q.first - 3, q.first) & _NOW
        and not (r.relation == "object" and view.key(r.verb or 0) in view.vocabulary.classes["holding_verbs"])
    ):
        return "in_effect"  # "the 900 in X will be paid", "may leave the existing 70 there"
    found = status_at(view, q.first, q.last)
    if found != "denied":
        return found
    if view.words_in(q.first, q.number) & {"no", "not", "never", "n't", "seldom", "rarely", "hardly"}:
        return "in_effect"
    return "in_effect" if is_given(view, r) and r.relation in {"subject", "passive"} else found


#: Where these put somebody he is not yet: "plans to base all 42 of its jets at X".
_PUTTING = inflected("base station deploy post garrison")
#: "The existing 70".
_NOW = frozenset({"current", "present", "existing"})


def _is_apart(r: Role) -> bool:
    """ "Out of the 70 in X nine stay on", "which of the 70 in X will stay": the verb is not theirs."""
    return r.relation not in {"subject", "passive", "attribute", "object"} or len(r.nouns) > 1 and len(r.also) > 0


def _noun(view: View, roles: dict[int, Role], q: Quantity) -> int:
    """The noun that says whose the counted are: a bare number's host, or what was counted before it."""
    own = roles[q.number].nouns
    if view.tree.tags[own[0]] != "CD":
        return own[0]
    r = roles[q.number]
    if r.verb is not None and r.relation in {"attribute", "object"} and len(own) == 1:
        subject = view.tree.subject(r.verb)
        if subject is not None and view.key(subject) != "there":
            return subject  # "Britain's share is 6,000", "its force totals 9,000"
    if len(own) > 1 and own[1] < own[0] and view.tree.tags[own[1]] != "NNP":
        return own[1]
    before = [r.nouns[0] for n, r in roles.items() if n < q.number and view.tree.tags[r.nouns[0]] != "CD"]
    return before[-1] if before else own[0]


def _shared(whose: dict[int, tuple[str, ...]], q: Quantity) -> tuple[str, ...]:
    """ "28,500 American troops in X and 54,000 in Y": whose the counts before were."""
    before = [n for n in whose if n < q.number]
    return whose[before[-1]] if before else ()


def _sibling(view: View, roles: dict[int, Role], q: Quantity, where: dict[int, PlaceMention]) -> PlaceMention | None:
    """ "Four jets and 150 airmen are at X", "has 650 men in X, and Ghana has 870": the place of a count beside it."""
    own, key = roles[q.number], view.key
    if own.relation == "by" and own.verb is not None:  # "72 posts in the valley, manned by 900 soldiers"
        return next((p for n, p in where.items() if roles[n].nouns[0] == view.tree.heads[own.verb]), None)
    near = [
        n
        for n, r in roles.items()
        if n in where
        and r.relation == own.relation
        and (r.verb == own.verb or None not in (r.verb, own.verb) and key(r.verb or 0) == key(own.verb or 0))
    ]
    wholes = [n for n in where if n < q.number and roles[n].verb == own.verb and roles[n].relation in {"from", "of"}]
    if wholes and own.verb is not None and view.key(own.verb) in view.vocabulary.classes["being_verbs"]:
        near = wholes  # "out of the 70 in X nine stay on"
    if own.relation in {"alongside", "besides"}:
        near = [n for n in where if roles[n].verb == own.verb]
    if own.relation == "against":
        near = [n for n in where if n < q.number]  # "20,000 men in X against 3,000 fighters"
    return where[near[-1]] if near else None


def rejected(view: View, q: Quantity, reason: str) -> Rejection:
    """A number that gives no level, and why."""
    s = view.sentence
    return Rejection("count", "strength", view.toks[q.first].start, view.toks[q.last].end, reason, s.start, s.end)
