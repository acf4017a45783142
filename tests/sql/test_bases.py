"""Input and expected rows of the mart `bases`."""

from __future__ import annotations

from datetime import date

import pytest

from factory import AL_TANF, SYRIA, place, quantity

STATE = "status_code, holder_code, previous_holder_code, previous_status_code, changed_on"


def state(ask, sql=f"SELECT {STATE} FROM bases"):
    rows = ask(sql)
    assert len(rows) == 1, rows
    return tuple(rows[0].values())


@pytest.mark.parametrize(
    ("type_code", "status", "expected"),
    [
        ("base_opening", "completed", ("open", "USA", None)),
        ("base_opening", "ongoing", ("opening", "USA", None)),
        ("base_opening", "planned", ("planned", None, None)),
        ("base_opening", "considered", ("considered", None, None)),
        ("base_closure", "completed", ("closed", None, "USA")),
        ("base_closure", "ongoing", ("closing", "USA", None)),
        ("base_closure", "planned", ("open", "USA", None)),
        ("base_handover", "completed", ("handed_over", "SYR", "USA")),
        ("base_handover", "ongoing", ("handing_over", "USA", None)),
        ("presence", "in_effect", ("open", "USA", None)),
    ],
)
def test_one_claim_gives_status_holder_and_previous_holder(ledger, ask, type_code, status, expected):
    ledger.record(ledger.article(), type_code, at=AL_TANF, status=status, counterparties=("SYR",))
    assert state(ask)[:3] == expected


def test_a_base_that_changed_hands_keeps_its_history(ledger, ask):
    ledger.record(ledger.article("2024-01-01"), "presence", at=AL_TANF, id="seen")
    ledger.record(
        ledger.article("2025-02-01"), "base_closure", at=AL_TANF, status="planned", dates=(None, "2026-03-01")
    )
    ledger.record(ledger.article("2026-02-11"), "base_handover", at=AL_TANF, counterparties=("SYR",), id="handed")
    row = ask("FROM bases")[0]
    assert (row["status_code"], row["previous_status_code"]) == ("handed_over", "open")
    assert (row["holder_code"], row["previous_holder_code"]) == ("SYR", "USA")
    assert (row["changed_on"], row["record_id"], row["site_code"]) == (date(2026, 2, 11), "handed", "al-tanf")
    assert [(h["status_code"], h["holder_code"], h["record_id"]) for h in row["history"]] == [
        ("open", "USA", "seen"),
        ("handed_over", "SYR", "handed"),
    ]
    assert row["intended_status_code"] is None, "the plan of before is overtaken"


def test_leaving_and_moving_in_is_a_change_of_holder(ledger, ask):
    article = ledger.article("2026-02-11")
    ledger.record(article, "presence", at=AL_TANF, dates=(None, None))
    ledger.record(article, "withdrawal", origin=AL_TANF)
    ledger.record(article, "deployment", actors=("SYR",), destination=AL_TANF, at=None)
    assert state(ask) == ("open", "SYR", "USA", "vacated", date(2026, 2, 11))


def test_a_departure_in_part_or_under_way_does_not_empty_a_base(ledger, ask):
    ledger.record(ledger.article("2025-01-01"), "presence", at=AL_TANF)
    ledger.record(ledger.article("2025-02-01"), "withdrawal", origin=AL_TANF, how_many=100)
    ledger.record(ledger.article("2025-03-01"), "withdrawal", origin=AL_TANF, status="ongoing")
    assert state(ask)[:2] == ("open", "USA")


def test_the_old_force_leaving_after_a_handover_does_not_empty_it(ledger, ask):
    ledger.record(ledger.article("2026-02-11"), "base_handover", at=AL_TANF, counterparties=("SYR",))
    ledger.record(ledger.article("2026-02-15"), "withdrawal", origin=AL_TANF)
    ledger.record(ledger.article("2026-02-16"), "deployment", actors=("SYR",), destination=AL_TANF, at=None)
    ledger.record(ledger.article("2026-02-17"), "presence", actors=("SYR",), at=AL_TANF)
    assert state(ask)[:3] == ("handed_over", "SYR", "USA")


def test_a_force_seen_at_a_closed_base_reopens_it(ledger, ask):
    ledger.record(ledger.article("2025-01-01"), "base_closure", at=AL_TANF)
    ledger.record(ledger.article("2025-05-01"), "presence", at=AL_TANF)
    assert state(ask) == ("open", "USA", None, "closed", date(2025, 5, 1))


def test_being_seen_again_is_no_change(ledger, ask):
    for published in ("2025-01-01", "2025-02-01"):
        ledger.record(ledger.article(published), "presence", at=AL_TANF)
    row = ask("FROM bases")[0]
    assert (row["changed_on"], row["as_of_on"], row["claim_count"]) == (None, date(2025, 2, 1), 2)


def test_origins_of_the_present_status_are_counted_and_copies_are_not(ledger, ask):
    for source in ("alpha", "bravo"):
        ledger.record(ledger.article("2025-01-01", source=source, id=source), "base_closure", at=AL_TANF)
    ledger.record(ledger.article("2025-01-01", source="charlie", id="copy"), "base_closure", at=AL_TANF)
    ledger.reprint("copy", "alpha")
    row = ask("FROM bases")[0]
    assert (row["origin_count"], row["claim_count"]) == (2, 2)


def test_a_plan_that_nothing_overtook_is_shown_beside_the_status(ledger, ask):
    ledger.record(ledger.article("2025-01-01"), "presence", at=AL_TANF)
    ledger.record(
        ledger.article("2025-02-01"), "base_handover", at=AL_TANF, status="planned", dates=(None, "2025-09-30")
    )
    row = ask("SELECT status_code, intended_status_code, intended_on FROM bases")[0]
    assert tuple(row.values()) == ("open", "handed_over", date(2025, 9, 30))


def test_a_denied_closure_closes_nothing_and_marks_the_claim(ledger, ask):
    ledger.record(ledger.article("2025-02-01", source="alpha"), "base_closure", at=AL_TANF, id="claim")
    ledger.record(ledger.article("2025-02-02", source="bravo"), "base_closure", at=AL_TANF, status="denied")
    row = ask("FROM bases")[0]
    assert (row["record_id"], row["is_disputed"], row["claim_count"]) == ("claim", True, 1)


def test_a_denial_alone_is_no_base(ledger, ask):
    ledger.record(ledger.article(), "base_closure", at=AL_TANF, status="denied")
    assert ask("FROM bases") == []


def test_a_town_is_a_base_only_once_a_base_in_it_was_claimed(ledger, ask):
    hasaka = place("Hasaka", "SYR", "settlement")
    ledger.record(ledger.article("2025-01-01"), "presence", at=hasaka)
    assert ask("FROM bases") == []


def test_a_base_in_a_town_takes_in_what_is_said_of_the_town(ledger, ask):
    hasaka = place("Hasaka", "SYR", "settlement")
    ledger.record(ledger.article("2025-01-01"), "base_opening", at=hasaka)
    ledger.record(ledger.article("2025-06-01"), "withdrawal", origin=hasaka)
    assert state(ask)[:3] == ("vacated", None, "USA")


def test_counted_bases_without_names_are_one_row_a_country(ledger, ask):
    three = quantity(3, unit="bases")
    ledger.record(ledger.article("2025-06-01"), "base_closure", at=SYRIA, how_many=three)
    row = ask("FROM bases")[0]
    assert (row["place_name"], row["base_count"], row["status_code"]) == (None, 3, "closed")


def test_bases_known_by_a_plan_alone_keep_their_count(ledger, ask):
    three = quantity(3, unit="bases")
    ledger.record(ledger.article("2025-06-01"), "base_closure", at=SYRIA, how_many=three, status="planned")
    row = ask("FROM bases")[0]
    assert (row["base_count"], row["status_code"], row["intended_status_code"]) == (3, "open", "closed")


def test_names_of_one_site_are_gathered(ledger, ask):
    ledger.record(ledger.article("2025-01-01"), "presence", at={**AL_TANF, "aliases": ["At Tanf"]})
    ledger.record(ledger.article("2025-01-02"), "presence", at={**AL_TANF, "name": "Tanf garrison"})
    row = ask("FROM bases")[0]
    assert row["aliases"] == ["Al-Tanf", "At Tanf", "Tanf garrison"]
    assert (row["latitude"], row["precision_code"]) == (33.5, "exact")


def test_bases_as_of_a_day_and_a_state_of_knowledge(ledger, ask):
    ledger.record(ledger.article("2024-01-01"), "presence", at=AL_TANF)
    ledger.record(ledger.article("2025-06-10"), "base_closure", at=AL_TANF, dates=("2025-06-01", "2025-06-01"))
    sql = f"SELECT {STATE} FROM bases_as_of(DATE '{{}}', DATE '{{}}')"
    assert state(ask, sql.format("2025-06-05", "2025-06-05"))[0] == "open"
    assert state(ask, sql.format("2025-06-05", "2025-06-10"))[0] == "closed"
    assert state(ask, sql.format("2025-05-31", "2025-06-10"))[0] == "open"
    assert ask("FROM bases_as_of(DATE '2023-12-31', DATE '2023-12-31')") == []
