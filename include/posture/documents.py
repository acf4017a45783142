"""Local documents as captures: what `posture extract` and `posture show` read. No archive, no lake."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from .derive.capture import Capture
from .errors import PostureError

_MEDIA = {
    ".txt": "text/plain",
    ".md": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
}


def from_manifest(path: Path) -> Iterator[Capture | PostureError]:
    """Captures of a manifest's documents, in its order; for a line that can't be used, the error instead."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PostureError(
            f"the manifest can't be read: {error.strerror}",
            where=path,
            stage="extract",
            remedy="Name a JSON Lines file.",
        ) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield from_file(path.parent / entry["path"], entry)
        except (ValueError, KeyError, TypeError) as error:
            yield PostureError(
                f"line {number} is no manifest entry: {error}",
                where=path,
                stage="extract",
                remedy='Each line is {"id", "path", "source", "url", "published"}.',
            )
        except PostureError as error:
            yield error


def from_files(paths: Iterable[Path], published: str | None) -> Iterator[Capture | PostureError]:
    """Captures of files, each under its own name, in their order; for one that can't be read, the error instead."""
    for path in paths:
        try:
            yield from_file(path, {"published": published})
        except PostureError as error:
            yield error


def from_file(path: Path, entry: dict[str, Any] | None = None) -> Capture:
    """A file as a capture; `entry` is its manifest line.

    Raises:
        PostureError: the file can't be read.
        ValueError: `published` is no date.
    """
    given = entry or {}
    try:
        body = path.read_bytes()
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise PostureError(
            f"the document can't be read: {error.strerror}",
            where=path,
            stage="extract",
            remedy="Mend the path.",
        ) from error
    published = date.fromisoformat(given["published"][:10]) if given.get("published") else None
    name = str(given.get("id") or path.stem)
    return Capture(
        capture_id=name,
        batch_code="inbox/local",
        source_code="inbox",
        requested_url=path.name,
        url=given.get("url"),
        retrieved_at=changed,
        outcome="new",
        reason=None,
        media_type=_MEDIA.get(path.suffix.lower(), "text/plain"),
        charset=None,
        content_sha256=None,
        byte_count=len(body),
        warc_path=None,
        warc_offset=None,
        listed_title=None,
        listed_on=published,
        listed_at=None,
        external_id=name,
        outlet=given.get("source"),
        body=body,
    )
