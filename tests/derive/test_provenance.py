"""Who wrote it, in which language, and whether it corrects something."""

from __future__ import annotations

import pytest

from posture.derive import provenance


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("VALE, May 3 (Reuters) - The garrison left.", "Reuters"),
        ("VALE (AFP) – The garrison left.", "AFP"),
        ("(Plain Wire) The garrison left.", "Plain Wire"),
        ("The garrison left. (AP)", "AP"),
        ("The garrison left.\nSource: Al Jazeera", "Al Jazeera"),
        ("(MENAFN - Gulf Times) The garrison left.", "Gulf Times"),
        (
            "It left.\nThe post It left appeared first on Vale Daily.\nfrom Vale Daily https://ift.test/x\nvia IFTTT",
            "Vale Daily",
        ),
        ("It left.\nThis article was originally published by The Conversation under a licence.", "The Conversation"),
        ("The garrison left (Vale).", "Alpha"),
        ("The source: nobody knows", "Alpha"),
        ("Lorries at the gate (AFP file photo)\nThe garrison left.", "Alpha"),
    ],
)
def test_origin(text, origin):
    assert provenance.origin(text, "Alpha") == origin


@pytest.mark.parametrize(
    ("url", "canonical", "origin"),
    [
        ("https://alpha.test/a", "https://www.wire.example/b", "wire.example"),
        ("https://m.alpha.test/a", "https://www.alpha.test/a", "Alpha"),
        ("https://alpha.test/a", "/a", "Alpha"),
        ("https://alpha.test/a", "http://[broken", "Alpha"),
        ("https://alpha.test/a", None, "Alpha"),
    ],
)
def test_canonical_address_on_another_site(url, canonical, origin):
    assert provenance.origin("The garrison left.", "Alpha", url, canonical) == origin


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The garrison of Vale has left the barracks by the river, and the ministry said that it would not return.",
            "en",
        ),
        (
            "La garnison de Vale a quitté la caserne au bord du fleuve, et le ministère a dit qu'elle ne reviendrait pas.",
            "fr",
        ),
        (
            "Die Garnison hat die Kaserne am Fluss verlassen, und das Ministerium sagte, dass sie nicht zurückkehren werde.",
            "de",
        ),
        ("غادرت الحامية الثكنة على ضفة النهر وقالت الوزارة إنها لن تعود إلى هناك في هذا العام.", "ar"),
        ("Kenya sent 300 soldiers from Lamu to Kismayo on Monday.", "en"),
        ("too short", None),
    ],
)
def test_language(text, code):
    assert provenance.language(text) == code


def test_signature_is_of_the_words_only():
    text = "The garrison of Vale has left its barracks by the river, the ministry said."
    assert provenance.signature(text) == provenance.signature(text.upper().replace(",", " –"))
    assert len(provenance.signature(text)) == provenance.PERMUTATIONS
    assert len(provenance.signature("")) == provenance.PERMUTATIONS
