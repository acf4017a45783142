"""`posture`: the pipeline's steps without Airflow, and the tools of the analyst."""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path

from .errors import PostureError, storage

#: As a shell says that a program was ended by Ctrl-C.
_INTERRUPTED = 130

#: Columns of an output that is no terminal.
_UNKNOWN_WIDTH = 200


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 on success, 1 where something failed (said on standard error), 2 on wrong usage."""
    arguments = _parser().parse_args(argv)
    try:
        with storage(arguments.command):
            return int(arguments.run(arguments))
    except PostureError as error:
        print(f"posture: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("posture: interrupted; what was finished is kept, run it again for the rest", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe ("| head") has enough: what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="posture", description="A daily ledger of sourced claims about military posture."
    )
    commands = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")

    p = commands.add_parser("run", help="collect, derive, build, validate and publish, without a scheduler")
    p.add_argument("--day", type=_day, help="the day it is run for, YYYY-MM-DD (default: today, UTC)")
    p.set_defaults(run=_run)

    p = commands.add_parser("extract", help="print the records of local documents as JSON Lines")
    given = p.add_mutually_exclusive_group(required=True)
    given.add_argument("files", nargs="*", type=Path, default=[], metavar="FILE", help="a .txt, .html or .pdf document")
    given.add_argument("--manifest", type=Path, help='JSON Lines of {"id", "path", "source", "url", "published"}')
    p.add_argument("--published", type=_day, help="the day on which the FILEs were published, YYYY-MM-DD")
    p.add_argument(
        "--explain", action="store_true", help="print which words filled which slot, and why mentions were rejected"
    )
    _cleaned_as(p)
    p.set_defaults(run=_extract)

    p = commands.add_parser("show", help="write an HTML page of a document with its evidence highlighted")
    p.add_argument("file", type=Path, help="a .txt, .html or .pdf document")
    p.add_argument("--published", type=_day, help="its day of publication, YYYY-MM-DD")
    p.add_argument("--output", type=Path, help="where to write the page (default: FILE.posture.html)")
    _cleaned_as(p)
    p.set_defaults(run=_show)

    p = commands.add_parser("sources", help="list the sources of the catalogue")
    p.set_defaults(run=_sources)

    p = commands.add_parser("publish", help="build, validate and publish from the lake as it is")
    p.set_defaults(run=_publish)

    p = commands.add_parser("rederive", help="derive archived batches again")
    p.add_argument("batches", nargs="*", help="<source>/<day>-<nn> (default: all)")
    p.set_defaults(run=_rederive)

    p = commands.add_parser("query", help="ask the served database in SQL, read-only")
    p.add_argument("sql", help="a SELECT; `SHOW ALL TABLES` lists what there is")
    p.add_argument(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help="a table, or one block a row where its columns don't fit; JSON, an object a line; or CSV",
    )
    p.add_argument(
        "--unguarded",
        action="store_true",
        help="CSV: leave text that begins with -, =, + or @ as it is; without this an apostrophe goes before it, "
        "for a spreadsheet would run it as a formula",
    )
    p.set_defaults(run=_query)

    p = commands.add_parser("report", help="what is published, and the analysts' questions answered from it")
    p.set_defaults(run=_report)

    p = commands.add_parser("verify", help="compare what is stored with its checksums, and tell what is gone")
    p.set_defaults(run=_verify)

    p = commands.add_parser("schema", help="print the JSON Schema of the records that `extract` prints")
    p.set_defaults(run=_schema)
    return parser


def _day(text: str) -> str:
    """A day as argparse takes it; another word is wrong usage."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-03-31") from None


def _cleaned_as(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--source", metavar="CODE", help="a source of the catalogue, whose `furniture_patterns` are taken out, too"
    )


def _rules(a: argparse.Namespace) -> tuple[str, ...]:
    """Patterns of the source that the user named.

    Raises:
        ConfigError: the catalogue has no such source, or is wrong.
    """
    if not a.source:
        return ()
    from . import collect, steps

    return collect.load(steps.settings()).source(a.source).furniture_patterns


def _run(a: argparse.Namespace) -> int:
    from . import alone

    alone.run(a.day)
    return 0


def _extract(a: argparse.Namespace) -> int:
    from . import documents
    from .derive import explain
    from .derive.batch import derive_document
    from .derive.normalise import as_json

    failed, rules = 0, _rules(a)
    captures = documents.from_manifest(a.manifest) if a.manifest else documents.from_files(a.files, a.published)
    for capture in captures:
        if isinstance(capture, PostureError):
            print(f"posture: {capture}", file=sys.stderr)
            failed += 1
            continue
        rows = derive_document(capture, rules)
        for problem in documents.unread(rows):
            print(f"posture: {problem}", file=sys.stderr)
            failed += 1
        if a.explain:
            print(explain.text(rows, str(capture.external_id)))
            continue
        for record in rows["records"]:
            print(json.dumps(as_json(record, str(capture.external_id)), ensure_ascii=False))
    return 1 if failed else 0


def _show(a: argparse.Namespace) -> int:
    from . import documents
    from .derive import show
    from .derive.batch import derive_document

    capture = documents.from_file(a.file, {"published": a.published} if a.published else None)
    rows = derive_document(capture, _rules(a))
    target = a.output or a.file.with_suffix(a.file.suffix + ".posture.html")
    try:
        target.write_text(show.page(rows, a.file.name), encoding="utf-8")
    except OSError as error:
        raise PostureError(
            f"the page can't be written: {error.strerror}",
            where=target,
            stage="show",
            remedy="Name a file in a folder that is there and can be written: --output PAGE.html.",
        ) from error
    print(target)
    problems = list(documents.unread(rows))
    for problem in problems:
        print(f"posture: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _sources(_: argparse.Namespace) -> int:
    from . import collect, steps

    for s in collect.load(steps.settings()).sources:
        where = ", ".join(str(f.url) for f in s.feeds) if s.feeds else str(steps.settings().inbox)
        print(f"{s.code:24} {s.name:32} {where}")
    return 0


def _publish(_: argparse.Namespace) -> int:
    from . import steps

    path = steps.build_candidate()
    if not path:
        print("nothing new: the served version holds all that is in the lake")
        return 0
    steps.validate_candidate(path)
    steps.publish_candidate(path)
    print(steps.report())
    return 0


def _rederive(a: argparse.Namespace) -> int:
    from . import steps

    done = steps.rederive(a.batches or None, lambda line: print(line, file=sys.stderr))
    print(json.dumps(done))
    return 0


def _query(a: argparse.Namespace) -> int:
    from . import answers, steps

    width = shutil.get_terminal_size((_UNKNOWN_WIDTH, 0)).columns
    print(answers.query(steps.settings(), a.sql, a.format, width=width, is_guarded=not a.unguarded))
    return 0


def _report(_: argparse.Namespace) -> int:
    from . import steps

    print(steps.report())
    return 0


def _verify(_: argparse.Namespace) -> int:
    from . import steps

    problems = steps.verify()
    for problem in problems:
        print(problem)
    if problems:
        print("1 problem" if len(problems) == 1 else f"{len(problems)} problems")
    else:
        print("every file fits its checksum, and nothing is missing")
    return 1 if problems else 0


def _schema(_: argparse.Namespace) -> int:
    from .schema import json_schema

    print(json.dumps(json_schema(), indent=2))
    return 0


def entry() -> None:
    """The `posture` command: ends without tearing the interpreter down.

    DuckDB's binding, once Great Expectations has loaded it through SQLAlchemy, prints a screen of
    reference leaks at teardown; every file is synced and closed by then.
    """
    # Half a million objects are read at the start, and stay: the collector would walk them again and again.
    gc.set_threshold(100_000, 50, 50)
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    entry()
