"""Sentences that go on with those of whom the one before told, and verbs left out of what is said of the next one."""

from __future__ import annotations

import pytest

from .reading import facts, missing

_KEEPS = "Senegal keeps 2,500 soldiers in Gao. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A UN team has confirmed that all have gone.", {"type": "withdrawal", "actors": {"SEN"}, "origin": "Gao"}),
        ("Chad says the others will leave in July.", {"type": "withdrawal", "actors": {"SEN"}, "status": "planned"}),
        ("Another 400 arrived on Monday.", {"actors": {"SEN"}, "destination": "Gao", "n": (400, 400, "exact", "personnel")}),
        ("They were joined by another 300 on Monday.", {"type": "reinforcement", "n": (300, 300, "exact", "personnel")}),
        ("A second battalion will follow in July.", {"actors": {"SEN"}, "destination": "Gao", "status": "planned"}),
        ("Two of them were killed on Monday when a mine went off.", {"type": "attack_on_force", "n": (2, 2, "exact", "killed")}),
        ("A bomb wounded four of its men on Monday.", {"type": "attack_on_force", "n": (4, 4, "exact", "wounded")}),
        ("The opposition speaks of 3,000.", {"type": "strength", "n": (3000, 3000, "exact", "personnel")}),
        ("Togo has called it a mistake. In 2015 there were 180.", {"type": "strength", "actors": {"SEN"}, "place": "Gao"}),
        ("In July it will bring its force there up to 4,500.", {"type": "strength_change", "n": (4500, 4500, "exact", "personnel")}),
        ("Togo withdrew its own in 2022.", {"type": "withdrawal", "actors": {"TGO"}, "origin": "Gao"}),
    ],
)  # fmt: skip
def test_the_next_sentence_goes_on_with_those_told_of(text: str, wanted: dict[str, object]) -> None:
    strength = {"type": "strength", "n": (2500, 2500, "exact", "personnel")}
    assert missing([strength, wanted], facts(_KEEPS + text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # whose they are is said by the one who was told of last, not by the first one named
        ("Rwandan soldiers landed in Kitona on Monday. Zimbabwe has 2,800 men in Kinshasa. Another 400 arrived on Tuesday.",
         "Kinshasa"),
        ("Rwandan soldiers landed in Kitona on Monday. Zimbabwe has 2,800 men in Kinshasa. The first 400 arrived on Tuesday.",
         "Kinshasa"),
        ("Rwandan soldiers landed in Kitona in May. Zimbabwe has 2,800 men in Kinshasa. Hundreds arrived on Tuesday.",
         "Kinshasa"),
    ],
)  # fmt: skip
def test_a_count_without_a_name_is_of_those_told_of_last(text: str, place: str) -> None:
    last = facts(text)[-1]
    assert (last["actors"], last["destination"]) == ({"ZWE"}, place)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army bombed a camp of the rebels near Goma, killing 23 of them.", {"attack_on_force"}),
        ("Ethiopia follows with 2,500 in Baidoa.", {"reinforcement", "deployment"}),
    ],
)
def test_what_goes_on_with_nobody_tells_nothing_of_them(text: str, told: set[str]) -> None:
    assert not told & {f["type"] for f in facts("Kenya has 300 soldiers in Kismayo. " + text)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kenya opened a base in Goma in 2019 and another in Bunia in 2021.", {"Goma", "Bunia"}),
        ("The Kenyan base in Goma was closed in May, the one in Bunia in June.", {"Goma", "Bunia"}),
        ("Kenya will close its base in Goma, and those in Bunia and Beni.", {"Goma", "Bunia", "Beni"}),
        ("Kenya handed over its base in Goma in 2019 and that in Bunia in 2021.", {"Goma", "Bunia"}),
    ],
)
def test_a_verb_is_left_out_of_what_is_said_of_the_next_site(text: str, places: set[str]) -> None:
    assert {f["place"] for f in facts(text)} == places


def test_a_verb_is_left_out_of_what_is_said_of_the_next_force() -> None:
    found = facts("Kenya has sent 900 soldiers to Goma and Ghana a company of 150.")
    wanted = [{"actors": {"KEN"}, "destination": "Goma"}, {"actors": {"GHA"}, "destination": "Goma"}]
    assert missing([w | {"type": "deployment"} for w in wanted], found) == []
    found = facts("Kenyan soldiers left Goma in 2019, Ghanaian troops Bunia in 2021.")
    wanted = [{"actors": {"KEN"}, "origin": "Goma"}, {"actors": {"GHA"}, "origin": "Bunia"}]
    assert missing([w | {"type": "withdrawal"} for w in wanted], found) == []


def test_how_contingents_are_says_nothing_of_where() -> None:
    assert facts("Fighting goes on in Mali. The Canadian contingents are not large.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mali's last Ghanaian soldiers left in May.", {"actors": {"GHA"}, "origin": "Mali"}),
        ("Mali threw out its 300 Ghanaian troops in May.", {"actors": {"GHA"}, "origin": "Mali"}),
        ("In May Mali sent its 300 Ghanaian marines home.", {"actors": {"GHA"}, "origin": "Mali"}),
        (
            "Mali's last Ghanaian troops, the 300 of the task force at Gao, left.",
            {"n": (300, 300, "exact", "personnel")},
        ),
        ("Its last contingent, 100 Ghanaians, left Gao on Monday.", {"actors": {"GHA"}, "origin": "Gao"}),
        ("A force of 300, most of them Ghanaians, left Gao on Monday.", {"actors": {"GHA"}, "origin": "Gao"}),
    ],
)
def test_men_are_of_their_nation_whoever_hosts_them(text: str, wanted: dict[str, object]) -> None:
    found = facts("Nobody loves the UN mission in Gao. " + text)
    assert missing([wanted | {"type": "withdrawal"}], found) == []


def test_what_is_added_is_not_what_is_there() -> None:
    found = facts("The Ghanaian garrison in Gao, 900 men, was reinforced with another 90 on Monday.")
    assert [f["n"][0] for f in found if f["type"] == "reinforcement"] == [90]


@pytest.mark.parametrize(
    "text",
    [
        "The first company left on Sunday.",
        "The first 300 left on Sunday.",
        "The others will go by the end of the month.",
        "They will leave in July.",
    ],
)
def test_who_leaves_of_those_that_are_being_sent_goes_there(text: str) -> None:
    last = facts("Chad is sending 1,200 soldiers to Niger. " + text)[-1]
    assert (last["type"], last["actors"], last["destination"]) == ("deployment", {"TCD"}, "Niger")


def test_who_leaves_for_home_does_not() -> None:
    assert (
        facts("Chad is sending 1,200 soldiers to Niger. The first 300 left for home on Sunday.")[-1]["type"]
        == "withdrawal"
    )
    assert facts("Chad has 1,200 soldiers in Niger. The first 300 left on Sunday.")[-1]["type"] == "withdrawal"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # what follows suit behind a semicolon, though the parser takes the first clause for what the second says
        ("The Dutch jets left Kandahar in June; the Apache helicopters followed in July.",
         "withdrawal", {"type": "withdrawal", "actors": {"NLD"}, "origin": "Kandahar", "n": None}),
        ("Two Russian ships left Tartus on Sunday; a third followed on Monday.",
         "withdrawal", {"type": "withdrawal", "actors": {"RUS"}, "origin": "Tartus", "n": None}),
        ("The Kenitra camp was given back to Morocco by the French army on 7 March; the Agadir site followed on 1 July.",
         "base_handover", {"type": "base_handover", "actors": {"FRA"}, "place": "Agadir"}),
        ("Two aircraft chartered by the mission carried 160 Kenyan soldiers from Goma to Bunia on Friday; the remaining 75 "
         "are to follow.", "relocation", {"type": "relocation", "n": (75, 75, "exact", "personnel"), "status": "planned"}),
        ("The American army closed Camp Bedrock in March, and officers say Camp Demi will follow this summer.",
         "base_closure", {"type": "base_closure", "actors": {"USA"}, "place": "Camp Demi", "status": "planned"}),
        # the whole of which a part goes, however loosely it is counted
        ("The first 450 of an estimated 50,000 Cuban troops in Angola sailed home yesterday.",
         "withdrawal", {"type": "strength", "actors": {"CUB"}, "n": (50000, 50000, "about", "personnel")}),
        # where craft are flown from is where they are
        ("The Indian Air Force moved twelve Apaches to Leh in May, and MiG-29 jets are operating from there too.",
         "deployment", {"type": "presence", "actors": {"IND"}, "place": "Leh"}),
        # who holds one place and takes another is told to be at both
        ("The rebels, who hold Goma, seized Bukavu last week.",
         "ground_operation", {"type": "presence", "actors": {"REBELS"}, "place": "Goma"}),
        # the dead are no strikes
        ("An Israeli drone strike killed three people in Bint Jbeil; the army also raided Yaroun.",
         "ground_operation", {"type": "strike", "actors": {"ISR"}, "place": "Bint Jbeil", "n": None}),
        # those who are relieved are where they are
        ("Norway's 60 soldiers at Rukla will be replaced by a German company in July.",
         "deployment", {"type": "strength", "actors": {"NOR"}, "place": "Rukla", "n": (60, 60, "exact", "personnel")}),
        # "only to": what came of it
        ("The rebels seized Bria, only to be driven out by the army two days later.",
         "ground_operation", {"type": "ground_operation", "actors": {"CAF"}, "status": "completed"}),
        ("Nepal will send a battalion to Bunia and Pakistan will send another to Goma.",
         "deployment", {"type": "deployment", "actors": {"PAK"}, "destination": "Goma"}),
        ("Colombia sent 1,200 soldiers to Catatumbo; special forces had been put at the airport in Cúcuta.",
         "deployment", {"type": "deployment", "actors": {"COL"}, "n": None, "status": "completed"}),
        # a presence of a time that reaches to the present, beside the leaving that is to come
        ("Kenya's contingent, which has been in Goma since November 2022, will withdraw next month.",
         "withdrawal", {"type": "presence", "actors": {"KEN"}, "place": "Goma"}),
    ],
)  # fmt: skip
def test_the_second_fact_of_a_sentence(text: str, first: str, second: dict[str, object]) -> None:
    assert missing([second, {"type": first}], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A US submarine is moored at Faslane.", {"type": "presence", "actors": {"USA"}}),
        ("Two US destroyers were moored at Haifa on Monday.", {"type": "deployment", "destination": "Haifa"}),
        # what is struck off a coast is not struck off a list
        ("A drone struck a tanker off Hodeidah, the US Navy said.", {"type": "strike"}),
    ],
)  # fmt: skip
def test_ships_that_lie_and_ships_that_are_struck(text: str, wanted: dict[str, object]) -> None:
    assert missing([wanted], facts(text)) == []
