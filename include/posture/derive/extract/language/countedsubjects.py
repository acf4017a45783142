"""Numbers that do what the verb behind them says, where the parser hears a participle: "another 25 left Kidal in April,
and 12 left Gao".

With an object of its own such a verb is no participle: what is left leaves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import SUBJECT

if TYPE_CHECKING:
    from .syntax import Tree


def counted_subjects(tree: Tree, heads: list[int], labels: list[str], tags: list[str]) -> None:
    """Make each such number the subject of its verb, and the verb what the number or its object was."""
    for verb in range(1, len(heads) - 1):
        count = verb - 1
        if tags[verb] != "VBN" or tags[count] != "CD" or tree.of(verb, "agent", "auxpass", *SUBJECT):
            continue
        if tree.labels[verb] == "acl" and heads[verb] == count and tree.object(verb) == verb + 1:
            _takes_place_of(verb, count, heads, labels)
        elif (
            tree.labels[verb] == "amod" and tags[verb + 1] == "NNP" and heads[verb] == _end(tree, verb) == heads[count]
        ):
            _takes_place_of(verb, heads[verb], heads, labels)
            labels[tree.heads[verb]] = "dobj"
        else:
            continue
        heads[count], labels[count], tags[verb] = verb, "nsubj", "VBD"


def _end(tree: Tree, verb: int) -> int:
    """The last word of the name behind a verb."""
    end = verb + 1
    while end + 1 < len(tree.tags) and tree.tags[end + 1] == "NNP" and tree.labels[end] == "compound":
        end += 1
    return end


def _takes_place_of(verb: int, noun: int, heads: list[int], labels: list[str]) -> None:
    """Hang the noun, and what is said behind it, on the verb, and the verb where the noun hung."""
    above, label = heads[noun], labels[noun]
    for c in range(len(heads)):
        if heads[c] == noun and c not in {noun, verb} and (c > verb or labels[c] in {"ccomp", "punct"}):
            if labels[c] not in {"compound", "det", "poss"}:
                heads[c] = verb
    heads[noun] = verb
    heads[verb], labels[verb] = (verb, "ROOT") if above == noun else (above, label)
