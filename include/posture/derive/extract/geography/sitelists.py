"""Several sites of one act: joined, counted and then named, or listed in a sentence of their own."""

from __future__ import annotations

from collections.abc import Sequence

from ....lexicon import Place
from ..clauses import View
from ..facts.themes import themes
from ..language.grammar import AT_PLACES
from ..language.inflection import plural
from ..mentions import PlaceMention
from ..reading import Reading
from . import inventories
from .discourse import country_mention
from .grounds import GROUNDS
from .hooks import hook
from .joined import is_joined
from .placekinds import POINTERS
from .sites import PLURAL

#: Plurals of what is a place.
_MANY = GROUNDS | {plural(noun) for noun in POINTERS}

_CALLED = frozenset({"called", "named", "dubbed", "christened", "codenamed"})
#: In these sites lie; they are none.
_WIDE = frozenset({"country", "theatre", "sea", "region", "area", "border_area"})


def sites_of(view: View, r: Reading) -> list[PlaceMention]:
    """Each of the sites acted upon: "returned Camp A and the airfield at B", "the A and B sites"; of a number of sites
    the list that names as many ("three bases in the south: A, B and C")."""
    if parts := inventories.named_among(view, r):
        return parts
    tree, found = view.tree, list[PlaceMention]()
    places = [p for p in view.spotted.places if p.form == "place"]
    heads = themes(r)
    for head in heads:
        start, end = tree.span(head)
        named = [p for p in places if p.first <= head <= p.last or p.is_site and start <= p.first < end]
        below = tree.under(head, AT_PLACES)
        below += [n for b in below if view.key(b) in _MANY for n in tree.under(b, {"of"})]  # "in the towns of A and B"
        hung = [p for p in places if any(p.first <= n <= p.last for n in below)]
        # "a centre in A and another at B": the parser may hang both on the first
        hung = [p for at, p in enumerate(hung) if not at or any(head < h < p.first for h in heads)]
        found += [p for p in named or hung if p not in found and p.place.kind_code != "country"]
    found = _without_lands(view, found)
    if counted := next((q for q in view.quantities if q.unit == "bases" and q.low == q.high), None):
        if len(apart := one_by_one(view, counted.last)) > 1:
            return apart
        before = [p for p in found if p.last < counted.first and p.place.kind_code not in _WIDE]
        if len(before) == counted.low and len(before) > 1:
            return before  # "A and B, two old airfields in the hills, …"
        listed = next((g for g in enumerated(view, counted.last) if len(g) == counted.low), [])
        if len(listed) > 1 and not _is_of_next_clause(view, r, listed[0]):
            return before + listed
    several = [i for i in themes(r) if view.key(i) in PLURAL]
    if several and not found and r.trigger.kind == "verb":  # "posts were opened at A on the coast and at B"
        below = tree.under(r.first, AT_PLACES)
        found = [p for p in places if p.place.kind_code not in _WIDE and any(p.first <= n <= p.last for n in below)]
    mark = next((i for i, t in enumerate(view.toks) if t.text == ":"), None)
    lists = [g for g in enumerated(view, -1) if len(g) > 1] if several else []
    of_these = next((g for g in lists if any(p in found for p in g)), [])
    if len(of_these) > len(found) or len(found) > 1:
        return of_these if len(of_these) > len(found) else found
    if mark is not None and any(i < mark for i in several):
        return next((g for g in lists if 0 < g[0].first - mark <= 2), found)
    return []


def _is_of_next_clause(view: View, r: Reading, p: PlaceMention) -> bool:
    """ "Two depots will close, and their staff will move to A and B": another subject has to do with the place."""
    tree = view.tree
    clause = tree.clause(p.last)
    return clause > r.last and tree.labels[clause] == "conj" and bool(tree.of(clause, "nsubj", "nsubjpass"))


def _without_lands(view: View, found: list[PlaceMention]) -> list[PlaceMention]:
    """ "A base, Camp A, on the island of B": where the one site lies is no second site."""
    made: list[PlaceMention] = []
    for p in sorted(found, key=lambda p: p.first):
        joined = made and any(view.key(k) in {"and", "or", "&"} for k in range(made[-1].last + 1, p.first))
        if not made or p.is_site or joined or not made[-1].is_site:
            made.append(p)
    return made


def one_by_one(view: View, after: int) -> list[PlaceMention]:
    """ "Two bases, one in A and another at B": the place of each."""
    heads = {k for k in range(after + 1, len(view.toks) - 1) if view.key(k) in _ONES and view.key(k + 1) in AT_PLACES}
    return [p for p in view.spotted.places if p.first - 2 in heads or p.first - 3 in heads and p.form == "place"]


_ONES = frozenset("one another other second third fourth two".split())


def named_by(view: View, r: Reading) -> list[PlaceMention]:
    """The name that a site bears behind it, where no gazetteer knows it: "their base, Al Andalus", "a camp called
    Arena"; and the land whose the site's adjective is: "two of its four Georgian bases"."""
    tree = view.tree
    for head in themes(r):
        be = tree.subject(tree.heads[head]) if tree.labels[head] == "attr" else None
        if be is not None and (said := [p for p in view.spotted.places if p.first <= be <= p.last]):
            return said  # "X was the last base to be closed"
        called = [n for c in tree.of(head, "acl") if view.key(c) in _CALLED for n in tree.of(c, "oprd", "dobj", "attr")]
        for name in [*tree.of(head, "appos"), *called]:
            start = tree.span(name)[0]
            held = any(p.first <= name <= p.last for p in view.spotted.places)
            is_short = view.toks[name].text.isupper() and view.key(start - 1) == "("  # "forward operating base (FOB)"
            if tree.tags[name] == "NNP" and not is_short and not held and not view.forces_in(start, name + 1):
                words = " ".join(t.text for t in view.toks[start : name + 1] if t.key not in {"the", "a"})
                place = Place(words, None, "site", None, None, "unresolved", "unregistered")
                return [PlaceMention(start, name, place, words, "", True)]
        own = {view.key(c) for c in tree.of(head, "poss")} & {"its", "their", "his"}
        land = next((f for f in view.spotted.forces if f.form == "demonym" and f.last in tree.of(head, "amod")), None)
        if own and land is not None and (found := country_mention(land.codes[0])) is not None:
            return [found]
    return []


def enumerated(view: View, start: int) -> list[list[PlaceMention]]:
    """The lists of places behind a word: "A, B and C", "A (May), B in X and C (June)"; what only says where one of them
    lies is none."""
    places = [
        p for p in view.spotted.places if p.form == "place" and p.place.kind_code not in _WIDE and p.first > start
    ]
    made: list[list[PlaceMention]] = []
    for p in places:
        if made and lies_in(view, p, made[-1][-1]):
            continue
        last = made[-1][-1].last if made else 0
        is_next = made and (_is_next(view, last + 1, p.first) or is_joined(view, made[-1], p))
        made = [*made[:-1], [*made[-1], p]] if is_next else [*made, [p]]
    return made


def _is_next(view: View, start: int, end: int) -> bool:
    """Nothing but commas, "and", brackets and where the last one lies stands between two places of a list."""
    depth, bare = 0, list[str]()
    for i in range(start, end):
        depth += {"(": 1, ")": -1}.get(view.key(i), 0)
        if depth == 0 and view.key(i) != ")":
            bare.append(view.key(i))
    inner = [w for w in bare if w not in {",", ";", "and", "the", "at", "in", "as", "well", "near", "on"}]
    held = [p for p in view.spotted.places if start <= p.first and p.last < end]
    return any(w in {",", ";", "and"} for w in bare) and len(inner) <= sum(p.last - p.first + 1 for p in held)


def items_of(view: View, r: Reading) -> list[PlaceMention]:
    """ "Hit three bases: A in X, B near Y and C": the items of the list, not what says where one of them lies."""
    tree, toks = view.tree, view.toks
    mark = next((i for i in range(r.last + 1, len(toks)) if toks[i].text == ":"), None)
    if mark is None:
        return []
    nouns = [i for i in range(mark - 1, r.first, -1) if tree.tags[i] == "NNS" and view.key(i) in _MANY]
    if not nouns or not any(r.first in tree.ancestors(n) or r.patient[0] <= n < r.patient[1] for n in nouns):
        return []
    parting = {":", ";"} if ";" in tree.keys[mark:] else {":", ",", "and"}  # "A, in the east; B, in the north; and C"
    opens = {i + 1 for i in range(mark, len(toks)) if view.key(i) in parting}
    opens |= {i + 1 for i in opens if view.key(i) in {"the", "and"}}
    opens |= {i + 1 for i in opens if view.key(i) == "the"}
    return [p for p in view.spotted.places if p.first in opens and p.first > mark and p.place.kind_code != "country"]


def sites_listed(view: View, r: Reading) -> list[PlaceMention]:
    """ "The new sites are A in X, B, and C": the places after the verb, not those in which one of them lies."""
    if own := inventories.listed(r):
        return own
    listed = [p for p in view.spotted.places if p.first > r.last and p.form == "place"]
    return [p for p in listed if not any(o.last < p.first and lies_in(view, p, o) for o in listed)]


def lies_in(view: View, outer: PlaceMention, p: PlaceMention) -> bool:
    """ "A in B": B only says where A lies."""
    h = hook(view.tree, outer)
    return bool(h.prep) and h.governor in range(p.first, p.last + 1)


def counts_whole(type_code: str, group: Sequence[PlaceMention], at: int) -> bool:
    """A count is not that of each of several places: "three bases: A, B and C" are one each."""
    if type_code.startswith("base_"):
        return len(group) > 1
    return at > 0 and type_code not in {"strength", "deployment", "reinforcement"}
