"""What is no text goes; what is text stays."""

from __future__ import annotations

import pytest

from posture.derive import furniture

FURNITURE = {
    "teaser": [
        "READ: Garrison to get a new gate",
        "Related: Who guards the pass?",
        "Read also: Nine men at the ford",
        "WATCH – The march past",
    ],
    "read_more": [
        "Read more about the valley",
        "Read More",
        "Related stories",
        "You may also like…",
        "DON’T MISS",
        "Leggi anche: Il reparto torna a casa",
    ],
    "appeared_first": ["The post Garrison moves north appeared first on Vale Daily."],
    "feed_mirror": ["from Vale Daily https://feeds.test/x1", "via IFTTT"],
    "share_bar": ["Share on Facebook WhatsApp Post Print", "Tweet", "Share | E-mail | Copy link"],
    "newsletter": [
        "Sign up for our daily newsletter",
        "Get the Vale in your inbox every morning.",
        "Subscribe now",
        "Click here to subscribe to the Vale newsletter",
        "Enjoying this? Sign up for our free newsletter and hear from the garrison every day.",
    ],
    "follow": [
        "Follow us on Telegram",
        "Follow Vale Daily on Facebook, Instagram and YouTube.",
        "Follow her on Twitter.",
    ],
    "contact": [
        "Email Ida Holm at ida@vale.test or follow her @idaholm.",
        "Have a tip? Ida Holm may be reached at ida@vale.test.",
        "Write to Ida Holm at ida@vale.test",
    ],
    "invitation": [
        "Like this story? Share it with a friend!",
        "Tell us what you think",
        "Get our free app for your phone",
    ],
    "tags": ["Tags: garrison, Vale, river", "Filed under: Defence |"],
    "stamp": ["Updated at 1:23 p.m.", "First Published: Tuesday, November 19, 2019 08:38 AM", "Published 2 hours ago"],
    "widget": ["TT", "clear", "Advertisement", "12 comments"],
    "cookies": [
        "We use cookies to improve your experience.",
        "This site stores cookies on your device: accept all or manage settings",
    ],
    "login_wall": ["Log in to read on", "Already a subscriber? Sign in"],
    "rights": ["© Vale Daily 2026 | Mail: desk@vale.test", "All rights reserved."],
}


@pytest.mark.parametrize(("rule", "line"), [(r, x) for r, lines in FURNITURE.items() for x in lines])
def test_each_rule_takes_its_lines(rule, line):
    text, taken = furniture.strip(f"A first sentence stands here.\n{line}\nAnd a second one.")
    assert text == "A first sentence stands here.\nAnd a second one."
    assert taken == {rule: 1}


def test_every_rule_has_an_example():
    assert set(FURNITURE) == set(furniture.RULES)


@pytest.mark.parametrize(
    "line",
    [
        "The parliament's consent is needed, and its policy on bases has not changed.",
        "Related tribes live on both sides of the border.",
        "He told reporters to read the treaty: it says nothing of the sort.",
        "Share prices of the arms makers rose.",
        "From Vale the column went on to the pass.",
        "The post at the ford was given up on Monday.",
        "Sign language was used on the patrols.",
        "We baked cookies for the soldiers, she said.",
        "Copyright law is not the ministry's business, he said, and all rights of the garrison remain what they were in the treaty of 1951 between the two states, whose text was never published in either capital and is known only from the memoirs of two secretaries who were present; a third, who was not, has denied it ever since.",
        "Comments by the general were not welcome.",
        "Follow the river on foot and you reach the camp, whose garrison has no Facebook page.",
        "Like other units the battalion relied on X-ray machines at the gate.",
        "Contact with the patrol was lost on Monday, and the ministry wrote that it had no news of it.",
        "Updated figures put the garrison at 900 men.",
        "Published accounts of the withdrawal differ, and the general posted at the ford in May 2024 gave none.",
        "More soldiers are to come.",
        "He may be reached by road only, the colonel said of his post at the pass.",
        "Subscribers of the mobile network at the base were told to sign up with another one.",
    ],
)
def test_sentences_of_a_body_stay(line):
    assert furniture.strip(line) == (line, {})


def test_doubled_captions_and_headlines_stay_once():
    lines = ["Garrison of Vale moves to the north", "A gate of the northern depot (file photo)", "A gate of the northern depot (file photo)", "TT",
             "Garrison of Vale moves to the north", "A gate of the northern depot (file photo)", "The garrison moved."]  # fmt: skip
    assert furniture.strip("\n".join(lines))[0].split("\n") == [lines[0], lines[1], lines[-1]]


def test_rows_items_and_short_lines_may_repeat():
    text = "Vale province, north | 3,000 men\nPlain | 200\nVale province, north | 3,000 men\nNo comment.\nNo comment."
    assert furniture.strip(text)[0] == text


def test_two_notes_may_cite_the_same_work():
    work = "Vale Institute, The garrisons of the north, 12 January 2025, url"
    text = f"The army left the town.\n\n# 41\n\n{work}\n\n# 42\n\n{work}\n\n[43]\n\n{work}"
    assert furniture.strip(text) == (text, {})


def test_a_source_adds_patterns():
    assert furniture.strip("The army left.\nYour Vale team\nIt came back.", [r"your \w+ team"]) == (
        "The army left.\nIt came back.",
        {"source_rule": 1},
    )


def test_headline_of_a_mirror():
    assert (
        furniture.headline("It left.\nThe post Garrison moves north appeared first on Vale Daily.")
        == "Garrison moves north"
    )
    assert furniture.headline("It left.") is None


@pytest.mark.parametrize("word", ["sat ", "st ", "at ", "1", "mar ", "pmt ", "@b "])
def test_no_line_makes_a_pattern_try_again_and_again(word):
    line = "Updated " + (word * 300)[:300] + "!x9 and on"
    assert furniture.strip(line)[0] == line.rstrip()
