"""Evaluate suites on a database through Great Expectations, inside DuckDB.

Importing this module imports Great Expectations: seconds, and a quarter of a gigabyte. So `validate` runs it as a
program, `python -m posture.release.expectations`: a request in JSON on its input, the results in JSON on its output.
A result that could not be had is a failed critical one, whatever its rule's severity.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import great_expectations as gx
import great_expectations.expectations as gxe
import sqlalchemy
from great_expectations.core import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig

from ..errors import ConfigError, PostureError
from ..model import TABLES
from . import (
    gx_duckdb,  # noqa: F401 -- registers the data source
    suites,
)
from .verdict import MOST_KEYS, Result


def evaluate(
    database: Path,
    read: list[suites.Suite],
    columns: Mapping[str, tuple[str, ...]],
    counts: Mapping[str, int],
    *,
    is_empty: bool = False,
) -> Iterator[Result]:
    """Evaluate suites one table after the other, with what each table's declaration asks for.

    Args:
        columns: of each table, as declared.
        counts: rows of each table.
        is_empty: the whole ledger is, so that no table needs rows.

    Raises:
        ConfigError: a rule names an expectation or argument that does not exist.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    url = sqlalchemy.URL.create("duckdb", database=str(database), query={"access_mode": "READ_ONLY"})
    # Great Expectations would look up what follows a dollar sign.
    connection_string = url.render_as_string(hide_password=False).replace("$", r"\$")
    source = context.data_sources.add_posture_duckdb(name="candidate", connection_string=connection_string)
    try:
        for suite in read:
            if not counts.get(suite.table, 0) and (is_empty or not suite.min_rows):
                yield Result(suite.table, "table_is_empty", "info", True, "no rows are required", observed="0 rows")
                continue
            rules = [*suites.declared(suite, columns[suite.table], TABLES.get(suite.table)), *suite.expectations]
            yield from _evaluate(source, suite, rules)
    finally:
        source.close()


def _evaluate(source: Any, suite: suites.Suite, rules: list[suites.Rule]) -> Iterator[Result]:
    expectations = [_expectation(rule, index, suite) for index, rule in enumerate(rules)]
    batch = (
        source.add_table_asset(suite.table, table_name=suite.table).add_batch_definition_whole_table("all").get_batch()
    )
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
            suite.table,
            rule.label,
            rule.severity,
            False,
            rule.because,
            error="no value to judge: the column is all null",
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


def main() -> None:
    """Answer one request; an error of ours is an answer too."""
    # Whatever a library prints goes to the error output: the answer has this one to itself.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    request = json.loads(sys.stdin.buffer.read())
    try:
        read = suites.read(Path(request["suites_dir"]), request["columns"])
        results = evaluate(
            Path(request["database"]), read, request["columns"], request["counts"], is_empty=request["is_empty"]
        )
        content: dict[str, Any] = {"results": [asdict(result) for result in results]}
    except PostureError as error:
        content = {"error": {"what": error.what, "where": error.where, "remedy": error.remedy}}
    with answer:
        json.dump(content, answer)


if __name__ == "__main__":
    main()
