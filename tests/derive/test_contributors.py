"""Lists of who serves in a country: the state that labels an entry is whose forces the entry tells of."""

from __future__ import annotations

import pytest

from .reading import facts

_ITEMS = "FRANCE – 2,000 troops; a battalion of 900 is landing this week.\n\nITALY – up to 2,450 soldiers."


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("Following are the main contributions to the United Nations force in Lebanon:", "Lebanon"),
        ("Countries that have pledged troops for the UN force in Lebanon:", "Lebanon"),
        ("Troop pledges for the mission in Mali by country:", "Mali"),
        ("What each ally has sent to Latvia:", "Latvia"),
    ],
)
def test_states_label_entries_of_who_serves_in_a_country(line: str, where: str) -> None:
    found = facts(f"BEIRUT, Sept 12 (Wire) - More states have offered soldiers.\n\n{line}\n\n{_ITEMS}")
    assert {(f["type"], *f["actors"], f["n"][1], f.get("place")) for f in found} == {
        ("deployment", "FRA", 900, None), ("strength", "FRA", 2000, where), ("strength", "ITA", 2450, where)
    }  # fmt: skip


def test_under_any_other_heading_labels_say_where() -> None:
    found = facts(f"Where Kenya's soldiers are\n\nKenya has troops abroad.\n\n{_ITEMS}")
    assert {tuple(f["actors"]) for f in found} == {("KEN",)}
