"""Where forces sit, what they run and share, and small places that only those who hold them show to be places."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import facts

_AFTER = " The Chadian army had no comment."


def _told(text: str, type_code: str = "presence") -> list[tuple[tuple[str, ...], str]]:
    found = facts(text + _AFTER, date(2025, 6, 12))
    return [(tuple(sorted(f["actors"])), str(f.get("place"))) for f in found if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("Abeche has been the headquarters of French paratroopers since March.", "FRA", "Abeche"),
        ("Abeche serves as the main base of the French army in Chad.", "FRA", "Abeche"),
        ("Abeche airport is used by the Danish air force.", "DNK", "Abeche airport"),
        ("The camp at Abeche is shared with a Dutch company.", "NLD", "Abeche"),
        ("Dutch soldiers have their quarters in an old school in Abeche.", "NLD", "Abeche"),
        ("Dutch soldiers have been put up in a monastery near Abeche.", "NLD", "Abeche"),
        ("Abeche is where the Dutch battalion has its camp.", "NLD", "Abeche"),
        ("The Dutch camp lies a few kilometres from Abeche.", "NLD", "Abeche"),
        ("Dutch soldiers guard the cement works near Abeche.", "NLD", "Abeche"),
        ("Taliban fighters run Kurnaya, a village in Chad.", "TALIBAN", "Kurnaya"),
        ("Kurnaya remains in the hands of Taliban fighters.", "TALIBAN", "Kurnaya"),
    ],
)
def test_who_sits_where(text: str, who: str, where: str) -> None:
    assert [(a, p) for a, p in _told(text) if where in p] == [((who,), _told(text)[0][1])]


@pytest.mark.parametrize(
    "text",
    [
        "Hangars were put up at Abeche.",
        "Soldiers sleep in concrete bunkers in this season.",
        "Chad controls the gas market.",
        "Mercenaries are guarding the palace, a diplomat said.",
        "Guerrillas hold Emilia Torres.",
    ],
)
def test_what_is_no_seat(text: str) -> None:
    assert _told(text) == []


def test_towns_of_a_list_do_not_lie_in_one_another() -> None:
    told = _told("The Dutch contingent has bases at Abeche airport, Faya and Kurnaya.")
    assert len(told) == 3


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The new Dutch base in Abeche is due to be ready in September.", "planned"),
        ("The Dutch brigade will get its barracks in Abeche next month.", "planned"),
        ("The Dutch base in Abeche dates from 1996.", "completed"),
    ],
)
def test_a_base_comes_to_be(text: str, status: str) -> None:
    found = [f for f in facts(text + _AFTER) if f["type"] == "base_opening"]
    assert [f["status"] for f in found] == [status]


def test_a_base_is_put_forward_for_closure() -> None:
    found = facts("The Dutch base in Abeche has not been considered for closure." + _AFTER)
    assert [(f["type"], f["status"]) for f in found] == [("base_closure", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas control the prices in Abeche.",
        "The Dutch army held a parade in Abeche.",
        "Dutch soldiers guarded the ballot boxes in Abeche.",
        "Guerrillas share the loot with villagers in Abeche.",
        "Two Dutch soldiers are in hospital in Abeche.",
    ],
)
def test_what_is_held_is_ground(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The president visited Abeche, in eastern Chad. Dutch soldiers are stationed there.",
        "Abeche in Chad has changed little since Dutch soldiers were stationed there.",
        "In Abeche in Chad nothing has changed; Dutch soldiers are still there.",
    ],
)
def test_there_is_the_town_and_not_the_land_that_holds_it(text: str) -> None:
    assert ["Abeche" in where for _, where in _told(text)] == [True]
