"""Input and expected rows of the mart `movements`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factory import AL_TANF, IRAQ, JORDAN, SYRIA, quantity

HASAKA = {**AL_TANF, "name": "Hasaka base", "site_code": "hasaka"}
DELTA = "SELECT country_code, low, high, delta_low, delta_high FROM movements"


@pytest.mark.parametrize(
    ("type_code", "slots", "expected"),
    [
        ("deployment", {"destination": IRAQ, "how_many": 1500}, ("IRQ", 1500, 1500, 1500, 1500)),
        (
            "reinforcement",
            {"destination": IRAQ, "how_many": quantity(200, None, "at_least")},
            ("IRQ", 200, None, 200, None),
        ),
        ("withdrawal", {"origin": SYRIA, "how_many": quantity(200, 250, "range")}, ("SYR", 200, 250, -250, -200)),
        ("withdrawal", {"origin": SYRIA, "how_many": quantity(500, None, "at_least")}, ("SYR", 500, None, None, -500)),
        ("withdrawal", {"origin": SYRIA}, ("SYR", None, None, None, None)),
        ("withdrawal", {"origin": SYRIA, "destination": JORDAN, "how_many": 100}, ("SYR", 100, 100, -100, -100)),
        ("relocation", {"origin": HASAKA, "destination": AL_TANF, "how_many": 100}, ("SYR", 100, 100, 0, 0)),
        ("relocation", {"origin": AL_TANF, "destination": JORDAN, "how_many": 100}, ("JOR", 100, 100, 100, 100)),
        (
            "strength_change",
            {"at": SYRIA, "before": quantity(2000), "how_many": 1400},
            ("SYR", 1400, 1400, -600, -600),
        ),
        ("strength_change", {"at": SYRIA, "delta": quantity(-600, -500, "range")}, ("SYR", None, None, -600, -500)),
    ],
)
def test_flow_numbers(ledger, ask, type_code, slots, expected):
    ledger.record(ledger.article(), type_code, **slots)
    assert [tuple(r.values()) for r in ask(DELTA)] == [expected]


def test_stock_and_flows_reconcile_in_one_query(ledger, ask):
    ledger.record(ledger.article("2025-01-01"), how_many=2000)
    ledger.record(ledger.article("2025-04-01"), "withdrawal", origin=SYRIA, how_many=500)
    ledger.record(ledger.article("2025-05-01"), "withdrawal", origin=SYRIA, how_many=100)
    ledger.record(ledger.article("2025-06-01"), how_many=1400)
    rows = ask("""
        SELECT s.best + sum(m.delta_low) AS expected, n.best AS told
        FROM strength_as_of('2025-01-31', '2025-12-31') AS s
        JOIN movements AS m
          ON m.force_code = s.force_code AND m.country_code = s.country_code AND m.as_of_on > s.as_of_on
        JOIN strength AS n ON n.strength_id = s.strength_id
        GROUP BY s.best, n.best
    """)
    assert [tuple(r.values()) for r in rows] == [(1400, 1400)]


def test_denied_ones_are_left_out_and_denied_claims_are_marked(ledger, ask):
    ledger.record(
        ledger.article("2025-06-01", source="alpha"), "withdrawal", id="claim", origin=SYRIA, status="considered"
    )
    ledger.record(ledger.article("2025-06-02", source="bravo"), "withdrawal", origin=SYRIA, status="denied")
    rows = ask("SELECT record_id, is_disputed, as_of_on FROM movements")
    assert [tuple(r.values()) for r in rows] == [("claim", True, None)]


def test_superseded_versions_are_left_out_and_copies_are_marked(ledger, ask):
    for hour in (1, 2):
        seen = datetime(2025, 6, 1, hour, tzinfo=UTC)
        article = ledger.article("2025-06-01", id=f"v{hour}", source="alpha", page="p", retrieved=seen)
        ledger.record(article, "withdrawal", id=f"w{hour}", origin=SYRIA)
    ledger.record(ledger.article("2025-06-02", id="copy", source="bravo"), "withdrawal", id="w3", origin=SYRIA)
    ledger.reprint("copy", "v2")
    rows = ask("SELECT record_id, is_reprint FROM movements")
    assert [tuple(r.values()) for r in rows] == [("w2", False), ("w3", True)]


def test_places_keep_the_names_that_were_used(ledger, ask):
    ledger.record(ledger.article(), "withdrawal", origin=AL_TANF, destination=JORDAN)
    row = ask("FROM movements")[0]
    assert (row["country_code"], row["place_name"], row["origin_place_name"]) == ("SYR", "Al-Tanf", "Al-Tanf")
    assert (row["destination_country_code"], row["destination_place_name"]) == ("JOR", "Jordan")
