"""Places: which word a name hangs on, sites that only the text names, and what "the base" and "there" mean."""

from __future__ import annotations

import pytest

from posture.derive.extract.geography.hooks import hook, reach

from .reading import facts, read
from .views import spot, view


@pytest.mark.parametrize(
    ("text", "name", "prep", "governor"),
    [
        ("Soldiers from Ghana arrived in Bamako.", "Ghana", "from", "soldiers"),
        ("Soldiers from Ghana arrived in Bamako.", "Bamako", "in", "arrived"),
        ("The army left the town of Kidal.", "Kidal", "", "left"),
        ("The troops were moved to the base at Tessalit.", "Tessalit", "to", "moved"),
        ("They pulled out of Mogadishu.", "Mogadishu", "from", "pulled"),
    ],
)
def test_a_place_hangs_on_the_word_that_its_phrase_belongs_to(text: str, name: str, prep: str, governor: str) -> None:
    seen = view(text)
    place = next(p for p in seen.spotted.places if p.words == name)
    found = hook(seen.tree, place, seen.vocabulary.classes["sites"])
    assert (found.prep, seen.key(found.governor)) == (prep, governor)


def test_another_clause_is_further_than_the_object() -> None:
    seen = view("The army shelled positions in Chad after rebels had gathered in Niger.")
    near, far = (hook(seen.tree, p) for p in seen.spotted.places)
    verb = next(i for i, t in enumerate(seen.toks) if t.key == "shelled")
    assert reach(seen.tree, verb, near.governor) < 0.5
    assert reach(seen.tree, verb, far.governor) > 1.5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A convoy reached FOB Tillia on Monday.", ["FOB Tillia"]),
        ("The soldiers were flown to Forward Operating Base Arak.", ["Forward Operating Base Arak"]),
        ("They left the Ader and Tiva camps.", ["Ader", "Tiva camps"]),
        ("Jets took off from Base aérienne 190.", ["Base aérienne 190"]),
        ("Rockets fell near the Yarbo dam.", ["Yarbo dam"]),
        ("Patrols were made on the road to Tarkint.", ["road to Tarkint"]),
        ("A convoy was ambushed between Tarkint and Almoustarat.", ["between Tarkint and Almoustarat"]),
        ("Work on the Forward Operating Base went on.", []),
        ("Soldiers stood on the border with Belarus.", ["border with Belarus"]),
        ("Commandos landed on Pebble Island.", ["Pebble Island"]),
        ("They serve in the Malian province of Kidal.", ["Kidal"]),
        ("Rebels advanced on Bamako.", ["Bamako"]),
        ("The frigate Bristol and the Iwo Jima sailed on.", []),
        ("A post was set up at Am Sarnab in May.", ["Am Sarnab"]),
        ("The corvette sank off Zelenka.", ["Zelenka"]),
        ("The last convoy withdrew through Kormista.", ["Kormista"]),
        ("They built an airfield on Velny.", ["Velny"]),
        ("Prisoners in the Karsaz prison were moved.", ["Karsaz prison"]),
        ("Gunmen held the Grand Marina hotel.", ["Grand Marina hotel"]),
        ("They withdrew from most streets of West Beirut.", ["West Beirut"]),
        ("The staff was moved from Northwood to Entebbe.", ["Northwood", "Entebbe"]),
        ("Entebbe condemned the raid.", []),
        ("Units To Be Deployed in May.", []),
        ("Kurds withdrew from the Mosul dam and Sarajevo airport.", ["Mosul dam", "Sarajevo airport"]),
        ("Jets hit Islamist positions near Kolbiyow.", ["Kolbiyow"]),
        ("Seven helicopters were offered for Afghanistan.", ["Afghanistan"]),
        ("Positions came under fire from Grad rockets.", []),
        ("The Duke of Edinburgh saw the soldiers off.", []),
        ("The generals sat in the Senate.", []),
    ],
)
def test_sites_and_stretches_that_only_the_text_names(text: str, names: list[str]) -> None:
    assert [p.words for p in spot(text).places] == names


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("French troops arrived in Tessalit. A week later 40 more soldiers were sent to the town.", "Tessalit"),
        ("US marines landed at Camp Dwyer. On Friday rockets hit the base.", "Camp Dwyer"),
        ("Turkish soldiers arrived in Bosaso. Ten drones were deployed there in May.", "Bosaso"),
    ],
)
def test_definite_nouns_and_there_mean_the_last_place_of_their_kind(text: str, where: str) -> None:
    last = [d for d in read(text).drafts if d.start > 20][-1]
    assert last.main_place is not None and last.main_place.words == where
    assert last.is_place_inferred and not last.is_place_open


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Rebels took the airport of Sirte. Army jets flew from Al-Jufra Airbase. At noon drones hit the airport.",
            "Sirte",
        ),
        ("Malian soldiers reached Tessalit and were stationed there.", "Tessalit"),
        (
            "Algerian soldiers arrived at Fort Lotfi, a desert outpost. On Friday the Malian army shelled it.",
            "Fort Lotfi",
        ),
        ("US drones took off from Seychelles in 2009. US marines arrived on the islands in May.", "Seychelles"),
        ("Turkish troops seized the village of Harbul. On Monday mortars hit the village.", "Harbul"),
    ],
)
def test_the_place_that_a_word_means_is_the_one_that_was_so_called(text: str, where: str) -> None:
    last = [d for d in read(text).drafts if d.main_place is not None][-1]
    assert last.main_place is not None and last.main_place.words == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("French bases\n\nTessalit, Kidal region. Set up in 2013. Some 150 soldiers served here.", "Tessalit"),
        (
            "French bases\n\nMali\n\nGao\n\nThe army took over in 2022. About 900 French soldiers had served at it.",
            "Gao",
        ),
        ("What is where\n\n• Kidal: 400 Malian soldiers arrived in November.", "Kidal"),
    ],
)
def test_an_entry_tells_of_the_place_at_its_head(text: str, where: str) -> None:
    places = [d.main_place.words for d in read(text).drafts if d.main_place is not None]
    assert places and set(places) == {where}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Ghanaian troops arrived in Bawku. They set up posts. Soldiers were moved to the old cotton factory.",
            "old cotton factory",
        ),
        ("Kenyan soldiers attacked rebels in three hills outside the town.", "three hills outside the town"),
        ("Thai marines were deployed to villages along the river.", "villages along the river"),
        ("Indian soldiers were sent to posts along the border.", "posts along the border"),
        ("Pakistan's army shelled posts on the other side of the valley.", "posts on the other side of the valley"),
    ],
)
def test_a_place_without_a_name_is_kept_by_its_words(text: str, where: str) -> None:
    assert [d.main_place.words for d in read(text).drafts if d.main_place is not None][-1] == where


@pytest.mark.parametrize(
    ("text", "where", "why"),
    [
        (
            "Kivu is tense. MONUSCO is leaving. The peacekeepers number 10,000.",
            "Democratic Republic of the Congo",
            "mission",
        ),
        ("Russian soldiers left Vaziani. Some 300 Russian soldiers remain at the base.", "Vaziani", "pointing"),
    ],
)
def test_an_inferred_place_says_from_what(text: str, where: str, why: str) -> None:
    place = read(text).drafts[-1].main_place
    assert place is not None and (place.words, place.why) == (where, why)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Malian soldiers remain at Gao, and on Monday the assembly prolonged the mission.", ""),
        ("The army ordered two battalions from the division in Sokoto to Borno.", "Borno"),
        ("Nigerian jets bombed the Sambisa forest, 60 km from Maiduguri.", "Sambisa forest"),
        ("Under the Istanbul agreement Russian troops left Vaziani.", "Vaziani"),
    ],
)
def test_another_clause_or_measure_or_name_lends_no_place(text: str, where: str) -> None:
    first = read(text).drafts[0]
    assert (first.main_place.words if first.main_place is not None else "") == where


def test_what_moves_away_under_an_entry_leaves_its_head() -> None:
    text = "French bases\n\nTessalit. Set up in 2013. In May French troops moved most of their tanks to Gao."
    moved = [d for d in read(text).drafts if d.type_code == "relocation"]
    assert [(d.origin.words, d.destination.words) for d in moved if d.origin and d.destination] == [("Tessalit", "Gao")]


def test_the_country_may_be_the_one_that_a_sentence_has_as_its_subject() -> None:
    text = "Latvia is to host a Canadian brigade. About 2,000 Canadian soldiers are based in the country."
    place = read(text).drafts[-1].main_place
    assert place is not None and place.place.country_code == "LVA"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nigerian jets bombed Unguwa and Kudara, in Kaduna.", ["Unguwa", "Kudara"]),
        ("Malian artillery pounded the villages of Tinza and Darou across the river.", ["Tinza", "Darou"]),
        ("Turkish guns shelled Belorka, a district east of the river.", ["Belorka"]),
        ("Indian jets hit three bases: Nuran, Marud and Rafik in Punjab.", ["Nuran", "Marud", "Rafik"]),
        ("Turkish troops have left camps in Libya (Tripoli) and Syria (Damascus).", ["Tripoli", "Damascus"]),
        ("Turkish drones struck Toyota pickups and killed Hassan Karim near Gao.", ["Gao"]),
        ("In Mali, French soldiers reinforced the post at Tabrich, near the river.", ["Tabrich"]),
    ],
)
def test_a_name_is_a_place_by_its_part_in_the_sentence(text: str, places: list[str]) -> None:
    found = [d.main_place.words for d in read(text).drafts if d.main_place is not None]
    assert list(dict.fromkeys(found)) == places


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # Two towns in one country: the country.
        (
            "Indian troops hold Jaffna. Indian soldiers arrived in Trincomalee in May. Their number grew to 70,000.",
            "Sri Lanka",
        ),
        # Two countries that as much is told of: none.
        ("Russian soldiers arrived in Gao. Russian soldiers arrived in Bangui. Some 400 Russians left in May.", ""),
    ],
)
def test_what_names_no_place_plays_where_most_was_told_of_its_force(text: str, where: str) -> None:
    place = read(text).drafts[-1].main_place
    assert (place.words if place is not None else "") == where


def test_a_name_that_the_text_has_shown_to_be_a_place_is_one_where_it_falls() -> None:
    text = "Afghan troops hold posts in the village of Dehrawan. The army denied that Dehrawan had fallen."
    assert [f["place"] for f in facts(text) if f["type"] == "ground_operation"] == ["Dehrawan"]


@pytest.mark.parametrize(
    ("text", "where", "country"),
    [
        ("Mali is at war. Some 5,000 troops are deployed in the north.", "north", "MLI"),
        ("Turkish forces came to Cyprus in 1974. Turkish troops are based in the north of the island.", "", "CYP"),
        ("US troops are in Chad. Nigerien soldiers were sent to Phoenix, in Abeche.", "Phoenix", "TCD"),
        ("French planes hit a column in Mali. The French army denied that it had hit a wedding.", "", "MLI"),
    ],
)
def test_parts_of_a_country_and_namesakes_lie_where_the_text_plays(text: str, where: str, country: str) -> None:
    place = read(text).drafts[-1].main_place
    assert place is not None and place.place.country_code == country
    assert not where or place.words == where


def test_the_one_place_of_the_rest_of_the_sentence_serves() -> None:
    text = "They held Tessalit for a day and attacked a Malian army convoy that came to the garrison's help."
    found = {d.main_place.words for d in read(text).drafts if d.main_place is not None}
    assert found == {"Tessalit"}


def test_an_unknown_village_lies_where_the_text_places_everything() -> None:
    text = (
        "Malian soldiers hold Gao. Malian soldiers hold Kidal. Malian soldiers hold Mopti. Malian soldiers left Kayes."
        " Malian troops arrived in Tabrichat on Monday."
    )
    place = read(text).drafts[-1].main_place
    assert place is not None and (place.words, place.place.country_code) == ("Tabrichat", "MLI")
    beyond = read(text + " Malian troops crossed the border to Tabankorat.").drafts[-1].main_place
    assert beyond is not None and (beyond.words, beyond.place.country_code) == ("Tabankorat", None)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The Malian army has no troops on the islands, which it gave up in 2021.", "islands"),
        ("German soldiers are based in the Uzbek border town of Termez.", "Termez"),
        ("British troops left Aden. British troops were flown to Bahrain, where the camp at Zallaq is built.", "Aden"),
    ],
)
def test_a_relative_clause_keeps_its_own_places(text: str, where: str) -> None:
    assert where in {p.words for d in read(text).drafts for p in (d.place, d.origin, d.destination) if p is not None}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The UN is in Malakal. There, in Kodok, the UN opened a new temporary base.", "Kodok"),
        ("The UN opened a base in Malakal. It opened its sixth base, in Kodok, last summer.", "Kodok"),
        ("Italian troops are at Nampula in Mozambique. Portugal, whose colony the country was, has 60 soldiers there.",
         "Mozambique"),
    ],
)  # fmt: skip
def test_a_name_wins_over_a_word_that_points(text: str, where: str) -> None:
    last = [d for d in read(text).drafts if d.start > 20][-1]
    assert last.main_place is not None and last.main_place.place.name == where


def test_states_and_departments_are_somebodys_before_they_are_ground() -> None:
    (found,) = facts("The African Union is to deploy a force in the member states.")
    assert found["type"] == "deployment"
    assert "destination" not in found


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # Whose force it is says not where it stands.
        ("Kenya said that Ethiopia's military deployment was a threat.", [None]),
        # Outside a country or part of the world is not there, outside a town is.
        ("A reserve of 300 Malian soldiers is stationed outside of Mali.", [None]),
        ("Sweden keeps its largest garrison outside of Europe.", []),
        ("Iraqi soldiers set up a camp just outside of Mosul.", ["Mosul"]),
        # A people's town is the last one there that was named.
        (
            "Peru closed its base in Pisco in May. Chilean troops had been sent to the Peruvian port.",
            ["Pisco", "Pisco"],
        ),
        # A coast is told by the land that it is of.
        ("Peru opened a naval base on the Pacific coast in Arequipa.", ["Arequipa"]),
        ("Cuba will build a base on the Pacific coast of Nicaragua.", ["Nicaragua"]),
        # "Where" is said of the town, not of the part of the country in which it lies.
        ("Rebels are nearing Bria, a town in eastern Central African Republic where they have advanced.", ["Bria"]),
        # A name that goes on with one that the gazetteer knows is one name.
        ("Lebanese soldiers launched an offensive on the heights around Ras Baalbek.", ["Ras Baalbek"]),
        ("Omani soldiers left the Dol-ana Operating Base on Monday.", ["Dol-ana Operating Base"]),
        # Known, though the text names only its people.
        ("Polish troops are redeploying to Siemiatycze or Biala Podlaska.", ["Siemiatycze", "Biala Podlaska"]),
        ("American soldiers handed over a base in Wuerzburg on Monday.", ["Wuerzburg"]),
    ],
)
def test_the_name_that_says_where(text: str, where: list[str | None]) -> None:
    assert [next((f[s] for s in ("place", "origin", "destination") if s in f), None) for f in facts(text)] == where
