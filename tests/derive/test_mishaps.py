"""Who dies without an enemy was not attacked."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen Brazilian soldiers lost their lives in the collapse of a barracks in Port-au-Prince.",
        "Five French soldiers died when their helicopter crashed in Mali.",
        "Two Kenyan soldiers were killed when a wall fell on them in Kismayo.",
        "An Irish soldier died of natural causes in Lebanon.",
        "A Chadian soldier was killed by lightning near Bol.",
        "A Ukrainian Mi-8 crashed near Goma and three soldiers were killed.",
        "A Dutch army helicopter crashed near Gao, killing two soldiers.",
    ],
)
def test_a_mishap_is_no_attack(text: str) -> None:
    assert not facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two Iraqi soldiers were killed when rockets fell on their camp in Mosul.",
        "Three Kenyan soldiers were killed when their vehicle hit a mine near Lamu and overturned.",
        "Five French soldiers died when their helicopter was shot down and crashed in Mali.",
        "A French helicopter was hit by a rocket and crashed near Gao, and two soldiers were killed.",
    ],
)
def test_an_enemys_doing_is_one(text: str) -> None:
    assert next(f["type"] for f in facts(text)) in {"attack_on_force", "strike"}
