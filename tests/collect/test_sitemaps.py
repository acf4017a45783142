from __future__ import annotations

import gzip
from datetime import UTC, date, datetime

import pytest

from posture.collect import sitemaps
from posture.collect.listing import MAX_ENTRIES
from posture.errors import FetchError

URL = "https://dispatch.example/news-sitemap.xml"
OPEN = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
)


def urlset(items: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{OPEN}{items}</urlset>'.encode()


def index(*locations: tuple[str, str]) -> bytes:
    listed = "".join(f"<sitemap><loc>{loc}</loc><lastmod>{when}</lastmod></sitemap>" for loc, when in locations)
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</sitemapindex>'.encode()


NEWS = urlset(
    "<url><loc> https://dispatch.example/a </loc><lastmod>2025-11-03</lastmod><news:news><news:publication>"
    "<news:name>Dispatch</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2025-11-02T09:30:00+00:00</news:publication_date>"
    "<news:title>Garrison &amp; gendarmes</news:title></news:news></url>"
    "<url><loc>https://dispatch.example/b</loc></url>"
)


@pytest.mark.parametrize("body", [NEWS, gzip.compress(NEWS)])
def test_news_sitemap(body: bytes) -> None:
    first, second = sitemaps.read(body, URL).entries
    assert (first.url, first.title) == ("https://dispatch.example/a", "Garrison & gendarmes")
    assert (first.listed_on, first.listed_at) == (date(2025, 11, 2), datetime(2025, 11, 2, 9, 30, tzinfo=UTC))
    assert (first.modified_on, first.modified_at) == (date(2025, 11, 3), None)
    assert (second.url, second.title, second.listed_on) == ("https://dispatch.example/b", None, None)


def test_index_names_its_own_hosts_sitemaps_latest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_SITEMAPS", 2)
    listing = sitemaps.read(
        index(
            ("https://dispatch.example/1.xml", "2025-01-01"),
            ("https://dispatch.example/3.xml", "2025-03-01"),
            ("https://dispatch.example/2.xml", "2025-02-01"),
            ("https://elsewhere.example/4.xml", "2025-04-01"),
            ("https://[broken/5.xml", "2025-05-01"),
        ),
        URL,
    )
    assert listing.sitemaps == ("https://dispatch.example/3.xml", "https://dispatch.example/2.xml")
    assert listing.notes == ("2 sitemaps on other hosts were left out", "1 older sitemaps of the index were left out")


def test_more_entries_than_are_kept_leave_the_newest_and_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_URLS", MAX_ENTRIES + 2)
    items = "".join(
        f"<url><loc>https://dispatch.example/{n}</loc><lastmod>2025-{n % 12 + 1:02}-01</lastmod></url>"
        for n in range(MAX_ENTRIES + 5)
    )
    listing = sitemaps.read(urlset(items), URL)
    assert len(listing.entries) == MAX_ENTRIES
    assert listing.entries[0].listed_on == date(2025, 12, 1)
    assert listing.notes == ("5 older entries of the sitemap were left out",)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'<!DOCTYPE u [<!ENTITY a "b">]>' + urlset("<url><loc>&a;</loc></url>").partition(b"?>")[2], "feed_entities"),
        (b'<!DOCTYPE u SYSTEM "http://127.0.0.1/x">' + NEWS.partition(b"?>")[2], "feed_entities"),
        (NEWS[:-20], "feed_unreadable"),
        (b"", "feed_unreadable"),
        (b"<html><body/></html>", "feed_unreadable"),
        (b'<?xml version="1.0" encoding="klingon"?><urlset/>', "feed_unreadable"),
        (urlset("<x>" * 40 + "</x>" * 40), "feed_unreadable"),
        (gzip.compress(NEWS)[:-12], "truncated"),
    ],
)
def test_hostile_and_broken_sitemaps_are_refused(body: bytes, reason: str) -> None:
    with pytest.raises(FetchError) as raised:
        sitemaps.read(body, URL)
    assert raised.value.reason == reason


def test_a_sitemap_bomb_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 10_000)
    with pytest.raises(FetchError) as raised:
        sitemaps.read(gzip.compress(b" " * 5_000_000), URL)
    assert raised.value.reason == "too_large"


def test_unusable_addresses_and_dates_are_counted() -> None:
    listing = sitemaps.read(
        urlset(
            f"<url><loc>https://dispatch.example/{'x' * 4000}</loc></url><url/>"
            "<url><loc>https://dispatch.example/a</loc><news:publication_date>soon</news:publication_date></url>"
        ),
        URL,
    )
    assert [entry.url for entry in listing.entries] == ["https://dispatch.example/a"]
    assert listing.notes == (
        "2 entries without a usable address were left out",
        "1 entries have a date that could not be read",
    )
