"""What is asked of a host, and what it answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from typing import NamedTuple

MAX_VALIDATOR = 500


class Validators(NamedTuple):
    """What a host gave us to ask `has it changed?`."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Answer:
    """An answer. Its body, content coding undone, is complete where the status is 200 and empty elsewhere."""

    url: str
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    retrieved_at: datetime

    @property
    def is_unchanged(self) -> bool:
        """The host says that what we have is what there is."""
        return self.status == 304

    @property
    def validators(self) -> Validators:
        """For the next conditional request; absurdly long ones are not worth carrying."""
        given = (self.header("etag"), self.header("last-modified"))
        return Validators(*(value if value and len(value) <= MAX_VALIDATOR else None for value in given))

    @property
    def media_type(self) -> str | None:
        """As declared, lower case; None if nothing was."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()[:100] or None

    @property
    def charset(self) -> str | None:
        """As declared in the header, lower case; None if nothing usable was."""
        message = Message()
        message["content-type"] = self.header("content-type") or ""
        charset = message.get_content_charset()
        return charset if charset and re.fullmatch(r"[\w.:+-]{1,40}", charset) else None

    def header(self, name: str) -> str | None:
        """The first header of this name (lower case)."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True)
class Wish:
    """What is wanted of one address.

    `media`: media types to accept; others are refused before their body is read. `limit`: most bytes
    of the body. `is_cut`: a body beyond the limit is cut there instead of refused.
    """

    limit: int
    validators: Validators | None = None
    media: re.Pattern[str] | None = None
    is_cut: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether a 304 would answer it."""
        return self.validators is not None and any(self.validators)
