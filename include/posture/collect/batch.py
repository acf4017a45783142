"""Writing one batch: a WARC file, and the table of its captures last.

Bodies are stored with their content coding undone (so that reading them back can't be a bomb); the
headers that described the packed form are kept under the `X-Archive-Orig-` names that other web
archives use for this. Equal answers at equal times make equal files.
"""

from __future__ import annotations

import hashlib
import io
import os
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ..errors import ArchiveError
from ..model import CAPTURES

_PACKING = frozenset({"content-encoding", "content-length", "transfer-encoding"})
#: What `add` may be given: the columns that the batch does not fill in itself.
_FILLED = frozenset(
    {"capture_id", "batch_code", "source_code", "content_sha256", "byte_count", "warc_path", "warc_offset"}
)
_GIVEN = frozenset(column.name for column in CAPTURES.columns) - _FILLED


class Batch:
    """A batch being written; from `write_batch`. Nothing is on disk before the first `add`."""

    def __init__(self, archive_dir: Path, source_code: str, name: str) -> None:
        self.code = f"{source_code}/{name}"
        self._name = name
        self._source_code = source_code
        self._dir = archive_dir / source_code
        self._rows: list[dict[str, Any]] = []
        self._ids: set[str] = set()
        self._warc: tuple[IO[bytes], Any] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def add(
        self,
        row: Mapping[str, Any],
        body: bytes | None = None,
        *,
        status_line: str = "",
        headers: Sequence[tuple[str, str]] | None = None,
    ) -> None:
        """Add a capture.

        Args:
            row: columns of `model.CAPTURES` that the batch can't know; at least `requested_url`,
                `retrieved_at` and `outcome_code`.
            body: its bytes; None for a failure or a refusal.
            status_line: of the HTTP answer, such as `200 OK`.
            headers: of the HTTP answer; None for a local file.
        """
        if unknown := set(row) - _GIVEN:
            raise ArchiveError(f"captures have no such columns: {sorted(unknown)}", stage="archive")
        sha256 = hashlib.sha256(body).hexdigest() if body is not None else None
        parts = (self._source_code, row["requested_url"], self.code, row["outcome_code"], sha256 or row.get("reason"))
        full: dict[str, Any] = {column.name: None for column in CAPTURES.columns} | dict(row)
        full |= {
            "capture_id": hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()[:32],
            "batch_code": self.code,
            "source_code": self._source_code,
        }
        if full["capture_id"] in self._ids:
            return  # a list that names itself, for one: the same request, answer and all
        self._ids.add(full["capture_id"])
        if body is not None:
            full |= {
                "content_sha256": sha256,
                "byte_count": len(body),
                "warc_path": f"{self.code}.warc.gz",
                "warc_offset": self._write(full, body, status_line, headers),
            }
        self._rows.append(full)

    def _write(
        self, row: Mapping[str, Any], body: bytes, status_line: str, headers: Sequence[tuple[str, str]] | None
    ) -> int:
        file, writer = self._open()
        offset = file.tell()
        url = row["url"] if headers is not None else row["requested_url"]
        http = None
        if headers is not None:
            kept = [(f"X-Archive-Orig-{k}" if k.lower() in _PACKING else k, v) for k, v in headers]
            http = StatusAndHeaders(
                status_line, [*kept, ("Content-Length", str(len(body)))], protocol="HTTP/1.1", is_http_request=False
            )
        writer.write_record(
            writer.create_warc_record(
                url,
                "resource" if headers is None else "response",
                payload=io.BytesIO(body),
                length=len(body),
                warc_content_type=(row["media_type"] or "application/octet-stream") if headers is None else "",
                # Given, so that equal answers make equal files; warcio would draw an id and look at the clock.
                warc_headers_dict={
                    "WARC-Record-ID": f"<urn:uuid:{uuid.UUID(row['capture_id'])}>",
                    "WARC-Date": _stamp(row["retrieved_at"]),
                },
                http_headers=http,
            )
        )
        return offset

    def _open(self) -> tuple[IO[bytes], Any]:
        if self._warc is None:
            self._dir.mkdir(parents=True, exist_ok=True)
            for debris in self._dir.glob(".tmp-*"):
                debris.unlink()  # the source's lock is ours: nobody is writing these
            file = (self._dir / f".tmp-{self._name}.warc.gz").open("wb")
            self._warc = (file, WARCWriter(file, gzip=True))
        return self._warc

    def commit(self) -> None:
        """Make the batch exist: the WARC on disk for certain, then the captures table."""
        if not self._rows:
            return
        self._dir.mkdir(parents=True, exist_ok=True)
        if self._warc is not None:
            file, _ = self._warc
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).replace(self._dir / f"{self._name}.warc.gz")
            _sync(self._dir)
        else:
            # Of a run that was killed before its captures were written: nothing refers to it.
            (self._dir / f"{self._name}.warc.gz").unlink(missing_ok=True)
        temporary = self._dir / f".tmp-{self._name}.captures.parquet"
        # DuckDB and Arrow do not notice flipped bits in Parquet by themselves; page checksums let readers.
        pq.write_table(CAPTURES.table(self._rows), temporary, compression="zstd", write_page_checksum=True)
        _sync(temporary)
        temporary.replace(self._dir / f"{self._name}.captures.parquet")
        _sync(self._dir)
        _sync(self._dir.parent)

    def abandon(self) -> None:
        """Remove what was written so far."""
        if self._warc is not None:
            file, _ = self._warc
            with suppress(OSError):
                file.close()  # it flushes first, which on a full disk fails once more
            Path(file.name).unlink(missing_ok=True)
        (self._dir / f".tmp-{self._name}.captures.parquet").unlink(missing_ok=True)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _sync(path: Path) -> None:
    """A rename is only certain once its folder is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
