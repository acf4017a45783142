"""Clauses that the parser takes for what another verb says or denies.

"The post was struck in May, and four soldiers died, officials said": it has both for what is said, side by side; the
second goes on from the first. "Troops are in A; in B they have not been seen": so do two clauses that a semicolon
parts, and what is denied behind it is not denied before it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .syntax import Tree

_JOINTS = frozenset({"and", "but", ";", "while"})


def both_said(tree: Tree) -> Tree:
    """The tree with the second clause joined to the first."""
    heads, labels = list(tree.heads), list(tree.labels)
    for said in range(len(tree.keys)):
        told = [c for c in tree.of(said, "ccomp") if c < said]
        for first, second in pairwise(told):
            start = tree.span(second)[0]
            if tree.keys[start - 1] in _JOINTS and not tree.of(second, "mark"):
                heads[second], labels[second] = first, "conj"
    return tree.changed(heads, labels)


_RELATIVE = frozenset({"that", "which", "who"})


def said_aside(tree: Tree) -> Tree:
    """ "Boats that it says were carrying arms near X": who says so stands aside; the boats were carrying arms."""
    heads, labels = list(tree.heads), list(tree.labels)
    for said, label in enumerate(tree.labels):
        subject = next(iter(tree.of(said, "nsubj")), None)
        if label not in {"relcl", "advcl"} or subject is None or subject > said:
            continue
        told = next((c for c in tree.of(said, "ccomp") if c > said), None)
        mark = tree.span(subject)[0] - 1
        if told is None or mark < 1 or tree.keys[mark] not in _RELATIVE or tree.tags[mark - 1][:2] != "NN":
            continue
        if any(c != mark for c in tree.of(told, *_SUBJECT, "mark")):
            continue  # "the men who he said that the army had freed"
        heads[told], labels[told] = mark - 1, "relcl"
        heads[said], labels[said] = told, "parataxis"
        heads[mark], labels[mark] = told, "nsubjpass" if tree.of(told, "auxpass") else "nsubj"
    return tree.changed(heads, labels)


_PARTING = frozenset({";", ":"})
_SUBJECT = ("nsubj", "nsubjpass", "expl")


def parted(tree: Tree) -> Tree:
    """What stands before a semicolon or colon is no content of the verb behind it, whatever the parser says: the second
    clause goes on from the first, as if "and" stood between them."""
    if not _PARTING & set(tree.keys):
        return tree
    heads, labels = list(tree.heads), list(tree.labels)
    for verb, label in enumerate(tree.labels):
        above = tree.heads[verb]
        if label != "ccomp" or above < verb or not tree.of(verb, *_SUBJECT):
            continue
        between = tree.keys[verb:above]
        if not _PARTING & set(between) or {'"', "”", "''"} & set(between):
            continue
        if labels[above] != "ROOT":
            labels[verb] = "parataxis"
            continue
        heads[verb], labels[verb] = verb, "ROOT"
        heads[above], labels[above] = verb, "conj"
        for k in range(verb):
            heads[k] = verb if heads[k] == above else heads[k]
    return tree.changed(heads, labels) if tuple(labels) != tree.labels else tree
