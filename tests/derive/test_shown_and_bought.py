"""What armed forces have, order, show or keep in store moves, flies or hits nowhere."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The base at Büchel, where a number of US nuclear bombs are believed to be stored, is not on the list.",
            "strike",
        ),
        ("At Volkel, where US atomic bombs are kept, security was stepped up.", "strike"),
        ("The army of Peru has ordered eight helicopters from Russia for 407 million dollars.", "deployment"),
        ("The frigates that the Greek navy ordered from France last year will be armed with missiles.", "deployment"),
        ("The air force's four remaining Mirages flew over the parade in Lima in diamond formation.", "patrol"),
        ("Two Egyptian jets flew over the ceremony at Suez on Friday.", "patrol"),
    ],
)
def test_states_no_such_fact(text: str, kind: str):
    assert [f for f in facts(f"The army and navy met.\n\n{text}") if f["type"] == kind] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two bombs dropped by Turkish jets fell on Kani Masi on Friday, the army said.", "strike"),
        ("Washington ordered two destroyers from Norfolk to the Red Sea on Friday.", "deployment"),
        ("Two Egyptian fighter jets flew over the Gaza border on Friday.", "patrol"),
    ],
)
def test_and_these_do(text: str, kind: str):
    assert [f["type"] for f in facts(f"The army and navy met.\n\n{text}") if f["type"] == kind] == [kind]
