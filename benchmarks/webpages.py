"""Pages to measure with: a folder in the format of article-extraction-benchmark, our own, or the newsroom's.

An own page (`tests/pages/<id>.html`) marks in itself what belongs to its articles: elements with `data-gold` are text
(headlines of further articles are, too), and `data-not` takes a part out again. No extractor sees the marks.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

import newsroom
from posture.derive.capture import Capture

from .corpora import shared


@dataclass(frozen=True)
class WebPage:
    """One page as it came; `gold` is its article's text where somebody marked it."""

    page_id: str
    body: bytes
    gold: str | None = None

    @property
    def capture(self) -> Capture:
        """As the archive would hand it on."""
        unknown = dict.fromkeys((
            "url", "reason", "charset", "content_sha256", "warc_path", "warc_offset", "listed_title", "listed_on",
            "listed_at", "external_id", "outlet",
        ))  # fmt: skip
        return Capture(
            capture_id=self.page_id,
            batch_code="bench/2026-01-01-01",
            source_code="bench",
            requested_url=self.page_id,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            outcome="new",
            media_type="text/html",
            byte_count=len(self.body),
            body=self.body,
            **unknown,
        )


PUBLISHED = date(2025, 12, 31)


def default_folder() -> Path:
    """Where the set to develop with lies, if it is here."""
    return shared() / "pages" / "article-extraction-benchmark"


def own_folder() -> Path:
    """Where our own marked pages lie."""
    return Path(__file__).parents[1] / "tests" / "pages"


_MARK = re.compile(r" data-(?:gold|not)(?=[\s>])")


def marked(folder: Path) -> list[WebPage]:
    """Own pages by id, without their marks, with the text of the marked elements as gold."""
    made = []
    for path in sorted(folder.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        tree: Any = lxml_html.fromstring(text)
        for node in tree.xpath("//sup | //*[@data-not]"):
            node.drop_tree()
        for br in tree.iter("br"):
            br.tail = f"\n{br.tail or ''}"
        gold = "\n".join("\n".join(x.strip() for x in node.itertext()) for node in tree.xpath("//*[@data-gold]"))
        made.append(WebPage(path.stem, _MARK.sub("", text).encode(), gold))
    return made


def load(folder: Path) -> list[WebPage]:
    """Pages of `html/<id>.html.gz` with the gold of `ground-truth.json`, by id; marked pages where that is missing.

    Raises:
        OSError: the folder is not of this format.
    """
    if not (folder / "ground-truth.json").is_file():
        return marked(folder)
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        WebPage(
            page_id,
            gzip.decompress((folder / "html" / f"{page_id}.html.gz").read_bytes()),
            gold[page_id]["articleBody"],
        )
        for page_id in sorted(gold)
    ]


def own() -> list[WebPage]:
    """The article pages of the sample site."""
    pages = newsroom.build("http://127.0.0.1:8765")
    paths = {article.path for article in newsroom.load()}
    return [WebPage(path, p.body) for path, p in sorted(pages.items()) if path in paths and "html" in p.media_type]
