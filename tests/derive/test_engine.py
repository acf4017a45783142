"""From a text to facts: the ways in which articles tell them, and what is told but is no fact of the article."""

from __future__ import annotations

import pytest

from posture.derive.extract.engine import extract

from .reading import PUBLISHED, Fact, facts, missing, read

ARTICLE = """France leaves its last base in Chad

NDJAMENA (Test Wire) – French soldiers left the Kossei base in N'Djamena on Thursday, the army said.

About 1,000 French soldiers had been stationed in Chad. "We have handed over the base," an officer said.

READ: US troops leave Niger for good

The post France leaves its last base in Chad appeared first on Test Wire.
"""


def check(text: str, *wanted: Fact) -> None:
    assert missing(list(wanted), facts(text)) == []


# ── status ──


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("French troops have left Chad.", "completed"),
        ("French troops completely withdrew from Chad.", "completed"),
        ("France has begun withdrawing its troops from Chad.", "ongoing"),
        ("France is withdrawing its troops from Chad.", "ongoing"),
        ("France will withdraw its troops from Chad.", "planned"),
        ("France plans to withdraw its troops from Chad.", "planned"),
        ("France has decided to withdraw its troops from Chad.", "planned"),
        ("France could withdraw its troops from Chad.", "considered"),
        ("France is considering withdrawing its troops from Chad.", "considered"),
        ("France is expected to withdraw its troops from Chad.", "considered"),
        ("France does not plan to withdraw its troops from Chad.", "denied"),
        ("France denied that it had withdrawn its troops from Chad.", "denied"),
        ("France ruled out withdrawing its troops from Chad.", "denied"),
        ("France has not withdrawn its troops from Chad.", "denied"),
        ("It is not true that French troops left Chad.", "denied"),
    ],
)
def test_status_of_a_withdrawal(text: str, status: str) -> None:
    check(text, {"type": "withdrawal", "actors": {"FRA"}, "origin": "Chad", "status": status})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Germany ruled out sending troops to Ukraine.", "denied"),
        ("Iran denied that it had sent soldiers to Sudan.", "denied"),
        ("India could send troops to the Maldives.", "considered"),
        ("Japan plans to deploy a missile battery to Yonaguni.", "planned"),
        ("Russia is deploying troops to Belarus.", "ongoing"),
        ("Poland has deployed troops to Latvia.", "completed"),
    ],
)
def test_status_of_a_deployment(text: str, status: str) -> None:
    assert [(f["type"], f["status"]) for f in facts(text)] == [("deployment", status)]


# ── dates ──


@pytest.mark.parametrize(
    ("text", "dates", "basis"),
    [
        ("French troops left Niger in December 2023.", ("2023-12-01", "2023-12-31"), "stated"),
        ("French troops left Niger on 22 December 2023.", ("2023-12-22", "2023-12-22"), "stated"),
        ("French troops left Niger on Tuesday.", ("2025-06-10", "2025-06-10"), "resolved"),
        ("French troops left Niger last month.", ("2025-05-01", "2025-05-31"), "resolved"),
        ("French troops left Niger last week.", ("2025-06-02", "2025-06-08"), "resolved"),
        ("French troops left Niger in 2023.", ("2023-01-01", "2023-12-31"), "stated"),
        ("French troops will leave Niger by September 2026.", ("", "2026-09-30"), "stated"),
        ("French troops will leave Niger.", ("", ""), "unknown"),
        ("French troops have left Niger.", ("2025-06-12", "2025-06-12"), "publication"),
    ],
)
def test_dates(text: str, dates: tuple[str, str], basis: str) -> None:
    (found,) = facts(text)
    assert (found["dates"], found["basis"]) == (dates, basis)


def test_without_a_day_of_publication_relative_words_and_news_stay_open() -> None:
    for text in ("French troops left Niger on Tuesday.", "French troops have left Niger."):
        (found,) = facts(text, None)
        assert (found["dates"], found["basis"]) == (("", ""), "unknown")


# ── what is said by whom ──


def test_attribution_follows_the_sentence() -> None:
    (found,) = facts("French troops left Niger, the Nigerien defence ministry said.")
    assert len(found["said_by"]) == 1
    assert "defence ministry" in found["said_by"][0]
    assert facts("French troops left Niger.")[0]["said_by"] == []


# ── several facts ──


def test_two_predicates_of_one_sentence_are_two_facts() -> None:
    check(
        "US troops left Al-Tanf and Syrian soldiers entered Palmyra.",
        {"type": "withdrawal", "actors": {"USA"}, "origin": "Al-Tanf", "status": "completed"},
        {"type": "deployment", "actors": {"SYR"}, "destination": "Palmyra", "status": "completed"},
    )


def test_history_counts_with_its_date() -> None:
    found = facts("US troops were first deployed to Syria in 2015.")
    assert [f["dates"] for f in found] == [("2015-01-01", "2015-12-31")]


def test_a_withdrawal_with_its_number() -> None:
    check(
        "Denmark pulled its 100 special forces soldiers out of Mali.",
        {
            "type": "withdrawal",
            "actors": {"DNK"},
            "origin": "Mali",
            "n": (100, 100, "exact", "personnel"),
            "status": "completed",
        },
    )


# ── what is no posture ──


@pytest.mark.parametrize(
    "text",
    [
        "The striker left the base of the penalty area in the second half.",
        "Nurses at three hospitals in Britain began a strike on Monday.",
        "The bank withdrew from Syria in 2012.",
        "The company deployed 200 servers in Frankfurt.",
        "French police arrested 200 protesters in Paris.",
        "The minister left Baghdad for Amman on Tuesday.",
        "Talks between Russia and the United States ended in Riyadh.",
        "The European Union imposed sanctions on Iran.",
        "The government withdrew the bill from parliament.",
        "Russian tourists left Phuket after the storm.",
        "Exercise lowers blood pressure, doctors in Japan said.",
        "The Salvation Army opened a shelter in Denver.",
        "An army of volunteers cleaned the beach in Rio de Janeiro.",
        "The US president visited Saudi Arabia on Tuesday.",
    ],
)
def test_civil_life_gives_no_record(text: str) -> None:
    assert facts(text) == []


def test_teasers_and_tails_give_no_record_but_are_counted() -> None:
    found = read(ARTICLE)
    assert "NER" not in {d.origin.place.country_code for d in found.drafts if d.origin}
    silent = [r for r in found.rejections if r.reason == "teaser"]
    assert {ARTICLE[r.sentence_start : r.sentence_end].split(":", maxsplit=1)[0] for r in silent} & {"READ"}


def test_footnotes_give_no_record_but_are_counted() -> None:
    text = "French troops left Chad.[1]\n\n[1] Harbour Post, US troops leave Niger, 3 March 2025, url\n"
    found = read(text)
    assert [d.actors for d in found.drafts] == [("FRA",)]
    assert "footnote" in {r.reason for r in found.rejections}


# ── sums ──


def test_every_mention_is_a_record_or_a_rejection_with_its_reason() -> None:
    found = read(ARTICLE)
    assert found.drafts
    assert all(r.reason and r.rule and r.type_code for r in found.rejections)
    assert all(0 <= r.start < r.end <= len(ARTICLE) for r in found.rejections)
    assert all(0 <= d.start <= d.trigger_start < d.trigger_end <= d.end <= len(ARTICLE) for d in found.drafts)


def test_the_same_text_gives_the_same_drafts() -> None:
    assert extract(ARTICLE, PUBLISHED) == extract(ARTICLE, PUBLISHED)


@pytest.mark.parametrize("text", ["", "\n", ".", "Troops.", "1", "“", "US", "\ufeff"])
def test_next_to_nothing_gives_nothing(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    "denial",
    [
        "The government has rejected the idea.",
        "The government ruled it out.",
        "The government dismissed the reports.",
        "The government called the report baseless.",
    ],
)
def test_a_bare_denial_denies_the_claim_before_it(denial: str) -> None:
    found = facts("Kenya could send troops to Somalia, a newspaper wrote. " + denial)
    assert [(f["type"], f["status"]) for f in found] == [("deployment", "considered"), ("deployment", "denied")]


def test_a_rejected_idea_beside_the_fact_denies_it_not_by_grammar() -> None:
    found = facts("Russian troops left Chad; the government has rejected the criticism.")
    assert [f["status"] for f in found] == ["completed"]


def test_a_text_without_a_military_word_has_no_mention() -> None:
    found = read(
        "The ferry left Zanzibar for Pemba on Monday with 300 passengers, and the harbour office closed early."
    )
    assert found.drafts == []
    assert found.rejections == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Danish soldiers left Kidal in May. None is stationed at Gao, the army said.", "presence", "denied"),
        ("Danish soldiers are in Mali. They are to be relieved by a Czech battalion in May.", "deployment", "planned"),
        ("Danish soldiers are in Kidal. Pictures show them on the heights above the town.", "presence", "in_effect"),
        ("Danish troops fanned out across Kidal on Monday.", "deployment", "completed"),
        (
            "The Danish army's mission is over. Danish officers are still present at the airport of Gao.",
            "presence",
            "in_effect",
        ),
    ],
)
def test_facts_that_short_forms_and_rarer_forms_state(text: str, kind: str, status: str) -> None:
    found = read(text).drafts
    assert any(d.type_code == kind and d.status == status for d in found), found


def test_where_none_is_left_they_have_gone() -> None:
    found = facts("President Ruto told reporters on Tuesday that no Kenyan soldiers were left in Haiti.")
    assert [(f["type"], f["status"]) for f in found] == [("withdrawal", "completed")]
