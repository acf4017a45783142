"""Leaving in all its wordings: nouns and particles, from nowhere to nowhere, unreal, by level, and who is no force."""

from __future__ import annotations

import pytest

from .reading import facts

MORE = " The army has a garrison in Nairobi."


def first(sentence: str) -> list[tuple[str, str | None, str | None, str]]:
    """Type, origin, destination and status of what a sentence about troops states, but for the garrison's."""
    made = facts(sentence + MORE)
    return [
        (f["type"], f.get("origin"), f.get("destination"), f["status"]) for f in made if f.get("place") != "Nairobi"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile announced the recall of 60 soldiers from Haiti.", ("withdrawal", "Haiti", None, "planned")),
        ("Fiji ordered the return of its 80 soldiers from Sinai.", ("withdrawal", "Sinai", None, "planned")),
        ("Fiji completed the return home of 80 soldiers from Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal took the last of its soldiers home from Haiti.", ("withdrawal", "Haiti", None, "completed")),
        ("Nepal will not bring back its soldiers from Haiti.", ("withdrawal", "Haiti", None, "denied")),
        ("Nepal redeployed a battalion out of Haiti.", ("withdrawal", "Haiti", None, "completed")),
        (
            "Chad completed the relocation of 300 soldiers from Kidal to Gao.",
            ("relocation", "Kidal", "Gao", "completed"),
        ),
        ("There are no plans for Nepalese troops to move from Kidal to Gao.", ("relocation", "Kidal", "Gao", "denied")),
        ("Chad is bringing the bulk of its troops from Kidal to Gao.", ("deployment", "Kidal", "Gao", "ongoing")),
    ],
)
def test_ways_of_leaving(sentence: str, expected: tuple[str, str | None, str | None, str]) -> None:
    assert first(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Nepal withdrew its soldiers from Haiti, there would be chaos.",
        "Had Nepal withdrawn its soldiers from Haiti, there would have been chaos.",
        "A Norwegian aid group has pulled out of Haiti.",
    ],
)
def test_nobody_has_left(sentence: str) -> None:
    assert first(sentence) == []


def test_a_move_that_is_judged_is_no_second_one() -> None:
    assert first("Nepal withdrew 300 soldiers from Haiti on Monday - a move that neighbours welcomed.") == [
        ("withdrawal", "Haiti", None, "completed")
    ]


def test_a_force_that_is_drawn_down_to_a_number_changes_its_level() -> None:
    made = facts("Nepal drew down its forces in Haiti to 600 last year.")
    assert [(f["type"], f["n"]) for f in made] == [("strength_change", (600, 600, "exact", "personnel"))]


def test_who_falls_back_is_not_dead() -> None:
    made = facts("More than 300 soldiers fell back from Kidal to Gao.")
    assert [f["n"] for f in made] == [(300, None, "at_least", "personnel")]


def test_up_to_a_number_is_no_level() -> None:
    made = facts("Japan brought up to 900 troops from Qatar to Oman.")
    assert [(f["type"], f["n"]) for f in made] == [("deployment", (None, 900, "at_most", "personnel"))]


def test_after_a_withdrawal_that_is_told_in_full() -> None:
    made = facts("Looting broke out after the departure of 300 Chadian soldiers from Kidal in March.")
    assert [(f["type"], f["origin"], f["dates"]) for f in made] == [
        ("withdrawal", "Kidal", ("2025-03-01", "2025-03-31"))
    ]


def test_prisoners_go_to_the_authorities_of_a_town() -> None:
    made = facts("The Chadian army handed over 40 detainees to the authorities in Timbuktu.")
    assert [(f["type"], f["destination"]) for f in made] == [("detainee_transfer", "Timbuktu")]


def test_a_day_behind_where_they_were_based_is_the_day_of_the_recall() -> None:
    made = facts("Senegal recalled hundreds of soldiers based in Benghazi last year.")
    assert [f["dates"] for f in made] == [("2024-01-01", "2024-12-31")]
