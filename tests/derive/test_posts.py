"""Bases, garrisons and missions as news tells of them: who hands over what, where it lies, what is told again."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In May AMISOM handed over six FOBs in Somalia to the army.",
         [{"type": "base_handover", "n": (6, 6, "exact", "bases"), "actors": {"AU"}}]),
        ("The Bundeswehr gave back its TOB in Gao in May.", [{"type": "base_handover", "place": "Gao"}]),
        ("The UN drawdown went on with the Bulogol forward operating base (FOB) handed to the Somali army in May.",
         [{"type": "withdrawal"},
          {"type": "base_handover", "place": "Bulogol forward operating base", "against": {"SOM"}}]),
        ("UN troops shut the Bulogol operating base in Somalia.",
         [{"type": "base_closure", "place": "Bulogol operating base"}]),
    ],
)  # fmt: skip
def test_sites_by_their_short_names(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UN troops on Monday gave their camp at Diabaly in Mali to the army. They will be flown home in the coming "
         "weeks following the handover of the camp.",
         [{"type": "base_handover", "place": "Diabaly"}, {"type": "withdrawal", "status": "planned"}]),
        ("UN troops gave their camp at Gao in Mali to the army on Monday. It was the fifth base handed over since May.",
         [{"type": "base_handover", "place": "Gao"}]),
    ],
)  # fmt: skip
def test_a_base_that_is_told_of_again_is_one_fact(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Camp Lemonnier is France's largest base outside France, with nearly 2,000 troops.",
         [{"type": "strength", "place": "Camp Lemonnier"}]),
        ("Kenya: Britain maintains its largest African base outside of its borders in Kenya.",
         [{"type": "presence", "place": "Kenya"}]),
        ("Germany will keep a base in Niger, and it already has one at Gao in Mali.",
         [{"type": "presence", "place": "Niger", "status": "planned"}, {"type": "presence", "place": "Gao"}]),
        ("Djibouti hosts a French garrison and provides facilities for ships off Somalia's coast.",
         [{"type": "presence", "place": "Djibouti", "actors": {"FRA"}}]),
        ("The army keeps control of the bridges at Kherson.", [{"type": "presence", "place": "Kherson"}]),
    ],
)  # fmt: skip
def test_where_a_force_is(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The French parliament extended the Mali mission until June.",
         [{"type": "mission_continuation", "actors": {"FRA"}, "place": "Mali"}]),
        ("The Dutch cabinet extends its Iraq mission until 2026.",
         [{"type": "mission_continuation", "actors": {"NLD"}, "place": "Iraq"}]),
        ("Danes served in Bosnia within the framework of the IFOR mission that ended in 1996.",
         [{"type": "mission_end", "actors": {"NATO"}}, {"type": "presence", "actors": {"DNK"}}]),
        ("The mission's mandate is to advise, support and train the Somali army in Mogadishu.", []),
    ],
)  # fmt: skip
def test_whose_mission_it_is(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France has four bases in Gabon, two in Chad and one in Djibouti.",
         [{"type": "strength", "place": "Gabon", "n": (4, 4, "exact", "bases")},
          {"type": "strength", "place": "Chad", "n": (2, 2, "exact", "bases")},
          {"type": "strength", "place": "Djibouti", "n": (1, 1, "exact", "bases")}]),
        ("Britain uses three naval facilities in Oman as well as two in Bahrain.",
         [{"type": "strength", "place": "Oman"}, {"type": "strength", "place": "Bahrain"}]),
        ("Britain uses three sports facilities in Oman.", []),
        ("The French army has a permanent presence at 145 sites in 42 countries.", []),
    ],
)  # fmt: skip
def test_counted_sites(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


def test_a_numbered_line_with_a_name_opens_a_section() -> None:
    text = "British bases overseas\n\n(1) Gibraltar\nThe navy has a dockyard on the Rock.\n\n(2) Belize\nSome 30 British soldiers remain.\n"
    assert [f["place"] for f in facts(text) if f["type"] == "strength"] == ["Belize"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NATO ended its mission in Iraq on Monday, ending its deployment there.", ["mission_end"]),
        ("The president authorised U.S. forces in Somalia to carry out raids.", []),
    ],
)
def test_what_is_no_fact_of_its_own(text: str, wanted: list[str]) -> None:
    assert sorted(f["type"] for f in facts(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France has troops in countries such as Mali and Chad.",
         [{"type": "presence", "place": "Mali"}, {"type": "presence", "place": "Chad"}]),
        ("The UK has bases in places like Cyprus, Brunei and the Falkland Islands.",
         [{"type": "presence", "place": "Cyprus"}, {"type": "presence", "place": "Brunei"},
          {"type": "presence", "place": "Falkland Islands"}]),
        ("French troops behaved like Britons in Mali.", []),
        ("US forces left Manas in Kyrgyzstan. They had a garrison in the former Soviet republic.",
         [{"type": "withdrawal", "place": None}, {"type": "presence", "place": "Kyrgyzstan"}]),
    ],
)  # fmt: skip
def test_places_given_as_examples(text: str, wanted: list[Fact]) -> None:
    assert [(w["type"], w.get("place")) for w in wanted] == [(f["type"], f.get("place")) for f in facts(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UN peacekeepers completed their deployment along the Lebanese border.", ["deployment"]),
        ("EUFOR has completed its mandate in Bosnia.", ["mission_end"]),
        ("The French-led battlegroup at Cincu became the third battlegroup to pass its test.", []),
        ("A parade marked the transfer of command from the 3rd Brigade to the 5th Brigade in Latvia.", []),
        ("China has moved on to building barracks on Woody Island.", ["base_opening"]),
        ("China is building military infrastructure on Fiery Cross Reef.", ["base_opening"]),
        ("The airfield at Kant can house up to three Russian regiments.", []),
        ("The council welcomed the Disengagement of Forces Agreement that Israel and Syria obey.", []),
        ("From Nairobi, Kenyan soldiers are deploying to bolster units in Baidoa in Somalia.", ["deployment"]),
    ],
)
def test_acts_that_are_one_fact_or_none(text: str, wanted: list[str]) -> None:
    assert [f["type"] for f in facts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The military leaders of Niger, Mali and Burkina Faso signed a defence agreement in Niamey.",
         [{"type": "agreement", "actors": {"NER", "MLI", "BFA"}}]),
        ("The presidents of Kenya, Uganda and Rwanda signed a mutual defence pact in Kigali.",
         [{"type": "agreement", "actors": {"KEN", "UGA", "RWA"}}]),
        ("Niger has cancelled its military agreement with the United States. It also cancelled defence agreements "
         "with France and forced this country to withdraw its forces.",
         [{"type": "agreement", "actors": {"NER", "USA"}}, {"type": "agreement", "actors": {"NER", "FRA"}},
          {"type": "withdrawal", "actors": {"FRA"}}]),
        ("The UN force in Mali is not authorised to undertake offensive operations.",
         [{"type": "ground_operation", "status": "denied"}]),
        ("Houthi fighters seized Dhubab in Yemen, giving them control of the strait at Bab al-Mandab.",
         [{"type": "ground_operation", "place": "Dhubab"}]),
        ("Houthi fighters retook control of Marib in Yemen.", [{"type": "ground_operation", "place": "Marib"}]),
        ("British ministers announced the sale of 35 army sites.", []),
    ],
)  # fmt: skip
def test_deals_and_ground(text: str, wanted: list[Fact]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Japanese troops will begin regular deployments in northern Australia.", ["deployment"]),
        ("The last American advisers left Ain al-Asad Air Base in Iraq, transferring full administration of the base "
         "to Iraqi forces.", ["base_handover"]),
        ("Ukraine placed the 5th Brigade under the command of the marines.", ["restructuring"]),
    ],
)  # fmt: skip
def test_what_passes_and_what_begins(text: str, wanted: list[str]) -> None:
    assert [f["type"] for f in facts(text)] == wanted
