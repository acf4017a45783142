"""Plain text whose lines were broken at a width, as terminals, mail and archives of agencies do: its paragraphs again.

A line that was broken could not have taken the next line's first word; in a list, a table or a headline it could.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Characters: narrower columns are tables or verse, wider ones are paragraphs in one line each.
_NARROWEST, _WIDEST = 45, 125
#: What a text needs to count as broken at a width: so many lines that were full and in the middle of a sentence, and
#: so large a share of all.
_LEAST, _SHARE = 3, 0.6
#: Of lines that another follows, the share that is no longer than the width; the rest are addresses and rows.
_WITHIN = 0.9
_ITEM = re.compile(r"\s*(?:[-–—•▪‣*·|#>]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s)")
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_OPEN_END = re.compile(r"[\w,;)\]'’”\"–-]$")
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+$"), re.compile(r"\w+")
#: Characters: a search for a longer word would cost more than its hyphen is worth.
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indent: int

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def unwrap(text: str) -> str:
    """The text with one line a paragraph where its lines were broken at a width; any other text as it is.

    Letters and their order stay. The work is linear in the text.
    """
    groups = [[_line(x) for x in group.split("\n")] for group in re.split(r"\n[ \t\r]*(?:\n[ \t\r]*)+", text)]
    pairs = [(a, b) for group in groups for a, b in pairwise(group) if not _is_item(b) and a.text and b.text]
    lengths = sorted(a.width for a, _ in pairs)
    width = lengths[int(_WITHIN * (len(lengths) - 1))] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return text
    full = sum(_is_full(a, b, width) and not _ENDS.search(a.text) for a, b in pairs)
    if full < _LEAST or full < _SHARE * len(pairs):
        return text
    words = frozenset(re.findall(r"\w+", text))
    return "\n\n".join("\n".join(_paragraphs(group, width, words)) for group in groups)


def _line(raw: str) -> _Line:
    bare = raw.strip()
    return _Line(bare, len(raw) - len(raw.lstrip(" \t")) if bare else 0)


def _is_item(line: _Line) -> bool:
    return _ITEM.match(line.text) is not None


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """The next line's first word would have gone beyond the width."""
    return line.width + 1 + len(after.text.split(" ", 1)[0]) > width


def _goes_on(line: _Line, after: _Line, width: int) -> bool:
    """The next line is of the same paragraph."""
    if not line.text or not after.text or _is_item(after) or after.indent > line.indent and not _is_item(line):
        return False
    if _is_full(line, after, width):
        return True
    # Broken early, before a long word that had to stay whole.
    return after.text[0].islower() and _OPEN_END.search(line.text) is not None


def _paragraphs(group: Sequence[_Line], width: int, words: frozenset[str]) -> list[str]:
    made: list[list[str]] = []
    before: _Line | None = None
    for line in group:
        if before is None or not _goes_on(before, line, width):
            made.append([line.text])
        else:
            made[-1] += _joined(made[-1].pop(), line.text, words)
        before = line
    return ["".join(parts) for parts in made]


def _joined(line: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """A line with what parts it from the next one, and that; a word that was divided is whole again if the text has it
    whole elsewhere ("with-drawal"), and keeps its hyphen otherwise ("US-led")."""
    if not line.endswith("-"):
        return f"{line} ", after
    start, rest = _LAST_WORD.search(line[-_LONGEST_WORD:-1]), _FIRST_WORD.match(after)
    if start is None:
        return f"{line} ", after  # a dash
    is_divided = rest is not None and f"{start[0]}{rest[0]}" in words
    return (line[:-1] if is_divided else line), after
