"""Clock times without a time element, and the live blogs that have only these."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html as lxml_html

from posture.derive import clocks, entries


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("09:14", 554),
        ("9.14am", 554),
        ("2:40 pm GMT", 880),
        ("12am", 0),
        ("16h05", 965),
        ("12.45pm (local time)", 765),
        ("11am", 660),
    ],
)
def test_minutes(text, at):
    assert clocks.minutes(text) == at


@pytest.mark.parametrize(
    "text", ["25:10", "13pm", "3:1", "1,200", "at 09:14 the gate opened", "2025", "10", "14:20 pm", ""]
)
def test_no_clock(text):
    assert clocks.minutes(text) is None


def test_runs():
    assert clocks.is_run([600, 660, 700])
    assert clocks.is_run([1400, 1430, 20])
    assert not clocks.is_one_day([1400, 1430, 20])
    assert not clocks.is_run([600, 700])
    assert not clocks.is_run([600, 500, 700, 400, 900])


LINE = "The convoy crossed the pass in the morning and was met by an escort at the customs house below."


def blog(times: list[str], start: str = "<div class=post>", end: str = "</div>") -> list[entries.Entry]:
    made = "".join(f"{start}<span>{t}</span><p>{LINE}</p>{end}" for t in times)
    tree = lxml_html.document_fromstring(f"<html><body><h1>Live</h1><p>{LINE}</p><div>{made}</div></body></html>")
    return entries.find(tree, [], date(2026, 1, 1), "Live", on=date(2025, 3, 12))


def test_entries_with_plain_clocks_are_of_the_pages_day():
    made = blog(["16:42", "13:10", "09:14"])
    assert [(e.text, e.published_on) for e in made] == [(LINE, date(2025, 3, 12))] * 3


def test_past_midnight_the_day_is_not_told():
    assert [e.published_on for e in blog(["23:10", "23:50", "00:20", "00:40"])] == [None] * 4


def test_what_is_no_live_blog_stays_whole():
    assert blog(["16:42", "13:10"]) == []
    assert blog(["16:42", "09:10", "13:14", "08:00", "12:00"]) == []
    assert blog(["16:42", "13:10", "09:14"], "<div class=comment>") == []
    assert blog(["16:42", "13:10", "09:14"], "<p>", "</p>") == []
