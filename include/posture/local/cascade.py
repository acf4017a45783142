"""One run of the pipeline, followed through Airflow: `ingest`, and what its asset events start.

Airflow links the Dags; this only watches, and says what it sees. A consumer's run is known by its partition
key and by having been made after the event.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..errors import PostureError
from .api import Api, quoted
from .failures import Failure, failure
from .progress import Progress

DAGS = ("ingest", "extract", "publish")
#: Slots: one writer of the database, one of the lake.
POOLS = {"duckdb_writer": "one writer of the database", "lake_writer": "one derivation at a time"}
#: Seconds within which an asset event should have started the next Dag; it takes about one.
PATIENCE = 40.0
#: Seconds in the queue that are worth a word.
_LONG = 5.0
_PAGE = 100
#: Tasks whose results are shown, and what of them.
_COUNTED = {"collect_source", "derive_pending"}
_ALWAYS = ("listed", "new", "articles", "records")
_WHERE_NOT_ZERO = ("failed", "refused", "deferred", "rejections")
_OVER = {"success", "failed"}
_FAILED = {"failed", "upstream_failed"}


@dataclass
class Outcome:
    """What came of a run."""

    failures: list[Failure] = field(default_factory=list)
    unreachable: list[Failure] = field(default_factory=list)
    #: What did not stop the run, but somebody should know: one line each, with source, document and reason.
    warnings: list[str] = field(default_factory=list)
    is_published: bool = False


class Cascade:
    """Watches over one run.

    Args:
        api: of an Airflow whose Dags are read.
        logs: folder of the task logs.
        progress: to show what is seen.
        check: raises when a component of Airflow has died; called at every look.
        pause: seconds between two looks.
    """

    def __init__(self, api: Api, logs: Path, progress: Progress, check: Callable[[], None], pause: float = 0.4) -> None:
        self._api, self._logs, self._progress, self._check, self._pause = api, logs, progress, check, pause
        self._told: set[str] = set()
        self._warnings: list[str] = []
        self._new = 0

    def run(self, key: str) -> Outcome:
        """Trigger `ingest` for the day `key` and follow it to the end.

        Raises:
            PostureError: a Dag can't run (paused, not importable), or an announced asset started nothing.
        """
        self._refuse_paused()
        run_id = f"run__{datetime.now(UTC).isoformat()}"
        body = {"dag_run_id": run_id, "logical_date": None, "partition_key": key, "note": "started by `make run`"}
        self._api.post("dags/ingest/dagRuns", body)
        outcome = Outcome(warnings=self._warnings)
        for dag_id, next_id in zip(DAGS, (*DAGS[1:], None), strict=True):
            state, instances = self._follow(dag_id, run_id)
            for instance in instances:
                if instance["state"] in _FAILED:
                    found = failure(instance, self._logs)
                    (outcome.unreachable if found.is_unreachable_source else outcome.failures).append(found)
            if state != "success":
                return self._without_echoes(outcome, dag_id, run_id)
            if next_id:
                run_id = self._started_by_event(next_id, key, max(str(i["end_date"] or "") for i in instances))
            else:
                outcome.is_published = all(i["state"] == "success" for i in instances)
        return outcome

    def _follow(self, dag_id: str, run_id: str) -> tuple[str, list[dict[str, Any]]]:
        """Watch one run until it is over: its state and its task instances."""
        path, began = f"dags/{dag_id}/dagRuns/{quoted(run_id)}", time.monotonic()
        while True:
            self._check()
            state = str(self._api.get(path).get("state"))
            instances = self._instances(path)
            self._tell(dag_id, path, instances)
            if state == "queued" and time.monotonic() - began > _LONG:
                self._progress.now(dag_id, "waits for its turn; one run at a time")
            if state in _OVER:
                return state, instances
            time.sleep(self._pause)

    def _instances(self, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            page = self._api.get(f"{path}/taskInstances", limit=_PAGE, offset=len(found))
            found += page.get("task_instances", [])
            if not page.get("task_instances") or len(found) >= int(page["total_entries"]):
                return found

    def _tell(self, dag_id: str, path: str, instances: Sequence[dict[str, Any]]) -> None:
        """One line for each task with something to count, and each that will be tried again; then what runs now."""
        for instance in instances:
            mark = f"{instance['id']} {instance['try_number']} {instance['state']}"
            if mark in self._told:
                continue
            if instance["state"] == "up_for_retry":
                self._told.add(mark)
                found = failure(self._named(instance, path), self._logs)
                self._progress.line(f"        {found.task} will be tried again: {found.reason}")
            elif instance["state"] == "success" and instance["task_id"] in _COUNTED:
                self._told.add(mark)
                entry = f"{path}/taskInstances/{instance['task_id']}/xcomEntries/return_value"
                report = self._api.get(entry, map_index=instance["map_index"], deserialize="true").get("value")
                if isinstance(report, dict):
                    self._progress.line("        " + counts(report))
                    self._new += int(report.get("new", 0))
                    self._warnings += warnings(report)
        if doing := activity(instances):
            so_far = f", {self._new} new documents so far" if dag_id == DAGS[0] and self._new else ""
            self._progress.now(dag_id, doing + so_far)

    def _named(self, instance: dict[str, Any], path: str) -> dict[str, Any]:
        """The instance with its source's name; between two attempts Airflow has only its number."""
        if instance["task_id"] != "collect_source":
            return instance
        codes = self._api.get(f"{path}/taskInstances/source_codes/xcomEntries/return_value", deserialize="true")
        return {**instance, "rendered_map_index": codes["value"][instance["map_index"]]}

    def _started_by_event(self, dag_id: str, key: str, since: str) -> str:
        """The run of `dag_id` that the event announced after `since` started."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self._check()
            for run in self._api.get(f"dags/{dag_id}/dagRuns", order_by="-run_after", limit=20).get("dag_runs", []):
                is_ours = run["partition_key"] == key and run["run_type"] == "asset_triggered"
                if is_ours and instant(run["run_after"]) >= instant(since):
                    return str(run["dag_run_id"])
            self._progress.now(dag_id, "waits for its asset event")
            time.sleep(self._pause)
        raise PostureError(
            f"{dag_id} was not started by its asset event within {PATIENCE:.0f} s: {self._why_not(dag_id)}",
            stage="local",
            where=self._logs / "scheduler.log",
            remedy=f"See to the reason, then trigger {dag_id} by hand in the UI (`make up`).",
        )

    def _why_not(self, dag_id: str) -> str:
        broken = import_errors(self._api)
        if broken:
            return broken
        dag = self._api.get(f"dags/{dag_id}")
        if not dag:
            return "Airflow does not know this Dag"
        if dag["is_paused"]:
            return "it is paused, and events sent to a paused Dag are lost"
        return "it is active and can be imported; the scheduler's log may tell more"

    def _refuse_paused(self) -> None:
        paused = [dag_id for dag_id in DAGS if self._api.get(f"dags/{dag_id}").get("is_paused")]
        if paused:
            raise PostureError(
                f"paused in Airflow: {', '.join(paused)}",
                stage="local",
                remedy="Somebody stopped them on purpose. Un-pause them in the UI (`make up`), then run again.",
            )

    def _without_echoes(self, outcome: Outcome, dag_id: str, run_id: str) -> Outcome:
        """Leave out tasks that failed only because another did, unless nothing else tells of the failure."""
        echo = "a task before it failed"
        outcome.failures = [f for f in outcome.failures if f.reason != echo] or outcome.failures
        if not outcome.failures:
            folder = self._logs / f"dag_id={dag_id}" / f"run_id={run_id}"
            outcome.failures = [Failure(dag_id, "", "the run was marked as failed or took too long", folder)]
        return outcome


def wait_for_dags(api: Api, since: datetime) -> bool:
    """Whether all Dags have been read since then.

    Raises:
        PostureError: one can't be imported; the message holds the end of its traceback.
    """
    if broken := import_errors(api):
        raise PostureError(broken, stage="local", remedy="Correct what the message names, or the file.")
    known = {dag["dag_id"]: dag for dag in api.get("dags", limit=_PAGE).get("dags", [])}
    return all(
        d in known and known[d]["last_parsed_time"] and instant(known[d]["last_parsed_time"]) >= since for d in DAGS
    )


def import_errors(api: Api) -> str:
    """Dag files that can't be imported, and why; empty if there are none."""
    found = api.get("importErrors").get("import_errors", [])
    files: dict[str, list[str]] = {}
    for e in found:  # one cause may keep all of them from being imported
        files.setdefault(str(e["stack_trace"]).strip().splitlines()[-1], []).append(e["filename"])
    ends = [f"{', '.join(names)}: {end}" for end, names in files.items()]
    return "can't be imported: " + "; ".join(ends) if ends else ""


def create_pools(api: Api) -> None:
    """Create the pools that the Dags name; a task whose pool is missing would wait for ever.

    Asked for first: to one that is there already, Airflow would write a traceback into its log.
    """
    for name, description in POOLS.items():
        if not api.get(f"pools/{name}"):
            api.post("pools", {"name": name, "slots": 1, "description": description, "include_deferred": False})


def activity(instances: Sequence[dict[str, Any]]) -> str:
    """Which task runs, and how many of a mapped one are through; empty between two tasks."""
    active = [i for i in instances if i["state"] in {"running", "queued", "scheduled", "up_for_retry"}]
    if not active:
        return ""
    task_id = str(active[0]["task_id"])
    group = [i for i in instances if i["task_id"] == task_id]
    if group[0]["map_index"] < 0:
        return task_id
    through = [i for i in group if i["state"] in {"success", *_FAILED, "skipped"}]
    names = [str(i["rendered_map_index"] or "") for i in active if i["state"] == "running"]
    named = ", ".join(name for name in names if name and not name.isdigit())
    return f"{task_id} {len(through)} of {len(group)}" + (f" ({named})" if named else "")


def counts(report: dict[str, Any]) -> str:
    """A task's result as a line: `harbour-post             12 listed, 9 new, 1 failed`."""
    shown = [f"{report[name]} {name}" for name in _ALWAYS if name in report]
    shown += [f"{report[name]} {name}" for name in _WHERE_NOT_ZERO if report.get(name)]
    return f"{report.get('source_code', 'derived'):<24} {', '.join(shown)}"


def warnings(report: dict[str, Any]) -> list[str]:
    """A task's warnings; those of a source with its code."""
    code = report.get("source_code")
    return [f"{code}: {text}" if code else str(text) for text in report.get("warnings", ())]


def instant(text: str) -> datetime:
    """REST's timestamps, as instants."""
    return datetime.fromisoformat(text) if text else datetime.min.replace(tzinfo=UTC)
