"""Every SQL file says what it is; every column of every served table has a text."""

from __future__ import annotations

import pytest

from factory import sample
from ledgers import connect, load
from posture.model import TABLES
from posture.release import sqlfile
from posture.settings import REPOSITORY

SQL = REPOSITORY / "sql"
FILES = sorted(SQL.glob("*/*.sql"))
MARTS = [path.stem for path in sorted((SQL / "marts").glob("*.sql"))]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_header(path):
    file = sqlfile.read(path)
    expected = {"checks": {"fail", "warn"}, "examples": {"question"}}.get(path.parent.name, {path.stem})
    assert file.word in expected
    if path.parent.name in {"marts", "staging"}:
        assert {"grain", "not"} <= set(file.fields)
        assert all(file.columns.values())
    if path.parent.name == "macros":
        assert "use" in file.fields
        assert f"MACRO {path.stem}(" in file.body


def test_every_column_of_every_table_has_a_comment():
    with connect() as connection:
        load(connection, sample())
        bare = "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        assert {row[0] for row in connection.execute(bare).fetchall()} == {"release"}, (
            "build comments on that one itself"
        )
        named = connection.execute("SELECT table_name FROM duckdb_tables() WHERE comment IS NOT NULL").fetchall()
        assert {*MARTS, *TABLES} - {"captures"} <= {row[0] for row in named}


def test_marts_are_those_of_the_house():
    assert MARTS == ["activities", "bases", "commitments", "disputes", "movements", "sources", "strength"]


def test_each_mart_has_rows_of_its_own_in_the_tests_and_a_suite():
    for mart in MARTS:
        assert (REPOSITORY / "tests" / "sql" / f"test_{mart}.py").is_file()
        assert (REPOSITORY / "include" / "suites" / f"{mart}.yaml").is_file()


def test_no_sql_asks_the_clock_or_chance():
    for path in FILES:
        body = sqlfile.read(path).body.lower()
        for word in ("now(", "today(", "current_date", "current_timestamp", "random(", "uuid("):
            assert word not in body, path
