"""The reading of a sentence: verb groups, subjects, objects, phrases, triggers."""

from __future__ import annotations

import pytest

from posture.derive.extract.facts.triggers import find_triggers

from .views import view, words


def at(seen: object, word: str) -> int:
    return [t.text for t in seen.toks].index(word)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "verb", "group"),
    [
        ("France has begun withdrawing troops.", "withdrawing", ["has", "begun"]),
        ("France plans to withdraw troops.", "withdraw", ["plans", "to"]),
        ("France will not withdraw troops.", "withdraw", ["will", "not"]),
        ("France has already withdrawn troops.", "withdrawn", ["has", "already"]),
        ("Troops are to be withdrawn.", "withdrawn", ["are", "to", "be"]),
        ("France withdrew troops.", "withdrew", []),
    ],
)
def test_verb_groups(text: str, verb: str, group: list[str]) -> None:
    seen = view(text)
    assert seen.group_before(at(seen, verb))[1] == group


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("French troops left the base.", "left", "French troops"),
        ("The last French troops have left the base.", "left", "The last French troops"),
        ("Russia said that its troops left.", "left", "its troops"),
        ("French troops left Mali and entered Niger.", "entered", "French troops"),
    ],
)
def test_subjects(text: str, verb: str, subject: str) -> None:
    seen = view(text)
    assert words(seen, *seen.tree.span(seen.tree.subject(at(seen, verb)))).strip(" ,") == subject


@pytest.mark.parametrize(
    ("text", "after", "phrase"),
    [
        ("France sent 200 soldiers to Chad.", "sent", "200 soldiers"),
        ("France left the base in Chad.", "left", "the base"),
        ("France sent soldiers who speak Arabic.", "sent", "soldiers"),
        ("France sent soldiers, trucks and food to Chad.", "sent", "soldiers , trucks and food"),
        ("France sent two of its ships to Chad.", "sent", "two of its ships"),
    ],
)
def test_objects(text: str, after: str, phrase: str) -> None:
    seen = view(text)
    assert words(seen, *seen.tree.span(seen.tree.object(at(seen, after)))) == phrase


def test_phrases_after_a_verb() -> None:
    seen = view("France moved soldiers from Chad to Niger in May.")
    found = [(p, words(seen, s, e)) for p, s, e in seen.tree.phrases(at(seen, "moved"))]
    assert ("from", "Chad") in found
    assert ("to", "Niger") in found


def test_out_of_is_from() -> None:
    seen = view("France pulled soldiers out of Chad.")
    assert "from" in {p for p, _, _ in seen.tree.phrases(at(seen, "pulled"))}


def test_a_clause_boundary_costs_more_than_a_word() -> None:
    seen = view("The ministry said on Monday that French troops, which came in May, left.")
    near = seen.cost(at(seen, "French"), at(seen, "troops"))
    far = seen.cost(at(seen, "troops"), at(seen, "left"))
    assert 0 == near < far < seen.cost(at(seen, "ministry"), at(seen, "left"))


def test_costs_are_the_same_both_ways() -> None:
    seen = view("French troops left the base in Chad, and Kenya sent police.")
    n = len(seen.toks)
    assert all(seen.cost(a, b) == seen.cost(b, a) for a in range(n) for b in range(n))


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("France withdrew its troops.", "withdraw"),
        ("France pulled all its troops out.", "withdraw"),
        ("The withdrawal of French troops began.", "withdraw"),
        ("France deployed troops.", "deploy"),
        ("The deployment of French troops began.", "deploy"),
        ("France handed over the base.", "hand_over"),
    ],
)
def test_triggers(text: str, frame: str) -> None:
    seen = view(text)
    assert frame in {str(seen.vocabulary.frames[t.frame]["code"]) for _, _, t in find_triggers(seen)}


@pytest.mark.parametrize(
    ("text", "verb"),
    [("The deployed troops rest.", "deployed"), ("Its base lies in Chad.", "base")],
)
def test_a_word_that_is_no_verb_here_is_no_verb(text: str, verb: str) -> None:
    seen = view(text)
    assert not [t for first, _, t in find_triggers(seen) if t.kind == "verb" and seen.toks[first].text == verb]
