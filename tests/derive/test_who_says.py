"""Who says so, where the name stands apart from its verb: behind a title of two fields, before another deed, as X."""

from __future__ import annotations

import pytest

from .reading import facts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Colonel Jean Mbuyi, the army's spokesman in the east, would not comment on the charges but said three "
            "battalions had left Goma.",
            ["Jean Mbuyi"],
        ),
        ("The minister, Ana Perez, welcomed the vote and said Spain would send 200 soldiers to Mali.", ["Ana Perez"]),
        ("The ministry did not name the unit but said a battalion had left Erbil.", ["ministry"]),
        ("General Otto Weiss gave no figures but confirmed that 300 soldiers had arrived in Gao.", ["Otto Weiss"]),
        (
            "Hassan Farah, spokesman of a faction which made peace with the government last year, said the soldiers "
            "who remained in Mogadishu would go on Friday.",
            ["Hassan Farah"],
        ),
        (
            "Ole Hansen, head of a commission that looked into the affair, said the troops who were in Basra would "
            "leave in May.",
            ["Ole Hansen"],
        ),
        (
            "Kenya is to send a battalion to Somalia, the bloc's peace and security commissioner, Ramtane Lamamra, "
            "said in Addis Ababa.",
            ["Ramtane Lamamra"],
        ),
        (
            "Chad will withdraw 600 soldiers from Mali, the union's economy and defence chief, Idriss Ndele, said on "
            "Monday.",
            ["Idriss Ndele"],
        ),
        ("The mission, known as MONUSCO, said it had left Minova.", ["MONUSCO"]),
        ("The militia, called the Fano, said it had left Gondar.", ["Fano"]),
        ("The troops will leave Kabul in May, said the officers who lead them.", ["officers (anonymous)"]),
    ],
)
def test_who_says(text: str, who: list[str]) -> None:
    assert [f["said_by"] for f in facts(text)] == [who]


def test_what_the_speaker_did_before_is_not_said() -> None:
    found = facts("The army attacked the village of Bakel and said ten rebels had left Kidal.")
    assert {f["place"] if "place" in f else f["origin"]: f["said_by"] for f in found} == {
        "Bakel": [],
        "Kidal": ["army"],
    }
