"""What a clause of being or including says of an act: over which places it extends, who and how many moved."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

ON = date(2025, 6, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "French troops began to leave Mali in June. The withdrawal included the bases in Kidal and Menaka.",
            {("withdrawal", "Kidal"), ("withdrawal", "Ménaka")},
        ),
        (
            "Britain will close camps in Germany. The closures will affect the barracks in Paderborn and Bielefeld.",
            {("base_closure", "Paderborn"), ("base_closure", "Bielefeld")},
        ),
        ("French troops began to leave Mali in June. The withdrawal involved risks and 400 lorries.", set()),
    ],
)
def test_an_act_extends_over_the_places_that_it_includes(text: str, expected: set[tuple[str, str]]) -> None:
    second = text.index(". ") + 1
    found = extract(text, date(2022, 8, 1)).drafts
    assert {
        (d.type_code, d.main_place.place.name) for d in found if d.start > second and d.main_place is not None
    } == expected


@pytest.mark.parametrize(
    ("text", "actor", "number", "status"),
    [
        ("The last to leave Bagram were 40 engineers of the German army.", "DEU", 40, "completed"),
        ("Among the forces that Britain has sent to Estonia are 850 soldiers.", "GBR", 850, "completed"),
        ("Hundreds of troops are among the forces that Italy has sent to Niger.", "ITA", 100, "completed"),
        ("The artillery that Turkey has sent to Libya is well manned.", "TUR", None, "completed"),
    ],
)
def test_who_moves_may_be_named_beside_a_verb_of_being(text: str, actor: str, number: int | None, status: str) -> None:
    [found] = [d for d in extract(text, ON).drafts if d.type_code in {"deployment", "withdrawal"}]
    assert (found.actors, found.quantity and found.quantity.low, found.status) == ((actor,), number, status)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        # what was planned has come to pass where it begins or ends
        ("Kenya began a planned withdrawal of its soldiers from Moba.", "withdrawal", "ongoing"),
        ("Kenya's navy completed a scheduled exercise with Oman off Mombasa.", "exercise", "completed"),
        # who may refuse has not refused
        ("Kenya may refuse to withdraw its soldiers from Moba.", "withdrawal", "considered"),
        ("Kenya refused to withdraw its soldiers from Moba.", "withdrawal", "denied"),
        # the purpose of what lies ahead, the way of those who are still to go
        ("Kenya will send two warships to step up patrols off Mombasa.", "patrol", "planned"),
        ("Kenya sent two warships to step up patrols off Mombasa.", "patrol", "ongoing"),
        ("Kenyan soldiers leaving Moba will be paid by Zambia.", "withdrawal", "planned"),
        ("Kenyan soldiers leaving Moba were paid by Zambia.", "withdrawal", "completed"),
        ("Kenya is bound by the treaty with Oman regarding the establishment of a Kenyan base in Salalah.", "base_opening", "planned"),
    ],
)  # fmt: skip
def test_how_far_an_act_is_by_the_words_beside_it(text: str, kind: str, status: str) -> None:
    assert [d.status for d in extract(text, ON).drafts if d.type_code == kind] == [status]
