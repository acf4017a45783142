"""Forces that go somewhere, in shapes of sentences that hid who goes, where to or how many."""

from __future__ import annotations

from typing import Any

import pytest

from .reading import facts, missing

Wanted = dict[str, Any]


def going(who: str, where: str, n: int | None = None, type_code: str = "deployment", **more: Any) -> Wanted:
    wanted = {"type": type_code, "actors": {who}, "destination": where, **more}
    return wanted | ({"n": (n, n, "exact", "personnel")} if n is not None else {})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # whoever pledges or plans to reinforce has not moved in another clause
        ("Ghana is set to reinforce its garrison in Bawku with 80 soldiers.",
         going("GHA", "Bawku", 80, "reinforcement", status="planned")),
        ("Italy has offered to strengthen its contingent in Kosovo.",
         going("ITA", "Kosovo", None, "reinforcement", status="considered")),
        # beside those who are there already, whatever the verb
        ("Reinforcements were flown to Bawku by the Ghanaian army on Monday.", going("GHA", "Bawku", None, "reinforcement")),
        ("The army said 120 more Italian advisers are due in Kabul before the spring.",
         going("ITA", "Kabul", 120, "reinforcement", status="planned")),
        ("The Danish government approved another 150 soldiers for Kosovo.",
         going("DNK", "Kosovo", 150, "reinforcement", status="planned")),
        # ships that put to sea
        ("The Italian frigate Libeccio left Yokosuka for the Yellow Sea on Monday.",
         {"type": "deployment", "actors": {"ITA"}, "origin": "Yokosuka", "destination": "Yellow Sea"}),
        ("Five Italian warships will sail from Brindisi on Tuesday.",
         {"type": "deployment", "actors": {"ITA"}, "origin": "Brindisi", "status": "planned"}),
        ("The Italian frigate Libeccio left Djibouti on Tuesday.",
         {"type": "withdrawal", "actors": {"ITA"}, "origin": "Djibouti"}),
        # who takes leave of a land leaves it; ships stand off a coast
        ("After four months the marines of Tonga took their leave of Iraq on Thursday.",
         {"type": "withdrawal", "actors": {"TON"}, "origin": "Iraq"}),
        ("The Kenyan battalion waved goodbye to Haiti on Friday.",
         {"type": "withdrawal", "actors": {"KEN"}, "origin": "Haiti"}),
        ("A British destroyer stayed off Freetown for a week.",
         {"type": "presence", "actors": {"GBR"}, "place": "Freetown"}),
        # ground that is taken over, and things that are sent
        ("A company of Danish soldiers took over the bridge at Gao from the Dutch.", going("DNK", "Gao")),
        ("The border at Rafah was taken over by Egyptian soldiers.", going("EGY", "Rafah")),
        ("Zambia has moved armoured cars up to Chipata.", going("ZMB", "Chipata")),
        ("Zambian soldiers flooded the streets of Goma.", going("ZMB", "Goma")),
        # from one place of a country to another; to where they are needed at home
        ("Three Italian helicopters arrived at Gao from Kidal on Thursday.",
         {"type": "relocation", "actors": {"ITA"}, "origin": "Kidal", "destination": "Gao"}),
        ("Two Nigerian battalions left for Maiduguri on Monday.",
         {"type": "deployment", "actors": {"NGA"}, "destination": "Maiduguri"}),
        # "it was X that"
        ("It was Zambia that flew 120 soldiers to Luanda in March.", going("ZMB", "Luanda", 120)),
        # the noun of moving under a verb that announces or orders it
        ("Lusaka ordered the dispatch of a company of 90 soldiers to Goma on Friday.",
         going("ZMB", "Goma", 90, status="planned")),
        ("The Danish army announced the deployment to Latvia of 750 soldiers on Friday.", going("DNK", "Latvia", 750)),
        ("The airlift of 210 soldiers from Ghana to Monrovia began on 2 May.",
         going("GHA", "Monrovia", 210, status="ongoing")),
        ("The entry of 90 Togolese soldiers into Bamako is under way.", going("TGO", "Bamako", 90, status="ongoing")),
        # a clause with "as" and a subject of several words
        ("Markets closed as 300 soldiers from Chad were sent into Bangui in March.", going("TCD", "Bangui", 300)),
        # "way" that is made
        ("40 soldiers from Nepal are due to make their way to Juba by August.",
         going("NPL", "Juba", 40, status="planned")),
        # "up to" is no particle of the verb, and no new level
        ("Spain has no plans to bring up to 90 soldiers into Erbil.",
         going("ESP", "Erbil", status="denied") | {"n": (None, 90, "at_most", "personnel")}),
        ("Spain denied that it had flown up to 90 marines to Erbil.",
         going("ESP", "Erbil", status="denied") | {"n": (None, 90, "at_most", "personnel")}),
        # "for" leads where they go
        ("Last month 60 soldiers from Togo set out for northern Mali.", going("TGO", "northern Mali", 60)),
        ("A Danish frigate departed for the Gulf of Guinea in 2019.", going("DNK", "Gulf of Guinea")),
        # who tells stands behind what is told, or before it
        ('"More than 70 Irish soldiers left for Beirut last week," the mayor said.', going("IRL", "Beirut")),
        ('"We flew 70 soldiers to Beirut last month," a spokesman for the Irish armed forces said.',
         going("IRL", "Beirut", 70)),
        ("An envoy told the paper that Ghana had sent 30 soldiers to Lomé in 2019.", going("GHA", "Lomé", 30)),
        # the verb that the parser hides
        ("Having flown troops to Juba in March, Kenya called for talks.", going("KEN", "Juba")),
        ("Kenya's government landed troops in Mogadishu in 2019.", going("KEN", "Mogadishu")),
        # a day makes of "was deployed in" an act
        ("A company of Danish soldiers was deployed in Riga on Monday.", going("DNK", "Riga", status="completed")),
        # how many they are stands behind "with"
        ("Ghana has reinforced its post at Bawku with a 45-strong platoon.",
         going("GHA", "Bawku", 45, "reinforcement")),
        # a request of a government's is no office that anybody leaves
        ("Togo rushed 80 soldiers to Cotonou in 2019 at the request of the government there.",
         going("TGO", "Cotonou", 80)),
        # a month that comes soon is the one that is asked for
        ("The opposition urged Ghana to send 80 soldiers to Lomé in July.",
         going("GHA", "Lomé", 80, status="considered", dates=("2025-07-01", "2025-07-31"))),
    ],
)  # fmt: skip
def test_who_goes_where(text: str, wanted: Wanted) -> None:
    assert not missing([wanted], facts(text))


@pytest.mark.parametrize(
    "text",
    [
        "It was the third battalion that the army, of Togo, named.",
        "The firm's entry into the market was delayed, the army said.",
        "Ukraine's entry into the alliance was blocked, the military said.",
        "Has Ghana sent soldiers to Lomé?",
    ],
)
def test_nobody_goes(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "deployment"]


def test_a_number_behind_from_and_to_is_still_a_level() -> None:
    found = facts("The contingent in Juba, 900 Danish soldiers, was cut from 900 to 450 soldiers in March.")
    assert any(f["type"] == "strength_change" and f["n"][0] == 450 for f in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # "there" and "the country" mean the place that was only spoken of, not the sender's own
        ("Protests have shaken Haiti for days. Togo sent 300 soldiers there on Monday.", [going("TGO", "Haiti", 300)]),
        ("A coup has shaken Bolivia. Ottawa has sent 300 soldiers to the country.", [going("CAN", "Bolivia", 300)]),
        # a government sends nobody to its own country
        ("Ghana's defence minister spoke in parliament. The government would send 90 soldiers to Haiti, he said.",
         [going("GHA", "Haiti", 90, status="planned")]),
        # those who remain follow to where the first went
        ("Ghana flew 90 soldiers to Haiti on Monday. The remaining 200 are due to arrive next month.",
         [going("GHA", "Haiti", 90), going("GHA", "Haiti", 200, status="planned")]),
        ("Irish soldiers paraded in their capital on Sunday. On Monday 70 of them left for Mali.",
         [going("IRL", "Mali", 70)]),
        # one clause each
        ("With Irish troops arriving in Beirut, the opposition asked for a debate.",
         [going("IRL", "Beirut", status="ongoing")]),
        ("It was a week in which Ghana flew 90 soldiers to Haiti.", [going("GHA", "Haiti", 90)]),
        ("The Ghanaian army sent in reinforcements to Bawku in 2019.", [going("GHA", "Bawku", None, "reinforcement")]),
        ("Some 90 Irish soldiers are due to march into Beirut.",
         [going("IRL", "Beirut", status="planned")]),
        ("Ghana has agreed to ferry 90 soldiers to Monrovia by August.", [going("GHA", "Monrovia", 90, status="planned")]),
    ],
)  # fmt: skip
def test_what_went_before_is_meant(text: str, wanted: list[Wanted]) -> None:
    found = [f for f in facts(text) if f["type"] in {"deployment", "reinforcement"}]
    assert not missing(wanted, found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The frigates have been moved to Mombasa.", "relocation"),
        ("The Australian commandos have been shifted to Baucau.", "relocation"),
        ("Some of the Ugandan soldiers will be repositioned in Baidoa.", "relocation"),
        ("Most of the Ugandan contingent was transferred to Baidoa.", "relocation"),
        ("The Polish army's tanks are being concentrated at Orzysz.", "relocation"),
        ("Brazil moved 200 soldiers to Pacaraima.", "deployment"),
        ("Kenya moved its troops to the Somali border on Monday.", "deployment"),
        ("The Nigerian battalion moved into Bama on Tuesday.", "deployment"),
        ("The Turkish frigates went back to Aksaz on Friday.", "withdrawal"),
        ("The 300 Danish soldiers will go back to Denmark in May.", "withdrawal"),
        ("Some 400 Belgian soldiers will go back to Jordan in January.", "deployment"),
    ],
)
def test_who_was_somewhere_before_changes_places(sentence: str, expected: str) -> None:
    assert [f["type"] for f in facts(sentence)] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three Turkish frigates are to be stationed in Haifa.", ["deployment"]),
        ("Four American battalions will be stationed in Estonia.", ["deployment"]),
        ("Two Ghanaian battalions are going to be stationed in Bawku.", ["deployment"]),
        ("Two Greek battalions are stationed at Larnaca.", ["strength"]),
        ("The 400 Danish soldiers will remain stationed in Gao.", ["strength"]),
        ("The Danish soldiers will be stationed in Gao.", ["presence"]),
        ("Two Turkish squadrons will be based at Incirlik.", ["deployment"]),
        ("Greece wants to base four frigates in Larnaca.", ["deployment"]),
        ("The Danish army hopes to station 120 soldiers on Greenland, the island's largest base.", ["deployment"]),
        ("No Belgian soldiers will be based in Latvia.", ["deployment"]),
        ("No more than 300 Belgian soldiers will be stationed in Latvia.", ["strength"]),
        ("Some 2,000 Belgian soldiers will be in Latvia by May.", ["strength"]),
        ("The 600 Danish soldiers will be split between Riga and Tallinn.", ["deployment", "deployment"]),
        ("The Chadian soldiers are to be parcelled out among Bardai, Faya and Bamako.", ["deployment"] * 3),
        ("The Chadian soldiers are divided between Mali and Niger.", ["presence", "presence"]),
        ("A Kenyan battalion is on its way from Mombasa.", ["deployment"]),
        ("Two Danish frigates are due off Limassol by Friday.", ["deployment"]),
        ("There will be no Danish soldiers in Moldova.", ["deployment"]),
        ("There are no Danish soldiers in Moldova.", ["presence"]),
        ("Norway has been asked for a battalion in Darfur.", ["deployment"]),
        ("Portugal has not been asked for soldiers in Darfur.", ["deployment"]),
        ("Mali has asked for Chadian soldiers to help the police in Kidal.", ["deployment"]),
        ("Iceland has no plans for combat troops in Moldova.", ["deployment"]),
        ("The army is preparing plans for a smaller force in Moldova.", []),
        ("The Chadian soldiers will be divided among three battalions.", []),
        ("Kenyan soldiers occupied the harbour of Kismayo on Monday.", ["deployment"]),
        ("Kenyan soldiers occupied the harbour of Kismayo until May.", ["presence"]),
        ("Kenyan soldiers still occupy the harbour of Kismayo.", ["presence"]),
    ],
)
def test_who_will_be_stationed_or_is_asked_for_is_sent(sentence: str, expected: list[str]) -> None:
    assert [f["type"] for f in facts(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A company of French marines was flown from Libreville.", "deployment"),
        ("A Fijian platoon was moved up from Naqoura.", "deployment"),
        ("Some 400 Ugandan soldiers were sent from Entebbe.", "deployment"),
        ("The last Dutch soldiers were flown from Gao on Friday.", "withdrawal"),
        ("All Burundian soldiers were trucked from Jowhar.", "withdrawal"),
    ],
)
def test_new_troops_from_somewhere_come_and_known_ones_leave(sentence: str, expected: str) -> None:
    text = "French, Fijian, Ugandan and Dutch troops are in Bangui.\n\n" + sentence
    assert [f["type"] for f in facts(text)][-1] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkey took command of the force in Kabul from Britain in June.",
        "Greek officers will take over the Kabul force from Germany in May.",
        "Denmark takes charge of the battle group from Canada on Friday.",
    ],
)
def test_who_takes_command_from_another_goes_nowhere(sentence: str) -> None:
    assert not [f for f in facts(sentence) if f["type"] in {"deployment", "withdrawal"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("A South African convoy crossed the Namibian border into Angola on Tuesday.", "Angola"),
        ("Uruguayan marines crossed the Jaguarao river into Brazil at dawn on Monday.", "Brazil"),
        ("Egyptian troops crossed the Suez Canal to Sinai on Monday.", "Sinai"),
        ("Mexican marines crossed the Suchiate River into Guatemala on Monday.", "Guatemala"),
    ],
)
def test_what_is_crossed_is_not_where_they_go(text: str, where: str) -> None:
    assert [f.get("destination") for f in facts(text)] == [where]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The engineers and soldiers will come from Chile, Peru and Uruguay.", []),
        ("The new battalion came from Jordan and Morocco.", []),
        ("Chadian soldiers came from Cameroon in May.", ["withdrawal"]),
        ("Chadian troops came from Bongor to Moundou.", ["relocation"]),
    ],
)
def test_whence_a_force_comes_is_whose_it_is(text: str, types: list[str]) -> None:
    assert [f["type"] for f in facts(text)] == types


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Kenyan troops entered Goma on Monday and left on Tuesday.", "Goma"),
        ("Germany sent 15 soldiers to Nuuk, and they left after two days.", "Nuuk"),
        ("Kenyan troops were flown to Goma in May; they left in June.", "Goma"),
        ("Kurdish fighters moved into Kirkuk, and Barzani has said that they will not leave.", "Kirkuk"),
        ("Kenya sent a company of soldiers to Goma in May and withdrew it in June.", "Goma"),
    ],
)
def test_who_came_leaves_the_place_to_which_he_came(text: str, where: str) -> None:
    assert next(f["origin"] for f in facts(text) if f["type"] == "withdrawal") == where


@pytest.mark.parametrize(
    ("text", "start", "goal"),
    [
        ("Kenya moved the battalion at Garissa to a camp near Wajir.", "Garissa", "Wajir"),
        ("The US military will move the 4,500 detainees at Abu Ghraib to a new prison at Camp Cropper.", "Abu Ghraib",
         "Camp Cropper"),
        ("Turkish troops left Manbij in the direction of Jarablus.", "Manbij", "Jarablus"),
        ("Kenya deployed soldiers in Garissa to protect a convoy to Wajir.", None, "Garissa"),
    ],
)  # fmt: skip
def test_whom_somebody_moves_were_where_they_are_said_to_be(text: str, start: str | None, goal: str) -> None:
    found = facts(text)[0]
    assert (found.get("origin"), found.get("destination")) == (start, goal)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Spain will send 50 soldiers to UNIFIL.", going("ESP", "Lebanon", 50)),
        ("As many as 50 Czech soldiers may be sent to the EU training mission in Mali.", going("CZE", "Mali")),
        ("Fifty Czech soldiers have joined KFOR.", going("CZE", "Kosovo", 50)),
        ("Spain is pulling its battalion out of UNIFIL.",
         {"type": "withdrawal", "actors": {"ESP"}, "origin": "Lebanon"}),
        ("Spain will send 50 soldiers to UNIFIL in Naqoura.", going("ESP", "Naqoura", 50)),
    ],
)  # fmt: skip
def test_who_is_sent_to_a_mission_or_taken_from_it_goes_by_its_land(text: str, wanted: Wanted) -> None:
    assert missing([wanted], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Some 600 French soldiers left Niger in October and 900 will leave in December.",
         [("FRA", "Niger", 600), ("FRA", "Niger", 900)]),
        ("Of the 900 Danish soldiers in Iraq, 300 left in March and 600 will leave in May.",
         [("DNK", "Iraq", 300), ("DNK", "Iraq", 600)]),
        ("Of the 700 Kenyan soldiers in Haiti, about 200 have left.", [("KEN", "Haiti", 200)]),
        ("Uganda sent 1,200 soldiers to Juba, 300 of whom returned in March.", [("UGA", "Juba", 300)]),
        ("Uganda sent 1,200 soldiers to Juba; 300 of them returned in March.", [("UGA", "Juba", 300)]),
    ],
)  # fmt: skip
def test_so_many_of_those_leave(text: str, wanted: list[tuple[str, str, int]]) -> None:
    left = [f for f in facts(text) if f["type"] == "withdrawal"]
    assert [(*f["actors"], f["origin"], f["n"][0]) for f in left] == wanted


def test_who_is_handed_to_the_red_cross_had_been_held() -> None:
    wanted = {"type": "detainee_transfer", "actors": {"ELN"}, "n": (4, 4, "exact", "detainees")}
    assert missing([wanted], facts("The ELN handed over four soldiers to the Red Cross near Convencion.")) == []


def test_drones_but_no_soldiers_are_sent() -> None:
    assert facts("France has offered Ghana drones but no soldiers.") == []


def test_access_to_bases_is_granted_wherever_the_parser_hangs_them() -> None:
    wanted = {"type": "agreement", "actors": {"PHL", "USA"}, "status": "completed"}
    assert missing([wanted], facts("The Philippines has given the United States access to nine bases.")) == []


def test_a_mission_is_reinforced_with_men() -> None:
    text = "Spain has kept a training mission in Chad since 2007 and reinforced it with 200 men in January."
    assert missing([going("ESP", "Chad", 200, "reinforcement")], [f for f in facts(text) if "n" in f]) == []


def test_at_a_capitals_airport_is_in_that_town() -> None:
    wanted = {"type": "strength", "actors": {"FRA"}, "place": "Bangui", "n": (550, 550, "exact", "personnel")}
    assert missing([wanted], facts("France has 550 troops at Bangui's airport.")) == []
