"""Each family of made sentences is read right as often as when it was last worked on."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest

from .floors import FLOORS
from .making import judge, made

_CASES = 80


def test_every_family_has_a_floor() -> None:
    modules = Path(__file__).parent.glob("*.py")
    assert {p.stem for p in modules if "\ndef case(" in p.read_text(encoding="utf-8")} == set(FLOORS)


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_sentences_made_by_plan_are_read_right(family: str) -> None:
    tally = judge(made(importlib.import_module(f"{__package__}.{family}").case, _CASES))
    first = [f"{case.text}: {wrong[0]}" for case, wrong in tally.wrong[:3]]
    assert tally.share >= FLOORS[family], first


@pytest.mark.parametrize("family", sorted(FLOORS))
def test_a_seed_always_makes_the_same_sentences(family: str) -> None:
    maker = importlib.import_module(f"{__package__}.{family}").case
    assert [c.text for c in made(maker, 10, 3)] == [c.text for c in made(maker, 10, 3)]
    assert len({maker(random.Random(n)).text for n in range(20)}) > 10
