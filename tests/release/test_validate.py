from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace

import duckdb
import pytest

from factory import Ledger, sample
from posture.errors import ConfigError, PublishError, ValidationFailed
from posture.release import build, publish, validate
from posture.release.verdict import Verdict
from releases import NO_REPRINTS, candidate_of, grown, publish_sample


@pytest.fixture
def without_suites(monkeypatch):
    """Leave Great Expectations out: these tests are about the rest."""
    monkeypatch.setattr(validate, "_expectations", lambda *_args, **_kwargs: [])


def test_a_sound_candidate_passes_whole(settings):
    candidate = candidate_of(settings)
    verdict = validate.validate(candidate, settings)
    assert verdict.success, [str(r) for r in verdict.failed("critical")]
    assert (verdict.token, verdict.fingerprint, verdict.is_empty) == (candidate.token, candidate.fingerprint, False)
    assert {r.table for r in verdict.results} == {"checks", *validate.published_columns(settings)}
    assert len(verdict.results) > 200
    assert [w for w in verdict.warnings if "delta" in w], "the source that failed is somebody's work"
    assert Verdict.load(candidate.path / "validation.json") == verdict
    assert sorted(p.name for p in candidate.path.iterdir()) == ["manifest.json", "posture.duckdb", "validation.json"]


@pytest.mark.usefixtures("without_suites")
def test_an_unsound_candidate_is_refused(settings):
    candidate = candidate_of(settings)
    with duckdb.connect(str(candidate.database)) as connection:
        connection.execute("UPDATE strength SET quote = 'invented'")
    verdict = validate.validate(candidate, settings)
    assert [r.check for r in verdict.failed("critical")] == ["mart_rows_have_evidence"]
    with pytest.raises(PublishError, match="validation failed: checks: mart_rows_have_evidence"):
        publish.publish(candidate, verdict, settings)


@pytest.mark.usefixtures("without_suites")
def test_an_empty_ledger_validates_as_nothing_to_publish_and_is_refused(settings):
    ledger = Ledger()
    ledger.failure("alpha")
    ledger.failure("bravo", "refused", "robots")
    ledger.write(settings)
    candidate = build.build(settings, NO_REPRINTS)
    verdict = validate.validate(candidate, settings)
    assert (verdict.success, verdict.is_empty) == (True, True)
    with pytest.raises(PublishError, match="nothing to publish: the ledger holds no article"):
        publish.publish(candidate, verdict, settings)
    assert not settings.current.exists()


@pytest.mark.usefixtures("without_suites")
def test_articles_without_any_record_are_not_an_empty_ledger(settings):
    ledger = Ledger()
    ledger.article()
    ledger.write(settings)
    assert not validate.validate(build.build(settings, NO_REPRINTS), settings).is_empty


@pytest.mark.usefixtures("without_suites")
def test_much_less_than_the_served_version_is_blocked_unless_the_engine_changed(settings):
    publish_sample(settings, articles=20)
    shutil.rmtree(settings.lake_dir)
    shrunk = candidate_of(settings)
    failed = validate.validate(shrunk, settings).failed("critical")
    assert [r.check for r in failed] == ["rows_have_not_shrunk"] * 3
    assert failed[2].observed == "7 rows, the served version has 27"
    shutil.rmtree(settings.lake_dir)
    sample().write(settings, engine="engine-2")
    verdict = validate.validate(build.build(settings, sample().reprints()), settings)
    assert (verdict.success, len(verdict.failed("warning"))) == (True, 4)


@pytest.mark.usefixtures("without_suites")
def test_a_ledger_that_grows_passes_beside_the_served_one(settings):
    publish_sample(settings)
    assert validate.validate(candidate_of(settings, grown(3)), settings).success


@pytest.mark.usefixtures("without_suites")
def test_a_check_that_errs_or_is_missing_stops(settings, tmp_path):
    candidate = candidate_of(settings)
    sql = tmp_path / "sql"
    shutil.copytree(settings.sql_dir, sql)
    (sql / "checks" / "broken.sql").write_text("-- warn: it errs\nSELECT * FROM nowhere")
    verdict = validate.validate(candidate, replace(settings, sql_dir=sql))
    (failed,) = verdict.failed("critical")
    assert (failed.check, "nowhere" in (failed.error or "")) == ("broken", True)
    (sql / "checks" / "broken.sql").write_text("-- perhaps: it is loud\nSELECT 1")
    with pytest.raises(ConfigError, match="begins with 'perhaps'"):
        validate.validate(candidate, replace(settings, sql_dir=sql))


def test_a_candidate_that_is_gone_is_no_pass(settings):
    candidate = candidate_of(settings)
    candidate_of(settings, sample())
    with pytest.raises(ValidationFailed, match="a newer build removes older candidates"):
        validate.validate(candidate, settings)


def test_a_suite_that_is_wrong_is_told_with_its_file(settings, tmp_path):
    suites = tmp_path / "suites"
    shutil.copytree(settings.suites_dir, suites)
    path = suites / "records.yaml"
    path.write_text(
        path.read_text().replace("expect_column_values_to_not_be_null", "expect_column_values_to_be_lovely")
    )
    candidate = candidate_of(settings)
    with pytest.raises(ConfigError, match="suite records: expect_column_values_to_be_lovely"):
        validate.validate(candidate, replace(settings, suites_dir=suites))


def test_an_evaluation_that_dies_is_no_pass(settings, monkeypatch):
    candidate = candidate_of(settings)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ValidationFailed, match="ended with code 1"):
        validate.validate(candidate, settings)


def test_great_expectations_is_not_imported_by_whoever_calls_validate():
    code = (
        "import sys, posture.release.validate, posture.release.publish, posture.release.query; "
        "print([m for m in sys.modules if m.startswith(('great_expectations', 'sqlalchemy', 'pandas'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
