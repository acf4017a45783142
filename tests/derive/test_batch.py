"""A batch of captures to rows: every document and article ends in a named state, and all sums hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from posture.derive.batch import derive_batch, derive_document
from posture.model import ARTICLE_STATES, DOCUMENT_STATES, LAKE_TABLES

from .captures import capture

POSTURE = (
    "French soldiers left the Kossei base in N'Djamena on Monday, the army said. "
    "About 1,000 French soldiers had been stationed in Chad before the withdrawal began in January."
)
PEACE = (
    "The bakery on the corner opens at seven, and the children of the street come for rolls before they go to school."
)
FRENCH = (
    "Les soldats français ont quitté la base de Kossei à N'Djamena lundi, a annoncé l'armée tchadienne dans un communiqué "
    "publié le soir même, et les derniers véhicules sont partis vers le nord du pays."
)


@pytest.mark.parametrize(
    ("made", "state", "stage"),
    [
        (capture(POSTURE), "derived", "extract"),
        (capture(PEACE), "derived", "extract"),
        (capture(outcome="failed", reason="http_500"), "fetch_failed", "collect"),
        (capture(outcome="refused", reason="robots"), "refused", "collect"),
        (capture("short"), "no_text", "segment"),
        (capture(b"%PDF-1.7 broken", "application/pdf"), "unreadable", "clean"),
        (capture(b"\x89PNG\r\n", "image/png"), "unreadable", "clean"),
    ],
)
def test_every_document_ends_in_a_named_state(made: object, state: str, stage: str) -> None:
    (document,) = derive_document(made)["documents"]  # type: ignore[arg-type]
    assert state in DOCUMENT_STATES
    assert (document["state_code"], document["stage"]) == (state, stage)
    assert (document["reason"] is None) == (state == "derived")


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        (POSTURE, "has_records", None),
        (PEACE, "no_posture", "no_mention"),
        (FRENCH, "unsupported_language", "language: fr"),
    ],
)
def test_every_article_ends_in_a_named_state(text: str, state: str, reason: str | None) -> None:
    (article,) = derive_document(capture(text))["articles"]
    assert state in ARTICLE_STATES
    assert (article["state_code"], article["reason"]) == (state, reason)


def test_the_sums_of_an_article_are_those_of_its_rows() -> None:
    rows = derive_document(capture(POSTURE))
    (article,) = rows["articles"]
    counts = [article["mention_count"], article["record_count"], article["rejection_count"]]
    assert counts == [len(rows["mentions"]), len(rows["records"]), len(rows["rejections"])]
    assert len(rows["mentions"]) == len(rows["records"]) + len(rows["rejections"])
    assert rows["records"]


def test_evidence_points_into_the_stored_text() -> None:
    rows = derive_document(capture(POSTURE))
    texts = {a["article_id"]: a["text"] for a in rows["articles"]}
    for r in (*rows["records"], *rows["mentions"]):
        assert texts[r["article_id"]][r["evidence_start"] : r["evidence_end"]] == r["evidence_quote"]


def test_a_batch_is_tables_of_the_lake_sorted_by_key() -> None:
    captures = [
        capture(POSTURE, capture_id="b"),
        capture(PEACE, capture_id="a"),
        capture(outcome="failed", reason="x", capture_id="c"),
    ]
    tables = derive_batch(captures)
    assert list(tables) == [t.name for t in LAKE_TABLES]
    for t in LAKE_TABLES:
        assert tables[t.name].schema.equals(t.schema)
        keys = [tuple(row[k] for k in t.key) for row in tables[t.name].to_pylist()]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)
    assert tables["documents"]["document_id"].to_pylist() == ["a", "b", "c"]


def test_the_order_of_captures_changes_no_row() -> None:
    captures = [capture(POSTURE, capture_id="b"), capture(PEACE, capture_id="a")]
    one, other = derive_batch(captures), derive_batch(reversed(captures))
    assert all(one[name].equals(other[name]) for name in one)


def test_a_batch_without_captures_is_empty_tables() -> None:
    assert {name: t.num_rows for name, t in derive_batch([]).items()} == {t.name: 0 for t in LAKE_TABLES}


def test_a_number_beyond_all_measure_does_not_stop_the_batch() -> None:
    tables = derive_batch([capture(f"{POSTURE} The US has {'9' * 30} soldiers in Syria.")])
    assert tables["records"].num_rows


@pytest.mark.parametrize(
    ("more", "on", "basis"),
    [
        ({}, "2025-06-12", "manifest"),
        ({"source_code": "alpha"}, "2025-06-12", "feed"),
        ({"listed_on": None}, None, "unknown"),
    ],
)
def test_the_day_of_publication_says_where_it_comes_from(more: dict[str, Any], on: str | None, basis: str) -> None:
    (article,) = derive_document(capture(POSTURE, **more))["articles"]
    assert (article["published_on"] and article["published_on"].isoformat(), article["published_basis"]) == (on, basis)


def test_a_page_tells_its_own_day_and_title() -> None:
    linked = {"@type": "NewsArticle", "headline": "France leaves Chad", "datePublished": "2025-01-30T08:00:00+01:00"}
    page = (
        f'<html><head><title>x</title><script type="application/ld+json">{json.dumps(linked)}</script></head>'
        f"<body><article><h1>France leaves Chad</h1><p>{POSTURE}</p><p>{PEACE}</p></article></body></html>"
    )
    (article,) = derive_document(capture(page, "text/html", listed_on=None, source_code="alpha"))["articles"]
    assert (article["title"], str(article["published_on"])) == ("France leaves Chad", "2025-01-30")
    assert "Kossei" in article["text"]
