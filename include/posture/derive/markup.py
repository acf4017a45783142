"""HTML to a page's text: parsed once, read for its metadata, prepared, and handed to the extractor as a tree."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from . import body, boxes, captions, clocks, entries, notation, parsing, trunk
from .capture import Page, Unreadable
from .corrections import MAY_CORRECT, may_correct
from .element import text_of
from .metadata import json_ld, metadata


def read(text: str, latest: date, url: str | None = None) -> Page:
    """A page's article text and what it says of itself. `latest`: the day of retrieval; `url`: its address.

    Raises:
        Unreadable: there is no tag, no tree, no article text, or more nesting than any parser here can take.
    """
    if "<" not in text[:100_000]:
        raise Unreadable("not_html: the body holds no tag")
    slim, linked = parsing.without_scripts(text)
    tree = parsing.tree(slim)
    # lxml makes an element's object each time that it is met anew: as long as all are held, once.
    kept = list(tree.iter())
    about = metadata(tree, latest, linked, url)
    whole = text_of(tree)
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
        found = _extracted(tree, chain, held, slim)
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


def _extracted(tree: lxml_html.HtmlElement, chain: list[Any], held: Counter[Any], source: str) -> str:
    """The article text; of an article in several parts, which the extractor takes the first of, the whole."""
    found = body.text(tree, source)
    if len(chain) > 1 and trunk.is_cut(chain[-1], held, found):
        trunk.mark(chain[-1])
        again = body.text(tree, source)
        return again if len(again) > len(found) else found
    return found


def _flat(source: str) -> str:
    """The article text of a page that is nested too deeply for the extractor, though not for the parser: read flat.

    Raises:
        Unreadable: that does not help either.
    """
    try:
        return body.text(parsing.flat(source), source)
    except (RecursionError, etree.Error) as error:
        raise Unreadable(f"parse_failed: {type(error).__name__} in the extraction") from error


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
        words = " ".join(text_of(node).split())
        if len(words) <= _LONGEST_NOTICE and MAY_CORRECT.search(words):
            seen += len(targets)
            yield from ((words, t) for t in targets)


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
    size = len(text_of(quoted))
    for node in itertools.islice(quoted.iterancestors("div", "section", "figure"), 5):
        if len(text_of(node)) > 1.5 * size + 40:
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
