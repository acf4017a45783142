"""Input and expected rows of the mart `commitments`."""

from __future__ import annotations

from datetime import date

import pytest

from factory import AL_TANF, IRAQ, SYRIA, place, quantity

DUE = (None, "2025-09-30")
OUTCOME = "SELECT outcome_code, outcome_on, is_overdue FROM commitments"


def outcome(ask):
    rows = ask(OUTCOME)
    assert len(rows) == 1, rows
    return tuple(rows[0].values())


def plan(ledger, type_code="withdrawal", **slots):
    slots = {"origin": SYRIA, "status": "planned", "dates": DUE, **slots}
    return ledger.record(ledger.article("2025-01-10", source="alpha"), type_code, **slots)


def test_an_open_plan_before_its_day(ledger, ask):
    plan(ledger)
    row = ask("FROM commitments")[0]
    assert (row["outcome_code"], row["is_overdue"], row["announced_on"]) == ("open", False, date(2025, 1, 10))
    assert (row["due_on"], row["outcome_record_id"], row["country_code"]) == (date(2025, 9, 30), None, "SYR")


def test_silence_after_its_day_is_open_and_overdue_never_kept(ledger, ask):
    plan(ledger)
    ledger.article("2025-12-01")
    assert outcome(ask) == ("open", None, True)


def test_the_day_on_which_an_undated_text_was_fetched_makes_nothing_overdue(ledger, ask):
    plan(ledger)
    ledger.article(None)
    assert outcome(ask) == ("open", None, False)


@pytest.mark.parametrize(("done", "code"), [("2025-09-20", "kept"), ("2025-09-30", "kept"), ("2025-10-05", "late")])
def test_kept_up_to_its_day_and_late_after_it(ledger, ask, done, code):
    plan(ledger)
    ledger.record(ledger.article(done, source="bravo"), "withdrawal", id="done", origin=SYRIA)
    row = ask("FROM commitments")[0]
    assert (row["outcome_code"], row["outcome_on"].isoformat(), row["outcome_record_id"]) == (code, done, "done")
    assert (row["outcome_url"], row["outcome_quote"]) == (
        "https://bravo.test/article-2",
        ask("FROM stg_evidence WHERE record_id = 'done'")[0]["quote"],
    )


def test_a_force_still_there_after_the_day_breaks_the_plan(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-11-01", source="bravo"), how_many=900)
    assert outcome(ask) == ("broken", date(2025, 11, 1), False)


def test_a_force_of_zero_does_not_break_it(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-11-01", source="bravo"), how_many=0)
    assert outcome(ask)[0] == "open"


def test_done_late_after_it_was_seen_broken_is_late(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-11-01", source="bravo"), "presence")
    ledger.record(ledger.article("2026-02-01", source="bravo"), "withdrawal", origin=SYRIA)
    assert outcome(ask) == ("late", date(2026, 2, 1), False)


def test_leaving_one_base_does_not_keep_a_plan_for_the_country(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-08-01", source="bravo"), "withdrawal", origin=AL_TANF)
    ledger.record(ledger.article("2025-08-02", source="bravo"), "withdrawal", origin=SYRIA, how_many=500)
    assert outcome(ask)[0] == "open"


def test_part_of_a_number_does_not_keep_it_and_the_whole_does(ledger, ask):
    plan(ledger, how_many=1000)
    ledger.record(ledger.article("2025-08-01", source="bravo"), "withdrawal", origin=SYRIA, how_many=400)
    assert outcome(ask)[0] == "open"


def test_a_number_reached_keeps_it(ledger, ask):
    plan(ledger, how_many=quantity(1000, qualifier="about"))
    ledger.record(ledger.article("2025-08-01", source="bravo"), "withdrawal", origin=SYRIA, how_many=950)
    assert outcome(ask)[0] == "kept"


def test_handing_a_base_over_keeps_a_plan_to_leave_it_and_not_the_reverse(ledger, ask):
    plan(ledger, origin=AL_TANF)
    plan(ledger, "base_handover", origin=None, at=place("Rmelan", "SYR", "base", site="rmelan"))
    article = ledger.article("2025-08-01", source="bravo")
    ledger.record(article, "base_handover", at=AL_TANF, counterparties=("SYR",))
    ledger.record(article, "withdrawal", origin=place("Rmelan", "SYR", "base", site="rmelan"))
    rows = ask("SELECT place_name, outcome_code FROM commitments ORDER BY 1")
    assert [tuple(r.values()) for r in rows] == [("Al-Tanf", "kept"), ("Rmelan", "open")]


def test_a_planned_level_is_kept_by_a_level_within_its_bounds(ledger, ask):
    plan(ledger, "strength", origin=None, at=IRAQ, how_many=quantity(None, 2000, "at_most"))
    ledger.record(ledger.article("2025-09-15", source="bravo"), at=IRAQ, how_many=1800)
    assert outcome(ask)[0] == "kept"


def test_a_planned_level_is_broken_by_one_beyond_them_after_its_day(ledger, ask):
    plan(ledger, "strength", origin=None, at=IRAQ, how_many=quantity(None, 2000, "at_most"))
    ledger.record(ledger.article("2025-09-15", source="bravo"), at=IRAQ, how_many=2500)
    ledger.record(ledger.article("2025-10-15", source="bravo"), at=IRAQ, how_many=2500)
    assert outcome(ask)[:2] == ("broken", date(2025, 10, 15))


def test_a_mission_that_goes_on_after_its_end_breaks_the_plan(ledger, ask):
    plan(ledger, "mission_end", origin=None, at=IRAQ, actors=("COALITION",))
    ledger.record(
        ledger.article("2025-10-15"), "mission_continuation", at=IRAQ, actors=("COALITION",), status="ongoing"
    )
    assert outcome(ask)[0] == "broken"


def test_a_deal_is_kept_by_all_its_parties(ledger, ask):
    plan(ledger, "agreement", origin=None, at=SYRIA, actors=("SDF",), counterparties=("TUR",), dates=(None, None))
    deal = {"type_code": "agreement", "at": SYRIA, "counterparties": ("SDF",)}
    ledger.record(ledger.article("2025-03-10"), actors=("SYR",), **deal)
    assert outcome(ask)[0] == "open"
    ledger.record(ledger.article("2025-03-11"), actors=("TUR",), **deal)
    assert outcome(ask)[:2] == ("kept", date(2025, 3, 11))


@pytest.mark.parametrize(("held", "code"), [("2025-03-01", "kept"), ("2026-03-01", "open")])
def test_an_exercise_without_a_day_is_kept_only_by_one_that_comes_soon(ledger, ask, held, code):
    plan(ledger, "exercise", origin=None, at=IRAQ, dates=(None, None))
    ledger.record(ledger.article(held), "exercise", at=IRAQ)
    assert outcome(ask)[0] == code


def test_an_act_of_before_the_announcement_keeps_nothing(ledger, ask):
    ledger.record(ledger.article("2024-01-01", source="bravo"), "withdrawal", origin=SYRIA)
    plan(ledger)
    assert outcome(ask)[0] == "open"


def test_a_plan_told_by_many_is_one_row_and_the_firmest_tells_it(ledger, ask):
    plan(ledger, id="weighed", status="considered")
    ledger.record(
        ledger.article("2025-02-01", source="bravo"),
        "withdrawal",
        id="ordered",
        origin=SYRIA,
        status="planned",
        dates=DUE,
    )
    ledger.record(
        ledger.article("2025-03-01", source="charlie"), "withdrawal", origin=SYRIA, status="considered", dates=DUE
    )
    row = ask("FROM commitments")[0]
    assert (row["status_code"], row["record_id"], row["origin_count"], row["claim_count"]) == (
        "planned",
        "ordered",
        3,
        3,
    )
    assert row["announced_on"] == date(2025, 1, 10)


def test_a_denied_plan_stays_a_plan_and_is_marked(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-01-12", source="bravo"), "withdrawal", origin=SYRIA, status="denied")
    row = ask("FROM commitments")[0]
    assert (row["outcome_code"], row["is_disputed"]) == ("open", True)


def test_what_was_known_of_a_plan_on_an_earlier_day(ledger, ask):
    plan(ledger)
    ledger.record(ledger.article("2025-10-05", source="bravo"), "withdrawal", origin=SYRIA)
    sql = "SELECT outcome_code, is_overdue FROM commitments_as_of(DATE '{}')"
    assert ask(sql.format("2025-01-09")) == []
    assert [tuple(r.values()) for r in ask(sql.format("2025-10-01"))] == [("open", True)]
    assert [tuple(r.values()) for r in ask(sql.format("2025-10-05"))] == [("late", False)]
