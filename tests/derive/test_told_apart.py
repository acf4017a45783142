"""When something was of which a text tells only how long before or after it another thing came."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import Fact, facts, missing

#: A Wednesday.
DAY = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "kind", "dates"),
    [
        (
            "M23 rebels withdrew from Walikale on Thursday, two weeks after they seized it.",
            "ground_operation",
            ("2024-05-21", "2024-05-25"),
        ),
        (
            "French troops left Gao on Monday, nine years after they arrived in Mali.",
            "deployment",
            ("2015-01-01", "2015-12-31"),
        ),
        (
            "Eritrean soldiers remain in Zalambessa, four years after they crossed into Tigray.",
            "deployment",
            ("2020-01-01", "2020-12-31"),
        ),
        (
            "Three months after its soldiers entered Syria, Turkey has opened a base near Azaz.",
            "deployment",
            ("2024-03-01", "2024-03-31"),
        ),
        (
            "Days after Russian forces left Kherson, Ukraine moved artillery into the city.",
            "withdrawal",
            ("2024-06-05", "2024-06-12"),
        ),
        (
            "The base will be closed in 2026, two decades after American forces opened it at Manta.",
            "base_opening",
            ("2006-01-01", "2006-12-31"),
        ),
        (
            "The last Danish ship sailed from Tallinn in March 2016, three days before Polish troops arrived in Tartu.",
            "deployment",
            ("2016-03-04", "2016-04-03"),
        ),
    ],
)
def test_so_long_before_or_after(text: str, kind: str, dates: tuple[str, str]) -> None:
    found = [f for f in facts(text, DAY) if f["type"] == kind]
    assert [f["dates"] for f in found] == [dates], found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "American jets bombed Abu Kamal on Friday, three days after an attack on American troops at Erbil on 4 June.",
            {"type": "attack_on_force", "dates": ("2024-06-04", "2024-06-04")},
        ),
        (
            "The Indian battalion left Malakal on 3 May after three weeks of shelling.",
            {"type": "withdrawal", "dates": ("2024-05-03", "2024-05-03")},
        ),
        (
            "The minister spoke on Tuesday. Fijian troops left Ras Sudr in April after the rains.",
            {"type": "withdrawal", "dates": ("2024-04-01", "2024-04-30")},
        ),
    ],
)
def test_a_time_of_its_own_comes_first(text: str, wanted: Fact) -> None:
    found = [f for f in facts(text, DAY) if f["type"] == wanted["type"]]
    assert not missing([wanted], found), found
