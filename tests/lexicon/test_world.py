"""Cities and provinces: what is kept of the packages is what they hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from posture.lexicon import world


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, as if the module stood there."""
    source = tmp_path / "world.py"
    source.write_bytes(Path(world.__file__).read_bytes())
    monkeypatch.setattr(world, "__file__", str(source))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def test_what_is_kept_is_what_was_read(beside: Path) -> None:
    cities, provinces = world.cities(), world.provinces()
    assert len(list(beside.glob("*.marshal"))) == 2
    assert world.cities() == cities
    assert world.provinces() == provinces
    assert any(c.name == "Gao" and c.country_code == "MLI" for c in cities)
    assert any(p.name == "Herāt" and p.country_code == "AFG" and p.kind == "Province" for p in provinces)


def test_another_source_is_read_anew(beside: Path) -> None:
    world.provinces()
    source = Path(world.__file__)
    source.write_bytes(source.read_bytes() + b"\n")
    world.provinces()
    assert len(list(beside.glob("provinces.*"))) == 2


def test_a_broken_file_is_made_again(beside: Path) -> None:
    wanted = world.provinces()
    (kept,) = beside.glob("provinces.*")
    kept.write_bytes(b"torn")
    assert world.provinces() == wanted
    assert kept.stat().st_size > 1000


def test_nothing_is_written_where_no_bytecode_is(beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert world.provinces()
    assert not beside.exists()
