"""What whoever started a derivation should hear of: documents that came, but could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

#: States that reading a document may end in. What could not be fetched was warned of when it was collected.
_UNREAD = {"unreadable", "no_text"}
#: As many travel between two tasks; a source that changed its pages can have hundreds.
_MOST = 20


def unread(documents: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line for each row of `documents` that gave no text: source, address, state and reason."""
    return [
        f"{row['source_code']}: {row['requested_url']}: {_why(row['state_code'], row['reason'] or '')}"
        for row in documents
        if row["state_code"] in _UNREAD
    ]


def first(warnings: Sequence[str]) -> list[str]:
    """The first of them, and how many more there are."""
    if (beyond := len(warnings) - _MOST) <= 0:
        return list(warnings)
    return [*warnings[:_MOST], f"and {beyond} more; the table `documents` has them all with their reasons"]


def _why(state: str, reason: str) -> str:
    return reason if reason.startswith(state) else f"{state}: {reason}"
