"""Sites that are named one by one, and ground that passes from one force to another."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract


def told(text: str, kind: str) -> set[tuple[str, str]]:
    found = [d for d in extract(text, date(2025, 6, 15)).drafts if d.type_code == kind]
    return {(d.actors[0], d.main_place.words if d.main_place is not None else "") for d in found}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Ugandan army has three bases across the border. They include a camp at Bunia and an airstrip at Mahagi.",
            {("UGA", "Bunia"), ("UGA", "Mahagi")},
        ),
        (
            "Ethiopian troops hold several positions in Somalia. Among them are Luuq and Dolow.",
            {("ETH", "Luuq"), ("ETH", "Dolow")},
        ),
        (
            "The Indian battalion is to be home by May. Goma and Bukavu are the bases that remain to it.",
            {("IND", "Goma"), ("IND", "Bukavu")},
        ),
        (
            "Russian soldiers are in Armenia. The 102nd military base consists of two garrisons: one in Gyumri and one in Yerevan.",
            {("RUS", "Gyumri"), ("RUS", "Yerevan")},
        ),
        (
            "Turkey keeps nine posts in Idlib, among them those at Morek and Saraqib.",
            {("TUR", "Morek"), ("TUR", "Saraqib")},
        ),
        (
            "The French army still has two garrisons in Chad: one in Abéché and one in Faya.",
            {("FRA", "Abéché"), ("FRA", "Faya")},
        ),
    ],
)
def test_a_force_is_at_each_of_its_sites_that_are_listed(text: str, wanted: set[tuple[str, str]]) -> None:
    assert wanted <= told(text, "presence")


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited three bases on Friday. They include Camp Bondsteel.",
        "The soldiers come from eleven states. They include 40 engineers from Goma.",
    ],
)
def test_what_is_no_force_s_site_is_not_listed(text: str) -> None:
    assert not told(text, "presence")


def test_a_complete_list_replaces_the_whole() -> None:
    text = "The French army still has two garrisons in Chad: one in Abéché and one in Faya."
    assert not told(text, "strength")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polish troops handed the province of Babil to Iraqi forces on Thursday.", {("POL", "Babil")}),
        ("Control of Kapisa was passed to Afghan soldiers by the French army in July.", {("FRA", "Kapisa")}),
        (
            "Dutch forces ended their work in Uruzgan and handed it over to the Australian army.",
            {("NLD", "Uruzgan")},
        ),
        (
            "New Zealand's troops are leaving Bamiyan this week. After that the Afghan army gets the base.",
            {("NZL", "Bamiyan")},
        ),
        ("The troops of Britain are in Kabul. The court handed the case to prosecutors in Kandahar.", set()),
        ("The soldiers handed the man to the police in Kandahar.", set()),
        ("Britain handed the islands to Mauritius after years of talks in London.", set()),
    ],
)
def test_ground_passes_from_force_to_force(text: str, wanted: set[tuple[str, str]]) -> None:
    assert told(text, "base_handover") == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The French flag came down at the camp in Abéché on Friday.", "base_closure"),
        ("The French flag came down at the camp in Abéché and that of Chad was raised.", "base_handover"),
    ],
)
def test_a_flag_that_comes_down_is_a_handover_where_another_rises(text: str, kind: str) -> None:
    assert {actor for actor, _ in told(text, kind)} == {"FRA"}
