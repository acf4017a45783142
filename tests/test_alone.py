"""A run without a scheduler: one source's trouble is not the run's, and what went wrong is said at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posture import alone, notices, steps
from posture.errors import FetchError, NothingToPublish, PostureError


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """The steps, each a stand-in that a test may replace."""
    monkeypatch.setenv("POSTURE_HOME", str(tmp_path))
    monkeypatch.setenv("POSTURE_INBOX", str(tmp_path))

    def collect(code: str, _day: object, _say: Callable[[str], None]) -> dict[str, Any]:
        if code == "bravo":
            raise FetchError("nobody answers", source=code, stage="collect")
        return {"source_code": code, "warnings": ["file:brief.docx was not taken"]}

    stand_ins: dict[str, Any] = {
        "source_codes": lambda: ["alpha", "bravo"],
        "collect_source": collect,
        "derive_pending": lambda _say: {"warnings": ["alpha: file:blank.txt: no_text: the body is empty"]},
        "build_candidate": lambda: "",
        "report": lambda: "the report",
    }
    for name in list(stand_ins):
        monkeypatch.setattr(steps, name, lambda *a, name=name: stand_ins[name](*a))
    return stand_ins


def test_what_was_not_taken_or_read_is_said_after_the_report(
    pipeline: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    alone.run(None)
    told = capfd.readouterr()
    assert told.out == "the report\n"
    assert told.err.partition("Warnings:\n")[2].splitlines() == [
        "  alpha: file:brief.docx was not taken",
        "  bravo: nobody answers [stage collect, source bravo]",
        "  alpha: file:blank.txt: no_text: the body is empty",
    ]


def test_it_is_said_also_where_nothing_can_be_published(
    pipeline: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> str:
        raise NothingToPublish("nothing to publish")

    pipeline["build_candidate"] = refuse
    with pytest.raises(NothingToPublish):
        alone.run(None)
    assert "alpha: file:brief.docx" in capfd.readouterr().err


def test_where_no_source_answers_each_is_told_once_with_its_reason(
    pipeline: dict[str, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    pipeline["source_codes"] = lambda: ["bravo"]
    with pytest.raises(PostureError, match="none of the 1 sources could be collected") as failed:
        alone.run(None)
    assert "nobody answers" not in str(failed.value)
    assert capfd.readouterr().err.partition("Warnings:")[2].count("nobody answers") == 1


def test_of_many_unread_documents_the_first_are_named_and_the_rest_counted() -> None:
    rows = [
        {"source_code": "a", "requested_url": f"u{n}", "state_code": state, "reason": "no_text: empty"}
        for n, state in enumerate(["derived", "fetch_failed", *["no_text"] * 30])
    ]
    unread = notices.unread(rows)
    assert unread[0] == "a: u2: no_text: empty"
    assert len(unread) == 30
    assert notices.first(unread)[-1].startswith("and 10 more")
    assert notices.unread([{**rows[2], "state_code": "unreadable", "reason": "bad PDF"}])[0].endswith(
        "unreadable: bad PDF"
    )
