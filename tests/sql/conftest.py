"""Staging, macros and marts in an in-memory database over a handmade ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from factory import Ledger
from ledgers import load

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def ask(ledger: Ledger) -> Iterator[Ask]:
    """`ask("FROM strength")`: rows as dicts; the marts are made at the first question."""
    with duckdb.connect(":memory:") as connection:
        made: list[bool] = []

        def question(sql: str, *values: Any) -> list[dict[str, Any]]:
            if not made:
                load(connection, ledger)
                made.append(True)
            relation = connection.execute(sql, list(values) or None)
            names = [column[0] for column in relation.description or []]
            return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]

        yield question
