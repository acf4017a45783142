"""Places that a text has no name for: "villages along the border", "the old quarry", "five areas at the border".

A common noun for a stretch of land, a building or a post, in a phrase that says where, is kept by its words. The place
that the text was speaking of contains it: its country is that place's, and its name is an alias.
"""

from __future__ import annotations

from dataclasses import replace

from ....lexicon import Place
from ..clauses import View
from ..language.classes import nouns, verbs, words
from ..language.grammar import COMPASS_POINTS, TAKING, TOWARDS, set_of
from ..language.phrases import COMPASS
from ..mentions import PlaceMention
from .bearings import before_bearing
from .discourse import PlaceMemory
from .placekinds import COUNTRIES, ISLANDS, MANY_PLACES, REGIONS

_WHOSE = words("grounds.whose")
#: Nouns for where troops are, go or fight; in the singular only with a word that picks one out.
_MANY = MANY_PLACES - _WHOSE | set_of(
    "outskirts schools waters buildings farms fields trenches roads approaches borders shores"
)
_ONE = words("ground")
GROUNDS = _MANY | _ONE
_WHERE = set_of(
    "in at on near across inside within throughout along around outside over off behind beyond to into onto toward "
    "towards from between above below under beside opposite past up down through"
)
_INNER = frozenset({"amod", "compound", "nummod", "nmod", "quantmod", "poss", "advmod", "punct"})
_DROPPED = set_of("the a an its their his her our this that these those some other several many all both any of")
_NOT = set_of(
    "least first last same other large main certain various way end side part case name face wrong right whole"
)
#: "The eastern side" is a place, "the side of the rebels" is none.
_SIDES = set_of("side bank")
_SIDED = COMPASS | set_of("left right other far opposite near left our its their his this that")
_ANYWHERE = set_of("countries nations continents world globe planet earth")
#: No longer is a place's name in words.
_LONGEST = 9


def grounds(view: View, memory: PlaceMemory, taken: set[int], pointed: set[int]) -> list[PlaceMention]:
    """The unnamed places of a sentence. `taken`: tokens of places that are named; `pointed`: nouns that point back."""
    tree = view.tree
    made = []
    held = {_noun_before(view, p) for p in view.spotted.places}
    for i, token in enumerate(view.toks):
        if token.key in _QUARTERS and i not in taken and token.text.islower():
            if (side := _side(view, memory, i, taken)) is not None:
                made.append(side)
            continue
        if i in taken | pointed or token.key not in GROUNDS or tree.tags[i] not in {"NN", "NNS"}:
            continue
        above = view.key(tree.heads[i])
        if not (tree.labels[i] == "pobj" and above in _WHERE or tree.labels[i] == "dobj" and above in TAKING):
            continue
        if above in {"outside", "beyond"} and token.key in {"borders", "shores", "frontiers"}:
            continue  # "the largest garrison outside its borders"
        if token.key in nouns("mine") and _explodes(view, i):
            continue
        first, last = _phrase(view, i)
        is_hit = tree.labels[i] == "dobj" or above in {"on", "against"} or _is_aim(view, i)
        if is_hit and view.spotted.places and any(f.codes for f in view.forces_in(first, i)):
            continue  # "bombed Houthi positions in X": whose, and X is where
        if token.key in _EDGES and view.key(i - 1) in {"its", "their"} and any(p.last < i for p in view.spotted.places):
            continue  # "appeared over X and bombed a camp on its outskirts"
        if tree.labels[i] == "dobj" and last == i and tree.of(i, "nummod"):
            continue  # "took more than 40 posts": so many, nobody says where
        words = [k for k in range(first, last + 1) if view.key(k) not in _DROPPED]
        if taken & set(range(first, last + 1)) or len(words) > _LONGEST or not words:
            continue
        if any(view.key(k) in _ANYWHERE for k in words):
            continue  # "at 145 sites in 42 countries"
        if tree.labels[i] == "dobj" and last == i and _is_followed(view, i, taken):
            continue  # "closed its bases in the towns of A and B": the parser hangs it on the verb
        if i in held or _holds_name(view, i, taken):
            continue  # "the woods by the X dam": the name says more; `worded` keeps the words
        before = view.words_in(first, i)
        plain = _NOT - _SIDED if token.key in _SIDES else _NOT  # "the right bank"
        if before & plain or first == i == last or token.key in _SIDES and not before & _SIDED:
            continue
        made.append(_mention(view, memory, i, words[0], last))
    return made


def apart(view: View, found: list[PlaceMention]) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """Places, and apart from them what only says at how many posts; these where there is nothing else."""
    sums = [p for p in found if _is_sum(view, p)]
    return (found if len(sums) < len(found) else []), sums


def _is_sum(view: View, p: PlaceMention) -> bool:
    """ "300 men in more than forty posts", "are at their posts": all over the land, and nobody says where."""
    tree = view.tree
    if p.form != "ground" or tree.tags[p.last] != "NNS" or view.key(p.last) not in nouns("troop_site"):
        return False
    own = {tree.keys[c] for c in tree.of(p.last, "poss", "amod", "det")} & {"its", "their", "several", "various"}
    return bool(own or tree.of(p.last, "nummod")) and not tree.of(p.last, "prep", "acl", "relcl", "appos")


_EDGES = words("grounds.edges")


def _is_aim(view: View, i: int) -> bool:
    """ "Fired rockets at positions"."""
    tree = view.tree
    return view.key(tree.heads[i]) == "at" and view.key(tree.heads[tree.heads[i]]) in verbs("fire")


#: Parts of a country that stand alone: "troops in the north", "the south of the island".
_QUARTERS = COMPASS_POINTS | set_of("interior north-east north-west south-east south-west")
_INTO = set_of("in into from across throughout through to inside within over of")


def _side(view: View, memory: PlaceMemory, i: int, taken: set[int]) -> PlaceMention | None:
    """ "The north", "the far south of the country": a part of the country that the text speaks of."""
    tree = view.tree
    first = i - 1 if view.key(i - 1) in {"far", "deep", "extreme"} else i
    if view.key(first - 1) != "the" or view.key(first - 2) not in _INTO | TAKING:
        return None
    at = i
    last = i = i + 2 if view.key(i + 1) == "-" and view.key(i + 2) in _QUARTERS else i  # "the north-east"
    if view.key(i + 1) == "of":
        if i + 2 in taken or i + 3 in taken:
            return None  # "to the north of X"
        if not (view.key(i + 2) in {"the", "their", "its"} and view.key(i + 3) in COUNTRIES | ISLANDS | REGIONS):
            return None
        last = i + 3
    elif view.key(first - 2) == "to" and tree.tags[tree.heads[first - 2]][:2] not in {"VB", "RB"}:
        return None  # "the border to the north"
    elif view.key(first - 2) == "of" and view.key(first - 3) not in _PARTS:
        return None
    whole = memory.of_kind(view.key(last)) if last > i else memory.country()
    if whole is None:
        return None
    words, short = view.text(first, last), view.text(at, i).lower().replace("-", "")
    part = short if short == "interior" else f"{short}ern"
    name = whole.place.name
    aliases = (short, words, f"{short} of {name}", f"{part} {name}", f"{short} of the country")
    place = Place(words, whole.place.country_code, "region", None, None, "unresolved", aliases=aliases)
    return PlaceMention(first, last, place, words, view.key(first - 2), form="ground")


_PARTS = set_of("part parts most much all rest occupation invasion control half areas towns villages")


def _explodes(view: View, noun: int) -> bool:
    """ "Ran over a mine", "mines laid by rebels": no pit."""
    tree = view.tree
    laid = any(view.key(c) in verbs("lay") for c in tree.of(noun, "acl", "relcl"))
    return laid or view.key(tree.clause(noun)) in verbs("meet") or view.key(noun - 1) in {"-", "land", "anti", "tank"}


def _holds_name(view: View, noun: int, taken: set[int]) -> bool:
    """ "Three camps of rebels on Mount X", "sites on A and B": a phrase below the noun names a place."""
    tree = view.tree
    for c in tree.children[noun]:
        if c > noun and tree.labels[c] == "prep" and view.key(c) in _WHERE | {"of", "by"}:
            below = tree.of(c, "pobj")
            if any(b in taken or _holds_name(view, b, taken) for b in below):
                return True
    return False


def _is_followed(view: View, noun: int, taken: set[int]) -> bool:
    """ "Its bases in the suburbs of X": the phrase right behind the noun names a place, below a ground of its own."""
    tree = view.tree
    for c in tree.of(tree.heads[noun], "prep"):
        if c == noun + 1 and view.key(c) in _WHERE:
            return any(b not in taken and _holds_name(view, b, taken) for b in tree.of(c, "pobj"))
    return False


def worded(view: View, p: PlaceMention) -> PlaceMention:
    """ "the hills behind X", "three miles off X": the name, with the whole phrase as another name of it."""
    noun = _noun_before(view, p)
    if noun is None:
        return p
    first = noun
    while first and view.tree.labels[first - 1] in _INNER and view.tree.heads[first - 1] == noun:
        first -= 1
    words = view.text(first, p.last)
    return replace(p, place=p.place._replace(aliases=(*p.place.aliases, words)))


def _noun_before(view: View, p: PlaceMention) -> int | None:
    """The ground that a name tells apart: "the hills" of "behind X", of "some 20 km south of X"."""
    if (noun := before_bearing(view, p.first)) is None:
        at = p.first - 2 if view.key(p.first - 1) in {"the", "a"} else p.first - 1
        noun = at - 1 if view.key(at) in _WHERE - {"from"} | {"of", "by"} else -1
        is_goal = view.key(at) in TOWARDS and view.key(noun) not in _WAYS
        noun = -1 if is_goal else noun  # "from the border to X"
    return noun if noun >= 0 and view.key(noun) in GROUNDS else None


_WAYS = set_of("road roads highway bridge crossing corridor")


def within(ground: PlaceMention, p: PlaceMention | None) -> PlaceMention:
    """ "Towns around the country", "the centre of the city": they lie in what that is."""
    if p is None or p.place.kind_code not in {"country", "city", "town"}:
        return ground
    place = ground.place
    code = p.place.country_code if p.place.kind_code == "country" else place.country_code or p.place.country_code
    return replace(ground, place=place._replace(country_code=code, aliases=(*place.aliases, p.words)))


_BESIDE = set_of("behind beyond above below off overlooking opposite around outside")


def _phrase(view: View, noun: int) -> tuple[int, int]:
    """The noun with what stands before it, and a short phrase after it that says where."""
    tree = view.tree
    first = min([noun, *(tree.span(c)[0] for c in tree.children[noun] if c < noun and tree.labels[c] in _INNER)])
    first = min([first, *(c for c in tree.children[noun] if c < noun and tree.labels[c] == "det")])
    last = noun
    for c in tree.children[noun]:
        if c > noun and tree.labels[c] == "prep" and view.key(c) in _WHERE | {"of", "by"}:
            start, end = tree.span(c)
            if start == last + 1 and end - start <= 7 and not set(range(start, end)) & view.verbs:
                last = end - 1
    behind = min(noun + 1, len(view.toks) - 1)
    if last == noun and view.key(behind) in _BESIDE and (of := tree.of(behind, "pobj")):
        start, end = tree.span(of[0])  # "moved up to the hills behind X": the parser hangs it on the verb
        last = end - 1 if start <= behind + 2 and end - behind <= 5 else last
    return first, last


#: Of what the text named of late so much lies in one country, that a ground without a name does.
_MOST = 0.5


def _mention(view: View, memory: PlaceMemory, noun: int, first: int, last: int) -> PlaceMention:
    words = view.text(first, last)
    short = view.text(first, noun)
    around = memory.spot(3) or memory.country(least=_MOST)
    if around is not None and around.place.kind_code == "country" and _is_occupied(view, noun, first):
        around = None
    code = _of_nation(view, noun, first) or (around.place.country_code if around is not None else None)
    aliases = [short] if short != words else []
    aliases += [around.place.name] if around is not None else []
    aliases += [memory.heart.name] if memory.heart is not None and first == noun else []
    prep = view.key(view.tree.heads[noun]) if view.tree.labels[noun] == "pobj" else ""
    place = Place(words, code, "region", None, None, "unresolved", aliases=tuple(aliases))
    return PlaceMention(first, last, place, words, prep, form="ground")


_OF_LANDS = words("grounds.of_lands")


def _of_nation(view: View, noun: int, first: int) -> str | None:
    """ "Saudi cities" lie in Saudi Arabia."""
    codes = {c for f in view.forces_in(first, noun) if f.form == "demonym" for c in f.codes if len(c) == 3}
    return codes.pop() if len(codes) == 1 and view.key(noun) in _OF_LANDS else None


def _is_occupied(view: View, noun: int, first: int) -> bool:
    """ "The Israeli-occupied zone" lies anywhere but in Israel."""
    return any(view.key(k) in _HELD and view.key(k - 1) == "-" for k in range(first, noun))


_HELD = frozenset("occupied held controlled administered annexed patrolled ruled".split())
