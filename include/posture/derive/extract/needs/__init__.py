"""What a frame needs to be believed, one predicate a need; triggers.yaml names them. A module for each family."""

from __future__ import annotations

from collections.abc import Callable

from ..reading import Reading
from . import (
    acts,
    alighting,
    alliances,
    answers,
    assaults,
    barely,
    deals,
    dealsaid,
    downing,
    drills,
    fights,
    firing,
    going,
    ground,
    holding,
    hurt,
    leaving,
    mandates,
    missions,
    moves,
    patrols,
    pledging,
    routs,
    seats,
    sending,
    sequels,
    sites,
    standing,
    strengthening,
    training,
    transfers,
    travel,
    troops,
)

#: Every need by its name in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    **moves.NEEDS,
    **going.NEEDS,
    **leaving.NEEDS,
    **barely.NEEDS,
    **sending.NEEDS,
    **pledging.NEEDS,
    **transfers.NEEDS,
    **travel.NEEDS,
    **alighting.NEEDS,
    **troops.NEEDS,
    **standing.NEEDS,
    **strengthening.NEEDS,
    **holding.NEEDS,
    **seats.NEEDS,
    **sites.NEEDS,
    **deals.NEEDS,
    **alliances.NEEDS,
    **dealsaid.NEEDS,
    **acts.NEEDS,
    **answers.NEEDS,
    **firing.NEEDS,
    **assaults.NEEDS,
    **downing.NEEDS,
    **hurt.NEEDS,
    **ground.NEEDS,
    **routs.NEEDS,
    **fights.NEEDS,
    **drills.NEEDS,
    **training.NEEDS,
    **patrols.NEEDS,
    **mandates.NEEDS,
    **missions.NEEDS,
    **sequels.NEEDS,
}


def is_met(r: Reading, need: str) -> bool:
    """Whether a need of a frame is met."""
    return NEEDS[need](r)
