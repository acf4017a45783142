from __future__ import annotations

import pytest

from posture.errors import ValidationFailed
from posture.release.verdict import Result, Verdict

FINE = Result("records", "unique", "critical", True)
BAD = Result("records", "unique", "critical", False, "the key", unexpected_count=30, keys=("a", "b"))
QUIET = Result("articles", "dated", "warning", False, "most are", observed="0.2")


def verdict(*results: Result) -> Verdict:
    return Verdict(3, "f" * 64, False, {"records": 7}, results)


def test_only_critical_failures_stop_a_publish():
    assert verdict(FINE, QUIET).success
    assert verdict(FINE, QUIET).warnings == ("articles: dated: 0.2 (most are)",)
    verdict(FINE, QUIET).require()


def test_a_critical_failure_names_table_rule_and_keys():
    with pytest.raises(ValidationFailed, match=r"1 critical .* records: unique: 30 rows: a, b … \(the key\)") as caught:
        verdict(FINE, BAD).require()
    assert "validation.json" in caught.value.remedy


def test_a_verdict_on_nothing_is_no_success():
    assert not verdict().success
    with pytest.raises(ValidationFailed, match="nothing was evaluated"):
        verdict().require()


def test_many_failures_are_counted_and_three_are_shown():
    with pytest.raises(ValidationFailed, match=r"5 critical expectations failed: .*; and 2 more"):
        verdict(*[BAD] * 5).require()


def test_it_is_read_back_as_it_was_written(tmp_path):
    written = verdict(FINE, BAD, QUIET)
    path = written.save(tmp_path)
    assert Verdict.load(path) == written
    first = path.read_bytes()
    written.save(tmp_path)
    assert path.read_bytes() == first, "it holds no time"


@pytest.mark.parametrize("text", [None, "{torn", "[]", '{"token": 1}'])
def test_no_verdict_is_a_failed_one(tmp_path, text):
    path = tmp_path / "validation.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ValidationFailed, match="no verdict"):
        Verdict.load(path)
