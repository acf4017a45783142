"""Labels of entries: the name that opens a line of a list, up to its mark ("Fort Davis - closed in May", "Gao: …").

A label is not part of the sentence behind it: the parser does not see it. A line has one where it is an item of a list
or stands beside another line of its kind; a single "Gao: …" in running text may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .grammar import CALENDAR, DASHES, set_of

_BULLETS = frozenset("•*·‣▪◦–—-")
#: No label is longer (tokens).
_LONGEST = 16
#: Small words inside a name or behind it.
_SMALL = set_of(
    "al el as de da do del des du la le las los san santa of the and at in near on by off for north south east west "
    "base bases airbase airfield airport barracks camp camps garrison station post posts outpost depot port harbour "
    "harbor naval air military army hospital headquarters fort island islands province district region town city "
    "village range annex site facility tower towers hill compound bunker radar complex strip airstrip "
    "hangar th st nd rd"
)
_NUMBERS = set_of("one two three four five six seven eight nine ten eleven twelve some about around nearly over up")
#: "3 May 2014 –", "March 2014:", "2014 May 3:" at the head of a chronicle's line: when, and its mark.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATED = re.compile(
    rf"\s*(?:[•*·‣▪◦–—-]\s+)?(?:(?:early|mid|late|spring|summer|autumn|fall|winter|end of|from|in|since)[ -])?"
    rf"(?:(?:[a-z]+day,? )?\d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH}(?: ?[-–/] ?{_MONTH})?(?: \d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?,?)? ?(?:\d{{4}})?"
    rf"|(?:19|20)\d\d,? {_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?: ?[-–] ?\d{{1,2}})?)?"
    rf"|(?:19|20)\d\d(?: ?[-–/] ?(?:19|20)?\d\d)?)(?:\s*:|\s+[–—-])\s+(?=\S)",
    re.I,
)


def label_length(texts: Sequence[str], gaps: Sequence[bool]) -> int:
    """How many tokens the label takes, bullet and mark included; 0 without one.

    Args:
        texts: the words of a line.
        gaps: for each word, whether a space stands before it.
    """
    at = _after_bullet(texts)
    start, depth, names = at, 0, 0
    while at < min(len(texts), start + _LONGEST):
        word = texts[at]
        if word == "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif depth == 0 and _is_mark(texts, gaps, at):
            after = texts[at + 1].lower() if at + 1 < len(texts) else ""
            is_count = word != "|" and (after[:1].isdecimal() or after in _NUMBERS)  # "Patriot batteries: two"
            if not after or not names or is_count:
                return 0
            inner = _name_to_colon(texts, at + 1) if word in DASHES else 0
            return inner or at + 1
        elif depth == 0:
            if word.lower() in CALENDAR or not _is_part(word):
                return 0
            names += word[0].isupper() and len(word) > 2
            if at == start and not (word[0].isupper() or word[0].isdecimal()):
                return 0
        at += 1
    return 0


def _name_to_colon(texts: Sequence[str], start: int) -> int:
    """ "Bermuda - Kindley Field: closed in 1995": a name in two steps; where it ends, 0 if no colon follows a name."""
    for at in range(start, min(len(texts) - 1, start + _LONGEST)):
        if texts[at] == ":":
            return at + 1 if at > start else 0
        if not _is_part(texts[at]) or texts[at].lower() in CALENDAR:
            return 0
    return 0


def _is_mark(texts: Sequence[str], gaps: Sequence[bool], at: int) -> bool:
    if texts[at] in {":", "|"}:
        return True
    return texts[at] in DASHES and gaps[at] and at + 1 < len(texts) and gaps[at + 1]


def _is_part(word: str) -> bool:
    return word[0].isupper() or word[0].isdecimal() or word.lower() in _SMALL or word in "-–—,/&'’\"“”"


def _after_bullet(texts: Sequence[str]) -> int:
    at = 0
    while at < len(texts) and (
        texts[at] in _BULLETS or texts[at] in ".)(" or texts[at].isdecimal() and "".join(texts[:at]) in {"", "("}
    ):
        at += 1
    return at
