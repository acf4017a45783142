"""Copies found, strangers left alone, in linear time."""

from __future__ import annotations

import random
from datetime import date

from posture.derive import reprints
from posture.derive.provenance import signature

WORDS = [
    f"{a}{b}" for a in "ba ce di fo gu ha ke li mo nu pa re si to vu".split() for b in "rn st lk nd mp rt sk ld".split()
]


def text(dice: random.Random, length: int = 260) -> list[str]:
    return [dice.choice(WORDS) for _ in range(length)]


def edited(dice: random.Random, words: list[str], share: float) -> list[str]:
    made = list(words)
    for _ in range(int(share * len(words))):
        made[dice.randrange(len(made))] = dice.choice(WORDS)
    cut = dice.randrange(0, len(words) // 10)
    return ["NEW", "HEADLINE", *made[: len(made) - cut]]


def rows(texts: dict[str, list[str]], days: dict[str, int] | None = None):
    return [
        (k, date(2025, 1, (days or {}).get(k, 1 + n % 28)), "2025-02-01", signature(" ".join(w)), len(" ".join(w)))
        for n, (k, w) in enumerate(texts.items())
    ]


def test_edited_copies_are_found_and_strangers_are_not():
    dice = random.Random(7)
    originals = {f"o{n:04}": text(dice) for n in range(400)}
    copies = {f"z{k}": edited(dice, w, 0.04) for k, w in originals.items()}
    days = dict.fromkeys(originals, 1) | dict.fromkeys(copies, 2)
    found = {r["article_id"]: r["original_article_id"] for r in reprints.reprints(rows(originals | copies, days))}
    right = sum(found.get(f"z{k}") == k for k in originals)
    assert right >= 0.99 * len(originals)
    assert not set(found) & set(originals)


def test_a_group_points_at_its_earliest_article():
    dice = random.Random(3)
    first = text(dice)
    texts = {"b": first, "c": edited(dice, first, 0.02), "a": first, "d": text(dice)}
    found = reprints.reprints(rows(texts, {"b": 3, "c": 5, "a": 9, "d": 1}))
    assert {r["article_id"]: r["original_article_id"] for r in found} == {"c": "b", "a": "b"}
    assert all(0.45 <= r["similarity"] <= 1 for r in found)


def test_short_texts_and_lonely_ones_are_none():
    assert reprints.reprints([]) == []
    assert reprints.reprints(rows({"a": ["short"], "b": ["short"]})) == []
    assert reprints.reprints(rows({"a": text(random.Random(1))})) == []


def test_undated_articles_come_last():
    words = text(random.Random(5))
    (key, _, at, sig, length), *_ = rows({"a": words})
    found = reprints.reprints([(key, None, at, sig, length), ("b", date(2025, 5, 5), at, sig, length)])
    assert [(r["article_id"], r["original_article_id"]) for r in found] == [("a", "b")]


def test_many_copies_of_one_text_stay_linear():
    words = text(random.Random(9))
    sig, length = signature(" ".join(words)), len(" ".join(words))
    found = reprints.reprints((f"a{n:05}", date(2025, 1, 1), "2025", sig, length) for n in range(5000))
    assert len(found) == 4999
    assert {r["original_article_id"] for r in found} == {"a00000"}
