"""Input and expected rows of the mart `sources`."""

from __future__ import annotations

COUNTS = (
    "SELECT kind_code, name, document_count, failure_count, article_count, reprint_count, record_count, "
    "rejection_count, origin_count, outlet_count FROM sources"
)


def test_sources_outlets_and_origins(ledger, ask):
    first = ledger.article("2025-01-01", id="first", source="alpha", outlet="The Alpha")
    ledger.record(first, how_many=900, attribution=("Pentagon",))
    ledger.record(first, "presence")
    ledger.rejection(first)
    ledger.failure("alpha")
    copy = ledger.article("2025-01-02", id="copy", source="bravo", outlet="The Bravo")
    ledger.record(copy, how_many=900)
    ledger.reprint("copy", "first")
    ledger.failure("gone", "refused", "robots")
    assert [tuple(r.values()) for r in ask(COUNTS)] == [
        ("origin", "Pentagon", None, None, 2, 1, 2, None, 1, 2),
        ("origin", "The Alpha", None, None, 1, 0, 1, None, 1, 1),
        ("outlet", "The Alpha", 2, 1, 1, 0, 2, 1, 2, 1),
        ("outlet", "The Bravo", 1, 0, 1, 1, 1, 0, 1, 1),
        ("source", "alpha", 2, 1, 1, 0, 2, 1, 2, 1),
        ("source", "bravo", 1, 0, 1, 1, 1, 0, 1, 1),
        ("source", "gone", 1, 1, 0, 0, 0, 0, 0, 0),
    ]


def test_an_inbox_has_one_source_and_many_outlets(ledger, ask):
    for outlet in ("EUAA", "AFP"):
        ledger.record(ledger.article(source="inbox", outlet=outlet), how_many=900)
    ledger.failure("inbox", "no_text", "empty")
    rows = ask("SELECT name, document_count, failure_count FROM sources WHERE kind_code <> 'origin' ORDER BY ALL")
    assert [tuple(r.values()) for r in rows] == [("AFP", 1, 0), ("EUAA", 1, 0), ("inbox", 3, 1)]


def test_corrections_are_counted_by_source_and_outlet(ledger, ask):
    first, notice = ledger.article("2025-01-01", source="alpha"), ledger.article("2025-01-03", source="alpha")
    ledger.record(notice, how_many=900)
    ledger.correct(notice, first)
    rows = ask("SELECT kind_code, article_count, correction_count FROM sources ORDER BY ALL")
    assert [tuple(r.values()) for r in rows] == [("origin", 1, None), ("outlet", 2, 1), ("source", 2, 1)]
