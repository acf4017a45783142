"""Live blogs, digests and further articles of a page become articles of their own; an ordinary article stays one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from posture.derive.batch import derive_document

from .fetched import fetched

TOWNS = ("Vale", "Plain", "Ford", "Eastholm")


def paragraph(town: str, n: int = 0) -> str:
    return (
        f"The garrison of {town} left its barracks by the river in the {('morning', 'evening')[n % 2]}, the ministry "
        f"said, and the {n + 3} lorries that had stood before the gate since the winter went with it to the depot."
    )


def page(body: str, head: str = "", title: str = "The garrisons on the move") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{body}</main></body></html>"


def ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def articles(html: str) -> list[dict[str, Any]]:
    rows = derive_document(fetched(html))
    made = sorted(rows["articles"], key=lambda a: a["position"])
    for a in made:
        for r in (r for r in rows["records"] if r["article_id"] == a["article_id"]):
            assert a["text"][r["evidence_start"] : r["evidence_end"]] == r["evidence_quote"]
    assert rows["documents"][0]["article_count"] == len(made)
    assert len({a["part_id"] for a in made}) == len(made)
    return made


INTRO = f"<p>{paragraph('the valley')}</p><p>{paragraph('the coast', 1)}</p>"


def test_updates_declared_in_json_ld():
    updates = [
        {"@type": "BlogPosting", "headline": f"{t} garrison leaves", "datePublished": f"2026-11-2{n}T09:30:00+02:00",
         "url": f"https://alpha.test/a#{t.lower()}", "articleBody": f"<p>{paragraph(t)}</p><p>{paragraph(t, 1)}</p>"}
        for n, t in enumerate(TOWNS[:2])
    ]  # fmt: skip
    body = INTRO + "".join(
        f"<div id={t.lower()}><h2>{t} garrison leaves</h2><p>{paragraph(t)}</p><p>{paragraph(t, 1)}</p></div>"
        for t in TOWNS[:2]
    )
    head = ld({"@type": "LiveBlogPosting", "headline": "The garrisons on the move", "datePublished": "2026-11-19",
               "liveBlogUpdate": updates})  # fmt: skip
    main, one, two = articles(page(body, head))
    assert (main["title"], main["published_on"], main["part_id"]) == (
        "The garrisons on the move",
        date(2026, 11, 19),
        "main",
    )
    assert paragraph("the valley") in main["text"]
    assert "Vale" not in main["text"]
    assert (one["title"], one["published_on"]) == ("Vale garrison leaves", date(2026, 11, 20))
    assert (one["published_at"], one["url"]) == (datetime(2026, 11, 20, 7, 30, tzinfo=UTC), "https://alpha.test/a#vale")
    assert one["text"].split("\n") == ["Vale garrison leaves", "", paragraph("Vale"), paragraph("Vale", 1)]
    assert two["title"] == "Plain garrison leaves"


def test_updates_whose_text_stands_in_the_page_only():
    updates = [{"@type": "BlogPosting", "headline": f"{t} leaves", "url": f"#{t}"} for t in TOWNS]
    body = INTRO + "".join(f"<div id={t}><h2>{t} leaves</h2><p>{paragraph(t)}</p></div>" for t in TOWNS)
    made = articles(page(body, ld({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})))
    assert [a["title"] for a in made[1:]] == [f"{t} leaves" for t in TOWNS]
    assert all(paragraph(t) in a["text"] for t, a in zip(TOWNS, made[1:], strict=True))


def entry(town: str, hour: int, tag: str = "div", *, heading: bool = True) -> str:
    head = f"<h3>{town} leaves</h3>" if heading else ""
    return (
        f'<{tag} class="update" id="u{hour}"><time datetime="2026-11-20T{hour:02}:15:00Z">{hour}.15</time>{head}'
        f"<p>{paragraph(town)}</p></{tag}>"
    )


@pytest.mark.parametrize("tag", ["div", "article", "li", "section"])
def test_updates_with_times_of_their_own(tag):
    body = INTRO + "<div class=feed>" + "".join(entry(t, 18 - n, tag) for n, t in enumerate(TOWNS)) + "</div>"
    made = articles(page(body))
    assert [a["title"] for a in made] == ["The garrisons on the move", *(f"{t} leaves" for t in TOWNS)]
    assert made[1]["published_at"] == datetime(2026, 11, 20, 18, 15, tzinfo=UTC)
    assert (made[1]["published_basis"], made[1]["url"]) == ("metadata", "https://alpha.test/a#u18")
    assert all(t not in made[0]["text"] for t in TOWNS)


def test_updates_without_headlines():
    made = articles(page(INTRO + "".join(entry(t, n + 6, heading=False) for n, t in enumerate(TOWNS))))
    assert len(made) == 5
    assert paragraph("Ford") in made[3]["text"]


def test_the_same_update_keeps_its_part_in_a_later_version_of_the_page():
    older = articles(page(INTRO + "".join(entry(t, 10 - n) for n, t in enumerate(TOWNS[1:]))))
    newer = articles(page(INTRO + "".join(entry(t, 11 - n) for n, t in enumerate(TOWNS))))
    assert {a["part_id"] for a in older} < {a["part_id"] for a in newer}


def test_a_digest_of_headlines_with_days():
    body = "".join(
        f'<section><h2>{t} garrison leaves</h2><time datetime="2026-11-1{n}">x</time><p>{paragraph(t)}</p>'
        f"<p>{paragraph(t, 1)}</p></section>"
        for n, t in enumerate(TOWNS)
    )
    made = articles(page(body, title="The week"))
    assert [(a["title"], a["published_on"]) for a in made] == [
        (f"{t} garrison leaves", date(2026, 11, 10 + n)) for n, t in enumerate(TOWNS)
    ]


def test_a_digest_declared_as_a_list_of_articles():
    items = [
        {"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": f"{t} leaves", "articleBody": paragraph(t)}}
        for t in TOWNS
    ]
    body = "".join(f"<h2>{t} leaves</h2><p>{paragraph(t)}</p>" for t in TOWNS)
    made = articles(page(INTRO + body, ld({"@type": "ItemList", "itemListElement": items})))
    assert [a["title"] for a in made[1:]] == [f"{t} leaves" for t in TOWNS]


def test_articles_glued_below_the_first():
    def glued(town: str) -> str:
        return f"<article><h2>{town} garrison leaves</h2><p>{paragraph(town)}</p><p>{paragraph(town, 1)}</p></article>"

    made = articles(page(glued("Vale") + glued("Plain"), title="Vale garrison leaves"))
    assert [a["title"] for a in made] == ["Vale garrison leaves", "Plain garrison leaves"]
    assert "Plain" not in made[0]["text"]


LONG = "".join(f"<h2>What is left in {t}</h2><p>{paragraph(t)}</p><p>{paragraph(t, 1)}</p>" for t in TOWNS)


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{LONG}</article>",
        "".join(
            f"<section><h2>What is left in {t}</h2><p>{paragraph(t)}</p><p>{paragraph(t, 1)}</p></section>"
            for t in TOWNS
        ),
        # A timeline over years, and one without clocks.
        "".join(
            f'<section><h3>Year {n}</h3><time datetime="20{n}-05-03">x</time><p>{paragraph(t)}{paragraph(t, 1)}</p></section>'
            for n, t in enumerate(TOWNS, 15)
        ),
        "".join(
            f'<div><time datetime="2026-11-1{n}">day {n}</time><p>{paragraph(t)}</p></div>' for n, t in enumerate(TOWNS)
        ),
        # Comments, and lists of other articles.
        f"<article>{LONG}</article>"
        + "".join(
            f'<div class="comment"><time datetime="2026-11-20T1{n}:00Z">x</time><p>{paragraph(t)}</p></div>'
            for n, t in enumerate(TOWNS)
        ),
        f"<article>{LONG}</article>"
        + "".join(
            f'<article><h3><a href="/{t}">{t} garrison leaves</a></h3><time datetime="2026-11-20T1{n}:00Z">x</time>'
            f"<p>{paragraph(t)}</p><p>{paragraph(t, 1)}</p></article>"
            for n, t in enumerate(TOWNS)
        ),
        f"<article>{LONG}</article><aside>" + "".join(entry(t, 9 + n) for n, t in enumerate(TOWNS)) + "</aside>",
        # Two times in one article: published and updated.
        f'<article><time datetime="2026-11-20T10:00Z">x</time><time datetime="2026-11-20T12:00Z">y</time>{LONG}</article>',
    ],
)
def test_an_ordinary_article_is_never_split(body):
    (only,) = articles(page(body))
    assert all(paragraph(t) in only["text"] for t in TOWNS[:2])


def test_a_list_of_things_is_no_digest():
    names = ld(
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "name": f"What is left in {t}"} for t in TOWNS]}
    )
    assert len(articles(page(f"<article>{LONG}</article>", names))) == 1


def test_a_live_blog_with_one_update_is_one_article():
    update = {"@type": "BlogPosting", "headline": "Vale", "articleBody": paragraph("Vale")}
    assert len(articles(page(INTRO, ld({"@type": "LiveBlogPosting", "liveBlogUpdate": [update]})))) == 1


@pytest.mark.parametrize("broken", [None, "text", {}, [None, 3], [{"articleBody": 3}, {"url": "#["}]])
def test_a_broken_declaration_costs_nothing(broken):
    assert len(articles(page(INTRO, ld({"@type": "LiveBlogPosting", "liveBlogUpdate": broken})))) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<div class=a><time datetime='2026-11-20T10:00'>x</time><p>abc def</p>" * 1_000,
        "<article><h2>Headline of it</h2><p>abc def 3 May 2025</p>" * 1_000,
        "<time datetime='2026-11-20T10:00'>x</time>" * 20_000,
        "<ul><li>4 Aug 2025" * 1_000,
        "".join(f"<article><h2>Headline {n}</h2><p>{paragraph('Vale')}</p></article>" for n in range(500)),
    ],
)
def test_deep_and_endless_pages_are_read(body):
    assert derive_document(fetched(page(INTRO + body)))["documents"][0]["state_code"] == "derived"


def test_no_declared_update_is_left_out():
    updates = [{"articleBody": f"{n} {paragraph('Vale')}"} for n in range(1_200)]
    made = articles(page(INTRO, ld({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})))
    assert len(made) == 1_201
