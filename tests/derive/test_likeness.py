"""What was learnt beside the rules: what is believed for its likeness, what is doubted, and that names don't matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from benchmarks.corpora import corpora
from benchmarks.learn import Learner, Stated, examples, of_passages, triggers, write
from benchmarks.passages import passages

from posture import documents, lexicon
from posture.derive import explain
from posture.derive.batch import derive_document
from posture.derive.extract.clauses import View
from posture.derive.extract.engine import extract
from posture.derive.extract.learnt import likeness
from posture.derive.extract.learnt.features import Candidate, Sentence
from posture.errors import PostureError

from .reading import PUBLISHED, facts

#: No rule believes this: what rolls past a market need not be on its way to it.
_DOUBTFUL = "Kenyan soldiers in Dhobley were watching. Ethiopian lorries with soldiers roll past the market of Luuq."
_PLAIN = "Kenya sent 300 soldiers to Kidal on Monday."


@pytest.fixture
def biased(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Weights that believe everything of a type, or nothing."""

    def put(weights: dict[str, float]) -> None:
        monkeypatch.setattr(likeness, "_weights", lambda: {"bias": weights})

    return put


def _triggers(text: str) -> list[tuple[str, str]]:
    """Types and rules of what a text states."""
    return [(d.type_code, d.rule + "~" * d.is_likely) for d in extract(text, PUBLISHED).drafts]


def test_what_no_rule_believes_is_stated_where_it_is_likely_and_says_so(biased: Any) -> None:
    biased({"": -9.0})
    believed = _triggers(_DOUBTFUL)
    biased({"": -9.0, "deployment": 18.0})
    assert ("deployment", "travel~") not in believed
    assert ("deployment", "travel~") in _triggers(_DOUBTFUL)


def test_what_may_be_denied_is_not_believed_for_its_likeness(biased: Any) -> None:
    biased({"": -9.0, "deployment": 18.0})
    assert "travel~" in {rule for _, rule in _triggers(_DOUBTFUL)}
    assert "travel~" not in {rule for _, rule in _triggers(_DOUBTFUL.replace("Luuq.", "Luuq, where nobody was seen."))}


def test_what_a_rule_believes_is_rejected_where_nothing_like_it_is_a_fact(biased: Any) -> None:
    biased({"": -0.5})
    assert [f["type"] for f in facts(_PLAIN)] == ["deployment"]
    biased({"": -9.0})
    found = extract(_PLAIN, PUBLISHED)
    assert found.drafts == []
    assert "unlike_facts" in {r.reason for r in found.rejections}


def test_a_count_is_believed_and_doubted_as_well(biased: Any) -> None:
    text = "Kenyan soldiers are in Kidal. Some 300 soldiers are at the base there."
    biased({"": -0.5})
    assert ("strength", "count") in _triggers(text)
    biased({"strength": -9.0})
    assert "strength" not in {t for t, _ in _triggers(text)}


def test_names_and_numbers_stand_for_their_kind() -> None:
    def seen(text: str) -> list[list[str]]:
        made: list[list[str]] = []

        def look(view: View, c: Candidate) -> None:
            made.append(Sentence(view).atoms)

        extract(text, PUBLISHED, witness=look)
        return made

    assert seen(_PLAIN) == seen("Ghana sent 850 soldiers to Kidal on Friday.")


def test_a_witness_sees_what_the_rules_alone_make_of_a_text(biased: Any) -> None:
    biased({"": -9.0})
    seen: list[Candidate] = []
    found = extract(_PLAIN, PUBLISHED, witness=lambda view, c: seen.append(c))
    assert [d.type_code for d in found.drafts] == ["deployment"]
    assert ("send", "") in {(c.code, c.missing) for c in seen}


def test_explain_tells_what_weighs_most(biased: Any, tmp_path: Path) -> None:
    biased({"": -9.0, "deployment": 18.0})
    (tmp_path / "one.txt").write_text(_DOUBTFUL, encoding="utf-8")
    (capture,) = documents.from_files([tmp_path / "one.txt"], "2025-06-12")
    assert not isinstance(capture, PostureError)
    told = explain.text(derive_document(capture), "one")
    assert "[rule travel~:" in told
    assert "likeness 1.00:" in told


@pytest.mark.parametrize("bias", [9999.0, -9999.0])
def test_sums_hold_and_nothing_breaks_whether_everything_is_believed_or_nothing(biased: Any, bias: float) -> None:
    biased({"": bias})
    corpus = corpora()["dev"]
    for capture in list(documents.from_manifest(corpus.folder / "manifest.jsonl"))[::12]:
        assert not isinstance(capture, PostureError)
        rows = derive_document(capture)
        assert len(rows["mentions"]) == len(rows["records"]) + len(rows["rejections"])


def test_the_weights_are_read_as_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"subj:FORCE": {"": 0.5, "deployment": -1.25}, "bias": {"": -2.0}}
    write(weights, tmp_path / "likeness.tsv")
    monkeypatch.setattr(lexicon, "HERE", tmp_path)
    assert lexicon.likeness.__wrapped__() == weights


# ── learning ──


def test_a_trigger_states_a_fact_where_the_annotation_quotes_it() -> None:
    text = "Kenya sent 300 soldiers to Kidal on Monday, and Chad sent 40 jets to Gao."
    found = triggers(text, PUBLISHED)
    first = (0, text.index(","))
    said = {
        text[slice(*e.trigger.span)]: e.is_fact
        for e in examples("one", found, [Stated(frozenset({"deployment"}), (first,))])
        if e.trigger.type_code == "deployment" and e.trigger.span[0] in {text.index("sent"), text.rindex("sent")}
    }
    assert said == {"sent": True}  # of the other the annotation says nothing: it stands in a sentence that has a fact
    assert not any(e.is_fact for e in examples("one", found, []))
    maybe = [Stated(frozenset({"deployment"}), (first,), is_optional=True)]
    assert "deployment" not in {e.trigger.type_code for e in examples("one", found, maybe)}


def test_a_passage_gives_the_line_before_its_facts_as_their_evidence(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "@ 2013-04-09 agency\nKenya sent 300 soldiers to Kidal.\n= deployment KEN destination=Kidal n=300\n"
        "Nobody knows why.\n",
        encoding="utf-8",
    )
    (passage,) = passages(path)
    assert passage.published == date(2013, 4, 9)
    assert [passage.text[slice(*w.evidence)] for w in passage.wanted if w.evidence] == [
        "Kenya sent 300 soldiers to Kidal."
    ]


def test_what_is_learnt_tells_facts_from_what_looks_like_them(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    lands = ["Kenya", "Ghana", "Chad", "Mali", "Benin", "Togo"]
    path.write_text(
        "".join(
            f"@ 2013-04-09 agency\n{land} sent 300 soldiers to Kidal.\n= deployment {land} destination=Kidal\n"
            f"{land} sent 300 soldiers on a course.\nIt rained.\n"
            for land in lands
        ),
        encoding="utf-8",
    )
    learner = Learner([*of_passages([path])])
    model = learner.fitted()
    chances = dict(zip(learner.is_fact, model.predict_proba(learner.table)[:, 1], strict=True))
    assert chances[True] > chances[False]
