"""The steps from archive to lake: what a batch is derived with, and when it is derived again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from posture import steps
from posture.collect import archive
from posture.errors import ConfigError, StorageError
from posture.release import lake

DAY = date(2026, 3, 10)
LINES = (
    "The garrison of Vale left its barracks on Monday, and 900 soldiers went to the northern depot.",
    "Ask the Vale desk a question",
    "The ministry said that the last of them would be gone by the summer, when the lease of the barracks ends.",
)
CATALOGUE = """
sources:
  - code: vale
    name: Vale Daily
    feeds: [{{url: "https://vale.example/rss", format: rss}}]
    furniture_patterns: {patterns}
"""


def fill(root: Path, *lines: str, code: str = "vale", url: str = "https://vale.example/a") -> str:
    body = "<html><body><article>" + "".join(f"<p>{x}</p>" for x in lines) + "</article></body></html>"
    with archive.write_batch(root, code, DAY) as new:
        row = {"requested_url": url, "url": url, "retrieved_at": datetime(2026, 3, 10, 12, tzinfo=UTC)}
        new.add(
            {**row, "outcome_code": "new", "http_status": 200, "media_type": "text/html", "outlet": "Vale Daily"},
            body.encode(),
            status_line="200 OK",
            headers=[("Content-Type", "text/html")],
        )
        return new.code


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_HOME", str(tmp_path))
    monkeypatch.delenv("POSTURE_INBOX", raising=False)
    use(tmp_path, monkeypatch, "[]")
    return tmp_path


def use(home: Path, monkeypatch: pytest.MonkeyPatch, patterns: str) -> None:
    (home / "mine.yaml").write_text(CATALOGUE.format(patterns=patterns), encoding="utf-8")
    monkeypatch.setenv("POSTURE_SOURCES", str(home / "mine.yaml"))


def article(home: Path) -> dict[str, Any]:
    (row,) = lake.read_table(home / "lake", "articles").to_pylist()
    return dict(row)


def test_a_sources_own_patterns_clean_its_pages_and_a_change_of_them_derives_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = fill(home / "archive", *LINES)
    assert steps.derive_pending()["batches"] == [code]
    assert LINES[1] in article(home)["text"]
    assert article(home)["removed_lines"] == []

    use(home, monkeypatch, r"['ask the \w+ desk .*']")
    assert steps.derive_pending()["batches"] == [code]
    assert LINES[1] not in article(home)["text"]
    assert LINES[2] in article(home)["text"]
    assert article(home)["removed_lines"] == [{"rule_code": "source_rule", "line_count": 1}]
    assert steps.derive_pending()["batches"] == []


def test_under_another_catalogue_a_batch_keeps_the_patterns_that_it_was_derived_with(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = fill(home / "archive", *LINES)
    use(home, monkeypatch, r"['ask the \w+ desk .*']")
    steps.derive_pending()
    monkeypatch.setenv("POSTURE_SOURCES", "newsroom")
    assert steps.derive_pending()["batches"] == []
    assert steps.rederive([code])["batches"] == [code]
    assert LINES[1] not in article(home)["text"]


def test_a_pattern_that_is_none_stops_before_anything_is_derived(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(home / "archive", *LINES)
    use(home, monkeypatch, "['(ask']")
    with pytest.raises(ConfigError, match=r"furniture_patterns\.0.*regular expression") as raised:
        steps.derive_pending()
    assert "vale" in str(raised.value)
    assert lake.batches(home / "lake") == []


def test_a_batch_whose_manifest_can_not_be_read_is_derived_again(home: Path) -> None:
    code = fill(home / "archive", *LINES)
    steps.derive_pending()
    path = home / "lake" / code / "manifest.json"
    whole = path.read_bytes()
    path.write_text("{}", encoding="utf-8")
    (problem,) = (p for p in steps.verify() if "manifest.json" in p)
    assert problem.count("Remedy: ") == 1
    assert f"posture rederive {code}" in problem
    assert steps.derive_pending()["batches"] == [code]
    assert path.read_bytes() == whole
    path.write_text("{", encoding="utf-8")
    assert steps.rederive([code])["batches"] == [code]
    assert path.read_bytes() == whole


@pytest.mark.parametrize("step", [steps.derive_pending, steps.rederive, steps.build_candidate, steps.prune])
def test_what_the_system_says_of_a_file_is_told_with_its_place_and_a_remedy(
    step: Any, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home / "archive", *LINES)
    for name in ("lake", "releases"):
        (home / name).write_text("a file where a folder belongs", encoding="utf-8")
    with pytest.raises(StorageError, match=r"exists|directory") as raised:
        step()
    assert str(home) in str(raised.value)
    assert "POSTURE_HOME" in str(raised.value)


def test_a_day_is_a_day_and_nothing_else(home: Path) -> None:
    for text in ("yesterday", "2026-11-23garbage"):
        with pytest.raises(ConfigError, match="is no day"):
            steps.collect_source("vale", text)


def test_nothing_to_derive_again_is_said(home: Path) -> None:
    with pytest.raises(ConfigError, match=rf"holds no batch.*{home}.*POSTURE_HOME"):
        steps.rederive()
