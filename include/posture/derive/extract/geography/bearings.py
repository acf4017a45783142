"""Names that only say where another place lies: "a village 20 km from X", "the hills south of X", "not far from X"."""

from __future__ import annotations

from ..clauses import View
from ..language.grammar import set_of
from ..language.phrases import COMPASS
from ..mentions import PlaceMention

_SIDES = COMPASS | set_of("north-west north-east south-west south-east northwards southwards eastwards westwards")
_MEASURES = set_of(
    "mile miles km kms kilometre kilometres kilometer kilometers metre metres meter meters league leagues hour hours "
    "minute minutes day days drive walk march flight ride stroll distance stone's throw"
)
_FROM = set_of("from of outside to off inside beyond behind short")
#: Before a distance: "some 20", "barely an", "less than".
_ABOUT = set_of(
    "some about around roughly nearly almost only just barely hardly not less more than over under a an few couple of "
    "half the dozen several within short - two three four five six seven eight nine ten twelve fifteen twenty thirty"
)


def before_bearing(view: View, first: int) -> int | None:
    """The token before the phrase of bearing and distance in which a name that begins at `first` stands; None where it
    stands in none."""
    at = first - 1
    while at > 0 and view.key(at) in {"the", "a", "an", "its", "their"}:
        at -= 1
    if view.key(at) not in _FROM:
        return None
    k = at - 1
    if view.key(k) == "away":
        k -= 1
    start = k
    if view.key(k) == "far" or view.key(k) in {"close", "near", "next"} and view.key(at) == "to":
        k -= 1
    while k > 0 and (view.key(k) in _SIDES and view.key(at) in {"of", "from"} or view.key(k) in {"-", "due", "just"}):
        k -= 1
    if view.key(k) in _MEASURES:
        while k > 0 and (view.key(k) in _MEASURES | _ABOUT or view.toks[k].text[:1].isdigit() or view.key(k) == "'s"):
            k -= 1
    while k < start and view.key(k) == "not":
        k -= 1
    return k if k < start else None


def is_bearing(view: View, p: PlaceMention) -> bool:
    """The name says how far, or in what direction from it, something lies; so do those in one list with it."""
    tree = view.tree
    head = tree.first_conjunct(p.last)
    firsts = {p.first} if head == p.last else {p.first, min(tree.span(head)[0], head)}
    firsts |= {q.first for q in view.spotted.places if head != p.last and q.first <= head <= q.last}
    return any(before_bearing(view, at) is not None for at in firsts)


def lies_by(view: View, p: PlaceMention) -> bool:
    """A bearing of a place that has a name of its own before it in the sentence: that is where, not this."""
    if not is_bearing(view, p):
        return False
    others = (q for q in view.spotted.places if q.last < p.first and q.form == "place" and not is_bearing(view, q))
    return any(q.prep or q.is_site for q in others if not _lies_in(q, p))


def _lies_in(q: PlaceMention, p: PlaceMention) -> bool:
    """q is the country of p, or p's continent: too wide to be what lies by it."""
    return q.place.kind_code in {"country", "theatre"}
