"""Whose soldiers serve in a mission, and where that is."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "who", "where", "n"),
    [
        ("Ghana has 870 soldiers in UNIFIL.", "GHA", "Lebanon", 870),
        ("Nepal keeps 120 soldiers in the UN mission in South Sudan.", "NPL", "South Sudan", 120),
        ("Another 120 Danish soldiers serve in the NATO mission in Kosovo.", "DNK", "Kosovo", 120),
        ("Norway supports MONUSCO with 90 soldiers.", "NOR", "Democratic Republic of the Congo", 90),
    ],
)
def test_who_serves_in_a_mission_is_in_its_land(text: str, who: str, where: str, n: int) -> None:
    (fact,) = facts(text)
    assert (fact["type"], fact["actors"], fact["place"], fact["n"][0]) == ("strength", {who}, where, n)


def test_each_count_has_the_mission_that_it_follows() -> None:
    found = facts("Kenya's biggest contingents are in UNIFIL, with 462 soldiers, and in MONUSCO, with 120 soldiers.")
    assert {(f["place"], f["n"][0]) for f in found} == {("Lebanon", 462), ("Democratic Republic of the Congo", 120)}
    assert all(f["actors"] == {"KEN"} for f in found)


def test_a_place_in_the_missions_land_says_more_than_the_mission() -> None:
    (fact,) = facts("Ghana has 870 soldiers in UNIFIL at Naqoura.")
    assert fact["place"] == "Naqoura"


def test_a_bracket_behind_a_mission_counts_those_who_serve_in_it() -> None:
    found = facts("Irish troops serve in UNIFIL (462) and in MONUSCO (34).")
    assert [(f["actors"], f["n"][0]) for f in found] == [({"IRL"}, 462), ({"IRL"}, 34)]


@pytest.mark.parametrize(
    "text", ["Two of the four Kenyan battalions stay in Gao.", "Two of four Kenyan frigates remain off Kismayo."]
)
def test_of_a_whole_only_the_part_is_there(text: str) -> None:
    (fact,) = facts(text)
    assert fact["n"][:2] == (2, 2)


def test_fishing_boats_told_as_a_part_are_no_force() -> None:
    assert not facts("Only five of 12 Chinese fishing boats remain inside the Scarborough Shoal.")


def test_a_number_that_drops_sets_nobody_down() -> None:
    (fact,) = facts("The move drops the number of US combat brigades in Iraq from 19 to 18.")
    assert fact["type"] == "strength_change"
