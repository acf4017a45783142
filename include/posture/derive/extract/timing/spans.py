"""Arithmetic of the calendar: months, seasons, parts of a span, steps forward and back."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

MONTHS = (
    {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
    | {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m}
    | {"sept": 9}
)
DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
SMALL = {
    w: i
    for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen".split())
} | {"a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
UNITS = {"fortnight": ("week", 2), "decade": ("year", 10)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
DECADES = {
    w: i for i, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}


def month_of(name: str) -> int:
    """The number of a month by its name, full or short."""
    return MONTHS[name.rstrip(".").lower()]


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month; the thirteenth is next year's first."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def season_span(year: int, season: str) -> tuple[date, date]:
    """First and last day of a season; the winter of a year begins in its December."""
    a, b = SEASONS[season.lower()]
    return month_span(year, a)[0], month_span(year, b)[1]


def part_of(part: str, first: date, last: date) -> tuple[date, date]:
    """early / mid / late … of a span: its thirds; "start of", "end of" a year: its first or last month."""
    days = (last - first).days + 1
    third = days // 3
    p = re.sub(r"^(?:by )?(?:the )?(?:very )?", "", part.lower())
    p = p.removesuffix(" of")
    quarters = ("first quarter", "second quarter", "third quarter", "fourth quarter")
    if p in {"last quarter", "final quarter"}:
        p = "fourth quarter"
    if p in quarters and days > 300:
        month = 3 * quarters.index(p) + 1
        return date(first.year, month, 1), month_span(first.year, month + 2)[1]
    if p.endswith("week") or p.endswith(("days", "days and weeks")):
        weeks = {"first": 0, "second": 1, "third": 2, "fourth": 3}
        if p.startswith(("last", "final")):
            return last - timedelta(6), last
        begin = first + timedelta(7 * weeks.get(p.split()[0], 0))
        return begin, begin + timedelta(6)
    if p == "first half":
        return first, first + timedelta(days // 2)
    if p == "second half":
        return first + timedelta(days // 2), last
    if p in {"early", "beginning", "start"}:
        return first, first + timedelta(30 if days > 300 and p != "early" else third)
    if p in {"mid", "middle"}:
        return first + timedelta(third), last - timedelta(third)
    if p in {"end", "close"}:
        return last - timedelta(30 if days > 300 else third), last
    return (first + timedelta(2 * third), last) if p == "late" else (first, last)


def shift(anchor: date, n: int, unit: str) -> date:
    """The day n units later (earlier, if n is negative)."""
    unit, times_ = UNITS.get(unit, (unit, 1))
    n *= times_
    if unit in {"day", "hour"}:
        return anchor + timedelta(n if unit == "day" else -(-n // 24))
    if unit == "week":
        return anchor + timedelta(7 * n)
    months = anchor.month - 1 + n * (12 if unit == "year" else 1)
    year, month = anchor.year + months // 12, months % 12 + 1
    return date(year, month, min(anchor.day, calendar.monthrange(year, month)[1]))


def number_of(word: str | None) -> int:
    """The number that a digit or word writes; 1 for none."""
    return 1 if not word else SMALL.get(word.lower()) or int(word)


def step_of(rel: str) -> int:
    """-1 for what is past, 1 for what comes, 0 for this one."""
    rel = rel.lower()
    return -1 if rel in {"last", "the previous"} else 1 if rel in {"next", "the coming", "coming"} else 0
