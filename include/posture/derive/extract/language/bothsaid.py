"""Two clauses before a verb of saying: "the post was struck in May, and four soldiers died, officials said".

The parser takes both for what is said, side by side; the second goes on from the first.
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
