"""Levels and changes of levels as reporters put them, whole sentences through the engine."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract


def _of(text: str, type_code: str) -> list[Draft]:
    return [d for d in extract(text, date(2020, 12, 31)).drafts if d.type_code == type_code]


def _count(d: Draft) -> tuple[int | None, int | None, str]:
    q = d.quantity or d.quantity_delta
    assert q is not None
    return q.low, q.high, q.unit


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kenyan army said that 300 to 400 fighters were holed up in the Boni forest.", "FIGHTERS"),
        ("The Iraqi general said there were about 1,500 militants in the Hamrin mountains.", "MILITANTS"),
    ],
)
def test_insurgents_are_no_state_s(text: str, actor: str) -> None:
    assert [d.actors for d in _of(text, "strength")] == [(actor,)]


@pytest.mark.parametrize(
    ("text", "old", "new", "unit"),
    [
        (
            "Italy's commitment to the force in Lebanon will draw down from 2,500 to 1,800 soldiers.",
            2500,
            1800,
            "personnel",
        ),
        ("The Security Council increased from 4,200 to 6,500 the number of troops in Abyei.", 4200, 6500, "personnel"),
        ("The number of Russian battalion tactical groups in Belarus rose from 60 to 83.", 60, 83, "units"),
        ("The joint Danish-Norwegian force in Kosovo will shrink from 800 to 550 soldiers.", 800, 550, "personnel"),
    ],
)
def test_a_level_and_the_one_before(text: str, old: int, new: int, unit: str) -> None:
    (found,) = _of(text, "strength_change")
    assert _count(found) == (new, new, unit)
    assert found.quantity_before is not None and found.quantity_before.low == old


def test_two_nations_joined_by_a_dash_have_one_force() -> None:
    (found,) = _of(
        "The joint Danish-Norwegian force in Kosovo will shrink from 800 to 550 soldiers.", "strength_change"
    )
    assert set(found.actors) == {"DNK", "NOR"}


@pytest.mark.parametrize(
    "text",
    [
        "3 brigade will be based in Kandahar.",
        "The war killed 20,000 people and sent 400,000 others fleeing to Chad.",
        "The prison at Hasakah holds 5,000 jihadists.",
        "The EU mission in Georgia has 30 local staff.",
        "The SDF guards 9,000 ISIS fighters in prisons in the northeast.",
    ],
)
def test_what_counts_no_force(text: str) -> None:
    assert not [d for d in extract(text, date(2020, 12, 31)).drafts if d.quantity is not None]


def test_troops_that_are_placed_somewhere_are_there() -> None:
    text = "Over 40,000 Indian troops are placed along the border with China."
    assert [_count(d) for d in _of(text, "strength")] == [(40000, None, "personnel")]


def test_a_level_that_is_to_be_is_planned() -> None:
    text = "By October 1 the French military presence in Chad is to be down to 500."
    assert [d.status for d in _of(text, "strength")] == ["planned"]


def test_a_time_of_comparison_is_not_the_fact_s() -> None:
    text = "That leaves about 9,000 Dutch soldiers in Afghanistan, as was the case in 2004."
    assert [d.date_start for d in _of(text, "strength")] == [date(2020, 12, 31)]


def test_police_are_counted_beside_a_mission_s_soldiers() -> None:
    text = "The UN mission in Haiti numbers 6,200 soldiers and 1,600 police."
    assert [_count(d)[0] for d in _of(text, "strength")] == [6200, 1600]
