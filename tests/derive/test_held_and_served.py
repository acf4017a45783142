"""Which places serve a force as its base, how much of a town it holds, and of which nations those are that are counted."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

PRESENCE, COUNT, TAKEN, COMES = "presence", "strength", "ground_operation", "deployment"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Gao and Menaka serve as forward bases for the French force.",
            [
                {"type": PRESENCE, "actors": {"FRA"}, "place": "Gao"},
                {"type": PRESENCE, "actors": {"FRA"}, "place": "Menaka"},
            ],
        ),
        (
            "Camp Lemonnier serves as a hub for American drones.",
            [{"type": PRESENCE, "actors": {"USA"}, "place": "Camp Lemonnier", "status": "in_effect"}],
        ),
        (
            "The port of Berbera served as a staging post for Emirati forces in 2018.",
            [{"type": PRESENCE, "actors": {"ARE"}, "place": "Berbera", "dates": ("2018-01-01", "2018-12-31")}],
        ),
        (
            "Akrotiri is used as a base for British jets over Iraq.",
            [{"type": PRESENCE, "actors": {"GBR"}, "place": "Akrotiri"}],
        ),
        (
            "Aviano and Sigonella are used as bases by American drones.",
            [
                {"type": PRESENCE, "actors": {"USA"}, "place": "Aviano"},
                {"type": PRESENCE, "actors": {"USA"}, "place": "Sigonella"},
            ],
        ),
        ("The school in Goma serves as a shelter for the displaced, and the army looks on.", []),
        (
            "Turkish troops occupy Afrin and half of Manbij.",
            [
                {"type": PRESENCE, "actors": {"TUR"}, "place": "Afrin"},
                {"type": PRESENCE, "actors": {"TUR"}, "place": "Manbij"},
            ],
        ),
        (
            "The rebels captured Goma and most of Bukavu on Friday.",
            [
                {"type": TAKEN, "actors": {"REBELS"}, "place": "Goma"},
                {"type": TAKEN, "actors": {"REBELS"}, "place": "Bukavu"},
            ],
        ),
        (
            "Houthi fighters hold Sanaa and much of Taiz.",
            [
                {"type": PRESENCE, "actors": {"HOUTHI"}, "place": "Sanaa"},
                {"type": PRESENCE, "actors": {"HOUTHI"}, "place": "Taiz"},
            ],
        ),
        (
            "Malian troops and mercenaries of the Russian company Wagner entered Menaka.",
            [{"type": COMES, "actors": {"MLI", "WAGNER"}, "destination": "Menaka"}],
        ),
        (
            "Syrian soldiers and fighters of the Lebanese group Hezbollah were flown into Deir ez-Zor.",
            [{"type": COMES, "actors": {"SYR", "HEZBOLLAH"}, "destination": "Deir ez-Zor"}],
        ),
        (
            "The mission consists of 3,400 Ugandans and Burundians in Mogadishu.",
            [{"type": COUNT, "actors": {"UGA", "BDI"}, "place": "Mogadishu", "n": (3400, 3400, "exact", "personnel")}],
        ),
        (
            "About 900 Germans and Danes serve in the force in Mali.",
            [{"type": COUNT, "actors": {"DEU", "DNK"}, "place": "Mali", "n": (900, 900, "about", "personnel")}],
        ),
    ],
)
def test_held_and_served(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text))
