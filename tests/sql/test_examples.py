"""The analysts' three questions: each row with its words and its link."""

from __future__ import annotations

import pytest

from factory import AL_TANF, IRAQ, sample
from posture.release import sqlfile
from posture.settings import REPOSITORY

EXAMPLES = {file.name: file for file in sqlfile.read_folder(REPOSITORY / "sql" / "examples")}


def answer(ask, name):
    return ask(EXAMPLES[name].body)


def test_there_are_three_and_each_asks_a_question():
    assert sorted(EXAMPLES) == ["bases_changed", "disputed", "strength"]
    assert all(file.word == "question" and file.fields["question"].endswith("?") for file in EXAMPLES.values())


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_each_row_has_evidence_and_the_columns_are_explained(ledger, ask, name):
    ledger.rows = sample().rows
    rows = answer(ask, name)
    assert rows
    assert all(list(row) == list(EXAMPLES[name].columns) for row in rows)
    assert all(row["quote"] and row["url"] for row in rows)


def test_strength_lists_countries_as_a_whole_with_withheld_and_zero(ledger, ask):
    article = ledger.article()
    ledger.record(article, how_many=0)
    ledger.record(article, at=IRAQ, state="withheld")
    ledger.record(article, at=AL_TANF, how_many=200)
    ledger.record(article, "presence", actors=("RUS",))
    rows = [(r["country"], r["state"], r["best"]) for r in answer(ask, "strength")]
    assert rows == [("IRQ", "withheld", None), ("SYR", "stated", 0)]


def test_bases_changed_leaves_out_what_was_only_seen(ledger, ask):
    ledger.record(ledger.article(), "presence", at=AL_TANF)
    assert answer(ask, "bases_changed") == []


def test_disputed_shows_a_denial_of_what_nobody_says(ledger, ask):
    ledger.record(ledger.article(), "withdrawal", origin=IRAQ, status="denied", quote="We are not leaving.")
    row = answer(ask, "disputed")[0]
    assert (row["dispute"], row["claim_origin"], row["counter_quote"]) == ("denial", None, "We are not leaving.")
