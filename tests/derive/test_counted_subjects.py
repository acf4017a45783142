"""Numbers in a row that each leave a place: "another 25 left Timbuktu in April, and 12 left Kidal on Tuesday"."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "French soldiers are leaving Mali.\n\nA group of 26 soldiers left Gao in March, another 25 left Timbuktu in "
            "April, and 12 left Kidal on Tuesday.",
            {("Gao", 26), ("Timbuktu", 25), ("Kidal", 12)},
        ),
        (
            "Kenyan soldiers are leaving Somalia.\n\nSome 300 men left Dhobley in May and another 200 left Afmadow in "
            "June.",
            {("Dhobley", 300), ("Afmadow", 200)},
        ),
        (
            "Chadian soldiers are leaving Mali.\n\nSome 40 left Ber in May, 25 left Tessalit a week later, and 60 left "
            "Aguelhok on Sunday.",
            {("Ber", 40), ("Tessalit", 25), ("Aguelhok", 60)},
        ),
    ],
)
def test_each_leaves_a_place_of_its_own(text: str, left: set[tuple[str, int]]):
    counted = [f for f in facts(text) if f["type"] == "withdrawal" and "n" in f]
    assert {(str(f["origin"]), f["n"][0]) for f in counted} == left


def test_those_left_behind_have_not_left():
    text = "French soldiers are in Mali.\n\nThe 25 left behind in Kidal will stay there, the army said."
    assert not [f for f in facts(text) if f["type"] == "withdrawal"]
