"""Lists of sites: entries with labels, names below what is said of all of them, names behind a colon."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract
from posture.derive.extract.language.text import sentences

LISTS = [
    (
        "British posts in Helmand\n\n- Croft Hill - taken down, August 2012.\n- PB Rahim: handed to the Afghan army in "
        "June 2013.\n- Lanning: removal completed in May 2013.\n- Camp Juno: to close in 2014.",
        [
            ("base_closure", "Croft Hill"),
            ("base_handover", "PB Rahim"),
            ("base_closure", "Lanning"),
            ("base_closure", "Camp Juno"),
        ],
    ),
    (
        "US bases in Iceland\n\nStokkanes | 1953 | closed in 1988\nRockfell | 1954 | handed to the Icelandic coast guard",
        [("base_closure", "Stokkanes"), ("base_handover", "Rockfell")],
    ),
    (
        "The UN mission in Haiti closed the following camps in 2012:\n- Grand-Ravine\n- Port-Aubin (May)\n- Les Rives",
        [("base_closure", "Grand-Ravine"), ("base_closure", "Port-Aubin"), ("base_closure", "Les Rives")],
    ),
    (
        "Camps that UNAMSIL closed in 2005: Daru (March), Kenema (May), Koidu (June).",
        [("base_closure", "Daru"), ("base_closure", "Kenema"), ("base_closure", "Koidu")],
    ),
    (
        "France handed three of its five bases in northern Mali, Ber, Almou and Tarkint, to the Malian army.",
        [("base_handover", "Ber"), ("base_handover", "Almou"), ("base_handover", "Tarkint")],
    ),
    ("British army jobs\n\nQuestion: how to apply?\nAnswer: at the office in Croft.", []),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists_of_sites_give_a_record_for_each(text: str, wanted: list[tuple[str, str]]) -> None:
    drafts = extract(text, date(2015, 6, 1)).drafts
    assert [(d.type_code, d.main_place.place.name) for d in drafts if d.main_place is not None] == wanted


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- Fort Davis - closed in May.", "- Fort Davis -"),
        ("• Camp Dwyer (Helmand): vacated.", "• Camp Dwyer (Helmand):"),
        ("- Kuwait: 13,500 troops.", ""),
        ("- soldiers: no change.", ""),
        ("- May 2004: the camp is closed.", ""),
        ("- Yeo-Rock left the base.", ""),
    ],
)
def test_labels_of_entries(line: str, label: str) -> None:
    found = sentences(line)[1][0]
    shown = line[: found.tokens[found.label - 1].end] if found.label else ""
    assert shown == label


def test_a_list_that_says_what_was_spoken_of_before() -> None:
    text = (
        "The army of Chile has put more forces on Prepare To Deploy Orders.\n\n"
        "They are:\n\n  • infantry battalions: two\n  • engineers: about 150\n"
    )
    found = extract(text, date(2026, 3, 1)).drafts
    assert [(d.type_code, d.status, d.quantity and (d.quantity.low, d.quantity.unit)) for d in found] == [
        ("deployment", "considered", (2, "units")),
        ("deployment", "considered", (150, "personnel")),
    ]
    assert not any(d.main_place for d in found)


def test_the_number_of_a_line_may_stand_behind_words_about_its_unit() -> None:
    text = "Russian troops in Armenia\n\n• Gyumri – 102nd Military Base, about 3,000 men\n• Erebuni – 18 MiG-29s"
    found = [d for d in extract(text, date(2015, 6, 1)).drafts if d.quantity is not None and d.place is not None]
    assert [(d.place.words, d.quantity.low, d.quantity.unit) for d in found if d.place and d.quantity] == [
        ("Gyumri", 3000, "personnel"),
        ("Erebuni", 18, "aircraft"),
    ]


def test_the_bracket_behind_a_site_says_whose_it_is() -> None:
    text = (
        "Foreign bases in the Gulf\n\n"
        "Camp Arifjan (United States): about 13,000\n"
        "Al Minhad (Australia): 60 personnel, closed to visitors\n"
        "Tariq bin Ziyad base (Turkey): 3,000 soldiers\n"
    )
    found = {d.main_place.place.name: d.actors for d in extract(text, date(2015, 6, 1)).drafts if d.main_place}
    assert found["Camp Arifjan"] == ("USA",)
    assert ("TUR",) in found.values()


def test_a_capital_may_head_an_entry() -> None:
    text = (
        "Russian bases abroad\n\nKant (Kyrgyzstan): 500 servicemen, 12 aircraft\n"
        "Dushanbe (Tajikistan) – 201st Military Base, 7,000 men\n"
    )
    counted = [d for d in extract(text, date(2015, 6, 1)).drafts if d.quantity and d.quantity.low == 7000]
    assert [d.main_place.place.name for d in counted if d.main_place] == ["Dushanbe"]


def test_what_who_quotes_left_out_parts_nothing() -> None:
    text = "The [Kenyan] soldiers withdrew [...] from Kismayo in 2020, the report says."
    found = extract(text, date(2024, 6, 1)).drafts
    assert [(d.type_code, d.actors, d.main_place and d.main_place.place.name) for d in found] == [
        ("withdrawal", ("KEN",), "Kismayo")
    ]
    assert [d.date_start for d in found] == [date(2020, 1, 1)]
