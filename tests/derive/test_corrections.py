"""Corrections: the words that say so, the addresses that they name, and the article that they are about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import newsroom
from posture.derive import corrections, provenance
from posture.derive.batch import derive_document

from .fetched import fetched


@pytest.mark.parametrize(
    ("title", "text", "corrects"),
    [
        ("CORRECTION: Forty lorries left", "Text.", True),
        ("Forty lorries left", "Correction: an earlier version of this article said fifty.", True),
        ("Forty lorries left", "This story has been corrected to give the number of lorries.", True),
        ("Garrison commander seeks a correction of the border", "The correction of the border was refused.", False),
        (None, "The prison was a house of correction.", False),
    ],
)
def test_corrections(title, text, corrects):
    assert (corrections.correction(title, text) is not None) is corrects


@pytest.mark.parametrize(
    "title",
    [
        "UPDATE 2-CORRECTED-Forty lorries left",
        "Forty lorries left (corrected)",
        "Clarification: the lorries of Vale",
        "Corrections",
    ],
)
def test_headlines_that_correct(title):
    assert corrections.correction(title, "Text.") == title


@pytest.mark.parametrize("title", ["Correct forty errors, court tells army", "Correcting fire hits a depot"])
def test_headlines_that_do_not(title):
    assert corrections.correction(title, "Text.") is None


def test_the_quote_is_the_whole_line():
    line = "Correction: an earlier version of this article said fifty."
    assert corrections.correction("Forty lorries left", f"The lorries left.\n{line}\nMore.") == line


BASE = "https://vale.test/notices/1"


@pytest.mark.parametrize(
    ("quote", "linked", "found"),
    [
        ("Correction: see https://vale.test/a/1.", [], ["https://vale.test/a/1"]),
        ("Correction: forty, not fifty.", [("Correction: forty, not fifty.", "/a/1")], ["https://vale.test/a/1"]),
        ("Correction: forty, not fifty.", [("Some other paragraph", "/a/2")], []),
        ("Correction: lorries", [("The report of Monday said fifty.", "/a/1")], ["https://vale.test/a/1"]),
        ("Correction: lorries", [("We correct errors.", "/policy")], []),
        ("Correction: x", [("Correction: x", "mailto:desk@vale.test"), ("Correction: x", "https://[")], []),
    ],
)
def test_addresses(quote, linked, found):
    assert corrections.addresses(quote, linked, BASE) == found


def story(article_id: str, **more: Any) -> corrections.Article:
    text = more.get("text", "The garrison of Vale left its barracks.")
    given: dict[str, Any] = {
        "article_id": article_id, "source_code": "vale", "outlet": "Vale Daily", "requested_url": f"https://vale.test/{article_id}",
        "url": None, "part_id": "main", "title": f"Headline of {article_id}", "published_on": date(2025, 3, 1),
        "retrieved_at": datetime(2025, 3, 9, tzinfo=UTC), "text_sha256": text, "signature": provenance.signature(text),
        "is_correction": False, "correction_urls": (), "text": text,
    }  # fmt: skip
    return corrections.Article(**{**given, **more})


def notice(**more: Any) -> corrections.Article:
    given = {"published_on": date(2025, 3, 3), "is_correction": True, "title": "Correction: lorries", "text": "Fifty."}
    return story("notice", **{**given, **more})


def linked(*articles: corrections.Article) -> list[tuple[str, str, str]]:
    return [(r["article_id"], r["corrects_article_id"], r["basis_code"]) for r in corrections.corrections(articles)]


def test_a_page_with_another_text_puts_right_its_version_before():
    page = {"requested_url": "https://vale.test/p"}
    hours = [datetime(2025, 3, 9, h, tzinfo=UTC) for h in range(4)]
    versions = [
        story(f"v{n}", text=f"Text {n // 2}.", retrieved_at=at, **page) for n, at in enumerate(hours)
    ]  # two of each text
    assert linked(*versions) == [("v2", "v1", "same_page")]
    assert linked(versions[0], story("b", part_id="another", **page), story("c", source_code="w", **page)) == []


LONG = "The column of forty lorries left the barracks at Vale on Friday and reached the northern depot by night. " * 4


@pytest.mark.parametrize(
    ("earlier", "says", "basis"),
    [
        ({"url": "https://www.vale.test/a/1/?s=feed"}, {"correction_urls": ["https://vale.test/a/1"]}, "named_url"),
        (
            {"title": "Fifty lorries leave Vale barracks"},
            {"text": "The article “Fifty lorries leave Vale barracks” gave a wrong number."},
            "named_title",
        ),
        (
            {"title": "Fifty lorries leave Vale barracks"},
            {"title": "CORRECTED-Fifty lorries leave Vale barracks"},
            "same_title",
        ),
        ({"text": LONG}, {"text": LONG.replace("forty", "fifty", 1)}, "same_story"),
        (
            {"text": "Soldiers of Northmark left Port Vale for Eastholm.", "published_on": date(2025, 3, 1)},
            {"text": "A story of March 1 gave a wrong number: Northmark has forty lorries at Port Vale in Eastholm."},
            "named_day",
        ),
    ],
)
def test_a_notice_is_linked_by_what_it_says(earlier, says, basis):
    assert linked(story("old", **earlier), story("other", title="Something else altogether"), notice(**says)) == [
        ("notice", "old", basis)
    ]


@pytest.mark.parametrize(
    ("earlier", "says"),
    [
        ({"published_on": date(2025, 3, 4), "title": "Fifty lorries leave Vale barracks"},
         {"text": "“Fifty lorries leave Vale barracks” was wrong."}),
        ({"outlet": "Plain Post", "title": "Fifty lorries leave Vale barracks"},
         {"text": "“Fifty lorries leave Vale barracks” was wrong."}),
        ({"title": "Vale"}, {"text": "The article on Vale was wrong."}),
        ({"text": LONG, "published_on": date(2024, 3, 1)}, {"text": LONG}),
        ({"url": "https://vale.test/"}, {"correction_urls": ["https://vale.test/"]}),
        ({}, {"is_correction": False, "title": "Headline of old"}),
    ],
)  # fmt: skip
def test_a_notice_that_fits_nothing_is_linked_to_nothing(earlier, says):
    assert linked(story("old", **earlier), notice(**says)) == []


def test_of_two_articles_of_the_named_day_none_is_guessed():
    text = "Soldiers of Northmark left Port Vale for Eastholm."
    says = notice(text="A story of March 1 gave a wrong number: Northmark has forty lorries at Port Vale in Eastholm.")
    assert linked(story("one", text=text), story("two", text=text), says) == []


def test_an_articles_row_holds_the_correction_and_when_the_page_was_changed():
    html = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Forty lorries left Vale",'
        ' "datePublished": "2025-03-01T10:00:00Z", "dateModified": "2025-03-02T23:30:00-05:00"}</script></head><body>'
        "<article><p>The garrison of Vale left its barracks on Friday, and forty lorries went with it to the north.</p>"
        '<p>Correction: our <a href="/a/1">earlier report</a> gave the number of lorries as fifty.</p></article></body>'
    )
    (row,) = derive_document(fetched(html))["articles"]
    assert row["is_correction"]
    assert row["correction_quote"] == "Correction: our earlier report gave the number of lorries as fifty."
    assert row["correction_urls"] == ["https://alpha.test/a/1"]
    assert (row["modified_on"], row["modified_at"]) == (date(2025, 3, 2), datetime(2025, 3, 3, 4, 30, tzinfo=UTC))


def test_a_change_before_the_publication_is_none():
    html = (
        '<meta property="article:published_time" content="2025-03-02"><meta property="article:modified_time"'
        f' content="2025-03-01"><article><p>{LONG}</p></article>'
    )
    (row,) = derive_document(fetched(html))["articles"]
    assert (row["published_on"], row["modified_on"]) == (date(2025, 3, 2), None)


def test_the_notice_of_the_sample_site_is_linked_to_its_story():
    site = newsroom.build("http://127.0.0.1:1")
    known = corrections.Article.__dataclass_fields__
    articles, titles = [], {}
    for sample in newsroom.load():
        if sample.outlet.code != "harbour-wire":
            continue
        made = fetched(site[sample.path].body, capture_id=sample.path, requested_url=sample.path, outlet="Harbour Wire")
        for row in derive_document(made)["articles"]:
            given = {k: v for k, v in row.items() if k in known}
            articles.append(corrections.Article(**given, requested_url=sample.path))
            titles[row["article_id"]] = row["title"]
    (link,) = corrections.corrections(articles)
    assert titles[link["article_id"]] == "CORRECTION: About 80 French soldiers stay in Ivory Coast"
    assert titles[link["corrects_article_id"]] == "Ivory Coast takes over French base in Abidjan"
    assert link["basis_code"] == "named_day"
