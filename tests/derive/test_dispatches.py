"""What agency dispatches tell in passing: who was murdered, that not one is there, who flew in, of which land it is."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

ATTACK, PRESENCE, COMES, COUNT = "attack_on_force", "presence", "deployment", "strength"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Two Spanish soldiers were murdered in Herat.",
            [{"type": ATTACK, "actors": {"ESP"}, "place": "Herat", "n": (2, 2, "exact", "killed")}],
        ),
        (
            "Militiamen murdered four Kenyan soldiers near Kismayo.",
            [{"type": ATTACK, "actors": {"KEN"}, "place": "Kismayo", "n": (4, 4, "exact", "killed")}],
        ),
        (
            "The pullout began after six Italian marines were massacred in Bunia.",
            [{"type": ATTACK, "actors": {"ITA"}, "place": "Bunia", "n": (6, 6, "exact", "killed")}],
        ),
        (
            "Three Polish soldiers were butchered at Ghazni by Taliban.",
            [{"type": ATTACK, "actors": {"POL"}, "place": "Ghazni", "against": {"TALIBAN"}}],
        ),
        (
            "There is not one Russian soldier in Libya, the minister said.",
            [{"type": PRESENCE, "actors": {"RUS"}, "place": "Libya", "status": "denied"}],
        ),
        (
            "Not one Chadian soldier remains in Bangui, the general said.",
            [{"type": PRESENCE, "actors": {"TCD"}, "place": "Bangui", "status": "denied"}],
        ),
        (
            "Spain has 400 soldiers in Mali; its last battalion flew in on Thursday.",
            [
                {"type": COUNT, "actors": {"ESP"}, "place": "Mali", "n": (400, 400, "exact", "personnel")},
                {"type": COMES, "actors": {"ESP"}, "destination": "Mali", "dates": ("2025-06-12", "2025-06-12")},
            ],
        ),
        (
            "Kenya has 90 soldiers in Juba. The last of them moved in yesterday.",
            [
                {"type": COUNT, "actors": {"KEN"}, "place": "Juba"},
                {"type": COMES, "actors": {"KEN"}, "destination": "Juba", "dates": ("2025-06-11", "2025-06-11")},
            ],
        ),
        (
            "American-led force ends its Haiti mission\n\nThe United States handed over its task on Friday, American "
            "officers said. In the United States the news went unnoticed. Chile has 400 soldiers in the capital.",
            [{"type": COUNT, "actors": {"CHL"}, "place": "Port-au-Prince", "n": (400, 400, "exact", "personnel")}],
        ),
    ],
)
def test_dispatches(text: str, wanted: list[Fact]) -> None:
    told = {w["type"] for w in wanted}
    assert not missing(wanted, [f for f in facts(text) if f["type"] in told])
