"""Facts shared out between two, and nationalities that are counted without a noun."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "slot", "wanted"),
    [
        (
            "Poland and Latvia sent troops, the former to Mosul and the latter to Erbil.",
            "destination",
            {("POL", "Mosul", None), ("LVA", "Erbil", None)},
        ),
        (
            "Kenya and Rwanda deployed in May, the former with 300 men in Kismayo, the latter with 500 in Baidoa.",
            "destination",
            {("KEN", "Kismayo", 300), ("RWA", "Baidoa", 500)},
        ),
        (
            "France and Italy have troops in the region, the former at Erbil and the latter at Kirkuk.",
            "place",
            {("FRA", "Erbil", None), ("ITA", "Kirkuk", None)},
        ),
        (
            "Nigeria sent troops to Banjul in May 2017. Ghana and Togo followed in June, the former in Barra and the "
            "latter, with 120 soldiers, in Farafenni.",
            "destination",
            {("NGA", "Banjul", None), ("GHA", "Barra", None), ("TGO", "Farafenni", 120)},
        ),
        # Who has no plural of its own is counted as others are.
        (
            "Kenyan soldiers were sent to Beni in 2022. Then 287 South Sudanese arrived in Goma in April.",
            "destination",
            {("KEN", "Beni", None), ("SSD", "Goma", 287)},
        ),
        (
            "Malian soldiers were sent to Ansongo in 2022, and 90 Senegalese were sent to Gao in April.",
            "destination",
            {("MLI", "Ansongo", None), ("SEN", "Gao", 90)},
        ),
        # The nationality of soldiers that are told of by a noun.
        (
            "Some 40 Chinese engineers arrived in Gao in April with the army.",
            "destination",
            {("CHN", "Gao", 40)},
        ),
    ],
)
def test_shared_out(text: str, slot: str, wanted: set[tuple[str, str, int | None]]) -> None:
    found = {(*f["actors"], str(f.get(slot)), f["n"][0] if "n" in f else None) for f in facts(text)}
    assert found == wanted
