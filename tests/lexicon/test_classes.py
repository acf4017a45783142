"""Classes of words that rules ask for by name: each is used, whole and no near-copy of another."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest

from posture import lexicon
from posture.derive.extract.language import classes

ALL = [(kind, name) for kind, named in lexicon.classes().items() for name in named]
ENGINE = "".join(p.read_text(encoding="utf-8") for p in Path(classes.__file__).parents[1].rglob("*.py"))


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_class_is_asked_for(kind: str, name: str) -> None:
    assert f'"{name}"' in ENGINE, f"nothing reads the {kind} {name}"


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_no_entry_stands_twice_and_each_is_a_small_word(kind: str, name: str) -> None:
    entries = lexicon.classes()[kind][name]
    assert all(isinstance(e, str) and e == e.strip() for e in entries), "quote what YAML reads as a truth value"
    assert [e for e, n in Counter(entries).items() if n > 1] == []


def test_no_two_files_name_a_class_alike() -> None:
    read = [lexicon.load(file) for file in ("arms.yaml", "classes.yaml")]
    names = Counter((kind, name) for one in read for kind, named in one.items() for name in named)
    assert [k for k, n in names.items() if n > 1] == []


def test_no_class_is_a_near_copy_of_another() -> None:
    for kind in lexicon.classes():
        made = {n: set(lexicon.classes()[kind][n]) for k, n in ALL if k == kind and len(lexicon.classes()[k][n]) > 5}
        for (a, one), (b, other) in itertools.combinations(made.items(), 2):
            assert len(one & other) < 0.8 * len(one | other), f"{kind} {a} and {b}: make them one, or one of the other"
