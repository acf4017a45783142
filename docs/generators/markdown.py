"""The few Markdown forms that the generated pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/generate.py; `make docs` writes it again. Don't edit it here. -->"


def cell(value: object) -> str:
    """A value that may stand in a table: one line, no bare pipe, no tag outside code."""
    parts = re.split(r"(`[^`]*`)", " ".join(str(value).split()).replace("|", "\\|"))
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;") for part in parts)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Lines of a table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]


def document(lines: Iterable[str]) -> str:
    """Lines as a file, with the notice below its title."""
    title, *rest = lines
    return "\n".join([title, "", NOTICE, *rest]).rstrip("\n") + "\n"
