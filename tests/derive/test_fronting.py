"""Clauses out of their usual order: subjects behind fronted phrases and parentheses, clefts, parted auxiliaries."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.fronting import in_order
from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.syntax import Tree
from posture.derive.extract.language.text import sentences


def read(text: str) -> tuple[Tree, list[str]]:
    _, found = sentences(text)
    return parse(found[:1])[0], [t.text for t in found[0].tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("From the forts along the river in Wardak Danish troops will withdraw by May.", "withdraw", "troops"),
        ("From the fort at Gao Danish soldiers left in May.", "left", "soldiers"),
        ("In 2013 one went to Lielvarde in Latvia.", "went", "one"),
        ("From Zliten, a port with many smugglers, columns of lorries have been coming in.", "coming", "columns"),
        ("Their gunners, he told parents in Ghent, would stay in Mali.", "stay", "gunners"),
        ("The last company, the agency had it, left the fort in May.", "left", "company"),
        ("The sappers, a spokesman said on Monday, have withdrawn from the town.", "withdrawn", "sappers"),
        ("Peru's navy had in the past week put buoys around the islands.", "put", "navy"),
        ("It was in May that the Danes left the fort.", "left", "Danes"),
        ("The ministry said the fort was empty.", "said", "ministry"),
        ("In May the ministry said that Danes had left.", "said", "ministry"),
    ],
)
def test_whose_act_it_is(text: str, verb: str, subject: str) -> None:
    tree, words = read(text)
    found = tree.subject(words.index(verb))
    assert found is not None
    assert words[found] == subject


def test_what_a_cleft_sets_apart_belongs_to_its_clause() -> None:
    tree, words = read("It was to Djibouti that the ships sailed in May.")
    verb = words.index("sailed")
    assert tree.root == verb
    assert "to" in {words[c] for c in tree.of(verb, "prep")}


@pytest.mark.parametrize(
    "text", ["It was a base that the army built.", "In May the army left.", "Troops left, he said."]
)
def test_what_is_in_order_stays(text: str) -> None:
    tree, _ = read(text)
    assert in_order(tree) is tree
