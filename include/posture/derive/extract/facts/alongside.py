"""Counts joined to the one that moves: "250 soldiers and three aircraft", "two frigates, four boats and 90 men"."""

from __future__ import annotations

from ..clauses import View
from ..language.classes import words
from ..language.syntax import Tree
from ..quantity.levels import MOVING
from ..quantity.quantities import Quantity, as_count
from ..reading import Reading
from .gapping import Part
from .presences import CRAFT


def joined(r: Reading, own: Quantity | None) -> list[Part]:
    """ "250 soldiers and three aircraft": counts of other units, joined to the one that moves."""
    if own is None:
        return []
    v, tree = r.view, r.view.tree
    made = []
    mine = _first(tree, tree.noun_head(own.number))
    for q in v.quantities:
        if q.number <= own.last or q.unit not in MOVING or q.unit == own.unit and not _of_other_arm(v, q, own):
            continue
        if "or" in tree.keys[own.last : q.first]:
            continue  # "two brigades or 6,000 men": the same ones
        if _first(tree, tree.noun_head(q.number)) == mine and not tree.is_verb(mine):
            made.append(Part(q.first, q.last + 1, q, as_count(q)))
    return made


def _first(tree: Tree, n: int) -> int:
    """The first member of a noun's list; of "two frigates, four boats and 90 men" the parser may take the second for
    another name of the first."""
    n = tree.first_conjunct(n)
    is_listed = tree.labels[n] == "appos" and tree.of(n, "nummod") and tree.of(n, "conj")
    return tree.first_conjunct(tree.heads[n]) if is_listed and tree.of(tree.heads[n], "nummod") else n


def _of_other_arm(v: View, q: Quantity, own: Quantity) -> bool:
    """ "9,000 soldiers and 2,000 marines", "two frigates and four patrol boats": each is a count of its own."""
    if q.unit in CRAFT:
        return q.noun != own.noun
    is_armed = q.noun in _ARMS and own.noun in _ARMS | _TROOPS | _POLICE
    return q.noun != own.noun and (is_armed or own.noun in _ARMS | _TROOPS and _are_police(v, q))


def _are_police(v: View, q: Quantity) -> bool:
    """Police are counted with the soldiers whom they go with."""
    return q.noun in _POLICE or "police" in v.words_in(q.number, q.last)


_TROOPS = frozenset({"troops", "troop"})
_POLICE = frozenset("police policemen policeman gendarmes".split())
_ARMS = words("alongside.arms")
