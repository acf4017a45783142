"""Numbers: bounds, qualifiers, units, and what is no count of ours."""

from __future__ import annotations

from typing import Any

import pytest

from posture import lexicon
from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.text import sentences, tokens
from posture.derive.extract.language.vocabulary import vocabulary
from posture.derive.extract.quantity.quantities import quantities

from .reading import facts


def counts(text: str) -> list[tuple[Any, ...]]:
    sentence = sentences(text)[1][0]
    found = quantities(sentence.tokens, vocabulary(), grammar=lambda: parse([sentence])[0])
    return [(q.low, q.high, q.qualifier, q.unit) for q in found]


def one(low: int | None, high: int | None, qualifier: str, unit: str = "personnel") -> list[tuple[Any, ...]]:
    return [(low, high, qualifier, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("900 troops", one(900, 900, "exact")),
        ("2,500 soldiers", one(2500, 2500, "exact")),
        ("2 500 soldiers", one(2500, 2500, "exact")),
        ("2\u00a0500 soldiers", one(2500, 2500, "exact")),
        ("2\u202f500 soldiers", one(2500, 2500, "exact")),
        ("2.500 soldiers", one(2500, 2500, "exact")),
        ("12 000 men", one(12000, 12000, "exact")),
        ("1.5 million soldiers", one(1_500_000, 1_500_000, "exact")),
        ("about 900 troops", one(900, 900, "about")),
        ("around 2,000 troops", one(2000, 2000, "about")),
        ("approximately 2,000 troops", one(2000, 2000, "about")),
        ("some 2,000 troops", one(2000, 2000, "about")),
        ("nearly 2,000 troops", one(2000, 2000, "about")),
        ("roughly 2,000 troops", one(2000, 2000, "about")),
        ("an estimated 2,000 troops", one(2000, 2000, "about")),
        ("more than 900 troops", one(900, None, "at_least")),
        ("at least 900 troops", one(900, None, "at_least")),
        ("over 900 troops", one(900, None, "at_least")),
        ("no fewer than 900 troops", one(900, None, "at_least")),
        ("fewer than 2,000 troops", one(None, 2000, "at_most")),
        ("less than 2,000 troops", one(None, 2000, "at_most")),
        ("up to 2,000 troops", one(None, 2000, "at_most")),
        ("200-250 troops", one(200, 250, "range")),
        ("200–250 troops", one(200, 250, "range")),
        ("between 200 and 250 troops", one(200, 250, "range")),
        ("200 to 250 troops", one(200, 250, "range")),
        ("several soldiers", one(3, None, "at_least")),
        ("tens of soldiers", one(10, None, "at_least")),
        ("dozens of soldiers", one(12, None, "at_least")),
        ("hundreds of soldiers", one(100, None, "at_least")),
        ("several hundred soldiers", one(100, None, "at_least")),
        ("a few hundred soldiers", one(100, None, "at_least")),
        ("thousands of soldiers", one(1000, None, "at_least")),
        ("three soldiers", one(3, 3, "exact")),
        ("twenty-five soldiers", one(25, 25, "exact")),
        ("two thousand soldiers", one(2000, 2000, "exact")),
        ("one hundred and fifty soldiers", one(150, 150, "exact")),
        ("a dozen soldiers", one(12, 12, "exact")),
    ],
)
def test_bounds_and_qualifiers(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert counts(text + " in the town") == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("three small bases", "bases"),
        ("two outposts", "bases"),
        ("four warships", "ships"),
        ("two frigates", "ships"),
        ("six fighter jets", "aircraft"),
        ("four helicopters", "aircraft"),
        ("30 armoured vehicles", "vehicles"),
        ("40 trucks", "vehicles"),
        ("two brigades", "units"),
        ("a dozen battalions", "units"),
        ("7,000 detainees", "detainees"),
        ("150 prisoners", "detainees"),
        ("12 airstrikes", "strikes"),
        ("400 American troops", "personnel"),
        ("400 additional American troops", "personnel"),
        ("400 members of the force", "personnel"),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert [q[3] for q in counts(text + " in the town")] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It exploded, killing two soldiers", "killed"),
        ("two soldiers were killed", "killed"),
        ("It exploded, wounding three soldiers", "wounded"),
        ("three soldiers were wounded", "wounded"),
    ],
)
def test_casualties_are_no_strength(text: str, unit: str) -> None:
    assert [q[3] for q in counts(text)] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 the soldiers left",
        "since November 2024 the troops left",
        "on 5 March troops left",
        "83 per cent of the troops",
        "83% of the troops",
        "$40 million for troops",
        "20 km from the town",
        "three years in the country",
        "many troops in the town",
        "numerous soldiers in the town",
        "the remainder of the troops",
        "multiple bases in the town",
        "the 82nd division",
        "the troops in the town",
    ],
)
def test_years_shares_sums_and_distances_are_no_counts(text: str) -> None:
    assert counts(text) == []


def test_the_number_of_a_unit_s_name_counts_nothing() -> None:
    assert counts("He commanded 7 Division until July.") == []
    assert counts("He commanded 7 divisions until July.") == one(7, 7, "exact", "units")


@pytest.mark.parametrize(
    ("where", "qualifier", "phrase"),
    [
        (where, qualifier, phrase)
        for where in ("before", "behind")
        for qualifier, phrases in lexicon.qualifiers()[where].items()
        for phrase in phrases
    ],
)
def test_every_phrase_of_the_lexicon_bounds_a_number(where: str, qualifier: str, phrase: str) -> None:
    said = f"did{phrase}" if phrase.startswith("n't") else phrase
    text = f"It has {said} 300 troops there." if where == "before" else f"It has 300 {said} troops there."
    low, high = (None if qualifier == "at_most" else 300), (None if qualifier == "at_least" else 300)
    assert counts(text) == one(low, high, qualifier)


def test_a_qualifier_reaches_only_its_own_number() -> None:
    assert counts("about 2,500 troops in Iraq and 900 in Syria") == [
        (2500, 2500, "about", "personnel"),
        (900, 900, "exact", "personnel"),
    ]


def test_the_noun_is_carried_over_to_the_next_number() -> None:
    found = counts("They were cut from 2,000 soldiers to 1,400")
    assert [q[:2] for q in found] == [(2000, 2000), (1400, 1400)]
    assert {q[3] for q in found} == {"personnel"}


def test_ranges_are_token_ranges_of_the_sentence() -> None:
    text = "There are more than 900 US troops in the town"
    toks = tokens(text, 0, len(text))
    (q,) = quantities(toks, vocabulary())
    assert [t.text for t in toks[q.first : q.last + 1]] == ["more", "than", "900", "US", "troops"]
    assert toks[q.number].text == "900"


def test_what_is_called_by_its_year_counts_nothing() -> None:
    found = [f.get("n") for f in facts("The force that Chile sent to Haiti after the 2004 coup has 600 soldiers.")]
    assert all(n is None or n[0] != 2004 for n in found)


def test_a_participle_of_measuring_says_how_many_move() -> None:
    found = facts("Chile sent a battalion, numbering 70 men, to Haiti in 2017.")
    assert [(f["type"], f["n"][:2]) for f in found if f.get("n")] == [("deployment", (70, 70))]


@pytest.mark.parametrize(
    "text",
    [
        'Ethiopian forces entered Shire on Tuesday. "It began again at seven," said a baker.',
        "Kenyan soldiers reached Gedo in May. The convoy left at six.",
    ],
)
def test_what_happens_at_an_hour_counts_nobody(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "strength"]


def test_so_many_posts_are_no_place() -> None:
    text = "Ethiopian forces entered Shire on Tuesday. Its forces took more than 40 military posts by evening."
    (taken,) = [f for f in facts(text) if f["type"] == "ground_operation"]
    assert taken["place"] == "Shire"


@pytest.mark.parametrize("text", ["Chile sent three battalions to Haiti, up from two", "Chile's brigades in Haiti: 9"])
def test_a_line_may_end_with_the_number(text: str) -> None:
    assert facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Irish soldiers, 60 at most, are in Mazar.", (None, 60)),
        ("The Fijian troops, 450 or more, are at the crossing.", (450, None)),
    ],
)
def test_a_qualifier_may_stand_behind_its_number(text: str, expected: tuple[int | None, int | None]) -> None:
    assert [c[:2] for c in counts(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "type_code", "n"),
    [
        ("Dutch soldiers, 35 in all, are being sent to Tuzla.", "deployment", (35, 35)),
        ("Two Zambian battalions, some 1,400 soldiers, were flown to Bria last week.", "deployment", (1400, 1400)),
        ("The Nepalese battalion, whose strength was 790, left Port-au-Prince in June.", "withdrawal", (790, 790)),
        ("Peruvian marines, 90 at most, will leave Haiti in March.", "withdrawal", (None, 90)),
        ("Norway has 500 soldiers in Chad. It flew in 80 more from Gabon on Friday.", "deployment", (80, 80)),
        ("Kenya has troops in Jubaland. Another 300 are to come in by June.", "reinforcement", (300, 300)),
        ("Last December 200 Irish soldiers came home from Liberia.", "withdrawal", (200, 200)),
    ],
)
def test_so_many_move(text: str, type_code: str, n: tuple[int | None, int | None]) -> None:
    assert (type_code, n) in [(f["type"], f["n"][:2]) for f in facts(text) if f.get("n")]


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian battalion, which counted 900 men in March, left Gao in June.",
        "The Chadian battalion, which once numbered 900, left Gao in June.",
    ],
)
def test_a_strength_of_another_time_is_not_what_moves(text: str) -> None:
    assert not [f for f in facts(text) if f["type"] == "withdrawal" and f.get("n")]


def test_the_men_of_an_aside_are_those_who_move() -> None:
    found = facts("The British contingent, 300 soldiers strong, left Banja Luka in March.")
    assert [(f["type"], f["n"][0]) for f in found if f.get("n")] == [("withdrawal", 300)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("From 300 to 400 Danish soldiers are stationed in Helmand.", (300, 400)),
        ("Chad keeps from 800 to 1,000 soldiers in Kidal.", (800, 1000)),
        ("The mercenaries of Wagner, from 800 to 1,200 of them, were flown out of Bani Walid.", (800, 1200)),
        ("Denmark will cut its force in Helmand from 750 to 300 men.", (300, 300)),
    ],
)
def test_from_one_number_to_another_is_a_range_unless_levels_change(text, bounds):
    found = [f["n"][:2] for f in facts(text) if "n" in f]
    assert found == [bounds]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ethiopia fired 14 rockets at Asmara overnight.", (14, 14)),
        ("Iran launched 20 missiles and 15 drones at Erbil.", (35, 35)),
        ("Chadian artillery fired dozens of shells at Bahai.", (12, None)),
        ("Indian air defences intercepted 36 of the 50 drones over Jammu.", (36, 36)),
        ("Algerian aircraft hit more than 40 targets near Tindouf.", (40, None)),
        ("French jets carried out three strikes on two camps near Kidal.", (3, 3)),
        ("Egypt's air force hit 10 targets in Libya, including an arms depot at Derna.", None),
        ("Two Turkish jets bombed a village near Zakho.", None),
    ],
)
def test_a_strike_is_counted_by_what_is_fired_shot_down_or_hit(text, wanted):
    found = [f for f in facts(text) if f["type"] == "strike"]
    assert found
    assert {f["n"][:2] for f in found if "n" in f} == ({wanted} if wanted else set())


def test_numbers_of_what_was_fired_tell_no_strikes_apart():
    text = "Iran fired 20 missiles at Erbil on Monday. Iran's 18 missiles hit Erbil on Monday."
    assert [f["place"] for f in facts(text) if f["type"] == "strike" and "n" in f] == ["Erbil"]
