"""What the archive already holds of one source, and what the source told us for next time.

The captures tables are the truth: whether an address is archived, or a failure already on record,
is read from them. `state.json` is a cache beside them (validators, the last listing of each feed);
without it the next run asks for more and records the same.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import BaseModel, ValidationError

from ..errors import ArchiveError
from . import archive
from .answer import Validators
from .listing import Listing

#: Query parameters that say where a reader came from, not what to read.
_TRACKING = re.compile(
    r"utm_\w+|at_(medium|campaign\w*|link\w*|bbc\w*|format)|traffic_source|fbclid|gclid|mc_[ce]id|cmpid|cmp|ns_\w+|ref_src",
    re.IGNORECASE,
)
_COLUMNS = [
    "requested_url",
    "url",
    "outcome_code",
    "reason",
    "content_sha256",
    "retrieved_at",
    "external_id",
    "listed_on",
    "outlet",
]


def identity(url: str) -> str:
    """What makes two addresses the same article: scheme, host's case, fragment and tracking do not count."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    if parts.scheme not in {"http", "https"} or not host:
        return url
    port_text = f":{port}" if port and port not in {80, 443} else ""
    query = parts.query
    if _TRACKING.search(query):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([pair for pair in pairs if not _TRACKING.fullmatch(pair[0])])
    return f"{host}{port_text}{parts.path or '/'}" + (f"?{query}" if query else "")


class Known(NamedTuple):
    """The latest archived answer of an address."""

    content_sha256: str
    retrieved_at: datetime


class Details(NamedTuple):
    """What a manifest said of an archived document."""

    external_id: object
    url: object
    listed_on: object
    outlet: object


class Remembered(BaseModel):
    """What the state file holds of one address. `failure`: the reason of its last request, if that failed."""

    etag: str | None = None
    last_modified: str | None = None
    content_sha256: str | None = None
    failure: str | None = None
    listing: Listing | None = None

    @property
    def validators(self) -> Validators:
        """For a conditional request."""
        return Validators(self.etag, self.last_modified)


class _State(BaseModel):
    urls: dict[str, Remembered] = {}
    #: Hosts that asked to be left alone until then.
    not_before: dict[str, datetime] = {}


class Ledger:
    """The memory of one source. Changes are kept by `save`, and only if something worth keeping happened."""

    def __init__(self, archive_dir: Path, source_code: str) -> None:
        self._path = archive_dir / source_code / "state.json"
        self.archived: dict[str, Known] = {}
        #: Of everything ever archived, by (requested address, sha256): what was said of it. For local files.
        self.contents: dict[tuple[str, str], Details] = {}
        self.warnings: list[str] = []
        self._failures: set[tuple[str, str]] = set()
        for batch_code in archive.batches(archive_dir, source_code):
            self._learn(archive.read_captures(archive_dir, batch_code, _COLUMNS).to_pylist())
        self._state = self._load()
        self._is_changed = False

    def _learn(self, rows: list[dict[str, object]]) -> None:
        for row in rows:
            requested, sha256, when = str(row["requested_url"]), row["content_sha256"], row["retrieved_at"]
            if row["outcome_code"] != "new" or not isinstance(sha256, str) or not isinstance(when, datetime):
                self._failures.add((requested, str(row["reason"])))
                continue
            self.contents[requested, sha256] = Details(row["external_id"], row["url"], row["listed_on"], row["outlet"])
            for url in filter(None, (requested, row["url"])):
                self._note(str(url), Known(sha256, when))

    def _note(self, url: str, known: Known) -> None:
        key = identity(url)
        before = self.archived.get(key)
        if before is None or before.retrieved_at <= known.retrieved_at:
            self.archived[key] = known

    def _load(self) -> _State:
        try:
            return _State.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return _State()
        except (OSError, ValidationError):
            self.warnings.append("state.json could not be read and is written anew; this run asks for more than usual")
            return _State()

    def known(self, url: str) -> Known | None:
        """The latest archived answer of an address."""
        return self.archived.get(identity(url))

    def remembered(self, url: str) -> Remembered:
        """What the last answer of an address told us; empty if there was none."""
        return self._state.urls.get(url, Remembered())

    def is_on_record(self, url: str, reason: str) -> bool:
        """Whether this failure or refusal is the one that the ledger already holds for the address."""
        if (entry := self._state.urls.get(url)) is not None:
            return entry.failure == reason
        return (url, reason) in self._failures

    def failed(self, url: str, reason: str) -> None:
        """Remember a failure."""
        if self.remembered(url).failure != reason:
            self._state.urls[url] = self.remembered(url).model_copy(update={"failure": reason})
            self._is_changed = True

    def answered(
        self, url: str, validators: Validators | None, content_sha256: str | None, listing: Listing | None = None
    ) -> None:
        """Remember an answer. That it ends a failure is worth keeping; new validators alone are not."""
        if self.remembered(url).failure is not None:
            self._is_changed = True
        etag, last_modified = validators or Validators()
        self._state.urls[url] = Remembered(
            etag=etag, last_modified=last_modified, content_sha256=content_sha256, listing=listing
        )

    def archive(self, url: str, final_url: str, known: Known) -> None:
        """Remember bytes that this run has added to its batch."""
        self._is_changed = True
        for each in (url, final_url):
            self._note(each, known)

    @property
    def not_before(self) -> dict[str, datetime]:
        """Hosts that asked to be left alone until then."""
        return dict(self._state.not_before)

    def ask_to_wait(self, not_before: dict[str, datetime]) -> None:
        """Keep what hosts asked for in this run."""
        if not_before != self._state.not_before:
            self._state.not_before = not_before
            self._is_changed = True

    def save(self, keep: set[str] | None, now: datetime) -> None:
        """Write the state, if this run changed it; after the batch, so that it never runs ahead of it.

        Args:
            keep: addresses that are still listed; others are forgotten, or the file would grow for ever.
                None: a list could not be had, so forget nothing.
            now: waits that are over by now are forgotten.

        Raises:
            ArchiveError: the disk is full or can't be written.
        """
        if not self._is_changed:
            return
        state = _State(
            urls={url: entry for url, entry in self._state.urls.items() if keep is None or url in keep},
            not_before={host: until for host, until in self._state.not_before.items() if until > now},
        )
        text = json.dumps(state.model_dump(mode="json", exclude_none=True), sort_keys=True, indent=1) + "\n"
        temporary = self._path.with_name(".tmp-state.json")
        try:
            with temporary.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise ArchiveError(
                f"the state could not be written: {error.strerror or error}",
                where=self._path,
                stage="archive",
                remedy="Free space or mend the permissions of POSTURE_HOME, then run again: no document is lost.",
            ) from error
