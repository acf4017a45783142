from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from posture.collect import load
from posture.collect.catalogue import Source
from posture.errors import ConfigError
from posture.settings import Settings


def write(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return Settings(home=tmp_path, sources=str(path))


GOOD = """
sources:
  - code: a-wire
    name: A Wire
    feeds: [{url: "https://a.example/rss", format: rss}]
"""


def test_newsroom_is_served_where_the_settings_say(tmp_path: Path) -> None:
    catalogue = load(Settings(home=tmp_path, newsroom_url="http://127.0.0.1:9999/"))
    assert [source.code for source in catalogue.sources] == [
        "harbour-wire",
        "levant-monitor",
        "defence-brief",
        "sahel-dispatch",
        "country-reports",
    ]
    urls = [feed.url for source in catalogue.sources for feed in source.feeds]
    assert urls[0] == "http://127.0.0.1:9999/harbour-wire/feed.xml"
    assert all(source.private_hosts == {("127.0.0.1", 9999)} for source in catalogue.sources)
    assert all(source.interval == 0 for source in catalogue.sources)


def test_newsroom_may_have_a_name_on_a_private_network(tmp_path: Path) -> None:
    source = load(Settings(home=tmp_path, newsroom_url="http://newsroom:8765")).source("harbour-wire")
    assert source.private_hosts == {("newsroom", 8765)}


def test_live_catalogue_is_wide_and_public(tmp_path: Path) -> None:
    catalogue = load(Settings(home=tmp_path, sources="live"))
    assert len(catalogue.sources) >= 25
    assert len({source.category for source in catalogue.sources}) >= 6
    assert {feed.format for source in catalogue.sources for feed in source.feeds} == {"rss", "atom", "news_sitemap"}
    assert all(source.homepage and not source.private_hosts for source in catalogue.sources)


def test_no_two_live_sources_share_a_host(tmp_path: Path) -> None:
    # Runs of different sources know nothing of each other's requests; one host in two would be asked twice as often.
    owners: dict[str | None, str] = {}
    for source in load(Settings(home=tmp_path, sources="live")).sources:
        for url in (source.homepage or "", *(feed.url for feed in source.feeds)):
            assert owners.setdefault(urlsplit(url).hostname, source.code) == source.code


def test_inbox_is_the_only_source_when_set(tmp_path: Path) -> None:
    catalogue = load(Settings(home=tmp_path, inbox=tmp_path, sources="no/such/file"))
    assert [(source.code, source.kind) for source in catalogue.sources] == [("inbox", "inbox")]


def test_own_catalogue(tmp_path: Path) -> None:
    source = load(write(tmp_path, GOOD)).source("a-wire")
    assert (source.language, source.interval, source.private_hosts) == ("en", None, frozenset())


def test_unknown_code_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="a-wire"):
        load(write(tmp_path, GOOD)).source("b-wire")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources: [", "not valid YAML"),
        ("sources: []", "lists no sources"),
        ("- a\n- b", "lists no sources"),
        ("sources: [3]", "number 1"),
        (GOOD + "  - {code: a-wire, name: B, feeds: [{url: 'https://b.example/', format: rss}]}", "two sources"),
        (GOOD.replace("name: A Wire", "nane: A Wire"), "nane"),
        (GOOD.replace("a-wire", "A Wire"), "code: "),
        (GOOD.replace("format: rss", "format: jsonfeed"), r"feeds\.0\.format"),
        (GOOD.replace("https://a.example/rss", "ftp://a.example/rss"), r"feeds\.0\.url"),
        (GOOD.replace("https://a.example/rss", "https://me:pw@a.example/rss"), "password"),
        (GOOD.replace("https://a.example/rss", "{newsrom}/rss"), r"feeds\.0\.url"),
        (GOOD.replace("https://a.example/rss", "https://a.example:99999/rss"), r"feeds\.0\.url"),
        (GOOD + "    drop_url_patterns: ['(']", "regular expression"),
        (GOOD + "    furniture_patterns: ['ask us .*', '[a-']", r"furniture_patterns\.1.*regular expression"),
        (GOOD + "    furniture_patterns: ['.*']", r"furniture_patterns\.0.*takes any line"),
        (GOOD + "    furniture_patterns: ask us", "furniture_patterns"),
        (GOOD + "    interval: -1", "interval"),
        (GOOD + "    language: no", "language"),
        (GOOD + "    name: Twice", "given twice"),
        (GOOD + "    kind: inbox", "inbox"),
        (GOOD.replace("a-wire", "inbox"), "POSTURE_INBOX"),
        ("sources:\n  - {code: a, name: A}", "at least one"),
    ],
)
def test_a_wrong_catalogue_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as raised:
        load(write(tmp_path, text))
    assert "mine.yaml" in str(raised.value)
    assert raised.value.remedy


def test_missing_catalogue(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="POSTURE_SOURCES"):
        load(Settings(home=tmp_path, sources=str(tmp_path / "none.yaml")))


@pytest.mark.parametrize(
    ("url", "trusted"),
    [
        ("http://localhost/feed", {("localhost", 80)}),
        ("http://10.1.2.3:8080/feed", {("10.1.2.3", 8080)}),
        ("https://[::1]/feed", {("::1", 443)}),
        ("https://8.8.8.8/feed", set()),
        ("https://intra/feed", set()),
    ],
)
def test_only_plainly_private_hosts_are_trusted(url: str, trusted: set[tuple[str, int]]) -> None:
    source = Source.model_validate({"code": "a", "name": "A", "feeds": [{"url": url, "format": "rss"}]})
    assert source.private_hosts == trusted
