"""Where a fact is whose sentence does not say: what the sentences before were about, and what they named in passing."""

from __future__ import annotations

import pytest

from .reading import facts, read

_LEFT = "Chinese troops left the town on Monday."


def _where(text: str, type_code: str) -> str:
    found = next((f for f in facts(text) if f["type"] == type_code), {})
    return str(found.get("destination" if type_code == "deployment" else "place") or found.get("origin") or "")


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (f"Maliana was quiet on Monday. {_LEFT}", "withdrawal", "Maliana"),
        ("Drammoen lies half an hour from Trondheim. Some 330 US Marines live there.", "strength", "Drammoen"),
        (f"In Kandahar, shops reopened. In Beijing, newspapers ask what comes next. {_LEFT}", "withdrawal", "Kandahar"),
        (f'In Basra, shops reopened. "No," said a nurse who was trained in Sirte. {_LEFT}', "withdrawal", "Basra"),
        ("Somalia will hold elections in October. Kenya will send 320 soldiers.", "deployment", "Somalia"),
        (
            "US jets are in the Middle East. A second carrier was sent to the region on Monday.",
            "deployment",
            "the region",
        ),
        ("A drought has struck Mozambique. Vietnam will send 320 soldiers.", "deployment", "Mozambique"),
        ("Mali is poor. Niger has 320 soldiers in the country.", "strength", "Mali"),
        (
            "Mali is at war. In Chad, an election was held. French troops left the country in March.",
            "withdrawal",
            "Chad",
        ),
        ("PEMBA, June 11 (Reuters) - Shops were open again. Sixty Kenyan soldiers flew home.", "withdrawal", "PEMBA"),
    ],
)
def test_what_the_text_is_about_is_where(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "Uganda will pull its soldiers out of Somalia by May, its army said on Monday. Around 1,500 Ugandans have been "
            "in the country since 2020.",
            "strength",
            "Somalia",
        ),
        (
            "French jets bombed convoys in Libya on Saturday. President Obama, on a visit to Brazil, said that no American "
            "soldiers would be sent into the country.",
            "deployment",
            "Libya",
        ),
        (
            "Syrian troops left a dozen posts in Beirut. A Lebanese officer said that Damascus had kept 25,000 men in the "
            "country.",
            "strength",
            "Lebanon",
        ),
        (
            "The force in Bosnia was prolonged for a year. It had grown to 1,100 when reserves from Austria and Bulgaria "
            "were called in. A German company returned to the country in August.",
            "deployment",
            "Bosnia and Herzegovina",
        ),
        ("The army of Mali took Kidal. Malian soldiers were sent across the country.", "deployment", "Mali"),
    ],
)
def test_the_country_is_another_one_than_that_of_its_guests(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "Ugandan troops took Awdheegle. Ethiopian troops at Halgan denied that they had given up their camp.",
            "withdrawal",
            "Halgan",
        ),
        (
            "In Gao, Dutch soldiers are packing. Swedish soldiers at Timbuktu handed over the camp in May.",
            "base_handover",
            "Timbuktu",
        ),
        (
            "China paid for the base at Ream. It is like the one at Djibouti, where China opened its base in 2017.",
            "base_opening",
            "Djibouti",
        ),
        ("The parties met at Abuja. Troops came to Lunsar, where Niger opened its base.", "base_opening", "Lunsar"),
        ("A general spoke in Canberra on Thursday. The base was given to the Afghans in May.", "base_handover", ""),
        (
            "Spanish soldiers are at Marjayoun. Their base will be opened before Christmas.",
            "base_opening",
            "Marjayoun",
        ),
    ],
)
def test_a_site_is_at_the_town_of_its_own_sentence(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rebels took Honiara in June. Canberra and Wellington will not send peacekeepers.", "Solomon Islands"),
        ("The force has its headquarters at Naqoura. Malaysia has offered 1,000 soldiers.", "Lebanon"),
        ("Kenyan officers landed at Port-au-Prince on Tuesday. Benin has pledged a battalion.", "Haiti"),
        ("Dutch soldiers guard the bridge at Gao. Germany will send eight helicopters.", "Gao"),
    ],
)
def test_what_states_pledge_or_refuse_is_for_a_land(text: str, where: str) -> None:
    assert [f["destination"] for f in facts(text) if f["type"] == "deployment"][-1] == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "Militias hold Misrata. In May forces from Misrata shelled Bani Walid and then occupied it.",
            "deployment",
            "Bani Walid",
        ),
        ("Soldiers retook Wad Madani in January and stationed a brigade there.", "presence", "Wad Madani"),
        ("American bombers from Missouri hit Pristina. About 4,000 Serb troops are in the province.", "strength", ""),
    ],
)
def test_what_is_acted_upon_is_it_and_what_is_named_in_passing_is_not(text: str, type_code: str, where: str) -> None:
    told = [f for f in facts(text) if f["type"] == type_code]
    assert str(told[-1].get("place", "") or told[-1].get("destination", "")) == where


def test_an_area_with_a_noun_before_it_is_none_of_the_text_before() -> None:
    assert "Monrovia" not in _where("Nigerian troops hold Monrovia. Rebels left the port area on Monday.", "withdrawal")


def test_ground_without_a_name_is_in_no_country_where_several_are_spoken_of() -> None:
    text = "Peru and Chile quarrelled with Brazil and Colombia. A Dutch submarine operates in South American waters."
    found = next(d for d in read(text).drafts if d.type_code == "presence")
    assert found.place is not None and found.place.place.country_code is None


def test_a_site_that_is_told_by_what_lies_beside_it_is_not_the_last_one() -> None:
    text = "Russian soldiers hold the base at Menagh. American soldiers have returned to their old base south of Raqqa."
    assert "Menagh" not in _where(text, "deployment")


def test_a_state_that_only_acts_is_no_place() -> None:
    assert _where("France condemned the coup. Kenya will send 320 soldiers.", "deployment") == ""


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("The last Kenyan base in the districts, at Kismayo, was closed in March.", "base_closure", "Kismayo"),
        ("In Goma, across the border, France has 320 soldiers.", "strength", "Goma"),
        ("Across the border, in Goma, France has 320 soldiers.", "strength", "Goma"),
        ("In Ituri, Kenyan soldiers left the base at Bunia on Monday.", "withdrawal", "Bunia"),
        ("Kenyan soldiers in Basra guard a camp for refugees from Mosul.", "presence", "Basra"),
        ("Unlike Mosul, Basra still has a Kenyan garrison.", "presence", "Basra"),
    ],
)
def test_the_name_says_more_than_the_ground_beside_it(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Kenyan jets bombed Gedo in Somalia. Kenya has 3,700 soldiers across the frontier.", "strength", "Somalia"),
        ("Rwanda denies that it helps rebels in Mali. Rwandan soldiers crossed the border.", "deployment", "Mali"),
        ("At Dhahran, across the border, tanks wait; 900 Americans are in the kingdom.", "strength", "Saudi Arabia"),
    ],
)
def test_beyond_a_border_lies_the_other_country(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Under the plan agreed on in Accra, 5,000 Kenyan soldiers are to leave Liberia.", "withdrawal", "Liberia"),
        ("In Geneva the parties agreed that Kenyan troops would leave.", "withdrawal", ""),
        ("In Basel the two sides agreed that Kenyan troops would leave.", "withdrawal", ""),
        ("As agreed in Lausanne, 5,000 American soldiers left.", "withdrawal", ""),
        ("Under the accord signed in Tromso 5,000 American soldiers left.", "withdrawal", ""),
        ("At the ILO in Basel, Ms Berg has proposed that UNIFIL be cut by 400 troops.", "strength_change", "Lebanon"),
        ("At its Tampere summit NATO decided to place a battalion in Estonia.", "deployment", "Estonia"),
        ("The Camp David accords let 500 American soldiers patrol.", "strength", ""),
        ("In Kismayo, the mayor demanded that Kenyan troops leave.", "withdrawal", "Kismayo"),
        ("In Kidal, residents demanded that the French army leave.", "withdrawal", "Kidal"),
    ],
)
def test_where_a_deal_is_made_nothing_of_it_happens(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Canada sees no need of more men in Mali, where 250 Canadian soldiers are at Gao.", "strength", "Gao"),
        ("In Somalia, 600 Turkish soldiers are stationed near Afgooye.", "strength", "Afgooye"),
        ("France fights in Niger, where its jets bombed rebels near Tillaberi on Monday.", "strike", "Tillaberi"),
        ("Kenya has bases in Somalia, where 3,600 Kenyan soldiers serve.", "strength", "Somalia"),
        (
            "Mali is poor. Niger has 320 soldiers in the north-east of the country.",
            "strength",
            "north-east of the country",
        ),
        ("The African Union authorised a force of 5,000 soldiers for Burundi.", "deployment", "Burundi"),
    ],
)
def test_the_narrowest_place_that_the_clause_names_is_meant(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Some 80 Australian soldiers from Brisbane will arrive in Marawi in May.", "Brisbane"),
        ("A brigade of 3,700 American soldiers from Germany arrived at Doha in June.", "Germany"),
        ("Ukrainian paratroopers from Dnipropetrovsk were sent towards Kharkiv.", "Dnipropetrovsk"),
        ("Soldiers from Ghana arrived in Bamako.", None),
        ("American soldiers took prisoners held at Kandahar to Bagram.", "Kandahar"),
        ("Some 300 prisoners who had been held in Bucca were flown to Basra by the US army.", "Bucca"),
        ("France moved its soldiers in Chad to Niger.", "Chad"),
    ],
)
def test_a_town_from_which_soldiers_come_is_where_they_were(text: str, origin: str | None) -> None:
    assert facts(text)[0].get("origin") == origin


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Some 200 Canadian soldiers will remain at the embassy in Kabul.", "strength", "Kabul"),
        ("Forty French gendarmes protect the embassy in Tripoli.", "strength", "Tripoli"),
        ("Israel bombed the gate of the defence ministry in Homs on Wednesday.", "strike", "Homs"),
        ("A spokesman at the embassy in Tripoli said 300 Italian soldiers were in Niger.", "strength", "Niger"),
    ],
)
def test_an_embassy_that_is_held_or_hit_stands_in_its_town(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("NATO's Kosovo mission will continue.", "mission_continuation", "Kosovo"),
        ("Spain ended its Afghanistan mission.", "mission_end", "Afghanistan"),
        ("The US mission will end in June.", "mission_end", ""),
    ],
)
def test_the_land_before_a_mission_is_where_it_is(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Gabon's president told France to withdraw its soldiers.", "Gabon"),
        ("Somalia's parliament demanded that Ethiopian troops leave.", "Somalia"),
        ("The Malian junta demanded that UN peacekeepers leave.", "Mali"),
        ("The army took Palmyra after ISIS fighters withdrew.", "Palmyra"),
        ("The Taliban entered Kunduz as Afghan soldiers fled.", "Kunduz"),
        ("Rwandan soldiers entered Goma, and UN troops withdrew to Sake.", "Goma"),
    ],
)
def test_who_bids_guests_go_or_takes_their_place_says_whence_they_go(text: str, where: str) -> None:
    assert next(f["origin"] for f in facts(text) if f["type"] == "withdrawal") == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ramstein is the largest American base in Europe, with 9,000 airmen.", "Ramstein"),
        ("Russia's main base in Syria is Hmeimim, with 4,000 soldiers.", "Hmeimim"),
        ("The base at Gao is the largest French one in the Sahel, with 2,000 soldiers.", "Gao"),
    ],
)
def test_the_largest_base_of_a_land_has_its_soldiers_at_its_own_place(text: str, where: str) -> None:
    assert _where(text, "strength") == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("In Paris, President Ruto rejected a withdrawal from Goma.", "withdrawal", "Goma"),
        ("Ghana plans to send 150 troops, subject to a decision by parliament in Accra.", "deployment", ""),
        ("President Ruto, in Oslo, repeated that no Kenyan troops would be sent to Haiti.", "deployment", "Haiti"),
        ("Chad and Mali signed an accord in Oslo under which Chadian troops are to leave.", "withdrawal", ""),
        ("Kenyan troops entered the base at Kismayo, according to the center.", "deployment", "Kismayo"),
    ],
)
def test_where_it_is_said_or_decided_is_not_where_they_go(text: str, type_code: str, where: str) -> None:
    assert where in _where(text, type_code) and "Oslo" not in _where(text, type_code)
    assert where or not _where(text, type_code)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Kenyan soldiers returned to their ships off Mombasa.", "Mombasa"),
        ("Kenyan soldiers pulled back towards the border around Wajir.", "Wajir"),
        ("Kenyan soldiers withdrew to the hills above Garissa.", "Garissa"),
        ("A Chinese destroyer passed the Strait of Malacca on its way to Djibouti.", "Djibouti"),
        ("Russian troops entered Armenia in May, and a base in Gyumri was opened.", "Armenia"),
    ],
)
def test_the_end_of_the_way_is_where_they_go(text: str, where: str) -> None:
    assert next(f for f in facts(text) if f["type"] in {"withdrawal", "deployment"})["destination"] == where


def test_a_place_of_a_new_subject_is_that_of_its_own_act() -> None:
    found = facts("The last French soldiers left Chad on Thursday, and the base in Faya was handed over.")
    assert {(f["type"], f.get("origin") or f.get("place")) for f in found} == {
        ("withdrawal", "Chad"),
        ("base_handover", "Faya"),
    }


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "US jets stay in Guam. The navy has carried out 12 strikes on boats which officials say were carrying arms in "
            "the Celebes Sea.",
            "strike",
            "Celebes Sea",
        ),
        ("French troops are in Gao. A French drone hit men who officials say were planting mines near Kidal.", "strike",
         "Kidal"),
        ("Israeli troops are in Quneitra. The jets bombed a depot that Israel says belonged to Hezbollah in Tyre.",
         "strike", "Tyre"),
        ("Rwandan troops are in Goma. Kigali sent soldiers who it said would protect Bunia.", "deployment", "Bunia"),
    ],
)  # fmt: skip
def test_who_says_what_the_target_was_stands_aside(text: str, type_code: str, where: str) -> None:
    assert [d.main_place.words for d in read(text).drafts if d.type_code == type_code and d.main_place] == [where]
