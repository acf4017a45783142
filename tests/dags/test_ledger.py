from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import ledger
import pytest

from posture.errors import FetchError

if TYPE_CHECKING:
    from airflow.timetables.base import DagRunInfo


def report(code: str, **counts: Any) -> dict[str, Any]:
    return {"source_code": code, **dict.fromkeys(ledger.COUNTS, 0), "warnings": [], **counts}


def test_sums_up_what_was_collected_and_names_what_was_not() -> None:
    summary = ledger.sum_up(
        ["alpha", "bravo", "charlie"],
        [
            report("alpha", listed=9, new=4, warnings=["feed has no dates"]),
            report("charlie", listed=3, new=1, failed=2),
        ],
    )
    assert (summary["listed"], summary["new"], summary["failed"]) == (12, 5, 2)
    assert summary["missing"] == ["bravo"]
    assert summary["by_source"] == {"alpha": [4, 0], "charlie": [1, 2]}
    assert summary["warnings"] == ["bravo: could not be collected", "alpha: feed has no dates"]


def test_sums_up_nothing() -> None:
    summary = ledger.sum_up(["alpha"], [])
    assert summary["by_source"] == {}
    assert summary["missing"] == ["alpha"]


def first_run(cron: str) -> DagRunInfo | None:
    from airflow.serialization.encoders import coerce_to_core_timetable
    from airflow.timetables.base import TimeRestriction

    timetable = coerce_to_core_timetable(ledger.schedule(cron))
    return timetable.next_dagrun_info_v2(last_dagrun_info=None, restriction=TimeRestriction(None, None, catchup=False))


def test_a_fresh_installation_waits_for_the_next_time() -> None:
    just_missed = datetime.now(UTC) - timedelta(minutes=3)
    run = first_run(f"{just_missed.minute} {just_missed.hour} * * *")
    assert run is not None
    assert run.run_after > datetime.now(UTC) + timedelta(hours=23)
    assert run.partition_key == run.run_after.strftime("%Y-%m-%d")


def test_manual_never_starts_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "INGEST_AT", "manual")
    assert first_run("* * * * *") is None


def test_retries_can_be_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTURE_RETRIES", "5")
    monkeypatch.setenv("POSTURE_RETRY_SECONDS", "0.5")
    assert ledger.defaults()["retries"] == 5
    assert ledger.defaults()["retry_delay"] == timedelta(seconds=0.5)


@pytest.mark.parametrize("variable", ["POSTURE_RETRIES", "POSTURE_RETRY_SECONDS"])
@pytest.mark.parametrize("text", ["often", "-1", "nan"])
def test_a_wrong_number_of_retries_is_told_by_its_name(
    variable: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, text)
    with pytest.raises(ValueError, match=f"{variable}='{text}' is no number of .* Remedy: "):
        ledger.defaults()


@pytest.mark.parametrize(("schedule", "action"), [("0 5 * * *", "default"), ("manual", "fail")])
def test_an_unreachable_source_is_tried_again_only_where_nobody_watches(
    schedule: str, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "INGEST_AT", schedule)
    assert ledger.retry_policy().evaluate(FetchError("late"), 1, 2).action.value == action
