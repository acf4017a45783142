"""Participles right behind a noun: "under the pact initialled in 2003", which parsers hang on the verb before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import SUBJECT
from .mending import GONE

if TYPE_CHECKING:
    from .syntax import Tree

#: Where a participle of the noun stands instead, as parsers see it.
_ELSEWHERE = frozenset({"advcl", "conj", "dep"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_OBJECTS = frozenset({"pobj", "dobj", "attr", "conj"})
#: What may follow it: when, where, by whom; no object.
_AFTER = frozenset({"prep", "agent", "prt", "npadvmod"})


def reduced_behind(tree: Tree) -> Tree:
    """ "Sent soldiers in line with the pact initialled in 2003": what was initialled is the pact."""
    for verb in range(2, len(tree.keys)):
        if tree.labels[verb] not in _ELSEWHERE or tree.tags[verb] not in {"VBN", "VBD"}:
            continue
        noun, above = verb - 1, tree.heads[verb]
        if tree.tags[noun] not in _NOUNS or tree.labels[noun] not in _OBJECTS or tree.keys[verb] in GONE:
            continue
        if (
            tree.keys[verb][-2:] != "ed"
            and tree.tags[verb] != "VBN"
            or tree.of(verb, "aux", "auxpass", "mark", *SUBJECT)
        ):
            continue
        behind = [c for c in tree.children[verb] if c > verb]
        if not behind or tree.labels[behind[0]] not in _AFTER or tree.of(verb, "dobj", "ccomp", "xcomp", "acomp"):
            continue
        if above < verb and (tree.of(above, "cc") or noun <= above or not tree.is_verb(above)):
            continue
        before = [c for c in tree.children[verb] if c < verb]
        if above > verb and not any(k in before for k in tree.ancestors(noun)) or above < verb and before:
            continue
        heads, labels, tags = list(tree.heads), list(tree.labels), list(tree.tags)
        heads[verb], labels[verb], tags[verb] = noun, "acl", "VBN"
        for c in before:
            heads[c] = above
        return tree.changed(heads, labels, tags)
    return tree
