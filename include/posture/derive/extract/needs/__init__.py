"""What a frame needs to be believed, one predicate a need; triggers.yaml names them. A module for each family."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading
from . import (
    abstaining,
    agreeing,
    alighting,
    alliances,
    answers,
    assaults,
    attacks,
    barely,
    bases,
    deals,
    dealsaid,
    detainees,
    drills,
    fights,
    firing,
    going,
    ground,
    holding,
    hurt,
    intrusions,
    leads,
    leaving,
    mandates,
    missions,
    moves,
    operations,
    patrols,
    pledging,
    razing,
    routs,
    seats,
    sending,
    sequels,
    standing,
    staying_on,
    strengthening,
    training,
    transfers,
    travel,
    troops,
)

_FAMILIES = (
    abstaining, agreeing, alighting, alliances, answers, assaults, attacks, barely, bases, deals, dealsaid,
    detainees, drills, fights, firing, going, ground, holding, hurt, intrusions, leads, leaving, mandates, missions,
    moves, operations, patrols, pledging, razing, routs, seats, sending, sequels, standing, staying_on, strengthening,
    training, transfers, travel, troops,
)  # fmt: skip
#: Every need by its name in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    name: need for family in _FAMILIES for name, need in family.NEEDS.items()
}


def is_met(r: Reading, need: str) -> bool:
    """Whether a need of a frame is met."""
    return NEEDS[need](r)
