"""Bytes of any kind to a page's text."""

from __future__ import annotations

import zlib

import pytest

import newsroom
from posture.derive.batch import derive_document
from posture.derive.capture import Unreadable
from posture.derive.pages import page

from .fetched import fetched

SENTENCES = [
    "The garrison of Port Vale moved to the northern depot on Tuesday, the ministry said.",
    "Nine hundred soldiers are left in the valley, and nobody knows for how long they will stay.",
    "A spokesman declined to say whether the barracks by the river would be handed over this year.",
    "Engineers have been taking the fences down since the first week of the month.",
]


def html(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>A garrison moves</title>{head}</head><body>{body}</body></html>"


def article(*paragraphs: str) -> str:
    return "<article><h1>A garrison moves</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"


def test_body_is_whole_and_furniture_is_not_in_it():
    boxes = "<nav>Home World Sport</nav>", "<aside><h2>More</h2><ul><li>Another story of today</li></ul></aside>"
    text = page(fetched(html(boxes[0] + article(*SENTENCES) + boxes[1]))).text
    assert all(s in text for s in SENTENCES)
    assert "Sport" not in text
    assert "Another story" not in text


def test_table_rows_and_list_items_are_lines():
    table = "<table><tr><th>State</th><th>Soldiers</th></tr><tr><td>Vale</td><td>about 9,000</td></tr></table>"
    text = page(
        fetched(html(article(*SENTENCES[:2], table, "<ul><li>Port Vale: 40 men</li></ul>", *SENTENCES[2:])))
    ).text
    assert "State | Soldiers\nVale | about 9,000" in text
    assert "Port Vale: 40 men" in text


def test_caption_of_a_figure_is_kept_once():
    figure = "<figure><img src=a><figcaption>Soldiers at the gate of the depot</figcaption></figure>"
    body = article(figure, "Soldiers at the gate of the depot", *SENTENCES)
    rows = derive_document(fetched(html(body)))
    assert rows["articles"][0]["text"].count("Soldiers at the gate of the depot") == 1
    assert "⟦" not in rows["articles"][0]["text"]


def test_running_text_leaves_captions_and_headline_out():
    figure = "<figure><img src=a><figcaption>Soldiers at the gate of the depot</figcaption></figure>"
    text = page(fetched(html(article(SENTENCES[0], figure, *SENTENCES[1:])))).text
    assert "at the gate" not in text
    assert "A garrison moves" not in text
    assert all(s in text for s in SENTENCES)


@pytest.mark.parametrize("depth", [100, 255, 300, 1500, 5000])
def test_no_depth_of_nesting_cuts_the_page(depth):
    deep = "<div>" * depth + "".join(f"<p>{s}</p>" for s in SENTENCES) + "</div>" * depth + "<p>After the depths.</p>"
    try:
        text = page(fetched(html(deep))).text
    except Unreadable as error:
        assert str(error).startswith(("parser_truncated", "parse_failed"))
    else:
        assert all(s in text for s in SENTENCES)


def test_a_text_node_over_ten_megabytes_is_whole():
    long = "word " * 2_200_000
    text = page(fetched(html(f"<script>{long}</script>" + article(*SENTENCES) + f"<!-- {long} -->"))).text
    assert SENTENCES[-1] in text


GREEK = "Ο στρατός αποσύρει διακόσιους στρατιώτες από τη βάση της πόλης, είπε ο υπουργός. " * 4
CYRILLIC = "Министерство сообщило, что двести солдат покинули базу на севере страны в среду. " * 4
POLISH = "Żołnierze opuścili bazę w środę, a ministerstwo potwierdziło, że dwustu z nich wróciło. " * 4


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "in_page"),
    [
        (POLISH, "utf-8", None, ""),
        (POLISH, "utf-8", "iso-8859-1", ""),
        (POLISH, "cp1250", "windows-1250", ""),
        (POLISH, "cp1250", None, '<meta charset="windows-1250">'),
        (POLISH, "cp1250", "utf-8", '<meta charset="windows-1250">'),
        (CYRILLIC, "cp1251", "windows-1251", ""),
        (CYRILLIC, "cp1251", None, ""),
        (CYRILLIC, "utf-16", None, ""),
        (GREEK, "iso8859-7", "iso-8859-7", ""),
        ("“The soldiers’ base”, he said, was closed. " * 9, "cp1252", "iso-8859-1", ""),
    ],
)
def test_encodings(text, encoding, declared, in_page):
    body = html(f"<article><p>{text}</p><p>{text[::-1]}</p></article>", in_page).encode(encoding)
    assert text.strip() in page(fetched(body, charset=declared)).text


def test_a_flipped_byte_does_not_change_the_encoding_of_the_rest():
    body = html(article(POLISH, *SENTENCES)).encode()
    body = body.replace("bazę".encode(), b"baz\xff", 1)
    made = page(fetched(body))
    assert "Żołnierze opuścili" in made.text
    assert made.has_mojibake


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (b"", "text/html", "no_text"),
        (b"  \n ", "text/plain", "no_text"),
        (b"\x89PNG\r\n\x1a\n1234", "text/html", "media_type"),
        (b"{}", "application/json", "media_type"),
        (b"no tag at all", "text/html", "not_html"),
        (b"<html><body></body></html>", "text/html", "no_text"),
        (b"%PDF-1.7 broken", "application/pdf", "pdf_broken"),
        (b"hello", "application/pdf", "pdf_broken"),
    ],
)
def test_what_gives_no_text_says_why(body, kind, reason):
    with pytest.raises(Unreadable, match=f"^{reason}"):
        page(fetched(body, kind))


def test_bytes_count_more_than_the_declared_type():
    assert SENTENCES[0] in page(fetched(html(article(*SENTENCES)), "text/plain")).text


# ── the sample site ─────────────────────────────────────────────────────────────────────────────

SITE = newsroom.build("http://127.0.0.1:1")
ARTICLES = [a for a in newsroom.load() if "broken" not in a.features]


@pytest.fixture(scope="module")
def derived():
    return {
        a.path: derive_document(
            fetched(SITE[a.path].body, SITE[a.path].media_type.partition(";")[0], capture_id=a.path)
        )
        for a in newsroom.load()
    }


def paragraphs(article) -> list[str]:
    """Sentences of the article's source, without Markdown."""
    import re

    bodies = [article.body, article.insert.body if article.insert else ""]
    made = []
    for line in "\n".join(bodies).replace("\u00ad", "").split("\n"):
        plain = re.sub(r"\[\^\d+\]|^[#>*\-\s\d.]+|[*_`]", "", line).strip()
        if plain.startswith(("READ", "Related")) or "|" in plain or len(plain) < 25:
            continue
        made.append(" ".join(plain.split()))
    return made


@pytest.mark.parametrize("sample", ARTICLES, ids=lambda a: a.slug)
def test_no_sentence_of_a_sample_is_lost(derived, sample):
    def bare(text: str) -> str:
        plain = text.translate(str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"}))
        return "".join(c for c in plain if c.isalnum())

    whole = bare("".join(a["text"] for a in derived[sample.path]["articles"]))
    assert [p for p in paragraphs(sample) if bare(p) not in whole] == []


@pytest.mark.parametrize("sample", ARTICLES, ids=lambda a: a.slug)
def test_samples_keep_their_dates_and_lose_their_furniture(derived, sample):
    first = derived[sample.path]["articles"][0]
    assert first["title"] == sample.title
    assert first["published_on"] == (sample.published.date() if sample.published else None)
    for furniture in (
        "appeared first on",
        "Share on",
        "cookies",
        "newsletter",
        "Sample data of",
        "READ:",
        "\nTT\n",
        "⟦",
    ):
        assert furniture not in first["text"]
    if sample.caption:
        assert first["text"].count(sample.caption) == 1


def test_a_glued_sample_is_two_articles(derived):
    sample = next(a for a in ARTICLES if a.insert)
    first, second = derived[sample.path]["articles"]
    assert (second["title"], second["published_on"]) == (sample.insert.title, sample.insert.published.date())
    assert second["author"] == sample.insert.byline
    assert sample.insert.title not in first["text"]


def test_french_is_kept_and_broken_pages_end_in_a_state(derived):
    for sample in newsroom.load():
        rows = derived[sample.path]
        if "unsupported_language" in sample.features:
            assert rows["articles"][0]["state_code"] == "unsupported_language"
            assert rows["articles"][0]["language_code"] == "fr"
        if "broken" in sample.features:
            assert rows["documents"][0]["state_code"] in {"no_text", "unreadable"}
            assert rows["documents"][0]["reason"]


# ── PDFs made to kill ───────────────────────────────────────────────────────────────────────────

SENTENCE = b"BT /F 12 Tf 50 700 Td (The garrison of Vale left its barracks by the river on Monday, it said.) Tj ET"
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
SHEET = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n" % (len(data), more) + data + b"\nendstream"


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out, at = bytearray(b"%PDF-1.7\n"), []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    table, start = b"".join(b"%010d 00000 n \n" % a for a in at), len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


KILLERS = {
    "pages that hold themselves": pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
    "a parent that is its own": pdf_of(CATALOG, PAGES.replace(b"/Count", b"/Parent 3 0 R/Count"),
                                       b"<</Type/Page/Parent 3 0 R/Contents 5 0 R>>", FONT, stream(SENTENCE)),
    "a length that is itself": pdf_of(CATALOG, PAGES, SHEET, FONT, b"<</Length 5 0 R>>\nstream\n" + SENTENCE + b"\nendstream"),
    "a bomb": pdf_of(CATALOG, PAGES, SHEET, FONT, stream(zlib.compress(b" " * (200 << 20), 9), b"/Filter/FlateDecode")),
    "a bomb in a bomb": pdf_of(CATALOG, PAGES, SHEET, FONT,
                               stream(zlib.compress(zlib.compress(b" " * (100 << 20))), b"/Filter[/FlateDecode/FlateDecode]")),
    "arrays in arrays": pdf_of(CATALOG[:-2] + b"/X " + b"[" * 20_000 + b"]" * 20_000 + b">>", PAGES, SHEET, FONT, stream(SENTENCE)),
    "arrays in a text": pdf_of(CATALOG, PAGES, SHEET, FONT, stream(b"BT /F 12 Tf " + b"[" * 100_000 + b" TJ ET")),
    "a tree of a thousand levels": pdf_of(CATALOG, *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % n for n in range(3, 1_003))),
}  # fmt: skip


@pytest.mark.parametrize("body", KILLERS.values(), ids=KILLERS)
def test_pdfs_made_to_kill_are_broken_and_no_more(body):
    with pytest.raises(Unreadable, match=r"^pdf_broken: "):
        page(fetched(body, "application/pdf"))


@pytest.mark.parametrize(
    "body",
    [
        pdf_of(CATALOG, PAGES.replace(b"/Count 1", b"/Count 999999999"), SHEET, FONT, stream(SENTENCE)),
        pdf_of(CATALOG, PAGES, SHEET.replace(b"/Font", b"/XObject<</A 6 0 R>>/Font"), FONT, stream(b"/A Do " + SENTENCE),
               stream(b"/A Do /A Do", b"/Type/XObject/Subtype/Form/Resources<</XObject<</A 6 0 R>>>>")),
    ],
)  # fmt: skip
def test_pdfs_that_lie_are_read_all_the_same(body):
    assert "The garrison of Vale" in page(fetched(body, "application/pdf")).text


def test_a_long_pdf_says_what_of_it_was_not_read():
    sheets = [
        part
        for n in range(405)
        for part in (
            SHEET.replace(b"5 0 R", b"%d 0 R" % (5 + 2 * n)),
            stream(SENTENCE.replace(b"Vale", b"Vale" + b"".join(b"%c" % (97 + int(d)) for d in str(n)))),
        )
    ]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(405))
    tree = b"<</Type/Pages/Count 405/Kids[" + kids + b"]>>"
    body = pdf_of(CATALOG, tree, FONT, *(x.replace(b"/F 4 0 R", b"/F 3 0 R") for x in sheets))
    (document,) = derive_document(fetched(body, "application/pdf"))["documents"]
    assert (document["state_code"], document["reason"]) == ("derived", "pages_over_limit: 400 of 405 pages were read")


@pytest.mark.parametrize("barred", ["\x01", "\x1f", "&#1;", "&#x1F;", "&#00011;", "\ufffe"])
def test_a_character_that_no_tree_may_hold_costs_only_itself(barred):
    said = "The garrison left its barracks on Monday, and the gate is shut since the morning"
    body = f"{article(*[f'{said}, {n}.' for n in range(6)])}<div class=newsletter-signup>Write to us</div>{barred}tail"
    made = page(fetched(html(body + f"<p>{said}{barred} again.</p>")))
    assert made.text.count(said) >= 6
    assert barred not in made.text
