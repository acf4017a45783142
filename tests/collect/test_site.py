from __future__ import annotations

import json
import multiprocessing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from posture.collect import CollectReport, archive, collect
from posture.collect.batch import Batch
from posture.collect.catalogue import Source
from posture.errors import ArchiveError, FetchError
from posture.settings import Settings

from .conftest import DAY, NOW, Reply, Web, rss, site_source, snapshot

#: In the listings: fresh within seven days before DAY, old before.
FRESH = "Sun, 08 Mar 2026 09:00:00 GMT"
OLD = "Sun, 01 Feb 2026 09:00:00 GMT"


def run(
    settings: Settings, source: Source, day: date = DAY, now: datetime = NOW, lines: list[str] | None = None
) -> CollectReport:
    report = collect(source, day, settings, lambda: now, (lines if lines is not None else []).append)
    assert report.listed == report.new + report.unchanged + report.failed + report.refused + report.deferred
    return report


def rows(settings: Settings, code: str | None) -> dict[str, dict[str, Any]]:
    assert code is not None
    table, read = archive.read_batch(settings.archive_dir, code)
    found = {}
    for row in table.to_pylist():
        found[row["requested_url"].partition("//")[2].partition("/")[2]] = row
        row["body"] = read(row) if row["outcome_code"] == "new" else None
    return found


def wire(web: Web, *items: tuple[str, str | None], etag: str | None = '"f1"') -> Source:
    """A site with one RSS feed of these articles, each a page with an ETag."""
    web.reply("/feed.xml", rss(*items, base=web.url), etag=etag, headers={"Content-Type": "application/rss+xml"})
    for path, _ in items:
        web.routes.setdefault(path, Reply(f"<p>Text of {path}</p>".encode(), etag=f'"{path}"'))
    return site_source(web)


def test_listed_articles_are_archived_with_what_was_listed(web: Web, settings: Settings) -> None:
    lines: list[str] = []
    report = run(settings, wire(web, ("/a", FRESH), ("/b", None)), lines=lines)
    assert (report.batch_code, report.listed, report.new) == ("test-wire/2026-03-10-01", 2, 2)
    a = rows(settings, report.batch_code)["a"]
    assert a["body"] == b"<p>Text of /a</p>"
    assert (a["listed_title"], a["listed_on"]) == ("About /a", date(2026, 3, 8))
    assert a["listed_at"] == datetime(2026, 3, 8, 9, tzinfo=UTC)
    assert (a["retrieved_at"], a["outlet"], a["http_status"], a["charset"]) == (NOW, "Test Wire", 200, "utf-8")
    assert rows(settings, report.batch_code)["b"]["listed_on"] is None
    assert lines[-1] == "test-wire: 2 listed, 2 new, 0 unchanged"
    assert all(line.startswith("test-wire: ") for line in lines)


def test_a_second_run_changes_no_file_and_asks_conditionally(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH), ("/old", OLD))
    run(settings, source)
    before = snapshot(settings.home)
    web.forget()
    report = run(settings, source, now=NOW + timedelta(hours=1))
    assert (report.batch_code, report.unchanged, report.new) == (None, 2, 0)
    assert snapshot(settings.home) == before
    # The old article is not even asked for; the others answer 304.
    assert web.pages() == ["/feed.xml", "/a"]
    assert [sent.get("if-none-match") for sent in web.requests[1:]] == ['"f1"', '"/a"']


def test_without_validators_equal_bytes_change_nothing(web: Web, settings: Settings) -> None:
    web.reply("/a", "text")
    source = wire(web, ("/a", FRESH), etag=None)
    run(settings, source)
    before = snapshot(settings.home)
    assert run(settings, source, now=NOW + timedelta(hours=1)).unchanged == 1
    assert snapshot(settings.home) == before


def test_a_feed_that_only_looks_new_changes_nothing(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", OLD))
    run(settings, source)
    before = snapshot(settings.home)
    feed = rss(("/a", OLD), base=web.url).replace("<title>T</title>", "<lastBuildDate>now</lastBuildDate>")
    web.reply("/feed.xml", feed, etag='"f2"')
    assert run(settings, source).batch_code is None
    assert snapshot(settings.home) == before


def test_losing_the_state_costs_requests_and_duplicates_nothing(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH), ("/gone", FRESH))
    web.reply("/gone", status=404)
    run(settings, source)
    (settings.archive_dir / "test-wire" / "state.json").unlink()
    web.forget()
    report = run(settings, source)
    assert (report.batch_code, report.unchanged, report.failed) == (None, 1, 1)
    assert all("if-none-match" not in sent for sent in web.requests)


def test_a_304_from_a_host_that_we_hold_nothing_of_can_not_lose_an_article(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    run(settings, source)
    for path in (settings.archive_dir / "test-wire").glob("2026*"):
        path.unlink()
    assert run(settings, source).new == 1


def test_validators_without_their_list_are_not_sent(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    run(settings, source)
    path = settings.archive_dir / "test-wire" / "state.json"
    state = json.loads(path.read_text())
    del state["urls"][web.url + "/feed.xml"]["listing"]
    path.write_text(json.dumps(state))
    web.forget()
    assert run(settings, source).unchanged == 1
    assert "if-none-match" not in web.requests[1]


def test_days_cascade_although_the_feed_stays_the_same(web: Web, settings: Settings) -> None:
    source = wire(
        web,
        ("/1", "Sun, 08 Mar 2026 23:00:00 -0500"),
        ("/2", "Mon, 09 Mar 2026 09:00:00 GMT"),
        ("/3", "Tue, 10 Mar 2026 09:00:00 GMT"),
        ("/undated", None),
    )
    taken = []
    for day in (date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9), date(2026, 3, 10)):
        report = run(settings, source, day)
        taken.append((report.batch_code, sorted(rows(settings, report.batch_code))))
    assert taken == [
        ("test-wire/2026-03-07-01", ["undated"]),
        ("test-wire/2026-03-08-01", ["1"]),
        ("test-wire/2026-03-09-01", ["2"]),
        ("test-wire/2026-03-10-01", ["3"]),
    ]
    assert run(settings, source).batch_code is None


def test_an_earlier_day_after_a_later_one_finds_nothing_left(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH), ("/b", OLD))
    run(settings, source)
    report = run(settings, source, date(2026, 2, 2))
    assert (report.batch_code, report.listed, report.unchanged) == (None, 1, 1)


# ── changed articles ────────────────────────────────────────────────────────────────────────────


def test_a_fresh_article_that_changed_is_a_new_document(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    run(settings, source)
    web.reply("/a", "<p>Corrected</p>", etag='"/a"-2')
    report = run(settings, source, now=NOW + timedelta(hours=1))
    assert (report.batch_code, report.new) == ("test-wire/2026-03-10-02", 1)
    assert rows(settings, report.batch_code)["a"]["body"] == b"<p>Corrected</p>"
    assert run(settings, source, now=NOW + timedelta(hours=2)).batch_code is None


def test_the_same_etag_with_other_bytes_is_noticed(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    run(settings, source)
    web.routes["/a"] = Reply(b"<p>Corrected</p>", headers={"ETag": '"/a"'})
    assert run(settings, source).new == 1


def atom(web: Web, updated: str) -> Source:
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>i</id><updated>{updated}</updated>
      <entry><id>a</id><title>A</title><link href="/a"/><published>2026-01-01T00:00:00Z</published>
      <updated>{updated}</updated></entry></feed>"""
    web.reply("/atom.xml", body, headers={"Content-Type": "application/atom+xml"})
    return site_source(web, ("/atom.xml", "atom"))


def test_an_old_article_is_looked_at_again_when_its_listing_says_so(web: Web, settings: Settings) -> None:
    web.reply("/a", "one", etag='"1"')
    run(settings, atom(web, "2026-01-02T00:00:00Z"))
    web.reply("/a", "two", etag='"2"')
    web.forget()
    run(settings, atom(web, "2026-01-03T00:00:00Z"))
    assert web.pages() == ["/atom.xml"]
    report = run(settings, atom(web, "2026-03-10T12:30:00Z"), now=NOW + timedelta(hours=1))
    assert report.new == 1
    assert run(settings, atom(web, "2026-03-10T12:30:00Z"), now=NOW + timedelta(hours=2)).batch_code is None


def test_an_article_that_vanishes_is_on_record_and_stays_archived(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    run(settings, source)
    web.reply("/a", status=410)
    report = run(settings, source)
    assert (report.failed, rows(settings, report.batch_code)["a"]["reason"]) == (1, "http_410: answered 410 Gone")
    assert run(settings, source).batch_code is None
    web.reply("/a", "<p>Text of /a</p>", etag='"/a"')
    assert (run(settings, source).batch_code, run(settings, source).unchanged) == (None, 1)


# ── identity ────────────────────────────────────────────────────────────────────────────────────


def test_one_article_listed_twice_is_taken_once(web: Web, settings: Settings) -> None:
    web.reply("/a", "text")
    web.reply("/one.xml", rss(("/a?utm_source=one", OLD), base=web.url))
    web.reply("/two.xml", rss(("/a?utm_source=two", OLD), ("/a#top", OLD), base=web.url))
    web.reply("/a?utm_source=one", "text")
    source = site_source(web, ("/one.xml", "rss"), ("/two.xml", "rss"))
    assert (run(settings, source).listed, run(settings, source).batch_code) == (1, None)


def test_two_addresses_that_lead_to_one_page_are_one_document(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH), ("/b", FRESH))
    web.reply("/b", status=301, headers={"Location": "/a"})
    report = run(settings, source)
    assert (report.new, report.unchanged) == (1, 1)
    assert run(settings, source).batch_code is None


# ── what goes wrong ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.impatient
def test_one_bad_page_never_stops_a_source(web: Web, settings: Settings) -> None:
    web.reply("/robots.txt", "User-agent: *\nDisallow: /closed")
    web.reply("/500", status=500)
    web.reply("/404", status=404)
    web.reply("/image", "GIF89a", headers={"Content-Type": "image/gif"})
    web.hang("/hangs")
    bad = ["/500", "/404", "/image", "/hangs", "/closed"]
    web.reply(
        "/feed.xml",
        rss(
            *((web.url + path, FRESH) for path in [*bad, "/good"]),
            ("http://169.254.169.254/latest/meta-data/", FRESH),
            ("http://127.0.0.1:1/admin", FRESH),
            ("javascript:alert(1)", FRESH),
            ("http://me:pw@127.0.0.1/x", FRESH),
        ),
    )
    web.reply("/good", "text")
    source = site_source(web)
    report = run(settings, source)
    assert (report.new, report.failed, report.refused) == (1, 5, 4)
    table, _ = archive.read_batch(settings.archive_dir, str(report.batch_code))
    found = {row["requested_url"]: row for row in table.to_pylist()}
    reasons = {url.rpartition("/")[2]: str(row["reason"]).partition(":")[0] for url, row in found.items()}
    assert reasons == {
        "good": "None",
        "500": "http_500",
        "404": "http_404",
        "image": "media_type",
        "hangs": "timeout",
        "closed": "robots",
        "": "private_address",
        "admin": "private_address",
        "javascript:alert(1)": "scheme",
        "x": "bad_url",
    }
    assert found[web.url + "/500"]["http_status"] == 500
    assert {row["outcome_code"] for url, row in found.items() if "closed" in url} == {"refused"}
    before = snapshot(settings.home)
    again = run(settings, source)
    assert (again.batch_code, again.unchanged, again.failed, again.refused) == (None, 1, 5, 4)
    assert snapshot(settings.home) == before


def test_a_failure_is_tried_again_last_and_ends_when_it_answers(web: Web, settings: Settings) -> None:
    web.reply("/bad", status=503)
    run(settings, wire(web, ("/bad", FRESH)))
    web.reply("/bad", "text at last")
    source = wire(web, ("/bad", FRESH), ("/new", OLD), etag='"f2"')
    web.forget()
    report = run(settings, source)
    assert (report.new, web.pages()) == (2, ["/feed.xml", "/new", "/bad"])


def test_another_failure_of_the_same_page_is_news(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    codes = []
    for status in (500, 500, 404, 500):
        web.reply("/a", status=status)
        codes.append(run(settings, source).batch_code)
    assert codes == ["test-wire/2026-03-10-01", None, "test-wire/2026-03-10-02", "test-wire/2026-03-10-03"]


@pytest.mark.parametrize(
    ("break_it", "expected"),
    [
        (lambda web: web.reply("/feed.xml", status=500), "http_500"),
        pytest.param(lambda web: web.hang("/feed.xml"), "timeout", marks=pytest.mark.impatient),
        (lambda web: web.reply("/feed.xml", "<html>Not a feed</html>"), "feed_unreadable"),
        (lambda web: web.reply("/feed.xml", rss().replace("?>", '?><!DOCTYPE r [<!ENTITY a "b">]>')), "feed_entities"),
        (lambda web: web.reply("/robots.txt", "User-agent: *\nDisallow: /"), "robots"),
        (lambda web: web.reply("/robots.txt", status=500), "robots_unreachable"),
        pytest.param(lambda web: web.hang("/robots.txt"), "robots_unreachable", marks=pytest.mark.impatient),
    ],
)
def test_a_source_out_of_reach_is_said_after_it_is_written_down_once(
    break_it: Any, expected: str, web: Web, settings: Settings
) -> None:
    source = wire(web, ("/a", FRESH))
    break_it(web)
    with pytest.raises(FetchError) as raised:
        run(settings, source)
    error = raised.value
    assert (error.reason, error.source, error.where) == (expected, "test-wire", web.url + "/feed.xml")
    assert error.remedy
    feed = rows(settings, "test-wire/2026-03-10-01")["feed.xml"]
    assert feed["reason"].startswith(expected + ": ")
    assert feed["outcome_code"] == ("refused" if expected == "robots" else "failed")
    before = snapshot(settings.home)
    with pytest.raises(FetchError):
        run(settings, source)
    assert snapshot(settings.home) == before


def test_a_feed_that_recovers_and_fails_again_is_news(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    good = web.routes["/feed.xml"]
    for _ in range(2):
        web.reply("/feed.xml", status=500)
        with pytest.raises(FetchError):
            run(settings, source)
        web.routes["/feed.xml"] = good
        run(settings, source)
    failures = [
        row
        for code in archive.batches(settings.archive_dir)
        for row in archive.read_captures(settings.archive_dir, code).to_pylist()
        if row["outcome_code"] == "failed"
    ]
    assert len(failures) == 2


def test_one_bad_feed_never_stops_the_others(web: Web, settings: Settings) -> None:
    wire(web, ("/a", FRESH))
    web.reply("/bad.xml", status=500)
    report = run(settings, site_source(web, ("/bad.xml", "rss"), ("/feed.xml", "rss")))
    assert (report.new, report.failed) == (1, 1)
    assert any(warning.startswith("failed: ") and "http_500" in warning for warning in report.warnings)


def test_a_host_that_asks_to_wait_defers_the_source_until_then(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH))
    good = web.routes["/feed.xml"]
    web.reply("/feed.xml", status=503, headers={"Retry-After": "7200"})
    report = run(settings, source)
    assert (report.batch_code, report.deferred) == (None, 1)
    assert "asks to wait" in "".join(report.warnings)
    web.routes["/feed.xml"] = good
    web.forget()
    before = snapshot(settings.home)
    assert run(settings, source, now=NOW + timedelta(minutes=119)).deferred == 1
    assert (web.asked, snapshot(settings.home)) == ([], before)
    assert run(settings, source, now=NOW + timedelta(minutes=121)).new == 1


def test_a_host_that_breaks_down_midway_defers_the_rest(web: Web, settings: Settings) -> None:
    source = wire(web, *((f"/{n}", FRESH) for n in range(9)))
    for n in range(9):
        web.reply(f"/{n}", status=500)
    report = run(settings, source)
    assert (report.failed, report.deferred) == (5, 4)
    assert len(report.warnings) == 1
    # The next run begins with what was not tried yet.
    for n in range(9):
        web.reply(f"/{n}", "text")
    web.forget()
    assert run(settings, source).new == 9
    assert sorted(web.pages()[1:5]) == ["/5", "/6", "/7", "/8"]


def test_at_most_so_many_articles_a_run(web: Web, settings: Settings) -> None:
    wire(web, *((f"/{n}", FRESH) for n in range(5)))
    source = site_source(web, max_articles=3)
    first, second, third = (run(settings, source) for _ in range(3))
    assert [(r.new, r.unchanged, r.deferred) for r in (first, second, third)] == [(3, 0, 2), (2, 3, 0), (0, 5, 0)]
    assert first.warnings == ("2 articles wait for a later run: the most for one run were asked for",)
    assert second.warnings == ()


def test_a_run_out_of_time_defers_the_rest(web: Web, settings: Settings) -> None:
    wire(web, ("/a", FRESH), ("/b", FRESH))
    source = site_source(web).model_copy(update={"interval": 0.2, "budget": 0.5})
    report = run(settings, source)
    assert report.new + report.deferred == 2
    assert report.deferred >= 1


def test_dropped_addresses_are_not_listed(web: Web, settings: Settings) -> None:
    wire(web, ("/sports/a", FRESH), ("/news/b", FRESH))
    report = run(settings, site_source(web, drop_url_patterns=("/sports/",)))
    assert (report.listed, "/sports/a" in web.asked) == (1, False)


# ── sitemaps ────────────────────────────────────────────────────────────────────────────────────


def test_an_index_of_news_sitemaps_is_followed_once_and_not_further(web: Web, settings: Settings) -> None:
    ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    web.reply(
        "/index.xml",
        f"<sitemapindex {ns}><sitemap><loc>{web.url}/1.xml</loc></sitemap>"
        f"<sitemap><loc>{web.url}/2.xml</loc></sitemap><sitemap><loc>{web.url}/index.xml</loc></sitemap>"
        f"<sitemap><loc>http://me:pw@127.0.0.1/4.xml</loc></sitemap></sitemapindex>",
        etag='"i"',
    )
    web.reply(
        "/1.xml", f"<urlset {ns}><url><loc>{web.url}/a</loc><lastmod>2026-03-01</lastmod></url></urlset>", etag='"s"'
    )
    web.reply("/2.xml", f"<sitemapindex {ns}><sitemap><loc>{web.url}/3.xml</loc></sitemap></sitemapindex>")
    web.reply("/a", "text")
    source = site_source(web, ("/index.xml", "news_sitemap"))
    report = run(settings, source)
    assert (report.new, report.failed, report.listed) == (1, 1, 2)
    assert web.pages() == ["/index.xml", "/1.xml", "/2.xml", "/a"]
    assert any("index within an index" in warning for warning in report.warnings)
    before = snapshot(settings.home)
    assert run(settings, source).batch_code is None
    assert snapshot(settings.home) == before


# ── transactions ────────────────────────────────────────────────────────────────────────────────


def test_a_full_disk_fails_the_run_and_the_next_one_heals(
    web: Web, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = wire(web, ("/a", FRESH))

    def full(self: Batch) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Batch, "commit", full)
        with pytest.raises(ArchiveError, match="No space left"):
            run(settings, source)
    assert archive.batches(settings.archive_dir) == []
    assert run(settings, source).new == 1


def test_killed_in_the_midst_the_next_run_takes_it_all(web: Web, settings: Settings) -> None:
    source = wire(web, ("/a", FRESH), ("/b", OLD))

    def kill_on_b(handler: BaseHTTPRequestHandler) -> None:
        process.kill()

    process = multiprocessing.get_context("fork").Process(target=run, args=(settings, source))
    web.routes["/b"] = kill_on_b
    process.start()
    process.join(20)
    assert process.exitcode == -9
    assert archive.batches(settings.archive_dir) == []
    web.reply("/b", "text")
    assert run(settings, source).new == 2
    assert not list(settings.archive_dir.rglob(".tmp-*"))


def test_two_runs_at_once_take_each_article_once(web: Web, settings: Settings) -> None:
    source = wire(web, *((f"/{n}", FRESH) for n in range(4)))
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=run, args=(settings, source)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    taken = [
        row["requested_url"]
        for code in archive.batches(settings.archive_dir)
        for row in archive.read_captures(settings.archive_dir, code).to_pylist()
    ]
    assert len(taken) == len(set(taken)) == 4


def test_reports_stay_small(web: Web, settings: Settings, tmp_path: Path) -> None:
    feeds = [(f"/{n}{'x' * 500}.xml", "rss") for n in range(40)]
    wire(web, ("/a", FRESH))
    report = run(replace(settings, home=tmp_path / "h"), site_source(web, *feeds, ("/feed.xml", "rss")))
    assert (report.new, report.failed) == (1, 40)
    assert sum(map(len, report.warnings)) < 8_000
    assert "and 20 more" in report.warnings[-1]
