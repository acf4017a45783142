"""One verb, several facts: "11,000 will return by 2015 and the remaining 4,500 by 2019", "Italy sent 300 men, Spain 250
and Portugal 40", "has paratroopers at Gao and gunners at Kidal", "opened a base in A and another in B".

What follows without a verb of its own repeats the verb before it, with other words in the same roles: another count,
force, place or time. A part takes its own where it has one, and the verb's for the rest. Here the segments behind a
verb are gone through, and facts made of their parts; `gapped` reads what each kind of verb leaves to a part.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import pairwise

from ..clauses import View
from ..draft import Count, Draft
from ..families import JOURNEYS, MOVES
from ..geography.placed import LOCATIVE
from ..geography.whereabouts import HOSTS
from ..mentions import PlaceMention
from ..quantity.quantities import Quantity
from ..quantity.whose import by_nation
from ..reading import Reading
from ..timing.context import Time
from ..timing.times import dates_of

BORDERS = frozenset({",", ";", ":", "and", "while", "—", "–"})
OPENERS = frozenset("the and while then also".split())
INTO = frozenset("to into onto in at on near for".split())
_GOALS = frozenset("to into onto for".split())
#: Words that stand for one more of what the verb was said of.
_ONE_MORE = frozenset("another one second third fourth that those other ones".split())
_OF_THEM = frozenset("a an its their some most all part of several other".split())


@dataclass(frozen=True)
class Part:
    """What a part has of its own; the verb gives the rest. `at`, `end`: its tokens."""

    at: int
    end: int
    quantity: Quantity | None = None
    count: Count | None = None
    time: Time | None = None
    actors: tuple[str, ...] = ()
    place: PlaceMention | None = None
    #: Where from, beside where to.
    whence: PlaceMention | None = None


#: Reads what a segment between two borders has of its own, behind the parts before it; None where it is no part.
Read = Callable[[Reading, int, int, list[Part]], Part | None]


def walk(r: Reading, read: Read, *, past_verbs: bool = False) -> list[Part]:
    """The parts behind a verb, segment by segment, as far as the next verb: what follows that one is its own.

    Args:
        read: reads a segment.
        past_verbs: the first part may stand behind another verb: "will go home, he said, 400 of them in May".
    """
    v = r.view
    made: list[Part] = []
    names = [(f.first, f.last) for f in v.spotted.forces]
    names += [(p.first, p.last) for p in v.spotted.places if v.toks[p.first].text[:1].isupper()]
    named = {k for first, last in names for k in range(first, last + 1)}  # a name may look like a verb
    verbs = [k for k in v.verbs - named if v.key(k) != "remaining"]
    for a, b in _segments(r):
        has_verb = any(a < k < b for k in verbs)
        if has_verb and (made or not past_verbs):
            break
        if not has_verb and (part := read(r, a, b, made)) is not None:
            made.append(part)
    return made


def _segments(r: Reading) -> list[tuple[int, int]]:
    """What stands between two borders behind the verb: the first one's token, and the next one's."""
    v = r.view
    dated = {k for at, t in v.timed for k in range(at, len(v.toks)) if v.toks[k].start < t.end}
    cuts = [k for k in range(r.last + 1, len(v.toks)) if (v.key(k) in BORDERS or _adds(v, k)) and k not in dated]
    names = {(f.first, f.last) for f in v.spotted.forces}
    made = list[tuple[int, int]]()
    for a, b in pairwise([*cuts, len(v.toks)]):
        is_name = made and v.key(made[-1][0]) == ";" and (made[-1][0] + 1, a - 1) in names
        goes_on = is_name or made and _is_pair(v, made[-1][0], a)
        made.append((made.pop()[0] if goes_on else a, b))  # "; Dutch soldiers, the port of X"
    return made


def _is_pair(v: View, start: int, at: int) -> bool:
    """ "Togo and Benin 190": between the border and the "and" stands one name, behind it another and their number."""
    one = _name_at(v, start + 1)
    if v.key(at) != "and" or one is None or one[1] != at - 1 or (two := _name_at(v, at + 1)) is None:
        return False
    return "CD" in v.tree.tags[two[1] + 1 : two[1] + 2]


def _adds(v: View, k: int) -> bool:
    """ "As well as"."""
    return v.key(k) == "as" and (v.key(k - 2), v.key(k - 1)) == ("as", "well")


def opening(v: View, a: int, b: int, empty: Container[str] = OPENERS) -> int:
    """The first word of a segment that is more than its opening; `b` where there is none."""
    return next((k for k in range(a + 1, b) if v.key(k) not in empty), b)


def opener_of(v: View, a: int, b: int) -> tuple[tuple[str, ...], int, bool] | None:
    """Whose name opens a segment, where it ends, and whether it names people ("the Americans")."""
    one = _name_at(v, opening(v, a, b))
    if one is None or v.key(one[1] + 1) != "and" or one[1] + 2 >= b or (two := _name_at(v, one[1] + 2)) is None:
        return one
    return one[0] + two[0], two[1], two[2]  # "Ghana and Togo 190 each"


def _name_at(v: View, start: int) -> tuple[tuple[str, ...], int, bool] | None:
    for f in v.spotted.forces:
        if f.first == start and f.codes:
            return f.codes, f.last, f.noun == "people" or f.form == "demonym"
    for p in v.spotted.places:
        if p.first == start and p.place.kind_code == "country" and p.place.country_code:
            return (p.place.country_code,), p.last, False
    return None


def is_near(v: View, a: int, q: Quantity) -> bool:
    """The count opens its segment, or is that of a body that does: "and Mali a company of 90"."""
    body = v.key(q.first - 1) == "of" and q.first - a <= 8 and v.has_class(q.first - 2, q.first - 1, "movers")
    return q.first - a <= 4 or body


def stands_for(v: View, a: int, b: int) -> int | None:
    """The word behind a border that stands for a noun said before it, with nothing but its own phrases: "and another in
    X", "the second to Y", "and those in Z"."""
    at = opening(v, a, b, OPENERS | {"a"})
    if at >= b or v.key(at) not in _ONE_MORE:
        return None
    end = at + 1 if v.key(at + 1) in {"one", "ones"} else at
    return end if v.key(end + 1) in INTO | {"from"} else None


def others(v: View, a: int, place: PlaceMention) -> bool:
    """Other troops or arms open a segment, and right behind them is whither, whence or where: "and its tanks to X"."""
    end = place.first
    while end > a and v.key(end - 1) in INTO | {"from", "out", "of", "the"}:
        end -= 1
    start = opening(v, a, end, OPENERS | _OF_THEM)
    is_noun = start < end < place.first and v.tree.tags[end - 1][:2] == "NN" and "IN" not in v.tree.tags[start:end]
    kinds = ("movers", "materiel", "units")
    return is_noun and end - start <= 4 and any(v.has_class(end - 1, end, kind) for kind in kinds)


def replaces(r: Reading, found: list[Part]) -> bool:
    """After a colon the parts stand for the whole: "most of the 900 will leave: 400 in May and the rest in June"."""
    if r.view.key(found[0].at) == "former":
        return True  # "A and B sent troops, the former to X and the latter to Y"
    return any(p.time for p in found) and any(r.view.key(k) == ":" for k in range(r.last + 1, found[0].at + 1))


def each(r: Reading, own: Quantity | None) -> bool:
    """ "Have sent 250 men each", "will each send a battalion": every one of those who act."""
    v = r.view
    if own is not None and _EACH & v.words_in(own.number, own.last + 3):
        return True
    is_own_act = r.type_code in JOURNEYS and r.trigger.kind == "verb"  # a truce that each declares is one
    return is_own_act and stands_alone(v, r.first - 3, r.first if r.passive else r.patient[1] + 2)


def stands_alone(v: View, start: int, end: int) -> bool:
    """An "each" that goes with those who act: no "each year", "each of the bases" or "each other"."""
    near = [k for k in range(max(0, start), min(end, len(v.toks))) if v.key(k) in _EACH]
    tags = (*v.tree.tags, "")  # "have sent 250 men each", and no full stop
    return any(tags[k + 1][:2] not in {"NN", "JJ", "CD"} and v.key(k + 1) not in _NOT_ALONE for k in near)


def is_apiece(v: View, part: Part) -> bool:
    """ "Togo and Benin 190 each"."""
    return part.count is not None and bool(_EACH & v.words_in(part.at, part.end))


_EACH = frozenset({"each", "apiece"})
_NOT_ALONE = frozenset({"of", "other", "one"})


def one_each(draft: Draft) -> list[Draft]:
    """ "Ghana and Mali have sent 250 men each": a record for each of them."""
    if len(draft.actors) < 2:
        return [draft]
    made = []
    for code in draft.actors:
        made.append(draft.copy())
        made[-1].actors = (code,)
    return made


def set_apart(r: Reading, draft: Draft, found: list[Part], own_count: Quantity | None) -> None:
    """The verb's own fact is without those who act in its parts: the parser may have taken them for its own."""
    r.gaps = tuple((p.at, p.end) for p in found if p.place is not None or p.actors)
    if own_count is not None and any(p.quantity is not None and p.quantity.number == own_count.number for p in found):
        draft.quantity = None
    others = {c for p in found for c in p.actors}
    listed = by_nation(r.view, own_count) if own_count is not None and draft.quantity is not None else []
    if mine := next((codes for q, codes in listed if q is own_count), ()):
        draft.actors = mine  # "sixty Greek and eleven Danish sappers"
        return
    own = tuple(c for c in draft.actors if c not in others)
    if own != draft.actors and not own:
        named = [f for f in r.view.forces_in(*r.subject) if f.codes]
        own = named[0].codes if named else draft.actors
    draft.actors = own


def of_part(draft: Draft, part: Part, status: str) -> Draft:
    """The fact of a part before it has its place."""
    one = draft.copy()
    one.status, one.quantity = status, part.count
    one.actors = part.actors or draft.actors
    if part.time:
        one.date_start, one.date_end, one.date_basis, one.date_precision = dates_of(part.time)
    return one


def put(draft: Draft, part: Part) -> None:
    """A part's own place, in the role that its preposition gives it."""
    if part.place is None:
        return
    draft.is_place_inferred, draft.place_reason = False, None
    if draft.type_code not in MOVES:
        draft.place = part.place
        return
    draft.origin = part.whence or draft.origin
    if part.place.prep == "from":
        draft.origin = part.place
    elif draft.type_code == "withdrawal" and part.place.prep not in _GOALS:
        draft.origin = part.place
    else:
        draft.destination = part.place


# ── counts that no verb tells ──
@dataclass(frozen=True)
class Gapped:
    """Whose so many are, by the name right before the number, and where, by the phrase right after it."""

    codes: tuple[str, ...]
    name: tuple[int, int]
    places: list[PlaceMention]


def gapped(v: View, q: Quantity, groups: list[list[PlaceMention]]) -> Gapped | None:
    """ "Djibouti has 1,520 men around X and Kenya 1,410 in Y": what a name and a number say after a count of the same
    kind; None where they are no such pair."""
    at = q.first - 1
    while v.key(at) in _FURTHER:
        at -= 1
    owns = v.key(at) in {"'s", "’s", "'"}
    at -= owns
    before = next((o for o in v.quantities if o.number < q.number and o.unit == q.unit), None)
    border = next((k for k in range(at, 0, -1) if v.key(k) in BORDERS), None)
    if before is None or border is None:
        return None
    own = {g[0].prep for g in groups if before.last < g[0].first < q.first}  # "are confined to X, and Y's 40 to Z"
    near = next((g for g in groups if q.last < g[0].first <= q.last + 4 and g[0].prep in LOCATIVE | own - {""}), [])
    first = opening(v, border, q.first)
    if v.key(v.tree.clause(before.number)) in HOSTS:  # "X hosts 900 men and Y another 300"
        host = next((p for p in v.spotted.places if p.first == first and p.last == at), None)
        return Gapped((), (first, at), near or [host]) if host is not None else None
    opener = opener_of(v, border, q.first)
    if opener is None or opener[1] not in {at, at + owns} or not (owns or opener[2]) and not _of_state(v, before):
        return None
    return Gapped(opener[0], (first, opener[1]), near)


_FURTHER = frozenset("another a an further additional".split())


def _of_state(v: View, q: Quantity) -> bool:
    """The count before says how many a state has: "Iraq 5,200, Syria 900" may be a list of places."""
    tree = v.tree
    verb = tree.clause(q.number)
    subject = tree.subject(verb) if tree.is_verb(verb) else None
    return subject is not None and subject < q.first and tree.tags[subject][:3] == "NNP"
