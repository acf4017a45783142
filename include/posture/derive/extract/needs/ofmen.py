"""Men of a force, by a noun or by what stands for them: "two soldiers", "four of its men", "two of them"."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns

_SERVICE = {"service", "members"}


def is_one_of_men(v: View, at: int) -> bool:
    """ "Soldiers", "four of its men", "two of them": of a standing force, or of the troops that the text tells of."""
    if v.key(at) in nouns("soldier") or v.words_in(at - 1, at + 1) == _SERVICE:
        return True
    tree = v.tree
    if not v.is_military or v.is_of_civilians:
        return False
    own = tree.subject(tree.clause(at))
    if any(f.first < at and (own is None or not f.first <= own <= f.last) for f in v.spotted.forces):
        return False  # "bombed a camp of the rebels, killing 23 of them"
    if v.key(at) == "them":
        return tree.labels[at] == "pobj" and tree.tags[tree.heads[tree.heads[at]]] == "CD"
    return v.key(at) in _MEN and any(v.key(o) in {"its", "their"} for o in tree.of(at, "poss"))


_MEN = frozenset("men members number ranks comrades".split())


def is_no_man(v: View, verb: int, given: int) -> bool:
    """What is lost is one of those things that the verb before has for its object."""
    tree = v.tree
    if tree.labels[verb] != "conj" or tree.tags[given] != "CD" and v.key(given) not in {"one", "another", "others"}:
        return False
    taken = tree.object(tree.heads[verb])
    return taken is not None and v.vocabulary.units.get(v.key(taken)) != "personnel"
