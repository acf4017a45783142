"""Input and expected rows of the mart `strength`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from factory import AL_TANF, IRAQ, place, quantity

FIGURES = "low, best, high, quantity_state_code AS state, origin_count AS origins"


def only(rows: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(rows) == 1, rows
    return rows[0]


def test_one_claim_is_low_best_and_high_with_its_evidence(ledger, ask):
    article = ledger.article("2025-03-01", source="alpha")
    ledger.record(article, how_many=900, attribution=("US official", "Pentagon"), quote="There are 900.")
    row = only(ask("FROM strength"))
    assert (row["low"], row["best"], row["high"]) == (900, 900, 900)
    assert (row["force_code"], row["country_code"], row["place_name"], row["scope"]) == ("USA", "SYR", None, None)
    assert (row["as_of_on"], row["origin_count"], row["claim_count"]) == (date(2025, 3, 1), 1, 1)
    assert (row["quote"], row["url"], row["outlet"]) == ("There are 900.", "https://alpha.test/article-1", "Alpha")
    assert (row["origin_source"], row["is_disputed"]) == ("Pentagon", False)


def test_five_outlets_with_one_origin_are_one_origin(ledger, ask):
    for source in ("alpha", "bravo", "charlie", "delta", "echo"):
        ledger.record(ledger.article(source=source), how_many=900, attribution=("reuters ",))
    row = only(ask("FROM strength"))
    assert (row["origin_count"], row["claim_count"]) == (1, 5)


def test_reprints_fall_back_on_the_original_even_where_they_drop_the_attribution(ledger, ask):
    original = ledger.article("2025-06-01", id="original", source="alpha", origin="AFP")
    ledger.record(original, id="first", how_many=900)
    for source in ("bravo", "charlie"):
        copy = ledger.article("2025-06-02", id=f"copy-{source}", source=source)
        ledger.record(copy, how_many=900)
        ledger.reprint(copy, original)
    row = only(ask("FROM strength"))
    assert (row["origin_count"], row["claim_count"], row["origin_source"]) == (1, 3, "AFP")
    assert row["record_id"] == "first"


def test_a_reprint_without_its_twin_still_counts_under_the_originals_origin(ledger, ask):
    ledger.article("2025-06-01", id="original", source="alpha", origin="AFP")
    copy = ledger.article("2025-06-02", id="copy", source="bravo")
    ledger.record(copy, how_many=900)
    ledger.reprint(copy, "original")
    assert only(ask("FROM strength"))["origin_source"] == "AFP"


def test_best_is_what_most_origins_allow_then_the_newest(ledger, ask):
    for source, count, published in (
        ("alpha", 900, "2025-06-01"),
        ("bravo", 900, "2025-06-02"),
        ("charlie", 1400, "2025-06-09"),
    ):
        ledger.record(ledger.article(published, source=source), how_many=count)
    row = only(ask("FROM strength"))
    assert (row["low"], row["best"], row["high"]) == (900, 900, 1400)
    assert (row["best_origin_count"], row["origin_count"], row["is_disputed"]) == (2, 3, True)
    assert row["outlet"] == "Bravo", "of the origins that agree, the newest gives the evidence"


def test_about_two_thousand_and_more_than_nine_hundred_do_not_contradict(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), how_many=quantity(2000, qualifier="about"))
    ledger.record(ledger.article("2025-06-02", source="bravo"), how_many=quantity(900, None, "at_least"))
    ledger.record(ledger.article("2025-06-03", source="charlie"), how_many=1950)
    row = only(ask("FROM strength"))
    assert (row["best"], row["is_disputed"], row["best_origin_count"]) == (1950, False, 3)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (quantity(900, None, "at_least"), (900, 900, None)),
        (quantity(None, 2000, "at_most"), (None, 2000, 2000)),
        (quantity(200, 250, "range"), (200, 200, 250)),
        (quantity(0), (0, 0, 0)),
    ],
)
def test_a_bound_that_is_not_stated_stays_null_and_zero_is_a_number(ledger, ask, number, expected):
    ledger.record(ledger.article(), how_many=number)
    row = only(ask(f"SELECT {FIGURES} FROM strength"))
    assert (row["low"], row["best"], row["high"], row["state"]) == (*expected, "stated")


def test_unknown_withheld_zero_and_not_applicable_stay_four_values(ledger, ask):
    article = ledger.article()
    ledger.record(article, actors=("A",), how_many=0)
    ledger.record(article, actors=("B",), state="withheld")
    ledger.record(article, actors=("C",), state="unknown")
    ledger.record(article, actors=("D",), state="not_applicable")
    ledger.record(article, "presence", actors=("E",))
    rows = ask("SELECT force_code, quantity_state_code, best, unit_code FROM strength ORDER BY 1")
    assert [tuple(r.values()) for r in rows] == [
        ("A", "stated", 0, "personnel"),
        ("B", "withheld", None, "personnel"),
        ("C", "unknown", None, "personnel"),
        ("D", "not_applicable", None, "personnel"),
        ("E", "unknown", None, "personnel"),
    ]


def test_a_number_is_served_beside_the_day_on_which_it_was_withheld(ledger, ask):
    ledger.record(ledger.article("2025-01-10", source="alpha"), how_many=900)
    ledger.record(ledger.article("2025-06-10", source="bravo"), state="withheld")
    ledger.record(ledger.article("2025-06-11", source="charlie"), "presence")
    row = only(ask("FROM strength"))
    assert (row["best"], row["as_of_on"], row["withheld_on"]) == (900, date(2025, 1, 10), date(2025, 6, 10))


def test_planned_considered_and_denied_strengths_are_not_current(ledger, ask):
    article = ledger.article()
    for status in ("planned", "considered", "denied"):
        ledger.record(article, how_many=5000, status=status)
    assert ask("FROM strength") == []


def test_only_statements_of_the_newest_window_count_and_each_origins_latest(ledger, ask):
    ledger.record(ledger.article("2024-01-01", source="alpha"), how_many=2500)
    ledger.record(ledger.article("2025-05-01", source="bravo"), how_many=2000)
    ledger.record(ledger.article("2025-06-01", source="bravo"), how_many=1400)
    row = only(ask("FROM strength"))
    assert (row["low"], row["best"], row["high"], row["origin_count"], row["claim_count"]) == (1400, 1400, 1400, 1, 2)


def test_a_completed_change_gives_the_new_level_and_one_under_way_does_not(ledger, ask):
    ledger.record(ledger.article("2025-01-01", source="alpha"), how_many=2000)
    change = {"before": quantity(2000), "how_many": 1400, "type_code": "strength_change"}
    ledger.record(ledger.article("2025-09-01", source="bravo"), status="completed", **change)
    ledger.record(ledger.article("2025-09-02", source="charlie"), at=IRAQ, status="ongoing", **change)
    assert [(r["country_code"], r["best"]) for r in ask("FROM strength")] == [("SYR", 1400)]


def test_places_scopes_units_and_joint_sets_are_rows_of_their_own(ledger, ask):
    article = ledger.article()
    ledger.record(article, how_many=2000)
    ledger.record(article, how_many=200, at=AL_TANF)
    ledger.record(article, how_many=500, scope=("Marines",))
    ledger.record(article, how_many=quantity(12, unit="aircraft"))
    ledger.record(article, how_many=2500, actors=("USA", "COALITION", "USA"))
    rows = ask("SELECT force_code, place_name, scope, unit_code, best, actor_codes FROM strength ORDER BY best")
    assert [tuple(r.values()) for r in rows] == [
        ("USA", None, None, "aircraft", 12, ["USA"]),
        ("USA", "Al-Tanf", None, "personnel", 200, ["USA"]),
        ("USA", None, "Marines", "personnel", 500, ["USA"]),
        ("USA", None, None, "personnel", 2000, ["USA"]),
        ("COALITION+USA", None, None, "personnel", 2500, ["COALITION", "USA"]),
    ]


def test_two_names_of_one_site_are_one_place(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), how_many=200, at=AL_TANF)
    ledger.record(
        ledger.article("2025-06-02", source="bravo"), how_many=200, at={**AL_TANF, "name": "At Tanf garrison"}
    )
    assert only(ask("FROM strength"))["origin_count"] == 2


def test_a_region_without_one_country_is_served_and_no_place_at_all_is_not(ledger, ask):
    article = ledger.article()
    ledger.record(article, how_many=40_000, at=place("Middle East", None, "region"))
    ledger.record(article, how_many=1_300_000, at=None)
    assert [(r["country_code"], r["place_name"]) for r in ask("FROM strength")] == [(None, "Middle East")]


def test_an_undated_claim_yields_to_any_dated_one(ledger, ask):
    ledger.record(ledger.article(None, source="alpha"), how_many=5000, dates=(None, None))
    assert only(ask("FROM strength"))["as_of_on"] is None


def test_an_undated_claim_does_not_stand_beside_a_dated_one(ledger, ask):
    ledger.record(ledger.article(None, source="alpha"), how_many=5000, dates=(None, None))
    ledger.record(ledger.article("2020-01-01", source="bravo"), how_many=900)
    row = only(ask("FROM strength"))
    assert (row["best"], row["as_of_on"], row["origin_count"]) == (900, date(2020, 1, 1), 1)


def test_a_month_counts_to_its_end_but_not_beyond_the_day_of_knowledge(ledger, ask):
    ledger.record(ledger.article("2025-01-20", source="alpha"), how_many=2000, dates=("2024-12-01", "2024-12-31"))
    ledger.record(
        ledger.article("2025-02-11", source="bravo"), at=IRAQ, how_many=2500, dates=("2025-02-01", "2025-02-28")
    )
    days = {r["country_code"]: r["as_of_on"] for r in ask("FROM strength")}
    assert days == {"SYR": date(2024, 12, 31), "IRQ": date(2025, 2, 11)}


def test_an_undated_text_that_says_since_when_is_not_moved_to_the_day_we_fetched_it(ledger, ask):
    ledger.record(ledger.article(None), how_many=2000, dates=("2024-12-01", None))
    assert only(ask("FROM strength"))["as_of_on"] == date(2024, 12, 1)


def test_a_dated_text_that_says_since_when_holds_on_its_own_day(ledger, ask):
    ledger.record(ledger.article("2025-02-10"), how_many=2000, dates=("2024-12-01", None))
    assert only(ask("FROM strength"))["as_of_on"] == date(2025, 2, 10)


def test_case_accents_and_hyphens_make_no_second_place(ledger, ask):
    names = ("Ain al-Arab", "Ain Al Arab", "Aïn al-Arab")
    for source, name in zip(("alpha", "bravo", "charlie"), names, strict=True):
        ledger.record(ledger.article(source=source), at=place(name, "SYR"), how_many=200)
    assert only(ask("FROM strength"))["origin_count"] == 3


def test_sites_that_the_register_lacks_stay_apart(ledger, ask):
    article = ledger.article()
    for name in ("Camp One", "Camp Two"):
        ledger.record(article, at=place(name, "SYR", "site", site="unregistered"), how_many=200)
    assert [r["place_name"] for r in ask("SELECT place_name FROM strength ORDER BY 1")] == ["Camp One", "Camp Two"]


def test_a_countrys_soil_is_the_country(ledger, ask):
    ledger.record(ledger.article(source="alpha"), how_many=900)
    soil = place("Syrian soil", "SYR", "area", precision_code="country")
    ledger.record(ledger.article(source="bravo"), at=soil, how_many=900)
    assert only(ask("FROM strength"))["origin_count"] == 2


def test_a_denied_claim_is_disputed(ledger, ask):
    ledger.record(ledger.article("2025-06-01", source="alpha"), how_many=5000)
    denial = ledger.article("2025-06-03", source="bravo")
    ledger.record(denial, status="denied", attribution=("Pentagon",))
    assert only(ask("FROM strength"))["is_disputed"] is True


def test_a_newer_version_of_a_page_takes_the_older_ones_place(ledger, ask):
    first = ledger.article("2025-06-01", page="p", retrieved=datetime(2025, 6, 1, 9, tzinfo=UTC))
    ledger.record(first, how_many=3500)
    second = ledger.article("2025-06-01", page="p", retrieved=datetime(2025, 6, 3, 9, tzinfo=UTC))
    ledger.record(second, how_many=2500)
    row = only(ask("FROM strength"))
    assert (row["low"], row["best"], row["claim_count"]) == (2500, 2500, 1)
