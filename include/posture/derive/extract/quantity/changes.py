"""Levels that change: "from 2,000 to 1,400", "by 300", "fell to 8,600, compared with 13,000", "200 fewer"."""

from __future__ import annotations

from ..clauses import View
from ..draft import Draft
from ..language.classes import nouns
from ..reading import Reading
from ..timing.context import Time
from ..timing.times import dates_of
from .growing import is_body
from .levels import EXTREMES, GROUPS, LEVELS, SHARES
from .quantities import Quantity, as_count

_UNITS = frozenset({"personnel", "units", "ships", "aircraft", "bases", "vehicles"})
#: The word before a number says what it is: the level before, the level, or the change.
_BEFORE, _LEVEL, _DELTA = "from", "to", "by"
_ROLES = {"from": _BEFORE, "against": _BEFORE, "with": _BEFORE, "to": _LEVEL, "at": _LEVEL, "by": _DELTA}
_BOUNDS = frozenset("below under above over past beyond".split())
_REFERS = frozenset("that this it figure which".split())
_BODIES = GROUPS | frozenset("force forces mission deployment garrison contingent".split())
#: Lemmas (and nouns) of going down; all others go up.
_DOWN = (
    "reduc", "cut", "lower", "trim", "slash", "shr", "halv", "scal", "drop", "fall", "fell", "declin", "decreas",
    "dwindl", "wind", "wound", "draw", "drew", "down", "fewer", "less", "bring", "brought", "whittl", "thin", "pare",
    "slid", "slip", "sink", "sank", "sunk", "tumbl",
)  # fmt: skip


#: Verbs of going and carrying: of a level only where it goes, or is brought, "to" a number.
_CARRIES = frozenset("bring take go come".split())
_BY_FACTOR = frozenset("halve double triple treble quadruple".split())


def changed(view: View, r: Reading) -> list[tuple[str, Quantity]]:
    """The numbers of a change with their part in it; empty where the trigger changes no level."""
    tree, found = view.tree, [q for q in view.quantities if q.unit in _UNITS]
    if r.code == "fewer":
        return [(_DELTA, q) for q in found if q.number < r.first <= q.last + 1 and view.key(r.last + 1) != "than"]
    words = view.words_in(*r.object) | view.words_in(*r.subject)
    forces = any(f.is_military or f.form == "group" for s in (r.subject, r.object) for f in view.forces_in(*s))
    forces = forces or any(is_body(tree, n) for n in (r.subject_head, r.object_head) if n is not None)
    if (
        r.trigger.kind == "verb"
        and not forces
        and not words & (view.vocabulary.classes["movers"] | LEVELS | SHARES | {"force", "forces"})
    ):
        spoken = view.is_military and not view.is_of_civilians and (_refers(view, r) or _is_state(view, r))
        if not spoken and not (words & _REFERS and any(q.number < r.first for q in found)):
            return []
    if r.trigger.lemma in _BY_ITSELF and (r.passive or r.object_head is not None):
        return []  # "sank two boats"
    if words & {"number", "numbers"} and not any(q.number > r.first for q in found):
        return []
    behind = [q for q in found if q.number > r.first and not _verb_between(view, r.last, q.first)]
    is_pair = any(_is_paired(view, found, q) for q in behind)
    is_of_level = r.object_head is not None and (is_pair or view.key(r.object_head) in LEVELS | _REFERS)
    if r.object_head is not None and view.key(r.object_head) in _BODIES:  # "taking the force to 5,100"
        is_of_level |= any(view.key(q.first - 1) == "to" for q in behind)
    if r.trigger.lemma == "take" and not is_of_level:
        return []  # "taking its strength to 900", not "taking 900 men to the port"
    made: list[tuple[str, Quantity]] = []
    for q in found:
        hung = tree.under(r.first)
        if is_size(view, q) and _is_of_patient(view, r, q):
            made.append((_BEFORE, q))
            continue
        paired = _is_paired(view, found, q) and not _verb_between(view, r.last, q.first)
        far = (
            not paired
            and view.cost(q.number, r.first) > 2.6
            and tree.noun_head(q.last) not in hung
            and q.number not in hung
        )
        word = _before(view, q)
        fronted = word == "from" and q.first == 1 and r.first > q.last  # "From 900 in 2015 their number fell to …"
        if not fronted and (far or q.number < r.first and r.trigger.kind == "verb" and not r.passive):
            continue
        part = _ROLES.get(word, "")
        if word == "with" and "compared" not in view.words_in(q.first - 3, q.first):
            part = ""
        if word == "at" and tree.clause(q.number) != r.first:
            part = ""
        if (
            part
            and (fronted or q.number > r.first)
            and (part != _DELTA or paired or r.first in tree.ancestors(q.number))
        ):
            made.append((part, q))
        elif not part and _is_amount(view, r, q):
            made.append((_BEFORE if q.noun == "strong" and view.key(q.last) == "strong" else _DELTA, q))
    parts = [p for p, _ in made]
    if not {_LEVEL, _DELTA} & set(parts) and any(is_size(view, q) for _, q in made) and not by_share(view, r):
        return []  # "is to thin out its garrison of 70": to how many is not said
    if _LEVEL not in parts and _DELTA not in parts and r.trigger.kind == "noun":
        return []
    by_itself = _DELTA in parts and r.trigger.lemma in {"go up", "go down", "come down"}
    if _LEVEL not in parts and r.trigger.lemma.split()[0] in _CARRIES and not by_itself:
        return []  # "two battalions were brought from the north", "200 men are gone from the town"
    return made


def is_level(view: View, r: Reading) -> bool:
    """A level is said to go to a number, or by one: no men, but their number is spoken of."""
    return bool({_LEVEL, _DELTA} & {part for part, q in changed(view, r) if _ROLES.get(_before(view, q))})


def goes_from_to(view: View, r: Reading) -> bool:
    """A level is said to go from one number to another."""
    return {_BEFORE, _LEVEL} <= {part for part, _ in changed(view, r)}


def _is_paired(view: View, found: list[Quantity], q: Quantity) -> bool:
    """ "A drop in the number of soldiers there from 1,200 to 900", "by 40 to 230"."""
    pairs = [
        (a, b)
        for a in found
        for b in found
        if view.key(a.first - 1) in {"from", "by"} and view.key(b.first - 1) == "to" and 0 < b.first - a.last <= _NEAR
    ]
    return any(q in pair for pair in pairs)


def _verb_between(view: View, start: int, end: int) -> bool:
    return any(view.tree.is_predicate(k) for k in range(start + 1, end))


def body_of(view: View, q: Quantity) -> int | None:
    """The noun of the body that a number says the size of: "the 70-strong team", "the party of 70"."""
    tree = view.tree
    at = tree.first_conjunct(tree.noun_head(q.last))
    if q.noun == "strong" and q.last > q.number:
        return tree.heads[at] if tree.labels[at] in {"amod", "compound", "nmod"} else at
    is_of = tree.labels[at] == "pobj" and view.key(tree.heads[at]) == "of"
    return tree.heads[tree.heads[at]] if is_of else None


def is_size(view: View, q: Quantity) -> bool:
    """ "Its garrison of 70", "the 70-strong team", "the party of 70 Danes": how large a known body is."""
    tree, body = view.tree, body_of(view, q)
    if body is None:
        return False
    known = {view.key(c) for c in tree.of(body, "det", "poss")} & _KNOWN or tree.of(body, "poss")
    return bool(known) and view.key(body) in GROUPS | nouns("body_of_men")


def is_own_size(r: Reading, q: Quantity) -> bool:
    """ "Is thinning out its garrison of 70": not all of them leave."""
    return r.code in _SIZING and is_size(r.view, q)


#: Their object is what grows or shrinks, not who comes or goes.
_SIZING = frozenset({"reduce_presence", "level_change", "reduce_mission", "increase_presence", "increase_troops"})
_KNOWN = frozenset("the its their our this that".split())


def _is_of_patient(view: View, r: Reading, q: Quantity) -> bool:
    """What is cut or grows is the body so large."""
    start, end = r.subject if r.passive or r.object_head is None else r.object
    return r.trigger.kind == "verb" and start <= q.number < end


def _is_state(view: View, r: Reading) -> bool:
    """ "Poland will reduce to 1,400", "Kenya is going down to 300 men": a state does so with its troops."""
    head = r.subject_head
    if r.passive or head is None or r.object_head is not None or r.trigger.lemma not in _OF_STATES:
        return False
    return any(f.codes for f in view.forces_in(head, head + 1))


#: What a state is said to do with its troops, without an object.
_OF_STATES = frozenset(
    {"reduce", "go down", "go up", "come down", "scale ~ down", "scale ~ back", "cut ~ back", "cut ~ down"}
)
#: Of a level only without an object.
_BY_ITSELF = frozenset("slide slip sink tumble creep inch".split())


def _refers(view: View, r: Reading) -> bool:
    """ "it has been cut by 100", "raising that to 5,000", "halved its own": the force or level last spoken of."""
    thing = r.subject_head if r.passive or r.object_head is None else r.object_head
    return thing is not None and view.key(thing) in _REFERS | {"own", "they", "them"}


def _before(view: View, q: Quantity) -> str:
    """The preposition right before a number, past its qualifier; of a number joined to another, that one's."""
    if view.key(q.first) in _BOUNDS and view.tree.labels[view.tree.noun_head(q.last)] == "pobj":
        return "to"  # "drop below 1,000"
    for at in (q.first - 1, q.number - 1):
        if view.key(at) in _ROLES and not (at > q.first and view.key(at - 1) == "up"):
            return view.key(at)
        if view.key(at) == "and":
            first = view.tree.first_conjunct(view.tree.noun_head(q.last))
            return view.key(view.tree.heads[first]) if view.tree.labels[first] == "pobj" else ""
    node = view.tree.noun_head(q.last)
    near = q.first - 3 <= view.tree.heads[node] < q.first
    if near and view.tree.labels[node] == "pobj" and view.key(view.tree.heads[node]) in _ROLES:
        return view.key(view.tree.heads[node])  # "to the usual 4,500"
    if view.key(q.first - 1) == "of" and view.key(q.first - 2) in EXTREMES | GROUPS | {"force"}:
        start = view.tree.span(q.first - 2)[0]  # "to a peak of 105,000"
        return view.key(start - 1) if view.key(start - 1) in _ROLES else ""
    return ""


def _is_amount(view: View, r: Reading, q: Quantity) -> bool:
    """ "cut 500 troops", "a reduction of 500": the object, or the noun's "of", is what comes or goes."""
    tree = view.tree
    if r.trigger.kind == "verb":
        head = tree.noun_head(q.last)
        patient = r.subject if r.passive else r.object
        return patient[0] <= q.number < patient[1] and tree.heads[tree.first_conjunct(head)] == r.first
    return any(p == "of" and s <= q.number < e for p, s, e in r.phrases[:1]) and q.number - r.last < 8


def further(view: View, r: Reading, first: Draft, taken: set[int]) -> list[Draft]:
    """ "To 2,888 by January and 2,500 by June", "to 11,395 soldiers and 2,888 police": each is a change."""
    levels_of = [q for part, q in changed(view, r) if part == _LEVEL]
    made: list[Draft] = []
    for q in levels_of[1:]:
        if first.quantity is None or q.unit != levels_of[0].unit or as_count(q) == first.quantity:
            continue
        taken.add(q.number)
        one = first.copy()
        one.quantity, one.quantity_before, one.quantity_delta = as_count(q), None, None
        t = next((x for k, x in view.timed if q.last < k <= q.last + _NEAR), None)
        if t is not None:
            one.date_start, one.date_end, one.date_basis, one.date_precision = dates_of(t)
        made.append(one)
    return made


def level_time(view: View, r: Reading, t: Time) -> Time | None:
    """ "From 3,000 in 2003 to 200 in 2013": the time of the level, not that of the one before."""
    parts = dict(reversed(changed(view, r)))
    old, new = parts.get(_BEFORE), parts.get(_LEVEL)
    if old is None or new is None or old.number > new.number:
        return t
    own = next((x for k, x in view.timed if new.last < k <= new.last + _NEAR), None)
    at = next((k for k, x in view.timed if x is t), -1)
    return own or (None if old.last < at < new.first else t)


#: Tokens between a level and its time.
_NEAR = 4


def by_share(view: View, r: Reading) -> bool:
    """ "Will halve its 700-strong force", "cut its 500 men by a tenth": the number is what there was before."""
    if r.trigger.kind != "verb":
        return False
    shares = [n for p, s, e in r.phrases if p == "by" for n in range(s, e)]
    return r.trigger.lemma in _BY_FACTOR or any(view.key(n) in _SHARES for n in shares)


_SHARES = frozenset("percent per % half third quarter fifth tenth two-thirds thirds quarters fraction".split())


def falls(r: Reading) -> bool:
    """There are fewer than before."""
    if r.trigger.lemma == "bring" and "up" in r.view.words_in(r.last, r.last + 14):
        return False  # "bring their number up to 900"
    return any(w.startswith(_DOWN) for w in (*r.trigger.words, *r.trigger.particles))


def levels(view: View, r: Reading, draft: Draft, taken: set[int]) -> None:
    """Fill level, level before and change of a strength_change."""
    # "to one base and fewer than 1,000 troops": the troops are the strength
    for part, q in sorted(changed(view, r), key=lambda found: found[1].unit == "bases"):
        taken.add(q.number)
        if part == _BEFORE and draft.quantity_before is None:
            draft.quantity_before = as_count(q)
        elif part == _LEVEL and draft.quantity is None:
            draft.quantity = as_count(q)
        elif part == _DELTA and by_share(view, r):
            draft.quantity_before = as_count(q)  # "will halve its 700-strong force"
        elif part == _DELTA and draft.quantity_delta is None:
            draft.quantity_delta = as_count(q, -1 if falls(r) else 1)
