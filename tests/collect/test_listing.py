from __future__ import annotations

import pytest

from posture.collect.dates import UNDATED
from posture.collect.listing import MAX_TITLE, entry, plain


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (None, None),
        (" \n ", None),
        ("<b></b>", None),
        ("A &amp; B &lt;C&gt;", "A & B <C>"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("3 < 5", "3 < 5"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\u202egnol\u2028line\x07", "gnol line"),
    ],
)
def test_titles(text: str | None, title: str | None) -> None:
    assert plain(text) == title


def test_plain_text_is_taken_as_it_is() -> None:
    assert plain("a < b &amp; c", is_markup=False) == "a < b &amp; c"


def test_titles_end() -> None:
    assert len(plain("x" * 10_000) or "") == MAX_TITLE


@pytest.mark.parametrize(
    ("url", "absolute"),
    [
        ("/a b", "https://w.example/a%20b"),
        ("b", "https://w.example/dir/b"),
        ("//other.example/b", "https://other.example/b"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("http://[broken", "http://[broken"),
        ("/a\ud800", "https://w.example/a\ufffd"),
    ],
)
def test_addresses(url: str, absolute: str) -> None:
    assert entry(url, "https://w.example/dir/feed.xml", None, UNDATED, UNDATED).url == absolute
