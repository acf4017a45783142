"""Expectation suites: one YAML file a table. What the model declares is expected without being written again.

    table: records
    key: [record_id]
    min_rows: 1
    expectations:
      - type: expect_column_values_to_match_regex
        with: {column: record_id, regex: "^[0-9a-f]+$"}
        severity: critical
        because: ids are hashes
        may_be_null: false

Severity `critical` stops a publish, `warning` is somebody's work, `info` is kept. A rule on a column that holds
nothing but nulls proves nothing and fails, unless `may_be_null` says that such a column is in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import ConfigError
from ..model import Table
from .verdict import Severity


class Rule(BaseModel):
    """One expectation: Great Expectations' name of it, its arguments, how loud, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str = Field(pattern=r"^(expect_[a-z_]+)$")
    arguments: dict[str, Any] = Field(default_factory=dict, alias="with")
    severity: Severity
    because: str = Field(min_length=1)
    may_be_null: bool = False

    @property
    def label(self) -> str:
        """The type with the column or columns that it is about."""
        about = [self.arguments[k] for k in ("column", "column_A", "column_B", "column_list") if k in self.arguments]
        return f"{self.type}({', '.join(str(a) for a in about)})"


class Suite(BaseModel):
    """All rules on one table. `min_rows` 0: an empty table is in order and its rules are not evaluated."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    key: tuple[str, ...] = Field(min_length=1)
    min_rows: int = Field(ge=0)
    expectations: tuple[Rule, ...] = Field(min_length=1)


def read(folder: Path, tables: Mapping[str, tuple[str, ...]]) -> list[Suite]:
    """Read the suite of every table that is published.

    Args:
        tables: name of each table → its columns.

    Raises:
        ConfigError: a table has no suite, a suite has no table, or a file breaks the form above.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    if lone := sorted(set(files) ^ set(tables)):
        raise ConfigError(
            f"suites and tables differ: {', '.join(lone)}",
            where=folder,
            stage="validate",
            remedy="Keep one suite file per published table, with the table's name.",
        )
    return [_read(files[name], columns) for name, columns in tables.items()]


def declared(suite: Suite, columns: tuple[str, ...], table: Table | None) -> list[Rule]:
    """The rules that follow from the declaration of a table: rows, columns, key, required columns, closed lists."""
    rules = [
        _rule("expect_table_row_count_to_be_between", "rows are required", min_value=suite.min_rows),
        _rule("expect_table_columns_to_match_set", "the declared columns", column_set=list(columns), exact_match=True),
    ]
    if len(suite.key) == 1:
        rules.append(_rule("expect_column_values_to_be_unique", "the key", column=suite.key[0]))
    else:
        rules.append(_rule("expect_compound_columns_to_be_unique", "the key", column_list=list(suite.key)))
    needed = {c.name for c in table.columns if c.required} if table else set(suite.key)
    rules += [
        _rule("expect_column_values_to_not_be_null", "a required column", column=c) for c in columns if c in needed
    ]
    for column in table.columns if table else ():
        if column.values:
            rules.append(
                _rule(
                    "expect_column_values_to_be_in_set",
                    "a closed list",
                    column=column.name,
                    value_set=list(column.values),
                )
            )
    return rules


def _rule(type_: str, because: str, **arguments: Any) -> Rule:
    return Rule.model_validate({"type": type_, "with": arguments, "severity": "critical", "because": because})


def _read(path: Path, columns: tuple[str, ...]) -> Suite:
    try:
        suite = Suite.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise _wrong(path, str(error)) from error
    if suite.table != path.stem:
        raise _wrong(path, f"table is {suite.table!r}, the file's name says {path.stem!r}")
    if strange := sorted(set(suite.key) - set(columns)):
        raise _wrong(path, f"key columns {strange} are not columns of {suite.table}")
    return suite


def _wrong(path: Path, what: str) -> ConfigError:
    return ConfigError(what, where=path, stage="validate", remedy="Mend the suite; release/suites.py says its form.")
