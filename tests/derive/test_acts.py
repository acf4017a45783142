"""Acts of arms: the roles say whether it is a strike, an operation, an attack on a force, or nothing of the kind."""

from __future__ import annotations

import pytest

from .reading import facts, missing, states

ACTS = {"strike", "ground_operation", "attack_on_force", "exercise", "patrol"}


def acts(text: str) -> list[tuple[str, set[str]]]:
    return [(f["type"], f["actors"]) for f in facts(text) if f["type"] in ACTS]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # from the air or from afar: whose the weapons are
        ("Kenyan warplanes struck two al-Shabaab camps near Jilib.", "strike", {"KEN"}),
        ("Myanmar's military carried out an air strike on a hospital in Mrauk-U.", "strike", {"MMR"}),
        ("Saudi air defences shot down three ballistic missiles over Riyadh.", "strike", {"SAU"}),
        ("A US airstrike killed ten al-Shabaab fighters near Kismayo.", "strike", {"USA"}),
        # on a standing force, by others than a state: an attack on it
        ("Al-Shabaab fighters ambushed Ethiopian troops near Beledweyne.", "attack_on_force", {"ETH"}),
        ("Burkinabe troops came under fire near Djibo on Tuesday.", "attack_on_force", {"BFA"}),
        ("A truck of the Malian army ran over a mine near Gossi, killing two soldiers.", "attack_on_force", {"MLI"}),
        ("Ethiopian jets struck in Mekelle on Tuesday.", "strike", {"ETH"}),
        ("Four Turkish airmen were killed when Syria shot down a helicopter near Saraqib.", "attack_on_force", {"TUR"}),
        ("It was the ambush near Tongo Tongo in which four American soldiers died.", "attack_on_force", {"USA"}),
        ("The Nigerien army blamed Boko Haram for the raid on Bosso.", "ground_operation", {"BOKO HARAM"}),
        (
            "A Ghanaian peacekeeper lost his life when gunmen opened fire on the trucks near Aweil.",
            "attack_on_force",
            {"GHA"},
        ),
        # on the ground
        ("Israeli soldiers sealed off the town of Jenin.", "ground_operation", {"ISR"}),
        ("Russian troops surrounded the Ukrainian base at Novofedorivka.", "ground_operation", {"RUS"}),
        ("The Colombian army launched an offensive against ELN rebels in Arauca.", "ground_operation", {"COL"}),
        ("Israeli troops raided the Jenin refugee camp before dawn.", "ground_operation", {"ISR"}),
        ("The Somali army retook the town of Adan Yabaal from al-Shabaab.", "ground_operation", {"SOM"}),
        ("Thai and Cambodian soldiers exchanged fire near Pailin.", "ground_operation", {"THA", "KHM"}),
        ("A Russian missile slammed into a grain depot near Izmail.", "strike", {"RUS"}),
        ("Somali jets answered with raids on al-Shabaab positions near Buaale.", "strike", {"SOM"}),
        ("A roadside bomb went off under a Nigerian army truck near Damboa.", "attack_on_force", {"NGA"}),
        ("Philippine troops drove the militants out of Marawi on Monday.", "ground_operation", {"PHL"}),
        ("Chadian soldiers carried out an operation in the village of Tchoukou Telia.", "ground_operation", {"TCD"}),
        ("The Syrian army announced the recapture of Khan Shaykhun.", "ground_operation", {"SYR"}),
        ("The town of Lysychansk fell to Russian forces in July 2022.", "ground_operation", {"RUS"}),
        ("Russian soldiers seized what was left of Popasna in May.", "ground_operation", {"RUS"}),
        ("Sudanese soldiers and RSF fighters fought for two days in Omdurman.", "ground_operation", {"SDN", "RSF"}),
        ("Syria's army lost Palmyra to Islamic State in May 2015.", "ground_operation", {"ISIS"}),
        ("Malian soldiers chased the gunmen into the hills near Ansongo.", "ground_operation", {"MLI"}),
        ("Kenyan soldiers pushed deeper into the Boni forest.", "ground_operation", {"KEN"}),
        ("A ground operation by the Pakistani army is under way in Tirah.", "ground_operation", {"PAK"}),
        (
            "Russian troops are in Mozdok. The second stage of the operation in Chechnya has begun.",
            "ground_operation",
            {"RUS"},
        ),
        (
            "French troops are in Gao. The French general ruled out a ground assault on Kidal.",
            "ground_operation",
            {"FRA"},
        ),
        ("Afghan soldiers searched houses in the village of Dehrawan.", "ground_operation", {"AFG"}),
        ("Rwanda denies that its soldiers took part in the capture of Goma.", "ground_operation", {"RWA"}),
        ("The army of Aceh's garrison denied that there had been a raid on Banda Aceh.", "ground_operation", {"IDN"}),
        # drills and patrols
        ("Serbian and Russian forces wrapped up the Brave Brother drills near Pancevo.", "exercise", {"SRB", "RUS"}),
        ("Greek warships will hold Sea Falcon 25 off Rhodes in May.", "exercise", {"GRC"}),
        ("Chinese and Russian bombers flew a joint patrol over the Sea of Japan.", "patrol", {"CHN", "RUS"}),
        ("The Royal Netherlands Army has taught 300 Iraqi soldiers mine clearance at Besmaya.", "exercise", {"NLD"}),
        ("Danish instructors schooled Ukrainian recruits at Oksboel.", "exercise", {"DNK"}),
        ("The German battalion at Rukla joined 900 Latvian soldiers for the manoeuvre.", "exercise", {"DEU", "LVA"}),
        ("Brazilian marines rehearsed a landing at Itaoca in November.", "exercise", {"BRA"}),
        ("South Korean and US troops took part in Foal Eagle near Pohang.", "exercise", {"KOR", "USA"}),
        ("Iran ended three days of war games off Jask on Sunday.", "exercise", {"IRN"}),
        ("Some 900 Danish soldiers will take part in Nordic Response in Finnmark.", "exercise", {"DNK"}),
        ("Twelve Somali army officers completed a command course in Nanyuki.", "exercise", {"SOM"}),
        ("The training of Iraqi troops by Spanish instructors continues at Besmaya.", "exercise", {"ESP"}),
        ("Dutch soldiers will hold Exercise Utrecht at Oirschot.", "exercise", {"NLD"}),
        ("Pakistani gunners fired rockets near Jhelum during an exercise.", "exercise", {"PAK"}),
        ("The Canadian frigate Ottawa sailed through the Taiwan Strait on Sunday.", "patrol", {"CAN"}),
        ("French jets flew reconnaissance sorties over northern Mali.", "patrol", {"FRA"}),
        ("Brazilian air force jets have controlled the airspace over Roraima since January.", "patrol", {"BRA"}),
        ("A Kenyan army patrol drove through Liboi on Monday.", "patrol", {"KEN"}),
        ("Belgian jets are policing the skies over the Baltic Sea.", "patrol", {"BEL"}),
        ("British jets intercepted a Russian bomber over the Baltic Sea.", "patrol", {"GBR"}),
    ],
)
def test_the_roles_decide_the_type(text: str, type_code: str, who: set[str]) -> None:
    assert acts(text) == [(type_code, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister attacked NATO for its campaign in Libya.",
        "The army chief suffered a heart attack in Islamabad.",
        "Workers at the naval dockyard in Gdansk went on strike on Sunday.",
        "The general exercised his right to remain silent before the military court in Lima.",
        "The army would respond if Sudan attacked Chad.",
        "The frigate was badly damaged in a collision off Oran.",
        "Troops in Mali are trained for raids.",
        "Turkish soldiers arrived in Tirana for an exercise.",
        "The army sent 20 trucks by air to Eindhoven.",
        "Hills surround the town of Andermatt, where Swiss soldiers ski.",
        "Turkey's army condemned the strikes on Gaza.",
        "The Egyptian army watched the bombardment of Rafah.",
        "The Lebanese army did not respond to the shelling of Tyre.",
        "Dutch and Belgian frigates fired at surface targets off Den Helder.",
        "The teacher of the soldiers' children in Accra taught history.",
        "The Malabar coast is home to an Indian naval academy.",
        "A Turkish army helicopter crashed into the sea off Antalya.",
        "A bomb went off in a market in Maiduguri, the Nigerian army said.",
        "The task of clearing the road fell to the Italian engineers in Lebanon.",
    ],
)
def test_other_strikes_attacks_and_exercises_are_none(text: str) -> None:
    assert acts(text) == []


def test_the_dead_of_the_attacked_force_are_counted() -> None:
    found = facts("Gunmen attacked an army camp in Solhan, Burkina Faso, killing nine soldiers and four civilians.")
    assert [(f["type"], f["n"]) for f in found] == [("attack_on_force", (9, 9, "exact", "killed"))]


def test_how_often_is_counted() -> None:
    found = facts("Saudi jets bombed Sanaa airport at least four times on Monday.")
    assert [(f["type"], f["n"]) for f in found] == [("strike", (4, None, "at_least", "strikes"))]


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("Far from attacking Bukavu, the Rwandan army is going home.", "ground_operation"),
        ("The Venezuelan army said that it would not be an invasion of Guyana.", "ground_operation"),
        ("The Syrian army said no civilian target in Idlib had been fired on.", "strike"),
        ("The army of Chad stopped short of raiding the camp at Goz Beida.", "ground_operation"),
        ("The Lao army said claims that its soldiers had raided Nan were false.", "ground_operation"),
        ("Eritrea's army has not struck anywhere in Tigray, a spokesman said.", "strike"),
        ("Reports of a raid by Kenyan soldiers in Gedo are not true, an official said.", "ground_operation"),
    ],
)
def test_what_is_denied_is_never_done(text: str, type_code: str) -> None:
    found = [f for f in facts(text) if f["type"] in ACTS]
    assert [(f["type"], f["status"]) for f in found] == [(type_code, "denied")]


@pytest.mark.parametrize(
    ("toll", "count"),
    [
        ("Six of the soldiers died.", (6, 6, "exact", "killed")),
        ("Two soldiers were killed and five wounded.", (2, 2, "exact", "killed")),
        ("Three peacekeepers sustained injuries.", (3, 3, "exact", "wounded")),
        ("No one was hurt.", None),
        ("Eleven attackers were killed.", None),
    ],
)
def test_the_toll_may_follow_the_attack(toll: str, count: tuple[int, int, str, str] | None) -> None:
    found = facts("Al-Shabaab fighters attacked a base of the Ugandan army at Barawe on Friday. " + toll)
    assert [(f["type"], f.get("n")) for f in found] == [("attack_on_force", count)]


def test_what_is_denied_at_the_time_is_denied() -> None:
    found = facts("The minister denied at the time that Greek jets had fired on rebel columns near Derna.")
    assert [(f["type"], f["status"]) for f in found] == [("strike", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "A car carrying Kenyan peacekeepers came under fire near Kismayo on Monday.",
        "A lorry transporting Kenyan troops was ambushed near Kismayo on Monday.",
    ],
)
def test_who_is_on_board_is_attacked(text: str) -> None:
    assert [(f["type"], f["actors"]) for f in facts(text)] == [("attack_on_force", {"KEN"})]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Turkish jets hit three camps in northern Iraq: Gara in Dohuk, Avashin and Metina.", {"Gara", "Avashin"}),
        ("Saudi aircraft bombed five sites, among them Attan, Faj Attan and Nahdain.", {"Attan", "Nahdain"}),
        ("Israeli warplanes bombed two villages, Yaroun and Ramyeh, on Friday.", {"Yaroun", "Ramyeh"}),
        ("Azerbaijani missiles slammed into the air base at Khojaly and into depots at Vardenis and Goris.",
         {"Khojaly", "Vardenis", "Goris"}),
        ("The Thai army said Cambodian gunners shelled Ban Phue, a village near the border, for an hour.", {"Ban Phue"}),
    ],
)  # fmt: skip
def test_each_place_that_is_hit_is_a_record(text: str, hit: set[str]) -> None:
    found = {f["place"] for f in facts(text) if f["type"] == "strike"}
    assert hit <= found and not {"Dohuk", "Cambodia"} & found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Myanmar Y-12 dropped mortar shells on Ponnagyun, killing three.", {"MMR"}),
        ("A Thai F-16 bombed two Cambodian positions near Chong An Ma on Sunday.", {"THA"}),
        ("On Jan. 29 two Mi-8s of the Peruvian army rocketed Base Sur.", {"PER"}),
    ],
)
def test_a_type_and_a_number_are_a_weapon(text: str, who: set[str]) -> None:
    assert ("strike", who) in acts(text)


WAR = "Russian missiles hit Ukrainian positions in Kharkiv on Monday. "


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("A power station at Zmiiv was hit again on Tuesday.", {"RUS"}, "Zmiiv"),
        ("A strike on a bus in Kupiansk killed nine people.", {"RUS"}, "Kupiansk"),
        ("Heavy damage was done at Izium, officials said.", {"RUS"}, "Izium"),
        ("Another slammed into a school in Chuhuiv.", {"RUS"}, "Chuhuiv"),
        ("Rockets came down on Tuesday in Derhachi.", {"RUS"}, "Derhachi"),
        ("Most were intercepted, the governor said.", {"UKR"}, None),
    ],
)
def test_who_struck_is_the_enemy_of_those_hit(text: str, who: set[str], where: str | None) -> None:
    found = [f for f in facts(WAR + text) if f["type"] == "strike"][-1]
    assert (found["actors"], where or found.get("place")) == (who, found.get("place"))


@pytest.mark.parametrize(
    "text",
    [
        "A power station at Zmiiv was damaged in a storm.",
        "The strike of the dockers at Odesa was called off.",
        "No strike on Izium was reported.",
    ],
)
def test_what_no_one_struck_is_no_strike(text: str) -> None:
    assert not any(f["type"] == "strike" and f["status"] == "completed" for f in facts(WAR + text)[1:])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zambian and Malawian troops held a drill called Blue Baobab at Chipata. Blue Baobab will return in May.", 1),
        ("Zambian and Malawian troops held drills at Chipata last week. Next year's will be in Lilongwe.", 2),
        ("Zambian and Malawian troops held drills at Chipata last week. Next year's harvest will be poor.", 1),
        ("Police officers attended a course on human rights in Lima. The army was not there.", 0),
        ("Zambian soldiers did not hold the drill. It will not take place this year, the army said.", 1),
    ],
)
def test_drills_by_their_own_names_and_by_none(text: str, found: int) -> None:
    assert len([a for a in acts(text) if a[0] == "exercise"]) == found


@pytest.mark.parametrize(
    ("text", "type_code", "who", "where"),
    [
        (
            "Boko Haram gunmen stormed Dabanga, killing nine Cameroonian soldiers.",
            "attack_on_force",
            {"CMR"},
            "Dabanga",
        ),
        ("Saudi jets flew to Saada, where they bombed two Houthi radars.", "strike", {"SAU"}, "Saada"),
        ("Syria's army shelled the olive groves by Binnish on Monday.", "strike", {"SYR"}, "Binnish"),
        ("An American drone killed an al-Shabaab leader in Jilib.", "strike", {"USA"}, "Jilib"),
        ("Russian forces are at war with Ukraine. Kyiv was bombed overnight.", "strike", {"RUS"}, "Kyiv"),
        ("Two Ghanaian army helicopters were brought down near Bawku.", "attack_on_force", {"GHA"}, "Bawku"),
    ],
)
def test_where_an_act_falls(text: str, type_code: str, who: set[str], where: str) -> None:
    found = next(f for f in facts(text) if f["type"] == type_code)
    assert (found["actors"], found["place"]) == (who, where)


def test_who_denies_a_part_in_it_denies_it() -> None:
    found = facts("Rwandan troops back the M23. Kigali denied any role in the shelling of Mugunga.")
    assert {f["status"] for f in found if f["type"] == "strike"} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Sandinista soldiers crossed into Honduras to destroy the camps of the Contras.",
        "Two Polish F-16s were sent up to meet a balloon.",
        "Unexploded shells remain on the old firing ranges of the US Army at Empire.",
    ],
)
def test_what_is_meant_or_lies_about_is_no_strike(text: str) -> None:
    assert not any(f["type"] == "strike" for f in facts(text))


@pytest.mark.parametrize(
    ("text", "type_code", "who", "where"),
    [
        (
            "Chadian soldiers fight Boko Haram. He meant Bosso and Damasak, two towns that have been recaptured.",
            "ground_operation",
            {"TCD"},
            "Bosso",
        ),
        (
            "Nigerian troops are in Borno. From Dikwa, a market town, the insurgents were driven out on Monday.",
            "ground_operation",
            {"NGA"},
            "Dikwa",
        ),
        ("Thai and Cambodian forces were locked in combat over Preah Vihear.", "ground_operation", {"THA", "KHM"}, ""),
        ("A bomber rammed a truck into the army base at Gamboru, killing nine soldiers.", "attack_on_force", None, ""),
        ("The Libyan National Army had fired at least four rockets at Misrata.", "strike", None, "Misrata"),
        ("Mali's army is in Gao. 50 militants were killed in airstrikes near Tessalit.", "strike", {"MLI"}, "Tessalit"),
        ("Jordan's air force shot down three drones over Mafraq, as a missile hit Haifa.", "strike", {"JOR"}, "Mafraq"),
        ("The Houthis attacked two tankers in the Gulf of Aden on Monday.", "strike", {"HOUTHI"}, "Gulf of Aden"),
        ("The drones which the Houthis fired at Jizan on Monday were many.", "strike", {"HOUTHI"}, "Jizan"),
        ("US jets killed nine members of Kataib Hezbollah in air strikes at al-Qaim.", "strike", {"USA"}, "al-Qaim"),
        (
            "The Thai army is in the south. It began with a raid on an army depot in Pattani, in which three soldiers died.",
            "attack_on_force",
            {"THA"},
            "Pattani",
        ),
        ("Pakistani troops are near. Wana is besieged with tanks and artillery.", "ground_operation", {"PAK"}, "Wana"),
        ("Elements of armed groups attacked the Mission (MINUSCA) in Bria.", "attack_on_force", {"UN"}, "Bria"),
        ("With a parade at Camp Echo, Poland ended its mission in Iraq.", "mission_end", {"POL"}, "Iraq"),
        ("MINUSMA has ended its operations in the town of Kidal.", "mission_end", {"UN"}, "Kidal"),
        ("The Saudi-led coalition bombed Taiz.", "strike", {"SAUDI-LED COALITION"}, "Taiz"),
        ("The army won back Khartoum from the RSF in March.", "ground_operation", {"SDN"}, "Khartoum"),
        (
            "Turkish troops are in Iraq. Two members of the PKK were neutralised in Metina on Friday.",
            "ground_operation",
            {"TUR"},
            "Metina",
        ),
        (
            "Soldiers of President Kiir and those of his deputy had fought in Bentiu for two days.",
            "ground_operation",
            None,
            "Bentiu",
        ),
        ("Some 60 Indians came for the drills which the CSTO began near Pskov.", "exercise", {"CSTO"}, "Pskov"),
        ("Kenya's army has concluded an operation in Boni forest.", "ground_operation", {"KEN"}, "Boni"),
        ("The US Africa Command reported two air strikes near Jilib on Sunday.", "strike", {"USA"}, "Jilib"),
    ],
)
def test_whose_act_and_where_by_grammar(text: str, type_code: str, who: set[str] | None, where: str) -> None:
    assert states(text, type_code, who, where)


@pytest.mark.parametrize(
    "text",
    [
        "Malian soldiers are in Gao. Three militants were killed in retaliatory fire in the town.",
        "Kenyan troops are in Garissa. The fort there has long served as a launchpad for operations in Somalia.",
        "Thousands fled the shelling of Bentiu by the army of South Sudan.",
        "Armenian officers were in Stepanakert when the offensive took Yerevan by surprise.",
        "The frigate and her two escorts left Toulon on Monday.",
        "Rwandan soldiers fought alongside the M23 for years.",
        "After the earthquake of May 1991, in which nine of its soldiers died, India sent two more battalions to Uri.",
        "Forty-one Danish soldiers lost their lives, 37 of them in combat or attacks.",
        "The minister said that an armed attack on Thai vessels would bring the treaty into play.",
        "The officers were mourned during the siege.",
        "Three Chinese cutters surrounded the Sierra Madre.",
        "Chadian soldiers were in Faya. The strike targeted the army's posts.",
        "Kuwait expects that retaliation against its soldiers would come.",
        "Kyiv will not keep soldiers on an island that can be shelled from Crimea.",
        "Danes fought side by side with Estonians in Helmand.",
        "In Kabul, where a Dutch officer was wounded by a bomb, the ministry deals with the bases of the allies.",
        "Commandos of the Indian Navy met the MV Lila Norfolk.",
        "Six Danish soldiers have died in Helmand since the first of them came in 2006.",
    ],
)
def test_what_only_hints_at_an_act_is_none(text: str) -> None:
    assert acts(text) == []


def test_the_council_renews_what_the_united_nations_do() -> None:
    found = facts("The Security Council extended its peacekeeping mission in Liberia by three months.")
    assert [(f["type"], f["actors"]) for f in found] == [("mission_continuation", {"UN"})]


def test_who_joins_an_alliance_is_where_it_happens() -> None:
    found = facts("Finland, whose border with Russia is long, joined NATO in April 2023.")
    assert [(f["type"], f["actors"], f["place"]) for f in found] == [("agreement", {"FIN"}, "Finland")]


def test_a_condition_starts_no_mission() -> None:
    assert facts("If Chad can intervene in a war in Sudan, others will follow.") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Sudanese army has gone on the attack. In March it won back Khartoum.", "Khartoum"),
        ("Sudanese soldiers had taken Umbaro, in the state of North Kordofan, on Sunday.", "Umbaro"),
        ("The Sudanese army said that the rebels' capital, Umbaro, was captured by its soldiers.", "Umbaro"),
        ("The hilltop fort of Umbaro was captured by the Sudanese army.", "Umbaro"),
        ("Sudanese soldiers seized parts of Umbaro on Sunday.", "Umbaro"),
    ],
)
def test_towns_are_known_by_what_is_done_to_them(text: str, place: str) -> None:
    assert [f["place"] for f in facts(text) if f["type"] == "ground_operation"] == [place]


def test_a_soldier_lost_to_shelling_was_attacked() -> None:
    wanted = {"type": "attack_on_force", "actors": {"LBN"}, "place": "Bint Jbeil"}
    assert missing([wanted], facts("The Lebanese army has lost a soldier to shelling in Bint Jbeil.")) == []


def test_those_killed_as_a_town_was_taken_and_the_town_are_two_facts() -> None:
    found = facts("Six Chadian soldiers were wounded as M23 rebels captured Sake.")
    assert {f["type"]: f["actors"] for f in found} == {"attack_on_force": {"TCD"}, "ground_operation": {"M23"}}
    assert len(facts("Two soldiers were killed when gunmen seized their lorry near Gao.")) == 1


def test_what_a_pact_lets_either_side_do_is_not_done() -> None:
    text = "The Philippines and Japan signed a pact in July. It lets either side send troops to the other's territory."
    assert [f["type"] for f in facts(text)] == ["agreement"]
