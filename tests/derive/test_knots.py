"""Words that the mending of a tree hangs on each other in a ring: the reading ends all the same."""

from __future__ import annotations

from datetime import date

from posture.derive.extract.engine import extract
from posture.derive.extract.language.knots import is_knot


def test_a_ring_is_known() -> None:
    assert is_knot((1, 2, 1))
    assert not is_knot((1, 2, 2))


def test_how_strong_a_force_is_ties_no_knot() -> None:
    text = (
        "French troops completed their withdrawal in December; the Americans, about 1,000 strong, handed Base 101 in "
        "the capital of Niger to the Nigeriens in 2024."
    )
    found = {d.type_code: set(d.actors) for d in extract(text, date(2026, 1, 14)).drafts}
    assert found["base_handover"] == {"USA"}
