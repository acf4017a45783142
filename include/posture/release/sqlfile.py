"""SQL files: the file's name is the table's, macro's or check's name; the comment at its head is its contract.

    -- strength: one sentence that says what it holds
    -- grain: one row per …
    -- columns:
    --   force_code: what the name cannot say,
    --     continued on a deeper line
    SELECT …

The first line's word is the file's name for tables and macros, `fail` or `warn` for checks, `question` for examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from ..errors import BuildError

_FIELD = re.compile(r"^(?P<word>[a-z][a-z0-9_]*):(?:\s+(?P<text>.*))?$")
_WORD = re.compile(r"[a-z_][a-z0-9_]*")


@dataclass(frozen=True)
class SqlFile:
    """One SQL file. `fields` keeps the order of the header; `columns` maps a column to its text."""

    path: Path
    word: str
    fields: dict[str, str]
    columns: dict[str, str] = field(default_factory=dict)
    body: str = ""

    @property
    def name(self) -> str:
        """Name of the table, macro, check or example."""
        return self.path.stem

    @property
    def text(self) -> str:
        """The sentence of the first line, with what the other fields say, as one comment."""
        rest = [f"{word.capitalize()}: {text}" for word, text in self.fields.items() if word not in {self.word, "as"}]
        return " ".join([self.fields[self.word], *rest])


def read(path: Path) -> SqlFile:
    """Read a file and its header.

    Raises:
        BuildError: it has no header, or its header breaks the form above.
    """
    lines = path.read_text("utf-8").splitlines()
    split = next((i for i, line in enumerate(lines) if not line.startswith("--")), len(lines))
    fields: dict[str, str] = {}
    columns: dict[str, str] = {}
    current: tuple[dict[str, str], str] | None = None
    for line in lines[:split]:
        content = line.removeprefix("--")
        indent, content = len(content) - len(content.lstrip()), content.strip()
        target = fields if indent <= 1 else columns if "columns" in fields and indent <= 3 else None
        if target is not None and (match := _FIELD.match(content)):
            current = (target, match["word"])
            target[match["word"]] = match["text"] or ""
        elif current and content:
            owner, word = current
            owner[word] = f"{owner[word]} {content}".strip()
        else:
            raise BuildError(
                f"header line {line!r} is neither `word: text` nor a continuation",
                where=path,
                stage="build",
                remedy="Write the header as release/sqlfile.py describes it.",
            )
    body = "\n".join(lines[split:]).strip().rstrip(";")
    if not fields or not body:
        raise BuildError(
            f"{path.name} has no {'statement' if fields else 'header'}",
            where=path,
            stage="build",
            remedy="Begin the file with `-- word: text` and follow it with one statement.",
        )
    fields.pop("columns", None)
    return SqlFile(path, next(iter(fields)), fields, columns, body)


def read_folder(folder: Path) -> list[SqlFile]:
    """All files of a folder, by name.

    Raises:
        BuildError: there is no such folder, it holds no SQL, or a file is wrong.
    """
    files = [read(path) for path in sorted(folder.glob("*.sql"))]
    if not files:
        raise BuildError(
            "no SQL files", where=folder, stage="build", remedy="Point Settings.sql_dir at the checkout's sql/ folder."
        )
    return files


def in_order(files: Iterable[SqlFile]) -> list[SqlFile]:
    """Files so that each comes after those whose names it mentions; by name where that leaves a choice.

    Raises:
        BuildError: two files share a name, or they need each other in a circle.
    """
    named: dict[str, SqlFile] = {}
    for file in files:
        if file.name in named:
            raise BuildError(
                f"{named[file.name].path} and {file.path} share a name", stage="build", remedy="Rename one of them."
            )
        named[file.name] = file
    sorter = TopologicalSorter({name: sorted(_needs(file, named)) for name, file in sorted(named.items())})
    try:
        return [named[name] for name in sorter.static_order()]
    except CycleError as error:
        raise BuildError(
            f"SQL files need each other in a circle: {' → '.join(error.args[1])}",
            stage="build",
            remedy="Move what they share into a file of its own below sql/staging.",
        ) from error


def _needs(file: SqlFile, named: dict[str, SqlFile]) -> set[str]:
    code = re.sub(r"--[^\n]*|'[^']*'", " ", file.body)
    return {word for word in _WORD.findall(code) if word in named and word != file.name}
