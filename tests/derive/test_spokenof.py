"""Acts that are only spoken of are no records; fewer troops are a withdrawal; foreign troops are not the host's."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2021, 3, 4)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(d.type_code, ",".join(d.actors), d.status) for d in extract(text, DAY).drafts]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Spain will withdraw 300 soldiers from Latvia by May. "
            "The drawdown will mark a turn in Madrid's military posture in the region.",
            "refers_back",
        ),
        (
            "Peru sent 300 soldiers to Haiti on Monday. "
            "Senators criticised the Peruvian deployment as far too hasty.",
            "refers_back",
        ),
        ("Militias shelled the French base at Gao again on Monday in a bid to force a withdrawal.", "goal"),
        ("The base at Gao has been instrumental in fighting the rebels and reinforcing the Malian army.", "role"),
        ("Paris is no longer interested in keeping troops in Chad.", "goal"),
        ("Parties that are opposed to the American troop deployment are wary of the text.", "refers_back"),
    ],
)  # fmt: skip
def test_an_act_that_is_judged_or_wished_for_is_no_record(text: str, reason: str) -> None:
    found = extract(text, DAY)
    assert [r.reason for r in found.rejections].count(reason) == 1
    assert not [d for d in found.drafts if d.trigger_start > text.find(". ") > 0]


def test_what_the_act_adds_is_told() -> None:
    text = "Spain will withdraw its soldiers from Latvia. The withdrawal of 300 men from Riga marks a turn."
    assert ("withdrawal", "ESP", "planned") in told(text)
    assert not [r for r in extract(text, DAY).rejections if r.reason == "refers_back"]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("Ghana will have fewer soldiers in Mali next year, the minister said.", ("withdrawal", "GHA", "planned")),
        ("Ghana will have fewer than 200 soldiers in Mali.", ("strength", "GHA", "planned")),
    ],
)
def test_fewer_troops_are_a_withdrawal(text: str, record: tuple[str, str, str]) -> None:
    assert told(text) == [record]


def test_foreign_troops_are_not_the_hosts() -> None:
    assert told("The parliament of Mali calls for foreign troops to be expelled.") == []
    before = "About 200 Danish soldiers are based at Menaka in Mali. "
    assert told(before + "The junta demands that foreign troops leave the country.")[-1] == (
        "withdrawal", "DNK", "considered",
    )  # fmt: skip


def test_prisoners_who_may_get_free_are_no_transfer() -> None:
    text = "French officers warn of the risk of hundreds of detainees being released by the SDF from prisons in Syria."
    assert "detainee_transfer" not in {t for t, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("That Kenyan troops have left Kismayo was denied by the army.", ("withdrawal", "KEN", "denied")),
        ("That Kenyan troops have left Kismayo is untrue.", ("withdrawal", "KEN", "denied")),
        ("That Kenyan troops have left Kismayo was confirmed by the army.", ("withdrawal", "KEN", "completed")),
    ],
)
def test_a_clause_that_is_the_subject_of_a_denial_is_denied(text: str, record: tuple[str, str, str]) -> None:
    assert told(text) == [record]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "NATO will end its mission in Kosovo by May. "
            "The announcement of the end of the mission is a victory at a critical moment in the Balkans.",
            [("mission_end", "NATO", "planned")],
        ),
        ("The text gives few details, including how many Danish troops would leave Estonia.", []),
        (
            "The US-led coalition has 500 troops in Iraq. "
            "An Iraqi official said the coalition will keep its mission in Syria.",
            [("strength", "COALITION", "in_effect"), ("mission_continuation", "COALITION", "planned")],
        ),
        (
            "Danish and Iraqi forces held exercises at the Harir base (Erbil) and Balad base.",
            [("exercise", "DNK,IRQ", "completed"), ("exercise", "DNK,IRQ", "completed")],
        ),
        (
            "The US has around 900 troops in Syria, namely the remote Al-Tanf base.",
            [("strength", "USA", "in_effect"), ("presence", "USA", "in_effect")],
        ),
    ],
)
def test_what_is_told_again_and_what_is_told_in_full(text: str, records: list[tuple[str, str, str]]) -> None:
    assert told(text) == records


@pytest.mark.parametrize(
    "text",
    [
        "France keeps a base in Abidjan. The base has been important in guarding the coast and strengthening local troops.",
        "France keeps a base in Abidjan. Its mission is to train and strengthen partner forces.",
        "After a pullout from Syria the militias would become bold in their attacks on American troops.",
    ],
)
def test_what_a_base_is_good_for_and_what_is_taken_for_granted_is_no_act(text: str) -> None:
    found = extract(text, date(2024, 5, 2)).drafts
    assert {d.type_code for d in found} <= {"presence", "withdrawal"}


def test_others_forces_may_be_reinforced_with_own_men() -> None:
    [found] = extract(
        "The United States has bolstered allied forces in Iraq with 200 advisers.", date(2024, 5, 2)
    ).drafts
    assert (found.type_code, found.actors, found.quantity and found.quantity.low) == ("reinforcement", ("USA",), 200)


def test_a_clause_in_ing_states_where_troops_are() -> None:
    text = "The changes of May have led to Kenyan troops being stationed at the port of Kismayo."
    assert [(d.type_code, d.main_place and d.main_place.place.name) for d in extract(text, DAY).drafts] == [
        ("presence", "Kismayo")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's army has new guns at Wajir. They can fire shells which reach villages in Somalia.",
        "The Kenyan troops at Wajir will be enough to fight Al-Shabaab.",
        "The Kenyan air force can strike targets in Somalia.",
    ],
)
def test_what_a_force_can_do_it_has_not_done(text: str) -> None:
    assert not {d.type_code for d in extract(text, DAY).drafts} & {"strike", "ground_operation"}


def test_one_half_of_a_region_is_no_place() -> None:
    text = "France had 1,000 soldiers in Chad. It has no permanent base left in West or Central Africa."
    places = [d.main_place.place.name for d in extract(text, DAY).drafts if d.main_place]
    assert "West" not in places
