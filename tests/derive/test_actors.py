"""Whose posture it is, by the grammar: who moves, acts, is hit, gives and takes; what short forms point back to."""

from __future__ import annotations

import pytest

from posture.derive.extract.geography.spot import Spotter
from posture.derive.extract.language.vocabulary import vocabulary

from .reading import facts


def actors(text: str, type_code: str) -> list[set[str]]:
    return [f["actors"] for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        ("Mali asked the United Nations to withdraw its peacekeepers from Timbuktu.", "withdrawal", {"UN"}),
        ("The opposition in Tbilisi demanded that Russian troops leave Abkhazia.", "withdrawal", {"RUS"}),
        ("Armenia accused the Azerbaijani army of entering the town of Jermuk.", "deployment", {"AZE"}),
        ("Poland hosts around 10,000 American soldiers.", "strength", {"USA"}),
        ("Washington told Seoul that it would keep 28,500 troops in South Korea.", "strength", {"USA"}),
        ("Tokyo deployed missile units to Ishigaki, the island's mayor said.", "deployment", {"JPN"}),
        ("The camp at Mazar-i-Sharif was handed over by the German army to Afghan forces.", "base_handover", {"DEU"}),
        (
            "Two Pakistani soldiers were killed when militants attacked a checkpoint in Bannu.",
            "attack_on_force",
            {"PAK"},
        ),
        (
            "American soldiers train in Peru. Colombia's defence minister said that 3,000 soldiers would be sent to Cali.",
            "deployment",
            {"COL"},
        ),
        ("A defence pact between Ankara and Mogadishu was ratified in July.", "agreement", {"TUR", "SOM"}),
        ("Indian and Sri Lankan warships held manoeuvres off Trincomalee.", "exercise", {"IND", "LKA"}),
        ("Tanks of Mongolia and Kazakhstan opened joint manoeuvres at Almaty.", "exercise", {"MNG", "KAZ"}),
        ("The withdrawal of Dutch forces from Mali was completed in May.", "withdrawal", {"NLD"}),
    ],
)
def test_the_actor_is_whom_the_grammar_makes_it(text: str, type_code: str, who: set[str]) -> None:
    assert actors(text, type_code) == [who]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        ("NATO has a base at Pristina. The alliance sent 300 soldiers to Mitrovica.", "deployment", {"NATO"}),
        (
            "The guerrillas of the ELN hold Arauquita. Colombia said on Monday that the army had sent 300 soldiers to "
            "Arauca.",
            "deployment",
            {"COL"},
        ),
        ("Ethiopian troops entered Luuq. They left Luuq on Friday, residents said.", "withdrawal", {"ETH"}),
        ("French soldiers have long been in Niger. The parliament voted to expel foreign troops.", "withdrawal", {"FRA"}),
        ("Two Syrian rebels and Turkish soldiers are in Afrin. The rebels raided Azaz.", "ground_operation", {"SYRIAN REBELS"}),
    ],
)  # fmt: skip
def test_short_forms_point_back_to_a_force_that_they_can_mean(text: str, type_code: str, who: set[str]) -> None:
    assert who in actors(text, type_code)


def test_a_relative_clause_speaks_of_its_own_antecedent() -> None:
    text = "Colombia fears the ELN, which operates in Arauca, and the Clan del Golfo, which operates in Turbo."
    assert actors(text, "presence") == [{"ELN"}, {"CLAN DEL GOLFO"}]


@pytest.mark.parametrize(
    ("text", "short", "code"),
    [
        ("Fighters of the Liberation Front of Zubaria (LFZ) hold the pass.", "LFZ", "LFZ"),
        ("The Australian Defence Force (ADF) moved tanks. The ADF has more.", "ADF", "AUS"),
        ("The Royal Bahamas Defence Force (RBDF) sent a patrol boat.", "RBDF", "BHS"),
        ("The rebel Alliance of Zubarian Patriots (AZP) hold the pass.", "AZP", "AZP"),
        ("The World Food Programme (WFP) fed them.", "WFP", None),
        ("The Army Chief of Staff (COAS) spoke.", "COAS", None),
    ],
)
def test_a_force_that_the_text_introduces_bears_its_short_form(text: str, short: str, code: str | None) -> None:
    found = {x.name: x.code for x in Spotter(text, vocabulary(), {}).introduced}
    assert found.get(short) == code


def test_companies_are_no_forces() -> None:
    assert facts("Chinese companies opened a port at Chancay in Peru.") == []


LAIKIPIA = "American trainers in Kenya\n\nThe U.S. Army runs a training area at Laikipia, where U.S. Marines shoot too."


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # The army, the junta, the ministry are those of the country where the text plays.
        (
            "BAMAKO - A Chinese delegation visited Mali. Mali has fought jihadists since 2012.\n\n"
            "The army withdrew from Boulkessi in northern Mali on Monday.",
            "withdrawal",
            {"MLI"},
        ),
        (
            "Norway's defence minister was in Oslo.\n\nThe ministry said that it would close the garrison at Porsanger.",
            "base_closure",
            {"NOR"},
        ),
        # Of whom it is denied that they came, the text speaks no more.
        (
            "Peru's army holds posts on the river. Reports that a Chilean contingent had landed in Tacna are false.\n\n"
            "The navy will set up a river post at Iquitos.",
            "base_opening",
            {"PER"},
        ),
        # A movement that fights in one country says where a text plays.
        (
            "Two aircraft of the Tamil Tigers were shot down over Colombo. India offered doctors.\n\n"
            "Soldiers pushed into Vavuniya.",
            "deployment",
            {"LKA"},
        ),
        # With a capital it is the guests'.
        (LAIKIPIA + "\n\nThe Army sent two more companies to Laikipia in May.", "reinforcement", {"USA"}),
        # A mission that reports on itself has no other name.
        (
            "Report of the Secretary-General on Abyei\n\n4. French and Malian officers met. In May, the Mission opened "
            "a base at Goli.",
            "base_opening",
            {"UN"},
        ),
        # Two of a kind.
        (
            "Troops of Ecuador and Peru fought in the Cordillera del Condor for weeks.\n\n"
            "In May the two countries withdrew their troops from the Cenepa valley.",
            "withdrawal",
            {"ECU", "PER"},
        ),
        # Whose they are, not where.
        ("Britain closed its Cypriot garrison at Polemidia in 1998.", "base_closure", {"GBR"}),
        # A dateline is where the story was filed.
        ("LUANDA, May 4 (ANG) - Tanks of Zambia crossed into Angola on Friday.", "deployment", {"ZMB"}),
        # Who speaks is named before.
        ("Along the border Moldova said it had sent two battalions to Palanca.", "deployment", {"MDA"}),
        ("A battalion of the Belgian army, more than 500 soldiers, is stationed at Cincu.", "strength", {"BEL"}),
    ],
)
def test_short_forms_mean_whom_the_text_is_about(text: str, type_code: str, who: set[str]) -> None:
    assert who in actors(text, type_code)


def test_a_short_name_that_two_forces_share_is_the_nearer_one() -> None:
    text = "Australia keeps a base at Tindal. The ADF sent 300 soldiers to Darwin in northern Australia."
    assert actors(text, "deployment") == [{"AUS"}]


def test_a_new_unit_is_its_senders_not_its_hosts() -> None:
    text = "Paris has 500 soldiers in Estonia. Germany plans to station a whole brigade in Lithuania."
    assert [f["actors"] for f in facts(text)] == [{"FRA"}, {"DEU"}]


def test_a_weapon_named_as_a_force_is_does_not_strike() -> None:
    assert actors("Pakistan's military fired two Fatah-1 missiles at a depot in Amritsar.", "strike") == [{"PAK"}]


def test_what_somebody_brought_is_his_where_it_still_is() -> None:
    found = facts("A Typhon missile launcher that the US Army brought to Ilocos Norte in April 2024 is still there.")
    assert [f["actors"] for f in found if f["type"] == "presence"] == [{"USA"}]


def test_behind_a_clause_that_ends_in_a_town_the_next_name_acts() -> None:
    found = facts("Two years after Russian troops withdrew from Kherson, Ukraine still holds the city.")
    assert {f["type"]: f["actors"] for f in found} == {"withdrawal": {"RUS"}, "presence": {"UKR"}}
