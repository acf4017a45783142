"""What verbs leave to the parts of a sentence that repeat them (`gapping`): the count, force, place or time of those
who also move, stay or fall, or the next site."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..draft import Count
from ..families import FIGHTS, MOVES
from ..geography.hooks import tie
from ..geography.placed import LOCATIVE
from ..mentions import ForceMention, PlaceMention
from ..needs.movers import head_nouns, kind
from ..quantity.levels import MOVING
from ..quantity.quantities import Quantity, as_count, count_at
from ..quantity.whose import by_nation
from ..reading import Reading
from .alongside import joined
from .datedparts import as_often, dated
from .gapping import BORDERS, INTO, OPENERS, Part, is_near, opener_of, opening, others, stands_for, walk
from .ofthetwo import of_the_two

#: Words for those not counted so far.
_REST = frozenset("rest remainder others".split())


def parted(r: Reading, own: Quantity | None) -> list[Part]:
    """The parts of a sentence that repeat its verb; `own`: the verb's count."""
    if r.trigger.kind != "verb":
        return []
    if r.type_code in MOVES | {"presence"} and (both := of_the_two(r)):
        return both
    if r.type_code in MOVES:
        return _moves(r, own) or walk(r, dated)
    if r.type_code == "patrol":
        return _also_counted(r, own)
    if r.type_code == "attack_on_force":
        return walk(r, _toll) if r.code == "casualty" else []
    if r.type_code in FIGHTS:
        return walk(r, dated) or (walk(r, as_often) if r.type_code == "strike" else [])
    is_stay = r.type_code == "presence"
    made = walk(r, _stay) if is_stay and not (r.passive and r.code == "hold") else []
    is_of_site = is_stay or r.type_code.startswith("base_")
    made = made or (walk(r, _site) if is_of_site and r.view.tree.labels[r.first] != "relcl" else [])
    return made or (walk(r, dated) if is_of_site else [])


# ── those who also go ──
def _moves(r: Reading, own: Quantity | None) -> list[Part]:
    """The parts that follow a verb of moving, without the count that is the verb's own."""
    v, first = r.view, own
    if own is not None and any(v.key(k) == ":" for k in range(r.last + 1, own.number)):
        own = None  # the first of a list of parts
    if own is not None and any(opener_of(v, k, own.number) for k in range(r.last + 1, own.number) if _borders(r, k)):
        own = None  # the count of another's part: "sent a destroyer, Britain two frigates"
    if own is not None and (at := _load(r)) is not None and at < own.first and _goes_elsewhere(r, own):
        own = None  # of what goes elsewhere: "sent a frigate to X and four jets to Y"
    made = walk(r, lambda r, a, b, _: _move(r, own, a, b), past_verbs=True)
    timed = sum(p.time is not None and not p.actors and p.place is None for p in made)
    if own is None and timed == len(made) == 1:
        made = []  # one count with a time is the verb's own
    return [*made, *_also_counted(r, first, own is not None)]


def _also_counted(r: Reading, own: Quantity | None, is_own: bool = True) -> list[Part]:
    """ "Sixty Greek and eleven Danish sappers", "250 soldiers and three aircraft": what is counted beside it."""
    nations = [] if own is None else by_nation(r.view, own)
    told = [Part(q.first, q.last + 1, q, as_count(q), None, codes) for q, codes in nations if q is not own]
    return [*told, *(joined(r, own) if own is not None and is_own else ())]


def _borders(r: Reading, k: int) -> bool:
    return r.view.key(k) in BORDERS


def _move(r: Reading, own: Quantity | None, a: int, b: int) -> Part | None:
    v = r.view
    times = [(k, t) for k, t in v.timed if a < k < b]
    time = times[0][1] if times else None
    counted = [q for q in v.quantities if a < q.number < b and q is not own and q.noun not in {"killed", "wounded"}]
    quantity = counted[0] if len(counted) == 1 and counted[0].unit in MOVING and is_near(v, a, counted[0]) else None
    opener = opener_of(v, a, b)
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
        start = opening(v, a, b)
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
    return (
        head
        if head is not None and any(kind(r.view, n) in {"force", "soft"} for n in head_nouns(r.view, head))
        else None
    )


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


# ── those who also stay, and what they hold ──
#: Who opens a part: one more of those spoken of.
_MORE = frozenset("another others second third fourth fifth one rest remainder latter two three four".split())
_EMPTY = OPENERS | frozenset("a an some more still other its their".split())
_HOLDING = frozenset({"hold", "run_ground"})


def _stay(r: Reading, a: int, b: int, made: list[Part]) -> Part | None:
    """A garrison at a place of its own, or what it holds: "gunners at Kidal", "another the bridge at Gao"."""
    v = r.view
    own = [p for p in v.spotted.places if p.form not in {"bare", "owner"} and p.last < len(v.toks)]
    start = opening(v, a, b, _EMPTY)
    place = next((p for p in own if start <= p.first < b), None)
    if place is None or not (r.code in _HOLDING or any(p.first <= a for p in own)):
        return None
    is_aside = v.key(a) == "," and v.key(a + 1) in {"the", "a", "an"}
    if made and made[-1].end == a and place.first <= start + 1 and not is_aside:
        return Part(a, b, actors=made[-1].actors, place=place)  # "detachments at X and Y"
    who = _who(r, start, b)
    if who is None or not _is_told(r, start, who, place):
        return None
    return Part(a, b, actors=who.codes if isinstance(who, ForceMention) else (), place=place)


def _who(r: Reading, start: int, end: int) -> ForceMention | int | None:
    """Whose name or noun opens a part."""
    v = r.view
    named = next((f for f in v.spotted.forces if f.first <= start <= f.last and f.last < end), None)
    if named is not None and (named.is_military or named.noun == "people"):
        return named if named.codes else start
    if v.key(start) in _MORE or any(kind(v, k) in {"force", "soft"} for k in range(start, min(start + 3, end))):
        return start
    return None


def _is_told(r: Reading, start: int, who: ForceMention | int, place: PlaceMention) -> bool:
    """The place is where they are, or what they hold, and no name of their own."""
    last = who.last if isinstance(who, ForceMention) else start
    if place.first <= last:
        return False
    if place.prep in LOCATIVE | {"of", "above", "below", "behind", "beyond"}:
        return True
    return place.prep == "" and place.first <= last + 3 and r.code in _HOLDING | {"keep_place"}


# ── the next site ──
def _site(r: Reading, a: int, b: int, made: list[Part]) -> Part | None:
    """Another site, by a word that stands for it, one for each place: "and another in B", "those in B and C", "Y one in
    B", "Polish troops in B"."""
    v = r.view
    owner = opener_of(v, a, b)
    at = stands_for(v, owner[1] if owner is not None else a, b)
    if at is None and owner is not None and r.type_code == "presence" and _is_force(v, owner[1]):
        at = owner[1]  # "the Danes are stationed in A, Polish troops in B"
    place = next(iter(v.places_in(a + 1 if at is None else at + 1, b)), None)
    if place is None:
        return None
    if at is None and owner is None and r.type_code == "presence" and others(v, a, place):
        at = place.first - 2  # "keeps its jets at A and its helicopters at B"
    if at is not None and place.first - at <= 4:
        time = next((t for k, t in v.timed if a < k < b), None)
        return Part(a, b, None, None, time, owner[0] if owner is not None else (), _located(place))
    goes_on = bool(made) and all(_borders(r, k) for k in range(made[-1].end, a))
    if goes_on and place.first == a + 1 and _ends(v, place, b):
        return replace(made[-1], at=a, end=b, place=_located(replace(place, prep="in")))
    return None


def _is_force(v: View, at: int) -> bool:
    """Men, or a force by its name, and right behind them where they are."""
    named = any(f.last == at and (f.is_military or f.noun == "people") for f in v.spotted.forces)
    return named and v.key(at + 1) in {"in", "at", "on", "near", "around"}


def _located(p: PlaceMention) -> PlaceMention:
    """A name that stands where a place is asked for is a place."""
    return replace(p, form="place") if p.form == "bare" else p


def _ends(v: View, p: PlaceMention, b: int) -> bool:
    """Nothing but the name, and perhaps its time, stands in the segment."""
    return all(not v.key(k).isalpha() or any(k >= at for at, _ in v.timed) for k in range(p.last + 1, b))


# ── those who also fell ──
_FELL_AT = frozenset("in at near on outside around along".split())
_FALLEN = frozenset("more others another other soldiers".split())


def _toll(r: Reading, a: int, b: int, _: list[Part]) -> Part | None:
    """The dead of another place: "killed nine soldiers near A and four more near B"."""
    v, tree = r.view, r.view.tree
    patient = tree.subject(r.first) if r.passive else tree.object(r.first)
    for k in range(a + 1, b):
        head = k if tree.labels[k] == "conj" else tree.heads[k]
        if tree.tags[k] != "CD" or tree.labels[k] not in {"conj", "nummod"} or tree.labels[head] != "conj":
            continue
        if v.key(head) not in _FALLEN and head != k or tree.heads[head] not in {r.first, patient}:
            continue
        read = count_at(v.toks, k, "killed")
        place = next(
            (p for p in v.spotted.places if p.first > k and p.prep in _FELL_AT and _is_at(r, p, k, head)), None
        )
        if read is not None and place is not None:
            return Part(a, place.last + 1, None, read[2], None, (), place)
    return None


def _is_at(r: Reading, p: PlaceMention, k: int, head: int) -> bool:
    return tie(r.view.tree, p).governor in {k, head, head + 1} or p.first - k <= 3
