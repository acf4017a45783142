"""Speed of what is around the records: parsing the Dags, validating a large lake, publishing it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from posture import documents
from posture.derive.batch import derive_batch
from posture.derive.capture import Capture
from posture.derive.reprints import reprints
from posture.model import LAKE_TABLES, REPRINTS

from . import corpora

if TYPE_CHECKING:
    from .run import Setting

# Each file in a child of its own, as Airflow's processor does it, with Airflow's own names imported before.
_PARSE = """
import multiprocessing, sys, time
from airflow.sdk import DAG, Asset, AssetAlias, dag, task
from pathlib import Path
sys.path[:0] = {roots}

def parse(path):
    began = time.process_time()
    exec(compile(Path(path).read_text(), path, "exec"), {{"__name__": "dag", "__file__": path}})
    return time.process_time() - began

with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
    print(max(pool.map(parse, {files}, chunksize=1)))
"""
_EMPTY = """
from airflow.sdk import DAG, task

with DAG("empty", schedule=None):

    @task
    def nothing():
        pass

    nothing()
"""


def dag_parsing(setting: Setting) -> Iterator[dict[str, Any]]:
    """CPU time of parsing the slowest of our Dag files against one with a single empty task."""
    root = corpora.ROOT
    files = sorted(str(p) for p in (root / "dags").glob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(_EMPTY, encoding="utf-8")
        home = {
            **os.environ,
            "AIRFLOW_HOME": folder,
            "POSTURE_HOME": f"{folder}/data",
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        }

        def parse(paths: list[str]) -> float:
            code = _PARSE.format(roots=[str(root / "dags"), str(root / "include")], files=paths)
            done = subprocess.run([sys.executable, "-c", code], env=home, capture_output=True, text=True, check=True)
            return float(done.stdout.split()[-1])

        parse(files)
        rounds = [parse(files) / parse([str(empty)]) for _ in range(3)]
    median = statistics.median(rounds)
    spread = (max(rounds) - min(rounds)) / median
    yield {"name": "parsing the slowest Dag file ÷ an empty one", "goal": 2.0, "value": median, "spread": spread}


def release(setting: Setting) -> Iterator[dict[str, Any]]:
    """Validating and publishing a lake of some 100,000 records, against SQL by hand and a plain copy to Parquet."""
    from posture.release import build, lake, publish, validate
    from posture.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        tables = _large(100_000)
        lake.write_batch(settings.lake_dir, "bench/2026-01-01-01", tables, "bench", "0" * 64)
        articles = (
            tables["articles"].select(["article_id", "published_on", "retrieved_at", "signature", "text"]).to_pylist()
        )
        copies = reprints(
            (a["article_id"], a["published_on"], str(a["retrieved_at"]), a["signature"], len(a["text"]))
            for a in articles
        )
        candidate, building = _wall(lambda: build.build(settings, REPRINTS.table(copies)))
        import great_expectations  # noqa: F401 - its import is not what is measured

        verdict, validating = _wall(lambda: validate.validate(candidate, settings))
        by_hand = _by_hand(settings.lake_dir)
        note = f"{validating:.1f} s, {tables['records'].num_rows:,} records"
        yield {"name": "validation ÷ one-pass SQL by hand", "goal": 3.0, "value": validating / by_hand, "note": note}
        copying = _copy(settings.lake_dir, Path(folder) / "copy")
        yield {
            "name": "build ÷ copying the lake as Parquet",
            "goal": None,
            "value": building / copying,
            "note": f"{building:.1f} s",
        }
        if not verdict.success:
            yield {
                "name": "publish ÷ copying the lake as Parquet",
                "goal": 1.5,
                "value": None,
                "note": "the verdict is bad",
            }
            return
        _, publishing = _wall(lambda: publish.publish(candidate, verdict, settings))
        yield {
            "name": "publish ÷ copying the lake as Parquet",
            "goal": 1.5,
            "value": publishing / copying,
            "note": f"{publishing:.2f} s",
        }


def _wall(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.monotonic()
    made = work()
    return made, time.monotonic() - began


def _large(records: int) -> dict[str, pa.Table]:
    """The rows of our own corpus, repeated under new ids until there are so many records."""
    captures = [
        c
        for name in ("dev", "test")
        for c in documents.from_manifest(corpora.corpora()[name].folder / "manifest.jsonl")
        if isinstance(c, Capture)
    ]
    base = derive_batch(captures)
    times = -(-records // base["records"].num_rows)
    return {t.name: pa.concat_tables([_renamed(base[t.name], n) for n in range(times)]) for t in LAKE_TABLES}


_IDS = ("document_id", "article_id", "mention_id", "record_id", "denies_record_id")


def _renamed(table: pa.Table, number: int) -> pa.Table:
    for name in set(_IDS) & set(table.column_names):
        values = [None if v is None else f"{number}-{v}" for v in table[name].to_pylist()]
        table = table.set_column(
            table.column_names.index(name), table.schema.field(name), pa.array(values, pa.string())
        )
    for name, value in (("batch_code", "bench/2026-01-01-01"), ("source_code", "bench")):
        if name in table.column_names:
            values = [value] * table.num_rows
            table = table.set_column(
                table.column_names.index(name), table.schema.field(name), pa.array(values, pa.string())
            )
    return table


def _by_hand(lake_dir: Path) -> float:
    """Keys, nulls, closed lists and sums over the largest tables, written as plain SQL."""
    checks = (
        "count(*), count(DISTINCT record_id), count_if(evidence_quote IS NULL), "
        "count_if(evidence_end <= evidence_start), count(DISTINCT type_code), "
        "count_if(status_code NOT IN ('in_effect', 'completed', 'ongoing', 'planned', 'considered', 'denied')), "
        "count_if(date_start_on > date_end_on), count_if(len(actor_codes) = 0), count_if(quantity.low > quantity.high)"
    )
    with duckdb.connect() as connection:
        began = time.monotonic()
        for table, what in (
            ("records", checks),
            ("mentions", "count(*), count(DISTINCT mention_id), count_if(evidence_quote IS NULL)"),
            ("rejections", "count(*), count(DISTINCT mention_id), count_if(reason_code IS NULL)"),
            (
                "articles",
                "count(*), count(DISTINCT article_id), count_if(mention_count <> record_count + rejection_count)",
            ),
        ):
            connection.sql(f"SELECT {what} FROM '{lake_dir}/*/*/{table}.parquet'").fetchall()
        return time.monotonic() - began


def _copy(lake_dir: Path, target: Path) -> float:
    target.mkdir()
    with duckdb.connect() as connection:
        began = time.monotonic()
        for t in LAKE_TABLES:
            connection.sql(
                f"COPY (FROM '{lake_dir}/*/*/{t.name}.parquet') TO '{target}/{t.name}.parquet' (COMPRESSION zstd)"
            )
        return time.monotonic() - began


BENCHES = (dag_parsing, release)
