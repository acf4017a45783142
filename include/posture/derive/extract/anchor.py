"""The day from which a text speaks, where its metadata name none; and that of an entry of a live report.

A line of its own that sets a full date off ("Field note, 3 April 2025", "Lagos, 4 May 2024") dates the text. In a live
report a stamp with a weekday ("22:50 Monday –") dates its entry and those below it that name no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from .text import Block
from .times import times

#: How many lines at the top of a text are asked for its date, and how long such a line may be.
_TOP, _LONGEST = 5, 110
_BEFORE = re.compile(
    r"(?:^|[,|–—:(•·-]|\b(?:on|of|at|dated|updated|reviewed|revised|modified|published|posted|as of))"
    r"\s*(?:\w+day,?\s*)?$",
    re.I,
)
_AFTER = re.compile(r"^\s*(?:$|[|–—)•·,-]|\d{1,2}[:.]\d\d)")
_DATELINE = re.compile(r"^[^a-z]{3,40},? ")
_STAMP = re.compile(
    r"\s*(?:\[)?\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|GMT|UTC|CET|EST|ET))?[,\s]*"
    r"(?P<day>(?:on )?[A-Z]\w+day\b[^–—-]{0,20}"
    r"|\d{1,2} [A-Z]\w+(?: \d{4})?)?\s*(?:\])?\s*[–—:-]",
)


def dated_line(text: str, blocks: Sequence[Block]) -> date | None:
    """The full date that a line at the top sets off, or the dateline's; None if there is none or several."""
    found: set[date] = set()
    for block in blocks[:_TOP]:
        line = text[block.start : block.end].strip()
        short = len(line) <= _LONGEST and line[-1:] not in ".!?"
        for t in times(text, block.start, min(block.end, block.start + _LONGEST), None):
            if t.precision != "day" or t.basis != "stated" or t.start_on is None or t.start_on != t.end_on:
                continue
            before, after = text[block.start : t.start], text[t.end : block.end]
            is_line = short and _BEFORE.search(before) and _AFTER.match(after)
            if is_line or _DATELINE.match(before + " ") and re.match(r"\s*(?:\([^)]*\))?\s*[–—-]", after):
                found.add(t.start_on)
    return found.pop() if len(found) == 1 else None


def stamped(text: str, block: Block, anchor: date | None) -> tuple[bool, date | None]:
    """Whether the block opens with a stamp of a live report, and the day that it names."""
    m = _STAMP.match(text, block.start, block.end)
    if m is None:
        return False, None
    if not m["day"] or anchor is None:
        return True, None
    read = times(text, m.start("day"), m.end("day"), anchor)
    return True, read[0].start_on if read else None
