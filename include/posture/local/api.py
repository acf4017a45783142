"""Airflow's REST interface, as much of it as a run needs."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from ..errors import PostureError

#: Never through a proxy: the server is on loopback.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_UNAUTHORIZED, _NOT_FOUND, _CONFLICT, _SERVER_ERROR = 401, 404, 409, 500
_ATTEMPTS = 5


class Api:
    """A client of one API server on this machine.

    Args:
        url: without a slash at the end.
        user: for a token, which is renewed when it has expired.
        password: of that user.
        pause: seconds before a request is sent once more.
    """

    def __init__(self, url: str, user: str, password: str, pause: float = 1.0) -> None:
        self.url, self._user, self._password, self._pause = url, user, password, pause
        self._token = ""

    def is_up(self) -> bool:
        """Whether the server answers at all."""
        try:
            self._send("GET", "/api/v2/version", None)
        except (OSError, PostureError):
            return False
        return True

    def get(self, path: str, **query: object) -> dict[str, Any]:
        """An answer below `/api/v2`; `{}` where there is nothing (404)."""
        return self._call("GET", f"/api/v2/{path}?{urllib.parse.urlencode(query)}", None)

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Create something; `{}` where it is there already (409)."""
        return self._call("POST", f"/api/v2/{path}", body)

    def _call(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        """Answer; after a passing fault (busy database, expired token) once more."""
        reason = ""
        for _ in range(_ATTEMPTS):
            try:
                if not self._token:
                    login = {"username": self._user, "password": self._password}
                    self._token = str(self._send("POST", "/auth/token", login)["access_token"])
                return self._send(method, path, body)
            except urllib.error.HTTPError as error:
                if error.code in {_NOT_FOUND, _CONFLICT}:
                    return {}
                reason = f"{error.code} {error.read(500).decode(errors='replace')}"
                if error.code == _UNAUTHORIZED:
                    self._token = ""
                elif error.code < _SERVER_ERROR:
                    break
            except OSError as error:
                reason = str(error)
            time.sleep(self._pause)
        raise PostureError(
            f"Airflow's API server answered {method} {path} with: {reason}",
            stage="local",
            where=self.url,
            remedy="Look at api-server.log in the logs folder.",
        )

    def _send(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - the scheme is ours
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"}
            | ({"Authorization": f"Bearer {self._token}"} if self._token else {}),
        )
        with _OPENER.open(request, timeout=30) as answer:
            content = json.load(answer)
        return content if isinstance(content, dict) else {"items": content}


def quoted(segment: str) -> str:
    """A run's or Dag's id as a segment of a path."""
    return urllib.parse.quote(segment, safe="")
