"""Where a page's paragraphs stand: the chain of elements, from the body down, that hold most of their letters.

An extractor that judges elements by their names loses whole articles to a theme's ("barrons-wrap" holds "bar"), and
takes the first of two halves for the whole. Counting letters tells both.
"""

from __future__ import annotations

import itertools
from collections import Counter
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from trafilatura.xpaths import BODY_XPATH, OVERALL_DISCARD_XPATH

from .element import text_of

#: An element is the way down to the article as long as it holds this share of what its parent holds.
_SHARE = 0.8
#: Pages without paragraphs are read by the text of these.
_LOOSE = ("div", "td", "li", "blockquote", "section", "article", "font", "center", "pre")
_LEAST_PARAGRAPHS = 400
#: No page that people read is nested as deeply.
_DEEP = 120
#: Shorter paragraphs are labels; less found than this share of what stands in the trunk is a part of it.
_LEAST_PARAGRAPH = 60
_LEAST_FOUND = 0.75
#: Letters by which a paragraph is known again.
_BEGINNING = 40


def letters(tree: lxml_html.HtmlElement) -> Counter[Any]:
    """How many letters of paragraphs each element holds; those of loose text, too, where paragraphs are few."""
    own = {p: len(text_of(p).strip()) for p in tree.iter("p")}
    if sum(own.values()) < _LEAST_PARAGRAPHS:
        for node in tree.iter(*_LOOSE):
            own[node] = own.get(node, 0) + _own(node)
    held: Counter[Any] = Counter()
    for node, size in own.items():
        if size:
            above = list(itertools.islice(node.iterancestors(), _DEEP))
            if len(above) == _DEEP:
                return _of_deep(tree, own)
            for element in (node, *above):
                held[element] += size
    return held


def _of_deep(tree: lxml_html.HtmlElement, own: dict[Any, int]) -> Counter[Any]:
    """The same, in time that does not grow with the nesting: each element hands on what it has to the one above."""
    held: Counter[Any] = Counter(own)
    for node in reversed(list(tree.iter())):
        if held[node] and (parent := node.getparent()) is not None:
            held[parent] += held[node]
    return held


def _own(node: Any) -> int:
    return sum(len(x.strip()) for x in (node.text, *(c.tail for c in node)) if x)


def find(tree: lxml_html.HtmlElement, held: Counter[Any]) -> list[Any]:
    """The chain from the body to the smallest element that still holds most of the paragraphs; [] for an empty page."""
    chain, node = [], tree.find(".//body")
    while node is not None and held[node]:
        chain.append(node)
        node = next((c for c in node if held[c] > _SHARE * held[chain[-1]] and c.tag != "p"), None)
    return chain


_BRANCHES = frozenset("div section ul ol header td".split())
_NAMING = ("class", "id", "role", "itemprop")
_CELLS = ("table", "tbody", "tr", "td", "center")


def unfold(chain: list[Any]) -> None:
    """Make boxes of the layout tables on the chain: a cell that holds the article is none of data."""
    for node in chain:
        if node.tag in _CELLS:
            node.tag = "div"
            for child in node:
                if child.tag in _CELLS[1:]:
                    child.tag = "div"


def is_cut(node: Any, held: Counter[Any], found: str) -> bool:
    """Whether an extraction holds one of several parts of an article: the rest stands in elements of the same name.

    Advertisements between the parts make themes repeat the container; an article that follows on has a headline.
    """
    if len(found) >= _LEAST_FOUND * held[node]:
        return False
    begun = {" ".join(line.split())[:_BEGINNING] for line in found.split("\n")}
    words = ((p, " ".join(text_of(p).split())) for p in node.iter("p"))
    paragraphs = [(p, x) for p, x in words if len(x) >= _LEAST_PARAGRAPH]
    size = sum(len(x) for _, x in paragraphs)
    if len(found) >= _LEAST_FOUND * size or next(node.iter("h1", "article"), None) is not None:
        return False
    taken = {_name(p) for p, x in paragraphs if x[:_BEGINNING] in begun}
    left = Counter[Any]()
    for p, x in paragraphs:
        if x[:_BEGINNING] not in begun:
            left[_name(p)] += len(x)
    same = sum(left[name] for name in taken)
    return same > 0.8 * left.total()


def name(chain: list[Any]) -> None:
    """Name the article's element on a page where none has a name that the extractor knows.

    Without one it picks paragraphs from anywhere, and neither headings nor items. The element is the smallest that
    holds the headline, too, else the end of the chain.
    """
    if len(chain) < 2 or any(n.tag in ("article", "main") or n.get("itemprop") == "articleBody" for n in chain):
        return
    # The chain alone is a small tree, and on most pages it says enough.
    alone = etree.Element("html")
    inner = alone
    for node in chain:
        inner = etree.SubElement(inner, _plain(node.tag), {k: node.get(k) or "" for k in _NAMING})
    if any(expression(root) for root in (alone, chain[0].getroottree().getroot()) for expression in BODY_XPATH):
        return
    headed = [n for n in chain[1:] if next(n.iter("h1"), None) is not None]
    mark(headed[-1] if headed else chain[-1])


def _plain(tag: str) -> str:
    """A broken tag ("di¦") may be read and not be made; it counts for nothing more than a box."""
    return tag if tag.isalnum() and tag.isascii() and tag[:1].isalpha() else "div"


def _name(p: Any) -> tuple[str, str]:
    parent = p.getparent()
    return parent.tag, parent.get("class") or ""


def mark(node: Any) -> None:
    """Name an element so that the extractor takes it for the article."""
    node.tag = "div"
    node.set("itemprop", "articleBody")


#: A branch with this many links and next to nothing else is navigation, under whatever name.
_LEAST_LINKS = 5
_LINKED = 0.8


def trim(chain: list[Any], held: Counter[Any]) -> None:
    """Cut the branches beside the chain that hold links and no paragraphs; what stands around the article stays."""
    for node, inner in itertools.pairwise(chain[:-1]):
        for branch in [c for c in node if c is not inner and c.tag in _BRANCHES and not held[c]]:
            links = list(branch.iter("a"))
            if len(links) < _LEAST_LINKS or next(branch.iter("h1", "table", "blockquote"), None) is not None:
                continue
            if sum(len(text_of(a)) for a in links) >= _LINKED * len("".join(text_of(branch).split())):
                branch.drop_tree()


def shield(chain: list[Any]) -> None:
    """Take names off the chain for which the extractor would drop an element with all that it holds."""
    for node in chain:
        for name in ("class", "id", "style", "role", "aria-hidden"):
            if (given := node.get(name)) and _is_discarded(node.tag, name, given):
                kept = (
                    " ".join(x for x in given.split() if not _is_discarded(node.tag, name, x))
                    if name == "class"
                    else ""
                )
                if kept and not _is_discarded(node.tag, name, kept):
                    node.set(name, kept)
                else:
                    del node.attrib[name]


@lru_cache(maxsize=10_000)
def _is_discarded(tag: str, name: str, value: str) -> bool:
    root = etree.Element("x")
    etree.SubElement(root, _plain(tag)).set(name, value)
    return any(expression(root) for expression in OVERALL_DISCARD_XPATH)
