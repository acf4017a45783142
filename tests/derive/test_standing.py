"""Who is where: flown from, used as a base, standing at the place that opens the sentence; and what is only spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

from .reading import facts


def places(text: str, kind: str = "presence") -> set[str]:
    found = extract(text, date(2025, 6, 15)).drafts
    return {d.main_place.words for d in found if d.type_code == kind and d.main_place is not None}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("French jets patrol the sea. The aircraft fly from Souda and Akrotiri.", {"Souda", "Akrotiri"}),
        ("Ugandan soldiers hold Bunia and have Mahagi for a rear base.", {"Bunia", "Mahagi"}),
        ("Russian forces are in Libya. At Jufra stand some fighter jets and tankers.", {"Libya", "Jufra"}),
        ("It flew the troops to Bardai, where its French pilots now are.", {"Bardai"}),
        ("The 5th British Brigade is split between Paderborn and Sennelager.", {"Paderborn", "Sennelager"}),
        ("The Nepali company which manned the camp at Rumbek left for Juba on Friday.", set()),
        ("The ship sank off Zambales, where an American frigate is to be hit by missiles.", set()),
    ],
)
def test_where_a_force_is(text: str, wanted: set[str]) -> None:
    assert places(text) == wanted


def test_a_present_tagged_as_an_infinitive_is_no_plan() -> None:
    found = extract("Palestinian factions loyal to Damascus keep bases at Naameh.", date(2025, 6, 15)).drafts
    assert [d.status for d in found if d.type_code == "presence"] == ["in_effect"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Cuban troops go home under the accord that Angola, Cuba and South Africa signed in 1988.", "agreement", 1),
        ("Maoist fighters are in Nepal. Under the truce, signed last year, they stay in camps.", "agreement", 1),
        ("The rebels of LURD broke a ceasefire signed in Accra on June 7.", "agreement", 0),
        ("She called the peace accord signed at Arusha her compass.", "agreement", 0),
        ("UN troops are in Abyei. In May the Security Council renewed it for a year.", "mission_continuation", 1),
        ("Korean troops are in Irbil. Twice the National Assembly extended their stay.", "mission_continuation", 1),
        ("The EU's training mission in Mali came to a sudden close in May.", "mission_end", 1),
        ("The French soldiers came to the end of the road near Gao.", "mission_end", 0),
        ("Turkish soldiers are in Iraq. A joint headquarters was set up at Bashiqa.", "base_opening", 1),
        ("The Japanese army opened a garrison on Yonaguni, and others followed on Miyako.", "base_opening", 2),
    ],
)
def test_deals_missions_and_bases_told_in_other_words(text: str, kind: str, found: int) -> None:
    assert sum(d.type_code == kind for d in extract(text, date(2025, 6, 15)).drafts) == found


@pytest.mark.parametrize(
    "text",
    [
        "French troops are in Mali. General Rossi, the force commander, was there on Friday.",
        "The base, which lies on the border of Iraq and Syria, passed from American troops to the army.",
        "The Houthis shelled a spokesman's house; he speaks for the rebels and is the one who lives in Paris.",
        "An Israeli presence of any kind in Beirut is an occupation.",
        "The Turkish troops left. About 3,000 can be housed there, in Tariq.",
        "He accused Rwanda of having soldiers in Goma.",
    ],
)
def test_what_is_only_spoken_of_is_no_presence(text: str) -> None:
    said = {"Mali"}
    assert not places(text) - said


def test_ground_that_was_secured_was_taken() -> None:
    text = "British paratroopers secured the airport at Lungi in May 2000."
    assert [d.type_code for d in extract(text, date(2025, 6, 15)).drafts] == ["ground_operation"]


def test_sites_that_are_named_among_others_are_each_handed_over() -> None:
    text = "The Indian battalion's camps, among them Bukavu and Goma, were handed to the Congolese army in May."
    assert places(text, "base_handover") == {"Bukavu", "Goma"}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan troops who serve with the force are from Mombasa, Nakuru and Lamu.",
        "The Pakistani army has launched an operation after receiving orders from the government.",
        "Two suicide bombs exploded near a market beside the Ugandan army's road in Kampala.",
    ],
)
def test_whence_troops_are_and_operations_of_no_kind_state_nothing(text: str) -> None:
    found = extract(text, date(2025, 6, 15)).drafts
    assert not [d for d in found if d.type_code in {"presence", "mission_start", "strike"}]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The Tanzanians will stay until the election in June.", {"Anjouan"}),
        ("The troops will remain for two more years.", {"Anjouan"}),
        ("Tanzania said its soldiers would stay beyond 2026.", {"Anjouan"}),
        ("The soldiers will stay, the minister said.", {"Anjouan"}),
        ("His men would stay on as a reserve, the general said.", {"Anjouan"}),
        ("The minister has not decided whether the soldiers will stay.", set()),
        ("The soldiers stay away.", set()),
        ("The army remains loyal to the president.", set()),
        ("The troops will remain on alert until Friday.", set()),
        ("The minister will stay until June.", set()),
        ("The soldiers stayed silent for two days.", set()),
    ],
)
def test_who_stays_for_a_time_stays_where_the_text_is(told: str, wanted: set[str]) -> None:
    text = "Tanzanian troops entered Anjouan on Monday. " + told
    assert places(text) | places(text, "mission_continuation") == wanted


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Chad has positioned troops near Faya.", "deployment"),
        ("Chad has concentrated forces around Faya.", "deployment"),
        ("Chad is shoring up its defences in Faya.", "reinforcement"),
        ("Chad has consolidated its positions in Faya.", "reinforcement"),
        ("Chad bolstered its presence in Faya.", "reinforcement"),
        ("Chad resupplied its garrison at Faya.", "reinforcement"),
        ("Chad is phasing out its presence in Faya.", "withdrawal"),
        ("Chadian soldiers rode into Faya.", "deployment"),
        ("Chadian troops hung on to positions around Faya.", "presence"),
        ("Militants attacked several villages around Faya.", "ground_operation"),
        ("The junta captured Faya.", "ground_operation"),
        ("The party strengthened its position in Faya.", ""),
    ],
)
def test_plain_ways_of_holding_and_strengthening(told: str, kind: str) -> None:
    found = extract("The Chadian army made a statement. " + told, date(2025, 6, 15)).drafts
    assert {d.type_code for d in found} == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("told", "kind", "wanted"),
    [
        ("They work from forward posts in Obo and Nzara.", "presence", {"Obo", "Nzara"}),
        ("The 400 men who are left are stationed at Basra airport.", "strength", {"Basra airport"}),
        ("Some 300 soldiers have gathered at Kismayo.", "strength", {"Kismayo"}),
        ("About 200 soldiers gathered for a parade.", "strength", set()),
        ("Kenya closed its bases in the towns of Afmadow, Dhobley and Kismayo.", "base_closure",
         {"Afmadow", "Dhobley", "Kismayo"}),
        ("Kenya shut its bases in the suburbs of Kismayo.", "base_closure", {"Kismayo"}),
        ("Kenyan forces seized posts in the districts of Sake and Masisi.", "ground_operation", {"Sake", "Masisi"}),
    ],
)  # fmt: skip
def test_posts_and_numbers_of_men_are_where_the_sentence_says(told: str, kind: str, wanted: set[str]) -> None:
    assert places("The Kenyan army made a statement. " + told, kind) == wanted


def test_a_group_s_short_name_means_it_where_the_text_has_used_it_so() -> None:
    text = "Wagner fighters arrived in Mali. Wagner has about 1,000 men in the country, ministers say."
    found = extract(text, date(2025, 6, 15)).drafts
    assert [d.actors for d in found if d.type_code == "strength"] == [("WAGNER",)]


def test_blue_helmets_that_move_are_no_mission_that_changes() -> None:
    found = extract("The army made a statement. UN troops moved from Gao to Kidal.", date(2025, 6, 15)).drafts
    assert [d.type_code for d in found] == ["relocation"]


def test_what_forces_in_a_town_total_is_their_strength() -> None:
    found = extract("The army made a statement. French forces in Gao total 500.", date(2025, 6, 15)).drafts
    assert [(d.type_code, d.quantity.low) for d in found if d.quantity] == [("strength", 500)]


def test_others_kept_beside_a_counted_force_are_a_presence_at_their_own_place() -> None:
    for text, where in (
        ("Brazil keeps 400 soldiers at Tabatinga and a company of marines at Belém.", ("Tabatinga", "Belém")),
        ("France has 1,500 troops in Djibouti and a small garrison in Gabon.", ("Djibouti", "Gabon")),
        ("Chile has 200 soldiers at Visviri and a tank company at Arica.", ("Visviri", "Arica")),
    ):
        assert [(f["type"], f["place"]) for f in facts(text)] == [("strength", where[0]), ("presence", where[1])], text


def test_a_country_and_forces_elsewhere_are_no_force_of_that_country() -> None:
    found = facts("The United States has 2,500 soldiers in Peru and special forces in Chile.")
    assert [f["place"] for f in found if f["type"] == "strength"] == ["Peru"]


def test_the_counted_are_at_the_town_port_or_pass_that_they_hold() -> None:
    for text, where in (
        ("Some 300 Bolivian soldiers control the town of Oruro.", "Oruro"),
        ("Eighty Peruvian marines secure the port of Callao.", "Callao"),
        ("A garrison of 450 Malian soldiers holds the town of Ber.", "Ber"),
        ("About 400 Bolivian soldiers occupy the city of Potosí.", "Potosí"),
    ):
        assert [f["place"] for f in facts(text) if f["type"] == "strength"] == [where], text
