"""Whither what is promised goes, whence nobody goes, a ship that has left again, and the strength of a whole army."""

from __future__ import annotations

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "status", "where"),
    [
        ("Germany promised the Lithuanians a brigade of 4,800 men.", "planned", "Lithuania"),
        ("Paris offered the Romanians a battalion.", "considered", "Romania"),
        ("Denmark has offered Latvia a battalion of 800 soldiers.", "considered", "Latvia"),
        ("Turkey offered 300 soldiers to Somalia.", "considered", "Somalia"),
    ],
)
def test_troops_are_promised_to_a_country(text: str, status: str, where: str) -> None:
    assert not missing([{"type": "deployment", "status": status, "destination": where}], facts(text))


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Britain has 900 soldiers in Estonia, to which it will send 12 tanks by July.", {"GBR"}, "Estonia"),
        ("Britain leads a battlegroup in Estonia, to which it has sent 12 tanks.", {"GBR"}, "Estonia"),
        ("Spain has 600 men in Slovakia, to which Czech units were deployed in May.", {"CZE"}, "Slovakia"),
    ],
)
def test_to_which_more_are_sent(text: str, who: set[str], where: str) -> None:
    sent = [f for f in facts(text) if f["type"] != "strength" and "destination" in f]
    assert not missing([{"type": "deployment", "actors": who, "destination": where}], sent)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Foreign fighters have been in Libya since 2019. Libya's army said that it would send home 300 of the foreign "
         "fighters in Libya, which it owed to a request from Algeria.", "Libya"),
        ("Ghana pulled its soldiers out of Liberia under pressure from Guinea.", "Liberia"),
    ],
)  # fmt: skip
def test_a_request_from_a_land_is_no_leaving_of_it(text: str, where: str) -> None:
    assert [str(f["origin"]) for f in facts(text) if f["type"] == "withdrawal"] == [where]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("France sent the frigate Aconit to Cyprus in May. The ship has since left.", "FRA", "Cyprus"),
        ("Britain sent the patrol ship HMS Trent to Guyana for drills. The ship has already left.", "GBR", "Guyana"),
        ("Two Spanish jets landed in Estonia in May. The jets have since departed.", "ESP", "Estonia"),
    ],
)
def test_a_ship_that_was_told_of_has_left(text: str, who: str, where: str) -> None:
    found = [f for f in facts(text) if f["type"] == "withdrawal"]
    assert [(f["actors"], str(f["origin"]), f["status"]) for f in found] == [({who}, where, "completed")]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers searched a ferry in Aden in May. The ferry has already left.",
        "A US destroyer docked at Durban in May. The minister has since left.",
    ],
)
def test_others_leave_unnoticed(text: str) -> None:
    assert all(f["type"] != "withdrawal" for f in facts(text))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Brazil has sent tanks to Boa Vista. Guyana's own Defence Force counts about 3,400 members.", "GUY"),
        ("Brazil has sent tanks to Boa Vista. The Guyana Defence Force has about 3,400 members.", "GUY"),
        ("Rwanda's troops stay in Goma. Botswana's Defence Force numbers some 9,000 soldiers.", "BWA"),
    ],
)
def test_a_whole_defence_force_is_at_home(text: str, where: str) -> None:
    level = next(f for f in facts(text) if f["type"] == "strength")
    assert level["place"].mention.place.country_code == where


def test_ceasefire_monitors_of_the_un_are_its_own() -> None:
    text = (
        "Turkey keeps drones at al-Watiya in Libya. Its soldiers train Libyan troops. A first group of 10 UN ceasefire "
        "monitors reached Tripoli in October, and 50 more are to follow."
    )
    assert [f["actors"] for f in facts(text) if f["type"] == "deployment"] == [{"UN"}, {"UN"}]
