from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from posture.local.failures import failure, reason_in

INSTANCE: dict[str, Any] = {
    "dag_id": "ingest",
    "dag_run_id": "run__2026-11-21T02:18:05+00:00",
    "task_id": "collect_source",
    "map_index": 2,
    "rendered_map_index": "harbour-wire",
    "state": "failed",
    "try_number": 2,
}


def write(logs: Path, *entries: dict[str, Any] | str, attempt: int = 1) -> Path:
    folder = logs / "dag_id=ingest" / f"run_id={INSTANCE['dag_run_id']}" / "task_id=collect_source" / "map_index=2"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"attempt={attempt}.log"
    path.write_text("\n".join(e if isinstance(e, str) else json.dumps(e) for e in entries) + "\n")
    return path


def error(kind: str, value: str) -> dict[str, Any]:
    detail = [{"exc_type": kind, "exc_value": value, "frames": []}, {"exc_type": "Inner", "exc_value": "cause"}]
    return {"level": "error", "event": "Task failed with exception", "error_detail": detail}


def test_names_task_source_reason_and_log(tmp_path: Path) -> None:
    log = write(tmp_path, {"level": "info", "event": "begins"}, error("TypeError", "a bug"))
    found = failure(INSTANCE, tmp_path)
    assert found.task == "ingest.collect_source[harbour-wire]"
    assert found.reason == "TypeError: a bug"
    assert found.log == log
    assert str(log) in str(found)
    assert not found.is_unreachable_source


def test_an_unreachable_source_is_told_from_a_fault(tmp_path: Path) -> None:
    write(tmp_path, error("FetchError", "every feed answered 500"))
    assert failure(INSTANCE, tmp_path).is_unreachable_source
    assert not failure({**INSTANCE, "task_id": "derive_pending", "map_index": -1}, tmp_path).is_unreachable_source


def test_the_latest_attempt_counts(tmp_path: Path) -> None:
    write(tmp_path, error("FetchError", "first"), attempt=1)
    write(tmp_path, error("FetchError", "second"), attempt=2)
    assert failure(INSTANCE, tmp_path).reason == "FetchError: second"


def test_airflows_own_wrapper_is_left_out(tmp_path: Path) -> None:
    log = write(tmp_path, error("AirflowFailException", "no source could be collected"))
    assert reason_in(log) == ("AirflowFailException", "no source could be collected")


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([{"level": "error", "event": "killed by signal 9"}], "killed by signal 9"),
        ([{"level": "info", "event": "still fetching"}, "not json {"], "still fetching"),
        ([], "no log"),
    ],
)
def test_a_task_ended_from_outside_still_has_a_reason(tmp_path: Path, entries: list[Any], reason: str) -> None:
    assert reason in reason_in(write(tmp_path, *entries))[1]


def test_a_task_that_never_began_has_a_reason(tmp_path: Path) -> None:
    found = failure({**INSTANCE, "state": "upstream_failed"}, tmp_path)
    assert found.reason == "a task before it failed"
    assert failure(INSTANCE, tmp_path).reason == "it wrote no log"
