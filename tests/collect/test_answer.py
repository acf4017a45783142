from __future__ import annotations

import pytest

from posture.collect.answer import Answer, Validators, Wish

from .conftest import NOW


def answer(**headers: str) -> Answer:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer("https://w.example/", 200, "OK", named, b"", NOW)


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ('Text/HTML; Charset="UTF-8"', "text/html", "utf-8"),
        ("application/pdf", "application/pdf", None),
        ("text/html; charset=", "text/html", None),
        ("text/html; charset=utf-8\x00evil", "text/html", None),
        ("", None, None),
        ("; charset=latin1", None, "latin1"),
    ],
)
def test_content_type(header: str, media_type: str | None, charset: str | None) -> None:
    found = answer(Content_Type=header)
    assert (found.media_type, found.charset) == (media_type, charset)


def test_validators_are_kept_unless_absurd() -> None:
    assert answer(ETag='"a"', Last_Modified="x").validators == Validators('"a"', "x")
    assert answer(ETag='"' + "a" * 1_000 + '"').validators == Validators()


def test_a_wish_is_conditional_with_a_validator() -> None:
    assert not Wish(1).is_conditional
    assert not Wish(1, Validators()).is_conditional
    assert Wish(1, Validators(None, "x")).is_conditional
