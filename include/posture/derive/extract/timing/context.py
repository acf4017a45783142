"""A time that is read, and what its reading may ask beside its words: the anchor, what was told before, the future."""

# ruff: noqa: E501 (a pattern is read as one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from . import pointing_back

#: Around the last stated year, how far back (characters) a text is asked for it.
_LOOK_BACK = 800
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![ \u00a0]?(?:troops|soldiers|personnel|people|men|forces|fighters|%))")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|won['’]t|(?:is|are|was|were) to|due|scheduled|planned|plans|planning|set to|expected to|agreed to|until|about to|no later than|deadline|going to|should|could)\b[^;]*$",
    re.I,
)

_AHEAD = re.compile(
    r"[^;.]{0,90}?\b(?:will|shall|(?:is|are) to|(?:is|are) (?:due|scheduled|planned|expected|set))\b", re.I
)
#: Words for the present: nothing points back to them.
PRESENT = frozenset({"now", "right now", "currently", "at present"})


@dataclass(frozen=True, slots=True)
class Time:
    """When, as a closed interval; a bound that is not stated is None. Offsets are into the article's text.

    `lead`: by, until, since, from, before, after … as written before it. `basis`, `precision` as in the model.
    """

    start_on: date | None
    end_on: date | None
    basis: str
    precision: str
    start: int
    end: int
    lead: str = ""
    is_resolved: bool = True
    #: The word itself, of a time that is one of the present ("now"); "" else.
    word: str = ""
    #: What it leaves open: "year" ("in May"), "week" ("on Monday"), or "".
    floating: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may ask beside the words themselves."""

    text: str
    start: int
    anchor: date | None
    #: Times read in the same stretch so far.
    made: list[Time]
    #: Reads the times of a stretch of the text before; None while that is being done.
    reread: Callable[[int, int], list[Time]] | None = None
    _before: list[list[Time]] = field(default_factory=list)

    def is_future(self, at: int) -> bool:
        """The clause around `at` speaks of what is to come."""
        return bool(_FUTURE.search(self.text, max(self.start, at - 110), at) or _AHEAD.match(self.text, at))

    def earlier(self, at: int) -> Iterator[Time]:
        """Times named before `at`, nearest first: of the same stretch, then of the text before it, within reach."""
        yield from sorted((t for t in self.made if t.end <= at), key=lambda t: -t.start)
        if self.reread is not None and self.start > 0:
            if not self._before:
                self._before.append(self.reread(max(0, self.start - _LOOK_BACK), self.start))
            yield from reversed(self._before[0])

    def told(self, at: int, grain: str) -> pointing_back.Told | None:
        """The span told last before `at`, for what needs a grain of day, month or year; a month may stand for a day."""
        most = {"day": 10, "month": 62, "year": 1500}[grain]
        for t in self.earlier(at):
            first, last = t.start_on or t.end_on, t.end_on or t.start_on
            if first is None or last is None or t.word in PRESENT:
                continue
            coarse = {"month": 31, "year": 366, "season": 92, "quarter": 92, "range": 11}.get(t.precision, 1)
            is_closed = t.start_on is not None and t.end_on is not None
            if (last - first).days < most and (is_closed or coarse < most):
                return pointing_back.Told(first, last)
            if is_closed and (last - first).days < 62 and "\n" not in self.text[t.end : at]:
                return pointing_back.Told(first, last, False)
        return None

    def year_before(self, at: int) -> int | None:
        """The year that the text stated last before `at`, within reach; else that of the last time."""
        found = list(_YEAR.finditer(self.text, max(0, at - _LOOK_BACK), at))
        if found:
            return int(found[-1].group())
        span = self.told(at, "year")
        return span.first.year if span else None

    def narrated(self, at: int, month: int) -> int | None:
        """The year of a month that names none, in a paragraph that tells of a past year: "On 3 May 1998 … In July"."""
        if self.anchor is None:
            return None
        for t in self.earlier(at):
            if not t.is_resolved or t.word:
                continue
            told = t.end_on or t.start_on
            if "\n" in self.text[t.end : at] or told is None:
                return None
            if t.precision in {"year", "quarter"}:  # "In 1982 they landed on 21 May"
                opens = t.lead == "in" and re.search(r"(?:^|\n|[.!?] )$", self.text[max(0, t.start - 3) : t.start])
                is_told = opens and t.precision == "year" and t.basis == "stated" and told.year < self.anchor.year
                return told.year if is_told else None
            year = told.year + (month < told.month)
            return (
                year if told.year < self.anchor.year and (year, month) < (self.anchor.year, self.anchor.month) else None
            )
        return None


#: Start, end, basis, precision.
Read = tuple[date | None, date | None, str, str]


def unknown(precision: str) -> Read:
    """Named, but not to be resolved."""
    return None, None, "unknown", precision
