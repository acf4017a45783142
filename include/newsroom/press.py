"""Prints the HTML pages: one Jinja template per outlet, and the damage that some pages are there to show."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import jinja2
from markdown_it import MarkdownIt
from markupsafe import Markup

from .desk import Article
from .outlets import OUTLETS, Outlet

#: Stands in the footer of each page (and of the PDF): nobody may take the samples for news.
NOTICE = "Sample data of the Posture Ledger: an invented outlet, invented sentences, public facts."
TEMPLATES = Path(__file__).parent / "templates"

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_MARKER = re.compile(r"\[\^(\d+)\]")
#: As browsers read cp1252: the five bytes that it lacks become control characters.
_CP1252 = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)


@dataclass(frozen=True)
class Story:
    """What a template prints: an article, or one of the two that share a page."""

    title: str
    published: datetime | None
    byline: str
    caption: str
    html: Markup


def article_page(article: Article, articles: Sequence[Article], base: str) -> bytes:
    """The page of one article as UTF-8 bytes, damaged where its features say so. `base` has no trailing slash."""
    stories = [Story(article.title, article.published, article.byline, article.caption, _html(article.body))]
    if article.insert is not None:
        older = article.insert
        stories.append(Story(older.title, older.published, older.byline, older.caption, _html(older.body)))
    page = _render(f"{article.outlet.code}.html", article.outlet, base, article=article, stories=stories,
                   related=_related(article, articles))  # fmt: skip
    if "mojibake" in article.features:
        page = _garbled(page)
    data = page.encode()
    return _broken(data, article.slug) if "broken" in article.features else data


def front_page(outlet: Outlet, articles: Sequence[Article], base: str) -> bytes:
    """An outlet's front page: its articles, newest first."""
    own = [a for a in articles if a.outlet == outlet]
    return _render("index.html", outlet, base, articles=own).encode()


def root_page(base: str) -> bytes:
    """The page at `/`: the outlets."""
    return _render("root.html", None, base, outlets=list(OUTLETS.values())).encode()


def _divs(html: Markup) -> Markup:
    # `str` first, for Markup would escape the tags that it puts in.
    return Markup(str(html).replace("<p>", '<div class="x7 txt">').replace("</p>", "</div>"))  # noqa: S704


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = lambda when: f"{when.day} {when:%B %Y}"
    environment.filters["iso"] = lambda when: f"{when:%Y-%m-%dT%H:%M:%SZ}"
    environment.filters["divs"] = _divs
    return environment


_ENVIRONMENT = _environment()


def _render(template: str, outlet: Outlet | None, base: str, **context: object) -> str:
    return _ENVIRONMENT.get_template(template).render(outlet=outlet, base=base, notice=NOTICE, **context)


def _html(body: str) -> Markup:
    """The body as HTML, trusted: it comes from our own files, and Markdown escapes the rest."""
    html = _MARKDOWN.render(body)
    return Markup(_MARKER.sub(r'<sup><a href="#note-\1" id="ref-\1">\1</a></sup>', html))  # noqa: S704


def _related(article: Article, articles: Sequence[Article]) -> list[Article]:
    """Four other articles of the outlet, those that follow it in time first: the furniture of a real page."""
    own = [a for a in articles if a.outlet == article.outlet]
    here = own.index(article)
    return [own[(here + step) % len(own)] for step in range(1, min(5, len(own)))]


def _garbled(page: str) -> str:
    """Every second paragraph as if its UTF-8 had been read as cp1252; the rest of the page stays right."""
    count = 0

    def swap(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "".join(_CP1252[byte] for byte in match[0].encode()) if count % 2 else match[0]

    return _PARAGRAPH.sub(swap, page)


def _broken(data: bytes, seed: str) -> bytes:
    """The page cut in the middle of its head, then bytes that are no text at all."""
    cut = data.find(b"<title>") + len(b"<title>") + 9
    noise = b"".join(hashlib.sha256(f"{seed}:{n}".encode()).digest() for n in range(40))
    return data[:cut] + noise
