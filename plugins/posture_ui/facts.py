"""All that the page shows, gathered anew for each request from the served version; read-only.

Whatever is missing or damaged becomes a sentence with its remedy, beside all that can still be told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from posture.errors import PostureError
from posture.settings import Settings

from . import questions
from .chart import Chart, charts

Row = dict[str, Any]
#: Seconds for one question; the page must not hold up the API server.
_PATIENCE = 5.0
_SHOWN_COUNTS = ("documents", "articles", "records", "rejections")


@dataclass(frozen=True)
class Suite:
    """How many expectations on one table passed, and how many failed with which loudness."""

    table: str
    passed: int
    warned: int
    failed: int


@dataclass(frozen=True)
class Facts:
    """One request's knowledge. `manifest` is None where nothing can be served."""

    now: datetime
    home: str = ""
    manifest: Mapping[str, Any] | None = None
    problem: str = ""
    remedy: str = ""
    growth: Mapping[str, int | None] = field(default_factory=dict)
    suites: Sequence[Suite] = ()
    failing: Sequence[Row] = ()
    answers: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    charts: Sequence[Chart] = ()

    @property
    def published_at(self) -> datetime | None:
        """When the shown version was published."""
        return datetime.fromisoformat(self.manifest["published_at"]) if self.manifest else None

    @property
    def verdict(self) -> str:
        """`passed`, `warned` or `failed`; a version with critical failures is never published, but may be damaged."""
        counted = self.manifest["validation"] if self.manifest else {}
        return "failed" if counted.get("critical") else "warned" if counted.get("warning") else "passed"

    @property
    def counts(self) -> Sequence[tuple[str, int, int | None]]:
        """Name, rows and growth against the version before; growth is None where there is none to compare with."""
        rows = self.manifest["counts"] if self.manifest else {}
        return [(name, int(rows.get(name, 0)), self.growth.get(name)) for name in _SHOWN_COUNTS]


def gather(now: datetime, settings: Settings | None = None) -> Facts:
    """Read the served version. Never raises: a problem is a fact too."""
    import duckdb

    try:
        settings = settings or Settings.from_environment()
    except PostureError as error:
        return Facts(now, problem=error.what, remedy=error.remedy)
    try:
        return _served(now, settings)
    except PostureError as error:
        return _last_good(now, settings, error.what, error.remedy)
    except (duckdb.Error, OSError, ValueError, KeyError, TypeError) as error:
        what = f"{type(error).__name__}: {error}"
        return _last_good(now, settings, what, "Run `posture verify`; it names what is damaged.")


def _served(now: datetime, settings: Settings) -> Facts:
    from posture.release import query, versions

    manifest = versions.current(settings)
    if manifest is None:
        return Facts(now, home=str(settings.home))
    known = _from_files(now, settings, settings.releases_dir / str(manifest["version"]), manifest)
    answers = {name: query.query(settings, sql, seconds=_PATIENCE).to_pylist() for name, sql in questions.SQL.items()}
    return Facts(**{**_fields(known), "answers": answers, "charts": charts(answers["levels"])})


def _last_good(now: datetime, settings: Settings, problem: str, remedy: str) -> Facts:
    """What the newest readable version says of itself, without its database."""
    from posture.release import versions

    known = Facts(now, home=str(settings.home))
    for folder in reversed(versions.folders(settings)):
        try:
            known = _from_files(now, settings, folder, versions.read_manifest(folder))
            break
        except (PostureError, OSError, ValueError, KeyError, TypeError):
            continue
    return Facts(**{**_fields(known), "problem": problem, "remedy": remedy})


def _from_files(now: datetime, settings: Settings, folder: Path, manifest: Mapping[str, Any]) -> Facts:
    results = json.loads((folder / "validation.json").read_text("utf-8"))["results"]
    known = Facts(
        now,
        home=str(settings.home),
        manifest=manifest,
        growth=_growth(settings, manifest),
        suites=_suites(results),
        failing=[result for result in results if not result["success"]],
    )
    _ = known.published_at, known.verdict, known.counts, manifest["version"], manifest["validation"]["evaluated"]
    return known


def _growth(settings: Settings, manifest: Mapping[str, Any]) -> dict[str, int | None]:
    try:
        before = json.loads((settings.releases_dir / str(manifest["predecessor"]) / "manifest.json").read_text("utf-8"))
        return {name: int(manifest["counts"][name]) - int(before["counts"][name]) for name in _SHOWN_COUNTS}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _suites(results: Sequence[Row]) -> list[Suite]:
    passed, warned, failed = Counter[str](), Counter[str](), Counter[str]()
    for result in results:
        counter = passed if result["success"] else failed if result["severity"] == "critical" else warned
        counter[result["table"]] += 1
    tables = sorted({*passed, *warned, *failed})
    return [Suite(table, passed[table], warned[table], failed[table]) for table in tables]


def _fields(known: Facts) -> dict[str, Any]:
    return {name: getattr(known, name) for name in Facts.__dataclass_fields__}
