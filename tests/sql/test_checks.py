"""Every check passes on a sound ledger and finds the row that breaks it."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from factory import sample
from ledgers import connect, load
from posture.release import sqlfile
from posture.settings import REPOSITORY

CHECKS = {file.name: file for file in sqlfile.read_folder(REPOSITORY / "sql" / "checks")}
_CITED = "article_id, document_id, note_number, work_number, marker_offsets, note_quote"
#: What breaks a ledger → the key that the check must name.
BROKEN: dict[str, list[tuple[str, str]]] = {
    "mentions_are_accounted_for": [
        ("DELETE FROM rejections", "syria"),
        ("DELETE FROM records WHERE record_id = 'strike'", "syria"),
        ("UPDATE articles SET mention_count = 9 WHERE article_id = 'weather'", "weather"),
    ],
    "mentions_have_one_outcome": [
        ("UPDATE mentions SET record_id = NULL WHERE mention_id = 'mention-1'", "mention-1"),
        ("UPDATE mentions SET outcome_code = 'rejection' WHERE mention_id = 'mention-1'", "mention-1"),
        (
            "UPDATE mentions SET outcome_code = 'record', record_id = 'strike' WHERE mention_id = 'mention-4'",
            "mention-4",
        ),
    ],
    "records_come_from_mentions": [
        ("DELETE FROM mentions WHERE record_id = 'strike'", "strike"),
        ("INSERT INTO mentions SELECT * FROM mentions WHERE record_id = 'strike'", "strike"),
    ],
    "evidence_is_verbatim": [
        ("UPDATE records SET evidence_quote = 'There are 9,000.' WHERE record_id = 'strike'", "strike"),
        ("UPDATE records SET evidence_start = evidence_start - 1 WHERE record_id = 'strike'", "strike"),
        ("UPDATE articles SET text = replace(text, 'é', 'e')", "denial"),
        ("UPDATE records SET evidence_quote = '', evidence_end = evidence_start WHERE record_id = 'strike'", "strike"),
        ("UPDATE mentions SET evidence_end = 100000 WHERE mention_id = 'mention-4'", "mention-4"),
    ],
    "foreign_keys": [
        ("DELETE FROM documents WHERE source_code = 'alpha'", "articles.document_id"),
        ("UPDATE records SET article_id = 'nowhere' WHERE record_id = 'strike'", "records.article_id"),
        ("UPDATE records SET denies_record_id = 'nothing' WHERE record_id = 'denial'", "records.denies_record_id"),
        ("UPDATE mentions SET record_id = 'nothing' WHERE mention_id = 'mention-4'", "mentions.record_id"),
        ("UPDATE rejections SET mention_id = 'nothing'", "rejections.mention_id"),
        ("UPDATE reprints SET original_article_id = 'nowhere'", "reprints.original_article_id"),
        ("INSERT INTO corrections VALUES ('copy', 'nowhere', 'same_page')", "corrections.corrects_article_id"),
        (f"INSERT INTO citations ({_CITED}) VALUES ('nowhere', 'd', 1, 1, [1], 'x')", "citations.article_id"),
    ],
    "reprints_point_at_originals": [
        ("UPDATE reprints SET original_article_id = 'copy'", "copy"),
        ("INSERT INTO reprints VALUES ('syria', 'syria-too', 0.9)", "copy"),
    ],
    "corrections_come_later": [
        ("INSERT INTO corrections VALUES ('syria', 'syria', 'same_page')", "syria"),
        ("INSERT INTO corrections VALUES ('syria', 'copy', 'same_page')", "syria"),
        ("INSERT INTO corrections VALUES ('weather', 'copy', 'named_day')", "weather"),
    ],
    "corrections_are_linked": [
        ("UPDATE articles SET is_correction = true, correction_quote = title WHERE article_id = 'weather'", "weather"),
    ],
    "citations_stand_in_their_text": [
        (f"INSERT INTO citations ({_CITED}) VALUES ('weather', 'd', 1, 1, [9999], 'No posture')", "weather"),
        (f"INSERT INTO citations ({_CITED}) VALUES ('weather', 'd', 1, 1, [1], 'Not there')", "weather"),
    ],
    "documents_end_in_a_state": [
        ("UPDATE documents SET reason = NULL WHERE source_code = 'delta'", "document-delta-5"),
        ("UPDATE documents SET article_count = 2 WHERE source_code = 'alpha'", "document-alpha-1"),
        ("UPDATE documents SET state_code = 'no_text', reason = 'x' WHERE source_code = 'alpha'", "document-alpha-1"),
    ],
    "articles_end_in_a_state": [
        ("UPDATE articles SET state_code = 'has_records' WHERE article_id = 'weather'", "weather"),
        ("UPDATE articles SET state_code = 'no_posture' WHERE article_id = 'syria'", "syria"),
    ],
    "denials_are_not_done": [("UPDATE strength SET record_id = 'denial'", "strength")],
    "plans_are_not_facts": [("UPDATE strength SET record_id = 'tanf-plan'", "strength")],
    "mart_rows_have_evidence": [
        ("UPDATE strength SET quote = 'invented'", "strength"),
        ("UPDATE bases SET url = ''", "bases"),
        ("UPDATE commitments SET outcome_record_id = 'nothing'", "commitments (outcome)"),
        ("UPDATE disputes SET counter_quote = NULL", "disputes (counter)"),
    ],
    "records_reach_a_mart": [
        ("DELETE FROM strength", "syria-2000"),
        ("DELETE FROM bases", "tanf-closed"),
        ("DELETE FROM movements", "tanf-plan"),
        ("DELETE FROM activities", "strike"),
        ("DELETE FROM disputes", "denial"),
    ],
    "strengths_add_up": [
        ("UPDATE strength SET best = NULL", "USA | SYR | - | - | personnel"),
        ("UPDATE strength SET low = 5000", "USA | SYR | - | - | personnel"),
        ("UPDATE strength SET quantity_state_code = 'withheld'", "USA | SYR | - | - | personnel"),
        ("UPDATE strength SET origin_count = 9", "USA | SYR | - | - | personnel"),
    ],
    "origins_are_not_outlets": [("UPDATE strength SET origin_count = 3", "USA | SYR | - | - | personnel")],
    "quantities_have_a_state": [
        ("UPDATE records SET quantity_state_code = 'withheld' WHERE record_id = 'syria-900'", "syria-900"),
        ("UPDATE records SET quantity = NULL WHERE record_id = 'syria-900'", "syria-900"),
        ("UPDATE records SET quantity_state_code = 'stated' WHERE record_id = 'strike'", "strike"),
    ],
    "bounds_are_in_order": [
        (
            "UPDATE records SET quantity = {'low': 9, 'high': 8, 'qualifier_code': 'range', 'unit_code': 'personnel'} "
            "WHERE record_id = 'syria-900'",
            "syria-900",
        ),
        (
            "UPDATE records SET date_start_on = '2025-03-10', date_end_on = '2025-03-09' WHERE record_id = 'strike'",
            "strike",
        ),
    ],
    "dates_have_a_basis": [
        ("UPDATE records SET date_basis_code = 'unknown' WHERE record_id = 'strike'", "strike"),
        ("UPDATE records SET date_end_on = '2025-03-05' WHERE record_id = 'strike'", "strike"),
    ],
    "countries_are_alpha_3": [
        ("UPDATE records SET place = struct_update(place, country_code := 'SY') WHERE record_id = 'strike'", "strike"),
    ],
    "domains_fit_types": [
        (
            "INSERT INTO records SELECT * REPLACE ('forces' AS domain_code, 'again' AS record_id) FROM records "
            "WHERE record_id = 'strike'",
            "strike",
        ),
    ],
    "ids_are_not_shared": [
        (
            "INSERT INTO articles SELECT * REPLACE ('again' AS article_id) FROM articles WHERE article_id = 'syria'",
            "document-alpha-1",
        ),
    ],
    "records_name_a_force": [("UPDATE records SET actor_codes = [] WHERE record_id = 'strike'", "strike")],
    "records_name_a_place": [("UPDATE records SET place = NULL WHERE record_id = 'syria-900'", "syria-900")],
    "denials_find_their_claim": [("UPDATE stg_denials SET match_code = 'none'", "denial")],
    "publication_is_not_after_retrieval": [
        ("UPDATE articles SET published_on = '2062-01-01' WHERE article_id = 'syria'", "syria"),
    ],
    "sources_answer": [("UPDATE documents SET state_code = 'fetch_failed' WHERE source_code = 'alpha'", "alpha")],
    "one_engine": [("UPDATE release SET engine_codes = ['a', 'b']", "a")],
    "mojibake_is_repaired": [("UPDATE articles SET has_mojibake = true WHERE article_id = 'syria'", "syria")],
}
#: The sample has one source that fails, so that the warning is there to be seen.
WARNED = {"sources_answer"}


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        load(connection, sample())
        yield connection


def found(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(CHECKS[name].body).fetchall()]


def test_every_check_has_a_ledger_that_breaks_it():
    assert set(BROKEN) == set(CHECKS)


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_sound_ledger_passes(database, name):
    assert found(database, name) == (["delta"] if name in WARNED else [])


@pytest.mark.parametrize(("name", "damage", "key"), [(n, d, k) for n, cases in BROKEN.items() for d, k in cases])
def test_damage_is_found(database, name, damage, key):
    database.execute("BEGIN")
    try:
        database.execute(damage)
        assert key in found(database, name)
    finally:
        database.execute("ROLLBACK")


def test_every_check_says_how_loud_it_is():
    assert {file.word for file in CHECKS.values()} == {"fail", "warn"}
