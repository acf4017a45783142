"""Who stays though others go, how large a known body is, and "it" and "its" of the site of the sentence before."""

from __future__ import annotations

import pytest

from .reading import Fact, facts, missing

_CAME = "Danish troops were sent to Mali in March. "
_BASE = "The Polish base at Ghazni lies beside a road. "


def _of(text: str, *types: str) -> list[Fact]:
    return [f for f in facts(text) if f["type"] in types]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Benin has withdrawn its troops from Mali. Only Togo is staying.", {"actors": {"TGO"}, "place": "Mali"}),
        (_CAME + "Denmark means to stay until 2027.", {"actors": {"DNK"}, "place": "Mali", "status": "planned"}),
        ("Parliament will allow the Danish marines to remain at the port of Conakry for another six months.",
         {"type": "mission_continuation", "actors": {"DNK"}, "place": "Conakry", "status": "planned"}),
        ("Guinea will let the Danish frigate stay in Conakry until 2030.",
         {"type": "mission_continuation", "actors": {"DNK"}, "place": "Conakry", "dates": ("", "2030-12-31")}),
        (_CAME + "The government says that its own soldiers are no mercenaries and will stay.",
         {"actors": {"DNK"}, "place": "Mali", "status": "planned"}),
    ],
)  # fmt: skip
def test_who_stays_is_there(text: str, wanted: Fact) -> None:
    assert missing([{"type": "presence", **wanted}], _of(text, wanted.get("type", "presence"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Denmark will stay out of the talks.",
        "Denmark stays neutral in the dispute.",
        "The minister wants to stay in office until 2030.",
        "Denmark will remain a member of the union until 2030.",
        "Denmark has no wish to stay silent until May.",
    ],
)
def test_these_do_not_stay_anywhere(text: str) -> None:
    assert not _of(_CAME + text, "presence", "strength")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UN troops came under fire at Gao. A spokesman for the 4,000-strong mission said that nobody was hurt.",
         {"actors": {"UN"}, "n": (4000, 4000, "exact", "personnel")}),
        ("The commander of the 700-strong Danish force in Gao has resigned.",
         {"actors": {"DNK"}, "n": (700, 700, "exact", "personnel"), "place": "Gao"}),
    ],
)  # fmt: skip
def test_how_strong_a_known_body_is(text: str, wanted: Fact) -> None:
    assert missing([{"type": "strength", **wanted}], _of(text, "strength")) == []


@pytest.mark.parametrize(
    "text",
    ["The 40-strong choir of the battalion sang in Gao.", "Denmark plans a 700-strong force for Chad."],
)
def test_these_bodies_are_nowhere(text: str) -> None:
    assert not _of("Danish troops fight in Mali. " + text, "strength")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Polish army set it up in May 2008.", {"type": "base_opening", "dates": ("2008-05-01", "2008-05-31")}),
        ("Poland does not intend to close it.", {"type": "base_closure", "status": "denied"}),
        ("Its closure was announced on Monday.", {"type": "base_closure", "status": "planned"}),
        ("The minister told parliament that its closure was not being discussed.",
         {"type": "base_closure", "status": "denied"}),
    ],
)  # fmt: skip
def test_it_is_the_site_of_the_sentence_before(text: str, wanted: Fact) -> None:
    found = _of(_BASE + text, "base_opening", "base_closure")
    assert missing([{"place": "Ghazni", **wanted}], [_named(f) for f in found]) == []


def _named(f: Fact) -> Fact:
    """With the name of the place for its words."""
    return {**f, "place": f["place"].mention.place.name} if "place" in f else f


@pytest.mark.parametrize(
    "text",
    [
        "The village school was small, and its closure was announced on Monday.",
        "The ministry has a website and means to close it.",
        "A farmer sold a field, and his son built on it in 2008.",
    ],
)
def test_these_are_no_sites(text: str) -> None:
    assert not _of(_BASE + text, "base_opening", "base_closure")


def test_fewer_patrols_are_no_withdrawal() -> None:
    text = (
        "UN troops came under fire at Gao. The UN has reduced its patrols with the army around the town since Monday."
    )
    assert not _of(text, "withdrawal")


def test_a_fighter_goes_by_its_make() -> None:
    text = "French soldiers are in Niger. Two French Mirages flew low over Diffa on Monday."
    assert missing([{"type": "patrol", "place": "Diffa", "actors": {"FRA"}}], _of(text, "patrol")) == []
