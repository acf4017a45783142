"""Dates: each way of writing a time, against one day of publication (a Wednesday)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.derive.extract.timing.context import Time
from posture.derive.extract.timing.times import times

WEDNESDAY = date(2025, 6, 4)


def found(text: str, anchor: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(str(t.start_on), str(t.end_on)) for t in times(text, 0, len(text), anchor)]


def one(text: str, anchor: date | None = WEDNESDAY) -> tuple[str, str]:
    made = found(text, anchor)
    assert len(made) == 1, made
    return made[0]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # stated
        ("The post was shut on 3 March 2024.", "2024-03-03", "2024-03-03"),
        ("It opened on Sept. 11, 2019.", "2019-09-11", "2019-09-11"),
        ("It opened on 2019-09-11.", "2019-09-11", "2019-09-11"),
        ("They arrived in August 2023.", "2023-08-01", "2023-08-31"),
        ("They arrived in 2023.", "2023-01-01", "2023-12-31"),
        ("The 2014 offensive was costly.", "2014-01-01", "2014-12-31"),
        # spans
        ("Strikes went on between 11 January and 24 February 2024.", "2024-01-11", "2024-02-24"),
        ("In the night of 20–21 December 2024 a post fell.", "2024-12-20", "2024-12-21"),
        ("The drill ran on May 5-9, 2025.", "2025-05-05", "2025-05-09"),
        ("It stayed there from May 2014 to June 2016.", "2014-05-01", "2016-06-30"),
        ("The force served from 2014 until May 2026.", "2014-01-01", "2026-05-31"),
        ("At its peak, in 2010-11, it was larger.", "2010-01-01", "2011-12-31"),
        ("Bases were built in the 1990s.", "1990-01-01", "1999-12-31"),
        # open bounds
        ("All will be gone by September 2025.", "None", "2025-09-30"),
        ("The mandate runs until May 2026.", "None", "2026-05-31"),
        ("It has held the hill since December 2023.", "2023-12-01", "None"),
        ("From March 2026 two ships patrol.", "2026-03-01", "None"),
        ("It could be ready as early as 2027.", "2027-01-01", "None"),
        ("They leave no later than 30 September.", "None", "2025-09-30"),
        # parts
        ("It came in early June 2024.", "2024-06-01", "2024-06-11"),
        ("It fell in the first week of May.", "2025-05-01", "2025-05-07"),
        ("It grew in the first quarter of 2025.", "2025-01-01", "2025-03-31"),
        ("It grows in the third quarter of this year.", "2025-07-01", "2025-09-30"),
        ("It shrank in the second half of 2024.", "2024-07-02", "2024-12-31"),
        ("It left in early last year.", "2024-01-01", "2024-05-02"),
        ("It must go by the end of next year.", "None", "2026-12-31"),
        ("The winter of 2023 was quiet.", "2023-12-01", "2024-02-29"),
        # relative to the day of publication
        ("It left today.", "2025-06-04", "2025-06-04"),
        ("It left yesterday evening.", "2025-06-03", "2025-06-03"),
        ("It left on Wednesday.", "2025-06-04", "2025-06-04"),
        ("It left on Thursday.", "2025-05-29", "2025-05-29"),
        ("It left last Wednesday.", "2025-05-28", "2025-05-28"),
        ("It will begin on Friday.", "2025-06-06", "2025-06-06"),
        ("It left on Wednesday, 4 June.", "2025-06-04", "2025-06-04"),
        ("It left over the weekend.", "2025-05-31", "2025-06-01"),
        ("It left last week.", "2025-05-26", "2025-06-01"),
        ("It left last November.", "2024-11-01", "2024-11-30"),
        ("In April it left.", "2025-04-01", "2025-04-30"),
        ("It left in October.", "2024-10-01", "2024-10-31"),
        ("It will leave in October.", "2025-10-01", "2025-10-31"),
        ("It left in May of last year.", "2024-05-01", "2024-05-31"),
        ("It left on December 31.", "2024-12-31", "2024-12-31"),
        ("It was hit 40 times over the past 15 days.", "2025-05-20", "2025-06-04"),
        ("It was moved in the last two days.", "2025-06-02", "2025-06-04"),
        ("It left two weeks ago.", "2025-05-18", "2025-05-24"),
        ("It has grown in the ten years since.", "2015-06-04", "2025-06-04"),
        ("They have fought the state for 40 years.", "1985-01-01", "None"),
        ("It leaves in the next six months.", "2025-06-04", "2025-12-04"),
        ("It left last summer.", "2024-06-01", "2024-08-31"),
        ("It moved this winter.", "2024-12-01", "2025-02-28"),
    ],
)
def test_a_time_is_read_as_its_interval(text: str, start: str, end: str) -> None:
    assert one(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The shelling began on 3 May; two days later the base was empty.", ("2025-05-05", "2025-05-05")),
        ("They came on 3 May 2024 and left the same day.", ("2024-05-03", "2024-05-03")),
        ("He said on 18 December 2024 that they had come the day before.", ("2024-12-17", "2024-12-17")),
        ("They came in 2014 and left in March of that year.", ("2014-03-01", "2014-03-31")),
    ],
)
def test_what_points_back_takes_the_date_stated_before(text: str, last: tuple[str, str]) -> None:
    assert found(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 12 May 1999 the truce was signed. The first monitors landed the next day.", ("1999-05-13", "1999-05-13")),
        ("On 12 May 1999 the hill was lost. Three weeks later it was retaken.", ("1999-05-31", "1999-06-04")),
        ("The battalion came in August 2003. That winter it built a camp.", ("2003-12-01", "2004-02-29")),
        ("The pact was signed on 5 August 2016. That October it was broken.", ("2016-10-01", "2016-10-31")),
        ("On 12 May 2024 the ferry was hit. By then 400 men had gone.", ("None", "2024-05-12")),
        ("The fleet came in 2003. Since then it has grown.", ("2003-01-01", "None")),
        ("On 25 May 2006 the sappers came. The medics left in August of the next year.", ("2007-08-01", "2007-08-31")),
        ("On 4 July 2011 the fort fell. A relief force was flown in within 48 hours.", ("2011-07-04", "2011-07-06")),
        ("The fort was shelled on Tuesday. Hours earlier drones had circled it.", ("2025-06-03", "2025-06-03")),
        ("On 1 April 1999 the siege began. In the weeks that followed it tightened.", ("1999-04-01", "1999-05-06")),
        ("In June 1995 the force left. A year and a half later it was back.", ("1996-12-01", "1996-12-31")),
        ("In June 1995 the force left. Later that year it was disbanded.", ("1995-06-30", "1995-12-31")),
        ("The treaty of 8 May 1998 was signed. It was ratified in October.", ("1998-10-01", "1998-10-31")),
        ("On 10 July 2021 the depot burnt. The following night the pier was hit.", ("2021-07-11", "2021-07-12")),
        ("In March 2019 the ridge was mined. A patrol was hit the same day.", ("2019-03-01", "2019-03-31")),
        ("On 1 March 2001 they dug in. Over the next three months they built posts.", ("2001-03-01", "2001-06-01")),
        ("The unit will move over the next three months.", ("2025-06-04", "2025-09-04")),
        ("In the fifties ten thousand men were there.", ("1950-01-01", "1959-12-31")),
    ],
)
def test_what_points_back_is_read_from_the_sentence_before(text: str, expected: tuple[str, str]) -> None:
    (made,) = times(text, text.find(". ") + 2 if ". " in text else 0, len(text), WEDNESDAY)
    assert (str(made.start_on), str(made.end_on)) == expected


def test_earlier_than_something_is_no_time() -> None:
    assert found("The convoy left weeks earlier than scheduled.") == []


def test_two_days_are_not_a_span() -> None:
    assert len(found("The posts were shut on 5 May and 9 May.")) == 2


def test_without_a_day_of_publication_relative_words_stay_open() -> None:
    for text in ("It left on Wednesday.", "It left last year.", "It left on 5 May.", "It left two weeks ago."):
        (made,) = times(text, 0, len(text), None)
        assert (made.start_on, made.end_on, made.basis, made.is_resolved) == (None, None, "unknown", False)


def test_a_day_without_a_year_takes_the_year_stated_last() -> None:
    text = "On 10 February 2025 the camp fell. On 19 January it had been bombed."
    begin = text.index("On 19")
    (made,) = times(text, begin, len(text), None)
    assert (made.start_on, made.basis) == (date(2025, 1, 19), "resolved")


@pytest.mark.parametrize(
    "text",
    [
        "It may leave.",
        "They march on.",
        "It fell on 31 February 2024.",
        "About 2,025 troops and 2019 soldiers were there.",
        "Ships will stay until further notice.",
        "NIAMEY, Aug. 5 (Wire) — The base is shut.",
        "the army's heaviest loss in a year",
        "the first such visit in two decades",
    ],
)
def test_what_is_no_date_of_a_fact_is_left_alone(text: str) -> None:
    assert found(text) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from("on in by May 5 2024 – to the last year weeks ago since Monday , of end".split()), max_size=40
    )
)
def test_any_run_of_time_words_gives_ordered_times_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    made: list[Time] = times(text, 0, len(text), WEDNESDAY)
    assert all(0 <= t.start < t.end <= len(text) for t in made)
    assert all(a.end <= b.start for a, b in pairwise(made))
    assert all(t.start_on <= t.end_on for t in made if t.start_on and t.end_on)
