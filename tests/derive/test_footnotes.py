"""Notes, their markers, and whom they cite."""

from __future__ import annotations

from datetime import date

import newsroom
from posture.derive import citations, footnotes
from posture.derive.batch import derive_document

from .fetched import fetched

LOOSE = """# 2. Foreign garrisons

The northern garrison was enlarged in spring, 211 and the depot at Vale reopened.212 About 4 000 soldiers live there. 213 The decree was lifted 214 but not forgotten, and patrols went on at the pass, 215 at the ford 216 and in the town.217

211

Vale Institute, Soldiers of the north, 3 March 2025, url; The Plain Post, Who guards the pass?, 9 April 2025, <u>url</u>

# 212

Ministry of Roads, Depots, 1 May 2025, url

# 213

Plain Observatory, Counting heads, 2 May 2025, url, pp. 4-5

Plain Observatory, What the decree said, 3 May 2025, url

#### 215

Plain Observatory, At the pass, 4 May 2025, url

216

Ibid.

# 217

The Plain Post, A town sleeps, 6 May 2025, url
"""


def test_markers_of_all_shapes_are_joined_and_gone():
    noted = footnotes.join(LOOSE)
    body = noted.text[: noted.body_end]
    assert [c.number for c in noted.citations] == [211, 212, 213, 214, 215, 216, 217]
    assert "4 000 soldiers live there. The decree was lifted but not forgotten, and patrols" in body
    assert not any(str(n) in body for n in range(211, 218))
    for c, words in zip(
        noted.citations, ("spring,", "reopened.", "there.", "lifted", "pass,", "ford", "town."), strict=True
    ):
        assert noted.text[: c.start].endswith(words)


def test_an_entry_without_a_number_gets_the_one_that_is_missing():
    noted = footnotes.join(LOOSE)
    assert "What the decree said" in noted.notes[214]
    assert noted.text.endswith("217 The Plain Post, A town sleeps, 6 May 2025, url")


def test_sources_of_a_note():
    found = citations.sources(
        "Vale Institute, Soldiers, in winter, 3 March 2025, url, pp. 12-13; The Plain Post, Who?, https://plain.test/a"
    )
    assert [(s.publisher, s.title) for s in found] == [
        ("Vale Institute", "Soldiers, in winter"),
        ("The Plain Post", "Who?"),
    ]
    assert (found[0].published_on, found[0].pages, found[1].url) == (date(2025, 3, 3), "12-13", "https://plain.test/a")
    assert citations.sources("Ibid., p. 4", found) == found
    assert citations.sources("Cut-off date of research: 7 February 2025") == ()
    assert citations.sources("Vale, Ministry of Roads, Depots, 2025")[0].publisher == "Vale, Ministry of Roads"
    assert citations.sources("Castle, yearly talk of the president, 2025")[0].publisher == "Castle"


def test_attribution_is_the_marker_nearest_after_the_place():
    noted = footnotes.join(LOOSE)
    start = noted.text.index("The decree")
    end = noted.text.index("town.") + 5
    near = noted.text.index("at the pass") + len("at the pass")
    assert footnotes.attribution(noted.citations, start, end, near) == ("Plain Observatory",)
    assert footnotes.attribution(noted.citations, start, end) == ("Plain Observatory", "The Plain Post")
    assert footnotes.attribution(noted.citations, 0, 10) == ()


def test_two_markers_at_one_point_count_together():
    noted = footnotes.join(
        "Sixty men are there.⟦1⟧⟦2⟧ Nobody left.\n\n⟦1⟧ Ann, A study, 2020, url\n⟦2⟧ Bob, A book, 2021, url"
    )
    assert noted.text.startswith("Sixty men are there. Nobody left.")
    assert footnotes.attribution(noted.citations, 0, 20, 5) == ("Ann", "Bob")


def test_numbers_of_an_ordinary_text_stay():
    text = "On 3 May 12 soldiers left. There were 4.5 km to go, and 2 000 men in 3 camps.\n\n1. Vale: 40 men, since 3 May 2020\n2. Plain: 12 men, since 2021"
    noted = footnotes.join(text)
    assert noted.text == text
    assert noted.citations == ()


def test_quantities_are_no_markers_in_a_noted_text():
    noted = footnotes.join(
        "Some 2 brigades left in 2044.1 Another 3 brigades are to follow.2 The rest, 1 battalion, stays.3\n\n"
        "1 Ann, A study, 3 May 2045, url\n2 Bob, A book, 4 May 2045, url\n3 Cid, A map, 5 May 2045, url"
    )
    assert (
        noted.text[: noted.body_end]
        == "Some 2 brigades left in 2044. Another 3 brigades are to follow. The rest, 1 battalion, stays."
    )
    assert [c.number for c in noted.citations] == [1, 2, 3]


def test_named_markers_without_a_note_leave_no_trace():
    assert footnotes.join("Six men left.⟦4⟧ Two stayed.").text == "Six men left. Two stayed."


def test_reports_of_the_sample_site_are_joined():
    site = newsroom.build("http://127.0.0.1:1")
    for sample in newsroom.load():
        if not sample.notes:
            continue
        rows = derive_document(fetched(site[sample.path].body, site[sample.path].media_type.partition(";")[0]))
        text = rows["articles"][0]["text"]
        for number, note in sample.notes.items():
            first = note.replace("\u00ad", "").split(",")[0]
            assert f"\n{number} {first}" in text, number
        cited = [r for r in rows["records"] if r["attribution"]]
        assert len(cited) > 0.6 * len(rows["records"])
        for r in rows["records"]:
            assert text[r["evidence_start"] : r["evidence_end"]] == r["evidence_quote"]
