"""One verb, several counts: "11,000 will return by 2015 and the remaining 4,500 by 2019", "sent 250 men and two jets".

What follows without a verb of its own repeats the verb before it. A part with a time of its own is a fact of its own;
so is a count of another kind of thing that is joined to what moves.
"""

from __future__ import annotations

from dataclasses import dataclass

from .mentions import PlaceMention
from .quantities import Quantity
from .reading import Reading
from .times import Time

#: Words that stand for those not counted so far.
_REST = frozenset("rest remainder others".split())
_BORDERS = frozenset({",", ";", ":", "and", "while", "—", "–"})


@dataclass(frozen=True)
class Part:
    """A count (None: "the rest") and its own time (None: the verb's)."""

    quantity: Quantity | None
    time: Time | None
    #: Tokens: where it begins, and where the next one does.
    at: int
    end: int


def parts(r: Reading, own: Quantity | None) -> list[Part]:
    """The parts that follow a verb of moving and repeat it, without the count that is the verb's own."""
    if own is not None and any(r.view.key(k) == ":" for k in range(r.last + 1, own.number)):
        own = None  # the first of a list of parts
    return [*_timed(r, own), *_joined(r, own)] if r.trigger.kind == "verb" else []


def own_place(r: Reading, part: Part, prepositions: frozenset[str]) -> PlaceMention | None:
    """ "300 were flown to Gao in May, 400 to Kidal in June": a part's own place."""
    found = [p for p in r.view.places_in(part.at, part.end) if p.prep in prepositions]
    return found[0] if part.time and found else None


def replaces(r: Reading, found: list[Part]) -> bool:
    """After a colon the parts stand for the whole: "most of the 900 will leave: 400 in May and the rest in June"."""
    return any(p.time for p in found) and any(r.view.key(k) == ":" for k in range(r.last + 1, found[0].at + 1))


def is_whole(r: Reading, q: Quantity) -> bool:
    """ "most of the 1,950 soldiers", "the last of 860": the number is the whole's, and only a part moves."""
    tree = r.view.tree
    at = tree.noun_head(q.number)
    for _ in range(4):
        head = tree.heads[at]
        if tree.labels[at] == "pobj" and tree.keys[head] == "of":
            of = tree.heads[head]
            return tree.keys[of] in _PARTIAL and of < q.first and q.first - of <= 3
        if tree.labels[at] not in {"compound", "nummod", "amod", "nmod"} or head == at:
            return False
        at = head
    return False


_PARTIAL = frozenset("most part parts half majority some many third quarter last rest remainder bulk few none".split())


def _timed(r: Reading, own: Quantity | None) -> list[Part]:
    """Segments behind the verb that hold a count and a time, and no verb."""
    v = r.view
    made: list[Part] = []
    spans = [(at, next((k for k, tok in enumerate(v.toks) if tok.start >= t.end), len(v.toks)), t) for at, t in v.timed]
    inside = {k for a, b, _ in spans for k in range(a, b)}
    cuts = [k for k in range(r.last + 1, len(v.toks)) if v.key(k) in _BORDERS and k not in inside]
    for a, b in zip(cuts, [*cuts[1:], len(v.toks)], strict=False):
        verbs = [k for k in v.verbs if a < k < b and v.key(k) != "remaining"]
        own_times = [t for at, _, t in spans if a < at < b]
        if verbs or not own_times:
            if made and verbs:
                break
            continue
        counted = [q for q in v.quantities if a < q.number < b and q is not own and q.noun not in {"killed", "wounded"}]
        if len(counted) == 1 and counted[0].unit in _UNITS and counted[0].first - a <= 4:
            made.append(Part(counted[0], own_times[0], a, b))
        elif not counted and v.words_in(a, a + 4) & _REST:
            made.append(Part(None, own_times[0], a, b))
    return made if own is not None or len(made) > 1 else []


_UNITS = frozenset({"personnel", "units", "aircraft", "ships", "vehicles"})


def _joined(r: Reading, own: Quantity | None) -> list[Part]:
    """ "250 soldiers and three aircraft": counts of other units, joined to the one that moves."""
    if own is None:
        return []
    v, tree = r.view, r.view.tree
    made = []
    mine = tree.first_conjunct(tree.noun_head(own.number))
    for q in v.quantities:
        if q.number <= own.last or q.unit == own.unit or q.unit not in _UNITS:
            continue
        if tree.first_conjunct(tree.noun_head(q.number)) == mine and not tree.is_verb(mine):
            made.append(Part(q, None, q.first, q.last + 1))
    return made
