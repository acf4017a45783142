"""Whose withdrawal is demanded, what a deal is that nobody ratified, and times told without a number."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("The U.S. Army brought a Patriot battery to Poland in March 2022. Moscow has repeatedly demanded its "
         "withdrawal.", "USA", "Poland"),
        ("Turkey keeps a tank company at Bashiqa in Iraq. Baghdad has long demanded its withdrawal.", "TUR",
         "Bashiqa"),
        ("A Russian battalion is stationed at Ochamchire. Georgia called for its removal.", "RUS", "Ochamchire"),
        ("Rwandan soldiers entered Goma in January. Kinshasa insists on their withdrawal.", "RWA", "Goma"),
    ],
)  # fmt: skip
def test_nobody_demands_his_own_withdrawal(text: str, who: str, where: str) -> None:
    found = [f for f in facts(text) if f["type"] == "withdrawal"]
    assert [(f["actors"], f["status"]) for f in found] == [({who}, "considered")]
    assert where in found[0]["origin"].mention.place.name


def test_what_is_ordered_or_announced_is_ones_own() -> None:
    text = "Chad has 1,200 soldiers at Gao in Mali. N'Djamena announced their withdrawal on Monday."
    assert not missing([{"type": "withdrawal", "actors": {"TCD"}}], [f for f in facts(text) if "origin" in f])


@pytest.mark.parametrize(
    "text",
    [
        "US soldiers are in Poland. Kyiv and Warsaw signed a defence pact last July, but the Rada has yet to ratify "
        "it.",
        "Its troops are on Luzon. Tokyo and Manila signed an access agreement last July, but the Diet has not yet "
        "ratified it.",
    ],
)
def test_a_pact_that_is_not_ratified_was_signed(text: str) -> None:
    found = [f for f in facts(text) if f["type"] == "agreement"]
    assert [(f["status"], f["dates"]) for f in found] == [("completed", ("2024-07-01", "2024-07-31"))]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The Turkish army left its post at Sinjar a few days ago.", ("2025-06-05", "2025-06-10")),
        ("Turkish soldiers left their post at Sinjar several weeks ago.", ("2025-05-01", "2025-05-29")),
        ("The French army plans to leave its base in Gao in three months' time.", ("2025-09-01", "2025-09-30")),
        ("The German army is to leave Kunduz in about 18 months' time.", ("2026-12-01", "2026-12-31")),
    ],
)
def test_some_days_ago_and_in_so_many_months(text: str, dates: tuple[str, str]) -> None:
    assert [f["dates"] for f in facts(text) if f["type"] == "withdrawal"] == [dates]


def test_what_runs_through_a_day_ends_on_the_next_one_of_that_date() -> None:
    text = "The drill Cold Response opened in Norway on April 21 and runs through May 9 with about 900 US soldiers."
    level = next(f for f in facts(text, date(2025, 4, 28)) if f["type"] == "strength")
    assert level["dates"] == ("", "2025-05-09")


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("The European Union has begun a military operation in Chad.", {"EU"}, "Chad"),
        ("Nato began its first military operation outside Europe in Afghanistan in August.", {"NATO"}, "Afghanistan"),
    ],
)
def test_an_operation_that_a_bloc_begins_is_a_mission(text: str, who: set[str], where: str) -> None:
    assert not missing([{"type": "mission_start", "actors": who, "place": where}], facts(text))


def test_an_operation_against_somebody_is_one_of_arms() -> None:
    found = facts("UN peacekeepers launched an operation against militiamen in Ituri on Sunday.")
    assert [f["type"] for f in found] == ["ground_operation"]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("About 7,000 troops from 33 countries make up the new force, Eufor, which inherits the mandate of the "
         "outgoing Nato force in Bosnia.", {"EU"}, "Bosnia"),
        ("Some 900 soldiers from nine states make up the new mission, MISCA, in Bangui.", {"AU"}, "Bangui"),
        ("The multinational battlegroup, which counts 1,700 troops from ten NATO countries, is in Adazi.", {"NATO"}, "Adazi"),
    ],
)  # fmt: skip
def test_those_who_make_up_a_force(text: str, who: set[str], where: str) -> None:
    assert not missing([{"type": "strength", "actors": who, "place": where}],
                       [f for f in facts(text) if f["type"] == "strength"])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Some 700 Turkish soldiers are in Somalia, mostly at the ports of Bosaso and Kismayo.",
         ["Bosaso", "Kismayo"]),
        ("Around 400 Canadian soldiers have arrived in Latvia, most of them engineers who are quartered in Riga and "
         "Valmiera.", ["Riga", "Valmiera"]),
        ("Britain has 1,000 soldiers in Kenya, mainly at Nanyuki and Archers Post.", ["Nanyuki", "Archers Post"]),
    ],
)  # fmt: skip
def test_where_most_of_them_are(text: str, where: list[str]) -> None:
    assert [str(f["place"]) for f in facts(text) if f["type"] == "presence"] == where


@pytest.mark.parametrize("name", ["S-For", "I-For"])
def test_missions_are_written_with_a_hyphen_too(name: str) -> None:
    found = facts(f"{name} soldiers raided a house in Pale in April.")
    assert [f["actors"] for f in found] == [{"NATO"}]
