"""What is denied behind a semicolon is not denied before it: "Troops are in A; in B they have not been seen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .syntax import Tree

_SUBJECT = ("nsubj", "nsubjpass", "expl")


def parted(tree: Tree) -> Tree:
    """What stands before the semicolon is no content of the verb behind it, whatever the parser says."""
    if ";" not in tree.keys:
        return tree
    labels = list(tree.labels)
    for verb, label in enumerate(tree.labels):
        above = tree.heads[verb]
        if label != "ccomp" or above < verb or not tree.of(verb, *_SUBJECT) or not tree.of(above, "neg"):
            continue
        between = tree.keys[verb:above]
        if ";" in between and not {'"', "”", "''"} & set(between):
            labels[verb] = "parataxis"
    return tree.changed(tree.heads, labels) if tuple(labels) != tree.labels else tree
