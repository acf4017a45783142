"""Clauses, subjects and objects that the parser hangs on the wrong word, set right in the tree."""

from __future__ import annotations

import pytest

from posture.derive.extract.language.parsing import parse
from posture.derive.extract.language.syntax import Tree
from posture.derive.extract.language.text import sentences
from posture.derive.extract.language.verbgroup import mood


def _tree(text: str) -> Tree:
    return parse(sentences(text)[1][:1])[0]


def _at(tree: Tree, key: str) -> int:
    return tree.keys.index(key)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        # a participle behind the saying
        ("Rebels ambushed a convoy near Kidal, the army said, killing nine soldiers.", "killing", "rebels"),
        ("A team of 90 police landed on Monday, officials said, bringing the force to 700.", "bringing", "team"),
        ("The rebels had left by noon, the colonel said, speaking by phone.", "speaking", "colonel"),
        # clauses with "as"
        ("Colonel Ali will be in charge of the base as ATMIS leaves the region.", "leaves", "atmis"),
        # a reduced relative before the verb
        ("Officials said a number of troops arrayed against the clans would be redeployed.", "redeployed", "number"),
        ("The ministry said the targets hit in the raids included caves and shelters.", "included", "targets"),
        # the second of two clauses
        ("Jets circled the village and more than 900 troops on Friday fanned out.", "fanned", "troops"),
        ("Clashes erupted around the port and rebels also stepped up their assault.", "stepped", "rebels"),
        # two verbs of one subject
        ("The frigate deployed in May 2018 and has spent nine months in Asia.", "deployed", "frigate"),
        # infinitives in a row
        ("The deal required the rebels to leave the town, return arms and hand over posts.", "hand", "rebels"),
        # a list behind the subject
        ("Four battalions led by Spain, Italy, and the UK will be deployed to Latvia.", "deployed", "battalions"),
        ("About 60 men from the 3rd Brigade, 6th Brigade and 7th Brigade will depart Darwin.", "depart", "men"),
        # plans and tries by somebody
        ("A raid ended an attempt by local bands in the town to overrun a post.", "overrun", "bands"),
        ("A decision by Italy to withdraw its troops was announced.", "withdraw", "italy"),
        # whose relative clause it is
        ("The general in Niamey, who took power in July, ordered the troops to leave.", "took", "general"),
        # a subject in the phrase that opens the sentence
        ("On the night of 9 March men of the Parachute Regiment landed on the island.", "landed", "men"),
        ("On Friday rebels whom nobody had seen before attacked a post near Goma.", "attacked", "rebels"),
        ("Along the frontier with the rebel provinces soldiers had been deployed.", "deployed", "soldiers"),
        ("On April 9 ships of France, Japan, India and Oman sailed through the strait.", "sailed", "ships"),
        ("By 90 votes to 12 Kenya's parliament has approved the mission.", "approved", "parliament"),
        # a past behind a relative clause
        ("The Kenyan company that manned the Dhobley camp left for Kismayo last week.", "left", "company"),
        # points of abbreviations, and datelines
        ("Gen. Frank S. Miller visited troops in Herat.", "visited", "miller"),
        ("GOMA, Democratic Republic of Congo (XYZ) - Rebels withdrew from the town on Monday.", "withdrew", "rebels"),
        ("Militants shelled the post at 3 p.m. local time and left.", "left", "militants"),
    ],
)
def test_who_acts(text: str, verb: str, subject: str) -> None:
    tree = _tree(text)
    found = tree.subject(_at(tree, verb))
    assert found is not None
    assert tree.keys[found] == subject


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Jets bombed the camp, killing up to 60 of its fighters.", "killing", "60"),
        ("Britain is sending up to 1,500 soldiers and up to 300 police to the islands.", "sending", "soldiers"),
        ("The drones destroyed three IS tactical units near Raqqa.", "destroyed", "units"),
        ("Troops started the ground offensive by shelling hideouts.", "started", "offensive"),
        ("The camp was housing Malian troops when it was raided.", "housing", "troops"),
    ],
)
def test_whom_they_act_on(text: str, verb: str, noun: str) -> None:
    tree = _tree(text)
    found = tree.object(_at(tree, verb))
    assert found is not None
    assert tree.keys[found] == noun


def test_the_second_of_two_passives_needs_no_auxiliary() -> None:
    tree = _tree("Nine soldiers were killed and four wounded in an ambush near Diffa.")
    assert tree.is_passive(_at(tree, "wounded"))


def test_a_claim_to_have_done_something_is_no_clause_with_as() -> None:
    tree = _tree("She rejects as false Oman's claim to have destroyed the battery.")
    assert tree.subject(_at(tree, "destroyed")) != _at(tree, "she")
    assert tree.labels[_at(tree, "destroyed")] != "ROOT"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Gone from the base are the last 200 engineers.", "gone", "engineers"),
        ("Stationed at the port are two Russian frigates.", "stationed", "frigates"),
        ("Joining the force will be 120 police from Benin.", "joining", "police"),
        ("Leading the assault were soldiers of the 4th Brigade.", "leading", "soldiers"),
        ("Into the town moved two companies of the Guard.", "moved", "companies"),
        ("Among the troops that left were 40 Danes.", "were", "danes"),
        ("Backed by jets, militias pinned down the fighters in the old town.", "pinned", "militias"),
        ("It was Oman that shelled the village.", "shelled", "oman"),
    ],
)
def test_who_acts_stands_behind_the_verb(text: str, verb: str, subject: str) -> None:
    tree = _tree(text)
    found = tree.subject(_at(tree, verb))
    assert found is not None
    assert tree.keys[found] == subject


def test_what_someone_keeps_is_named_behind_the_verb() -> None:
    tree = _tree("What Spain keeps there is 1,500 men.")
    found = tree.object(_at(tree, "keeps"))
    assert found is not None
    assert tree.keys[found] == "men"


def test_an_auxiliary_behind_its_participle_marks_what_is_to_come() -> None:
    tree = _tree("Joining the force will be 120 police from Benin.")
    assert mood(tree, _at(tree, "joining")).modal == "planned"


def test_who_comes_with_a_participle_undergoes_it() -> None:
    tree = _tree("With most of its troops withdrawn, the mission closed the camp.")
    assert tree.is_passive(_at(tree, "withdrawn"))
    tree = _tree("With the Danes gone, the army took over the base.")
    assert not tree.is_passive(_at(tree, "gone"))


def test_a_number_behind_by_acts_in_nothing() -> None:
    tree = _tree("The force was cut by 1,000.")
    assert tree.agent(_at(tree, "cut")) is None


def test_what_there_is_has_no_subject_in_who_says_so() -> None:
    tree = _tree("The colonel estimated that there were 300 fighters in the valley.")
    assert tree.subject(_at(tree, "were")) is None
    tree = _tree("The army denied that there had been a raid on the village.")
    assert tree.subject(_at(tree, "been")) == _at(tree, "army")
