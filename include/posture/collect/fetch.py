"""One address at a time: politely, within bounds, by the rules of the host.

What it promises: only http(s), only to hosts that the gate lets through, robots.txt obeyed at each
hop, never sooner than a host asks, at most five redirects, never more bytes than allowed however
they are packed, never longer than about `total_timeout` for one address, and never a part of a body
for the whole. It reads no content and writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from urllib.parse import urljoin, urlsplit

from ..errors import FetchError
from ..settings import Settings
from . import robots
from .addresses import Gate
from .answer import Answer, Validators, Wish
from .catalogue import Source
from .exchange import PORTS, Allowance, Exchange
from .listing import MAX_URL
from .pace import Pace

MAX_REDIRECTS = 5
#: Attempts for one address; fewer where nobody answered, for each of those costs a whole timeout.
ATTEMPTS = 3
ATTEMPTS_UNANSWERED = 2
#: Seconds before the second attempt; doubled for the third.
BACKOFF = 0.5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNANSWERED = re.compile(r"timeout|connection_refused|unreachable|dns")
_HOST_FAILURE = re.compile(r"timeout|connection_\w+|unreachable|dns|tls|bad_answer|http_(429|5\d\d)")
_TRANSIENT = re.compile(r"timeout|connection_\w+|unreachable|dns|truncated|bad_answer|http_(408|429|500|502|503|504)")


class Fetcher:
    """Fetches for one run of one source. Not for several threads.

    Args:
        source: whose hosts may be private, and how long its run may take.
        settings: timeouts, sizes, user agent.
        now: the wall clock; gives `retrieved_at`.
        not_before: hosts that asked in an earlier run to be left alone until then.
        clock, pause: monotonic clock and sleep, in seconds.
    """

    def __init__(
        self,
        source: Source,
        settings: Settings,
        now: Callable[[], datetime],
        not_before: Mapping[str, datetime] | None = None,
        *,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        interval = settings.host_interval if source.interval is None else source.interval
        self.pace = Pace(interval, source.budget, not_before or {}, now, clock=clock, sleep=pause)
        self._source, self._settings, self._now = source, settings, now
        self._agent = robots.product_token(settings.user_agent)
        self._rules: dict[str, robots.Rules] = {}
        self._exchange = Exchange(Gate(source.private_hosts, settings.connect_timeout), settings, now)

    def close(self) -> None:
        """Let go of what the session holds."""
        self._exchange.close()

    def get(
        self, url: str, *, validators: Validators | None = None, media: re.Pattern[str] | None = None, limit: int = 0
    ) -> Answer:
        """Fetch one address: its complete body, or a 304 where validators were given.

        Args:
            url: absolute, http(s).
            validators: from the last answer, for a conditional request.
            media: media types that are wanted; none: all are.
            limit: most bytes of the body; 0: settings.max_bytes.

        Raises:
            FetchError: with a short `reason`; those in `pace.DEFERRED` mean `not in this run`.
        """
        return self._attempts(url, Wish(limit or self._settings.max_bytes, validators, media), is_robots=False)

    def _attempts(self, url: str, wish: Wish, *, is_robots: bool) -> Answer:
        allowance = Allowance(self._settings.total_timeout)
        attempt = 0
        while True:
            attempt += 1
            try:
                answer = self._follow(url.partition("#")[0], wish, allowance, is_robots=is_robots)
            except FetchError as failure:
                error = failure
            else:
                self.pace.clear(_host(url))
                return answer
            asked = error.seconds if isinstance(error, _Busy) else 0.0
            pause = max(BACKOFF * 2 ** (attempt - 1), asked)
            if pause >= allowance.left and asked:
                error = FetchError(error.what, reason="retry_after")
            most = ATTEMPTS_UNANSWERED if _UNANSWERED.fullmatch(error.reason) else ATTEMPTS
            if attempt >= most or pause >= allowance.left or not _TRANSIENT.fullmatch(error.reason):
                if _HOST_FAILURE.fullmatch(error.reason):
                    self.pace.strike(_host(url))
                raise FetchError(
                    error.what, reason=error.reason, source=self._source.code, where=url, stage="fetch"
                ) from error
            allowance.left -= pause
            self.pace.pause(pause)

    def _follow(self, url: str, wish: Wish, allowance: Allowance, *, is_robots: bool) -> Answer:
        seen: list[str] = []
        while True:
            _check(url)
            if url in seen:
                raise FetchError("the redirects lead back to where they began", reason="redirect_loop")
            if len(seen) > MAX_REDIRECTS:
                raise FetchError(f"more than {MAX_REDIRECTS} redirects", reason="too_many_redirects")
            seen.append(url)
            if not is_robots:
                self._obey_robots(url)
            host = _host(url)
            self.pace.wait(host)
            try:
                answer = self._exchange.send(url, wish, allowance)
            finally:
                self.pace.sent(host)
            if answer.status in _REDIRECTS:
                url = _target(answer)
                continue
            self._judge(answer, wish, host)
            return answer

    def _judge(self, answer: Answer, wish: Wish, host: str) -> None:
        """Raise for an answer that is neither a body nor the 304 that was asked for."""
        status = answer.status
        said = f"answered {status} {answer.phrase}".strip()
        if status in {429, 503} and (seconds := _retry_after(answer.header("retry-after"), self._now())) is not None:
            if self.pace.retry_after(host, seconds):
                raise FetchError(f"{said} and asks to wait {seconds:.0f} s", reason="retry_after")
            raise _Busy(said, seconds, f"http_{status}")
        if status == 304 and wish.is_conditional:
            return
        if status != 200:
            raise FetchError(said, reason=f"http_{status}")
        if not answer.body.strip():
            raise FetchError("answered with an empty body", reason="empty")

    def _obey_robots(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            wish = Wish(robots.MAX_BYTES + 1, is_cut=True)
            self._rules[origin] = robots.read(
                origin, self._agent, lambda at: self._attempts(at, wish, is_robots=True).body
            )
        rules = self._rules[origin]
        if rules.unreachable:
            raise FetchError(
                f"{origin}/robots.txt could not be had ({rules.unreachable}), so nothing there may be fetched",
                reason="robots_unreachable",
            )
        if not rules.allows(url):
            raise FetchError(f"{origin}/robots.txt disallows it for {self._agent}", reason="robots")
        self.pace.ask_for(_host(url), rules.delay)


class _Busy(FetchError):
    """429 or 503 with a Retry-After, in seconds, that is worth waiting for."""

    def __init__(self, what: str, seconds: float, reason: str) -> None:
        self.seconds = seconds
        super().__init__(what, reason=reason)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".").lower()


def _check(url: str) -> None:
    """Raise `bad_url` or `scheme` for an address that may not be asked for."""
    if len(url) > MAX_URL or re.search(r"[\x00-\x20\x7f\\]", url):
        raise FetchError("the address is too long or holds spaces or control characters", reason="bad_url")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise FetchError("the address can't be read", reason="bad_url") from None
    if parts.scheme not in PORTS:
        raise FetchError(f"{parts.scheme[:20] or 'no scheme'} is not http(s)", reason="scheme")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise FetchError("the address names no host, or carries a user name", reason="bad_url")


def _target(answer: Answer) -> str:
    location = (answer.header("location") or "").strip()
    if not location:
        raise FetchError(f"answered {answer.status} without saying where to", reason="bad_redirect")
    with suppress(UnicodeError):
        # Header bytes are read as Latin-1; what hosts mean by bytes beyond ASCII is UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(answer.url, location).partition("#")[0]
    except ValueError:
        raise FetchError("the redirect's address can't be read", reason="bad_url") from None


def _retry_after(header: str | None, now: datetime) -> float | None:
    """Seconds to wait; None if nothing readable was said."""
    text = (header or "").strip()
    if re.fullmatch(r"\d{1,12}", text, re.ASCII):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
