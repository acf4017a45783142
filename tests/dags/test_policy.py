"""What every Dag here has to be. The Dags are enumerated, so a new one is held to it too."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from posture.settings import REPOSITORY

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag

FILES = sorted(p for p in (REPOSITORY / "dags").glob("*.py") if p.name != "ledger.py")
DAGS = [p.stem for p in FILES]
ROOMS = {"collect", "derive", "release", "care"}
HEAVY = ("duckdb", "pyarrow", "great_expectations", "trafilatura", "lxml", "numpy", "requests_cache", "posture.steps")


def test_all_files_can_be_imported_and_hold_the_dag_of_their_name(bag: DagBag) -> None:
    assert bag.import_errors == {}
    assert sorted(bag.dags) == DAGS


@pytest.mark.parametrize("path", FILES, ids=DAGS)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 70


@pytest.mark.parametrize("dag_id", DAGS)
def test_a_dag_says_whose_it_is_and_what_to_do(bag: DagBag, dag_id: str) -> None:
    dag = bag.dags[dag_id]
    assert "posture" in dag.tags
    assert len(ROOMS & set(dag.tags)) == 1
    for part in ("**When:**", "**What:**", "**A task is red:**", "docs/runbook.md", "always safe"):
        assert part in str(dag.doc_md), part
    for task in dag.tasks:
        assert f"`{dag_id}.{task.task_id}`" in str(dag.doc_md)
        assert task.doc_md, f"{task.task_id} has no docstring"
        assert task.owner == "posture-ledger"


@pytest.mark.parametrize("dag_id", DAGS)
def test_a_dag_runs_once_at_a_time_and_not_for_ever(bag: DagBag, dag_id: str) -> None:
    dag = bag.dags[dag_id]
    assert dag.max_active_runs == 1
    assert not dag.catchup
    assert dag.dagrun_timeout
    for task in dag.tasks:
        assert task.execution_timeout
        assert task.execution_timeout <= dag.dagrun_timeout
        assert task.retry_exponential_backoff > 1
        assert task.max_retry_delay <= timedelta(hours=1)


@pytest.mark.parametrize("dag_id", DAGS)
def test_a_second_try_is_not_wasted_on_what_it_cannot_change(bag: DagBag, dag_id: str) -> None:
    from airflow.sdk import RetryAction

    from posture.errors import ConfigError, FetchError, NothingToPublish, PublishError, ValidationFailed

    for task in bag.dags[dag_id].tasks:
        for error, action in (
            (ConfigError("wrong"), RetryAction.FAIL),
            (ValidationFailed("bad"), RetryAction.FAIL),
            (NothingToPublish("empty"), RetryAction.FAIL),
            (PublishError("overtaken"), RetryAction.DEFAULT),
            (FetchError("late"), RetryAction.DEFAULT),
        ):
            assert task.retry_policy.evaluate(error, 1, 2).action is action


@pytest.mark.parametrize("dag_id", DAGS)
def test_the_runbook_has_a_heading_for_each_task(bag: DagBag, dag_id: str) -> None:
    headings = set(re.findall(r"^## `?([\w.]+)`?\s*$", (REPOSITORY / "docs" / "runbook.md").read_text(), re.MULTILINE))
    assert {f"{dag_id}.{task_id}" for task_id in bag.dags[dag_id].task_ids} <= headings


@pytest.mark.parametrize(
    ("dag_id", "task_id", "pool"),
    [
        ("extract", "derive_pending", "lake_writer"),
        ("rederive", "rederive", "lake_writer"),
        ("publish", "build_candidate", "duckdb_writer"),
        ("publish", "validate_candidate", "duckdb_writer"),
        ("publish", "publish_candidate", "duckdb_writer"),
        ("maintain", "prune", "duckdb_writer"),
    ],
)
def test_writers_take_turns(bag: DagBag, dag_id: str, task_id: str, pool: str) -> None:
    assert bag.dags[dag_id].get_task(task_id).pool == pool


def test_every_pool_named_is_created(bag: DagBag) -> None:
    from posture.local.cascade import POOLS

    named = {task.pool for dag in bag.dags.values() for task in dag.tasks} - {"default_pool"}
    assert named == set(POOLS)
    compose = (REPOSITORY / "docker-compose.yaml").read_text()
    assert all(f"airflow pools set {pool} 1" in compose for pool in named)


def test_tasks_are_named_after_the_step_that_they_call(bag: DagBag) -> None:
    from posture import steps

    for dag in bag.dags.values():
        for task_id in set(dag.task_ids) - {"collected"}:
            assert callable(getattr(steps, task_id))


def test_assets_join_the_dags(bag: DagBag) -> None:
    def outlets(dag_id: str) -> set[str]:
        return {asset.name for task in bag.dags[dag_id].tasks for asset in task.outlets}

    def inlets(dag_id: str) -> set[str]:
        timetable: Any = bag.dags[dag_id].timetable
        return {timetable.asset_condition.name}

    assert outlets("ingest") == inlets("extract") == {"archive"}
    assert outlets("extract") == outlets("rederive") == inlets("publish") == {"lake"}
    assert outlets("publish") == {"mart"}


def test_parsing_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from airflow.dag_processing.dagbag import BundleDagBag\n"
        "import airflow.sdk; before = set(sys.modules)\n"
        f"folder = {str(REPOSITORY / 'dags')!r}\n"
        "bag = BundleDagBag(folder, bundle_path=Path(folder), bundle_name='dags-folder')\n"
        "assert len(bag.dags) > 1, bag.import_errors\n"
        f"print([m for m in {HEAVY!r} if m in set(sys.modules) - before])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done.stdout + done.stderr
