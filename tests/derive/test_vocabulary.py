"""The lexicon compiled: forms of verbs, plurals, classes, and a matcher that knows every name."""

from __future__ import annotations

import pytest

from posture import lexicon
from posture.derive.extract.language.inflection import forms, plural
from posture.derive.extract.language.text import fold
from posture.derive.extract.language.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("leave", {"leave", "leaves", "left", "leaving"}),
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("cut", {"cut", "cuts", "cutting"}),
        ("vacate", {"vacate", "vacates", "vacated", "vacating"}),
        ("occupy", {"occupy", "occupies", "occupied", "occupying"}),
        ("patrol", {"patrol", "patrols", "patrolled", "patrolling"}),
        ("fly", {"fly", "flies", "flew", "flown", "flying"}),
        ("dispatch", {"dispatch", "dispatches", "dispatched", "dispatching"}),
        ("ship", {"ship", "ships", "shipped", "shipping"}),
        ("be", {"be", "is", "are", "was", "were", "been", "being"}),
        ("go", {"go", "goes", "went", "gone", "going"}),
        ("have", {"have", "has", "had", "having"}),
        ("fan", {"fan", "fans", "fanned", "fanning"}),
        ("overrun", {"overrun", "overruns", "overran", "overrunning"}),
        ("blow", {"blow", "blows", "blew", "blown", "blowing"}),
        ("open", {"open", "opens", "opened", "opening"}),
        ("reinforce", {"reinforce", "reinforces", "reinforced", "reinforcing"}),
    ],
)
def test_verbs_inflect(lemma: str, expected: set[str]) -> None:
    assert expected <= set(forms(lemma))


@pytest.mark.parametrize(
    ("lemma", "wrong"),
    [("cut", "cuted"), ("deploy", "deploied"), ("vacate", "vacateing"), ("leave", "leaved"), ("open", "openned")],
)
def test_verbs_make_no_wrong_forms(lemma: str, wrong: str) -> None:
    assert wrong not in forms(lemma)


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("base", "bases"),
        ("battery", "batteries"),
        ("convoy", "convoys"),
        ("pass", "passes"),
        ("strike", "strikes"),
        ("box", "boxes"),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_every_verb_of_the_lexicon_can_be_found_by_its_forms() -> None:
    v = vocabulary()
    for number, frame in enumerate(lexicon.triggers()):
        for verb in frame.get("verbs", []):
            head = verb.split()[0]
            for form in forms(head):
                assert any(t.frame == number and t.lemma == verb for t in v.by_first[form]), (verb, form)


def test_triggers_of_one_word_are_ordered_longest_first() -> None:
    for triggers in vocabulary().by_first.values():
        lengths = [len(t.words) + bool(t.particles) for t in triggers]
        assert lengths == sorted(lengths, reverse=True)


def test_every_name_is_in_the_matcher() -> None:
    v = vocabulary()
    keys = set(v.names)
    for name in (*lexicon.names().forces, *lexicon.names().places):
        key = fold(name).replace("-", " ")
        assert len(key) < 2 or key in keys, name


def test_plural_nouns_are_counted_as_their_singular() -> None:
    units = vocabulary().units
    for one, many in (("soldier", "soldiers"), ("warship", "warships"), ("battery", "batteries"), ("base", "bases")):
        assert units[one] == units[many]
    assert units["soldier"] == "personnel"
    assert units["warship"] == "ships"


def test_the_vocabulary_is_made_once() -> None:
    assert vocabulary() is vocabulary()
