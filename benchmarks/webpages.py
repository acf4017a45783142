"""Pages to measure with: a folder in the format of article-extraction-benchmark, else the newsroom's own pages."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

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


def load(folder: Path) -> list[WebPage]:
    """Pages of `html/<id>.html.gz` with the gold of `ground-truth.json`, by id.

    Raises:
        OSError: the folder is not of this format.
    """
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
