"""One verb, several facts: "11,000 will return by 2015 and the remaining 4,500 by 2019", "Italy sent 300 men, Spain 250
and Portugal 40", "a battalion went to Gao and a company to Kidal".

What follows without a verb of its own repeats the verb before it, with other words in the same roles: another count,
force, place or time. A part takes its own where it has one, and the verb's for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..draft import Count, Draft
from ..families import MOVES
from ..geography.whence import describes
from ..mentions import PlaceMention
from ..needs.movers import kind, nouns
from ..quantity.quantities import Quantity, as_count, count_at
from ..reading import Reading
from ..timing.context import Time
from ..timing.times import dates_of
from .gappedtolls import tolls
from .openings import INTO, OPENERS, is_near, others, stands_for

#: Words that stand for those not counted so far.
_REST = frozenset("rest remainder others".split())
BORDERS = frozenset({",", ";", ":", "and", "while", "—", "–"})
_UNITS = frozenset({"personnel", "units", "aircraft", "ships", "vehicles"})


_GOALS = frozenset("to into onto for".split())


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


def parts(r: Reading, own: Quantity | None) -> list[Part]:
    """The parts that follow a verb of moving and repeat it, without the count that is the verb's own."""
    if r.trigger.kind != "verb":
        return []
    if r.type_code == "attack_on_force":
        return [Part(at, end, None, count, None, (), place) for at, end, count, place in tolls(r)]
    if own is not None and any(r.view.key(k) == ":" for k in range(r.last + 1, own.number)):
        own = None  # the first of a list of parts
    if own is not None and any(opener_of(r, k, own.number) for k in range(r.last + 1, own.number) if _borders(r, k)):
        own = None  # the count of another's part: "sent a destroyer, Britain two frigates"
    if own is not None and (at := _load(r)) is not None and at < own.first and _goes_elsewhere(r, own):
        own = None  # of what goes elsewhere: "sent a frigate to X and four jets to Y"
    return [*_gapped(r, own), *_joined(r, own)]


def replaces(r: Reading, found: list[Part]) -> bool:
    """After a colon the parts stand for the whole: "most of the 900 will leave: 400 in May and the rest in June"."""
    return any(p.time for p in found) and any(r.view.key(k) == ":" for k in range(r.last + 1, found[0].at + 1))


def _borders(r: Reading, k: int) -> bool:
    return r.view.key(k) in BORDERS


def is_whole(r: Reading, q: Quantity) -> bool:
    """ "most of the 1,950 soldiers", "the last of 860": the number is the whole's, and only a part moves."""
    tree = r.view.tree
    at = tree.noun_head(q.number)
    for _ in range(4):
        head = tree.heads[at]
        if tree.labels[at] == "pobj" and tree.keys[head] == "of":
            of = tree.heads[head]
            is_part = tree.keys[of] in _PARTIAL or tree.keys[of] in _FIRST and not describes(r)
            return is_part and of < q.first and q.first - of <= 3
        if tree.labels[at] not in {"compound", "nummod", "amod", "nmod"} or head == at:
            return False
        at = head
    return False


_PARTIAL = frozenset("most part parts half majority some many third quarter last rest remainder bulk few none".split())
_FIRST = frozenset("first second third latest next".split())


def _gapped(r: Reading, own: Quantity | None) -> list[Part]:
    """Segments behind the verb that hold no verb, and words in the roles of some that stand before them."""
    v = r.view
    spans = [(at, next((k for k, tok in enumerate(v.toks) if tok.start >= t.end), len(v.toks)), t) for at, t in v.timed]
    inside = {k for a, b, _ in spans for k in range(a, b)}
    cuts = [k for k in range(r.last + 1, len(v.toks)) if v.key(k) in BORDERS and k not in inside]
    made: list[Part] = []
    timed = 0
    for a, b in zip(cuts, [*cuts[1:], len(v.toks)], strict=False):
        if any(a < k < b and v.key(k) != "remaining" for k in v.verbs):
            if made:
                break
            continue
        found = _part(r, own, a, b, [(k, t) for k, _, t in spans if a < k < b])
        if found is not None:
            made.append(found)
            timed += found.time is not None and not found.actors and found.place is None
    if own is None and timed == len(made) == 1:
        return []  # one count with a time is the verb's own
    return made


def _part(r: Reading, own: Quantity | None, a: int, b: int, times: list[tuple[int, Time]]) -> Part | None:
    v = r.view
    time = times[0][1] if times else None
    counted = [q for q in v.quantities if a < q.number < b and q is not own and q.noun not in {"killed", "wounded"}]
    quantity = counted[0] if len(counted) == 1 and counted[0].unit in _UNITS and is_near(v, a, counted[0]) else None
    opener = opener_of(r, a, b)
    place, whence = _places(r, opener[1] if opener is not None else a, b)
    if opener is not None:
        codes, last, is_people = opener
        if quantity is not None and quantity.first > last and (own is not None or quantity.noun):
            return Part(a, b, quantity, as_count(quantity), time, codes, place, whence)
        count = None if quantity is not None or own is None else _number(r, last + 1, b, own)
        if count is not None or not counted and _is_one_more(r, last + 1, b):
            return Part(a, b, None, count, time, codes, place)
        follows = {k for k, _ in times} | ({place.first} if place is not None else set())
        if is_people and any(last < k <= last + 3 for k in follows):
            return Part(a, b, None, None, time, codes, place)
        return None
    if quantity is not None and (time is not None or place is not None and own is not None):
        return Part(a, b, quantity, as_count(quantity), time, (), place, whence)
    if place is not None and (load := _load(r)) is not None and load < a and len(counted) == (quantity is not None):
        start = next((k for k in range(a + 1, b) if v.key(k) not in OPENERS), b)
        if quantity is not None or _is_load(r, start, place.first):
            count = as_count(quantity) if quantity is not None else None
            return Part(a, b, quantity, count, time, (), place, whence)
    is_goal = place is not None and own is not None and place.prep != "from" and r.type_code != "withdrawal"
    if not counted and v.words_in(a, a + 4) & _REST and (time is not None or is_goal):
        return Part(a, b, None, None, time, (), place, whence)
    if counted or place is None or any(r.last < k < a for k in v.verbs):
        return None  # "whose men left X last May, still has 900 there, among them a battalion at Y"
    if stands_for(v, a, b) is not None or others(v, a, whence or place):
        return Part(a, b, None, None, time, (), place, whence)
    return None


def opener_of(r: Reading, a: int, b: int) -> tuple[tuple[str, ...], int, bool] | None:
    """Whose name opens a segment, where it ends, and whether it names people ("the Americans")."""
    v = r.view
    start = next((k for k in range(a + 1, b) if v.key(k) not in OPENERS), b)
    for f in v.spotted.forces:
        if f.first == start and f.codes:
            return f.codes, f.last, f.noun == "people" or f.form == "demonym"
    for p in v.spotted.places:
        if p.first == start and p.place.kind_code == "country" and p.place.country_code:
            return (p.place.country_code,), p.last, False
    return None


def _is_one_more(r: Reading, start: int, end: int) -> bool:
    """ "France a corvette"."""
    v = r.view
    return v.key(start) in {"a", "an", "another", "one"} and v.has_class(start, end, "movers")


def _number(r: Reading, start: int, end: int, own: Quantity) -> Count | None:
    """A bare number that counts what the verb's own number does: "Spain 250", "Portugal another 40"."""
    v = r.view
    for k in range(start, min(start + 4, end)):
        if (read := count_at(v.toks, k, own.unit)) is not None:
            first, last, count = read
            nxt = v.key(last + 1)
            return count if first <= start + 1 and (last + 1 >= end or nxt in _ENDS or not nxt.isalpha()) else None
    return None


def _load(r: Reading) -> int | None:
    """What the verb itself sends, by a noun of a force."""
    head = r.subject_head if r.passive or r.object_head is None else r.object_head
    return head if head is not None and any(kind(r.view, n) in {"force", "soft"} for n in nouns(r.view, head)) else None


def _is_load(r: Reading, start: int, end: int) -> bool:
    """ "A battery to Y", "special forces to Y": troops or equipment open the segment, and where to follows."""
    return end - start <= _SHORT and any(kind(r.view, k) in {"force", "soft"} for k in range(start, end))


#: Words of a load with its preposition and article: "a company of engineers to the".
_SHORT = 8


def _goes_elsewhere(r: Reading, own: Quantity) -> bool:
    """Before the count stand a border and where the verb's own load goes, behind it another place in that role."""
    v = r.view
    border = next((k for k in range(own.first - 1, r.last, -1) if _borders(r, k)), None)
    if border is None or own.first - border > 2 + (v.key(border) == ","):
        return False
    end = next((k for k in range(own.last + 1, len(v.toks)) if _borders(r, k)), len(v.toks))
    return _place(r, border, end) is not None


_ENDS = frozenset("each more in to from by on at men soldiers troops of into".split())


def _places(r: Reading, a: int, b: int) -> tuple[PlaceMention | None, PlaceMention | None]:
    """A segment's own place, and whence, where it has both."""
    place = _place(r, a, b)
    if place is None or place.prep != "from":
        return place, None
    goal = _place(r, place.last, b)
    return (goal, place) if goal is not None else (place, None)


def _place(r: Reading, a: int, b: int) -> PlaceMention | None:
    """A segment's own place, where the verb has another in the same role before it."""
    v = r.view
    if any(r.object[0] <= p.first < r.object[1] and not p.prep for p in v.spotted.places):
        named = next((p for p in v.places_in(a + 1, b) if not p.prep and p.form == "place"), None)
        if named is not None and named.first == a + 1:
            return named  # "the Danes left X, the Poles Y"
    for p in v.places_in(a + 1, b):
        if p.form in {"bare", "owner"} or p.prep not in INTO | {"from"}:
            continue
        roles = {"from"} if p.prep == "from" else INTO
        if any(q.prep in roles and q.last < a and q.form not in {"bare", "owner"} for q in v.spotted.places):
            return p
    return None


def _joined(r: Reading, own: Quantity | None) -> list[Part]:
    """ "250 soldiers and three aircraft": counts of other units, joined to the one that moves."""
    if own is None:
        return []
    v, tree = r.view, r.view.tree
    made = []
    mine = tree.first_conjunct(tree.noun_head(own.number))
    for q in v.quantities:
        if q.number <= own.last or q.unit not in _UNITS or q.unit == own.unit and not _of_other_arm(q, own):
            continue
        if "or" in tree.keys[own.last : q.first]:
            continue  # "two brigades or 6,000 men": the same ones
        if tree.first_conjunct(tree.noun_head(q.number)) == mine and not tree.is_verb(mine):
            made.append(Part(q.first, q.last + 1, q, as_count(q)))
    return made


def _of_other_arm(q: Quantity, own: Quantity) -> bool:
    """ "9,000 soldiers and 2,000 marines": each is a count of its own."""
    return q.noun != own.noun and q.noun in _ARMS and own.noun in _ARMS | {"troops", "troop"}


_ARMS = frozenset(
    (
        "soldier soldiers marine marines sailor sailors airman airmen paratrooper paratroopers commando commandos "
        "adviser advisers advisor advisors instructor instructors trainer trainers observer observers"
    ).split()
)


def each(r: Reading, own: Quantity | None) -> bool:
    """ "have sent 250 men each": every one of those who act."""
    v = r.view
    return own is not None and bool({"each", "apiece"} & v.words_in(own.number, own.last + 3))


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
