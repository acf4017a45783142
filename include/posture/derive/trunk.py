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

#: An element is the way down to the article as long as it holds this share of what its parent holds.
_SHARE = 0.8
#: Pages without paragraphs are read by the text of these.
_LOOSE = ("div", "td", "li", "blockquote", "section", "article", "font", "center", "pre")
_LEAST_PARAGRAPHS = 400
#: Shorter paragraphs are labels; less found than this share of what stands in the trunk is a part of it.
_LEAST_PARAGRAPH = 60
_LEAST_FOUND = 0.75


def letters(tree: lxml_html.HtmlElement) -> Counter[Any]:
    """How many letters of paragraphs each element holds; those of loose text, too, where paragraphs are few."""
    held: Counter[Any] = Counter()
    _count(held, ((p, len(p.text_content().strip())) for p in tree.iter("p")))
    if held[tree] < _LEAST_PARAGRAPHS:
        _count(held, ((n, _own(n)) for n in tree.iter(*_LOOSE)))
    return held


def _count(held: Counter[Any], found: Any) -> None:
    for node, size in found:
        if size:
            held[node] += size
            for above in node.iterancestors():
                held[above] += size


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
    size, paragraphs = 0, []
    for p in node.iter("p"):
        words = p.text_content().strip()
        if len(words) >= _LEAST_PARAGRAPH:
            size += len(words)
            paragraphs.append((p, words))
    if len(found) >= _LEAST_FOUND * size or next(node.iter("h1", "article"), None) is not None:
        return False
    taken = {_name(p) for p, words in paragraphs if words[:40] in found}
    left = Counter[Any]()
    for p, words in paragraphs:
        if words[:40] not in found:
            left[_name(p)] += len(words)
    same = sum(left[name] for name in taken)
    return same > 0.8 * left.total()


def is_unnamed(chain: list[Any], found: str) -> bool:
    """Whether an extraction lacks headings and items because no element of the page has a name that it knows.

    Without such a name the extractor picks paragraphs from anywhere, and nothing else.
    """
    if any(n.tag in ("article", "main") or "itemprop" in n.attrib for n in chain):
        return False
    parts = [w for n in chain[-1].iter("h2", "h3", "li") if len(w := " ".join(n.text_content().split())) > 8]
    return any(w[:60] not in found for w in parts[:20]) and not any(x(chain[0].getparent()) for x in BODY_XPATH)


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
            if sum(len(a.text_content()) for a in links) >= _LINKED * len("".join(branch.text_content().split())):
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
    etree.SubElement(root, tag).set(name, value)
    return any(expression(root) for expression in OVERALL_DISCARD_XPATH)
