"""Whether a clause says where its subject is: "at the base", "there", "still present in the towns"."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses import View
from ..geography.placed import AREAS, LOCATIVE
from ..language.classes import nouns, words
from ..language.phrases import COMPASS
from ..reading import Reading


def says_where(view: View, prep: int) -> bool:
    """The phrase of a preposition names a place, or points at one: "at the base", "across the country"."""
    ends = [view.tree.span(n)[1] for n in view.tree.of(prep, "pobj", "prep", "pcomp")]
    start, end = prep + 1, max(ends, default=prep + 1)
    if view.places_in(start, end) or view.has_class(start, end, "sites"):
        return True
    for n in view.tree.of(prep, "pobj"):
        known = LOCATIVE | {"of", "above"} if view.has_class(n, n + 1, "buildings") else _BESIDE
        if any(view.tree.keys[c] in known and says_where(view, c) for c in view.tree.of(n, "prep")):
            return True  # "on the bridge in X", "on a bluff above X"
    return view.is_military and bool(view.words_in(start, end) & (AREAS | view.vocabulary.classes["housing"] | _WILDS))


_WILDS = nouns("wild")


def stands(view: View, verb: int) -> bool:
    """A phrase of the verb itself says where: "in Syria", "at the base", "there", "still present at the airport"."""
    tree = view.tree
    for c in tree.children[verb]:
        label = tree.labels[c]
        if (
            label == "prep"
            and (tree.keys[c] in LOCATIVE | _NEARLY or tree.keys[c] == "to" and tree.keys[verb] in _CONFINED)
            and says_where(view, c)
        ):
            return True
        if label == "advmod" and tree.keys[c] == "where" and tree.labels[verb] == "relcl":
            return not tree.of(verb, "attr", "acomp", "xcomp")  # "the field, where its pilots now are"
        if label == "advmod" and tree.keys[c] in {"there", "here"} and view.is_military:
            return True
        if label == "advcl" and view.is_military and any(tree.keys[x] == "where" for x in tree.children[c]):
            return True
        if label == "npadvmod" and tree.tags[c][:2] == "NN" and any(says_where(view, p) for p in tree.of(c, "prep")):
            return True  # "lies a few kilometres from X"
        if _bears(view, c):
            return True
        if label in {"acomp", "advmod", "prep", "xcomp", "prt"} and tree.keys[c] in _AT_HAND and stands(view, c):
            if any(tree.keys[x] == "to" for x in tree.of(c, "aux")):
                continue  # "are to be stationed in X"
            return True
    return (
        tree.labels[verb] == "conj"
        and tree.is_verb(tree.heads[verb])
        and not tree.of(verb, "nsubj", "nsubjpass")
        and (any(tree.keys[c] in {"there", "here"} for c in tree.children[verb]))
    )


def _bears(view: View, at: int) -> bool:
    """ "220 miles east of X", "some 15 km to the west of X", "north of X": how far and on which side of a place."""
    tree = view.tree
    if tree.labels[at] == "attr" and tree.keys[at] in _MILES or tree.labels[at] == "prep" and tree.keys[at] == "to":
        return any(_bears(view, c) or tree.keys[c] in COMPASS and _of_place(view, c) for c in tree.children[at])
    return tree.labels[at] == "advmod" and tree.keys[at] in COMPASS and _of_place(view, at)


def _of_place(view: View, side: int) -> bool:
    """A place stands behind the "of" of a point of the compass."""
    return any(view.places_in(side, view.tree.span(n)[1]) for n in view.tree.under(side, {"of"}))


_MILES = words("bearings.measures")
#: Before a name these say where a thing is, whatever it is.
_BESIDE = frozenset("above near outside below beside beneath behind overlooking opposite alongside".split())
_NEARLY = frozenset({"from", "between", "out", "through"})
_CONFINED = frozenset("confined attached assigned penned tied pinned".split())
_AT_HAND = words("at_hand")


def lies(r: Reading, subjects: Iterable[int]) -> bool:
    """What lies somewhere is ships, or men in wait; else it is ground."""
    v = r.view
    ships = any(v.vocabulary.units.get(v.key(n)) == "ships" for n in subjects)
    return ships or bool(v.words_in(r.last + 1, r.last + 4) & {"wait", "ambush", "anchor", "low"})


def is_officer(r: Reading) -> bool:
    """ "General Rossi, the force commander, was there": one man."""
    v, head = r.view, r.subject_head
    if head is None or v.tree.tags[head] != "NNP":
        return False
    return any(v.key(c) in v.vocabulary.classes["titles"] for c in v.tree.of(head, "compound"))


def is_one_man(r: Reading) -> bool:
    """ "The army's spokesman is in X", "a soldier's widow lives there"; but where a commander is, there are his men."""
    v, head = r.view, r.subject_head
    if head is None or head > r.first or v.tree.tags[head] != "NN":
        return False
    return v.key(head) in _MEN


_MEN = words("locative.men")


def is_laid_up(r: Reading) -> bool:
    """ "Are in hospital in X", "are in court in X": not stationed there."""
    tree = r.view.tree
    nouns = tree.under(r.first)
    return any(r.view.key(n) in _LAID_UP and not tree.of(n, "det", "poss", "compound") for n in nouns)


_LAID_UP = words("locative.laid_up")


def near_place(r: Reading) -> bool:
    """A place stands in the structure near the act, and not as an owner."""
    v = r.view
    return any(p.form != "owner" and v.cost(r.first, p.first) < 2.6 for p in v.spotted.places)
