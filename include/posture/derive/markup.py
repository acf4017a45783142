"""HTML to a page's text: parsed once, read for its metadata, prepared, and handed to trafilatura as a tree."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from trafilatura.settings import Extractor, use_config

from . import boxes, captions, clocks, entries, notation, trunk
from .capture import Page, Unreadable
from .corrections import MAY_CORRECT, may_correct
from .metadata import json_ld, metadata

#: Measured on three sets of news pages: `fast` with recall costs half of the standard call at equal quality.
_LEAST_OUTPUT = "80"


@cache
def _options() -> Extractor:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "120")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", _LEAST_OUTPUT)
    # Our own limits hold for the size of a page.
    config.set("DEFAULT", "MAX_FILE_SIZE", "100000000")
    return Extractor(
        config=config, output_format="txt", fast=True, recall=True, comments=False, tables=True, formatting=False
    )


def read(text: str, latest: date, url: str | None = None) -> Page:
    """A page's article text and what it says of itself. `latest`: the day of retrieval; `url`: its address.

    Raises:
        Unreadable: there is no tag, no tree, no article text, or more nesting than any parser here can take.
    """
    if "<" not in text[:100_000]:
        raise Unreadable("not_html: the body holds no tag")
    slim, linked = _without_scripts(text)
    tree = _tree(slim)
    # lxml asks Python for the class of an element each time that it is met anew: as long as all are held, once.
    kept = list(tree.iter())
    about = metadata(tree, latest, linked, url)
    whole = tree.text_content()
    links = tuple(_links(tree)) if may_correct(whole) else ()
    # Most pages declare no list, and a script need not be read twice to know.
    lists = [x for x in linked if "liveBlogUpdate" in x or "ItemList" in x]
    has_microdata = "liveBlogUpdate" in slim
    parts = entries.find(
        tree,
        json_ld(lists),
        latest,
        about.title,
        on=about.published_on,
        has_microdata=has_microdata,
        has_clocks=clocks.may_run(whole),
    )
    chain, held = _prepare(tree)
    try:
        found = _extracted(tree, chain, held)
    except RecursionError:
        found = _flat(slim)
    except etree.Error as error:
        raise Unreadable(f"parse_failed: {type(error).__name__} in the extraction") from error
    del kept
    # What is drawn by scripts, or behind a wall, may stand in the page's own declaration.
    if about.body and len(found) < _LEAST_DECLARED * len(about.body) and not parts:
        declared = entries.plain(about.body)
        found = declared if len(found) < _LEAST_DECLARED * len(declared) else found
    own = _rows(found)
    if parts:
        own = entries.remainder(own, parts)
    if not own.strip() and not parts:
        raise Unreadable("no_text: the page holds no article text")
    return Page(
        own,
        title=about.title,
        heading=about.heading,
        author=about.author,
        published_on=about.published_on,
        published_at=about.published_at,
        published_basis=about.basis,
        modified_on=about.modified_on,
        modified_at=about.modified_at,
        canonical_url=about.canonical_url,
        site=about.site,
        entries=tuple(parts),
        links=links,
    )


#: A page that shows less of the text that it declares does not show its article.
_LEAST_DECLARED = 0.6


def _extracted(tree: lxml_html.HtmlElement, chain: list[Any], held: Counter[Any]) -> str:
    """The article text; of an article in several parts, which the extractor takes the first of, the whole."""
    found = trafilatura.extract(tree, options=_options()) or ""
    if len(chain) > 1 and trunk.is_cut(chain[-1], held, found):
        trunk.mark(chain[-1])
        again = trafilatura.extract(tree, options=_options()) or ""
        return again if len(again) > len(found) else found
    return found


#: Longer paragraphs that hold such a word by chance are no notice.
_LONGEST_NOTICE = 1_000
_MOST_LINKS = 50


def _links(tree: lxml_html.HtmlElement) -> Iterator[tuple[str, str]]:
    """(paragraph, target) of links in paragraphs that may correct something."""
    seen = 0
    for node in tree.iter("p", "li", "em", "aside"):
        targets = [t for a in node.iter("a") if (t := a.get("href") or "") and not t.startswith("#")]
        if not targets or seen >= _MOST_LINKS:
            continue
        words = " ".join(node.text_content().split())
        if len(words) <= _LONGEST_NOTICE and MAY_CORRECT.search(words):
            seen += len(targets)
            yield from ((words, t) for t in targets)


# ── the tree ────────────────────────────────────────────────────────────────────────────────────

_DROPPED = re.compile(r"<(script|style|svg|template)\b([^>]{0,2000})>", re.I)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style", "svg", "template")}


def _without_scripts(text: str) -> tuple[str, list[str]]:
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


def _tree(text: str) -> lxml_html.HtmlElement:
    """Parse; libxml2 stops at 2,048 levels of nesting, then the page is flattened and read again.

    Raises:
        Unreadable: no tree, or one that lacks the rest of the page.
    """
    tree, is_cut = _parse(text)
    if is_cut:
        tree, is_cut = _parse(_WRAPPERS.sub("\n", text))
    if is_cut:
        raise Unreadable("parser_truncated: the parser gave up in the middle of the page")
    if tree is None:
        raise Unreadable("parse_failed: no tree could be made of the bytes")
    return tree


def _flat(text: str) -> str:
    """The article text of a page that is nested too deeply for trafilatura, though not for the parser: read flat.

    Raises:
        Unreadable: that does not help either.
    """
    tree, _ = _parse(_WRAPPERS.sub("\n", text))
    if tree is None:
        raise Unreadable("parse_failed: no tree could be made of the bytes")
    try:
        return trafilatura.extract(tree, options=_options()) or ""
    except (RecursionError, etree.Error) as error:
        raise Unreadable(f"parse_failed: {type(error).__name__} in the extraction") from error


#: Characters that no tree may hold, written out or as a reference: libxml2 reads them, and lxml can't write them again.
_BARRED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d);?"
    r"|&#x0*(?:[0-8bcef]|1[\da-f]|fff[ef])(?![\da-f]);?",
    re.I,
)


def _parse(text: str) -> tuple[Any, bool]:
    # Without huge_tree libxml2 cuts a page at 256 levels or a node of 10 MB, and lxml says nothing.
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        body = _BARRED.sub(" ", text).encode("utf-8", "replace")
        tree = lxml_html.document_fromstring(body, parser=parser, ensure_head_body=False)
    except (etree.Error, ValueError):
        tree = None
    if any(e.type_name == "ERR_NO_MEMORY" for e in parser.error_log):
        raise MemoryError("the parser ran out of memory")
    return tree, any(e.type_name == "ERR_RESOURCE_LIMIT" for e in parser.error_log)


# ── what trafilatura would drop or glue ─────────────────────────────────────────────────────────


def _prepare(tree: lxml_html.HtmlElement) -> tuple[list[Any], Counter[Any]]:
    """Captions kept as paragraphs, footnotes made visible, boxes taken out. Changes the tree.

    Returns the trunk, and how many letters of paragraphs each element holds.
    """
    notation.mark(tree)
    held = trunk.letters(tree)
    boxes.drop(tree, held)
    chain = trunk.find(tree, held)
    trunk.trim(chain, held)
    trunk.shield(chain)
    trunk.unfold(chain)
    trunk.name(chain)
    for quoted in tree.iter("blockquote"):
        trunk.shield([quoted, *_wrappers(quoted)])
    captions.keep(tree)
    return chain, held


def _wrappers(quoted: Any) -> Iterator[Any]:
    """The elements around a quoted post that hold nothing else: an extractor takes an "embed" for no text."""
    size = len(quoted.text_content())
    for node in itertools.islice(quoted.iterancestors("div", "section", "figure"), 5):
        if len(node.text_content()) > 1.5 * size + 40:
            return
        if node.tag == "figure":
            node.tag = "div"
        yield node


_FRAME = re.compile(r"^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")


def _rows(text: str) -> str:
    """Table rows as "Bahrain | about 9,000": cells apart, no frame."""
    if "|" not in text:
        return text
    made = []
    for line in text.split("\n"):
        bare = line.strip()
        if bare.startswith("|"):
            if _FRAME.match(bare):
                continue
            cells = [c.strip() for c in bare.strip("|").split("|")]
            made.append(" | ".join(c for c in cells if c))
        else:
            made.append(line)
    return "\n".join(made)
