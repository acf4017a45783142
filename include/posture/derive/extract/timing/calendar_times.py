"""Times that name a day, a month, a season or a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .context import Context, Read, unknown
from .spans import DECADES, month_of, month_span, part_of, season_span


def _ymd(m: re.Match[str], _: Context) -> Read:
    d = date(int(m["year"]), month_of(m["month"]), int(m["day"]))
    return d, d, "stated", "day"


def _year_of(c: Context, at: int, month: int, day: int, rel: str | None) -> int | None:
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


def _day_month(m: re.Match[str], c: Context) -> Read:
    month, day = month_of(m["month"]), int(m["day"])
    date(2024, month, day)  # raises where there is no such day
    year = _year_of(c, m.start(), month, day, m["rel"])
    if year is None:
        return unknown("day")
    d = date(year, month, day)
    return d, d, "stated" if c.anchor else "resolved", "day"


def _rel_month(m: re.Match[str], c: Context) -> Read:
    month, lead, anchor = month_of(m["month"]), m["lead"].lower(), c.anchor
    year: int | None
    if m["rel"] or anchor is None:
        year = _year_of(c, m.start(), month, 15, m["rel"])
        if year is None:
            return unknown("month")
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


def _part_month(m: re.Match[str], c: Context) -> Read:
    month = month_of(m["month"])
    if m["year"]:
        return (*part_of(m["part"], *month_span(int(m["year"]), month)), "stated", "month")
    year = _year_of(c, m.start(), month, 15, m["rel"])
    return (*part_of(m["part"], *month_span(year, month)), "resolved", "month") if year else unknown("month")


def _span_days(m: re.Match[str], c: Context) -> Read | None:
    month, month2 = month_of(m["month"]), month_of(m["month2"])
    if " and " in m.group() and not m.group().lower().startswith(("between", "from")):
        return None  # two days, not a span
    year2 = int(m["year"]) if m["year"] else _year_of(c, m.start(), month2, int(m["day2"]), None)
    if year2 is None:
        return unknown("range")
    year = int(m["y1"]) if m["y1"] else year2 - (month > month2)
    return date(year, month, int(m["day"])), date(year2, month2, int(m["day2"])), "stated", "range"


def _span_in_month(m: re.Match[str], c: Context) -> Read | None:
    month, a, b = month_of(m["month"]), int(m["day"]), int(m["day2"])
    if a >= b:
        return None
    year = int(m["year"]) if m["year"] else _year_of(c, m.start(), month, b, None)
    return (date(year, month, a), date(year, month, b), "stated", "range") if year else unknown("range")


def _span_months(m: re.Match[str], _: Context) -> Read:
    a, b = month_of(m["month"]), month_of(m["month2"])
    first, last = month_span(int(m["y1"] or int(m["year"]) - (a > b)), a)
    if m["part1"]:
        first = part_of(m["part1"], first, last)[0]
    return first, month_span(int(m["year"]), b)[1], "stated", "range"


def _span_years(m: re.Match[str], _: Context) -> Read | None:
    a = int(m["y1"])
    b = int(m["y2"]) if len(m["y2"]) == 4 else a // 100 * 100 + int(m["y2"])
    return (date(a, 1, 1), date(b, 12, 31), "stated", "range") if a < b else None


def _year(m: re.Match[str], _: Context) -> Read:
    return date(int(m["year"]), 1, 1), date(int(m["year"]), 12, 31), "stated", "year"


def _part_year(m: re.Match[str], _: Context) -> Read:
    year = int(m["year"])
    return (*part_of(m["part"], date(year, 1, 1), date(year, 12, 31)), "stated", "season")


def _season_year(m: re.Match[str], _: Context) -> Read:
    span = season_span(int(m["year"]), m["season"])
    return (*(part_of(m["part"], *span) if m["part"] else span), "stated", "season")


def _decade(m: re.Match[str], _: Context) -> Read:
    first, last = date(int(m["year"]), 1, 1), date(int(m["year"]) + 9, 12, 31)
    part = m["part"] or m["part2"]
    return (*(part_of(part, first, last) if part else (first, last)), "stated", "range")


def _fifties(m: re.Match[str], _: Context) -> Read:
    year = 1900 + 10 * DECADES[m["decade"].lower()]
    first, last = date(year, 1, 1), date(year + 9, 12, 31)
    part = m["part"] or m["part2"]
    return (*(part_of(part, first, last) if part else (first, last)), "stated", "range")


_HOLIDAYS = {"boxing day": (12, 26), "christmas eve": (12, 24), "new year's eve": (12, 31)}


def _holiday(m: re.Match[str], c: Context) -> Read:
    """ "at New Year", "on Christmas Eve"."""
    name = m["day"].lower().replace("’", "'")
    month, day = _HOLIDAYS.get(name, (1, 1) if name.startswith("new") else (12, 25))
    year = _year_of(c, m.start(), month, day, None)
    if year is None:
        return unknown("day")
    return date(year, month, day), date(year, month, day), "resolved", "day"


#: The reader of each pattern.
READERS: dict[str, Callable[[re.Match[str], Context], Read | None]] = {
    "iso": lambda m, c: (date(int(m["year"]), int(m["m"]), int(m["day"])),) * 2 + ("stated", "day"),
    "span_days": _span_days,
    "span_in_month": _span_in_month,
    "span_months": _span_months,
    "span_years": _span_years,
    "day_year": _ymd,
    "month_day_year": _ymd,
    "part_month_year": _part_month,
    "part_year": _part_year,
    "season_year": _season_year,
    "month_year": lambda m, c: (*month_span(int(m["year"]), month_of(m["month"])), "stated", "month"),
    "decade": _decade,
    "day_month": _day_month,
    "month_day": _day_month,
    "rel_month": _rel_month,
    "holiday": _holiday,
    "fifties": _fifties,
    "year": _year,
}
