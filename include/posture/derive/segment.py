"""A page that holds several articles becomes several, each with its own title and date."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from . import head

#: An article has some lines before another can begin, and some letters of its own.
_LEAST_LINES = 4
_LEAST_LETTERS = 200
#: More headings with a bare date than this are a timeline within one article.
_MOST_BARE = 3


@dataclass(frozen=True)
class Segment:
    """One article of a page: its text without masthead and stamp. `dated_on`: as printed at its head."""

    text: str
    title: str | None
    author: str | None
    dated_on: date | None

    @property
    def part_id(self) -> str:
        """The same in every version of the page, whatever comes before it there."""
        key = re.sub(r"\W+", "", self.title or self.text[:80]).lower()
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def segments(text: str, title: str | None) -> list[Segment]:
    """Cut where a second headline stands: printed twice around its caption, or above a stamp of its own.

    A headline seen once without a stamp is no evidence: headings within an article look the same.
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


def _cuts(lines: list[str]) -> list[int]:
    filled = [(n, x.strip()) for n, x in enumerate(lines) if x.strip()]
    words = [x for _, x in filled]
    sizes = [0]
    for x in words:
        sizes.append(sizes[-1] + len(x))
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
    found = sorted({*doubled, *signed, *(bare if len(bare) <= _MOST_BARE else [])})
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
