"""How values read on the page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

_LONGEST = 280


def place(code: str | None) -> str:
    """`SYR` → Syria, `GUM` → Guam; codes joined by `+` each; a group's short name stays as it is."""
    from posture.lexicon import land_names

    known = land_names()
    return " + ".join(known.get(part, part) for part in (code or "not known").split("+"))


def number(value: int | None) -> str:
    """With separators; a missing number is a dash, never a zero."""
    return "–" if value is None else f"{value:,}"


def span(low: int | None, high: int | None) -> str:
    """`900`, `900–2,000`, `at least 900`, `at most 2,000`."""
    if low is None and high is None:
        return "–"
    if low is None:
        return f"at most {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def growth(value: int | None) -> str:
    """`+12`, `±0`, `-3`; empty where there is nothing to compare with."""
    return "" if value is None else "±0" if not value else f"{value:+,}"


def words(code: str | None) -> str:
    """`base_closure` → base closure."""
    return (code or "not said").replace("_", " ")


def day(value: date | datetime | None) -> str:
    """ISO date."""
    return "not dated" if value is None else f"{value:%Y-%m-%d}"


def ago(then: datetime | None, now: datetime) -> str:
    """How long ago, in the largest fitting unit."""
    if then is None:
        return "never"
    seconds = max((now - then) / timedelta(seconds=1), 0)
    for length, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= length:
            count = int(seconds // length)
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def short(text: str | None) -> str:
    """A quote, cut at a word where it is long."""
    text = " ".join((text or "").split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def link(url: str | None) -> str:
    """The address if a browser may follow it; articles may hold `javascript:` and worse."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else ""


FILTERS: dict[str, Any] = {
    function.__name__: function for function in (place, number, span, growth, words, day, ago, short, link)
}
