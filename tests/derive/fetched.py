"""Captures of a site by hand: no date and no title but the page's own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from posture.derive.capture import Capture

from .captures import capture


def fetched(body: bytes | str, media_type: str | None = "text/html", **more: Any) -> Capture:
    """A page of the outlet Alpha, fetched on 21 November 2026."""
    given: dict[str, Any] = {
        "source_code": "alpha",
        "batch_code": "alpha/2026-11-21-01",
        "requested_url": "https://alpha.test/a",
        "url": "https://alpha.test/a",
        "retrieved_at": datetime(2026, 11, 21, 6, tzinfo=UTC),
        "listed_on": None,
        "external_id": None,
        "outlet": "Alpha",
    }
    return capture(body, media_type, **given | more)  # type: ignore[arg-type]
