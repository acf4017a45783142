"""One act is one record, and what is rehearsed, raised or seen is read for what it is."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2024, 3, 6)


def read(text: str) -> list[tuple[str, str, str | None]]:
    drafts = extract(text, DAY).drafts
    return [(d.type_code, d.status, d.main_place.place.name if d.main_place else None) for d in drafts]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        (
            "France is withdrawing hundreds of soldiers from Gabon, a shift the army calls a renewal.",
            [("withdrawal", "ongoing", "Gabon")],
        ),
        (
            "The last Danish soldiers left Latvia on Tuesday, completing a withdrawal that began in May.",
            [("withdrawal", "completed", "Latvia")],
        ),
        (
            "Australia will halve the number of soldiers it has deployed in Kuwait to 40.",
            [("strength_change", "planned", "Kuwait")],
        ),
        ("In the drill jets flew mock attacks on the port of Odesa.", [("exercise", "completed", "Odesa")]),
        (
            "Iran's army began drills near Bushehr on Saturday, in which drones carried out simulated strikes.",
            [("exercise", "ongoing", "Bushehr")],
        ),
        ("Lithuania is to host a German brigade.", [("presence", "planned", "Lithuania")]),
        (
            "The UN mission in Haiti, which began withdrawing in July, had handed over two bases to the army.",
            [("withdrawal", "ongoing", "Haiti"), ("base_handover", "completed", "Haiti")],
        ),
        (
            "The army was silent; Paris has not raised the question of closing the French base at Libreville.",
            [("base_closure", "considered", "Libreville")],
        ),
        (
            "They are drafting a deal for French soldiers to begin leaving Niger.",
            [("agreement", "considered", "Niger"), ("withdrawal", "planned", "Niger")],
        ),
        ("The army of Togo was ordered to start leaving Gao.", [("withdrawal", "planned", "Gao")]),
        ("The French army has begun to leave Gao.", [("withdrawal", "ongoing", "Gao")]),
        (
            "Denmark pulled its soldiers out of Iraq in 2020, out of Mali in 2022 and out of Niger in 2023.",
            [
                ("withdrawal", "completed", "Iraq"),
                ("withdrawal", "completed", "Mali"),
                ("withdrawal", "completed", "Niger"),
            ],
        ),
        ("Three Kenyan soldiers were shot dead near Bosaso.", [("attack_on_force", "completed", "Bosaso")]),
        ("The army said that gunmen attacked Kosovo police in the village of Banjska.", []),
        ("NATO has led the peace mission in Kosovo since June 1999.", [("presence", "in_effect", "Kosovo")]),
        ("Army engineers put up bridges near Kherson, two of which can be seen from space.", []),
        ("Sweden's navy is to send the frigate Gotland.", [("deployment", "planned", None)]),
        ("Where the withdrawn peacekeepers will go, the army did not say.", []),
        ("Four British jets took off from Akrotiri and struck Hodeida.", [("strike", "completed", "Hodeidah")]),
        ("Somali forces intensified their offensive northwest of Baidoa.", [("ground_operation", "ongoing", "Baidoa")]),
        ("Malian forces continued offensive operations in Menaka.", [("ground_operation", "ongoing", "Ménaka")]),
        ("The last French base, at Thies, was returned on Monday.", [("base_handover", "completed", "Thiès")]),
        (
            "French bases in Chad, which included Faya-Largeau and Abeche, were closed in 2024.",
            [("base_closure", "completed", "Abéché base"), ("base_closure", "completed", "Faya-Largeau base")],
        ),
        ("Kyiv says that Russia has sent tanks to Belarus, which Minsk denies.", [("deployment", "denied", "Belarus")]),
        (
            "Ministers dismissed as speculation a report in the press that Spanish troops had landed in Gao.",
            [("deployment", "denied", "Gao")],
        ),
        ("Georgia's parliament voted down a military pact with Russia.", [("agreement", "denied", "Georgia")]),
        ("The army said that residents heard gunfire near the depot in Goma.", []),
        ("French soldiers could be seen leaving the base at Gao on Friday.", [("withdrawal", "ongoing", "Gao")]),
    ],
)
def test_records(text: str, records: list[tuple[str, str, str | None]]) -> None:
    assert sorted(read(text)) == sorted(records)


def test_a_level_after_and_is_the_level() -> None:
    (found,) = extract("Norway plans to cut its presence in Mali to one base and fewer than 90 soldiers.", DAY).drafts
    assert (found.type_code, found.quantity and found.quantity.high) == ("strength_change", 90)


def test_a_listed_subject_takes_part() -> None:
    text = "About 400 Danish sailors, 90 Norwegian divers and 12 Finnish officers are taking part in the drill at Bodo."
    (drill,) = [d for d in extract(text, DAY).drafts if d.type_code == "exercise"]
    assert set(drill.actors) == {"DNK", "NOR", "FIN"}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("The British jets left Brüggen for Marham and Lossiemouth.", "Brüggen-Marham Brüggen-Lossiemouth"),
        ("Russian soldiers withdrew from Kherson to Skadovsk and Henichesk.", "Kherson-Skadovsk Kherson-Henichesk"),
        ("The SDF moved prisoners from Hasakah and Manbij to a prison in Raqqa.", "Hasakah-Raqqa Manbij-Raqqa"),
        ("Russian troops were moved from Balakliia and Izium to Donetsk.", "Balakliia-Donetsk Izium-Donetsk"),
        # One way after another, and several places at both ends.
        ("A Kenyan battalion left Kismayo for Garissa and then Lamu.", "Kismayo-Garissa"),
    ],
)
def test_each_end_of_a_way_is_a_fact(text: str, ways: str) -> None:
    ends = [(d.origin, d.destination) for d in extract(text, DAY).drafts]
    assert [f"{a.words}-{b.words}" for a, b in ends if a is not None and b is not None] == ways.split()


def test_what_is_asked_for_is_not_what_was_done() -> None:
    found = read("A Serbian convoy of 60 trucks left Pec on Sunday. NATO wants all Serbian troops to leave Kosovo.")
    assert sorted(status for kind, status, _ in found if kind == "withdrawal") == ["completed", "considered"]
