"""The extractor's steps, called one by one, give what the extractor as a whole gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import trafilatura

from posture.derive import body, parsing

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
LINE = "The garrison of the post left its barracks by the river on Monday, and the gate has been shut since. "
STRANGE = {
    "comments": f"<article><p>{LINE * 3}</p></article><ol class='commentlist'><li>{LINE}</li></ol>"
    f"<div id='disqus_thread'>{LINE}</div><ul id='dsq-comments'><li>x</li></ul><div class='commentary'><p>{LINE}</p>",
    "an article that follows on": f"<div class='article-body'><p>{LINE * 3}</p></div>"
    f"<div class='mvp-post-add-box'><div class='article-body'><p>{LINE * 9}</p></div></div>",
    "next to nothing": "<div><span>The gate is shut.</span></div>",
    "text in no paragraph": f"<div><b>{LINE}</b></div>",
    "nothing": "<div></div>",
}
SOURCES = {p.stem: p.read_text("utf-8") for p in PAGES} | {
    k: f"<html><body>{v}</body></html>" for k, v in STRANGE.items()
}


@pytest.mark.parametrize("name", SOURCES)
def test_the_text_is_that_of_the_whole_extractor(name):
    source = parsing.without_scripts(SOURCES[name])[0]
    wanted = trafilatura.extract(parsing.tree(source), options=body._options()) or ""
    assert body.text(parsing.tree(source), source) == wanted


def test_the_tree_is_left_as_it_is():
    tree = parsing.tree(SOURCES["comments"])
    assert body.text(tree, SOURCES["comments"]) == body.text(tree, SOURCES["comments"])


@pytest.mark.parametrize("barred", ["\x0b", "&#11;", "&#x0B;", "\ufffe", "&#xFFFF;", "\ud800", "&#0;"])
def test_what_no_tree_may_hold_is_a_space(barred):
    assert parsing.tree(f"<html><body><p>a{barred}b</p></body></html>").findtext(".//p") == "a b"
