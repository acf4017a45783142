"""An in-memory database with staging, macros and marts over a handmade ledger."""

from __future__ import annotations

import duckdb

from factory import Ledger
from posture.release import build
from posture.settings import REPOSITORY


def load(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    connection.execute("SET TimeZone = 'UTC'")
    build.create_source_tables(connection)
    for name, table in {**ledger.tables(), "reprints": ledger.reprints()}.items():
        connection.register("given", table)
        connection.execute(f"INSERT INTO {name} SELECT * FROM given")
        connection.unregister("given")
    build.transform(connection, REPOSITORY / "sql")
    connection.execute("CREATE TABLE release AS SELECT ['engine-1'] AS engine_codes")
