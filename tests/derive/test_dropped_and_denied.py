"""Deals that are dropped, claims that are denied, missions that give way to others, and who is told to leave."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


def _of(text: str, *types: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] in types]


@pytest.mark.parametrize(
    ("text", "status"),
    (
        ("There is no truth to the story that Spain is withdrawing soldiers from Chad.", "denied"),
        ("Madrid issued a denial of a story alleging that it is withdrawing soldiers from Chad.", "denied"),
        ("Spain rejected press reports saying that it had withdrawn its soldiers from Chad.", "denied"),
        ("Spain disputed a report claiming that its soldiers had withdrawn from Chad.", "denied"),
        ("The information that Spain had begun withdrawing its soldiers from Chad was false.", "denied"),
        ("A report claiming that Spanish soldiers had withdrawn from Chad was read on air.", "completed"),
        ("The minister confirmed a letter saying that Spanish soldiers would withdraw from Chad.", "planned"),
    ),
)
def test_what_a_denied_report_says_is_denied(text: str, status: str) -> None:
    assert [(f["status"], f["actors"]) for f in _of(text, "withdrawal")] == [(status, {"ESP"})]


@pytest.mark.parametrize(
    "text",
    (
        "Peru announced the cancellation of its defence pact with Chile.",
        "Peru tore up the defence pact signed with Chile.",
        "Peru has suspended the military accord that it had concluded with Chile.",
        "The army of Peru welcomed the suspension of the base treaty with Chile.",
    ),
)
def test_a_deal_that_is_dropped_is_one_fact_and_no_denial(text: str) -> None:
    assert [(f["status"], f["actors"]) for f in _of(text, "agreement")] == [("completed", {"PER", "CHL"})]


def test_a_deal_with_a_date_of_its_own_is_told_beside_its_end() -> None:
    found = _of("On Tuesday Peru scrapped the defence pact signed with Chile in 2011.", "agreement")
    assert sorted(f["dates"][0] for f in found) == ["2011-01-01", "2025-06-10"]


@pytest.mark.parametrize(
    ("text", "actor"),
    (
        ("Peru's demand for the Chilean garrison to withdraw from Tacna was met with silence.", "CHL"),
        ("Peru set a deadline for Chilean troops to withdraw from Tacna.", "CHL"),
        ("Peru's plan to withdraw its troops from Tacna pleased the soldiers.", "PER"),
    ),
)
def test_who_is_asked_to_leave_leaves(text: str, actor: str) -> None:
    found = _of(text, "withdrawal", "deployment")
    assert [(f["type"], f["actors"]) for f in found] == [("withdrawal", {actor})]


@pytest.mark.parametrize(
    ("text", "wanted"),
    (
        (
            "The council voted to replace the UN mission in Peru with an African Union force.",
            {"actors": {"AU"}, "status": "planned", "place": "Peru"},
        ),
        (
            "Ministers backed the replacement of the EU mission in Peru with a UN mission.",
            {"actors": {"UN"}, "place": "Peru"},
        ),
        ("AUSSOM will replace ATMIS in Somalia.", {"actors": {"AU"}, "status": "planned", "place": "Somalia"}),
    ),
)
def test_the_mission_that_takes_anothers_place_begins(text: str, wanted: Fact) -> None:
    assert not missing([{"type": "mission_start", **wanted}], facts(text))


@pytest.mark.parametrize(
    "text",
    (
        "The mandate of the UN force in Peru, which was to lapse on 30 June, was renewed for a year.",
        "The council prolonged the UN mission in Peru, which was due to end on 30 June.",
    ),
)
def test_an_end_that_was_put_off_is_none(text: str) -> None:
    assert [f["type"] for f in facts(text)] == ["mission_continuation"]


def test_how_long_a_mission_may_last_is_not_how_long_it_has_lasted() -> None:
    assert [f["dates"][0] for f in facts("The UN force in Peru has been authorised for two years.")] == ["2025-06-12"]
    found = facts("The UN mission in Peru closed its Tacna base, its home for over 20 years.")
    assert [f["dates"] for f in found] == [("2025-06-12", "2025-06-12")]


@pytest.mark.parametrize(
    ("text", "status"),
    (
        ("NATO asked Peru and Chile to join.", "considered"),
        ("Peru was invited to join NATO at a summit in Oslo.", "considered"),
        ("Peru's president said that it would withdraw from the military alliance.", "planned"),
    ),
)
def test_who_may_join_an_alliance_sends_nobody(text: str, status: str) -> None:
    assert [(f["type"], f["status"]) for f in facts(text)] == [("agreement", status)]


@pytest.mark.parametrize(
    ("text", "counts"),
    (
        ("The army of Peru respects the 1998 Withdrawal of Forces Treaty.", []),
        ("The guard force of the UN mission in Peru is not to exceed 800 soldiers.", [(None, 800)]),
        ("The UN force in Peru handed over a US$3 million camp at Tacna to the army.", []),
    ),
)
def test_numbers_beside_deals_and_missions(text: str, counts: list[tuple[int | None, int]]) -> None:
    found = facts(text)
    assert [f["n"][:2] for f in found if f["type"] == "strength"] == counts
    assert "United States" not in {f.get("place") for f in found}


def test_coming_closer_to_no_place_is_no_advance() -> None:
    assert not _of("The UN mission in Peru edged closer to victory.", "ground_operation")
    assert _of("The army of Peru edged closer to Tacna.", "ground_operation")


@pytest.mark.parametrize(
    ("text", "status"),
    (
        ("Congress passed a law prolonging the Peruvian mission in Mali.", "completed"),
        ("Chile vetoed a resolution prolonging the UN mission in Mali.", "denied"),
        ("Ministers failed to pass a bill that prolongs the Peruvian mission in Mali.", "denied"),
        ("The chamber votes in May on a bill prolonging the Peruvian mission in Mali.", "considered"),
        ("Chile tabled a draft resolution prolonging the UN mission in Mali.", "considered"),
        ("Ministers will sign a decree prolonging the Peruvian mission in Mali.", "planned"),
    ),
)
def test_a_ruling_does_what_it_says_as_far_as_it_has_come(text: str, status: str) -> None:
    assert [f["status"] for f in _of(text, "mission_continuation")] == [status]


def test_what_a_law_ends_is_not_over_as_it_is_passed() -> None:
    found = _of("Congress passed a law closing the Chilean base at Tacna.", "base_closure")
    assert [f["status"] for f in found] == ["planned"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    (
        ("Oman brokered a truce between Peru and Chile.", {"actors": {"PER", "CHL"}, "status": "completed"}),
        (
            "Italy has asked Iraq for the use of the Erbil air base.",
            {"actors": {"ITA", "IRQ"}, "status": "considered", "dates": ("", "")},
        ),
        ("The treaty gives Italy access to a naval base at Basra.", {"status": "completed"}),
        ("The lease of the Erbil air base runs out in August.", {"status": "planned"}),
        (
            "Peru is to terminate the status of forces agreement with Chile.",
            {"actors": {"PER", "CHL"}, "status": "planned"},
        ),
        ("A defence pact between Peru and Chile is within reach.", {"actors": {"PER", "CHL"}, "status": "considered"}),
        ("A base deal between Peru and Chile is close.", {"actors": {"PER", "CHL"}, "status": "considered"}),
        (
            "The lease of the Erbil air base, due to lapse in August, was prolonged by Iraq.",
            {"status": "completed", "actors": {"IRQ"}},
        ),
    ),
)
def test_one_deal_its_sides_and_how_far_it_has_come(text: str, wanted: Fact) -> None:
    assert not missing([{"type": "agreement", **wanted}], facts(text))


def test_whose_mission_it_is_says_the_name_behind_it() -> None:
    text = (
        "The US-led coalition has 900 soldiers in Iraq. The military mission of the coalition will continue until 2027."
    )
    assert [f["actors"] for f in _of(text, "mission_continuation")] == [{"COALITION"}]


def test_an_alliance_lies_nowhere() -> None:
    text = "Russian troops are in Ukraine. Peru and Chile joined NATO in May."
    assert [f.get("place") for f in _of(text, "agreement")] == [None]


@pytest.mark.parametrize(
    "text",
    (
        "Spanish marines shut the road so that the rebels can't withdraw from Tacna.",
        "The marines hold hills that no Spanish soldier could enter for years.",
        "The marines mined the road to stop Spanish troops from entering Tacna.",
    ),
)
def test_what_is_made_impossible_is_no_denial(text: str) -> None:
    assert "denied" not in {f["status"] for f in facts(text)}


def test_neither_confirmed_nor_denied_stays_open() -> None:
    text = "Spain has withdrawn 300 soldiers from Chad, reports say. A colonel would neither confirm nor deny them."
    assert [f["status"] for f in facts(text)] == ["completed"]


@pytest.mark.parametrize(
    ("text", "dates"),
    (
        ("Spain withdrew its troops from Chad under the agreement of 2015.", ("2025-06-12", "2025-06-12")),
        ("Spain withdrew its troops from Chad in line with its 2015 treaty.", ("2025-06-12", "2025-06-12")),
        ("On Monday Spain withdrew its troops from Chad under the 2015 pact.", ("2025-06-09", "2025-06-09")),
        ("Spain withdrew its troops from Chad after the accord of May 2015.", ("2015-05-01", "2015-05-31")),
    ),
)
def test_a_papers_year_is_not_the_acts(text: str, dates: tuple[str, str]) -> None:
    assert [f["dates"] for f in _of(text, "withdrawal")] == [dates]


def test_who_is_named_with_a_paper_does_not_act() -> None:
    text = "Chilean jets flew over Tacna in breach of the truce with Peru."
    assert [f["actors"] for f in _of(text, "patrol")] == [{"CHL"}]


def test_starting_with_a_place_starts_no_mission() -> None:
    assert not _of("The UN mission in Peru is withdrawing from its camps, starting with Tacna.", "mission_start")


@pytest.mark.parametrize(
    ("text", "status"),
    (
        ("No decision has been reached to withdraw Spanish soldiers from Chad.", "considered"),
        ("No decision has been reached on a withdrawal of Spanish soldiers from Chad.", "considered"),
        ("Orders were given for the withdrawal of Spanish soldiers from Chad.", "planned"),
        ("Spain could still cancel the withdrawal of its soldiers from Chad.", "considered"),
        ("Spain cancelled the withdrawal of its soldiers from Chad.", "denied"),
    ),
)
def test_what_is_not_decided_or_might_be_dropped_is_open(text: str, status: str) -> None:
    assert [f["status"] for f in _of(text, "withdrawal")] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    (
        ("Lima dismissed as speculation a report that Peru had agreed to let Brazil send soldiers to Tacna.", "denied"),
        ("Reports that Peru had sent soldiers to Tacna were, he said, without foundation.", "denied"),
        ("Reports that Peru had sent soldiers to Tacna had no basis.", "denied"),
        ("It is out of the question that Peru would send soldiers to Tacna.", "denied"),
        ("The claim that Peru had sent soldiers to Tacna is a fairy tale.", "denied"),
        ("Asked whether Peru might send soldiers to Tacna, the minister said there were no plans for that.", "denied"),
        ("Asked if Peru might send soldiers to Tacna, she said that it would not.", "denied"),
        ("Asked whether Peru might send soldiers to Tacna, he said he could not comment.", "considered"),
        ("Asked whether Peru might send soldiers to Tacna, he said no decision had been made.", "considered"),
    ),
)
def test_what_is_without_foundation_or_answered_with_a_no_is_denied(text: str, status: str) -> None:
    assert [f["status"] for f in _of(text, "deployment")] == [status]


@pytest.mark.parametrize("no", ("That was false", "This is not the case", "It is a lie"))
def test_a_sentence_that_calls_the_one_before_it_untrue_denies_what_that_tells(no: str) -> None:
    found = _of(f"Local radio said that Peruvian soldiers had entered Tacna. {no}, the governor said.", "deployment")
    assert [f["status"] for f in found] == ["completed", "denied"]


@pytest.mark.parametrize(
    ("text", "type_code"),
    (
        ("The plan to demobilise 3,000 fighters in Tacna had not started.", "restructuring"),
        ("Patrols by Peruvian soldiers at Tacna, suspended since 2020, will start again in May.", "patrol"),
    ),
)
def test_what_has_not_begun_or_was_suspended_once_is_to_come(text: str, type_code: str) -> None:
    assert [f["status"] for f in _of(text, type_code)] == ["planned"]


@pytest.mark.parametrize(
    "answer",
    (
        '"No," the minister said.',
        "MINISTER: No, not at all.",
        "There is no such plan that I am aware of, she said.",
        "She said there were no plans at this time.",
    ),
)
def test_an_answer_denies_what_the_question_asks(answer: str) -> None:
    found = facts(f"Will Peruvian soldiers leave Tacna? {answer}")
    assert [(f["type"], f["status"], f["actors"]) for f in found] == [("withdrawal", "denied", {"PER"})]


@pytest.mark.parametrize("answer", ("That has not been decided, she said.", "She would not say.", "Perhaps in May."))
def test_an_answer_that_leaves_it_open_denies_nothing(answer: str) -> None:
    assert facts(f"Will Peruvian soldiers leave Tacna? {answer}") == []


@pytest.mark.parametrize(
    "denial",
    (
        "The weather was bad. Lima dismissed the claim.",
        "Some 30 men were killed, a figure that Lima denied.",
        "Lima rejected claims by priests that a secret jail exists.",
        "Lima has neither confirmed nor plainly denied it.",
    ),
)
def test_what_is_denied_is_what_the_sentence_before_tells(denial: str) -> None:
    assert "denied" not in {
        f["status"] for f in facts(f"Radio Sur said soldiers from Peru had entered Arica. {denial}")
    }


def test_a_return_of_troops_that_is_ruled_out_is_a_deployment_denied() -> None:
    for text, who, where in (
        ("Panama has ruled out the return of American soldiers to Colón.", {"USA"}, "Colón"),
        ("Chad's president rejected any return of French troops to Faya.", {"FRA"}, "Faya"),
    ):
        found = [(f["actors"], f["status"], f["destination"]) for f in facts(text) if f["type"] == "deployment"]
        assert found == [(who, "denied", where)], text
    assert facts("Kenya has rejected the return of refugees to Dadaab.") == []
