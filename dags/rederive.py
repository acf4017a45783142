"""
### Read the archive again

**When:** only by hand, after the engine or a lexicon was changed and you don't want to wait for the next `extract`.

**What:** derives the batches that you name (`<source>/<day>-<nn>`), or with an empty list all of them, anew from the
archived bytes, replacing each whole. Then announces the asset `lake`, which starts `publish`. Nothing is fetched.

**A task is red:** batches already done stay done, the others are as before. Clearing the task is always safe.
Runbook (docs/runbook.md): [`rederive.rederive`](/posture/runbook#rederive.rederive).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import ledger
from airflow.sdk import Param, dag, get_current_context, task

BATCHES = Param(
    [],
    type="array",
    items={"type": "string", "pattern": r"^[a-z0-9_-]+/\d{4}-\d{2}-\d{2}-\d{2,}$"},
    title="Batches",
    description="Codes such as `wire/2026-11-21-01`, one a line. Empty: all of them.",
)


@dag(
    schedule=None, max_active_runs=1, dagrun_timeout=timedelta(hours=13), params={"batches": BATCHES},
    tags=["posture", "derive"], default_args=ledger.defaults(), doc_md=__doc__,
)  # fmt: skip
def rederive() -> None:
    """Archive → lake, again."""

    @task(task_id="rederive", pool=ledger.LAKE_WRITER, outlets=[ledger.LAKE], execution_timeout=timedelta(hours=12))
    def derive_again() -> dict[str, Any]:
        """Derive the named batches, or all, anew."""
        from posture import steps

        done = steps.rederive(get_current_context()["params"]["batches"] or None)
        ledger.warn(done["warnings"])
        facts = {**done, "batches": len(done["batches"])}
        ledger.announce(ledger.LAKE, facts)
        return facts

    derive_again()


rederive()
