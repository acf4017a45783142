"""The head of an article as printed: masthead, kicker, headline, stamp and byline, told from its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from .extract.timing.times import times

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?"
    r"(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH}"
    rf" \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_CLOCK = (
    r"(?:[\s,|·•–-]*(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:gmt"
    r"|utc|bst|cet|eet|est|edt|local time)(?:[+-]\d{1,2})?\)?)?)?"
)
_LABEL = r"(?:(?:first |last )?(?:posted|published|updated|modified|date|issued)(?: on| at)?\s*:?\s*)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_WHO = r"(?P<who>[^\W\d_][^|\n\d]{1,70}?)"
_STAMPS = tuple(
    re.compile(p, re.I)
    for p in (
        rf"^[\s*•|·-]{{0,3}}{_LABEL}?{_WEEKDAY}(?P<day>{_DAY}){_CLOCK}(?:[\s,|·•–-]+(?:by )?{_WHO})?\W{{0,3}}$",
        rf"^[\s*•|·]{{0,3}}(?:by )?{_WHO}\s*[|,·•–—-]\s*{_LABEL}?{_WEEKDAY}(?P<day>{_DAY}){_CLOCK}\W{{0,3}}$",
    )
)
_DIGIT = re.compile(r"\d")
_BYLINE = re.compile(rf"^\W{{0,3}}(?:(?:posted |written |reported )?by:? |author:? ){_WHO}\W{{0,3}}$", re.I)
_WHEN = re.compile(rf"\b{_DAY}", re.I)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_DEEP = 12
#: Longer lines are the text itself, and the head is over.
_BODY_LINE = 220


@dataclass(frozen=True)
class Head:
    """What a head says, and the text without masthead, kicker, stamp and byline; the headline stays its first line."""

    text: str
    title: str | None
    author: str | None
    dated_on: date | None


@dataclass(frozen=True)
class Stamp:
    """A line that only says when, or when and who. `is_signed`: it names an author, too."""

    on: date | None
    author: str | None

    @property
    def is_signed(self) -> bool:
        """Whether the line names an author."""
        return self.author is not None


def stamp(line: str) -> Stamp | None:
    """Read a line as a stamp ("R. Example | 6 August 2024", "Posted on May 3, 2024 by …", "By …"), or None."""
    bare = " ".join(line.split())
    if not 5 <= len(bare) <= 120:
        return None
    for pattern in _STAMPS if _DIGIT.search(bare) else ():
        m = pattern.match(bare)
        if m and (m["who"] is None or _is_name(m["who"])):
            return Stamp(_day(m["day"]), m["who"] and m["who"].strip(" ,|·•–-"))
    m = _BYLINE.match(bare)
    return Stamp(None, m["who"].strip()) if m and _is_name(m["who"]) else None


def _is_name(who: str) -> bool:
    """Names, desks and agencies: few words, most of them capitalised, no sentence."""
    words = who.split()
    small = {
        "and",
        "of",
        "the",
        "for",
        "in",
        "de",
        "la",
        "al",
        "bin",
        "van",
        "von",
        "desk",
        "staff",
        "with",
        "research",
        "news",
        "correspondent",
        "agencies",
    }
    return (
        len(words) <= 10
        and "@" not in who
        and not _SENTENCE_END.search(who[:-1])
        and who[:1].isupper()
        and all(w[:1].isupper() or w.lower() in small for w in words)
    )


def _day(text: str) -> date | None:
    # Capitals, for the reader of dates takes "may" for a verb.
    found = [t for t in times(text.title(), 0, len(text), None) if t.precision == "day" and t.start_on]
    return found[0].start_on if found else None


def is_headline(line: str, least: int = 4) -> bool:
    """Whether a line could be a headline: some words, no end of a sentence, no stamp."""
    bare = line.strip().lstrip("# ").strip()
    # Items of lists, and the signature below a quoted post: "— The Ministry (@ministry) May 3, 2024".
    if bare[:1] in "-–—•*·▪" or "(@" in bare:
        return False
    return (
        least <= len(bare.split()) <= 32
        and len(bare) < _BODY_LINE
        and not _SENTENCE_END.search(bare)
        and not bare.endswith((":", ",", ";"))
        and stamp(bare) is None
    )


def is_standfirst(line: str) -> bool:
    """Whether a line could stand between a headline and its byline: a sentence or two, no paragraph."""
    return 3 <= len(line.split()) <= 45 and len(line) < _BODY_LINE and stamp(line) is None


def read(text: str, title: str | None, *, in_caption: bool = False) -> Head:
    """Read and strip the head of a text.

    Args:
        text: one line a paragraph.
        title: the headline, where the page's metadata or the listing names it.
        in_caption: take a date from a photo's caption where no stamp gives one: a second article has no metadata.
    """
    lines = text.split("\n")
    filled = [n for n, x in enumerate(lines) if x.strip()][:_DEEP]
    over = next((k for k, n in enumerate(filled) if len(lines[n]) >= _BODY_LINE), len(filled))
    top = filled[: over + 1]
    stamps = {n: s for n in top if (s := stamp(lines[n]))}
    first_stamp = next((n for n, s in stamps.items() if s.on), None)
    at = next((n for n in top if title and _same(lines[n], title)), None)
    if at is None and title is not None:
        at = -1  # known from elsewhere: all of this stands below it
    elif at is None:
        ahead = [n for n in top if first_stamp is None or n < first_stamp]
        if first_stamp is not None:
            at = next((n for least in (4, 3) for n in reversed(ahead) if is_headline(lines[n], least)), None)
        elif ahead and len(filled) > 1 and (is_headline(lines[ahead[0]]) or lines[ahead[0]].startswith("# ")):
            at = ahead[0]
    gone = set(stamps)
    if at is not None and first_stamp is not None:
        gone |= {n for n in top if n < at and len(lines[n]) < 80 and not _SENTENCE_END.search(lines[n])}
        gone |= {n for n in top if at < n < first_stamp and _is_kicker(lines[n])}
    on = stamps[first_stamp].on if first_stamp is not None else None
    if on is None:
        on = _dateline(lines, top, in_caption)
    author = next((s.author for s in stamps.values() if s.author), None)
    found = title or (lines[at].strip().lstrip("# ").strip() if at is not None and at >= 0 else None)
    return Head("\n".join(x for n, x in enumerate(lines) if n not in gone).strip("\n"), found, author, on)


def _same(line: str, title: str) -> bool:
    return re.sub(r"\W+", "", line).lower() == re.sub(r"\W+", "", title).lower()


def _is_kicker(line: str) -> bool:
    bare = line.strip()
    return len(bare.split()) <= 3 and len(bare) < 40 and not re.search(r"[\d.!?:;,()\[\]]", bare)


_DATELINE = re.compile(rf"^[A-Z][A-Z’' .\-]{{2,30}}[,(]\s*(?:{_MONTH} \d|\d{{1,2}} {_MONTH})")


def _dateline(lines: list[str], top: list[int], in_caption: bool) -> date | None:
    for k, n in enumerate(top):
        m = _WHEN.search(lines[n][:400])
        if m and (_DATELINE.match(lines[n]) and m.start() <= 45 or in_caption and 0 < k < 6):
            return _day(m.group())
    return None
