"""The `posture` command as a user meets it: help, schema, extraction, messages, a second run that changes nothing."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from posture import __main__ as cli
from posture import steps

STATEMENT = (
    "Harbour and Garrison Gazette\n\n"
    "Germany has about 1,200 soldiers in Lithuania, the defence ministry in Berlin said on Monday. "
    "On 3 March 2025 the French army handed over the base of Rufisque to Senegal. "
    "Norway denied that it would withdraw its troops from Latvia. "
    "The teachers of Vilnius have suspended their strike.\n"
)

GERMAN = (
    "Die Bundeswehr hat am Montag 500 Soldaten nach Litauen verlegt, sagte ein Sprecher des Ministeriums in Berlin. "
    "Die Soldaten bleiben bis zum Sommer in der Kaserne bei Rukla, wo sie die litauische Armee unterstützen sollen."
)


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """A folder with one document and its manifest."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "gazette.txt").write_text(STATEMENT, encoding="utf-8")
    entry = {"id": "g-1", "path": "gazette.txt", "source": "Gazette", "url": None, "published": "2025-03-10"}
    path = folder / "manifest.jsonl"
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def extracted(manifest: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert cli.main(["extract", "--manifest", str(manifest)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "posture", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


# ── help and usage ──


def test_the_module_runs_and_lists_its_commands():
    done = run("--help")
    assert done.returncode == 0
    for name in ("run", "extract", "sources", "publish", "query", "verify", "schema"):
        assert name in done.stdout


@pytest.mark.parametrize(
    "name", ["run", "extract", "show", "sources", "publish", "rederive", "query", "report", "verify", "schema"]
)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    assert f"posture {name}" in capsys.readouterr().out


def test_wrong_usage_is_not_a_failure_of_the_pipeline(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        cli.main(["extract"])
    assert ended.value.code == 2
    assert "--manifest" in capsys.readouterr().err


# ── extract and its schema ──


def printed_schema(capsys: pytest.CaptureFixture[str]) -> Mapping[str, Any]:
    assert cli.main(["schema"]) == 0
    schema: Mapping[str, Any] = json.loads(capsys.readouterr().out)
    return schema


def test_the_printed_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]):
    jsonschema.Draft202012Validator.check_schema(printed_schema(capsys))


def test_what_extract_prints_fits_the_schema(extracted: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]):
    validator = jsonschema.Draft202012Validator(
        printed_schema(capsys), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert extracted
    for record in extracted:
        validator.validate(record)


def test_the_schema_refuses_what_is_no_record(extracted: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]):
    validator = jsonschema.Draft202012Validator(printed_schema(capsys))
    for change in ({"type": "picnic"}, {"status": "maybe"}, {"colour": "red"}, {"actors": "USA"}):
        assert not validator.is_valid({**extracted[0], **change}), change
    assert not validator.is_valid({k: v for k, v in extracted[0].items() if k != "evidence"})


def test_records_name_their_document_and_quote_it_verbatim(extracted: list[dict[str, Any]]):
    for record in extracted:
        assert record["document"] == "g-1"
        evidence = record["evidence"]
        assert evidence["end"] - evidence["start"] == len(evidence["quote"])
        assert evidence["quote"] in STATEMENT
    strength = next(r for r in extracted if r["type"] == "strength")
    assert (strength["actors"], strength["place"]["country"], strength["quantity"]["low"]) == (["DEU"], "LTU", 1200)


def test_extract_explains_records_and_rejections(manifest: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["extract", "--manifest", str(manifest), "--explain"]) == 0
    told = capsys.readouterr().out
    assert "mentions =" in told
    assert "rule" in told


def test_one_bad_document_costs_only_itself(manifest: Path, capsys: pytest.CaptureFixture[str]):
    lines = manifest.read_text(encoding="utf-8")
    missing = json.dumps({"id": "gone", "path": "gone.txt", "source": "Gazette", "url": None, "published": None})
    manifest.write_text(f"{missing}\nnot json\n{lines}", encoding="utf-8")
    assert cli.main(["extract", "--manifest", str(manifest)]) == 1
    told = capsys.readouterr()
    assert {json.loads(line)["document"] for line in told.out.splitlines()} == {"g-1"}
    assert "gone.txt" in told.err
    assert "line 2" in told.err


def test_files_can_be_named_without_a_manifest(manifest: Path, capsys: pytest.CaptureFixture[str]):
    document = manifest.parent / "gazette.txt"
    assert cli.main(["extract", str(document), str(manifest.parent / "gone.txt"), "--published", "2025-03-10"]) == 1
    told = capsys.readouterr()
    records = [json.loads(line) for line in told.out.splitlines()]
    assert {r["document"] for r in records} == {"gazette"}
    assert next(r for r in records if r["type"] == "strength")["date_end"] == "2025-03-10"
    assert "gone.txt" in told.err


def test_a_day_that_is_none_is_wrong_usage(manifest: Path, capsys: pytest.CaptureFixture[str]):
    document = str(manifest.parent / "gazette.txt")
    for command in (
        ["extract", document, "--published", "10 March"],
        ["show", document, "--published", "10 March"],
        ["run", "--day", "yesterday"],
        ["run", "--day", "2026-11-23garbage"],
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main(command)
        assert ended.value.code == 2
        assert "2026-03-31" in capsys.readouterr().err


def test_a_missing_manifest_is_named_with_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert cli.main(["extract", "--manifest", str(tmp_path / "nowhere.jsonl")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "nowhere.jsonl" in told.err
    assert "Remedy:" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("news.txt", GERMAN.encode(), "unsupported_language: de"),
        ("news.html", f"<html><body><p>{GERMAN}</p></body></html>".encode(), "unsupported_language: de"),
        ("noise.txt", bytes(random.Random(5).randrange(256) for _ in range(3000)), "unsupported_language"),
        ("empty.pdf", b"", "no_text: the body is empty"),
        ("broken.pdf", b"%PDF-1.4 broken", "pdf_broken"),
    ],
)
def test_what_can_not_be_read_is_named_with_its_remedy_and_is_a_failure(
    name: str, body: bytes, said: str, manifest: Path, capsys: pytest.CaptureFixture[str]
):
    (manifest.parent / name).write_bytes(body)
    assert cli.main(["extract", str(manifest.parent / name), str(manifest.parent / "gazette.txt")]) == 1
    told = capsys.readouterr()
    assert {json.loads(line)["document"] for line in told.out.splitlines()} == {"gazette"}, "the other is printed"
    (line,) = (line for line in told.err.splitlines() if line.startswith("posture:"))
    assert said in line
    assert f"at {name}" in line
    assert "Remedy: " in line
    assert "no_text: no_text" not in line
    assert cli.main(["show", str(manifest.parent / name)]) == 1
    assert said in capsys.readouterr().err


def test_a_manifest_may_begin_with_a_mark_and_a_line_that_is_not_utf_8_costs_only_itself(
    manifest: Path, capsys: pytest.CaptureFixture[str]
):
    line = manifest.read_bytes()
    manifest.write_bytes(b"\xef\xbb\xbf" + line)
    assert cli.main(["extract", "--manifest", str(manifest)]) == 0
    capsys.readouterr()
    manifest.write_bytes('{"path": "bräd.txt"}\n'.encode("latin-1") + line.replace(b"g-1", "g\u2028".encode()))
    assert cli.main(["extract", "--manifest", str(manifest)]) == 1
    told = capsys.readouterr()
    assert {json.loads(line)["document"] for line in told.out.strip().split("\n")} == {"g\u2028"}
    assert "line 1 is no manifest entry" in told.err
    assert "UTF-8" in told.err


def test_a_page_that_can_not_be_written_is_named(manifest: Path, capsys: pytest.CaptureFixture[str]):
    document = str(manifest.parent / "gazette.txt")
    assert cli.main(["show", document, "--output", str(manifest.parent / "gone" / "x.html")]) == 1
    told = capsys.readouterr().err
    assert "gone/x.html" in told
    assert "--output" in told


def test_ctrl_c_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def interrupted() -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "verify", interrupted)
    assert cli.main(["verify"]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["run", "publish", "rederive", "verify"])
def test_a_home_that_can_not_be_one_is_named(
    command: str, manifest: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    home = manifest / "home"  # below a file
    monkeypatch.setenv("POSTURE_HOME", str(home))
    monkeypatch.setenv("POSTURE_INBOX", str(manifest.parent))
    assert cli.main([command]) == 1
    told = capsys.readouterr()
    assert str(home) in told.out + told.err
    assert "Remedy: " in told.out + told.err
    assert "POSTURE_HOME" in told.out + told.err


def test_show_writes_a_page_beside_the_document(manifest: Path, capsys: pytest.CaptureFixture[str]):
    document = manifest.parent / "gazette.txt"
    assert cli.main(["show", str(document), "--published", "2025-03-10"]) == 0
    page = Path(capsys.readouterr().out.strip())
    assert page.parent == document.parent
    html = page.read_text(encoding="utf-8")
    assert "<mark" in html
    assert "<script" not in html


def test_a_page_can_be_cleaned_as_a_source_of_the_catalogue(
    manifest: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    catalogue = manifest.parent / "mine.yaml"
    catalogue.write_text(
        "sources: [{code: gazette, name: Gazette, feeds: [{url: 'https://g.example/rss', format: rss}],"
        " furniture_patterns: ['harbour and garrison gazette']}]",
        encoding="utf-8",
    )
    monkeypatch.setenv("POSTURE_SOURCES", str(catalogue))
    document = str(manifest.parent / "gazette.txt")
    assert cli.main(["show", document, "--source", "gazette"]) == 0
    html = Path(capsys.readouterr().out.strip()).read_text(encoding="utf-8")
    assert "Harbour and Garrison" not in html.partition("<article>")[2]
    assert cli.main(["extract", "--manifest", str(manifest), "--source", "gazette"]) == 0
    assert cli.main(["show", document, "--source", "gazete"]) == 1
    assert "gazette" in capsys.readouterr().err


# ── a home that is empty, and one that is not ──


@pytest.mark.parametrize("arguments", [["query", "SELECT 1"], ["report"]])
def test_before_the_first_publish_it_says_what_to_do(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("POSTURE_HOME", str(tmp_path))
    assert cli.main(arguments) == 1
    told = capsys.readouterr().err
    assert "nothing has been published yet" in told
    assert "make run" in told


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setenv("POSTURE_MAX_ARTICLES", "many")
    assert cli.main(["sources"]) == 1
    told = capsys.readouterr().err
    assert "POSTURE_MAX_ARTICLES" in told
    assert "many" in told


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file with its bytes' hash and its time of change, and where links point."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = (str(path.readlink()), path.lstat().st_mtime_ns)
        elif path.is_file() and path.name != ".lock":  # who holds it, and since when
            found[name] = (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
    return found


@pytest.mark.slow
def test_run_publishes_an_inbox_and_a_second_run_changes_nothing(manifest: Path, tmp_path: Path):
    home = {"POSTURE_HOME": str(tmp_path / "home"), "POSTURE_INBOX": str(manifest.parent)}
    first = run("run", **home)
    assert first.returncode == 0, first.stderr
    assert "Mentions" in first.stdout
    after = contents(tmp_path / "home")
    assert "releases/current" in after

    second = run("run", **home)
    assert second.returncode == 0, second.stderr
    assert "nothing new" in second.stderr
    assert contents(tmp_path / "home") == after

    answer = run(
        "query", "SELECT force_code, best FROM strength WHERE country_code = 'LTU'", "--format", "json", **home
    )
    assert [json.loads(line) for line in answer.stdout.splitlines()] == [{"force_code": "DEU", "best": 1200}]
    twice = run("query", "SELECT place.name, destination.name, 2026 AS year FROM records LIMIT 1", **home)
    assert twice.stdout.splitlines()[0].split() == ["name", "name_1", "year"]
    assert twice.stdout.splitlines()[2].rstrip().endswith(" 2026")
    assert twice.stdout.splitlines()[-1] == "1 row"
    refused = run("query", "DELETE FROM records", **home)
    assert refused.returncode == 1
    verified = run("verify", **home)
    assert verified.returncode == 0, verified.stdout

    damaged = next((tmp_path / "home" / "lake").rglob("records.parquet"))
    damaged.chmod(0o644)
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\0")
    found = run("verify", **home)
    assert found.returncode == 1
    assert "records.parquet" in found.stdout

    # The archive is gone as a whole: its documents are not taken, and do not count, a second time.
    shutil.rmtree(tmp_path / "home" / "lake")
    assert run("run", **home).returncode == 0, "the lake can be made again"
    (tmp_path / "home" / "archive").rename(tmp_path / "lost")
    assert run("verify", **home).returncode == 1
    refused = run("run", "--day", "2026-01-02", **home)
    assert refused.returncode == 1
    assert "gone from the archive" in refused.stderr
    count = run("query", "SELECT count(*) AS n FROM documents", "--format", "json", **home)
    assert json.loads(count.stdout) == {"n": 1}
