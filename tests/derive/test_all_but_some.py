"""What is left out of a whole, what a body of troops counts, and what a place's clause says on its own."""

from __future__ import annotations

import pytest

from .reading import facts, missing


@pytest.mark.parametrize(
    ("text", "where", "status"),
    [
        ("Britain has closed all but one of its bases in Iraq.", "Iraq", "completed"),
        ("The US has closed all but a corner of Camp Bondsteel.", "Camp Bondsteel", "completed"),
        ("The Americans plan to shut all but two of their outposts in Somalia.", "Somalia", "planned"),
        ("All but three of the Russian bases in Syria were dismantled in May.", "Syria", "completed"),
        ("The French army closed all but two bases in Niger last year.", "Niger", "completed"),
    ],
)
def test_all_but_one_of_the_bases_are_closed(text: str, where: str, status: str) -> None:
    found = facts(text)
    assert not missing([{"type": "base_closure", "place": where, "status": status}], found)
    assert "n" not in found[0]


def test_those_who_do_not_leave_are_not_counted_as_leaving() -> None:
    found = facts("All but 200 of the Ethiopian soldiers left Somalia in March.")
    assert not missing([{"type": "withdrawal", "origin": "Somalia", "actors": {"ETH"}}], found)
    assert "n" not in found[0]


@pytest.mark.parametrize(
    ("text", "where", "size"),
    [
        ("At one time 3,000 Russian soldiers served in Gyumri in Armenia.", "Gyumri", (3000, 3000)),
        ("Camp Bondsteel is a base where at one time 5,000 American soldiers were living.", "Bondsteel", (5000, 5000)),
        ("The French contingent at Gao at one time numbered up to 300.", "Gao", (None, 300)),
    ],
)
def test_at_one_time_is_no_number(text: str, where: str, size: tuple[int | None, int]) -> None:
    level = next(f for f in facts(text) if f["type"] == "strength")
    assert where in level["place"]
    assert level["n"][:2] == size


@pytest.mark.parametrize(
    "text",
    [
        "The helicopters left Kidal in Mali. The detachment numbered 60.",
        "French jets flew from N'Djamena in Chad. The garrison once numbered about 1,000.",
        "Italian drones are at Kuwait City. The contingent numbers 160.",
    ],
)
def test_a_body_of_troops_numbers_men(text: str) -> None:
    assert [f["n"][3] for f in facts(text) if f["type"] == "strength"] == ["personnel"]


def test_what_goes_from_where_they_stay_has_its_own_time() -> None:
    text = "France keeps 350 men at Libreville in Gabon, from where it will withdraw its last jets by May 2026."
    wanted = [
        {"type": "strength", "place": "Libreville", "dates": ("2025-06-12", "2025-06-12")},
        {"type": "withdrawal", "origin": "Libreville", "status": "planned", "dates": ("", "2026-05-31")},
    ]
    assert not missing(wanted, facts(text))


@pytest.mark.parametrize(
    ("text", "where", "status"),
    [
        ("The US is to remove the detainees from Guantanamo Bay by January.", "Guantanamo Bay", "planned"),
        ("Iraqi soldiers removed 150 detainees from Al-Hol in May.", "Al-Hol", "completed"),
    ],
)
def test_detainees_are_removed(text: str, where: str, status: str) -> None:
    assert not missing([{"type": "detainee_transfer", "origin": where, "status": status}], facts(text))


def test_a_state_whose_government_leaves_an_alliance() -> None:
    text = "Uzbekistan, whose president froze its membership of the CSTO in 2012, sends no observers."
    wanted = {"type": "agreement", "actors": {"UZB"}, "dates": ("2012-01-01", "2012-12-31")}
    assert not missing([wanted], [f for f in facts(text) if f["type"] == "agreement"])
