"""Passages as they stand in a file: a head, a text, and its facts, each on one line.

    @ 2013-04-09 agency copy, Mali
    The last 40 Chadian soldiers left Kidal on Monday, the army said.
    = withdrawal TCD origin=Kidal n=40 status=completed
    ? strength TCD place=Mali

Lines of a text are joined by a blank; `|` alone on a line parts paragraphs; a line behind `> ` stays a line, as in
tables and lists.
Behind `=` stands a fact that is wanted, behind `?` one that may be stated or not: its type (several joined by `/` if
any will do), whose forces (joined by `+`; `-` if it doesn't matter), and those slots that shall be compared. A place
may be several, joined by `/`; `_` in it is a blank, and `none` stands for an empty slot. A status may be
several, too.
A number is `40`, `>=40`, `<=40`, `~40` (about), `40..50`. A date is the ISO text of its first day or `first..last`.
A passage without any fact states nothing. Where facts stand behind each sentence instead of behind the whole text, the
line before them is their evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

PLACES = ("place", "origin", "destination")
_NUMBER = re.compile(r"(?P<mark>>=|<=|~)?(?P<low>\d+)(?:\.\.(?P<high>\d+))?")


@dataclass(frozen=True)
class Wanted:
    """A fact of a passage. Slots that are None are not compared; bounds are (low, high)."""

    types: frozenset[str]
    actors: frozenset[str] | None
    slots: dict[str, str]
    bounds: tuple[int | None, int | None] | None
    is_optional: bool
    #: Characters of the text, end exclusive, that state it; None where the passage doesn't say which.
    evidence: tuple[int, int] | None = None


@dataclass(frozen=True)
class Passage:
    """A text and what it states; `manner` says where such a text would stand."""

    published: date
    manner: str
    text: str
    wanted: tuple[Wanted, ...]


def _bounds(text: str) -> tuple[int | None, int | None]:
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(f"not a number of the notation: {text!r}")
    low = int(found["low"])
    high = int(found["high"]) if found["high"] else low
    return (low, None) if found["mark"] == ">=" else (None, high) if found["mark"] == "<=" else (low, high)


def _wanted(line: str) -> Wanted:
    mark, types, *rest = line.split()
    actors = rest.pop(0) if rest and "=" not in rest[0] else "-"
    slots = dict(word.split("=", 1) for word in rest)
    unknown = set(slots) - {*PLACES, "n", "status", "date", "against"}
    if unknown:
        raise ValueError(f"unknown slots {sorted(unknown)} in {line!r}")
    bounds = _bounds(slots.pop("n")) if "n" in slots else None
    who = None if actors == "-" else frozenset(a.replace("_", " ") for a in actors.split("+"))
    return Wanted(frozenset(types.split("/")), who, slots, bounds, mark == "?")


def _is_fact(line: str) -> bool:
    return line[:2] in {"= ", "? "}


def _facts(lines: Sequence[str], text: str) -> Iterator[Wanted]:
    """Facts in their order, with their evidence where some stand before the text's end."""
    is_told = any(_is_fact(a) and not _is_fact(b) and b != "|" for a, b in pairwise(lines))
    said: tuple[int, int] | None = None
    for line in lines:
        if _is_fact(line):
            yield replace(_wanted(line), evidence=said) if is_told else _wanted(line)
        elif line != "|":
            words = line.removeprefix(">").strip()
            start = text.index(words, said[1] if said else 0)
            said = start, start + len(words)


def _paragraph(lines: Iterable[str]) -> str:
    text = "".join(line[1:].removeprefix(" ") + "\n" if line.startswith(">") else line + " " for line in lines)
    return text.strip()


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. Raises ValueError, with the file's name and the head, for what the notation lacks."""
    for block in re.split(r"^@ *", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *lines = [line.strip() for line in block.strip().splitlines() if not line.startswith("#")]
        try:
            day, _, manner = head.partition(" ")
            told = [x for x in lines if not _is_fact(x)]
            text = "\n\n".join(_paragraph(p) for is_mark, p in groupby(told, "|".__eq__) if not is_mark)
            yield Passage(date.fromisoformat(day), manner, text, tuple(_facts(lines, text)))
        except ValueError as wrong:
            raise ValueError(f"{path.name}, {head!r}: {wrong}") from wrong
