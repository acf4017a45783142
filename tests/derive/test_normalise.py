"""Drafts to rows and to the JSON of `posture extract`: ids, states of quantities, places with their aliases."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from posture.derive.extract.engine import extract
from posture.derive.normalise import as_json, digest, rows
from posture.schema import json_schema

PUBLISHED = date(2025, 6, 12)


def article(**more: Any) -> dict[str, Any]:
    base: dict[str, Any] = dict.fromkeys(("external_id", "retrieved_at", "origin"))
    base |= {
        "article_id": "a1",
        "document_id": "d1",
        "batch_code": "s/1",
        "source_code": "s",
        "published_on": PUBLISHED,
        "outlet": "Test Wire",
    }
    return base | more


def made(text: str, **more: Any) -> dict[str, list[dict[str, Any]]]:
    return rows(extract(text, PUBLISHED, "Test Wire"), text, article(**more))


def test_ids_are_hashes_of_what_they_stand_for() -> None:
    assert digest("a", 1) == digest("a", 1)
    assert digest("a", 1) != digest("a", "1")
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("a")) == 20


def test_the_same_text_of_another_article_has_other_ids() -> None:
    text = "French troops left Chad."
    assert made(text)["records"][0]["record_id"] == made(text)["records"][0]["record_id"]
    assert made(text)["records"][0]["record_id"] != made(text, article_id="a2")["records"][0]["record_id"]


def test_every_mention_names_its_record_or_its_rejection() -> None:
    found = made("French troops left Chad. The French army left Chad. Teachers in Chad left the base of the union.")
    records = {r["record_id"] for r in found["records"]}
    rejected = {x["mention_id"]: x for x in found["rejections"]}
    assert rejected
    for m in found["mentions"]:
        if m["outcome_code"] == "record":
            assert m["record_id"] in records
        else:
            assert rejected[m["mention_id"]]["record_id"] == m["record_id"]
            assert m["record_id"] is None or m["record_id"] in records


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("France sent 200 soldiers to Chad.", "stated"),
        ("France sent soldiers to Chad.", "unknown"),
        ("France sent soldiers to Chad but declined to say how many.", "withheld"),
        ("French soldiers patrolled the streets of Abeche in Chad.", "not_applicable"),
    ],
)
def test_unknown_withheld_and_not_applicable_are_three_states(text: str, state: str) -> None:
    assert [r["quantity_state_code"] for r in made(text)["records"]] == [state]


def test_a_place_keeps_the_texts_name_and_the_registers_as_aliases() -> None:
    (record,) = made("American soldiers left the Koniko base.")["records"]
    place = record["origin"]
    assert place["name"].startswith("Koniko")
    assert any("Conoco" in alias for alias in place["aliases"])
    assert place["country_code"] == "SYR"
    assert place["site_code"]
    assert place["latitude"] is not None


def test_a_place_that_cannot_be_resolved_says_so_and_empties_nothing_else() -> None:
    (record,) = made("French soldiers left the Zandoko base on Monday.")["records"]
    assert "Zandoko" in record["origin"]["name"]
    assert record["origin"]["precision_code"] == "unresolved"
    assert record["actor_codes"] == ["FRA"]
    assert record["date_start_on"] == date(2025, 6, 9)


def test_a_denial_points_at_the_record_that_it_denies() -> None:
    found = made("Iran sent soldiers to Sudan, a rebel group said. Iran denied that it had sent soldiers to Sudan.")[
        "records"
    ]
    claim, denial = sorted(found, key=lambda r: r["evidence_start"])
    assert claim["denies_record_id"] is None
    assert denial["denies_record_id"] == claim["record_id"]


def test_the_origin_of_a_claim_is_its_last_source_else_the_articles_origin() -> None:
    text = "French troops left Chad."
    assert made(text)["records"][0]["origin_source"] == "Test Wire"
    assert made(text, origin="Reuters")["records"][0]["origin_source"] == "Reuters"
    said = made("French troops left Chad, the Chadian army said.")["records"][0]
    assert said["origin_source"] == said["attribution"][-1]


def test_the_json_of_a_record_has_the_slots_of_the_schema() -> None:
    properties = json_schema()
    record = as_json(made("France sent 200 soldiers to Chad on Monday.")["records"][0], "one")
    wanted = properties.get("properties") or properties["items"]["properties"]
    assert set(record) == set(wanted)
    assert json.loads(json.dumps(record)) == record
    assert record["quantity"] == {"low": 200, "high": 200, "qualifier": "exact", "unit": "personnel"}
    assert record["date_start"] == "2025-06-09"
    assert record["destination"]["name"] == "Chad"
