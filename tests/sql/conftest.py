"""Staging, macros and marts in an in-memory database over a handmade ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from factory import Ledger
from ledgers import connect, load_for

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def ask(ledger: Ledger) -> Ask:
    """`ask("FROM strength")`: rows as dicts, from a database made anew of what the ledger holds by then."""

    def question(sql: str, *values: Any) -> list[dict[str, Any]]:
        with connect() as connection:
            load_for(connection, ledger, sql)
            answer = connection.execute(sql, list(values) or None)
            names = [column[0] for column in answer.description or []]
            return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    return question
