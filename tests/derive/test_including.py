"""Some of several places, told behind "including": what is said of all is said at each of those named."""

from __future__ import annotations

import pytest

from .reading import facts

_MAIN = {"withdrawal": "origin", "deployment": "destination"}


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Four camps were closed, including Gossi and Ber.", "base_closure", {"Gossi", "Ber"}),
        ("Four camps, including Gossi and Ber, were closed last month.", "base_closure", {"Gossi", "Ber"}),
        ("Four camps were handed over to the Malian army, including Gossi and Ber.", "base_handover", {"Gossi", "Ber"}),
        ("France handed over four camps to the Malian army, including Gossi.", "base_handover", {"Gossi"}),
        ("Several posts have been vacated, including those at Labbezanga and Ansongo.", "base_closure", None),
        ("French troops have pulled out of several bases, including Kidal and Tessalit.", "withdrawal", None),
        ("Villages such as Amachach were hit by French jets.", "strike", {"Amachach"}),
        ("French jets hit several villages, including Amachach and Inabog.", "strike", {"Amachach", "Inabog"}),
        ("Paris sent 90 soldiers to several towns, including Gao and Hombori.", "deployment", {"Gao", "Hombori"}),
    ],
)
def test_at_each_that_is_named(text: str, kind: str, where: set[str] | None):
    found = [f for f in facts(f"French troops are leaving Mali.\n\n{text}") if f["type"] == kind]
    named = {str(f[slot]) for f in found if (slot := _MAIN.get(kind, "place")) in f} - {"Mali"}
    assert named == where if where is not None else len(named) == 2


def test_those_who_are_included_are_no_places():
    text = "French troops are leaving Mali.\n\nTwelve soldiers, including two from Chad, were killed at Aguelhok on Friday."
    assert {str(f["place"]) for f in facts(text) if f["type"] == "attack_on_force"} == {"Aguelhok"}
