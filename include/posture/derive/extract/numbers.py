"""Records that a number makes: "900 troops in Syria", "from 2,000 to 1,400", "Kuwait: 13 000"."""

from __future__ import annotations

from .arguments import Filler, dates_of
from .clauses import View
from .draft import Count, Draft, Rejection
from .grammar import ABOUT, AFTER_STRENGTH, SOFT_COUNTS
from .memory import Memory
from .mentions import PlaceMention
from .numerals import number
from .quantities import Quantity
from .reading import Reading
from .status import status_at
from .times import Time

_BEING = frozenset(
    (
        "have has had having maintain maintains maintained keep keeps kept keeping station stationed deploy "
        "deployed deploys base based remain remains remained stay stays stayed number numbers numbered numbering "
        "host hosts hosted hosting there contribute contributes contributed comprise comprises include includes "
        "including serve serves serving is are was were house houses stands stood total totals totalling retain "
        "retains left posted garrisoned operate operates operating consists consisting made strong belong man "
        "manned with provides provide fields field assigned working present commands counts estimated put puts "
        "hold holds take"
    ).split()
)
_NOT_STRENGTH = frozenset(
    (
        "bodies coffins poll killed dead died wounded injured arrested captured detained trained graduated "
        "recruited sentenced honoured honored released buried missing evacuated rescued lost surrendered defected "
        "executed kidnapped tried voted paid demobilised demobilized deserted casualties"
    ).split()
)
#: Ships, aircraft and vehicles beside these words were fired, lost or met, not held.
_SPENT = frozenset(
    (
        "destroyed downed intercepted fired launched shot sunk damaged merchant commercial civilian passenger "
        "cargo tankers fishing escorted protection apron receive received given deliver delivered order ordered "
        "bought sold"
    ).split()
)
_STRENGTH_NOUNS = frozenset(
    (
        "force mission contingent battlegroup garrison presence unit brigade battalion army deployment corps strong"
    ).split()
)


def as_quantity(q: Quantity, sign: int = 1) -> Count:
    """A count found in text as a slot's value."""
    low = None if q.low is None else sign * q.low
    high = None if q.high is None else sign * q.high
    return Count(low, high, q.qualifier, q.unit)


def levels(view: View, r: Reading, draft: Draft, taken: set[int]) -> None:
    """Fill level, level before and change of a strength_change."""
    found = [
        q
        for q in view.quantities
        if q.unit not in {"killed", "wounded", "detainees", "strikes"} and view.cost(q.number, r.first) < 2.6
    ]
    falls = draft.rule == "fewer" or r.trigger.words[0] in _DOWN or any(w in _DOWN for w in r.trigger.words)
    unit = next((q.unit for q in found if q.unit), "personnel")
    paired = [q for q in found if {view.key(q.first - 1), view.key(q.number - 1)} & {"from", "to", "by"}]
    if paired:
        found = paired  # "close three bases, reducing the number from 2,000 to 1,400": the three are not a level
    paired = [q for q in found if {view.key(q.first - 1), view.key(q.number - 1)} & {"from", "to", "by"}]
    if paired and not (len(paired) == 1 and paired[0].number > r.last + 12):
        found = paired
    for q in found:
        prep = view.key(q.first - 1)
        if q.qualifier in {"about", "at_least", "at_most"} and prep not in {"from", "to", "by"}:
            prep = view.key(q.number - 1) if view.key(q.number - 1) in {"from", "to", "by"} else prep
        count = Count(q.low, q.high, q.qualifier, unit if q.unit == "bases" and unit != "bases" else q.unit)
        taken.add(q.number)
        if prep == "from" and draft.quantity_before is None:
            draft.quantity_before = count
        elif prep == "to" and draft.quantity is None:
            draft.quantity = count
        elif prep == "by" and draft.quantity_delta is None or draft.rule == "fewer" or r.trigger.kind == "noun":
            draft.quantity_delta = as_quantity(q, -1 if falls else 1)
        elif draft.quantity is None and draft.quantity_delta is None:
            if r.object[0] <= q.number < r.object[1] and r.trigger.kind == "verb":
                draft.quantity_delta = as_quantity(q, -1 if falls else 1)
            else:
                draft.quantity = count


_DOWN = frozenset(
    (
        "reduce reduces reduced reducing cut cuts cutting lower lowers lowered trim trims trimmed slash slashes "
        "slashed shrink shrinks shrank halve halved scale scaled drop drops dropped dropping fall falls fell "
        "falling fallen decline declines declined decrease decreases decreased dwindle dwindled reduction "
        "reductions down wind draw drawn fewer"
    ).split()
)


def strengths(view: View, filler: Filler, memory: Memory, taken: set[int]) -> list[Draft | Rejection]:
    """Strengths for counts that no frame took, each at the place that it counts."""
    if is_list_line(view):
        return list(_list_line(view, memory))
    made: list[Draft | Rejection] = []
    groups = [g for g in filler.grouped if g[0].form == "place"]
    counts = [q for q in view.quantities if q.unit in {"personnel", "ships", "aircraft", "units"}]
    for at, q in enumerate(counts):
        if q.number in taken:
            continue
        reason = _no_strength(view, q, filler)
        s = view.sentence
        if reason:
            made.append(
                Rejection("count", "strength", view.toks[q.first].start, view.toks[q.last].end, reason, s.start, s.end)
            )
            continue
        following = counts[at + 1].first if at + 1 < len(counts) else len(view.toks)
        places = _places(view, q, groups, following)
        actors = _owner(q, filler)
        if not actors:
            made.append(
                Rejection(
                    "count", "strength", view.toks[q.first].start, view.toks[q.last].end, "no_actor", s.start, s.end
                )
            )
            continue
        draft = Draft(
            "strength",
            actors,
            quantity=as_quantity(q),
            status=status_at(view, q.first, q.last),
            start=s.start,
            end=s.end,
            trigger_start=view.toks[q.first].start,
            trigger_end=view.toks[q.last].end,
            rule="count",
        )
        _when(view, q, draft)
        if not places:
            inferred = filler.fallback(actors, "strength")
            draft.place, draft.is_place_inferred = inferred, inferred is not None
            draft.place_reason = None if inferred else "no_place_named"
            made.append(draft)
            continue
        draft.place = places[0]
        made.append(draft)
    return made


def _no_strength(view: View, q: Quantity, filler: Filler) -> str:
    near = view.words_in(max(0, q.first - 5), q.last + 5)
    if near & _NOT_STRENGTH:
        return "not_a_level"
    if q.unit != "personnel" and (
        near & _SPENT or q.low is not None and 1900 <= q.low <= 2100 and q.qualifier == "exact"
    ):
        return "not_a_level"
    if q.low == 1 == q.high and view.key(q.first - 1) in {"not", "no"} or q.low == 1 and view.key(q.number) == "one":
        return "not_a_level"
    if q.noun == "strong":
        return "" if _force_known(view, filler) else "not_military"
    people = any(f.noun == "people" and f.first <= q.last and f.last >= q.last for f in view.spotted.forces)
    military = (
        people
        and view.is_military
        or q.noun in view.vocabulary.classes["movers"]
        and q.noun not in {"forces", "force"}
        or q.noun in {"forces", "force"}
    )
    soft = q.noun in SOFT_COUNTS
    has_force = any(f.is_military or f.codes and not f.is_weak for f in view.spotted.forces)
    if soft and not any(f.is_military for f in view.spotted.forces) and not any(p.is_site for p in view.spotted.places):
        return "not_military"
    if not military and not soft or not has_force and not filler.memory.military:
        return "not_military"
    after = view.key(q.last + 1)
    if after in AFTER_STRENGTH or q.last + 1 >= len(view.toks) - 1:
        return ""
    window = view.words_in(max(0, q.first - 9), q.first) | view.words_in(q.last + 1, q.last + 8)
    return "" if window & _BEING else "no_presence_verb"


def _force_known(view: View, filler: Filler) -> bool:
    """Some force stands in the sentence or was named before."""
    return any(f.codes and not f.is_weak for f in view.spotted.forces) or bool(filler.memory.military)


def _places(view: View, q: Quantity, groups: list[list[PlaceMention]], following: int) -> list[PlaceMention]:
    after = [
        g
        for g in groups
        if g[0].first > q.last
        and g[0].first < following
        and view.cost(q.last, g[0].first) < 2.4
        and g[0].prep not in {"from", "to"}
    ]
    if after:
        return after[0]
    before = [g for g in groups if g[-1].last < q.first and view.cost(g[-1].last, q.first) < 2.6]
    return before[-1] if before else []


def _owner(q: Quantity, filler: Filler) -> tuple[str, ...]:
    """Whose troops are counted."""
    party = filler.holder(q.last)
    return party.codes if party is not None else filler.memory.military


def _when(view: View, q: Quantity, draft: Draft) -> None:
    best: tuple[float, Time] | None = None
    for at, t in view.timed:
        if (
            any(view.key(x) in {"said", "told", "announced", "reported"} for x in range(max(0, at - 3), at))
            or view.key(at - 1) in {"formed", "founded", "created", "established"}
            or view.key(at - 2) in {"formed", "founded", "created", "established"}
        ):
            continue
        cost = view.cost(at, q.number)
        if cost < 2.2 and (best is None or cost < best[0]):
            best = (cost, t)
    if best:
        draft.date_start, draft.date_end, draft.date_basis, draft.date_precision = dates_of(best[1])


# ── lists ──
def item(view: View, lead: Draft) -> Draft | None:
    """ "• support personnel: about 200" below "will send there:": the lead's fact with the item's count."""
    toks = view.toks
    mark = next((i for i, t in enumerate(toks) if t.text == ":"), None)
    counted = next((q for q in view.quantities), None)
    if counted is not None:
        quantity, first, last = as_quantity(counted), counted.first, counted.last
    else:
        if mark is None or mark + 1 >= len(toks):
            return None
        at = _skip_about(view, mark + 1)
        read = number(toks, at)
        unit = next(
            (view.vocabulary.units[t.key] for t in reversed(toks[:mark]) if t.key in view.vocabulary.units), None
        )
        if read is None or unit is None:
            return None
        quantity = Count(read[0], read[0], "exact" if at == mark + 1 else "about", unit)
        first, last = mark, read[1] - 1
    made = lead.copy()
    made.quantity, made.rule = quantity, "list_item"
    made.start, made.end = toks[0].start, toks[-1].end
    made.trigger_start, made.trigger_end = toks[first].start, toks[last].end
    return made


def is_list_line(view: View) -> bool:
    """ "3. Syria: 800", "Kuwait – 13 000", "Camp X | 500": a place, a mark, a number."""
    toks = view.toks
    i = _after_bullet(view)
    p = next((p for p in view.spotted.places if p.first <= i + 1 and p.first >= i), None)
    if p is None or p.last + 2 >= len(toks) + 1:
        return False
    j = p.last + 1
    return (
        j + 1 < len(toks)
        and toks[j].text in {":", "|", "–", "—", "-", "\t"}
        and toks[_skip_about(view, j + 1)].key[0].isdecimal()
        if j + 1 < len(toks)
        else False
    )


def _after_bullet(view: View) -> int:
    i = 0
    while i < len(view.toks) and (
        view.toks[i].text in {"•", "*", "-", "–", ".", ")", "(", "·"} or (view.toks[i].key.isdecimal() and i == 0)
    ):
        i += 1
    return i


def _skip_about(view: View, j: int) -> int:
    while j + 1 < len(view.toks) and view.key(j) in ABOUT:
        j += 1
    return j


def _list_line(view: View, memory: Memory) -> list[Draft]:
    import re

    i = _after_bullet(view)
    p = next(p for p in view.spotted.places if i <= p.first <= i + 1)
    j = _skip_about(view, p.last + 2)
    digits = re.sub(r"\D", "", view.toks[j].text)
    if not digits or not memory.military:
        return []
    qualifier = "exact" if j == p.last + 2 else "at_least" if view.key(j - 1) in {"over", "than"} else "about"
    low, value = int(digits), int(digits)
    count = Count(low, None if qualifier == "at_least" else value, qualifier, "personnel")
    end = view.toks[j].end
    return [
        Draft(
            "strength",
            memory.military,
            place=p,
            quantity=count,
            status="in_effect",
            start=view.toks[p.first].start,
            end=max(end, view.toks[p.first].start + 8),
            trigger_start=view.toks[j].start,
            trigger_end=end,
            rule="list_line",
        )
    ]
