"""Levels that change, told by a number without a noun: of whom it is the level the body or the text before says."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "who", "level"),
    [
        ("Denmark has 900 soldiers in Mali. A further cut, to 600, is planned.", "DNK", 600),
        ("Denmark has 900 soldiers in Mali. In the autumn Denmark will reduce to 600.", "DNK", 600),
        ("Denmark has 150 soldiers in Mali. It had only just raised its share from 90 to 150.", "DNK", 150),
        ("MINURSO is being brought up from 200 to 350 all ranks.", "UN", 350),
        ("The Danish base in Lomé is to be increased from 300 to 500 by 2026.", "DNK", 500),
        ("The Danish contingent in Lomé has been run down to 50.", "DNK", 50),
        ("Denmark intends to raise the strength of its forces in Lomé by about a fifth to almost 900.", "DNK", 900),
    ],
)
def test_a_bare_number_is_the_level_of_a_body_that_grows_or_shrinks(text: str, who: str, level: int) -> None:
    told = [f for f in facts(text) if f["type"] == "strength_change"]
    assert [(f["actors"], f["n"][1]) for f in told] == [({who}, level)]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark has 900 soldiers in Mali. The parliament in Bamako was enlarged from 120 to 150.",
        "Denmark has 900 soldiers in Mali. The price of sorghum fell from 100 to 80.",
        "Denmark has 900 soldiers in Mali. The number of embassies rose from 50 to 70.",
        "Denmark has 900 soldiers in Mali. A cut in fees, to 60, is planned.",
    ],
)
def test_what_else_grows_or_shrinks_is_no_level_of_a_force(text: str) -> None:
    assert [f for f in facts(text) if f["type"] == "strength_change"] == []
