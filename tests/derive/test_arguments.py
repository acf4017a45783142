"""Slots of a fact: who, against whom, where from and where to, and what short forms mean."""

from __future__ import annotations

import pytest

from .reading import Fact, facts


def only(text: str, type_code: str) -> Fact:
    found = [f for f in facts(text) if f["type"] == type_code]
    assert len(found) == 1, facts(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "type_code", "actors"),
    [
        ("France withdrew its troops from Chad.", "withdrawal", {"FRA"}),
        ("French troops were withdrawn from Chad.", "withdrawal", {"FRA"}),
        ("Niger ordered French troops to leave the country.", "withdrawal", {"FRA"}),
        ("French troops left Niger.", "withdrawal", {"FRA"}),
        ("Rwandan soldiers entered Goma.", "deployment", {"RWA"}),
        ("Soldiers from Burundi were sent to South Kivu.", "deployment", {"BDI"}),
        ("The Pentagon sent 1,000 marines to Kuwait.", "deployment", {"USA"}),
        ("Ankara sent 200 soldiers to Idlib.", "deployment", {"TUR"}),
        ("A US-led coalition convoy entered Hasakah.", "deployment", {"COALITION"}),
        ("US forces and the SDF raided a house in Raqqa.", "ground_operation", {"USA", "SDF"}),
        ("Japanese and Philippine warships held a joint exercise in the South China Sea.", "exercise", {"JPN", "PHL"}),
        ("Four Indian soldiers were killed in an ambush in Kupwara.", "attack_on_force", {"IND"}),
        ("Russia and Togo signed a military cooperation agreement.", "agreement", {"RUS", "TGO"}),
    ],
)
def test_actors(text: str, type_code: str, actors: set[str]) -> None:
    assert only(text, type_code)["actors"] == actors


@pytest.mark.parametrize(
    ("text", "type_code", "against"),
    [
        ("Turkish artillery shelled SDF positions near Ain Issa.", "strike", {"SDF"}),
        ("The US military carried out 12 strikes on Houthi targets in Hodeidah.", "strike", {"HOUTHI"}),
        ("France handed its base in Abidjan to the Ivorian army.", "base_handover", {"CIV"}),
        ("The US handed over the Al-Tanf base to the Syrian army.", "base_handover", {"SYR"}),
        ("French troops left Niger.", "withdrawal", set()),
    ],
)
def test_counterparties(text: str, type_code: str, against: set[str]) -> None:
    assert only(text, type_code)["against"] == against


@pytest.mark.parametrize(
    ("text", "type_code", "slots"),
    [
        ("The US moved 150 soldiers from Jordan to Erbil.", "relocation", {"origin": "Jordan", "destination": "Erbil"}),
        (
            "Russia is relocating aircraft from Hmeimim to Libya.",
            "relocation",
            {"origin": "Hmeimim", "destination": "Libya"},
        ),
        ("French troops left Faya-Largeau.", "withdrawal", {"origin": "Faya-Largeau"}),
        ("Israeli forces pulled out of southern Lebanon.", "withdrawal", {"origin": "southern Lebanon"}),
        (
            "Ugandan soldiers entered the town of Bunagana in North Kivu province.",
            "deployment",
            {"destination": "Bunagana"},
        ),
        ("US forces withdrew from the Tal Baydar base in Hasakah province.", "withdrawal", {"origin": "Tal Baydar"}),
        ("Australia has sent 100 soldiers to the Solomon Islands.", "deployment", {"destination": "Solomon Islands"}),
        ("Turkey opened a military base in Mogadishu in 2017.", "base_opening", {"place": "Mogadishu"}),
    ],
)
def test_places(text: str, type_code: str, slots: dict[str, str]) -> None:
    found = only(text, type_code)
    given = {s: found[s] for s in ("place", "origin", "destination") if s in found}
    assert set(given) == set(slots)
    assert all(name in given[slot] for slot, name in slots.items()), given


def test_an_enumeration_of_places_is_a_record_each() -> None:
    found = facts("Russian troops are deployed in Tartus, Latakia and Qamishli.")
    assert [(f["type"], f["place"]) for f in found] == [
        ("presence", "Tartus"),
        ("presence", "Latakia"),
        ("presence", "Qamishli"),
    ]


def test_its_troops_are_those_of_the_force_before() -> None:
    found = facts("Kenya sent soldiers to Haiti. Its troops are based in Port-au-Prince.")
    assert [f["actors"] for f in found] == [{"KEN"}, {"KEN"}]


def test_the_base_is_the_site_named_before() -> None:
    text = "American soldiers were stationed at the Koniko base for years. On Monday US troops left the base."
    (found,) = [f for f in facts(text) if f["type"] == "withdrawal"]
    assert "Koniko" in found["origin"]


def test_a_place_that_only_the_text_implies_is_said_to_be_inferred() -> None:
    from .reading import read

    text = "American soldiers were stationed at the Koniko base for years. On Monday US troops left the base."
    (draft,) = [d for d in read(text).drafts if d.type_code == "withdrawal"]
    assert draft.is_place_inferred
