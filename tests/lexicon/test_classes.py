"""Classes of words that rules ask for by name: each is used, whole and no near-copy of another."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from posture import lexicon
from posture.derive.extract.language import classes

ALL = [(kind, name) for kind, named in lexicon.classes().items() for name in named]
ROOT = Path(classes.__file__).parents[1]
ENGINE = "".join(p.read_text(encoding="utf-8") for p in ROOT.rglob("*.py"))


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_class_is_asked_for(kind: str, name: str) -> None:
    assert f'"{name}"' in ENGINE, f"nothing reads the {kind} {name}"


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_no_entry_stands_twice_and_each_is_a_small_word(kind: str, name: str) -> None:
    entries = lexicon.classes()[kind][name]
    assert all(isinstance(e, str) and e == e.strip() for e in entries), "quote what YAML reads as a truth value"
    assert [e for e, n in Counter(entries).items() if n > 1] == []


def test_no_two_files_name_a_class_alike() -> None:
    read = [lexicon.load(f"classes/{path.name}") for path in sorted((lexicon.HERE / "classes").glob("*.yaml"))]
    names = Counter((kind, name) for one in read for kind, named in one.items() for name in named)
    assert [k for k, n in names.items() if n > 1] == []


def test_no_class_is_a_near_copy_of_another() -> None:
    for kind in lexicon.classes():
        made = {n: set(lexicon.classes()[kind][n]) for k, n in ALL if k == kind and len(lexicon.classes()[k][n]) > 5}
        for (a, one), (b, other) in itertools.combinations(made.items(), 2):
            assert len(one & other) < 0.8 * len(one | other), f"{kind} {a} and {b}: make them one, or one of the other"


def _written() -> dict[str, frozenset[str]]:
    """The words of every constant of the engine that is written out in eight words or more."""
    made = {}
    for path in ROOT.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                texts = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
                words = frozenset(w for text in texts if isinstance(text, str) for w in text.split())
                if len(words) >= 8:
                    made[f"{path.relative_to(ROOT)} {node.targets[0].id}"] = words
    return made


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 0.85 * len(one | other)


def test_no_module_writes_out_what_a_class_holds() -> None:
    forms = {"nouns": classes.nouns, "verbs": classes.verbs, "words": classes.words}
    held = {(kind, name): (forms[kind](name), frozenset(lexicon.classes()[kind][name])) for kind, name in ALL}
    copies = [
        (w, name) for w, own in _written().items() for name, both in held.items() if any(_alike(own, b) for b in both)
    ]
    assert copies == [], "ask for the class, and give it what it lacks"


def test_no_two_modules_write_out_the_same_words() -> None:
    twins = [(a, b) for (a, one), (b, other) in itertools.combinations(_written().items(), 2) if one == other]
    assert twins == [], "a closed class belongs into language/grammar.py, an open one into lexicon/classes/"


@pytest.mark.parametrize("role", lexicon.columns())
def test_a_column_s_expressions_can_be_searched_for(role: str) -> None:
    for expression in lexicon.columns()[role]:
        assert re.compile(expression, re.I), expression
