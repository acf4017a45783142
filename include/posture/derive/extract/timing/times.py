"""Dates of facts: stated, relative, months, quarters, "by", "since", spans. Never a silent fallback.

`anchor` is the day of publication, or a dated anchor in the text; without it, relative words stay unresolved,
but for a day or month without a year, which takes the year that the text stated last.
"""

# ruff: noqa: E501 (a pattern is read as one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from . import pointing_back
from .spans import DAYS, DECADES, month_of, month_span, number_of, part_of, season_span, shift, step_of

#: Around the last stated year, how far back (characters) a text is asked for it.
_LOOK_BACK = 800


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
class _Context:
    """What a reading may ask beside the words themselves."""

    text: str
    start: int
    anchor: date | None
    #: Times read in the same stretch so far; and how often the text before was asked already.
    made: list[Time]
    depth: int = 0
    _before: list[list[Time]] = field(default_factory=list)

    def is_future(self, at: int) -> bool:
        """The clause around `at` speaks of what is to come."""
        return bool(_FUTURE.search(self.text, max(self.start, at - 110), at) or _AHEAD.match(self.text, at))

    def earlier(self, at: int) -> Iterator[Time]:
        """Times named before `at`, nearest first: of the same stretch, then of the text before it, within reach."""
        yield from sorted((t for t in self.made if t.end <= at), key=lambda t: -t.start)
        if self.depth == 0 and self.start > 0:
            if not self._before:
                begin = max(0, self.start - _LOOK_BACK)
                self._before.append(_times(self.text, begin, self.start, self.anchor, 1))
            yield from reversed(self._before[0])

    def told(self, at: int, grain: str) -> pointing_back.Told | None:
        """The span told last before `at`, for what needs a grain of day, month or year; a month may stand for a day."""
        most = {"day": 10, "month": 62, "year": 1500}[grain]
        for t in self.earlier(at):
            first, last = t.start_on or t.end_on, t.end_on or t.start_on
            if first is None or last is None or t.word in _PRESENT:
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


_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![ \u00a0]?(?:troops|soldiers|personnel|people|men|forces|fighters|%))")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|won['’]t|(?:is|are|was|were) to|due|scheduled|planned|plans|planning|set to|expected to|agreed to|until|about to|no later than|deadline|going to|should|could)\b[^;]*$",
    re.I,
)

_AHEAD = re.compile(
    r"[^;.]{0,90}?\b(?:will|shall|(?:is|are) to|(?:is|are) (?:due|scheduled|planned|expected|set))\b", re.I
)

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_MONTH2 = _MONTH.replace("month", "month2")
_Y = r"(?P<year>(?:19|20)\d\d)"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|until|till|through)\s?"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)"
_PART = r"(?P<part>early|mid|late|(?:the )?(?:very )?(?:beginning|start|end|middle|close|course|first half|second half) of|(?:first|second|third|fourth|last|final) (?:quarter|week|days|days and weeks) of)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_REL = r"(?P<rel>this year|last year|next year|that year|(?:the|that) same year|the (?:next|following|previous|preceding) year|the year (?:before|after))"
_ABOUT = r"(?:some |about |around |roughly |nearly |almost |more than |just over |over |little more than )?"

#: (name, what has to be in the text for it: d digits, y a year, m month, w weekday, u word of time; pattern; flags), longest reading first.
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, gate, re.compile(pattern, flags))
    for name, gate, pattern, flags in (
        ("iso", "y", r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b", 0),
        ("span_days", "dm", rf"\b(?:(?i:from|between) )?(?:(?i:the )?(?i:nights? of) )?{_D} {_MONTH}(?: (?P<y1>(?:19|20)\d\d))?{_TO}{_D2} {_MONTH2}(?:,? {_Y})?", 0),
        ("span_days", "dm", rf"\b(?:(?i:from|between) )?{_MONTH} {_D}(?:, (?P<y1>(?:19|20)\d\d))?{_TO}{_MONTH2} {_D2}\b(?:,? {_Y})?", 0),
        ("span_in_month", "dm", rf"\b(?:(?i:from|between) )?{_D}{_TO}{_D2} {_MONTH}(?:,? {_Y})?", 0),
        ("span_in_month", "dm", rf"\b(?:(?i:from|between) )?{_MONTH} {_D}{_TO}{_D2}\b(?!\d)(?:,? {_Y})?", 0),
        ("span_months", "ym", rf"\b(?:(?i:from|between) )?(?:(?P<part1>early|mid|late)[- ])?{_MONTH}(?: (?P<y1>(?:19|20)\d\d))?{_TO}{_MONTH2},? {_Y}\b", 0),
        ("day_year", "ym", rf"\b{_D}(?: of)? {_MONTH},?\s{_Y}\b", 0),
        ("month_day_year", "ym", rf"\b{_MONTH} {_D},? {_Y}\b", 0),
        ("part_month_year", "m", rf"\b(?i:{_PART})[ -](?:the )?{_MONTH}(?:,? (?:of )?(?:{_Y}|{_REL}))?", 0),
        ("month_year", "ym", rf"(?<!\d )\b{_MONTH},? (?:of )?{_Y}\b", 0),
        ("part_year", "y", rf"\b{_PART}[ -](?:the year )?{_Y}\b", re.I),
        ("season_year", "y", rf"\b(?:(?P<part>early|mid|late)[- ])?{_SEASON}(?: of)? {_Y}(?:[-/–]\d\d(?:\d\d)?)?\b", re.I),
        ("span_years", "y", rf"\b(?:from |between |in )?(?P<y1>(?:19|20)\d\d){_TO}(?P<y2>(?:19|20)\d\d)\b", re.I),
        ("span_years", "y", r"\b(?:from |in )(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>\d\d)\b(?!-)", re.I),
        ("decade", "y", r"\b(?:(?P<part>early|mid|late)[- ])?(?:the )?(?:(?P<part2>early|mid|late)[- ])?(?P<year>(?:19|20)\d0)s\b", re.I),
        ("day_month", "dm", rf"\b{_D}(?: of)? {_MONTH}(?:,? (?:of )?{_REL})?", 0),
        ("month_day", "dm", rf"\b{_MONTH} {_D}\b(?!\d|[.,]\d{{3}}| ?(?:troops|soldiers|per))(?:,? (?:of )?{_REL})?", 0),
        ("rel_month", "m", rf"\b(?P<lead>(?i:last|this|next|this past|in|by|since|until|till|from|during|of|before|after|through|for|to))[ -](?:the month of )?{_MONTH}(?:,? (?:of )?{_REL})?", 0),
        ("quarter", "u", r"\b(?P<q>first|second|third|fourth|last|final) (?P<size>quarter|half) of (?P<rel>the|this|last|next|that) year\b", re.I),
        ("past_n", "u", rf"\b(?:over|in|during|within|for|across) (?:the|these) (?:past|last|previous) (?:(?P<few>few|couple of|several) |{_ABOUT}{_N} )?(?P<unit>day|week|month|year|fortnight|decade|hour)s?\b", re.I),
        ("past_n", "u", rf"\bin the {_N} (?P<unit>day|week|month|year|decade)s since\b", re.I),
        ("lasting", "u", rf"\b(?:has|have) (?:\w+ ){{1,9}}for {_ABOUT}{_N} (?P<unit>week|month|year|decade)s?\b", re.I),
        ("n_ago", "u", rf"\b{_ABOUT}{_N} (?P<unit>day|week|month|year|fortnight|decade)s? ago\b", re.I),
        ("in_n", "u", rf"\b(?:in|over) (?:the (?:next|coming) )?{_ABOUT}{_N} (?P<unit>day|week|month|year|fortnight)s?(?:['’] time)?\b(?! (?:ago|since|of|on|earlier|later))", re.I),
        ("part_rel", "u", rf"\b(?:{_PART}|(?P<part3>by the end of|later|earlier)) ?-?(?:in )?(?P<rel>this|last|next|the) (?P<unit>year|month|week)\b", re.I),
        ("year_end", "u", r"\b(?:the )?(?P<rel>year|month)(?:['’]s|-) ?end\b", re.I),
        ("mid_unit", "u", r"\bmid-?(?P<unit>week|month|year|summer|winter)\b", re.I),
        ("fifties", "u", rf"\b(?P<part>early|mid|late)?[- ]?\bthe (?:(?P<part2>early|mid|late)[- ])?(?P<decade>{'|'.join(DECADES)})\b", re.I),
        ("weekend", "u", r"\b(?P<rel>over the|at the|this|last|the|since the|next|this past) weekend\b", re.I),
        ("rel_unit", "u", r"\b(?P<rel>last|this|next|this past|the past|the coming|in recent|recent|coming|the last) (?P<unit>days|weeks|months|years|year|month|week|decade|quarter)\b", re.I),
        ("rel_season", "u", rf"\b(?P<rel>last|this|next|this past|(?:in|over|during|by|since|until) the|the) (?:coming )?{_SEASON}\b(?! of\b)", re.I),
        ("weekday", "w", r"\b(?P<rel>[Ll]ast |[Nn]ext |[Tt]his |[Oo]n |[Ss]ince |[Bb]y |[Uu]ntil |[Ff]rom )?(?P<dow>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", 0),
        ("deictic", "u", r"\b(?P<word>today|yesterday|tomorrow|tonight|overnight|this morning|this afternoon|this evening|last night|currently|at present|right now|now)\b", re.I),
        ("year", "y", r"\b(?P<lead>in|by|since|until|till|during|from|of|before|after|through|for|to|back to|as of|around|over|between|,|as early as|no earlier than|throughout) (?:the year )?(?P<year>(?:19|20)\d\d)\b(?![-–.]\d|,\d{3}|[ \u00a0]?(?:troops|soldiers|personnel|people|men|forces|fighters|of\b|%))", re.I),
        ("holiday", "u", r"\b(?P<day>New Year['’]s Eve|New Year(?:['’]s(?: Day)?)?|Christmas Eve|Christmas(?: Day)?|Boxing Day)\b", 0),
        ("year", "y", r"\b[Tt]he (?P<year>(?:19|20)\d\d) (?=[a-z])(?!troops|soldiers|personnel|people|men|forces|fighters)", 0),
    )
)  # fmt: skip
_LEAD = re.compile(
    r"\b(by (?:the )?(?:end of |middle of |start of |beginning of )?|until |till |since |from |between |before |after |as of |through |no later than |no earlier than |as early as |starting (?:in |on )?|beginning (?:in |on )?|up to |effective )(?:the )?(?:end of )?(?:about |around |at least )?$",
    re.I,
)
#: Words for the present: nothing points back to them.
_PRESENT = frozenset({"now", "right now", "currently", "at present"})
#: Parts of times by which the patterns are chosen, in small letters.
_LETTERS = re.compile(
    r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?P<w>day\b)"
    r"|(?P<u>(?:day|week|month|year|quarter|fortnight|decade|weekend)|spring|summer|autumn|fall\b|winter|today|tomorrow|overnight|tonight|now\b|current|present|then\b|since\b|new year|christmas|boxing|(?:on|by) the (?=\d)|mid-?(?:month|week|year)|(?:for|fif|six|seven|eigh|nine|thir|twen)ties|hours?\b|that (?:time|date|point)|same (?:time|moment)|morning|evening|afternoon|night)"
    r"|(?P<y>(?:19|20)\d\d)|(?P<d>\d)"
)
_DATELINE = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*[—–-]|[—–]|-\s)")
#: Readings that may lack a year.
_YEARLESS = frozenset({"day_month", "month_day", "rel_month", "part_month_year"})
_CLOSES = frozenset({"by", "until", "till", "before", "through", "no later than", "up to", "to"})
_OPENS = frozenset({"since", "from", "starting", "beginning", "as early as", "no earlier than", "effective"})


def times(text: str, start: int, end: int, anchor: date | None) -> list[Time]:
    """All times that text[start:end] names, in order, longest reading first; none overlaps another."""
    return _times(text, start, end, anchor, 0)


def _times(text: str, start: int, end: int, anchor: date | None, depth: int) -> list[Time]:
    gates = {str(m.lastgroup) for m in _LETTERS.finditer(text[start:end].lower())}
    if not gates:
        return []
    if "w" in gates:
        gates.add("u")
    if "y" in gates:
        gates.add("d")
    made: list[Time] = []
    context = _Context(text, start, anchor, made, depth)
    taken = bytearray(end - start)
    open_ones: list[tuple[str, re.Match[str]]] = []
    for name, gate, pattern in _PATTERNS:
        if not gates.issuperset(gate):
            continue
        for m in pattern.finditer(text, start, end):
            span = slice(m.start() - start, m.end() - start)
            if any(taken[span]):
                continue
            if name in _YEARLESS and not m.groupdict().get("year"):
                taken[span] = b"\1" * (m.end() - m.start())
                open_ones.append((name, m))
                continue
            read = _safe(name, m, context)
            if read:
                taken[span] = b"\1" * (m.end() - m.start())
                made.append(_with_lead(text, start, name, m, read))
    if gates & {"u", "m"}:
        back = pointing_back.matches(text, start, end)
        open_ones += [(n, m) for n, m in back if not any(taken[m.start() - start : m.end() - start])]
    _read_open(context, open_ones)
    made = [t for t in sorted(made, key=lambda t: t.start) if not _is_dateline(text, start, t)]
    return _joined(text, made)


def _read_open(c: _Context, found: list[tuple[str, re.Match[str]]]) -> None:
    """What names no year or points back is read last, in order: each may mean the one before it."""
    for name, m in sorted(found, key=lambda f: f[1].start()):
        at = m.start()
        try:
            if name in _READERS:
                read = _READERS[name](m, c)
            else:
                read = pointing_back.read(name, m, partial(c.told, at), c.anchor, c.is_future(at))
        except (ValueError, OverflowError):
            continue  # 31 February: not a date
        if read is not None:
            c.made.append(_with_lead(c.text, c.start, name, m, read))


def _is_dateline(text: str, start: int, t: Time) -> bool:
    """ "NIAMEY, Aug. 5 (Agency) —": the day of filing, not of the fact."""
    head = text[start : t.start]
    return (
        len(head) < 60 and t.precision == "day" and head.rstrip(" ,/").isupper() and bool(_DATELINE.match(text, t.end))
    )


def _joined(text: str, made: list[Time]) -> list[Time]:
    """ "from 2014 until May 2026" is one span; "on Wednesday, 1 October" is one day."""
    out: list[Time] = []
    for t in made:
        last = out[-1] if out else None
        between = text[last.end : t.start].strip(" ,(").lower() if last else "-"
        if last and between in {"", "to", "and", "until", "till", "the"} and t.start - last.end < 14:
            word = last.lead.split()[0] if last.lead else ""
            if (
                word in {"from", "between", "since"}
                and (t.lead in _CLOSES or between in {"to", "and", "until", "till"})
                and last.start_on
                and t.end_on
                and last.start_on <= t.end_on
            ):
                out[-1] = replace(last, end_on=t.end_on, end=t.end, precision="range")
                continue
            if (
                not between
                and last.precision == "day" == t.precision
                and last.end_on is not None
                and t.basis == "stated"
            ):
                out[-1] = replace(t, start=last.start, lead=last.lead)
                continue
        out.append(t)
    return out


Read = tuple[date | None, date | None, str, str]  # start, end, basis, precision


def _unknown(precision: str) -> Read:
    """Named, but not to be resolved."""
    return None, None, "unknown", precision


def _safe(name: str, m: re.Match[str], c: _Context) -> Read | None:
    try:
        return _READERS[name](m, c)
    except (ValueError, OverflowError):
        return None  # 31 February, year 0: not a date


def _ymd(m: re.Match[str], _: _Context) -> Read:
    d = date(int(m["year"]), month_of(m["month"]), int(m["day"]))
    return d, d, "stated", "day"


def _year_of(c: _Context, at: int, month: int, day: int, rel: str | None) -> int | None:
    """The year of a day or month that names none."""
    rel = (rel or "").lower()
    if rel[:2] == "th" and rel != "this year" or c.anchor is None:
        before = c.year_before(at)
        step = 1 if rel.split()[-2:-1] in (["next"], ["following"]) or rel.endswith("after") else 0
        step -= rel.split()[-2:-1] in (["previous"], ["preceding"]) or rel.endswith("before")
        return before + step if before is not None else c.anchor.year + step if c.anchor and step else None
    year = c.anchor.year + {"last year": -1, "next year": 1}.get(rel, 0)
    if rel:
        return year
    if not c.is_future(at) and (told := c.narrated(at, month)):
        return told
    made = date(year, month, min(day, month_span(year, month)[1].day))
    ahead = (made - c.anchor).days
    if c.is_future(at):
        return year + 1 if ahead < -120 else year
    return year - 1 if ahead > 7 else year + 1 if ahead < -358 else year


def _day_month(m: re.Match[str], c: _Context) -> Read:
    month, day = month_of(m["month"]), int(m["day"])
    date(2024, month, day)  # raises where there is no such day
    year = _year_of(c, m.start(), month, day, m["rel"])
    if year is None:
        return _unknown("day")
    d = date(year, month, day)
    return d, d, "stated" if c.anchor else "resolved", "day"


def _rel_month(m: re.Match[str], c: _Context) -> Read:
    month, lead, anchor = month_of(m["month"]), m["lead"].lower(), c.anchor
    year: int | None
    if m["rel"] or anchor is None:
        year = _year_of(c, m.start(), month, 15, m["rel"])
        if year is None:
            return _unknown("month")
    else:
        year = anchor.year
        if lead == "last":
            year -= month >= anchor.month
        elif lead == "next":
            year += month <= anchor.month
        elif lead in {"by", "until", "till"}:
            year += month < anchor.month
        elif not c.is_future(m.start()) and (told := c.narrated(m.start(), month)):
            year = told
        elif c.is_future(m.start()) and lead != "since":
            year += month < anchor.month - 3
        elif month > anchor.month:
            year -= lead not in {"this", "from", "for"} or month > anchor.month + 6
    return (*month_span(year, month), "resolved", "month")


def _part_month(m: re.Match[str], c: _Context) -> Read:
    month = month_of(m["month"])
    if m["year"]:
        return (*part_of(m["part"], *month_span(int(m["year"]), month)), "stated", "month")
    year = _year_of(c, m.start(), month, 15, m["rel"])
    return (*part_of(m["part"], *month_span(year, month)), "resolved", "month") if year else _unknown("month")


def _span_days(m: re.Match[str], c: _Context) -> Read | None:
    month, month2 = month_of(m["month"]), month_of(m["month2"])
    if " and " in m.group() and not m.group().lower().startswith(("between", "from")):
        return None  # two days, not a span
    year2 = int(m["year"]) if m["year"] else _year_of(c, m.start(), month2, int(m["day2"]), None)
    if year2 is None:
        return _unknown("range")
    year = int(m["y1"]) if m["y1"] else year2 - (month > month2)
    return date(year, month, int(m["day"])), date(year2, month2, int(m["day2"])), "stated", "range"


def _span_in_month(m: re.Match[str], c: _Context) -> Read | None:
    month, a, b = month_of(m["month"]), int(m["day"]), int(m["day2"])
    if a >= b:
        return None
    year = int(m["year"]) if m["year"] else _year_of(c, m.start(), month, b, None)
    return (date(year, month, a), date(year, month, b), "stated", "range") if year else _unknown("range")


def _span_months(m: re.Match[str], _: _Context) -> Read:
    a, b = month_of(m["month"]), month_of(m["month2"])
    first, last = month_span(int(m["y1"] or int(m["year"]) - (a > b)), a)
    if m["part1"]:
        first = part_of(m["part1"], first, last)[0]
    return first, month_span(int(m["year"]), b)[1], "stated", "range"


def _span_years(m: re.Match[str], _: _Context) -> Read | None:
    a = int(m["y1"])
    b = int(m["y2"]) if len(m["y2"]) == 4 else a // 100 * 100 + int(m["y2"])
    return (date(a, 1, 1), date(b, 12, 31), "stated", "range") if a < b else None


def _year(m: re.Match[str], _: _Context) -> Read:
    return date(int(m["year"]), 1, 1), date(int(m["year"]), 12, 31), "stated", "year"


def _part_year(m: re.Match[str], _: _Context) -> Read:
    year = int(m["year"])
    return (*part_of(m["part"], date(year, 1, 1), date(year, 12, 31)), "stated", "season")


def _season_year(m: re.Match[str], _: _Context) -> Read:
    span = season_span(int(m["year"]), m["season"])
    return (*(part_of(m["part"], *span) if m["part"] else span), "stated", "season")


def _decade(m: re.Match[str], _: _Context) -> Read:
    first, last = date(int(m["year"]), 1, 1), date(int(m["year"]) + 9, 12, 31)
    part = m["part"] or m["part2"]
    return (*(part_of(part, first, last) if part else (first, last)), "stated", "range")


def _past_n(m: re.Match[str], c: _Context) -> Read:
    few = 3 if m.groupdict().get("few") else 0
    return (
        (shift(c.anchor, -(few or number_of(m["n"])), m["unit"].lower()), c.anchor, "resolved", "range")
        if c.anchor
        else _unknown("range")
    )


def _lasting(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("range")
    unit = m["unit"].lower()
    first = shift(c.anchor, -number_of(m["n"]), unit)
    return (first.replace(month=1, day=1) if unit in {"year", "decade"} else first), None, "resolved", "range"


def _n_ago(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("range")
    unit = m["unit"].lower()
    d = shift(c.anchor, -number_of(m["n"]), unit)
    if unit in {"year", "decade"}:
        return date(d.year, 1, 1), date(d.year, 12, 31), "resolved", "year"
    if unit == "month":
        return (*month_span(d.year, d.month), "resolved", "month")
    return (d, d, "resolved", "day") if unit == "day" else (d - timedelta(3), d + timedelta(3), "resolved", "week")


def _in_n(m: re.Match[str], c: _Context) -> Read:
    base = c.told(m.start(), "month") if c.anchor and not c.is_future(m.start()) else None
    if base and c.anchor and (c.anchor - base.last).days > 60:  # "Over the next three years it built …": of then
        return base.first, shift(base.last, number_of(m["n"]), m["unit"].lower()), "resolved", "range"
    return (
        (c.anchor, shift(c.anchor, number_of(m["n"]), m["unit"].lower()), "resolved", "range")
        if c.anchor
        else _unknown("range")
    )


def _rel_unit(m: re.Match[str], c: _Context) -> Read | None:
    anchor = c.anchor
    if anchor is None:
        return _unknown("range")
    rel, unit = m["rel"].lower(), m["unit"].lower()
    step = step_of(rel)
    if unit in {"days", "weeks", "months", "years"}:
        n = {"days": 7, "weeks": 28, "months": 120, "years": 1095}[unit]
        return (
            (anchor, anchor + timedelta(n), "resolved", "range")
            if step > 0
            else (anchor - timedelta(n), anchor, "resolved", "range")
        )
    if rel in {"the past", "the last", "this past"} or unit == "decade":
        return shift(anchor, -1, unit if unit != "quarter" else "month"), anchor, "resolved", "range"
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6) if step or c.is_future(m.start()) else anchor, "resolved", "week"
    if unit == "month":
        d = shift(anchor.replace(day=1), step, "month")
        first, last = month_span(d.year, d.month)
        return first, last if step or c.is_future(m.start()) else min(last, anchor), "resolved", "month"
    if unit == "quarter":
        first = date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1)
        d = shift(first, 3 * step, "month")
        return d, month_span(d.year, d.month + 2)[1], "resolved", "quarter"
    return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31), "resolved", "year"


def _rel_season(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("season")
    rel, year = m["rel"].lower(), c.anchor.year
    if m["season"].lower() == "winter" and c.anchor.month < 9 and rel != "next" and not c.is_future(m.start()):
        year -= 1  # in March, "this winter" is the one that began in the year before
    first, last = season_span(year, m["season"])
    if rel == "next" or rel.endswith("the") and c.is_future(m.start()):
        year += (first if rel == "next" else last) <= c.anchor
    elif rel != "this" and (last >= c.anchor if rel == "last" else first > c.anchor):
        year -= 1
    return (*season_span(year, m["season"]), "resolved", "season")


def _weekend(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("range")
    saturday = c.anchor - timedelta((c.anchor.weekday() - 5) % 7)
    if m["rel"].lower() in {"next", "this"} and c.is_future(m.start()):
        saturday += timedelta(7)
    return saturday, min(saturday + timedelta(1), max(c.anchor, saturday)), "resolved", "range"


def _weekday(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("day")
    rel = (m["rel"] or "").strip().lower()
    back = (c.anchor.weekday() - DAYS[m["dow"].lower()]) % 7
    if (
        rel in {"next", "by", "until"}
        or rel in {"on", "from", "this"}
        and back
        and c.is_future(m.start())
        and not _SAYS.search(c.text, max(c.start, m.start() - 40), m.start())
    ):
        d = c.anchor + timedelta((7 - back) % 7 or 7)
    else:
        d = c.anchor - timedelta(back)
        if rel == "last" and back == 0:
            d -= timedelta(7)
    return d, d, "resolved", "day"


_SAYS = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|wrote|added|stated|declared|reporters|statement|warned)\b[^,;]*$", re.I)  # fmt: skip


def _deictic(m: re.Match[str], c: _Context) -> Read:
    word = m["word"].lower()
    if c.anchor is None:
        return _unknown("day")
    d = c.anchor + timedelta({"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0))
    return (c.anchor - timedelta(1), c.anchor, "resolved", "day") if word == "overnight" else (d, d, "resolved", "day")


def _part_rel(m: re.Match[str], c: _Context) -> Read:
    rel, unit, part = m["rel"].lower(), m["unit"].lower(), (m["part"] or m["part3"]).lower()
    anchor = c.anchor
    if anchor is None:
        return _unknown("range")
    step = step_of(rel)
    if unit == "year":
        first, last = date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    elif unit == "month":
        d = shift(anchor.replace(day=1), step, "month")
        first, last = month_span(d.year, d.month)
    else:
        first = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    if part == "earlier":
        return first, min(last, anchor), "resolved", "range"
    if part == "later":
        return anchor, last, "resolved", "range"
    return (*part_of(part, first, last), "resolved", unit)


def _year_end(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("range")
    first, last = month_span(c.anchor.year, 12 if m["rel"].lower() == "year" else c.anchor.month)
    return first, last, "resolved", "month"


def _mid_unit(m: re.Match[str], c: _Context) -> Read:
    """ "mid-month", "mid-year": of the month or year of the day from which the text speaks."""
    if c.anchor is None:
        return _unknown("range")
    unit = m["unit"].lower()
    if unit == "week":
        monday = c.anchor - timedelta(c.anchor.weekday())
        return monday + timedelta(2), monday + timedelta(3), "resolved", "week"
    if unit in {"summer", "winter"}:
        span = season_span(c.anchor.year - (unit == "winter" and c.anchor.month < 6), unit)
    elif unit == "month":
        span = month_span(c.anchor.year, c.anchor.month)
    else:
        span = date(c.anchor.year, 1, 1), date(c.anchor.year, 12, 31)
    return (*part_of("mid", *span), "resolved", "range")


def _fifties(m: re.Match[str], _: _Context) -> Read:
    year = 1900 + 10 * DECADES[m["decade"].lower()]
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    part = m["part"] or m["part2"]
    return (*(part_of(part, first, last) if part else (first, last)), "stated", "range")


_HOLIDAYS = {"boxing day": (12, 26), "christmas eve": (12, 24), "new year's eve": (12, 31)}


def _holiday(m: re.Match[str], c: _Context) -> Read:
    """ "at New Year", "on Christmas Eve"."""
    name = m["day"].lower().replace("’", "'")
    month, day = _HOLIDAYS.get(name, (1, 1) if name.startswith("new") else (12, 25))
    year = _year_of(c, m.start(), month, day, None)
    if year is None:
        return _unknown("day")
    return date(year, month, day), date(year, month, day), "resolved", "day"


def _quarter(m: re.Match[str], c: _Context) -> Read:
    if c.anchor is None:
        return _unknown("quarter")
    year = c.anchor.year + step_of(m["rel"])
    return (*part_of(f"{m['q']} {m['size']}", date(year, 1, 1), date(year, 12, 31)), "resolved", "quarter")


_READERS: dict[str, Callable[[re.Match[str], _Context], Read | None]] = {
    "iso": lambda m, c: (date(int(m["year"]), int(m["m"]), int(m["day"])),) * 2 + ("stated", "day"),
    "span_days": _span_days, "span_in_month": _span_in_month, "span_months": _span_months, "span_years": _span_years,
    "day_year": _ymd, "month_day_year": _ymd, "part_month_year": _part_month, "part_year": _part_year, "season_year": _season_year,
    "month_year": lambda m, c: (*month_span(int(m["year"]), month_of(m["month"])), "stated", "month"),
    "decade": _decade, "day_month": _day_month, "month_day": _day_month, "rel_month": _rel_month, "quarter": _quarter,
    "past_n": _past_n, "lasting": _lasting, "n_ago": _n_ago, "in_n": _in_n, "part_rel": _part_rel,
    "year_end": _year_end, "mid_unit": _mid_unit, "holiday": _holiday, "fifties": _fifties, "weekend": _weekend, "rel_unit": _rel_unit, "rel_season": _rel_season,
    "weekday": _weekday, "deictic": _deictic, "year": _year,
}  # fmt: skip


def _with_lead(text: str, start: int, name: str, m: re.Match[str], read: Read) -> Time:
    """The time with its open bounds: "by" has no start, "since" no end."""
    first, last, basis, precision = read
    begin = m.start()
    own = re.match(
        r"(?:by|until|till|since|from|before|after|as of|through|in|on|of|as early as|no earlier than|between)\b",
        m.group(),
        re.I,
    )
    found = _LEAD.search(text[max(start, begin - 40) : begin])
    lead = (found.group(1) if found else own.group() if own else "").strip().lower()
    word = lead if lead in _CLOSES | _OPENS else lead.split()[0] if lead else ""
    if (
        found
        and last
        and precision in {"month", "year", "season"}
        and re.search(r"\b(?:end|middle) of (?:the )?$", text[max(start, begin - 16) : begin], re.I)
    ):
        part = "end" if "end of" in text[begin - 16 : begin].lower() else "mid"
        first, last = part_of(part, first or last.replace(day=1), last)
    if word in _CLOSES and word != "to":
        first = None
    elif word in _OPENS and precision != "range":
        last = None
    return Time(
        first,
        last,
        basis,
        precision,
        begin,
        m.end(),
        lead,
        first is not None or last is not None,
        m.group().lower() if name == "deictic" else "",
        _floating(name, m),
    )


def _floating(name: str, m: re.Match[str]) -> str:
    """What a time leaves to the one who reads: the year of "in May", the week of "on Monday"."""
    groups = m.groupdict()
    if name == "weekday":
        return "" if (groups["rel"] or "").strip().lower() in {"last", "next", "this"} else "week"
    open_year = name in {"day_month", "month_day", "rel_month", "part_month_year", "span_days", "span_in_month"}
    named = groups.get("year") or groups.get("rel") or (groups.get("lead") or "").lower() in {"last", "this", "next"}
    return "year" if open_year and not named else ""


def dates_of(t: Time | None) -> tuple[date | None, date | None, str, str]:
    """Interval, basis, precision of a time expression."""
    if t is None:
        return None, None, "unknown", "unknown"
    return t.start_on, t.end_on, t.basis if t.is_resolved else "unknown", t.precision
