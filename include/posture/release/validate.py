"""Prove a candidate: suites through Great Expectations inside DuckDB, SQL checks, and a guard against shrinking.

It changes nothing but validation.json. A proof that proves nothing counts as failed: an empty suite, a table without
rows where rows are required, a column of nulls, a missing column, an exception.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from ..errors import ConfigError, PublishError, ValidationFailed
from ..model import LAKE_TABLES, RELATIONS
from ..settings import Settings
from . import sqlfile, suites, versions
from .candidate import Candidate
from .verdict import MOST_KEYS, Result, Severity, Verdict

_SEVERITIES: dict[str, Severity] = {"fail": "critical", "warn": "warning"}
#: Tables that only grow while the engine stays the same: the archive forgets nothing.
_GROWING = ("documents", "articles", "records")
_LEAST_SHARE = 0.5


def validate(candidate: Candidate, settings: Settings) -> Verdict:
    """Evaluate every suite and check on a candidate and write validation.json beside it.

    A failed expectation is in the verdict, not raised: see `Verdict.require`.

    Raises:
        ConfigError: suites, checks or tables do not fit each other.
        ValidationFailed: the candidate can't be opened.
    """
    if not candidate.database.is_file():
        raise ValidationFailed(
            "the candidate is gone; a newer build removes older candidates",
            where=candidate.path,
            stage="validate",
            remedy="Validate the newest candidate, or build again.",
        )
    columns = published_columns(settings)
    suites.read(settings.suites_dir, columns)
    is_empty = not candidate.counts.get("articles", 0) and not candidate.counts.get("records", 0)
    results = [*run_checks(candidate.database, settings.sql_dir / "checks"), *_shrink(candidate, settings)]
    results += _expectations(candidate, settings, columns, is_empty=is_empty)
    verdict = Verdict(candidate.token, candidate.fingerprint, is_empty, dict(candidate.counts), tuple(results))
    verdict.save(candidate.path)
    return verdict


def published_columns(settings: Settings) -> dict[str, tuple[str, ...]]:
    """Every table that has a suite, the lake's first, then the marts, with its columns in order."""
    marts = sqlfile.read_folder(settings.sql_dir / "marts")
    return {t.name: tuple(t.schema.names) for t in (*LAKE_TABLES, *RELATIONS)} | {
        m.name: tuple(m.columns) for m in marts
    }


def run_checks(database: Path, folder: Path) -> list[Result]:
    """Run SQL checks, each returning the offending rows, its first column naming the row.

    Raises:
        BuildError: there are no checks, or one has no header.
        ConfigError: a check's first word is neither `fail` nor `warn`.
    """
    files = sqlfile.read_folder(folder)
    for file in files:
        if file.word not in _SEVERITIES:
            raise ConfigError(
                f"check {file.name} begins with {file.word!r}",
                where=file.path,
                stage="validate",
                remedy="Begin it with `-- fail: …` or `-- warn: …`.",
            )
    with duckdb.connect(str(database), read_only=True) as connection:
        return [_run_check(connection, file) for file in files]


def _run_check(connection: duckdb.DuckDBPyConnection, file: sqlfile.SqlFile) -> Result:
    severity, because = _SEVERITIES[file.word], file.fields[file.word]
    try:
        count = int(connection.execute(f"SELECT count(*) FROM ({file.body})").fetchall()[0][0])
        shown = connection.execute(f"SELECT * FROM ({file.body}) LIMIT {MOST_KEYS}").fetchall()
    except duckdb.Error as error:
        return Result("checks", file.name, "critical", False, because, error=str(error).strip())
    keys = tuple(" · ".join(str(value) for value in values) for values in shown)
    return Result("checks", file.name, severity, not count, because, unexpected_count=count, keys=keys)


def _shrink(candidate: Candidate, settings: Settings) -> Iterator[Result]:
    try:
        served = versions.current(settings)
    except PublishError:
        served = None
    if served is None:
        return
    is_same_engine = set(served["engines"]) == set(candidate.engines)
    for table in _GROWING:
        before, after = int(served["counts"].get(table, 0)), int(candidate.counts.get(table, 0))
        yield Result(
            table,
            "rows_have_not_shrunk",
            "critical" if is_same_engine else "warning",
            after >= _LEAST_SHARE * before,
            "the archive forgets nothing, so only another engine may find much less",
            observed=f"{after} rows, the served version has {before}",
        )


def _expectations(
    candidate: Candidate, settings: Settings, columns: dict[str, tuple[str, ...]], *, is_empty: bool
) -> list[Result]:
    """Run `expectations` in a process of its own, which takes its memory, its noise and its crashes with it."""
    request = {
        "database": str(candidate.database),
        "suites_dir": str(settings.suites_dir),
        "columns": columns,
        "counts": dict(candidate.counts),
        "is_empty": is_empty,
    }
    paths = [str(Path(__file__).parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])]
    # Great Expectations makes a folder for pages that nobody asked for, and leaves it behind.
    with tempfile.TemporaryDirectory(prefix="posture-validate-") as scratch:
        done = subprocess.run(
            [sys.executable, "-m", "posture.release.expectations"],
            input=json.dumps(request).encode(),
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "TMPDIR": scratch},
        )
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = {}
    if error := answer.get("error"):
        raise ConfigError(error["what"], where=error["where"], stage="validate", remedy=error["remedy"])
    if done.returncode or "results" not in answer:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
        raise ValidationFailed(
            f"Great Expectations ended with code {done.returncode}: {last[0]}",
            where=candidate.database,
            stage="validate",
            remedy="Code -9 means that the machine had no memory left; else read the message.",
        )
    return [Result(**{**entry, "keys": tuple(entry["keys"])}) for entry in answer["results"]]
