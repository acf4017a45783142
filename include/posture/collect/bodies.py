"""Undoing gzip with a bound: a kilobyte may unpack to a gigabyte."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from ..errors import FetchError

#: A gzip file may be several, one after another; thousands of tiny ones are an attack on the processor.
_MAX_MEMBERS = 1_000


def gunzip(chunks: Iterable[bytes], limit: int, *, is_cut: bool = False) -> bytes:
    """Unpack a gzip stream.

    Args:
        chunks: the packed bytes, in pieces of any size.
        limit: the most bytes that may come out.
        is_cut: return the first `limit` bytes of a longer body instead of refusing it.

    Raises:
        FetchError: `too_large`, `truncated` or `content_encoding`.
    """
    body = bytearray()
    member = zlib.decompressobj(wbits=31)
    members = 1
    begun = False
    for piece in chunks:
        chunk = piece
        while chunk:
            if member.eof:
                if not chunk.startswith(b"\x1f"):
                    chunk = b""  # padding after the last member is allowed and means nothing
                    continue
                members += 1
                if members > _MAX_MEMBERS:
                    raise FetchError("the gzip stream has too many members", reason="content_encoding", stage="fetch")
                member = zlib.decompressobj(wbits=31)
            begun = True
            try:
                body += member.decompress(chunk, limit + 1 - len(body))
            except zlib.error as error:
                raise FetchError("the body is no valid gzip", reason="content_encoding", stage="fetch") from error
            if len(body) > limit:
                if is_cut:
                    return bytes(body[:limit])
                raise FetchError(f"the body unpacks to more than {limit} bytes", reason="too_large", stage="fetch")
            chunk = member.unused_data if member.eof else member.unconsumed_tail
    if begun and not member.eof:
        raise FetchError("the gzip stream ends early", reason="truncated", stage="fetch")
    return bytes(body)
