from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.collect.bodies import gunzip
from posture.errors import FetchError


def pieces(body: bytes, size: int) -> list[bytes]:
    return [body[n : n + size] for n in range(0, len(body), size)]


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 50))
def test_members_in_any_pieces(bodies: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(body) for body in bodies)
    assert gunzip(pieces(packed, size), 2_000) == b"".join(bodies)


def test_padding_after_the_last_member_means_nothing() -> None:
    assert gunzip([gzip.compress(b"text") + b"\0" * 100, b"\0" * 100], 10) == b"text"


def test_exactly_the_limit_is_allowed() -> None:
    assert gunzip([gzip.compress(b"x" * 1000)], 1000) == b"x" * 1000


def test_a_bomb_is_stopped_at_the_limit_or_cut_there() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(FetchError) as raised:
        gunzip([bomb], 1_000_000)
    assert raised.value.reason == "too_large"
    assert len(gunzip([bomb], 1_000, is_cut=True)) == 1_000


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (gzip.compress(b"x" * 1000)[:-9], "truncated"),
        (gzip.compress(b"x" * 1000)[:12], "truncated"),
        (b"not gzip", "content_encoding"),
        (gzip.compress(b"x" * 100)[:-8] + b"\0" * 8, "content_encoding"),
        (gzip.compress(b"") * 2_000, "content_encoding"),
    ],
)
def test_what_is_not_whole_is_refused(packed: bytes, reason: str) -> None:
    with pytest.raises(FetchError) as raised:
        gunzip([packed], 10_000)
    assert raised.value.reason == reason


def test_nothing_is_nothing() -> None:
    assert gunzip([], 10) == b""
