"""Lists whose lines open with a date, and other entries: sections, boxes, places told in two steps."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.text import sentences

from .reading import facts, missing


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("3 May 2014 – Danish troops leave.", "3 May 2014 –"),
        ("• March 2011: Danish troops arrive.", "• March 2011:"),
        ("2009 - Danish troops arrive.", "2009 -"),
        ("In 2009 Danish troops arrived.", ""),
        ("Gao: closed.", ""),
    ],
)
def test_dates_that_open_lines(line: str, label: str) -> None:
    found = sentences(f"{line}\n2020: Nothing happens.\n2021: Nothing happens.")[1][0]
    assert found.is_dated == bool(label)
    assert (line[: found.tokens[found.label - 1].end] if found.is_dated else "") == label


def test_a_single_date_before_a_colon_is_no_chronicle() -> None:
    assert not sentences("2014: Danish troops leave Kabul.")[1][0].is_dated


@pytest.mark.parametrize(
    "text",
    [
        "Danes in Mali\n\n2014: Danish soldiers arrive in Gao.\nMay 2019: Danish army hands over its base in Kidal.",
        "Danes in Mali\n\n2014\nDanish soldiers arrive in Gao.\nMay 2019\nDanish army hands over its base in Kidal.",
    ],
)
def test_a_chronicle_tells_in_the_present_what_is_past(text: str) -> None:
    wanted = [
        {"type": "deployment", "status": "completed", "destination": "Gao", "dates": ("2014-01-01", "2014-12-31")},
        {"type": "base_handover", "status": "completed", "place": "Kidal", "dates": ("2019-05-01", "2019-05-31")},
    ]
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "actor", "place", "n"),
    [
        ("Danish troops abroad\n\nIraq\n- Camp Lund: 120 soldiers\n- Erbil: 45 soldiers", "DNK", "Erbil", 45),
        ("The Danish contingent in Iraq\n\nTask: training\nBase: Erbil\nTroops: 45", "DNK", "Erbil", 45),
        ("Danish troops are abroad. There are 45 Danish soldiers in Iraq, at Erbil.", "DNK", "Erbil", 45),
        ("Danish troops abroad:\n- Iraq: 45 soldiers at Erbil.\n- Mali: 60 soldiers.", "DNK", "Erbil", 45),
        ("Danish troops abroad\n\nPlace | Soldiers\nRiga, Latvia | 45*\nMALI | 60 [2]", "DNK", "Riga", 45),
        ("The Danish army is abroad. One of its companies, 45 soldiers, is in Erbil.", "DNK", "Erbil", 45),
    ],
)
def test_where_an_entry_says_that_forces_are(text: str, actor: str, place: str, n: int) -> None:
    found = [f for f in facts(text) if f["type"] == "strength" and f["n"][0] == n]
    assert [(f["actors"], place in f["place"]) for f in found] == [({actor}, True)]


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        (
            "Danish units that moved\n\nUnit | From | To\n3rd Battalion | Gao | Kidal\n1st Company | Ber | Gao",
            "Gao",
            "Kidal",
        )
    ],
)
def test_moves_in_a_table(text: str, origin: str, destination: str) -> None:
    first = facts(text)[0]
    assert (first["type"], first["origin"], first["destination"]) == ("relocation", origin, destination)


def test_levels_now_and_as_planned() -> None:
    text = "Danish troops abroad\n\nPlace | Current | Planned\nMali | 90 | 20\nIraq | 60 | 0"
    assert [(f["n"][0], f["status"]) for f in facts(text) if f["place"] == "Mali"] == [
        (90, "in_effect"),
        (20, "planned"),
    ]
