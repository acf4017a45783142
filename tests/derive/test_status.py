"""How far a fact has come: tense, modals, governing verbs, denials. A denial is never read as done."""

from __future__ import annotations

import pytest

from posture.derive.extract.clauses import View
from posture.derive.extract.mentions import Spotted
from posture.derive.extract.status import status_at, status_of
from posture.derive.extract.text import sentences
from posture.derive.extract.triggers import find_triggers
from posture.derive.extract.vocabulary import Trigger, vocabulary


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
    ],
)
def test_status_of_a_bare_number(text: str, expected: str) -> None:
    view = view_of(text)
    at = next(i for i, t in enumerate(view.toks) if t.text == "900")
    assert status_at(view, at, at + 1) == expected
