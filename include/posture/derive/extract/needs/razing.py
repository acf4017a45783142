"""Bases of an enemy that are taken apart: no closure of the force's own, but an act of arms; stores and laboratories
that soldiers get rid of: no act of arms.
"""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.acts import Act, act_of, words_of
from ..forces.targets import ARMED, leading, who
from ..language.classes import nouns, words
from ..reading import Reading
from .hurt import on_foot


def is_burnt(r: Reading, act: Act) -> bool:
    """ "Soldiers destroyed three camps in the forest": where men went who can destroy a camp on foot."""
    v = r.view
    camps = words_of(v, act.targets) & {"camp", "camps", "hideout", "hideouts", "base", "bases"}
    return (
        v.key(r.first).startswith(("destr", "demol", "dismant")) and bool(camps) and on_foot(v, act) and not act.tools
    )


def razes(r: Reading) -> bool:
    """ "Air strikes dismantled two strongholds of the rebels", "troops dismantled a camp of theirs"."""
    v = r.view
    act = act_of(v, r.first, r.last, r.trigger.kind == "noun")
    if r.trigger.kind == "noun" or not act.targets:
        return False
    by_arms = who(v, act.agents) in ARMED or any(v.key(t) in nouns("fires") | nouns("event") for t in act.tools)
    return by_arms and who(v, act.agents) != "group" and leading(v, act.targets) == "group"


def _meant(v: View, target: int) -> list[int]:
    """Of "38 pieces of ordnance" the ordnance."""
    return v.tree.under(target, {"of"}) if v.key(target) in _PIECES else [target]


_PIECES = words("razing.pieces")


def clears_away(r: Reading) -> bool:
    """ "Destroyed 4,000 rounds of ammunition", "burned two cocaine laboratories": by hand, and nobody's force is hit;
    nor is anything that is taken apart in peace."""
    if r.trigger.kind == "noun":
        return False
    if r.trigger.lemma == "dismantle":
        return not razes(r)
    v = r.view
    act = act_of(v, r.first, r.last, is_noun=False)
    by_fire = any(v.key(t) in nouns("fires") for t in act.tools)
    return not by_fire and bool(act.targets) and all(v.key(n) in _STORES for t in act.targets for n in _meant(v, t))


_STORES = words("razing.stores")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"of_no_foe": lambda r: not razes(r)}
