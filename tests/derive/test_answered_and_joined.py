"""Levels told by the way: as an answer, of those who are joined, of those who are led; and counts that are none."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import Fact, facts, missing

_IN_MALI = "Danish soldiers went to Mali in 2013. "
_WENT: Fact = {"type": "deployment", "actors": {"DNK"}, "destination": "Mali"}


def _level(low: int, high: int, qualifier: str, unit: str, **more: object) -> Fact:
    return {"type": "strength", "n": (low, high, qualifier, unit), **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("How many French troops are in Chad?\n\nAbout 1,000, according to the army.", [_level(1000, 1000, "about", "personnel", place="Chad")]),
        ("How many Danish soldiers are there in Armenia?\n\nAround 300, by most estimates.", [_level(300, 300, "about", "personnel", place="Armenia")]),
        ("The Danish frigate Triton joined three French destroyers that were already in the Red Sea.", [_level(3, 3, "exact", "ships", actors={"FRA"}, place="Red Sea")]),
        ("Thai frigates joined two Indian destroyers that have been in the Gulf of Aden since May.", [_level(2, 2, "exact", "ships", actors={"IND"}, place="Gulf of Aden")]),
        ("Some 40 armoured carriers are at Gao, the French army said.", [_level(40, 40, "about", "vehicles", place="Gao")]),
        ("Ten years ago some 3,400 former Soviet servicemen were stationed in Moldova.", [_level(3400, 3400, "about", "personnel", actors={"RUS"})]),
    ],
)  # fmt: skip
def test_so_many_are_there(text: str, wanted: list[Fact]) -> None:
    found = [f for f in facts(text) if f["type"] == "strength"]
    assert missing(wanted, found) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were dozens of complaints of theft as well, few of which came before a court.",
        "The Danish armed forces are short about 1,600 people.",
        "The Danish army is 2,000 soldiers short.",
    ],
)
def test_no_level_is_told(text: str) -> None:
    assert missing([_WENT], facts(_IN_MALI + text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Canada has led a battle group in Latvia since 2017.", {"actors": {"CAN"}, "place": "Latvia", "dates": ("2017-01-01", "")}),
        ("Spain, which leads a multinational battle group in Slovakia, is happy.", {"actors": {"ESP"}, "place": "Slovakia"}),
        ("A handful of Danish soldiers will stay in Mali for two more weeks.", {"type": "mission_continuation", "actors": {"DNK"}, "place": "Mali", "status": "planned"}),
        ("A handful of officers will stay in Gao for two weeks, the Danish army said.", {"actors": {"DNK"}, "place": "Gao", "status": "planned"}),
    ],
)  # fmt: skip
def test_who_stays_or_leads(text: str, wanted: Fact) -> None:
    assert missing([{"type": "presence", **wanted}], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He ordered the contingent of 400 home on Tuesday.", {"status": "planned", "n": (400, 400, "exact", "personnel")}),
        ("The minister brought the force of 90 home in May.", {"status": "completed", "n": (90, 90, "exact", "personnel")}),
        ('A withdrawal "cannot be ruled out", the defence minister said.', {"status": "considered"}),
        ("The troops cannot be withdrawn before May, the minister said.", {"status": "denied"}),
    ],
)  # fmt: skip
def test_going_home(text: str, wanted: Fact) -> None:
    assert missing([_WENT, {"type": "withdrawal", "origin": "Mali", **wanted}], facts(_IN_MALI + text)) == []


def test_a_leaving_that_goes_on_is_more_than_camps_that_are_shut() -> None:
    found = facts(_IN_MALI + "The drawdown began on May 3, and two camps have been closed.", date(2024, 6, 12))
    wanted = {"type": "withdrawal", "status": "ongoing", "dates": ("2024-05-03", "2024-05-03")}
    assert missing([_WENT, wanted, {"type": "base_closure", "n": (2, 2, "exact", "bases")}], found) == []


def test_a_surname_behind_a_rank_is_no_place() -> None:
    text = "Denmark has two helicopters in Mali, one of which Flight Lieutenant Wales flies as a guest."
    assert {str(f.get("place")) for f in facts(text)} == {"Mali"}
