"""A page that holds several articles becomes several, each with its own title and date."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import head
from .capture import Entry

#: An article has some lines before another can begin, and some letters of its own.
_LEAST_LINES = 4
_LEAST_LETTERS = 200
#: More headings with a bare date than this are a timeline within one article.
_MOST_BARE = 3


@dataclass(frozen=True)
class Segment:
    """One article of a page: its text without masthead and stamp. `dated_on`: as printed at its head.

    `entry`: what the page's markup says of it, where that sets it apart.
    """

    text: str
    title: str | None
    author: str | None
    dated_on: date | None
    entry: Entry | None = None

    @property
    def part_id(self) -> str:
        """The same in every version of the page, whatever comes before it there."""
        name = (self.entry and self.entry.url) or self.title or self.text[:80]
        key = re.sub(r"\W+", "", name).lower()
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def segments(text: str, title: str | None) -> list[Segment]:
    """Cut where a second headline stands: printed twice around its caption, above a stamp or byline, over a dateline.

    A headline seen once without any of these is no evidence: headings within an article look the same.
    """
    lines = text.split("\n")
    cuts = [0, *_cuts(lines)]
    made = []
    for at, start in enumerate(cuts):
        stop = cuts[at + 1] if at + 1 < len(cuts) else len(lines)
        part = "\n".join(lines[start:stop]).strip("\n")
        if part.strip():
            read = head.read(part, title if at == 0 else None, in_caption=at > 0)
            made.append(Segment(read.text, read.title, read.author, read.dated_on))
    return made


def of_entries(entries: Iterable[Entry]) -> list[Segment]:
    """What the page's markup sets apart, as articles."""
    made = []
    for e in entries:
        read = head.read(e.text, e.title)
        made.append(Segment(read.text, e.title or read.title, e.author or read.author, read.dated_on, e))
    return made


def _cuts(lines: list[str]) -> list[int]:
    filled = [(n, x.strip()) for n, x in enumerate(lines) if x.strip()]
    words = [x for _, x in filled]
    sizes = [0]
    for x in words:
        sizes.append(sizes[-1] + len(x))
    repeated = _repeated(words)
    doubled = [k for k in range(len(words)) if _is_doubled(words, k)]
    signed: list[int] = []
    bare: list[int] = []
    for k, x in enumerate(words[:-1]):
        if len(x) < 220 and head.is_headline(x, 3):
            nearby = [s for s in map(head.stamp, words[k + 1 : k + 3]) if s and s.on]
            first = head.stamp(words[k + 1])
            if first and first.on:
                (signed if first.is_signed else bare).append(k)
            elif nearby and len(words[k + 1].split()) <= 3 and nearby[0].is_signed:
                signed.append(k)
    found = sorted({*doubled, *signed, *repeated, *(bare if len(bare) <= _MOST_BARE else [])})
    cuts: list[int] = []
    last = 0
    for k in found:
        if k - last < _LEAST_LINES or sizes[k] - sizes[last] < _LEAST_LETTERS or sizes[-1] - sizes[k] < _LEAST_LETTERS:
            continue
        # A kicker above the headline goes with it.
        start = k - 1 if k > 0 and len(words[k - 1].split()) <= 3 and words[k - 1][-1].isalpha() and k in signed else k
        cuts.append(filled[start][0])
        last = k
    return cuts


def _is_doubled(words: list[str], k: int) -> bool:
    x = words[k]
    return len(x) < 220 and x in words[k + 1 : k + 7] and head.is_headline(x, 5) and x not in words[:k]


#: "VALE, March 3 (Wire) - The garrison …", "VALE (Wire) — …": how an agency's story begins.
_DATELINE = re.compile(
    r"^[A-Z][A-Z’' .-]{2,30}(?:, [A-Z][\w’ .]{2,30})?(?:, \w+\.? \d{1,2}(?:, \d{4})?)?"
    r"\s*\(\w[\w .&-]{1,30}\)\s*[-–—]\s*\S"
)
_LEAST_PARAGRAPH = 80


def _repeated(words: list[str]) -> list[int]:
    """Headlines over a byline or an agency's dateline, if the page has several: one stands at the top of any article.

    A list of other articles has headlines and names, too, but no paragraph below them.
    """
    found = []
    for k, x in enumerate(words[:-1]):
        if len(x) >= 220 or not head.is_headline(x, 3):
            continue
        if _DATELINE.match(words[k + 1]) and len(words[k + 1]) >= _LEAST_PARAGRAPH:
            found.append(k)
            continue
        # A standfirst may stand between headline and byline.
        for after in (k + 1, k + 2):
            below = words[after + 1 : after + 3]
            stamp = head.stamp(words[after]) if after < len(words) and below else None
            if stamp and stamp.is_signed and any(_is_paragraph(b) for b in below):
                found.append(k)
                break
            if after == k + 1 and not head.is_standfirst(words[after]):
                break
    return found


def _is_paragraph(line: str) -> bool:
    return len(line) >= _LEAST_PARAGRAPH and line.rstrip("”\"’')")[-1:] in ".!?"
