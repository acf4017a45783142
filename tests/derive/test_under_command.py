"""Whose men those are who serve under a command, and who goes where a sentence begins with since when."""

from __future__ import annotations

from typing import Any

import pytest

from derive.reading import facts, missing


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Some 140,000 troops under NATO command, about 97,000 of them American, are in Afghanistan.",
            [
                {"type": "strength", "actors": {"NATO"}, "place": "Afghanistan"},
                {"type": "strength", "actors": {"USA"}, "place": "Afghanistan"},
            ],
        ),
        (
            "More than 8,000 soldiers are stationed in Kosovo under NATO command.",
            [{"type": "strength", "actors": {"NATO"}, "place": "Kosovo"}],
        ),
        (
            "Nigeria sent 600 soldiers to Chad under French command.",
            [{"type": "deployment", "actors": {"NGA"}, "destination": "Chad"}],
        ),
        (
            "Troops under Ugandan command entered Goma on Friday.",
            [{"type": "deployment", "actors": {"UGA"}, "destination": "Goma"}],
        ),
        (
            "Starting in late 1995 more than 60,000 troops from over 40 countries were deployed to Bosnia under NATO "
            "command.",
            [{"type": "deployment", "actors": {"NATO"}, "destination": "Bosnia"}],
        ),
    ],
)
def test_men_under_a_command_are_its_own_unless_a_state_sent_them(text: str, wanted: list[dict[str, Any]]) -> None:
    assert missing(wanted, facts(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Beginning in 2003 Polish troops were stationed in Karbala.",
            {"type": "presence", "actors": {"POL"}, "place": "Karbala", "dates": ("2003-01-01", "")},
        ),
        (
            "Beginning in 1993 about 28,000 American soldiers from 12 units were sent to Somalia.",
            {"type": "deployment", "destination": "Somalia", "n": (28000, 28000, "about", "personnel")},
        ),
        (
            "Starting in 2007 Danish soldiers, most of them engineers, were sent to Gereshk.",
            {"type": "deployment", "actors": {"DNK"}, "destination": "Gereshk"},
        ),
        (
            "Starting next week about 400 U.S. marines will be sent to Darwin.",
            {"type": "deployment", "actors": {"USA"}, "n": (400, 400, "about", "personnel")},
        ),
    ],
)
def test_a_sentence_that_begins_with_since_when_keeps_its_subject(text: str, wanted: dict[str, Any]) -> None:
    assert missing([wanted], facts(text)) == []
