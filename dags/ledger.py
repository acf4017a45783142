"""What the Dags share: the assets that join them, when the first one starts, how a task is retried, a run's day.

Parsed with every Dag, so it imports nothing heavy; the steps are imported inside the tasks.
"""

from __future__ import annotations

import logging
import math
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from airflow.sdk import (
    Asset,
    CronPartitionTimetable,
    ExceptionRetryPolicy,
    PartitionedAssetTimetable,
    PartitionedAtRuntime,
    RetryAction,
    RetryRule,
    StartOfDayMapper,
    get_current_context,
)

log = logging.getLogger(__name__)
#: A partition key is a day.
DAY = "%Y-%m-%d"
#: When `ingest` starts: a cron expression, or `manual`, which also keeps `maintain` from starting by itself.
INGEST_AT = os.environ.get("POSTURE_SCHEDULE") or "0 5 * * *"

ARCHIVE = Asset("archive", uri="posture://archive", group="posture", extra={"holds": "bytes as they came"})
LAKE = Asset("lake", uri="posture://lake", group="posture", extra={"holds": "derived tables in Parquet"})
MART = Asset("mart", uri="posture://mart", group="posture", extra={"holds": "the served database"})

#: What a report on one source counts.
COUNTS = ("listed", "new", "unchanged", "failed", "refused", "deferred")

#: One slot each: the database has one writer, and two derivations of one batch would do the same work twice.
DUCKDB_WRITER = "duckdb_writer"
LAKE_WRITER = "lake_writer"


def retry_policy() -> ExceptionRetryPolicy:
    """Fail at once where a second try changes nothing, and say why."""
    final = {"ConfigError": "a setting is wrong", "ValidationFailed": "the data is wrong"}
    final["NothingToPublish"] = "the ledger is empty"
    if INGEST_AT == "manual":
        final["FetchError"] = "whoever started this run by hand can start another"
    rules = [RetryRule(f"posture.errors.{name}", RetryAction.FAIL, reason=reason) for name, reason in final.items()]
    return ExceptionRetryPolicy(rules)


def defaults() -> dict[str, Any]:
    """Arguments of every task. `POSTURE_RETRIES` and `POSTURE_RETRY_SECONDS` shorten the wait at a desk.

    Raises:
        ValueError: one of them is no number from zero up; Airflow shows it as the Dag's import error.
    """
    return {
        "owner": "posture-ledger",
        "retries": _from_zero_up("POSTURE_RETRIES", int, 2),
        "retry_delay": timedelta(seconds=_from_zero_up("POSTURE_RETRY_SECONDS", float, 60)),
        "retry_exponential_backoff": 4,
        "max_retry_delay": timedelta(minutes=30),
        "retry_policy": retry_policy(),
        "execution_timeout": timedelta(minutes=30),
    }


def _from_zero_up(variable: str, kind: type[int] | type[float], default: int) -> float:
    text = os.environ.get(variable) or str(default)
    try:
        value = kind(text)
    except ValueError:
        value = -1
    if not 0 <= value < math.inf:
        what = "seconds" if kind is float else "retries"
        raise ValueError(
            f"{variable}={text!r} is no number of {what}. Remedy: give one such as {default}, or unset it."
        )
    return value


def schedule(cron: str) -> CronPartitionTimetable | PartitionedAtRuntime:
    """`cron` with days as partition keys, or only by hand where `POSTURE_SCHEDULE` says `manual`.

    A zero `run_immediately` makes a fresh installation wait for the next time; without it one that
    starts soon after 05:00 would run at once.
    """
    if INGEST_AT == "manual":
        return PartitionedAtRuntime()
    return CronPartitionTimetable(cron, timezone="UTC", key_format=DAY, run_immediately=timedelta(0))


def after(asset: Asset) -> PartitionedAssetTimetable:
    """Run for each day for which `asset` is announced."""
    return PartitionedAssetTimetable(assets=asset, default_partition_mapper=StartOfDayMapper(input_format=DAY))


def day() -> str:
    """The running task's day: its partition key, or for a run started without one the UTC day it was due."""
    run = get_current_context()["dag_run"]
    return run.partition_key or (run.run_after or datetime.now(UTC)).astimezone(UTC).strftime(DAY)


def sum_up(codes: Iterable[str], reports: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Counts over all sources, `[new, failed]` of each, the sources `missing` from the reports, and all warnings."""
    done = {report["source_code"]: report for report in reports}
    missing = [code for code in codes if code not in done]
    warnings = [f"{code}: could not be collected" for code in missing]
    warnings += [f"{code}: {text}" for code, report in done.items() for text in report["warnings"]]
    totals = {count: sum(report[count] for report in done.values()) for count in COUNTS}
    by_source = {code: [report["new"], report["failed"]] for code, report in done.items()}
    return {**totals, "by_source": by_source, "missing": missing, "warnings": warnings}


def warn(warnings: Iterable[str]) -> None:
    """Leave them in the task's log, each on its line."""
    for warning in warnings:
        log.warning("%s", warning)


def announce(asset: Asset, facts: Mapping[str, Any]) -> None:
    """Emit `asset` for this run's day with `facts` to read in the UI.

    The day is named even where the run has no partition key: without it the next Dag would not start.
    """
    event = get_current_context()["outlet_events"][asset]
    event.extra = dict(facts)
    event.add_partitions(day())
