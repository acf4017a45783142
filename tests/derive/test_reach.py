"""One fact is looked for again within reach only: lists of thousands of facts stay linear."""

from __future__ import annotations

from typing import cast

from posture.derive.extract.draft import Draft
from posture.derive.extract.facts.reach import around, near, reaching_back

_MANY = cast(list[Draft], list(range(2000)))
_REACH = 400


def test_in_a_short_text_all_are_within_reach() -> None:
    few = _MANY[:50]
    assert list(reaching_back(few)) == list(range(50))
    assert near(few, 25) == list(enumerate(few))
    assert list(around(list(enumerate(few))[::2], 25)) == list(enumerate(few))[::2]


def test_in_a_long_list_only_the_nearest_are() -> None:
    assert [k for k, _ in near(_MANY, 1000)] == list(range(1000 - _REACH, 1000 + _REACH))
    assert len(reaching_back(_MANY)) == _REACH
    some = list(enumerate(_MANY))[::10]
    assert {k for k, _ in around(some, 1000)} == set(range(1000 - _REACH, 1000 + _REACH, 10))
