from __future__ import annotations

import errno
import os
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factory import Ledger, sample
from posture.errors import LakeError
from posture.model import LAKE_TABLES
from posture.release import lake
from posture.settings import Settings
from releases import die_at

CODE = "alpha/2026-01-01-01"


def write(settings: Settings, ledger: Ledger, engine: str = "engine-1") -> None:
    lake.write_batch(settings.lake_dir, CODE, ledger.tables("alpha"), engine, "c" * 64)


def other() -> Ledger:
    ledger = sample()
    ledger.record("syria", "exercise")
    return ledger


def test_a_batch_comes_back_as_it_was_written(settings):
    ledger = sample()
    write(settings, ledger)
    assert lake.batches(settings.lake_dir) == [CODE]
    for table in LAKE_TABLES:
        assert lake.read_table(settings.lake_dir, table.name).equals(ledger.tables("alpha")[table.name])
    columns = lake.read_table(settings.lake_dir, "records", ["record_id", "place"])
    assert columns.schema.names == ["record_id", "place"]


def test_the_manifest_says_what_is_there_and_from_what(settings):
    write(settings, sample())
    manifest = lake.manifest(settings.lake_dir, CODE)
    assert manifest is not None
    assert (manifest["batch_code"], manifest["engine"], manifest["captures_sha256"]) == (CODE, "engine-1", "c" * 64)
    assert {name: entry["rows"] for name, entry in manifest["tables"].items()} == {
        "documents": 1, "articles": 1, "citations": 0, "mentions": 4, "records": 3, "rejections": 1,
    }  # fmt: skip
    assert manifest["documents_by_state"] == {"derived": 1}


def test_the_same_rows_give_the_same_bytes_and_are_not_written_again(settings, tmp_path):
    write(settings, sample())
    folder = settings.lake_dir / CODE
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}
    write(settings, sample())
    assert before == {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}
    elsewhere = Settings(home=tmp_path / "elsewhere")
    write(elsewhere, sample())
    assert lake.fingerprint(elsewhere.lake_dir) == lake.fingerprint(settings.lake_dir)


def test_a_batch_is_replaced_whole(settings):
    write(settings, sample())
    first = lake.fingerprint(settings.lake_dir)
    write(settings, other(), "engine-2")
    assert lake.read_table(settings.lake_dir, "records").num_rows == 4
    assert lake.fingerprint(settings.lake_dir) != first
    assert lake.engines(settings.lake_dir) == ["engine-2"]
    assert sorted(p.name for p in settings.lake_dir.iterdir()) == [".lock", "alpha"]


def test_batches_are_ordered_by_source_day_and_number(settings):
    empty = {t.name: t.schema.empty_table() for t in LAKE_TABLES}
    codes = ["b/2026-01-02-01", "a/2026-01-01-100", "a/2026-01-01-02", "a-2/2025-01-01-01", "a/2025-12-31-01"]
    for code in codes:
        lake.write_batch(settings.lake_dir, code, empty, "e", "c")
    expected = ["a/2025-12-31-01", "a/2026-01-01-02", "a/2026-01-01-100", "a-2/2025-01-01-01", "b/2026-01-02-01"]
    assert lake.batches(settings.lake_dir) == expected
    assert [p.parent.name for p in lake.paths(settings.lake_dir, "records")][:2] == ["2025-12-31-01", "2026-01-01-02"]


def test_an_empty_lake_is_in_order(settings):
    assert lake.batches(settings.lake_dir) == []
    assert lake.read_table(settings.lake_dir, "records").num_rows == 0
    assert lake.verify(settings.lake_dir) == []


@pytest.mark.parametrize(
    "code", ["../x/2026-01-01-01", "alpha", "alpha/2026-01-01", "/etc/2026-01-01-01", "a/b/2026-01-01-01"]
)
def test_a_code_that_is_none_goes_nowhere(settings, code):
    with pytest.raises(LakeError, match="is not <source>/<day>-<nn>"):
        lake.write_batch(settings.lake_dir, code, sample().tables(), "e", "c")
    assert not list(settings.home.rglob("*.parquet"))


def test_tables_that_do_not_fit_are_refused_and_nothing_is_written(settings):
    tables = sample().tables("alpha")
    for broken, message in (
        ({k: v for k, v in tables.items() if k != "mentions"}, "has no table 'mentions'"),
        ({**tables, "records": tables["records"].drop_columns(["place"])}, "does not fit the model"),
        (
            {**tables, "records": _with_null(tables["records"], "evidence_quote")},
            "does not fit the model: .*evidence_quote",
        ),
    ):
        with pytest.raises(LakeError, match=message):
            lake.write_batch(settings.lake_dir, CODE, broken, "e", "c")
    assert lake.batches(settings.lake_dir) == []


def _with_null(table: pa.Table, column: str) -> pa.Table:
    index = table.schema.get_field_index(column)
    return table.set_column(index, table.schema.field(column), pa.nulls(table.num_rows, pa.string()))


@pytest.mark.parametrize("step", [1, 4, 8, 12, 16, 18, 19, 20, 21, 22, 23, 24, 40])
def test_killed_at_any_step_the_old_batch_or_the_new_one_is_there_next_time(settings, step):
    write(settings, sample())
    code = die_at(step, write, settings, other())
    assert code in {0, -9}
    with lake.reading(settings.lake_dir):
        assert lake.verify(settings.lake_dir) == []
        assert lake.read_table(settings.lake_dir, "records").num_rows in {3, 4}
        assert [p.name for p in settings.lake_dir.iterdir() if p.name.startswith((".tmp", ".old"))] == []
    write(settings, other())
    assert lake.read_table(settings.lake_dir, "records").num_rows == 4
    if step == 40:
        assert code == 0, "there are more steps than this test tries"


def test_a_full_disk_leaves_the_old_batch(settings, monkeypatch):
    write(settings, sample())

    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(LakeError, match=r"does not fit on the disk .* Free space"):
        write(settings, other())
    monkeypatch.undo()
    assert lake.read_table(settings.lake_dir, "records").num_rows == 3
    assert lake.verify(settings.lake_dir) == []


def test_every_flipped_bit_is_found(settings):
    write(settings, sample())
    dice = random.Random(7)
    for path in sorted((settings.lake_dir / CODE).iterdir()):
        whole = path.read_bytes()
        for _ in range(20):
            at = dice.randrange(len(whole))
            path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << dice.randrange(8))]) + whole[at + 1 :])
            assert [p.where for p in lake.verify(settings.lake_dir)], (path.name, at)
        path.write_bytes(whole)
    assert lake.verify(settings.lake_dir) == []


def test_verify_names_the_file_and_the_remedy(settings):
    write(settings, sample())
    (settings.lake_dir / CODE / "mentions.parquet").unlink()
    (problem,) = lake.verify(settings.lake_dir)
    assert problem.where == f"lake/{CODE}/mentions.parquet"
    assert (problem.what, problem.remedy.endswith(f"posture rederive {CODE}")) == ("missing", True)
    with pytest.raises(LakeError, match=r"mentions\.parquet can't be read"):
        lake.read_table(settings.lake_dir, "mentions")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"tables": 3}', '{"a": "\\ud800"}', "[" * 100_000, "\xff", None]
)
def test_a_manifest_that_is_none_counts_as_no_batch_and_is_replaced(settings, text):
    write(settings, sample())
    path = settings.lake_dir / CODE / "manifest.json"
    whole = path.read_bytes()
    path.unlink()
    if text is None:
        path.mkdir()
    else:
        path.write_text(text, encoding="latin-1")
    assert lake.manifest(settings.lake_dir, CODE) is None
    problem = next(iter(lake.verify(settings.lake_dir)))
    assert problem.where == f"lake/{CODE}/manifest.json"
    assert problem.remedy.endswith(f"posture rederive {CODE}")
    assert "Remedy" not in problem.what
    write(settings, sample())
    assert path.read_bytes() == whole
    assert lake.verify(settings.lake_dir) == []
