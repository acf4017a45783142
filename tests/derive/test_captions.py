"""Captions stay, credits and the titles of films do not."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from posture.derive import captions
from posture.derive.capture import CAPTION

SEEN = "Soldiers load a lorry at the eastern gate."


def kept(body: str) -> str:
    tree = lxml_html.document_fromstring(f"<html><body><div>{body}</div></body></html>")
    captions.keep(tree)
    return str(tree.text_content()).strip()


def figure(words: str, name: str = "media") -> str:
    return f"<figure class='{name}'><img src=a><figcaption>{words}</figcaption></figure>"


@pytest.mark.parametrize(
    "words",
    [
        SEEN,
        f"Image caption {SEEN}",
        f"{SEEN} Photo: Ida Holm/Courier",
        f"{SEEN} (Photo by Ida Holm)",
        f"{SEEN} Credit: Ministry of Defence",
        f"{SEEN} | Photograph courtesy of the museum",
    ],
)
def test_what_is_seen_stays_without_who_took_it(words):
    assert kept(figure(words)) == f"{CAPTION}{SEEN}"


def test_old_captions_of_a_theme_engine():
    old = f"<div class='wp-caption alignleft'><img src=a><p class=wp-caption-text>{SEEN}</p></div>"
    assert kept(old) == f"{CAPTION}{SEEN}"


@pytest.mark.parametrize("body", [figure("Photo: Ida Holm"), figure("Ida Holm"), figure(SEEN, "is-video embed")])
def test_credits_and_films_leave_nothing(body):
    assert kept(body) == ""


def test_a_sentence_about_credit_is_no_credit():
    assert "on credit" in kept(figure("The ministry bought the lorries on credit from a firm in the port."))


def test_a_table_in_a_figure_is_none_of_its_caption():
    assert "240" in kept(
        "<figure><table><tr><td>Karst</td><td>240</td></tr></table><figcaption>Who is where</figcaption></figure>"
    )
