"""Publish a proved candidate: complete its folder, give it its number, flip one pointer. The last good version stays.

A kill at any instant leaves the old version served or the new one, whole. A folder under a version's name is never
written again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from ..errors import NothingToPublish, PublishError
from ..settings import Settings
from . import build, durable, lock, sqlfile, versions
from .candidate import DATABASE, MANIFEST, PREFIX, VALIDATION, Candidate
from .verdict import Verdict
from .versions import current, verify

__all__ = ["Published", "Unchanged", "current", "publish", "publish_folder", "verify"]

_BATCH_ROWS = 100_000
_PATIENCE = 30.0
_TOKEN = re.compile(re.escape(PREFIX) + r"(\d+)")


@dataclass(frozen=True)
class Published:
    """A new version is served. `removed`: versions that retention took away; `warnings`: what failed after the flip."""

    manifest: Mapping[str, Any]
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unchanged:
    """The served version is already made from the same lake by the same SQL; nothing was written."""

    manifest: Mapping[str, Any]


def publish(candidate: Candidate, verdict: Verdict, settings: Settings) -> Published | Unchanged:
    """Serve a candidate that its verdict allows.

    Raises:
        PublishError: the verdict forbids it or belongs to another candidate, there is nothing to publish, the database
            is not whole, the disk is full, or a newer build overtook this one. The served version stays in every case.
        LockHeld: another build or publish is running.
    """
    _allow(candidate, verdict)
    with lock.hold(settings.releases_dir / ".lock", "publishing", patience=_PATIENCE):
        versions.settle(settings)
        served = current(settings)
        if served is not None and served["fingerprint"] == candidate.fingerprint:
            durable.remove(candidate.path)
            return Unchanged(served)
        _check_fence(candidate.token, settings)
        try:
            manifest = _complete(candidate, verdict, settings, served)
            folder = settings.releases_dir / manifest["version"]
            candidate.path.rename(folder)
            durable.sync(settings.releases_dir)
            return _serve(folder, manifest, settings)
        except (duckdb.Error, OSError) as error:
            raise _explained(error, candidate.path) from error


def publish_folder(path: Path, settings: Settings) -> Published | Unchanged:
    """The same from a candidate's folder. Safe to call again after a crash, whatever the first call got done.

    Raises:
        PublishError: as `publish`; the candidate is gone and was never published.
        ValidationFailed: it has no verdict.
    """
    if path.is_dir():
        return publish(Candidate.load(path), Verdict.load(path / VALIDATION), settings)
    with lock.hold(settings.releases_dir / ".lock", "publishing", patience=_PATIENCE):
        versions.settle(settings)
        match = _TOKEN.fullmatch(path.name)
        token = int(match[1]) if match else -1
        for folder in reversed(versions.folders(settings)):
            manifest = versions.read_manifest(folder)
            if manifest.get("token") != token:
                continue
            if folder == versions.served(settings):
                return Published(manifest)
            for problem in versions.verify_version(folder):
                raise PublishError(problem.what, where=problem.where, stage="publish", remedy=problem.remedy)
            _check_fence(token, settings)
            return _serve(folder, manifest, settings)
    raise PublishError(
        "the candidate is gone and no version was made from it",
        where=path,
        stage="publish",
        remedy="Build a new candidate: clear the task build_candidate, or run `posture publish`.",
    )


# ── steps of a publish ──────────────────────────────────────────────────────────────────────────


def _allow(candidate: Candidate, verdict: Verdict) -> None:
    if (verdict.token, verdict.fingerprint) != (candidate.token, candidate.fingerprint):
        what, remedy = "the verdict belongs to another candidate", "Validate this candidate."
    elif not verdict.success:
        failed = verdict.failed("critical")
        what = f"validation failed: {failed[0]}" if failed else "validation evaluated nothing"
        remedy = f"Read {VALIDATION}; the last good version is still served."
    elif verdict.is_empty:
        raise NothingToPublish(
            "nothing to publish: the ledger holds no article and no record",
            where=candidate.path,
            stage="publish",
            remedy="See the warnings of collecting and deriving, at the end of the run and in the tasks' logs: they "
            "name what could not be taken or read, and why. A version published before is still served.",
        )
    else:
        return
    raise PublishError(what, where=candidate.path, stage="publish", remedy=remedy)


def _check_fence(token: int, settings: Settings) -> None:
    newest = lock.fence(settings.releases_dir / ".fence")
    if token != newest:
        raise PublishError(
            f"candidate {token} was overtaken by build {newest}",
            where=settings.releases_dir,
            stage="publish",
            remedy="Publish the newer candidate; this one will not be served.",
        )


def _complete(
    candidate: Candidate, verdict: Verdict, settings: Settings, served: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Add marts and manifest to the candidate's folder, and force all of it to the disk."""
    marts = [file.name for file in sqlfile.read_folder(settings.sql_dir / "marts")]
    durable.remove(candidate.path / "marts")
    (candidate.path / "marts").mkdir()
    _check_and_export(candidate, marts)
    verdict.save(candidate.path)
    names = [DATABASE, VALIDATION, *(f"marts/{mart}.parquet" for mart in marts)]
    manifest = durable.seal(
        {
            "version": versions.next_name(settings, candidate.fingerprint),
            "predecessor": None if served is None else served["version"],
            "published_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "token": candidate.token,
            "fingerprint": candidate.fingerprint,
            "lake_fingerprint": candidate.lake_fingerprint,
            "sql_fingerprint": candidate.sql_fingerprint,
            "engines": list(candidate.engines),
            "counts": dict(candidate.counts),
            "duckdb_version": duckdb.__version__,
            "storage_version": build.STORAGE_VERSION,
            "validation": {
                "evaluated": len(verdict.results),
                "critical": len(verdict.failed("critical")),
                "warning": len(verdict.failed("warning")),
                "info": len(verdict.failed("info")),
            },
            "files": {name: _described(candidate.path / name) for name in names},
        }
    )
    durable.write(candidate.path / MANIFEST, durable.as_json(manifest))
    for name in [*names, MANIFEST]:
        (candidate.path / name).chmod(0o444)
        durable.sync(candidate.path / name)
    durable.sync(candidate.path / "marts")
    durable.sync(candidate.path)
    return manifest


def _check_and_export(candidate: Candidate, marts: list[str]) -> None:
    """Reopen the database as a reader does, compare its rows with what was built, and write the marts as Parquet."""
    if (wal := candidate.database.with_name(f"{DATABASE}.wal")).exists():
        raise PublishError(
            "the database was not written out whole", where=wal, stage="publish", remedy=durable.DISK_FULL_REMEDY
        )
    with duckdb.connect(str(candidate.database), read_only=True) as connection:
        found = build.counts(connection)
        if found != dict(candidate.counts):
            differing = sorted(t for t in {*found, *candidate.counts} if found.get(t) != candidate.counts.get(t))
            raise PublishError(
                f"the database does not hold what was built: {', '.join(differing)}",
                where=candidate.database,
                stage="publish",
                remedy="Build again; if it happens again, check the disk.",
            )
        for mart in marts:
            path = candidate.path / "marts" / f"{mart}.parquet"
            with (
                connection.sql(f"FROM {mart}").to_arrow_reader(_BATCH_ROWS) as reader,
                pq.ParquetWriter(path, reader.schema, compression="zstd", write_page_checksum=True) as writer,
            ):
                for batch in reader:
                    writer.write_batch(batch)


def _serve(folder: Path, manifest: Mapping[str, Any], settings: Settings) -> Published:
    _check_fence(int(manifest["token"]), settings)
    versions.flip(settings, folder)
    try:
        return Published(manifest, tuple(versions.prune(settings, settings.keep_versions)))
    except (OSError, PublishError) as error:
        # The new version is served; that an old one could not be removed is worth a warning, not a red task.
        return Published(manifest, warnings=(f"old versions could not be removed: {error}",))


def _described(path: Path) -> dict[str, Any]:
    return {"bytes": path.stat().st_size, "sha256": durable.sha256(path)}


def _explained(error: duckdb.Error | OSError, where: Path) -> PublishError:
    full = durable.is_disk_full(error)
    return PublishError(
        "the candidate's marts do not fit on the disk" if full else f"the candidate could not be published: {error}",
        where=where,
        stage="publish",
        remedy=durable.DISK_FULL_REMEDY if full else "Read the message, then run the task again; nothing has changed.",
    )
