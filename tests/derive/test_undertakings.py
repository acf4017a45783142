"""Operations, missions and exercises that a text names itself."""

from __future__ import annotations

import pytest

from posture.derive.extract.forces.undertakings import undertakings

from .reading import facts


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("They joined Exercise Blue Lion 24. Blue Lion 24 ended.", [("exercise", "Blue Lion 24")] * 2),
        ("Calm Sea, a mission of 300 men, began. NATO's Calm Sea is over.", [("mission", "Calm Sea")] * 2),
        ("an operation codenamed Iron Hand", [("mission", "Iron Hand")]),
        ("the yearly Quiet River manoeuvres", [("exercise", "Quiet River")]),
        ("In the drill, Sharp Lance, 300 took part.", [("exercise", "Sharp Lance")]),
        ("the operation, which Paris began", []),
        ("The mission ended on Monday, an operation of many years.", []),
    ],
)
def test_a_name_is_known_where_the_text_says_what_it_names(text: str, named: list[tuple[str, str]]) -> None:
    found = undertakings(text, lambda start, end: False, lambda start, end: False)
    assert [(u.kind, u.name) for u in found] == named


def test_a_place_bears_the_name_of_a_drill_only_where_the_text_says_so() -> None:
    text = "Exercise Utrecht began. The troops came from Utrecht."
    found = undertakings(text, lambda start, end: False, lambda start, end: text[start:end] == "Utrecht")
    assert [u.start for u in found] == [9]


def test_a_named_mission_goes_on_and_ends() -> None:
    text = (
        "NATO's Calm Wind, a naval operation, began in May 2013 in the Gulf of Aden. "
        "Calm Wind was prolonged in December. In June 2014 Calm Wind drew to a close in the Gulf of Aden."
    )
    types = {f["type"] for f in facts(text)}
    assert {"mission_start", "mission_continuation", "mission_end"} <= types
