"""Every route of the posture page, on Airflow's real API server application, for every kind of caller."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import airflow_home

ROUTES = ["/posture/", "/posture/runbook", "/posture/style.css", "/posture/icon.svg"]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    airflow_home.migrate()
    from airflow.api_fastapi.app import create_app

    with TestClient(create_app(), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSTURE_HOME", str(tmp_path))
    return tmp_path


def bearer(role: str, lasts: timedelta = timedelta(minutes=5)) -> dict[str, str]:
    from airflow.api_fastapi.app import get_auth_manager
    from airflow.api_fastapi.auth.managers.simple.user import SimpleAuthManagerUser

    user = SimpleAuthManagerUser(username="somebody", role=role)
    token = get_auth_manager().generate_jwt(user, expiration_time_in_seconds=int(lasts.total_seconds()))
    return {"Authorization": f"Bearer {token}"}


def test_the_routes_tried_here_are_all_that_there_are() -> None:
    from posture_page import app

    assert sorted(f"/posture{route.path}" for route in app.routes) == sorted(ROUTES)


@pytest.mark.parametrize("route", ROUTES)
def test_who_is_nobody_sees_nothing(client: TestClient, route: str) -> None:
    assert client.get(route).status_code == 401


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("token", ["garbage", "e30.e30.e30", ""])
def test_a_forged_token_opens_nothing(client: TestClient, route: str, token: str) -> None:
    assert client.get(route, headers={"Authorization": f"Bearer {token}"}).status_code in {401, 403}
    assert client.get(route, headers={"Cookie": f"_token={token}"}).status_code in {401, 403}


@pytest.mark.parametrize("route", ROUTES)
def test_an_expired_token_opens_nothing(client: TestClient, route: str) -> None:
    headers = bearer("ADMIN", timedelta(seconds=-60))
    assert client.get(route, headers=headers).status_code in {401, 403}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("role", ["VIEWER", "USER", "OP", "ADMIN"])
def test_whoever_may_see_plugins_sees_the_page(client: TestClient, route: str, role: str) -> None:
    assert client.get(route, headers=bearer(role)).status_code == 200


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("is_known", [True, False])
def test_every_answer_forbids_scripts_and_strangers(client: TestClient, route: str, is_known: bool) -> None:
    headers = client.get(route, headers=bearer("VIEWER") if is_known else {}).headers
    policy = dict(part.split(maxsplit=1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("style-src", "img-src", "frame-ancestors")} == {"'self'"}
    assert {policy[name] for name in ("form-action", "base-uri")} == {"'none'"}
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("route", ["/posture/docs", "/posture/redoc", "/posture/openapi.json"])
def test_the_interface_is_not_described(client: TestClient, route: str) -> None:
    assert client.get(route).status_code in {401, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    assert client.request(method, "/posture/", headers=bearer("ADMIN")).status_code == 405


def test_the_navigation_has_an_entry(client: TestClient) -> None:
    plugins: list[dict[str, Any]] = client.get("/api/v2/plugins", headers=bearer("VIEWER")).json()["plugins"]
    ours = next(plugin for plugin in plugins if plugin["name"] == "posture_page")
    assert [(view["href"], view["destination"]) for view in ours["external_views"]] == [("posture/", "nav")]
    assert client.get("/api/v2/plugins/importErrors", headers=bearer("VIEWER")).json()["import_errors"] == []


def test_an_empty_ledger_tells_how_to_begin(client: TestClient, home: Path) -> None:
    page = client.get("/posture/", headers=bearer("VIEWER")).text
    assert "Nothing has been published yet" in page
    assert "Trigger" in page
    assert str(home) in page


def test_a_wrong_setting_is_said_on_the_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTURE_INBOX", "/nowhere/at/all")
    answer = client.get("/posture/", headers=bearer("VIEWER"))
    assert answer.status_code == 200
    assert "is not a folder" in answer.text


def test_the_page_does_not_hold_up_the_server(client: TestClient) -> None:
    """The route is no coroutine, so a slow database waits in a thread."""
    from inspect import iscoroutinefunction

    from posture_page import app

    assert not any(iscoroutinefunction(route.endpoint) for route in app.routes)
