"""
### Read what was archived

**When:** after `ingest` announces the asset `archive`. By hand: *Trigger*, with or without a partition key; use it
too if this Dag was paused meanwhile, for announcements made while a Dag is paused are lost.

**What:** derives articles, records and rejections from every archived batch that the lake does not hold yet, or holds
from an older engine. Then announces the asset `lake`, which starts `publish`.

**A task is red:** nothing of a batch is in the lake until all of it is. Clearing the task is always safe and takes up
what is pending.
Runbook (docs/runbook.md): [`extract.derive_pending`](/posture/runbook#extract.derive_pending).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import ledger
from airflow.sdk import dag, task


@dag(
    schedule=ledger.after(ledger.ARCHIVE), catchup=False, max_active_runs=1, dagrun_timeout=timedelta(hours=7),
    tags=["posture", "derive"], default_args=ledger.defaults(), doc_md=__doc__,
)  # fmt: skip
def extract() -> None:
    """Archive → lake."""

    @task(pool=ledger.LAKE_WRITER, outlets=[ledger.LAKE], execution_timeout=timedelta(hours=3))
    def derive_pending() -> dict[str, Any]:
        """Derive every batch that the lake does not hold under this engine."""
        from posture import steps

        done = steps.derive_pending()
        ledger.warn(done["warnings"])
        facts = {**done, "batches": len(done["batches"])}
        ledger.announce(ledger.LAKE, facts)
        return facts

    derive_pending()


extract()
