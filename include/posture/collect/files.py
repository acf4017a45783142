"""Documents in a folder: what may be opened, and what a file is.

It reads below the folder and nowhere else: a symlink that leads out is refused, a pipe or a device is
not opened, a file that is being written is left for later.
"""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from ..errors import FetchError

#: Endings of documents, and their media types where the content does not say otherwise.
MEDIA = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".pdf": "application/pdf"}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read(folder: Path, path: str, limit: int) -> tuple[bytes, datetime]:
    """A file's bytes and modification time.

    Raises:
        FetchError: `outside_inbox`, `not_a_file`, `missing_file`, `unreadable`, `too_large`, `empty` or `changing`.
    """
    try:
        real = (folder / path).resolve(strict=True)
        is_file = stat.S_ISREG(real.stat().st_mode)
    except FileNotFoundError:
        raise FetchError("there is no such file in the inbox", reason="missing_file") from None
    except OSError as error:
        raise FetchError(f"can't be opened: {error.strerror}", reason="unreadable") from None
    except RuntimeError:
        raise FetchError("can't be opened: its links lead in a circle", reason="unreadable") from None
    if not real.is_relative_to(folder.resolve()):
        raise FetchError("is a link that leads out of the inbox", reason="outside_inbox")
    if not is_file:
        raise FetchError("is a pipe, a device or a folder", reason="not_a_file")
    try:
        body, before, after = _bytes(real, limit)
    except OSError as error:
        raise FetchError(f"can't be read: {error.strerror}", reason="unreadable") from None
    if before.st_size > limit:
        raise FetchError(f"is larger than {limit} bytes", reason="too_large")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(body) != after.st_size:
        raise FetchError("is being written", reason="changing")
    if not body.strip():
        raise FetchError("the file is empty", reason="empty")
    try:
        return body, _EPOCH + timedelta(microseconds=after.st_mtime_ns // 1000)
    except OverflowError:
        raise FetchError("its modification time is no date", reason="unreadable") from None


def _bytes(path: Path, limit: int) -> tuple[bytes, os.stat_result, os.stat_result]:
    """A file's bytes, at most one more than `limit`, and its status before and after they were read."""
    # Without following a link, or waiting for the writer of a pipe, that was put in its place since.
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(file.fileno())
        body = file.read(limit + 1) if before.st_size <= limit else b""
        return body, before, os.fstat(file.fileno())


def address(path: str) -> str:
    """The `file:` address of a path relative to the inbox. Any byte that a file name may hold is quoted."""
    return "file:" + quote(os.fsencode(path), safe="/")


def media_type(path: str, body: bytes) -> str:
    """What a document is, by its first bytes, else by its ending."""
    if b"%PDF-" in body[:1024]:
        return "application/pdf"
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return MEDIA[Path(path).suffix.lower()]
