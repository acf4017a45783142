from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

import airflow_home
from posture.errors import ConfigError
from posture.local.home import Home
from posture.settings import REPOSITORY, Settings


@pytest.fixture
def metadata(home: Home) -> sqlite3.Connection:
    """The home's metadata, migrated and empty. Foreign keys are not looked at."""
    airflow_home.migrate()
    shutil.copy(airflow_home.HOME / "airflow.db", home.database)
    return sqlite3.connect(home.database, isolation_level=None)


def insert(metadata: sqlite3.Connection, table: str, **given: object) -> None:
    """Insert a row, with something in every column that must not be null."""
    columns = metadata.execute(f"PRAGMA table_info({table})").fetchall()
    row = {
        name: given.get(name, 0) for _, name, _, is_required, default, _ in columns if is_required and default is None
    }
    row |= given
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    metadata.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))


def test_secrets_are_made_once_and_are_nobody_elses(home: Home) -> None:
    before = home.secret("password"), home.secret("jwt_secret")
    home.prepare()
    assert (home.secret("password"), home.secret("jwt_secret")) == before
    assert len(before[1]) >= 32
    private = [home.root / "secrets.json", home.root / "passwords.json"]
    assert {path.stat().st_mode & 0o777 for path in private} == {0o600}
    assert home.root.stat().st_mode & 0o777 == 0o700
    assert json.loads((home.root / "passwords.json").read_text()) == {"admin": before[0]}


def test_two_homes_share_no_secret(home: Home, tmp_path: Path) -> None:
    other = Home(tmp_path / "other")
    other.prepare()
    names = ("password", "jwt_secret", "secret_key", "fernet_key")
    assert not {home.secret(n) for n in names} & {other.secret(n) for n in names}


def test_airflow_takes_the_fernet_key(home: Home) -> None:
    from cryptography.fernet import Fernet

    assert Fernet(home.secret("fernet_key")).encrypt(b"x")


def test_somebody_elses_airflow_is_left_alone(tmp_path: Path) -> None:
    assert Home.from_environment({"AIRFLOW_HOME": str(tmp_path)}).root == REPOSITORY / "airflow-home"
    assert Home.from_environment({"POSTURE_AIRFLOW_HOME": str(tmp_path)}).root == tmp_path


def test_a_home_where_no_database_opens_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"`\?` in its name"):
        Home.from_environment({"POSTURE_AIRFLOW_HOME": str(tmp_path / "what?")})
    with pytest.raises(ConfigError, match="Rename the folder"):
        Settings.from_environment({"POSTURE_HOME": str(tmp_path / "what?" / "data")})


def test_all_is_bound_to_loopback_and_to_one_port(home: Home, tmp_path: Path) -> None:
    told = home.environment(Settings(home=tmp_path), port=4711, manual=True)
    assert told["AIRFLOW__API__HOST"] == "127.0.0.1"
    assert told["AIRFLOW__API__PORT"] == "4711"
    assert told["AIRFLOW__CORE__EXECUTION_API_SERVER_URL"] == "http://127.0.0.1:4711/execution/"
    assert told["AIRFLOW__API__BASE_URL"] == "http://127.0.0.1:4711"


def test_only_a_single_run_is_manual_and_impatient(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POSTURE_RETRIES", raising=False)
    run = home.environment(Settings(home=tmp_path), port=1, manual=True)
    up = home.environment(Settings(home=tmp_path), port=1, manual=False)
    assert (run["POSTURE_SCHEDULE"], run["POSTURE_RETRIES"]) == ("manual", "1")
    assert "POSTURE_SCHEDULE" not in up
    assert "POSTURE_RETRIES" not in up


def test_a_proxy_never_stands_between(home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "intranet.test")
    told = home.environment(Settings(home=tmp_path), port=1, manual=True)
    assert told["no_proxy"].split(",")[0] == "intranet.test"
    assert "127.0.0.1" in told["no_proxy"].split(",")
    assert "127.0.0.1" in told["NO_PROXY"].split(",")


def test_every_airflow_option_that_is_set_exists(home: Home, tmp_path: Path) -> None:
    from airflow.configuration import conf

    options = conf.configuration_description
    told = home.environment(Settings(home=tmp_path), port=1, manual=True)
    ours = set(told) - set(airflow_home.ENVIRONMENT)
    for name in sorted(n for n in ours if n.startswith("AIRFLOW__")):
        section, option = name.removeprefix("AIRFLOW__").lower().split("__", 1)
        assert option in options[section]["options"], name


def test_metadata_are_migrated_once_for_a_version(home: Home) -> None:
    assert home.needs_migration()
    home.mark_migrated()
    assert home.needs_migration(), "the database is missing"
    home.database.touch()
    assert not home.needs_migration()
    home.stamp.write_text('{"apache-airflow": "3.0.0"}')
    assert home.needs_migration()


def test_interrupted_runs_are_ended_and_done_ones_are_not(home: Home, metadata: sqlite3.Connection) -> None:
    for number, state in enumerate(("running", "queued", "success", "failed"), start=1):
        insert(metadata, "dag_run", id=number, dag_id="ingest", run_id=state, state=state)
        insert(metadata, "task_instance", id=str(number), task_id="t", dag_id="ingest", run_id=state, state=state)
    assert home.end_interrupted_runs() == 2
    for table in ("dag_run", "task_instance"):
        found = dict(metadata.execute(f"SELECT run_id, state FROM {table}").fetchall())
        assert found == {"running": "failed", "queued": "failed", "success": "success", "failed": "failed"}


def test_interrupted_tasks_start_again_where_airflow_stays_up(home: Home, metadata: sqlite3.Connection) -> None:
    insert(metadata, "dag_run", id=1, dag_id="ingest", run_id="r", state="running")
    for number, state in enumerate(("running", "success", "up_for_retry"), start=1):
        insert(metadata, "task_instance", id=str(number), task_id=state, dag_id="ingest", run_id="r", state=state)
    home.resume_interrupted_runs()
    found = dict(metadata.execute("SELECT task_id, state FROM task_instance").fetchall())
    assert found == {"running": None, "success": "success", "up_for_retry": "up_for_retry"}
    assert metadata.execute("SELECT state FROM dag_run").fetchall() == [("running",)]


def test_due_times_are_forgotten(home: Home, metadata: sqlite3.Connection) -> None:
    insert(metadata, "dag", dag_id="ingest", next_dagrun_create_after="2026-01-01")
    home.forget_due_times()
    assert metadata.execute("SELECT next_dagrun_create_after FROM dag").fetchall() == [(None,)]
