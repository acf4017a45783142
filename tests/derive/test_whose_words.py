"""Whose it is, where somebody speaks of himself or of others, joins them or stands beside them."""

from __future__ import annotations

import pytest

from .reading import facts


def _of(text: str, type_code: str) -> list[set[str]]:
    return [f["actors"] for f in facts(text) if f["type"] == type_code]


@pytest.mark.parametrize(
    ("text", "type_code", "who"),
    [
        # "We" is he who speaks in the sentence: a mission's man, an alliance's head.
        ('An officer in the UN mission in Liberia told us: "We shut our camp in Harper."', "base_closure", {"UN"}),
        (
            'In Athens the NATO Secretary General said: "We will send a brigade to Skopje, as the Greek minister asked."',
            "deployment",
            {"NATO"},
        ),
        # So are the soldiers of whom a state's man speaks in another country.
        ("The Indian ambassador to Nepal said that all soldiers would leave Dharan.", "withdrawal", {"IND"}),
        # Who joins a force is not that force.
        ("Eighty Finnish soldiers will join UNIFIL in Tibnin in May.", "deployment", {"FIN"}),
        ("Two Chilean frigates joined the coalition fleet in Bahrain.", "deployment", {"CHL"}),
        # Whoever is called "it" by another is not that other.
        (
            "Talks with Ecuador failed. Peru has accused it of stopping its withdrawal from Tiwinza.",
            "withdrawal",
            {"ECU"},
        ),
        # An agent's own relative clause.
        (
            "Cattle were lost to raids by the Lord's Resistance Army, who boasted that they would capture Obo.",
            "ground_operation",
            {"LRA"},
        ),
        # A group's name looks like a state's force.
        ("Sudan's paramilitary Rapid Support Forces withdrew from Wad Madani.", "withdrawal", {"RSF"}),
        # Whom an expulsion is to hit is who goes.
        ("The rebels have sworn to oust Burundi from Uvira.", "withdrawal", {"BDI"}),
        # A numbered unit is rather the guests', of whom the text tells, than their host's.
        (
            "Spanish marines came to Poland. Spanish tanks and Spanish guns followed. Spanish engineers built huts. "
            "Poland thanked the Spanish troops and fed the Spanish sailors. "
            "The 3rd Battalion will be stationed at Orzysz.",
            "presence",
            {"ESP"},
        ),
        # A story is filed in a city.
        ("Accra, March 3: Togo and Mali have signed a pact on troops.", "agreement", {"TGO", "MLI"}),
        # Soldiers killed in a land where the mission is not are that land's; a mission in a land is not that land's.
        (
            "UNAMID pulled out of Darfur. Nine soldiers were killed by gunmen near Sokoto in Nigeria.",
            "attack_on_force",
            {"NGA"},
        ),
        ("The French senate extended the mission in Chad.", "mission_continuation", {"FRA"}),
        # He who stands by the subject stands not by the object.
        ("Chadian soldiers fought Boko Haram alongside Nigerian troops at Baga.", "ground_operation", {"TCD", "NGA"}),
        # Brokers are not bound.
        ("Oman brokered a truce between Chad and the rebels of FACT.", "agreement", {"TCD", "FACT"}),
        ("Iran and Iraq fought at Mehran. A truce brokered by Algeria is in force there.", "agreement", {"IRN", "IRQ"}),
        # "The coalition" of the war that the text is about.
        ("Saudi Arabia fights in Yemen. Coalition jets bombed Saada on Friday.", "strike", {"SAUDI-LED COALITION"}),
        # Whose army the text has called "the military" so far.
        (
            "Ukraine's military lost no ground. The Russian army attacked Pokrovsk. The military left Myrnohrad.",
            "withdrawal",
            {"UKR"},
        ),
        # He who speaks for them speaks of them.
        ("A spokesman for the rebels said they had withdrawn from Walikale.", "withdrawal", {"REBELS"}),
    ],
)
def test_whose_words_they_are(text: str, type_code: str, who: set[str]) -> None:
    assert _of(text, type_code) == [who]


def test_who_condemns_an_act_has_not_done_it() -> None:
    text = "Armenian guns opened fire on Ganja. Georgia deplored the bombardment of the city."
    assert {"GEO"} not in [f["actors"] for f in facts(text)]


def test_who_holds_a_place_does_not_hit_it() -> None:
    text = "The town of Bria, which Danish troops have held since 2019, was shelled on Monday."
    assert {"DNK"} not in _of(text, "strike")


def test_two_moves_beside_each_other_are_of_one_each() -> None:
    text = "Bolivia lost the war. The Bolivian retreat and the Paraguayan deployment at Nanawa came too late."
    assert _of(text, "withdrawal") == [{"BOL"}]
