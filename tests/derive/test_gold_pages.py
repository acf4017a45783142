"""Our own marked pages: never worse than plain trafilatura, better on the whole, and cut into their articles."""

from __future__ import annotations

import pytest
from benchmarks import cleaning, webpages

from posture.derive.batch import articles
from posture.derive.pages import page

PAGES = {p.page_id: p for p in webpages.marked(webpages.own_folder())}
THEIRS = [e for name, e, _ in cleaning.extractors() if name.startswith("trafilatura")]
OURS = next(e for name, e, _ in cleaning.extractors() if name == "posture")


def f1(extractor: cleaning.Extractor, p: webpages.WebPage) -> float:
    return cleaning.compare(p.page_id, p.gold or "", extractor(p)).f1


@pytest.mark.parametrize("name", PAGES)
def test_never_worse_than_trafilatura(name):
    ours = f1(OURS, PAGES[name])
    assert ours >= max(f1(e, PAGES[name]) for e in THEIRS) - 1e-9
    assert ours > 0.95


def test_better_on_the_whole():
    for theirs in THEIRS:
        assert (
            cleaning.averages(cleaning.run([*PAGES.values()], OURS)[0])[2]
            > 0.03 + (cleaning.averages(cleaning.run([*PAGES.values()], theirs)[0])[2])
        )


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("two-articles-glued", 2),
        ("digest-of-three", 4),
        ("live-blog-with-plain-clocks", 7),
        ("live-blog-as-a-list", 6),
        ("an-appended-next-story", 1),
        ("report-with-footnotes", 1),
        ("comments-longer-than-the-article", 1),
        ("a-brief-in-a-large-frame", 1),
        ("read-more-boxes", 1),
    ],
)
def test_articles_of_a_page(name, count):
    assert len(articles(page(PAGES[name].capture))) == count


def test_captions_are_in_the_article_though_not_in_its_running_text():
    made = page(PAGES["captions-and-credits"].capture)
    ((_, stored, _),) = articles(made)
    assert stored.count("Soldiers load a lorry at the eastern gate") == 1
    assert stored.count("The radar on the ridge above the town") == 1
    assert "Ida Holm/Courier" not in stored
    assert "load a lorry" not in made.text
