"""Counts that a list shares out among its members: "troops in Gao (300) and Kidal (200)", "in three towns: 300 in Gao,
200 in Kidal", "Kenya and Chad sent 300 and 200 men respectively"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..arguments import Filler
from ..clauses import View
from ..draft import Count, Draft
from ..families import MOVES
from ..language.grammar import ABOUT
from ..mentions import PlaceMention
from ..reading import Reading
from .numerals import number
from .quantities import count_at, spoken_of

_QUALIFIERS = ABOUT | frozenset("more than at least up to over fewer less under almost nearly just an".split())
_AT = frozenset("in at near on around".split())


@dataclass(frozen=True)
class Share:
    """So many at a place; the tokens of the number, inclusive."""

    place: PlaceMention
    count: Count
    first: int
    last: int
    #: "300 in Gao": where they are, not whither they go.
    is_there: bool = False


_DONE = frozenset({"completed", "ongoing", "in_effect"})


def shares(view: View) -> list[Share]:
    """What a sentence shares out, in brackets or behind a colon; [] where its numbers have nouns of their own."""
    keys = [t.key for t in view.toks]
    if "(" not in keys and ":" not in keys:
        return []
    found = _in_brackets(view) if "(" in keys else []
    if len(found) < 2:
        found = _behind_colon(view, keys.index(":")) if ":" in keys else []
    return [] if len(found) < 2 or all(_has_noun(view, s) for s in found) else found


def _has_noun(view: View, s: Share) -> bool:
    """ "300 soldiers in Gao": the number is counted by itself."""
    return any(s.first <= q.number <= s.last < q.last for q in view.quantities)


def _in_brackets(view: View) -> list[Share]:
    made: list[Share] = []
    unit = ""
    for p in view.spotted.places:
        if p.last < 0 or view.key(p.last + 1) != "(":
            continue
        read = _count(view, p.last + 2)
        if read is None or view.key(read[1] + 1) != ")":
            continue
        unit = unit or spoken_of(view.toks[: p.first], view.vocabulary)
        if not unit or not view.toks[read[0]].text.count(",") and _is_year(read[2]):
            return []
        made.append(Share(p, replace(read[2], unit=unit), read[0], read[1]))
    return made


def _behind_colon(view: View, mark: int) -> list[Share]:
    unit = spoken_of(view.toks[:mark], view.vocabulary)
    made: list[Share] = []
    k = mark + 1
    while unit and k < len(view.toks):
        read = _count(view, k)
        if read is None or view.key(read[1] + 1) not in _AT:
            k += 1
            continue
        p = next((p for p in view.spotted.places if read[1] + 1 < p.first <= read[1] + 3), None)
        if p is not None:
            made.append(Share(p, replace(read[2], unit=unit), read[0], read[1], True))
        k = read[1] + 1
    return made


def _count(view: View, at: int) -> tuple[int, int, Count] | None:
    """The count that begins at a token, with the words that bound it."""
    k = at
    while k < len(view.toks) and k < at + 4 and view.key(k) in _QUALIFIERS:
        k += 1
    return count_at(view.toks, k) if k < len(view.toks) and number(view.toks, k) is not None else None


def _is_year(count: Count) -> bool:
    return count.qualifier == "exact" and count.low is not None and 1900 <= count.low <= 2100


def shared_by(readings: list[Reading], found: list[Share]) -> Reading | None:
    """The reading whose troops are shared out: the last one before the list that says where troops are or go."""
    start = min(found[0].place.first, found[0].first)
    before = [r for r in readings if r.last < start and r.type_code in MOVES | {"presence"}]
    return before[-1] if before else None


def told_in_list(readings: list[Reading], found: list[Share], told: Reading | None) -> list[Reading]:
    """The readings beside the one `told` that say less than the list does, or were read out of it."""
    start, end = min(found[0].place.first, found[0].first), max(found[-1].place.last, found[-1].last)
    return [
        r
        for r in readings
        if r is not told
        and (
            r.type_code in {"presence", "deployment"}
            and r.last < start
            or start <= r.first <= end
            and r.type_code in MOVES | {"presence"}
        )
    ]


def level(view: View, found: list[Share], filler: Filler, military: tuple[str, ...]) -> Draft | None:
    """Where no verb says so, the troops named before the list are at its places: "has men at two sites: A (30) …"."""
    start, units = min(found[0].place.first, found[0].first), view.vocabulary.units
    noun = next((k for k in range(start - 1, -1, -1) if units.get(view.key(k)) == found[0].count.unit), None)
    party = None if noun is None else filler.holder(noun)
    codes = party.codes if party is not None else military
    if noun is None or not codes:
        return None
    toks = view.toks
    return Draft(
        "strength", codes, status="in_effect", start=view.sentence.start, end=view.sentence.end,
        trigger_start=toks[noun].start, trigger_end=toks[noun].end, rule="shared_out",
    )  # fmt: skip


def share_out(model: Draft, found: list[Share], view: View) -> list[Draft]:
    """One record for each member of the list."""
    made = []
    for s in found:
        one = model.copy()
        is_there = (
            model.type_code == "presence" or model.type_code == "deployment" and model.status in _DONE and s.is_there
        )
        is_site = model.type_code == "presence" and s.first == s.last and s.count.low == 1 == s.count.high
        if is_there and not is_site:
            one.type_code, one.status, one.destination = "strength", "in_effect", None
        one.quantity, one.is_place_inferred, one.place_reason = s.count, False, None
        if is_site:
            one.quantity = None  # "two garrisons: one in X and one in Y"
        slot = "origin" if one.type_code == "withdrawal" else "destination" if one.type_code in MOVES else "place"
        setattr(one, slot, s.place)
        one.trigger_start, one.trigger_end = view.toks[s.first].start, view.toks[s.last].end
        one.rule = "shared_out"
        made.append(one)
    return made


def respectively(view: View, drafts: list[Draft]) -> list[Draft]:
    """Numbers and the names that they go to, in the same order."""
    at = next((k for k, t in enumerate(view.toks) if t.key == "respectively"), None)
    run = _numbers(view, at) if at is not None else []
    if len(run) < 2:
        return drafts
    start, end = view.toks[run[0][0]].start, view.toks[run[-1][1]].end
    counted = [d for d in drafts if d.quantity is not None and start <= d.trigger_start < end]
    model = next((d for d in drafts if d.quantity is not None and d.type_code in MOVES), None)
    model = model or next(iter(counted), None)
    model = model or next((d for d in drafts if d.quantity is not None and d.type_code == "strength"), None)
    if model is None or model.quantity is None:
        return drafts
    drafts = [d for d in drafts if d is model or d not in counted]
    unit, n = model.quantity.unit, len(run)
    counts = [replace(c, unit=unit) for _, _, c in run]
    if len(model.actors) == n:
        named = [c for f in view.spotted.forces for c in f.codes if c in model.actors]
        order = list(dict.fromkeys(named)) if len(set(named)) == n else list(model.actors)
        made = [_one(model, c, actors=(a,)) for a, c in zip(order, counts, strict=True)]
        return [x for d in drafts for x in (made if d is model else [d])]
    places = [p for p in view.spotted.places if p.last >= 0 and p.form not in {"bare", "owner"}]
    where = model.main_place
    first = next((k for k, p in enumerate(places) if where is not None and p.first == where.first), 0)
    places = places[first : first + n] if len(places) >= first + n else places[-n:]
    if len(places) != n:
        return drafts
    made = [_one(model, c, place=p) for p, c in zip(places, counts, strict=True)]
    names = {p.place.name for p in places}
    kept = [d for d in drafts if d is model or d.type_code not in {"presence", "strength", model.type_code}
            or d.main_place is None or d.main_place.place.name not in names]  # fmt: skip
    return [x for d in kept for x in (made if d is model else [d])]


def _numbers(view: View, stop: int) -> list[tuple[int, int, Count]]:
    """ "300, 200 and 100 men": the numbers that stand joined before one noun."""
    best: list[tuple[int, int, Count]] = []
    k = 0
    while k < stop:
        run: list[tuple[int, int, Count]] = []
        while k < stop and (read := _count(view, k)) is not None:
            run.append(read)
            k = read[1] + 1
            if view.key(k) not in {",", "and"}:
                break
            k += 1 + (view.key(k) == "," and view.key(k + 1) == "and")
        if len(run) > len(best):
            best = run
        k += not run
    return best


def _one(model: Draft, count: Count, *, actors: tuple[str, ...] = (), place: PlaceMention | None = None) -> Draft:
    one = model.copy()
    one.quantity, one.actors = count, actors or one.actors
    if place is not None:
        slot = next((s for s in ("origin", "destination", "place") if getattr(one, s) is one.main_place), "place")
        setattr(one, slot, place)
        one.is_place_inferred = False
    return one
