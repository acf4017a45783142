"""The Dags run within this process, on a metadata database, over steps that do as a test says."""

from __future__ import annotations

from typing import Any

import pytest

from posture import steps
from posture.errors import FetchError

REPORT = {"listed": 3, "new": 2, "unchanged": 1, "failed": 0, "refused": 0, "deferred": 0, "warnings": []}


def states(run: Any) -> dict[str, str]:
    return {f"{i.task_id}{i.map_index if i.map_index >= 0 else ''}": str(i.state) for i in run.get_task_instances()}


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Three sources; those in the set can't be reached."""
    unreachable: set[str] = set()

    def collect(code: str, day: str | None) -> dict[str, Any]:
        if code in unreachable:
            raise FetchError(f"{code} does not answer", source=code)
        return {"source_code": code, "batch_code": f"{code}/{day}-01", **REPORT}

    monkeypatch.setattr(steps, "source_codes", lambda: ["alpha", "bravo", "charlie"])
    monkeypatch.setattr(steps, "collect_source", collect)
    return unreachable


def test_one_unreachable_source_does_not_stop_the_others(run: Any, sources: set[str]) -> None:
    sources.add("bravo")
    done = run("ingest")
    assert states(done) == {
        "source_codes": "success",
        "collect_source0": "success",
        "collect_source1": "failed",
        "collect_source2": "success",
        "collected": "success",
    }
    assert str(done.state) == "success"


def test_a_run_that_collects_nothing_is_red(run: Any, sources: set[str]) -> None:
    sources.update({"alpha", "bravo", "charlie"})
    done = run("ingest")
    assert states(done)["collected"] == "failed"
    assert str(done.state) == "failed"


def test_publish_skips_what_is_published_already(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "build_candidate", lambda: "")
    done = run("publish")
    assert set(states(done).values()) == {"skipped"}
    assert str(done.state) == "success"


def test_publish_hands_one_path_from_task_to_task(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    manifest = {"version": "000001-abc", "token": 7, "files": {"a": 1}}
    monkeypatch.setattr(steps, "build_candidate", lambda: "/candidate")
    monkeypatch.setattr(steps, "validate_candidate", lambda path: seen.append(f"validate {path}") or "/verdict")
    monkeypatch.setattr(steps, "publish_candidate", lambda path: seen.append(f"publish {path}") or manifest)
    assert set(states(run("publish")).values()) == {"success"}
    assert seen == ["validate /candidate", "publish /candidate"]


def test_rederive_takes_the_batches_named_or_all(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(steps, "rederive", lambda codes: asked.append(codes) or {"batches": ["x"], "records": 1})
    run("rederive", run_conf={"batches": ["wire/2026-11-21-01"]})
    run("rederive")
    assert asked == [["wire/2026-11-21-01"], None]


def test_nothing_is_pruned_while_a_file_is_damaged(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "verify", lambda: ["releases/000001-abc/posture.duckdb: missing"])
    done = run("maintain")
    assert states(done) == {"verify": "failed", "prune": "upstream_failed"}
