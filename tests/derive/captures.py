"""Captures by hand: bytes with what their listing said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from posture.derive.capture import Capture

RETRIEVED = datetime(2025, 6, 13, 6, 0, tzinfo=UTC)


def capture(body: bytes | str = b"", media_type: str = "text/plain", **more: Any) -> Capture:
    """A new document of the inbox, published on 12 June 2025, unless told otherwise."""
    data = body.encode() if isinstance(body, str) else body
    given: dict[str, Any] = {
        "capture_id": "c1", "batch_code": "inbox/2025-06-13-01", "source_code": "inbox", "requested_url": "one.txt", "url": None,
        "retrieved_at": RETRIEVED, "outcome": "new", "reason": None, "media_type": media_type, "charset": None, "content_sha256": "0" * 64,
        "byte_count": len(data), "warc_path": None, "warc_offset": None, "listed_title": None, "listed_on": date(2025, 6, 12),
        "listed_at": None, "external_id": "one", "outlet": "Test Wire", "body": data,
    }  # fmt: skip
    return Capture(**{**given, **more})
