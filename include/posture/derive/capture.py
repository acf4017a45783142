"""What derivation starts from: one archived answer with its bytes, and what its listing said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from . import furniture


@dataclass(frozen=True)
class Capture:
    """One row of `captures` with the bytes that it names. `body` is empty for failures and refusals."""

    capture_id: str
    batch_code: str
    source_code: str
    requested_url: str
    url: str | None
    retrieved_at: datetime
    outcome: str
    reason: str | None
    media_type: str | None
    charset: str | None
    content_sha256: str | None
    byte_count: int | None
    warc_path: str | None
    warc_offset: int | None
    listed_title: str | None
    listed_on: date | None
    listed_at: datetime | None
    external_id: str | None
    outlet: str | None
    body: bytes = b""


CAPTION = "⟦caption⟧ "


class Unread(str):
    """What of a document that could be read was left out, as a reason: a short code, a colon, what was seen."""


@dataclass(frozen=True)
class Entry:
    """One of several articles of a page, as its markup sets it apart. `url` may be a fragment of the page's."""

    text: str
    title: str | None
    author: str | None
    published_on: date | None
    published_at: datetime | None
    url: str | None


@dataclass(frozen=True)
class Page:
    """One page as text, before it is cut into articles. `published_basis` as in `articles`.

    `marked` has one line a paragraph, heading, list item, caption or table row ("Bahrain | about 9,000"). What the
    page's markup says of a line stands in it in ⟦brackets⟧: a footnote's marker as ⟦9⟧ (see `footnotes`), a caption
    begins with CAPTION. `links` are (paragraph, target) pairs, of paragraphs that may correct something only. `entries`
    are articles that the markup sets apart; they are not in `marked`. `heading`: the headline as printed, which may be
    worded otherwise than the title. `unread`: what of the document is not in it, and why, as a reason.
    """

    marked: str
    title: str | None = None
    heading: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None
    published_basis: str = "unknown"
    modified_on: date | None = None
    modified_at: datetime | None = None
    canonical_url: str | None = None
    site: str | None = None
    entries: tuple[Entry, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    unread: Unread | None = None
    is_repaired: bool = False
    has_mojibake: bool = False

    @property
    def text(self) -> str:
        """The running text: neither captions nor markers nor the headline, which is `title`, nor lines of furniture."""
        heads = {_key(x) for x in (self.title, self.heading) if x}
        lines = [x for x in self.marked.split("\n") if not x.startswith(CAPTION)]
        lines = [x for n, x in enumerate(lines) if n >= _DEEP or not x or _key(x) not in heads]
        return re.sub(r"⟦\d+⟧", "", furniture.strip("\n".join(lines))[0])


#: How many lines down a headline may stand.
_DEEP = 12


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


class Unreadable(Exception):
    """The bytes give no text; the message is the reason kept in the ledger: a short code, a colon, what was seen."""
