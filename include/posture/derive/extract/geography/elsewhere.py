"""Where a sentence tells of a place in another of its clauses, and the text only gives the land: "gunners shelled X,
and some 40 rounds fell on the hospital", "fighters drove into X as the army pulled out" speak of X in both."""

from __future__ import annotations

from ..families import UNDONE
from ..mentions import PlaceMention
from ..reading import Reading
from .discourse import country_of
from .unsaid import WIDEST

#: What the text knows without the sentence: the land that it is about, or that of a mission.
_ONLY_A_LAND = frozenset({"theme", "mission"})


def is_nearer(r: Reading, status: str, inferred: PlaceMention, named: list[PlaceMention]) -> bool:
    """The one place that the sentence names besides says more than the land that the text leaves to be understood."""
    if inferred.why not in _ONLY_A_LAND or inferred.place.kind_code != "country" or len(named) != 1:
        return False
    near = named[0]
    if near.place.kind_code in WIDEST | {"sea"} or country_of(near) not in {None, country_of(inferred)}:
        return False
    if r.type_code == "agreement":
        return near.is_site  # a deal is on a base, or else on the whole country
    tree = r.view.tree
    own = r.first if r.trigger.kind == "verb" else tree.clause(r.first)
    other = tree.clause(near.first)
    if near.first > r.first:  # "was launched as massacres spread in X"
        is_when = tree.labels[other] == "advcl" and tree.heads[other] == own
        return is_when and r.trigger.kind == "verb" and r.type_code != "withdrawal"
    if other == own or own in tree.ancestors(other):
        return False
    if other not in tree.ancestors(own):
        return status not in UNDONE  # "after a raid in X parliament bade them go": where from is another thing
    return tree.labels[own] != "xcomp"
