"""Things named at arm's length: "what the army called a camp", "what was said to be a camp" is a camp.

The noun takes the place of the clause; what is said behind it (when, where) belongs to the verb that governs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import SUBJECT

if TYPE_CHECKING:
    from .syntax import Tree

_CLAUSE = frozenset({"ccomp", "pcomp", "dobj", "advcl", "xcomp", "csubj", "csubjpass"})
_BEHIND = frozenset({"prep", "npadvmod", "advmod", "advcl", "punct", "cc", "conj", "agent"})
_DEEPER = frozenset({"ccomp", "xcomp"})


def free_relatives(tree: Tree) -> Tree:
    """The tree with the nouns of such clauses in their verbs' places."""
    if "what" not in tree.keys:
        return tree
    heads, labels = list(tree.heads), list(tree.labels)
    for what, key in enumerate(tree.keys):
        if key != "what" or tree.labels[what] not in {*SUBJECT, "dobj", "attr", "det"}:
            continue
        top = tree.heads[what]
        while tree.labels[top] in _DEEPER and tree.heads[top] > what:
            top = tree.heads[top]
        over = tree.heads[top]
        if (
            tree.labels[top] not in _CLAUSE
            or not over < what
            or not (tree.is_verb(over) or tree.labels[top] == "pcomp")
        ):
            continue
        noun = _named(tree, top)
        if noun is None or noun < what:
            continue
        verb = over if tree.is_verb(over) else tree.heads[over]
        for k, head in enumerate(tree.heads):
            if k > noun and labels[k] in _BEHIND and what < head < noun and not _is_inside(tree, k, noun):
                heads[k] = verb
        heads[noun], labels[noun] = over, "pobj" if tree.labels[top] == "pcomp" else "dobj"
        labels[top] = "dep"
        for c in tree.children[noun]:
            if tree.labels[c] == "prep" and _is_time(tree, c) and c > noun:
                heads[c] = verb
    return tree.changed(heads, labels)


def _is_inside(tree: Tree, k: int, noun: int) -> bool:
    return noun in tree.ancestors(k)


def _is_time(tree: Tree, prep: int) -> bool:
    return any(tree.keys[n] in _DAYS for n in tree.of(prep, "pobj"))


_DAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december night morning evening afternoon week month year dawn dusk noon midnight"
    ).split()
)


def _named(tree: Tree, verb: int) -> int | None:
    """The noun that the clause's innermost verb names: "called a camp", "described as a camp", "was a camp"."""
    for _ in range(4):
        found = tree.of(verb, "oprd", "attr")
        if found and tree.tags[found[-1]][:2] == "NN":
            return found[-1]
        as_ = tree.under(verb, {"as"})
        if as_:
            return as_[0]
        deeper = tree.of(verb, "xcomp", "ccomp")
        if not deeper:
            return None
        verb = deeper[-1]
        if tree.tags[verb][:2] == "NN":
            return verb
    return None
