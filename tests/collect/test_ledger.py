from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from posture.collect import archive
from posture.collect.answer import Validators
from posture.collect.ledger import Known, Ledger, identity
from posture.collect.listing import Entry, Listing
from posture.errors import ArchiveError

from .conftest import snapshot

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://w.example/a", "http://W.Example:443/a#top"),
        ("https://w.example", "https://w.example/"),
        ("https://w.example/a", "https://w.example/a?utm_source=rss&utm_medium=feed&fbclid=1"),
        ("https://w.example/a?id=1", "https://w.example/a?id=1&at_medium=RSS&at_campaign=rss"),
        ("https://w.example/a", "https://w.example/a?traffic_source=rss"),
    ],
)
def test_the_same_article(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://w.example/a", "https://w.example/A"),
        ("https://w.example/a", "https://w.example/a/"),
        ("https://w.example/a?id=1", "https://w.example/a?id=2"),
        ("https://w.example/a?b=1&c=2", "https://w.example/a?c=2&b=1"),
        ("https://w.example/a", "https://w.example:8443/a"),
        ("file:a.txt", "file:b.txt"),
        ("http://[broken", "http://[broken2"),
    ],
)
def test_different_articles(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def batch(root: Path, *rows: dict[str, object]) -> None:
    with archive.write_batch(root, "wire", DAY) as new:
        for row in rows:
            body = row.pop("body", None)
            new.add({"retrieved_at": AT, "outcome_code": "new"} | row, body if isinstance(body, bytes) else None)


def test_the_captures_are_the_truth_and_the_latest_counts(tmp_path: Path) -> None:
    later = datetime(2026, 3, 11, tzinfo=UTC)
    batch(tmp_path, {"requested_url": "http://w.example/a", "body": b"new", "retrieved_at": later})
    batch(tmp_path, {"requested_url": "http://w.example/a", "body": b"old"})
    batch(tmp_path, {"requested_url": "http://w.example/b", "outcome_code": "failed", "reason": "http_404: x"})
    ledger = Ledger(tmp_path, "wire")
    known = ledger.known("https://w.example/a")
    assert known is not None
    assert known.retrieved_at == later
    assert ledger.known("http://w.example/b") is None
    assert ledger.is_on_record("http://w.example/b", "http_404: x")
    assert not ledger.is_on_record("http://w.example/b", "http_500: x")


def test_what_an_answer_told_is_kept_with_something_new(tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    listing = Listing(entries=(Entry(url="https://w.example/a", listed_on=DAY, listed_at=AT),), notes=("n",))
    ledger = Ledger(tmp_path, "wire")
    ledger.answered("https://w.example/feed", Validators('"e"', "yesterday"), "ab", listing)
    ledger.save(None, AT)
    assert snapshot(tmp_path) == {}
    ledger.archive("https://w.example/a", "https://w.example/a", Known("cd", AT))
    ledger.save(None, AT)
    memory = Ledger(tmp_path, "wire").remembered("https://w.example/feed")
    assert (memory.validators, memory.content_sha256, memory.listing) == (Validators('"e"', "yesterday"), "ab", listing)


def test_a_failure_and_its_end_are_kept(tmp_path: Path) -> None:
    batch(tmp_path, {"requested_url": "u", "outcome_code": "failed", "reason": "timeout: x"})
    for step in ("fails", "recovers"):
        ledger = Ledger(tmp_path, "wire")
        if step == "fails":
            ledger.failed("u", "timeout: x")
        else:
            ledger.answered("u", None, None)
        ledger.save({"u"}, AT)
    # The row of the old failure is still there, but its end is known: the same failure is news again.
    assert not Ledger(tmp_path, "wire").is_on_record("u", "timeout: x")


def test_a_failure_that_goes_on_writes_nothing(tmp_path: Path) -> None:
    batch(tmp_path, {"requested_url": "u", "outcome_code": "failed", "reason": "timeout: x"})
    for _ in range(2):
        ledger = Ledger(tmp_path, "wire")
        ledger.failed("u", "timeout: x")
        ledger.save({"u"}, AT)
        before = snapshot(tmp_path)
    assert snapshot(tmp_path) == before


def test_addresses_no_longer_listed_and_waits_that_are_over_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    ledger = Ledger(tmp_path, "wire")
    ledger.failed("a", "timeout")
    ledger.failed("b", "timeout")
    ledger.ask_to_wait({"past.example": AT, "future.example": datetime(2026, 4, 1, tzinfo=UTC)})
    ledger.save({"b"}, AT)
    again = Ledger(tmp_path, "wire")
    assert (again.remembered("a").failure, again.remembered("b").failure) == (None, "timeout")
    assert list(again.not_before) == ["future.example"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"urls": {"a": {"listing": 3}}}', '{"not_before": {"a": "soon"}}'])
def test_a_damaged_state_is_only_a_lost_cache(text: str, tmp_path: Path) -> None:
    batch(tmp_path, {"requested_url": "http://w.example/a", "body": b"x"})
    (tmp_path / "wire" / "state.json").write_text(text)
    ledger = Ledger(tmp_path, "wire")
    assert ledger.known("http://w.example/a")
    assert "state.json" in ledger.warnings[0]


def test_a_state_that_can_not_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "wire").mkdir()
    ledger = Ledger(tmp_path, "wire")
    ledger.failed("a", "timeout")
    monkeypatch.setattr("posture.collect.ledger.os.fsync", full)
    with pytest.raises(ArchiveError, match="No space left"):
        ledger.save(None, AT)
    assert snapshot(tmp_path) == {}
