"""What looks like a fact of a force's posture and is none: idioms, shares, judgements, purposes, people in care."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

from .reading import facts

DAY = date(2020, 12, 31)


def types(text: str) -> list[str]:
    return sorted(f["type"] for f in facts(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a bomb that nobody is said to have laid, and that hits no force
        ("US troops are in Iraq. A bomb in Mosul killed nine people on Friday.", ["presence"]),
        ("Kenyan troops are in Kismayo. Bombs left 40 people dead in one morning.", ["presence"]),
        ("French soldiers have been in Gao since May. A roadside bomb killed two of them.", ["attack_on_force", "presence"]),
        ("A bomb from a Sudanese aircraft killed five farmers at Kauda.", ["strike"]),
        # idioms
        ("The army took the camp at Baidoa; forty fighters gave themselves up.", ["ground_operation"]),
        ("A Polish brigade was put into service in Lublin on Monday.", []),
        ("The soldiers, who are deployed in Kidal, form the backbone of the Sahel Brigade.", ["presence"]),
        ("The army has taken two hills near Agdam and lost one.", ["ground_operation"]),
        ("Two Indian frigates that crossed the Palk Strait were followed by Chinese ships.", ["deployment"]),
        # by hand
        ("The force destroyed 60 items of unexploded ordnance in Laos.", []),
        # what is bought, what is asked, what men wish
        ("Norway's white paper foresees six new submarines.", []),
        ("Some 900 of the soldiers in Aden want to go to Taiz.", []),
        ("French troops are in Chad. Oil companies have shut their depots.", ["presence"]),
        ("Some 3,400 volunteers joined the Bundeswehr in July.", []),
        ("Ukrainian officers were told to stay off the base at Odesa.", []),
        ("The rebels in Kivu are split into a dozen factions.", []),
        ("Soldiers in Basilan will leave law enforcement to the police.", []),
        ("Chechnya stays neutral, provided no Russian column crosses the Sunzha.", []),
        ("To ask the Secretary of State for Defence how many soldiers are deployed in Kenya.", []),
        # what is judged is told elsewhere
        ("Thai troops are in Pattani. The exercise is not directed against any country.", ["presence"]),
        # what a mission is for
        ("UNTSO was founded in 1948 to supervise the truce between Israel and Syria.", ["mission_start"]),
        # aid
        ("The Qatari army said a convoy with aid entered Rafah.", []),
        ("An Omani aircraft with 20 tons of rice landed at Aden.", []),
    ],
)  # fmt: skip
def test_only_what_is_told_counts(text: str, told: list[str]) -> None:
    assert types(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three in five Danish soldiers in Latvia are against it.", []),
        ("One in four soldiers in Chad is French.", []),
        ("About 800 Spanish soldiers with Mirage 2000 jets are stationed in Djibouti.", [800]),
        ("France sent three Mirage 2000 jets to Niamey.", [3]),
        ("More than 1,000 former Fijian soldiers work in Iraq.", []),
        ("US forces once held 26,000 Iraqis without charge.", []),
        ("Troops left Haiti. At Guantanamo 6,000 Haitians wait.", []),
        ("About 550 Americans are stationed at Soto Cano in Honduras.", [550]),
    ],
)
def test_shares_makes_and_people_in_care_are_no_strength(text: str, told: list[int]) -> None:
    assert [d.quantity.low for d in extract(text, DAY).drafts if d.quantity] == told
