"""Records that a number makes: strengths, pairs, changes from and to, lines of a list."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import Fact, facts, missing, read


def exact(n: int, unit: str = "personnel") -> tuple[Any, ...]:
    return (n, n, "exact", unit)


def strength(place: str, n: tuple[Any, ...], actor: str, **more: Any) -> Fact:
    return {"type": "strength", "place": place, "n": n, "actors": {actor}, "status": "in_effect", **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("About 900 US troops are stationed in Syria.", strength("Syria", (900, 900, "about", "personnel"), "USA")),
        (
            "France keeps some 1,500 soldiers in Djibouti.",
            strength("Djibouti", (1500, 1500, "about", "personnel"), "FRA"),
        ),
        (
            "More than 2 500 Italian troops are deployed in Lebanon.",
            strength("Lebanon", (2500, None, "at_least", "personnel"), "ITA"),
        ),
        (
            "Up to 600 Turkish soldiers are based at Bashiqa.",
            strength("Bashiqa", (None, 600, "at_most", "personnel"), "TUR"),
        ),
        (
            "Between 200 and 250 Kenyan soldiers are in Haiti.",
            strength("Haiti", (200, 250, "range", "personnel"), "KEN"),
        ),
        (
            "Dozens of Russian instructors are in Bamako, Mali.",
            strength("Bamako", (12, None, "at_least", "personnel"), "RUS"),
        ),
        ("There are 1,700 Russian soldiers in Transnistria.", strength("Transnistria", exact(1700), "RUS")),
        ("Ten thousand American troops are stationed in Poland.", strength("Poland", exact(10000), "USA")),
        ("The UN mission has 13,000 peacekeepers in South Sudan.", strength("South Sudan", exact(13000), "UN")),
        (
            "A few hundred American soldiers are in Niger.",
            strength("Niger", (100, None, "at_least", "personnel"), "USA"),
        ),
        (
            "Germany has fewer than 100 soldiers in Niger.",
            strength("Niger", (None, 100, "at_most", "personnel"), "DEU"),
        ),
        (
            "Spain has no more than 40 soldiers in Gabon.",
            strength("Gabon", (None, 40, "at_most", "personnel"), "ESP"),
        ),
        ("Three British warships are in the Gulf of Oman.", strength("Gulf of Oman", exact(3, "ships"), "GBR")),
        ("The 1,200-strong battlegroup in Latvia is led by Canada.", strength("Latvia", exact(1200), "CAN")),
        ("In 2019 the United States had 14,000 troops in Afghanistan.", strength("Afghanistan", exact(14000), "USA")),
    ],
)
def test_strengths(text: str, wanted: Fact) -> None:
    assert missing([wanted], facts(text)) == []


def test_two_numbers_for_two_places_are_two_strengths() -> None:
    found = facts("The United States has 2,500 troops in Iraq and 900 in Syria.")
    assert missing([strength("Iraq", exact(2500), "USA"), strength("Syria", exact(900), "USA")], found) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Pentagon will reduce its troops in Syria from 2,000 to 1,400.",
            {"before": exact(2000), "n": exact(1400), "place": "Syria", "status": "planned"},
        ),
        (
            "The Pentagon cut its troops in Syria from about 2,000 to fewer than 1,000.",
            {
                "before": (2000, 2000, "about", "personnel"),
                "n": (None, 1000, "at_most", "personnel"),
                "status": "completed",
            },
        ),
    ],
)
def test_levels_before_and_after(text: str, wanted: Fact) -> None:
    assert missing([{"type": "strength_change", **wanted}], facts(text)) == []


def test_a_list_of_places_and_numbers_is_a_strength_each() -> None:
    text = "American troops in the Middle East, by country:\n• Kuwait: 13 000\n• Bahrain: 9,000\n• Syria: 900\n"
    wanted = [strength(p, exact(n), "USA") for p, n in (("Kuwait", 13000), ("Bahrain", 9000), ("Syria", 900))]
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The company has 3,000 employees in Poland.",
        "The army trained 300 officers last year in Kenya.",
        "Some 83 per cent of Poles back the army.",
        "Russian tourists spent 2,000 euros in Turkey.",
        "Iraq exported 3.4 million barrels of oil a day.",
    ],
)
def test_other_numbers_make_no_record(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "About 28,500 American troops are stationed in South Korea, 54,000 in Japan and 35,000 in Germany.",
            [("South Korea", (28500, 28500, "about", "personnel")), ("Japan", exact(54000)), ("Germany", exact(35000))],
        ),
        (
            "Of the 600 American soldiers, 400 are in Poland and 200 in Latvia.",
            [("Poland", exact(400)), ("Latvia", exact(200))],
        ),
        ("The 1,200-member American police mission in Haiti is short of money.", [("Haiti", exact(1200))]),
        ("The base near Erbil, where 1,100 US soldiers live, is old.", [("Erbil", exact(1100))]),
        ("Kuwait hosts 13,500 American troops.", [("Kuwait", exact(13500))]),
        ("The American contingent in Kosovo consists of 600 soldiers.", [("Kosovo", exact(600))]),
        ("The American garrison in Poland, made up of 900 men, is new.", [("Poland", exact(900))]),
        ("US forces in Qatar: 10,000 at Al Udeid.", [("Al Udeid", exact(10000))]),
    ],
)
def test_whose_and_where_are_read_from_the_grammar(text: str, wanted: list[tuple[str, Any]]) -> None:
    assert missing([strength(place, n, "USA") for place, n in wanted], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "US troop levels in Iraq fell to 8,600, compared with 13,000 in February.",
            {"before": exact(13000), "n": exact(8600)},
        ),
        ("The US army increased its contingent in Iraq by 300 to 780.", {"delta": exact(300), "n": exact(780)}),
        (
            "The number of US soldiers in Iraq rose to 1,500, up from 800 a year earlier.",
            {"before": exact(800), "n": exact(1500)},
        ),
        ("The US army has 200 fewer soldiers in Iraq than last year.", {"delta": (-200, -200, "exact", "personnel")}),
    ],
)
def test_changes_by_their_prepositions(text: str, wanted: dict[str, Any]) -> None:
    assert missing([{"type": "strength_change", "place": "Iraq", **wanted}], facts(text)) == []


LISTED = (
    "Who keeps soldiers in Zambia\n\nThe list counts foreign soldiers in Zambia only, in Lusaka and Ndola.\n\n"
    "1. Portugal: 140\n\n2. Kenya: 300 to 450\n"
)


def test_a_list_of_holders_below_a_title_that_names_the_host() -> None:
    told = [(f["actors"], f["place"], f["n"]) for f in facts(LISTED) if f["type"] == "strength"]
    assert told == [({"PRT"}, "Zambia", exact(140)), ({"KEN"}, "Zambia", (300, 450, "range", "personnel"))]


def test_a_question_states_nothing() -> None:
    assert facts("Has Portugal sent soldiers to Zambia? Portugal has a base in Zambia?") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "American soldiers came to Zamboanga in May. About 80 are on Jolo island, and a dozen on Basilan.",
            [("Jolo", 80), ("Basilan", 12)],
        ),
        (
            "Ten thousand Chinese soldiers are at Hotan. Another 9,000 are held in reserve at Kashgar.",
            [("Kashgar", 9000)],
        ),
        ("French troops left Faya in May; 250 still guard the airport at Abéché.", [("Abéché", 250)]),
        ("Russia keeps 7,000 troops in Tajikistan. Of these, 300 live in Kulob.", [("Kulob", 300)]),
        ("French soldiers came to Gao in May. They number around 350.", [("Gao", 350)]),
        ("Germany has 900 soldiers in Mali. There are to be around 1,300.", [("Mali", 1300)]),
        ("The last 1,200 Sudanese have stayed behind in Kismayo, the army said.", [("Kismayo", 1200)]),
        ("French soldiers are in Gao. Their strength does not exceed 400.", [("Gao", None)]),
        ("French soldiers came to Gao in May. There are 86 of them left.", [("Gao", 86)]),
        ("The rebel army, which analysts put at 4,000 irregulars, holds Kidal.", [("Kidal", 4000)]),
        ("About 3,000 villagers fled to Gao, the army said. Another 2,000 are in Ménaka.", []),
        ("The police commander is one of 40 men of the Dutch battalion who flew to Arusha.", []),
    ],
)
def test_a_bare_number_counts_the_troops_spoken_of(text: str, wanted: list[tuple[str, int]]) -> None:
    found = {(f["place"], f["n"][0]) for f in facts(text) if f["type"] == "strength"}
    assert {n for _, n in wanted} <= {n for _, n in found}
    assert wanted or not found


BASES = """Where French soldiers are in Africa

Camp Geille, Djibouti. Headquarters of the French forces. Some 1,500 men serve here.

Gabon: 350.

Ivory Coast: a marine battalion at Port-Bouët.

Chad

Estimates run from 800 to 1,000 French soldiers.
"""


def test_entries_and_sections_stand_under_the_place_that_heads_them() -> None:
    found = {(f["type"], f.get("place"), (f.get("n") or ())[:2]) for f in facts(BASES)}
    assert ("strength", "Camp Geille", (1500, 1500)) in found
    assert ("strength", "Gabon", (350, 350)) in found
    assert ("presence", "Port-Bouët", ()) in found
    assert ("strength", "Chad", (800, 1000)) in found


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("About 1,350 Dutch soldiers take part in the operation in Iraq.", 1350),
        ("A Belgian estimate spoke of between 2,000 and 2,500 Russian fighters in Mali.", 2000),
        ("The Russian army has a radar in Moldova. It is run by a staff of about 850.", 850),
        ("Four Typhoons of the Royal Air Force are at Amari in Estonia.", 4),
        ("The French Army Training Unit Gabon has about 100 permanent staff.", 100),
        ("About 15K Turkish troops are in Cyprus.", 15_000),
        ("The Burundian mission in Somalia, some 5,400 strong, also guards the airport.", 5400),
        ("The port of Kismayo, where 900 of the Kenyan soldiers have their base, was shelled.", 900),
        ("The number of Dutch troops in Mali was hovering around 450.", 450),
        ("Most of the 8,000 Dutch soldiers in Mali are unpaid.", 8000),
        ("The Netherlands will take 90 of its 450 soldiers out of Mali.", 450),
        ("The Dutch army will withdraw half of its 450 soldiers from Mali.", 450),
        ("The minister ordered half of the 450 Dutch troops in Mali to be withdrawn.", 450),
    ],
)
def test_levels_by_what_is_said_of_them(text: str, n: int) -> None:
    assert n in [f["n"][0] for f in facts(text) if f["type"] == "strength"]


@pytest.mark.parametrize(
    "text",
    [
        "Each battalion of the Polish army has 800 men.",
        "The Netherlands has let go of most of its 450 soldiers.",
        "About 90 of the 450 authorised Dutch soldiers have arrived in Mali.",
        "According to three French officers in Gao, the road to Mopti is closed.",
        "Four Dutch jets flew sorties over Mali.",
        "Six Dutch jets, supported by two tankers, bombed a camp at Menaka in Mali.",
        "The Dutch mission in Mali has 30 civilian employees.",
        "It was the third joint operation of the two armies in Mali. The officers of the two met.",
        "More than 40,000 French soldiers serve all over the world.",
        "All twelve members of the Senate committee visited the Dutch troops in Mali.",
        "Dutch troops hold 40 villages in Mali. One of them was the man known as the Fox.",
        "The officers of 13 Brigade, a Dutch unit, teach in Gao.",
        "Dutch soldiers in Gao have been unpaid for long, and even 3,000 were not enough in May.",
        "Fano said the number of Ethiopian soldiers it killed in Lalibela stood at more than 300.",
        "The Dutch army has lost men in Gao; seven are still being looked for.",
        "Some 12,000 Dutch soldiers pass through Gao each month.",
        "The Dutch have been in Mali for years; over 15,000 Dutch soldiers have served there in all.",
        "In July 2016 soldiers of the Malian army rioted in Gao.",
        "Six Dutch helicopters have been flown to Gao in Mali.",
        "The minister saw 80 Dutch soldiers off at Gao in Mali.",
        "Seven of them, Dutch soldiers said in Gao, belonged to the mission.",
        "Dutch jets stand at Air Base 101 in Niamey.",
        "The Dutch training unit in Gao hosts thousands of soldiers annually.",
        "Twelve Dutch helicopters flew over Gao in Mali.",
        "About 7,000 Dutch soldiers served in Mali in all.",
        "Dutch troops are in Mali. Polls show that four out of five Dutch are for it.",
    ],
)
def test_counts_that_are_no_level(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "strength"]


def test_the_date_of_another_clause_is_not_the_strength_s() -> None:
    found = facts("Japan has 180 sailors in Djibouti, where its base was opened in 2011.")
    assert [f.get("start") for f in found if f["type"] == "strength"] != ["2011-01-01"]


@pytest.mark.parametrize(
    "text",
    [
        "The barracks at Rukla, where the French troops are going to live, will be built in May.",
        "HMS Forth, a ship of the Royal Navy usually assigned to Gibraltar, was relieved in May.",
        "The Security Council authorised the deployment of Kenyan troops to Haiti.",
        "How many soldiers Kenya will have in Haiti has not been disclosed.",
        "Seven of the 20 camps that the Kenyan army still runs in Haiti will be closed.",
        "The Kenyan base, which lies on the border of Haiti, is closed.",
        "Kenyan soldiers are seen during a parade at the port in Haiti.",
    ],
)
def test_presences_that_are_only_presupposed(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "presence"]


def test_no_longer_there_is_a_denial() -> None:
    found = facts("French soldiers are no longer stationed in Gabon.")
    assert [f["status"] for f in found if f["type"] == "presence"] == ["denied"]


def test_those_who_stay_until_they_leave_are_counted() -> None:
    found = facts("About 24 American soldiers stay behind in Niamey and should be gone by September.")
    assert {f["type"]: f["n"][0] for f in found if "n" in f}.get("strength") == 24


@pytest.mark.parametrize(
    ("text", "level", "before"),
    [
        ("Turkey has 35,000 soldiers in northern Cyprus, up from 30,000 in 2010.", 35000, 30000),
        ("The French army's ranks in Chad have been thinned to 400 men from 1,000 a year ago.", 400, 1000),
        ("The number of French soldiers in Chad is to drop to 300.", 300, None),
    ],
)
def test_levels_with_the_one_before(text: str, level: int, before: int | None) -> None:
    found = [f for f in facts(text) if f["type"] == "strength_change"]
    assert [f["n"][0] for f in found] == [level]
    assert [f.get("before", (None,))[0] for f in found] == [before]


def test_what_is_to_change_is_planned() -> None:
    assert [f["status"] for f in facts("The number of French soldiers in Chad is to drop to 300.")] == ["planned"]


def test_where_most_of_them_are_is_a_presence_each() -> None:
    found = facts("Some 6,000 French soldiers were in Chad, mainly in Abéché, Faya and Moundou.")
    assert {f["place"] for f in found if f["type"] == "presence"} == {"Abéché", "Faya", "Moundou"}
    assert [(f["place"], f["n"][0]) for f in found if f["type"] == "strength"] == [("Chad", 6000)]


@pytest.mark.parametrize(
    ("text", "there", "counted"),
    [
        ("About 900 French soldiers are in Mali, most of them at Gao and Kidal.", {"Gao", "Kidal"}, [("Mali", 900)]),
        ("France has 900 soldiers in Mali. The majority are in Gao.", {"Gao"}, [("Mali", 900)]),
        (
            "Four French battalions are stationed in Gao, Kidal and Ménaka.",
            {"Kidal", "Ménaka"},
            [("Gao", 4)],
        ),
        ("Some 300 French soldiers, most of them from Corsica, are in Gao.", set(), [("Gao", 300)]),
        ("Italy has 250 soldiers, most of them in Misrata.", set(), [("Misrata", 250)]),
    ],
)
def test_parts_are_there_and_the_whole_is_counted(text: str, there: set[str], counted: list[tuple[str, int]]) -> None:
    found = facts(text)
    assert {f["place"] for f in found if f["type"] == "presence"} == there
    assert [(f["place"], f["n"][0]) for f in found if f["type"] == "strength"] == counted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The UN force in Mali had 900 men, from Nepal (320), Ireland (1) and Ghana (240).",
            [(("UN",), 900), (("NPL",), 320), (("GHA",), 240)],
        ),
        (
            "The force for Mali was formed in May. The 600 Chadians, 340 Nigeriens and 200 Togolese soldiers in it are at Gao.",
            [(("TCD",), 600), (("NER",), 340), (("TGO",), 200)],
        ),
        (
            "The force in Mali has 9,800 soldiers. Togo has 930 at Gao, Niger 850 in Kidal and Benin's 450 are new.",
            [(("TGO",), 930), (("NER",), 850), (("BEN",), 450)],
        ),
        (
            "The force in Mali has 9,800 soldiers. Togo follows with 930. The Danes contribute 60 and the Swedes 250.",
            [(("TGO",), 930), (("DNK",), 60), (("SWE",), 250)],
        ),
    ],
)
def test_whose_each_count_is(text: str, wanted: list[tuple[tuple[str, ...], int]]) -> None:
    found = [(tuple(sorted(f["actors"])), f["n"][0]) for f in facts(text) if f["type"] == "strength"]
    assert found[-len(wanted) :] == wanted


def test_who_is_there_is_not_denied_by_what_they_do_not() -> None:
    assert [f["status"] for f in facts("France's 600-man garrison at Gao has not been touched.")] == ["in_effect"]
    assert [f["status"] for f in facts("There were never more than 55 French soldiers in Gao.")] == ["in_effect"]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("French soldiers are in Gao. Since January it has been cut by 100.", -100),
        ("France raised the garrison at Gao from 70 to 130 soldiers.", 130),
        ("French soldiers are in Gao. The newcomers will bring their strength to 950.", 950),
    ],
)
def test_a_level_that_changes_however_it_is_named(text: str, n: int) -> None:
    assert n in [(f.get("n") or f["delta"])[0] for f in facts(text) if f["type"] == "strength_change"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The war in Sri Lanka goes on. Some 50,000 government soldiers are deployed in the north.", "north"),
        ("French soldiers came to Mali in May. Their strength in the south is put at 800.", "south"),
    ],
)
def test_a_quarter_of_the_country_that_the_text_is_about(text: str, place: str) -> None:
    assert place in [f["place"] for f in facts(text) if f["type"] == "strength"][-1]


@pytest.mark.parametrize(
    ("text", "n", "unit"),
    [
        ("Turkey is thought to run around 40 bases and outposts in Iraq.", 40, "bases"),
        ("A monitor counts 136 Turkish bases in Iraq.", 136, "bases"),
        ("The Malian army mans 30 posts along the border with Niger.", 30, "bases"),
        ("French soldiers are in Gao. Four Danish staff officers remain.", 4, "personnel"),
    ],
)
def test_sites_and_staff_that_are_counted(text: str, n: int, unit: str) -> None:
    assert (n, unit) in [(f["n"][0], f["n"][3]) for f in facts(text) if f["type"] == "strength"]


def test_sites_that_are_built_are_no_level() -> None:
    found = facts("Turkey has built five new outposts in Iraq.")
    assert [f["type"] for f in found] == ["base_opening"]


def test_taking_a_level_somewhere_changes_it() -> None:
    found = facts(
        "Some 300 Indian soldiers will leave Kaduqli in Sudan by May, taking the strength of the force to 2,100."
    )
    assert [f["n"][0] for f in found if f["type"] == "strength_change"] == [2100]


def test_who_is_gone_from_a_place_has_left_it() -> None:
    kinds = {f["type"] for f in facts("About 400 Indian soldiers are gone from Kaduqli in Sudan.")}
    assert kinds == {"withdrawal"}


@pytest.mark.parametrize("verb", ["is home to", "is host to", "hosts"])
def test_whose_base_a_country_is_host_to(verb: str) -> None:
    found = facts(f"Gabon {verb} a French base at Libreville.")
    assert [(f["type"], f["actors"]) for f in found] == [("presence", {"FRA"})]


def test_counts_side_by_side_are_at_one_place() -> None:
    found = facts("The Irish contingent has about 300 soldiers and more than 20 vehicles in Lebanon.")
    assert {f["place"] for f in found if f["type"] == "strength"} == {"Lebanon"}


def test_each_of_two_places_has_as_many() -> None:
    found = facts("In Benin and Togo France plans to keep 250 soldiers each.")
    assert {(f["place"], f["n"][0]) for f in found if f["type"] == "strength"} == {("Benin", 250), ("Togo", 250)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army shelled Sanaa, the capital, which the Houthis still hold.", "Sanaa"),
        ("The Houthis said that Marib in Yemen was under their full control.", "Marib"),
    ],
)
def test_what_is_still_held_or_under_control(text: str, place: str) -> None:
    assert [f["place"] for f in facts(text) if f["type"] == "presence"] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The Houthis want to bring Marib in Yemen under their control.",
        "The spokesman for the Houthi rebels who lives in Europe denied it.",
    ],
)
def test_who_does_not_hold_a_place(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "presence" and f.get("place") == "Marib"]


def test_who_is_left_behind_is_there() -> None:
    found = facts("Dutch troops left Gao in Mali in May. In the old camp 15 soldiers have been left behind.")
    assert [f["n"][0] for f in found if f["type"] == "strength"] == [15]


def test_types_of_aircraft_are_counted() -> None:
    found = facts("Four F-16 Fighting Falcons of the US Air Force are at Amari in Estonia.")
    assert [f["n"] for f in found if f["type"] == "strength"] == [exact(4, "aircraft")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The French contingent was deployed in Gabon in May 2023.", "deployment"),
        ("The French contingent was deployed in Gabon.", "presence"),
    ],
)
def test_a_dated_deployment_is_no_stay(text: str, kind: str) -> None:
    assert [f["type"] for f in facts(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The mission had 600 Austrian soldiers in Bosnia until now. It will have 1,100.", 1100),
        ("Two ships of the Chinese navy have spent four months at Gwadar in Pakistan.", 2),
        ("Qatar houses about 7,500 American soldiers, and Bahrain some 3,000.", 3000),
    ],
)
def test_levels_of_few_words(text: str, n: int) -> None:
    assert n in [f["n"][0] for f in facts(text) if f["type"] == "strength"]


def test_what_a_country_houses_is_another_s() -> None:
    found = facts("Qatar houses about 7,500 American soldiers, and Bahrain some 3,000.")
    assert {(f["place"], *f["actors"]) for f in found} == {("Qatar", "USA"), ("Bahrain", "USA")}


def test_why_they_are_there_is_asked() -> None:
    assert not facts("In parliament the opposition asked why Dutch soldiers were in Mali at all.")


def test_whose_fighters_stand_near_an_enemy() -> None:
    found = facts("Boko Haram has groups of armed fighters in Borno, wary of the Nigerian army.")
    assert [f["actors"] for f in found if f["type"] == "presence"] == [{"BOKO HARAM"}]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("France will close two bases, one in Gabon and one in Chad.", {"Gabon", "Chad"}),
        ("The French army closes three camps, one at Gao, another at Timbuktu and a third at Kidal.",
         {"Gao", "Timbuktu", "Kidal"}),
    ],
)  # fmt: skip
def test_sites_told_one_by_one(text: str, wanted: set[str]) -> None:
    assert {f["place"] for f in facts(text) if f["type"] == "base_closure"} == wanted


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Pakistani soldiers are fighting in Swat in Pakistan. Mingora, the main town of the valley, is still in the hands of the Taliban.",
            "Mingora",
        ),
        ("Dutch jets left Al Udeid in Qatar in May. Some 20 Dutch jets are at the Saudi base.", "Saudi Arabia"),
    ],
)
def test_towns_and_bases_by_what_they_are_called(text: str, place: str) -> None:
    found = [f for f in read(text).drafts if f.type_code in {"presence", "strength"}]
    assert place in [f.place.place.name for f in found if f.place is not None]


def test_a_class_of_ships_is_no_place() -> None:
    found = facts("An Ohio-class submarine of the US Navy is in the Suez Canal.")
    assert {f["place"] for f in found} == {"Suez Canal"}


def test_a_level_behind_an_adjective() -> None:
    found = facts("The number of Serbian soldiers at Raska has been brought back from 8,350 to the usual 4,500.")
    assert [(f["n"][0], f["before"][0]) for f in found] == [(4500, 8350)]


def test_those_who_wait_somewhere_are_there() -> None:
    found = facts("But for 112 Indian soldiers who wait for orders at Assab, all have left Eritrea.")
    assert [f["n"][0] for f in found if f["type"] == "strength"] == [112]


def test_a_level_before_its_parts_in_brackets() -> None:
    found = facts("The Russian base is at Gyumri in Armenia. Its strength is approximately 5000 (2500 Russians).")
    assert 5000 in [f["n"][0] for f in found if f["type"] == "strength"]


@pytest.mark.parametrize(
    "text",
    [
        "Tens of thousands of US troops remain deployed all over the world, some in zones of war such as Somalia.",
        "The AU force was at Nyala in Sudan. Almost 6,000 soldiers and nearly 1,200 staff are gone.",
    ],
)
def test_those_everywhere_or_gone_are_no_level(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "strength"]


def test_a_headline_in_capitals_names_no_site() -> None:
    found = read("China Builds First Overseas Military Outpost\n\nThe work at Obock in Djibouti goes on.").drafts
    assert not [d for d in found if d.place is not None and d.place.place.name.startswith("Builds")]


def test_one_of_its_bases_is_the_one_named_further_on() -> None:
    found = facts("The UN mission has closed one of its bases in Mali.\n\nThe mission closed a base at Ber on Monday.")
    assert [f["place"] for f in found if f["type"] == "base_closure"] == ["Ber"]


@pytest.mark.parametrize(
    "text",
    [
        "Malian soldiers train. There should be no foreign forces in the north, the minister said.",
        "Malian soldiers train. Camps used by army contractors are not listed.",
        "Malian soldiers train. There was talk of a garrison that would stay for years.",
        "When the Dutch army will have a permanent base in Gao he did not say.",
        "The Dutch soldiers in Gao have left; they were not asked to stay by Mali.",
        "Australian troops left Iraq, and the first of them are back in Brisbane.",
    ],
)
def test_presences_of_which_nothing_says_that_they_are_anywhere(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "presence"]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The army has 20,000 men in Borno against an estimated 3,000 fighters.", (3000, 3000)),
        ("Chad's soldiers reached Aguelhok on Monday and joined 250 Nigerien troops there.", (250, 250)),
        ("A task force of some 500 specialists is packing up the equipment at Camp Castor.", (500, 500)),
        ("A group of 40 military observers has counted the tanks at Freetown since June.", (40, 40)),
        ("The mission in Bangui will be left with 800 soldiers.", (800, 800)),
        ("Russian jets are in Belarus. Up to 600 people are stationed at Machulishchi.", (None, 600)),
        ("NATO has a headquarters in Sarajevo; some 70 people work in it.", (70, 70)),
        ("About 2,000 people from the Swedish army are on Gotland.", (2000, 2000)),
        ("Up to 600 soldiers are at Mozyr, says Minsk, and up to 1,450 at the air base in Lida.", (None, 1450)),
    ],
)
def test_a_strength_may_be_told_by_what_others_do(text: str, n: tuple[int | None, int | None]) -> None:
    assert n in [f["n"][:2] for f in facts(text) if f["type"] == "strength"]


@pytest.mark.parametrize(
    "text",
    [
        "The American base in Manas can house 3,000 soldiers.",
        "Up to 900 American troops can be accommodated in the barracks at Orzysz.",
        "A group of ten armed men exchanged fire with soldiers in Bouake.",
        "The Russian army joined 15,000 Armenians for the exercise at Gyumri.",
        "Retained by Britain as the seat of 38 (Irish) Brigade, it has a new roof.",
        "A Malian force of 500 is to be set up in Gao.",
        "The American base at Keflavik is closed. In Njardvik 600 people lost their work.",
    ],
)
def test_no_strength_is_told(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "strength"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kuwait hosts 13,500 American soldiers, Qatar 8,000, Bahrain 5,000.",
            {("Kuwait", 13500), ("Qatar", 8000), ("Bahrain", 5000)},
        ),
        (
            "But Spain's 700 soldiers are confined to Badghis and Italy's 1,900 to Herat.",
            {("Badghis", 700), ("Herat", 1900)},
        ),
        ("Two companies of the EU are in Bosnia. EUFOR will have 1,200.", {("Bosnia and Herzegovina", 1200)}),
        ("Roughly 900 Russian soldiers guard an ammunition depot at Cobasna.", {("Cobasna", 900)}),
    ],
)
def test_numbers_without_a_noun_in_lists_and_after_units(text: str, expected: set[tuple[str, int]]) -> None:
    assert expected <= {(str(f["place"]), f["n"][0]) for f in facts(text) if f["type"] == "strength"}


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The number of American soldiers in Syria is to drop below 800.", (None, 800)),
        ("American forces in Iraq fell under 5,000 in January.", (None, 5000)),
        ("Chile sent 900 marines to Haiti on Monday, raising that to 2,000 two days later.", (2000, 2000)),
    ],
)
def test_a_level_may_fall_below_a_number(text: str, n: tuple[int | None, int | None]) -> None:
    assert n in [f["n"][:2] for f in facts(text) if f["type"] == "strength_change"]


def test_attacks_on_soldiers_are_no_strength() -> None:
    assert not [f for f in facts("Attacks on American soldiers in Iraq fell to 200.") if "strength" in str(f["type"])]


def test_a_number_behind_a_month_may_count_who_comes() -> None:
    found = facts("Britain has sent 600 soldiers to Basra, and in May 450 Australians are to arrive there.")
    assert [f["n"][0] for f in found if f["type"] == "deployment"] == [600, 450]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("About 210 Danish airmen, who transport material into Iraq, are to stay in Kuwait.", {210}),
        ("The 48 Indian soldiers left behind at Barentu are to rejoin their unit in May.", {48}),
        ("The two brigades, each 4,000 strong, are stationed in Vilseck.", {2, 4000}),
        ("A total of 5,200 Burundian soldiers are part of the African Union force in Somalia.", {5200}),
        ("Uganda has more than 6,000, Ethiopia 4,400 and Kenya 3,700 soldiers in Somalia.", {6000, 4400, 3700}),
    ],
)
def test_counts_whose_clause_says_more_than_where_they_are(text: str, n: set[int]) -> None:
    assert n <= {f["n"][0] for f in facts(text) if f["type"] == "strength"}


def test_a_force_that_is_to_be_set_up_is_nowhere() -> None:
    text = "A reaction force of 500 is to be set up in Liberia by the UN."
    assert not [f for f in facts(text) if f["type"] == "strength"]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Poland's army has troops in Iraq. It has had to stretch its 2,400 men over the gap.", 2400),
        ("France is to send 200 engineers to join the 150 soldiers already in Naqoura.", 150),
    ],
)
def test_those_whom_a_force_has_are_counted(text: str, n: int) -> None:
    assert n in [f["n"][0] for f in facts(text) if f["type"] == "strength"]


def test_those_aboard_ships_are_no_ships() -> None:
    found = [f.get("n") for f in facts("France has soldiers in Lebanon. Some 1,700 aboard ships off Tyre wait.")]
    assert all(n is None or n[3] != "ships" for n in found)


def test_what_follows_a_time_that_followed_is_a_subject() -> None:
    text = "In the years that followed the Danish contingent in southern Helmand grew to 750."
    assert [(f["n"][0], f["actors"]) for f in facts(text) if f["type"] == "strength_change"] == [(750, {"DNK"})]
