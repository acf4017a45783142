"""Who patrols: ships and aircraft that come into a state's airspace or waters, how many they are, and patrols of which
nothing says the place; and who is where beside those who are counted."""

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract


def _made(text: str) -> list[tuple[str, tuple[str, ...], str | None, int | None]]:
    return [(d.type_code, d.actors, _where(d), d.quantity.low if d.quantity else None) for d in _drafts(text)]


def _drafts(text: str) -> list[Draft]:
    return extract(text, date(2025, 3, 10)).drafts


def _where(d: Draft) -> str | None:
    return d.main_place.place.name if d.main_place else None


@pytest.mark.parametrize(
    ("text", "actors", "number"),
    [
        ("Three Russian MiG-31 fighters entered Estonian airspace on Friday.", ("RUS",), 3),
        ("Twelve Chinese warplanes crossed the median line of the Taiwan Strait on Sunday.", ("CHN",), 12),
        ("Four Russian bombers entered Japan's air defence identification zone on Tuesday.", ("RUS",), 4),
        ("Danish airspace was violated by two Russian Su-24 bombers near Bornholm.", ("RUS",), 2),
        ("A Russian reconnaissance plane breached Swedish airspace on Monday, the army said.", ("RUS",), None),
        ("Two Russian frigates entered Finnish territorial waters.", ("RUS",), 2),
        ("Two American destroyers sailed through the Taiwan Strait on Tuesday.", ("USA",), 2),
        ("Five Russian military vehicles made a patrol near Tel Tamr.", ("RUS",), 5),
    ],
)
def test_ships_and_aircraft_that_enter_a_states_space_patrol(
    text: str, actors: tuple[str, ...], number: int | None
) -> None:
    [(kind, who, where, count)] = _made(text)
    assert (kind, who, count) == ("patrol", actors, number)
    assert where is not None


@pytest.mark.parametrize(
    "text",
    [
        "None of the Chinese planes entered Korean airspace, the air force said.",
        "The airliner entered Iranian airspace, the air force said.",
        "A Russian drone entered Romanian airspace, the army said.",
    ],
)
def test_what_keeps_out_or_is_civil_does_not_patrol(text: str) -> None:
    assert _made(text) == []


def test_each_of_several_joined_counts_is_told() -> None:
    made = _made("12 Chinese ships and 40 aircraft crossed the median line of the Taiwan Strait on Sunday.")
    assert [(kind, count) for kind, _, _, count in made] == [("patrol", 12), ("patrol", 40)]


def test_a_patrol_that_a_named_force_makes_needs_no_place() -> None:
    assert _made("Norwegian soldiers have stepped up patrols.") == [("patrol", ("NOR",), None, None)]
    assert _made("The army said that more patrols were needed.") == []


def test_who_has_men_with_a_base_at_a_place_is_there_too() -> None:
    made = _made("Some 900 Kenyan soldiers are in Somalia, with a forward base at Dhobley.")
    assert made == [("strength", ("KEN",), "Somalia", 900), ("presence", ("KEN",), "Dhobley", None)]
