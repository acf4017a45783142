"""Local documents as captures: what `posture extract` and `posture show` read. No archive, no lake."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
#: What one can do about a document that gave no text, by its state; else it is damaged.
_REMEDIES = {
    "no_text": "Give a document that holds text; of scanned pages it has to be recognised first.",
    "unsupported_language": "Give it in English; other languages are not read.",
}


def from_manifest(path: Path) -> Iterator[Capture | PostureError]:
    """Captures of a manifest's documents, in its order; for a line that can't be used, the error instead."""
    try:
        lines = path.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n")
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
            entry = json.loads(line.decode("utf-8"))
            yield from_file(path.parent / entry["path"], entry)
        except (ValueError, KeyError, TypeError) as error:
            yield PostureError(
                f"line {number} is no manifest entry: {error}",
                where=path,
                stage="extract",
                remedy='Each line is {"id", "path", "source", "url", "published"}, in UTF-8.',
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


def unread(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[PostureError]:
    """What of a derived document could not be read: all of it, or articles in another language than English."""
    for document in rows["documents"]:
        if document["state_code"] != "derived":
            yield _unread(document["state_code"], document["reason"], document["requested_url"], document["stage"])
    for article in rows["articles"]:
        if (state := article["state_code"]) == "unsupported_language":
            part = f", article {article['position'] + 1}" if len(rows["articles"]) > 1 else ""
            where = rows["documents"][0]["requested_url"] + part
            yield _unread(state, f"{state}: {article['language_code']}", where, "extract")


def _unread(state: str, reason: str | None, where: str, stage: str) -> PostureError:
    remedy = _REMEDIES.get(state, "Save it anew and whole, as .txt, .html or .pdf.")
    return PostureError(f"not read: {reason or state}", where=where, stage=stage, remedy=remedy)
