"""How an answer is told: whole values in tables and blocks, numbers as numbers, formulas kept from running."""

from __future__ import annotations

import json
import shlex
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from posture import answers, report
from posture.release import query as served
from posture.settings import Settings

URL = "https://outlet.test/" + "a-long-path/" * 30


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any SQL, answered by an empty database."""
    monkeypatch.setattr(served, "query", lambda _settings, sql: duckdb.connect().sql(sql).to_arrow_table())


def ask(sql: str, form: str, **how: bool) -> str:
    return answers.query(Settings(home=Path("/nowhere")), sql, form, **how)


def test_what_fits_is_a_table() -> None:
    shown = answers.told(pa.table({"force": ["USA", "TÜR"], "best": [900, 11000]}), 80)
    assert shown.splitlines() == ["force   best", "─────  ─────", "USA      900", "TÜR    11000", "2 rows"]


def test_what_does_not_fit_is_told_in_blocks_and_never_cut() -> None:
    rows = pa.table({"force": ["USA", None], "url": [URL, "https://b.test/"], "quote": ["two\nlines", ""]})
    shown = answers.told(rows, 80)
    assert f"url    {URL}\n" in shown
    assert "quote  two\n       lines\n" in shown
    assert "force  –" in shown
    assert shown.splitlines()[0] == "── 1 ──"
    assert shown.splitlines()[-1] == "2 rows"


def test_a_table_may_be_as_wide_as_the_terminal_and_no_wider() -> None:
    rows = pa.table({"a": ["x" * 10], "b": ["y" * 10]})
    assert "──────────" in answers.told(rows, 22)
    assert "── 1 ──" in answers.told(rows, 21)


def test_words_of_articles_do_not_steer_the_terminal() -> None:
    shown = answers.told(pa.table({"quote": ["\x1b[2J\x07 ü"]}), 80)
    assert "\\x1b[2J\\x07 ü" in shown
    assert shown.replace("\n", "").isprintable()


def test_an_answer_without_rows_shows_its_columns() -> None:
    assert ask("SELECT 1 AS n WHERE false", "table").splitlines() == ["n", "─", "0 rows"]
    assert answers.told(pa.table({}), 80).endswith("0 rows")


def test_json_has_numbers_where_the_database_has() -> None:
    sql = "SELECT sum(v) AS n, 1.50::DECIMAL(9,2) AS d, [1::HUGEINT] AS l, 'nan'::DOUBLE AS x FROM (VALUES (500), (6)) t(v)"
    assert json.loads(ask(sql, "json")) == {"n": 506, "d": 1.5, "l": [1], "x": None}
    assert answers.plain(Decimal(2) ** 70) == 2**70
    assert json.loads(ask("SELECT {'on': DATE '2025-03-01', 'n': 1::HUGEINT} AS s", "json")) == {
        "s": {"on": str(date(2025, 3, 1)), "n": 1}
    }


def test_csv_is_guarded_against_spreadsheets_unless_told_otherwise() -> None:
    sql = "SELECT '=1+1' AS a, ' @x' AS b, -5 AS c, ['USA'] AS d, 'x-y' AS e"
    assert ask(sql, "csv").splitlines()[1] == """'=1+1,' @x,-5,"[""USA""]",x-y"""
    assert ask(sql, "csv", is_guarded=False).splitlines()[1] == """=1+1, @x,-5,"[""USA""]",x-y"""


def test_the_command_that_a_report_suggests_runs_as_it_stands(tmp_path: Path) -> None:
    home = tmp_path / "a home"
    words = shlex.split(report._command(Settings(home=home)))
    assert words[0] == f"POSTURE_HOME={home}"
    done = subprocess.run([*words[1:], "--help"], capture_output=True, text=True, check=False)
    assert "query" in done.stdout
    assert "POSTURE_HOME" not in report._command(Settings(home=Path("data").resolve()))
