"""The Dags as Airflow reads them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

import airflow_home
from posture.settings import REPOSITORY

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag


def read() -> DagBag:
    from airflow.dag_processing.dagbag import BundleDagBag

    folder = REPOSITORY / "dags"
    return BundleDagBag(str(folder), bundle_path=folder, bundle_name="dags-folder")


@pytest.fixture(scope="session")
def bag() -> DagBag:
    return read()


@pytest.fixture
def run() -> Any:
    """`run("ingest")`: run a Dag within this process on a real metadata database; its run.

    Read anew each time, for a run leaves its parameters on the Dag.
    """
    airflow_home.migrate()
    return lambda dag_id, **options: read().dags[dag_id].test(**options)
