"""What was true on day V, as known on day K, as held by instant H."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factory import AL_TANF, Ledger, quantity


@pytest.fixture
def ledger() -> Ledger:
    """900 until December 2024; 2,000 in December, told on the 19th and again in January; 1,400 in September 2025."""
    ledger = Ledger()
    ledger.record(ledger.article("2024-12-10", source="alpha"), how_many=900, attribution=("Pentagon",))
    december = {"how_many": quantity(2000, qualifier="about"), "dates": ("2024-12-01", "2024-12-31")}
    ledger.record(ledger.article("2024-12-19", source="bravo"), attribution=("Pentagon",), **december)
    ledger.record(ledger.article("2025-01-20", source="charlie"), attribution=("EUAA",), **december)
    ledger.record(ledger.article("2025-09-05", source="delta"), how_many=1400)
    return ledger


@pytest.mark.parametrize(
    ("valid", "known", "best", "origins"),
    [
        ("2024-12-10", "2024-12-10", 900, 1),
        ("2024-12-31", "2024-12-10", 900, 1),
        ("2024-12-31", "2024-12-19", 2000, 1),
        ("2024-12-10", "2024-12-31", 2000, 1),
        ("2024-12-31", "2025-02-01", 2000, 2),
        ("2025-12-31", "2025-02-01", 2000, 2),
        ("2025-12-31", "2025-12-31", 1400, 1),
        ("2024-12-31", "2025-12-31", 2000, 2),
    ],
)
def test_strength_as_of(ask, valid, known, best, origins):
    rows = ask("SELECT best, origin_count FROM strength_as_of(?, ?)", valid, known)
    assert [tuple(r.values()) for r in rows] == [(best, origins)]


@pytest.mark.parametrize(("valid", "known"), [("2024-11-30", "2025-12-31"), ("2025-12-31", "2024-12-09")])
def test_before_the_first_day_or_the_first_report_there_is_nothing(ask, valid, known):
    assert ask("FROM strength_as_of(?, ?)", valid, known) == []


def test_the_marts_are_the_macros_on_the_newest_day(ledger, ask):
    article = ledger.article("2025-10-01", source="echo")
    ledger.record(article, "base_closure", at=AL_TANF)
    ledger.record(article, "withdrawal", origin=AL_TANF, status="planned", dates=(None, "2026-01-01"))
    clock = ask("FROM stg_clock")[0]["known_on"]
    assert clock.isoformat() == "2025-10-01"
    for mart in ("strength", "bases"):
        assert ask(f"FROM {mart}") == ask(f"FROM {mart}_as_of(?, ?) ORDER BY ALL", clock, clock) != []
    assert ask("FROM commitments") == ask("FROM commitments_as_of(?)", clock) != []


def edited() -> Ledger:
    """A page edited in place: who looked before the edit knew the old number."""
    ledger = Ledger()
    for count, seen in ((3500, datetime(2025, 6, 1, 9, tzinfo=UTC)), (2500, datetime(2025, 6, 5, 9, tzinfo=UTC))):
        ledger.record(ledger.article("2025-06-01", source="alpha", page="p", retrieved=seen), how_many=count)
    return ledger


@pytest.mark.parametrize(("known", "best"), [("2025-06-01", 3500), ("2025-06-04", 3500), ("2025-06-05", 2500)])
def test_what_was_known_before_an_edit_stays_reproducible(ledger, ask, known, best):
    ledger.rows = edited().rows
    assert [r["best"] for r in ask("FROM strength_as_of('2025-12-31', ?)", known)] == [best]


@pytest.mark.parametrize(
    ("held", "best"),
    [("2025-06-01 08:00:00+00", []), ("2025-06-01 10:00:00+00", [3500]), ("2025-06-05 10:00:00+00", [2500])],
)
def test_held_at_leaves_what_this_ledger_had_archived(ledger, ask, held, best):
    ledger.rows = edited().rows
    rows = ask("FROM strength_as_of('2025-12-31', '2025-12-31', held_at := CAST(? AS TIMESTAMPTZ))", held)
    assert [r["best"] for r in rows] == best


def test_a_page_without_date_is_known_from_its_retrieval(ledger, ask):
    ledger.rows = Ledger().rows
    article = ledger.article(None, retrieved=datetime(2025, 6, 1, 23, 30, tzinfo=UTC))
    ledger.record(article, how_many=900, dates=("2024-01-01", "2024-01-31"))
    assert ask("FROM strength_as_of('2025-12-31', '2025-05-31')") == []
    assert len(ask("FROM strength_as_of('2025-12-31', '2025-06-01')")) == 1


def test_a_page_dated_after_its_retrieval_does_not_move_the_clock(ledger, ask):
    ledger.rows = Ledger().rows
    article = ledger.article("2062-06-01", retrieved=datetime(2025, 6, 1, tzinfo=UTC))
    ledger.record(article, how_many=900)
    assert ask("FROM stg_clock")[0]["known_on"].isoformat() == "2025-06-01"
