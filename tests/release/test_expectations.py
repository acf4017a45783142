"""Each bad batch is blocked, and no proof is void."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from factory import day, sample
from posture.errors import ConfigError
from posture.release import build, suites, validate
from posture.release.candidate import Candidate
from posture.release.verdict import Result
from posture.settings import Settings

STRENGTH = "USA | SYR | - | - | personnel"
#: table → (what damages it, the rule that must fail, a key that it must name). One evaluation sees all of a table's.
BAD: dict[str, list[tuple[str, str, str | None]]] = {
    "documents": [
        ("UPDATE documents SET state_code = 'lost' {alpha}", "be_in_set(state_code)", "document-alpha-1"),
        ("UPDATE documents SET batch_code = '../etc' {alpha}", "match_regex(batch_code)", "document-alpha-1"),
        ("UPDATE documents SET article_count = -1 {alpha}", "be_between(article_count)", "document-alpha-1"),
        ("INSERT INTO documents FROM documents {alpha}", "be_unique(document_id)", "document-alpha-1"),
    ],
    "articles": [
        ("UPDATE articles SET text = '' {syria}", "lengths_to_be_between(text)", "syria"),
        ("UPDATE articles SET text_sha256 = 'x' {syria}", "match_regex(text_sha256)", "syria"),
        ("UPDATE articles SET state_code = 'fine'", "be_in_set(state_code)", "weather"),
        ("UPDATE articles SET record_count = 9 {syria}", "greater_than_b(mention_count, record_count)", "syria"),
    ],
    "mentions": [
        ("UPDATE mentions SET evidence_end = evidence_start {first}", "greater_than_b(evidence_end", "mention-1"),
        ("UPDATE mentions SET outcome_code = 'maybe' {first}", "be_in_set(outcome_code)", "mention-1"),
    ],
    "records": [
        ("UPDATE records SET type_code = 'rumour' {r900}", "be_in_set(type_code)", "syria-900"),
        ("UPDATE records SET status_code = 'true' {r900}", "be_in_set(status_code)", "syria-900"),
        ("UPDATE records SET evidence_quote = '' {r900}", "lengths_to_be_between(evidence_quote)", "syria-900"),
        ("UPDATE records SET evidence_start = -1 {r900}", "be_between(evidence_start)", "syria-900"),
        ("UPDATE records SET origin_source = '' {r900}", "lengths_to_be_between(origin_source)", "syria-900"),
        ("ALTER TABLE records ALTER rule_code DROP NOT NULL", "", None),
        ("UPDATE records SET rule_code = NULL", "not_be_null(rule_code)", "strike"),
        ("INSERT INTO records FROM records {r900}", "be_unique(record_id)", "syria-900"),
        ("ALTER TABLE records DROP COLUMN attribution", "expect_table_columns_to_match_set", None),
        ("SELECT 1", "not_be_null(attribution)", None),
        ("ALTER TABLE records ADD COLUMN extra INTEGER", "expect_table_columns_to_match_set", None),
    ],
    "citations": [
        ("UPDATE citations SET note_number = -1", "be_between(note_number)", "syria · -1 · 0"),
        ("UPDATE citations SET work_number = 0", "be_between(work_number)", "syria · -1 · 0"),
        ("UPDATE citations SET note_quote = ''", "lengths_to_be_between(note_quote)", "syria · -1 · 0"),
        ("UPDATE citations SET url = 'url'", "match_regex(url)", "syria · -1 · 0"),
        ("UPDATE citations SET date_precision_code = 'decade'", "be_in_set(date_precision_code)", "syria · -1 · 0"),
        ("INSERT INTO citations FROM citations", "compound_columns_to_be_unique", None),
    ],
    "corrections": [
        ("UPDATE corrections SET basis_code = 'rumour'", "be_in_set(basis_code)", "syria-too"),
        ("UPDATE corrections SET corrects_article_id = ''", "be_between(corrects_article_id)", "syria-too"),
    ],
    "reprints": [("UPDATE reprints SET similarity = 2", "be_between(similarity)", "copy")],
    "rejections": [
        ("UPDATE rejections SET reason_code = 'Because I say so'", "match_regex(reason_code)", "mention-4"),
    ],
    "strength": [
        ("UPDATE strength SET quantity_state_code = 'zero'", "be_in_set(quantity_state_code)", STRENGTH),
        ("UPDATE strength SET low = -1, best = -2", "be_between(low)", STRENGTH),
        ("SELECT 1", "greater_than_b(best, low)", STRENGTH),
        ("UPDATE strength SET origin_count = 0", "be_between(origin_count)", STRENGTH),
        ("UPDATE strength SET country_code = 'Syria'", "match_regex(country_code)", STRENGTH),
        ("UPDATE strength SET url = NULL", "not_be_null(url)", STRENGTH),
        ("UPDATE strength SET quote = ''", "lengths_to_be_between(quote)", STRENGTH),
        ("INSERT INTO strength FROM strength", "be_unique(strength_id)", STRENGTH),
    ],
    "bases": [
        ("UPDATE bases SET status_code = 'gone'", "be_in_set(status_code)", "SYR | al-tanf"),
        ("UPDATE bases SET latitude = 333.5", "be_between(latitude)", "SYR | al-tanf"),
    ],
    "movements": [
        ("UPDATE movements SET status_code = 'denied'", "be_in_set(status_code)", "tanf-plan"),
        ("UPDATE movements SET delta_low = 5, delta_high = -5", "greater_than_b(delta_high, delta_low)", "tanf-plan"),
    ],
    "activities": [("UPDATE activities SET domain_code = 'footprint'", "be_in_set(domain_code)", "strike")],
    "commitments": [
        ("UPDATE commitments SET commitment_id = 'c', outcome_code = 'done'", "be_in_set(outcome_code)", "c"),
    ],
    "disputes": [
        ("UPDATE disputes SET dispute_id = 'd', counter_quote = NULL", "not_be_null(counter_quote)", "d"),
        ("SELECT 1", "be_unique(dispute_id)", "d"),
    ],
    "sources": [
        ("UPDATE sources SET failure_count = 9", "greater_than_b(document_count, failure_count)", "source · delta"),
    ],
}
WHERE = {
    "alpha": "WHERE source_code = 'alpha'",
    "syria": "WHERE article_id = 'syria'",
    "first": "WHERE mention_id = 'mention-1'",
    "r900": "WHERE record_id = 'syria-900'",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Candidate]:
    settings = Settings(home=tmp_path_factory.mktemp("home with $HOME and spaces"), memory_limit="512MB")
    ledger = sample()
    cited = {"url": "https://vale.test/s", "published_on": day("2025-01-01"), "date_precision_code": "month"}
    ledger.cite("syria", **cited)
    ledger.correct("syria-too", "syria")
    ledger.write(settings)
    return settings, build.build(settings, ledger.reprints(), ledger.corrections())


@pytest.fixture
def damaged(sound, tmp_path) -> Iterator[Path]:
    path = tmp_path / "damaged.duckdb"
    shutil.copy(sound[1].database, path)
    return path


@pytest.fixture(scope="module")
def evaluate() -> Iterator[Callable[..., list[Result]]]:
    """Evaluates in one child for the whole module: Great Expectations is imported once, and ends with its process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield lambda *given, **replaced: pool.apply(evaluated, given, replaced)


def evaluated(database: Path, settings: Settings, *tables: str, **replaced: suites.Suite) -> list[Result]:
    from posture.release import expectations

    columns = validate.published_columns(settings)
    read = [replaced.get(s.table, s) for s in suites.read(settings.suites_dir, columns) if s.table in tables]
    with duckdb.connect(str(database), read_only=True) as connection:
        counts = build.counts(connection)
    results = list(expectations.evaluate(database, read, columns, counts))
    with duckdb.connect(str(database)) as connection:
        connection.execute("CREATE TEMP TABLE nobody_else_holds_the_file AS SELECT 1")
    return results


def test_every_suite_has_a_bad_batch(sound):
    assert set(BAD) == set(validate.published_columns(sound[0]))


@pytest.mark.parametrize("table", BAD)
def test_a_bad_batch_is_blocked(sound, damaged, evaluate, table):
    with duckdb.connect(str(damaged)) as connection:
        for damage, _rule, _key in BAD[table]:
            connection.execute(damage.format(**WHERE))
    failed = [r for r in evaluate(damaged, sound[0], table) if not r.success and r.severity == "critical"]
    for damage, rule, key in BAD[table]:
        hit = [r for r in failed if rule in r.check]
        assert hit, damage
        assert str(hit[0]).startswith(f"{table}: ")
        if key is not None:
            assert (key in hit[0].keys, hit[0].unexpected_count >= 1) == (True, True), hit[0]


@pytest.mark.parametrize("table", ["documents", "records"])
def test_a_table_without_rows_is_blocked_where_rows_are_required(sound, damaged, evaluate, table):
    with duckdb.connect(str(damaged)) as connection:
        connection.execute(f"DELETE FROM {table}")
    failed = {r.check for r in evaluate(damaged, sound[0], table) if not r.success and r.severity == "critical"}
    assert "expect_table_row_count_to_be_between()" in failed


def suite_of(settings: Settings, table: str, *rules: dict) -> suites.Suite:
    read = {s.table: s for s in suites.read(settings.suites_dir, validate.published_columns(settings))}[table]
    given = tuple(suites.Rule.model_validate({"severity": "warning", "because": "a test", **r}) for r in rules)
    return read.model_copy(update={"expectations": given})


#: rule → what the result must say
VOID = [
    ({"type": "expect_column_values_to_be_unique", "with": {"column": "title"}}, "all null"),
    ({"type": "expect_column_values_to_match_regex", "with": {"column": "title", "regex": "x"}}, "all null"),
    ({"type": "expect_column_max_to_be_between", "with": {"column": "published_at", "min_value": "2000"}}, "all null"),
    ({"type": "expect_column_values_to_not_be_null", "with": {"column": "no_such"}}, "no_such"),
    ({"type": "expect_column_values_to_match_regex", "with": {"column": "text", "regex": "("}}, "missing )"),
]


def test_a_proof_that_proves_nothing_fails(sound, damaged, evaluate):
    settings, _ = sound
    with duckdb.connect(str(damaged)) as connection:
        connection.execute("UPDATE articles SET title = NULL")
    suite = suite_of(settings, "articles", *(rule for rule, _ in VOID))
    results = [r for r in evaluate(damaged, settings, "articles", articles=suite) if r.because == "a test"]
    assert len(results) == len(VOID)
    for result, (_rule, because) in zip(results, VOID, strict=True):
        assert not result.success
        assert because in (result.error or "")
        # What could not be evaluated stops a publish, however quiet its rule.
        assert result.severity == ("warning" if because == "all null" else "critical")


def test_a_column_that_may_be_null_may(sound, damaged, evaluate):
    settings, _ = sound
    rule = {"type": "expect_column_values_to_be_unique", "with": {"column": "author"}, "may_be_null": True}
    results = evaluate(damaged, settings, "articles", articles=suite_of(settings, "articles", rule))
    assert all(r.success for r in results)


def test_one_rule_that_errs_does_not_hide_the_others(sound, damaged, evaluate):
    settings, _ = sound
    err = {"type": "expect_column_values_to_not_be_null", "with": {"column": "no_such"}}
    bad = {"type": "expect_column_values_to_be_in_set", "with": {"column": "outlet", "value_set": ["Alpha"]}}
    results = evaluate(damaged, settings, "articles", articles=suite_of(settings, "articles", err, bad, bad))
    mine = [r for r in results if r.because == "a test"]
    assert [(r.error is not None, r.unexpected_count) for r in mine] == [(True, 0), (False, 3), (False, 3)]


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "expect_column_values_to_be_lovely", "with": {"column": "text"}},
        {"type": "expect_column_values_to_be_unique", "with": {"colum": "text"}},
        {"type": "expect_column_values_to_not_be_null", "with": {"column": "text", "mostly": 95}},
        {"type": "expect_column_values_to_not_be_null", "with": {"column": "text", "mostley": 0.95}},
    ],
)
def test_a_misspelt_rule_is_an_error_not_a_pass(sound, damaged, evaluate, rule):
    settings, _ = sound
    with pytest.raises(ConfigError, match="suite articles: expect_column"):
        evaluate(damaged, settings, "articles", articles=suite_of(settings, "articles", rule))


def test_offending_keys_are_capped_and_counted(sound, damaged, evaluate):
    settings, _ = sound
    with duckdb.connect(str(damaged)) as connection:
        connection.execute(
            "INSERT INTO rejections SELECT 'many-' || i, 'syria', 'r', 'NO CODE', NULL, NULL FROM range(5000) AS t(i)"
        )
    (result,) = [r for r in evaluate(damaged, settings, "rejections") if not r.success]
    assert (result.unexpected_count, len(result.keys)) == (5000, 20)
    assert str(result).count("many-") == 20


def test_an_empty_table_is_in_order_only_where_no_rows_are_required(sound, damaged, evaluate):
    with duckdb.connect(str(damaged)) as connection:
        connection.execute("DELETE FROM rejections; DELETE FROM records")
    results = evaluate(damaged, sound[0], "rejections", "records")
    by_table = {t: [r for r in results if r.table == t] for t in ("rejections", "records")}
    assert [(r.check, r.success) for r in by_table["rejections"]] == [("table_is_empty", True)]
    assert any(not r.success and r.severity == "critical" for r in by_table["records"])
