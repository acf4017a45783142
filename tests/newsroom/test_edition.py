"""The pages: every article listed once, every feature really in the bytes."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from typing import Any

import feedparser
import ftfy
import pypdf
import pytest
from defusedxml import ElementTree
from lxml import html

import newsroom
from newsroom import OUTLETS, Article, Outlet, Page
from newsroom.press import NOTICE

BASE = "http://127.0.0.1:8765"
ARTICLES = newsroom.load()
PAGES = newsroom.build(BASE, ARTICLES)
PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){4,}")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def page_of(feature: str) -> tuple[Article, Page]:
    article = next(a for a in ARTICLES if feature in a.features)
    return article, PAGES[article.path]


def tree(body: bytes | str) -> Any:
    """Parsed HTML; Any, for the stubs of lxml make every XPath a union of seven types."""
    return html.fromstring(body.decode() if isinstance(body, bytes) else body)


def own(outlet: Outlet) -> list[Article]:
    return [a for a in ARTICLES if a.outlet == outlet]


def listed(outlet: Outlet) -> list[str]:
    body = PAGES[outlet.listing].body
    if outlet.format == "news_sitemap":
        return [e.text for e in ElementTree.fromstring(body).iter(f"{SITEMAP}loc")]
    parsed = feedparser.parse(body)
    assert not parsed.bozo
    return [entry.link for entry in parsed.entries]


def test_every_article_is_listed_exactly_once() -> None:
    links = Counter(link for outlet in OUTLETS.values() for link in listed(outlet))
    assert links == Counter(BASE + a.path for a in ARTICLES)
    assert len({a.path for a in ARTICLES}) == len(ARTICLES)


@pytest.mark.parametrize("outlet", OUTLETS.values(), ids=lambda o: o.code)
def test_listing_says_what_its_format_demands(outlet: Outlet) -> None:
    page = PAGES[outlet.listing]
    articles = own(outlet)
    if outlet.format == "news_sitemap":
        root = ElementTree.fromstring(page.body)
        assert page.media_type.startswith("application/xml")
        assert [e.text for e in root.iter(f"{NEWS}title")] == [a.title for a in articles]
        assert [e.text[:10] for e in root.iter(f"{NEWS}publication_date")] == [str(a.published)[:10] for a in articles]
        assert {e.text for e in root.iter(f"{NEWS}language")} == {"en", "fr"}
        return
    parsed = feedparser.parse(page.body)
    assert parsed.version == ("rss20" if outlet.format == "rss" else "atom10")
    assert page.media_type.startswith(f"application/{outlet.format}+xml")
    assert [e.title for e in parsed.entries] == [a.title for a in articles]
    assert len({e.id for e in parsed.entries}) == len(articles)
    if outlet.code == "defence-brief":
        assert not any("published" in e for e in parsed.entries)
    else:
        assert [e.published_parsed[:3] for e in parsed.entries] == [
            a.published.timetuple()[:3] for a in articles if a.published
        ]


def test_the_bytes_are_the_same_each_time() -> None:
    again = newsroom.build(BASE)
    assert {path: page.etag for path, page in again.items()} == {path: page.etag for path, page in PAGES.items()}
    assert all(again[path].body == page.body for path, page in PAGES.items())


def test_the_base_is_the_only_thing_that_changes_with_the_address() -> None:
    elsewhere = newsroom.build("http://127.0.0.1:9")
    for path, page in PAGES.items():
        assert elsewhere[path].body.replace(b"http://127.0.0.1:9", BASE.encode()) == page.body


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: f"{a.outlet.code}/{a.slug}")
def test_each_page_says_that_it_is_sample_data(article: Article) -> None:
    body = PAGES[article.path].body
    if "broken" in article.features:
        assert NOTICE.encode() not in body
    elif "pdf" in article.features:
        assert all(NOTICE in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    else:
        feet = tree(body).xpath("//footer | //*[@id='footer']")
        assert any(NOTICE in foot.text_content() for foot in feet)


@pytest.mark.parametrize(
    "article",
    [a for a in ARTICLES if not {"pdf", "broken"} & set(a.features)],
    ids=lambda a: f"{a.outlet.code}/{a.slug}",
)
def test_page_holds_the_whole_text(article: Article) -> None:
    shown = tree(ftfy.fix_text(PAGES[article.path].body.decode()).replace("’", "'")).text_content()
    shown = " ".join(shown.split())
    written = re.sub(r"\[\^\d+\]|[*|]", " ", article.body.replace("’", "'"))
    phrases = PHRASE.findall(written)
    assert len(phrases) > 8
    assert [p for p in phrases if p not in shown] == []
    assert "&lt;" not in PAGES[article.path].body.decode()


def test_links_on_pages_lead_somewhere() -> None:
    for path, page in PAGES.items():
        if page.media_type.startswith("text/html") and b"</html>" in page.body:
            targets = {t for t in tree(page.body).xpath("//a/@href") if not t.startswith("#")}
            missing = {t for t in targets if t.removeprefix(BASE) not in PAGES}
            assert not missing, (path, missing)


def test_json_ld_on_the_agency() -> None:
    for article in own(OUTLETS["harbour-wire"]):
        script = tree(PAGES[article.path].body).xpath("//script[@type='application/ld+json']")
        assert '"NewsArticle"' in script[0].text
        assert f'"{article.published:%Y-%m-%dT%H:%M:%SZ}"' in script[0].text


def test_dates_of_defence_brief_stand_in_the_visible_text_only() -> None:
    styles = set()
    for article in own(OUTLETS["defence-brief"]):
        if "date_in_text" not in article.features:
            continue
        assert article.published is not None
        root = tree(PAGES[article.path].body)
        assert not root.xpath("//meta[@property or contains(@name, 'date')] | //script")
        assert f"{article.published.day} {article.published:%B %Y}" in root.xpath("string(//p[@class='posted'])")
        styles.add(bool(root.xpath("//time")))
    assert styles == {True, False}


def test_the_undated_page_has_no_date() -> None:
    article, page = page_of("undated")
    root = tree(page.body)
    assert not root.xpath("//time | //p[@class='posted']")
    assert page.changed == max(a.changed for a in ARTICLES if a.changed)
    entry = next(e for e in feedparser.parse(PAGES[article.outlet.listing].body).entries if e.title == article.title)
    assert "published" not in entry
    assert "updated" not in entry


def test_mojibake_is_mixed_with_right_characters() -> None:
    _, page = page_of("mojibake")
    text = page.body.decode()
    assert "TÃ¼rkiyeâ€™s" in text
    assert "Türkiye" in text
    shown = tree(ftfy.fix_text(text)).text_content()
    assert "Türkiye's defence minister" in shown.replace("’", "'")


def test_teasers_captions_and_tail_of_the_monitor() -> None:
    for article in own(OUTLETS["levant-monitor"]):
        text = tree(PAGES[article.path].body).xpath("string(//div[@class='entry-content'])")
        assert text.count(article.caption) == 2
        assert f"The post {article.title} appeared first on Levant Monitor." in text
        assert ("READ:" in text) == ("teasers" in article.features)


def test_furniture_of_the_dispatch() -> None:
    for article in own(OUTLETS["sahel-dispatch"]):
        root = tree(PAGES[article.path].body)
        for furniture in ("share-bar", "newsletter-box", "cookie-consent", "related-list"):
            assert root.xpath(f"//*[contains(@class, '{furniture}')]")
        assert not root.xpath("//p | //article")
        assert len(root.xpath("//div[@class='x7 txt']")) >= 5


def test_tables_and_lists() -> None:
    for feature, path in (("table", "//table//td[contains(., 'about ')]"), ("ordered_list", "//ol/li")):
        for article in ARTICLES:
            if feature in article.features:
                found = tree(PAGES[article.path].body).xpath(path)
                assert len(found) >= 2 or "table" in article.features


def test_footnotes_have_marker_and_text() -> None:
    article, page = page_of("footnotes")
    root = tree(page.body)
    assert article.notes is not None
    markers = {int(m) for m in root.xpath("//sup/a/text()")}
    assert markers == set(article.notes)
    for number, text in article.notes.items():
        assert root.xpath(f"string(//p[@id='note-{number}'])").startswith(f"{number} {text}")


def test_the_glued_page_holds_both_stories() -> None:
    article, page = page_of("glued")
    text = tree(page.body).text_content()
    assert article.insert is not None
    assert text.index(article.title) < text.index(article.insert.title) < text.index("6 August 2024")
    assert text.count(article.insert.caption) == 2


def test_the_broken_page_is_no_text() -> None:
    _, page = page_of("broken")
    assert page.body.startswith(b"<!DOCTYPE")
    assert b"<body" not in page.body
    with pytest.raises(UnicodeDecodeError):
        page.body.decode()


def test_pdf_has_text_footnotes_headers_and_a_broken_word() -> None:
    article, page = page_of("pdf")
    assert page.media_type == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(page.body))
    assert reader.metadata is not None
    assert reader.metadata.creation_date == article.published
    texts = [p.extract_text() for p in reader.pages]
    assert len(texts) >= 3
    for number, text in enumerate(texts, start=1):
        assert text.startswith(f"Country Reports | {article.title}")
        assert f"Page {number}" in text
    whole = "\n".join(texts)
    assert re.search(r"[a-z]-\n[a-z]", whole)
    assert "About 1,500 Russian soldiers are in Transnistria" in whole
    assert article.notes is not None
    for number, note in article.notes.items():
        assert sum(f"{number} {note}" in text for text in texts) >= 1
    assert "\u00ad" not in whole
    assert hashlib.sha256(page.body).digest() == hashlib.sha256(newsroom.build(BASE)[article.path].body).digest()


def test_robots_forbids_a_listed_article() -> None:
    article, _ = page_of("disallowed")
    assert article.path.startswith("/harbour-wire/subscribers/")
    assert b"Disallow: /harbour-wire/subscribers/\n" in PAGES["/robots.txt"].body
    assert BASE + article.path in listed(article.outlet)
