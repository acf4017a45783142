"""Words that point back to a place: definite nouns ("the base"), "here", "there", "it".

Each becomes a mention of the place that it means, at its own position in the sentence; what means nothing so far is
left out.
"""

from __future__ import annotations

from dataclasses import replace

from ....lexicon import Place
from ..clauses import View
from ..language.classes import words
from ..language.grammar import TAKING, set_of
from ..language.phrases import COMPASS
from ..mentions import PlaceMention
from .bearings import before_bearing, lies_by
from .beyond import BORDERS, beyond
from .capitals import capitals
from .discourse import PlaceMemory, country_mention, country_of
from .guests import are_hosts, guests, is_visited, seat, spoken_for, told_by_host
from .itself import IN, LEAVES, earlier, itself
from .placekinds import ANY_SITE, COUNTRIES, ONE_IN_PLURAL, PARTS_OF_SITE, POINTERS, VAGUE, fits
from .venues import is_spoken_at, is_venue

_POINTING = set_of("the this that its their both these those our same")
_OTHER = set_of(
    "first other another second new next third fourth fifth sixth seventh eighth ninth tenth former nearest "
    "neighbouring neighboring nearby"
)
_AT_HOME = words("pointing.at_home")
_HOUSEHOLDS = words("pointing.households")
#: What these lead on is no part of a name: "at the base with the Americans since May".
_BESIDE = set_of("with without since for until till after before during against like as")
#: "the presence in the area": something is there, not beside it.
_WITHIN = set_of("in at on inside across throughout")
#: With "its": the country of whoever it belongs to.
_SOIL = set_of("soil territory")
_LOCAL = set_of("city town unresolved site island")
#: A republic that is called so is part of a state.
_APART = set_of("breakaway separatist secessionist unrecognised unrecognized proclaimed rebel")
#: "The provincial capital" is not that of the country.
_LESSER = set_of("regional provincial district departmental county")
#: "The mission area" is the area that the text told of.
_TOLD = set_of("mission conflict combat operations border")
_ENDS = set_of(", . ; ) of in on at near from which where that who south north east west some about")


def pointers(view: View, memory: PlaceMemory) -> list[PlaceMention]:
    """Definite nouns, "here", "there" and "it", each with the place that it means."""
    named = {k for p in view.spotted.places for k in range(p.first, p.last + 1)}
    made: list[PlaceMention] = []
    for i, token in enumerate(view.toks):
        if i in named:
            continue
        found = None
        if token.key in {"there", "here", "it", "its", "them"}:
            found = _adverb(view, memory, i, made)
        elif token.key in _SOIL and (own := _own_soil(view, i)) is not None:
            found = own
        elif token.key in POINTERS:
            found = _noun(view, memory, i, named)
        if found is not None:
            made.append(found)
    return made


def _adverb(view: View, memory: PlaceMemory, i: int, before: list[PlaceMention]) -> PlaceMention | None:
    """`before`: what the sentence's words before it point to."""
    tree, key = view.tree, view.key(i)
    said = view.key(i + 1) == "," and view.key(i + 2) in IN
    if key == "there" and said and any(p.first in {i + 3, i + 4} for p in view.spotted.places):
        return None  # "there, in X": it is said
    label = tree.labels[i]
    if key in {"it", "its", "them"}:
        return itself(view, i, is_topic=False)
    if tree.tags[i] == "EX" or label not in {"advmod", "pcomp", "pobj", "npadvmod", "prep", "acomp", "dep", "attr"}:
        return None
    named = None if key == "here" else told_by_host(view, i) or _in_sentence(view, i, before)
    found = memory.here() if key == "here" else named or _abroad(view, memory)
    return replace(found, first=i, last=i, prep="at", form="pointed", why="pointing") if found is not None else None


def _in_sentence(view: View, at: int, before: list[PlaceMention]) -> PlaceMention | None:
    """The last place that the sentence names or points to before: "doubled its presence in the area and has three
    bases there", "Portugal, whose colony the country was, has 60 men there"."""
    tree, named = view.tree, earlier(view, at)
    left = tree.heads[named.last] if named is not None and tree.labels[named.last] == "dobj" else at
    if view.key(left) in LEAVES and tree.labels[left] in {"relcl", "acl", "advcl"}:
        named = None  # "those who left X are not being sent there"; but "Y left X, and Z is now there"
    lies = [p for p in before if p.prep in _WITHIN and view.key(p.last) not in _SOIL and not lies_by(view, p)]
    pointed = lies[-1] if lies else next((p for p in before if view.key(p.last) in COUNTRIES), None)
    return pointed if pointed is not None and (named is None or named.first < pointed.first) else named


def _abroad(view: View, memory: PlaceMemory) -> PlaceMention | None:
    """The place last told of; "Americans are stationed there" is not said of America."""
    found = memory.there()
    if found is None:  # "Protests have shaken Haiti. Kenya sent 300 soldiers there."
        named = {c for f in view.spotted.forces for c in f.codes}
        near = (k.mention for k in reversed(memory.seen) if memory.at - k.sentence <= 2)
        return next((p for p in near if p.place.country_code not in {None, *named}), None)
    own = {c for f in view.spotted.forces if f.form == "demonym" and not are_hosts(view, f.last) for c in f.codes}
    if found is None or found.place.kind_code != "country" or found.place.country_code not in own:
        return found
    others = (k.mention for k in reversed(memory.seen) if k.mention.form != "bare")
    return next((p for p in others if p.place.country_code not in own), found)


def _noun(view: View, memory: PlaceMemory, i: int, named: set[int]) -> PlaceMention | None:
    tree, noun = view.tree, view.key(i)
    is_one = tree.tags[i] in {"NN", "NNP"} or noun in ONE_IN_PLURAL
    if not is_one or tree.labels[i] in {"compound", "amod"}:
        return None
    first = tree.span(i)[0]
    inside = view.words_in(first, i)
    if noun == "place" and view.key(tree.heads[i]) in TAKING and "the" not in inside:
        return None  # "another mission takes its place"
    if noun == "area" and any(tree.labels[c] == "compound" and view.key(c) not in _TOLD for c in tree.children[i]):
        return None  # "the port area", "the disaster area": told by more than its kind
    if noun == "capital" and view.key(i - 1) in _LESSER:
        return None  # "the only provincial capital that they had taken"
    if noun in COUNTRIES and inside & _APART:
        noun = "territory"
    others = _OTHER - {"former"} if noun in COUNTRIES else _OTHER  # "the former Soviet republic" is this one
    if not inside & _POINTING or inside & others or _is_named(view, i, named):
        return None
    if any(view.key(c) == "of" and tree.labels[c] == "prep" for c in tree.children[i]):
        return None  # "the area of separation": told by more than its kind
    if tree.labels[i] == "appos" and tree.heads[i] in named:
        return None  # "X, the port by which most goods pass": that is X
    behind = min(i + 1, len(view.toks) - 1)
    lands = {k for k in range(behind, min(behind + 4, len(view.toks))) if view.key(k) in COUNTRIES}
    if "its" in inside and tree.labels[behind] == "prep" and any(behind in tree.ancestors(k) for k in named | lands):
        return None  # "its headquarters on the outskirts of X", "its headquarters in the kingdom"
    own = _of_subject(view, i) if noun in _AT_HOME and "its" in inside else None
    if noun in BORDERS and (found := beyond(view, memory, i)) is not None:
        return found
    strangers = guests(view, i, memory) if noun in COUNTRIES else ()
    found = memory.here() if view.key(i + 1) == "here" else own or _before(view, i, noun, memory, strangers)
    if found is None:
        found = memory.of_kind(noun, strangers)
        found = _of_town(view, i, noun, found) or found
    if found is None and (noun in PARTS_OF_SITE or noun == "area"):
        found = memory.spot()  # "left the area", after a town or a post: from there
    if noun in VAGUE and (found is None or found.place.kind_code in {"theatre", "sea"}):
        names = (found.place.name,) if found else ()
        place = Place(f"the {noun}", None, "region", None, None, "unresolved", aliases=names)
        found = PlaceMention(0, -1, place, place.name)
    if found is None or noun in ANY_SITE and _is_elsewhere(view, found, i):
        return None
    if noun in ANY_SITE and memory.item.is_elsewhere(country_of(found)):
        return None  # an item of a digest does not point to what lies in the last one's country
    if (land := _land(view, first, i)) is not None and noun not in COUNTRIES and country_of(found) != land:
        found = country_mention(land) or found
    sides = [k for k in range(first, i) if view.key(k) in COMPASS]
    if sides and noun not in COUNTRIES:
        return None  # "the northern province": another one than the last
    prep = view.key(first - 1) if tree.tags[first - 1] in {"IN", "TO"} and first else ""
    place = found.place._replace(aliases=(*found.place.aliases, f"the {noun}"))
    return replace(found, first=i, last=i, prep=prep, form="pointed", why="pointing", place=place)


def _is_elsewhere(view: View, found: PlaceMention, noun: int) -> bool:
    """ "In Panama, France is enlarging its camp": none that the text told of in another land."""
    scene = next(iter(view.spotted.places), None)
    if scene is None or scene.first > _SCENE or scene.prep not in {"in", "on"} or view.key(scene.last + 1) != ",":
        return False
    lands = country_of(scene), country_of(found)
    return scene.last < noun and None not in lands and lands[0] != lands[1]


#: So many words before the name that opens a sentence: "Meanwhile, in".
_SCENE = 3


def _land(view: View, first: int, noun: int) -> str | None:
    """ "American planes at the Saudi base": the land whose adjective stands before a site of guests."""
    mine = next((f for f in view.spotted.forces if f.form == "demonym" and first <= f.first < noun), None)
    if mine is None or view.key(first - 1) not in {"at", "on", "from", "in"}:
        return None
    guests = any(f.codes and f.codes != mine.codes and f.form == "demonym" for f in view.spotted.forces)
    return mine.codes[0] if guests and len(mine.codes) == 1 and len(mine.codes[0]) == 3 else None


def _of_subject(view: View, noun: int) -> PlaceMention | None:
    """ "Grenada weighs a request to put a radar at its main airport": a state's own."""
    for verb in (a for a in view.tree.ancestors(noun) if view.tree.is_predicate(a)):
        subject = next(iter(view.tree.of(verb, "nsubj", "nsubjpass")), None)
        for p in view.spotted.places:
            if subject is not None and p.first <= subject <= p.last and p.place.kind_code == "country":
                return p
    return None


def _own_soil(view: View, noun: int) -> PlaceMention | None:
    """ "Demanded that they leave its territory", "wants no foreign bases on its soil": the country of who speaks or
    acts, not of those who would be there."""
    tree = view.tree
    owner = next((c for c in tree.of(noun, "poss") if view.key(c) in {"its", "their", "our"}), None)
    if owner is None:
        return None
    states: list[str] = []
    for verb in (a for a in tree.ancestors(noun) if tree.is_predicate(a)):
        subject = next(iter(tree.of(verb, "nsubj", "nsubjpass")), None)
        if subject is None:
            continue
        states += [
            c
            for f in view.forces_in(subject, subject + 1)
            for c in f.codes
            if not f.is_military and view.vocabulary.kinds.get(c) == "state"
        ]
        states += [
            str(p.place.country_code)
            for p in view.spotted.places
            if p.first <= subject <= p.last and p.place.kind_code == "country"
        ]
    found = country_mention(states[0]) if states else None
    if found is None:
        return None
    prep = view.key(owner - 1) if tree.tags[owner - 1] in {"IN", "TO"} and owner else ""
    place = found.place._replace(aliases=(*found.place.aliases, f"{view.key(owner)} {view.key(noun)}"))
    return replace(found, first=noun, last=noun, prep=prep, form="pointed", why="pointing", place=place)


def _before(view: View, at: int, noun: str, memory: PlaceMemory, but: tuple[str, ...]) -> PlaceMention | None:
    """ "Chad's president said that troops would leave the country": what the sentence itself named before. `but`:
    countries that are not meant."""
    sent = view.key(at - 2) in {"to", "into"}  # "Dushanbe sent soldiers to the country": to another one
    is_land = noun in COUNTRIES and not sent
    if is_land and (host := seat(view, at, but) or spoken_for(view, at, but, memory)) is not None:
        return host
    about = memory.theme
    first = next(iter(view.spotted.places), None)
    if noun in ANY_SITE and first is not None and first.first <= 1 and first.prep in {"in", "at"}:
        if first.place.kind_code not in {"country", "theatre", "region", "sea", "area"}:
            return first  # "In X the soldiers handed the headquarters over"
    for p in reversed([p for p in view.spotted.places if p.last < at and not lies_by(view, p)]):
        if p.prep == "from" and view.tree.labels[view.tree.clause(p.last)] in {"acl", "relcl"}:
            continue  # "with troops brought from X"
        if is_visited(view, p) or is_venue(view, p) or is_spoken_at(view, p):
            continue  # "an accord was reached in X"
        is_country = p.place.kind_code == "country" and p.form != "bare" and p.place.country_code not in but
        if noun in COUNTRIES and is_country and about in {"", p.place.country_code} and not _acts(view, p, at):
            return p
        if noun not in COUNTRIES and fits(p, noun, called(view, p)) >= 1.0:
            return p
    if noun in COUNTRIES and first is not None and first.first <= 2 and first.prep in {"in", "at", "near", "outside"}:
        is_seat = first.place.name in capitals()  # where somebody speaks of another one
        return country_mention(first.place.country_code) if first.place.country_code and not is_seat else None
    return None


def _of_town(view: View, at: int, noun: str, known: PlaceMention | None) -> PlaceMention | None:
    """ "Soldiers at X gave up their camp", "passed through X until the base was closed": the town that the sentence
    names before a site. `known`: what the text before would say, which goes first if it is a site."""
    where = next((k for k in range(at - 1, 0, -1) if view.key(k) == "where"), -1)
    hosts = (p for p in view.spotted.places if p.last in {where - 1, where - 2} and noun in ANY_SITE)
    if (host := next(hosts, None)) is not None and host.form == "place":
        return host  # "X, where they have their base"
    town = earlier(view, at) if noun in ANY_SITE - {"place"} else None
    if town is None or town.place.kind_code not in _LOCAL or is_spoken_at(view, town):
        return None
    if view.key(view.tree.heads[at]) in {"to", "into"}:
        return None  # "those who had been at X returned to their base"
    is_own = any(view.key(c) in {"its", "their"} for c in view.tree.of(at, "poss"))
    return town if known is None or not known.is_site or is_own else None


def _acts(view: View, p: PlaceMention, at: int) -> bool:
    """ "In all France has 1,450 soldiers in the country": in another one than its own."""
    tree = view.tree
    return tree.labels[p.last] == "nsubj" and tree.heads[p.last] in tree.ancestors(at)


def called(view: View, p: PlaceMention) -> frozenset[str]:
    """The nouns that the text gives to a place: "the village of X", "X, the second-largest island of …"."""
    nouns = set()
    if view.key(p.first - 1) in {"of", "at", "on", "in"} and view.key(p.first - 2) in POINTERS:
        nouns.add(view.key(p.first - 2))
    if view.key(p.first - 1) in POINTERS:
        nouns.add(view.key(p.first - 1))
    if view.key(p.first - 2) == "lease" and view.key(p.first - 1) in {"on", "of", "for"}:
        nouns |= {"base", "site", "facility"}
    if view.key(p.last + 1) == "," and view.key(p.last + 2) in {"a", "an", "the"}:
        for k in range(p.last + 3, min(p.last + 10, len(view.toks))):
            if view.key(k) in _ENDS:
                nouns |= {view.key(k - 1)} & POINTERS
                break
    return frozenset(nouns)


def _is_named(view: View, noun: int, named: set[int]) -> bool:
    """ "the base at Gao", "the town of Kidal", "Camp Geille": the noun has a name of its own."""
    tree = view.tree
    is_before_name = tree.tags[min(noun + 1, len(view.toks) - 1)] == "IN" and noun + 2 in named
    if is_before_name or view.key(noun) in ANY_SITE and _lies_beside(view, noun + 1):
        return True  # "the base beside the harbour", "the camp south of X"
    for c in tree.children[noun]:
        if tree.tags[c].startswith("NNP") and tree.labels[c] in {"compound", "appos", "nmod"}:
            return True
        if tree.labels[c] == "prep" and view.key(c) not in _BESIDE:
            start, end = min(c, *tree.children[c], noun), max([c, *(tree.span(n)[1] for n in tree.children[c])])
            name = next((k for k in range(max(start, c), end) if k in named or tree.tags[k].startswith("NNP")), None)
            if name is not None and not (view.key(noun + 1) == "," and before_bearing(view, name) == noun + 1):
                return True  # not "the base, just outside X"
        if tree.labels[c] in {"poss", "appos"} and c in named:
            return True
        if tree.labels[c] == "poss" and view.key(noun) in ANY_SITE and view.key(c) in _HOUSEHOLDS:
            return True  # "moved to the ministry's compound"
    return False


def _lies_beside(view: View, at: int) -> bool:
    """A preposition or a point of the compass behind a site, which say which one it is."""
    return view.key(at) in _NEXT_TO or view.key(at) in COMPASS and view.key(at + 1) == "of"


_NEXT_TO = set_of("beside near behind opposite outside")
