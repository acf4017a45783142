"""Of whom a sentence speaks: whether "it" means a unit, a ship or a weapon, and "they" troops, such as it, or the one
before, says something of.

A state or an army is "it" as well, but nobody moves those: what is sent, moved or stays at a place is one of theirs.
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import words
from ..language.grammar import PRISONERS
from .movers import MEASURES, PEOPLE, kind

_THEMES = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "poss", "appos"})
_WHOLES = words("spoken.wholes")
_ONE, _SEVERAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})


def themes_of(view: View, until: int | None = None) -> frozenset[str]:
    """What a sentence says something of: "unit" for a unit, ship or weapon, "troops" for several or for men, "others"
    for other people, "captives" for prisoners among them. `until`: before this token."""
    tree, found = view.tree, set[str]()
    for n in range(len(view.toks) if until is None else until):
        if tree.labels[n] not in _THEMES:
            continue
        if view.key(n) in PRISONERS or view.tree.tags[n] in _SEVERAL | {"CD"} and _is_held(view, n):
            found.add("captives")
        if tree.tags[n] in _ONE and _is_unit(view, n):
            found.add("unit")
        elif tree.tags[n] in _SEVERAL:
            what = kind(view, n)
            people = what == "them" and any(f.noun == "people" for f in view.forces_in(n, n + 1))
            found |= {"troops"} if what == "force" or people else {"others"} if what == "civil" else set()
    return frozenset(found)


def _is_held(view: View, noun: int) -> bool:
    """ "245 men are held there", "the four held at the base"."""
    tree = view.tree
    verbs = [*tree.of(noun, "acl", "relcl"), *([tree.heads[noun]] if tree.labels[noun] == "nsubjpass" else [])]
    people = tree.tags[noun] == "CD" or view.key(noun) in _HELD_PEOPLE or kind(view, noun) in {"force", "them"}
    return people and any(tree.keys[k] in _HELD and tree.tags[k] == "VBN" for k in verbs)


_HELD_PEOPLE = frozenset("persons people men fighters militants jihadists foreigners suspects insurgents".split())
_HELD = frozenset("held detained imprisoned jailed arrested interned captured".split())


def _is_unit(view: View, noun: int) -> bool:
    key = view.key(noun)
    if key in _WHOLES | MEASURES or view.tree.tags[noun] == "NNP" and key in view.vocabulary.classes["sites"]:
        return False
    if any(
        view.vocabulary.units.get(view.key(c)) in {"ships", "aircraft"} for c in view.tree.of(noun, "compound", "amod")
    ):
        return True  # "the frigate Berlin"
    named = [f for f in view.forces_in(noun, noun + 1) if f.codes and f.form not in {"unit", "own"}]
    return not named and kind(view, noun) in {"force", "soft"}


def means_unit(view: View, i: int) -> bool:
    """ "It" stands for a unit, ship or weapon; "it is not clear who fired" for nothing."""
    if view.key(i) != "it" or view.tree.of(view.tree.heads[i], "acomp", "ccomp", "csubj"):
        return False
    return "unit" in themes_of(view, i) | view.themes_before


def means_troops(view: View, i: int) -> bool:
    """ "They" stands for troops: of no other people does the sentence speak before, nor does the one before it."""
    verb = view.tree.heads[i]
    if view.key(i) not in {"they", "these"} or not view.is_military or view.tree.labels[verb] == "advcl":
        return False  # "while they were there": known
    if view.tree.of(verb, "acomp", "attr", "oprd"):
        return False
    own = themes_of(view, i)
    found = own if own & {"troops", "others"} else view.themes_before
    return bool(found & {"troops", "unit"}) and "others" not in found


def means_captives(view: View, i: int) -> bool:
    """ "They", "six of them", "the last 180", "others" stand for prisoners: of them, and of no troops, the sentence
    speaks before, or, if it speaks of nobody, the one before it."""
    tree = view.tree
    if view.key(i) not in _STANDING_FOR and tree.tags[i] != "CD" or view.forces_in(*tree.span(i)):
        return False
    own = themes_of(view, i)
    found = own if own & {"troops", "others", "captives"} else view.themes_before
    return "captives" in found and "troops" not in found


#: What stands for people who were spoken of.
_STANDING_FOR = frozenset(
    "they them these those both all some most many none half others another rest remainder ones one men".split()
)


def speaks_of(view: View, until: int | None = None) -> str:
    """Of whom a sentence speaks: "civil" if it names people who are no force first, "force" if troops, "" if nobody.

    `until`: only what stands before this token, the nearest first.
    """
    personnel = view.vocabulary.classes["personnel"]
    places = range(len(view.toks) if until is None else until)
    for i in places if until is None else reversed(places):
        word = view.toks[i].key
        if word in personnel:
            return "force"
        if word in PEOPLE and not (until is None and _is_source(view, i)):
            return "civil"
    armed = any(f.is_military and (until is None or f.last < until) for f in view.spotted.forces)
    return "force" if armed else ""


def _is_source(view: View, noun: int) -> bool:
    """ "A diplomat said": who tells of others is not spoken of."""
    tree = view.tree
    verb = tree.heads[tree.first_conjunct(noun)]
    return tree.labels[tree.first_conjunct(noun)] == "nsubj" and (
        tree.keys[verb] in view.vocabulary.classes["reporting_verbs"]
    )
