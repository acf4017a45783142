"""One page, one article or several; heads read and taken off."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive import head
from posture.derive.segment import segments

BODY = [
    "The garrison of Vale has begun to leave its barracks by the river, the ministry said in the evening.",
    "Nine hundred soldiers are to go to the northern depot before the first snow closes the pass again.",
    "Residents said that they had seen forty lorries, and that the gate had been left open behind them.",
    "Nobody would say what is to become of the barracks, which are older than the state that owns them.",
]
OTHER = [x.replace("Vale", "Plain").replace("river", "sea").replace("pass", "port") for x in BODY]


def test_headline_stamp_and_masthead_of_a_plain_text():
    text = "\n\n".join(
        [
            "menu",
            "News of the valley since 1951",
            "Vale: garrison ‘ready to leave’",
            "January 25, 2024 at 1:33 pm",
            *BODY,
        ]
    )
    (only,) = segments(text, None)
    assert only.title == "Vale: garrison ‘ready to leave’"
    assert only.dated_on == date(2024, 1, 25)
    assert only.text.startswith("Vale: garrison")
    assert "1951" not in only.text
    assert all(b in only.text for b in BODY)


def test_two_articles_with_doubled_headlines_and_a_dated_caption():
    def printed(title: str, caption: str, body: list[str]) -> list[str]:
        return [title, caption, caption, "TT", title, caption, caption, *body]

    first = printed("Vale garrison to leave its barracks", "Lorries at the gate of Vale", BODY)
    second = printed(
        "Plain garrison to leave its barracks too", "Lorries at the port, Plain, 22 December 2024. EPA", OTHER
    )
    one, two = segments("\n".join([*first, "", *second]), None)
    assert (one.title, two.title) == ("Vale garrison to leave its barracks", "Plain garrison to leave its barracks too")
    assert two.dated_on == date(2024, 12, 22)
    assert one.dated_on is None
    assert all(b in one.text for b in BODY)
    assert all(b in two.text for b in OTHER)
    assert "Plain" not in one.text


def test_two_articles_each_below_a_signed_stamp():
    text = "\n".join(
        ["Ann Lee | 29 November 2024", *BODY, "Plain", "Plain garrison leaves", "Bob Roe | 6 August 2024", *OTHER]
    )
    one, two = segments(text, "Vale garrison leaves")
    assert (one.title, one.author, one.dated_on) == ("Vale garrison leaves", "Ann Lee", date(2024, 11, 29))
    assert (two.title, two.author, two.dated_on) == ("Plain garrison leaves", "Bob Roe", date(2024, 8, 6))
    assert two.text.startswith("Plain garrison leaves\nThe garrison of Plain")


def test_articles_below_bylines_without_a_day():
    text = "\n".join(
        [
            "By Ann Lee",
            *BODY,
            "Plain garrison leaves its barracks",
            "A standfirst says what is in it",
            "By Bob Roe",
            *OTHER,
        ]
    )
    one, two = segments(text, "Vale garrison leaves")
    assert (one.author, two.title, two.author) == ("Ann Lee", "Plain garrison leaves its barracks", "Bob Roe")
    assert "Plain" not in one.text


def test_articles_that_begin_with_an_agencys_dateline():
    first, second = (f"{t}, March 3 (Wire) - {b}" for t, b in (("VALE", BODY[0]), ("PORT PLAIN", OTHER[0])))
    text = "\n".join(
        ["Vale garrison leaves its barracks", first, *BODY[1:], "Plain garrison leaves too", second, *OTHER[1:]]
    )
    one, two = segments(text, None)
    assert (one.title, two.title) == ("Vale garrison leaves its barracks", "Plain garrison leaves too")
    assert two.text.startswith("Plain garrison leaves too\nPORT PLAIN")


@pytest.mark.parametrize(
    "below",
    [
        [
            "Plain garrison leaves too",
            "By Bob Roe",
            "Ford garrison stays on",
            "By Ann Lee",
            "Eastholm is empty now",
            "By Cid",
        ],
        ["Written by Ann Lee", "Ann Lee is our correspondent in the valley and has reported from there since 2019."],
        ["The Wire contributed from the coast", "VALE (Wire)"],
        ["— The Ministry (@ministry) May 3, 2024", "Posted on May 3, 2024", *OTHER],
    ],
)
def test_what_stands_below_an_article_is_none(below):
    assert len(segments("\n".join([*BODY, *BODY[::-1], *below]), "Vale garrison leaves")) == 1


@pytest.mark.parametrize(
    "between",
    [
        ["What is at stake in Vale"],
        ["The view from the other side"],
        ["Timeline of the garrison", "3 May 2020", "It came to the river."],
    ],
)
def test_headings_within_an_article_are_no_cuts(between):
    text = "\n".join([*BODY[:2], *between, *BODY[2:]])
    assert len(segments(text, "Vale garrison leaves")) == 1


def test_timeline_with_many_dates_is_one_article():
    lines = []
    for n, b in enumerate([*BODY, *OTHER]):
        lines += [f"Stage number {n + 1} of the long march", f"{n + 1} May 2020", b, b[::-1]]
    assert len(segments("\n".join(lines), "The march")) == 1


@pytest.mark.parametrize(
    ("line", "on", "author"),
    [
        ("Ann Lee | 6 August 2024", date(2024, 8, 6), "Ann Lee"),
        ("Posted on 11 March 2025 by T. Roe", date(2025, 3, 11), "T. Roe"),
        ("May 3, 2024, 7:17 PM", date(2024, 5, 3), None),
        ("Published: 2024-05-03 10:00 GMT", date(2024, 5, 3), None),
        ("Monday, 5 May 2025", date(2025, 5, 5), None),
        ("Country desk, 30 September 2025", date(2025, 9, 30), "Country desk"),
        ("By Ann Lee and Bob Roe", None, "Ann Lee and Bob Roe"),
    ],
)
def test_stamps(line, on, author):
    assert head.stamp(line) == head.Stamp(on, author)


@pytest.mark.parametrize(
    "line",
    [
        "The garrison left on 6 August 2024",
        "By the river they stopped",
        "Some soldiers stayed, 6 August 2024",
        "— Ann (@ann) May 3, 2024",
        "In May 2024",
        "",
    ],
)
def test_lines_that_are_no_stamps(line):
    assert head.stamp(line) is None


def test_text_without_a_head_is_untouched():
    (only,) = segments("\n".join(BODY), None)
    assert (only.text, only.title, only.dated_on) == ("\n".join(BODY), None, None)
