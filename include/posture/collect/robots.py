"""What a host's robots.txt allows, by RFC 9309, read with Protego.

What an answer means: 2xx is read; 4xx and endless redirects mean that there are no rules; 5xx and
silence mean that nothing may be fetched, for the host may have rules that it can't tell us now.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from protego import Protego

from ..errors import FetchError

#: Rules beyond are not read; the RFC asks for at least this much.
MAX_BYTES = 500 * 1024
#: Answers that say something about our request, not about the rules of the host.
_NO_ANSWER = frozenset({"retry_after", "host_down", "out_of_time", "private_address", "bad_url", "scheme"})
_NO_RULES = re.compile(r"http_[24]\d\d|redirect_loop|too_many_redirects|bad_redirect|empty")


class Rules:
    """The rules of one host for one agent.

    Args:
        protego: parsed rules; None allows everything.
        agent: our product token.
        unreachable: why the rules could not be had, if so: then nothing is allowed.
    """

    def __init__(self, protego: Protego | None, agent: str, unreachable: str | None = None) -> None:
        self._protego, self._agent, self.unreachable = protego, agent, unreachable

    @property
    def delay(self) -> float | None:
        """Crawl-delay in seconds, if one is asked for."""
        delay = self._protego.crawl_delay(self._agent) if self._protego else None
        return float(delay) if delay is not None else None

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched. An address that Protego can't read may not."""
        if self.unreachable:
            return False
        if self._protego is None:
            return True
        try:
            return bool(self._protego.can_fetch(url, self._agent))
        except ValueError:
            return False


def product_token(user_agent: str) -> str:
    """The name that robots.txt files call us by: the user agent up to its version."""
    return re.split(r"[/\s(]", user_agent.strip(), maxsplit=1)[0]


def parse(body: bytes, agent: str) -> Rules:
    """Rules from the bytes of a robots.txt. Unreadable lines are skipped, as the RFC asks.

    The last line of a file that was cut at `MAX_BYTES` is left out: half a rule is another rule.
    """
    if len(body) > MAX_BYTES:
        body = body[:MAX_BYTES].rpartition(b"\n")[0]
    # utf-8-sig: Protego takes a byte order mark for a part of the first rule.
    return Rules(Protego.parse(body.decode("utf-8-sig", errors="replace")), agent)


def read(origin: str, agent: str, get: Callable[[str], bytes]) -> Rules:
    """The rules of a host.

    Args:
        origin: `scheme://host:port`.
        agent: our product token.
        get: fetches an address, following redirects, and raises `FetchError`.

    Raises:
        FetchError: the request was not made at all (address refused, or the host asked us to wait).
    """
    try:
        body = get(f"{origin}/robots.txt")
    except FetchError as error:
        if error.reason in _NO_ANSWER:
            raise
        if _NO_RULES.fullmatch(error.reason):
            return Rules(None, agent)
        return Rules(None, agent, unreachable=error.reason)
    return parse(body, agent)
