from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from posture.collect import feeds
from posture.collect.listing import MAX_ENTRIES, Listing
from posture.errors import FetchError

URL = "https://wire.example/news/feed.xml"


def rss(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>W</title>{items}</channel></rss>'.encode()


def read(body: bytes, content_type: str | None = None) -> Listing:
    return feeds.read(body, "rss", URL, content_type)


def test_rss_entries_have_absolute_addresses_plain_titles_and_dates() -> None:
    listing = read(
        rss(
            "<item><title>Troops &amp;amp; &lt;b&gt;bases&lt;/b&gt;\n move</title><link> /a b?x=1 </link>"
            "<pubDate>Thu, 02 Oct 2025 21:00:00 -0700</pubDate></item>"
            "<item><title>Undated</title><link>https://other.example/b</link></item>"
        )
    )
    first, second = listing.entries
    assert (first.url, first.title) == ("https://wire.example/a%20b?x=1", "Troops & bases move")
    assert (first.listed_on, first.listed_at) == (date(2025, 10, 2), datetime(2025, 10, 3, 4, tzinfo=UTC))
    assert (second.url, second.listed_on, second.listed_at) == ("https://other.example/b", None, None)
    assert listing.notes == ()


def test_atom_entries_know_when_they_were_modified() -> None:
    body = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>M</title>
      <id>urn:1</id><updated>2025-10-05T00:00:00Z</updated>
      <entry><id>urn:a</id><title type="html">One &amp;lt;em&amp;gt;two&amp;lt;/em&amp;gt;</title>
        <link rel="alternate" href="/one"/><link rel="enclosure" href="/one.mp3"/>
        <published>2025-10-02T10:00:00+03:00</published><updated>2025-10-04T10:00:00Z</updated></entry>
      <entry><id>https://wire.example/id/2</id><title>Report</title>
        <link rel="alternate" type="application/pdf" href="/two.pdf"/><updated>2025-10-01T00:00:00Z</updated></entry>
    </feed>"""
    one, two = feeds.read(body, "atom", URL, "application/atom+xml").entries
    assert (one.url, one.listed_at) == ("https://wire.example/one", datetime(2025, 10, 2, 7, tzinfo=UTC))
    assert one.modified_at == datetime(2025, 10, 4, 10, tzinfo=UTC)
    assert (two.url, two.listed_on) == ("https://wire.example/two.pdf", date(2025, 10, 1))


def test_the_charset_of_the_header_counts() -> None:
    body = '<rss version="2.0"><channel><item><title>Çanakkale</title><link>/a</link></item></channel></rss>'
    listing = read(body.encode("iso-8859-9"), "application/rss+xml; charset=iso-8859-9")
    assert listing.entries[0].title == "Çanakkale"


def test_a_broken_feed_gives_what_it_can_and_says_so() -> None:
    listing = read(rss("<item><title>A & B</title><link>/a</link></item><item><title>C</tit"))
    assert listing.entries[0].url == "https://wire.example/a"
    assert "not well-formed" in listing.notes[0]


def test_unusable_links_and_dates_are_counted() -> None:
    listing = read(
        rss(
            "<item><title>no link</title></item>"
            f"<item><link>https://wire.example/{'x' * 3000}</link></item>"
            "<item><link>/a</link><pubDate>some day</pubDate></item>"
        )
    )
    assert [entry.url for entry in listing.entries] == ["https://wire.example/a"]
    assert any(note.startswith("2 entries without a usable link") for note in listing.notes)
    assert any(note.startswith("1 entries have a date") for note in listing.notes)


def test_too_many_entries_are_counted() -> None:
    listing = read(rss("".join(f"<item><link>/{n}</link></item>" for n in range(MAX_ENTRIES + 7))))
    assert len(listing.entries) == MAX_ENTRIES
    assert listing.notes[0].startswith("7 entries beyond")


def test_an_empty_feed_says_so() -> None:
    assert read(rss("")).notes == ("the feed lists nothing",)


def test_titles_can_not_forge_lines() -> None:
    listing = read(rss("<item><title>a&#10;&#x1b;[31mFAILED&#x202e;&#x2028;b</title><link>/a</link></item>"))
    title = listing.entries[0].title
    assert title is not None
    assert title.isprintable()


@pytest.mark.parametrize(
    "body", [b"<html><body>hello</body></html>", b"\x00\x01", b"not a feed", b"{}", b"/etc/hostname"]
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    with pytest.raises(FetchError) as raised:
        read(body)
    assert raised.value.reason == "feed_unreadable"


def test_a_file_name_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_bytes(rss("<item><title>secret</title><link>/s</link></item>"))
    for body in (str(secret).encode(), f"file://{secret}".encode()):
        with pytest.raises(FetchError):
            read(body)


BILLION = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>&b;</title><link>/a</link></item>", BILLION),
        rss("<item><title>&x;</title></item>", '<!DOCTYPE r [<!entity x SYSTEM "file:///etc/hostname">]>'),
        rss("<item><title>&b;</title></item>", BILLION).decode().encode("utf-16"),
    ],
)
def test_entities_are_refused(body: bytes) -> None:
    with pytest.raises(FetchError) as raised:
        read(body)
    assert raised.value.reason == "feed_entities"


def test_a_feed_that_takes_quadratic_time_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "DEADLINE", 1.5)
    with pytest.raises(FetchError) as raised:
        read(rss(f"<item><link>/a</link><author>{'a' * 400_000}</author></item>"))
    assert raised.value.reason == "feed_too_slow"


def test_a_feed_that_kills_its_reader_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = tmp_path / "child.py"
    child.write_text("raise MemoryError('with some detail')")
    monkeypatch.setattr(feeds, "_CHILD", child)
    with pytest.raises(FetchError, match="MemoryError") as raised:
        read(rss(""))
    assert raised.value.reason == "feed_unreadable"


def test_a_huge_feed_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_FEED_BYTES", 100)
    with pytest.raises(FetchError) as raised:
        read(rss("<item/>" * 100))
    assert raised.value.reason == "feed_too_large"
