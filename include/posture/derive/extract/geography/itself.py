"""A place that "it" or "them" means: what is taken, held, left or hit, or where something is put.

The verb says that a place is meant, the text which one: the last that the sentence itself names before, else the one of
which the sentences before said something.
"""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..language.classes import nouns, verbs
from ..language.grammar import SPEAKERS, TAKING, set_of
from ..language.inflection import inflected
from ..mentions import PlaceMention
from .bearings import lies_by
from .hooks import comes_from
from .houses import is_house
from .nested import holds
from .placekinds import MANY_PLACES, POINTERS

#: "rockets fell in it", "stationed at it": the thing is a place.
IN = set_of("at in into from on inside outside near around over off onto towards toward against upon")
_GIVING = verbs("itself.giving")
_MAKING = verbs("itself.making")
_CLOSING = nouns("closing")
_SHARES = set_of("most much all half part parts some rest bulk third quarter")
#: What these act upon is a place where somebody is no more.
LEAVES = inflected("leave quit depart exit flee vacate")
#: "Shelled X and occupied it", "X was taken, and 900 men are there".
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_THEMES = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def itself(view: View, i: int, *, is_topic: bool = True) -> PlaceMention | None:
    """The place that a pronoun means, as a mention where the pronoun stands. `is_topic`: one that the text is about;
    else any, the verb having told that it is a place."""
    tree, key = view.tree, view.key(i)
    if key == "its":
        return _closed(view, i)
    label, above = tree.labels[i], tree.heads[i]
    into = label == "pobj" and view.key(above) in IN
    is_acted_on = is_taken(view, i) or key == "it" and _is_made(view, i)
    if not into and not is_acted_on or "expl" in tree.labels or key == "them" and into:
        return None
    found = earlier(view, i) if key == "it" else _of_several(view, i)
    found = found or (view.spot_before(is_topic and not into) if key == "it" else None)
    prep = view.key(above) if into else ""
    return None if found is None else replace(found, first=i, last=i, prep=prep, form="pointed", why="pointing")


def _closed(view: View, i: int) -> PlaceMention | None:
    """ "Its closure was not discussed", after a site: of that."""
    noun = view.tree.heads[i]
    if view.tree.labels[i] != "poss" or view.key(noun) not in _CLOSING or not view.site_before:
        return None
    found = view.spot_before(False)  # the noun has told that a site is meant
    return None if found is None else replace(found, first=i, last=i, prep="of", form="pointed", why="pointing")


def _is_made(view: View, i: int) -> bool:
    """ "Engineers built it in 2008", "does not mean to close it", after a site."""
    tree = view.tree
    return view.site_before and tree.labels[i] == "dobj" and view.key(tree.heads[i]) in _MAKING


def is_taken(view: View, i: int) -> bool:
    """What a verb of taking, holding or leaving acts upon."""
    tree = view.tree
    if tree.labels[i] == "pobj" and view.key(tree.heads[i]) == "of" and view.key(tree.heads[tree.heads[i]]) in _SHARES:
        i = tree.heads[tree.heads[i]]  # "hold most of it"
    if tree.labels[i] not in {"dobj", "nsubjpass"}:
        return False
    verb = tree.heads[i]
    return view.key(verb) in TAKING or view.key(verb) in _GIVING and bool(tree.of(verb, "prt", "advmod"))


def earlier(view: View, at: int) -> PlaceMention | None:
    """ "landed in X and dug in there": the last place that the sentence itself names before, where something is."""
    wide = {"sea", "strait", "theatre"}
    near = [p for p in view.spotted.places if p.place.kind_code not in wide] or view.spotted.places
    for p in reversed(near):
        is_object = view.tree.labels[p.last] in _OBJECTS and p.place.kind_code != "country"
        is_where = p.last < at and p.form == "place" and (p.prep or p.is_site or is_object)
        if any(holds(p, q) for q in view.spotted.places):
            continue
        is_aside = lies_by(view, p, of_object=True) or _is_beside(view, p) or comes_from(view, p) or _describes(view, p)
        if is_where and not is_aside and not _is_whose(view, p) and not _of_speaker(view, p):
            return p
    return None


def _is_beside(view: View, p: PlaceMention) -> bool:
    """ "X, near the border with Y,", "X, on the coast of Y,": an aside right behind a name says where that lies."""
    if p.prep not in _NEXT_TO or view.key(p.last + 1) not in {",", ")"}:
        return False
    opening = next((k for k in range(p.first - 1, max(p.first - 6, 0), -1) if view.key(k) in {",", "("}), None)
    before = next((q for q in view.spotted.places if q.form == "place" and q.last + 1 == opening), None)
    return before is not None and view.key(before.last + 2) in _NEXT_TO and before.place.kind_code != "country"


_NEXT_TO = set_of("near on by along off beside close outside in at")


def _is_whose(view: View, p: PlaceMention) -> bool:
    """ "Task Force Y of the United States", "analysts at a Lima institute": whose they are, or a part of a name."""
    tree = view.tree
    if tree.labels[p.last] in {"compound", "nmod"} and tree.heads[p.last] > p.last:
        return not p.is_site and view.key(tree.heads[p.last]) not in POINTERS
    of = tree.heads[p.last]
    if p.place.kind_code != "country" or tree.labels[p.last] != "pobj" or view.key(of) != "of":
        return False
    name = {tree.heads[of], *tree.of(tree.heads[of], "compound")}
    return any(f.is_military and name & {*range(f.first, f.last + 1)} for f in view.spotted.forces)


def _describes(view: View, p: PlaceMention) -> bool:
    """ "X, the pocket on the Y side": Y only says where X lies."""
    tree = view.tree
    others = {k for o in view.spotted.places if o.last < p.first for k in range(o.first, o.last + 1)}
    return any(tree.labels[a] == "appos" and tree.heads[a] in others for a in tree.ancestors(p.last))


def _of_several(view: View, at: int) -> PlaceMention | None:
    """ "Three districts of X were cleared by the army, which had lost them in May": several in one land."""
    tree = view.tree
    for p in reversed(view.spotted.places):
        several = tree.heads[tree.heads[p.last]]
        if p.last < at and p.prep in {"of", "in"} and tree.tags[several] == "NNS" and several < p.first:
            return p if view.key(several) in _GROUNDS else None
    return None


_GROUNDS = MANY_PLACES


def _of_speaker(view: View, p: PlaceMention) -> bool:
    """ "a minister of state in X": where somebody speaks or sits."""
    speakers = SPEAKERS | view.vocabulary.classes["speakers"]
    for a in view.tree.ancestors(p.last):
        if view.tree.is_verb(a):
            return False
        if view.key(a) in speakers:
            return not is_house(view, a)
    return False


def is_theme(view: View, p: PlaceMention) -> bool:
    """A sentence is about a place that is its subject or object, or the "town of X" that is."""
    tree = view.tree
    i = p.last
    while tree.labels[i] in {"pobj", "prep", "appos", "conj"} and tree.heads[i] != i:
        if tree.labels[i] == "prep" and view.key(i) != "of":
            return False
        i = tree.heads[i]
    return tree.labels[i] in _THEMES
