from __future__ import annotations

import resource
import shutil
from dataclasses import replace
from datetime import date

import duckdb
import pyarrow as pa
import pytest

from factory import Ledger, day, sample
from posture.errors import BuildError, LakeError, LockHeld
from posture.model import TABLES
from posture.release import build, lake, lock
from posture.release.candidate import Candidate
from posture.settings import Settings
from releases import NO_REPRINTS, candidate_of, run_apart, tree


def rows(candidate: Candidate) -> dict[str, list[tuple]]:
    with duckdb.connect(str(candidate.database), read_only=True) as connection:
        return {name: connection.execute(f"FROM {name}").fetchall() for name in candidate.counts}


def test_a_candidate_holds_the_lake_the_staging_and_the_marts(settings, ledger):
    made = build.build(settings, ledger.reprints())
    assert made.path == settings.releases_dir / ".candidate-1"
    assert made.counts == {
        **{name: len(ledger.rows[name]) for name in ("documents", "articles", "mentions", "records", "rejections")},
        **{
            "citations": 0,
            "reprints": 1,
            "corrections": 0,
            "stg_articles": 4,
            "stg_claims": 7,
            "stg_clock": 1,
            "stg_denials": 1,
            "stg_fulfilments": 11,
            "release": 1,
        },
        **{"strength": 1, "bases": 1, "movements": 1, "activities": 1, "commitments": 1, "disputes": 2, "sources": 11},
    }
    assert sorted(p.name for p in made.path.iterdir()) == ["manifest.json", "posture.duckdb"], "no side files"
    assert Candidate.load(made.path) == made


def test_the_same_lake_gives_the_same_rows_in_the_same_order_whatever_came_first(settings, tmp_path):
    ledger = sample()
    ledger.write(settings)
    elsewhere = Settings(home=tmp_path / "elsewhere", memory_limit="512MB")
    for source in ("delta", "charlie", "bravo", "alpha"):
        tables = ledger.tables(source)
        turned = {
            name: table.take(pa.array(range(table.num_rows - 1, -1, -1), pa.int64())) for name, table in tables.items()
        }
        lake.write_batch(elsewhere.lake_dir, f"{source}/2026-01-01-01", turned, "engine-1", "0" * 64)
    one, other = build.build(settings, ledger.reprints()), build.build(elsewhere, ledger.reprints())
    first, second = rows(one), rows(other)
    assert {n: r for n, r in first.items() if n != "release"} == {n: r for n, r in second.items() if n != "release"}
    assert rows(build.build(settings, ledger.reprints())) == first


def test_the_release_row_names_what_it_was_made_from_and_no_time(settings, ledger):
    made = build.build(settings, ledger.reprints())
    with duckdb.connect(str(made.database), read_only=True) as connection:
        row = connection.execute("FROM release").fetchall()[0]
        types = {
            str(r[0])
            for r in connection.execute(
                "SELECT data_type FROM duckdb_columns() WHERE table_name = 'release'"
            ).fetchall()
        }
    counted = {name: count for name, count in made.counts.items() if name != "release"}
    assert row == (made.fingerprint, made.lake_fingerprint, made.sql_fingerprint, ["engine-1"], 4, counted)
    assert not any("TIME" in t or "DATE" in t for t in types)


def test_every_published_table_and_column_has_a_comment(settings, ledger):
    made = build.build(settings, ledger.reprints())
    with duckdb.connect(str(made.database), read_only=True) as connection:
        for view in ("duckdb_tables()", "duckdb_columns()"):
            bare = f"SELECT * FROM {view} WHERE comment IS NULL AND NOT internal"
            assert connection.execute(bare).fetchall() == []
        key = "SELECT comment FROM duckdb_columns() WHERE table_name = 'records' AND column_name = 'record_id'"
        assert connection.execute(key).fetchall() == [(TABLES["records"].columns[0].comment,)]


def test_the_file_is_written_for_readers_of_the_last_generation(settings, ledger):
    made = build.build(settings, ledger.reprints())
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{made.database}' AS posture (READ_ONLY)")
        tags = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'posture'").fetchall()[0][
            0
        ]
    assert tags["storage_version"].startswith("v1.5")


def test_the_fingerprint_follows_the_lake_the_sql_and_the_suites_and_nothing_else(settings, ledger, tmp_path):
    first = build.fingerprint(settings)
    assert build.build(settings, ledger.reprints()).fingerprint == first
    assert build.fingerprint(replace(settings, memory_limit="1GB", keep_versions=1)) == first
    sql, suites = tmp_path / "sql", tmp_path / "suites"
    shutil.copytree(settings.sql_dir, sql)
    shutil.copytree(settings.suites_dir, suites)
    copied = replace(settings, sql_dir=sql, suites_dir=suites)
    assert build.fingerprint(copied) == first
    (sql / "examples" / "strength.sql").write_text("-- question: Another?\nSELECT 1")
    assert build.fingerprint(copied) == first, "an example changes no row and no verdict"
    seen = {first}
    for path in (sql / "marts" / "strength.sql", sql / "checks" / "foreign_keys.sql", suites / "records.yaml"):
        path.write_text(path.read_text() + "\n")
        seen.add(build.fingerprint(copied))
    Ledger("2026-01-02").write(settings)
    more = sample("2026-01-02")
    lake.write_batch(settings.lake_dir, "alpha/2026-01-02-01", more.tables("alpha"), "engine-1", "0" * 64)
    seen.add(build.fingerprint(settings))
    assert len(seen) == 5


def test_citations_and_corrections_reach_the_database(settings):
    ledger = sample()
    ledger.cite("syria", 7, marker_offsets=[4, 19], published_on=day("2025-01-01"), date_precision_code="month")
    ledger.correct("syria-too", "syria")
    ledger.write(settings)
    made = build.build(settings, ledger.reprints(), ledger.corrections())
    with duckdb.connect(str(made.database), read_only=True) as connection:
        asked = "SELECT note_number, marker_offsets, published_on, date_precision_code, pages FROM citations"
        assert connection.execute(asked).fetchall() == [(7, [4, 19], date(2025, 1, 1), "month", None)]
        linked = "SELECT corrects_article_id, correction_code FROM stg_articles WHERE article_id = 'syria-too'"
        assert connection.execute(linked).fetchall() == [("syria", "named_url")]


def test_an_empty_lake_can_be_built(settings):
    made = build.build(settings, NO_REPRINTS)
    assert made.counts["records"] == made.counts["strength"] == 0


def test_a_new_build_removes_older_candidates_and_takes_a_higher_token(settings, ledger):
    first = build.build(settings, ledger.reprints())
    debris = settings.releases_dir / ".candidate-99"
    debris.mkdir()
    second = build.build(settings, ledger.reprints())
    assert (first.token, second.token) == (1, 2)
    assert [p.name for p in settings.releases_dir.glob(".candidate-*")] == [".candidate-2"]
    with pytest.raises(BuildError, match="no finished candidate"):
        Candidate.load(first.path)


def test_a_damaged_batch_is_refused_by_name(settings, ledger):
    path = settings.lake_dir / "alpha" / "2026-01-01-01" / "records.parquet"
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    with pytest.raises(LakeError, match=r"differ from the manifest's SHA-256 .*alpha/2026-01-01-01/records\.parquet"):
        build.build(settings, ledger.reprints())
    assert list(settings.releases_dir.glob(".candidate-*")) == []


def test_reprints_of_another_form_are_refused(settings, ledger):
    with pytest.raises(BuildError, match="reprints do not fit the model"):
        build.build(settings, pa.table({"article_id": ["a"]}))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "-- bad: x\n-- columns:\n--   a: one\nSELECT nothing AS a FROM nowhere",
            r"bad\.sql failed: Catalog Error",
        ),
        ("-- bad: x\n-- columns:\n--   a: one\nSELECT 1 AS a, 2 AS b", "column comments of bad differ: b"),
        ("-- bad: x\n-- columns:\n--   a: one\n--   c: two\nSELECT 1 AS a", "column comments of bad differ: c"),
    ],
)
def test_wrong_sql_is_named_and_leaves_nothing(settings, ledger, tmp_path, text, message):
    sql = tmp_path / "sql"
    shutil.copytree(settings.sql_dir, sql)
    (sql / "marts" / "bad.sql").write_text(text)
    with pytest.raises(BuildError, match=message) as caught:
        build.build(replace(settings, sql_dir=sql), ledger.reprints())
    assert caught.value.remedy
    assert list(settings.releases_dir.glob(".candidate-*")) == []


def test_two_builds_at_once_one_waits_for_another_day(settings, ledger):
    with lock.hold(settings.releases_dir / ".lock", "building a candidate"):
        before = tree(settings.releases_dir)
        with pytest.raises(LockHeld, match="building a candidate"):
            build.build(settings, ledger.reprints())
        assert tree(settings.releases_dir) == before


@pytest.mark.parametrize("limit", [0, 16_384, 300_000, 1_000_000, 4_000_000])
def test_where_the_disk_allows_no_more_bytes_the_build_says_so_and_leaves_nothing(settings, ledger, limit):
    (answer,) = run_apart(build_within, (limit, settings, ledger.reprints()))
    assert isinstance(answer, BuildError), answer
    assert ("does not fit on the disk" in str(answer), "Free space" in str(answer)) == (True, True)
    assert list(settings.releases_dir.glob(".candidate-*")) == []


def build_within(limit: int, settings: Settings, reprints: pa.Table) -> Candidate:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return build.build(settings, reprints)


def test_a_candidate_is_read_back_only_if_it_was_finished(settings, ledger):
    made = candidate_of(settings, ledger)
    (made.path / "manifest.json").write_text("{torn")
    with pytest.raises(BuildError, match="no finished candidate"):
        Candidate.load(made.path)


def test_every_table_view_column_and_macro_is_commented(settings, ledger):
    made = build.build(settings, ledger.reprints())
    with duckdb.connect(str(made.database), read_only=True) as connection:
        for kind in ("tables", "views", "columns", "functions"):
            name = f"{kind.removesuffix('s')}_name"
            rows = connection.execute(
                f"SELECT {name}, comment FROM duckdb_{kind}() WHERE database_name = 'posture' AND NOT internal"
            ).fetchall()
            assert [row[0] for row in rows if not row[1]] == [], kind
        told = dict(connection.execute("SELECT function_name, comment FROM duckdb_functions()").fetchall())
    assert told["strength_as_of"].startswith("what was true of each force's strength on one day")
    assert "Use:" in told["window_days"]
