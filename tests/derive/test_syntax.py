"""The grammar of a sentence: who does what to whom, through passives, infinitives, relatives and lists."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.syntax import Tree
from posture.derive.extract.language.text import sentences


def read(text: str) -> tuple[Tree, list[str]]:
    _, found = sentences(text)
    return parse(found[:1])[0], [t.text for t in found[0].tokens]


def at(words: list[str], word: str) -> int:
    return words.index(word)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Kenyan soldiers left the town.", "left", "soldiers"),
        ("Kenya plans to withdraw its soldiers.", "withdraw", "Kenya"),
        ("Kenya ordered its soldiers to leave the town.", "leave", "soldiers"),
        ("Kenya's decision to leave the town surprised Somalia.", "leave", "Kenya"),
        ("The brigade, which had left the town, came back.", "left", "brigade"),
        ("The brigade left the town and entered the valley.", "entered", "brigade"),
        ("Soldiers posted to the island will return.", "posted", "Soldiers"),
        ("After leaving the town, the brigade rested.", "leaving", "brigade"),
        ("Dutch troops left Kunduz and Afghan soldiers entered Baghlan.", "entered", "soldiers"),
        ("Chad accused the rebels of entering the town.", "entering", "rebels"),
        ("Its camps, among them Ber, Douentza and Ansongo, are to be shut in May.", "shut", "camps"),
        ("The five helicopters left on 3 May.", "left", "helicopters"),
        ("Three posts further south, at Anefis and Ber, were shut on May 3.", "shut", "posts"),
        ("About 250 guard the airport at Abéché.", "guard", "250"),
        ("Two thousand are stationed at Bokhtar and 300 live in Kulob.", "live", "300"),
        ("Fewer than a dozen of the original 48 remain at the base.", "remain", "dozen"),
        ("Nepalese troops number 1,200 in Darfur.", "number", "troops"),
    ],
)
def test_whose_act_it_is(text: str, verb: str, subject: str) -> None:
    tree, words = read(text)
    found = tree.subject(at(words, verb))
    assert found is not None
    assert words[found] == subject


@pytest.mark.parametrize(
    ("text", "verb", "object_"),
    [
        ("Kenya sent two frigates to the strait.", "sent", "frigates"),
        ("The frigates that Kenya sent have arrived.", "sent", "frigates"),
        ("The frigates Kenya sent have arrived.", "sent", "frigates"),
        ("The frigates were sent in May.", "sent", None),
    ],
)
def test_what_is_acted_upon(text: str, verb: str, object_: str | None) -> None:
    tree, words = read(text)
    found = tree.object(at(words, verb))
    assert (None if found is None else words[found]) == object_


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Two frigates were sent by Kenya.", "sent", True),
        ("Two frigates sent by Kenya arrived.", "sent", True),
        ("The base was closed and handed over.", "handed", True),
        ("Kenya has sent two frigates.", "sent", False),
        ("Kenya sent two frigates.", "sent", False),
    ],
)
def test_voice(text: str, verb: str, expected: bool) -> None:
    tree, words = read(text)
    assert tree.is_passive(at(words, verb)) is expected


def test_who_acts_in_a_passive() -> None:
    tree, words = read("Two frigates were sent by Kenya.")
    found = tree.agent(at(words, "sent"))
    assert found is not None
    assert words[found] == "Kenya"


@pytest.mark.parametrize(
    ("text", "word", "phrases"),
    [
        ("Kenya sent soldiers from Lamu to Kismayo.", "sent", [("from", "Lamu"), ("to", "Kismayo")]),
        ("Kenya pulled soldiers out of Kismayo.", "pulled", [("from", "Kismayo")]),
        ("The arrival of soldiers in Lamu was seen.", "arrival", [("of", "soldiers"), ("in", "Lamu")]),
    ],
)
def test_phrases(text: str, word: str, phrases: list[tuple[str, str]]) -> None:
    tree, words = read(text)
    found = [(p, " ".join(words[s:e])) for p, s, e in tree.phrases(at(words, word))]
    assert [x for x in phrases if x in found] == phrases


@pytest.mark.parametrize(
    ("text", "word", "span"),
    [
        (
            "The last soldiers of the Kenyan brigade who had stayed left.",
            "soldiers",
            "The last soldiers of the Kenyan brigade",
        ),
        ("Kenya sent soldiers, trucks and food.", "soldiers", "soldiers , trucks and food"),
    ],
)
def test_a_noun_phrase_ends_before_its_clauses(text: str, word: str, span: str) -> None:
    tree, words = read(text)
    start, end = tree.span(at(words, word))
    assert " ".join(words[start:end]) == span


def test_a_clause_border_is_farther_than_a_modifier() -> None:
    tree, words = read("Kenya, which has a base in Lamu, sent soldiers to Kismayo.")
    assert tree.distance(at(words, "sent"), at(words, "Kismayo")) < tree.distance(at(words, "sent"), at(words, "Lamu"))


def test_the_nearest_common_word() -> None:
    tree, words = read("Kenya sent soldiers from Lamu to Kismayo.")
    assert tree.common(at(words, "Lamu"), at(words, "Kismayo")) == at(words, "sent")
    assert tree.common(at(words, "Lamu"), at(words, "from")) == at(words, "from")
    assert all(tree.distance(i, i) == 0 for i in range(len(words)))


def test_several_sentences_are_parsed_as_each_alone() -> None:
    _, found = sentences("Kenya sent soldiers. They landed in Lamu. The town is calm.")
    assert [t.heads for t in parse(found)] == [parse([s])[0].heads for s in found]


def test_no_sentence_no_tree() -> None:
    assert parse([]) == []


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Handed over in May with all its stores.", "Handed", True),
        ("Never occupied; returned in 2009.", "returned", True),
        ("The fort was handed over in May.", "handed", False),
        ("Posted in May, the soldiers went home in June.", "Posted", False),
        ("The garrison that was posted there left.", "posted", False),
    ],
)
def test_elliptic_participles(text: str, verb: str, expected: bool) -> None:
    (tree,) = parse(sentences(text)[1])
    assert tree.is_elliptic(next(i for i, k in enumerate(tree.keys) if k == verb.lower())) is expected


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("They met a spokesman for the rebels who lives abroad.", "lives", "spokesman"),
        ("They met the leaders of the band who live abroad.", "live", "leaders"),
        ("They met a spokesman for the rebels who live abroad.", "live", "rebels"),
    ],
)
def test_a_relative_clause_tells_of_the_noun_that_agrees_with_it(text: str, verb: str, who: str) -> None:
    tree, words = read(text)
    found = tree.subject(at(words, verb))
    assert found is not None
    assert tree.keys[found] == who
