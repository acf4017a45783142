"""
### Look after what is kept

**When:** Sundays at 03:00 UTC. By hand: *Trigger*.

**What:** reads every archived, derived and published file and compares it with its recorded SHA-256, and looks whether
what the lake and the served version were made from is still there; then removes left-over candidates and published
versions beyond those that are kept. Never touches the served version.

**A task is red:** `verify` is red when a file is damaged or missing: its log names each. Nothing is removed then, since
an older version may be the only good one. Clearing a red task is always safe.
Runbook (docs/runbook.md): [`maintain.verify`](/posture/runbook#maintain.verify),
[`maintain.prune`](/posture/runbook#maintain.prune).
"""

from __future__ import annotations

import logging
from datetime import timedelta

import ledger
from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowFailException

log = logging.getLogger(__name__)


@dag(
    schedule=ledger.schedule("0 3 * * SUN"), catchup=False, max_active_runs=1, dagrun_timeout=timedelta(hours=6),
    tags=["posture", "care"], default_args=ledger.defaults(), doc_md=__doc__,
)  # fmt: skip
def maintain() -> None:
    """Verify, then prune."""

    @task(execution_timeout=timedelta(hours=4))
    def verify() -> int:
        """Compare every file with its recorded hash."""
        from posture import steps

        problems = steps.verify()
        for problem in problems:
            log.warning("%s", problem)
        if problems:
            raise AirflowFailException(f"{len(problems)} damaged or missing files; the first: {problems[0]}")
        return len(problems)

    @task(pool=ledger.DUCKDB_WRITER)
    def prune() -> list[str]:
        """Remove left-over candidates and versions beyond those that are kept."""
        from posture import steps

        return steps.prune()

    verify() >> prune()


maintain()
