"""The Airflow home of this checkout: its folders, its secrets, and Airflow's whole configuration as environment.

Nothing is configured in files, so that what a run does can be read in one place and repeated.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from ..settings import REPOSITORY, Settings, usable

USER = "admin"
_LOOPBACK = "127.0.0.1,localhost,::1"
#: Metadata belongs to these; another version of one of them may need a migration.
_MIGRATING = ("apache-airflow", "apache-airflow-providers-fab", "apache-airflow-providers-celery")


@dataclass(frozen=True)
class Home:
    """One Airflow home. All paths are absolute."""

    root: Path

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Home:
        """`POSTURE_AIRFLOW_HOME`, or `airflow-home` in this checkout.

        Not `AIRFLOW_HOME`: whoever has set it has another Airflow there, whose metadata are not ours to touch.
        """
        given = (os.environ if environ is None else environ).get("POSTURE_AIRFLOW_HOME")
        return cls(usable(Path(given).expanduser().resolve() if given else REPOSITORY / "airflow-home"))

    @property
    def database(self) -> Path:
        """Airflow's metadata."""
        return self.root / "airflow.db"

    @property
    def logs(self) -> Path:
        """Logs of the components and, below `dag_id=…`, of the tasks."""
        return self.root / "logs"

    @property
    def lock(self) -> Path:
        """Held by the supervisor at work."""
        return self.root / "supervisor.lock"

    @property
    def running(self) -> Path:
        """What was started here and not yet stopped."""
        return self.root / "running.json"

    @property
    def stamp(self) -> Path:
        """The versions for which the metadata was migrated."""
        return self.root / "migrated.json"

    def prepare(self) -> None:
        """Create the folders and the secrets that are missing, readable by their owner only."""
        self.logs.mkdir(parents=True, exist_ok=True)
        self.root.chmod(0o700)
        if not self._secrets.exists():
            _write_private(
                self._secrets,
                {
                    "password": secrets.token_urlsafe(12),
                    "jwt_secret": secrets.token_urlsafe(48),
                    "secret_key": secrets.token_urlsafe(48),
                    "fernet_key": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
                },
            )
        _write_private(self._passwords, {USER: self.secret("password")})
        # Where the file is missing, Airflow writes one of 2,000 lines that would look like the configuration.
        (self.root / "airflow.cfg").write_text("# Empty on purpose: include/posture/local/home.py sets everything.\n")

    def secret(self, name: str) -> str:
        """One of `password`, `jwt_secret`, `secret_key`, `fernet_key`."""
        return str(json.loads(self._secrets.read_text())[name])

    def environment(self, settings: Settings, *, port: int, manual: bool) -> dict[str, str]:
        """All that Airflow's components and the steps in their tasks are told, on top of our own environment.

        Args:
            settings: the pipeline's.
            port: of the API server, on loopback.
            manual: `ingest` starts only when it is told to, and a task waits seconds, not minutes, for its retry.
        """
        url = f"http://127.0.0.1:{port}"
        airflow = {
            "CORE__DAGS_FOLDER": str(REPOSITORY / "dags"),
            "CORE__PLUGINS_FOLDER": str(REPOSITORY / "plugins"),
            "CORE__LOAD_EXAMPLES": "False",
            "CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
            "CORE__EXECUTOR": "LocalExecutor",
            "CORE__PARALLELISM": "4",
            "CORE__FERNET_KEY": self.secret("fernet_key"),
            "CORE__EXECUTION_API_SERVER_URL": f"{url}/execution/",
            "CORE__AUTH_MANAGER": "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager",
            "CORE__SIMPLE_AUTH_MANAGER_USERS": f"{USER}:admin",
            "CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self._passwords),
            "DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{self.database}",
            "API__HOST": "127.0.0.1",
            "API__PORT": str(port),
            "API__BASE_URL": url,
            "API__WORKERS": "1",
            "API__SECRET_KEY": self.secret("secret_key"),
            "API_AUTH__JWT_SECRET": self.secret("jwt_secret"),
            "LOGGING__BASE_LOG_FOLDER": str(self.logs),
            "LOGGING__DAG_PROCESSOR_CHILD_PROCESS_LOG_DIRECTORY": str(self.logs / "dag_processor"),
            "SCHEDULER__CATCHUP_BY_DEFAULT": "False",
            "SCHEDULER__SCHEDULER_IDLE_SLEEP_TIME": "0.2" if manual else "1",
        }
        posture = told(settings)
        own = dict(os.environ)
        if manual:
            posture |= {"POSTURE_SCHEDULE": "manual"}
            own = {"POSTURE_RETRIES": "1", "POSTURE_RETRY_SECONDS": "2"} | own
        return {
            **own,
            **{f"AIRFLOW__{key}": value for key, value in airflow.items()},
            **posture,
            "AIRFLOW_HOME": str(self.root),
            # A proxy must not stand between a task and the API server, nor before the sample site.
            "NO_PROXY": _joined(own.get("NO_PROXY"), _LOOPBACK),
            "no_proxy": _joined(own.get("no_proxy"), _LOOPBACK),
        }

    def needs_migration(self) -> bool:
        """Whether the metadata is missing, or was last migrated for other versions."""
        return not (self.database.exists() and self.stamp.exists() and self.stamp.read_text() == _versions())

    def mark_migrated(self) -> None:
        """Remember that the metadata fits the installed versions."""
        self.stamp.write_text(_versions())

    def forget_due_times(self) -> None:
        """Forget when each Dag was next due; Airflow computes it anew from the Dag's file.

        Only while nothing runs. The scheduler starts before the Dags are read, and would otherwise start a run that
        was due while nobody was here, under a schedule that may no longer hold.
        """
        self._update("UPDATE dag SET next_dagrun_create_after = NULL")

    def end_interrupted_runs(self) -> int:
        """Mark the runs that a killed scheduler left behind as failed; how many they were.

        Only while nothing runs. Left as they are, they would block a new run (each Dag has one at a time) until
        their tasks' heartbeats are given up, after five minutes. A new run takes up all that they left pending.
        """
        left = "WHERE state IN ('running', 'queued', 'scheduled', 'restarting', 'up_for_retry')"
        self._update(f"UPDATE task_instance SET state = 'failed', end_date = CURRENT_TIMESTAMP {left}")
        return self._update(f"UPDATE dag_run SET state = 'failed', end_date = CURRENT_TIMESTAMP {left}")

    def resume_interrupted_runs(self) -> None:
        """Let the tasks that a killed scheduler left behind start again at once, instead of after five minutes.

        Only while nothing runs: then whatever is marked as running is dead.
        """
        self._update("UPDATE task_instance SET state = NULL WHERE state IN ('running', 'queued', 'restarting')")

    def _update(self, statement: str) -> int:
        with closing(sqlite3.connect(self.database)) as connection, connection:
            return connection.execute(statement).rowcount

    @property
    def _secrets(self) -> Path:
        return self.root / "secrets.json"

    @property
    def _passwords(self) -> Path:
        return self.root / "passwords.json"


def told(settings: Settings) -> dict[str, str]:
    """Settings as a component's environment holds them, whatever they came from; the others it inherits from us."""
    made = {"HOME": str(settings.home), "SOURCES": settings.sources, "NEWSROOM_URL": settings.newsroom_url}
    if settings.inbox:
        made["INBOX"] = str(settings.inbox)
    return {f"POSTURE_{name}": value for name, value in made.items()}


def _versions() -> str:
    found = {d.metadata["Name"]: d.version for name in _MIGRATING for d in distributions(name=name)}
    return json.dumps(found, sort_keys=True)


def _joined(first: str | None, second: str) -> str:
    return f"{first},{second}" if first else second


def _write_private(path: Path, content: Mapping[str, str]) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file)
