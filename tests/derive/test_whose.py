"""Whose act it is, where a sentence names a leader, a band or nobody at all."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2021, 3, 10)


def _actors(text: str, rule_or_type: str) -> list[tuple[str, ...]]:
    found = extract(text, DAY).drafts
    return [d.actors for d in found if rule_or_type in {d.rule, d.type_code}]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # A leader's name is the state's.
        ("Soldiers of Kenya were ambushed near Garissa.\n\nObama sent 300 soldiers to Garoua in Cameroon.",
         "deployment", ("USA",)),
        ("Serbia is angry.\n\nAfter a phone call with Rome, Meloni sent 120 soldiers to Pristina. Italy leads the force.",
         "deployment", ("ITA",)),
        # A band named after a country is not its army.
        ("A Chadian rebel group has withdrawn its fighters from the town of Faya.", "withdrawal", ("CHADIAN REBELS",)),
        # Whoever acts in the sentence itself goes before those of the sentence before.
        ("The Italians have 900 men in Niger.\n\nThe Dutch have kept a military camp at Agadez since 2001 – the camp was set "
         "up in 1962 – and it is now their largest in Africa.", "base_opening", ("NLD",)),
        # Planes, not men of a group.
        ("The U.S. Air Force said a squadron of F-15E fighters from Idaho arrived at the base in Jordan.",
         "deployment", ("USA",)),
        # A call that is refused was made upon him who refuses it.
        ("Turkish troops entered Syria in 2016. Turkey's president has rejected calls for a withdrawal from Afrin.",
         "withdrawal", ("TUR",)),
        # Conventions.
        ("AMISOM troops left Kismayo in Somalia on Monday.", "withdrawal", ("AU",)),
        ("GNA forces recaptured Gharyan in Libya from the LNA on Monday.", "ground_operation", ("LBY",)),
    ],
)  # fmt: skip
def test_whose(text: str, kind: str, actors: tuple[str, ...]) -> None:
    assert actors in _actors(text, kind)


def test_a_leader_is_no_it() -> None:
    text = "Uribe broke with Ecuador in 2008, after its air force bombed a camp at Angostura. Colombia regrets it."
    assert ("COL",) not in _actors(text, "strike")


def test_a_name_of_a_state_that_nobody_speaks_of_means_nobody() -> None:
    text = "Norwegian soldiers train here. Captain Cameron sent 30 soldiers to Bardufoss in Norway."
    assert ("GBR",) not in _actors(text, "deployment")


def test_the_mission_a_report_is_about_has_the_troops() -> None:
    text = (
        "UNMIL in Liberia\n\nUNMIL has closed its camp at Gbarnga. Ghana's government thanked UNMIL. "
        "UNMIL will go on with patrols in Harper.\n\nThree soldiers were killed at Zwedru."
    )
    assert _actors(text, "attack_on_force") == [("UN",)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Britain's share in the force in Lebanon is a mere 97 dragoons.", ("GBR",)),
        ("The Uruguayan share of the mission in Congo numbers 800 soldiers.", ("URY",)),
        ("Norway's quota for the force in Kosovo is 900 soldiers.", ("NOR",)),
    ],
)
def test_a_share_is_the_state_s_whose_it_is(text: str, actors: tuple[str, ...]) -> None:
    assert _actors(text, "strength") == [actors]
