"""
### Build, validate, publish

**When:** after `extract` (or `rederive`) announces the asset `lake`. By hand: *Trigger* at any time.

**What:** builds a candidate database from the lake, holds it against the expectation suites, and only then makes it the
served version, in one flip. *Skipped* (pink) tasks mean that the lake is unchanged since the served version.

**A task is red:** readers still have the last good version. A red `validate_candidate` names the expectation and the
rows at fault; it is not retried, since the data would be the same. Clearing `build_candidate` with its downstream tasks
is always safe.
Runbook (docs/runbook.md): [`publish.build_candidate`](/posture/runbook#publish.build_candidate),
[`publish.validate_candidate`](/posture/runbook#publish.validate_candidate),
[`publish.publish_candidate`](/posture/runbook#publish.publish_candidate).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import ledger
from airflow.sdk import dag, task
from airflow.sdk.exceptions import AirflowSkipException


@dag(
    schedule=ledger.after(ledger.LAKE), catchup=False, max_active_runs=1, dagrun_timeout=timedelta(hours=3),
    tags=["posture", "release"], default_args=ledger.defaults(), doc_md=__doc__,
)  # fmt: skip
def publish() -> None:
    """Lake → candidate → verdict → the asset `mart`."""

    @task(pool=ledger.DUCKDB_WRITER)
    def build_candidate() -> str:
        """Build a candidate database beside the served one."""
        from posture import steps

        if not (path := steps.build_candidate()):
            raise AirflowSkipException("the lake is unchanged since the served version")
        return path

    @task(pool=ledger.DUCKDB_WRITER)
    def validate_candidate(candidate: str) -> str:
        """Hold the candidate against the expectation suites; a critical failure stops here."""
        from posture import steps

        return steps.validate_candidate(candidate)

    @task(pool=ledger.DUCKDB_WRITER, outlets=[ledger.MART])
    def publish_candidate(candidate: str) -> dict[str, Any]:
        """Make the candidate the served version."""
        from posture import steps

        manifest = steps.publish_candidate(candidate)
        facts = {key: value for key, value in manifest.items() if isinstance(value, str | int | float)}
        ledger.announce(ledger.MART, facts)
        return facts

    candidate = build_candidate()
    validate_candidate(candidate) >> publish_candidate(candidate)  # type: ignore[arg-type]


publish()
