"""Any text is read without an error, its evidence is its own words, its sums hold, and reading it again gives the same."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posture.derive.extract.engine import extract
from posture.derive.extract.learnt import likeness
from posture.derive.normalise import rows

pytestmark = pytest.mark.learnt
NUMBERED = re.compile(r"\d|-|–| and$")
DEV = Path(__file__).parents[1] / "corpus/dev"
ROW = {
    "article_id": "a", "document_id": "d", "external_id": None, "batch_code": "s/2025-01-01-01", "source_code": "s",
    "published_on": date(2025, 6, 12), "retrieved_at": None, "outlet": "Test Wire", "origin": None,
}  # fmt: skip
PIECES = st.sampled_from([
    "US troops", "the Russian army", "its soldiers", "Kataib Hezbollah", "900", "2\u00a0500", "about", "between", "from", "to", "and", ",",
    "left", "will withdraw", "denied that", "according to", "the Al-Tanf base", "Camp", "Syria", "northeastern Syria", "in May", "by 2026",
    "“", "”", '"', "'", "(", ")", "[", "]", "[12]", ".", ";", ":", "\n", "\n\n", "•", "-", "–", "READ:", "©", "5", "per cent", "’s", "U.S.", "killed",
    "over the past 15 days", "on 31 February 2025", "in 0000", "99999999999999999999", "³", "½", "٣", "Ⅻ", "²³",
])  # fmt: skip
SENTENCES = st.lists(PIECES, max_size=60).map(" ".join)
GLUED = st.lists(PIECES, max_size=60).map("".join)
BRIEF = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def check(text: str, published: date | None = date(2025, 6, 12), twice: bool = True) -> None:
    found = extract(text, published, "Test Wire")
    made = rows(found, text, ROW)
    assert len(made["mentions"]) == len(made["records"]) + len(made["rejections"])
    assert len({m["mention_id"] for m in made["mentions"]}) == len(made["mentions"])
    assert len({r["record_id"] for r in made["records"]}) == len(made["records"])
    for r in made["records"]:
        assert r["evidence_quote"]
        assert text[r["evidence_start"] : r["evidence_end"]] == r["evidence_quote"]
        for slot in ("place", "origin", "destination"):
            assert r[slot] is None or r[slot]["name"]
        for slot in ("quantity", "quantity_before", "quantity_delta"):
            bounds = [] if r[slot] is None else [r[slot]["low"], r[slot]["high"]]
            assert all(b is None or abs(b) < 2**63 for b in bounds), "the lake's whole numbers have 64 bits"
    for m in made["mentions"]:
        assert text[m["evidence_start"] : m["evidence_end"]] == m["evidence_quote"] != ""
    assert not twice or rows(extract(text, published, "Test Wire"), text, ROW) == made


@BRIEF
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    check(text)


@BRIEF
@given(SENTENCES)
def test_words_of_ours_in_any_order(text: str) -> None:
    check(text)


@BRIEF
@given(SENTENCES, st.sampled_from([-99.0, 99.0]))
def test_words_of_ours_whatever_is_believed_of_them(text: str, bias: float) -> None:
    with mock.patch.object(likeness, "_weights", return_value={"bias": {"": bias}}):
        check(text)


def test_a_staff_in_apposition_to_a_speaker_does_not_ask_for_him_for_ever() -> None:
    check("Tusk: permanent headquarters for V Corps in Latvia. US troops arrived in Latvia.", date(2022, 6, 29))


@BRIEF
@given(GLUED)
def test_words_of_ours_without_spaces(text: str) -> None:
    check(text, None)


@BRIEF
@given(
    st.lists(
        st.one_of(PIECES, st.characters(codec="utf-8"), st.sampled_from("\x00\x07\x0b\x0c\x1b\x85\u2028\u200f\ufeff")),
        max_size=80,
    ).map(" ".join)
)
def test_control_characters_and_strange_letters(text: str) -> None:
    check(text)


@BRIEF
@given(st.integers(1, 60), SENTENCES)
def test_nested_quotes(depth: int, text: str) -> None:
    check("“" * depth + text + "”" * depth + " he said. " + '"' * depth + text)


@pytest.mark.timeout(280)
def test_texts_cut_off_behind_a_number_or_a_dash() -> None:
    rnd = random.Random(1)
    for path in sorted(DEV.glob("*.txt")):
        words = path.read_text(encoding="utf-8").split(" ")
        ends = [k for k in range(len(words)) if NUMBERED.search(" ".join(words[max(0, k - 2) : k + 1]))]
        for end in rnd.sample(ends, min(20, len(ends))):
            cut = " ".join(words[max(0, end - rnd.randrange(20)) : end + 1])
            extract(cut.rstrip(" .,;:)”\"'"), date(2020, 1, 1))


@pytest.mark.parametrize("dateline", ["NAIROBI, March 8, 2021: ", "OSLO, May 5 - ", "KABUL (Harbour Wire) - "])
def test_a_dateline_with_nothing_behind_it(dateline: str) -> None:
    check(f"The navy sends two frigates to the Arabian Sea\n\n{dateline}")


def test_a_line_of_a_megabyte() -> None:
    line = "US troops left the Al-Tanf base in Syria and 900 soldiers stayed, "
    check((line * (1_000_000 // len(line) + 1))[:1_000_000], twice=False)


def test_words_of_a_hundred_thousand_letters() -> None:
    for word in (
        "a" * 100_000,
        "A" * 100_000,
        "9" * 100_000,
        "'" * 100_000,
        "-" * 100_000,
        "“" * 100_000,
        "U." * 50_000,
    ):
        check(f"US troops left {word} in Syria.")
