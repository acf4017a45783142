from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

import airflow_home  # noqa: F401 - sets the environment before Airflow is imported
from posture.local.home import Home
from posture.local.progress import Progress


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "airflow-home")
    home.prepare()
    return home


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def progress(out: io.StringIO) -> Progress:
    return Progress(out)
