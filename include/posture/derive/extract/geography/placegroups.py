"""Places of a sentence that belong together: lists ("A, B and C") and containers ("a base in Hasakeh")."""

from __future__ import annotations

from dataclasses import replace

from ....lexicon import Place
from ..clauses import View
from ..language.classes import words as words_of
from ..language.grammar import BETWEEN_PLACES, GLUE_NOUNS
from ..language.phrases import COMPASS
from ..mentions import PlaceMention
from .bearings import lies_from
from .beside import GEO_NOUNS
from .discourse import PlaceMemory
from .excepted import is_excepted
from .grounds import grounds, within, worded
from .inseas import in_sea
from .joined import NAMED_SITES, NOUNS, behind_held, goes_on, is_next, is_other_name, without_sort
from .nested import OVER, lies_beyond, narrows
from .placekinds import TOWNS
from .pointing import pointers
from .venues import is_venue

_RANK = {
    "theatre": 4,
    "country": 3,
    "area": 3,
    "region": 2,
    "admin1": 2,
    "sea": 2,
    "desert": 2,
    "territory": 2,
    "border_area": 2,
}


def gathered(view: View, memory: PlaceMemory) -> list[PlaceMention]:
    """A sentence's places in order: named, pointed at, told by their words."""
    named = [_meant(view, worded(view, p), memory) for p in view.spotted.places if not is_venue(view, p)]
    pointed = pointers(view, memory)
    taken = {k for p in named for k in range(p.first, p.last + 1)}
    ground = grounds(view, memory, taken, {p.first for p in pointed})
    # "Villages along the border": the border only says which villages.
    ground = [within(g, next((p for p in pointed if g.first <= p.first <= g.last), None)) for g in ground]
    pointed = [p for p in pointed if not any(g.first <= p.first <= g.last for g in ground)]
    places = sorted([*named, *pointed, *ground], key=lambda p: p.first)
    if places and places[0].place.kind_code == "country" and places[0].first <= 1 and places[0].prep == "in":
        for p in places[1:]:  # "In Niger, French soldiers left the post at X"
            is_open = p.place.kind_code in {"unresolved", "site"} and p.place.country_code is None
            p.container = p.container or (places[0] if is_open else None)
    return places


def _meant(view: View, p: PlaceMention, memory: PlaceMemory) -> PlaceMention:
    """ "The Kenyan town": the last one that the text named there, unless a name follows."""
    noun = view.key(p.last)
    if p.place.kind_code in {"sea", "theatre"} and view.key(p.first - 1) in {"the", "that"}:
        return in_sea(view, p, memory)
    if (
        p.place.kind_code != "area"
        or noun not in TOWNS | {"port", "base"}
        or view.key(p.first - 1) not in {"the", "that"}
    ):
        return p
    meant = memory.of_kind(noun) if view.key(p.last + 1) != "of" else None
    if meant is None or meant.place.country_code != p.place.country_code or meant.place.kind_code == "country":
        return p
    place = meant.place._replace(aliases=(*meant.place.aliases, p.words))
    return replace(p, place=place, words=meant.words, form="pointed", why="pointing", is_site=meant.is_site)


def place_groups(view: View, places: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Places joined by "and", ",", "or" as one group; a container ("in Hasakeh" after a base) is hung on its place."""
    groups: list[list[PlaceMention]] = []
    for found in places:
        p = found
        if _is_descriptor(view, p) or is_excepted(view, p):
            continue
        if groups:
            prev = groups[-1][-1]
            between = [view.key(k) for k in range(prev.last + 1, p.first)]
            if p.first <= prev.last or is_other_name(view, prev, p):
                continue
            if p.prep == "of" and (bare := without_sort(between)) != between:
                between, p = bare, replace(p, prep="")
            if (held := prev.container) is not None and prev.last < held.last < p.first:
                between = [
                    view.key(k) for k in range(behind_held(view, prev, p), p.first)
                ]  # "on X in the Gulf and on Y"
            if between == ["of"] and _rank(prev) > _rank(p) and p.place.kind_code != "country":
                groups[-1][-1] = replace(p, prep=prev.prep, container=prev)  # "the southern region of X" is X
                continue
            if between == [","] and prev.form == "place" and (is_who := _acts(view, prev, p, places)) is not None:
                groups.append([replace(p, form="bare", prep="") if is_who else p])
                continue
            if (one := _called(view, prev, p, between) or _narrowed(view, prev, p, between, places)) is not None:
                groups[-1][-1] = one
                continue
            _told_apart(prev, p, between)
            if (
                is_inside := _contains(prev, p, between) and not (between == [","] and _is_next(view, prev, p, places))
            ) or _lies_by(view, prev, p, between):
                prev.container = p if is_inside else prev.container or p
                continue
            if between[:1] == [","] and len(between) <= 4 and prev.prep and lies_beyond(prev, p):
                continue
            if between == [","] and len(groups[-1]) == 1 and not _goes_on(view, p, places):
                if p.is_site and not prev.is_site:
                    groups[-1][-1] = replace(p, prep=prev.prep)  # "a site in the capital, Air Base 101"
                else:
                    prev.container = prev.container or p  # "to Innsworth, Gloucestershire"
                continue
            if (_is_subject(view, p) or _is_of_subject(view, prev, p)) and not _is_one_of_subjects(view, prev, p):
                groups.append([p])  # "to Arlit in May, and Niger plans …": another clause begins
                continue
            # Of two groups the first, if the other stands aside: "at A (in the north) and B".
            at = next((k for k in (-2, -1) if len(groups) >= -k and goes_on(view, groups[k], p)), None)
            if at is not None:
                groups.append([*groups.pop(at), p])
                continue
        groups.append([p])
    return groups


def _told_apart(inner: PlaceMention, outer: PlaceMention, between: list[str]) -> None:
    """ "Phoenix, in Dili", "San Carlos, Falkland Islands": a namesake of the town that the gazetteer knows."""
    code, place = outer.place.country_code, inner.place
    is_town = place.kind_code in {"city", "admin1"} and place.site_code is None
    if not is_town or code is None or place.country_code == code or outer.form != "place":
        return
    is_wide = outer.place.kind_code in {"country", "territory", "admin1", "island"}
    if between in ([",", "in"], ["in"], [",", "on"]) or between == [","] and is_wide:
        own = [c for c in inner.candidates if c.country_code == code]
        inner.place = own[0] if own else Place(inner.words, code, "unresolved", None, None, "unresolved")


def _lies_by(view: View, inner: PlaceMention, p: PlaceMention, between: list[str]) -> bool:
    """ "Murid, near Chakwal", "shelled A, in B": an aside that says where the place before it lies."""
    if _is_bearing(between) or lies_from(view, inner, p):
        return True
    if between not in ([",", "in"], [",", "near"], [",", "outside"], [",", "off"]) or p.prep == inner.prep:
        return False
    return not (view.key(p.last + 1) in {"and", "or"} and view.key(p.last + 2) in {"in", "at", "near"})


def _is_bearing(between: list[str]) -> bool:
    """ "Camp X, south of Y", "X, some 60 km outside Y", "X, on the outskirts of Y"."""
    words = [w for w in between if not w[:1].isdecimal() and w not in _DISTANCE]
    return words in ([",", "of"], [",", "from"], [",", "outside"], [",", "near"], [",", "to"]) and len(between) > 2


_DISTANCE = COMPASS | frozenset(
    "the on some about around roughly just not far close next only a few short distance away drive hours hour an day ' "
    "km kilometres kilometers kilometre kilometer miles mile metres meters - outskirts edge suburbs".split()
)


def _narrowed(
    view: View, whole: PlaceMention, p: PlaceMention, between: list[str], places: list[PlaceMention]
) -> PlaceMention | None:
    """ "in Jordan, at Azraq", "in the districts, at Baucau": a phrase of its own says where in the country or part."""
    if whole.place.kind_code == "sea" and between in (["in"], ["of"]) and view.key(whole.last) in _COASTS:
        names = (*p.place.aliases, view.text(whole.first, whole.last), whole.place.name)
        return replace(p, prep=whole.prep, place=p.place._replace(aliases=names))  # "on the X coast of Y"
    if between != [",", p.prep] or not whole.prep or p.form != "place":
        return None
    if narrows(whole, p) and _rank(p) < 3:
        return replace(p, prep=whole.prep if whole.prep not in OVER else p.prep, container=whole)
    is_inner = whole.place.kind_code == "country" != p.place.kind_code
    if not is_inner or p.place.country_code not in {whole.place.country_code, None}:
        return None
    return None if _goes_on(view, p, places) else replace(p, prep=whole.prep, container=whole)


def _goes_on(view: View, p: PlaceMention, places: list[PlaceMention]) -> bool:
    """ "A, B and C", "A, B, C", "A, B some 90 km from X, and C": the list has a third place, or an "and"."""
    near = next((q.last for q in places if q.first > p.last and lies_from(view, p, q)), None)
    if near is not None and view.key(near + 1) == "," and view.key(near + 2) in _AND:
        return True
    if view.key(p.last + 1) in _AND:
        return True
    return view.key(p.last + 1) in {",", "("} and any(p.last + 1 < q.first <= p.last + 4 for q in places)


_COASTS = frozenset({"coast", "shore", "shores", "coastline", "littoral"})
_AND = frozenset({"and", "or", "&", "plus"})


def _is_next(view: View, prev: PlaceMention, p: PlaceMention, places: list[PlaceMention]) -> bool:
    """ "At X airport, Y and Z": towns of one list, none of which holds the airport; but "at Camp A, Y and Camp B"."""
    if prev.is_site:
        after = next((q for q in places if q.first > p.last), None)
        is_like = p.place.kind_code == "unresolved" and not NAMED_SITES & set(prev.words.lower().split())
        is_town = after is not None and after.first <= p.last + 3 and (is_like or _rank(after) == 1)
        return is_town and _rank(p) == 1 and _goes_on(view, p, places)
    ranks = [{_rank(m), *(_RANK.get(c.kind_code, 1) for c in m.candidates)} for m in (prev, p)]
    is_region_said = view.key(p.last + 1) in GEO_NOUNS or bool(GEO_NOUNS & set(p.words.lower().split()))
    return is_next(view, prev, p, places, bool(ranks[0] & ranks[1]), is_region_said)


def expanded(view: View, groups: list[list[PlaceMention]], chosen: list[PlaceMention]) -> list[PlaceMention]:
    """ "bases in X (including those in A, 12 B and C), Y and Z (D)": the most specific places only."""
    at = groups.index(chosen)
    made = list(chosen)
    for group in groups[at + 1 :]:
        between = [view.key(k) for k in range(made[-1].last + 1, group[0].first)]
        if len(between) > 7 or not all(w in _PARTS or w.isdecimal() for w in between) or group[0].form != "place":
            break
        made += group
    if made == chosen:
        return chosen
    opened = {p.last + 1 for p in made if view.key(p.last + 1) in {"(", "including", "namely", "among"}}
    opened |= {
        p.last + 1
        for p in made
        if view.key(p.last + 1) == "," and view.key(p.last + 2) in {"including", "namely", "among", "notably", "mainly"}
    }
    opened |= {p.last + 1 for p in made if view.key(p.last + 2) == "which" and view.key(p.last + 3)[:7] == "include"}
    return [p for p in made if p.last + 1 not in opened] if opened else chosen


#: What may stand between a whole and its parts, and between the parts.
_PARTS = (BETWEEN_PLACES | NOUNS) | frozenset(
    "( ) including those such as namely among them ones which include includes included naval "
    "particularly notably mainly especially".split()
)


def _called(view: View, noun: PlaceMention, p: PlaceMention, between: list[str]) -> PlaceMention | None:
    """The name behind a word that points: "the capital, X"."""
    tree = view.tree
    if between not in ([","], []) or noun.form not in {"pointed", "ground"} or p.form != "place":
        return None
    head = tree.heads[p.last]
    is_same = tree.labels[p.last] == "appos" and (noun.first <= head <= noun.last or head in tree.ancestors(noun.last))
    return replace(p, prep=noun.prep) if is_same else None


def _is_descriptor(view: View, p: PlaceMention) -> bool:
    """ "near the borders with Jordan", "the Donbas city of X": says where another place lies."""
    if _is_of_land(view, p):
        return True
    words = [view.key(k) for k in range(max(0, p.first - 5), p.first)]
    if p.prep in {"with", "of", "between"} and any(w in {"border", "borders", "frontier", "boundary"} for w in words):
        return p.prep == "with" or "near" in words
    return bool(words) and words[-1] in {"and"} and any(w in {"borders"} for w in words)


def _is_of_land(view: View, p: PlaceMention) -> bool:
    """ "The Donbas city of X"."""
    end = p.last + 1
    while view.key(end) in GEO_NOUNS and view.key(end + 1) in TOWNS | {"capital", "port"}:
        end += 1
    named = {q.first for q in view.spotted.places}
    return (
        view.key(end) in TOWNS | {"capital", "port"} and view.key(end + 1) == "of" and bool(named & {end + 2, end + 3})
    )


def _is_subject(view: View, p: PlaceMention) -> bool:
    tree = view.tree
    return tree.labels[p.last] in {"nsubj", "nsubjpass"} and p.last < tree.heads[p.last]


def _is_of_subject(view: View, prev: PlaceMention, p: PlaceMention) -> bool:
    """ "Left X, and the base in Y was handed over": the noun behind the first place, which Y is of, acts."""
    tree, at = view.tree, p.last
    while tree.labels[at] in {"pobj", "prep", "compound", "nmod", "amod"} and tree.heads[at] > prev.last:
        at = tree.heads[at]
    return at != p.last and tree.labels[at] in {"nsubj", "nsubjpass"} and p.last < tree.heads[at]


def _is_one_of_subjects(view: View, prev: PlaceMention, p: PlaceMention) -> bool:
    """ "A and, further north, B were taken": no clause has begun before the two."""
    is_first = not any(view.tree.is_predicate(k) for k in range(p.first))
    return is_first and not prev.prep and p.form == prev.form == "place"


def _acts(view: View, prev: PlaceMention, p: PlaceMention, places: list[PlaceMention]) -> bool | None:
    """ "After the clash in Gao, Niger sent …": who sent; "unlike Gao, Kidal has …" begins anew, and is a place still.
    None where the name behind the comma is no subject."""
    is_state = p.place.kind_code == "country"
    is_one_of_many = not is_state and not prev.prep and _goes_on(view, p, places)  # "A, B and C were taken"
    return None if not _is_subject(view, p) or is_state and not prev.prep or is_one_of_many else is_state


def _rank(p: PlaceMention) -> int:
    return 0 if p.is_site else _RANK.get(p.place.kind_code, 1)


def _contains(inner: PlaceMention, outer: PlaceMention, between: list[str]) -> bool:
    if _rank(outer) <= _rank(inner) and not (_rank(inner) == 1 and outer.place.kind_code == "admin1"):
        return False
    glue = [w for w in between if w not in GLUE_NOUNS | COMPASS]
    if between[:1] == [","] and any(w in _KINDS for w in between):
        glue = [w for w in glue if w not in _KINDS | _COUNTS]  # "X and Y, two towns in the north of Z"
    is_border = outer.place.name.endswith(("border", "frontier")) and between[:1] == ["on"]
    if is_border:
        return True  # "the town of X on the Y border, which …"
    if (
        inner.place.country_code
        and outer.place.country_code
        and inner.place.country_code != outer.place.country_code
        and not inner.is_site
    ):
        return False
    return (
        glue
        in ([","], ["in"], [",", "in"], ["near"], [",", "near"], ["("], ["on"], [",", "on"], [], ["outside"], ["'s"])
        and len(between) <= 5
    )


_KINDS = words_of("apposed.towns")
_COUNTS = frozenset("two three four five six".split())
