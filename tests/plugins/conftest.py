"""The plugin as Airflow serves it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import airflow_home  # noqa: F401 - sets the environment before Airflow is imported
