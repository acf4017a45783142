"""The articles: complete, well-formed, and each feature that the pipeline must meet is there."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from pathlib import Path

import pytest

import newsroom
from newsroom import FEATURES, OUTLETS, Article, NewsroomError

ARTICLES = newsroom.load()
README = Path(newsroom.__file__).with_name("README.md").read_text(encoding="utf-8")
OFTEN = {
    "no_posture": 6,
    "wire_reprint": 3,
    "denial": 2,
    "conflict": 2,
    "base_status": 8,
    "strength": 15,
    "teasers": 3,
    "doubled_caption": 3,
}  # fmt: skip


def having(feature: str) -> list[Article]:
    return [article for article in ARTICLES if feature in article.features]


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_is_shown(feature: str) -> None:
    assert len(having(feature)) >= OFTEN.get(feature, 1)


def test_the_edition_is_large_enough() -> None:
    assert len(ARTICLES) >= 34
    dates = [a.published for a in ARTICLES if a.published]
    assert max(dates) - min(dates) > timedelta(days=600)
    for code in OUTLETS:
        assert sum(a.outlet.code == code for a in ARTICLES) >= 4


def test_newest_first_and_undated_last() -> None:
    dated = [a.published for a in ARTICLES if a.published]
    assert dated == sorted(dated, reverse=True)
    assert ARTICLES[-1].published is None


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: f"{a.outlet.code}/{a.slug}")
def test_length(article: Article) -> None:
    words = len(article.body.split()) + (len(article.insert.body.split()) if article.insert else 0)
    report = article.outlet.code == "country-reports"
    assert words <= (900 if report else 450)
    assert words >= (80 if "broken" in article.features else 120)


def test_times_are_utc_and_not_in_the_future_of_the_edition() -> None:
    for article in ARTICLES:
        for when in (article.published, article.updated):
            assert when is None or (when.tzinfo is UTC and 2023 <= when.year <= 2025)


def test_glued_articles_are_months_apart() -> None:
    (page,) = having("glued")
    assert page.insert is not None
    assert page.published is not None
    assert page.published - page.insert.published > timedelta(days=60)


def test_reprints_keep_most_of_the_original_and_credit_it() -> None:
    (original,) = having("wire_original")
    runs = _runs(original.body)
    reprints = having("wire_reprint")
    assert len({r.outlet.code for r in reprints} - {original.outlet.code}) == 3
    for reprint in reprints:
        assert "(Harbour Wire)" in reprint.body
        assert 0.75 < len(runs & _runs(reprint.body)) / len(runs) < 1


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def test_correction_follows_what_it_corrects() -> None:
    (wrong,) = having("corrected")
    (right,) = having("correction")
    assert wrong.published is not None
    assert right.published is not None
    assert wrong.published < right.published
    assert "Around 100 of them will stay" in wrong.body
    assert "About 80 of them will stay" in right.body


def test_a_denial_calls_a_report_erroneous() -> None:
    assert any("is erroneous" in a.body for a in having("denial"))


def test_index_in_the_readme_is_complete() -> None:
    rows = re.findall(r"^\| `([a-z-]+/[a-z0-9-]+)` \| (\S+) \| (.+) \| (.+) \|$", README, re.MULTILINE)
    expected = {
        (
            f"{a.outlet.code}/{a.slug}",
            f"{a.published:%Y-%m-%d}" if a.published else "none",
            a.title,
            ", ".join(a.features) or "none",
        )
        for a in ARTICLES
    }
    assert len(rows) == len(expected)
    assert set(rows) == expected
    assert {f"| `{name}` | {text} |" for name, text in FEATURES.items()} <= set(README.splitlines())


def _write(folder: Path, text: str, outlet: str = "harbour-wire") -> Path:
    path = folder / outlet / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "outlet", "message"),
    [
        ("no front matter", "harbour-wire", "no front matter"),
        ("---\ntitle: A\n---\nB", "harbour-wire", r"lacks \['published', 'summary'\]"),
        ("---\ntitle: A\npublished: null\nsummary: S\ncolour: red\n---\nB", "harbour-wire", "colour"),
        ("---\ntitle: A\npublished: null\nsummary: S\nfeatures: [shiny]\n---\nB", "harbour-wire", "shiny"),
        ("---\ntitle: A\npublished: null\nsummary: S\n---\nB", "nobody", "no outlet 'nobody'"),
        ("---\ntitle: A\npublished: null\nsummary: S\n---\nB[^1]", "harbour-wire", r"footnotes \[1\]"),
        ("---\ntitle: A\npublished: null\nsummary: S\n---\nB\n<!-- next article -->\nC", "harbour-wire", "'insert'"),
        ("---\ntitle: A\npublished: yesterday\nsummary: S\n---\nB", "harbour-wire", "'yesterday'"),
        ("---\ntitle: A\npublished: 2025-01-01T00:00:00\nsummary: S\n---\nB", "harbour-wire", "no UTC time"),
        (
            "---\ntitle: A\npublished: null\nsummary: S\ninsert: {title: T}\n---\nB\n<!-- next article -->\nC",
            "harbour-wire",
            r"needs \['byline'",
        ),
        ("---\n- title\n---\nB", "harbour-wire", "front matter"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, outlet: str, message: str) -> None:
    with pytest.raises(NewsroomError, match=message) as raised:
        newsroom.load(_write(tmp_path, text, outlet))
    assert "a.md" in str(raised.value)
