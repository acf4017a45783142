"""Reads one RSS or Atom feed in a process of its own: bytes on standard input, JSON on standard output.

Run by path, never imported: its parent kills it when it takes too long, and the limits set here kill
it when it takes too much. It may read nothing but its standard input; feedparser is handed a stream,
for handed a text it would open files and addresses.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from typing import Any

CPU_SECONDS = 10
MEMORY_BYTES = 1024**3


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue  # some systems refuse one of them; the parent's deadline still holds


def _link(entry: Any) -> str | None:
    """The article's address. feedparser passes over alternates that are no HTML, such as a PDF, for the id."""
    alternates = [
        link for link in dict.get(entry, "links") or () if link.get("rel") == "alternate" and link.get("href")
    ]
    pages = [link for link in alternates if "html" in link.get("type", "html")]
    chosen = (pages or alternates or [{"href": dict.get(entry, "link")}])[0]["href"]
    return str(chosen) if chosen else None


def _entry(entry: Any) -> dict[str, Any]:
    # dict.get: feedparser's own `get` answers `published` where `updated` is missing.
    get = dict.get
    detail = get(entry, "title_detail") or {}
    return {
        "url": _link(entry),
        "title": get(entry, "title"),
        "is_markup": dict.get(detail, "type") not in {None, "text/plain"},
        "published": get(entry, "published"),
        "published_utc": list(get(entry, "published_parsed") or ())[:6],
        "updated": get(entry, "updated"),
        "updated_utc": list(get(entry, "updated_parsed") or ())[:6],
    }


def main() -> None:
    """Parse what comes in; the first line is JSON with `url`, `content_type` and `max_entries`."""
    _limit()
    import feedparser

    order = json.loads(sys.stdin.buffer.readline())
    headers = {"content-location": order["url"]}
    if order["content_type"]:
        headers["content-type"] = order["content_type"]
    # Sanitising costs time on text that is never shown; links are made absolute either way.
    feed = feedparser.parse(
        io.BytesIO(sys.stdin.buffer.read()), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    entries = feed.entries[: order["max_entries"]]
    json.dump(
        {
            "version": feed.get("version") or "",
            "fault": type(feed["bozo_exception"]).__name__ if feed.get("bozo") else None,
            "count": len(feed.entries),
            "entries": [_entry(entry) for entry in entries],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
