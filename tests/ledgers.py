"""Databases over a handmade ledger: the whole one, as a build makes it, or just what a question needs."""

from __future__ import annotations

import re

import duckdb

from factory import Ledger
from posture.release import build, sqlfile
from posture.settings import REPOSITORY

SQL = REPOSITORY / "sql"


def connect() -> duckdb.DuckDBPyConnection:
    """In memory, with one thread: a handful of rows is sooner done than shared out."""
    return duckdb.connect(":memory:", config={"threads": 1})


def load(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    """Everything, comments included."""
    _sources(connection, ledger)
    build.transform(connection, SQL)
    connection.execute("CREATE TABLE release AS SELECT ['engine-1'] AS engine_codes")


def load_for(connection: duckdb.DuckDBPyConnection, ledger: Ledger, question: str) -> None:
    """Source tables, macros, staging, and the marts that `question` names."""
    _sources(connection, ledger)
    for file in sqlfile.in_order(f for room in ("macros", "staging", "marts") for f in sqlfile.read_folder(SQL / room)):
        if file.path.parent.name == "macros":
            connection.execute(file.body)
        elif file.path.parent.name == "staging" or re.search(rf"\b{file.name}\b", question):
            connection.execute(f"CREATE TABLE {file.name} AS {file.body}")


def _sources(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    connection.execute("SET TimeZone = 'UTC'")
    build.create_source_tables(connection)
    for name, table in {**ledger.tables(), "reprints": ledger.reprints(), "corrections": ledger.corrections()}.items():
        connection.register("given", table)
        connection.execute(f"INSERT INTO {name} SELECT * FROM given")
        connection.unregister("given")
