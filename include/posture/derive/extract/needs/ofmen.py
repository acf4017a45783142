"""Men of a force, by a noun or by what stands for them: "two soldiers", "four of its men", "two of them"."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns
from ..reading import Reading

_SERVICE = {"service", "members"}


def is_one_of_men(v: View, at: int) -> bool:
    """ "Soldiers", "four of its men", "two of them": of a standing force, or of the troops that the text tells of."""
    if v.key(at) in nouns("soldier") or v.words_in(at - 1, at + 1) == _SERVICE:
        return True
    if v.key(at) == "officers" and any(f.form == "demonym" and f.last + 1 == at for f in v.spotted.forces):
        return v.is_military and not v.is_of_civilians  # "two Dutch officers", and no police
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


def counted_own(r: Reading) -> bool:
    """A force's own dead or wounded are counted: "killing two soldiers"; not before a semicolon, nor by what others did
    before: "X attacked A, killing two soldiers, and Y bombed B"."""
    v = r.view
    not_own = nouns("irregular") | nouns("civil")
    if not v.words_in(0, len(v.toks)) & (nouns("soldier") | {"its", "crew", "aboard"}):
        not_own |= {"killed", "dead", "wounded", "injured"}
    mine = [q for q in v.quantities if q.unit in {"killed", "wounded"} and q.noun not in not_own]
    tree, apart = v.tree, range(0)
    if tree.labels[r.first] == "conj" and tree.subject(r.first) in tree.of(r.first, "nsubj", "nsubjpass"):
        apart = range(tree.heads[r.first], tree.span(r.first)[0])
    return any(q.number not in apart and ";" not in v.words_in(q.number, r.first) for q in mine)
