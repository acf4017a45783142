"""What moves: the head noun that a verb moves decides whether troops leave, come, are added or are prisoners."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

from .reading import facts

ON = date(2025, 6, 10)
BEFORE = "Kenyan troops hold the port of Kismayo.\n\n"


def types(sentence: str) -> list[str]:
    """Types stated by a sentence that follows one about troops."""
    return [d.type_code for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The last of them flew home from Kismayo on Sunday.", "withdrawal"),
        ("The Burundian battalion made its exit from Kismayo in May.", "withdrawal"),
        ("Two hundred Ugandan soldiers are on their way to Kismayo.", "deployment"),
        ("An extra Ethiopian battalion was rushed to Kismayo.", "reinforcement"),
        ("Two tank companies were moved from Kismayo to Garissa.", "relocation"),
        ("The 4th Brigade was put under the command of the navy.", "restructuring"),
        ("Kenyan soldiers flew 40 captured fighters to Garissa.", "detainee_transfer"),
    ],
)
def test_troops_that_move(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Families left Kismayo as shells fell.",
        "An aid convoy entered Kismayo on Monday.",
        "The ambassador flew to Kismayo.",
        "Two soldiers were left wounded.",
        "A rocket landed in a field near Kismayo.",
        "The bodies of two Kenyan soldiers arrived in Nairobi.",
        "The commander came under pressure.",
        "He says rents bring in $2 million a year.",
    ],
)
def test_what_is_no_force_moves_nothing(sentence: str) -> None:
    assert not set(types(sentence)) & {"withdrawal", "deployment", "reinforcement", "relocation"}


def test_the_number_of_what_moves_may_stand_in_an_apposition() -> None:
    made = extract(BEFORE + "The last Ethiopian soldiers, 90 medics, left Kismayo on 3 June.", ON).drafts
    gone = next(d for d in made if d.type_code == "withdrawal")
    assert gone.quantity is not None and gone.quantity.low == 90


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 300 soldiers left Kismayo in April, another 400 in May.", [(300, 4), (400, 5)]),
        (
            "Of the 900 soldiers, 500 will return by the end of July and the remaining 400 by August 2025.",
            [(500, 7), (400, 8)],
        ),
        (
            "Most of the 900 soldiers will leave Kismayo: 500 by the end of July and the rest by August 2025.",
            [(500, 7), (None, 8)],
        ),
    ],
)
def test_parts_that_repeat_the_verb_are_facts_of_their_own(text: str, expected: list[tuple[int | None, int]]) -> None:
    made = [d for d in extract(BEFORE + text, ON).drafts if d.type_code == "withdrawal"]
    assert [(d.quantity and d.quantity.low, d.date_end and d.date_end.month) for d in made] == expected


def test_counts_of_two_kinds_that_move_together_are_two_records() -> None:
    made = extract(BEFORE + "Uganda sent 250 soldiers and three helicopters to Kismayo.", ON).drafts
    assert {(d.quantity.low, d.quantity.unit) for d in made if d.quantity} >= {(250, "personnel"), (3, "aircraft")}


@pytest.mark.parametrize(
    "sentence",
    ["The last 90 returned to Nairobi on Sunday.", "The Kenyan company returned to Kenya in May."],
)
def test_who_goes_to_his_own_country_leaves_where_he_was(sentence: str) -> None:
    left = next(
        d for d in extract("Kenyan troops were in Goma, in eastern Congo.\n\n" + sentence, ON).drafts if d.destination
    )
    assert (left.type_code, left.origin and left.origin.place.name) == ("withdrawal", "Goma")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Trains carrying tanks left Voi on Monday.", "withdrawal"),
        ("Three A400Ms left Garissa on Monday.", "withdrawal"),
        ("The five Puma helicopters left on 3 June.", "withdrawal"),
        ("An advance party of 20 crossed into Somalia on Monday.", "deployment"),
    ],
)
def test_carriers_and_designations_move(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


def test_those_who_follow_make_the_move_told_before() -> None:
    made = extract("Dutch troops left Mali in May, and Sweden followed in October.", date(2022, 12, 1)).drafts
    assert [(d.type_code, d.actors, d.main_place and d.main_place.place.name) for d in made] == [
        ("withdrawal", ("NLD",), "Mali"),
        ("withdrawal", ("SWE",), "Mali"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The tanks were sent back to barracks on Monday.", "withdrawal"),
        ("Uganda has promised 400 men for Kismayo.", "deployment"),
        ("A battalion left Nairobi for Kuwait on Monday.", "deployment"),
        ("Ethiopian troops left Baidoa on Monday.", "withdrawal"),
    ],
)
def test_whither_decides_what_a_going_is(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    ["A ceasefire followed on Monday.", "Families returned to their homes.", "Amid the build-up, talks began."],
)
def test_what_follows_or_returns_need_not_be_a_force(sentence: str) -> None:
    assert types(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The last 90 soldiers took off on Monday in two transports.", "withdrawal"),
        ("Ethiopian soldiers walked into the military part of Kismayo airport.", "deployment"),
        ("A second battalion, flown in from Garissa last month, patrols the port.", "deployment"),
        ("Some 60 military police arrived in Kismayo.", "deployment"),
        ("In May the 3rd Battalion is to take their place.", "deployment"),
    ],
)
def test_words_of_going_that_mean_much_else(sentence: str, expected: str) -> None:
    assert expected in types(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "How many of the soldiers will leave is not known.",
        "The equipment was sold rather than flown out.",
        "The soldiers leave the town in a better state.",
        "Two jets took off from Kismayo and bombed Jilib.",
    ],
)
def test_what_is_asked_passed_over_or_only_looks_like_leaving(sentence: str) -> None:
    assert "withdrawal" not in types(sentence)


def test_a_convoy_counts_its_lorries() -> None:
    gone = extract(BEFORE + "The soldiers drove to Garissa in a convoy of 60 trucks.", ON).drafts[-1]
    assert gone.quantity is not None and (gone.quantity.low, gone.quantity.unit) == (60, "vehicles")


def test_the_place_that_it_leads_to_goes_before_the_one_where_the_unit_is() -> None:
    sent = extract(BEFORE + "Kenya sent two battalions from the brigade in Garissa to Dhobley.", ON).drafts[-1]
    assert sent.destination is not None and sent.destination.place.name == "Dhobley"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("There are no plans for Ethiopian troops to go back to Baidoa.", "denied"),
        ("Kenya has plans for 200 marines to return to Baidoa.", "planned"),
        ("The minister denied a report that the brigade would return to Baidoa.", "denied"),
    ],
)
def test_a_plan_for_troops_to_go(sentence: str, status: str) -> None:
    made = [d for d in extract(BEFORE + sentence, ON).drafts if d.type_code == "deployment"]
    assert [(d.status, d.main_place and d.main_place.place.name) for d in made] == [(status, "Baidoa")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The general recommends that the soldiers return to their home countries.", "withdrawal"),
        ("The company was flown there by helicopter on 22 May.", "deployment"),
        ("The main body of 400 crossed into Somalia on Monday.", "deployment"),
    ],
)
def test_verbs_that_look_like_nouns_and_goals_without_a_name(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence", ["Two F-16s were sent up to meet the drone.", "The OSCE's monitors left Kismayo in May."]
)
def test_a_scramble_and_civil_monitors_move_no_force(sentence: str) -> None:
    assert not set(types(sentence)) & {"withdrawal", "deployment"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The frigate left Djibouti on 2 May and anchored off Kismayo.", "deployment"),
        ("The soldiers left Kismayo and were happy to rest.", "withdrawal"),
    ],
)
def test_leaving_one_port_for_another_is_one_move(sentence: str, expected: str) -> None:
    assert types(sentence) == [expected]


def test_members_of_a_unit_who_fly_in_are_counted() -> None:
    text = "He is one of 700 members of the 4th Division who flew from Nairobi to Kismayo in May."
    flown = [d.quantity.low for d in extract(BEFORE + text, ON).drafts if d.quantity and d.type_code == "deployment"]
    assert flown == [700]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The withdrawal of Kenya from Somalia is complete.", "Somalia"),
        ("The withdrawal will be complete by July.", "Kismayo"),
        ("The Kenyan soldiers were themselves withdrawn in May.", "Kismayo"),
        ("Both sides have pulled back.", "Kismayo"),
    ],
)
def test_whence_a_withdrawal_is(sentence: str, place: str) -> None:
    made = [d for d in extract(BEFORE + sentence, ON).drafts if d.type_code == "withdrawal"]
    assert [d.main_place and d.main_place.place.name for d in made] == [place]


def test_what_follows_a_town_after_a_comma_is_what_it_lies_in() -> None:
    made = extract("Some 90 British soldiers moved from Bonn to Catterick, North Yorkshire, in May.", ON).drafts
    assert [d.destination and d.destination.place.name for d in made] == ["Catterick"]


def test_from_alone_leaves_and_from_to_changes_places() -> None:
    assert types("The Kenyan tanks moved from Kismayo in May.") == ["withdrawal"]
    assert types("The Kenyan tanks moved from Kismayo to Garissa in May.") == ["relocation"]


THEATRE = "The government of Somalia wants foreign troops to secure Kismayo, a port in southern Somalia.\n\n"


def undone(sentence: str) -> list[tuple[str, tuple[str, ...], str]]:
    drafts = [d for d in extract(THEATRE + sentence, ON).drafts if d.start >= len(THEATRE)]
    return [(d.type_code, d.actors, d.status) for d in drafts]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ghana has offered two battalions.", ("deployment", ("GHA",), "considered")),
        ("Senegal pledged 400 soldiers.", ("deployment", ("SEN",), "planned")),
        ("Gabon has offered a company.", ("deployment", ("GAB",), "considered")),
        ("Togo turned down a request for two battalions.", ("deployment", ("TGO",), "denied")),
        ("The Security Council authorised up to 4,000 peacekeepers.", ("deployment", ("UN",), "planned")),
        ("Sweden ruled out ground troops.", ("deployment", ("SWE",), "denied")),
        ("Chile ruled out taking part.", ("deployment", ("CHL",), "denied")),
        ("Norway would contribute 150 soldiers to the force.", ("deployment", ("NOR",), "planned")),
        ("Peru is considering whether to join the mission.", ("deployment", ("PER",), "considered")),
        ("The Zambian battalion is expected in Kismayo in May.", ("deployment", ("ZMB",), "considered")),
        ("Nepal has no intention of putting soldiers on Somali soil.", ("deployment", ("NPL",), "denied")),
    ],
)
def test_troops_that_are_not_on_their_way_yet(sentence: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    assert expected in undone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana offered the soldiers a bonus.",
        "Chile considers the troops heroes.",
        "The cabinet approved the budget.",
        "Norway wants its soldiers paid on time.",
        "Experts put the number of Kenyans in Kismayo at 3,000.",
        "Peru put forward a resolution.",
        "Togo is not asking for soldiers.",
    ],
)
def test_what_is_offered_or_wanted_is_no_new_force(sentence: str) -> None:
    assert not [x for x in undone(sentence) if x[0] in {"deployment", "reinforcement"}]


def test_who_would_come_goes_where_the_text_says_that_troops_would_go() -> None:
    drafts = extract(THEATRE + "Ghana has offered to send troops to Kismayo. Senegal pledged 400 soldiers.", ON).drafts
    assert [p.place.country_code for d in drafts if "SEN" in d.actors and (p := d.main_place)] == ["SOM"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministry said a drawdown had never been discussed.", "denied"),
        ("The ambassador dismissed talk of a Kenyan exit from Kismayo.", "denied"),
        ("There is no question of the Kenyans pulling out.", "denied"),
        ("Parliament demanded a full withdrawal.", "considered"),
    ],
)
def test_a_movement_that_nobody_makes(sentence: str, expected: str) -> None:
    found = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    assert [(d.type_code, d.status) for d in found] == [("withdrawal", expected)]


def test_a_bare_number_of_those_spoken_of() -> None:
    drafts = extract(
        "Kenya has 4,000 soldiers in Somalia. Ghana is to send about 300. Chad has announced 200.", ON
    ).drafts
    found = [(d.actors, d.quantity.low) for d in drafts if d.type_code == "deployment" and d.quantity]
    assert found == [(("GHA",), 300), (("TCD",), 200)]


def test_a_third_state_that_rejects_a_plan_denies_nothing() -> None:
    drafts = extract("Ghana plans to send two battalions to Somalia. Iran rejects the plan.", ON).drafts
    assert [d.status for d in drafts] == ["planned"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nairobi demanded that Ugandan troops leave its territory.", ("withdrawal", "UGA", "KEN")),
        ("Kenya says it will not allow Ugandan troops on its soil.", ("deployment", "UGA", "KEN")),
    ],
)
def test_ones_own_soil_is_that_of_who_speaks(sentence: str, expected: tuple[str, str, str]) -> None:
    found = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    assert [(d.type_code, d.actors[0], d.main_place and d.main_place.place.country_code) for d in found] == [expected]


def test_an_orderly_departure_that_is_weighed() -> None:
    assert types("Generals have hinted that an orderly departure would take three years.") == ["withdrawal"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Hundreds of US soldiers have left Kismayo, returning to their base in Texas.",
            [("withdrawal", "Kismayo", "Texas")],
        ),
        (
            "Washington may withdraw 400 soldiers from Kismayo, who would go to Guam.",
            [("withdrawal", "Kismayo", "Guam")],
        ),
        (
            "The US brigade was flown to Somalia, arriving at Kismayo on Sunday.",
            [("deployment", None, "Kismayo")],
        ),
        (
            "US troops landed in Kismayo in March 1994 and left in May 1996.",
            [("deployment", None, "Kismayo"), ("withdrawal", "Kismayo", None)],
        ),
        ("Ugandan troops landed in Kismayo in 2009 and never left.", [("deployment", None, "Kismayo")]),
    ],
)
def test_legs_of_one_journey_are_one_move(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    made = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    ends = [(d.type_code, d.origin and d.origin.place.name, d.destination and d.destination.place.name) for d in made]
    assert ends == expected


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Ethiopia called on Uganda to withdraw its troops from Kismayo.", "UGA"),
        ("Ethiopia appealed to Rwanda to pull its battalion out of Kismayo.", "RWA"),
        ("Ethiopia is counting on Uganda to send a battalion to Kismayo.", "UGA"),
    ],
)
def test_who_is_called_on_to_move_is_who_moves(sentence: str, actor: str) -> None:
    assert [d.actors for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)] == [(actor,)]


def test_a_site_that_will_be_left_by_troops_and_a_first_deployment_years_ago() -> None:
    assert types("Two more bases, Kismayo and Afmadow, will be left by the Kenyan troops.") == ["withdrawal"] * 2
    assert types("Four have died since the first of the Kenyan troops were deployed there in 2011.") == ["deployment"]
    assert types("With some 300 soldiers left in Kismayo, the force is weak.") == ["strength"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More than 500 Rwandan soldiers have left for the UN mission in Darfur.", [("deployment", "Darfur")]),
        ("Two Rwandan battalions were flown out of Rwanda to Darfur.", [("deployment", "Darfur")]),
        ("Kenyan troops left Kismayo, easing the threat to the port of Merca.", [("withdrawal", None)]),
        ("The US carrier was sent to the Red Sea instead of to the Persian Gulf.", [("deployment", "Red Sea")]),
        ("Kenyan army units were being moved to Garissa.", [("relocation", "Garissa")]),
        ("Kenyan soldiers have been placed in a higher state of readiness.", [("deployment", "Kismayo")]),
        ("Some 60 Australian guards are being deployed to Kismayo.", [("deployment", "Kismayo")]),
        ("Our bombers will go on operating in the Pacific.", [("presence", None)]),
        ("US soldiers flew drones from the airport of Kismayo.", []),
    ],
)
def test_whither_a_phrase_leads(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    made = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    assert [(d.type_code, d.destination and d.destination.place.name) for d in made] == expected


def test_who_is_flown_by_anothers_craft_is_no_man_of_theirs() -> None:
    text = BEFORE + "The first 40 Kenyan soldiers were flown to Garissa by British helicopters."
    assert extract(text, ON).drafts[-1].actors == ("KEN",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty Kenyan soldiers have been left behind to guard the port of Kismayo.",
        "The Kenyan militia came into being in Kismayo in 1996.",
        "Three Kenyan patrol ships made for waters near the shore are at Kismayo.",
        "An F-16 that came down near Kismayo had engine trouble.",
        "None of the Kenyan aircraft had been flying in the area of Kismayo.",
        "It was their first withdrawal from Kismayo in two years.",
        "Kenya will keep some 200 soldiers there to bring home equipment from Kismayo.",
        "The conditions of the withdrawal were signed in Nairobi.",
        "In the assault Kenyan troops took 145 men prisoner at Kismayo.",
        "Five drones had been sent against Kismayo.",
    ],
)
def test_words_of_going_that_move_nobody(sentence: str) -> None:
    moves = {"deployment", "withdrawal", "relocation", "detainee_transfer"}
    assert not moves & set(types(sentence))


def test_a_leaving_of_which_a_move_tells_the_whole_is_one_record() -> None:
    text = "Kenyan army moves headquarters out of Kismayo\n\nThe Kenyan army has moved its headquarters from Kismayo to"
    made = [d for d in extract(text + " Garissa.", ON).drafts if d.type_code in {"withdrawal", "relocation"}]
    assert len(made) == 1


def test_what_was_before_says_when_and_not_where() -> None:
    text = BEFORE + "Kenya sent 500 soldiers to Garissa in the months after the invasion of Ethiopia in 2006."
    sent = next(d for d in extract(text, ON).drafts if d.type_code == "deployment")
    assert sent.destination is not None and sent.destination.place.name == "Garissa"


def test_planes_that_fly_from_a_field_are_based_there() -> None:
    assert types("Kenya has five jets there, which now fly from Kismayo.") != ["withdrawal"]


@pytest.mark.parametrize(
    "sentence",
    [
        "When the rest of the soldiers can follow it was too early to say.",
        "Nearly all of the soldiers come from Uganda.",
        "Former fighters have regrouped in the forests of Kismayo.",
        "They will be home in May, at the end of their third deployment.",
    ],
)
def test_what_is_asked_or_only_says_whose_they_are(sentence: str) -> None:
    assert not {"deployment", "relocation"} & set(types(sentence))


def test_who_wants_troops_out_and_who_evicts_them_is_not_who_leaves() -> None:
    told = [d for d in extract(BEFORE + "Somalia wants the Kenyan soldiers out by May.", ON).drafts if d.start > 9]
    assert [(d.type_code, d.actors, d.status) for d in told] == [("withdrawal", ("KEN",), "considered")]
    text = (
        "American soldiers are at Karshi in Uzbekistan.\n\nThe Uzbek government formally evicted the military in July."
    )
    assert extract(text, ON).drafts[-1].actors == ("USA",)


def test_of_the_whole_and_its_part_the_whole_has_left() -> None:
    gone = extract(BEFORE + "On Sunday 40 Kenyan armoured vehicles, including 20 tanks, left Kismayo.", ON).drafts[-1]
    assert gone.quantity is not None and gone.quantity.low == 40


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Twenty US soldiers arrived at Fort Hood on Friday after being deployed to Kuwait.",
            [("withdrawal", "Kuwait", "Fort Hood")],
        ),
        (
            "Two hundred US soldiers landed at Fort Bliss after a year-long mission in Kuwait.",
            [("withdrawal", "Kuwait", "Fort Bliss")],
        ),
        ("The US marines returned to Kuwait after a month in Iraq.", [("deployment", None, "Kuwait")]),
    ],
)
def test_who_comes_home_after_a_tour_leaves_where_it_was(sentence: str, expected: list[tuple[str | None, ...]]) -> None:
    made = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    ends = [(d.type_code, d.origin and d.origin.place.name, d.destination and d.destination.place.name) for d in made]
    assert ends == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ugandan troops came into contact with bandits in Moroto.",
        "Most of the UN soldiers come from Nepal.",
        "Ghanaian soldiers who had left Bor were fed by the villagers.",
    ],
)
def test_words_of_moving_that_tell_of_no_move(text: str) -> None:
    assert [d for d in extract(text, ON).drafts if d.type_code in {"withdrawal", "deployment"}] == []


def test_whither_may_open_the_sentence() -> None:
    out = extract("Into Bor the units of the Ghanaian army have gone.", date(2021, 3, 4))
    assert [(d.type_code, d.destination is not None) for d in out.drafts] == [("deployment", True)]


def test_who_flies_in_from_where_the_text_has_them_is_home() -> None:
    assert types("Some 500 of the Kenyan soldiers flew in from Kismayo in the morning.") == ["withdrawal"]
    assert types("It was the fourth battalion that Kenya has sent to Kismayo.") == []
    assert types("The last of them boarded buses on Monday and set out for Garissa.") == ["withdrawal"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Burundi left in 2014.", ("withdrawal", ("BDI",), "Kismayo")),
        ("They came in 2012, when a militia still ruled the coast.", ("deployment", ("KEN",), "Kismayo")),
        ("The Djiboutian and Burundian companies came by road on Tuesday.", ("deployment", ("DJI", "BDI"), "Kismayo")),
        ("A platoon from Malawi is due in October.", ("deployment", ("MWI",), "Kismayo")),
        ("A part of the Ugandans went last month.", ("withdrawal", ("UGA",), "Kismayo")),
        ("A transport plane took off on Friday with the last of the Kenyans.", ("withdrawal", ("KEN",), "Kismayo")),
        ("The Burundians are to replace the Kenyans in Afmadow.", ("deployment", ("BDI",), "Afmadow")),
        ("Another 200 Burundians are on their way under the plan.", ("deployment", ("BDI",), "Kismayo")),
        ("A first group of Malawians is expected at Afmadow in June.", ("deployment", ("MWI",), "Afmadow")),
        ("The Kenyans are packing.", ("withdrawal", ("KEN",), "Kismayo")),
        ("By the end of July all soldiers will be out.", ("withdrawal", ("KEN",), "Kismayo")),
        ("The Senegalese have relieved them in Afmadow.", ("deployment", ("SEN",), "Afmadow")),
    ],
)
def test_a_coming_or_leaving_with_its_time_alone(sentence: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    found = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    assert [(d.type_code, d.actors, d.main_place and d.main_place.place.name) for d in found] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister left in 2014.",
        "Most came from poor families in the north.",
        "Where they will go nobody said.",
        "They went on asking for pay in May.",
        "Uganda came first in 2014, and the Kenyans were due to run again in May.",
        "Burundi left the league in 2014.",
        "Their pay is due in May.",
        "A decision is on its way.",
        "The results are out.",
        "A first part of the money is due in May.",
        "A ruling is expected at the court in Nairobi.",
        "It came in May.",
    ],
)
def test_what_comes_or_goes_otherwise(sentence: str) -> None:
    assert not set(types(sentence)) & {"withdrawal", "deployment", "reinforcement", "relocation"}


def test_a_number_after_a_month() -> None:
    (coming,) = [d for d in extract(BEFORE + "In May 450 Ugandans arrived.", ON).drafts if d.type_code == "deployment"]
    assert coming.quantity is not None and coming.quantity.low == 450


@pytest.mark.parametrize(
    ("first", "then", "where"),
    [
        ("The carrier USS Gerald R. Ford left Norfolk.", "The Ford had come to the Red Sea in May.", "Red Sea"),
        ("USS Carney and USS Mason reached Rota.", "The Mason will sail on to the Black Sea.", "Black Sea"),
        ("The German frigate Hessen left Wilhelmshaven.", "The Hessen reached the Red Sea on Friday.", "Red Sea"),
    ],
)
def test_a_ship_by_its_name_alone(first: str, then: str, where: str) -> None:
    found = extract(f"{first} {then}", ON).drafts[-1]
    assert found.type_code == "deployment" and found.main_place and found.main_place.place.name == where


def test_no_ship_by_a_word_of_its_name() -> None:
    text = (
        "The German frigate Hessen left Wilhelmshaven. Hessen won the cup. Ford cars were sold; the Ford plant closed."
    )
    assert [d.type_code for d in extract(text, ON).drafts] == ["deployment"]


def test_the_unit_that_relieves_is_another() -> None:
    text = (
        "The 49th Armored Division was sent to Tuzla in March.\n\n"
        "In October the 3rd Infantry Division is to be sent to Tuzla."
    )
    assert [d.status for d in extract(text, ON).drafts] == ["completed", "planned"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Chile has 900 soldiers in Haiti. The army says it means to raise the strength there gradually.",
            ("reinforcement", "CHL", "planned"),
        ),
        (
            "The number of Danish soldiers in Afghanistan will rise next year.",
            ("reinforcement", "DNK", "planned"),
        ),
        ("Turkey denied any increase of its forces in Idlib.", ("reinforcement", "TUR", "denied")),
        ("NATO's numbers in Kosovo have fallen sharply since then.", ("withdrawal", "NATO", "completed")),
        ("American troop levels in Iraq will come down further.", ("withdrawal", "USA", "planned")),
    ],
)
def test_a_level_may_change_by_a_number_that_is_not_told(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [(f["type"], *f["actors"], f["status"]) for f in facts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The number of attacks on the French army in Mali rose.",
        "The number of dead American soldiers in Iraq is rising.",
        "The Chadian army plans an increase in pay for its soldiers in Kidal.",
    ],
)
def test_what_is_no_level_of_troops_reinforces_nobody(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] in {"reinforcement", "withdrawal"}]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ethiopia got a Kenyan battalion in 2017.", ("deployment", ("KEN",), "Ethiopia")),
        ("Ethiopia is to receive two Ugandan companies.", ("deployment", ("UGA",), "Ethiopia")),
        ("They were strengthened by 200 Ugandans in May.", ("reinforcement", ("UGA",), "Kismayo")),
        ("Kenya will not only keep the soldiers there but strengthen them.", ("reinforcement", ("KEN",), "Kismayo")),
        ("A plane carried off the first 60 Kenyans on Monday.", ("withdrawal", ("KEN",), "Kismayo")),
        ("A company group held there will be withdrawn.", ("withdrawal", ("KEN",), "Kismayo")),
    ],
)
def test_who_is_got_or_strengthened(sentence: str, expected: tuple[str, tuple[str, ...], str]) -> None:
    found = [d for d in extract(BEFORE + sentence, ON).drafts if d.start >= len(BEFORE)]
    assert [(d.type_code, d.actors, d.main_place and d.main_place.place.name) for d in found] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ethiopia got its first brigade in 1919.",
        "Ethiopia received the Kenyan defence minister.",
        "Ethiopia got Turkish tanks.",
        "Trade ties were cut, but he wants to strengthen them.",
        "The minister took off his glasses.",
    ],
)
def test_what_is_got_or_strengthened_otherwise(sentence: str) -> None:
    assert not set(types(sentence)) & {"withdrawal", "deployment", "reinforcement", "relocation"}
