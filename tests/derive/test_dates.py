"""Days of publication as pages show them: in many forms, beside days that are not theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import html

from posture.derive import printed, visible
from posture.derive.metadata import Metadata, metadata

LATEST = date(2026, 11, 21)
DAY = date(2025, 8, 4)
TEXT = "<p>The garrison of Vale left its barracks by the river, the ministry said, and it was seen at the ford.</p>" * 3


def read(body: str, head: str = "", *, lang: str = "en", url: str | None = "https://vale.test/a") -> Metadata:
    page = f'<html lang="{lang}"><head>{head}</head><body><header><nav>Menu</nav></header><main>{body}</main></body></html>'
    return metadata(html.document_fromstring(page), LATEST, url=url)


def article(line: str, below: str = "") -> str:
    return f"<article><h1>Vale garrison leaves</h1>{line}{TEXT}{below}</article>"


@pytest.mark.parametrize(
    "written",
    [
        "4 August 2025",
        "04 August 2025",
        "4th August 2025",
        "4th of August 2025",
        "4 Aug 2025",
        "4 Aug. 2025, 10.30 GMT",
        "August 4, 2025",
        "Aug. 4, 2025 at 7:17 PM EDT",
        "AUGUST 4, 2025 10:43",
        "August 4th, 2025 - 07:29 GMT",
        "Monday, August 4, 2025 08:38 AM",
        "1:39 am EST, Monday, August 4, 2025",
        "Mon 4 Aug 2025 06.00 BST",
        "10:15, 4 August 2025",
        "2025-08-04",
        "2025-08-04 14:35:08",
        "2025/08/04",
        "2025.08.04",
        "04.08.2025",
        "21:17 04.08.2025",
        "4-8-2025",
        "Published: 4 August 2025",
        "Published on August 4, 2025 by Ann Lee",
        "Ann Lee | 4 August 2025",
        "By Ann Lee - August 4, 2025 12:01 PM",
        "By Ann Lee and Bob Roe, Vale Correspondent · 4 Aug 2025 · 5 min read",
        "First published 4 August 2025, last updated 9 August 2025",
        "Updated Aug. 9, 2025 8:21 am ET / Original Aug. 4, 2025 8:02 am ET",
        "Last updated: 9 August 2025. Posted: 4 August 2025",
    ],
)
@pytest.mark.parametrize("holder", ['<p class="byline">{}</p>', '<div class="meta"><span>{}</span></div>', "<p>{}</p>"])
def test_days_below_the_headline(written, holder):
    made = read(article(holder.format(written)))
    assert (made.published_on, made.basis) == (DAY, "text")


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("4. August 2025", "de"),
        ("4 août 2025", "fr-FR"),
        ("4 de agosto de 2025", "es"),
        ("4 agosto 2025", "it-IT"),
        ("04 Ago 2025", "it"),
        ("4 августа 2025", "ru"),
        ("4 Ağustos 2025", "tr"),
        ("2025年8月4日", "ja"),
        ("4 August 2025", "xx-unknown"),
    ],
)
def test_months_of_other_languages(written, lang):
    assert read(article(f'<p class="date">{written}</p>'), lang=lang).published_on == DAY


@pytest.mark.parametrize(
    ("written", "lang", "url", "on"),
    [
        ("08/04/2025", "en-US", "https://vale.test/a", date(2025, 8, 4)),
        ("08/04/2025", "en-GB", "https://vale.test/a", date(2025, 4, 8)),
        ("08/04/2025", "en", "https://vale.gov/a", date(2025, 8, 4)),
        ("08/04/2025", "en", "https://vale.uk/a", date(2025, 4, 8)),
        ("08/04/2025", "fr", "https://vale.com/a", date(2025, 4, 8)),
        ("08/04/2025", "en", "https://vale.com/a", None),
        ("08/14/2025", "en", "https://vale.com/a", date(2025, 8, 14)),
        ("14/08/2025", "en-US", "https://vale.com/a", date(2025, 8, 14)),
        ("08/08/2025", "en", "https://vale.com/a", date(2025, 8, 8)),
        ("8/4/25", "en-US", "https://vale.test/a", date(2025, 8, 4)),
        ("04.08.2025", "en-US", "https://vale.test/a", date(2025, 8, 4)),
        # One of the two has not come yet.
        ("10/12/2026", "en-GB", "https://vale.test/a", date(2026, 10, 12)),
        ("10/12/2026", "en", "https://vale.com/a", date(2026, 10, 12)),
    ],
)
def test_order_of_numbers(written, lang, url, on):
    assert read(article(f'<p class="date">{written}</p>'), lang=lang, url=url).published_on == on


def test_another_day_of_the_page_tells_the_order():
    other = '<p class="date">08/04/2025</p><p>Next talks: 25/08/2025</p>'
    assert read(article(other), url="https://vale.com/a").published_on == date(2025, 4, 8)


@pytest.mark.parametrize(
    ("url", "on"),
    [
        ("https://vale.test/2025/08/04/garrison-leaves", DAY),
        ("https://vale.test/news/2025/8/4/garrison", DAY),
        ("https://vale.test/2025-08-04/garrison", DAY),
        ("https://vale.test/2025/aug/04/garrison", DAY),
        ("https://vale.test/world/20250804-garrison-leaves", DAY),
        ("https://vale.test/columns/202508041077343476-garrison/", DAY),
        ("https://vale.test/2025/08/garrison", None),
        ("https://vale.test/article-20259904.html", None),
        ("https://vale.test/a/14848164.php", None),
        ("https://vale.test/2031/08/04/garrison", None),
        ("https://[", None),
        ("https://[not/2025/08/04/", None),
        (None, None),
    ],
)
def test_days_of_addresses(url, on):
    assert read(article(""), url=url).published_on == on


def test_the_address_weighs_more_than_a_change_and_less_than_the_day_beside_it():
    url = "https://vale.test/2025/08/03/garrison"
    assert read(article('<p class="date">4 August 2025</p>'), url=url).published_on == DAY
    assert read(article('<p class="date">Updated 9 August 2025</p>'), url=url).published_on == date(2025, 8, 3)


@pytest.mark.parametrize(
    "body",
    [
        f'<aside>{"".join(f"<p class=date>{n} May 2024</p>" for n in (3, 4))}</aside>' + article("<p>4 August 2025</p>"),
        article("<p>4 August 2025</p>", '<div class="related"><h3>Plain</h3><span class="date">9 May 2025</span></div>'),
        article("<p>4 August 2025</p>", '<blockquote class="tweet">Gone. <a href="/t">May 9, 2025</a></blockquote>'),
        article("<p>4 August 2025</p>", '<footer>© 2025. <span class="updated">Page of 20 November 2026</span></footer>'),
        '<div class="today">Saturday 21 November 2026</div>' + article('<span class="posted-on">4 August 2025</span>'),
        article(
            '<p class="author">Ann Lee | August 4, 2025</p>',
            "".join(f'<div class="item-date">Friday May {n}, 2025</div>' for n in (2, 9, 16)),
        ),
        article("<p>4 August 2025</p>", "<p>It had come to the river on 3 May 2019, and to the ford on 4 May 2019.</p>"),
        article('<ul class="info"><li>Vale</li><li>4</li><li>August</li><li>2025</li></ul>'),
        article('<div class="date"><span>4</span> <span>Aug</span> <span>2025</span></div>'),
        article('<span class="label">Published</span><span>4 August 2025</span>'
                '<span class="label">Updated</span><span>9 August 2025</span>'),
    ],
)  # fmt: skip
def test_the_articles_own_day_among_others(body):
    assert read(body).published_on == DAY


@pytest.mark.parametrize(
    "body",
    [
        article("", "<p>It had come to the river on 3 May 2019, and the lease of the barracks ended in May 2020.</p>"),
        article('<aside class="related"><span class="date">9 May 2025</span></aside>'),
        article('<p class="date">yesterday, 10:30</p>'),
        article('<p class="date">31 February 2025</p>'),
        article('<p class="date">4 August 2031</p>'),
    ],
)
def test_no_day_is_made_up(body):
    assert read(body).published_on is None


def test_where_only_a_change_is_dated_its_day_stands_for_the_publication():
    assert read(article('<p class="date">Updated 4 August 2025</p>')).published_on == DAY


@pytest.mark.parametrize(
    ("given", "on", "at"),
    [
        ("2025-08-04T00:30:00+03:00", DAY, datetime(2025, 8, 3, 21, 30, tzinfo=UTC)),
        ("2025-08-04T23:30:00-05:00", DAY, datetime(2025, 8, 5, 4, 30, tzinfo=UTC)),
        ("2025-08-04T23:30:00Z", DAY, datetime(2025, 8, 4, 23, 30, tzinfo=UTC)),
        ("2025-08-04T23:30:00+0200", DAY, datetime(2025, 8, 4, 21, 30, tzinfo=UTC)),
        ("Mon, 04 Aug 2025 23:30:00 -0500", DAY, datetime(2025, 8, 5, 4, 30, tzinfo=UTC)),
        ("2025/08/04", DAY, None),
        ("2025/8/4 10:00:00", DAY, None),
        ("2025-08-04 10:00:00 EST", DAY, None),
        ("1754302200", DAY, datetime(2025, 8, 4, 10, 10, tzinfo=UTC)),
        ("1754302200000", DAY, datetime(2025, 8, 4, 10, 10, tzinfo=UTC)),
        ("20250804", DAY, None),
        ("August 4, 2025", DAY, None),
        ("2025-13-45", None, None),
        ("2026-11-22T01:00:00+09:00", date(2026, 11, 22), datetime(2026, 11, 21, 16, 0, tzinfo=UTC)),
        ("2026-11-24", None, None),
    ],
)
def test_days_are_those_of_the_outlets_clock(given, on, at):
    made = read(article(""), f'<meta property="article:published_time" content="{given}">')
    assert (made.published_on, made.published_at) == (on, at)


@pytest.mark.parametrize(
    ("times", "on"),
    [
        ('<time datetime="2025-08-04T10:00:00Z">x</time><time class="updated" datetime="2025-08-09">y</time>', DAY),
        ('<time class="updated" datetime="2025-08-09">y</time><time class="published" datetime="2025-08-04">x</time>', DAY),
        ('<time class="entry-date updated" datetime="2025-08-09">y</time><time class="entry-date" datetime="2025-08-04">x</time>', DAY),
        ('Updated <time datetime="2025-08-09">y</time>, published <time datetime="2025-08-04">x</time>', DAY),
    ],
)  # fmt: skip
def test_time_elements(times, on):
    assert read(article(f"<div>{times}</div>")).published_on == on


def test_a_teasers_time_is_not_the_articles():
    body = '<div class="related"><time class="published" datetime="2024-01-01">x</time></div>'
    assert read(article("<p>4 August 2025</p>", body)).published_on == DAY


def test_a_page_of_dates_is_read_in_time():
    rows = "".join(f"<p>{n % 28 + 1} May 2024</p>" for n in range(20_000))
    assert visible.day(html.document_fromstring(f"<html><body>{rows}</body></html>"), date(1994, 1, 1), LATEST) is None


@pytest.mark.parametrize(
    "written", ["4 de agosto de 2025", "4. August 2025", "4 août 2025", "4 августа 2025", "Aug 4, 2025"]
)
def test_months_where_the_page_does_not_say_its_language(written):
    assert read(article(f'<p class="date">{written}</p>'), lang="").published_on == DAY


def test_a_month_that_two_languages_tell_differently_is_none_without_a_language():
    assert "listopad" not in printed.months("") or printed.months("")["listopad"] == printed.months("pl")["listopad"]
    assert printed.months("pl")["listopad"] == 11


def test_a_permalink_that_calls_itself_the_publication():
    dated = "<a href=/p rel=bookmark><time class='entry-date published'>4 August 2025</time></a>"
    assert read(article(f"<div class=entry-meta>{dated}</div>")).published_on == DAY
    assert read(article("<p>See <a href=/p>the post of 4 August 2025</a></p>")).published_on is None


def test_an_element_of_a_page_builder_is_no_widget():
    line = "<div class='elementor-element elementor-widget-post-info'><span>4 August 2025</span></div>"
    assert read(article(line)).published_on == DAY
    assert read(article("<div class=widget><span>4 August 2025</span></div>")).published_on is None


@pytest.mark.parametrize(
    "line", ["Publiziert am 4. August 2025", "Erschienen: 4. August 2025", "Opublikowano 4.08.2025"]
)
def test_labels_of_other_languages(line):
    assert read(article(f"<p>{line}</p>"), lang="de").published_on == DAY
