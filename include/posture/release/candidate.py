"""A candidate: a database that was built and is not served yet, in a folder of its own below `releases/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import BuildError
from . import durable

PREFIX = ".candidate-"
DATABASE = "posture.duckdb"
MANIFEST = "manifest.json"
VALIDATION = "validation.json"


@dataclass(frozen=True)
class Candidate:
    """What a build made.

    Attributes:
        path: its folder; publishing renames it.
        token: the fencing token under which it may be published.
        fingerprint: of all that its rows depend on; equal fingerprints mean equal rows.
        counts: rows of every table in it.
    """

    path: Path
    token: int
    fingerprint: str
    lake_fingerprint: str
    sql_fingerprint: str
    engines: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def database(self) -> Path:
        """The database file in it."""
        return self.path / DATABASE

    def save(self) -> None:
        """Write what `load` needs. Publishing replaces it by the version's manifest, which holds the same and more."""
        content = {**asdict(self), "engines": list(self.engines), "counts": dict(self.counts)}
        del content["path"]
        durable.write(self.path / MANIFEST, durable.as_json(content))

    @classmethod
    def load(cls, path: Path) -> Candidate:
        """Read a candidate back from its folder.

        Raises:
            BuildError: it is gone (a newer build removed it, or it was published), or was never finished.
        """
        try:
            read = json.loads((path / MANIFEST).read_text("utf-8"))
            return cls(
                path=path,
                token=int(read["token"]),
                fingerprint=str(read["fingerprint"]),
                lake_fingerprint=str(read["lake_fingerprint"]),
                sql_fingerprint=str(read["sql_fingerprint"]),
                engines=tuple(read["engines"]),
                counts={str(name): int(count) for name, count in read["counts"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise BuildError(
                f"no finished candidate: {error}",
                where=path,
                stage="build",
                remedy="Build a new one: clear the task build_candidate, or run `posture publish`.",
            ) from error
