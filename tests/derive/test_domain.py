"""What is not posture: texts of other walks of life, in which states act, fleets grow and missions are launched."""

from __future__ import annotations

from datetime import date

import pytest

from posture.derive.extract.engine import extract

DAY = date(2023, 5, 4)
_AIRLINE = """Gulf carrier orders sixty jets

Kuwait's flag carrier will add 60 aircraft to its fleet in a deal worth nine billion dollars, the company said at a fair
in Paris. It has 34 planes today and will deploy the new ones on routes to India and Japan from next spring. The United
States approved the sale of the engines in March, and Kuwait agreed to open a repair base beside the airport, where 400
engineers will work. Two older jets are to be withdrawn from Kuwait in June and sent to Spain, their new owner. Analysts
in London say that the order is the largest that the state has made in ten years. The maker has had a hard season: its
last model was grounded in France after a fault in the fuel pump, and orders from China have all but stopped. Passengers
will notice wider seats and a quieter cabin, the chief executive promised, while the fares stay as they are. Unions
want to know how many pilots will be hired, and by when; so far the company has named no figure, and says that it will
talk with them after the summer."""
_SPACE = """Probe sets out for a moon of Saturn

The United States launched its new mission to the moons of Saturn on Tuesday from a pad in Florida. The craft, which
carries a small drone, will fly past Venus and Earth before it leaves the inner planets in two years. Japan and France
have sent instruments, and a team of forty from India went to Houston to follow the first weeks. Europe withdrew from
the project in 2019 for lack of money. When the drone has landed it will move from dune to dune and look for the stuff
that life is made of, as scientists put it. Its batteries are warmed by a lump of plutonium of the size of an apple. The
mission is to last three years; it may be extended if the rotors stand the cold. Earlier missions found lakes of methane
there, and rain that falls as slowly as snow. Russia has announced a mission of its own, but few in the trade think that
it will start before the end of the decade. The United States has paid some two thirds of the cost so far, and Germany
a tenth of it."""

_MATCH = """Army retake the hockey trophy from Navy

Army attacked from the whistle at the Naval Base ground in Cochin and took the trophy with three goals in the second
half. Navy withdrew their goalkeeper for an extra striker with the score at 2-1, a move that the coach of Air Force, who
sat among the spectators, called brave. The referee sent two Navy defenders off. Army, champions in the last season, had
come through the semi-final against the Border Security Force on penalties; Navy's captain played with a broken finger.
The army team goes to Colombo next week for a tournament against soldiers from Sri Lanka and Bangladesh."""
_TRIAL = """Colonel pleads not guilty at court martial

A colonel of the 3rd Division pleaded not guilty in Kampala on Monday before a court martial of seven officers. The
prosecutor read eleven charges, among them fraud and bribery over rations for the troops in Somalia. Counsel for the
accused asked the judge advocate for bail; the prosecution called a first witness, a sergeant who was sent to Mogadishu
in 2019 and whose testimony had leaked to the papers. The hearing goes on Thursday. A verdict is not awaited before
June, and an appeal against any conviction would go to the Supreme Court. The army had no comment on the trial."""


_PURCHASE = """Minesweepers dearer than planned, auditors find

The six minesweepers that the Chilean Navy ordered in 2019 will cost a third more than the contract says, auditors told
the congress in Valparaíso. The shipbuilder blames the price of steel and a supplier of engines that closed its factory
last year. Deliveries, first promised for 2023, now begin in 2026. The fleet's commander said that the design was sound
and that the budget for exercises would not be touched. Two yards in Spain had made lower bids. What the older ships
were sold for to Uruguay is not known; the Navy calls it a fair price."""
_SUIT = """Judge lets base neighbours sue

Residents near Ramstein may sue over the noise of American jets, a court in Kaiserslautern ruled. Their lawyers hope for
a verdict in June, the judge for a settlement; an appeal is open to both. Some 9,000 US airmen serve at Ramstein Air
Base, and 1,200 more troops will be sent there in autumn, the Air Force said. German soldiers left the site in 1994. The
squadron flies at night, too, which residents want to end. A second hearing is planned with the base's commander, and
an army helicopter crew from Baumholder may be called. Troops of the airlift wing were told to keep to the corridors."""


@pytest.mark.parametrize(("text", "walk"), [(_MATCH, "sport"), (_TRIAL, "court"), (_PURCHASE, "trade")])
def test_a_match_or_a_trial_of_soldiers_is_no_posture_however_many_forces_it_names(text: str, walk: str) -> None:
    found = extract(text, DAY)
    assert not found.drafts
    assert {r.reason for r in found.rejections} == {f"civil_{walk}"}


def test_a_few_words_of_a_court_do_not_make_a_text_on_forces_civil() -> None:
    text = """The army will pull its 300 soldiers out of Somalia by June, Uganda's defence minister said in Kampala. A
judge had asked for a hearing on the mission, and lawyers want the troops' pay to be settled at a trial. Burundi keeps
900 soldiers in Mogadishu. Kenya sent 200 soldiers to Kismayo in May."""
    assert {d.type_code for d in extract(text, DAY).drafts} == {"withdrawal", "strength", "deployment"}


def test_a_lawsuit_about_a_base_leaves_its_troops_there() -> None:
    told = {(d.type_code, d.quantity.low) for d in extract(_SUIT, DAY).drafts if d.quantity}
    assert told == {("strength", 9_000), ("reinforcement", 1_200)}


@pytest.mark.parametrize("text", [_AIRLINE, _SPACE])
def test_a_text_that_hardly_speaks_of_armed_forces_states_no_posture(text: str) -> None:
    assert not extract(text, DAY).drafts


@pytest.mark.parametrize("text", [_AIRLINE, _SPACE])
def test_a_sentence_of_such_a_text_that_names_troops_is_read(text: str) -> None:
    found = extract(text + "\n\nBritain has 600 soldiers in Kenya.", DAY).drafts
    assert [(d.type_code, d.actors, d.quantity and d.quantity.low) for d in found] == [("strength", ("GBR",), 600)]


@pytest.mark.parametrize(
    "text",
    [
        "Two hostages who had been held by the Taliban in Afghanistan since 2016 were freed, the army said.",
        "Boko Haram fighters hold more than a hundred schoolgirls in the Sambisa forest.",
        "The army held 30 suspects at a barracks in Goma.",
    ],
)
def test_who_holds_people_holds_no_ground(text: str) -> None:
    assert "presence" not in {d.type_code for d in extract(text, DAY).drafts}
