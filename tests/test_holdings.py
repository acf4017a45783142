"""A part that is gone as a whole: it is told, nothing is taken or counted twice, and what is served stays."""

from __future__ import annotations

import shutil
import threading
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from posture import holdings, steps
from posture.collect import archive
from posture.errors import ArchiveError, LakeError
from posture.model import LAKE_TABLES
from posture.release import durable, lake, lock
from posture.settings import Settings
from releases import publish_sample

EMPTY = {t.name: t.schema.empty_table() for t in LAKE_TABLES}
CATALOGUE = """
sources:
  - {code: vale, name: Vale Daily, feeds: [{url: "https://vale.invalid/rss", format: rss}]}
  - {code: wire, name: The Wire, feeds: [{url: "https://wire.invalid/rss", format: rss}]}
"""


def batch(s: Settings, source: str = "vale", day: str = "2026-03-10", *, is_derived: bool = True) -> str:
    url = f"https://{source}.invalid/{day}"
    with archive.write_batch(s.archive_dir, source, date.fromisoformat(day)) as new:
        row = {"requested_url": url, "url": url, "retrieved_at": datetime(2026, 3, 10, 12, tzinfo=UTC)}
        new.add({**row, "outcome_code": "new", "media_type": "text/html"}, b"<p>Text</p>", headers=[])
        code = str(new.code)
    if is_derived:
        captures = durable.sha256(archive.captures_path(s.archive_dir, code))
        lake.write_batch(s.lake_dir, code, EMPTY, "engine-1", captures)
    return code


@pytest.fixture
def s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    (tmp_path / "mine.yaml").write_text(CATALOGUE, encoding="utf-8")
    for name, value in (("HOME", tmp_path / "home"), ("SOURCES", tmp_path / "mine.yaml")):
        monkeypatch.setenv(f"POSTURE_{name}", str(value))
    monkeypatch.delenv("POSTURE_INBOX", raising=False)
    return steps.settings()


def served(s: Settings) -> None:
    """Serve anything: what is tested stands beside it."""
    folder = s.releases_dir / "000001-abababab"
    folder.mkdir(parents=True)
    durable.write(folder / "manifest.json", durable.as_json(durable.seal({"files": {}, "version": folder.name})))
    s.current.symlink_to(folder.name)


def test_where_nothing_is_gone_there_is_nothing_to_say(s: Settings) -> None:
    batch(s)
    served(s)
    assert steps.verify() == []


def test_a_home_that_holds_nothing_does_not_fit(s: Settings) -> None:
    (problem,) = steps.verify()
    assert str(s.home) in problem
    assert "holds nothing" in problem
    assert "POSTURE_HOME" in problem


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("archive", ["archive/vale/2026-03-10-01", "archive/wire/2026-03-10-01"]),
        ("archive/vale", ["archive/vale/2026-03-10-01"]),
        ("archive/vale/2026-03-10-01.captures.parquet", ["archive/vale/2026-03-10-01"]),
        ("lake", ["lake/vale/2026-03-10-01", "lake/wire/2026-03-10-01"]),
        ("lake/wire", ["lake/wire/2026-03-10-01"]),
        ("releases", ["releases/current"]),
    ],
)
def test_whatever_is_gone_as_a_whole_is_named(s: Settings, gone: str, said: list[str]) -> None:
    for source in ("vale", "wire"):
        batch(s, source)
    served(s)
    durable.remove(s.home / gone)
    problems = steps.verify()
    assert [p.partition(": ")[0] for p in problems] == said
    assert all("missing" in p and p.count("Remedy: ") == 1 for p in problems)


def test_what_only_the_served_version_still_knows_of_is_named(s: Settings) -> None:
    publish_sample(s)
    shutil.rmtree(s.lake_dir)
    said = [
        p for p in steps.verify() if p.startswith("archive/alpha/2026-01-01-01: missing, though the served version")
    ]
    assert said


def test_captures_that_are_others_than_the_lake_was_derived_from_are_named(s: Settings) -> None:
    code = batch(s)
    served(s)
    table = archive.read_captures(s.archive_dir, code)
    path = archive.captures_path(s.archive_dir, code)
    lake.write_batch(s.lake_dir, code, EMPTY, "engine-1", "0" * 64)
    (problem,) = steps.verify()
    assert problem.startswith(f"archive/{code}.captures.parquet: its bytes are not those")
    assert table.num_rows == 1
    assert path.is_file()


def test_a_source_whose_archive_is_gone_is_not_taken_a_second_time(s: Settings) -> None:
    codes = [batch(s), batch(s, day="2026-03-11")]
    batch(s, "wire")
    archive.captures_path(s.archive_dir, codes[0]).unlink()
    with pytest.raises(ArchiveError, match=r"gone from the archive.*vale/2026-03-10-01.*Restore the archive"):
        steps.collect_source("vale", "2026-03-12")
    holdings.require_archive(s, "wire")
    assert archive.batches(s.archive_dir, "vale") == [codes[1]], "nothing was recorded"


def test_nothing_is_built_from_a_lake_whose_archive_is_gone(s: Settings) -> None:
    code = batch(s)
    archive.captures_path(s.archive_dir, code).unlink()
    with pytest.raises(LakeError, match=rf"without the archive batch.*{code}.*out of the lake"):
        steps.build_candidate()
    assert not list(s.releases_dir.glob(".candidate-*"))


def test_many_lost_batches_are_counted_not_listed(s: Settings) -> None:
    for day in range(10, 18):
        batch(s, day=f"2026-03-{day}")
    shutil.rmtree(s.archive_dir)
    with pytest.raises(LakeError, match=r"2026-03-14-01 and 3 more"):
        holdings.require_origins(s)


def test_a_batch_given_up_as_the_runbook_says_is_in_nobodys_way(s: Settings) -> None:
    code = batch(s)
    for suffix in (".warc.gz", ".captures.parquet"):
        (s.archive_dir / f"{code}{suffix}").unlink()
    durable.remove(s.lake_dir / code)
    holdings.require_archive(s, "vale")
    holdings.require_origins(s)


def replaced_slowly(s: Settings, code: str) -> threading.Thread:
    """Take a batch away as who replaces it does, under the lake's lock, and put it back a moment later."""
    folder, away = s.lake_dir / code, s.lake_dir / ".old-batch"
    is_gone = threading.Event()

    def replace() -> None:
        with lock.hold(s.lake_dir / ".lock", "replacing"):
            folder.rename(away)
            is_gone.set()
            time.sleep(0.3)  # so that `verify`, which starts now, looks while it is away
            away.rename(folder)

    thread = threading.Thread(target=replace)
    thread.start()
    assert is_gone.wait(10)
    return thread


def test_a_batch_that_is_just_being_replaced_is_not_missing(s: Settings) -> None:
    code = batch(s)
    served(s)
    writer = replaced_slowly(s, code)
    assert steps.verify() == []
    writer.join()


def test_what_stays_away_is_named_also_where_nobody_can_write(s: Settings) -> None:
    code = batch(s)
    served(s)
    shutil.rmtree(s.lake_dir / code)
    (s.lake_dir / ".lock").unlink()
    assert any(f"lake/{code}: missing" in line for line in steps.verify())
