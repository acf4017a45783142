"""`--explain`: for each record its rule, words and slots; for each rejection its reason."""

from __future__ import annotations

from posture.derive import explain
from posture.derive.batch import derive_document

from .captures import capture

TEXT = (
    "French soldiers left Chad on Monday, the Chadian army said. The French army has left Chad. "
    "About 900 US troops are stationed in Syria."
)


def test_every_record_is_explained_with_its_rule_and_words() -> None:
    rows = derive_document(capture(TEXT))
    told = explain.text(rows, "one")
    assert rows["records"]
    for r in rows["records"]:
        assert f"● {r['type_code']} {r['status_code']}" in told
        assert f"rule {r['rule_code']}" in told
        assert r["evidence_quote"] in told
    assert "quantity 900–900 about personnel" in told
    assert "origin “Chad” = TCD" in told


def test_every_rejection_is_explained_with_its_reason() -> None:
    rows = derive_document(capture(TEXT))
    told = explain.text(rows, "one")
    assert rows["rejections"]
    for x in rows["rejections"]:
        assert x["reason_code"] in told
    assert told.count("○ rejected") == len(rows["rejections"])


def test_the_sum_stands_at_the_top() -> None:
    rows = derive_document(capture(TEXT))
    m, r, x = len(rows["mentions"]), len(rows["records"]), len(rows["rejections"])
    assert explain.text(rows, "one").splitlines()[0] == f"━━ one: {m} mentions = {r} records + {x} rejections"


def test_the_grammar_of_a_mention_is_told() -> None:
    told = explain.text(derive_document(capture("Kenya sent 300 soldiers from Lamu to Kismayo on Monday.")), "one")
    assert "subject “Kenya”, object “300 soldiers”, from “Lamu”, to “Kismayo”" in told


def test_what_notes_cite_is_told() -> None:
    noted = (
        "Some 900 US troops are stationed in Syria.⟦1⟧ Nobody left.⟦2⟧\n\n⟦1⟧ Ann, A study, 2020\n⟦2⟧ Bob, A map, p. 3"
    )
    told = explain.text(derive_document(capture(noted)), "one")
    assert "◇ note 1 at 42: Ann · A study · 2020-01-01" in told
    assert "◇ note 2 at 55: Bob · A map · 3" in told
