"""Input and expected rows of the mart `disputes`."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factory import SYRIA, quantity

PAIRS = "SELECT dispute_code, record_id, counter_record_id FROM disputes"


def pairs(ask):
    return [tuple(r.values()) for r in ask(PAIRS)]


def test_a_denial_that_names_its_claim(ledger, ask):
    article = ledger.article("2024-01-25", source="alpha")
    ledger.record(article, "withdrawal", id="claim", origin=SYRIA, status="considered", attribution=("Foreign Policy",))
    denied = {"status": "denied", "denies": "claim", "attribution": ("RIA", "Pentagon")}
    ledger.record(article, "withdrawal", id="denial", origin=SYRIA, quote="The report is wrong.", **denied)
    row = ask("FROM disputes")[0]
    assert (row["dispute_code"], row["match_code"], row["type_code"]) == ("denial", "named", "withdrawal")
    assert (row["record_id"], row["origin_source"]) == ("claim", "Foreign Policy")
    assert (row["counter_record_id"], row["counter_origin_source"]) == ("denial", "Pentagon")
    assert (row["counter_quote"], row["known_on"]) == ("The report is wrong.", date(2024, 1, 25))


def test_a_denial_finds_the_claim_of_another_article(ledger, ask):
    ledger.record(
        ledger.article("2024-01-24", source="alpha"), "withdrawal", id="claim", origin=SYRIA, status="considered"
    )
    ledger.record(
        ledger.article("2024-01-25", source="bravo"), "withdrawal", id="denial", origin=SYRIA, status="denied"
    )
    assert [tuple(r.values()) for r in ask("SELECT match_code, record_id FROM disputes")] == [("matched", "claim")]


def test_a_denial_does_not_find_what_differs_is_too_old_later_or_its_own(ledger, ask):
    early, late = ledger.article("2023-11-01", source="alpha"), ledger.article("2024-02-01", source="alpha")
    same = ledger.article("2024-01-24", source="alpha")
    ledger.record(early, "withdrawal", origin=SYRIA, status="considered")
    ledger.record(late, "withdrawal", origin=SYRIA, status="considered")
    ledger.record(same, "withdrawal", origin=SYRIA, status="considered", actors=("RUS",))
    ledger.record(same, "deployment", destination=SYRIA, status="considered")
    ledger.record(same, "withdrawal", origin=SYRIA, status="considered", attribution=("Pentagon",))
    ledger.record(same, "withdrawal", origin=SYRIA, status="considered", how_many=500)
    denial = {"status": "denied", "attribution": ("Pentagon",), "how_many": 2000}
    ledger.record(ledger.article("2024-01-25", source="bravo"), "withdrawal", id="denial", origin=SYRIA, **denial)
    rows = ask("SELECT match_code, record_id, counter_record_id FROM disputes")
    assert [tuple(r.values()) for r in rows] == [("none", None, "denial")]


def test_two_origins_that_exclude_each_other_are_a_conflict(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), id="a", how_many=900)
    ledger.record(ledger.article("2025-06-20", source="bravo"), id="b", how_many=quantity(2000, qualifier="about"))
    row = ask("FROM disputes")[0]
    assert (row["dispute_code"], row["low"], row["counter_low"], row["unit_code"]) == (
        "conflict",
        900,
        2000,
        "personnel",
    )
    assert (row["as_of_on"], row["counter_as_of_on"]) == (date(2025, 6, 1), date(2025, 6, 20))
    assert row["url"] and row["counter_url"] and row["quote"] and row["counter_quote"]


def test_compatible_bounds_other_times_other_places_and_copies_are_none(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha", id="a"), how_many=2000)
    ledger.record(ledger.article("2025-06-02", source="bravo"), how_many=quantity(900, None, "at_least"))
    ledger.record(ledger.article("2025-06-03", source="charlie"), how_many=quantity(2100, qualifier="about"))
    ledger.record(ledger.article("2024-06-01", source="delta"), how_many=900)
    ledger.record(ledger.article("2025-06-02", source="delta"), how_many=500, scope=("Marines",))
    assert pairs(ask) == []


def test_a_change_between_the_two_explains_them(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), how_many=2000)
    ledger.record(ledger.article("2025-06-10", source="bravo"), "strength_change", before=quantity(2000), how_many=1400)
    ledger.record(ledger.article("2025-06-20", source="charlie"), how_many=1400)
    assert pairs(ask) == []


def test_one_row_a_pair_of_origins_the_newest(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), id="a1", how_many=900)
    ledger.record(ledger.article("2025-06-02", source="bravo"), id="b1", how_many=2000)
    ledger.record(ledger.article("2025-06-05", source="alpha"), id="a2", how_many=900)
    assert pairs(ask) == [("conflict", "b1", "a2")]


def test_an_origin_that_gives_two_numbers_for_one_time_corrects_itself(ledger, ask):
    december = ("2024-12-01", "2024-12-31")
    pentagon = {"attribution": ("Pentagon",), "dates": december}
    ledger.record(ledger.article("2024-12-10", source="alpha"), id="old", how_many=900, **pentagon)
    ledger.record(ledger.article("2024-12-19", source="bravo"), id="new", how_many=2000, **pentagon)
    assert pairs(ask) == [("correction", "old", "new")]


def test_an_origin_that_gives_another_number_later_reports_a_change(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), how_many=900)
    ledger.record(ledger.article("2025-06-20", source="alpha"), how_many=2000)
    assert pairs(ask) == []


def test_a_text_that_says_it_corrects_is_a_correction(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), id="old", how_many=3500)
    notice = ledger.article("2025-06-03", source="alpha", title="Correction: troop number in Syria")
    ledger.record(notice, id="new", how_many=2500)
    assert pairs(ask) == [("correction", "old", "new")]


def test_a_notice_linked_to_its_article_is_a_correction_whoever_speaks_in_it(ledger, ask):
    old = ledger.article("2025-06-01", source="alpha", outlet="Alpha Online")
    ledger.record(old, id="old", how_many=3500, attribution=("Officials",))
    notice = ledger.article("2025-06-03", source="alpha", title="Troop number in Syria")
    ledger.record(notice, id="new", how_many=2500, attribution=("Pentagon",))
    assert pairs(ask) == [("conflict", "old", "new")]
    ledger.correct(notice, old)
    assert pairs(ask) == [("correction", "old", "new")]
    rows = ask("SELECT article_id, corrects_article_id, correction_code, corrected_by_article_id FROM stg_articles")
    assert {tuple(r.values()) for r in rows} == {
        (old, None, None, notice),
        (notice, old, "named_url", None),
    }


def test_a_new_version_of_the_page_is_a_correction(ledger, ask):
    for hour, count in ((1, 3500), (2, 2500)):
        seen = datetime(2025, 6, 1, hour, tzinfo=UTC)
        ledger.record(ledger.article("2025-06-01", page="p", retrieved=seen), id=f"v{hour}", how_many=count)
    assert pairs(ask) == [("correction", "v1", "v2")]


def test_a_correction_is_told_once_and_a_copy_disputes_nothing(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha", id="original"), id="original", how_many=900)
    ledger.record(ledger.article("2025-06-02", source="bravo", id="copy"), id="copy", how_many=900)
    ledger.reprint("copy", "original")
    ledger.record(ledger.article("2025-06-03", source="charlie"), id="other", how_many=2000)
    assert pairs(ask) == [("conflict", "original", "other")]
