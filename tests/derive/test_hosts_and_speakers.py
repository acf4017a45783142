"""Whose land "the country" and "there" are, where a statesman speaks or a state has guests; with whom a host drills."""

from __future__ import annotations

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "The French left Manta in Ecuador. Colombian President Alvaro Uribe says that there will be no American "
            "base in the country.",
            "base_opening",
            "COL",
        ),
        (
            "Kenya's army closed its base at Kismayo in Somalia. Ethiopia's prime minister says that there will be no "
            "Egyptian base in the country.",
            "base_opening",
            "ETH",
        ),
        (
            "American marines stay in Guam. Peru's defense minister announced the deployment of 20,000 soldiers "
            "throughout the country.",
            "deployment",
            "PER",
        ),
        (
            "The US keeps jets in Puerto Rico. Venezuela's airspace is shut. Maduro's defence minister announced the "
            "deployment of 9,000 soldiers across the country.",
            "deployment",
            "VEN",
        ),
    ],
)
def test_a_statesman_speaks_of_his_own_country(text: str, type_code: str, where: str) -> None:
    found = next(f for f in facts(text) if f["type"] == type_code)
    place = found.get("place") or found["destination"]
    assert place.mention.place.country_code == where


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        (
            "Barbados, 160 km from the Venezuelan coast, received the frigate HMS Lancaster in May for two weeks of "
            "exercises.",
            {"BRB", "GBR"},
            "Barbados",
        ),
        ("Morocco received the destroyer USS Bulkeley in March for three days of manoeuvres.", {"MAR", "USA"},
         "Morocco"),
        ("Albania welcomed two Italian frigates in May for a week of drills.", {"ALB", "ITA"}, "Albania"),
        ("Grenada, 90 miles from Trinidad, said on Friday that U.S. Marines would train there.", {"USA"}, "Grenada"),
        ("Senegal, north of Guinea, said that Spanish commandos would train there in March.", {"ESP"}, "Senegal"),
    ],
)  # fmt: skip
def test_a_state_that_has_guests_for_a_drill(text: str, who: set[str], where: str) -> None:
    assert not missing([{"type": "exercise", "actors": who, "place": where}], facts(text))


def test_there_is_a_place_that_is_named_behind_the_saying() -> None:
    text = (
        "Poland said on Friday that American paratroopers would land at Rzeszow in May and that they would train there."
    )
    found = next(f for f in facts(text) if f["type"] == "exercise")
    assert found["place"].mention.place.name == "Rzeszów"
