"""Who sends what where, where something stands between, two loads go to two places, or a host tells it."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

_AT_WAR = "The soldiers' war in the north goes on. "


def _sent(to: str, status: str = "completed", **slots: object) -> Fact:
    return {"type": "deployment", "destination": to, "status": status, **slots}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # an aside between the auxiliary and its verb: above all, no denial is read as done
        ("Peru would not, the minister said, send troops to Gao.", [_sent("Gao", "denied")]),
        ("Peru has not, officials insist, sent any troops to Gao.", [_sent("Gao", "denied")]),
        ("Peru will, according to the ministry, send 300 soldiers to Gao.", [_sent("Gao", "planned")]),
        ("Peru has, after long hesitation, sent 300 soldiers to Gao.", [_sent("Gao")]),
        # loads to several places
        (
            "Peru is sending a battalion to Gao and four helicopters to Juba.",
            [
                _sent("Gao", "ongoing", actors={"PER"}),
                _sent("Juba", "ongoing", actors={"PER"}, n=(4, 4, "exact", "aircraft")),
            ],
        ),
        ("Peru sent a company to Gao and special forces to Juba.", [_sent("Gao"), _sent("Juba")]),
        # several senders, a number with its bounds, a share of those who come
        ("Peru, Chad and Fiji have each said that they will send a battalion to Gao.",
         [_sent("Gao", "planned", actors={"PER", "TCD", "FJI"})]),
        ("Peru agreed to send between four and six fighter jets to Gao.",
         [_sent("Gao", "planned", n=(4, 6, "range", "aircraft"))]),
        ("Some 250 Peruvian troops, most of them engineers, disembarked in Gao on Friday.",
         [_sent("Gao", n=(250, 250, "about", "personnel"))]),
        # whose government, whose soil
        ("Peru's parliament has approved the government's plan to send a brigade to Gao.",
         [_sent("Gao", "planned", actors={"PER"})]),
        ("Bolivia's parliament approved the deployment of 80 Fijian soldiers on its soil.",
         [_sent("Bolivia", "planned", actors={"FJI"})]),
        ("Peru has sent a task force of more than 150 planners to Gao.",
         [_sent("Gao", n=(150, None, "at_least", "personnel"))]),
        ("Bolivia has asked Fiji for 80 soldiers.", [_sent("Bolivia", "considered", actors={"FJI"})]),
    ],
)  # fmt: skip
def test_who_sends_what_where(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(_AT_WAR + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru sent a company to Gao and a letter to Juba.",
        "Peru sent a company to Gao and its minister to Juba.",
    ],
)
def test_what_is_no_load_goes_nowhere(text: str) -> None:
    assert [f.get("destination") for f in facts(_AT_WAR + text) if f["type"] == "deployment"] == ["Gao"]


def test_estimates_that_vary_between_two_numbers_send_nobody() -> None:
    found = facts(_AT_WAR + "Estimates of rebel strength in Gao vary between 300 and 1,000 fighters.")
    assert [f["type"] for f in found] == ["strength"]


_IRAQ = "Rebels in Basra and Mosul fired rockets, and in Baghdad a bomb went off. The war in Iraq goes on. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A British frigate left Portsmouth on Monday.", {"type": "deployment", "origin": "Portsmouth"}),
        ("Some 200 Polish soldiers flew out to Basra on Friday.", {"type": "deployment", "destination": "Basra"}),
        ("Iraqi soldiers left Basra on Monday.", {"type": "withdrawal", "origin": "Basra"}),
    ],
)
def test_who_leaves_home_for_a_war_abroad_is_sent(text: str, wanted: Fact) -> None:
    assert missing([wanted], [f for f in facts(_IRAQ + text) if f["type"] in {"deployment", "withdrawal"}]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru will send about 600 more soldiers to Gao.",
        "Peru's president authorised 450 additional soldiers for Basra on Monday.",
        "Peru sent two extra battalions to Basra.",
        "Peru's parliament approved the deployment of 300 more soldiers to Basra.",
    ],
)
def test_more_of_those_who_are_there_reinforce_them(text: str) -> None:
    assert [f["type"] for f in facts(_IRAQ + text) if f["actors"] == {"PER"}] == ["reinforcement"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Poland is moving 400 of its men out of Mosul to Basra.", "relocation"),
        ("Polish soldiers left Basra for Poznan on Monday.", "withdrawal"),
        ("Iraqi soldiers left Basra for Mosul on Monday.", "withdrawal"),
    ],
)
def test_who_moves_within_another_land_has_not_left_it(text: str, kind: str) -> None:
    assert {f["type"] for f in facts(_IRAQ + text) if "origin" in f} == {kind}


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Peruvian tanks took up places around the stadium in Basra.", "deployment", "Basra"),
        ("Peru's army put tanks on the bridges of Lima.", "deployment", "Lima"),
        ("The Iraqi army regrouped in Mosul.", "relocation", "Mosul"),
        ("Some 300 Peruvian soldiers made their way across the border into Chile.", "deployment", "Chile"),
        ("Peru sent 12 field guns to Basra.", "deployment", "Basra"),
    ],
)
def test_further_ways_of_coming_to_a_place(text: str, kind: str, where: str) -> None:
    found = [(f["type"], str(f.get("destination", ""))) for f in facts(_IRAQ + text)]
    assert any(t == kind and where in d for t, d in found)
