"""A page that holds several articles becomes several, each with its own title and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .extract.times import times

_END = re.compile(r"[.!?:;,\"”’)]\s*$")
_WHEN = re.compile(r"(?:\d{4}-\d{2}-\d{2}|\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|\b[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})")


@dataclass(frozen=True)
class Segment:
    """One article of a page. `dated_on`: a date printed at its head; None if none is."""

    text: str
    title: str | None
    dated_on: date | None


def segments(text: str, title: str | None) -> list[Segment]:
    """Cut where a second headline stands: a title line that is printed twice around its caption.

    A headline seen once is no evidence: headings within an article look the same.
    """
    lines = text.split("\n")
    cuts = [0, *_second_headlines(lines)]
    made = []
    for at, start in enumerate(cuts):
        stop = cuts[at + 1] if at + 1 < len(cuts) else len(lines)
        part = "\n".join(lines[start:stop]).strip()
        if part:
            made.append(Segment(part, _title(part, title if at == 0 else None), _dated(part, at > 0)))
    return made


def _second_headlines(lines: list[str]) -> list[int]:
    filled = [(n, x.strip()) for n, x in enumerate(lines) if x.strip()]
    cuts = []
    last_cut = 0
    for k, (n, x) in enumerate(filled):
        if k < 6 or k - last_cut < 6 or len(x.split()) < 5 or len(x) > 200 or _END.search(x):
            continue
        ahead = [y for _, y in filled[k + 1 : k + 7]]
        if x in ahead and x not in [y for _, y in filled[:k]]:
            cuts.append(n)
            last_cut = k
    return cuts


def _title(part: str, given: str | None) -> str | None:
    if given:
        return given
    for line in part.split("\n")[:12]:
        bare = line.strip().lstrip("#").strip()
        if 3 <= len(bare.split()) <= 30 and not _END.search(bare) and not _WHEN.search(bare) and len(bare) < 220:
            return bare
    return None


def _dated(part: str, in_caption: bool) -> date | None:
    """A full date at the head: on a short line of its own or in a dateline; in captions only if asked."""
    lines = [x.strip() for x in part.split("\n") if x.strip()][:14]
    for line in lines:
        m = _WHEN.search(line)
        if not m:
            continue
        alone = len(line) <= len(m.group()) + 32 and len(line.split()) <= 9
        dateline = m.start() <= 45 and re.match(r"^(?:[A-Z][A-Z’' .\-]{2,30},|\W*date\b|(?:published|updated|posted|last updated)\b)", line, re.I if line.lower().startswith(("date", "pub", "upd", "post", "last")) else 0)
        caption = in_caption and len(lines) > 1 and line in lines[:6]
        if alone or dateline or caption:
            found = [t for t in times(line, 0, len(line), None) if t.precision == "day" and t.start_on]
            if found:
                return found[0].start_on
    return None
