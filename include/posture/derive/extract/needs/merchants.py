"""Ships that a group attacks: a navy's, or those of merchants, which are no force's."""

from __future__ import annotations

from ..clauses import View
from ..facts.acts import Act
from ..forces.targets import forces_of, who
from ..language.classes import words
from .hurt import is_one_of_own

_SHIPS = frozenset("ship ships vessel vessels".split())
_OF_NAVIES = words("merchants.of_navies")
#: Those whose warships keep the lanes: their "ships" may be either.
_AT_SEA = frozenset({"USA", "GBR", "COALITION", "EU", "UN", "NATO"})


def hits_own(v: View, act: Act) -> bool:
    """A standing force or its post is hit; "Greek ships" that a group attacks are merchants'."""
    by_group = who(v, act.agents) == "group"
    return any(is_one_of_own(v, t) and not (by_group and _is_merchant(v, t)) for t in act.targets)


def _is_merchant(v: View, at: int) -> bool:
    powers = {c for f in forces_of(v, at) for c in f.codes} & _AT_SEA
    return v.key(at) in _SHIPS and not (v.words_in(*v.tree.span(at)) & _OF_NAVIES or powers)
