"""News of Asia and the Pacific: rotations, shared bases, islands without armies of their own."""

from __future__ import annotations

import pytest

from derive.reading import facts


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Turkey, whose base in Mogadishu houses 300 soldiers, is to stay.", {"TUR"}, "Mogadishu"),
        ("Russia, whose base in Gyumri hosts 3,000 soldiers, said it would stay.", {"RUS"}, "Gyumri"),
        ("Turkey's base in Mogadishu houses 300 soldiers.", {"TUR"}, "Mogadishu"),
    ],
)
def test_a_guests_own_base_holds_its_own_troops(text: str, who: set[str], where: str) -> None:
    strengths = [f for f in facts(text) if f["type"] == "strength"]
    assert [(f["actors"], f["place"]) for f in strengths] == [(who, where)]


@pytest.mark.parametrize(
    ("text", "slot", "where"),
    [
        ("Across the Taiwan Strait, China has stationed missiles in Fujian province.", "place", "Fujian province"),
        ("Across the Amu Darya, Uzbekistan has deployed two battalions in Termez.", "destination", "Termez"),
    ],
)
def test_what_lies_between_is_not_where_it_is(text: str, slot: str, where: str) -> None:
    assert [f[slot] for f in facts(text)] == [where]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("About 105 Marines have been moved to Guam so far.", {"USA"}),
        ("Some 900 soldiers are stationed in Greenland.", {"DNK"}),
        ("About 300 soldiers were flown to New Caledonia after the riots.", {"FRA"}),
    ],
)
def test_a_land_without_an_army_has_another_states_soldiers(text: str, who: set[str]) -> None:
    assert [f["actors"] for f in facts(text)] == [who]
