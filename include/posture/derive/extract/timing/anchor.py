"""The day from which a text speaks, where its metadata name none; that of an entry of a live report, of a digest, of
what stands below a dated heading, and for which its figures hold.

A line of its own that sets a full date off ("Field note, 3 April 2025", "Lagos, 4 May 2024") dates the text. In a live
report a stamp with a weekday ("22:50 Monday –") dates its entry and those below it that name no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..language.blocks import Block
from ..language.text import Sentence
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


#: "Figures are for April 2024", "Strengths as at 1 May", "Data correct to June 2023".
_AS_OF = re.compile(
    r"\b(?:figures?|data|numbers?|strengths?|information|totals?|details|dispositions?|all entries)\b[^.;\n]{0,40}?"
    r"\b(?:as (?:at|of|on)|for|correct (?:at|to)|current to|dates? from|from|valid (?:at|on|for)|up to date to)"
    r" (?=\d|[A-Z]|the end|early|mid|late)",
    re.I,
)
#: "Status: June 2023", "(state of 1 September 2011)": a short line at the top.
_STATE = re.compile(
    r"\b(?:status|state|stand|position|situation|updated|current)\b(?: (?:of|at|on|as of|as at))?:? (?=\d|[A-Z])", re.I
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:week|day|of|from|to|the|in|on)\b|\d", re.I)
Span = tuple[date | None, date | None]


def as_of(text: str, blocks: Sequence[Block], anchor: date | None) -> Span | None:
    """For which day or month the figures of a text hold, where it says so for all of them."""
    for block in [*blocks[:6], *blocks[6:][-3:]]:
        m = _AS_OF.search(text, block.start, block.end)
        if (
            m is None
            and block.end - block.start <= _LONGEST
            and text[block.start : block.end].strip()[-1:] not in ".!?"
        ):
            m = _STATE.search(text, block.start, block.end)
        if m is None:
            continue
        for t in times(text, m.end(), min(block.end, m.end() + 40), anchor)[:1]:
            figure = re.search(r"\d", text[m.end() : t.start])  # "the total rose from 80,000 in January"
            if t.start - m.end() < 12 and figure is None and t.is_resolved and t.precision in {"day", "month", "year"}:
                return t.start_on or t.end_on, t.end_on or t.start_on
    return None


def covered(text: str, blocks: Sequence[Block]) -> Span | None:
    """The days that a digest's title names: "Situation update, 4–10 November 2024"."""
    for block in blocks[:3]:
        if block.kind != "heading":
            continue
        found = [t for t in times(text, block.start, block.end, None) if t.start_on and t.end_on]
        if len(found) == 1 and found[0].precision == "range" and found[0].end == len(text[: block.end].rstrip()):
            first, last = found[0].start_on, found[0].end_on
            if first and last and (last - first).days <= 31:
                return first, last
    return None


def dated_label(sentence: Sentence, anchor: date | None, year: int | None = None) -> Span | None:
    """The day, month or year that opens a chronicle's line: "3 May 2014 – …"; `year`: where it names none, its year."""
    if not sentence.is_dated:
        return None
    line = sentence.source[sentence.start : sentence.tokens[sentence.label - 1].start].strip(" •*·-–—")
    if year and not re.search(r"\d{4}", line):
        line = f"{line}, {year}" if re.match(r"\D+\d", line) else f"{line} {year}"
    words = f"in {line}" if re.match(r"(?:[A-Z][a-z]+\.? )?\d{4}$", line) else line
    found = [t for t in times(words, 0, len(words), anchor) if t.is_resolved]
    return (found[0].start_on, found[0].end_on) if found else None


class Chronicle:
    """For which days the lines of a text stand: their own, the heading's, in its year ("1990", "Oct 1 – …")."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text, self._published = text, published
        #: That of the heading above.
        self.year: Span | None = None

    def days(self, block: Block, sentence: Sentence) -> Span | None:
        """The days that `block`, which `sentence` opens, names by itself; None where it names none.

        Below a heading that is only a year no date of a line lies in another."""
        if own := _is_year(self._text, block):
            self.year = own
            return own
        first, last = self.year or (None, None)
        anchor = last or self._published
        found = dated_heading(self._text, block, anchor) or dated_label(sentence, anchor, first.year if first else None)
        if block.kind == "heading" and not (found and first and last and found[0] and first <= found[0] <= last):
            self.year = None
        return found


def _is_year(text: str, block: Block) -> Span | None:
    line = text[block.start : block.end].strip(" \n:*#")
    return (date(int(line), 1, 1), date(int(line), 12, 31)) if re.fullmatch(r"(?:19|20)\d\d", line) else None


def dated_heading(text: str, block: Block, anchor: date | None) -> Span | None:
    """The day or month that is all that a heading says: "Friday, 3 May 2019", "March 1998"."""
    if block.end - block.start > 60:
        return None
    found = [t for t in times(text, block.start, block.end, anchor) if t.is_resolved]
    if not found or found[-1].precision not in {"day", "month", "range", "year"} or found[-1].lead:
        return None
    rest = text[block.start : found[0].start] + text[found[-1].end : block.end]
    if re.search(r"[^\W\d_]", _WEEKDAY.sub("", rest)):
        return None
    return found[-1].start_on, found[-1].end_on
