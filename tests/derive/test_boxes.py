"""Boxes of other stories, newsletters and hidden texts leave the tree; an article under a strange name stays."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from posture.derive import boxes, trunk

TEXT = "".join(
    f"<p>The garrison of post {n} left its barracks by the river on Monday, and the gate is shut.</p>" for n in range(6)
)
BOX = "<p>The museum of clocks opens on Saturday, and everybody may come.</p>"


def left(body: str) -> str:
    tree = lxml_html.document_fromstring(f"<html><body>{body}</body></html>")
    boxes.drop(tree, trunk.letters(tree))
    return str(tree.text_content())


@pytest.mark.parametrize(
    "start",
    [
        "<div class=article-related__list>",
        "<section class=NewsletterSignup>",
        "<div class='box read-next'>",
        "<aside id=most-popular>",
        "<div style='margin:0; display: none'>",
        "<div hidden>",
        "<span aria-hidden=true>",
        "<div class='email-pane hide'>",
        "<div class=cookie-notice>",
        "<ol id=comments>",
        "<p class=sr-only>",
    ],
)
def test_boxes_go_by_their_names(start):
    tag = start[1:].split()[0].rstrip(">")
    text = left(f"<h1>A garrison moves</h1>{TEXT}{start}The museum of clocks opens</{tag}>")
    assert "museum" not in text
    assert "post 5" in text


@pytest.mark.parametrize(
    "name", ["main-story", "correlated-data", "shareholders", "commentary", "reconsent", "has-sidebar"]
)
def test_a_name_that_only_holds_such_letters_is_none(name):
    assert "museum" in left(f"<h1>A garrison moves</h1>{TEXT}<div class={name}>{BOX}</div>")


def test_what_holds_the_headline_or_much_of_the_text_stays_whatever_its_name():
    assert "museum" in left(f"<div class=promo><h1>A garrison moves</h1>{BOX}</div>{TEXT}")
    assert "post 5" in left(f"<h1>A garrison moves</h1><div class=paywall>{TEXT}</div>{BOX}")


HEADLINES = (
    "Council votes on the tram line after midnight",
    "Why the winter wheat is late again",
    "A museum of clocks opens",
)


def test_lists_of_headlines_go_with_the_heading_over_them():
    items = "".join(f"<li><a href=/{n}>{x}</a></li>" for n, x in enumerate(HEADLINES))
    text = left(f"{TEXT}<h3>Do not miss</h3><ul>{items}</ul><h3>At the ford</h3>{BOX}")
    assert "tram" not in text
    assert "Do not miss" not in text
    assert "At the ford" in text


def test_a_paragraph_that_is_a_link_goes_and_one_with_a_link_stays():
    assert "wheat" not in left(f"{TEXT}<p><b><a href=/2>{HEADLINES[1]}</a></b></p>")
    assert "wheat" in left(f"{TEXT}<p>He said: <a href=/2>{HEADLINES[1]}</a>, and nobody laughed at the table.</p>")


@pytest.mark.parametrize(
    "kept",
    [
        "<ul><li><a href=/1>Karst</a></li><li><a href=/2>Hallam Air Base</a></li></ul>",
        "<ol><li><a href=#a>What the museum of clocks has to show</a></li><li><a href=#b>What it has cost the council</a></li></ol>",
        "<p><a href=/1>Port Vale</a></p>",
        "<ul><li>Karst: <a href=/1>the ministry's own count of the year</a>, 240 men and two lorries at the gate</li>"
        "<li>Hallam: six aircraft and their crews, as they were counted in May</li></ul>",
    ],
)
def test_names_notes_and_contents_are_no_headlines(kept):
    words = lxml_html.fromstring(f"<div>{kept}</div>").text_content()
    assert str(words) in left(TEXT + kept)


def test_a_page_of_links_keeps_them():
    items = "".join(f"<li><a href=/{n}>{x}</a></li>" for n, x in enumerate(HEADLINES))
    assert "tram" in left(f"<h1>All our stories of the week</h1><p>By the desk.</p><ul>{items * 4}</ul>")


def test_a_theme_that_calls_each_paragraph_a_box_loses_none():
    assert "post 5" in left(
        "<h1>A garrison moves</h1>" + TEXT.replace("<p>", "<p class=share-text>").replace("share-text", "share")
    )


def test_readers_comments_go_however_many():
    said = "".join(f"<div class='comment odd'><p>{BOX} {n}</p></div>" for n in range(30))
    assert "museum" not in left(f"<h1>A garrison moves</h1>{TEXT}{said}")


@pytest.mark.parametrize("name", ["paywall", "read-more-rest", "subscriber hide"])
def test_the_part_of_an_article_behind_a_button_stays(name):
    assert "museum" in left(f"<h1>A garrison moves</h1>{TEXT}<div class='{name}'>{BOX * 2}</div>")
    assert "museum" not in left(f"<h1>A garrison moves</h1>{TEXT * 3}<div class='{name}'>{BOX}</div>")
