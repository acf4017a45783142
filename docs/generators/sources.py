"""docs/sources.md: the live catalogue, include/posture/collect/sources.yaml, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from posture.collect.catalogue import BUNDLED, Source, load
from posture.settings import REPOSITORY, Settings

from .markdown import document, table

_HEAD = """\
# Live sources

The {count} outlets of the live catalogue, `{path}`; `make run SOURCES=live` asks them. Each feed was published by its
outlet for machines to read. The host's robots.txt is asked before anything else and obeyed; an outlet that has closed
its feed shows up as a warning of the run. A place in this list is no judgement of anybody's reliability.

For other outlets, copy the file, change it and name it: `make run SOURCES=my-sources.yaml`."""
_CATEGORIES = {
    "agency": "Agencies",
    "newspaper": "Newspapers",
    "broadcaster": "Broadcasters",
    "trade_press": "Trade press",
    "ministry": "Ministries and commands",
    "monitor": "Local monitors",
    "think_tank": "Think tanks",
    "un": "United Nations",
}


def page() -> str:
    """The whole page."""
    return document(_lines(load(Settings(home=REPOSITORY, sources="live")).sources))


def _lines(sources: tuple[Source, ...]) -> Iterator[str]:
    path = BUNDLED["live"].relative_to(REPOSITORY)
    yield from _HEAD.format(path=path, count=len(sources)).splitlines()
    for category, title in _CATEGORIES.items():
        mine = [s for s in sources if s.category == category]
        if mine:
            yield from ("", f"## {title}", "")
            yield from table(("code", "outlet", "feeds", "limits"), (_row(s) for s in mine))


def _row(source: Source) -> tuple[str, str, str, str]:
    name = f"[{source.name}]({source.homepage})" if source.homepage else source.name
    feeds = "; ".join(f"`{f.format}` {_address(f.url)}" for f in source.feeds)
    limits = [f"{source.interval:g} s between requests"] if source.interval is not None else []
    limits += [f"at most {source.max_articles} articles a run"] if source.max_articles is not None else []
    limits += ["without " + ", ".join(f"`{p}`" for p in source.drop_url_patterns)] if source.drop_url_patterns else []
    limits += [f"{len(source.furniture_patterns)} own furniture patterns"] if source.furniture_patterns else []
    return f"`{source.code}`", name, feeds, "; ".join(limits)


def _address(url: str) -> str:
    """Without its scheme; with its query, which alone tells some feeds apart."""
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path}" + (f"?{parts.query}" if parts.query else "")
