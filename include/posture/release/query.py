"""Read the served version: one connection a call, read-only, without access to anything but the database.

A call finds one version and keeps to it, however many publishes happen meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from ..errors import PublishError
from ..settings import Settings
from . import sqlfile, versions
from .candidate import DATABASE


@dataclass(frozen=True)
class Answer:
    """An analyst's question from sql/examples with its answer.

    Attributes:
        columns: what each column of `rows` means, in order.
    """

    name: str
    question: str
    columns: Mapping[str, str]
    rows: pa.Table


def query(
    settings: Settings,
    sql: str,
    parameters: Mapping[str, object] | Sequence[object] | None = None,
    seconds: float | None = None,
) -> pa.Table:
    """Answer one SQL statement from the served version.

    Args:
        sql: a statement; `$name` or `?` stand for `parameters`.
        seconds: give up after so long; None waits as long as it takes.

    Raises:
        PublishError: nothing was published yet, the SQL is wrong, or time is up.
    """
    with _connection(settings) as connection:
        return _ask(connection, sql, parameters, seconds)


def answers(settings: Settings) -> list[Answer]:
    """The analysts' questions of sql/examples, all answered by one version, ordered by name.

    Raises:
        PublishError: nothing was published yet.
    """
    files = sqlfile.read_folder(settings.sql_dir / "examples")
    with _connection(settings) as connection:
        return [Answer(f.name, f.fields["question"], f.columns, _ask(connection, f.body, None, None)) for f in files]


def database(settings: Settings) -> Path:
    """The served database with the pointer resolved: this path means one version for ever.

    Raises:
        PublishError: nothing was published yet.
    """
    folder = versions.served(settings)
    if folder is None:
        raise PublishError(
            "nothing has been published yet",
            where=settings.current,
            stage="query",
            remedy="Run the pipeline first: `make run`, or `posture run`.",
        )
    return folder / DATABASE


@contextmanager
def _connection(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = _open(settings)
    try:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET memory_limit = $limit", {"limit": settings.memory_limit})
        connection.execute("SET lock_configuration = true")
        yield connection
    finally:
        connection.close()


def _open(settings: Settings) -> duckdb.DuckDBPyConnection:
    gone: Path | None = None
    while True:
        path = database(settings)
        try:
            return duckdb.connect(str(path), read_only=True)
        except duckdb.IOException as error:
            # Retention may take a version away between finding and opening it; then there is a newer one.
            if path.exists() or path == gone:
                raise PublishError(
                    f"the served database can't be opened: {error}",
                    where=path,
                    stage="query",
                    remedy="Run `posture verify`; it names what is damaged.",
                ) from error
            gone = path


def _ask(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Mapping[str, object] | Sequence[object] | None,
    seconds: float | None,
) -> pa.Table:
    timer = threading.Timer(seconds, connection.interrupt) if seconds is not None else None
    if timer is not None:
        timer.daemon = True
        timer.start()
    try:
        # Asked for several, DuckDB answers the last one and keeps quiet about the others.
        if (count := len(connection.extract_statements(sql))) != 1:
            raise PublishError(
                f"the query holds {count} statements" if count else "the query is empty",
                stage="query",
                remedy="Ask one SELECT at a time.",
            )
        relation = connection.sql(sql, params=parameters)
        table: pa.Table = pa.table({}) if relation is None else relation.to_arrow_table()
    except duckdb.InterruptException as error:
        raise PublishError(
            f"no answer within {seconds:g} seconds", stage="query", remedy="Ask for less, or allow more time."
        ) from error
    except duckdb.Error as error:
        raise PublishError(f"the query failed: {error}", stage="query", remedy="Mend the SQL.") from error
    finally:
        if timer is not None:
            timer.cancel()
    return table
