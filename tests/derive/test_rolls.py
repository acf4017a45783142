"""Rolls of levels behind a colon, and words for about how many."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    "roll",
    [
        "British troops abroad on 1 February: Germany 20,370; Cyprus 3,340; Bosnia 1,920.",
        "At 1 February these numbers of British Army personnel were serving overseas: Germany 20,370, Cyprus 3,340 and "
        "Bosnia 1,920.",
        "British soldiers are abroad in three countries: Germany (20,370), Cyprus (3,340), Bosnia (1,920).",
    ],
)
def test_a_roll_of_lands_gives_one_state_a_level_in_each(roll: str) -> None:
    found = {(f["place"], f["n"][0]) for f in facts(roll) if f["actors"] == {"GBR"} and f["type"] == "strength"}
    assert found == {("Germany", 20370), ("Cyprus", 3340), ("Bosnia", 1920)}


@pytest.mark.parametrize(
    "roll",
    [
        "About 2,100 peacekeepers are in Liberia: 1,500 Nigerians, 250 Ghanaians and 130 Malians.",
        "The main contributors to the force in Liberia: Nigeria (1,500 soldiers), Ghana (250) and Mali (130).",
    ],
)
def test_a_roll_of_states_gives_each_its_level_in_one_land(roll: str) -> None:
    found = {(*f["actors"], f["place"], f["n"][0]) for f in facts(roll) if f["type"] == "strength"}
    assert found == {("NGA", "Liberia", 1500), ("GHA", "Liberia", 250), ("MLI", "Liberia", 130)}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed in the war so far: Kenya 120, Burundi 340.",
        "The Russian soldiers in Tajikistan have three camps: in Dushanbe, in Kulob and in the hills.",
    ],
)
def test_losses_and_sites_are_no_roll(text: str) -> None:
    assert [f for f in facts(text) if f["type"] == "strength"] == []


@pytest.mark.parametrize(
    "words, bounds",
    [
        ("barely 500", (500, 500, "about")),
        ("maybe 60", (60, 60, "about")),
        ("a good 400", (400, 400, "about")),
        ("something like 900", (900, 900, "about")),
        ("no fewer than 1,400", (1400, None, "at_least")),
    ],
)
def test_words_for_about_how_many(words: str, bounds: tuple[int, int | None, str]) -> None:
    assert [f["n"][:3] for f in facts(f"The Kenyan contingent in Mali numbers {words}.")] == [bounds]


def test_what_is_short_of_a_plan_is_no_level() -> None:
    assert [
        f for f in facts("UN troops are in Dili. The force is still some 13,000 short of its ceiling.") if "n" in f
    ] == []
