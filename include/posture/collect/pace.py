"""When the next request to a host may be sent: politeness, Retry-After, and giving up on a host.

A request that may not be sent now raises a `FetchError` whose reason is in `DEFERRED`: it is not a
failure, and the next run tries again.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from ..errors import FetchError

#: Reasons that mean `later`, not `failed`.
DEFERRED = frozenset({"retry_after", "host_down", "out_of_time"})
#: Longest Retry-After, in seconds, that a run waits for; a longer one is kept for the next runs.
PATIENCE = 60.0
#: Never early, however long; this only keeps a wild number within the calendar.
LONGEST = timedelta(days=3_660)
#: Failures of a host in a row (no answer, or 5xx) after which the run leaves it alone.
STRIKES = 5


class Pace:
    """The clock of one run of one source.

    Args:
        interval: least seconds between the end of a request and the next one to the same host.
        budget: seconds after which the run asks for nothing more.
        not_before: hosts that asked, in an earlier run, to be left alone until then.
        now: wall clock, for Retry-After.
        clock, sleep: monotonic clock and pause, in seconds.
    """

    def __init__(
        self,
        interval: float,
        budget: float,
        not_before: Mapping[str, datetime],
        now: Callable[[], datetime],
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.not_before = dict(not_before)
        self._interval, self._now, self._clock, self._sleep = interval, now, clock, sleep
        self._end = clock() + budget
        self._intervals: dict[str, float] = {}
        self._earliest: dict[str, float] = {}
        self._strikes: Counter[str] = Counter()

    def ask_for(self, host: str, interval: float | None) -> None:
        """Heed the host's crawl-delay where it is longer than our own interval."""
        if interval is not None:
            self._intervals[host] = max(self._interval, interval)

    def wait(self, host: str) -> None:
        """Return when a request to the host may be sent.

        Raises:
            FetchError: not in this run: `retry_after`, `host_down` or `out_of_time`.
        """
        if (until := self.not_before.get(host)) and self._now() < until:
            raise FetchError(
                f"{host} asks to be left alone until {until.isoformat(timespec='seconds')}", reason="retry_after"
            )
        if self._strikes[host] >= STRIKES:
            raise FetchError(f"{host} failed {STRIKES} times in a row", reason="host_down")
        pause = self._earliest.get(host, 0.0) - self._clock()
        if self._clock() + max(pause, 0.0) > self._end:
            raise FetchError("the run's time for this source is used up", reason="out_of_time")
        if pause > 0:
            self._sleep(pause)

    def pause(self, seconds: float) -> None:
        """Wait between two attempts."""
        self._sleep(seconds)

    def sent(self, host: str) -> None:
        """A request to the host is over: the interval begins."""
        pause = self._intervals.get(host, self._interval)
        self._earliest[host] = max(self._earliest.get(host, 0.0), self._clock() + pause)

    def retry_after(self, host: str, seconds: float) -> bool:
        """Heed a Retry-After. True if it is too long for this run and is kept for the next ones."""
        if seconds <= PATIENCE:
            self._earliest[host] = max(self._earliest.get(host, 0.0), self._clock() + seconds)
            return False
        self.not_before[host] = self._now().replace(microsecond=0) + timedelta(
            seconds=min(seconds, LONGEST.total_seconds())
        )
        return True

    def strike(self, host: str) -> None:
        """The host did not answer, or answered that it is broken."""
        self._strikes[host] += 1

    def clear(self, host: str) -> None:
        """The host answered."""
        self._strikes[host] = 0
