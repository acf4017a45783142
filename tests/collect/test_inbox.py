from __future__ import annotations

import json
import os
import socket
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from posture.collect import CollectReport, archive, collect, files, load
from posture.errors import FetchError
from posture.settings import Settings

from .conftest import DAY, NOW, snapshot

WRITTEN = datetime(2025, 12, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(inbox: Path, path: str, body: str | bytes = "Troops left the base.") -> Path:
    file = inbox / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body.encode() if isinstance(body, str) else body)
    os.utime(file, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    return file


def manifest(inbox: Path, *lines: object) -> None:
    put(
        inbox, "manifest.jsonl", "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    )


def run(settings: Settings, inbox: Path, day: date = DAY) -> CollectReport:
    own = replace(settings, inbox=inbox)
    report = collect(load(own).source("inbox"), day, own, lambda: NOW, lambda line: None)
    assert report.listed == report.new + report.unchanged + report.failed + report.refused + report.deferred
    return report


def rows(settings: Settings, report: CollectReport) -> dict[str, dict[str, Any]]:
    if report.batch_code is None:
        return {}
    table, read = archive.read_batch(settings.archive_dir, report.batch_code)
    found = {row["requested_url"]: row for row in table.to_pylist()}
    for row in found.values():
        row["body"] = read(row) if row["outcome_code"] == "new" else None
    return found


def test_documents_with_and_without_a_manifest(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt", "one")
    put(inbox, "deep/er/b.HTML", "<p>two")
    put(inbox, "c.pdf", b"%PDF-1.7 three")
    manifest(
        inbox,
        {"id": "a1", "path": "a.txt", "source": "EUAA", "url": "https://x.example/a", "published": "2025-10-02"},
    )
    report = run(settings, inbox)
    assert (report.batch_code, report.listed, report.new, report.warnings) == ("inbox/2026-03-10-01", 3, 3, ())
    found = rows(settings, report)
    a, b, c = (found[url] for url in ("file:a.txt", "file:deep/er/b.HTML", "file:c.pdf"))
    assert (a["body"], a["external_id"], a["outlet"], a["url"]) == (b"one", "a1", "EUAA", "https://x.example/a")
    assert (a["listed_on"], a["listed_at"], a["retrieved_at"]) == (date(2025, 10, 2), None, WRITTEN)
    assert (b["outlet"], b["url"], b["listed_on"]) == (None, None, None)
    assert [row["media_type"] for row in (a, b, c)] == ["text/plain", "text/html", "application/pdf"]
    assert {row["source_code"] for row in found.values()} == {"inbox"}


def test_a_second_run_changes_nothing(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt")
    manifest(inbox, {"path": "gone.txt"}, "not json")
    run(settings, inbox)
    before = snapshot(settings.home)
    report = run(settings, inbox, date(2026, 3, 11))
    assert (report.batch_code, report.new, report.unchanged, report.failed) == (None, 0, 1, 2)
    assert snapshot(settings.home) == before


def test_a_changed_document_is_a_new_one_and_a_copy_elsewhere_too(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt", "one")
    run(settings, inbox)
    put(inbox, "a.txt", "two")
    put(inbox, "b.txt", "one")
    report = run(settings, inbox)
    assert (report.batch_code, report.new) == ("inbox/2026-03-10-02", 2)
    put(inbox, "a.txt", "one")
    assert run(settings, inbox).batch_code is None


def test_losing_the_state_duplicates_nothing(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt")
    manifest(inbox, {"path": "gone.txt"})
    run(settings, inbox)
    (settings.archive_dir / "inbox" / "state.json").unlink()
    assert run(settings, inbox).batch_code is None


def test_wrong_manifest_lines_are_rows_and_the_rest_goes_on(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt")
    put(inbox, "b.txt")
    put(inbox, "c.docx")
    manifest(
        inbox,
        "{",
        {"id": "b", "path": "b.txt", "published": "soon"},
        {"id": "m", "path": "missing.txt"},
        {"id": "c", "path": "c.docx"},
        {"id": "n", "path": "none.docx"},
        {"id": "u", "path": "../../etc/passwd"},
    )
    report = run(settings, inbox)
    assert (report.new, report.failed) == (2, 6)
    found = rows(settings, report)
    reasons = {url: row["reason"].partition(":")[0] for url, row in found.items() if row["outcome_code"] == "failed"}
    assert reasons == {
        "file:manifest.jsonl%3A1": "manifest_line",
        "file:manifest.jsonl%3A2": "manifest_line",
        "file:manifest.jsonl%3A6": "manifest_line",
        "file:missing.txt": "missing_file",
        "file:c.docx": "unsupported_file",
        "file:none.docx": "missing_file",
    }
    assert found["file:missing.txt"]["external_id"] == "m"
    assert found["file:b.txt"]["external_id"] == "b"
    assert any("line 1 is not JSON" in warning for warning in report.warnings)


def test_a_failure_that_is_mended_and_comes_back_is_news_each_time(settings: Settings, inbox: Path) -> None:
    manifest(inbox, {"path": "late.txt"})
    assert run(settings, inbox).batch_code == "inbox/2026-03-10-01"
    put(inbox, "late.txt")
    assert run(settings, inbox).new == 1
    (inbox / "late.txt").unlink()
    report = run(settings, inbox)
    assert (report.batch_code, report.failed) == ("inbox/2026-03-10-03", 1)


def test_a_manifest_that_changes_its_mind_is_said(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt")
    run(settings, inbox)
    manifest(inbox, {"id": "a", "path": "a.txt", "published": "2025-01-01"})
    report = run(settings, inbox)
    assert (report.batch_code, report.unchanged) == (None, 1)
    assert "says other things of 1 archived" in report.warnings[0]


def test_documents_of_later_days_wait_for_them(settings: Settings, inbox: Path) -> None:
    put(inbox, "a.txt", "one")
    put(inbox, "b.txt", "two")
    manifest(inbox, {"path": "a.txt", "published": "2026-03-10"}, {"path": "b.txt", "published": "2026-03-11"})
    report = run(settings, inbox, date(2026, 3, 10))
    assert (report.new, report.warnings) == (1, ("1 documents are dated after 2026-03-10 and wait for their day",))
    assert list(rows(settings, run(settings, inbox, date(2026, 3, 11)))) == ["file:b.txt"]


def test_links_that_lead_out_are_refused_and_links_within_are_followed(
    settings: Settings, inbox: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    put(inbox, "a.txt", "one")
    (inbox / "within.txt").symlink_to("a.txt")
    (inbox / "out.txt").symlink_to(secret)
    (inbox / "up.txt").symlink_to("../secret.txt")
    (inbox / "broken.txt").symlink_to("nowhere.txt")
    (inbox / "circle.txt").symlink_to("circle.txt")
    (inbox / "folder").symlink_to(tmp_path)
    report = run(settings, inbox)
    found = rows(settings, report)
    assert (report.new, report.refused, report.failed) == (2, 2, 2)
    assert found["file:within.txt"]["body"] == b"one"
    assert {url for url, row in found.items() if row["outcome_code"] == "refused"} == {"file:out.txt", "file:up.txt"}
    assert found["file:out.txt"]["reason"].startswith("outside_inbox")
    assert any("file:folder is a link to a folder" in warning for warning in report.warnings)
    assert all(b"secret" not in data for _, data in snapshot(settings.home).values())


def test_a_manifest_can_not_reach_through_a_linked_folder(settings: Settings, inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (inbox / "folder").symlink_to(tmp_path)
    (inbox / ".hidden.txt").write_text("named, so taken")
    manifest(inbox, {"path": "folder/secret.txt"}, {"path": ".hidden.txt"})
    report = run(settings, inbox)
    assert (report.new, report.refused) == (1, 1)


def test_a_manifest_that_leads_out_is_refused(settings: Settings, inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_text('{"path": "a.txt", "id": "x"}')
    (inbox / "manifest.jsonl").symlink_to(tmp_path / "m.jsonl")
    put(inbox, "a.txt")
    report = run(settings, inbox)
    assert (report.new, report.refused) == (1, 1)
    assert rows(settings, report)["file:a.txt"]["external_id"] is None


def test_pipes_and_sockets_are_skipped_with_a_warning(settings: Settings, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.txt")
    os.mkfifo(inbox / "named.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(inbox / "s.html"))
        put(inbox, "a.txt")
        manifest(inbox, {"path": "named.txt"})
        report = run(settings, inbox)
    assert (report.listed, report.new, report.failed) == (2, 1, 1)
    assert [warning.partition(" ")[0] for warning in report.warnings] == [
        "file:named.txt:",
        "file:pipe.txt",
        "file:s.html",
    ]


def test_what_can_not_be_taken_is_a_row(settings: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(inbox, "a.txt")
    put(inbox, "empty.txt", b"")
    put(inbox, "blank.txt", b" \n\t")
    with put(inbox, "sparse.pdf").open("r+b") as file:
        file.truncate(10 * 1024**3)
    put(inbox, "closed.txt")
    real_open = os.open

    def closed(path: Any, *given: Any, **more: Any) -> int:
        if str(path).endswith("closed.txt"):
            raise PermissionError(13, "Permission denied")
        return real_open(path, *given, **more)

    monkeypatch.setattr(os, "open", closed)
    report = run(settings, inbox)
    assert (report.new, report.failed) == (1, 4)
    reasons = {url: row["reason"].partition(":")[0] for url, row in rows(settings, report).items() if row["reason"]}
    assert reasons == {
        "file:empty.txt": "empty",
        "file:blank.txt": "empty",
        "file:sparse.pdf": "too_large",
        "file:closed.txt": "unreadable",
    }


def test_a_document_that_is_being_written_waits(
    settings: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(inbox, "a.txt", "half")
    real_open = os.fdopen

    def while_writing(handle: int, mode: str) -> Any:
        file = real_open(handle, mode)
        with path.open("ab") as writer:
            writer.write(b" and half")
        return file

    # The file grows between the look at its status and the end of reading.
    real_fstat, looks = os.fstat, iter([path.stat()])
    monkeypatch.setattr(os, "fstat", lambda handle: next(looks, None) or real_fstat(handle))
    monkeypatch.setattr(os, "fdopen", while_writing)
    report = run(settings, inbox)
    assert (report.batch_code, report.deferred) == (None, 1)
    monkeypatch.undo()
    assert run(settings, inbox).new == 1


def test_names_can_not_forge_addresses_or_lines(settings: Settings, inbox: Path) -> None:
    for name in ("new\nline.txt", "bell\x07 ü #?.txt", b"\xff\xfe.txt"):
        path = os.fsencode(inbox) + b"/" + (name if isinstance(name, bytes) else name.encode())
        with open(path, "wb") as file:  # noqa: PTH123 - a name that is no text
            file.write(b"text")
    lines: list[str] = []
    own = replace(settings, inbox=inbox)
    report = collect(load(own).source("inbox"), DAY, own, lambda: NOW, lines.append)
    assert set(rows(settings, report)) == {
        "file:new%0Aline.txt",
        "file:bell%07%20%C3%BC%20%23%3F.txt",
        "file:%FF%FE.txt",
    }
    assert all(line.isprintable() for line in lines)


def test_other_files_and_hidden_ones_are_not_taken(settings: Settings, inbox: Path) -> None:
    for path in (".hidden.txt", ".git/a.txt", "photo.JPG", "notes", "sub/manifest.jsonl"):
        put(inbox, path)
    report = run(settings, inbox)
    assert (report.listed, report.batch_code) == (0, None)
    assert report.warnings == (
        "1 × .jpg not taken, for a document ends in .txt, .html, .htm, .pdf: file:photo.JPG",
        "1 × .jsonl not taken, for a document ends in .txt, .html, .htm, .pdf: file:sub/manifest.jsonl",
        "1 × no ending not taken, for a document ends in .txt, .html, .htm, .pdf: file:notes",
        "the inbox holds no document ending in .txt, .html, .htm, .pdf",
    )


def test_an_inbox_that_is_gone(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="POSTURE_INBOX"):
        run(settings, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("a.txt", b"%PDF-1.4", "application/pdf"),
        ("a.txt", b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>", "text/html"),
        ("a.txt", b"plain <b>", "text/plain"),
        ("a.htm", b"plain", "text/html"),
        ("a.pdf", b"no pdf", "application/pdf"),
    ],
)
def test_media_types(path: str, body: bytes, expected: str) -> None:
    assert files.media_type(path, body) == expected
