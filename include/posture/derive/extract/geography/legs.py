"""The legs of one journey: "have left A, returning to B", "the withdrawal of 400 men, who go to B", "the frigate, which
leaves A on Friday, is sent to B" tell one move each."""

from __future__ import annotations

from collections.abc import Sequence

from ....lexicon import country_places
from ..arguments import Filler
from ..draft import Draft, Extraction
from ..facts.onefact import holds, place_key
from ..families import MOVES
from ..mentions import PlaceMention
from ..needs.movers import head_nouns
from ..needs.moves import theme, themes
from ..reading import Reading
from .journeys import whence

_DONE = frozenset({"ongoing", "completed"})
#: Days: what lies further apart is no leg of one journey.
_APART = 31


def tie(kept: Sequence[Reading]) -> None:
    """Tell each further leg of whose journey it is one."""
    moving = [r for r in kept if r.type_code in MOVES]
    for b in moving:
        b.leg = next((a.view.toks[a.first].start for a in moving if _goes_on(a, b)), None)


def _goes_on(a: Reading, b: Reading) -> bool:
    """b tells, in a clause that hangs on a's or on who moves in it, where the same men go on to or set out from."""
    v, tree = a.view, a.view.tree
    if a.first >= b.first or b.trigger.kind != "verb" or {"follow", "relieve"} & {a.code, b.code}:
        return False
    who = theme(b)
    movers = themes(a) if a.code != "embark" or a.subject_head is None else [a.subject_head]
    if who is None or who not in {n for t in movers for n in (t, *head_nouns(v, t))}:
        return False
    top = b.first
    while tree.labels[top] in {"xcomp", "acomp"}:
        top = tree.heads[top]  # "which is due to leave A"
    if tree.labels[top] == "relcl":
        is_earlier = any(tree.keys[c] == "had" for c in tree.of(b.first, "aux"))
        return who < b.first and not is_earlier and (b.passive or tree.object(b.first) != who)
    above = tree.clause(a.last) if a.trigger.kind == "noun" else a.first
    return who < b.first and above in tree.ancestors(b.first)


def fold(drafts: list[Draft], filler: Filler, out: Extraction) -> list[Draft]:
    """One record for the legs of one journey; the others are rejected."""
    gone: set[int] = set()
    for i, a in enumerate(drafts):
        legs = [j for j, b in enumerate(drafts) if b.leg == a.trigger_start and b is not a and _is_one(a, b)]
        if i in gone or not legs:
            continue
        if a.main_place is None and a.quantity is None and a.status not in _DONE:
            gone.add(i)  # "a frigate is to be sent, which leaves A on Friday"
            continue
        for j in legs if _is_chain([drafts[j] for j in legs]) else legs[:1]:
            _join(a, drafts[j])
        if a.type_code == "withdrawal" and a.origin is None:
            left = filler.memory.places.by_force
            whence(a, filler, next((left[c] for c in a.actors if c in left), None))
        gone |= set(legs)
    for d in drafts:
        if d.type_code == "relocation" and d.origin is None and not (d.is_shift and _is_within(d)):
            d.type_code, d.is_shifted = "deployment", True  # of whom nothing says where they were
        if d.type_code == "withdrawal" and _is_elsewhere_there(d):
            d.type_code = "relocation"
    out.rejections += [drafts[i].rejected("part_of_other_record") for i in gone]
    return [d for i, d in enumerate(drafts) if i not in gone]


def _is_within(d: Draft) -> bool:
    """It goes to no border or front: there forces are sent."""
    return d.destination is not None and not _MARCHES & set(d.destination.place.name.lower().split())


def _is_elsewhere_there(d: Draft) -> bool:
    """ "Is moving its men out of A to B", both in one land that is not theirs: they have not left it.
    Who leaves A for B may give A up."""
    start, goal = _stated(d.origin, d), _stated(d.destination, d)
    if d.rule in _GIVING_UP or start is None or goal is None or start.place.kind_code == "country":
        return False
    land = start.place.country_code
    guests = country_places().keys() | _GUESTS
    is_one = land is not None and land == goal.place.country_code and place_key(start) != place_key(goal)
    return is_one and all(a in guests and a != land for a in d.actors)


_GIVING_UP = frozenset({"leave", "withdraw", "vacate"})
#: Forces that are at home nowhere.
_GUESTS = frozenset({"COALITION", "NATO", "UN", "EU", "AU", "WAGNER"})


_MARCHES = frozenset("border borders frontier front frontline".split())


def _is_chain(legs: list[Draft]) -> bool:
    """One after the other, not one verb with several goals."""
    return len({d.trigger_start for d in legs}) == len(legs)


def _stated(p: PlaceMention | None, d: Draft) -> PlaceMention | None:
    return None if d.is_place_inferred else p


def _is_one(a: Draft, b: Draft) -> bool:
    if "denied" in {a.status, b.status} or a.quantity and b.quantity and a.quantity != b.quantity:
        return False
    if b.type_code == "withdrawal" != a.type_code:
        return False  # they came, and went
    days = [d.date_start or d.date_end for d in (a, b) if d.date_basis in {"stated", "resolved"}]
    if len(days) == 2 and days[0] and days[1] and abs((days[0] - days[1]).days) > _APART:
        return False
    if a.type_code == "withdrawal" and a.origin and place_key(a.origin) == place_key(b.destination):
        is_dated = b.date_basis in {"stated", "resolved"} and b.date_start != a.date_start
        return not is_dated  # "came home after being deployed to X"
    start, goal = _stated(a.origin, a), _stated(a.destination, a)
    from_, to = _stated(b.origin, b), _stated(b.destination, b)
    if start and from_ and not (holds(start, from_) or holds(from_, start) or to and not goal):
        return False  # but "left A, was carried from B to C"
    return not goal or not to or holds(goal, to) or place_key(goal) == place_key(to)


def _join(a: Draft, b: Draft) -> None:
    """What the further leg adds to the first."""
    goal, start = _stated(b.destination, b), _stated(b.origin, b)
    if goal is not None and a.origin is not None and place_key(a.origin) == place_key(goal):
        return
    if goal is not None and (
        a.destination is None or a.is_led_on or a.type_code != "withdrawal" and a.is_place_inferred
    ):
        a.is_led_on = True
        a.destination, a.is_place_inferred = goal, a.is_place_inferred and a.type_code == "withdrawal"
    elif goal is not None and holds(a.destination, goal):
        a.destination = goal
    a.origin = a.origin or start
    a.quantity = a.quantity or b.quantity
    if a.status not in _DONE and b.status in _DONE:
        a.status = b.status
    if a.date_basis in {"unknown", "publication"} and b.date_basis in {"stated", "resolved"}:
        a.date_start, a.date_end, a.date_basis, a.date_precision = (
            b.date_start,
            b.date_end,
            b.date_basis,
            b.date_precision,
        )
    home = a.origin.place.country_code if a.origin is not None else None
    abroad = a.destination.place.country_code if a.destination is not None else home
    is_sent = a.origin is not None and not a.is_place_inferred and a.actors == (home,) and abroad not in {home, None}
    is_sent = is_sent and b.type_code != "withdrawal"  # "left X and began returning to their camps"
    if a.type_code == "withdrawal" and a.destination is not None and a.actors == (home,) == (abroad,):
        a.type_code = "relocation"  # within one's own country
    if a.type_code == "withdrawal" and is_sent and a.origin is not None and a.origin.place.kind_code != "country":
        a.type_code = "deployment"  # "left its home port and has reached B"
