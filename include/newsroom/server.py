"""Serves the site on loopback: conditional requests, HEAD, and outlets that fail on purpose."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import unquote, urlsplit

from .desk import NewsroomError
from .edition import Page, build
from .outlets import OUTLETS

HOST = "127.0.0.1"
HANG = "hang"


class NewsroomServer:
    """A running site. `url` has no trailing slash; `stop()` frees port and threads, also those that hang.

    Use it as a context manager, or call `stop()`.
    """

    def __init__(self, http: _Http) -> None:
        self._http = http
        self._thread = threading.Thread(target=http.serve_forever, args=(0.05,), name="newsroom", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Base URL, e.g. `http://127.0.0.1:8765`."""
        return self._http.url

    @property
    def pages(self) -> Mapping[str, Page]:
        """Path → page, as served."""
        return self._http.pages

    @property
    def requests(self) -> list[tuple[str, str, int | None]]:
        """Method, path and status of the requests so far, for tests; status None where it hangs."""
        return list(self._http.requests)

    def stop(self) -> None:
        """End serving. Calling it twice does no harm."""
        self._http.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def wait(self) -> None:
        """Block until `stop()` or a signal's exception."""
        self._http.stopping.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def serve(port: int = 0, breaks: Mapping[str, str] | None = None, *, verbose: bool = False) -> NewsroomServer:
    """Serve the site on 127.0.0.1; port 0 takes a free one.

    Args:
        port: the port.
        breaks: outlet code → `hang`, or an HTTP status of 400–599 with which all its pages answer.
        verbose: log each request to stderr.

    Raises:
        NewsroomError: an unknown outlet or way to fail, or an article file that is wrong.
        OSError: the port is taken.
    """
    return NewsroomServer(_Http(port, checked(breaks or {}), verbose=verbose))


def checked(breaks: Mapping[str, str]) -> dict[str, str]:
    """The same mapping, if every code and every way to fail is known.

    Raises:
        NewsroomError: one is not.
    """
    for code, how in breaks.items():
        if code not in OUTLETS:
            raise NewsroomError(f"no outlet {code!r} to break. Known: {', '.join(OUTLETS)}.")
        if how != HANG and not (how.isdecimal() and 400 <= int(how) <= 599):
            raise NewsroomError(f"{code}={how!r}: give an HTTP status from 400 to 599, or {HANG!r}.")
    return dict(breaks)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    # A crowd of fetchers may connect at once; the default of 5 would reset some.
    request_queue_size = 64

    def __init__(self, port: int, breaks: Mapping[str, str], *, verbose: bool) -> None:
        self.breaks = breaks
        self.verbose = verbose
        self.stopping = threading.Event()
        self.requests: list[tuple[str, str, int | None]] = []
        super().__init__((HOST, port), _Handler)
        self.url = f"http://{HOST}:{self.server_port}"
        try:
            self.pages = build(self.url)
        except NewsroomError:
            self.server_close()
            raise


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    sys_version = ""
    # Headers and body leave in two writes; without this, Nagle's algorithm holds the second back.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        how = self.server.breaks.get(path.split("/")[1] if path.startswith("/") else "")
        if how == HANG:
            self.server.requests.append((self.command, path, None))
            self.server.stopping.wait()
            self.close_connection = True
        elif how is not None:
            self._refuse(path, int(how))
        elif (page := self.server.pages.get(path)) is None:
            self._refuse(path, HTTPStatus.NOT_FOUND)
        elif self._has(page):
            self._answer(path, HTTPStatus.NOT_MODIFIED, page, b"")
        else:
            self._answer(path, HTTPStatus.OK, page, page.body)

    do_HEAD = do_GET

    def _has(self, page: Page) -> bool:
        """Whether the client's copy is still good; as in RFC 9110, the ETag goes before the date."""
        if (given := self.headers.get("If-None-Match")) is not None:
            tags = [tag.strip().removeprefix("W/") for tag in given.split(",")]
            return "*" in tags or page.etag in tags
        if (given := self.headers.get("If-Modified-Since")) is not None:
            try:
                return page.changed <= parsedate_to_datetime(given)
            except (ValueError, TypeError):
                return False
        return False

    def _answer(self, path: str, status: HTTPStatus, page: Page, body: bytes) -> None:
        self.server.requests.append((self.command, path, int(status)))
        self.send_response(status)
        self.send_header("ETag", page.etag)
        self.send_header("Last-Modified", format_datetime(page.changed, usegmt=True))
        self.send_header("Cache-Control", "max-age=0, must-revalidate")
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _refuse(self, path: str, status: int) -> None:
        self.server.requests.append((self.command, path, status))
        body = f"{status}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        if self.server.verbose:
            super().log_message(format, *args)
