"""One fact, one record: what is told again is folded in, what a fuller record holds is swallowed, denials find their claim."""

from __future__ import annotations

from posture.derive.extract.facts.onefact import place_key

from .reading import facts, read
from .views import spot


def test_a_fact_told_in_title_and_text_is_one_record_at_its_fullest() -> None:
    text = "France pulls its troops out of Chad\n\nFrance has withdrawn its 1,000 troops from Chad.\n"
    found = [f for f in facts(text) if f["type"] == "withdrawal"]
    assert len(found) == 1
    assert found[0]["n"] == (1000, 1000, "exact", "personnel")
    assert found[0]["status"] == "completed"
    assert "repeats_record" in {r.reason for r in read(text).rejections}


def test_a_title_names_the_country_where_the_text_names_the_base() -> None:
    text = "# Kenya quits its base in Somalia\n\nKenya left the base at Kismayo on Monday.\n"
    assert [f["origin"] for f in facts(text) if f["type"] == "withdrawal"] == ["Kismayo"]


def test_a_title_may_name_nobody_or_tell_the_event_from_another_side() -> None:
    text = "# Peacekeepers on their way out of Moba\n\nZambia has begun to withdraw its soldiers from Moba in Congo.\n"
    assert [(f["actors"], f["status"]) for f in facts(text) if f["type"] == "withdrawal"] == [({"ZMB"}, "ongoing")]
    text = "# Chad pulls troops out of Faya\n\nChad has moved 300 soldiers from Faya to Abéché.\n"
    assert len(facts(text)) == 1


def test_what_must_be_somewhere_and_is_nowhere_is_no_record() -> None:
    text = "The Kenyan soldiers patrol less far and see more."
    assert [f for f in facts(text) if f["type"] == "patrol"] == []
    assert "no_place_named" in {r.reason for r in read(text).rejections}


def test_what_a_sentence_denies_it_does_not_also_tell() -> None:
    text = "Chad had a garrison in Bangui, but there are no Chadian soldiers in Bangui any more."
    assert {f["status"] for f in facts(text)} <= {"denied"}


def test_facts_that_differ_only_in_status_are_one_at_the_most_advanced() -> None:
    text = "France will withdraw its troops from Chad. French troops have begun withdrawing from Chad."
    assert [f["status"] for f in facts(text) if f["type"] == "withdrawal"] == ["ongoing"]


def test_a_handover_swallows_the_leaving_of_the_same_base() -> None:
    text = "US forces left the Al-Shaddadi base and handed it over to the Syrian army."
    assert [f["type"] for f in facts(text)] == ["base_handover"]
    assert "part_of_other_record" in {r.reason for r in read(text).rejections}


def test_different_places_stay_different_records() -> None:
    text = "French troops left Chad in January 2025. French troops left Senegal in July 2025."
    assert [(f["type"], f["origin"]) for f in facts(text)] == [("withdrawal", "Chad"), ("withdrawal", "Senegal")]


def test_different_days_of_an_act_stay_different_records() -> None:
    text = "Israeli jets struck Homs on 3 March 2025. Israeli jets struck Homs on 9 May 2025."
    assert [f["dates"][0] for f in facts(text)] == ["2025-03-03", "2025-05-09"]


def test_a_denial_is_a_record_of_its_own_and_names_its_claim() -> None:
    text = "Iran sent soldiers to Sudan, a rebel group said. Iran denied that it had sent soldiers to Sudan."
    found = facts(text)
    assert [(f["type"], f["status"], f["denies"]) for f in found] == [
        ("deployment", "completed", None),
        ("deployment", "denied", "deployment"),
    ]


def test_every_repeated_mention_names_the_record_that_it_repeats() -> None:
    text = "French troops left Chad. The French army left Chad. French soldiers have left Chad, the army said."
    found = read(text)
    assert len(found.drafts) == 1
    assert {r.of for r in found.rejections if r.reason == "repeats_record"} == {0}


def test_places_are_one_where_their_register_entry_is() -> None:
    koniko, conoco = (spot(f"Soldiers are at the {n} base.").places[0] for n in ("Koniko", "Conoco"))
    assert place_key(koniko) == place_key(conoco) != ""
    assert place_key(None) == ""


def test_what_is_under_way_is_told_before_what_it_was_planned_to_be() -> None:
    text = (
        "Danish marines are being moved from Aalborg to Tallinn. "
        "The relocation of the marines from Aalborg to Tallinn, the ministry in Copenhagen said, is planned for 2026."
    )
    found = [d for d in read(text).drafts if d.type_code == "relocation"]
    assert [(d.status, d.start) for d in found] == [("ongoing", 0)]


def test_what_is_done_after_it_was_planned_in_a_sentence_before_is_a_fact_of_its_own() -> None:
    text = (
        "Burundi will withdraw its soldiers from Somalia by the end of June. "
        "Burundian troops have given up the base at Jilib."
    )
    found = [(f["status"], f["origin"]) for f in facts(text) if f["type"] == "withdrawal"]
    assert found == [("planned", "Somalia"), ("completed", "Jilib")]
    text = "The first Kenyan soldiers have arrived in Goma. Some 400 Kenyan soldiers will be sent to Goma in July."
    assert [f.get("n", (0,))[0] for f in facts(text) if f["type"] == "deployment"] == [0, 400]
