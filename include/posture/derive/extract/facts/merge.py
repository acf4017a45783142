"""One record a fact: drafts of the same fact become one, at its fullest and furthest; denials find their claim."""

from __future__ import annotations

from dataclasses import replace

from ..draft import Draft, Extraction
from ..mentions import PlaceMention
from .listed import lies_around
from .onefact import are_bodies_apart, done_apart, holds, is_nearer, is_same, is_to_come, overlap, place_key
from .reach import around, near, reaching_back
from .titles import is_bare, retold
from .toldtwice import is_again, takes_back, told_twice

_ADVANCE = ("considered", "planned", "ongoing", "completed")
_SWALLOWS = {
    "base_handover": {"withdrawal", "base_closure"},
    "base_closure": {"withdrawal"},
    "strength": {"presence"},
    "mission_continuation": {"presence"},
}


def merge(out: Extraction) -> None:
    """Fold repeated drafts into one each, in the order of the text; what is folded becomes a rejection."""
    kept: list[Draft] = []
    for d in out.drafts:
        at = next((k for k in reaching_back(kept) if is_same(kept[k], d)), None)
        if at is None:
            kept.append(d)
            continue
        full = _fuller(kept[at], d)
        lost = d if full is kept[at] else kept[at]
        _advance(full, lost)
        full.is_retold = full.is_title != lost.is_title
        kept[at] = full
        out.rejections.append(lost.rejected("repeats_record", at))
    kept = _levels(_wholes(_titles(_denied(kept, out), out), out), out)
    kept = _swallow(_moved_on(_one_move(kept, out), out), out)
    for d in kept:
        if d.status == "denied":
            d.denies = _claim(d, kept)
        d.quantity = d.quantity or d.tally
    out.drafts = kept


def _levels(kept: list[Draft], out: Extraction) -> list[Draft]:
    """A change of a level that is told with numbers and without."""
    twice = dict(told_twice(kept))
    for lost, full in twice.items():
        out.rejections.append(kept[lost].rejected("repeats_record", full))
    return _without(kept, set(twice), out)


def _denied(kept: list[Draft], out: Extraction) -> list[Draft]:
    """ "Gave up the base it had; there is no garrison any more": what a sentence denies it does not tell as well."""
    gone: set[int] = set()
    for i, a in enumerate(kept):
        for j, b in near(kept, i) if a.status == "denied" else ():
            if (
                b.status != "denied"
                and (a.start, a.type_code, a.quantity) == (b.start, b.type_code, b.quantity)
                and set(a.actors) & set(b.actors)
                and place_key(a.main_place) == place_key(b.main_place)
            ):
                lost = i if takes_back(a, b) else j
                gone.add(lost)
                out.rejections.append(kept[lost].rejected("denied_beside", i + j - lost))
    return _without(kept, gone, out)


def _titles(kept: list[Draft], out: Extraction) -> list[Draft]:
    """A title tells in few words, with a wider place, what the text tells in full: one record."""
    gone: set[int] = set()
    for j, title in enumerate(kept):
        if not title.is_title:
            continue
        told = retold(title, kept, gone)
        if told is not None:
            full = kept[told]
            _advance(full, title)
            if title.place is not None and title.place.is_site and full.place and not full.place.is_site:
                full.place = title.place  # "hands back X", and below "its air base outside the capital"
            gone.add(j)
            out.rejections.append(title.rejected("repeats_record", told))
        elif is_bare(title) and not title.is_retold and any(not d.is_title for d in kept):
            gone.add(j)
            out.rejections.append(title.rejected("title_in_short"))
    return _without(kept, gone, out)


def _wholes(kept: list[Draft], out: Extraction) -> list[Draft]:
    """One record for the most specific place: beside it, the country that the sentence names around it gives none."""
    gone: set[int] = set()
    for j, whole in enumerate(kept):
        for i, part in near(kept, j):
            if (
                i != j
                and not {i, j} & gone
                and whole.start == part.start
                and whole.type_code == part.type_code
                and whole.actors == part.actors
                and not done_apart(whole.status, part.status)
                and whole.quantity in (None, part.quantity)
                and place_key(whole.main_place) != place_key(part.main_place)
                and lies_around(whole, part)
            ):
                gone.add(j)
                out.rejections.append(whole.rejected("part_of_other_record", i))
    for j, whole in enumerate(kept):
        q = whole.quantity
        if j in gone or q is None or q.unit != "bases" or not q.low:
            continue
        parts = [i for i, part in near(kept, j) if i not in gone and _is_part(whole, part)]
        if len({place_key(kept[i].main_place) for i in parts}) == q.low:
            gone.add(j)  # "three bases in the country", each of which is named further on
            out.rejections.append(whole.rejected("part_of_other_record", parts[0]))
    return _without(kept, gone, out)


def _is_part(whole: Draft, part: Draft) -> bool:
    """One of the sites that a count in a wider place counts."""
    around, at = whole.main_place, part.main_place
    return (
        whole is not part
        and around is not None
        and at is not None
        and part.quantity is None
        and whole.type_code == part.type_code
        and bool(set(whole.actors) & set(part.actors))
        and (whole.status == "denied") == (part.status == "denied")
        and (whole.status in _ADVANCE[2:] or part.status not in _ADVANCE[2:])  # two to be closed are none that are
        and place_key(around) != place_key(at)
        and around.place.kind_code in {"country", "region"}
        and at.place.country_code in {None, around.place.country_code}
    )


def _fullness(d: Draft) -> int:
    return (
        2 * bool(d.quantity or d.quantity_delta)
        + 2 * bool(d.main_place and not d.is_place_open)
        + (d.date_basis in {"stated", "resolved"})
        + bool(d.attribution)
        + bool(d.origin and d.destination)
        + bool(d.counterparties)
        + bool(d.quantity_before)
    )


def _fuller(a: Draft, b: Draft) -> Draft:
    is_plan_of = a.status in _ADVANCE[2:] and b.status == "planned" and bool(a.main_place) >= bool(b.main_place)
    if is_plan_of and bool(a.quantity) >= bool(b.quantity) and a.is_title == b.is_title:
        return a  # what is done is told before what it was planned to be
    return b if _fullness(b) > _fullness(a) else a


def _advance(full: Draft, lost: Draft) -> None:
    if full.is_untold != lost.is_untold and {full.status, lost.status} <= set(_ADVANCE):
        full.status = lost.status if full.is_untold else full.status
        full.is_untold = False
    elif full.is_headline != lost.is_headline and {full.status, lost.status} <= set(_ADVANCE):
        full.status = lost.status if full.is_headline else full.status
        full.is_headline = False
    elif (
        full.status in _ADVANCE
        and lost.status in _ADVANCE
        and (_ADVANCE.index(lost.status) > _ADVANCE.index(full.status)) is not is_to_come(full, lost)
    ):
        full.status = lost.status
    if not full.attribution and full.is_title:
        full.attribution = lost.attribution
    full.place = lost.place if is_nearer(full, lost) else full.place
    if full.date_basis in {"unknown", "publication"} and lost.date_basis in {"stated", "resolved"}:
        for slot in ("date_start", "date_end", "date_basis", "date_precision"):
            setattr(full, slot, getattr(lost, slot))
    for slot in ("origin", "destination", "place"):
        if getattr(full, slot) is None and getattr(lost, slot) is not None and not lost.is_place_open:
            setattr(full, slot, getattr(lost, slot))
    full.quantity = full.quantity or lost.quantity
    full.tally = full.tally or lost.tally


def _one_move(kept: list[Draft], out: Extraction) -> list[Draft]:
    """ "departed from A, relocating to B": the leaving and the move of one sentence are one record with both places."""
    gone: set[int] = set()
    leaving, coming = _of(kept, "withdrawal"), _of(kept, "relocation", "deployment")
    for i, a in leaving:
        for j, b in around(coming, i):
            if i in gone or j in gone or a.start != b.start:
                continue
            if not set(a.actors) & set(b.actors) or b.quantity and a.quantity and b.quantity != a.quantity:
                continue
            if are_bodies_apart(a, b):
                continue
            if a.quantity and not b.quantity and b.trigger_start < a.trigger_start:
                continue  # "the wing moves to A under a plan to pull 9,000 out of B"
            apart = a.destination is not None and place_key(a.destination) != place_key(b.destination)
            if b.destination is None or apart:
                continue
            is_sent = b.type_code == "deployment" and not b.is_shifted and a.destination is None
            if is_sent and (b.origin is None or place_key(b.origin) != place_key(a.origin)):
                continue
            if (
                b.origin is not None
                and a.origin is not None
                and not a.is_place_open
                and place_key(b.origin) not in {"", place_key(a.origin)}
            ):
                continue
            a.destination = b.destination
            a.origin = a.origin if not a.is_place_open else b.origin or a.origin
            a.quantity = a.quantity or b.quantity
            gone.add(j)
            out.rejections.append(b.rejected("part_of_other_record", i))
    return _without(kept, gone, out)


def _moved_on(kept: list[Draft], out: Extraction) -> list[Draft]:
    """ "Moves its headquarters out of A" and "has moved from A to B" are one move; who takes over a base that is handed
    to him comes by that act."""
    gone: set[int] = set()
    whole = _of(kept, "base_handover", "relocation", "withdrawal")  # of no other is anything told in part
    for j, less in enumerate(kept):
        for i, full in around(whole, j):
            if i == j or i in gone or not set(less.actors) & {*full.actors, *full.counterparties}:
                continue
            taken = less.rule.startswith("take_") and full.type_code == "base_handover" and full.status != "denied"
            if taken and place_key(less.main_place) == place_key(full.main_place):
                gone.add(j)
            elif not are_bodies_apart(less, full) and (_is_half(less, full) or is_again(less, full)):
                _advance(full, less)
                gone.add(j)
            if j in gone:
                out.rejections.append(less.rejected("part_of_other_record", i))
                break
    return _without(kept, gone, out)


def _is_half(less: Draft, full: Draft) -> bool:
    """A leaving with no word of where to, of which a relocation tells the whole."""
    leaving = less.type_code in {"withdrawal", "relocation"} and full.type_code == "relocation"
    if not leaving or "denied" in {less.status, full.status} or full.destination is None:
        return False
    if less.destination or less.quantity and less.quantity != full.quantity or less.origin is None:
        return False
    told = {"stated", "resolved"}
    if less.date_basis in told and full.date_basis in told and not overlap(less, full):
        return False
    return full.origin is not None and (less.is_title or not less.is_place_inferred) and holds(less.origin, full.origin)


def _swallow(kept: list[Draft], out: Extraction) -> list[Draft]:
    gone: set[int] = set()
    small = _of(kept, *set().union(*_SWALLOWS.values()))
    for i, a in enumerate(kept):
        for j, b in around(small, i):
            if (
                i == j
                or j in gone
                or b.type_code not in _SWALLOWS.get(a.type_code, ())
                or (a.status == "denied") != (b.status == "denied")
                or not set(a.actors) & set(b.actors)
            ):
                continue
            same = place_key(a.main_place) == place_key(b.main_place)
            if a.type_code in {"strength", "mission_continuation"}:
                since = a.type_code == "strength" and b.date_basis in {"stated", "resolved"} and b.date_end is None
                if same and (a.start == b.start or b.is_place_open) and not since:
                    gone.add(j)
            elif same and not (
                b.quantity
                or (b.status, a.status) == ("ongoing", "completed")  # "the drawdown began, and two camps are shut"
                or b.destination
                and not _is_taker(b.destination, a)
                or b.date_basis in {"stated", "resolved"}
                and b.date_start != a.date_start
            ):
                gone.add(j)
            if j in gone:
                out.rejections.append(b.rejected("part_of_other_record", i))
    return _without(kept, gone, out)


def _is_taker(destination: PlaceMention, handover: Draft) -> bool:
    """ "Leave the base and hand it over to Baghdad": the capital is who takes it, not where the troops go."""
    return destination.place.country_code in handover.counterparties and not destination.is_site


def _of(kept: list[Draft], *types: str) -> list[tuple[int, Draft]]:
    return [(k, d) for k, d in enumerate(kept) if d.type_code in types]


def _without(kept: list[Draft], gone: set[int], out: Extraction) -> list[Draft]:
    """Drafts that stay; rejections that point at them are renumbered."""
    order = [k for k in range(len(kept)) if k not in gone]
    moved = {old: new for new, old in enumerate(order)}
    out.rejections = [replace(r, of=moved.get(r.of)) if r.of is not None else r for r in out.rejections]
    return [kept[k] for k in order]


def _claim(denial: Draft, kept: list[Draft]) -> int | None:
    """The claim that a denial denies: of its type, actor and place; the last before it, else the first after."""
    fits = [
        k
        for k, d in enumerate(kept)
        if d is not denial
        and d.status != "denied"
        and d.type_code == denial.type_code
        and set(d.actors) & set(denial.actors)
        # "2,000 troops, not 900": another number is what stands instead, not what is denied.
        and (denial.quantity is None or d.quantity is None or d.quantity == denial.quantity)
        and (
            place_key(d.main_place) == place_key(denial.main_place) or d.main_place is None or denial.main_place is None
        )
    ]
    before = [k for k in fits if kept[k].start <= denial.start]
    return before[-1] if before else fits[0] if fits else None
