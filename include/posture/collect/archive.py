"""Bytes as they came, kept for good: WARC files and beside each the table of its captures.

A batch is one run's harvest of one source. It exists if and only if its captures table does, which
is written last; whatever else lies there is debris of a run that was killed, and the next one
replaces it. Nothing is ever changed or removed.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ..errors import ArchiveError
from .batch import Batch

_CAPTURES = re.compile(r"(\d{4}-\d{2}-\d{2})-(\d{2,})\.captures\.parquet")
Reader = Callable[[Mapping[str, Any]], bytes]


@contextmanager
def write_batch(archive_dir: Path, source_code: str, day: date) -> Iterator[Batch]:
    """Write one batch: `with write_batch(…) as batch: batch.add(…)`. No row, no batch; an exception, no batch.

    The caller holds `locks.source_lock`. `day` is the run's partition key.

    Raises:
        ArchiveError: the disk is full or can't be written; nothing of the batch is left.
    """
    taken = [number for on, number, _ in _numbered(archive_dir / source_code) if on == day.isoformat()]
    batch = Batch(archive_dir, source_code, f"{day.isoformat()}-{max(taken, default=0) + 1:02}")
    try:
        yield batch
        batch.commit()
    except OSError as error:
        with suppress(OSError):
            batch.abandon()
        raise ArchiveError(
            f"the batch could not be written: {error.strerror or error}",
            source=source_code,
            where=error.filename or archive_dir / source_code,
            stage="archive",
            remedy="Free space or mend the permissions of POSTURE_HOME, then run again: nothing was recorded.",
        ) from error
    except BaseException:
        with suppress(OSError):
            batch.abandon()
        raise


def batches(archive_dir: Path, source_code: str | None = None) -> list[str]:
    """Codes of the batches that exist, by source, day and number; of one source, if it is named."""
    if not archive_dir.is_dir():
        return []
    folders = [archive_dir / source_code] if source_code else sorted(p for p in archive_dir.iterdir() if p.is_dir())
    return [f"{folder.name}/{name}" for folder in folders for _, _, name in _numbered(folder)]


def captures_path(archive_dir: Path, batch_code: str) -> Path:
    """Where a batch's captures table lies."""
    return archive_dir / f"{batch_code}.captures.parquet"


def read_captures(archive_dir: Path, batch_code: str, columns: list[str] | None = None) -> pa.Table:
    """The captures of a batch, or some columns of them.

    Raises:
        ArchiveError: it does not exist, or its bits have changed.
    """
    path = captures_path(archive_dir, batch_code)
    try:
        return pq.read_table(path, columns=columns, page_checksum_verification=True)
    except (OSError, pa.ArrowInvalid) as error:
        raise ArchiveError(
            f"the captures can't be read: {' '.join(str(error).split())[:200]}",
            source=batch_code.partition("/")[0],
            where=path,
            stage="archive",
            remedy="Restore the file from a copy; the WARC beside it holds the same documents.",
        ) from error


def read_batch(archive_dir: Path, batch_code: str) -> tuple[pa.Table, Reader]:
    """A batch's captures, and a function that gives the bytes of one of their rows (outcome `new`).

    The function checks the bytes against the row's SHA-256.

    Raises:
        ArchiveError: as `read_captures`; the function: as `read_bytes`, or on a wrong checksum.
    """

    def read(row: Mapping[str, Any]) -> bytes:
        if row["warc_path"] is None:
            raise ArchiveError("this capture has no bytes", where=row["requested_url"], stage="archive")
        body = read_bytes(archive_dir, row["warc_path"], row["warc_offset"])
        if hashlib.sha256(body).hexdigest() != row["content_sha256"]:
            raise _damaged(archive_dir / row["warc_path"], row["warc_offset"], "its checksum differs")
        return body

    return read_captures(archive_dir, batch_code), read


def read_bytes(archive_dir: Path, warc_path: str, warc_offset: int) -> bytes:
    """The body of the record at an offset.

    Raises:
        ArchiveError: the file is missing, or there is no whole record at that place.
    """
    path = archive_dir / warc_path
    try:
        with path.open("rb") as file:
            file.seek(warc_offset)
            record = next(iter(ArchiveIterator(file)))
            if record.rec_type in {"response", "resource"}:
                body: bytes = record.content_stream().read()
                return body
    except (OSError, EOFError, StopIteration, ArchiveLoadFailed, zlib.error, UnicodeError, ValueError) as error:
        raise _damaged(path, warc_offset, type(error).__name__) from error
    raise _damaged(path, warc_offset, f"the record is a {record.rec_type}")


def _damaged(path: Path, offset: int, why: str) -> ArchiveError:
    return ArchiveError(
        f"the record at byte {offset} can't be read ({why})",
        source=path.parent.name,
        where=path,
        stage="archive",
        remedy="Restore the file from a copy.",
    )


def _numbered(folder: Path) -> list[tuple[str, int, str]]:
    """(day, number, name) of a source's batches, in order."""
    if not folder.is_dir():
        return []
    found = (_CAPTURES.fullmatch(path.name) for path in folder.iterdir())
    return sorted((match[1], int(match[2]), f"{match[1]}-{match[2]}") for match in found if match)
