"""HTML to a tree: without scripts and drawings, parsed once, and never a tree that lacks the rest of its page."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from .capture import Unreadable

_DROPPED = re.compile(r"<(script|style|svg|template)\b([^>]{0,2000})>", re.I)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style", "svg", "template")}


def without_scripts(text: str) -> tuple[str, list[str]]:
    """The page without scripts, styles and drawings, half of its letters; and its JSON-LD. Linear in its length."""
    kept, linked, at, unclosed = [], [], 0, set()
    for m in _DROPPED.finditer(text):
        name = m[1].lower()
        if m.start() < at or name in unclosed or m[2].endswith("/"):
            continue
        end = _ENDS[name].search(text, m.end())
        if end is None:
            unclosed.add(name)
            continue
        if "ld+json" in m[2].lower():
            linked.append(text[m.end() : end.start()])
        kept.append(text[at : m.start()])
        at = end.end()
    kept.append(text[at:])
    return "".join(kept).replace("\x00", ""), linked


#: Tags that only wrap: without them the deepest page is flat, and its text is all there.
_WRAPPERS = re.compile(
    (
        r"</?(?:div|span|section|font|center|b|i|u|em|strong|small|big|blockquote|ul|ol|table"
        r"|tbody|tr|td|a|main|article)\b[^>]{0,2000}>"
    ),
    re.I,
)


def tree(text: str) -> lxml_html.HtmlElement:
    """Parse; libxml2 stops at 2,048 levels of nesting, then the page is flattened and read again.

    Raises:
        Unreadable: no tree, or one that lacks the rest of the page.
    """
    made, is_cut = _parse(text)
    if is_cut:
        made, is_cut = _parse(_WRAPPERS.sub("\n", text))
    if is_cut:
        raise Unreadable("parser_truncated: the parser gave up in the middle of the page")
    return _tree_of(made)


def flat(text: str) -> lxml_html.HtmlElement:
    """The tree of a page without its wrappers.

    Raises:
        Unreadable: no tree can be made.
    """
    return _tree_of(_parse(_WRAPPERS.sub("\n", text))[0])


def _tree_of(made: Any) -> lxml_html.HtmlElement:
    if made is None:
        raise Unreadable("parse_failed: no tree could be made of the bytes")
    return made


#: Characters that no tree may hold, as bytes of UTF-8 or as a reference: libxml2 reads them, and lxml can't write them
#: again. Searched as bytes, one kind at a time: a single pattern for all took longer than half of the parser's work.
_CONTROLS = bytes.maketrans(bytes({*range(0x20)} - {*b"\t\n\r"}), b" " * 29)
_NO_CHARACTERS = re.compile(rb"\xef\xbf[\xbe\xbf]")
_HALVES = re.compile("[\ud800-\udfff]")
_REFERENCES = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d);?|x0*(?:[0-8bcef]|1[\da-f]|fff[ef])(?![\da-f]);?)", re.I
)
#: One class for all elements: lxml's own choice, by the tag, asks Python for each of them.
_CLASSES = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)


def _bytes(text: str) -> bytes:
    try:
        body = text.encode()
    except UnicodeEncodeError:
        body = _HALVES.sub(" ", text).encode()
    return _REFERENCES.sub(b" ", _NO_CHARACTERS.sub(b" ", body.translate(_CONTROLS)))


def _parse(text: str) -> tuple[Any, bool]:
    # Without huge_tree libxml2 cuts a page at 256 levels or a node of 10 MB, and lxml says nothing.
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        made = lxml_html.document_fromstring(_bytes(text), parser=parser, ensure_head_body=False)
    except (etree.Error, ValueError):
        made = None
    errors = {e.type for e in parser.error_log}
    if etree.ErrorTypes.ERR_NO_MEMORY in errors:
        raise MemoryError("the parser ran out of memory")
    return made, etree.ErrorTypes.ERR_RESOURCE_LIMIT in errors
