"""
### Fetch what is new, from every source

**When:** daily at 05:00 UTC, for that day. By hand: *Trigger*; without a partition key it is today's run.

**What:** asks each source of the catalogue for new documents and keeps their bytes, unread, in the archive.
Then announces the asset `archive`, which starts `extract`.

**A task is red:** one red `collect_source` is one source that could not be reached; the others went on and
nothing is lost, for it is asked again at the next run. Clearing a red task is always safe.
Runbook (docs/runbook.md): [`ingest.source_codes`](/posture/runbook#ingest.source_codes),
[`ingest.collect_source`](/posture/runbook#ingest.collect_source),
[`ingest.collected`](/posture/runbook#ingest.collected).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import ledger
from airflow.sdk import TriggerRule, dag, task
from airflow.sdk.exceptions import AirflowFailException


@dag(
    schedule=ledger.schedule(ledger.INGEST_AT), catchup=False, max_active_runs=1, dagrun_timeout=timedelta(hours=4),
    tags=["posture", "collect"], default_args=ledger.defaults(), doc_md=__doc__,
)  # fmt: skip
def ingest() -> None:
    """Catalogue → one task a source → the asset `archive`."""

    @task(execution_timeout=timedelta(minutes=2))
    def source_codes() -> list[str]:
        """List the sources of the catalogue."""
        from posture import steps

        return steps.source_codes()

    # A mapped task's docstring does not reach the UI.
    @task(
        doc_md="Fetch one source's new documents into the archive.",
        map_index_template="{{ task.op_kwargs['source_code'] }}",
        execution_timeout=timedelta(hours=1),
    )
    def collect_source(source_code: str) -> dict[str, Any]:
        from posture import steps

        return steps.collect_source(source_code, ledger.day())

    @task(trigger_rule=TriggerRule.ALL_DONE, outlets=[ledger.ARCHIVE], execution_timeout=timedelta(minutes=2))
    def collected(codes: list[str] | None, reports: Iterable[dict[str, Any]] | None) -> dict[str, Any]:
        """Sum up, warn, announce. Red only where every source failed."""
        summary = ledger.sum_up(codes or (), reports or ())
        ledger.warn(summary["warnings"])
        if not summary["by_source"]:
            raise AirflowFailException(f"none of the {len(summary['missing'])} sources could be collected")
        ledger.announce(ledger.ARCHIVE, {**summary, "warnings": summary["warnings"][:20]})
        return summary

    codes = source_codes()
    collected(codes, collect_source.expand(source_code=codes))  # type: ignore[arg-type]


ingest()
