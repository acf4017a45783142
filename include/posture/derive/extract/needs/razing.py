"""Bases of an enemy that are taken apart: no closure of the force's own, but an act of arms."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.acts import act_of
from ..forces.targets import ARMED, leading, who
from ..language.classes import nouns
from ..reading import Reading


def razes(r: Reading) -> bool:
    """ "Air strikes dismantled two strongholds of the rebels", "troops dismantled a camp of theirs"."""
    v = r.view
    act = act_of(v, r.first, r.last, r.trigger.kind == "noun")
    if r.trigger.kind == "noun" or not act.targets:
        return False
    by_arms = who(v, act.agents) in ARMED or any(v.key(t) in nouns("fires") | nouns("event") for t in act.tools)
    return by_arms and who(v, act.agents) != "group" and leading(v, act.targets) == "group"


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"of_no_foe": lambda r: not razes(r)}
