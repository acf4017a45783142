"""One frozen `Settings`, read once from the environment. Every default works offline."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .errors import ConfigError

#: The checkout (or image) that holds `sql/`, `include/suites/` and `dags/`.
REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Settings:
    """Where things live and how politely to fetch. Read with `Settings.from_environment()`.

    All paths are absolute. Durations are in seconds, sizes in bytes.
    """

    #: Root of all that the pipeline writes (POSTURE_HOME).
    home: Path
    #: `newsroom`, `live`, or the path of a catalogue file (POSTURE_SOURCES).
    sources: str = "newsroom"
    #: A folder of one's own documents; when set, it is the only source (POSTURE_INBOX).
    inbox: Path | None = None
    #: Base URL of the sample site while it is served (POSTURE_NEWSROOM_URL).
    newsroom_url: str = "http://127.0.0.1:8765"
    #: Sent with each request, so that an outlet can ask us to stop (POSTURE_USER_AGENT).
    user_agent: str = "PostureLedger/0.1 (+https://example.org/posture-ledger; research; respects robots.txt)"
    #: Waiting for a connection / for the next bytes / for one response as a whole.
    connect_timeout: float = 5.0
    read_timeout: float = 10.0
    total_timeout: float = 60.0
    #: Least pause between two requests to one host, unless robots.txt asks for more.
    host_interval: float = 1.0
    #: A response larger than this is refused.
    max_bytes: int = 50 * 1024 * 1024
    #: Most articles fetched from one source in one run; the rest waits, and is counted.
    max_articles: int = 500
    #: Published versions kept beside the current one.
    keep_versions: int = 5
    #: DuckDB's memory limit while building and querying.
    memory_limit: str = "2GB"
    sql_dir: Path = field(default=REPOSITORY / "sql")
    suites_dir: Path = field(default=REPOSITORY / "include" / "suites")

    @property
    def archive_dir(self) -> Path:
        """Bytes as they came: WARC files and their capture ledgers."""
        return self.home / "archive"

    @property
    def lake_dir(self) -> Path:
        """Derived tables in Parquet, one folder a batch."""
        return self.home / "lake"

    @property
    def releases_dir(self) -> Path:
        """One folder a published version, and `current`, the pointer to the served one."""
        return self.home / "releases"

    @property
    def current(self) -> Path:
        """The pointer to the served version; missing before the first publish."""
        return self.releases_dir / "current"

    @property
    def database(self) -> Path:
        """The served DuckDB database."""
        return self.current / "posture.duckdb"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read POSTURE_* variables.

        Raises:
            ConfigError: a number or size that is none, an inbox that is no folder, or a home with a `?` in its path.
        """
        env = os.environ if environ is None else environ
        given: dict[str, object] = {"home": usable(Path(env.get("POSTURE_HOME") or "data").expanduser().resolve())}
        if env.get("POSTURE_INBOX"):
            inbox = Path(env["POSTURE_INBOX"]).expanduser().resolve()
            if not inbox.is_dir():
                raise ConfigError(
                    f"POSTURE_INBOX={env['POSTURE_INBOX']!r} is not a folder",
                    stage="settings",
                    remedy="Name a folder that holds .txt, .html or .pdf documents.",
                )
            given["inbox"] = inbox
        for name in ("sources", "newsroom_url", "user_agent"):
            if value := env.get(f"POSTURE_{name.upper()}"):
                given[name] = value
        for name, (kind, is_zero_fine) in _NUMBERS.items():
            if value := env.get(f"POSTURE_{name.upper()}"):
                given[name] = _number(name, value, kind, is_zero_fine)
        if value := env.get("POSTURE_MEMORY_LIMIT"):
            given["memory_limit"] = _size("memory_limit", value)
        return cls(**given)  # type: ignore[arg-type]


def usable(folder: Path) -> Path:
    """The folder, if databases can lie there: DuckDB, and SQLAlchemy's URLs, take what follows a `?` for settings.

    Raises:
        ConfigError: there is a `?` in its path.
    """
    if "?" in str(folder):
        raise ConfigError(
            "no database can be kept below a folder with a `?` in its name",
            where=folder,
            stage="settings",
            remedy="Rename the folder, or name another one (POSTURE_HOME, POSTURE_AIRFLOW_HOME).",
        )
    return folder


#: Variable → kind and whether zero makes sense: no pause and no older versions do, no time and no room don't.
_NUMBERS: dict[str, tuple[type[int] | type[float], bool]] = {
    "connect_timeout": (float, False),
    "read_timeout": (float, False),
    "total_timeout": (float, False),
    "host_interval": (float, True),
    "max_bytes": (int, False),
    "max_articles": (int, False),
    "keep_versions": (int, True),
}
#: A size as DuckDB reads it.
_SIZE = re.compile(r"(?=.*[1-9])(?:\d+\.?\d*|\.\d+)\s*[KMGT]i?B?|(?=.*[1-9])(?:100|\d?\d)\s*%", re.IGNORECASE)


def _number(name: str, text: str, kind: type[int] | type[float], is_zero_fine: bool) -> float:
    try:
        value = kind(text)
    except ValueError:
        value = -1
    if not 0 <= value < math.inf or (value == 0 and not is_zero_fine):
        raise ConfigError(
            f"POSTURE_{name.upper()}={text!r} is not a {'number from zero up' if is_zero_fine else 'positive number'}",
            stage="settings",
            remedy=f"Give a number of seconds, bytes or items, such as {getattr(Settings, name)}, or leave it unset.",
        )
    return value


def _size(name: str, text: str) -> str:
    if not _SIZE.fullmatch(text.strip()):
        raise ConfigError(
            f"POSTURE_{name.upper()}={text!r} is not a size",
            stage="settings",
            remedy="Give a number with its unit, such as 2GB or 500MB, or leave it unset.",
        )
    return text.strip()
