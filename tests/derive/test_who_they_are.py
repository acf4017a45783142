"""Who "they", "the force" and a mission of no name are, in reports of attacks and of forces of several states."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract


def actors(text: str, type_code: str) -> list[set[str]]:
    return [set(d.actors) for d in extract(text, date(2026, 1, 14)).drafts if d.type_code == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        ("Jihadists attacked an army base in Tera, Niger. They withdrew towards Mali.", "withdrawal", "JIHADISTS"),
        ("Boko Haram fighters attacked a base at Marte in Nigeria. They took the town.", "ground_operation",
         "BOKO HARAM"),
        ("Rebels attacked Malian soldiers at Tessit. They have held the town since.", "presence", "REBELS"),
        ("Soldiers repelled jihadists at Tera in Niger. They later retook Petelkole.", "ground_operation", "NER"),
    ],
)  # fmt: skip
def test_they_are_those_who_attacked(text: str, type_code: str, who: str) -> None:
    assert actors(text, type_code)[-1] == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A regional force with troops from Kenya, Uganda and Burundi left Goma in May.", {"KEN", "UGA", "BDI"}),
        ("A mission made up of soldiers from Ghana and Togo left Bissau in May.", {"GHA", "TGO"}),
        ("A joint force comprising Chadian and Nigerien soldiers left Diffa in May.", {"TCD", "NER"}),
        ("A southern African mission made up of soldiers from Angola and Lesotho left Mozambique in May.", {"SADC"}),
    ],
)
def test_a_body_of_several_is_theirs_who_are_in_it(text: str, who: set[str]) -> None:
    assert actors(text, "withdrawal") == [who]
    assert len(extract(text, date(2026, 1, 14)).drafts) == 1


def test_an_alliance_that_is_named_later_is_no_force_spoken_of() -> None:
    text = (
        "Rwanda first sent 1,000 soldiers to Mozambique in 2021. The force has since grown to about 5,000. The EU has "
        "trained Mozambican commandos at Dondo, and its mission ends in June."
    )
    assert actors(text, "strength_change") == [{"RWA"}]


def test_an_army_post_is_of_the_land_where_it_is() -> None:
    text = "Tanzania kept 300 men in Mozambique. Insurgents attacked an army post in Muidumbe district in Mozambique."
    assert actors(text, "attack_on_force") == [{"MOZ"}]


def test_the_dead_are_those_of_the_attack_before_whoever_tells_of_them() -> None:
    text = (
        "A Malian army convoy was ambushed near Kidal on Saturday. At least 20 soldiers and six mercenaries were "
        "killed, according to the Azawad Liberation Front (FLA)."
    )
    found = [d for d in extract(text, date(2026, 1, 14)).drafts if d.type_code == "attack_on_force"]
    assert [(d.actors, d.quantity and d.quantity.low) for d in found] == [(("MLI",), 20)]


def test_each_gives_its_own_number() -> None:
    text = (
        "The mission is in Somalia. Uganda, Kenya and Djibouti will provide 4,500, 1,410 and 1,520 troops respectively."
    )
    found = {(d.actors, d.quantity and d.quantity.low) for d in extract(text, date(2026, 1, 14)).drafts if d.quantity}
    assert found == {(("UGA",), 4500), (("KEN",), 1410), (("DJI",), 1520)}


def test_those_sent_and_fighting_there_are_told_of_twice() -> None:
    text = "Uganda has deployed 6,000 troops to Ituri, where they are fighting rebels."
    types = {d.type_code for d in extract(text, date(2026, 1, 14)).drafts}
    assert types == {"deployment", "ground_operation"}
