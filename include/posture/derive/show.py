"""A document as an HTML page: its text with the evidence highlighted by type, its records beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def page(rows: Rows, name: str) -> str:
    """One self-contained page; nothing in it is loaded from elsewhere, all text is escaped."""
    records = list(rows["records"])
    articles = []
    for row in rows["articles"]:
        mine = [(n, r) for n, r in enumerate(records, start=1) if r["article_id"] == row["article_id"]]
        articles.append({"row": row, "marked": _marked(row["text"], mine)})
    template = Environment(autoescape=True, loader=PackageLoader("posture.derive", "")).get_template("show.html")
    return template.render(
        name=name,
        articles=articles,
        records=records,
        rejections=rows["rejections"],
        citations=rows["citations"],
        document=rows["documents"][0],
    )


def _marked(text: str, records: Sequence[tuple[int, Mapping[str, Any]]]) -> Markup:
    spans: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for n, r in records:
        spans.setdefault((r["evidence_start"], r["evidence_end"]), []).append((n, r["domain_code"]))
    out, at = Markup(""), 0
    for (first, end), owners in sorted(spans.items()):
        start = max(first, at)
        if start >= end:
            continue
        out += escape(text[at:start])
        links = Markup("").join(Markup('<a class="{1}" href="#r{0}"> {0}</a>').format(n, d) for n, d in owners)
        out += Markup('<mark class="{}">{}</mark><sup>{}</sup>').format(owners[0][1], text[start:end], links)
        at = end
    return out + escape(text[at:])
