"""Footnotes of a page's markup made visible in its text: markers as ⟦9⟧, notes with their number and addresses.

An extractor of text keeps neither: a marker becomes a digit glued to a word, a note's number is drawn by the browser,
and a link is gone. `footnotes.join` takes the brackets out again.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import html as lxml_html

from .element import text_of
from .footnotes import CLOSE, OPEN

_NUMBER = re.compile(r"^\W{0,2}(\d{1,4})\W{0,2}$")
_TARGET = re.compile(r"#(?:_?(?:ft|fn|edn|end|note|cite|ref|footnote)|n\d)", re.I)
_NUMBERED = re.compile(rf"^\W{{0,4}}(?:{OPEN}|\d{{1,4}}\W)")
#: Where notes stand. A marker may lead to a whole section, too, which is no note.
_ENTRIES = ("li", "p", "div", "dd", "td", "tr", "aside")
_LONGEST_NOTE = 3_000


def mark(tree: lxml_html.HtmlElement) -> None:
    """Make markers and notes visible. Changes the tree."""
    targets: dict[str, str] = {}
    links = [a for a in tree.iter("a") if (a.get("href") or "").startswith("#")]
    for node in [*tree.iter("sup"), *links]:
        if found := _marker(node):
            targets.setdefault(*found)
    if targets:
        for node in list(tree.iter(*_ENTRIES)):
            if number := targets.get(node.get("id") or ""):
                _entry(node, number)


def _marker(node: Any) -> tuple[str, str] | None:
    """Turn a marker into text; (id of its note, number), or None where it is none or leads nowhere."""
    m = _NUMBER.match(text_of(node))
    if not m or node.getparent() is None:
        return None
    inner = node.find(".//a") if node.tag == "sup" else node
    target = inner.get("href") or "" if inner is not None else ""
    if not (
        (node.tag == "sup" and (target.startswith("#") or inner is None)) or (node.tag == "a" and _TARGET.match(target))
    ):
        return None
    number = m[1]
    for child in list(node):
        node.remove(child)
    node.text, node.tag = f"{OPEN}{number}{CLOSE}", "span"
    for name in list(node.attrib):
        del node.attrib[name]
    return (target[1:], number) if len(target) > 1 else None


def _entry(node: Any, number: str) -> None:
    words = text_of(node)
    if len(words) > _LONGEST_NOTE:
        return
    for link in node.iter("a"):
        address = link.get("href") or ""
        if address.startswith(("http://", "https://")) and address not in words:
            link.tail = f" {address} {(link.tail or '').lstrip()}".rstrip(" ") + " "
    if _NUMBERED.match(words):
        return
    first = next((n for n in node.iter("p") if text_of(n).strip()), node)
    first.text = f"{OPEN}{number}{CLOSE} {(first.text or '').lstrip()}"
