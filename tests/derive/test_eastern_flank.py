"""What copy on garrisons in Europe says: who is left there, who goes in May, what a semicolon parts, places in lands."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

_DAY = date(2025, 3, 10)


def told(text: str) -> set[tuple[str, str]]:
    """Types with the name of the main place."""
    return {(d.type_code, d.main_place.place.name if d.main_place else "") for d in extract(text, _DAY).drafts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Britain will leave its tanks at Adana.", ("presence", "Adana")),
        ("Rome is to leave a company in Latvia, its army said.", ("presence", "Latvia")),
        ("Denmark's air force sent two F-16s to Lithuania and will keep them in Kaunas.", ("presence", "Kaunas")),
    ],
)
def test_what_is_left_somewhere_stays_there(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)
    assert "withdrawal" not in {t for t, _ in told(text)}


def test_whom_soldiers_hold_is_no_force_of_theirs() -> None:
    assert not told("The army detained six smugglers near Agadez and kept them in the camp.")


@pytest.mark.parametrize(
    ("text", "day", "status"),
    [
        ("Spanish troops are leaving Latvia in May.", date(2025, 5, 1), "planned"),
        ("A new army base opens in Kaunas in May.", date(2025, 5, 1), "planned"),
        ("Poland is sending 500 soldiers to Latvia this week.", date(2025, 3, 10), "ongoing"),
    ],
)
def test_what_goes_on_in_a_month_to_come_is_planned(text: str, day: date, status: str) -> None:
    assert [(d.date_start, d.status) for d in extract(text, _DAY).drafts] == [(day, status)]


def test_a_territory_is_what_a_text_is_about() -> None:
    text = "Denmark sends soldiers to Greenland\n\nDenmark has sent 100 soldiers to Nuuk.\n\nNorway sent 20 soldiers."
    assert ("deployment", "Greenland") in told(text)


def test_an_invasion_that_only_dates_something_is_no_operation() -> None:
    text = "The battlegroup has trained in Latvia since Russia's full-scale invasion of Ukraine in 2022."
    assert "ground_operation" not in {t for t, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The US Army opened its first garrison in Poland in Poznan in March.", {("base_opening", "Poznań")}),
        ("Canada has 1,900 soldiers in Latvia near Riga.", {("strength", "Riga")}),
        ("Tensions over Milorad Dodik rose in Bosnia; the soldiers left on Monday.", {("withdrawal", "")}),
    ],
)
def test_of_a_land_and_a_town_in_it_the_town_is_meant(text: str, wanted: set[tuple[str, str]]) -> None:
    assert {(t, p) for t, p in told(text) if p != "Bosnia and Herzegovina"} <= wanted
    assert not {p for _, p in told(text)} & {"Milorad Dodik", "Poland", "Latvia"}


def test_a_semicolon_parts_two_facts() -> None:
    text = "Ireland sent 130 soldiers to Kosovo in January; they will stay until autumn."
    found = next(d for d in extract(text, _DAY).drafts if d.type_code == "deployment")
    assert found.quantity is not None
    assert (found.quantity.low, found.status) == (130, "completed")


def test_a_level_told_beside_a_month_is_no_timetable() -> None:
    text = "That brings the strength of the garrison in Riga to some 20,000 soldiers, against 8,000 in April."
    assert {d.status for d in extract(text, _DAY).drafts} == {"ongoing"}


def test_a_colon_parts_two_facts() -> None:
    text = "For the first time Dutch troops are there: 300 of them, with 30 tanks, came by rail to Rukla."
    found = [d for d in extract(text, _DAY).drafts if d.type_code == "deployment"]
    assert [d.quantity.low for d in found if d.quantity is not None] == [300]


def test_who_is_on_the_way_out_does_not_come() -> None:
    text = "The 300 French soldiers in Chad are on their way out: convoys left Faya on Monday."
    assert {d.type_code for d in extract(text, _DAY).drafts} == {"withdrawal"}
