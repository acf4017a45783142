"""What a sentence only brings along is no record: conditions, capabilities, people's names, agencies, talks."""

from __future__ import annotations

import pytest

from .reading import facts


def types(text: str) -> list[str]:
    return sorted(f["type"] for f in facts(text))


@pytest.mark.parametrize(
    "text",
    [
        # whose commander somebody is, what is thought of an act
        "Kenya's president thanked the commander of the deployment in Haiti.",
        "Ghanaian officials praised the success of the naval deployment in the gulf.",
        # when, or beside what, something else is
        "Peru wants the law upheld amid Ethiopia's brutal onslaught.",
        # conditions and capabilities
        "If we expect the Chinese army to attempt an invasion of Taiwan, we are wrong.",
        "The new Iranian drone can easily reach Cyprus, where a large British base lies.",
        "The Kurdish allies, who helped destroy the caliphate of ISIS, feel betrayed.",
        "The militia finds suitable land in Mali for establishing bases and camps.",
        # talks, conventions and aid
        "The rebels announced their withdrawal from the talks in Havana.",
        "The army complained about Turkey's withdrawal from the Istanbul convention.",
        "Congress backed a bill that cuts U.S. military support for the army in Yemen.",
        # agencies, labels, kinds
        "The soldiers gave protection to the Border Patrol in Texas.",
        "Watch out for the Chinese vessels with hull numbers 5304 and 23514 off Luzon.",
        "Envoys of the five troop-contributing countries met in Somalia.",
        "The town, formerly under the control of the army, lies in Somalia.",
        "China's drone will serve its armed forces, General Li said at a base in Tibet.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The commander of the Kenyan force said 300 soldiers had been sent to Haiti.", ["deployment"]),
        (
            "Amid fierce shelling of Agdam by the Azerbaijani army, Armenia sent 200 soldiers there.",
            ["deployment", "strike"],
        ),
        ("The rebels announced their withdrawal from Tessalit.", ["withdrawal"]),
        ("Two Turkish frigates were sent to patrol the gulf of Sirte.", ["deployment"]),
        ("Malian soldiers patrol the border near Gao.", ["patrol"]),
        ("The army has cut its forces in Yemen.", ["withdrawal"]),
        ("The African Union (AU) announced that it was beginning a drawdown of troops in Somalia.", ["withdrawal"]),
    ],
)
def test_what_is_told_stands(text: str, told: list[str]) -> None:
    assert types(text) == told


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Rear Admiral Roy Vincent Trinidad said China had kept 24 warships there.", {"Trinidad"}),
        ("Minister Israel Katz said the army would stay at the border.", {"Israel"}),
        ("A US drone strike killed the successor to Hafiz Saeed Khan, who led ISIS.", {"Hafiz Saeed Khan"}),
        ("The soldiers left Yilmaz base. Colonel Ali Yilmaz led them.", {"Yilmaz"}),
        ("Iran gave guns to Hazara militias that attack US troops.", {"Hazara"}),
    ],
)
def test_people_are_no_places(text: str, people: set[str]) -> None:
    assert not {f.get(slot) for f in facts(text) for slot in ("place", "origin", "destination")} & people


def test_some_countries_are_not_the_one_spoken_of() -> None:
    told = facts("France has troops in Djibouti. Many countries have sent soldiers abroad.")
    assert [f["type"] for f in told] == ["presence"]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides settled a dispute that had crippled the Sudanese army for years.",
        "The goal is to reduce the burden of the American troop presence on Okinawa.",
        "Colonel Smith leads the office that is handling the buildup for the U.S. Navy in Guam.",
        "The departing Dutch soldiers in Kabul were cheered by children.",
        "The number of civilians killed by armed groups in Mali more than doubled.",
        "Hezbollah has been retaliating against Israel's actions in Gaza.",
        "Villagers can only go back to the areas that the Israeli troops have left.",
    ],
)
def test_what_is_spoken_of_beside_something_else(text: str) -> None:
    assert types(text) == []


def test_until_they_have_left_lies_ahead() -> None:
    told = facts("The army asked people in the south to wait until Israeli soldiers have withdrawn from Tyre.")
    assert [(f["type"], f["status"]) for f in told] == [("withdrawal", "planned")]


def test_who_leaves_is_not_counted_where_he_is_as_well() -> None:
    told = types("France announced the withdrawal of 1,500 troops based in Niger.")
    assert told == ["withdrawal"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Eritrean troops are leaving towns in Ethiopia's northern region of Tigray.", "Tigray"),
        ("French soldiers entered Mali's northern Gao region.", "Gao region"),
    ],
)
def test_a_part_with_a_name_of_its_own(text: str, place: str) -> None:
    assert [f.get("origin") or f.get("destination") for f in facts(text)] == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen attacked the base at Bosaso. It was the deadliest attack on Somali troops this year.", 1),
        ("Kenyan soldiers landed in Haiti, marking the first foreign deployment since June.", 1),
        ("A bomb killed ten American marines on a foot patrol near Fallujah.", 1),
        ("The P-8 aircraft search the Indian Ocean against China's submarine patrols.", 0),
        ("Gangs in Haiti fight the army with guns shipped in from the United States.", 0),
        ("Sudan's army dropped food for the troops besieged in El Fasher.", 0),
        ("The RSF shot down an Akinci drone.", 1),
    ],
)
def test_an_act_that_was_told_is_told_once(text: str, told: int) -> None:
    assert len(facts(text)) == told, types(text)


def test_a_make_is_no_place() -> None:
    assert [f["place"] for f in facts("The RSF shot down a Bayraktar Akinci drone over Nyala.")] == ["Nyala"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("US marines landed in Helmand in hopes of securing the region before the vote.", ["deployment"]),
        ("Musa Qala saw some of the most lethal battles between Taliban insurgents and British forces.", []),
        ("British advisers were flown to Lashkar Gah to help train Afghan forces.", ["deployment"]),
        ("Marines went to Jordan to train with its troops.", ["deployment", "exercise"]),
        ("If China and the United States go to war, the US Navy could simply bomb bases on Hainan.", []),
        ("Peacekeepers from Rwanda escorted the members of the council in Juba.", []),
        ("The UN said that the current level of deployment should remain unchanged in South Sudan.", []),
    ],
)
def test_goals_purposes_and_hypotheses(text: str, told: list[str]) -> None:
    assert types(text) == told


def test_who_built_a_site_does_not_say_where_it_is() -> None:
    told = facts("Two US-built barracks of the Cambodian navy at Ream were closed last year.")
    assert [f["type"] for f in told] == ["base_closure"]
    assert told[0]["place"] != "US"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The United States should never have invaded Iraq, the general said.", 0),
        ("The book lays out the costs of the withdrawal from Iraq.", 0),
        ("More American soldiers died on one day than have died in the whole Iraq war.", 0),
        ("American soldiers carried out search and rescue operations in Nepal.", 0),
        ("Ten American soldiers in Kuwait came down with fever.", 0),
        ("The guardsmen got a warm welcome after serving in Kuwait with the U.S. Army.", 0),
        ("Ethiopian troops launched operations against al-Shabaab in Gedo.", 1),
    ],
)
def test_what_is_wished_compared_or_paid_for(text: str, told: int) -> None:
    assert len(facts(text)) == told, types(text)


def test_the_number_of_a_battalion_counts_nobody() -> None:
    assert types("Battalion 372 of the Myanmar army is near Ann.") == ["presence"]


def test_a_nation_is_no_garrison() -> None:
    assert types("About 300,000 Syrians live in the camp near the base of the army.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Houthi fighters entered the Red Sea port of Mocha.", "Mocha"),
        ("Turkish troops left the Mediterranean port city of Latakia.", "Latakia"),
    ],
)
def test_a_port_on_a_sea(text: str, place: str) -> None:
    assert [f.get("origin") or f.get("destination") for f in facts(text)] == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Its aims have been the same from the start of the special military operation in Georgia.", []),
        ("Sudan's troops are poorly trained and badly led, an officer in Kassala said.", []),
        ("All is not well in Mali, the army said.", []),
        (
            "Kenyan troops entered Garissa, marking the second convoy to arrive from Nairobi within a day.",
            ["deployment"],
        ),
        ('"Wherever we are deployed in Mali, it is hot," a French officer said.', []),
        ("Chinese troops were seen at Patrol Points 14 and 15 in Galwan.", ["presence"]),
        ("This exercise was part of the process that the two armies in Cyprus had begun.", []),
        ("Chinese soldiers were ordered to block Indian patrols in Ladakh.", []),
    ],
)
def test_states_of_things_are_no_acts(text: str, told: list[str]) -> None:
    assert [t for t in types(text) if t not in {"presence"} or t in told] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rwandan troops are being deployed to Pemba not because the army is weak but because it is alone.", "ongoing"),
        ("Kenyan soldiers were sent to Haiti not to fight but to help.", "completed"),
        ("Mali's army has not sent soldiers to Kidal.", "denied"),
        ("The rebels have promised to respond with a massive air campaign against Tripoli.", "planned"),
        ("Backed by Turkish drones, the Libyan army was able to capture the town of Bani Walid.", "completed"),
        ("The Libyan army was not able to capture the town of Bani Walid.", "denied"),
    ],
)
def test_what_a_denial_or_promise_reaches(text: str, status: str) -> None:
    assert [f["status"] for f in facts(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry found that an attack on the British garrison in the Falkland Islands was more likely.",
        "South African soldiers fighting insurgents in Cabo Delgado have held a parade.",
        "Haftar's army, whose campaign to seize Tripoli is under pressure, said nothing.",
    ],
)
def test_fights_that_only_say_which_ones(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Twelve soldiers' homes were searched in Jenin since the operation began.", []),
        ("Israeli forces will enter Rafah with the goal of eliminating Hamas battalions there.", ["deployment"]),
        ("The rescue showed the army's determination to press ahead in Gaza.", []),
        ("The army has bought 30 tanks in Peru since the defence agreement with Chile was signed.", []),
    ],
)
def test_aims_and_since_when(text: str, told: list[str]) -> None:
    assert types(text) == told


def test_the_peoples_army_counts_its_craft() -> None:
    told = facts("Taiwan saw 14 People's Liberation Army Navy vessels near Kinmen.")
    assert not [f for f in told if f.get("n", ("",))[-1] == "personnel"]


@pytest.mark.parametrize(
    "text",
    [
        "The number of British soldiers killed in Afghanistan since 2001 reached 102 last week.",
        "A cordon of roadblocks was set up by Ukrainian soldiers to prevent a Russian withdrawal from Lyman.",
    ],
)
def test_tolls_and_what_is_prevented(text: str) -> None:
    assert types(text) == []
