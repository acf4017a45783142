"""The sources: who publishes, where their lists of articles lie, how politely to ask.

Reads a catalogue file, checks every field, and knows nothing of the network. A wrong catalogue is
refused as a whole: a source left out by mistake would look like an outlet that fell silent.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from ..errors import ConfigError
from ..settings import Settings
from .addresses import is_public

#: Catalogues that come with the package.
BUNDLED = {
    "newsroom": Path(__file__).with_name("newsroom.yaml"),
    "live": Path(__file__).with_name("sources.yaml"),
}
INBOX_CODE = "inbox"

_PORTS = {"http": 80, "https": 443}


def _web_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("is not an http(s) address")
    if parts.username is not None or parts.password is not None:
        raise ValueError("holds a user name or password, which would end up in logs and ledgers")
    if re.search(r"[\s\x00-\x1f{}]", url):
        raise ValueError("holds a space, a control character or an unknown {placeholder}")
    _ = parts.port  # raises ValueError when it is no port
    return url


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"is not a regular expression: {error}") from error
    return text


#: What no pattern of furniture may take: a line without words, a sentence of a body.
_KEPT_LINES = ("", "The minister said on Monday that 900 soldiers would stay at the base until the spring.")


def _furniture_pattern(text: str) -> str:
    pattern = re.compile(_pattern(text), re.IGNORECASE)
    if any(pattern.fullmatch(line) for line in _KEPT_LINES):
        raise ValueError("takes any line, and so the article's text; name the words of the line to remove")
    return text


WebAddress = Annotated[str, AfterValidator(_web_address)]
Pattern = Annotated[str, AfterValidator(_pattern)]
FurniturePattern = Annotated[str, AfterValidator(_furniture_pattern)]


class Feed(BaseModel):
    """One list of articles that a source keeps."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: WebAddress
    format: Literal["rss", "atom", "news_sitemap"]


class Source(BaseModel):
    """One outlet, or the inbox. `interval` and `budget` are in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    #: Names the source in paths, tables and the UI: lower case letters, digits, hyphens.
    code: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    #: The outlet, as readers know it.
    name: Annotated[str, Field(min_length=1, max_length=80)]
    kind: Literal["site", "inbox"] = "site"
    homepage: WebAddress | None = None
    feeds: tuple[Feed, ...] = ()
    #: ISO 639-1, of most of its articles.
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    category: Literal[
        "agency", "newspaper", "broadcaster", "trade_press", "ministry", "monitor", "think_tank", "un"
    ] = "newspaper"
    #: Least pause between two requests to one host; none: settings.host_interval.
    interval: Annotated[float, Field(ge=0, le=3600)] | None = None
    #: Most pages asked for in one run; none: settings.max_articles.
    max_articles: Annotated[int, Field(ge=1)] | None = None
    #: Longest time for one run; what is left then waits for the next.
    budget: Annotated[float, Field(gt=0)] = 900.0
    #: Listed addresses that match one of these are not taken (sports, live tickers, videos).
    drop_url_patterns: tuple[Pattern, ...] = ()
    #: Lines of its pages that are no text of an article ("Follow the Gazette on …"), beside the rules that hold for all
    #: sources. Each has to match a whole line, in any case of letters.
    furniture_patterns: tuple[FurniturePattern, ...] = ()
    #: The configured hosts lie on a private network; else only IP literals and `localhost` may.
    private_network: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "site" and not self.feeds:
            raise ValueError("feeds: a site needs at least one")
        if self.kind == "inbox" and self.feeds:
            raise ValueError("feeds: an inbox has none")
        if len({feed.url for feed in self.feeds}) < len(self.feeds):
            raise ValueError("feeds: one address is listed twice")
        return self

    @property
    def private_hosts(self) -> frozenset[tuple[str, int]]:
        """(host, port) pairs of this source that may lie on loopback or a private network.

        A public outlet has none, whatever its name resolves to later.
        """
        pairs = set()
        for url in filter(None, (self.homepage, *(feed.url for feed in self.feeds))):
            parts = urlsplit(url)
            host = (parts.hostname or "").lower()
            if self.private_network or _is_plainly_private(host):
                pairs.add((host, parts.port or _PORTS[parts.scheme]))
        return frozenset(pairs)

    def drops(self, url: str) -> bool:
        """Whether the catalogue says not to take this address."""
        return any(re.search(pattern, url) for pattern in self.drop_url_patterns)


def _is_plainly_private(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not is_public(str(ipaddress.ip_address(host)))
    except ValueError:
        return False


@dataclass(frozen=True)
class Catalogue:
    """The sources of a run, in the order of the file."""

    sources: tuple[Source, ...]
    origin: str

    def source(self, code: str) -> Source:
        """The source of this code.

        Raises:
            ConfigError: there is none; the message lists those that there are.
        """
        for source in self.sources:
            if source.code == code:
                return source
        raise ConfigError(
            f"no source {code!r}",
            where=self.origin,
            stage="catalogue",
            remedy="Name one of: " + ", ".join(source.code for source in self.sources) + ".",
        )


def load(settings: Settings) -> Catalogue:
    """The catalogue that the settings name; with `settings.inbox`, the inbox alone.

    Raises:
        ConfigError: the file is missing, no YAML, or an entry is wrong; names file, source and field.
    """
    if settings.inbox is not None:
        return Catalogue((Source(code=INBOX_CODE, name="Inbox", kind="inbox"),), str(settings.inbox))
    path = BUNDLED.get(settings.sources) or Path(settings.sources).expanduser()
    entries = _entries(path)
    sources = tuple(
        _source(_filled(entry, settings.newsroom_url.rstrip("/")), path, number)
        for number, entry in enumerate(entries, start=1)
    )
    seen: set[str] = set()
    for source in sources:
        if source.code in seen:
            raise ConfigError(
                "two sources have this code", source=source.code, where=path, stage="catalogue", remedy="Rename one."
            )
        seen.add(source.code)
    return Catalogue(sources, str(path))


class _Loader(yaml.SafeLoader):
    """YAML that refuses a key given twice, where plain YAML silently keeps the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} is given twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _entries(path: Path) -> list[Any]:
    try:
        # A SafeLoader all the same: it only adds a check.
        document = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except OSError as error:
        raise ConfigError(
            f"the catalogue can't be read: {error.strerror}",
            where=path,
            stage="catalogue",
            remedy="Set POSTURE_SOURCES to `newsroom`, `live` or the path of a catalogue file.",
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"the catalogue is not valid YAML: {' '.join(str(error).split())}",
            where=path,
            stage="catalogue",
            remedy="Mend the line that it names.",
        ) from error
    entries = document.get("sources") if isinstance(document, dict) else None
    if not isinstance(entries, list) or not entries:
        raise ConfigError(
            "the catalogue lists no sources",
            where=path,
            stage="catalogue",
            remedy="Give a top-level key `sources` with a list, as in include/posture/collect/newsroom.yaml.",
        )
    return entries


def _filled(value: Any, newsroom_url: str) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item, newsroom_url) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, newsroom_url) for item in value]
    return value.replace("{newsroom}", newsroom_url) if isinstance(value, str) else value


def _source(entry: Any, path: Path, number: int) -> Source:
    code = entry.get("code") if isinstance(entry, dict) else None
    try:
        source = Source.model_validate(entry)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or 'source'}: {fault['msg']}"
            + (f" (is {fault['input']!r})" if isinstance(fault["input"], str | int | float) else "")
            for fault in error.errors()
        )
        raise ConfigError(
            faults,
            source=str(code or f"number {number}"),
            where=path,
            stage="catalogue",
            remedy="Correct the fields named; include/posture/collect/catalogue.py lists what they may hold.",
        ) from error
    if source.kind == "inbox" or source.code == INBOX_CODE:
        raise ConfigError(
            "`inbox` can't stand in a catalogue",
            source=source.code,
            where=path,
            stage="catalogue",
            remedy="Set POSTURE_INBOX to the folder instead.",
        )
    return source
