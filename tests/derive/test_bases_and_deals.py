"""Bases, deals and missions: what the verb acts upon decides, not what else stands in the sentence."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

KINDS = {"agreement"}


def types(text: str) -> list[str]:
    found = [d.type_code for d in extract(text, date(2025, 6, 15)).drafts]
    return sorted(t for t in found if t in KINDS or t.startswith(("base_", "mission_")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("India opened a naval outpost on Agalega, in Mauritius, last year.", ["base_opening"]),
        ("A new radar station was put up by the Polish army near Gdansk in March.", ["base_opening"]),
        ("The Kenyan army has turned an abandoned school in Lamu into a forward operating base.", ["base_opening"]),
        ("The British army shut its barracks at Fallingbostel in Germany in 2015.", ["base_closure"]),
        ("France handed its base at Faya-Largeau back to the Chadian army.", ["base_handover"]),
        ("The barracks in Abéché were returned to Chad by French forces on 11 January.", ["base_handover"]),
        ("British forces transferred authority over Basra air base to American troops.", ["base_handover"]),
        ("The army closed the road to the base at Al-Tanf in Syria on Monday.", []),
        ("The Pentagon closed an inquiry into the attack on the base at Manda Bay in Kenya.", []),
        ("France opened a consulate in Monrovia and a school near its military base in Djibouti.", []),
        ("Police returned 40 stolen cattle to the farmers near the army base at Isiolo.", []),
    ],
)
def test_a_base_is_opened_closed_or_handed_over_where_it_is_acted_upon(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway and the United States signed a defence cooperation agreement in Oslo in 2021.", ["agreement"]),
        ("Moldova has denounced a 1992 treaty with Russia on the withdrawal of troops.", ["agreement"]),
        ("Finland joined NATO in April 2023.", ["agreement"]),
        ("The government and the UN mission agreed in May on a plan for the troops' withdrawal.", ["agreement"]),
        ("Burundi signed a trade agreement with Tanzania on Monday, weeks after its soldiers returned.", []),
        ("Ukraine's government signed a deal to buy Patriot missiles from Germany.", []),
    ],
)
def test_a_deal_is_on_forces(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The European Union launched a training mission in Mozambique in November 2021.", ["mission_start"]),
        ("The UN Security Council extended the mandate of UNDOF for six months.", ["mission_continuation"]),
        ("France ended Operation Barkhane in the Sahel in November 2022.", ["mission_end"]),
        ("The rescue operation ended on Monday after soldiers found the last miner.", []),
    ],
)
def test_a_mission_is_a_military_one(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The army closed Oak Hill, one of the two, on Monday.",
        "Soldiers left Oak Hill, one of three, and the army will close it.",
    ],
)
def test_a_number_in_apposition_does_not_ask_for_ever(text: str) -> None:
    found = extract(text, date(2024, 5, 2))
    assert found.drafts or found.rejections


def places(text: str, kind: str) -> list[str]:
    found = extract(text, date(2025, 6, 15)).drafts
    return [d.place.words if d.place else "" for d in found if d.type_code == kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oman gave British troops access to the port of Duqm in 2017.", ["Duqm"]),
        (
            "Greece and the United States signed a pact in Paris under which ships are based at Souda Bay.",
            ["Souda Bay"],
        ),
        ("Under a protocol signed in Nairobi in 2008, Rwanda's army left North Kivu.", ["North Kivu"]),
        ("Vanuatu and Australia signed a security agreement in Suva on the use of bases.", ["Vanuatu"]),
        ("A defence treaty of 1951 lets American forces use Thule.", ["Thule"]),
        ("The army chiefs of Mali and Niger made a statement on aid for farmers near the base at Gao.", []),
    ],
)
def test_a_deal_is_on_a_place_not_where_it_was_signed(text: str, wanted: list[str]) -> None:
    assert places(text, "agreement") == wanted


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("British bases in Helmand\n\nCamp Price, Helmand. Handed over in May 2014.", "base_handover", ["Camp Price"]),
        (
            "Where US forces were\n\nCamp Dwyer (Helmand)\n\nClosed in 2014. Rebuilt since.",
            "base_closure",
            ["Camp Dwyer"],
        ),
        ("Where US forces were\n\nCamp Dwyer (Helmand)\n\nNever built.", "base_opening", ["Camp Dwyer"]),
        ("The hotels of Rome\n\nHilton, Rome. Opened in 2011.", "base_opening", []),
    ],
)
def test_an_entry_tells_of_the_site_at_its_head(text: str, kind: str, wanted: list[str]) -> None:
    assert places(text, kind) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Kenya's army opened a camp at Lamu in May. One at Garissa followed in June.", "base_opening", ["Lamu", "Garissa"]),
        ("France returned Camp Geille and Camp Protet to the Senegalese army.", "base_handover", ["Camp Geille", "Camp Protet"]),
        ("The army shut three bases in Kenya: Camp Moi, Camp Odera and Camp Wako.", "base_closure",
         ["Camp Moi", "Camp Odera", "Camp Wako"]),
        ("The Union Jack came down over Camp Bastion as British troops left.", "base_closure", ["Camp Bastion"]),
        ("The army shut its bases at Lamu and Garissa. An inquiry followed in June.", "base_closure", ["Lamu", "Garissa"]),
    ],
)  # fmt: skip
def test_what_is_said_of_one_site_is_said_of_those_that_follow(text: str, kind: str, wanted: list[str]) -> None:
    assert places(text, kind) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("AMISOM handed over to ATMIS in Somalia in April 2022.", ["mission_transition"]),
        ("NATO passed its task in Macedonia to the European Union; its soldiers left.", ["mission_transition"]),
        ("The UN mission in Haiti is to become a hybrid operation.", ["mission_transition"]),
        ("The Kenyan-led mission in Haiti was turned into a UN operation.", ["mission_transition"]),
        ("The UN operation in Burundi was declared over in December 2006.", ["mission_end"]),
        ("The International Stabilisation Force in Timor-Leste finished in November 2012.", ["mission_end"]),
        (
            "An international monitoring team took up its duties at Cotabato, where soldiers had fought.",
            ["mission_start"],
        ),
        ("The soldiers' choir started its work on a new record in May.", []),
    ],
)
def test_missions_begin_their_work_and_give_way_to_others(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 7,000 FARC fighters are to be demobilised in Colombia by June.", 1),
        ("The rebels and the army of Mali met in Algiers. The talks on disarmament failed.", 0),
    ],
)
def test_fighters_who_are_demobilised_are_a_restructuring(text: str, found: int) -> None:
    drafts = extract(text, date(2025, 6, 15)).drafts
    assert len([d for d in drafts if d.type_code == "restructuring"]) == found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Emirati army laid a new runway on Perim in Yemen last year.", ["base_opening"]),
        ("American soldiers are putting up a radar at the airport in Roseau.", ["base_opening"]),
        ("Norway weighs a request by the U.S. army to place a radar at its main airport.", []),
        ("The Royal Navy's base at Portland closed its gates in 1995.", ["base_closure"]),
        ("A UN observer post at Toe Town, on the border of Liberia, has stood empty since 2013.", ["base_closure"]),
        ("UNMIL handed its headquarters building in Monrovia back to the government.", ["base_handover"]),
        ("The army wants to turn the disused airfield at Tinian into a divert base.", ["base_opening"]),
        ("Refugee camps were opened near the army post at Dadaab in Kenya.", []),
        ("Governor Tamaki pressed the army for fewer bases on Okinawa.", []),
        ("Iran's army said it would fight on until a truce was reached with Iraq.", []),
        ("Iraq and Turkey signed a defence pact on troops in May, ratified it in June, and it runs until 2030.",
         ["agreement"]),
    ],
)  # fmt: skip
def test_works_gates_and_deals(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vietnam has allowed Russian warships to refuel at Cam Ranh since 2014.", ["agreement"]),
        ("Poland and the United States have initialled an agreement on a tank brigade at Zagan.", ["agreement"]),
        ("Russian soldiers in Syria were allowed to eat at the hotel in Tartus.", []),
    ],
)
def test_leave_to_call_at_a_port_is_a_deal(text: str, wanted: list[str]) -> None:
    assert types(text) == wanted


def sites(text: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    found = [d for d in extract(text, date(2025, 6, 15)).drafts if d.type_code.startswith("base_")]
    return [(d.type_code, d.actors, d.place.place.name if d.place else "", d.status) for d in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The minister said there would be no American base in Ghana.", ("USA", "Ghana", "denied")),
        ("The prime minister told parliament that there would never be a Chinese base.", ("CHN", "", "denied")),
        ("The government in Lisbon said that there was no question of a Chinese base.", ("CHN", "", "denied")),
        ("An American base in Cyprus is out of the question, the minister said.", ("USA", "Cyprus", "denied")),
        ("Bulgaria has ruled out a Russian base at Burgas.", ("RUS", "Burgas", "denied")),
        ("Tajikistan has no wish for an American base.", ("USA", "Tajikistan", "denied")),
        ("The foreign ministry insists that India does not seek bases.", ("IND", "", "denied")),
        ("Poland wants a permanent US base.", ("USA", "Poland", "considered")),
        ("Sudan's rulers offered Russia a naval base.", ("RUS", "Sudan", "considered")),
    ],
)
def test_a_base_that_is_wished_for_or_ruled_out_is_of_those_who_would_use_it(
    text: str, wanted: tuple[str, str, str]
) -> None:
    who, where, status = wanted
    assert sites(text) == [("base_opening", (who,), where, status)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("French troops handed the camp at Kidal to the army on 3 August, followed by Gossi on 13 August.", 2),
        ("The British army will shut its bases in Armagh. The base at Forkhill is the first to go, it said.", 2),
        ("The base at Zabul was emptied by the US army in May.", 1),
        ("The refugees have gone, and the camp at Zabul emptied in May.", 0),
    ],
)
def test_sites_that_are_emptied_or_go_after_others(text: str, wanted: int) -> None:
    assert len(sites(text)) == wanted


_WAR = "Fighting between the Colombian army and the FARC rebels has gone on since May. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebel group declared a unilateral ceasefire on Monday.", [("FARC",)]),
        ("The rebels pulled back, in accordance with the understanding reached on 12 August.", [("FARC", "COL")]),
        ("The army will leave Cali under the declaration signed in Havana in April.", [("FARC", "COL")]),
        ("Under the timetable agreed in May, the army will leave Medellin.", [("FARC", "COL")]),
        ("The guerrillas agreed to hold their fire for a week.", [("FARC", "COL")]),
        ("The FARC's offer of a truce was turned down by the government.", [("COL", "FARC")]),
        ("The two countries agreed to close the border.", []),
        ("Under the budget plan agreed in May, the army gets new trucks.", []),
    ],
)
def test_truces_of_one_side_and_plans_that_an_act_rests_on_are_deals(text: str, wanted: list[tuple[str, ...]]) -> None:
    found = extract(_WAR + text, date(2025, 6, 15)).drafts
    assert [d.actors for d in found if d.type_code == "agreement"] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "France sends more gendarmes to New Caledonia as Noumea airport reopens.",
        "Army checkpoints ring Damascus. Damascus airport was closed for two weeks after its runways had been hit.",
        "Some 4,000 Filipinos work at American bases in Iraq.",
        "The US flew four prisoners from Guantanamo Bay to Oman. Six of them went on to Qatar in May.",
    ],
)
def test_civil_airports_jobs_and_prisoners_are_no_bases(text: str) -> None:
    assert sites(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The base in Redzikowo, Poland, was declared operational by the US Navy in May 2024.", "completed"),
        ("Barracks for an artillery brigade of the Russian army are rising at Kandalaksha.", "ongoing"),
        ("President Putin has ordered a further base on Wrangel Island.", "planned"),
        ("US troops are in Poland. Joe Biden announced a headquarters of the Fifth Corps at Poznan.", "planned"),
        ("Ukrainian troops have set up a commandant's office in Sudzha.", "completed"),
        ("The German brigade's headquarters will be located at Rukla.", "planned"),
    ],
)
def test_a_base_is_opened_in_other_words(text: str, wanted: str) -> None:
    assert [(kind, status) for kind, _, _, status in sites(text)] == [("base_opening", wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "The air operations centre was switched on Monday from Prince Sultan Air Base to Al Udeid.",
        "Of the 3,000 French soldiers in the Sahel 1,200 will be in Chad.",
        "Tensions are rising at the US base at Erbil.",
    ],
)
def test_what_only_sounds_like_an_opening(text: str) -> None:
    assert sites(text) == []
