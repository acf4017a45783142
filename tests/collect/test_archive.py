from __future__ import annotations

import gzip
import io
import multiprocessing
import os
import signal
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from warcio.archiveiterator import ArchiveIterator

from posture.collect import archive
from posture.errors import ArchiveError
from posture.model import CAPTURES

from .conftest import snapshot

DAY = date(2026, 3, 10)
AT = datetime(2026, 3, 10, 12, 0, 0, 123456, UTC)


def page(requested: str = "https://w.example/a", **more: Any) -> dict[str, Any]:
    return {
        "requested_url": requested,
        "url": requested,
        "retrieved_at": AT,
        "outcome_code": "new",
        "http_status": 200,
        "media_type": "text/html",
        "listed_on": DAY,
        "outlet": "Wire",
    } | more


HEADERS = [("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Content-Length", "7"), ("X-Own", "caf\xe9")]


def write(root: Path, *bodies: bytes, day: date = DAY, code: str = "wire") -> str:
    with archive.write_batch(root, code, day) as new:
        for number, body in enumerate(bodies):
            new.add(page(f"https://w.example/{number}"), body, status_line="200 OK", headers=HEADERS)
        return new.code


def test_a_batch_can_be_read_back(tmp_path: Path) -> None:
    failure = {
        "requested_url": "https://w.example/x",
        "retrieved_at": AT,
        "outcome_code": "failed",
        "reason": "http_404: no",
    }
    with archive.write_batch(tmp_path, "wire", DAY) as new:
        new.add(page(), b"<p>one</p>", status_line="200 OK", headers=HEADERS)
        new.add(page("file:docs/two.txt", url=None, media_type="text/plain"), b"two")
        new.add(failure)
    assert archive.batches(tmp_path) == ["wire/2026-03-10-01"] == [new.code]
    table, read = archive.read_batch(tmp_path, new.code)
    assert table.schema.equals(CAPTURES.schema)
    rows = {row["requested_url"]: row for row in table.to_pylist()}
    one, two, three = (rows[url] for url in ("https://w.example/a", "file:docs/two.txt", "https://w.example/x"))
    assert (read(one), read(two)) == (b"<p>one</p>", b"two")
    assert (one["byte_count"], one["warc_path"], one["retrieved_at"]) == (10, "wire/2026-03-10-01.warc.gz", AT)
    assert archive.read_bytes(tmp_path, two["warc_path"], two["warc_offset"]) == b"two"
    assert (three["reason"], three["content_sha256"], three["warc_path"]) == ("http_404: no", None, None)
    with pytest.raises(ArchiveError, match="no bytes"):
        read(three)
    assert len({row["capture_id"] for row in rows.values()}) == 3


def test_the_warc_is_one_that_others_read(tmp_path: Path) -> None:
    with archive.write_batch(tmp_path, "wire", DAY) as new:
        new.add(page(), b"<p>one</p>", status_line="200 OK", headers=HEADERS)
        new.add(page("file:two.pdf", url=None, media_type="application/pdf"), b"%PDF")
    with (tmp_path / f"{new.code}.warc.gz").open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        first = next(records)
        assert first.rec_type == "response"
        assert first.rec_headers.get_header("WARC-Target-URI") == "https://w.example/a"
        assert first.rec_headers.get_header("WARC-Date") == "2026-03-10T12:00:00Z"
        assert first.http_headers.get_statuscode() == "200"
        assert first.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
        assert first.http_headers.get_header("Content-Length") == "10"
        assert first.content_stream().read() == b"<p>one</p>"
        second = next(records)
        assert (second.rec_type, second.content_type) == ("resource", "application/pdf")
        assert second.content_stream().read() == b"%PDF"
        assert next(records, None) is None


def test_the_same_batch_has_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, b"one", b"two")
    content = {name: [data for _, data in snapshot(tmp_path / name).values()] for name in ("a", "b")}
    assert content["a"] == content["b"]


def test_numbers_go_on_within_a_day_and_orders_by_number(tmp_path: Path) -> None:
    for _ in range(3):
        write(tmp_path, b"x")
    write(tmp_path, b"x", day=date(2026, 3, 9))
    write(tmp_path, b"x", code="other")
    (tmp_path / "wire" / "2026-03-10-100.captures.parquet").write_bytes(
        (tmp_path / "wire" / "2026-03-10-01.captures.parquet").read_bytes()
    )
    assert archive.batches(tmp_path) == [
        "other/2026-03-10-01",
        "wire/2026-03-09-01",
        "wire/2026-03-10-01",
        "wire/2026-03-10-02",
        "wire/2026-03-10-03",
        "wire/2026-03-10-100",
    ]
    assert archive.batches(tmp_path, "other") == ["other/2026-03-10-01"]
    assert archive.batches(tmp_path / "nowhere") == []


def test_no_row_no_batch(tmp_path: Path) -> None:
    with archive.write_batch(tmp_path, "wire", DAY):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_exception_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), archive.write_batch(tmp_path, "wire", DAY) as new:
        new.add(page(), b"x", status_line="200 OK", headers=[])
        raise KeyboardInterrupt
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize("target", ["fsync", "replace"])
def test_a_full_disk_is_said_and_leaves_no_batch(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: Any, **more: Any) -> None:
        raise OSError(28, "No space left on device", "somewhere")

    monkeypatch.setattr(*{"fsync": (os, "fsync", full), "replace": (Path, "replace", full)}[target])
    with pytest.raises(ArchiveError, match="No space left") as raised:
        write(tmp_path, b"x")
    assert raised.value.remedy
    assert raised.value.source == "wire"
    assert archive.batches(tmp_path) == []
    assert snapshot(tmp_path) == {}


def killed_before_the_captures(root: Path) -> None:
    pq.write_table = lambda *given, **more: os.kill(os.getpid(), signal.SIGKILL)
    write(root, b"one")


def test_killed_between_warc_and_captures_there_is_no_batch_and_the_next_run_replaces_the_debris(
    tmp_path: Path,
) -> None:
    process = multiprocessing.get_context("fork").Process(target=killed_before_the_captures, args=(tmp_path,))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert [path.name for path in (tmp_path / "wire").iterdir()] == ["2026-03-10-01.warc.gz"]
    assert archive.batches(tmp_path) == []
    code = write(tmp_path, b"two")
    assert code == "wire/2026-03-10-01"
    table, read = archive.read_batch(tmp_path, code)
    assert [read(row) for row in table.to_pylist()] == [b"two"]


def test_debris_of_a_killed_run_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / ".tmp-2026-03-10-01.warc.gz").write_bytes(b"half")
    (tmp_path / "wire" / "2026-03-10-01.warc.gz").write_bytes(b"orphan")
    with archive.write_batch(tmp_path, "wire", DAY) as new:
        new.add({"requested_url": "u", "retrieved_at": AT, "outcome_code": "failed", "reason": "timeout: …"})
    write(tmp_path, b"x")
    assert sorted(path.name for path in (tmp_path / "wire").iterdir()) == [
        "2026-03-10-01.captures.parquet",
        "2026-03-10-02.captures.parquet",
        "2026-03-10-02.warc.gz",
    ]


def test_every_flipped_bit_is_noticed(tmp_path: Path) -> None:
    code = write(tmp_path, b"<p>the same words again</p>" * 20)
    warc = tmp_path / f"{code}.warc.gz"
    table, read = archive.read_batch(tmp_path, code)
    row = table.to_pylist()[0]
    whole = warc.read_bytes()
    body = read(row)
    for position in range(0, len(whole), 7):
        warc.write_bytes(whole[:position] + bytes([whole[position] ^ 4]) + whole[position + 1 :])
        try:
            assert read(row) == body
        except ArchiveError:
            continue
    warc.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ArchiveError):
        read(row)
    warc.unlink()
    with pytest.raises(ArchiveError, match="Restore"):
        read(row)


def test_another_records_bytes_are_not_taken_for_this_one(tmp_path: Path) -> None:
    code = write(tmp_path, b"one", b"two")
    table, read = archive.read_batch(tmp_path, code)
    one, two = sorted(table.to_pylist(), key=lambda row: row["requested_url"])
    with pytest.raises(ArchiveError, match="checksum"):
        read(one | {"warc_offset": two["warc_offset"]})
    with pytest.raises(ArchiveError):
        read(one | {"warc_offset": 5})


def test_a_damaged_captures_table_is_named(tmp_path: Path) -> None:
    code = write(tmp_path, b"one")
    path = archive.captures_path(tmp_path, code)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ArchiveError, match="captures"):
        archive.read_batch(tmp_path, code)
    with pytest.raises(ArchiveError):
        archive.read_batch(tmp_path, "wire/2020-01-01-01")


def test_a_record_that_is_no_document_is_refused(tmp_path: Path) -> None:
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(writer.create_warcinfo_record("f", {"software": "x"}))
    (tmp_path / "w.warc.gz").write_bytes(buffer.getvalue())
    (tmp_path / "g.warc.gz").write_bytes(gzip.compress(b"no warc"))
    for name in ("w.warc.gz", "g.warc.gz"):
        with pytest.raises(ArchiveError):
            archive.read_bytes(tmp_path, name, 0)


def test_the_same_capture_twice_is_one(tmp_path: Path) -> None:
    with archive.write_batch(tmp_path, "wire", DAY) as new:
        for _ in range(2):
            new.add(page(), b"x", status_line="200 OK", headers=[])
        assert len(new) == 1


def test_unknown_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such columns"), archive.write_batch(tmp_path, "wire", DAY) as new:
        new.add(page(titel="x"))
