"""Points of the compass and distances.

They only say where another place lies ("a village 20 km from X", "the hills south of X"), or make a region of a country
("X's northeast", "X's southern border").
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import words
from ..language.grammar import COMPASS_POINTS, set_of
from ..language.phrases import COMPASS
from ..language.text import Token
from ..mentions import PlaceMention
from .beside import GEO_NOUNS

_SIDES = COMPASS | set_of("north-west north-east south-west south-east northwards southwards eastwards westwards")
_MEASURES = words("bearings.measures")
_FROM = set_of("from of outside to off inside beyond behind short")
#: Before a distance: "some 20", "barely an", "less than".
_ABOUT = set_of(
    "some about around roughly nearly almost only just barely hardly not less more than over under a an few couple of "
    "half the dozen several within short - two three four five six seven eight nine ten twelve fifteen twenty thirty"
)


#: Between a preposition and a name.
_TITLES = set_of("the a an its their capital city town village port regional provincial main nearest")


def before_bearing(view: View, first: int) -> int | None:
    """The token before the phrase of bearing and distance in which a name that begins at `first` stands; None where it
    stands in none."""
    at = first - 1
    while at > 0 and view.key(at) in _TITLES:
        at -= 1
    if view.key(at) not in _FROM:
        return None
    k = at - 1
    if view.key(k) == ")":  # "100 km (62 miles) from X"
        k = next((i for i in range(k, max(0, k - 6), -1) if view.key(i) == "("), k) - 1
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


def lies_by(view: View, p: PlaceMention, *, of_object: bool = False) -> bool:
    """ "X, a small port 20 km from Y", "X, on Thursday, not far from Y and Z": where is X, and not Y or Z.

    Args:
        of_object: X may be what is acted upon: "seized X, 20 km from Y, and has moved guns there".
    """
    tree = view.tree
    head = tree.first_conjunct(p.last)
    named = next((q.first for q in view.spotted.places if q.first <= head <= q.last), None)
    first = named if named is not None else head if tree.labels[p.last] == "appos" else p.first  # "the capital, X"
    start = before_bearing(view, first)
    if start is None:
        return False
    before = [q for q in view.spotted.places if q.last <= start and q.form == "place"]
    if before and view.key(tree.clause(p.first)) in _LIES and p.place.kind_code not in {"country", "theatre"}:
        return True  # "X lies 90 km from Y"
    if not before and view.key(tree.clause(p.first)) in _STATIONED:
        is_wide = p.place.kind_code in {"country", "border_area", "area", "theatre"}
        return is_wide and bool(view.words_in(start, first) & _MEASURES)  # "are deployed 100 km from the border of X"
    is_object = of_object and bool(before) and tree.labels[before[-1].last] == "dobj"
    if not before or before[-1].prep in _NOT_THERE or not (before[-1].prep or before[-1].is_site or is_object):
        return False
    between = range(before[-1].last + 1, start + 1)
    is_aside = not between or any(view.key(k) in {",", "("} for k in between) or set(between) <= _to_the(view, start)
    is_wide = before[-1].place.kind_code in {"country", "theatre"}
    return is_aside and not is_wide and not set(between) & view.verbs


def lies_from(view: View, inner: PlaceMention, p: PlaceMention) -> bool:
    """ "The base, an hour's drive north of X", "Camp Y (40 km from X)": where the inner place is. "The desert south of
    X" has no other name than that."""
    start = before_bearing(view, p.first)
    if start == inner.last:
        return inner.form == "place"
    return start == inner.last + 1 and view.key(start) in {",", "("}


_STATIONED = words("bearings.stationed")
_LIES = set_of("lies lie lay situated")
#: Behind these a name is not where something is.
_NOT_THERE = frozenset({"for", "with", "by", "of"})


def _to_the(view: View, at: int) -> set[int]:
    """ "X, to the west of Y"."""
    return {k for k in (at - 1, at) if view.key(k) in {"to", "the"}}


REGION_NOUNS = words("bearings.region_nouns")
_ENDS = words("bearings.ends")


def region_end(toks: tuple[Token, ...], at: int) -> int | None:
    """The last token of the region that the points of the compass at `at` make of the country before them; None where
    they only describe what follows: "X's southern province of Y", "X's North Y"."""
    end = at
    while end < len(toks) and (toks[end].key in COMPASS | {"far"} or end > at and toks[end].text == "-"):
        end += 1
    if end == at:
        return None
    here, then = (toks[k].key if k < len(toks) else "" for k in (end, end + 1))
    if here in REGION_NOUNS | _ENDS:
        is_of_name = then == "of" and end + 2 < len(toks) and toks[end + 2].text[:1].isupper()
        return None if is_of_name else end
    names = end < len(toks) and toks[end].text[:1].isupper() or here in GEO_NOUNS
    return None if names or toks[end - 1].key not in COMPASS_POINTS else end - 1
