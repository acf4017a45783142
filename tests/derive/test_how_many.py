"""How many are where, in the sentence shapes that `derive.ways` tries: one sentence for each mechanism."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing


def strength(who: str, where: str, *n: object, status: str = "in_effect", **more: object) -> Fact:
    return {"type": "strength", "actors": {who}, "place": where, "status": status, "n": n, **more}


def change(who: str, where: str, status: str = "completed", **more: object) -> Fact:
    return {"type": "strength_change", "actors": {who}, "place": where, "status": status, **more}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The 260 Dutch troops based in Niamey will be paid a bonus.", strength("NLD", "Niamey", 260, 260, "exact", "personnel")),
        ("The number of Malian soldiers in Kidal is close to 700.", strength("MLI", "Kidal", 700, 700, "about", "personnel")),
        ("Kidal hosts up to 90 Danish servicemen, officials say.", strength("DNK", "Kidal", None, 90, "at_most", "personnel")),
        ("Niamey is home to some 90 Danish soldiers.", strength("DNK", "Niamey", 90, 90, "about", "personnel")),
        ("The president spoke of Niamey, where Denmark has 90 soldiers.", strength("DNK", "Niamey", 90, 90, "exact", "personnel")),
        ("Seven Turkish TB-2 drones are in Lomé.", strength("TUR", "Lomé", 7, 7, "exact", "aircraft")),
        ("Forty Chadian armoured vehicles are stationed in Maiduguri.", strength("TCD", "Maiduguri", 40, 40, "exact", "vehicles")),
        ("90 Danish soldiers coordinate aid in Lomé.", strength("DNK", "Lomé", 90, 90, "exact", "personnel")),
        ("90 Danish sappers are clearing mines in Lomé.", strength("DNK", "Lomé", 90, 90, "exact", "personnel")),
        ("Seven or eight thousand Danish soldiers are in Lomé.", strength("DNK", "Lomé", 7000, 8000, "range", "personnel")),
        ("90 Danish soldiers are at the port of Lomé.", strength("DNK", "Lomé", 90, 90, "exact", "personnel")),
        (
            "Denmark had 90 army engineers stationed in Lomé in June 2018.",
            strength("DNK", "Lomé", 90, 90, "exact", "personnel", dates=("2018-06-01", "2018-06-30")),
        ),
        (
            "The ministry denied that the Danish contingent in Lomé is 90 strong.",
            strength("DNK", "Lomé", 90, 90, "exact", "personnel", status="denied"),
        ),
        (
            "Denmark will keep a force of at least 90 soldiers in Lomé.",
            strength("DNK", "Lomé", 90, None, "at_least", "personnel", status="planned"),
        ),
        ("Danish troops maintain a presence of 90 men in Lomé.", strength("DNK", "Lomé", 90, 90, "exact", "personnel")),
    ],
)  # fmt: skip
def test_a_number_is_a_strength_where_its_words_say(text: str, wanted: Fact) -> None:
    assert missing([wanted], facts(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would not say whether 90 Danish soldiers are in Lomé.",
        "If the Danish army has 90 soldiers in Lomé, parliament must be told.",
        "Are there 90 Danish soldiers in Lomé?",
        "It is not known how many Danish soldiers are in Lomé.",
    ],
)
def test_what_is_asked_or_supposed_is_not_told(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Denmark drew down its force in Lomé from 900 to 150 last year.",
            change("DNK", "Lomé", n=(150, 150, "exact", "personnel"), before=(900, 900, "exact", "personnel")),
        ),
        ("The Danish garrison in Lomé went up to 150 men.", change("DNK", "Lomé", n=(150, 150, "exact", "personnel"))),
        ("Danish troop numbers in Lomé have gone up by 150.", change("DNK", "Lomé", delta=(150, 150, "exact", "personnel"))),
        (
            "The Danish army announced a cut of up to 150 in its troops in Lomé.",
            change("DNK", "Lomé", "planned", delta=(None, -150, "at_most", "personnel")),
        ),
        (
            "From 900 in 2015, the number of Danish troops in Lomé fell to 150 in 2019.",
            change("DNK", "Lomé", n=(150, 150, "exact", "personnel"), before=(900, 900, "exact", "personnel")),
        ),
        (
            "Its force in Lomé had slid from 900 to 150 soldiers, Denmark said.",
            change("DNK", "Lomé", n=(150, 150, "exact", "personnel"), before=(900, 900, "exact", "personnel")),
        ),
        ("Denmark will go down to 150 soldiers in Lomé.", change("DNK", "Lomé", "planned", n=(150, 150, "exact", "personnel"))),
        (
            "Danish troops in Lomé are down to 150 from 900.",
            change("DNK", "Lomé", n=(150, 150, "exact", "personnel"), before=(900, 900, "exact", "personnel")),
        ),
        (
            "Denmark raised the ceiling of its force in Lomé by more than 150 to 900.",
            change("DNK", "Lomé", n=(900, 900, "exact", "personnel"), delta=(150, None, "at_least", "personnel")),
        ),
    ],
)  # fmt: skip
def test_a_level_that_goes_to_a_number_or_by_one_changes(text: str, wanted: Fact) -> None:
    assert missing([wanted], facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("70 of the 310 Danish soldiers in Niger are stationed in Agadez.", [("DNK", "Agadez", 70), ("DNK", "Niger", 310)]),
        ("Kidal hosts 310 Danish soldiers, and Agadez hosts 70.", [("DNK", "Kidal", 310), ("DNK", "Agadez", 70)]),
        ("310 Danish and 70 Chadian soldiers are in Agadez.", [("DNK", "Agadez", 310), ("TCD", "Agadez", 70)]),
        ("310 soldiers from Denmark and 70 from Chad are based in Agadez.", [("DNK", "Agadez", 310), ("TCD", "Agadez", 70)]),
        ("310 Danish soldiers serve in Agadez alongside 70 from Chad.", [("DNK", "Agadez", 310), ("TCD", "Agadez", 70)]),
        ("Danish troops are stationed in Kidal (310) and in Agadez (70).", [("DNK", "Kidal", 310), ("DNK", "Agadez", 70)]),
        ("Denmark has 310 soldiers in Niger, 70 of them in Agadez.", [("DNK", "Niger", 310), ("DNK", "Agadez", 70)]),
        ("Denmark has 310 soldiers in two battalions in Niger.", [("DNK", "Niger", 310)]),
        ("Denmark has 310 soldiers in Kidal, Chad a further 70.", [("DNK", "Kidal", 310), ("TCD", "Kidal", 70)]),
        ("The minister spoke of Agadez on Tuesday. 310 Danish troops are stationed there.", [("DNK", "Agadez", 310)]),
    ],
)  # fmt: skip
def test_each_of_several_counts_is_at_its_place_and_of_its_force(text: str, wanted: list[tuple[str, str, int]]) -> None:
    levels = [strength(who, where, n, n, "exact", "personnel") for who, where, n in wanted]
    assert missing(levels, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Canada's hundred soldiers left Mali on Monday.", 100),
        ("Qatar's own thousand soldiers left Mali on Monday.", 1000),
        ("Niger expelled the last hundred French soldiers from Agadez.", 100),
        ("Some hundred Danish soldiers left Riga.", 100),
        ("Two hundred and ten Danish soldiers left Riga.", 210),
        ("The hundred-vehicle convoy of the Danish army left Riga.", None),
    ],
)
def test_a_hundred_counts_without_a_word_for_one(text: str, n: int | None) -> None:
    assert [f["n"][0] if "n" in f else None for f in facts(text)] == [n]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Two Russian military planes with about 100 men landed near Caracas.", (100, 100)),
        ("Three helicopters carrying 60 French soldiers landed at Kolwezi.", (60, 60)),
        ("Canada sent two frigates with 500 sailors to Cyprus.", (2, 2)),
        ("Half a million Indian soldiers left Kashmir.", (500_000, 500_000)),
        ("In the first phase 5,000 US soldiers will leave South Korea.", (5000, 5000)),
        ("The number of American soldiers in Colombia is capped by law at 800.", (None, 800)),
    ],
)
def test_how_many_there_are_at_all(text: str, n: tuple[int | None, int]) -> None:
    assert [f["n"][:2] for f in facts(text)] == [n]
