"""Forces of lands that no state but a few recognise, and of the sides of the Yugoslav wars, are their own."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Abkhaz units retook the heights around Gali on Sunday morning.", "ABKHAZ FORCES"),
        ("Karabakh troops stormed two posts near Talish on Sunday.", "ARTSAKH DEFENCE ARMY"),
        ("South Ossetian fighters seized the village of Avnevi on Friday.", "SOUTH OSSETIA FORCES"),
        ("Transnistrian soldiers raided a farm near Dorotcaia on Friday.", "TRANSNISTRIA FORCES"),
        ("Bosnian Serb gunners shelled Bihac on Monday.", "BOSNIAN SERBS"),
        ("Krajina Serb units captured two villages near Slunj on Monday.", "CROATIAN SERBS"),
        ("Bosnian Croat troops took Jajce on Wednesday.", "HVO"),
        ("Somaliland forces captured Las Anod on Wednesday.", "SOMALILAND FORCES"),
    ],
)
def test_whose_they_are(text: str, who: str):
    (fact,) = facts(f"The army and navy met.\n\n{text}")
    assert fact["actors"] == {who}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Eritrea's army, an estimated 200,000 strong, is one of the largest in Africa.", "Eritrea"),
        ("With 450,000 soldiers Poland's army is the largest land force in Europe.", "Poland"),
        ("Of the 1,200 French soldiers in Africa, none is in Mali.", "Africa"),
    ],
)
def test_among_whom_it_is_the_largest_is_not_where_it_is(text: str, where: str):
    assert {f["place"] for f in facts(f"The army and navy met.\n\n{text}") if f["type"] == "strength"} == {where}
