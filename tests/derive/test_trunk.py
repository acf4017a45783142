"""Articles in parts, in layout tables and under names that an extractor takes for furniture come out whole."""

from __future__ import annotations

import json

import pytest
from lxml import html as lxml_html

from posture.derive import trunk
from posture.derive.pages import page

from .fetched import fetched

LINES = [
    f"The garrison of post {n} left its barracks by the river on Monday, and the gate has been shut since."
    for n in range(9)
]


def text(body: str) -> str:
    title = "<title>A garrison moves</title>"
    return page(fetched(f"<html><head>{title}</head><body>{body}</body></html>")).text


def part(lines: list[str], name: str = "story__body") -> str:
    return (
        f"<div class=row><div class={name}>"
        + "".join(f"<p>{x}</p>" for x in lines)
        + "</div><div class=rail></div></div>"
    )


def test_an_article_cut_by_advertisements_is_whole():
    found = text(f"<main><h1>A garrison moves</h1>{part(LINES[:3])}{part(LINES[3:6])}{part(LINES[6:])}</main>")
    assert [x for x in LINES if x not in found] == []


def test_another_story_that_follows_is_not_joined():
    other = "<article><h1>A museum opens</h1>" + part([x.replace("garrison", "keeper") for x in LINES]) + "</article>"
    found = text(f"<article><h1>A garrison moves</h1>{part(LINES)}</article>{other}")
    assert "keeper" not in found
    assert LINES[-1] in found


@pytest.mark.parametrize("name", ["barrons-wrap", "widget-area", "content slide", "social-page", "newsletter"])
def test_an_article_is_not_lost_for_its_themes_names(name):
    lines = "".join(f"<p>{x}</p>" for x in LINES)
    found = text(
        f"<div class='{name}'><h1>A garrison moves</h1><div id='{name}'>{lines}</div></div><div>{'Weather. ' * 90}</div>"
    )
    assert [x for x in LINES if x not in found] == []


def test_a_cell_that_holds_the_article_is_a_box_and_its_table_stays_one():
    rows = "<table><tr><td>Karst</td><td>240</td></tr><tr><td>Hallam</td><td>600</td></tr></table>"
    lines = "".join(f"<p>{x}</p>" for x in LINES)
    found = text(f"<table><tr><td>Weather</td><td><h1>A garrison moves</h1>{lines}{rows}</td></tr></table>")
    assert "Karst | 240\nHallam | 600" in found
    assert f"{LINES[0]}\n" in found


def test_a_quoted_post_in_an_embed_stays():
    post = "<div class='embed social'><blockquote class=twitter-tweet><p>We are leaving the ford tonight.</p></blockquote></div>"
    assert "leaving the ford" in text(
        "<article>" + "".join(f"<p>{x}</p>" for x in LINES) + post + "<p>So they said.</p></article>"
    )


def declared(body: str, lines: list[str]) -> str:
    article = {"@type": "NewsArticle", "headline": "A garrison moves", "articleBody": body}
    script = f'<script type="application/ld+json">{json.dumps(article)}</script>'
    return text(script + "<article>" + "".join(f"<p>{x}</p>" for x in lines) + "</article>")


@pytest.mark.parametrize("mark", ["{}", "<p>{}</p>", "&lt;p&gt;{}&lt;/p&gt;"])
def test_a_text_that_the_page_declares_and_does_not_show_is_read(mark):
    found = declared("\n".join(mark.format(x) for x in LINES), LINES[:2])
    assert found.split("\n") == LINES


def test_a_shorter_declaration_changes_nothing():
    assert LINES[-1] in declared(" ".join(LINES[:2]), LINES)


def test_letters_are_the_same_however_they_are_counted():
    tree = lxml_html.fromstring(
        "<html><body>" + "".join(part(LINES[n : n + 2]) for n in range(0, 9, 2)) + "</body></html>"
    )
    own = {p: len(p.text_content().strip()) for p in tree.iter("p")}
    assert +trunk.letters(tree) == +trunk._of_deep(tree, own)


def test_a_deep_page_is_counted_once_per_element():
    deep = "<div class=share>" * 900 + "".join(f"<p>{x}</p>" for x in LINES * 9) + "</div>" * 900
    tree = lxml_html.document_fromstring(deep, parser=lxml_html.HTMLParser(huge_tree=True))
    held = trunk.letters(tree)
    assert held[tree] == 9 * sum(map(len, LINES))
    assert len(held) <= 903 + 9 * len(LINES)


def test_headings_and_items_of_a_container_without_a_known_name_stay():
    items = "".join(f"<li>{x.replace('garrison', 'company')}</li>" for x in LINES[:3])
    lines = [f"<p>{x}</p>" for x in LINES]
    body = (
        "".join(lines[:4]) + "<h2>At the ford</h2>" + "".join(lines[4:]) + f"<ul>{items}</ul><p>So much for today.</p>"
    )
    found = text(f"<div class=x1><div class=x2><h1>A garrison moves</h1><div class=x3>{body}</div></div></div>")
    assert "At the ford" in found
    assert found.count("company") == 3


def test_a_broken_tag_is_a_box():
    tree = lxml_html.document_fromstring(
        f"<html><body><di\u00a6><section>{'<p>The guard left its post.</p>' * 30}</section></body></html>"
    )
    held = trunk.letters(tree)
    trunk.name(trunk.find(tree, held))
    assert tree.xpath("//*[@itemprop='articleBody']")
