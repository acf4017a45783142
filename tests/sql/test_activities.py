"""Input and expected rows of the mart `activities`."""

from __future__ import annotations

from datetime import date

from factory import AL_TANF, IRAQ, SYRIA, quantity


def test_an_act_with_place_number_and_evidence(ledger, ask):
    article = ledger.article("2026-02-11", source="alpha")
    two = quantity(2, unit="killed")
    ledger.record(
        article, "attack_on_force", at=AL_TANF, counterparties=("ISIS",), how_many=two, quote="A sniper killed two."
    )
    row = ask("FROM activities")[0]
    assert (row["type_code"], row["country_code"], row["place_name"]) == ("attack_on_force", "SYR", "Al-Tanf")
    assert (row["low"], row["high"], row["unit_code"], row["counterparty_codes"]) == (2, 2, "killed", ["ISIS"])
    assert (row["as_of_on"], row["quote"], row["outlet"]) == (date(2026, 2, 11), "A sniper killed two.", "Alpha")


def test_activities_agreements_and_restructuring_are_in_it_and_nothing_else(ledger, ask):
    article = ledger.article()
    for type_code in ("strike", "exercise", "agreement", "mission_end", "restructuring", "presence", "base_closure"):
        ledger.record(article, type_code, id=type_code, at=SYRIA)
    ledger.record(article, "detainee_transfer", id="detainee_transfer", destination=IRAQ, at=None)
    ledger.record(article, "deployment", destination=IRAQ)
    rows = ask("SELECT type_code, domain_code, country_code FROM activities ORDER BY 1")
    assert [tuple(r.values()) for r in rows] == [
        ("agreement", "agreements", "SYR"),
        ("detainee_transfer", "activities", "IRQ"),
        ("exercise", "activities", "SYR"),
        ("mission_end", "agreements", "SYR"),
        ("restructuring", "forces", "SYR"),
        ("strike", "activities", "SYR"),
    ]


def test_planned_acts_say_so_and_denied_ones_are_left_out(ledger, ask):
    article = ledger.article()
    ledger.record(article, "exercise", id="plan", status="planned", dates=("2026-01-01", "2026-01-31"))
    ledger.record(article, "strike", status="denied")
    rows = ask("SELECT record_id, status_code, as_of_on, date_end_on FROM activities")
    assert [tuple(r.values()) for r in rows] == [("plan", "planned", None, date(2026, 1, 31))]
