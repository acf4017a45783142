"""Passages are read right as often as when they were last worked on."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.passages import passages

from .floors import FLOORS
from .judging import judge

_HERE = Path(__file__).parent
pytestmark = pytest.mark.learnt


def test_every_file_has_a_floor() -> None:
    assert {p.stem for p in _HERE.glob("*.txt")} == set(FLOORS)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_passages_are_read_right(name: str) -> None:
    read = judge(passages(_HERE / f"{name}.txt"))
    assert read.f1 >= FLOORS[name], [lines[0] for _, lines in read.wrong[:5]]


def test_what_the_notation_lacks_is_told_with_the_file_and_the_head(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("@ 2013-04-09 agency\nSoldiers left.\n= withdrawal TCD n=some\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.txt, '2013-04-09 agency': not a number"):
        list(passages(path))


def test_a_passage_is_judged_by_type_places_and_number_and_then_by_its_slots(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "@ 2025-06-12 agency copy\nKenya withdrew 300 soldiers from Somalia on Monday.\n"
        "= withdrawal ETH origin=Somalia n=300 status=completed\n? strength - place=Somalia\n",
        encoding="utf-8",
    )
    read = judge(passages(path))
    assert (read.wanted, read.given, read.met, read.right) == (1, 1, 1, 0)
    assert read.wrong[0][1][0].startswith("wrong actors")
