"""Whose a warship is that only its name tells, to what a level is down, and what nobody disputes."""

from __future__ import annotations

import pytest

from posture import lexicon

from .reading import Fact, facts, missing

NAVIES = "Navies and armies moved warships and troops this week.\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The carrier Shandong exercised east of Luzon on Friday.",
            [{"type": "exercise", "actors": {"CHN"}, "place": "Luzon"}],
        ),
        (
            "The American carrier Ford is in the Mediterranean.\n\nThe carrier Charles de Gaulle is in the Red Sea.",
            [
                {"type": "presence", "actors": {"USA"}, "place": "the Mediterranean"},
                {"type": "presence", "actors": {"FRA"}, "place": "Red Sea"},
            ],
        ),
        (
            "India's frigate Tabar is off Salalah. The frigate Jamaran entered the Gulf of Aden on Monday.",
            [
                {"type": "presence", "actors": {"IND"}},
                {"type": "deployment", "actors": {"IRN"}, "destination": "Gulf of Aden"},
            ],
        ),
        (
            "The destroyers Izumo and Kaga arrived in Darwin on Monday.",
            [{"type": "deployment", "actors": {"JPN"}, "destination": "Darwin"}],
        ),
        (
            "Russia kept quiet. Its sister ship, the Kaga, sailed into the South China Sea on Monday.",
            [{"type": "deployment", "actors": {"JPN"}, "destination": "South China Sea"}],
        ),
    ],
)
def test_a_warships_name_tells_its_flag(text: str, wanted: list[Fact]) -> None:
    found = facts(NAVIES + text)
    assert not missing(wanted, found), found


def test_a_town_is_no_ship() -> None:
    found = facts(NAVIES + "Chinese troops left Fujian in May. A Danish frigate reached Canberra's port on Monday.")
    assert not [f for f in found if f["actors"] & {"AUS"}], found


def test_every_ship_has_one_flag_and_a_state() -> None:
    listed = [name for names in lexicon.load("ships.yaml").values() for name in names]
    assert len(listed) > 400
    assert sorted({n for n in listed if listed.count(n) > 1}) == []
    assert set(lexicon.load("ships.yaml")) <= set(lexicon.country_places())


@pytest.mark.parametrize(
    ("text", "actor", "place", "now", "before"),
    [
        ("American forces in Iraq are down from 170,000 in 2007 to 50,000.", "USA", "Iraq", 50_000, 170_000),
        ("American forces in Iraq are down to 50,000, from 170,000 in 2007.", "USA", "Iraq", 50_000, 170_000),
        ("The French contingent in Chad is now down to 1,000 men, from 2,500.", "FRA", "Chad", 1_000, 2_500),
        ("The UN force in Haiti was down to 2,400 by April, from 13,000.", "UN", "Haiti", 2_400, 13_000),
        ("German troops in Mali are up from 550 in 2016 to 1,000.", "DEU", "Mali", 1_000, 550),
        ("The Kenyan battalion in Dhobley is down to 400 men.", "KEN", "Dhobley", 400, None),
    ],
)
def test_to_what_a_level_is_down(text: str, actor: str, place: str, now: int, before: int | None) -> None:
    wanted: Fact = {"type": "strength_change", "actors": {actor}, "place": place, "status": "completed"}
    wanted["n"] = (now, now, "exact", "personnel")
    if before is not None:
        wanted["before"] = (before, before, "exact", "personnel")
    found = facts(text)
    assert not missing([wanted], found), found


def test_what_is_down_for_other_reasons_is_no_level() -> None:
    assert facts("The army's radar is down for repairs, and the 200 guards of the base are down with the flu.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody doubts that Russia moved missiles to Kaliningrad in May.",
        "Moscow does not dispute that it moved missiles to Kaliningrad in May.",
        "Few would question that Russia moved missiles to Kaliningrad in May.",
    ],
)
def test_what_is_not_disputed_is_done(text: str) -> None:
    wanted: Fact = {"type": "deployment", "actors": {"RUS"}, "destination": "Kaliningrad", "status": "completed"}
    found = facts(text)
    assert not missing([wanted], found), found


def test_what_is_disputed_is_denied() -> None:
    found = facts("Moscow disputed that it had moved missiles to Kaliningrad in May.")
    wanted: Fact = {"type": "deployment", "actors": {"RUS"}, "destination": "Kaliningrad", "status": "denied"}
    assert not missing([wanted], found), found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Russian forces have been observed moving artillery into Crimea since Friday.",
            {"type": "deployment", "actors": {"RUS"}, "destination": "Crimea", "status": "ongoing"},
        ),
        (
            "Azerbaijan was observed moving troops into Lachin.",
            {"type": "deployment", "actors": {"AZE"}, "destination": "Lachin", "status": "ongoing"},
        ),
        (
            "Israeli bulldozers have been filmed demolishing army posts near Quneitra.",
            {"type": "base_closure", "actors": {"ISR"}, "place": "Quneitra"},
        ),
    ],
)
def test_what_somebody_is_seen_doing(text: str, wanted: Fact) -> None:
    found = facts(text)
    assert not missing([wanted], found), found
