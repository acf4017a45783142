"""A preposition's noun that the parser gives to a verb further on: "the column that is to take X from the rebels has
halted" has one subject, and it is no rebel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import SUBJECT
from .hanging import SAID
from .swallowed import group_of

if TYPE_CHECKING:
    from .syntax import Tree


def lost_objects(tree: Tree) -> Tree:
    """The tree with such nouns under their prepositions again."""
    heads, labels = list(tree.heads), list(tree.labels)
    for noun, label in enumerate(tree.labels):
        if label not in {"nsubj", "nsubjpass"} or not (start := tree.span(noun)[0]):
            continue
        prep, verb = start - 1, tree.heads[noun]
        if tree.labels[prep] != "prep" or tree.of(prep, "pobj", "pcomp") or tree.tags[prep] != "IN" or verb < noun:
            continue
        first = [s for s in tree.of(verb, *SUBJECT) if s < prep]
        if first and tree.heads[prep] not in {verb, noun}:
            heads[noun], labels[noun] = prep, "pobj"
    return tree.changed(heads, labels)


def swallowed(tree: Tree) -> Tree:
    """ "Artillery shelled positions near X and infantry took Y": the parser hears one clause inside the other; what
    stands before the second verb is its subject, what stands behind the first its object."""
    for verb, label in enumerate(tree.labels):
        first = tree.heads[verb]
        if label != "ccomp" or not 0 <= first < verb or tree.of(first, "dobj") or tree.of(verb, "mark"):
            continue
        subjects = tree.of(verb, *SUBJECT)
        noun = group_of(tree, verb) - 1
        if len(subjects) != 1 or tree.span(subjects[0])[0] != first + 1 or noun <= subjects[0] + 1:
            continue
        start = tree.span(noun)[0]
        if tree.labels[noun] != "conj" or tree.keys[start - 1] != "and" or subjects[0] not in tree.ancestors(noun):
            continue
        if tree.tags[first] not in {"VBD", "VBZ", "VBP"} or tree.tags[verb] not in {"VBD", "VBZ", "VBP"}:
            continue
        if tree.keys[first] in SAID:
            continue
        heads, labels = list(tree.heads), list(tree.labels)
        heads[subjects[0]], labels[subjects[0]] = first, "dobj"
        heads[noun], labels[noun] = verb, label_of(tree, verb)
        labels[verb] = "conj"
        return tree.changed(heads, labels)
    return tree


def label_of(tree: Tree, verb: int) -> str:
    """The label of a verb's subject."""
    return "nsubjpass" if tree.of(verb, "auxpass") else "nsubj"
