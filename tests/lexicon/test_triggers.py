"""What states a fact: every frame is whole, its needs exist, its verbs inflect, its cues mean a status."""

from __future__ import annotations

from collections import Counter

import pytest

from posture import lexicon
from posture.derive.extract import needs
from posture.derive.extract.language.inflection import forms
from posture.model import RECORD_TYPES, STATUSES

FRAMES = lexicon.triggers()
KEYS = {"code", "type", "verbs", "nouns", "phrases", "needs", "weak", "status", "still", "strict"}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: str(f["code"]))
def test_a_frame_is_whole(frame: dict[str, object]) -> None:
    assert set(frame) <= KEYS
    assert frame["type"] in RECORD_TYPES
    assert frame.get("status") in {None, *STATUSES}
    assert any(frame.get(k) for k in ("verbs", "nouns", "phrases"))


def test_no_code_stands_twice() -> None:
    assert [c for c, n in Counter(f["code"] for f in FRAMES).items() if n > 1] == []


def test_every_type_has_a_frame() -> None:
    # A strength has none: a number makes it, whatever the verb (extract/numbers.py).
    assert {f["type"] for f in FRAMES} == set(RECORD_TYPES) - {"strength"}


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: str(f["code"]))
def test_every_need_is_known_to_the_engine(frame: dict[str, list[str]]) -> None:
    for need in frame.get("needs", []):
        assert need in needs.NEEDS, need


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: str(f["code"]))
def test_every_verb_inflects(frame: dict[str, list[str]]) -> None:
    for verb in frame.get("verbs", []):
        made = forms(verb.split()[0])
        assert {"s", "ing"} <= set(made.values()), verb
        assert len(made) >= 3, verb
        assert all(form.isascii() and form for form in made), verb


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: str(f["code"]))
def test_no_trigger_stands_twice_in_a_frame(frame: dict[str, list[str]]) -> None:
    for key in ("verbs", "nouns", "phrases"):
        assert [t for t, n in Counter(frame.get(key, [])).items() if n > 1] == []
        assert all(t == t.lower() and t == t.strip() for t in frame.get(key, [])), key


def test_cues_are_of_a_class_each() -> None:
    classes = {*STATUSES, "weighed", "carried", "kept", "open", "empty", "all"}
    for kind, places in lexicon.cues().items():
        assert kind in {"verbs", "speech", "nouns", "adjectives", "predicates", "prepositional"}
        for name, words in places.items():
            assert name in classes, (kind, name)
            assert all(isinstance(w, str) and w == w.strip() for w in words), (kind, name)
        twice = [w for w, n in Counter(w for words in places.values() for w in words).items() if n > 1]
        assert twice == [], kind
