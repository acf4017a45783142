"""What the page tells of a served version, of a damaged one and of hostile words."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from posture_ui import facts

from factory import SYRIA, Ledger, sample
from posture.release import build, publish, validate
from posture.settings import Settings

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" {{ 7*7 }}'


def serve(settings: Settings, ledger: Ledger) -> None:
    ledger.write(settings)
    candidate = build.build(settings, ledger.reprints())
    publish.publish(candidate, validate.validate(candidate, settings), settings)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(home=tmp_path_factory.mktemp("served"))
    ledger = sample()
    later = ledger.article("2025-06-10", id="later", source="bravo", outlet=HOSTILE, page="javascript")
    ledger.rows["articles"][-1]["url"] = "javascript:alert(3)"
    ledger.record(later, id="hostile", how_many=1400, at=SYRIA, attribution=(HOSTILE,), quote=HOSTILE)
    serve(settings, ledger)
    return settings


@pytest.fixture
def now() -> datetime:
    return datetime.now(UTC)


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.tags = {tag for tag, _ in self.found}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def page(settings: Settings, now: datetime) -> str:
    from posture_page import templates

    return templates.get_template("page.html").render(facts=facts.gather(now, settings))


def test_tells_what_is_served(served: Settings, now: datetime) -> None:
    found = facts.gather(now, served)
    assert not found.problem
    assert found.manifest is not None
    assert found.manifest["version"].startswith("000001-")
    assert {name: rows for name, rows, _ in found.counts}["records"] == found.manifest["counts"]["records"]
    assert {suite.table for suite in found.suites} >= {"records", "strength", "checks"}
    assert sum(s.passed + s.warned + s.failed for s in found.suites) == found.manifest["validation"]["evaluated"]
    assert found.answers["strength"]
    assert found.answers["disputes"]
    assert {row["source_code"] for row in found.answers["failures"]} == {"delta"}


def test_counts_growth_against_the_version_before(tmp_path: Path, now: datetime) -> None:
    settings = Settings(home=tmp_path)
    ledger = sample()
    serve(settings, ledger)
    assert [growth for _, _, growth in facts.gather(now, settings).counts] == [None] * 4
    ledger.record(ledger.article("2025-12-01", id="new", source="echo"), id="new-record", how_many=5)
    serve(settings, ledger)
    grown = {name: growth for name, _, growth in facts.gather(now, settings).counts}
    assert grown == {"documents": 1, "articles": 1, "records": 1, "rejections": 0}


def test_plots_claims_of_several_days(served: Settings, now: datetime) -> None:
    (chart,) = facts.gather(now, served).charts
    assert (chart.force_code, chart.country_code) == ("USA", "SYR")
    assert chart.top == 2000
    assert chart.best == 1400
    assert all(0 <= point.x <= 320 and 0 <= point.y <= 96 for point in chart.points)


def test_a_chart_and_the_table_below_it_show_one_number(tmp_path: Path, now: datetime) -> None:
    """One origin gives two numbers for one day: the ledger decides, and the chart does not decide anew."""
    settings, ledger = Settings(home=tmp_path), Ledger()
    ledger.record(ledger.article("2024-12-31", id="a0"), id="r0", how_many=5000, at=SYRIA, attribution=("Kyiv",))
    # The later statement names the smaller number; by size the other one would come last.
    for day, number in (("2025-02-01", 7500), ("2025-02-02", 6000)):
        article = ledger.article(day, id=f"a{number}", source=f"s{number}")
        dates = ("2025-01-29", "2025-01-29")
        ledger.record(article, id=f"r{number}", how_many=number, at=SYRIA, attribution=("Kyiv",), dates=dates)
    serve(settings, ledger)
    found = facts.gather(now, settings)
    (chart,), (row,) = found.charts, found.answers["strength"]
    assert (chart.best, chart.claim_count) == (row["best"], 3) == (6000, 3)
    assert chart.path.endswith(f"V{next(p.y for p in chart.points if p.label.startswith('6,000'))}")
    assert '<strong class="best">6,000</strong>' in page(settings, now)


def test_the_page_can_be_read_without_seeing_it(served: Settings, now: datetime) -> None:
    from posture_page import templates

    found = Elements(page(served, now)).found
    assert [tag for tag, _ in found].count("h1") == 1
    current = [attributes["href"] for _, attributes in found if attributes.get("aria-current") == "page"]
    assert current == ["./"]
    runbook = Elements(templates.get_template("runbook.html").render(body="")).found
    assert [a["href"] for _, a in runbook if a.get("aria-current") == "page"] == ["runbook"]
    (chart,) = facts.gather(now, served).charts
    as_text = page(served, now).partition("<details>")[2].partition("</details>")[0]
    assert as_text.count("<li>") == chart.claim_count
    assert "2,000 on 2" in as_text


def test_words_from_articles_stay_words(served: Settings, now: datetime) -> None:
    html = page(served, now)
    elements = Elements(html)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "{{ 7*7 }}" in html
    assert "script" not in elements.tags
    assert {attributes["src"] for tag, attributes in elements.found if tag == "img"} == {"icon.svg"}
    for _, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not str(attributes.get("href")).startswith("javascript")


def test_nothing_comes_from_a_third_party(served: Settings, now: datetime) -> None:
    elements = Elements(page(served, now)).found
    loaded = [a.get("href") or a.get("src") for tag, a in elements if tag in {"link", "img", "script", "iframe", "use"}]
    assert set(loaded) == {"style.css", "icon.svg"}
    evidence = [attributes for tag, attributes in elements if attributes.get("class") == "source" and tag == "a"]
    assert evidence
    assert {attributes["rel"] for attributes in evidence} == {"noopener noreferrer"}


def test_an_empty_ledger_is_no_problem(tmp_path: Path, now: datetime) -> None:
    found = facts.gather(now, Settings(home=tmp_path))
    assert (found.manifest, found.problem) == (None, "")


@pytest.mark.parametrize("damage", ["database", "manifest", "validation", "pointer", "folder", "cut", "nonsense"])
def test_a_damaged_version_is_told_and_never_an_error(
    served: Settings, tmp_path: Path, now: datetime, damage: str
) -> None:
    settings = Settings(home=tmp_path / "copy")
    shutil.copytree(served.home, settings.home, symlinks=True)
    folder = settings.releases_dir / settings.current.readlink()
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    if damage == "database":
        whole = bytearray(settings.database.read_bytes())
        whole[4096:40000] = bytes(40000 - 4096)
        settings.database.write_bytes(whole)
    elif damage == "cut":
        settings.database.write_bytes(settings.database.read_bytes()[:5000])
    elif damage in {"manifest", "validation"}:
        (folder / f"{damage}.json").unlink()
    elif damage == "nonsense":
        (folder / "manifest.json").write_text('{"version": "000001-x", "counts": []}')
    elif damage == "pointer":
        settings.current.unlink()
        settings.current.symlink_to("000009-deadbeef")
    else:
        folder.rename(settings.releases_dir / "elsewhere")
    found = facts.gather(now + timedelta(hours=3, minutes=10), settings)
    assert found.problem
    assert found.remedy
    html = page(settings, now + timedelta(hours=3, minutes=10))
    assert "can't be read" in html or "can&#39;t be read" in html
    if damage in {"database", "cut", "pointer"}:
        assert "3 hours ago" in html


def test_a_slow_question_is_given_up(served: Settings, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "SELECT count(*) FROM range(1000000000) AS a(i), range(1000000000) AS b(j) WHERE hash(a.i) = hash(b.j)"
    monkeypatch.setattr(facts.questions, "SQL", {"levels": endless})
    monkeypatch.setattr(facts, "_PATIENCE", 0.2)
    assert "within" in facts.gather(now, served).problem
