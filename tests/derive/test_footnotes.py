"""Notes, their markers, and whom they cite."""

from __future__ import annotations

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("note", "on", "precision"),
    [
        ("Ann, Plans for 2030, 3 March 2025, p. 4", date(2025, 3, 3), "day"),
        ("Ann, Plans for 2030, March 2025", date(2025, 3, 1), "month"),
        ("Ann, Plans for 2030, Vale Press, 2024", date(2024, 1, 1), "year"),
        ("Ann, Plans for 2030", None, None),
        ("Ann, A note on the treaty of 3 March 2025", None, None),
        ("Ann, Plans, May to July 2024", None, None),
        ("Ann, Plans (May 2024)", date(2024, 5, 1), "month"),
        ("Ann, Plans, published on 3 March 2025, accessed 4 April 2026", date(2025, 3, 3), "day"),
        ("Ann, The year 2019 in Vale, Port Vale", None, None),
    ],
)
def test_dates_are_as_exact_as_they_are_written(note, on, precision):
    (found,) = citations.sources(note)
    assert (found.published_on, found.precision) == (on, precision)


LISTED = """<html><body><article><h1>Garrisons of Vale</h1>
<p>Some 400 soldiers stayed at the ford through the winter, as the ministry had said.<sup><a href="#fn1">1</a></sup> The
depot was closed.<sup id="r2"><a href="#fn2">[2]</a></sup> It is to be sold.<sup><a href="#fn1">1</a></sup></p>
<p>A second paragraph says that nobody knows who will buy it, and that the town would rather have had the soldiers.</p>
<ol><li id="fn1"><p>Vale Institute, <a href="https://vale.test/s">Soldiers of the north</a>, March 2025, pp. 3-4
<a href="#r1">↩</a></p></li><li id="fn2">This note only explains how the depot was counted.</li></ol>
</article></body></html>"""


def test_citations_of_a_page_whose_numbers_the_browser_draws():
    rows = derive_document(fetched(LISTED))
    (article,) = rows["articles"]
    one, two = rows["citations"]
    assert (one["note_number"], one["work_number"], one["publisher"]) == (1, 1, "Vale Institute")
    assert (one["title"], one["pages"], one["url"]) == ("Soldiers of the north", "3-4", "https://vale.test/s")
    assert (one["published_on"], one["date_precision_code"]) == (date(2025, 3, 1), "month")
    text = article["text"]
    assert [text[:at].rsplit(" ", 1)[1] for at in one["marker_offsets"]] == ["said.", "sold."]
    assert (two["publisher"], [text[:at].rsplit(" ", 1)[1] for at in two["marker_offsets"]]) == (None, ["closed."])
    assert all(c["note_quote"] in text and c["article_id"] == article["article_id"] for c in rows["citations"])
    assert "⟦" not in text


def test_a_note_with_several_works_has_a_row_each_and_ibid_repeats_them():
    text = (
        "Sixty men are there, as the ministry of the valley has said more than once.⟦1⟧ Nobody left.⟦2⟧\n\n"
        "⟦1⟧ Ann, A study, 2020, url; Bob, A book, 4 May 2021, p. 7\n⟦2⟧ Ibid."
    )
    cited = derive_document(fetched(text, "text/plain"))["citations"]
    assert [(c["note_number"], c["work_number"], c["publisher"]) for c in cited] == [
        (1, 1, "Ann"), (1, 2, "Bob"), (2, 1, "Ann"), (2, 2, "Bob"),
    ]  # fmt: skip


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
        assert {c["note_number"] for c in rows["citations"]} == set(sample.notes)
        assert all(c["marker_offsets"] for c in rows["citations"])
        assert sum(c["publisher"] is None for c in rows["citations"]) <= 1
        for r in rows["records"]:
            assert text[r["evidence_start"] : r["evidence_end"]] == r["evidence_quote"]
