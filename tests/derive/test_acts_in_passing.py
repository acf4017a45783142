"""Acts of arms told in passing: at arm's length, beside their dead, by their targets, as a plan."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts

_NONE: dict[str, Any] = {}


def _one(text: str) -> dict[str, Any]:
    found = facts(text)
    assert len(found) <= 1, found
    return found[0] if found else _NONE


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Thai jets bombed what the army called a rebel camp near Pattani on Monday.", "Pattani", "2025-06-09"),
        (
            "Thai guns shelled what officers described as rebel positions near Pattani on Monday.",
            "Pattani",
            "2025-06-09",
        ),
        ("Thai drones hit what was believed to be a rebel depot near Pattani on Monday.", "Pattani", "2025-06-09"),
    ],
)
def test_what_is_named_at_arms_length_is_hit(text: str, place: str, day: str) -> None:
    found = _one(text)
    assert (found["type"], place in found["place"], found["dates"]) == ("strike", True, (day, day))


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian jets took off from Incirlik and bombed an IS camp near Derna on Monday.",
        "Egyptian jets came in low over Derna on Monday and bombed an IS camp.",
        "Egyptian helicopters hovered over Derna on Monday, firing on IS fighters below.",
        "Egyptian jets appeared over Derna on Monday and bombed an IS camp on its outskirts.",
    ],
)
def test_a_flight_that_ends_in_a_strike_is_one_strike_where_it_falls(text: str) -> None:
    found = _one(text)
    assert (found["type"], found["place"]) == ("strike", "Derna")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A Turkish assault on Amedi against the PKK is among the options, officials said.", "considered"),
        ("Turkish commanders have drawn up plans to clear Amedi of PKK fighters.", "planned"),
        ("There are no plans for a Turkish ground offensive in Amedi.", "denied"),
        ("There has been no Turkish ground operation in Amedi, the army said.", "denied"),
    ],
)
def test_an_operation_that_has_not_come_about(text: str, status: str) -> None:
    found = _one(text)
    assert (found["type"], found["status"], found["actors"]) == ("ground_operation", status, {"TUR"})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Boko Haram men surprised Nigerian soldiers near Bama on Monday and killed nine of them.", 9),
        ("A Nigerian army post near Bama was hit on Monday, with nine soldiers dead.", 9),
        ("A barracks of the Nigerian army at Bama was struck on Monday, and nine soldiers died, officials said.", 9),
    ],
)
def test_the_dead_told_beside_an_attack(text: str, count: int) -> None:
    found = _one(text)
    assert (found["type"], found["n"][:2], found["dates"][0]) == ("attack_on_force", (count, count), "2025-06-09")


@pytest.mark.parametrize(
    "text",
    [
        "A firefight broke out near Tibú on Monday while Colombian troops were looking for ELN guerrillas.",
        "Colombian soldiers came across ELN guerrillas near Tibú on Monday and a gunfight followed.",
        "Colombian soldiers were fighting in the streets of Tibú.",
    ],
)
def test_a_fight_has_its_sides_in_its_sentence(text: str) -> None:
    found = _one(text)
    assert (found["type"], found["place"], found["actors"]) == ("ground_operation", "Tibú", {"COL"})


def test_several_targets_and_answers_are_several_facts() -> None:
    found = facts("Targets of the Saudi air raids on Monday included a Houthi camp near Marib and a depot near Harad.")
    assert {(f["type"], f["place"]) for f in found} == {("strike", "Marib"), ("strike", "Harad")}
    found = facts(
        "Houthi fighters fired mortars at a Saudi base near Marib on Monday; the army answered with artillery."
    )
    assert {(f["type"], f["place"]) for f in found} == {("attack_on_force", "Marib"), ("strike", "Marib")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels set free four Kenyan soldiers on Monday.",
        "Rockets fell on hills near the Kenyan border, farmers said.",
        "Kenyan frigates can be kept going for longer, the admiral said.",
    ],
)
def test_what_only_sounds_like_an_act_is_none(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] in {"detainee_transfer", "attack_on_force"}]


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram fighters killed nine Nigerian soldiers near Damboa on Monday and four more near Bama.",
        "Nine Nigerian soldiers were killed by Boko Haram fighters near Damboa on Monday, and four near Bama.",
    ],
)
def test_the_dead_of_two_places_are_two_attacks(text: str) -> None:
    found = {(f["type"], f["place"], f["n"][0]) for f in facts(text)}
    assert found == {("attack_on_force", "Damboa", 9), ("attack_on_force", "Bama", 4)}


def test_enemy_forces_are_not_ones_own() -> None:
    found = _one("Enemy forces attacked the German field camp at Kunduz with rockets on Monday.")
    assert (found["type"], found["actors"]) == ("attack_on_force", {"DEU"})


def test_nobody_comes_from_where_he_goes() -> None:
    found = _one("A Congolese battalion moved into Dungu on Monday to keep the rebels from the town.")
    assert (found["destination"], found.get("origin")) == ("Dungu", None)
