"""Figures may not sink, gold is what it says it is, and the same text gives the same bytes."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pycountry
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import accuracy, accuracy_page, corpora, scoring

from posture import lexicon
from posture.model import DATE_BASES, QUALIFIERS, RECORD_TYPES, STATUSES, UNITS

SETS = corpora.corpora()
OWN = ("dev", "test", "fresh")
HALVES = ("dev", "test")
FLOORS = json.loads(accuracy.FLOOR.read_text(encoding="utf-8"))


def here(name: str) -> corpora.Corpus:
    if not SETS[name].is_here:
        pytest.skip(f"{name} is not here: set POSTURE_SHARED to the folder that holds it")
    return SETS[name]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[corpora.Outcome]]:
    return {name: corpora.run(corpus) for name, corpus in SETS.items() if corpus.is_here}


# ── what the engine makes of the sets ──


@pytest.mark.parametrize("name", sorted(SETS))
def test_no_figure_sinks_below_its_floor(name: str, outcomes: dict[str, list[corpora.Outcome]]) -> None:
    here(name)
    found = scoring.figures(o.score for o in outcomes[name]).flat()
    sunk = {k: (found[k], floor) for k, floor in FLOORS[name].items() if found[k] < floor}
    assert not sunk, f"{name}: figure, floor: {sunk}"


def test_a_floor_is_set_for_every_set() -> None:
    assert {name: set(floors) for name, floors in FLOORS.items()} == {name: set(accuracy.FLOORED) for name in SETS}


def test_all_evidence_is_verbatim_and_every_mention_is_accounted_for(
    outcomes: dict[str, list[corpora.Outcome]],
) -> None:
    for name, found in outcomes.items():
        for o in found:
            assert not o.unverbatim, f"{name} {o.entry['document']}: {o.unverbatim} records without verbatim evidence"
            assert o.is_balanced, f"{name} {o.entry['document']}: {o.mentions} ≠ {len(o.given)} + {o.rejections}"


def test_every_denial_names_a_record_of_its_own_article(outcomes: dict[str, list[corpora.Outcome]]) -> None:
    for found in outcomes.values():
        for o in found:
            ids = {r["record_id"] for r in o.given}
            assert len(ids) == len(o.given)
            for r in o.given:
                assert r["denies"] is None or r["denies"] in ids - {r["record_id"]}
                assert r["denies"] is None or r["status"] == "denied"


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    dev = SETS["dev"].folder
    some = [json.loads(line) for line in (dev / "manifest.jsonl").read_text(encoding="utf-8").splitlines()[::4]]
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text("\n".join(json.dumps({**entry, "path": str(dev / entry["path"])}) for entry in some))

    def printed(seed: str) -> bytes:
        command = [sys.executable, "-m", "posture", "extract", "--manifest", str(manifest)]
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        return done.stdout

    first = printed("1")
    assert first.count(b"\n") > 100
    assert hashlib.sha256(first).hexdigest() == hashlib.sha256(printed("2")).hexdigest()


def test_the_page_shows_no_word_of_what_is_not_ours_to_quote(outcomes: dict[str, list[corpora.Outcome]]) -> None:
    if set(outcomes) != set(SETS):
        pytest.skip("the page is written where all sets are here")
    page = accuracy_page.page(outcomes)
    assert page == accuracy_page.page(outcomes)
    for name in ("seeds", "sample", "test", "fresh"):
        for o in outcomes[name]:
            for r in (*o.entry["records"], *o.given):
                quote = " ".join(r["evidence"]["quote"].split())
                assert len(quote) < 30 or quote[:60] not in page, f"{name} {o.entry['document']}"
            assert name not in {"test", "fresh"} or f"`{o.entry['document']}`" not in page


# ── gold ──


def gold(name: str) -> list[tuple[dict[str, Any], str]]:
    return [(entry, SETS[name].text(entry)) for entry in SETS[name].documents()]


GROUPS = {
    "COALITION",
    "ISIS",
    "SDF",
    "SNA",
    "PKK",
    "HTS",
    "PMF",
    "HEZBOLLAH",
    "HOUTHI",
    "WAGNER",
    "NATO",
    "EU",
    "UN",
    "HAMAS",
}
STATES = {c.alpha_3 for c in pycountry.countries} | {"XKX"}


def is_force(code: str) -> bool:
    return code in STATES | GROUPS or (code == code.upper() and not (len(code) == 3 and code in {"UNK", "XXX"}))


@pytest.mark.parametrize("name", OWN)
def test_gold_quotes_stand_where_the_gold_says(name: str) -> None:
    for entry, text in gold(name):
        for r in entry["records"]:
            e = r["evidence"]
            assert text[e["start"] : e["end"]] == e["quote"], f"{entry['document']} {e}"
            assert len(scoring.letters(e["quote"])) >= 8, f"{entry['document']}: too short to be scored: {e}"
            for quote in r.get("mentions", []):
                assert scoring.find(scoring.letters(text), quote), f"{entry['document']}: {quote}"


@pytest.mark.parametrize("name", OWN)
def test_gold_slots_hold_words_of_the_closed_lists(name: str) -> None:
    for entry, _ in gold(name):
        for r in entry["records"]:
            where = f"{entry['document']}: {r['type']} {r['evidence']['quote'][:60]}"
            assert {r["type"], *r.get("accept_types", [])} <= set(RECORD_TYPES), where
            assert {r["status"], *r.get("accept_status", [])} <= set(STATUSES), where
            assert r["date_basis"] in DATE_BASES, where
            assert r["actors"] or r.get("optional"), where  # "armed groups": nobody can say whose they are
            assert all(is_force(c) for c in (*r["actors"], *r["counterparties"])), where
            for slot in ("place", "origin", "destination"):
                place = r[slot]
                assert place is None or place["name"].strip(), where
                assert place is None or place["country"] in STATES | {None}, where
            for slot in ("quantity", "quantity_before", "quantity_delta"):
                if q := r[slot]:
                    assert q["unit"] in UNITS, where
                    assert q["qualifier"] in QUALIFIERS, where
                    assert {type(q["low"]), type(q["high"])} <= {int, type(None)}, where
                    assert q["low"] is not None or q["high"] is not None, where
            start, end = r["date_start"], r["date_end"]
            assert not (start and end) or date.fromisoformat(start) <= date.fromisoformat(end), where


def test_gold_is_matched_wholly_by_itself() -> None:
    for name in OWN:
        for entry, text in gold(name):
            own = [{**r, "document": entry["document"]} for r in entry["records"]]
            found = scoring.score_document(entry["document"], text, entry["records"], own)
            assert not found.missed, entry["document"]
            assert not found.spurious, entry["document"]


def test_the_corpus_is_large_and_partly_without_posture() -> None:
    entries = [entry for name in OWN for entry, _ in gold(name)]
    assert len(entries) >= 100
    assert sum(not e["records"] for e in entries) >= 20
    assert {r["type"] for e in entries for r in e["records"]} == set(RECORD_TYPES)
    assert all(len(SETS[name].documents()) >= 50 for name in HALVES)


def test_the_halves_share_no_document_and_no_text() -> None:
    ids = Counter(entry["document"] for name in OWN for entry, _ in gold(name))
    texts = Counter(scoring.letters(text) for name in OWN for _, text in gold(name))
    assert max(ids.values()) == 1
    assert max(texts.values()) == 1
    lines = {
        name: {x for _, t in gold(name) for x in map(scoring.letters, t.split("\n")) if len(x) > 80} for name in OWN
    }
    assert not lines["dev"] & (lines["test"] | lines["fresh"])


@pytest.mark.parametrize("name", OWN)
def test_every_document_stands_in_the_manifest_with_its_date(name: str) -> None:
    lines = (SETS[name].folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    manifest = {e["id"]: e for e in map(json.loads, lines)}
    for entry, _ in gold(name):
        assert manifest[entry["document"]]["path"] == entry["file"]
        # Some dates are for the engine to find in the text.
        assert manifest[entry["document"]]["published"] in {None, entry["published"]}
    assert len(manifest) == len(gold(name))


def test_groups_of_the_rules_are_in_the_lexicon() -> None:
    known = {f.code for forces in lexicon.names().forces.values() for f in forces}
    assert known >= GROUPS


# ── the scorer ──


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_scorer_agrees_with_the_reference(name: str, outcomes: dict[str, list[corpora.Outcome]]) -> None:
    corpus = here(name)
    path = corpora.shared() / "eval" / "score.py"
    if not path.is_file():
        pytest.skip(f"the reference scorer is not here: {path.name} below POSTURE_SHARED/eval")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec
    assert spec.loader
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    found = outcomes[name]
    wanted, _, _ = reference.score(
        [o.entry for o in found], {o.entry["document"]: o.given for o in found}, str(corpus.folder)
    )
    assert scoring.figures(o.score for o in found).flat() == wanted


def record(**slots: Any) -> dict[str, Any]:
    quote = slots.pop("quote", "About 900 troops are in Syria")
    base = {"type": "strength", "actors": ["USA"], "place": {"name": "Syria", "country": "SYR"}, "status": "in_effect"}
    return {**base, "evidence": {"quote": quote}, "quantity": {"low": 900, "high": 900, "qualifier": "about"}, **slots}


TEXT = "About 900 troops are in Syria. They will leave the Al-Tanf base by May, the ministry denied."


@pytest.mark.parametrize(
    ("changed", "matches"),
    [
        ({}, True),
        ({"quote": "About 900 troops are in Syria."}, True),
        ({"quote": "about  900 TROOPS, are in Syria"}, True),
        ({"type": "presence"}, False),
        ({"place": {"name": "Iraq", "country": "IRQ"}}, False),
        ({"place": None, "destination": {"name": "the Syria", "country": None}}, True),
        ({"quantity": {"low": 900, "high": None, "qualifier": "at_least"}}, False),
        ({"quantity": None, "quantity_delta": {"low": 900, "high": 900, "qualifier": "about"}}, True),
        ({"quote": "They will leave the Al-Tanf base by May"}, False),
        ({"quote": "words that stand nowhere at all"}, False),
    ],
)
def test_a_match_needs_type_evidence_place_and_number(changed: dict[str, Any], matches: bool) -> None:
    assert bool(scoring.score_document("d", TEXT, [record()], [record(**changed)]).pairs) is matches


def test_a_second_prediction_of_one_fact_is_an_error_and_an_optional_one_is_none() -> None:
    twice = scoring.score_document("d", TEXT, [record()], [record(), record()])
    assert (len(twice.pairs), twice.given, len(twice.spurious)) == (1, 2, 1)
    optional = scoring.score_document("d", TEXT, [record(optional=True)], [record()])
    assert (optional.gold, optional.given, optional.spurious, optional.missed) == (0, 0, [], [])
    assert scoring.figures([optional]).f1 == 1.0


def test_a_denial_stated_as_a_fact_is_counted() -> None:
    quote = "They will leave the Al-Tanf base by May, the ministry denied"
    denial = record(type="withdrawal", status="denied", quantity=None, place=None, quote=quote)
    for status, count in (("completed", 1), ("ongoing", 1), ("denied", 0), ("planned", 0)):
        found = scoring.score_document("d", TEXT, [denial], [{**denial, "status": status}])
        assert (found.denials, len(found.denied_as_done)) == (1, count), status
    staying = {**denial, "accept_types": ["presence"], "accept_status": ["in_effect"]}
    found = scoring.score_document("d", TEXT, [staying], [{**denial, "type": "presence", "status": "in_effect"}])
    assert found.denied_as_done == []


def test_floors_are_written_just_below_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    found = scoring.figures([scoring.score_document("d", TEXT, [record()], [record()])])
    accuracy.write_floor(path, {"dev": found})
    accuracy.write_floor(path, {"test": found})
    floors = json.loads(path.read_text(encoding="utf-8"))
    assert set(floors) == {"dev", "test"}
    assert floors["dev"] == dict.fromkeys(accuracy.FLOORED, 0.99)
