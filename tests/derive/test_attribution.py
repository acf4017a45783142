"""Whom a text names as saying so: one article a case, the chain of each of its sentences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posture.derive.extract.assertion.attribution import Attributions
from posture.derive.extract.clauses import View
from posture.derive.extract.language.text import sentences
from posture.derive.extract.language.vocabulary import vocabulary
from posture.derive.extract.mentions import Spotted
from posture.derive.extract.timing.times import times

from .reading import facts


def views(text: str) -> list[View]:
    made = []
    for number, s in enumerate(sentences(text)[1]):
        when = times(text, s.start, s.end, date(2025, 6, 4))
        made.append(View(s, number, Spotted(), [], when, vocabulary()))
    return made


def heard(says: Attributions, view: View, text: str) -> list[str]:
    says.hear(view)
    return says.chain(text)


def chains(text: str) -> list[list[str]]:
    says = Attributions(frozenset())
    return [heard(says, view, text) for view in views(text)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The fort is empty.", []),
        ("Two officials told AFP on Monday that the fort is empty.", ["AFP", "two officials (anonymous)"]),
        ("The fort, three residents told Valley Wire, is empty.", ["Valley Wire", "three residents (anonymous)"]),
        ("Reuters reported, quoting a US official, that the fort is empty.", ["Reuters", "US official (anonymous)"]),
        ("The fort is empty, according to a spokesman for the foreign ministry.", ["spokesman for the foreign ministry"]),
        ("The fort is empty, Defense Minister Carla Ruiz announced on Saturday.", ["Carla Ruiz"]),
        ("Norway's defence minister, Tore Sandvik, said the fort is empty.", ["Tore Sandvik"]),
        ("General Ana Ruiz, who commands the corps, has said that the fort is empty.", ["Ana Ruiz"]),
        ("“The fort is empty,” said Peter Kamau, a spokesman.", ["Peter Kamau"]),
        ("A resident who keeps a shop near the gate said the fort is empty.", ["resident (anonymous)"]),
        ("Two officers interviewed for this paper said the fort is empty.", ["two officers (anonymous)"]),
        ("After Sunday's attack the ministry said the fort is empty.", ["ministry"]),
        ("The army said in a statement carried by Anadolu that the fort is empty.", ["Anadolu", "army"]),
        ("Satellite images show that the fort is empty.", ["satellite images"]),
        ("Satellite imagery seen by Reuters shows the fort empty.", ["Reuters", "satellite imagery"]),
        ("The claim was denied by a spokesman.", ["spokesman"]),
        ("Reports of a retreat were dismissed as false by the defence ministry.", ["defence ministry"]),
        ("A report last week by Sputnik Arabic said the fort is empty.", ["Sputnik Arabic"]),
        ("In a Reuters interview on Friday, Ana Ruiz said the fort is empty.", ["Reuters", "Ana Ruiz"]),
        ("Kommersant, which had it from a military source, wrote that the fort is empty.", ["Kommersant", "military source (anonymous)"]),
        ("The fort is empty, according to estimates by the Ministry of Defence.", ["Ministry of Defence"]),
        ("The army put its own dead at 71.", ["army"]),
        ("A spokeswoman declined to say if the fort would be opened again.", ["spokeswoman"]),
    ],
)  # fmt: skip
def test_the_chain_of_a_sentence(text: str, chain: list[str]) -> None:
    assert set(chains(text)[0]) == set(chain)
    assert chains(text)[0][:1] == chain[:1]


@pytest.mark.parametrize(
    "text",
    [
        "The army called on its men to leave the fort.",
        "Ten men are said to have left the fort.",
        "The guards were told to leave the fort.",
        "The ministry has neither confirmed nor denied that the fort is empty.",
        "The government will say more tomorrow about the fort.",
        "The navy maintains a presence in the gulf.",
        "The United States ordered 300 troops to the fort.",
        "However, the fort is empty.",
        "None of this adds up to a fort.",
    ],
)
def test_who_acts_is_not_who_says(text: str) -> None:
    assert chains(text)[0] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A US official told Reuters the fort is empty. The official added that 300 men had left.", ["Reuters", "US official (anonymous)"]),
        ("Two sources told AFP the fort is empty. One source said 300 men had left.", ["AFP", "two sources (anonymous)"]),
        ("Colonel Ana Ruiz said the fort is empty. She said 300 men had left.", ["Ana Ruiz"]),
        ("Colonel Ana Ruiz said the fort is empty. Ruiz added that 300 men had left.", ["Ana Ruiz"]),
        ("The Israeli army said the fort is empty. It reported no losses.", ["Israeli army"]),
        ("A plan to shut the fort was drawn up, officials said. Under the plan, 300 men would leave.", ["officials (anonymous)"]),
        ("The two governments said in a joint statement that talks had ended. The joint statement gave no numbers.", ["two governments"]),
    ],
)  # fmt: skip
def test_short_forms_point_back(text: str, expected: list[str]) -> None:
    assert chains(text)[-1] == expected


def test_a_quotation_keeps_its_speaker_over_sentences() -> None:
    text = 'Brigade General Karl Maas said: "We have come to stay. The tanks are on their way. They will not go back."'
    assert chains(text) == [["Karl Maas"]] * 3


def test_a_quotation_finds_the_speaker_named_at_its_end() -> None:
    assert chains('"They came and fought. They went home again," Peter Kamau said.') == [["Peter Kamau"]] * 2


def test_what_was_heard_before_anybody_asked_counts_all_the_same() -> None:
    text = "Colonel Amara Diallo said the road is open. It had been mined. He said the fort has 300 men."
    says = Attributions(frozenset())
    for view in views(text):
        says.hear(view)
    assert says.chain(text) == says.chain(text) == chains(text)[-1] == ["Amara Diallo"]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = 'Karl Maas said: "We have come to stay.\nThe fort has 300 men.'
    assert chains(text)[-1] == []


def test_a_clause_of_its_own_is_not_covered() -> None:
    text = "Shells hit the fort; the governor said two men were killed."
    says = Attributions(frozenset())
    (view,) = views(text)
    heard(says, view, text)
    assert says.at(1) == []
    assert says.at(len(view.toks) - 2) == ["governor"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            'the official said told Reuters , " “ ” according to by who Gen. X he and . report that of'.split()
        ),
        max_size=50,
    )
)
def test_any_run_of_words_gives_short_clean_names(words: list[str]) -> None:
    for chain in chains(" ".join(words)):
        assert len(chain) <= 4
        assert all(name and name == name.strip(" ,.") or name.endswith(".") for name in chain)
        assert not any('"' in name or "," in name for name in chain)


def test_putting_men_somewhere_tells_nothing() -> None:
    assert all(not f["said_by"] for f in facts("Portugal has put 90 soldiers on standby in Madeira."))
    assert facts("Lisbon put the number of its troops in Madeira at 900.")[0]["said_by"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Zambian army posted on Facebook that a Kenyan brigade had left Moba.", ["Zambian army"]),
        ("Kenya keeps 200 soldiers in Moba, the ministry specified.", ["ministry"]),
        ('Kenya closed its base at Moba, a Zambian peacekeeper told AFP.', ["AFP", "Zambian peacekeeper (anonymous)"]),
        # the name, not the office before it
        ("Kenya will send 300 soldiers to Moba, the ambassador to the UN Dora Otieno said.", ["Dora Otieno"]),
        ("Kenyan soldiers left Moba, said an officer of the Royal Air Force.", ["officer of the Royal Air Force (anonymous)"]),
        # of two of one surname the one whose title it is
        ("President Tom Banda dined with General Joe Banda. President Banda said Kenyan troops had left Moba.", ["Tom Banda"]),
        # each clause has its own source
        ("Kenya says it bombed Moba while Lusaka reported a cholera outbreak.", ["Kenya"]),
        ("Kenyan troops left Moba, and Zambia said it would send 300 soldiers to Chipata.", []),
        # what was told in the article's own voice stays so where somebody speaks of it again
        ('Kenya closed its base at Moba on Monday. "After the closure of the Moba base we can sleep," said Dora Otieno.', []),
    ],
)  # fmt: skip
def test_each_fact_has_the_source_of_its_own_clause(text: str, expected: list[str]) -> None:
    assert facts(text)[0]["said_by"] == expected
