"""Acts that are named again: ranked among others ("the deadliest attack in months"), or what somebody was at."""

from __future__ import annotations

from ..families import FIGHTS, MOVES
from ..language.classes import verbs
from ..language.grammar import set_of
from ..language.inflection import inflected
from ..reading import Reading


def is_ranked(r: Reading) -> bool:
    """ "It was the deadliest attack in months", "marking the first deployment since June": the act was told before."""
    tree, noun = r.view.tree, r.last
    if r.type_code not in _RANKED or has_number(r):
        return False
    words = [*tree.children[noun], *(g for c in tree.children[noun] for g in tree.of(c, "advmod"))]
    ranked = any(tree.tags[c] in {"JJS", "RBS"} or tree.keys[c] in _ORDINALS for c in words if c < noun)
    if not ranked or not any(tree.keys[c] in {"the", "its", "their"} for c in tree.of(noun, "det", "poss")):
        return False
    at, label = noun, tree.labels[noun]
    over = tree.heads[tree.heads[noun]]
    if label == "pobj" and tree.keys[tree.heads[noun]] == "of" and tree.keys[over] in {"one", "some", "among"}:
        at, label = over, tree.labels[over]  # "one of the deadliest attacks"
    if label == "appos":
        return r.type_code in FIGHTS
    return label == "attr" or label == "dobj" and tree.keys[tree.heads[at]] in _MARKING


_RANKED = FIGHTS | MOVES | {"mission_start", "exercise", "patrol"}
_ORDINALS = set_of("first second third fourth fifth sixth seventh eighth ninth tenth latest biggest largest")
_MARKING = inflected("mark represent constitute be see witness")


def is_on_patrol(r: Reading) -> bool:
    """ "Killed ten marines on a foot patrol", "deployed against China's submarine patrols": what somebody was at."""
    tree, noun = r.view.tree, r.last
    if r.type_code == "patrol" and tree.labels[noun] == "dobj" and tree.keys[tree.heads[noun]] in _STOPPING:
        return tree.tags[tree.heads[noun]] == "VB"  # "to stop Indian patrols"
    if r.type_code != "patrol" or tree.labels[noun] != "pobj":
        return False
    prep = tree.heads[noun]
    if tree.keys[prep] == "against":
        return True
    hurt = {tree.keys[a] for a in tree.ancestors(prep)} & _HURT
    return bool(hurt) and tree.keys[prep] in {"on", "during", "from"}


_STOPPING = set_of("stop block prevent hinder obstruct hamper avoid deter counter")
_HURT = verbs("retold.hurt")


def is_of_ranked(r: Reading) -> bool:
    """ "Marking the second convoy to arrive": what was told makes it so."""
    tree = r.view.tree
    label, noun = tree.labels[r.first], tree.heads[r.first]
    above = tree.heads[noun]
    if label == "ccomp" and r.subject_head is not None:
        noun, above = r.subject_head, tree.heads[r.first]
    elif label not in {"relcl", "acl"} or tree.labels[noun] != "dobj":
        return False
    marks = tree.keys[above] in _MARKING and not tree.keys[above].startswith(("w", "is", "are", "be"))
    return marks and any(tree.keys[c] in _ORDINALS for c in tree.of(noun, "amod"))


def is_toll(r: Reading) -> bool:
    """ "The number of soldiers killed there since 2001 has reached 102": a body count alone."""
    tree, at = r.view.tree, r.first
    if r.type_code != "attack_on_force" or r.trigger.kind != "verb" or tree.labels[at] not in {"acl", "relcl"}:
        return False
    noun = tree.heads[at]
    if tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "of":
        noun = tree.heads[tree.heads[noun]]
    return tree.keys[noun] in {"number", "numbers", "toll", "total", "tally"}


def is_prevented(r: Reading) -> bool:
    """ "To prevent a withdrawal": what somebody would not have happen; whether it was begun, nobody says."""
    tree, noun = r.view.tree, r.last
    if r.trigger.kind != "noun" or r.type_code not in MOVES or tree.labels[noun] != "dobj":
        return False
    verb = tree.heads[noun]
    return tree.keys[verb] in _STOPPING and tree.tags[verb] == "VB" and tree.labels[verb] in {"advcl", "acl", "xcomp"}


def has_number(r: Reading) -> bool:
    """The noun brings a number."""
    start, end = r.view.tree.span(r.last)
    return any(start <= q.first < end for q in r.view.quantities)
