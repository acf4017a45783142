"""Who a band of a country is, and where those go who are sent to do something there."""

from __future__ import annotations

from datetime import date

import pytest

from posture import lexicon
from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract

DAY = date(2020, 12, 31)


def _first(text: str, kind: str) -> Draft | None:
    return next((d for d in extract(text, DAY).drafts if d.type_code == kind), None)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Burundian rebel fighters have withdrawn from Ngozi.", "BURUNDIAN REBELS"),
        ("A Colombian guerrilla group has withdrawn its men from Arauca.", "COLOMBIAN GUERRILLAS"),
        ("Malian separatist forces have withdrawn from Kidal.", "MALIAN SEPARATISTS"),
        ("Libyan militia forces have withdrawn from Sirte.", "LIBYAN MILITIAS"),
        ("The Colombian guerrilla group FARC has withdrawn its men from Arauca.", "FARC"),
        ("Hezbollah, the Lebanese militant group, has withdrawn its men from Aleppo.", "HEZBOLLAH"),
        ("Yemeni government forces have withdrawn from Hodeidah.", "YEM"),
    ],
)
def test_a_country_s_rebels_are_not_its_army(text: str, actor: str) -> None:
    made = _first(text, "withdrawal")
    assert made is not None and made.actors == (actor,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chad sent soldiers to secure the crossing near Mora.", "Mora"),
        ("The army sent two battalions to help defend Kobani.", "Kobani"),
        ("Turkey dispatched a brigade to retake Kirkuk.", "Kirkuk"),
        ("The U.S. sent 40 marines to Juba to protect its embassy in South Sudan.", "Juba"),
    ],
)
def test_an_errand_says_where_those_go_who_are_sent(text: str, place: str) -> None:
    made = _first(text, "deployment")
    assert made is not None and made.destination is not None and made.destination.place.name == place


def test_troops_sent_to_secure_a_base_open_none() -> None:
    assert _first("Chad has sent troops to secure a United Nations base in Bol.", "base_opening") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The UN will set up a camp in Jonglei's Nyirol County.", "Nyirol County"),
        ("The UN will set up a camp in Wau Town in South Sudan.", "Wau"),
    ],
)
def test_a_county_of_a_state_is_the_nearer_place(text: str, place: str) -> None:
    made = _first(text, "base_opening")
    assert made is not None and made.place is not None and made.place.place.name == place


def test_the_capital_of_a_bearing_is_not_there() -> None:
    text = (
        "Mali's army sent a company to the village of Ber, about 50 km east of the regional capital, Timbuktu. "
        "It has 200 men there."
    )
    made = _first(text, "strength")
    assert made is not None and made.place is not None and made.place.place.name == "Ber"


def test_a_rebel_who_yells_speaks_of_his_own_side() -> None:
    text = 'Colombian guerrillas held Saravena. "We pulled out of Saravena last night," one of the fighters shouted.'
    made = _first(text, "withdrawal")
    assert made is not None and made.actors == ("COLOMBIAN GUERRILLAS",)


@pytest.mark.parametrize(("name", "meant"), [("Bujumbura", "Bujumbura"), ("Rangoon", "Yangon"), ("Peking", "Beijing")])
def test_a_former_capital_is_a_town_of_its_own(name: str, meant: str) -> None:
    assert lexicon.names().places[name][0].name == meant


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Danish soldiers entered Afghanistan's southern Helmand province.", "Helmand"),
        ("Korean soldiers entered Iraq's northern city of Irbil.", "Erbil"),
        ("The army entered Pakistan's North Waziristan.", "North Waziristan"),
        ("The army entered Nigeria's north-eastern Borno state.", "Borno"),
        ("Burundian troops entered the Somali capital Mogadishu.", "Mogadishu"),
        ("French troops entered Mali's north.", "Mali's north"),
        ("The army entered northern Mali.", "northern Mali"),
    ],
)
def test_a_side_of_a_country_only_describes_the_name_behind_it(text: str, place: str) -> None:
    made = _first(text, "deployment")
    assert made is not None and made.destination is not None and made.destination.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Congolese rebels withdrew from Goma on Saturday. Fighters of the M23 rebel group were seen at the airport.",
        "Rebels withdrew from Goma, in eastern Congo. The M23 rebels had taken it in January.",
    ],
)
def test_rebels_are_the_one_group_that_the_text_calls_so(text: str) -> None:
    made = _first(text, "withdrawal")
    assert made is not None and made.actors == ("M23",)


def test_rebels_are_not_the_militants_of_another_group() -> None:
    made = _first("Syrian rebels withdrew from Homs. Hezbollah militants entered it.", "withdrawal")
    assert made is not None and made.actors == ("SYRIAN REBELS",)


def test_a_province_behind_a_village_only_holds_it() -> None:
    text = "American soldiers raided a house with local forces in Atmeh, in northwestern Idlib province, in Syria."
    made = _first(text, "ground_operation")
    assert made is not None and made.place is not None and made.place.place.name == "Atmeh"


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Ten fighters died in a US air strike on Jalalabad.", "USA", "Jalalabad"),
        ("The commander was killed in U.S. strikes on Bosaso on Friday.", "USA", "Bosaso"),
        ("Four gunmen were killed in a UK drone strike near Hodeidah.", "GBR", "Hodeidah"),
    ],
)
def test_a_state_s_initials_before_a_noun_are_no_place(text: str, actor: str, place: str) -> None:
    found = _first(text, "strike")
    assert found is not None and found.actors == (actor,)
    assert found.place is not None and found.place.place.name == place


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Iraq said the coalition had handed over Ain al-Asad base.", "base_handover", "COALITION"),
        ("Syria: the coalition withdrew from al-Shaddadi on Sunday.", "withdrawal", "COALITION"),
        ("Drones target base near Erbil", "attack_on_force", "IRQ"),
    ],
)
def test_in_iraq_and_syria_the_coalition_needs_no_full_name(text: str, kind: str, who: str) -> None:
    made = _first(text, kind)
    assert made is not None and made.actors == (who,)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The force reached Bardai, near the border with Libya, and Chadian men are now there.", "presence", "Bardai"),
        ("Wagner left Timbuktu in May, and Malian troops are now there.", "presence", "Timbuktu"),
        ("China landed troops on the South China Sea island of Thitu.", "deployment", "Thitu Island"),
    ],
)
def test_where_a_place_lies_is_another_place(text: str, kind: str, place: str) -> None:
    made = _first(text, kind)
    where = made and (made.place or made.destination)
    assert where is not None and where.place.name == place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A missile was shot down before it crossed into Poland.", "deployment"),
        ("The Houthis said they had hit the frigate and her escorts in the Red Sea.", "patrol"),
    ],
)
def test_missiles_and_escorts_that_are_hit_do_nothing_else(text: str, kind: str) -> None:
    assert _first(text, kind) is None


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Soldiers in Gabon seized Libreville airport. The African Union condemned it.", "ground_operation", "GAB"),
        ("Troops sealed off Niamey airport. Ecowas said it was sending 600 troops.", "ground_operation", "NER"),
        ("The disengagement at Petrivske in Ukraine did not begin, the OSCE said.", "withdrawal", "UKR"),
    ],
)
def test_soldiers_are_of_no_mission_to_which_the_text_only_comes_later(text: str, kind: str, who: str) -> None:
    made = _first(text, kind)
    assert made is None or made.actors == (who,)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Libya's army left Sirte, but bandits control Bani Walid.", "presence", "BANDITS"),
        ("Nigerian soldiers destroyed three camps in Sambisa on Friday.", "ground_operation", "NGA"),
        ("Nigerian jets destroyed three camps in Sambisa on Friday.", "strike", "NGA"),
    ],
)
def test_bands_hold_ground_and_men_on_foot_burn_camps(text: str, kind: str, who: str) -> None:
    made = _first(text, kind)
    assert made is not None and made.actors == (who,)
