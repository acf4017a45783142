"""Every place of a list has its record, whatever stands aside in the list; who or what lies around it has none."""

from __future__ import annotations

import pytest

from .reading import facts

PLACES = ("place", "origin", "destination")

LISTED = [
    ("Kenyan troops were sent to Lamu, which lies on the coast, and Garissa on Monday.", "Lamu Garissa"),
    ("Iraqi troops were sent to Kirkuk, the regional capital, and Tikrit on Monday.", "Kirkuk Tikrit"),
    ("Kenya has deployed two battalions to Garissa (in the north) and Wajir (in the east).", "Garissa Wajir"),
    ("Kenyan forces carried out air strikes on Mandera and, further north, Moyale.", "Mandera Moyale"),
    ("Russian troops entered Kupiansk; Pokrovsk; and Sumy on Monday.", "Kupiansk Pokrovsk Sumy"),
    ("Kenyan soldiers left Wajir, Lamu plus Garissa on Monday.", "Wajir Lamu Garissa"),
    ("French troops control Gao, Kidal and, to a lesser extent, Menaka.", "Gao Kidal Menaka"),
    ("Kenyan troops were sent to Mandera and around Lamu on Monday.", "Mandera Lamu"),
    ("Russian warplanes bombed Manbij – and Tabqa – on Monday.", "Manbij Tabqa"),
    # The gazetteer knows the second as a region, too, which may not swallow the first.
    ("Taliban fighters control Khost, Kunar, Nangarhar and Paktika.", "Khost Kunar Nangarhar Paktika"),
    ("Colombian troops control Caucasia, Arauca and other towns.", "Caucasia Arauca"),
    # A capital between towns is a town.
    ("Australian troops are stationed in Tarin Kowt, Kandahar and Kabul.", "Tarin Kowt Kandahar Kabul"),
    ("M23 fighters hold Goma, Bukavu and Kinshasa.", "Goma Bukavu Kinshasa"),
    # A name that no gazetteer knows, among those that it does.
    (
        "Portuguese soldiers were sent to Beja, Vila Nortela, Monte Real and Lajes.",
        "Beja Vila Nortela Monte Real Lajes",
    ),
    # Things at places: what is hit, left or held.
    ("Israeli jets struck a bridge in Tyre, a depot near Nabatieh and a house in Khiam.", "Tyre Nabatieh Khiam"),
    ("Ethiopian soldiers left the airfield at Baidoa and a checkpoint near Dinsor.", "Baidoa Dinsor"),
    ("French troops occupied the barracks at Bria and the airstrip of Birao.", "Bria Birao"),
    ("M23 fighters remain on the hills of Kibati and in Munigi.", "Kibati Munigi"),
    (
        "The Nigerian air force bombed Gwoza, Bama and training camps in the Sambisa forest.",
        "Gwoza Bama Sambisa forest",
    ),
    # What only says where one of them lies, or what it was called.
    (
        "Four bases were opened in Kidal, the town of Ansongo some 90 km (56 miles) from Gao, and Menaka.",
        "Kidal Ansongo Menaka",
    ),
    (
        "Angolan troops are deployed in Huambo, the coastal town of Lobito, 25 km from Benguela, and Cuito.",
        "Huambo Lobito Cuito",
    ),
    ("Sudanese soldiers were sent to Kassala, Gedaref (formerly El Gedaref) and Kosti.", "Kassala Gedaref Kosti"),
    # Not of the list.
    ("Kenyan troops left Kismayo, in the south of Somalia, and Ethiopia sent a battalion to Baidoa.", "Kismayo Baidoa"),
    ("American soldiers left Fayetteville, North Carolina, and Killeen, Texas, on Monday.", "Fayetteville Killeen"),
    ("Russian troops took Izium, Kharkiv region, on Monday.", "Izium"),
    ("At Bashiqa, outside Mosul, Türkiye keeps a camp.", "Bashiqa"),
]


@pytest.mark.parametrize(("text", "where"), LISTED)
def test_each_place_of_a_list_has_its_record(text: str, where: str) -> None:
    found = sorted(str(f[s]) for f in facts(text) for s in PLACES if s in f)
    assert " ".join(sorted(" ".join(found).split())) == " ".join(sorted(where.split()))


def test_a_government_that_speaks_is_no_town_of_a_list() -> None:
    found = facts("After the strikes on Odesa, Kyiv said Russian troops had left Kherson.")
    assert [(f["type"], f.get("origin")) for f in found] == [("withdrawal", "Kherson")]
