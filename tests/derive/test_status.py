"""How far a fact has come: tense, modals, governing verbs, denials. A denial is never read as done."""

from __future__ import annotations

import pytest

from posture.derive.extract.assertion.status import status_at, status_of
from posture.derive.extract.clauses import View
from posture.derive.extract.facts.triggers import find_triggers
from posture.derive.extract.language.text import sentences
from posture.derive.extract.language.vocabulary import Trigger, vocabulary
from posture.derive.extract.mentions import Spotted


def view_of(text: str) -> View:
    return View(sentences(text)[1][0], 0, Spotted(), [], [], vocabulary())


def trigger_at(view: View, word: str) -> tuple[int, int, Trigger]:
    found = [x for x in find_triggers(view) if view.key(x[0]) == word]
    assert found, f"no trigger at {word!r}"
    return found[0]


def status(text: str, word: str, type_code: str, headline: bool = False) -> str:
    view = view_of(text)
    return status_of(view, *trigger_at(view, word), type_code, headline)


W, D, S, A, H = "withdrawal", "deployment", "strike", "agreement", "base_handover"


@pytest.mark.parametrize(
    ("text", "word", "type_code", "expected"),
    [
        ("The brigade withdrew from the valley.", "withdrew", W, "completed"),
        ("The brigade was forced to withdraw from the valley.", "withdraw", W, "completed"),
        ("The brigade has begun withdrawing from the valley.", "withdrawing", W, "ongoing"),
        ("The brigade is withdrawing from the valley.", "withdrawing", W, "ongoing"),
        ("A second carrier is being sent to the gulf.", "sent", D, "ongoing"),
        ("The brigade will withdraw from the valley.", "withdraw", W, "planned"),
        ("The brigade plans to withdraw from the valley.", "withdraw", W, "planned"),
        ("The brigade is to withdraw from the valley.", "withdraw", W, "planned"),
        ("The sites are to be handed over in May.", "handed", H, "planned"),
        ("The sites are due to be handed over in June.", "handed", H, "planned"),
        ("The minister announced the withdrawal of the brigade.", "withdrawal", W, "planned"),
        ("Under the plan, the brigade would withdraw from the valley.", "withdraw", W, "planned"),
        ("The brigade could withdraw from the valley.", "withdraw", W, "considered"),
        ("The state is considering withdrawing the brigade.", "withdrawing", W, "considered"),
        ("Lawmakers called for the withdrawal of the brigade.", "withdrawal", W, "considered"),
        ("A spokeswoman declined to say whether the brigade would withdraw.", "withdraw", W, "considered"),
        ("The ministry has neither confirmed nor denied that the brigade withdrew.", "withdrew", W, "considered"),
        ("On 2 May it withdrew from the valley.", "withdrew", W, "completed"),
        ("The state has shown no sign of withdrawing the brigade.", "withdrawing", W, "denied"),
        ("There is no question of the soldiers leaving the valley.", "leaving", W, "denied"),
        ("It will under no circumstances withdraw the brigade.", "withdraw", W, "denied"),
        ("There is talk of the soldiers leaving the valley.", "leaving", W, "considered"),
        ("Under a proposal by the mediator, the brigade would withdraw from the valley.", "withdraw", W, "considered"),
        ("A planned exercise took place at the lake.", "exercise", "exercise", "completed"),
        ("A planned exercise was held at the lake.", "exercise", "exercise", "completed"),
        ("A planned exercise will take place at the lake.", "exercise", "exercise", "planned"),
        ("The pull-out of the brigade has to begin before May.", "pull", W, "planned"),
        ("Parliament voted to extend the mission.", "extend", "mission_continuation", "completed"),
        ("Parliament will vote to extend the mission.", "extend", "mission_continuation", "planned"),
        ("The cabinet has decided not to extend the mission.", "extend", "mission_continuation", "denied"),
        ("The state agreed to leave the base and hand it over to the army.", "hand", H, "planned"),
        ("The deal would see the brigade withdraw from the valley.", "withdraw", W, "planned"),
        ("The brigade will shift its focus, withdrawing from the valley.", "withdrawing", W, "planned"),
        ("The air force carried out strikes on the port.", "strikes", S, "completed"),
    ],
)
def test_status_of_a_clause(text: str, word: str, type_code: str, expected: str) -> None:
    assert status(text, word, type_code) == expected


@pytest.mark.parametrize(
    ("text", "word", "type_code"),
    [
        ("The brigade did not withdraw from the valley.", "withdraw", W),
        ("The brigade has never withdrawn from the valley.", "withdrawn", W),
        ("The brigade will not withdraw from the valley.", "withdraw", W),
        ("The state has no plans to withdraw from the valley.", "withdraw", W),
        ("The state ruled out withdrawing the brigade.", "withdrawing", W),
        ("The ministry denied that the brigade had withdrawn.", "withdrawn", W),
        ("The ministry denied that the brigade would withdraw.", "withdraw", W),
        ("The ministry rejects as false the rebels' claim to have bombed the airfield.", "bombed", S),
        ("Reports according to which a brigade had withdrawn from the valley are false.", "withdrawn", W),
        ("Not one of them is leaving the valley.", "leaving", W),
        ("No Russian unit has withdrawn from the valley.", "withdrawn", W),
        ("Nobody is talking about sending soldiers to the valley.", "sending", D),
        ("The men were to have been sent to the valley.", "sent", D),
        ("A report that the brigade had withdrawn was denied by the army.", "withdrawn", W),
        ("Reports that the brigade would be sent to the valley were dismissed by the general.", "sent", D),
        ("The air force did not take part in the strikes.", "strikes", S),
        ("The move is not a withdrawal.", "withdrawal", W),
        ("The withdrawal of the brigade has been called off.", "withdrawal", W),
    ],
)
def test_a_denial_is_a_denial(text: str, word: str, type_code: str) -> None:
    assert status(text, word, type_code) == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 300 men withdrew from the valley.",
        "The brigade not only withdrew, it burnt its stores.",
    ],
)
def test_a_negative_word_that_denies_nothing(text: str) -> None:
    assert status(text, "withdrew", W) == "completed"


@pytest.mark.parametrize(
    ("text", "word", "type_code", "expected"),
    [
        ("Kenya sent 200 soldiers to Port-au-Prince.", "sent", "deployment", "completed"),
        ("Kenya is sending 200 soldiers to Port-au-Prince.", "sending", "deployment", "ongoing"),
        ("Kenya has been sending soldiers to Haiti since June.", "sending", "deployment", "ongoing"),
        ("Kenya agreed on Monday to send 200 more police officers to Haiti.", "send", "deployment", "planned"),
        ("Nairobi has promised that it will send more officers to Haiti.", "send", "deployment", "planned"),
        ("The cabinet approved sending a frigate to the Gulf.", "sending", "deployment", "planned"),
        ("Ghana's parliament voted to send troops to Niger.", "send", "deployment", "planned"),
        ("Ecowas threatened to send troops to Niger.", "send", "deployment", "considered"),
        ("The junta demanded that French troops leave the country.", "leave", "withdrawal", "considered"),
        ("Protesters demanded the withdrawal of French troops from Niger.", "withdrawal", "withdrawal", "considered"),
        ("The president ordered the withdrawal of the contingent from Darfur.", "withdrawal", "withdrawal", "planned"),
        ("The president ordered the contingent to withdraw from Darfur.", "withdraw", "withdrawal", "planned"),
        ("The general refused to withdraw his men from the town.", "withdraw", "withdrawal", "denied"),
        ("The rebels failed to withdraw from the town by the deadline.", "withdraw", "withdrawal", "denied"),
        ("The rebels agreed to withdraw from the town but have not done so.", "withdraw", "withdrawal", "planned"),
        ("The rebels finished withdrawing from the town on Sunday.", "withdrawing", "withdrawal", "completed"),
        ("Burundi began to withdraw its battalion from South Kivu.", "withdraw", "withdrawal", "ongoing"),
        ("Burundi will begin withdrawing its battalion next month.", "withdrawing", "withdrawal", "planned"),
        ("Burundi could begin withdrawing its battalion next month.", "withdrawing", "withdrawal", "considered"),
        ("Burundi has not begun to withdraw its battalion.", "withdraw", "withdrawal", "denied"),
        ("Officials are weighing whether to deploy a Patriot battery to Poland.", "deploy", "deployment", "considered"),
        (
            "The minister proposed deploying peacekeepers along the line of contact.",
            "deploying",
            "deployment",
            "considered",
        ),
        ("He urged the alliance to deploy more ships to the Baltic.", "deploy", "deployment", "considered"),
        ("The envoy asked the Security Council to deploy observers to Hodeidah.", "deploy", "deployment", "considered"),
        ("If the ceasefire fails, Ethiopia will send troops to Gedo.", "send", "deployment", "planned"),
        ("If Ethiopia sends troops to Gedo, Somalia will object.", "sends", "deployment", "considered"),
        ("The soldiers who left the base in May were flown to Italy.", "left", "withdrawal", "completed"),
        ("The soldiers who will leave the base in May are engineers.", "leave", "withdrawal", "planned"),
        ("Troops stationed in Djibouti took part in the drill.", "stationed", "presence", "in_effect"),
        ("No foreign troops are stationed in Djibouti.", "stationed", "presence", "denied"),
        ("There are no foreign troops stationed in Bhutan.", "stationed", "presence", "denied"),
        ("A planned withdrawal from the valley was announced.", "withdrawal", "withdrawal", "planned"),
        ("The possible closure of the base worried the town.", "closure", "base_closure", "considered"),
        ("The proposed deployment of peacekeepers was discussed.", "deployment", "deployment", "considered"),
        ("The withdrawal of Ethiopian troops was completed on Tuesday.", "withdrawal", "withdrawal", "completed"),
        ("The withdrawal of Ethiopian troops is under way.", "withdrawal", "withdrawal", "ongoing"),
        ("The withdrawal of Ethiopian troops will be completed by June.", "withdrawal", "withdrawal", "planned"),
        ("The withdrawal of Ethiopian troops is expected to start in June.", "withdrawal", "withdrawal", "considered"),
        ("The withdrawal of Ethiopian troops has begun.", "withdrawal", "withdrawal", "ongoing"),
        ("The withdrawal of Ethiopian troops has not begun.", "withdrawal", "withdrawal", "denied"),
        ("The withdrawal of Ethiopian troops was cancelled.", "withdrawal", "withdrawal", "denied"),
        ("Uganda halted its withdrawal from Mogadishu.", "withdrawal", "withdrawal", "denied"),
        ("Talks on the withdrawal of Ethiopian troops resumed.", "withdrawal", "withdrawal", "considered"),
        ("A timetable for the withdrawal of the mission was agreed.", "withdrawal", "withdrawal", "planned"),
        (
            "Both sides signed a deal on the withdrawal of Russian troops from Moldova.",
            "withdrawal",
            "withdrawal",
            "planned",
        ),
        ("After the withdrawal of French troops from Mali, Wagner arrived.", "withdrawal", "withdrawal", "completed"),
        ("Before the withdrawal of French troops, the base was emptied.", "withdrawal", "withdrawal", "completed"),
        ("Chad said it has no intention of withdrawing from the force.", "withdrawing", "withdrawal", "denied"),
        ("Russia is to leave the base at Tartus.", "leave", "withdrawal", "planned"),
        ("Russia was to leave the base by January.", "leave", "withdrawal", "planned"),
        ("Australian troops are due to leave Iraq in June.", "leave", "withdrawal", "planned"),
        ("Australian troops have yet to leave Iraq.", "leave", "withdrawal", "denied"),
        ("Australian troops had to leave Iraq.", "leave", "withdrawal", "completed"),
        ("Australian troops managed to leave Kabul.", "leave", "withdrawal", "completed"),
        ("The soldiers are about to leave Kabul.", "leave", "withdrawal", "planned"),
        ("The soldiers are likely to leave Kabul.", "leave", "withdrawal", "considered"),
        ("The soldiers are believed to have left Kabul.", "left", "withdrawal", "completed"),
        ("The soldiers reportedly left Kabul.", "left", "withdrawal", "completed"),
        ("The general denied reports that his men had left the town.", "left", "withdrawal", "denied"),
        ("The general did not deny that his men had left the town.", "left", "withdrawal", "considered"),
        ("The general did not rule out sending men to the island.", "sending", "deployment", "considered"),
        ("The general declined to confirm that his men had left the town.", "left", "withdrawal", "considered"),
        ("The general could not confirm that his men had left the town.", "left", "withdrawal", "considered"),
        ("The general confirmed that his men had left the town.", "left", "withdrawal", "completed"),
        ("The general said that his men had not left the town.", "left", "withdrawal", "denied"),
        ("The army not only withdrew from the town, it blew up the bridge.", "withdrew", "withdrawal", "completed"),
        ("Instead of withdrawing its men, the army sent more.", "withdrawing", "withdrawal", "denied"),
        ("The ship left port without attacking the island.", "attacking", "strike", "denied"),
        ("It is unclear whether the troops have left the island.", "left", "withdrawal", "considered"),
        ("There is no evidence that the troops have left the island.", "left", "withdrawal", "denied"),
        ("Rumours that troops had been sent to the island are untrue.", "sent", "deployment", "denied"),
        ("He dismissed as fake news reports that troops had been sent to the island.", "sent", "deployment", "denied"),
        ("The government says it stopped sending soldiers to the island.", "sending", "deployment", "denied"),
        ("The government has stepped up patrols along the border.", "patrols", "patrol", "ongoing"),
        ("The navy continues to patrol the strait.", "patrol", "patrol", "ongoing"),
        ("The navy patrols the strait.", "patrols", "patrol", "ongoing"),
        ("The two navies held an exercise off Cebu.", "exercise", "exercise", "completed"),
        ("The two navies will hold an exercise off Cebu.", "exercise", "exercise", "planned"),
        ("The two navies are holding an exercise off Cebu.", "exercise", "exercise", "ongoing"),
        ("The two navies plan to hold an exercise off Cebu.", "exercise", "exercise", "planned"),
        ("The exercise, which runs until Friday, began on Monday.", "exercise", "exercise", "ongoing"),
        ("The exercise was called off because of a storm.", "exercise", "exercise", "denied"),
        ("Seoul is ready to send engineers to Kherson.", "send", "deployment", "considered"),
        ("Seoul would send engineers if a truce held.", "send", "deployment", "considered"),
        ("Under the deal, Seoul would send engineers to Kherson.", "send", "deployment", "planned"),
        ("Seoul has decided against sending engineers to Kherson.", "sending", "deployment", "denied"),
        ("Seoul is under pressure to send engineers to Kherson.", "send", "deployment", "considered"),
        ("Moscow sees no need to send troops to the island.", "send", "deployment", "denied"),
        ("Moscow gave the order to send troops to the island.", "send", "deployment", "planned"),
        (
            "The order to leave came on Friday, and the men left the camp within hours.",
            "left",
            "withdrawal",
            "completed",
        ),
        ("The battalion, which is preparing to leave the camp, has 300 men.", "leave", "withdrawal", "planned"),
        ("The battalion was preparing to leave the camp.", "leave", "withdrawal", "planned"),
        ("Berlin has offered to take over the base.", "take", "deployment", "considered"),
        (
            "A second brigade, expected to be deployed to the border, is training.",
            "deployed",
            "deployment",
            "considered",
        ),
        (
            "The two countries intend to establish a base at Ream and to extend the mission.",
            "establish",
            "base_opening",
            "planned",
        ),
        ("The base is to be closed and its men sent to Guam.", "sent", "deployment", "planned"),
        ("The army closed the base and will send its men to Guam.", "send", "deployment", "planned"),
        ("Plans to close the base were shelved.", "close", "base_closure", "denied"),
        ("Plans for closing the base were approved.", "closing", "base_closure", "planned"),
        ("A plan to close the base is being considered.", "close", "base_closure", "considered"),
        ("The base may close.", "close", "base_closure", "considered"),
        ("The base will not close.", "close", "base_closure", "denied"),
        ("Troops never left the base.", "left", "withdrawal", "denied"),
        ("None of the ships has left the port.", "left", "withdrawal", "denied"),
        ("Neither country has sent troops to the island.", "sent", "deployment", "denied"),
        ("The troops no longer patrol the valley.", "patrol", "patrol", "denied"),
        ("Should the truce fail, Israel will strike targets in Lebanon.", "strike", "strike", "planned"),
        ("Iran warned that it would strike bases in the Gulf.", "strike", "strike", "considered"),
        ("Washington is pushing for the closure of the base.", "closure", "base_closure", "considered"),
        ("The law prohibits deploying foreign troops on the islands.", "deploying", "deployment", "denied"),
        (
            "Sources said the troops would leave in three stages, handing over their posts to the army.",
            "handing",
            "base_handover",
            "planned",
        ),
        (
            "The troops left in three stages, handing over their posts to the army.",
            "handing",
            "base_handover",
            "completed",
        ),
        ("Let us send troops to the island.", "send", "deployment", "considered"),
        ("Why did Chad send troops to the lake?", "send", "deployment", "completed"),
        ("Will Chad send troops to the lake?", "send", "deployment", "considered"),
    ],
)
def test_what_governs_a_predicate_decides(text: str, word: str, type_code: str, expected: str) -> None:
    assert status(text, word, type_code) == expected


def test_a_headline_with_an_infinitive_is_a_plan() -> None:
    assert status("Denmark to withdraw brigade from valley", "withdraw", W, headline=True) == "planned"


def test_a_state_that_goes_on_is_in_effect() -> None:
    assert status("The brigade still controls the valley.", "controls", "presence") == "in_effect"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The ships were sent home.", True), ("The state sent ships.", False)],
)
def test_passive(text: str, expected: bool) -> None:
    view = view_of(text)
    assert view.tree.is_passive(trigger_at(view, "sent")[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 900 men at the fort.", "in_effect"),
        ("By the end of 2026 there are to be 900 men at the fort.", "planned"),
        ("In all 900 men are to be called up.", "planned"),
        ("There ought to be 900 men at the fort.", "considered"),
        ("Organisers expect 900 men to take part.", "considered"),
        ("The fort will hold 900 men.", "planned"),
        ("The fort holds 80 men, not 900 as the paper wrote.", "denied"),
        ("Not only 900 men are at the fort.", "in_effect"),
    ],
)
def test_status_of_a_bare_number(text: str, expected: str) -> None:
    view = view_of(text)
    at = next(i for i, t in enumerate(view.toks) if t.text == "900")
    assert status_at(view, at, at + 1) == expected


@pytest.mark.parametrize(
    ("text", "word", "type_code", "expected"),
    [
        ("The minister denied at the time that jets had fired on the column.", "fired", S, "denied"),
        ("There was no truth in reports that the brigade would leave the valley.", "leave", W, "denied"),
        ("The first base to be handed over was the one by the lake.", "handed", H, "completed"),
        ("The brigade will leave the valley and be sent to the coast.", "sent", D, "planned"),
        ("The brigade cannot leave the valley.", "leave", W, "denied"),
        ("There is no decision to send the brigade to the valley.", "send", D, "considered"),
    ],
)
def test_what_newspapers_say_of_acts(text: str, word: str, type_code: str, expected: str) -> None:
    assert status(text, word, type_code) == expected
