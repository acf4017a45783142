"""Text whose lines were broken at a width is read like the same text with a line for each paragraph."""

from __future__ import annotations

import textwrap
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posture.derive.batch import derive_document
from posture.derive.pages import page
from posture.derive.wrapped import unwrap

from .captures import capture
from .fetched import fetched

TITLE = "Italy halves its contingent in western Afghanistan"
PARAGRAPHS = [
    "ROME, June 12 (Test Wire) - Italy will bring home 1,400 of the 2,900 soldiers that it has in Herat by the end of "
    "September, the defence ministry said on Thursday, and hand over its base at Shindand to the Afghan army in July.",
    "The US-led coalition, which was told of the decision last week, made no comment. A first company of 120 men left "
    "Farah for Brindisi on Monday, according to a spokesman of the Italian joint command.",
    "Short and without a number.",
    "Italian troops have been stationed in Herat since 2005. At their peak, in 2010, they were 4,200, most of them from "
    "the Alpine brigades Taurinense and Julia, with helicopters and drones.",
]
LONG = "\n\n".join([TITLE, *PARAGRAPHS])


def wrapped(width: int, indent: str = "", between: str = "\n\n") -> str:
    made = (textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)
    return TITLE + "\n\n" + between.join(made)


def records(text: str) -> list[tuple[object, ...]]:
    rows = derive_document(capture(text))["records"]
    slots = ("type_code", "actor_codes", "place", "origin", "destination", "quantity", "date_start_on", "status_code")
    return sorted((*(str(r[s]) for s in slots),) for r in rows)


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100, 120])
def test_its_paragraphs_are_lines_again(width: int):
    assert unwrap(wrapped(width)) == LONG


def test_paragraphs_that_only_an_indent_sets_apart():
    lines = unwrap(wrapped(72, "   ", "\n")).split("\n")
    assert [x for x in lines if x] == [TITLE, *PARAGRAPHS]


def test_lines_that_end_with_a_carriage_return():
    assert unwrap(wrapped(72).replace("\n", "\r\n")) == LONG


def test_the_same_facts_are_read():
    assert len(records(LONG)) >= 5
    assert records(wrapped(72)) == records(LONG)


@pytest.mark.parametrize("body", [
    "<pre>{}</pre>", "<p>{}</p>"
])  # fmt: skip
def test_on_a_page_as_well(body: str):
    text = wrapped(72)
    inside = body.format(escape(text) if "pre" in body else escape(text).replace("\n", "<br>\n"))
    found = page(fetched(f"<html><head><title>{TITLE}</title></head><body>{inside}</body></html>")).text
    assert all(p in found for p in PARAGRAPHS)


def test_a_divided_word_is_whole_again_and_a_hyphen_of_its_own_stays():
    text = (
        "The withdrawal of the garrison began on Monday, and by the evening the with-\n"
        "drawal was over, said an officer of the second brigade, who asked for his US-\n"
        "led headquarters not to be named; he left with the last lorries for the coast\n"
        "on Tuesday, when the engineers, too, had packed up whatever they could carry.\n"
    )
    found = unwrap(text)
    assert "the withdrawal was over" in found
    assert "his US-led headquarters" in found


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        "Bases of the force\n\nGao: 1,200\nKidal: 300\nTimbuktu: 450\nMenaka: 80\nTessalit: 1,000\nBer: 40",
        "Camps and their garrisons, as of March\n\n"
        "- Camp Castor, Gao: 1,100 soldiers of the German contingent with helicopters and drones\n"
        "- Camp Fama, Menaka: 80 instructors\n"
        "- Camp Bifrost: 120 Norwegians and a transport aircraft, all of which leave in November this year\n",
        "Soldiers left the town on Monday.\nNobody was told where they were going to be taken.\nA dog stayed.\n"
        "It is fed by the baker.\nThe mayor would like to have the barracks.",
    ],
    ids=["long lines", "table", "list", "short paragraphs"],
)
def test_other_texts_stay_as_they_are(text: str):
    assert unwrap(text) == text


def test_items_of_a_list_stay_lines_in_a_text_that_was_broken():
    text = (
        "The mission will close four of its camps in the north before the end of this\n"
        "year, its commander told reporters in the capital on Tuesday after a meeting\n"
        "with officials of the host government. They are, in the order of their dates,\n"
        "- the camp at Ber, which has been empty since the last convoy left it in May,\n"
        "- the camp at Kidal, with the longest runway of all those that it has used so\n"
        "far,\n"
        "- the helicopter base at Tessalit.\n"
    )
    lines = unwrap(text).split("\n")
    assert [x[:12] for x in lines if x] == ["The mission ", "- the camp a", "- the camp a", "- the helico"]


@given(st.text(alphabet="ab -.\n\r\tZ9é", max_size=400))
def test_no_letter_is_lost_or_moved(text: str):
    assert [c for c in unwrap(text) if c.isalnum()] == [c for c in text if c.isalnum()]
