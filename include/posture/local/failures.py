"""Why a task failed, read from its log: Airflow writes one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LOUD = {"error", "critical"}


@dataclass(frozen=True)
class Failure:
    """One failed task. `kind` is the error's class name, or empty if the task was ended from outside."""

    task: str
    kind: str
    reason: str
    log: Path

    @property
    def is_unreachable_source(self) -> bool:
        """One source's trouble, not the run's."""
        return self.kind == "FetchError" and self.task.startswith("ingest.collect_source")

    def __str__(self) -> str:
        return f"{self.task}: {self.reason}\n    log: {self.log}"


def failure(instance: dict[str, Any], logs: Path) -> Failure:
    """The failure of a task instance, as REST describes it."""
    index = instance["map_index"]
    label = f"[{instance.get('rendered_map_index') or index}]" if index >= 0 else ""
    log = log_of(instance, logs)
    kind, reason = reason_in(log)
    if instance["state"] == "upstream_failed":
        kind, reason = "", "a task before it failed"
    return Failure(f"{instance['dag_id']}.{instance['task_id']}{label}", kind, reason, log)


def log_of(instance: dict[str, Any], logs: Path) -> Path:
    """The log of a task instance's latest attempt; its folder, if it wrote none."""
    folder = (
        logs / f"dag_id={instance['dag_id']}" / f"run_id={instance['dag_run_id']}" / f"task_id={instance['task_id']}"
    )
    if instance["map_index"] >= 0:
        folder /= f"map_index={instance['map_index']}"
    attempts = sorted(folder.glob("attempt=*.log"), key=lambda path: path.stat().st_mtime)
    return attempts[-1] if attempts else folder


def reason_in(log: Path) -> tuple[str, str]:
    """Class and message of the last error in a log; without one, its last words."""
    kind, reason, last = "", "", ""
    lines = log.read_text(errors="replace").splitlines() if log.is_file() else []
    for line in lines:
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        last = str(entry.get("event", last))
        if entry.get("error_detail"):
            error = entry["error_detail"][0]
            kind, reason = str(error.get("exc_type", "")), str(error.get("exc_value", ""))
            reason = reason if kind.startswith("Airflow") else f"{kind}: {reason}"
        elif entry.get("level") in _LOUD:
            kind, reason = "", last
    return kind, reason or (f"ended without an error of its own; last words: {last}" if last else "it wrote no log")
