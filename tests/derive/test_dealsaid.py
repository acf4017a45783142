"""Deals that are pointed back to, made alike by others, dated by their age; and what a mission is given."""

from __future__ import annotations

import pytest

from .reading import Fact, facts


def _agreements(text: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] == "agreement"]


@pytest.mark.parametrize(
    "text",
    (
        "The army welcomes the defence pact with Peru. The two presidents of Chile and Peru signed it on Tuesday.",
        "Chile and Peru had haggled over the defence pact for years. The text was initialled on Tuesday.",
        "Chile and Peru had haggled over the defence pact for years. It entered into force on Tuesday.",
        "The army of Chile has a defence pact with Peru, to which both parliaments gave their consent on Tuesday.",
    ),
)
def test_a_deal_is_pointed_back_to(text: str) -> None:
    assert [f["dates"] for f in _agreements(text)] == [("2025-06-10", "2025-06-10")]


@pytest.mark.parametrize(
    "second",
    ("Chile did the same in March.", "Chile followed suit in March.", "Chile signed a similar one in March."),
)
def test_others_make_a_deal_alike(second: str) -> None:
    found = _agreements(f"Peru signed a defence pact with Spain on Tuesday. {second}")
    assert [f["dates"][0] for f in found] == ["2025-06-10", "2025-03-01"]
    assert "CHL" in found[1]["actors"]


@pytest.mark.parametrize(
    "age",
    ("that dates from 2004", "dating back to 2004", "which goes back to 2004", "signed in 2004"),
)
def test_a_deal_is_as_old_as_is_said(age: str) -> None:
    found = _agreements(f"Some 300 Spanish soldiers serve in Chad under a defence agreement {age}.")
    assert [(f["actors"], f["dates"]) for f in found] == [({"ESP", "TCD"}, ("2004-01-01", "2004-12-31"))]


@pytest.mark.parametrize(
    "text",
    (
        "Peru signed a trade pact with Spain on Tuesday. Chile did the same in March. The army does not care.",
        "The naval mission off Yemen needs ships. The crew praised it on Tuesday.",
        "The recipe that dates from 1904 is loved by the army's cooks.",
    ),
)
def test_what_is_no_deal(text: str) -> None:
    assert not _agreements(text)


def test_the_host_is_a_party_and_nobody_else() -> None:
    text = "Chad and Kenya held talks. Italian soldiers are in Niger under an agreement on training signed in 2019."
    assert [f["actors"] for f in _agreements(text) if f["status"] == "completed"] == [{"ITA", "NER"}]


@pytest.mark.parametrize(
    ("text", "type_code"),
    (
        ("The Security Council gave MINUSCA another six months on Tuesday.", "mission_continuation"),
        ("The Security Council added a year to the mandate of UNMISS on Tuesday.", "mission_continuation"),
        ("The Security Council gave MINUSCA a more robust mandate on Tuesday.", "mission_transition"),
        (
            "UNMISS has been tasked with the protection of the camps.",
            "mission_transition",
        ),
        ("After twelve years UNTAET is no more.", "mission_end"),
        ("UNIFIL came into being in 1978.", "mission_start"),
    ),
)
def test_what_a_mission_is_given(text: str, type_code: str) -> None:
    assert [f["type"] for f in facts(f"{text} Its soldiers had waited.")] == [type_code]


@pytest.mark.parametrize(
    "text",
    (
        "The Security Council gave the UNMISS envoy another minute.",
        "Peacekeepers of UNMISS gave the orphans another cake, the army said.",
        "UNMISS tasked a company with the search for the lorry.",
    ),
)
def test_what_is_no_mandate(text: str) -> None:
    assert not [f for f in facts(text) if f["type"].startswith("mission")]


@pytest.mark.parametrize(
    "text",
    (
        "Italian troops in Niger are packing. Under the agreement signed in Vienna on Monday, Italy will withdraw 300 men.",
        "Italian troops in Niger are packing. The accord was initialled in Vienna on Monday. Italy will withdraw 300 men.",
    ),
)
def test_where_a_deal_was_signed_is_no_place_of_what_it_provides(text: str) -> None:
    assert [f["origin"] for f in facts(text) if "n" in f] == ["Niger"]
    assert not any("Vienna" in str(f.get("place")) for f in facts(text))


@pytest.mark.parametrize(
    ("text", "act", "signed"),
    [
        ("Sudanese troops left Kauda on Monday under an accord with Ethiopia.", "withdrawal", None),
        ("Under the peace deal of 2016, Colombian soldiers withdrew from Tumaco in May.", "withdrawal", "2016-01-01"),
        ("Since the truce of 5 March 2020 Turkish soldiers have patrolled the road in Idlib.", "patrol", "2020-03-05"),
    ],
)
def test_the_deal_that_an_act_rests_on_is_a_fact_beside_it(text: str, act: str, signed: str | None) -> None:
    found = facts(text)
    assert sorted(f["type"] for f in found) == sorted(["agreement", act])
    assert signed is None or [f["dates"][0] for f in _agreements(text)] == [signed]


@pytest.mark.parametrize(
    "text",
    (
        "The Colombian army declared a ceasefire on Tuesday.",
        "A cease-fire with the Sudanese army took effect on Tuesday.",
        "Kenya agreed on Tuesday to withdraw its soldiers from Somalia.",
        "Indian and Chinese commanders agreed on Tuesday to disengage at Gogra.",
    ),
)
def test_what_ends_fighting_or_gives_ground_up_is_agreed(text: str) -> None:
    assert [(f["status"], f["dates"]) for f in _agreements(text)] == [("completed", ("2025-06-10", "2025-06-10"))]


@pytest.mark.parametrize(
    "text",
    (
        "France agreed to send 200 soldiers to Mali.",
        "Spanish soldiers in Mali spoke of a breach of the 2015 peace agreement.",
    ),
)
def test_what_is_agreed_on_no_forces(text: str) -> None:
    assert not _agreements(text)


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        (
            "The African Union mission in Burundi transferred authority to the UN mission on 1 June.",
            "mission_transition",
        ),
        ("The EU mission assumed responsibility from the NATO mission in Bosnia on Tuesday.", "mission_start"),
        ("The Estonian marines will come under the command of the Northern Army Group.", "restructuring"),
        ("The Peruvian border regiments come under the defence ministry this month.", "restructuring"),
    ],
)
def test_whose_work_or_command_it_is_from_now_on(text: str, type_code: str) -> None:
    assert [f["type"] for f in facts(text)] == [type_code]
