"""The client against a small server on loopback whose answers a test chooses."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from posture.errors import PostureError
from posture.local.api import Api


class Server(ThreadingHTTPServer):
    answers: list[tuple[int, Any]]
    asked: list[tuple[str, str, str]]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path, self.headers.get("Authorization", "")))
        status, body = self.server.answers.pop(0)
        if self.path == "/auth/token":
            status, body = 201, {"access_token": f"token-{len(self.server.asked)}"}
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = _answer

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.answers, server.asked = [], []
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def api(server: Server) -> Api:
    return Api(f"http://127.0.0.1:{server.server_port}", "admin", "secret", pause=0.01)


LOGIN = (0, None)


def test_logs_in_once_and_sends_its_token(server: Server, api: Api) -> None:
    server.answers = [LOGIN, (200, {"dags": [1]}), (200, {"dags": [2]})]
    assert api.get("dags", limit=5) == {"dags": [1]}
    assert api.get("dags") == {"dags": [2]}
    assert [(method, path) for method, path, _ in server.asked] == [
        ("POST", "/auth/token"),
        ("GET", "/api/v2/dags?limit=5"),
        ("GET", "/api/v2/dags?"),
    ]
    assert {token for _, path, token in server.asked if "dags" in path} == {"Bearer token-1"}


def test_an_expired_token_is_renewed(server: Server, api: Api) -> None:
    server.answers = [LOGIN, (401, {}), LOGIN, (200, {"state": "success"})]
    assert api.get("x") == {"state": "success"}
    assert server.asked[-1][2] == "Bearer token-3"


@pytest.mark.parametrize("status", [404, 409])
def test_what_is_not_there_or_is_there_already_is_no_fault(server: Server, api: Api, status: int) -> None:
    server.answers = [LOGIN, (status, {})]
    assert api.post("pools", {}) == {}


def test_a_passing_fault_is_tried_again(server: Server, api: Api) -> None:
    server.answers = [LOGIN, (500, {"detail": "database is locked"}), (200, {"fine": 1})]
    assert api.get("x") == {"fine": 1}


def test_a_lasting_fault_is_said(server: Server, api: Api) -> None:
    server.answers = [LOGIN, *[(500, {"detail": "database is locked"})] * 9]
    with pytest.raises(PostureError, match=r"GET /api/v2/x.*database is locked"):
        api.get("x")


def test_a_wrong_request_is_not_repeated(server: Server, api: Api) -> None:
    server.answers = [LOGIN, (422, {"detail": "no such field"})]
    with pytest.raises(PostureError, match="no such field"):
        api.post("dags/x/dagRuns", {})
    assert len(server.asked) == 2


def test_nobody_there_is_said(server: Server) -> None:
    api = Api("http://127.0.0.1:1", "admin", "secret", pause=0)
    assert not api.is_up()
    with pytest.raises(PostureError, match="refused"):
        api.get("x")


def test_no_proxy_is_asked(server: Server, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    server.answers = [(200, {"version": "3"})]
    assert api.is_up()
