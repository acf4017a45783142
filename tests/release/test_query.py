from __future__ import annotations

import shutil
from dataclasses import replace

import duckdb
import pytest

from posture.errors import PublishError
from posture.release import query, versions
from posture.settings import Settings
from releases import publish_sample


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A home that the tests that only read share."""
    settings = Settings(home=tmp_path_factory.mktemp("served") / "home", memory_limit="512MB")
    publish_sample(settings)
    return settings


def test_rows_come_back_as_arrow_with_parameters(served):
    table = query.query(served, "SELECT record_id FROM records WHERE type_code = $kind ORDER BY 1", {"kind": "strike"})
    assert table.to_pylist() == [{"record_id": "strike"}]
    assert query.query(served, "SELECT best FROM strength WHERE force_code = ?", ["USA"]).to_pylist() == [
        {"best": 2000}
    ]
    assert query.query(served, "FROM strength WHERE false").schema.names[0] == "strength_id"


def test_the_macros_answer_too(served):
    rows = query.query(served, "SELECT best FROM strength_as_of(DATE '2025-03-05', DATE '2025-03-05')").to_pylist()
    assert rows == [{"best": 900}]


def test_the_three_questions_are_answered_with_evidence(served):
    answers = query.answers(served)
    assert [a.name for a in answers] == ["bases_changed", "disputed", "strength"]
    for answer in answers:
        assert answer.question.endswith("?")
        assert list(answer.columns) == answer.rows.schema.names
        assert {"quote", "url"} <= set(answer.columns)
        assert answer.rows.num_rows > 0


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM records",
        "CREATE TABLE mine AS SELECT 1",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM '/etc/hostname'",
        "ATTACH '/tmp/other.duckdb'",
        "COPY records TO '/tmp/stolen.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SELECT nothing",
    ],
)
def test_a_query_can_only_read_this_database(served, sql):
    before = served.current.resolve().joinpath("posture.duckdb").read_bytes()
    with pytest.raises(PublishError, match="the query failed"):
        query.query(served, sql)
    assert served.current.resolve().joinpath("posture.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "said"),
    [("SELECT 1; SELECT 2", "2 statements"), ("SELECT 1; DELETE FROM records", "2 statements"), ("-- x", "is empty")],
)
def test_a_query_is_one_statement(served, sql, said):
    with pytest.raises(PublishError, match=rf"the query .*{said}.*one SELECT"):
        query.query(served, sql)
    assert query.query(served, "SELECT 1 AS one; -- that is all").to_pylist() == [{"one": 1}]


def test_a_query_that_takes_too_long_is_cut(served):
    with pytest.raises(PublishError, match=r"no answer within 0\.2 seconds"):
        query.query(
            served, "SELECT count(*) FROM range(10000000000) AS a WHERE a.range % 7 = hash(a.range) % 7", seconds=0.2
        )


def test_before_the_first_publish_it_says_what_to_do(settings):
    with pytest.raises(PublishError, match=r"nothing has been published yet .* Run the pipeline first"):
        query.query(settings, "SELECT 1")


def test_a_reader_keeps_its_version_through_publishes_and_retention_and_the_next_one_sees_the_new(settings):
    settings = replace(settings, keep_versions=0)
    publish_sample(settings)
    path = query.database(settings)
    with duckdb.connect(str(path), read_only=True) as reader:
        count = "SELECT count(*) FROM records"
        assert reader.execute(count).fetchall() == [(7,)]
        for n in (1, 2, 3):
            publish_sample(settings, n)
            assert query.query(settings, count).to_pylist() == [{"count_star()": 7 + n}]
            assert reader.execute(count).fetchall() == [(7,)]
            assert reader.execute("SELECT count(DISTINCT evidence_quote) FROM records").fetchall() == [(7,)]
    assert not path.exists(), "retention did not wait for the reader, and the reader did not notice"


def test_a_version_that_retention_takes_while_it_is_opened_is_looked_up_again(settings, monkeypatch):
    first = publish_sample(settings).manifest["version"]
    publish_sample(settings, 1)
    found = [settings.releases_dir / first, versions.served(settings)]
    shutil.rmtree(found[0])
    monkeypatch.setattr(query.versions, "served", lambda _settings: found.pop(0) if len(found) > 1 else found[0])
    assert query.query(settings, "SELECT count(*) AS n FROM records").to_pylist() == [{"n": 8}]


def test_a_damaged_database_is_named_with_the_remedy(settings):
    publish_sample(settings)
    path = query.database(settings)
    path.chmod(0o644)
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(PublishError, match=r"can't be opened: .*posture verify"):
        query.query(settings, "SELECT 1")
