"""Frames: what a trigger needs to state a fact, and what is missing where it states none."""

from __future__ import annotations

import pytest

from .views import readings, words


def types(text: str) -> set[str]:
    return {r.type_code for r in readings(text)[0]}


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("French troops left the base at Faya.", "withdrawal"),
        ("France withdrew its soldiers from Chad.", "withdrawal"),
        ("France pulled its soldiers out of Chad.", "withdrawal"),
        ("The departure of French soldiers began.", "withdrawal"),
        ("France deployed soldiers to Chad.", "deployment"),
        ("France sent soldiers to Chad.", "deployment"),
        ("French soldiers arrived in Chad.", "deployment"),
        ("France reinforced its garrison in Chad.", "reinforcement"),
        ("France moved its soldiers from Chad to Gabon.", "relocation"),
        ("France opened a military base in Chad.", "base_opening"),
        ("France closed its military base in Chad.", "base_closure"),
        ("France handed over its military base to Chad.", "base_handover"),
        ("French jets bombed militant positions in Mali.", "strike"),
        ("French soldiers raided a militant camp in Mali.", "ground_operation"),
        ("French soldiers patrolled the town.", "patrol"),
        ("French and Malian soldiers held a joint exercise.", "exercise"),
        ("Militants attacked a French base in Mali.", "attack_on_force"),
        ("The army moved prisoners from Hasakah to Raqqa.", "detainee_transfer"),
        ("The UN extended the mission in Mali.", "mission_continuation"),
        ("The UN ended the mission in Mali.", "mission_end"),
        ("French soldiers are stationed in Gabon.", "presence"),
        ("Spain leads a battlegroup at Adazi in Latvia.", "presence"),
        ("The rebels have run the airport at Goma since May.", "presence"),
        ("A handful of marines keep watch over Palawan.", "presence"),
        ("No Russian base will be retained in Armenia.", "presence"),
        ("The Malian army is still in control of Kidal.", "presence"),
        ("The rebel army still clings to the airport at Kidal.", "presence"),
        ("French helicopters remain grounded at Gao.", "presence"),
        ("The Malian army keeps most of its tanks within 20 miles of Kidal.", "presence"),
        ("Kenyan soldiers man the checkpoint at Dhobley.", "presence"),
        ("The army's 5th Division is split between Goz Beida and Adré in Chad.", "presence"),
        ("The 15th Brigade of the Japanese army is to be enlarged into a division.", "restructuring"),
        ("Some of the French marines live in tents at Camp Geille.", "presence"),
    ],
)
def test_a_frame_reads_its_trigger(text: str, type_code: str) -> None:
    assert type_code in types(text)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("The minister left the meeting in Paris.", "leave"),
        ("The club withdrew its offer.", "withdraw"),
        ("The bank deployed software in Paris.", "deploy"),
        ("The club sent flowers to Paris.", "send"),
    ],
)
def test_a_frame_without_its_needs_says_what_is_missing(text: str, lacking: str) -> None:
    met, missing = readings(text)
    assert lacking not in {r.code for r in met}
    assert any(m.startswith(f"{lacking}: missing_") for m in missing)


def test_a_passive_acts_on_its_subject() -> None:
    (r,) = [r for r in readings("French soldiers were withdrawn from Chad.")[0] if r.code == "withdraw"]
    assert r.passive
    assert words(r.view, *r.patient) == "French soldiers"


def test_an_active_verb_acts_on_its_object() -> None:
    (r,) = [r for r in readings("France withdrew its soldiers from Chad.")[0] if r.code == "withdraw"]
    assert not r.passive
    assert words(r.view, *r.patient) == "its soldiers"
    assert words(r.view, *r.subject) == "France"


def test_an_object_can_stand_before_a_relative_clause() -> None:
    (r,) = [r for r in readings("The soldiers that France deployed to Chad are tired.")[0] if r.code == "deploy"]
    assert "soldiers" in words(r.view, *r.object)


@pytest.mark.parametrize(
    "text",
    [
        "Workers began a strike at the plant.",
        "Nurses went on strike in Paris.",
        "The striker left the pitch.",
        "The bank opened a branch in Chad.",
        "Refugees left the camp.",
    ],
)
def test_civil_sentences_meet_no_frame(text: str) -> None:
    assert types(text) == set()
