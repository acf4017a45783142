"""What is not so: "if they withdrew, the town would fall", "had they gone, it would have fallen"."""

from __future__ import annotations

from ..language.syntax import Tree
from ..language.verbgroup import is_nobody
from ..reading import Reading


def is_unreal(r: Reading, at: int) -> bool:
    """ "If they withdrew, the town would fall", "had they withdrawn, it would have fallen": what is not so."""
    tree = r.view.tree
    if _is_warned_off(r, at):
        return True
    above = tree.heads[at]
    if tree.keys[0] == "had" and would(tree, tree.root) and r.first < tree.root:
        return True
    while tree.labels[above] == "parataxis" and tree.heads[above] != above:
        above = tree.heads[above]  # "…, the senator said, …"
    if tree.labels[at] not in {"advcl", "ccomp"} or above <= at or not would(tree, above):
        return False
    if any(tree.keys[m] == "if" for m in tree.of(at, "mark")):
        past = {tree.keys[c] for c in tree.of(at, "aux", "auxpass")}
        return tree.tags[at] == "VBD" or bool(past & {"had", "were", "was"})
    subject = tree.of(at, "nsubj", "nsubjpass")
    return any(tree.keys[c] == "had" and subject and c < subject[0] for c in tree.of(at, "aux"))


def _is_warned_off(r: Reading, at: int) -> bool:
    """ "No one should think that we have left": whoever says so tells what is not so."""
    tree = r.view.tree
    for above in tree.ancestors(at):
        if tree.keys[above] in _THINKS and any(is_nobody(tree, s) for s in tree.of(above, "nsubj")):
            return any(tree.tags[c] == "MD" for c in tree.of(above, "aux"))
    return False


_THINKS = frozenset("think imagine believe suppose assume fool conclude".split())


def would(tree: Tree, verb: int) -> bool:
    """Something would, could or might be."""
    return any(tree.keys[c] in {"would", "could", "might"} for c in tree.of(verb, "aux"))
