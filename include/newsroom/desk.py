"""Reads the articles: Markdown files with YAML front matter, `articles/<outlet>/<slug>.md`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from .outlets import OUTLETS, Outlet

ARTICLES = Path(__file__).parent / "articles"

#: Everything that a page of the sample site is there to show. Each feature is shown by at least one article.
FEATURES: dict[str, str] = {
    "footnotes": "a report with numbered footnotes and their markers",
    "pdf": "a PDF with page headers, footers, footnotes and a word broken at a line's end",
    "glued": "one page that holds two articles, months apart",
    "mojibake": "UTF-8 read as cp1252, mixed with characters that are right",
    "teasers": '"READ:" lines between the paragraphs, and "The post … appeared first on …"',
    "doubled_caption": "a photo caption that stands twice",
    "wire_original": "the agency story that others reprint",
    "wire_reprint": "a reprint of it with small edits, credited to the agency",
    "corrected": "a figure that a later article corrects",
    "correction": "the article that corrects it",
    "denial": "a report that somebody denies",
    "conflict": "one number, two origins, two figures",
    "undated": "no date in page or feed",
    "date_in_text": "the date stands only in the visible text or in <time>",
    "table": "numbers in a <table>",
    "ordered_list": "numbers in an <ol>",
    "no_posture": "military words, no posture",
    "broken": "cut HTML and garbage bytes, served with status 200",
    "unsupported_language": "an article in French",
    "disallowed": "listed in the feed, forbidden by robots.txt",
    "base_status": "a base that was opened, closed or handed over",
    "strength": "the number of a force in a country",
}


class NewsroomError(ValueError):
    """An article file or a setting of the sample site is wrong; the message names it and what to do."""


@dataclass(frozen=True)
class Insert:
    """A second, older story that stands on the same page as its host."""

    title: str
    published: datetime
    byline: str
    caption: str
    body: str


@dataclass(frozen=True)
class Article:
    """One article. Times are UTC; texts are plain but for `body`, which is Markdown."""

    outlet: Outlet
    slug: str
    title: str
    #: None: neither page nor feed says when.
    published: datetime | None
    summary: str
    body: str
    features: tuple[str, ...] = ()
    byline: str = ""
    section: str = "World"
    language: str = "en"
    caption: str = ""
    updated: datetime | None = None
    #: Footnote number → its text.
    notes: Mapping[int, str] | None = None
    insert: Insert | None = None

    @property
    def path(self) -> str:
        """The article's address on the site."""
        pattern = self.outlet.path
        if "disallowed" in self.features:
            pattern = self.outlet.closed_path
        elif "pdf" in self.features:
            pattern = self.outlet.pdf_path
        when = self.published or datetime(1970, 1, 1, tzinfo=UTC)
        return pattern.format(slug=self.slug, year=f"{when:%Y}", month=f"{when:%m}", day=f"{when:%d}")

    @property
    def changed(self) -> datetime | None:
        """When the article was last touched."""
        return self.updated or self.published


def load(folder: Path = ARTICLES) -> list[Article]:
    """All articles, newest first, those without a date last.

    Raises:
        NewsroomError: a file without front matter, an unknown outlet, field or feature, a footnote that does not fit.
    """
    articles = [_read(path) for path in sorted(folder.glob("*/*.md"))]
    articles.sort(key=lambda a: (a.published is None, -(a.published.timestamp() if a.published else 0), a.slug))
    return articles


_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_NOTE = re.compile(r"^\[\^(\d+)\]: (.+)$\n?", re.MULTILINE)
_MARKER = re.compile(r"\[\^(\d+)\](?!:)")
_SEAM = "\n<!-- next article -->\n"
_FROM_FILE = {"outlet", "slug", "body", "notes"}
_INSERT = {"title", "published", "byline", "caption"}


def _read(path: Path) -> Article:
    match = _FRONT.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise NewsroomError(f"{path}: no front matter. Start the file with '---', YAML, '---'.")
    front: Any = yaml.safe_load(match[1])
    if not isinstance(front, dict):
        raise NewsroomError(f"{path}: the front matter is no mapping. Write 'title: …', 'published: …', 'summary: …'.")
    outlet = OUTLETS.get(path.parent.name)
    if outlet is None:
        raise NewsroomError(f"{path}: no outlet {path.parent.name!r}. Known: {', '.join(OUTLETS)}.")
    _check_names(path, front)
    body, notes = _take_notes(path, match[2])
    body, _, older = body.partition(_SEAM)
    insert = front.pop("insert", None)
    if bool(insert) != bool(older):
        raise NewsroomError(f"{path}: 'insert' and the '<!-- next article -->' line go together.")
    if insert and set(insert) != _INSERT:
        raise NewsroomError(f"{path}: 'insert' has {sorted(insert)}, and needs {sorted(_INSERT)}.")
    for name in ("published", "updated"):
        front[name] = None if front.get(name) is None else _utc(path, front[name])
    return Article(
        outlet=outlet,
        slug=path.stem,
        body=body.strip(),
        notes=notes or None,
        features=tuple(front.pop("features", ())),
        insert=Insert(**{**insert, "published": _utc(path, insert["published"]), "body": older.strip()})
        if insert
        else None,
        **front,
    )


def _check_names(path: Path, front: Mapping[str, Any]) -> None:
    allowed = {f.name for f in fields(Article)} - _FROM_FILE
    if unknown := sorted(set(front) - allowed):
        raise NewsroomError(f"{path}: unknown front matter {unknown}. Allowed: {sorted(allowed)}.")
    if missing := sorted({"title", "published", "summary"} - set(front)):
        raise NewsroomError(f"{path}: front matter lacks {missing}.")
    if unknown := sorted(set(front.get("features", ())) - set(FEATURES)):
        raise NewsroomError(f"{path}: unknown features {unknown}. Known: {sorted(FEATURES)}.")


def _take_notes(path: Path, body: str) -> tuple[str, dict[int, str]]:
    notes = {int(number): text for number, text in _NOTE.findall(body)}
    body = _NOTE.sub("", body)
    markers = {int(number) for number in _MARKER.findall(body)}
    if markers != set(notes):
        raise NewsroomError(f"{path}: footnotes {sorted(markers ^ set(notes))} have a marker or a text, but not both.")
    return body, notes


def _utc(path: Path, value: object) -> datetime:
    # A time without an offset would mean another instant on each machine.
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise NewsroomError(f"{path}: {value!r} is no UTC time. Write e.g. 2024-12-19T19:25:00Z.")
    return value.astimezone(UTC)
