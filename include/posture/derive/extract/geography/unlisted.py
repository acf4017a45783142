"""Names that no gazetteer knows, by their part in the sentence: "shelled Loikaw", "Demoso was retaken", "A and B".

A preposition of place before a name is enough without grammar (`places`). Here a name is a place because it is what a
verb of hitting, taking or reaching a place has for its object, or because it stands in one list with a place.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from ....lexicon import Place
from ..clauses import View
from ..language.classes import verbs, words
from ..language.grammar import CIVIL_HEADS, set_of
from ..language.inflection import inflected
from ..language.phrases import DETERMINERS, SPREAD
from ..language.text import Token
from ..mentions import PlaceMention
from .hooks import head_of
from .people import is_told_of
from .placekinds import ISLANDS, POINTERS, REGIONS, TOWNS
from .subjectplaces import is_held_place

#: Of these a name is a place.
_OF_PLACES = verbs("of_places")
#: Of these it may be a person, a group or a firm, unless something else says that it is a place.
_OF_ANYTHING = verbs("of_anything")
VERBS = _OF_PLACES | _OF_ANYTHING | inflected("win")
#: Nouns before a name and a comma that say what it is: "their capital, X".
_TOWN_NOUNS = TOWNS | ISLANDS | REGIONS | {"capital", "region", "area", "mountain", "hill", "ridge", "valley"}
_PARTICLES = set_of("al el as ash ar an ad az ez et um umm abu la le los las san santa sidi tal tell bir wadi de del")
_IS = set_of("is are was were has have had remains remain remained fell falls fall stays lies")
_SAID = set_of("said says told tells added wrote 's ’s")
_BY_PLACE = set_of("in near on at outside")


#: The place of the gazetteer that a name means in this text; None where it means none.
Known = Callable[[str], Place | None]


def unlisted(view: View, names: Collection[str], known: Known) -> list[PlaceMention]:
    """Places by grammar that the sentence names and nobody has found yet. `names`: what the text elsewhere shows to be
    places."""
    runs = list(_runs(view, names))
    if not runs:
        return []
    found: dict[int, PlaceMention] = {}
    for first, last in runs:
        if view.tree.tags[first - 1] == "CD" and view.key(last).endswith("s"):
            continue  # "abandoning some 2,300 Humvees"
        named = _is_object(view, first, last, names) or _is_again(view, first, last, names)
        named = named or _is_town(view, first, last) or _is_called(view, first, last)
        if named or is_held_place(view, first, last):
            found[first] = _mention(view, first, last, known)
    for first, last in runs:  # what is joined to a place is one
        mate = _joined(view, first, last, [*view.spotted.places, *found.values()])
        if first not in found and mate is not None:
            found[first] = _mention(view, first, last, known, mate)
    return list(found.values())


def may_hold(view: View, names: Collection[str]) -> bool:
    """Whether it is worth asking for the sentence's grammar: a name that nobody found, and a word that makes it one."""
    said = any(t.key in _TELLING or t.text in names for t in view.toks)
    known = said or _opens_with_name(view.toks)
    if not view.spotted.places and not known:
        return False
    return any(True for _ in _runs(view, names))


def _runs(view: View, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Token ranges of names that neither a force, a place nor a speaker has taken."""
    toks, s = view.toks, view.spotted
    taken = set(s.taken) | {k for p in s.places for k in range(p.first, p.last + 1)}
    taken |= {k for f in s.forces for k in range(f.first, f.last + 1)}
    taken |= {k for a, b, _ in s.speakers for k in range(a, b + 1)}
    taken |= {k for k, t in enumerate(toks) if any(m.start <= t.start < m.end for m in view.times)}
    not_names = view.vocabulary.classes["speakers"] | view.vocabulary.classes["titles"]
    i = 0 if toks and (toks[0].text in names or _opens_with_name(toks)) else 1
    while i < len(toks):
        last = i
        if i in taken or not _is_name(toks[i]) and not _opens(toks, i):
            i += 1
            continue
        while last + 1 < len(toks) and last + 1 not in taken:
            nxt = toks[last + 1]
            if (
                nxt.text == "-"
                and nxt.start == toks[last].end
                and last + 2 < len(toks)
                and nxt.end == toks[last + 2].start
            ):
                last += 2
            elif nxt.key in _PARTICLES and _opens(toks, last + 1) and toks[last + 2].text == "-":
                last += 3  # "Jabal al-X"
            elif _is_name(nxt) or nxt.key in _PARTICLES and last + 2 < len(toks) and _is_name(toks[last + 2]):
                last += 1
            else:
                break
        is_person = any(t.key in not_names for t in toks[i - 1 : last + 1])
        is_person = is_person or last > i and is_told_of(toks, last)
        after = toks[last + 1].key if last + 1 < len(toks) else ""
        if not is_person and after not in _SAID | CIVIL_HEADS and last - i < 4:
            yield i, last
        i = last + 1


def _opens_with_name(toks: tuple[Token, ...]) -> bool:
    """ "X, the main town of the valley, …", "X has been held by …", "X and Y fell to …"."""
    at = 0
    while at < min(len(toks), 5) and (_is_name(toks[at]) or toks[at].text in {"-", "al"} or toks[at].key in _PARTICLES):
        at += 1
    if not 0 < at < len(toks) - 1:
        return False
    if toks[at].text == "," and toks[at + 1].key in {"the", "a", "an"}:
        return True
    return toks[at].key in _IS or toks[at].key in {"and", ","} and any(t.key in _IS for t in toks[at + 1 : at + 20])


def _is_name(t: Token) -> bool:
    """Capitalised, and no acronym: that is an organisation's."""
    return len(t.text) > 2 and t.text[0].isupper() and any(c.islower() for c in t.text) and t.key not in DETERMINERS


def _opens(toks: tuple[Token, ...], i: int) -> bool:
    """ "El Ali", "al-Bab": a particle before a name."""
    if toks[i].key not in _PARTICLES:
        return False
    after = i + 2 if i + 1 < len(toks) and toks[i + 1].text == "-" else i + 1
    return after < len(toks) and _is_name(toks[after]) and (after == i + 2 or toks[i].text[0].isupper())


def _is_object(view: View, first: int, last: int, names: Collection[str]) -> bool:
    tree = view.tree
    head = tree.first_conjunct(head_of(tree, first, last))
    part = tree.heads[tree.heads[head]]
    if tree.labels[head] == "pobj" and view.key(tree.heads[head]) == "of" and view.key(part) in _SHARES:
        return tree.labels[part] in {"dobj", "nsubjpass"} and view.key(tree.heads[part]) in VERBS  # "seized parts of X"
    verb = tree.heads[head]
    if tree.labels[head] == "pobj" and view.key(verb) == "of" and view.key(tree.heads[verb]) in _SITES_OF:
        return True  # "the garrison of X"
    if tree.labels[head] == "pobj" and view.key(verb) in {"on", "upon"} and view.key(tree.heads[verb]) in _GOES_AT:
        return view.key(first - 1) == view.key(verb)  # "advanced on X", "fell upon X"
    if tree.labels[head] == "pobj" and view.key(verb) == "between" and view.key(tree.heads[verb]) in SPREAD:
        return True  # "is split between X and Y"
    if tree.labels[head] == "nsubj" and view.key(verb) in _FALLS:
        return any(_is_force(view, n) for n in tree.under(verb, {"to"}))
    if tree.labels[head] not in {"dobj", "nsubjpass"} or view.key(verb) not in VERBS:
        return False
    if view.key(verb) in _CHANGES and any(
        _is_force(view, n) for h in (verb, head) for n in tree.under(h, {"from", "to"})
    ):
        return True  # "took X from the army", "lost X to the rebels"
    if view.key(verb) in _WINS and "back" not in {view.key(c) for c in tree.children[verb]}:
        return False
    if view.key(verb) in _CLEARS and view.key(last + 1) == "of":
        return True  # "cleared X of rebels"
    return view.key(verb) in _OF_PLACES or view.text(first, last) in names or _is_described(view, first, last)


_FALLS = inflected("fall")
_CHANGES = verbs("change_hands")


def _is_force(view: View, noun: int) -> bool:
    return any(f.codes or f.is_military for f in view.forces_in(*view.tree.span(noun)))


#: Going at something, "on" or "upon" it.
_GOES_AT = inflected("advance march fall descend swoop pounce")
_WINS = inflected("win")
_CLEARS = inflected("clear purge")
#: "Parts of X": X is ground.
_SHARES = set_of("part parts half most much swathes outskirts edge suburbs streets centre center")


def _is_called(view: View, first: int, last: int) -> bool:
    """ "The rebels' capital, X,", "the border region, X": in apposition to what it is."""
    tree = view.tree
    head = head_of(tree, first, last)
    if tree.labels[head] != "appos" or view.key(first - 1) != "," or tree.heads[head] != first - 2:
        return False
    above = tree.heads[head]
    is_one = first == last or view.key(first) in _PARTICLES or any(view.key(k) == "-" for k in range(first, last))
    return is_one and view.key(above) in _TOWN_NOUNS


def _is_again(view: View, first: int, last: int, names: Collection[str]) -> bool:
    """ "A raid on X", "X had fallen", where the text has shown before that X is a place."""
    tree = view.tree
    head = tree.first_conjunct(head_of(tree, first, last))
    if view.text(first, last) not in names or view.key(first - 1) in _PARTICLES | {"the"}:
        return False
    own = range(first, last + 1)
    if tree.tags[last] == "NNPS" or any(
        tree.labels[c] in {"det", "nmod", "compound"} and c not in own for k in own for c in tree.children[k]
    ):
        return False  # "the F-15 Eagles"
    above = view.key(tree.heads[head])
    return tree.labels[head] == "pobj" and above in _AT_PLACES or tree.labels[head] == "nsubj" and above in _OF_TOWNS


def _is_town(view: View, first: int, last: int) -> bool:
    """ "X, the main town of the valley, is in rebel hands": an apposition says what it is."""
    tree = view.tree
    head = head_of(tree, first, last)
    if tree.labels[head] not in {"nsubj", "nsubjpass"} or view.key(last + 1) != ",":
        return False
    return any(view.key(c) in _TOWNS for c in tree.of(head, "appos"))


_TOWNS = words("unlisted.towns")
#: What these are of is where they stand.
_SITES_OF = set_of("garrison garrisons outpost stronghold barracks airstrip airfield")
_TELLING = VERBS | inflected("run rule administer govern fall") | _GOES_AT | SPREAD | _SITES_OF | _TOWN_NOUNS
_AT_PLACES = set_of("on of over against for toward towards around from to")
#: What towns do.
_OF_TOWNS = inflected("fall change hold remain lie surrender resist stand")


def _is_described(view: View, first: int, last: int) -> bool:
    """ "X, a town in the north", "X in Gao region": what follows says that it is a place. "Captured Ahmed Tall near X"
    tells of a person."""
    if view.key(last + 1) in _BY_PLACE:
        is_one = first == last or any(view.key(k) == "-" for k in range(first, last))
        return is_one and any(last + 2 <= p.first <= last + 4 for p in view.spotted.places)
    if view.key(last + 1) == "," and view.key(last + 2) == "in" and first == last:
        return any(last + 2 < p.first <= last + 7 and p.prep in {"in", "of"} for p in view.spotted.places)
    if view.key(last + 1) != "," or view.key(last + 2) not in {"a", "an", "the"}:
        return False
    return bool(view.words_in(last + 3, last + 9) & POINTERS)


def _joined(view: View, first: int, last: int, places: Collection[PlaceMention]) -> PlaceMention | None:
    """The place with which the name stands in a list."""
    tree = view.tree
    head = head_of(tree, first, last)
    if (mate := _before_place(view, head, last, places) or _behind_date(view, head, last, places)) is not None:
        return mate
    if tree.labels[head] not in {"conj", "appos"} or view.key(first - 1) not in {",", "and", "or", "&"}:
        return None
    top = tree.first_conjunct(head)
    for p in places:
        own = range(p.first, p.last + 1)
        is_where = p.form == "place" and p.prep not in {"by", "with", "of"} and p.place.kind_code != "country"
        if is_where and p.last < first and (top in own or tree.heads[head] in own):
            return p
    return None


def _before_place(view: View, head: int, last: int, places: Collection[PlaceMention]) -> PlaceMention | None:
    """ "X and the base at Gao were given up", "in X and Gao": the first of a list that goes on with a place."""
    tree = view.tree
    if tree.labels[head] not in {"nsubjpass", "dobj", "pobj"} or view.key(last + 1) not in {",", "and"}:
        return None
    near = (p for p in places if p.form == "place" and p.first == last + 2 and p.place.kind_code != "country")
    return next((p for p in near if {head} & {tree.first_conjunct(k) for k in range(p.first, p.last + 1)}), None)


def _behind_date(view: View, head: int, last: int, places: Collection[PlaceMention]) -> PlaceMention | None:
    """ "Took Gao on Monday and X on Friday": the parser joins the name to the day."""
    tree = view.tree
    if tree.labels[head] != "conj":
        return None
    day = view.toks[tree.first_conjunct(head)].start
    own = next((at for at, t in view.timed if t.start <= day < t.end), None)
    if own is None or not {at for at, _ in view.timed} & set(range(last + 1, last + 4)):
        return None
    return next((p for p in places if p.form == "place" and 0 < own - p.last <= 2), None)


def _mention(view: View, first: int, last: int, known: Known, mate: PlaceMention | None = None) -> PlaceMention:
    """`mate`: a place in one list with it, whose kind, preposition and country it shares."""
    words = view.text(first, last)
    is_site = mate is not None and mate.is_site
    code = mate.place.country_code if mate is not None else None
    place = known(words)
    if place is None:
        kind, site = ("site", "unregistered") if is_site else ("unresolved", None)
        place = Place(words, code, kind, None, None, "unresolved", site)
    return PlaceMention(first, last, place, words, mate.prep if mate is not None else "", is_site)
