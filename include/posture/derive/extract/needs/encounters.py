"""A fight told by its noun, its two sides elsewhere in the sentence: "soldiers came across rebels near X and a gunfight
followed", "the firefight broke out while troops were checking reports of gunmen"."""

from __future__ import annotations

from ..facts.acts import Act, phrase_heads
from ..forces.targets import forces_of, is_state, who
from ..language.classes import nouns
from ..language.grammar import SUBJECT
from ..reading import Reading

#: What a fight does when it is told of.
_COMES = frozenset(
    "followed follows ensued ensues erupted erupts broke breaks broken lasted lasts left started began developed "
    "resulted raged took killed claimed cost".split()
)


_SPOTS = frozenset("in on around near at outside inside along across for".split())
_STREETS = frozenset("street streets house houses door doors centre center outskirts bank edge".split())


def in_the_field(r: Reading) -> bool:
    """ "Were fighting in the streets of X", "fought for the bridge at X on Monday": soldiers, whoever the enemy is."""
    v, tree = r.view, r.view.tree
    doer = tree.subject(r.first)
    if r.trigger.kind != "verb" or r.passive or doer is None or tree.object(r.first) is not None:
        return False
    if tree.labels[r.first] in {"relcl", "acl", "xcomp", "pcomp"} or v.key(doer) in _FORMER:
        return False
    if not any(f.is_military and f.codes for f in forces_of(v, doer)):
        return False
    hung = [at for p, at in phrase_heads(v, r.first) if p in _SPOTS]
    if not any(p.place.kind_code not in {"country", "theatre"} for at in hung for p in v.places_in(*tree.span(at))):
        return False
    goes_on = tree.tags[r.first] == "VBG" and bool(tree.of(r.first, "aux"))
    dated = any(tree.clause(k) == r.first for k, _ in v.timed)
    if not (goes_on or dated or any(v.key(at) in _STREETS for _, at in phrase_heads(v, r.first))):
        return False
    r.act = Act((doer,), (), (), frozenset())
    return True


_FORMER = frozenset("veterans veteran volunteers volunteer who men".split())


def encounter(r: Reading) -> bool:
    """Soldiers of a state and men of a group meet in the sentence in which the fight is told, and at a place in it."""
    v, tree = r.view, r.view.tree
    verb = tree.clause(r.last)
    if r.trigger.kind != "noun" or tree.labels[r.last] not in SUBJECT or v.key(verb) not in _COMES:
        return False
    if not any(p.place.kind_code != "country" for p in v.spotted.places):
        return False
    parts = [i for i, label in enumerate(tree.labels) if label in {*SUBJECT, "dobj", "pobj"} and i != r.last]
    soldiers = [i for i in parts if any(f.codes and is_state(f) and f.is_military for f in forces_of(v, i))]
    foes = [i for i in parts if i not in soldiers and (who(v, (i,)) == "group" or v.key(i) in nouns("irregular"))]
    if not soldiers or not foes:
        return False
    r.act = Act((soldiers[0],), (foes[0],), (), frozenset())
    return True
