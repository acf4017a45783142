"""Official statements: who "we" and "the Mission" are, whose men a pact moves, when what is asked for is to be."""

from __future__ import annotations

from datetime import date

import pytest

from .reading import Fact, facts, read


def _of(text: str, type_code: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # A report to the Security Council need not name the mission of which it tells.
        (
            "During the period under review, the Nepalese contingent was repatriated. The Mission closed its base "
            "at Golo, and the Mission opened a team site in Menawashei.",
            "base_closure",
            {"UN"},
        ),
        # A statement is its issuer's, by its title, whatever else it tells of first.
        (
            "Statement by the Ministry of Defence of the Republic of Chad\n\nThe withdrawal of the French forces from "
            "Faya began on Tuesday. Our Armed Forces have deployed to Adre.",
            "deployment",
            {"TCD"},
        ),
        # Who once was "we" stays so, though others are named.
        (
            "We had 1,100 American soldiers in Niger. The base was handed to the Nigerien authorities. "
            "We have 90 service members in Ghana.",
            "strength",
            {"USA"},
        ),
        # A group's statement is the group's.
        (
            "The fighters of the Azawad Liberation Front attacked the Malian army near Tessalit. "
            "Our units withdrew from the town of Ber on 20 May.",
            "withdrawal",
            {"FLA"},
        ),
        (
            "The representative of South Sudan said his country had pulled its soldiers out of Agok.",
            "withdrawal",
            {"SSD"},
        ),
        # A pact of two moves the guest's men, where so many are counted.
        ("Japan and the United States agreed to relocate 4,000 Marines from Okinawa to Guam.", "relocation", {"USA"}),
        ("India and China agreed to withdraw their troops from Depsang.", "withdrawal", {"IND", "CHN"}),
        # Whoever is part of a force is not that force.
        ("The battalion that Ghana had in Marjayoun as part of the UN force left in May.", "withdrawal", {"GHA"}),
        ("Rafale fighters flew to Leh in India on Tuesday.", "deployment", {"IND"}),
    ],
)
def test_who(text: str, type_code: str, who: set[str]) -> None:
    found = _of(text, type_code)
    assert found
    assert all(f["actors"] == who for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Malian junta demanded the departure of foreign troops from Gao.",
        "No foreign force is present in the Strait of Hormuz, the Iranian commander said.",
    ],
)
def test_foreigners_are_not_their_hosts(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "type_code", "n"),
    [
        ("France sent two Mirage fighters to Jordan.", "deployment", (2, 2, "exact", "aircraft")),
        ("India has 1.2 lakh troops in Jammu and Kashmir.", "strength", (120_000, 120_000, "exact", "personnel")),
        (
            "Twelve BrahMos-armed Su-30MKI jets have been shifted from Pune to Thanjavur.",
            "relocation",
            (12, 12, "exact", "aircraft"),
        ),
    ],
)
def test_how_many(text: str, type_code: str, n: tuple[int, int, str, str]) -> None:
    assert [f["n"] for f in _of(text, type_code)] == [n]


def test_further_men_are_counted() -> None:
    text = "Kenya sent 500 soldiers to Haiti. It has authorised the dispatch of a further 200 to Port-au-Prince."
    assert [f["n"][0] for f in _of(text, "deployment")] == [500, 200]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Al-Shabaab attacked an AU base at Bulo Marer, destroying two armoured vehicles.", ["attack_on_force"]),
        ("The delegate of Ghana recalled that its battalion had left Naqoura.", ["withdrawal"]),
        ("Turkey keeps troops in Cyprus in defiance of the 1960 treaty.", ["presence"]),
        ("M23 rebels took the town of Sake in January and hold it to this day.", ["ground_operation", "presence"]),
    ],
)
def test_what_is_told(text: str, types: list[str]) -> None:
    assert sorted(f["type"] for f in facts(text)) == types


def _days(text: str) -> list[tuple[date | None, date | None]]:
    return [(d.date_start, d.date_end) for d in read(text, date(2025, 5, 9)).drafts]


def test_what_is_asked_for_lies_ahead() -> None:
    text = "Chile asked Parliament to approve the dispatch of 300 soldiers to Haiti in July. A convoy was hit at Arica."
    assert _days(text)[0] == (date(2025, 7, 1), date(2025, 7, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Italy keeps 1,100 men in Lebanon as part of a mission that began in 1982.",
        "Turkey maintains 1,100 men in northern Iraq under Operation Claw-Lock, launched in April 2022.",
    ],
)
def test_a_level_is_not_as_old_as_its_mission(text: str) -> None:
    assert (date(2025, 5, 9), date(2025, 5, 9)) in _days(text)


def test_a_year_with_a_blank() -> None:
    assert _days("In [...] 2020, French forces opened a base in Gao.") == [(date(2020, 1, 1), date(2020, 12, 31))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A state's "they" strike; a group does not attack itself.
        ("British jets struck Tripoli. They hit a barracks near Bani Walid.", ("strike", {"GBR"})),
        ("Hezbollah struck Metula. It also targeted the Ramim barracks with rockets.", ("attack_on_force", {"ISR"})),
        # Whose barracks they are nobody says: it is the group's strike.
        ("Hezbollah targeted the Ramim barracks with rockets.", ("strike", {"HEZBOLLAH"})),
        ("The Rapid Support militia holds Wad Madani.", ("presence", {"RSF"})),
        ("Peru's government met. About 300 members of the Armed Forces were sent to Pataz.", ("deployment", {"PER"})),
    ],
)
def test_last_fact(text: str, wanted: tuple[str, set[str]]) -> None:
    last = facts(text)[-1]
    assert (last["type"], last["actors"]) == wanted


@pytest.mark.parametrize(
    ("text", "type_code", "high", "status"),
    [
        ("The Finnish force in Kosovo will be increased to 70 persons in August.", "strength_change", 70, "planned"),
        (
            "Ireland's contribution to UNIFIL in Lebanon, currently 340 soldiers, will continue until 2027.",
            "strength",
            340,
            "in_effect",
        ),
    ],
)
def test_levels(text: str, type_code: str, high: int, status: str) -> None:
    assert (type_code, high, status) in [(f["type"], f.get("n", (0, 0))[1], f["status"]) for f in facts(text)]
