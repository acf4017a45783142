"""Prove a candidate: suites through Great Expectations inside DuckDB, SQL checks, and a guard against shrinking.

It changes nothing but validation.json. A proof that proves nothing counts as failed: an empty suite, a table without
rows where rows are required, a column of nulls, a missing column, an exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from ..errors import ConfigError, PublishError, ValidationFailed
from ..model import LAKE_TABLES, TABLES
from ..settings import Settings
from . import sqlfile, suites, versions
from .candidate import Candidate
from .verdict import MOST_KEYS, Result, Severity, Verdict

if TYPE_CHECKING:
    from great_expectations.core import ExpectationValidationResult

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
    read = suites.read(settings.suites_dir, columns)
    is_empty = not candidate.counts.get("articles", 0) and not candidate.counts.get("records", 0)
    results = [*run_checks(candidate.database, settings.sql_dir / "checks"), *_shrink(candidate, settings)]
    results += _expectations(candidate, read, columns, is_empty)
    verdict = Verdict(candidate.token, candidate.fingerprint, is_empty, dict(candidate.counts), tuple(results))
    verdict.save(candidate.path)
    return verdict


def published_columns(settings: Settings) -> dict[str, tuple[str, ...]]:
    """Every table that has a suite, the lake's first, then the marts, with its columns in order."""
    marts = sqlfile.read_folder(settings.sql_dir / "marts")
    return {t.name: tuple(t.schema.names) for t in LAKE_TABLES} | {m.name: tuple(m.columns) for m in marts}


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
        row = connection.execute(f"SELECT count(*) FROM ({file.body})").fetchone()
        shown = connection.execute(f"SELECT * FROM ({file.body}) LIMIT {MOST_KEYS}").fetchall()
    except duckdb.Error as error:
        return Result("checks", file.name, "critical", False, because, error=str(error).strip())
    keys = tuple(" · ".join(str(value) for value in values) for values in shown)
    count = int(row[0]) if row else 0
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


# ── Great Expectations ──────────────────────────────────────────────────────────────────────────


def _expectations(
    candidate: Candidate, read: list[suites.Suite], columns: Mapping[str, tuple[str, ...]], is_empty: bool
) -> Iterator[Result]:
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from .gx_duckdb import PostureDuckDBExecutionEngine

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    add = context.data_sources.add_posture_duckdb
    source = add(name="candidate", connection_string=f"duckdb:///{candidate.database}?access_mode=READ_ONLY")
    try:
        for suite in read:
            rows = candidate.counts.get(suite.table, 0)
            if not rows and (is_empty or not suite.min_rows):
                yield Result(suite.table, "table_is_empty", "info", True, "no rows are required", observed="0 rows")
                continue
            rules = [*suites.declared(suite, columns[suite.table], TABLES.get(suite.table)), *suite.expectations]
            yield from _evaluate(source, suite, rules)
    finally:
        engine = source.get_execution_engine()
        if isinstance(engine, PostureDuckDBExecutionEngine):
            engine.close()


def _evaluate(source: Any, suite: suites.Suite, rules: list[suites.Rule]) -> Iterator[Result]:
    import great_expectations as gx

    expectations = [_expectation(rule, index, suite) for index, rule in enumerate(rules)]
    batch = source.add_table_asset(suite.table, table_name=suite.table).add_batch_definition_whole_table("all").get_batch()
    validated = batch.validate(
        gx.ExpectationSuite(name=suite.table, expectations=expectations),
        result_format={
            "result_format": "SUMMARY",
            "unexpected_index_column_names": list(suite.key),
            "partial_unexpected_count": MOST_KEYS,
        },
    )
    answers = {int(r.expectation_config.meta["rule"]): r for r in validated.results}
    for index, rule in enumerate(rules):
        if index in answers:
            yield _result(suite, rule, answers[index])
        else:
            yield Result(suite.table, rule.label, "critical", False, rule.because, error="it was not evaluated")


def _expectation(rule: suites.Rule, index: int, suite: suites.Suite) -> Any:
    import great_expectations.expectations as gxe

    name = "".join(word.capitalize() for word in rule.type.split("_"))
    try:
        # Without `meta` two equal rules would be one; with it each answer names its rule.
        return getattr(gxe, name)(**rule.arguments, severity=rule.severity, meta={"rule": index})
    except (AttributeError, TypeError, ValueError) as error:
        raise ConfigError(
            f"suite {suite.table}: {rule.label}: {error}",
            stage="validate",
            remedy="Take types and arguments from Great Expectations' gallery of core expectations.",
        ) from error


def _result(suite: suites.Suite, rule: suites.Rule, answer: ExpectationValidationResult) -> Result:
    found: Mapping[str, Any] = answer.result or {}
    if error := _raised(answer):
        return Result(suite.table, rule.label, "critical", False, rule.because, error=error)
    if not rule.may_be_null and _is_vacuous(found):
        return Result(
            suite.table, rule.label, rule.severity, False, rule.because, error="no value to judge: the column is all null"
        )
    listed = found.get("partial_unexpected_index_list") or []
    keys = tuple(" · ".join(str(entry.get(k)) for k in suite.key) for entry in listed[:MOST_KEYS])
    observed = found.get("observed_value")
    return Result(
        suite.table,
        rule.label,
        rule.severity,
        bool(answer.success),
        rule.because,
        observed=None if observed is None else str(observed),
        unexpected_count=int(found.get("unexpected_count") or 0),
        keys=keys,
    )


def _raised(answer: ExpectationValidationResult) -> str | None:
    # Flat where the expectation itself raised, one entry per metric where a metric did.
    info = answer.exception_info or {}
    entries = [info] if "raised_exception" in info else [e for e in info.values() if isinstance(e, dict)]
    for entry in entries:
        if entry.get("raised_exception"):
            return str(entry.get("exception_message") or "an exception without a message")
    return None


def _is_vacuous(found: Mapping[str, Any]) -> bool:
    if "missing_count" in found:
        return bool(found["missing_count"] == found.get("element_count"))
    return "observed_value" in found and found["observed_value"] is None
