"""What is kept of slow files is what they hold."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from posture import lexicon
from posture.lexicon import kept, world


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, in which nothing is kept yet."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def never() -> object:
    raise AssertionError("it was to be kept")


def giving(value: object) -> Callable[[], object]:
    return lambda: value


def test_what_is_kept_is_what_was_made(folder: Path) -> None:
    value = {"forces": ["troop", "soldier"], "least": 3, "share": 0.5, "none": None}
    assert kept.keep("words", b"1", giving(value)) == value
    assert kept.keep("words", b"1", never) == value


def test_another_source_is_read_anew_and_takes_the_place_of_the_old(folder: Path) -> None:
    kept.keep("words", b"1", giving(["old"]))
    assert kept.keep("words", b"2", giving(["new"])) == ["new"]
    assert kept.keep("words", b"2", never) == ["new"]
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("torn", [b"", b"torn", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_made_again(folder: Path, torn: bytes) -> None:
    kept.keep("words", b"1", giving([1]))
    (file,) = folder.iterdir()
    file.write_bytes(torn)
    assert kept.keep("words", b"1", giving([2])) == [2]
    assert kept.keep("words", b"1", never) == [2]


def test_what_cannot_be_kept_is_made_each_time(folder: Path) -> None:
    assert kept.keep("words", b"1", giving({Path("a")})) == {Path("a")}
    assert kept.keep("words", b"1", giving({Path("b")})) == {Path("b")}


def test_nothing_is_written_where_no_bytecode_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept.keep("words", b"1", giving([1])) == [1]
    assert not folder.exists()


def test_the_lexicon_is_the_same_from_its_files_and_from_what_is_kept(folder: Path) -> None:
    for name in sorted(p.name for p in lexicon.HERE.glob("*.yaml")):
        assert lexicon.load(name) == lexicon.load(name), name
        assert any(p.name.startswith(name) for p in folder.iterdir()), name


def test_cities_and_provinces_are_the_packages(folder: Path) -> None:
    cities, provinces = world.cities(), world.provinces()
    assert world.cities() == cities
    assert world.provinces() == provinces
    assert any(c.name == "Gao" and c.country_code == "MLI" for c in cities)
    assert any(p.name == "Herāt" and p.country_code == "AFG" and p.kind == "Province" for p in provinces)
