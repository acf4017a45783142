"""Where a fact is whose sentence does not say: what the sentences before were about, and what they named in passing."""

from __future__ import annotations

import pytest

from .reading import facts

_LEFT = "Chinese troops left the town on Monday."


def _where(text: str, type_code: str) -> str:
    found = next((f for f in facts(text) if f["type"] == type_code), {})
    return str(found.get("destination" if type_code == "deployment" else "place") or found.get("origin") or "")


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (f"Maliana was quiet on Monday. {_LEFT}", "withdrawal", "Maliana"),
        ("Drammoen lies half an hour from Trondheim. Some 330 US Marines live there.", "strength", "Drammoen"),
        (f"In Kandahar, shops reopened. In Beijing, newspapers ask what comes next. {_LEFT}", "withdrawal", "Kandahar"),
        (f'In Basra, shops reopened. "No," said a nurse who was trained in Sirte. {_LEFT}', "withdrawal", "Basra"),
        ("Somalia will hold elections in October. Kenya will send 320 soldiers.", "deployment", "Somalia"),
        ("A drought has struck Mozambique. Vietnam will send 320 soldiers.", "deployment", "Mozambique"),
        ("Mali is poor. Niger has 320 soldiers in the country.", "strength", "Mali"),
        (
            "Mali is at war. In Chad, an election was held. French troops left the country in March.",
            "withdrawal",
            "Chad",
        ),
        ("PEMBA, June 11 (Reuters) - Shops were open again. Sixty Kenyan soldiers flew home.", "withdrawal", "PEMBA"),
    ],
)
def test_what_the_text_is_about_is_where(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        (
            "Uganda will pull its soldiers out of Somalia by May, its army said on Monday. Around 1,500 Ugandans have been "
            "in the country since 2020.",
            "strength",
            "Somalia",
        ),
        (
            "French jets bombed convoys in Libya on Saturday. President Obama, on a visit to Brazil, said that no American "
            "soldiers would be sent into the country.",
            "deployment",
            "Libya",
        ),
        (
            "Syrian troops left a dozen posts in Beirut. A Lebanese officer said that Damascus had kept 25,000 men in the "
            "country.",
            "strength",
            "Lebanon",
        ),
        (
            "The force in Bosnia was prolonged for a year. It had grown to 1,100 when reserves from Austria and Bulgaria "
            "were called in. A German company returned to the country in August.",
            "deployment",
            "Bosnia and Herzegovina",
        ),
        ("The army of Mali took Kidal. Malian soldiers were sent across the country.", "deployment", "Mali"),
    ],
)
def test_the_country_is_another_one_than_that_of_its_guests(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


def test_a_state_that_only_acts_is_no_place() -> None:
    assert _where("France condemned the coup. Kenya will send 320 soldiers.", "deployment") == ""


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("The last Kenyan base in the districts, at Kismayo, was closed in March.", "base_closure", "Kismayo"),
        ("In Goma, across the border, France has 320 soldiers.", "strength", "Goma"),
        ("Across the border, in Goma, France has 320 soldiers.", "strength", "Goma"),
        ("In Ituri, Kenyan soldiers left the base at Bunia on Monday.", "withdrawal", "Bunia"),
        ("Kenyan soldiers in Basra guard a camp for refugees from Mosul.", "presence", "Basra"),
        ("Unlike Mosul, Basra still has a Kenyan garrison.", "presence", "Basra"),
    ],
)
def test_the_name_says_more_than_the_ground_beside_it(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Kenyan jets bombed Gedo in Somalia. Kenya has 3,700 soldiers across the frontier.", "strength", "Somalia"),
        ("Rwanda denies that it helps rebels in Mali. Rwandan soldiers crossed the border.", "deployment", "Mali"),
        ("At Dhahran, across the border, tanks wait; 900 Americans are in the kingdom.", "strength", "Saudi Arabia"),
    ],
)
def test_beyond_a_border_lies_the_other_country(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where


@pytest.mark.parametrize(
    ("text", "type_code", "where"),
    [
        ("Under the plan agreed on in Accra, 5,000 Kenyan soldiers are to leave Liberia.", "withdrawal", "Liberia"),
        ("In Geneva the parties agreed that Kenyan troops would leave.", "withdrawal", ""),
        ("In Basel the two sides agreed that Kenyan troops would leave.", "withdrawal", ""),
        ("As agreed in Lausanne, 5,000 American soldiers left.", "withdrawal", ""),
        ("Under the accord signed in Tromso 5,000 American soldiers left.", "withdrawal", ""),
        ("At the ILO in Basel, Ms Berg has proposed that UNIFIL be cut by 400 troops.", "strength_change", "Lebanon"),
        ("At its Tampere summit NATO decided to place a battalion in Estonia.", "deployment", "Estonia"),
        ("The Camp David accords let 500 American soldiers patrol.", "strength", ""),
        ("In Kismayo, the mayor demanded that Kenyan troops leave.", "withdrawal", "Kismayo"),
        ("In Kidal, residents demanded that the French army leave.", "withdrawal", "Kidal"),
    ],
)
def test_where_a_deal_is_made_nothing_of_it_happens(text: str, type_code: str, where: str) -> None:
    assert _where(text, type_code) == where
