"""Who will be at home, states side by side that each have men somewhere, and what is told of one who speaks."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import Fact, facts, missing

_IN_MALI = "Danish troops are in Mali. "
_ARE: Fact = {"type": "presence", "actors": {"DNK"}, "place": "Mali"}
_DAY = date(2024, 4, 28)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They will be in Denmark by May 27, the prime minister said.", {"destination": "Denmark", "said_by": ["prime minister"]}),
        ("At a summit in Paris in 2013, Denmark undertook to have its troops out of Mali by the end of 2014.", {"dates": ("", "2014-12-31")}),
        ("Denmark undertook in March to have its troops and weapons out by June.", {"dates": ("", "2024-06-30")}),
        ("Denmark has promised to have its soldiers home by June.", {"dates": ("", "2024-06-30")}),
    ],
)  # fmt: skip
def test_who_is_to_be_home_leaves(text: str, wanted: Fact) -> None:
    leaving = {"type": "withdrawal", "actors": {"DNK"}, "origin": "Mali", "status": "planned", **wanted}
    assert missing([_ARE, leaving], facts(_IN_MALI + text, _DAY)) == []


def test_each_of_two_states_has_its_men() -> None:
    text = "Norway, which has 30 soldiers in Mali, and Finland, which has 12, have said they will leave."
    wanted: list[Fact] = [
        {"type": "strength", "actors": {"NOR"}, "place": "Mali", "n": (30, 30, "exact", "personnel"), "said_by": []},
        {"type": "strength", "actors": {"FIN"}, "place": "Mali", "n": (12, 12, "exact", "personnel"), "said_by": []},
        {"type": "withdrawal", "actors": {"FIN", "NOR"}, "origin": "Mali", "status": "planned"},
    ]
    assert missing(wanted, facts(text)) == []


def test_a_land_of_a_list_is_a_place_though_it_has_something() -> None:
    text = "Danish soldiers are in Mali, Niger and Chad, which has 12 regions."
    assert missing([{**_ARE, "place": p} for p in ("Mali", "Niger", "Chad")], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Poland, which has 2,400 soldiers in Iraq, said it was proud of them.", []),
        ("Togo, whose army keeps 90 men in Gao, told reporters that the mission was a success.", []),
        ("Poland said it had 2,400 soldiers in Iraq.", ["Poland"]),
    ],
)
def test_what_is_told_of_a_speaker_the_article_says_itself(text: str, said_by: list[str]) -> None:
    assert [f["said_by"] for f in facts(text)] == [said_by]


def test_who_leads_a_unit_is_where_it_is() -> None:
    text = "Spain, which leads the battle group in Slovakia, wants to send 300 soldiers to Mali."
    wanted = {"type": "presence", "actors": {"ESP"}, "place": "Slovakia"}
    assert missing([wanted], [f for f in facts(text) if f["type"] == "presence"]) == []
