"""A prepared tree to the article's text: trafilatura's own steps, those that such a tree can need.

`trafilatura.extract` copies the tree three times and searches it for what our preparation has taken out already. Called
one by one, its steps give the same text (a test compares them) in three quarters of the time.
"""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import Any

from lxml import html as lxml_html
from trafilatura import baseline
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import Extractor, use_config
from trafilatura.utils import normalize_unicode
from trafilatura.xml import delete_element, xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH

#: Less text than this is looked for again in the whole page; less than that is none.
_LEAST_EXTRACTED = 120
_LEAST_OUTPUT = 80
#: Parts of the names by which trafilatura knows further articles; its expressions ask Python about every element, and
#: hardly any page holds one of these.
_APPENDED = ("mvp-post-add", "infinite", "elementor-share-buttons")
#: Its rule for readers' comments, which takes a tenth of the time when no expression over the tree is asked.
_COMMENTS_IN = ("div", "list", "section", "details", "ol", "ul")
_COMMENTS_ID = re.compile(r"(?:[Cc]omment(?!ary)|comol)")
_COMMENTS_BOX = re.compile(r"disqus_thread|dsq-comments")
_COMMENTS_CLASS = re.compile(r"^[Cc]omment(?!ary)|(?:article|post)-comments")


@cache
def _options() -> Extractor:
    """Measured on three sets of news pages: `fast` with recall costs half of the standard call at equal quality."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(_LEAST_EXTRACTED))
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", str(_LEAST_OUTPUT))
    return Extractor(
        config=config, output_format="txt", fast=True, recall=True, comments=False, tables=True, formatting=False
    )


def text(tree: lxml_html.HtmlElement, source: str) -> str:
    """The article's text, or "" where there is none. Leaves the tree as it is.

    Args:
        tree: the page, prepared.
        source: its HTML: what does not stand in it need not be looked for.
    """
    options = _options()
    try:
        found, words = extract_content(convert_tags(tree_cleaning(_pruned(tree, source), options), options), options)
        if len(words) < _LEAST_EXTRACTED:
            whole, all_words, _ = baseline(_pruned(tree, source))
            if len(all_words) > len(words):
                found, words = whole, all_words
    except (TypeError, ValueError):
        return ""
    if len(words) < _LEAST_OUTPUT:
        return ""
    return normalize_unicode(xmltotxt(found, include_formatting=False).strip())


def _pruned(tree: lxml_html.HtmlElement, source: str) -> lxml_html.HtmlElement:
    """A copy without articles that follow on and without comments."""
    made = copy(tree)
    if any(name in source for name in _APPENDED):
        made = prune_unwanted_nodes(made, RAW_TREE_PRUNE_XPATH)
    for node in [n for n in made.iter(*_COMMENTS_IN) if _is_of_comments(n)]:
        delete_element(node)
    return made


def _is_of_comments(node: Any) -> bool:
    name, kind = node.get("id"), node.get("class")
    return bool(
        name
        and (_COMMENTS_ID.match(name) or node.tag not in ("ol", "ul") and _COMMENTS_BOX.match(name))
        or kind
        and _COMMENTS_CLASS.search(kind)
    )
