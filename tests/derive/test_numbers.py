"""Records that a number makes: strengths, pairs, changes from and to, lines of a list."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import Fact, facts, missing


def exact(n: int, unit: str = "personnel") -> tuple[Any, ...]:
    return (n, n, "exact", unit)


def strength(place: str, n: tuple[Any, ...], actor: str, **more: Any) -> Fact:
    return {"type": "strength", "place": place, "n": n, "actors": {actor}, "status": "in_effect", **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 900 US troops are stationed in Syria.", strength("Syria", (900, 900, "about", "personnel"), "USA")),
        (
            "France keeps some 1,500 soldiers in Djibouti.",
            strength("Djibouti", (1500, 1500, "about", "personnel"), "FRA"),
        ),
        (
            "More than 2 500 Italian troops are deployed in Lebanon.",
            strength("Lebanon", (2500, None, "at_least", "personnel"), "ITA"),
        ),
        (
            "Up to 600 Turkish soldiers are based at Bashiqa.",
            strength("Bashiqa", (None, 600, "at_most", "personnel"), "TUR"),
        ),
        (
            "Between 200 and 250 Kenyan soldiers are in Haiti.",
            strength("Haiti", (200, 250, "range", "personnel"), "KEN"),
        ),
        (
            "Dozens of Russian instructors are in Bamako, Mali.",
            strength("Bamako", (12, None, "at_least", "personnel"), "RUS"),
        ),
        ("There are 1,700 Russian soldiers in Transnistria.", strength("Transnistria", exact(1700), "RUS")),
        ("Ten thousand American troops are stationed in Poland.", strength("Poland", exact(10000), "USA")),
        ("The UN mission has 13,000 peacekeepers in South Sudan.", strength("South Sudan", exact(13000), "UN")),
        (
            "A few hundred American soldiers are in Niger.",
            strength("Niger", (100, None, "at_least", "personnel"), "USA"),
        ),
        (
            "Germany has fewer than 100 soldiers in Niger.",
            strength("Niger", (None, 100, "at_most", "personnel"), "DEU"),
        ),
        (
            "Spain has no more than 40 soldiers in Gabon.",
            strength("Gabon", (None, 40, "at_most", "personnel"), "ESP"),
        ),
        ("Three British warships are in the Gulf of Oman.", strength("Gulf of Oman", exact(3, "ships"), "GBR")),
        ("The 1,200-strong battlegroup in Latvia is led by Canada.", strength("Latvia", exact(1200), "CAN")),
        ("In 2019 the United States had 14,000 troops in Afghanistan.", strength("Afghanistan", exact(14000), "USA")),
    ],
)
def test_strengths(text: str, wanted: Fact) -> None:
    assert missing([wanted], facts(text)) == []


def test_two_numbers_for_two_places_are_two_strengths() -> None:
    found = facts("The United States has 2,500 troops in Iraq and 900 in Syria.")
    assert missing([strength("Iraq", exact(2500), "USA"), strength("Syria", exact(900), "USA")], found) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Pentagon will reduce its troops in Syria from 2,000 to 1,400.",
            {"before": exact(2000), "n": exact(1400), "place": "Syria", "status": "planned"},
        ),
        (
            "The Pentagon cut its troops in Syria from about 2,000 to fewer than 1,000.",
            {
                "before": (2000, 2000, "about", "personnel"),
                "n": (None, 1000, "at_most", "personnel"),
                "status": "completed",
            },
        ),
    ],
)
def test_levels_before_and_after(text: str, wanted: Fact) -> None:
    assert missing([{"type": "strength_change", **wanted}], facts(text)) == []


def test_a_list_of_places_and_numbers_is_a_strength_each() -> None:
    text = "American troops in the Middle East, by country:\n• Kuwait: 13 000\n• Bahrain: 9,000\n• Syria: 900\n"
    wanted = [strength(p, exact(n), "USA") for p, n in (("Kuwait", 13000), ("Bahrain", 9000), ("Syria", 900))]
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The company has 3,000 employees in Poland.",
        "The army trained 300 officers last year in Kenya.",
        "Some 83 per cent of Poles back the army.",
        "Russian tourists spent 2,000 euros in Turkey.",
        "Iraq exported 3.4 million barrels of oil a day.",
    ],
)
def test_other_numbers_make_no_record(text: str) -> None:
    assert facts(text) == []
