"""One request and its answer: bounded in time and size, whole or not at all.

It knows of no robots.txt, redirect or retry; `fetch` does. Sockets are opened by the gate.
"""

from __future__ import annotations

import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from requests.cookies import extract_cookies_to_jar

from ..errors import FetchError
from ..settings import Settings
from .addresses import Gate
from .answer import Answer, Wish
from .bodies import gunzip

PORTS = {"http": 80, "https": 443}
_PIECE = 64 * 1024


@dataclass
class Allowance:
    """Seconds that one address may still cost, politeness not counted."""

    left: float


class Exchange:
    """Sends the requests of one run. Not for several threads."""

    def __init__(self, gate: Gate, settings: Settings, now: Callable[[], datetime]) -> None:
        self._gate, self._settings, self._now = gate, settings, now
        self._session = requests.Session()
        for scheme in PORTS:
            self._session.mount(f"{scheme}://", gate.adapter())
        self._session.headers.clear()
        # Only gzip, which can be unpacked with a bound. No keep-alive: cutting one exchange cuts no other.
        self._session.headers.update(
            {"User-Agent": settings.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
        )
        # An explicit no-op: requests would otherwise send passwords from ~/.netrc to hosts named in feeds.
        self._session.auth = lambda request: request

    def close(self) -> None:
        """Let go of what the session holds."""
        self._session.close()

    def send(self, url: str, wish: Wish, allowance: Allowance) -> Answer:
        """One GET.

        Raises:
            FetchError: no answer, an incomplete one, or one that is not wanted.
        """
        headers = {}
        if wish.validators and wish.validators.etag:
            headers["If-None-Match"] = wish.validators.etag
        if wish.validators and wish.validators.last_modified:
            headers["If-Modified-Since"] = wish.validators.last_modified
        with self._watched(allowance):
            try:
                request = self._session.prepare_request(requests.Request("GET", url, headers=headers))
                # Not session.send: it reads the whole body of a redirect, even when told not to follow it.
                response = self._session.get_adapter(url).send(
                    request,
                    stream=True,
                    timeout=(self._settings.connect_timeout, min(self._settings.read_timeout, allowance.left)),
                    **self._surroundings(url),
                )
                try:
                    extract_cookies_to_jar(self._session.cookies, request, response.raw)  # type: ignore[no-untyped-call]
                    return self._read(url, response, wish)
                finally:
                    response.close()
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                raise _failure(error) from error

    def _read(self, url: str, response: requests.Response, wish: Wish) -> Answer:
        answer = Answer(
            url=url,
            status=response.status_code,
            phrase=" ".join((response.reason or "").split())[:80],
            # A folded header would be a broken one when it is sent or stored again.
            headers=tuple((name, " ".join(value.split())) for name, value in response.raw.headers.items()),
            body=b"",
            retrieved_at=self._now().astimezone(UTC),
        )
        if answer.status != 200:
            return answer
        if wish.media and not wish.media.fullmatch(answer.media_type or ""):
            raise FetchError(f"is {answer.media_type}, not a document", reason="media_type")
        try:
            body = _body(answer, response.raw.stream(_PIECE, decode_content=False), wish)
        except urllib3.exceptions.ProtocolError as error:
            # Of whatever kind: a chunk without its end, fewer bytes than announced, a reset.
            raise FetchError("the body ends early", reason="truncated") from error
        return replace(answer, body=body, retrieved_at=self._now().astimezone(UTC))

    @contextmanager
    def _watched(self, allowance: Allowance) -> Iterator[None]:
        """Cut the exchange when the allowance is used up.

        A read timeout starts anew with every byte, so a host that drips would keep us for days; the
        timer shuts the socket down from outside, be it in the TLS handshake, the headers or the body.
        """
        is_late = threading.Event()

        def cut() -> None:
            is_late.set()
            self._gate.cut()

        too_slow = FetchError(f"no complete answer within {self._settings.total_timeout:g} s", reason="timeout")
        if allowance.left <= 0:
            raise too_slow
        started = monotonic()
        timer = threading.Timer(allowance.left, cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        except FetchError as error:
            if is_late.is_set():
                raise too_slow from error
            raise
        finally:
            timer.cancel()
            allowance.left -= monotonic() - started
            self._gate.release()
        if is_late.is_set():
            # A body that ends with the connection looks complete when it was we who ended it.
            raise too_slow

    def _surroundings(self, url: str) -> dict[str, Any]:
        """Proxies and certificates that the machine is set up with.

        A proxy connects on our behalf, so the gate looks at the host before; hosts configured as
        private are always reached directly.
        """
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        around: dict[str, Any] = dict(self._session.merge_environment_settings(url, {}, True, None, None))
        if self._gate.is_private_host(host, port):
            around["proxies"] = {}
        if around["proxies"].get(parts.scheme) or around["proxies"].get("all"):
            try:
                self._gate.vet(host, port)
            except FetchError as error:
                if error.reason != "dns":  # behind a proxy, public names often do not resolve
                    raise
        return {name: around[name] for name in ("proxies", "verify", "cert")}


def _body(answer: Answer, pieces: Iterator[bytes], wish: Wish) -> bytes:
    length = answer.header("content-length") or ""
    if not wish.is_cut and re.fullmatch(r"\d{1,18}", length, re.ASCII) and int(length) > wish.limit:
        raise FetchError(f"is larger than {wish.limit} bytes", reason="too_large")
    coding = (answer.header("content-encoding") or "").strip().lower()
    if coding in {"gzip", "x-gzip"}:
        return gunzip(pieces, wish.limit, is_cut=wish.is_cut)
    if coding not in {"", "identity"}:
        raise FetchError(f"is packed with {coding[:40]!r}, which was not asked for", reason="content_encoding")
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > wish.limit:
            if wish.is_cut:
                return bytes(body[: wish.limit])
            raise FetchError(f"is larger than {wish.limit} bytes", reason="too_large")
    return bytes(body)


#: Exception kinds, the reason they mean, and a text that never varies: the ledger compares it.
_FAILURES: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    ((requests.exceptions.ProxyError, urllib3.exceptions.ProxyError), "proxy", "the proxy could not be used"),
    (
        (requests.exceptions.SSLError, urllib3.exceptions.SSLError, ssl.SSLError),
        "tls",
        "its certificate or its encryption can't be trusted",
    ),
    ((requests.exceptions.Timeout, urllib3.exceptions.TimeoutError, TimeoutError), "timeout", "did not answer in time"),
    (
        (
            requests.exceptions.InvalidURL,
            requests.exceptions.InvalidSchema,
            requests.exceptions.InvalidHeader,
            urllib3.exceptions.LocationValueError,
        ),
        "bad_url",
        "the address can't be read",
    ),
    ((ConnectionRefusedError,), "connection_refused", "refuses connections"),
    ((ConnectionResetError, BrokenPipeError), "connection_reset", "closed the connection before its answer was whole"),
)


def _failure(error: Exception) -> FetchError:
    """The reason behind an exception of requests, urllib3 or the socket: they wrap each other several deep."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        reason = getattr(link, "reason", None)
        inner = next((arg for arg in link.args if isinstance(arg, BaseException)), None)
        link = reason if isinstance(reason, BaseException) else inner or link.__cause__ or link.__context__
    for kinds, code, text in _FAILURES:
        if any(isinstance(link, kinds) for link in chain):
            return FetchError(text, reason=code)
    return FetchError(f"what came is no complete HTTP answer ({type(chain[-1]).__name__})", reason="bad_answer")
