"""Title, author, date, canonical address."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import html

from posture.derive.metadata import Metadata, metadata

LATEST = date(2026, 11, 21)


def read(head: str = "", body: str = "") -> Metadata:
    return metadata(
        html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>"), LATEST
    )


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_json_ld_comes_first():
    made = read(
        ld('{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, {"@type": ["NewsArticle"], "headline": "A &amp; B", "datePublished":'
           ' "2025-08-04T01:30:00+03:00", "author": [{"name": "Ann Lee"}, {"name": "Bob"}], "publisher": {"name": "Vale Daily"}}]}')
        + '<meta property="og:title" content="Other"><meta property="article:published_time" content="2024-01-01">'
    )  # fmt: skip
    assert (made.title, made.author, made.site) == ("A & B", "Ann Lee, Bob", "Vale Daily")
    assert (made.published_on, made.published_at) == (date(2025, 8, 4), datetime(2025, 8, 3, 22, 30, tzinfo=UTC))
    assert made.basis == "metadata"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-08-04T10:00:00Z">',
        '<meta name="DC.date" content="2025-08-04">',
        '<meta itemprop="datePublished" content="2025-08-04 10:00:00">',
        '<meta name="pubdate" content="Mon, 04 Aug 2025 10:00:00 +0000">',
        '<meta name="date" content="4 August 2025">',
        ld('{"@type": "Article", "datePublished": "broken"}') + '<meta name="date" content="2025-08-04">',
        ld("{broken json") + '<meta name="date" content="2025-08-04">',
    ],
)
def test_dates_in_the_head(head):
    made = read(head)
    assert (made.published_on, made.basis) == (date(2025, 8, 4), "metadata")


def test_time_without_a_zone_is_a_day_and_no_instant():
    assert read('<meta name="date" content="2025-08-04T23:30:00">').published_at is None


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2025-08-04">4 August 2025</time>',
        '<time datetime="2020-01-01">x</time><time class="entry-date published" datetime="2025-08-04">x</time>',
    ],
)
def test_dates_in_the_page(body):
    assert read("", body).published_on == date(2025, 8, 4)


@pytest.mark.parametrize("value", ["2027-03-01", "1970-01-01T00:00:00Z", "yesterday", "0000-00-00", "99999"])
def test_impossible_dates_are_not_believed(value):
    assert read(f'<meta name="date" content="{value}">').published_on is None


def test_undated_stays_undated():
    assert read("", "<h1>A guide</h1><p>It was written in a hurry.</p>") == Metadata(title="A guide")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Garrison leaves | Vale Daily</title>", "Garrison leaves"),
        (
            '<title>Garrison leaves – Vale Daily</title><meta property="og:site_name" content="Vale Daily">',
            "Garrison leaves",
        ),
        (
            '<title>x</title><meta property="og:title" content="Vale – the last garrison leaves">',
            "Vale – the last garrison leaves",
        ),
        ("<title>Ten years - and no garrison - in the valley</title>", "Ten years - and no garrison - in the valley"),
    ],
)
def test_titles_without_the_outlet(head, title):
    assert read(head).title == title


def test_a_link_is_no_author():
    assert read('<meta property="article:author" content="https://social.test/vale">').author is None


def test_canonical():
    assert read('<link rel="canonical" href="https://wire.test/a">').canonical_url == "https://wire.test/a"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="sn-post-date" content="2025/08/04">',
        '<meta name="vale.article_publication_date" content="2025-08-04">',
        ld('{"@type": "NewsArticle", "datePublished": "01:38:07 PM IST Aug 4, 2025"}'),
        ld('{"@type": "MedicalWebPage", "datePublished": "2025-08-04T08:00:00.000Z"}'),
        ld('{"@type": "ClaimReview", "datePublished": "2025-08-04"}'),
    ],
)
def test_dates_declared_in_ways_of_an_outlet_of_its_own(head):
    made = read(head)
    assert (made.published_on, made.basis) == (date(2025, 8, 4), "metadata")


@pytest.mark.parametrize("kind", ["VideoObject", "Comment", "Product", "ImageObject", "Event"])
def test_what_stands_on_the_page_does_not_date_it(kind):
    assert read(ld(f'{{"@type": "{kind}", "datePublished": "2025-08-04"}}')).published_on is None


@pytest.mark.parametrize("name", ["expiry-date", "modified_date", "event-date", "unpublish-date", "update"])
def test_other_dates_in_the_head_are_none(name):
    assert read(f'<meta name="{name}" content="2025-08-04">').published_on is None


def test_a_day_in_a_script_that_is_no_json():
    broken = '{"@type": "NewsArticle", "datePublished": "2025-08-04T10:00:00Z", "keywords": ["a", "b"]],}'
    tree = html.document_fromstring("<html><body><p>Text.</p></body></html>")
    assert metadata(tree, LATEST, [broken]).published_on == date(2025, 8, 4)
