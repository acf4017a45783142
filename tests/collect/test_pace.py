from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from posture.collect.pace import DEFERRED, LONGEST, STRIKES, Pace
from posture.errors import FetchError

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.at = 100.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.at - 100)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pace(time: Time) -> Callable[..., Pace]:
    def make(interval: float = 1.0, budget: float = 900.0, **not_before: datetime) -> Pace:
        return Pace(interval, budget, not_before, time.now, clock=time.clock, sleep=time.sleep)

    return make


def refusal(call: Callable[[], None]) -> str:
    with pytest.raises(FetchError) as raised:
        call()
    assert raised.value.reason in DEFERRED
    return raised.value.reason


def test_the_interval_runs_from_the_end_of_a_request_and_by_host(pace: Callable[..., Pace], time: Time) -> None:
    own = pace(interval=2.0)
    own.wait("a")
    time.at += 30
    own.sent("a")
    time.at += 0.5
    own.wait("b")
    own.wait("a")
    assert time.slept == [1.5]


def test_a_crawl_delay_lengthens_but_never_shortens(pace: Callable[..., Pace], time: Time) -> None:
    own = pace(interval=2.0)
    own.ask_for("a", 10.0)
    own.ask_for("b", 0.5)
    for host in ("a", "b"):
        own.sent(host)
        own.wait(host)
    assert time.slept == [10.0, 2.0]


def test_a_run_out_of_time_defers(pace: Callable[..., Pace], time: Time) -> None:
    own = pace(interval=5.0, budget=8.0)
    own.sent("a")
    own.wait("a")
    own.sent("a")
    assert refusal(lambda: own.wait("a")) == "out_of_time"
    assert time.slept == [5.0]


def test_a_short_retry_after_is_waited_for_and_never_cut_short(pace: Callable[..., Pace], time: Time) -> None:
    own = pace(interval=1.0)
    assert own.retry_after("a", 30.0) is False
    own.sent("a")
    own.wait("a")
    assert (time.slept, own.not_before) == ([30.0], {})


def test_a_long_retry_after_is_kept_for_later_runs(pace: Callable[..., Pace], time: Time) -> None:
    own = pace()
    assert own.retry_after("a", 3600.0) is True
    assert own.not_before == {"a": NOW + timedelta(hours=1)}
    assert refusal(lambda: own.wait("a")) == "retry_after"
    time.at += 3601
    pace(a=NOW + timedelta(hours=1)).wait("a")
    assert time.slept == []


def test_a_wild_retry_after_stays_within_the_calendar(pace: Callable[..., Pace]) -> None:
    own = pace()
    own.retry_after("a", 1e12)
    assert own.not_before["a"] == NOW + LONGEST


def test_a_host_that_fails_again_and_again_is_left_alone(pace: Callable[..., Pace]) -> None:
    own = pace()
    for _ in range(STRIKES - 1):
        own.strike("a")
    own.wait("a")
    own.clear("a")
    for _ in range(STRIKES):
        own.strike("a")
    assert refusal(lambda: own.wait("a")) == "host_down"
    own.wait("b")
