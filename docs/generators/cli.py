"""docs/cli.md: commands and settings, from the argument parsers and from `posture.settings`.

Written from the parsers' parts, not from `--help`: its lines depend on the terminal's width and on Python's version.
"""

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields

import posture.__main__ as command
import posture.local.__main__ as local
from posture import settings

from .markdown import document, table

_HEAD = """\
# Command line

`posture` is in the environment that `make setup` makes: `.venv/bin/posture`, or `posture` once `.venv` is active;
`python -m posture` is the same. It works on the folder `POSTURE_HOME` (`data/` where nothing is set), the one that
`make run` fills.

Exit codes: 0 done; 1 failed, and standard error says what, where and the remedy; 2 wrong usage."""
#: Set beside the settings, for Airflow on this machine and for its Dags; the text is here because no class holds them.
_OTHERS = {
    "POSTURE_AIRFLOW_HOME": ("`airflow-home/`", "Airflow's own home: metadata, logs, secrets of this checkout."),
    "POSTURE_PORT": ("8080, or one that is free", "Port of the UI, on loopback."),
    "POSTURE_SCHEDULE": ("`0 5 * * *`", "When `ingest` starts: a cron expression in UTC, or `manual`."),
    "POSTURE_RETRIES": ("2", "How often a task is tried again."),
    "POSTURE_RETRY_SECONDS": ("60", "Seconds before the first retry; each later one waits four times as long."),
}
#: Read from no variable: they belong to the checkout.
_FIXED = {"sql_dir", "suites_dir"}


def page() -> str:
    """The whole page."""
    return document([*_HEAD.splitlines(), *_commands(), *_local(), *_settings()])


def _commands() -> Iterator[str]:
    for name, parser in subcommands(command._parser()).items():
        yield from ("", f"## posture {name}", "")
        yield from _one(f"posture {name}", parser, _help(command._parser(), name))


def _local() -> Iterator[str]:
    yield from ("", "## python -m posture.local", "", "What `make run`, `make up` and `make down` call.")
    for name, parser in subcommands(local._parser()).items():
        yield from ("", f"### python -m posture.local {name}", "")
        yield from _one(f"python -m posture.local {name}", parser, _help(local._parser(), name))


def _one(prog: str, parser: argparse.ArgumentParser, text: str) -> Iterator[str]:
    actions = [a for a in parser._actions if not isinstance(a, argparse._HelpAction)]
    yield text[:1].upper() + text[1:] + "."
    yield from ("", "```", " ".join([prog, *(_usage(a) for a in actions)]), "```")
    if actions:
        yield ""
        yield from table(("argument", "meaning"), ((f"`{_label(a)}`", a.help or "") for a in actions))


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"[{action.dest} …]" if action.nargs == "*" else action.dest
    return _label(action) if action.required else f"[{_label(action)}]"


def _label(action: argparse.Action) -> str:
    if not action.option_strings:
        return action.dest
    value = "|".join(map(str, action.choices)) if action.choices else action.dest.upper()
    return action.option_strings[0] + ("" if action.nargs == 0 else f" {value}")


def _subparsers(parser: argparse.ArgumentParser) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    return next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Commands of a parser by name, in the order in which it lists them."""
    return dict(_subparsers(parser).choices)


def _help(parser: argparse.ArgumentParser, name: str) -> str:
    return next((a.help or "" for a in _subparsers(parser)._choices_actions if a.dest == name), "")


# ── settings ──


def _settings() -> Iterator[str]:
    yield from (
        "",
        "## Settings",
        "",
        "Read from the environment once, when a command starts. Every default works without a network.",
        "",
    )
    texts = _texts()
    rows = []
    for f in fields(settings.Settings):
        if f.name not in _FIXED:
            default = "`data/`" if f.default is MISSING else "" if f.default is None else f"`{f.default}`"
            rows.append((f"`POSTURE_{f.name.upper()}`", default, texts[f.name]))
    rows += [(f"`{name}`", *about) for name, about in _OTHERS.items()]
    yield from table(("variable", "default", "meaning"), rows)


def _texts() -> dict[str, str]:
    """What the `#:` comments of the class say; a comment holds for the fields up to the next one."""
    lines = inspect.getsource(settings.Settings).splitlines()
    body = ast.parse("\n".join(lines)).body[0]
    assigned = {
        n.lineno: n.target.id for n in ast.walk(body) if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
    }
    texts: dict[str, str] = {}
    said: list[str] = []
    is_open = False
    for number, line in enumerate(lines, start=1):
        if line.strip().startswith("#:"):
            said = [*(said if is_open else []), line.strip().removeprefix("#:").strip()]
        is_open = line.strip().startswith("#:")
        if number in assigned:
            texts[assigned[number]] = " ".join(said).replace(f" (POSTURE_{assigned[number].upper()})", "")
    return texts
