"""Following a run, on canned answers of Airflow's REST interface."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from posture.errors import PostureError
from posture.local import cascade
from posture.local.cascade import Cascade, Outcome
from posture.local.progress import Progress

KEY = "2026-11-21"
BEGAN = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def at(seconds: float) -> str:
    return (BEGAN + timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")


def instance(task_id: str, state: str, map_index: int = -1, name: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{task_id}-{map_index}",
        "task_id": task_id,
        "dag_id": "",
        "dag_run_id": "",
        "map_index": map_index,
        "rendered_map_index": name,
        "state": state,
        "try_number": 1,
        "end_date": at(10),
        **more,
    }


class Airflow:
    """Answers as Airflow would: runs that are over, and the run that each event started."""

    def __init__(self) -> None:
        self.triggered: list[dict[str, Any]] = []
        self.paused: set[str] = set()
        self.states = dict.fromkeys(cascade.DAGS, "success")
        self.run_after = {"extract": at(11), "publish": at(12)}
        self.keys = dict.fromkeys(cascade.DAGS, KEY)
        self.broken: list[dict[str, str]] = []
        self.tasks: dict[str, list[dict[str, Any]]] = {
            "ingest": [
                instance("source_codes", "success"),
                instance("collect_source", "success", 0, "alpha"),
                instance("collect_source", "success", 1, "bravo"),
                instance("collected", "success"),
            ],
            "extract": [instance("derive_pending", "success")],
            "publish": [instance(t, "success") for t in ("build_candidate", "validate_candidate", "publish_candidate")],
        }
        self.results: dict[str, Any] = {
            "collect_source": {"source_code": "alpha", "listed": 9, "new": 4, "failed": 1},
            "derive_pending": {"articles": 8, "records": 21, "rejections": 3, "by_state": {}},
            "source_codes": ["alpha", "bravo"],
        }

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        self.triggered.append({"path": path, **body})
        return body

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        parts = path.split("/")
        if path == "importErrors":
            return {"import_errors": self.broken}
        dag_id = parts[1]
        if path.endswith("xcomEntries/return_value"):
            return {"value": self.results[parts[5]]}
        if path.endswith("/taskInstances"):
            named = [{**i, "dag_id": dag_id, "dag_run_id": parts[3]} for i in self.tasks[dag_id]]
            return {"task_instances": named[query["offset"] :][: query["limit"]], "total_entries": len(named)}
        if path.endswith("/dagRuns"):
            run = {"dag_run_id": f"of-{dag_id}", "run_type": "asset_triggered", "partition_key": self.keys[dag_id]}
            return {"dag_runs": [{**run, "run_after": self.run_after[dag_id]}]}
        if "dagRuns" in parts:
            return {"state": self.states[dag_id]}
        return {"dag_id": dag_id, "is_paused": dag_id in self.paused}


@pytest.fixture
def airflow(monkeypatch: pytest.MonkeyPatch) -> Airflow:
    monkeypatch.setattr(cascade, "PATIENCE", 0.05)
    return Airflow()


@pytest.fixture
def follow(airflow: Airflow, progress: Progress, tmp_path: Path) -> Callable[[], Outcome]:
    return lambda: Cascade(airflow, tmp_path, progress, lambda: None, pause=0.01).run(KEY)  # type: ignore[arg-type]


def write_error(logs: Path, dag_id: str, task_id: str, kind: str, value: str) -> None:
    folder = logs / f"dag_id={dag_id}" / f"run_id=of-{dag_id}" / f"task_id={task_id}"
    folder.mkdir(parents=True)
    entry = {"level": "error", "event": "failed", "error_detail": [{"exc_type": kind, "exc_value": value}]}
    (folder / "attempt=1.log").write_text(json.dumps(entry))


def test_a_run_is_followed_to_its_published_end(
    airflow: Airflow, follow: Callable[[], Outcome], out: io.StringIO
) -> None:
    outcome = follow()
    assert outcome == Outcome([], [], is_published=True)
    (run,) = airflow.triggered
    assert run["path"] == "dags/ingest/dagRuns"
    assert run["partition_key"] == KEY
    assert run["logical_date"] is None
    assert "alpha                    9 listed, 4 new, 1 failed" in out.getvalue()
    assert "8 articles, 21 records, 3 rejections" in out.getvalue()


def test_warnings_of_collecting_and_deriving_reach_whoever_runs_it(
    airflow: Airflow, follow: Callable[[], Outcome]
) -> None:
    airflow.tasks["ingest"] = [instance("collect_source", "success", 0, "alpha")]
    airflow.results["collect_source"]["warnings"] = ["file:gone.txt: missing_file"]
    airflow.results["derive_pending"]["warnings"] = ["alpha: file:blank.txt: no_text"]
    assert follow().warnings == ["alpha: file:gone.txt: missing_file", "alpha: file:blank.txt: no_text"]


def test_an_unchanged_lake_publishes_nothing(airflow: Airflow, follow: Callable[[], Outcome]) -> None:
    for task in airflow.tasks["publish"]:
        task["state"] = "skipped"
    assert follow() == Outcome([], [], is_published=False)


def test_an_unreachable_source_is_no_failure_of_the_run(
    airflow: Airflow, follow: Callable[[], Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    airflow.tasks["ingest"][2]["state"] = "failed"
    monkeypatch.setattr("posture.local.failures.reason_in", lambda _log: ("FetchError", "FetchError: 500"))
    outcome = follow()
    assert outcome.failures == []
    assert [f.task for f in outcome.unreachable] == ["ingest.collect_source[bravo]"]
    assert outcome.is_published


def test_a_fault_in_a_source_is_one_though_the_others_go_on(
    airflow: Airflow, follow: Callable[[], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    airflow.tasks["ingest"][2]["state"] = "failed"
    monkeypatch.setattr("posture.local.failures.reason_in", lambda _log: ("TypeError", "TypeError: a bug"))
    outcome = follow()
    assert [str(f.reason) for f in outcome.failures] == ["TypeError: a bug"]
    assert outcome.is_published


def test_a_failed_task_ends_the_run_with_its_name_and_reason(
    airflow: Airflow, follow: Callable[[], Outcome], tmp_path: Path
) -> None:
    airflow.states["publish"] = "failed"
    airflow.tasks["publish"][1]["state"] = "failed"
    airflow.tasks["publish"][2]["state"] = "upstream_failed"
    write_error(tmp_path, "publish", "validate_candidate", "ValidationFailed", "records: 3 rows without evidence")
    outcome = follow()
    (found,) = outcome.failures
    assert found.task == "publish.validate_candidate"
    assert "3 rows without evidence" in found.reason
    assert found.log.name == "attempt=1.log"
    assert not outcome.is_published


def test_a_failed_ingest_is_followed_no_further(airflow: Airflow, follow: Callable[[], Outcome]) -> None:
    airflow.states["ingest"] = "failed"
    airflow.tasks["ingest"][3]["state"] = "failed"
    del airflow.run_after["extract"]
    assert [f.task for f in follow().failures] == ["ingest.collected"]


def test_a_run_marked_as_failed_by_hand_is_told(airflow: Airflow, follow: Callable[[], Outcome]) -> None:
    airflow.states["extract"] = "failed"
    (found,) = follow().failures
    assert "marked as failed" in found.reason


def test_a_paused_dag_is_said_before_anything_starts(airflow: Airflow, follow: Callable[[], Outcome]) -> None:
    airflow.paused = {"extract"}
    with pytest.raises(PostureError, match="paused in Airflow: extract"):
        follow()
    assert airflow.triggered == []


@pytest.mark.parametrize("why", ["older", "other day"])
def test_another_run_of_the_consumer_is_not_taken_for_ours(
    airflow: Airflow, follow: Callable[[], Outcome], why: str
) -> None:
    if why == "older":
        airflow.run_after["extract"] = at(9)
    else:
        airflow.keys["extract"] = "2026-11-20"
    with pytest.raises(PostureError, match="extract was not started by its asset event"):
        follow()


def test_a_consumer_that_can_not_be_imported_is_the_reason(airflow: Airflow, follow: Callable[[], Outcome]) -> None:
    airflow.keys["extract"] = "never"
    airflow.broken = [{"filename": "extract.py", "stack_trace": "Traceback\n  ...\nSyntaxError: invalid syntax"}]
    with pytest.raises(PostureError, match=r"extract\.py: SyntaxError: invalid syntax"):
        follow()


def test_a_consumer_paused_meanwhile_is_the_reason(
    airflow: Airflow, follow: Callable[[], Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    airflow.keys["publish"] = "never"
    monkeypatch.setattr(Cascade, "_refuse_paused", lambda _self: None)
    airflow.paused = {"publish"}
    with pytest.raises(PostureError, match="it is paused, and events sent to a paused Dag are lost"):
        follow()


def test_sources_beyond_one_page_are_all_seen(
    airflow: Airflow, follow: Callable[[], Outcome], out: io.StringIO
) -> None:
    many = [instance("collect_source", "success", n, f"s{n}") for n in range(230)]
    airflow.tasks["ingest"] = [instance("source_codes", "success"), *many, instance("collected", "success")]
    follow()
    assert out.getvalue().count("9 listed") == 230


def test_says_which_tasks_run_and_how_many_are_through() -> None:
    tasks = [
        instance("source_codes", "success"),
        instance("collect_source", "success", 0, "alpha"),
        instance("collect_source", "running", 1, "bravo"),
        instance("collect_source", "running", 2, "2"),
        instance("collect_source", "queued", 3),
    ]
    assert cascade.activity(tasks) == "collect_source 1 of 4 (bravo)"
    assert cascade.activity([instance("derive_pending", "running")]) == "derive_pending"
    assert cascade.activity([instance("derive_pending", "success")]) == ""


def test_a_retry_is_told_with_the_sources_name(airflow: Airflow, progress: Progress, out: io.StringIO) -> None:
    watch = Cascade(airflow, Path("/nowhere"), progress, lambda: None)  # type: ignore[arg-type]
    waiting = instance("collect_source", "up_for_retry", 1, "1", dag_id="ingest", dag_run_id="r")
    watch._tell("ingest", "dags/ingest/dagRuns/r", [waiting])
    watch._tell("ingest", "dags/ingest/dagRuns/r", [waiting])
    assert out.getvalue().count("ingest.collect_source[bravo] will be tried again") == 1


def test_dags_count_as_read_when_all_were_read_since() -> None:
    class Reading(Airflow):
        parsed = dict.fromkeys(cascade.DAGS, at(1))

        def get(self, path: str, **query: Any) -> dict[str, Any]:
            if path == "dags":
                return {"dags": [{"dag_id": d, "last_parsed_time": t} for d, t in self.parsed.items()]}
            return super().get(path, **query)

    airflow = Reading()
    assert cascade.wait_for_dags(airflow, BEGAN)  # type: ignore[arg-type]
    airflow.parsed = {**airflow.parsed, "publish": at(-1)}
    assert not cascade.wait_for_dags(airflow, BEGAN)  # type: ignore[arg-type]
    airflow.broken = [{"filename": "publish.py", "stack_trace": "NameError: x"}]
    with pytest.raises(PostureError, match=r"publish\.py: NameError"):
        cascade.wait_for_dags(airflow, BEGAN)  # type: ignore[arg-type]


def test_only_pools_that_are_missing_are_created() -> None:
    class Pools(Airflow):
        def get(self, path: str, **query: Any) -> dict[str, Any]:
            return {"name": "duckdb_writer"} if path == "pools/duckdb_writer" else {}

    airflow = Pools()
    cascade.create_pools(airflow)  # type: ignore[arg-type]
    assert [made["name"] for made in airflow.triggered] == ["lake_writer"]


def test_one_cause_that_breaks_several_dags_is_told_once(airflow: Airflow) -> None:
    trace = "Traceback …\nValueError: POSTURE_RETRIES='often' is no number of retries."
    airflow.broken = [{"filename": f"{name}.py", "stack_trace": trace} for name in ("ingest", "extract")]
    airflow.broken.append({"filename": "publish.py", "stack_trace": "SyntaxError: invalid syntax"})
    assert cascade.import_errors(airflow) == (  # type: ignore[arg-type] # the fake has the two methods that are asked
        "can't be imported: ingest.py, extract.py: ValueError: POSTURE_RETRIES='often' is no number of retries.; "
        "publish.py: SyntaxError: invalid syntax"
    )
