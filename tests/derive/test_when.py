"""Which time is a fact's own, and from which day a text speaks."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.clauses import View
from posture.derive.extract.engine import extract
from posture.derive.extract.language.blocks import blocks
from posture.derive.extract.language.tense import is_flashback, is_past
from posture.derive.extract.language.text import sentences
from posture.derive.extract.language.vocabulary import vocabulary
from posture.derive.extract.mentions import Spotted
from posture.derive.extract.timing import when
from posture.derive.extract.timing.anchor import dated_line, stamped
from posture.derive.extract.timing.sayings import saying_of
from posture.derive.extract.timing.times import times

TODAY = date(2024, 6, 20)


def view_of(text: str) -> View:
    sentence = sentences(text)[1][0]
    found = times(text, sentence.start, sentence.end, TODAY)
    return View(sentence, 0, Spotted(), [], found, vocabulary())


def at(view: View, word: str) -> int:
    return next(i for i in range(len(view.toks)) if view.key(i) == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The brigade left the valley in May 2021.", "left", "2021-05-01"),
        ("In May 2021 the brigade left the valley and moved to the coast.", "moved", "2021-05-01"),
        ("The brigade began withdrawing in May 2021.", "withdrawing", "2021-05-01"),
        ("The brigade left in May 2021 and the battalion followed in July 2022.", "followed", "2022-07-01"),
        ("The brigade left in May 2021 and the battalion followed in July 2022.", "left", "2021-05-01"),
        ("The men, who were sent in 2015, left the valley in May 2021.", "left", "2021-05-01"),
        ("The men, who were sent in 2015, left the valley in May 2021.", "sent", "2015-01-01"),
        ("They withdrew in March 2007, when the base at the lake was closed.", "closed", "2007-03-01"),
        ("The minister said in May 2021 that the brigade would leave the valley.", "leave", ""),
        ("In March 2021 two men were hurt by a mine that hit their truck.", "hit", "2021-03-01"),
        ("They gave up the port in May 2021 after the senate had voted.", "gave", "2021-05-01"),
        ("It flew them in after the clash on 5 May 2021, in which nine men were killed.", "killed", "2021-05-05"),
        ("Despite the defeat of the group in 2019, the army keeps a garrison there.", "keeps", ""),
    ],
)
def test_the_time_of_a_predicate(text: str, word: str, expected: str) -> None:
    view = view_of(text)
    i = at(view, word)
    found = when.nearest(view, i, i, False)
    assert (str(found.start_on) if found else "") == expected


def test_the_day_of_saying_stands_in() -> None:
    view = view_of("The monitor said in May 2021 that the army was strengthening its posts.")
    found = saying_of(view, at(view, "strengthening"))
    assert found is not None and found.start_on == date(2021, 5, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At its height the force had 900 men there.", True),
        ("The brigade had left the valley.", True),
        ("The brigade left the valley before dawn.", False),
        ("The army said it had left the valley.", False),
    ],
)
def test_a_flashback(text: str, expected: bool) -> None:
    view = view_of(text)
    verb = next(i for i in range(len(view.toks)) if view.key(i) in {"left", "had"} and view.tree.is_predicate(i))
    assert is_flashback(view, verb) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hill Watch - weekly note, 3 May 2024\n\nThe army left the valley.", date(2024, 5, 3)),
        ("Lagos, 4 May 2024\n\nThe army left the valley.", date(2024, 5, 4)),
        ("Last reviewed 4 May 2024\n\nThe army left the valley.", date(2024, 5, 4)),
        ("The army left the valley on 4 May 2024. The navy followed.", None),
        ("Survivors of the raid of 4 May 2024 tell their story\n\nIt was dark.", None),
    ],
)
def test_a_line_that_dates_the_text(text: str, expected: date | None) -> None:
    assert dated_line(text, blocks(text)) == expected


def test_a_stamp_of_a_live_report() -> None:
    text = "22:50 Tuesday \u2013 The army has left.\n\n21:10 \u2013 It is packing.\n\nThe army left at 22:50."
    found = [stamped(text, b, TODAY) for b in blocks(text)]
    assert found == [(True, date(2024, 6, 18)), (True, None), (False, None)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The brigade left the valley.", "left", True),
        ("The brigade had left the valley.", "left", True),
        ("Two posts were handed over.", "handed", True),
        ("The brigade has left the valley.", "left", False),
        ("Two posts have been handed over.", "handed", False),
        ("The brigade holds the valley.", "holds", False),
        ("The brigade will leave the valley.", "leave", False),
    ],
)
def test_a_clause_tells_in_the_past(text: str, word: str, expected: bool) -> None:
    view = view_of(text)
    assert is_past(view.tree, at(view, word)) is expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # a tale goes on within its paragraph
        ("On 3 May 2021 French troops entered Kidal. French jets also bombed Gao.", ("2021-05-03", "2021-05-03")),
        # the present tense and the perfect do not
        ("On 3 May 2021 French troops entered Kidal. French jets have bombed Gao.", ("2024-06-20", "2024-06-20")),
        # a deadline without a year lies ahead
        ("Mali wants the French troops to leave Gao by 1 August.", ("None", "2024-08-01")),
        # what is denied keeps the date of the act
        ("Paris denied that French jets bombed Gao on 3 May 2024.", ("2024-05-03", "2024-05-03")),
        # never that of the saying
        ("Paris said on 3 May 2024 that French troops would leave Gao.", ("None", "None")),
    ],
)
def test_a_fact_has_the_date_that_its_status_and_its_paragraph_ask_for(text: str, last: tuple[str, str]) -> None:
    made = extract(text, TODAY).drafts[-1]
    assert (str(made.date_start), str(made.date_end)) == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # times of several places
        (
            "French troops left camps at Gao and Tessalit on 3 May 2022 and 9 June 2022 respectively.",
            ["2022-05-03", "2022-06-09"],
        ),
        ("Russian jets bombed Aleppo in May 2016 and Idlib in June 2017.", ["2016-05-01", "2017-06-01"]),
        # an event that bounds the fact
        ("French troops have been in Gao since the coup of March 2012.", ["2012-03-01"]),
        # another number's time
        ("Two hundred French troops are in Gao, against 900 in May 2019.", ["2024-06-20"]),
        # a drill's own clause
        ("French troops held drills in Gao, which ended on 3 May 2024.", ["2024-05-03"]),
        # what shows it
        ("Pictures taken on Sunday show 40 Russian tanks at Tartus.", ["2024-06-16"]),
        # an agency's dateline is no part of the sentence
        ("GAO, June 3 (Wire) - French troops left Gao on Sunday.", ["2024-06-16"]),
    ],
)
def test_whose_the_time_is(text: str, expected: list[str]) -> None:
    made = [d for d in extract(text, TODAY).drafts if d.quantity is None or d.quantity.low in {40, 200}]
    assert [str(d.date_start) for d in made] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what began and goes on
        ("Russian jets have bombed Aleppo since May 2024.", [("2024-05-01", "None", "ongoing")]),
        ("Russian jets have hit 15 posts in Aleppo since May 2024.", [("2024-05-01", "None", "completed")]),
        # a digest's title, a dated heading, the day of a text's figures
        (
            "Situation update, 3–9 June 2024\n\nRussian jets bombed Aleppo on most days.",
            [("2024-06-03", "2024-06-09", "completed")],
        ),
        (
            "A chronicle of the war\n\n3 May 2016\n\nRussian jets bombed Aleppo.",
            [("2016-05-03", "2016-05-03", "completed")],
        ),
        (
            "Figures are as at April 2023.\n\nFrench troops are stationed in Gao.",
            [("2023-04-01", "2023-04-30", "in_effect")],
        ),
        # the year in front, the day behind
        ("In 1982 British troops landed at Basra on 21 May.", [("1982-05-21", "1982-05-21", "completed")]),
    ],
)
def test_what_else_dates_a_fact(text: str, expected: list[tuple[str, str, str]]) -> None:
    made = extract(text, TODAY).drafts
    assert [(str(d.date_start), str(d.date_end), d.status) for d in made] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what lies ahead does not have the day on which it was asked for or ordered
        ("Peru ordered the withdrawal of its troops from Chile on Wednesday.", ("None", "None", "planned")),
        (
            "A deployment of Chilean troops to Callao was called for by Lima last year.",
            ("None", "None", "considered"),
        ),
        ("Chile will now send its marines to Callao.", ("None", "None", "planned")),
        ("Chile must close its base at Callao within a month.", ("2024-06-20", "2024-07-20", "considered")),
        # a month that stands before its noun; bounds
        (
            "The February closure of Chile's base at Tacna pleased many.",
            ("2024-02-01", "2024-02-29", "completed"),
        ),
        ("Before May 2025 Chile will open a base at Callao.", ("None", "2025-04-30", "planned")),
        ("The Chilean marines began to leave Callao as early as March.", ("2024-03-01", "None", "ongoing")),
        (
            "Chile has closed its base at Tacna after a fire a day earlier.",
            ("2024-06-19", "2024-06-19", "completed"),
        ),
        # a present beside a past, and a noun with a time to come
        (
            "The fort at Tacna was dug in 1990 and houses 80 Chilean soldiers.",
            ("2024-06-20", "2024-06-20", "in_effect"),
        ),
        (
            "The flood means the withdrawal of 70 Chilean engineers from Peru in the next several months.",
            ("2024-06-20", "2024-10-18", "planned"),
        ),
    ],
)
def test_the_day_of_the_asking_is_not_the_acts(text: str, expected: tuple[str, str, str]) -> None:
    made = [(str(d.date_start), str(d.date_end), d.status) for d in extract(text, TODAY).drafts]
    assert made[-1:] == [expected]
