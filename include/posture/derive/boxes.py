"""Boxes of a page that are no part of its article, taken out before its text is extracted.

Told by their names (related stories, newsletters, comments, tooltips, consent), by being hidden, and by their form: a
list or paragraph that is nothing but headlines linked to other pages. Nothing is taken that holds the headline or a
large share of the page's paragraphs, whatever its name: themes name wrappers of whole articles "widget" or "modal".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from lxml import html as lxml_html

from .element import text_of

#: Elements without text of an article. trafilatura drops them, too, but only after it has copied and searched them.
_NEVER = ("head", "nav", "footer", "noscript", "iframe", "button", "select", "textarea", "object", "dialog", "menu")
_NAMED = "div section ul ol p span aside table h2 h3 h4 header dl details".split()
#: Parts of a name ("article-related__list" has three), each of which says what the box is.
_NAMES = re.compile(
    r"(?:^|[_-])(?:related|recommend(?:ed|ations?)?|recirc\w*|read-?(?:next|more|also|on)|see-?also|also-?like"
    r"|more-?(?:from|on|stories|news|articles|to-read)|(?:most|top)-?(?:read|popular|viewed|shared|commented|stories)"
    r"|popular-?(?:posts|stories|articles)|trending|dont-?miss|latest-?(?:news|stories|posts|articles|box)"
    r"|teasers?|promos?|promoted|newsletters?|sign-?up|signup-?form|subscri(?:be|ption)s?|paywall|cookies?|gdpr|consent"
    r"|share|sharing|share-?(?:bar|buttons|tools|links)|social-?(?:share|sharing|links|icons|bar|buttons|media-?links)"
    r"|comments?|comment-?(?:list|section|form|thread|area)|commentlist|disqus|livefyre|reply|respond"
    r"|tooltips?|popovers?|rollover|hover-?card|lightbox|outbrain|taboola|ad-?(?:slot|unit|container|wrapper)"
    r"|advert(?:s|isement|ising)?|sponsored|bread-?crumbs?|author-?(?:bio|box|card|info)|about-?(?:the-?)?author"
    r"|tag-?(?:list|cloud)|article-?tools|page-?tools|toolbar|print-?(?:tools|only)|screen-?reader(?:-text)?|sr-?only"
    r"|visually-?hidden|off-?screen|skip-?link)(?=$|[_-])"
    r"|^(?:is-|u-)?(?:hide|hidden)$|^d-none$",
    re.I,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_COMMENT = re.compile(r"comment(?!ary)|repl(?:y|ies)|respond|disqus", re.I)
#: How far up a box within a box is looked for: work stays linear, however deep a page is nested.
_ABOVE = 40
_WHOLE = ("h1", "article", "main")
#: No box holds more of the letters of a page's paragraphs; what does is the article under a strange name.
_MOST_SHARE = 0.3
#: Such a name may be that of the part of the article that a wall or a button hides.
_DOUBTFUL = re.compile(r"read-?(?:more|on)|paywall|subscri|hide|hidden|share|reply|promoted|sign", re.I)
_LEAST_SHARE = 0.1
#: A headline has some words; a name in a list of names has fewer.
_LEAST_HEADLINE = 5
#: A link alone in its paragraph is a pointer from four words on: fewer may be a name, a table's cell, a signature.
_LEAST_LINKED = 4
_LINKED = 0.8
_OVER = ("h2", "h3", "h4", "h5", "h6", "p")
_LONGEST_LABEL = 8


def drop(tree: lxml_html.HtmlElement, held: Mapping[Any, int]) -> None:
    """Take the boxes out of a page's tree. `held`: the letters of paragraphs in each element."""
    most = _MOST_SHARE * held[tree]
    for node in list(tree.iter(*_NEVER)):
        if held[node] <= most:
            _remove(node)
    whole = held[tree]
    named = [
        n
        for n in tree.iter(*_NAMED)
        if (room := _room(n)) and held[n] <= room * whole and next(n.iter(*_WHOLE), None) is None
    ]
    _remove_all(named, held, 0.5 * held[tree])
    linked = [n for n in _linked(tree) if held[n] <= most]
    # A page whose text is its links is a list, and was made to be one.
    if linked and sum(_size(n) for n in linked) < max(held[tree], _size(tree) / 2):
        _remove_all(linked, held, 0.5 * held[tree])


def _remove_all(nodes: list[Any], held: Mapping[Any, int], most: float) -> None:
    """Take them out, unless most of the page would go: then but the readers' comments, which may well be longer."""
    outer = set(nodes)
    size = sum(held[n] for n in nodes if not any(a in outer for a in itertools.islice(n.iterancestors(), _ABOVE)))
    for node in nodes:
        if size <= most or _COMMENT.search(f"{node.get('class')} {node.get('id')}"):
            _remove(node)


def _room(node: Any) -> float:
    """The share of the page's paragraphs that an element may hold and still be a box by its name; 0 for no box."""
    room = 0.0
    for name, value in node.items():
        if name in ("class", "id"):
            room = max(room, _named(value))
        elif name == "hidden" or (name == "aria-hidden" and value == "true"):
            return _MOST_SHARE
        elif name == "style" and _HIDDEN.search(value):
            return _MOST_SHARE
    return room


@lru_cache(maxsize=50_000)
def _named(names: str) -> float:
    """The largest share that any of an element's names allows."""
    found = [m for word in names.split() if (m := _NAMES.search(_CAMEL.sub("-", word)))]
    return max((_LEAST_SHARE if _DOUBTFUL.search(m[0]) else _MOST_SHARE for m in found), default=0.0)


def _remove(node: Any) -> None:
    if node.getparent() is not None:
        node.drop_tree()


# ── headlines of other articles ─────────────────────────────────────────────────────────────────


def _linked(tree: lxml_html.HtmlElement) -> Iterator[Any]:
    """Lists and paragraphs that only name other pages, with the heading over such a list."""
    for node in tree.iter("ul", "ol"):
        if _is_list_of_headlines(node):
            before = node.getprevious()
            if before is not None and before.tag in _OVER and 0 < len(_words(before)) <= _LONGEST_LABEL:
                yield before
            yield node
    for node in tree.iter("p"):
        if _is_linked(node) and len(_words(node)) >= _LEAST_LINKED and _holds_link(node):
            yield node


def _holds_link(paragraph: Any) -> bool:
    """Whether a link stands in it and in no paragraph within it."""
    return any(next(a.iterancestors("p")) is paragraph for a in paragraph.iter("a"))


def _is_list_of_headlines(node: Any) -> bool:
    """Most items are headlines of other pages; one or two may have a word of their own."""
    if next(node.iter("a"), None) is None:
        return False
    items = [x for x in node if x.tag == "li"]
    if len(items) < 2 or sum(len(_words(x)) for x in items) < _LEAST_HEADLINE * len(items):
        return False
    return sum(map(_is_linked, items)) >= 0.7 * len(items)


def _is_linked(node: Any) -> bool:
    """Whether nearly all of a text leads to pages; an address within the page is a table of contents or a note."""
    links = list(node.iter("a"))
    if not links or any((a.get("href") or "#").startswith(("#", "mailto:")) for a in links):
        return False
    # An address written out is a source.
    if any("://" in (a.text or "") for a in links):
        return False
    return sum(_size(a) for a in links) >= _LINKED * _size(node)


def _size(node: Any) -> int:
    return len("".join(text_of(node).split()))


def _words(node: Any) -> list[str]:
    return text_of(node).split()
