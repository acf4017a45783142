"""What the articles of the whole lake are to each other: copies, and corrections. No batch can tell by itself."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from . import model
from .derive import corrections, reprints
from .release import lake
from .settings import Settings

_NEEDED = (
    "article_id document_id source_code outlet url part_id title published_on retrieved_at text_sha256 signature "
    "is_correction correction_urls text"
).split()


def among(s: Settings) -> tuple[pa.Table, pa.Table]:
    """Rows of `reprints` and of `corrections` among all articles of the lake."""
    table = lake.read_table(s.lake_dir, "articles", _NEEDED)
    documents = lake.read_table(s.lake_dir, "documents", ["document_id", "requested_url"])
    requested = dict(zip(*(documents.column(n).to_pylist() for n in ("document_id", "requested_url")), strict=True))
    rows = [dict(row, requested_url=requested[row["document_id"]]) for row in table.to_pylist()]
    copies = reprints.reprints(
        (a["article_id"], a["published_on"], a["retrieved_at"].isoformat(), a["signature"], len(a["text"]))
        for a in rows
    )
    links = corrections.corrections(_article(a) for a in rows)
    return model.REPRINTS.table(copies), model.CORRECTIONS.table(links)


def _article(row: dict[str, Any]) -> corrections.Article:
    names = corrections.Article.__dataclass_fields__
    text = row["text"] if row["is_correction"] else row["text"][: corrections.BEGINNING]
    return corrections.Article(**{**{n: row[n] for n in names}, "text": text})
