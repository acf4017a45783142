"""A small web server on loopback whose every answer a test chooses, and settings that point at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from posture.collect.catalogue import Feed, Source
from posture.settings import Settings

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
DAY = date(2026, 3, 10)

Answerer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Reply:
    """What a path answers. With an `etag`, a matching conditional request gets a 304."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        if self.etag and handler.headers.get("If-None-Match") == self.etag:
            handler.send_response(304)
            handler.send_header("ETag", self.etag)
            handler.end_headers()
            return
        handler.send_response(self.status)
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(self.body))} | self.headers
        if self.etag:
            headers["ETag"] = self.etag
        for name, value in headers.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


class Web:
    """Routes by path; paths without one answer 404. `asked` holds what was requested, in order."""

    def __init__(self) -> None:
        self.routes: dict[str, Answerer] = {}
        self.asked: list[str] = []
        self.requests: list[dict[str, str]] = []
        self.release = threading.Event()
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web.asked.append(self.path)
                web.requests.append({k.lower(): v for k, v in self.headers.items()})
                with suppress(BrokenPipeError, ConnectionResetError):
                    web.routes.get(self.path, Reply(b"not here", 404))(self)
                self.close_connection = True

            def end_headers(self) -> None:
                # Said, not only done: who takes the connection for open may ask in the moment in which it is closed.
                self.send_header("Connection", "close")
                super().end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def reply(self, path: str, body: bytes | str = b"", status: int = 200, **more: Any) -> str:
        """Set what a path answers; its full address."""
        self.routes[path] = Reply(body.encode() if isinstance(body, str) else body, status, **more)
        return self.url + path

    def replies(self, path: str, *replies: Reply) -> str:
        """Set what a path answers, one after the other."""
        waiting = iter(replies)

        def answer(handler: BaseHTTPRequestHandler) -> None:
            next(waiting)(handler)

        self.routes[path] = answer
        return self.url + path

    def hang(self, path: str) -> str:
        """A path that never answers."""
        self.routes[path] = lambda handler: (self.release.wait(20), None)[1]
        return self.url + path

    def pages(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path in self.asked if path != "/robots.txt"]

    def forget(self) -> None:
        self.asked.clear()
        self.requests.clear()

    def close(self) -> None:
        self.release.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    site = Web()
    yield site
    site.close()


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    """Without pauses: a test's server is ours. Patient, as a busy machine wants it, except where a server is to hang."""
    is_impatient = request.node.get_closest_marker("impatient") is not None
    return Settings(
        home=tmp_path / "home",
        connect_timeout=2.0 if is_impatient else 20.0,
        read_timeout=1.5 if is_impatient else 20.0,
        total_timeout=3.0 if is_impatient else 60.0,
        host_interval=0.0,
        max_bytes=200_000,
    )


@pytest.fixture(autouse=True)
def no_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posture.collect.fetch.BACKOFF", 0.0)


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def site_source(web: Web, *feeds: tuple[str, str], **more: Any) -> Source:
    """A source on the test's server; feeds as (path, format)."""
    listed = tuple(Feed.model_validate({"url": web.url + path, "format": kind}) for path, kind in feeds)
    return Source(
        code="test-wire",
        name="Test Wire",
        homepage=web.url + "/",
        feeds=listed or (Feed(url=web.url + "/feed.xml", format="rss"),),
        interval=0,
        **more,
    )


def rss(*items: tuple[str, str | None], base: str = "") -> str:
    """An RSS feed of (address, RFC 822 date or None)."""
    listed = "".join(
        f"<item><title>About {url}</title><link>{base}{url}</link>{f'<pubDate>{when}</pubDate>' if when else ''}</item>"
        for url, when in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{listed}</channel></rss>'


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Modification time and bytes of every file below a folder."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
