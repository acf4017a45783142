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


@pytest.fixture(scope="session")
def bag() -> DagBag:
    from airflow.dag_processing.dagbag import BundleDagBag

    folder = REPOSITORY / "dags"
    return BundleDagBag(str(folder), bundle_path=folder, bundle_name="dags-folder")


@pytest.fixture
def run(bag: DagBag) -> Any:
    """`run("ingest")`: run a Dag within this process on a real metadata database; its run."""
    airflow_home.migrate()
    return lambda dag_id, **options: bag.dags[dag_id].test(**options)
