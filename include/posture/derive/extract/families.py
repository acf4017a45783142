"""Families of record types and statuses that the engine treats alike (RECORDS.md §2, §5)."""

from __future__ import annotations

#: Forces go from one place to another.
MOVES = frozenset({"deployment", "reinforcement", "withdrawal", "relocation"})
#: Somebody is brought from one place to another, forces or prisoners.
JOURNEYS = MOVES | {"detainee_transfer"}
#: Acts of arms.
FIGHTS = frozenset({"strike", "ground_operation", "attack_on_force"})
#: States, not acts: a force is somewhere, or so strong.
STATES = frozenset({"strength", "presence"})
#: Not done: ahead, weighed or denied.
UNDONE = frozenset({"planned", "considered", "denied"})

#: The slot of a way's other end; several places in it are as many facts.
OTHER_END = {"withdrawal": "destination", "relocation": "origin", "detainee_transfer": "origin"}
#: Kinds of bodies whose men come from several states.
BODIES = frozenset({"un_mission", "state_alliance", "joint_command"})
