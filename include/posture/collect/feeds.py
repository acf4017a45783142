"""What a source lists: RSS and Atom feeds, news sitemaps, indexes of sitemaps.

Takes bytes and gives entries; fetches nothing.

RSS and Atom go through feedparser, the most tolerant reader there is, and some of its paths take
quadratic time (an author field of 100 kB: a minute). A thread can't be killed, so it always runs in
a child process, started by path with nothing imported but feedparser: 0.2 s a feed, next to the
second of politeness before each request. `multiprocessing` would import this whole package again
and may not be used from daemonic workers. Sitemaps are plain XML and are read here, by expat through
defusedxml, in linear time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from ..errors import FetchError
from . import dates, sitemaps
from .listing import MAX_ENTRIES, MAX_URL, Listing, entry, plain

#: A feed larger than this is refused (a sitemap may have 50 MB by its standard).
MAX_FEED_BYTES = 10 * 1024 * 1024
#: Seconds for the child process, its start included.
DEADLINE = 20.0

#: A wrong media type or charset in the header, seen through by feedparser.
_HARMLESS = frozenset({"CharacterEncodingOverride", "NonXMLContentType"})
_CHILD = Path(__file__).with_name("feed_child.py")


def read(body: bytes, kind: Literal["rss", "atom", "news_sitemap"], url: str, content_type: str | None) -> Listing:
    """The entries of a feed or sitemap.

    Args:
        body: the bytes as they came, transfer and content coding undone.
        kind: as the catalogue says.
        url: where they came from; relative links are joined to it.
        content_type: the HTTP header, for the charset that it may name.

    Raises:
        FetchError: `feed_unreadable`, `feed_too_large`, `feed_too_slow` or `feed_entities`.
    """
    if kind == "news_sitemap":
        return sitemaps.read(body, url)
    if len(body) > MAX_FEED_BYTES:
        raise FetchError(
            f"the feed is larger than {MAX_FEED_BYTES} bytes", reason="feed_too_large", stage="feeds", where=url
        )
    # feedparser yields entries in spite of an entity attack; no honest feed declares entities.
    if b"<!ENTITY" in body.replace(b"\0", b"").upper():
        raise FetchError(
            "the feed declares XML entities, as attacks do", reason="feed_entities", stage="feeds", where=url
        )
    return _listing(_parsed(body, url, content_type), url)


def _parsed(body: bytes, url: str, content_type: str | None) -> dict[str, Any]:
    order = json.dumps({"url": url, "content_type": content_type, "max_entries": MAX_ENTRIES})
    try:
        # -P: this folder must not come before the standard library on the child's path.
        child = subprocess.run(  # noqa: S603 - our own interpreter and file, no shell; the feed goes in by pipe
            [sys.executable, "-P", str(_CHILD)],
            input=order.encode() + b"\n" + body,
            capture_output=True,
            timeout=DEADLINE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        child = None
    except OSError as error:
        raise FetchError(
            f"the reader of feeds could not be started: {error.strerror}",
            reason="feed_unreadable",
            stage="feeds",
            where=url,
        ) from error
    if child is None or child.returncode < 0:
        raise FetchError(
            "reading the feed took too long and was stopped", reason="feed_too_slow", stage="feeds", where=url
        )
    if child.returncode:
        last = child.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        kind = last.partition(":")[0].strip() or f"exit {child.returncode}"
        raise FetchError(f"the feed could not be read ({kind})", reason="feed_unreadable", stage="feeds", where=url)
    parsed: dict[str, Any] = json.loads(child.stdout)
    return parsed


def _listing(parsed: dict[str, Any], url: str) -> Listing:
    if not parsed["version"] and not parsed["entries"]:
        fault = f" ({parsed['fault']})" if parsed["fault"] else ""
        raise FetchError(
            f"what came is neither RSS nor Atom{fault}", reason="feed_unreadable", stage="feeds", where=url
        )
    notes = []
    if parsed["fault"] and parsed["fault"] not in _HARMLESS:
        notes.append(f"the feed is not well-formed ({parsed['fault']}); what could be read was taken")
    if not parsed["entries"]:
        notes.append("the feed lists nothing")
    if dropped := parsed["count"] - len(parsed["entries"]):
        notes.append(f"{dropped} entries beyond the first {MAX_ENTRIES} were left out")
    entries = []
    without_link = unreadable = 0
    for item in parsed["entries"]:
        if not item["url"] or len(item["url"]) > MAX_URL:
            without_link += 1
            continue
        updated = _when(item["updated"], item["updated_utc"])
        published = _when(item["published"], item["published_utc"])
        if published.on is None:
            unreadable += bool(item["published"])
            published = updated
        title = plain(item["title"], is_markup=item["is_markup"])
        entries.append(entry(item["url"], url, title, published, updated))
    if without_link:
        notes.append(f"{without_link} entries without a usable link were left out")
    if unreadable:
        notes.append(f"{unreadable} entries have a date that could not be read")
    return Listing(entries=tuple(entries), notes=tuple(notes))


def _when(text: str | None, utc: list[int]) -> dates.When:
    when = dates.read(text)
    if when.on is None and len(utc) == 6:
        # A format of which feedparser knows more than we do; of its time only the day is kept, for it
        # does not tell a zone that was given from one that was not.
        return dates.read(f"{utc[0]:04}-{utc[1]:02}-{utc[2]:02}")
    return when
