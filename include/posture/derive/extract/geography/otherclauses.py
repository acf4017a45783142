"""Places that stand in a later clause which counts others: "X has 377, while 203 are at Y"."""

from __future__ import annotations

from ..clauses import View
from ..language.syntax import Tree
from ..mentions import PlaceMention
from ..quantity.quantities import COUNTED, Quantity
from ..quantity.stocks import Role
from ..reading import Reading


def is_compared(view: View, p: PlaceMention) -> bool:
    """ "Numbered 1,100, the largest deployment in Africa": among those there, not where; not "most of them in X"."""
    tree = view.tree
    noun = tree.heads[tree.heads[p.last]]
    if tree.labels[noun] == "pobj" and tree.tags[over := tree.heads[tree.heads[noun]]] == "JJS":
        noun = over  # "the largest of its missions in Africa"
    is_among = tree.labels[noun] == "appos" or p.place.kind_code == "theatre" and _is_said_to_be(tree, noun)
    if tree.labels[p.last] != "pobj" or not is_among or tree.keys[noun] == "most":
        return False
    return any(tree.tags[c] in {"JJS", "RBS"} for c in tree.of(noun, "amod", "advmod")) or tree.tags[noun] == "JJS"


def _is_said_to_be(tree: Tree, noun: int) -> bool:
    """ "Is one of the largest in Africa", "is the biggest army in Europe"."""
    if tree.labels[noun] == "pobj" and tree.labels[over := tree.heads[tree.heads[noun]]] == "attr":
        return tree.keys[over] == "one"
    return tree.labels[noun] == "attr"


def sends_others(r: Reading, governor: int) -> bool:
    """ "Withdrew 300 men from X and sent others to Y": the place hangs on a verb that moves others."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or governor <= r.last or not tree.is_verb(governor) or tree.labels[governor] != "conj":
        return False
    moved = tree.object(governor)
    return moved is not None and tree.keys[moved] in _OTHERS


_OTHERS = frozenset({"others", "rest", "remainder"})


def of_other_clause(view: View, p: PlaceMention, q: Quantity, r: Role) -> bool:
    """ "X has 377, while 203 are at Y": the place stands in a later clause with a count of its own."""
    clause = view.tree.clause(p.last)
    if (
        r.verb is None
        or p.first < q.last
        or clause == r.verb
        or view.tree.labels[clause] in {"relcl", "acl", "xcomp", "pcomp"}
        and not _tells_of_part(view, clause)
    ):
        return False
    if clause in {view.tree.clause(r.verb), view.tree.clause(q.number)}:
        return False
    return any(o.unit in COUNTED and o is not q and view.tree.clause(o.number) == clause for o in view.quantities)


def _tells_of_part(view: View, clause: int) -> bool:
    """ "A corps of 900, of which 70 are in X": the clause says where a part of them is."""
    subject = view.tree.subject(clause)
    counted = subject is not None and any(q.first <= subject <= q.last for q in view.quantities)
    return counted and bool(view.words_in((subject or 0) - 3, clause) & {"whom", "which"})


def behind_and(tree: Tree, places: list[PlaceMention]) -> list[PlaceMention]:
    """ "In A and in B, where …": of places each with a preposition of its own, the last is what a clause tells of."""
    prep = tree.heads[places[-1].last]
    return places[-1:] if tree.tags[prep] == "IN" and tree.labels[prep] == "conj" else places
