"""Bases and garrisons: mechanisms that sentences made by plan have shown to be wanting."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

_ARMY = " The army gave no further details."


def _wanted(type_code: str, who: str, where: str, status: str = "completed", to: str = "") -> list[Fact]:
    made: Fact = {"type": type_code, "actors": {who}, "place": where, "status": status}
    return [made | ({"against": {to}} if to else {})]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The return of the airfield near Abeche to the Chadian army by Norway in March surprised many.",
            _wanted("base_handover", "NOR", "Abeche", to="TCD"),
        ),
        (
            "The dismantling of six outposts in Kunduz by Croatia began.",
            _wanted("base_closure", "HRV", "Kunduz", "ongoing"),
        ),
        ("Chile has ordered the closure of five bases in Jacmel.", _wanted("base_closure", "CHL", "Jacmel", "planned")),
        (
            "Oman gave the barracks in Socotra back to the Yemeni army in May.",
            _wanted("base_handover", "OMN", "Socotra", to="YEM"),
        ),
        (
            "Latvia handed over control of its camp in Bria to the Central African defence ministry.",
            _wanted("base_handover", "LVA", "Bria", to="CAF"),
        ),
        (
            "The Greek garrison in Prizren passed into the hands of the Kosovo police force last year.",
            _wanted("base_handover", "GRC", "Prizren"),
        ),
        (
            "Peru will sign six army posts near Goma over to the Congolese army.",
            _wanted("base_handover", "PER", "Goma", "planned", "COD"),
        ),
    ],
)
def test_who_gives_and_who_takes(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text + _ARMY))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The largest Greek base in Zamboanga, which shut down on Tuesday, had cost millions.",
            _wanted("base_closure", "GRC", "Zamboanga"),
        ),
        (
            "Reporters saw a camp in Gao, set up by the Danish army in 2019.",
            _wanted("base_opening", "DNK", "Gao"),
        ),
        ("Oman commissions a naval base in Aden\n\nNobody was told.", _wanted("base_opening", "OMN", "Aden")),
        (
            "A Norwegian field hospital in Palawan went into operation in May.",
            _wanted("base_opening", "NOR", "Palawan"),
        ),
        ("A plan by Chile to close its base in Gao in September was published on Monday.",
         [_wanted("base_closure", "CHL", "Gao", "planned")[0] | {"dates": ("2025-09-01", "2025-09-30")}]),
        ("Peru will formally close seven checkpoints in Mosul.",
         [_wanted("base_closure", "PER", "Mosul", "planned")[0] | {"n": (7, 7, "exact", "bases")}]),
        ("Oman said that it had installed a listening post near Kidal.", _wanted("base_opening", "OMN", "Kidal")),
    ],
)  # fmt: skip
def test_sites_set_up_and_given_up(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text + _ARMY))


@pytest.mark.parametrize(
    ("text", "who", "where", "status"),
    [
        ("The Chadian government holds the road to Abeche.", "TCD", "Abeche", "in_effect"),
        ("Bangui is held by Chile, residents said.", "CHL", "Bangui", "in_effect"),
        ("The governor denied that Bangui is under the control of Oman.", "OMN", "Bangui", "denied"),
        ("Croatia has soldiers stationed near Kandahar.", "HRV", "Kandahar", "in_effect"),
        ("Greek soldiers can be found in Kirkuk.", "GRC", "Kirkuk", "in_effect"),
        ("The Peruvian base in Prizren is still in use.", "PER", "Prizren", "in_effect"),
        ("The largest Danish base is in Gao.", "DNK", "Gao", "in_effect"),
        ("Norway flies drones from a base in Agadez.", "NOR", "Agadez", "in_effect"),
    ],
)
def test_who_is_where(text: str, who: str, where: str, status: str) -> None:
    assert not missing(_wanted("presence", who, where, status), facts(text + _ARMY))


@pytest.mark.parametrize(
    "text",
    [
        "If a Danish garrison is in Gao, that would be illegal.",
        "Twelve soldiers' homes in Gao were painted.",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert not facts(text + _ARMY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile has asked Georgia for a base in Batumi.", _wanted("base_opening", "CHL", "Batumi", "considered")),
        ("Oman is looking for land for a base in Ream.", _wanted("base_opening", "OMN", "Ream", "considered")),
        ("Latvia broke ground on a base in Gao in May.", _wanted("base_opening", "LVA", "Gao", "ongoing")),
        ("A Greek base is under construction in Arlit.", _wanted("base_opening", "GRC", "Arlit", "ongoing")),
        ("The presence of Greek soldiers in Goma was confirmed.", _wanted("presence", "GRC", "Goma", "in_effect")),
        ("The governor denied the presence of Greek soldiers in Goma.", _wanted("presence", "GRC", "Goma", "denied")),
        ("Peru's government closed a small camp in Ream.", _wanted("base_closure", "PER", "Ream")),
        (
            "Another base, in Kidal, was handed to the Malian army by Oman.",
            _wanted("base_handover", "OMN", "Kidal", to="MLI"),
        ),
        (
            "Chile opened a base in Baidoa in May. The base was inaugurated by the defence minister.",
            _wanted("base_opening", "CHL", "Baidoa"),
        ),
        (
            "Oman to close Goma base\n\nOman will close its base in Goma. “We will close it,” a general said.",
            _wanted("base_closure", "OMN", "Goma", "planned"),
        ),
    ],
)
def test_works_requests_and_what_is_told_twice(text: str, wanted: list[Fact]) -> None:
    assert not missing(wanted, facts(text + _ARMY))
