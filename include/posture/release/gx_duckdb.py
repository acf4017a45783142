"""Great Expectations inside DuckDB: an execution engine and a data source, so that no row leaves the database.

Importing this module imports Great Expectations, which takes seconds: only `validate` does, inside its function.
Great Expectations' own SQL data source closes the connection before it reads the answer, and DuckDB's answers die
with their connection; so this one keeps a single connection until it is told to close.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import sqlalchemy.dialects.postgresql
import sqlalchemy.exc
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine


class PostureDuckDBExecutionEngine(SqlAlchemyExecutionEngine):
    """Keeps one connection, and speaks regular expressions in PostgreSQL's words, which DuckDB understands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dialect_module = sqlalchemy.dialects.postgresql

    @contextmanager
    def get_connection(self) -> Iterator[Any]:
        """The one connection; left open, for the answer is fetched after this block."""
        if self._connection is None:
            self._connection = self.engine.connect()
        try:
            yield self._connection
        except sqlalchemy.exc.DBAPIError:
            # One query that fails aborts its transaction; the next expectation must not find it so.
            self._connection.rollback()
            raise

    def close(self) -> None:
        """Close the one connection and the pool that it came from."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.engine.dispose()


class PostureDuckDBDatasource(SQLDatasource):
    """Registers itself as `context.data_sources.add_posture_duckdb`; a name of its own, in case a `duckdb` arrives."""

    # Great Expectations registers a source under the value of this field, as its own subclasses do.
    type: Literal["posture_duckdb"] = "posture_duckdb"  # type: ignore[assignment]

    @property
    def execution_engine_type(self) -> builtins.type[SqlAlchemyExecutionEngine]:
        """The engine above."""
        return PostureDuckDBExecutionEngine

    def close(self) -> None:
        """Let go of the file, so that it can be opened otherwise in this process."""
        engine = self.get_execution_engine()
        if isinstance(engine, PostureDuckDBExecutionEngine):
            engine.close()
        # The source tests its assets over an engine of its own.
        self.get_engine().dispose()
