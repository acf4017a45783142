"""Airflow for tests: a home of its own, set before anything imports Airflow, which reads it once a process."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from posture.settings import REPOSITORY

HOME = Path(tempfile.mkdtemp(prefix="posture-airflow-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

ENVIRONMENT = {
    "AIRFLOW_HOME": str(HOME),
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__DAGS_FOLDER": str(REPOSITORY / "dags"),
    "AIRFLOW__CORE__PLUGINS_FOLDER": str(REPOSITORY / "plugins"),
    "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "chief:admin,guest:viewer",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{HOME / 'airflow.db'}",
    "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(HOME / "logs"),
    "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
    "AIRFLOW__API_AUTH__JWT_SECRET": "a secret of sixty-four bytes or so, for tests and for nothing else",
    "POSTURE_RETRIES": "0",
}
(HOME / "airflow.cfg").touch()
os.environ.update(ENVIRONMENT)
for folder in ("dags", "plugins"):
    sys.path.append(str(REPOSITORY / folder))


@cache
def migrate() -> None:
    """Create the metadata database, once."""
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, capture_output=True)
