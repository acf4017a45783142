"""Where those who move were before, and whose they are: soldiers from a garrison, a site given up before they went, the
place that a clause is said of, a country that is no country of theirs."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing, states

GO, MOVE, LEAVE, MORE = "deployment", "relocation", "withdrawal", "reinforcement"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # their own noun says from where they set out
        (
            "Some 300 soldiers from Fort Hood are moving to Poland, the U.S. Army said.",
            [{"type": GO, "actors": {"USA"}, "origin": "Fort Hood", "destination": "Poland", "status": "ongoing"}],
        ),
        (
            "Paratroopers from Pskov have moved to Hama, the Russian defence ministry said.",
            [{"type": GO, "actors": {"RUS"}, "origin": "Pskov", "destination": "Hama", "status": "completed"}],
        ),
        # the country to which they go is not whose they are
        (
            "The parliament approved a bill that allows President Mauricio Macri to send 90 soldiers to Cyprus.\n\n"
            "Argentina's army has a battalion in Haiti.",
            [
                {"type": GO, "actors": {"ARG"}, "destination": "Cyprus", "n": (90, 90, "exact", "personnel")},
                {"type": "presence", "actors": {"ARG"}, "place": "Haiti"},
            ],
        ),
        (
            "French troops are leaving Niger. The contingent will return to France in June.",
            [{"type": LEAVE, "actors": {"FRA"}, "origin": "Niger"}],
        ),
        # what they did away with before they went
        (
            "German soldiers handed the camp at Kunduz to the Afghan army and flew to Mazar-i-Sharif.",
            [
                {"type": "base_handover", "actors": {"DEU"}, "place": "Kunduz"},
                {"type": MOVE, "actors": {"DEU"}, "origin": "Kunduz", "destination": "Mazar-i-Sharif"},
            ],
        ),
        (
            "Russian troops closed two posts near Palmyra and moved to Homs.",
            [
                {"type": "base_closure", "actors": {"RUS"}, "place": "Palmyra"},
                {"type": MOVE, "actors": {"RUS"}, "origin": "Palmyra", "destination": "Homs"},
            ],
        ),
        # others are no part of those before
        (
            "Kenya has withdrawn 200 soldiers from Kismayo and sent others to Garissa, its army said.",
            [
                {"type": LEAVE, "actors": {"KEN"}, "origin": "Kismayo", "n": (200, 200, "exact", "personnel")},
                {"actors": {"KEN"}, "destination": "Garissa"},
            ],
        ),
        # the place that a clause is said of
        (
            "Ukraine lost Bakhmut, where the 93rd Brigade was sent in 2022.",
            [{"type": GO, "actors": {"UKR"}, "destination": "Bakhmut"}],
        ),
        (
            "Camp Lemonnier in Djibouti, to which American commandos were moved in May, is a base in the Horn of Africa.",
            [{"type": MOVE, "actors": {"USA"}, "destination": "Camp Lemonnier"}],
        ),
    ],
)
def test_whence_and_whose(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        # of a town that is only where they trained, nothing moves
        ("German soldiers know the camp at Kunduz, where the Afghan army taught recruits.", GO),
        ("Soldiers from Kenya and Uganda mourned their dead in the camp.", GO),
        ("The town, to which the army's road leads, has 4,000 people.", MOVE),
    ],
)
def test_nobody_goes(text: str, type_code: str) -> None:
    assert not states(text, type_code, None, "")


def test_a_land_is_no_garrison() -> None:
    """ "Soldiers from Kenya": whose they are, and not whence they come."""
    assert "origin" not in facts("Soldiers from Kenya are moving to Goma, the UN mission said.")[0]
