"""The HTML page of a document: its evidence is marked, all text escaped, nothing loaded from elsewhere."""

from __future__ import annotations

import re

from lxml import html

from posture.derive import show
from posture.derive.batch import derive_document

from .captures import capture

TEXT = "French soldiers left Chad on Monday, <b>the army</b> said & smiled. About 900 US troops are stationed in Syria."


def test_evidence_is_marked_and_leads_to_its_record() -> None:
    rows = derive_document(capture(TEXT))
    tree = html.fromstring(show.page(rows, "one.txt"))
    marked = [m.text_content() for m in tree.iter("mark")]
    assert marked == [r["evidence_quote"] for r in sorted(rows["records"], key=lambda r: r["evidence_start"])]
    ids = {s.get("id") for s in tree.iter("section")}
    assert {a.get("href").lstrip("#") for a in tree.iter("a")} == ids
    assert len(ids) == len(rows["records"])


def test_the_whole_text_stands_in_the_page_unchanged() -> None:
    rows = derive_document(capture(TEXT))
    tree = html.fromstring(show.page(rows, "one.txt"))
    (article,) = tree.iter("article")
    for sup in article.findall(".//sup"):
        sup.drop_tree()
    assert article.text_content() == rows["articles"][0]["text"]


def test_text_is_escaped_and_nothing_is_loaded() -> None:
    page = show.page(derive_document(capture(TEXT)), '<script>alert("x")</script>')
    assert "<b>the army</b>" not in page
    assert "<script" not in page
    assert {m[0] for m in re.findall(r"""(?:src|href)=["']?(.)""", page)} <= {"#"}
    assert "@import" not in page
    assert "url(" not in page


def test_a_document_without_articles_says_why() -> None:
    page = show.page(derive_document(capture("short")), "short.txt")
    assert "no_text" in page


NOTED = "Some 900 US troops are stationed in Syria.⟦1⟧ Nobody left.⟦2⟧\n\n⟦1⟧ Ann, <i>A study</i>, 2020\n⟦2⟧ Ann, A map, 2021"


def test_works_that_notes_cite_are_listed() -> None:
    rows = derive_document(capture(NOTED))
    page = show.page(rows, "one.txt")
    assert "2 works cited in notes" in page
    assert "<i>A study" not in page
    assert "cited" not in show.page(derive_document(capture(TEXT)), "one.txt")
