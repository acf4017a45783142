"""The posture page inside Airflow's UI: what is published, how far to trust it, and what needs somebody's attention.

Airflow does not authenticate the apps of plugins, nor does the UI send a Content-Security-Policy; a script that got
into this page could do all that its reader may do in Airflow. So every route asks for a user who may see plugins, the
page has no scripts at all, and text from articles reaches it only through an escaping template.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from airflow.api_fastapi.auth.managers.models.resource_details import AccessView
from airflow.api_fastapi.core_api.security import requires_access_view
from airflow.plugins_manager import AirflowPlugin
from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from posture_ui import facts, runbook, show

HERE = Path(__file__).parent / "posture_ui"
#: `form-action` and `base-uri` do not fall back to `default-src`.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)
templates.filters.update(show.FILTERS)

app = FastAPI(
    title="Posture Ledger",
    dependencies=[Depends(requires_access_view(AccessView.PLUGINS))],
    docs_url=None,
    redoc_url=None,
    openapi_url=None,
)


@app.middleware("http")
async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Send the security headers with every answer, refusals included."""
    response = await call_next(request)
    response.headers.update(_HEADERS)
    return response


@app.get("/")
def page() -> HTMLResponse:
    """The page. Where the mart can't be read it says so and shows what is known; it is never an error itself."""
    found = facts.gather(datetime.now(UTC))
    return HTMLResponse(templates.get_template("page.html").render(facts=found))


@app.get("/runbook")
def runbook_page() -> HTMLResponse:
    """docs/runbook.md, to which the Dags' descriptions link."""
    return HTMLResponse(templates.get_template("runbook.html").render(body=runbook.html()))


@app.get("/style.css")
def style() -> FileResponse:
    """Through a route of its own: a mounted folder of static files would be open to everybody."""
    return FileResponse(HERE / "style.css", media_type="text/css")


@app.get("/icon.svg")
def icon() -> FileResponse:
    """The entry's picture in the navigation."""
    return FileResponse(HERE / "icon.svg", media_type="image/svg+xml")


class PosturePage(AirflowPlugin):
    """Mounts the page at `/posture`.

    The entry in the navigation opens a page of its own, not a frame within the UI: Airflow's frames may not open
    links, and what the page shows is worth nothing without its links to the evidence.
    """

    name = "posture_page"
    fastapi_apps = [{"app": app, "url_prefix": "/posture", "name": "Posture Ledger"}]  # noqa: RUF012 - Airflow's way
    external_views = [  # noqa: RUF012 - Airflow's way
        {
            "name": "Posture",
            "href": "posture/",
            "destination": "nav",
            "icon": "posture/icon.svg",
            "nav_top_level": True,
        }
    ]
