"""First rows that name columns in words of their own are no rows."""

from __future__ import annotations

from posture.derive.extract.tables.heads import is_head, stands_over

from .reading import facts


def test_a_head_with_columns_of_its_own_is_told_by_the_figures_below() -> None:
    head = ("Place", "Unit", "Commonly quoted", "Survey")
    assert not is_head(head)
    assert stands_over(head, [["Kant", "999th base", "500", "450"], ["Gyumri", "102nd base", "5,000", "3,000"]])
    assert not stands_over(("Camp Arena", "Herat"), [["Camp Dwyer", "Helmand"], ["Camp Bastion", "Helmand"]])


def test_two_columns_of_figures_give_a_level_each() -> None:
    found = facts(
        "Russian forces in the former Soviet Union\n\n"
        "Place | Unit | Commonly quoted | Survey\n"
        "Armenia, Gyumri | 102nd base | 5,000 | 3,000\n"
        "Kyrgyzstan, Kant | 999th air base | 500 | 450\n"
    )
    assert {(f["type"], f["place"], f["n"][0]) for f in found} == {
        ("strength", "Gyumri", 5000), ("strength", "Gyumri", 3000), ("strength", "Kant", 500), ("strength", "Kant", 450)
    }  # fmt: skip


def test_who_gives_a_figure_is_no_place() -> None:
    found = facts(
        "Kenyan soldiers in Haiti: three counts\n\nThe numbers differ.\n\n"
        "Who says so | When | Soldiers\n"
        "Pentagon | 28 May | 400\n"
        "Defence ministry, Nairobi | 29 May | 700\n"
        "Pentagon | 4 June | 760\n"
    )
    assert not [f for f in found if f.get("place") and "Haiti" not in f["place"]]
