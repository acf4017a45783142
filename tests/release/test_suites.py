from __future__ import annotations

import pytest

from posture.errors import ConfigError
from posture.model import LAKE_TABLES, RECORDS
from posture.release import suites, validate
from posture.settings import REPOSITORY, Settings

GOOD = """
table: records
key: [record_id]
min_rows: 1
expectations:
  - type: expect_column_values_to_not_be_null
    with: {column: published_on, mostly: 0.5}
    severity: warning
    because: most are dated
"""
COLUMNS = {"records": tuple(RECORDS.schema.names)}


def read(folder, text, name="records"):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text)
    return suites.read(folder, COLUMNS)


def test_a_suite_is_read_with_its_rules(tmp_path):
    (suite,) = read(tmp_path / "suites", GOOD)
    assert (suite.table, suite.key, suite.min_rows) == ("records", ("record_id",), 1)
    assert suite.expectations[0].label == "expect_column_values_to_not_be_null(published_on)"
    assert suite.expectations[0].arguments == {"column": "published_on", "mostly": 0.5}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("expectations:", "expectations: []\nrest:", "expectations"),
        ("severity: warning", "severity: grave", "critical"),
        ("severity: warning", "", "severity"),
        ("because: most are dated", "because: ''", "because"),
        ("because:", "reason:", "reason"),
        ("table: records", "table: articles", "the file's name says 'records'"),
        ("key: [record_id]", "key: []", "key"),
        ("key: [record_id]", "key: [nothing]", "not columns of records"),
        ("min_rows: 1", "min_rows: -1", "min_rows"),
        ("expect_column_values_to_not_be_null", "import os", "type"),
        ("table: records", "{", "while parsing"),
    ],
)
def test_a_suite_that_breaks_the_form_is_named(tmp_path, old, new, message):
    with pytest.raises(ConfigError, match=message) as caught:
        read(tmp_path / "suites", GOOD.replace(old, new))
    assert str(caught.value.where).endswith("suites/records.yaml")


def test_a_table_without_a_suite_and_a_suite_without_a_table_are_refused(tmp_path):
    folder = tmp_path / "suites"
    with pytest.raises(ConfigError, match="suites and tables differ: nothing"):
        read(folder, GOOD, "nothing")
    with pytest.raises(ConfigError, match="suites and tables differ: nothing"):
        read(folder, GOOD)


def test_the_declaration_is_expected_without_being_written_again(tmp_path):
    (suite,) = read(tmp_path / "suites", GOOD)
    rules = suites.declared(suite, COLUMNS["records"], RECORDS)
    assert {rule.severity for rule in rules} == {"critical"}
    labels = {rule.label for rule in rules}
    assert {
        "expect_table_row_count_to_be_between()",
        "expect_table_columns_to_match_set()",
        "expect_column_values_to_be_unique(record_id)",
        "expect_column_values_to_be_in_set(type_code)",
    } <= labels
    required = {c.name for c in RECORDS.columns if c.required}
    assert {f"expect_column_values_to_not_be_null({c})" for c in required} <= labels


def test_every_published_table_has_its_suite():
    settings = Settings(home=REPOSITORY)
    columns = validate.published_columns(settings)
    read = suites.read(settings.suites_dir, columns)
    assert [s.table for s in read][: len(LAKE_TABLES)] == [t.name for t in LAKE_TABLES]
    assert len(read) == len(columns) == 15
    assert all(any(rule.severity == "critical" for rule in s.expectations) for s in read)
