"""Predicates without a subject: "Handed over in May.", "Croft Hill: closed, then sold"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .syntax import Tree

#: Marks before an elliptic participle: bullets, the border of a table's cell.
_LEADS = frozenset({"(", "•", "-", "*", "|"})


def is_elliptic(tree: Tree, verb: int) -> bool:
    """A participle that opens a sentence, or a part of one after ";", without a subject: "Handed over in May.",
    "leased in 2015; dismantled in 2021". What it is said of stands before, in a heading or the last sentence."""
    if _is_framed(tree, 0) and tree.is_predicate(verb) and _is_of_label(tree, verb):
        return True
    if tree.tags[verb] not in {"VBN", "VBD"} or tree.labels[verb] in {"acl", "relcl", "amod", "compound"}:
        return False
    if tree.of(verb, "nsubj", "nsubjpass", "csubj", "dobj", "aux", "auxpass", "expl", "ccomp"):
        return False
    at = verb - 1
    while at >= 0 and (tree.tags[at] in {"RB", "CD"} or tree.keys[at] in _LEADS or _is_framed(tree, at)):
        at -= 1
    if at < 0 or tree.keys[at] in {".", ":"}:
        above = tree.heads[verb]  # "Posted in May, the soldiers …" has its subject there
        return above == verb or any(tree.keys[k] in {";", ":"} for k in range(verb, above)) or above < verb
    whole = any(tree.is_predicate(k) and not is_elliptic(tree, k) for k in range(at))
    return tree.keys[at] == ";" and not whole


def _is_of_label(tree: Tree, verb: int) -> bool:
    """ "Fort Rock - due to close in May", "Croft Hill: closed, then sold": nothing in the clause is its subject."""
    if any(tree.of(verb, "dobj", "attr", "expl", "ccomp")) or tree.labels[verb] in {"acl", "relcl", "pcomp"}:
        return False
    way = [verb, *tree.ancestors(verb)]
    if any(tree.of(k, "nsubj", "nsubjpass", "csubj") or tree.tags[k][:2] == "NN" for k in way):
        return False
    return all(tree.labels[k] in {"ROOT", "conj", "xcomp", "acomp", "ccomp", "parataxis", "dep"} for k in way)


def _is_framed(tree: Tree, i: int) -> bool:
    """What the parser did not see: a dateline, an entry's label."""
    return tree.tags[i] == ":" and tree.labels[i] == "parataxis"
