"""What archive, lake and releases hold, held against each other: is everything there, and made from what it says?

The three rooms each guard their own bytes and don't know each other; a part that is gone as a whole can only be
noticed by what the others still know of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .collect import archive
from .errors import ArchiveError, LakeError, PublishError
from .release import durable, lake, query, versions
from .release.lake import Problem
from .settings import Settings

_LOST = (
    "Restore the archive from your backup. Only if it is lost for good: move these folders out of the lake "
    "(the runbook, under extract.derive_pending, says what that costs)."
)
_MOST_NAMED = 5


def orphans(s: Settings, source_code: str | None = None) -> list[str]:
    """Codes of lake batches whose archive batch is gone; of one source, if it is named."""
    derived = lake.batches(s.lake_dir)  # before the archive, which a run may be adding to
    there = set(archive.batches(s.archive_dir))
    return [c for c in derived if c not in there and source_code in {None, c.partition("/")[0]}]


def require_archive(s: Settings, source_code: str) -> None:
    """Refuse to collect a source of which the archive has lost something that the lake still holds.

    An archive that has forgotten what it held takes it all again, under other names; then it would count twice, and
    restoring the backup would not mend it.

    Raises:
        ArchiveError: a batch of the source is in the lake and not in the archive.
    """
    if lost := orphans(s, source_code):
        raise ArchiveError(
            f"gone from the archive, though the lake was derived from it: {_named(lost)}; nothing is collected, "
            "or it would be taken a second time",
            source=source_code,
            where=s.archive_dir,
            stage="collect",
            remedy=_LOST,
        )


def require_origins(s: Settings) -> None:
    """Refuse to build from a lake that holds what the archive does not.

    Raises:
        LakeError: a batch is in the lake and not in the archive.
    """
    if lost := orphans(s):
        raise LakeError(
            f"in the lake without the archive batch that it was derived from: {_named(lost)}",
            where=s.lake_dir,
            stage="build",
            remedy=f"{_LOST} The served version is unchanged.",
        )


def _named(codes: list[str]) -> str:
    more = len(codes) - _MOST_NAMED
    return ", ".join(codes[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def verify(s: Settings) -> list[str]:
    """What is damaged, missing or does not fit, one line each."""
    problems = [*versions.verify(s), *_held_against_each_other(s)]
    return [f"{p.where}: {p.what}. Remedy: {p.remedy}" for p in problems] + list(_unreadable(s))


def _held_against_each_other(s: Settings) -> Iterator[Problem]:
    served, derived = _served(s), lake.batches(s.lake_dir)
    archived = archive.batches(s.archive_dir)  # after the lake: a run may be adding to it
    if set(archived) != set(derived):
        with lake.between_writes(s.lake_dir):  # or one of them was just being replaced
            derived = lake.batches(s.lake_dir)
    if not (archived or derived or versions.folders(s)):
        yield Problem(
            str(s.home),
            "it holds nothing: no archive, no lake, no published version",
            "Set POSTURE_HOME to the folder that holds them, or restore it; before the first run there is nothing yet.",
        )
    for code in sorted({*derived, *served} - set(archived)):
        holder = "the lake" if code in derived else "the served version"
        yield Problem(f"archive/{code}", f"missing, though {holder} holds what was derived from it", _LOST)
    for code in archived:
        if code not in derived:
            yield Problem(
                f"lake/{code}", "missing, though it is in the archive", "Run `extract` (`posture run`): it derives it."
            )
        elif (made := lake.manifest(s.lake_dir, code)) and not _is_made_from(s, code, made):
            yield Problem(
                f"archive/{code}.captures.parquet",
                "its bytes are not those that the lake was derived from",
                f"Restore it from your backup; if you did so already: posture rederive {code}",
            )
    if derived and not s.current.is_symlink():
        yield Problem(
            "releases/current", "missing, though the lake holds batches", "Run `publish` (`posture publish`)."
        )


def _is_made_from(s: Settings, code: str, manifest: dict[str, Any]) -> bool:
    try:
        return bool(manifest["captures_sha256"] == durable.sha256(archive.captures_path(s.archive_dir, code)))
    except OSError:
        return True  # it can't be read, which `_unreadable` tells


def _served(s: Settings) -> list[str]:
    """Batches that the served version was made from, as far as it can be read."""
    try:
        rows = query.query(s, "SELECT DISTINCT batch_code FROM documents") if s.current.is_symlink() else None
    except PublishError:
        return []  # damaged: its checksums tell
    return [] if rows is None else [str(code) for code in rows.column(0).to_pylist()]


def _unreadable(s: Settings) -> Iterator[str]:
    for code in archive.batches(s.archive_dir):
        try:
            table, read = archive.read_batch(s.archive_dir, code)
            for row in table.to_pylist():
                if row["warc_path"]:
                    read(row)  # which checks the body against its SHA-256
        except ArchiveError as error:
            yield str(error)
