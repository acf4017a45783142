"""Read a trigger: does its frame have what it needs, and which words are its arguments?

A frame that lacks a need is a rejection `missing_<need>`; nothing is guessed in its place.
"""

from __future__ import annotations

from ..clauses import View
from ..language.syntax import Tree
from ..language.vocabulary import Trigger
from ..needs import is_met
from ..reading import Reading
from . import extents


def read(view: View, first: int, last: int, trigger: Trigger) -> tuple[Reading | None, str]:
    """The reading of a trigger, or None and the need that is missing."""
    r = arranged(view, first, last, trigger)
    for need in view.vocabulary.frames[trigger.frame].get("needs", []):
        if not is_met(r, need):
            return None, "missing_" + need.replace(":", "_")
    return r, ""


def arranged(view: View, first: int, last: int, trigger: Trigger) -> Reading:
    """A trigger with the ranges of its arguments, whatever its frame needs."""
    frame = view.vocabulary.frames[trigger.frame]
    r = Reading(
        view,
        first,
        last,
        trigger,
        str(frame["code"]),
        str(frame["type"]),
        fixed_status=frame.get("status"),
        is_weak=bool(frame.get("weak")),
    )
    tree = view.tree
    if trigger.kind == "verb":
        verb = next((k for k in range(first, last + 1) if tree.is_predicate(k)), first)  # "are gone"
        r.elliptic = tree.is_elliptic(verb)
        r.passive = r.elliptic or tree.is_passive(verb)
        r.reduced = r.passive and tree.labels[verb] == "acl"
        r.subject_head = None if r.elliptic else tree.subject(verb)
        r.object_head = _object(tree, r, verb)
        r.subject = _span(tree, r.subject_head, first)
        r.object = _span(tree, r.object_head, last + 1)
        r.phrases = tree.phrases(verb)
    else:
        r.object = (tree.span(last)[0], first)
        r.subject_head = _doer(tree, last)
        r.subject = _span(tree, r.subject_head, first)
        r.phrases = extents.phrases(view, last, r.type_code) + _noun_phrases(tree, last)
        r.elliptic = view.head is not None and view.sentence.label > 0 and _is_bare(tree, last)
    return r


def _is_bare(tree: Tree, noun: int) -> bool:
    """ "Fort Rock - closure in May", "Croft Hill: removal completed": what is closed is the entry's own site."""
    if any(tree.keys[c] in {"of", "by"} for c in tree.of(noun, "prep")) or tree.of(noun, "poss", "compound", "amod"):
        return False
    above = tree.heads[noun]
    return above == noun or above == tree.root and tree.labels[noun] in {"nsubj", "nsubjpass", "compound"}


def _object(tree: Tree, r: Reading, verb: int) -> int | None:
    """The object; of "is home to", "takes control of" the noun after the preposition."""
    if r.passive:
        return None
    after = tree.of(r.last, "pobj") if r.last > r.first and tree.labels[r.last] == "prep" else []
    return after[0] if after else tree.object(verb)


def _span(tree: Tree, head: int | None, otherwise: int) -> tuple[int, int]:
    return (otherwise, otherwise) if head is None else tree.span(head)


def _doer(tree: Tree, noun: int) -> int | None:
    """Who does what a noun names: the subject of the verb that governs it ("the army carried out a raid")."""
    above = tree.clause(noun)
    if above == noun:
        return None
    found = tree.subject(above)
    return None if found == noun else found


def _noun_phrases(tree: Tree, noun: int) -> list[tuple[str, int, int]]:
    """The noun's own phrases, then those of the verb that governs it."""
    own = tree.phrases(noun)
    above = tree.clause(tree.first_conjunct(noun))
    shared = [p for p in tree.phrases(above) if p not in own and not p[1] <= noun < p[2]] if above != noun else []
    return own + shared
