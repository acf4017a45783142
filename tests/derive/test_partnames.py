"""A great town of the gazetteer may be no more than the end of a longer name that no gazetteer knows."""

from __future__ import annotations

import pytest

from .reading import facts


def _where(text: str) -> set[str]:
    found = facts(f"The army and navy met.\n\n{text}")
    return {str(f[slot]) for f in found for slot in ("place", "origin", "destination") if slot in f}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ethiopian soldiers left Buur Cali and Ceel Dheer in Somalia on Monday.", {"Buur Cali", "Ceel Dheer"}),
        ("Malian soldiers came under attack at Tin Santiago on Friday.", {"Tin Santiago"}),
        ("Chadian soldiers were sent to Bir Medan and Faya on Sunday.", {"Bir Medan", "Faya"}),
        ("Kenyan soldiers came under attack at Warjo Quito on Monday.", {"Warjo Quito"}),
    ],
)
def test_the_end_of_a_longer_name(text: str, where: set[str]):
    assert _where(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Colombian soldiers were sent to Puerto Cali on Friday, the army in Bogota said.", {"Puerto Cali"}),
        ("On Monday 200 soldiers were sent to Cali, the Colombian army said.", {"Cali"}),
        ("Italy sent 90 soldiers to Greater Karachi on Friday.", {"Karachi"}),
        ("On Friday Lima sent 90 soldiers to Iquitos, the Peruvian army said.", {"Iquitos"}),
    ],
)
def test_the_town_itself(text: str, where: set[str]):
    assert {w.removeprefix("Greater ") for w in _where(text)} == where


def test_no_country_comes_in_by_such_a_name():
    """The rest of the list lies where the text plays, not where the town of the gazetteer does."""
    text = (
        "Kenyan troops are leaving Somalia.\n\nKenya's army has handed over the bases at Xaaji Cali, Mirtiquo and Gherille "
        "to the Somali army."
    )
    handed = [f["place"].mention.place.country_code for f in facts(text) if f["type"] == "base_handover"]
    assert len(handed) == 3 and set(handed) <= {None, "SOM"}
