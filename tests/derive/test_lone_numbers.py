"""Numbers without a noun: of whom the sentence before told, they count."""

from __future__ import annotations

import pytest

from .reading import facts

_LEAD = "Little is known about the Dutch soldiers in Bolivia. "


@pytest.mark.parametrize(
    "said, type_code, number",
    [
        ("For the moment 300 are there.", "strength", (300, 300)),
        ("Over 1,100 were in the country during the vote.", "strength", (1100, None)),
        ("There are thought to be between 200 and 250.", "strength", (200, 250)),
        ("Forty-two remain in the country.", "strength", (42, 42)),
        ("Officials put the figure at 640.", "strength", (640, 640)),
        ("A further 300 are to be flown in before the vote.", "deployment", (300, 300)),
        ("Another 300 are expected in July.", "deployment", (300, 300)),
        ("Some 240 more followed in March.", "deployment", (240, 240)),
        ("They were joined by another 120 in March.", "reinforcement", (120, 120)),
        ("More than 400 have since left.", "withdrawal", (400, None)),
    ],
)
def test_a_number_that_does_what_troops_do_counts_those_spoken_of(
    said: str, type_code: str, number: tuple[int, int | None]
) -> None:
    found = [(f["type"], f["actors"], f["n"][:2]) for f in facts(_LEAD + said)]
    assert found == [(type_code, {"NLD"}, number)]


@pytest.mark.parametrize(
    "said",
    [
        "Of the 41 schools 29 remain closed.",
        "Up to 300,000 live there if one believes the government.",
        "The base cost 300 million dollars.",
        "In 2013 there were floods.",
        "At Camp 188 stand some huts.",
    ],
)
def test_other_numbers_count_nobody(said: str) -> None:
    assert [f for f in facts(_LEAD + said) if "n" in f] == []


def test_each_number_has_the_place_before_it() -> None:
    found = facts("Nobody knows how many Dutch soldiers are abroad. In Bolivia there are 300; in Bangui, about 120.")
    assert {(f["place"], f["n"][0]) for f in found} == {("Bolivia", 300), ("Bangui", 120)}


def test_who_says_it_is_not_whose_they_are() -> None:
    found = facts("The Dutch soldiers in Gao are disputed. There are 240 soldiers there, the ministry says.")
    assert [f["actors"] for f in found] == [{"NLD"}]


def test_those_counted_in_a_country_as_a_whole_are_none_of_its_own() -> None:
    found = facts("Mr Obama said 10,000 troops would come home, which would leave some 68,000 in Afghanistan.")
    assert {f["n"][0]: f["actors"] for f in found} == {10000: {"USA"}, 68000: {"USA"}}
