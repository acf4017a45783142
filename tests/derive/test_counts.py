"""Levels and changes of levels as reporters put them, whole sentences through the engine."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.draft import Draft
from posture.derive.extract.engine import extract


def _of(text: str, type_code: str) -> list[Draft]:
    return [d for d in extract(text, date(2020, 12, 31)).drafts if d.type_code == type_code]


def _count(d: Draft) -> tuple[int | None, int | None, str]:
    q = d.quantity or d.quantity_delta
    assert q is not None
    return q.low, q.high, q.unit


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Kenyan army said that 300 to 400 fighters were holed up in the Boni forest.", "FIGHTERS"),
        ("The Iraqi general said there were about 1,500 militants in the Hamrin mountains.", "MILITANTS"),
    ],
)
def test_insurgents_are_no_state_s(text: str, actor: str) -> None:
    assert [d.actors for d in _of(text, "strength")] == [(actor,)]


@pytest.mark.parametrize(
    ("text", "old", "new", "unit"),
    [
        (
            "Italy's commitment to the force in Lebanon will draw down from 2,500 to 1,800 soldiers.",
            2500,
            1800,
            "personnel",
        ),
        ("The Security Council increased from 4,200 to 6,500 the number of troops in Abyei.", 4200, 6500, "personnel"),
        ("The number of Russian battalion tactical groups in Belarus rose from 60 to 83.", 60, 83, "units"),
        ("The joint Danish-Norwegian force in Kosovo will shrink from 800 to 550 soldiers.", 800, 550, "personnel"),
    ],
)
def test_a_level_and_the_one_before(text: str, old: int, new: int, unit: str) -> None:
    (found,) = _of(text, "strength_change")
    assert _count(found) == (new, new, unit)
    assert found.quantity_before is not None and found.quantity_before.low == old


def test_two_nations_joined_by_a_dash_have_one_force() -> None:
    (found,) = _of(
        "The joint Danish-Norwegian force in Kosovo will shrink from 800 to 550 soldiers.", "strength_change"
    )
    assert set(found.actors) == {"DNK", "NOR"}


@pytest.mark.parametrize(
    "text",
    [
        "3 brigade will be based in Kandahar.",
        "The war killed 20,000 people and sent 400,000 others fleeing to Chad.",
        "The prison at Hasakah holds 5,000 jihadists.",
        "The EU mission in Georgia has 30 local staff.",
        "The SDF guards 9,000 ISIS fighters in prisons in the northeast.",
        "Forty Fijian peacekeepers were held for two weeks by rebels near Quneitra.",
        "The army watches the coast, where pirates hold nine ships off Hobyo.",
        "Norwegian soldiers serve in Gao, where the number of homeless people is put at 3,000.",
        "Some 2,000 Polish soldiers and 60 aircraft took part in the parade in Warsaw.",
        "An 11-nation force with Danish soldiers has arrived in Kidal.",
    ],
)
def test_what_counts_no_force(text: str) -> None:
    assert not [d for d in extract(text, date(2020, 12, 31)).drafts if d.quantity is not None]


def test_troops_that_are_placed_somewhere_are_there() -> None:
    text = "Over 40,000 Indian troops are placed along the border with China."
    assert [_count(d) for d in _of(text, "strength")] == [(40000, None, "personnel")]


def test_a_level_that_is_to_be_is_planned() -> None:
    text = "By October 1 the French military presence in Chad is to be down to 500."
    assert [d.status for d in _of(text, "strength_change")] == ["planned"]


def test_a_time_of_comparison_is_not_the_fact_s() -> None:
    text = "That leaves about 9,000 Dutch soldiers in Afghanistan, as was the case in 2004."
    assert [d.date_start for d in _of(text, "strength")] == [date(2020, 12, 31)]


def test_police_are_counted_beside_a_mission_s_soldiers() -> None:
    text = "The UN mission in Haiti numbers 6,200 soldiers and 1,600 police."
    assert [_count(d)[0] for d in _of(text, "strength")] == [6200, 1600]


def test_a_number_of_troops_deployed_somewhere_sends_none() -> None:
    text = "The number of British soldiers deployed to Estonia stands at 900, down by 200 since June."
    (found,) = extract(text, date(2020, 12, 31)).drafts
    assert found.type_code == "strength_change" and _count(found) == (900, 900, "personnel")
    assert found.quantity_delta is not None and found.quantity_delta.low == -200


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Iran has 580,000 soldiers.", "IRN"),
        ("Israel's military is 170,000 strong.", "ISR"),
        ("Turkey, whose army numbers 400,000, sent two frigates to Libya.", "TUR"),
    ],
)
def test_a_whole_army_is_at_home(text: str, home: str) -> None:
    places = [d.place for d in _of("Two battalions were sent to Libya in May.\n\n" + text, "strength")]
    assert [p and p.place.country_code for p in places] == [home]


def test_an_army_abroad_is_not_at_home() -> None:
    text = "US troops are in Germany. At its height the British Army of the Rhine numbered some 55,000."
    assert all(d.place is None or d.place.place.country_code != "GBR" for d in _of(text, "strength"))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The LRA had shrunk from 3,000 fighters in 2003 to about 200 in 2013.", 2013),
        ("Rwanda's army has grown from 20,000 soldiers in 2010 to 35,000 this year.", 2020),
    ],
)
def test_a_change_has_the_time_of_its_new_level(text: str, year: int) -> None:
    assert [d.date_start and d.date_start.year for d in _of(text, "strength_change")] == [year]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Denmark will cut its 500 troops in Iraq by 10 percent in January.", 500),
        ("Britain will double its 900 troops in Estonia.", 900),
    ],
)
def test_a_share_of_a_level_leaves_the_new_one_open(text: str, before: int) -> None:
    (found,) = _of(text, "strength_change")
    assert found.quantity is None and found.quantity_delta is None
    assert found.quantity_before is not None and found.quantity_before.low == before


def test_an_approved_extension_is_done() -> None:
    text = "The parliament approved the extension of the NATO mission in Mali."
    assert [d.status for d in _of(text, "mission_continuation")] == ["completed"]


def test_soldiers_under_a_mission_are_the_mission_s() -> None:
    text = "There are 12,000 soldiers serving in Somalia under AMISOM."
    assert [d.actors for d in _of(text, "strength")] == [("AU",)]


def test_a_group_that_counts_so_many_is_who_has_them() -> None:
    text = "The ELN now counts fewer than 2,000 guerrillas, Colombia's president said."
    assert [d.actors for d in _of(text, "strength")] == [("ELN",)]


def test_a_further_cut_counts_those_spoken_of() -> None:
    text = (
        "Seoul cut 240 soldiers from its contingent in Iraq in March. There would be a further cut of about 30 later."
    )
    deltas = [d.quantity_delta for d in _of(text, "strength_change")]
    assert [q and q.low for q in deltas] == [-240, -30]


def test_a_reduction_without_numbers_is_told_by_its_numbers() -> None:
    text = (
        "Canada will cut its troops in Mali, the minister said.\n\n"
        "The number of Canadian soldiers in Mali will be reduced from 250 to 150."
    )
    assert [d.type_code for d in extract(text, date(2020, 12, 31)).drafts] == ["strength_change"]


def test_a_day_behind_a_located_place_is_the_arrival_s() -> None:
    text = "The Ghanaian battalion arrived at its barracks located in southern Lebanon on May 26."
    assert [d.date_start for d in _of(text, "deployment")] == [date(2020, 5, 26)]


@pytest.mark.parametrize(
    ("text", "before", "level"),
    [
        ("More soldiers came to Ladakh, taking China's troop deployment there to about 52,000.", None, 52000),
        ("The reinforcement brings the total French deployment in Kapisa province to 800.", None, 800),
        ("ISAF, the NATO force, downsized from 14,000 to 10,000 troops in Afghanistan.", 14000, 10000),
        ("The NATO force in Kosovo will be cut to 10,000 troops from the present contingent of 15,000.", 15000, 10000),
        ("Britain will cut its brigades in Germany from eight to five.", 8, 5),
    ],
)
def test_a_level_is_taken_brought_or_cut_to_a_number(text: str, before: int | None, level: int) -> None:
    (found,) = _of(text, "strength_change")
    assert _count(found)[0] == level
    assert (found.quantity_before and found.quantity_before.low) == before


def test_a_deployment_that_doubles_sends_nobody() -> None:
    assert not _of("The Saudi troop deployment in Bahrain has doubled.", "deployment")


def test_thousands_are_told_once_in_a_range() -> None:
    (found,) = extract("Around 50-60,000 Indian soldiers continue to be deployed in Ladakh.", date(2020, 12, 31)).drafts
    assert found.type_code == "strength" and _count(found) == (50000, 60000, "personnel")


@pytest.mark.parametrize(
    "text",
    [
        "Engineers from 28 Regiment Royal Engineers went to Basra.",
        "Marines of 42 Commando Royal Marines are in Helmand.",
    ],
)
def test_a_unit_s_number_counts_nobody(text: str) -> None:
    assert [d.quantity for d in extract(text, date(2020, 12, 31)).drafts] == [None]


def test_of_a_list_of_those_sent_the_first_is_counted() -> None:
    text = "A total of 3,000 army soldiers, some navy units and about 500 policemen have been deployed to Guerrero."
    assert [_count(d)[0] for d in _of(text, "deployment")] == [3000]


def test_those_whom_others_will_join_are_there() -> None:
    text = "The 400 Danish soldiers will join 3,000 British troops who are already in Basra."
    assert [d.status for d in _of(text, "strength")] == ["in_effect"]


def test_each_state_that_leads_has_its_own_number() -> None:
    text = (
        "NATO troops are in Afghanistan. The force is led by the United States with around 18,000 troops and Britain "
        "with more than 8,000."
    )
    assert [(d.actors, _count(d)[0]) for d in _of(text, "strength")] == [(("USA",), 18000), (("GBR",), 8000)]


def test_what_many_countries_contribute_is_the_mission_s() -> None:
    text = "About 40 countries contribute 47,600 troops to the NATO mission in Afghanistan, Germany said."
    assert [d.actors for d in _of(text, "strength")] == [("NATO",)]


def test_three_that_may_go_are_no_day_in_may() -> None:
    text = "Five helicopters of the Sudanese army are in Chad. Another three may be sent to Darfur."
    assert [_count(d) for d in _of(text, "reinforcement")] == [(3, 3, "aircraft")]


def test_up_to_so_many_killed_are_no_strength() -> None:
    assert not _of("Nigerian troops raided the camp in Borno, killing up to 40 of its members.", "strength")


def test_a_day_behind_dawn_is_the_act_s() -> None:
    text = "Ten Egyptian soldiers were killed before dawn on Sunday in an attack on a checkpoint in Rafah."
    assert [d.date_start for d in _of(text, "attack_on_force")] == [date(2020, 12, 27)]


def test_out_of_a_total_nobody_leaves() -> None:
    text = "Nearly 10,500 UN military personnel are currently in South Sudan, out of an approved total of 12,500."
    assert [(d.type_code, _count(d)[0]) for d in extract(text, date(2020, 12, 31)).drafts] == [("strength", 10500)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("A drop in the number of French soldiers in Chad from 1,200 to 900 is planned.", 900),
        ("The Security Council upped the number of peacekeepers in South Sudan by 5,500 in December.", 5500),
    ],
)
def test_drops_and_what_is_upped_change_a_level(text: str, level: int) -> None:
    assert [_count(d)[0] for d in _of(text, "strength_change")] == [level]


def test_reinforcements_are_counted() -> None:
    text = "The first group of 25 Nepalese military reinforcements arrived in Juba."
    assert [_count(d) for d in _of(text, "reinforcement")] == [(25, 25, "personnel")]


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the government decided to extend the mission of the Polish troops in Mali to the end of February.",
        "Parliament extended the mandate of the Polish troops in Mali until 28 February 2021.",
        "The resolution authorized the renewal of the mandate of the UN mission in Mali through February 28, 2021.",
    ],
)
def test_an_extension_is_done_and_ends_ahead(text: str) -> None:
    found = _of(text, "mission_continuation")
    assert [(d.status, d.date_end) for d in found] == [("completed", date(2021, 2, 28))]


def test_those_expected_to_take_part_are_not_there_yet() -> None:
    text = "Some 500 Italian soldiers are expected to be based at Herat."
    assert [d.status for d in _of(text, "deployment")] == ["considered"]


def test_those_on_their_way_deploy_to_where_the_others_are() -> None:
    text = "There are 175 Russian instructors in the Central African Republic, with an additional 60 en route."
    (found,) = _of(text, "deployment")
    assert _count(found)[0] == 60 and found.destination is not None
    assert found.destination.place.country_code == "CAF" and found.status == "ongoing"


def test_contributors_listed_by_name_are_in_the_mission() -> None:
    text = (
        "The UN mission in South Sudan has 10,918 soldiers. They are in Juba, Bor and Wau, South Sudan's largest towns.\n\n"
        "Troop contributing countries of the mission\n\nIndia – 2239\n\nNepal – 1547\n"
    )
    lines = [d for d in _of(text, "strength") if d.rule in {"list_line", "table_row"}]
    assert [d.actors for d in lines] == [("IND",), ("NPL",)]
    assert {d.place and d.place.place.country_code for d in lines} == {"SSD"}


def test_the_strength_of_a_group_that_is_cut_is_the_group_s() -> None:
    text = "The raids have cut the strength of Boko Haram to 900 fighters, the Nigerian army said."
    assert [d.actors for d in _of(text, "strength_change")] == [("BOKO HARAM",)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The ceiling for UN personnel in Darfur will be reduced to 11,395 soldiers and 2,888 police.", [11395, 2888]),
        (
            "The number of UN soldiers in Haiti will drop from 3,150 to 2,888 by January and 2,500 by June.",
            [2888, 2500],
        ),
    ],
)
def test_each_of_two_levels_is_a_change(text: str, levels: list[int]) -> None:
    assert [_count(d)[0] for d in _of(text, "strength_change")] == levels


@pytest.mark.parametrize(
    "text",
    [
        "UN troops are in Darfur in line with the newly adopted Security Council Resolution (2363).",
        "NATO brigades typically range from 3,000 to 5,000 troops.",
        "UN troops are in Darfur. Phase 2 involves a further reduction of military personnel.",
    ],
)
def test_numbers_of_papers_phases_and_of_what_is_usual_count_nobody(text: str) -> None:
    assert not [d for d in extract(text, date(2020, 12, 31)).drafts if d.quantity is not None]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("About 130,000 American troops - 102,000 active and 28,000 reserves - remain on duty in Iraq.", [130000]),
        ("The operation will deploy up to 4,000 police officers and 5,000 army personnel in Guayas.", [5000]),
        ("Canada was hesitant to send more soldiers to Latvia than the 700 Canadians who are in Adazi.", [None, 700]),
    ],
)
def test_the_whole_the_soldiers_and_those_compared_with(text: str, counts: list[int | None]) -> None:
    found = [d.quantity and d.quantity.low or d.quantity and d.quantity.high for d in extract(text, None).drafts]
    assert found == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "There are 1,878 Brazilian Blue Berets working in Haiti: 249 from the Navy, 1,599 from the Army, and 30 from "
            "the Air Force.",
            [1878],
        ),
        ("The Greek army has 1,500 soldiers in Cyprus: 900 in Nicosia and 600 in Larnaca.", [1500, 900, 600]),
    ],
)
def test_parts_behind_a_colon_count_where_they_have_places(text: str, counts: list[int]) -> None:
    assert [_count(d)[0] for d in _of(text, "strength")] == counts


def test_who_stays_is_not_who_leaves() -> None:
    text = "Thai soldiers at Preah Vihear will withdraw today and there will be only around 10 soldiers at the temple."
    assert [d.quantity for d in _of(text, "withdrawal")] == [None]


def test_monitors_from_a_union_are_the_union_s() -> None:
    text = (
        "About 300 unarmed monitors from the European Union will oversee the truce in Aceh. Indonesia has troops there."
    )
    assert [d.actors for d in _of(text, "strength")] == [("EU",)]


def test_a_deployment_in_apposition_only_ranks_a_level() -> None:
    text = "There are 30,000 Indonesian troops in Aceh, the biggest deployment in the country's history."
    assert [d.type_code for d in extract(text, date(2020, 12, 31)).drafts] == ["strength"]


def test_the_time_of_a_ruling_is_not_that_of_the_withdrawal() -> None:
    text = "Some 485 Cambodian troops pulled back from Preah Vihear, complying with a ruling last year by the court."
    assert [d.date_end for d in _of(text, "withdrawal")] == [date(2020, 12, 31)]


@pytest.mark.parametrize(
    ("told", "n"),
    [
        ("About 1,000 members of that mission are still in Bobo.", 1000),
        ("The mission's 80 ceasefire monitors live in Bobo.", 80),
        ("The mission has 900 people in Bobo.", 900),
        ("Twelve members of parliament are in Bobo.", None),
        ("The commission has 500 election observers in Bobo.", None),
    ],
)
def test_who_belongs_to_a_mission_is_counted(told: str, n: int | None) -> None:
    text = "The ECOWAS mission in Burkina Faso began in May. " + told
    levels = [
        d.quantity.low for d in extract(text, date(2020, 12, 31)).drafts if d.type_code == "strength" and d.quantity
    ]
    assert levels == ([] if n is None else [n])


@pytest.mark.parametrize(
    ("text", "place", "n"),
    [
        ("Danish soldiers left Feyzabad. The 250 men who are left are stationed at the airport.", None, 250),
        ("Foreign troops serve in Liberia. Norway's 310, at Gbarnga, opened a clinic in May.", "Gbarnga", 310),
        ("In May the 400 Danish soldiers at Camp Price took to the bunkers twice.", "FOB Price", 400),
        ("UNIFIL, with 9,400 soldiers from forty states, has stepped up its patrols near Naqoura.", None, 9400),
        ("Some 900 Dutch soldiers are held in readiness at Gao.", "Gao", 900),
    ],
)
def test_men_whose_number_is_only_touched_on_are_there(text: str, place: str | None, n: int) -> None:
    (found,) = (d for d in _of(text, "strength") if _count(d)[0] == n)
    assert place is None or found.place is not None and found.place.place.name.startswith(place)


def test_a_few_ships_need_no_place() -> None:
    (found,) = _of("The Danish navy takes part in the mission. It has five ships at the moment.", "strength")
    assert _count(found) == (5, 5, "ships")
