"""The lines of a text, and what each is: paragraph, heading, list item, caption, teaser, note."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text. `kind`: paragraph, heading, list_item, caption, teaser, note, stamp."""

    kind: str
    start: int
    end: int


_TEASER = re.compile(
    r"^\W*(?:read(?: also| more| next)?|related(?: articles| stories| news)?|see also|watch"
    r"|more on this|also read|listen"
    r"|don'?t miss|recommended)\s*(?:[:|>–-]|$)|^\W*read more (?:on|about|at|from)\b"
    r"|^\W*the post .{5,200} appeared first on\b|^\W*from .{2,60} https?://|^\W*via ifttt\b"
    r"|^\W*(?:share|tweet|subscribe"
    r"|advertisement|sign up|newsletter|comments?|print|tt|clear|copyright|all rights reserved|©)\s*$|^\W*©"
    r"|^\W*(?:sign up|subscribe) (?:for|to) ",
    re.I,
)
_CAPTION = re.compile(r"(?:photo|picture|image|caption|file|video|map)s?\s*:", re.I)
#: What a caption holds, behind the mark without which it need not be looked for.
_CREDITS = (
    (
        "(",
        re.compile(
            r"\((?:[^()]*\b)?(?:file photo|photo by|photo|getty|handout|reuters/[^)]*|ap photo|afp file photo)[^()]*\)",
            re.I,
        ),
    ),
    ("[", re.compile(r"\[[^\[\]]*(?:/(?:anadolu agency|getty images|afp|ap|reuters|epa))[^\[\]]*\]", re.I)),
    ("photo ", re.compile(r"\bphoto (?:made available|courtesy|credit)\b", re.I)),
)
_LIST_ITEM = re.compile(r"^\s*(?:[•*·‣▪◦–—-]|\(?\d{1,3}[.)])\s+")
_NOTE = re.compile(
    r"^\s*#*\s*\[?\d{1,4}[\].]?\s*$"
    # "[62] Philippine Star, Title, 10 July 2000, p. 3": the date stands by itself at the end, in no sentence.
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s+[^.]{3,90},\s.{0,300}[,(;]\s*\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\b\)?"
    r"(?:[.,;]?\s*(?:pp?\.|paras?\b|available|archived|last|retrieved|\[|\(|\d).{0,160})?[.;]?\s*$"
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?)\s+[^.,]{3,90},\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}[.;]?\s*$"
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}[.)]?|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s.{5,300}\b(?:accessed|https?://|ibid)\b",
    re.I,
)
#: Alone on its line it heads a part of a chronicle.
_YEAR = re.compile(r"(?:19[4-9]|20[0-4])\d")
_ADDRESS = re.compile(r"(?:,\s*|\b)(?:<u>)?url(?:</u>)?\s*(?:,\s*pp?\.\s*[\d–-]+)?\s*;?\s*$", re.I)
_STAMP = re.compile(
    r"^\W*(?:\d{1,2}[:.]\d{2}\s*(?:am|pm|gmt|utc|cet|eet|local time)?|updated?\b.{0,40}\d|posted\b.{0,40}\d)", re.I
)


def blocks(text: str) -> list[Block]:
    """The lines of a text, each with its kind. Empty lines only separate."""
    made: list[Block] = []
    for m in re.finditer(r"[^\n]+", text):
        line = m.group()
        if not line.strip():
            continue
        made.append(Block(_kind(line), m.start(), m.end()))
    return made


#: What tells a line's kind stands at its beginning or its end; the patterns below never see more of it.
_MOST_SEEN = 1_500


def _seen(line: str) -> str:
    """A line's beginning and end, with single spaces: whatever it is made of, a pattern's work on it is bounded."""
    bare = line.strip()
    if len(bare) > 2 * _MOST_SEEN:
        bare = f"{bare[:_MOST_SEEN]} {bare[-_MOST_SEEN:]}"
    return " ".join(bare.split()) if "  " in bare else bare


def _kind(line: str) -> str:
    bare = _seen(line)
    if _TEASER.search(bare):
        return "teaser"
    lower = bare.lower()
    if _NOTE.match(bare) and not _YEAR.fullmatch(bare) or "url" in lower and _ADDRESS.search(bare):
        return "note"
    if _CAPTION.match(bare) or any(mark in lower and pattern.search(bare) for mark, pattern in _CREDITS):
        return "caption"
    if _LIST_ITEM.match(bare):
        return "list_item"
    words = len(bare.split())
    if words <= 16 and bare[-1] not in ".!?:;,\"”)’'" and not (_STAMP.match(bare) and words > 9):
        return "heading"
    return "paragraph"
