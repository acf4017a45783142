"""Several sites of one act: joined, counted and then named, or listed in a sentence of their own."""

from __future__ import annotations

from .clauses import View
from .grounds import GROUNDS
from .hooks import hook
from .inflection import plural
from .mentions import PlaceMention
from .placekinds import POINTERS
from .reading import Reading
from .themes import themes

#: Plurals of what is a place.
_MANY = GROUNDS | {plural(noun) for noun in POINTERS}
_AT = frozenset("in at on near across inside within throughout along around outside over off aboard".split())


def sites_of(view: View, r: Reading) -> list[PlaceMention]:
    """Each of the sites acted upon: "returned Camp A and the airfield at B", "the A and B sites"; of a number of sites
    the list that names as many ("three bases in the south: A, B and C")."""
    tree, found = view.tree, list[PlaceMention]()
    places = [p for p in view.spotted.places if p.form == "place"]
    for head in themes(r):
        start, end = tree.span(head)
        named = [p for p in places if p.first <= head <= p.last or p.is_site and start <= p.first < end]
        hung = [p for p in places if (h := hook(tree, p)).governor == head and h.prep in _AT]
        found += [p for p in named or hung[:1] if p not in found and p.place.kind_code != "country"]
    if len(found) > 1:
        return found
    counted = next((q for q in view.quantities if q.unit == "bases" and q.low == q.high), None)
    if counted is None:
        return []
    mark = next((i for i in range(counted.last, len(view.toks)) if view.key(i) in {":", "-"} and i > r.last), None)
    listed = [p for p in places if mark is not None and p.first > mark and p.place.kind_code != "country"]
    return listed if len(listed) == counted.low else []


def items_of(view: View, r: Reading) -> list[PlaceMention]:
    """ "Hit three bases: A in X, B near Y and C": the items of the list, not what says where one of them lies."""
    tree, toks = view.tree, view.toks
    mark = next((i for i in range(r.last + 1, len(toks)) if toks[i].text == ":"), None)
    if mark is None:
        return []
    nouns = [i for i in range(mark - 1, r.first, -1) if tree.tags[i] == "NNS" and view.key(i) in _MANY]
    if not nouns or not any(r.first in tree.ancestors(n) or r.patient[0] <= n < r.patient[1] for n in nouns):
        return []
    opens = {i + 1 for i in range(mark, len(toks)) if view.key(i) in {":", ",", "and"}}
    opens |= {i + 1 for i in opens if view.key(i) == "the"}
    return [p for p in view.spotted.places if p.first in opens and p.first > mark and p.place.kind_code != "country"]


def sites_listed(view: View, r: Reading) -> list[PlaceMention]:
    """ "The new sites are A in X, B, and C": the places after the verb, not those in which one of them lies."""
    listed = [p for p in view.spotted.places if p.first > r.last and p.form == "place"]
    return [p for p in listed if not any(o.last < p.first and lies_in(view, p, o) for o in listed)]


def lies_in(view: View, outer: PlaceMention, p: PlaceMention) -> bool:
    """ "A in B": B only says where A lies."""
    h = hook(view.tree, outer)
    return bool(h.prep) and h.governor in range(p.first, p.last + 1)
