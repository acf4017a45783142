from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from posture_ui import runbook, show

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (900, 900, "900"),
        (900, 2000, "900–2,000"),
        (900, None, "at least 900"),
        (None, 2000, "at most 2,000"),
        (None, None, "–"),
        (0, 0, "0"),
    ],
)
def test_span(low: int | None, high: int | None, said: str) -> None:
    assert show.span(low, high) == said


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=25), "1 day ago"),
        (timedelta(days=9), "9 days ago"),
        (timedelta(days=-1), "just now"),
    ],
)
def test_ago(age: timedelta, said: str) -> None:
    assert show.ago(NOW - age, NOW) == said


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None, "//x", "x"])
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert not show.link(url)


def test_a_web_address_is_a_link() -> None:
    assert show.link("https://outlet.test/a?b=c") == "https://outlet.test/a?b=c"


def test_places_have_names() -> None:
    assert show.place("SYR") == "Syria"
    assert show.place("RUS") == "Russia"
    assert show.place("FRA+USA") == "France + United States"
    assert (show.place("GUM"), show.place("PRI+USA")) == ("Guam", "Puerto Rico + United States")
    assert show.place("SDF") == "SDF"
    assert show.place(None) == "not known"


def test_zero_is_not_unknown() -> None:
    assert (show.number(0), show.number(None)) == ("0", "–")


def test_a_long_quote_is_cut_at_a_word() -> None:
    text = show.short("word " * 100)
    assert text.endswith("word …")
    assert len(text) < 300


def test_the_runbook_has_anchors_and_no_foreign_tags(tmp_path: Path) -> None:
    path = tmp_path / "runbook.md"
    path.write_text("# Runbook\n\n## `publish.validate_candidate`\n\n<script>x</script> [a](javascript:alert(1))\n")
    html = str(runbook.html(path))
    assert '<h2 id="publish.validate_candidate">' in html
    assert "<script" not in html
    assert 'href="javascript' not in html


def test_a_missing_runbook_is_said(tmp_path: Path) -> None:
    assert "docs/runbook.md" in str(runbook.html(tmp_path / "none.md"))
