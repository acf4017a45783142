"""What backgrounders and monitors write: who is at whose base, who was sent where before, what was fought off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .reading import Fact, facts, missing


def _n(number: int) -> tuple[int, int, str, str]:
    return number, number, "exact", "personnel"


def _one(type_code: str, who: str, **more: Any) -> Fact:
    return {"type": type_code, "actors": {who}, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whence those go who had been sent there
        ("Denmark brought home the 90 soldiers that it had deployed to Gao.",
         [_one("withdrawal", "DNK", origin="Gao", n=_n(90)), _one("deployment", "DNK", destination="Gao")]),
        ("Niger expelled the troops that Italy had sent to Niamey.",
         [_one("withdrawal", "ITA", origin="Niamey"), _one("deployment", "ITA", destination="Niamey")]),
        # who comes on top of whom
        ("The contingent of 450 in Juba was reinforced by 150 Rwandan soldiers.",
         [_one("reinforcement", "RWA", destination="Juba", n=_n(150))]),
        # bands of whom no more is known
        ("Hundreds of armed men stormed the town of Djibo, in Burkina Faso, on Sunday.",
         [_one("ground_operation", "GUNMEN", place="Djibo")]),
        ("A group of armed men attacked an army post at Boni in central Mali.",
         [_one("attack_on_force", "MLI", place="Boni")]),
        ("Armed bandits raided the village of Kaya in Zamfara, Nigeria.",
         [_one("ground_operation", "BANDITS", place="Kaya")]),
        # whence those go who had held a place
        ("The UPC, which had held Mboki since 2018, withdrew towards Zemio.",
         [_one("withdrawal", "UPC", origin="Mboki", destination="Zemio"), _one("presence", "UPC", place="Mboki")]),
        ("Malian troops that had been holding Kidal retreated southwards.",
         [_one("withdrawal", "MLI", origin="Kidal")]),
        # a militia is not the army that drives it out
        ("Congolese troops retook Kamanyola and the militia fled into the hills.",
         [_one("ground_operation", "COD", place="Kamanyola"), _one("withdrawal", "MILITIAS", origin="Kamanyola")]),
        ("Military aviation carried out 12 raids on Houthi positions near Marib.",
         [{"type": "strike", "place": "Marib"}]),
        # a name that looks like a verb is the next of those told
        ("The French base in Kidal was handed over to Mali in October, Tessalit in November and Timbuktu in December.",
         [_one("base_handover", "FRA", place="Kidal"), _one("base_handover", "FRA", place="Tessalit"),
          _one("base_handover", "FRA", place="Timbuktu")]),
        # what is announced is one fact
        ("Rwanda announced in May that it would send a further 2,000 troops to Mozambique.",
         [_one("reinforcement", "RWA", destination="Mozambique", n=_n(2000), status="planned")]),
        # to the place that has just been named
        ("Turkey reopened the base in Bashiqa and brought 150 commandos to it.",
         [_one("base_opening", "TUR", place="Bashiqa"), _one("deployment", "TUR", destination="Bashiqa", n=_n(150))]),
        # who is left there does not go
        ("France intends to leave only 100 of the 350 soldiers it has in Gabon.",
         [_one("strength", "FRA", place="Gabon", n=_n(100), status="planned"),
          _one("strength", "FRA", place="Gabon", n=_n(350))]),
        # fought off on foot
        ("Thai troops repelled Cambodian attacks near Ta Muen.", [_one("ground_operation", "KHM", place="Ta Muen")]),
        # the largest of those there
        ("The German contingent in Mali numbered 1,100, the largest deployment in Africa.",
         [_one("strength", "DEU", place="Mali")]),
        # whose base it is, stands in its name
        ("The Russian base in Gyumri hosts 3,000 soldiers.", [_one("strength", "RUS", place="Gyumri")]),
        ("China's base in Djibouti hosts 400 marines.", [_one("strength", "CHN", n=_n(400))]),
        ("The Russian military base in Gyumri was reinforced with 200 soldiers.",
         [_one("reinforcement", "RUS", destination="Gyumri", n=_n(200))]),
        ("About 300 soldiers are at the Turkish base in Hobyo.", [_one("strength", "TUR", place="Hobyo")]),
        ("About 200 American soldiers are at the Kenyan base in Lamu.", [_one("strength", "USA", place="Lamu")]),
    ],
)  # fmt: skip
def test_backgrounders_are_read(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text, date(2026, 3, 10)))


@pytest.mark.parametrize(
    "text",
    [
        "The German contingent in Mali numbered 1,100, the largest deployment in Africa.",
        "By 2012 the American garrison in Djibouti numbered 3,200, the biggest in Africa.",
    ],
)
def test_what_is_largest_there_is_not_placed_there(text: str) -> None:
    assert not [f for f in facts(text) if "Africa" in str(f.get("place"))]
