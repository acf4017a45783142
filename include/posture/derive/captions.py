"""Captions of pictures kept as lines of their own: they state facts too, and an extractor of text drops them."""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html

from .capture import CAPTION
from .element import text_of

#: What XML can't hold, though a page's character references can.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Of the most used theme engine, which had captions before there were elements for them.
_OLD_FIGURE = re.compile(r"(?:^|\s)wp-caption(?:\s|$)")
_CREDIT = re.compile(
    (
        r"^\W*(?:(?:photo(?:graph)?|image|picture|video|illustration|credit|source)s?\s*(?::"
        r"|by|via|courtesy|credit)|subscribe|live watch)\b"
    ),
    re.I,
)
#: Who took it stands behind what is seen on it.
_CREDIT_AT_END = re.compile(
    r"[\s(|\[]*\b(?:(?:photo(?:graph|grapher)?|image|picture|illustration|foto)s?(?: credits?)?\s?(?::|by |courtesy )"
    r"|credits?\s?:)[^.:]{2,60}\W*$",
    re.I,
)
#: What a page says to those who can't see the picture.
_LABEL = re.compile(r"^(?:image|media|photo|picture|video) ?caption:?\s*", re.I)
#: The caption of a film is its title.
_FILM = re.compile(r"video|audio|player", re.I)
#: Shorter ones are credits.
_LEAST = 4


def keep(tree: lxml_html.HtmlElement) -> None:
    """Make of each picture its caption, marked with CAPTION, or nothing. Changes the tree."""
    for figure in list(tree.iter("figure")):
        caption = figure.find(".//figcaption")
        if caption is not None and figure.find(".//table") is None:
            _replace(figure, caption)
    for figure in [n for n in tree.iter("div") if _OLD_FIGURE.search(n.get("class") or "")]:
        caption = next((n for n in figure.iter("p", "div", "dd") if "wp-caption-text" in (n.get("class") or "")), None)
        if caption is not None:
            _replace(figure, caption)


def _replace(figure: Any, caption: Any) -> None:
    if figure.getparent() is None:
        return
    words = _LABEL.sub("", " ".join(_FORBIDDEN.sub("", text_of(caption)).split()))
    words = _CREDIT_AT_END.sub("", words)
    if _FILM.search(figure.get("class") or "") or len(words.split()) < _LEAST or _CREDIT.match(words):
        words = ""
    for child in list(figure):
        figure.remove(child)
    figure.text, figure.tag = f"{CAPTION}{words}" if words else "", "p"
    for name in list(figure.attrib):
        del figure.attrib[name]
