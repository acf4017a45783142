"""Build a candidate database from the lake: load, stage, marts, comments. It publishes nothing and proves nothing.

Rows depend on the lake, the relations among its articles, `sql/` and the model alone: no clock, no host name, no
order of arrival.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow as pa

from ..errors import BuildError, LakeError
from ..model import CORRECTIONS, LAKE_TABLES, RELATIONS, REPRINTS, TABLES, Table, ddl
from ..settings import Settings
from . import durable, lake, lock, sqlfile, versions
from .candidate import DATABASE, PREFIX, Candidate

#: DuckDB 2 files in this format can be read by 1.5 clients too, and the packaged command line is 1.5.
STORAGE_VERSION = "v1.5.0"
#: Tables that come from the pipeline as they are; all others are made by SQL.
SOURCE_TABLES: tuple[Table, ...] = (*LAKE_TABLES, *RELATIONS)
_MADE_FROM = ("macros", "staging", "marts")
_IS_TABLE_MACRO = re.compile(r"^CREATE MACRO \w+\(.*?\) AS TABLE\b", re.DOTALL)
_FINGERPRINTED = (*_MADE_FROM, "checks")


def fingerprint(settings: Settings) -> str:
    """Of all that a build's rows and its verdict depend on. Equal to the served version's: nothing to do.

    Reprints and corrections are not in it: they are a function of the lake's articles and of the engine, which the
    lake names.
    """
    return _digest(lake.fingerprint(settings.lake_dir), _sql_fingerprint(settings))


def build(settings: Settings, reprints: pa.Table, corrections: pa.Table | None = None) -> Candidate:
    """Make a candidate below `releases/` from all lake batches and what their articles are to each other.

    Args:
        settings: where lake, SQL and releases lie.
        reprints: rows of `model.REPRINTS`.
        corrections: rows of `model.CORRECTIONS`; None: there are none.

    Removes candidates that earlier builds left behind: taking a token makes them unpublishable.

    Raises:
        BuildError: the SQL or the data is wrong, or the disk is full; nothing of the candidate is left then.
        LakeError: a lake batch does not fit its manifest.
        LockHeld: another build or publish is running.
    """
    none = CORRECTIONS.schema.empty_table()
    relations = {REPRINTS: reprints, CORRECTIONS: none if corrections is None else corrections}
    with lock.hold(settings.releases_dir / ".lock", "building a candidate"):
        try:
            versions.settle(settings)
            _clean(settings)
            token = lock.next_token(settings.releases_dir / ".fence", versions.highest_token(settings))
            with lake.reading(settings.lake_dir):
                return _build(settings, settings.releases_dir / f"{PREFIX}{token}", token, relations)
        except (duckdb.Error, OSError) as error:
            _clean(settings)
            raise _explained(error, settings.releases_dir) from error
        except BaseException:
            _clean(settings)
            raise


def transform(connection: duckdb.DuckDBPyConnection, sql_dir: Path) -> None:
    """Make macros, staging tables and marts, in the order in which they need each other, with their comments.

    Raises:
        BuildError: a statement fails, a column has no comment, or a comment no column.
    """
    files = [file for room in _MADE_FROM for file in sqlfile.read_folder(sql_dir / room)]
    for file in sqlfile.in_order(files):
        try:
            if file.path.parent.name == "macros":
                connection.execute(file.body)
                kind = "MACRO TABLE" if _IS_TABLE_MACRO.search(file.body) else "MACRO"
                connection.execute(f"COMMENT ON {kind} {file.name} IS {_quoted(file.text)}")
            else:
                kind = "VIEW" if file.fields.get("as") == "view" else "TABLE"
                connection.execute(f"CREATE {kind} {file.name} AS {file.body}")
                _comment(connection, file, kind)
        except duckdb.Error as error:
            if durable.is_disk_full(error):
                raise
            raise BuildError(
                f"{file.path.name} failed: {error}", where=file.path, stage="build", remedy="Mend the SQL."
            ) from error


def create_source_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the empty tables of the model, with comments."""
    for table in SOURCE_TABLES:
        connection.execute(ddl(table))


def counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of every table of the database in use, by name."""
    names = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() ORDER BY 1"
    ).fetchall()
    return {str(n): int(_one(connection, f'SELECT count(*) FROM "{n}"')) for (n,) in names}


# ── steps of a build ────────────────────────────────────────────────────────────────────────────


def _build(settings: Settings, folder: Path, token: int, relations: Mapping[Table, pa.Table]) -> Candidate:
    _refuse_damaged(settings)
    folder.mkdir(parents=True)
    lake_mark, sql_mark = lake.fingerprint(settings.lake_dir), _sql_fingerprint(settings)
    made = Candidate(
        path=folder,
        token=token,
        fingerprint=_digest(lake_mark, sql_mark),
        lake_fingerprint=lake_mark,
        sql_fingerprint=sql_mark,
        engines=tuple(lake.engines(settings.lake_dir)),
        counts={},
    )
    with _writing(folder, settings.memory_limit) as connection:
        create_source_tables(connection)
        for table in LAKE_TABLES:
            _load(connection, table, [str(p) for p in lake.paths(settings.lake_dir, table.name)])
        for table, rows in relations.items():
            _load_relation(connection, table, rows)
        transform(connection, settings.sql_dir)
        _describe(connection, made, len(lake.batches(settings.lake_dir)))
        made = replace(made, counts=counts(connection))
    made.save()
    return made


def _clean(settings: Settings) -> None:
    for debris in settings.releases_dir.glob(f"{PREFIX}*"):
        durable.remove(debris)


def _refuse_damaged(settings: Settings) -> None:
    # DuckDB reads a Parquet file with flipped bits without a word, so the bytes are compared first.
    for problem in lake.verify(settings.lake_dir):
        raise LakeError(problem.what, where=problem.where, stage="build", remedy=problem.remedy)


@contextmanager
def _writing(folder: Path, memory_limit: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that writes a new database file, and proves on leaving that all of it arrived there."""
    database, spill = folder / DATABASE, folder / ".spill"
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET memory_limit = $limit", {"limit": memory_limit})
        connection.execute("SET temp_directory = $spill", {"spill": str(spill)})
        quoted = str(database).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS posture (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE posture")
        yield connection
        # Closing would hide a checkpoint that failed, and leave the rows in a side file that nobody publishes.
        connection.execute("CHECKPOINT posture")
        connection.execute("USE memory")
        connection.execute("DETACH posture")
    durable.remove(spill)
    if (wal := database.with_name(f"{DATABASE}.wal")).exists():
        raise BuildError(
            "the database was not written out whole", where=wal, stage="build", remedy=durable.DISK_FULL_REMEDY
        )
    durable.sync(database)


def _load(connection: duckdb.DuckDBPyConnection, table: Table, files: list[str]) -> None:
    if not files:
        return
    names, order = ", ".join(c.name for c in table.columns), ", ".join(table.key)
    connection.execute(
        f"INSERT INTO {table.name} ({names}) SELECT {names} FROM read_parquet($files) ORDER BY {order}",
        {"files": files},
    )


def _load_relation(connection: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    try:
        fitted = rows.select(table.schema.names).cast(table.schema)
    except (KeyError, ValueError) as error:
        raise BuildError(
            f"{table.name} do not fit the model: {error}",
            stage="build",
            remedy=f"Make them with model.{table.name.upper()}.table().",
        ) from error
    connection.register("given", fitted)
    connection.execute(f"INSERT INTO {table.name} SELECT * FROM given ORDER BY {', '.join(table.key)}")
    connection.unregister("given")


def _describe(connection: duckdb.DuckDBPyConnection, made: Candidate, batch_count: int) -> None:
    rows = counts(connection)
    connection.execute(
        "CREATE TABLE release AS SELECT $mark AS fingerprint, $lake AS lake_fingerprint, $sql AS sql_fingerprint, "
        "CAST($engines AS VARCHAR[]) AS engine_codes, CAST($batches AS BIGINT) AS batch_count, "
        "CAST(map($names, $rows) AS MAP(VARCHAR, BIGINT)) AS row_counts",
        {
            "mark": made.fingerprint,
            "lake": made.lake_fingerprint,
            "sql": made.sql_fingerprint,
            "engines": list(made.engines),
            "batches": batch_count,
            "names": list(rows),
            "rows": list(rows.values()),
        },
    )
    for target, text in _RELEASE_COMMENTS.items():
        connection.execute(f"COMMENT ON {target} IS {_quoted(text)}")


_RELEASE_COMMENTS = {
    "TABLE release": "What this version was made from. One row. It holds no time: the same input gives the same row.",
    "COLUMN release.fingerprint": "Of the lake, the SQL and the model together; names the version.",
    "COLUMN release.lake_fingerprint": "Of all lake batches in order.",
    "COLUMN release.sql_fingerprint": "Of sql/, the suites and the model.",
    "COLUMN release.engine_codes": "Fingerprints of the engines that derived the batches; more than one: rederive.",
    "COLUMN release.batch_count": "Lake batches in it.",
    "COLUMN release.row_counts": "Rows of every other table, by its name.",
}


def _comment(connection: duckdb.DuckDBPyConnection, file: sqlfile.SqlFile, kind: str) -> None:
    actual = [str(row[0]) for row in connection.execute(f"DESCRIBE {file.name}").fetchall()]
    if wrong := sorted(set(actual) ^ set(file.columns)):
        raise BuildError(
            f"columns and column comments of {file.name} differ: {', '.join(wrong)}",
            where=file.path,
            stage="build",
            remedy="Give each column one line below `-- columns:`, and no other.",
        )
    connection.execute(f"COMMENT ON {kind} {file.name} IS {_quoted(file.text)}")
    for column, text in file.columns.items():
        connection.execute(f"COMMENT ON COLUMN {file.name}.{column} IS {_quoted(text)}")


def _sql_fingerprint(settings: Settings) -> str:
    parts = [ddl(table) for table in TABLES.values()] + [STORAGE_VERSION]
    for folder in [settings.sql_dir / room for room in _FINGERPRINTED] + [settings.suites_dir]:
        for path in sorted(p for p in folder.glob("*") if p.is_file()):
            parts.append(f"{folder.name}/{path.name}\0{path.read_text('utf-8')}")
    return _digest(*parts)


def _digest(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode()).digest())
    return digest.hexdigest()


def _explained(error: duckdb.Error | OSError, folder: Path) -> BuildError:
    full = durable.is_disk_full(error)
    return BuildError(
        "the candidate does not fit on the disk" if full else f"the candidate could not be built: {error}",
        where=folder,
        stage="build",
        remedy=durable.DISK_FULL_REMEDY if full else "Read the message; the served version is unchanged.",
    )


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    # All rows, not one: a result that is not read to its end keeps the connection.
    return int(connection.execute(sql).fetchall()[0][0])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
