"""One verb, several garrisons; what is believed; what a sentence excepts."""

from __future__ import annotations

import pytest

from .reading import facts

_AFTER = " Two soldiers were given leave, an army officer said."


def _where(text: str, type_code: str = "presence") -> list[tuple[tuple[str, ...], str, str]]:
    found = [f for f in facts(text + _AFTER) if f["type"] == type_code]
    return sorted((tuple(sorted(f["actors"])), str(f.get("place") or f.get("origin")), str(f["status"])) for f in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Danish army has paratroopers at Gao, gunners at Kidal and tanks at Tessalit.", ["DNK"] * 3),
        ("Danish soldiers hold Gao, Dutch soldiers the bridge at Kidal.", ["DNK", "NLD"]),
        ("There are Danish soldiers in Gao, and Dutch soldiers in Kidal.", ["DNK", "NLD"]),
        ("The main body of the Danish army is in Gao, with small detachments at Kidal and Tessalit.", ["DNK"] * 3),
        ("Danish soldiers are stationed in Gao, Kidal and Tessalit.", ["DNK"] * 3),
        ("The Danish company, based at Gao, has conducted foot and road patrols in Kidal.", ["DNK"]),
    ],
)
def test_each_garrison_is_told(text: str, told: list[str]) -> None:
    assert [a for (a,), _, _ in _where(text)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Danish soldiers are believed to be in Gao.", "in_effect"),
        ("Danish soldiers seem to control Gao.", "in_effect"),
        ("Danish soldiers are not known to be in Gao.", "denied"),
        ("The Danish soldiers are to be based in Gao.", "planned"),
    ],
)
def test_what_is_believed_is(text: str, status: str) -> None:
    assert [s for _, _, s in _where(text)] == [status]


def test_what_is_excepted_is_not_told() -> None:
    told = _where("The Danish army has left its bases in Mali, with the exception of Tessalit.", "withdrawal")
    assert [p for _, p, _ in told] == ["Mali"]


def test_what_was_announced_and_completed_is_completed() -> None:
    told = _where("The closure of the Danish base at Gao in Mali, announced in 2012, was completed.", "base_closure")
    assert [s for _, _, s in told] == ["completed"]


def test_where_drones_are_based_is_not_where_they_strike() -> None:
    assert all("Gao" not in p for _, p, _ in _where("Danish drones based at Gao in Mali struck a convoy.", "strike"))


@pytest.mark.parametrize(
    ("text", "type_code", "count"),
    [
        ("Danish troops recaptured Gao in January, Kidal in February and Tessalit in March.", "ground_operation", 3),
        ("Gao was taken on 28 January and Tessalit on 8 February by the Danish army.", "ground_operation", 2),
        ("Danish soldiers stormed Gao on Monday and Menaka on Thursday.", "ground_operation", 2),
        ("The Danish navy shelled Sirte on Monday and Misrata on Tuesday.", "strike", 2),
        ("Danish troops left Gao in May and Tessalit in June.", "withdrawal", 2),
    ],
)
def test_each_place_with_its_time_is_told(text: str, type_code: str, count: int) -> None:
    assert len(_where(text, type_code)) == count


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Two Danish frigates and four patrol boats sailed for Lebanon.", [2, 4]),
        ("Denmark will send two frigates, four fast patrol boats and about 200 sailors to Lebanon.", [2, 4, 200]),
        ("Danish commanders flew 120 soldiers and 70 police officers to Mali.", [70, 120]),
        ("Denmark sent 40 gendarmes and 200 soldiers to Mali.", [40, 200]),
        ("Denmark sent two brigades or 6,000 men to Mali.", [6000]),
    ],
)
def test_counts_that_go_together_are_told_each(text: str, counts: list[int]) -> None:
    assert sorted(f["n"][0] for f in facts(text + _AFTER) if f["type"] == "deployment") == counts


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Danish troops are stationed in northern Mali and Gao.", ["Gao", "northern Mali"]),
        ("Danish troops are stationed in the Kidal region and in Gao.", ["Gao", "Kidal"]),
        ("Danish troops are stationed in northern Mali, in Gao and Kidal.", ["Gao", "Kidal"]),
        ("Danish troops are stationed at Kidal, in the north of Mali.", ["Kidal"]),
        ("Danish troops are stationed in Mali and Gao.", ["Gao"]),
    ],
)
def test_a_region_in_a_list_is_one_of_its_places(text: str, places: list[str]) -> None:
    assert [p.removesuffix(" region") for _, p, _ in _where(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Inkadewane and Gao were captured by Danish troops.", ["Gao", "Inkadewane"]),
        ("Danish troops captured Gao on Monday and Inkadewane on Friday.", ["Gao", "Inkadewane"]),
    ],
)
def test_a_name_in_a_list_of_places_is_one(text: str, places: list[str]) -> None:
    assert [p for _, p, _ in _where(text, "ground_operation")] == places


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Kenya, Ghana and Malawi have pledged a battalion each for Goma.", ["GHA", "KEN", "MWI"]),
        ("Egypt and Morocco will each send an infantry battalion to Bangui.", ["EGY", "MAR"]),
        ("Rwanda and Nigeria have each kept 150 soldiers in El Fasher since August.", ["NGA", "RWA"]),
        ("The United States and Britain send ships to Jebel Ali each year.", ["GBR+USA"]),
    ],
)
def test_what_each_does_is_a_record_for_each(text: str, owners: list[str]) -> None:
    assert sorted("+".join(sorted(f["actors"])) for f in facts(text)) == owners
