"""Venues: where people meet, sign, agree or propose. What they speak of is to happen elsewhere.

"Under the accord signed in Doha 5,000 men will leave", "in Linz the two sides agreed that the army would go": any town
is a venue by what is done there and by who does it. Those who come to a table (parties, presidents, envoys, a body that
sits there) speak of another place; residents, elders and mayors speak of their own.
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import nouns, verbs
from ..language.grammar import set_of
from ..mentions import PlaceMention
from .capitals import capitals

_TOWNS = frozenset({"city", "town", "capital", "village"})
#: "The Abyei protocol": a land before the noun is what it is on.
_LANDS = frozenset({"country", "region", "admin1", "territory", "area", "theatre"})
_AT = frozenset({"in", "at"})
#: "As agreed in Linz", "the plan agreed on in Linz": nobody need be named.
_AGREED = set_of("agreed reached concluded ratified")
#: Prepositions and particles that may stand between the verb and the venue: "agreed on in Linz".
_LINKS = frozenset({"IN", "TO", "RP"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_HIGH = 4


def is_venue(view: View, p: PlaceMention) -> bool:
    """The town in which a deal was signed; it is no place of the sentence, whatever is told."""
    tree = view.tree
    if p.prep not in _AT or p.is_site or p.place.kind_code not in _TOWNS or tree.labels[p.last] != "pobj":
        return False
    prep = tree.heads[p.last]
    if prep and view.has_class(prep - 1, prep, "sites"):
        return False  # "signed an agreement on the airfield at X": the parser hangs "at" on the verb
    verb = tree.heads[prep]
    if view.key(verb) not in verbs("sign") or not tree.is_verb(verb):
        return False
    signed = [*tree.of(verb, "nsubjpass", "dobj")]
    signed += [tree.heads[verb]] if tree.labels[verb] in {"acl", "relcl"} else []
    papers = view.vocabulary.classes["deals"] | nouns("text_of_deal") | nouns("declaration")
    return any(view.key(n) in papers for n in signed)


def is_spoken_at(view: View, p: PlaceMention, trigger: int = -1) -> bool:
    """The place is where people meet, or where those propose who came there; `trigger`: what is told, unless the
    meeting itself is."""
    tree = view.tree
    prep = tree.heads[p.last]
    if tree.labels[p.last] in _BEFORE_NOUN and p.place.kind_code not in _LANDS:
        return tree.keys[prep] in nouns("meeting") | nouns("named_after_venue")  # "the Antalya summit"
    if tree.labels[p.last] != "pobj" or tree.heads[prep] == prep:
        return False
    above, is_body = tree.heads[prep], False
    for _ in range(_HIGH):
        if tree.labels[above] == "pobj" and not is_meeting(tree.keys[above]):
            is_body |= tree.tags[above] == "NNP"
            above = tree.heads[above]  # "at the UN in New York"
        if tree.tags[above] in _LINKS:
            above = tree.heads[above]  # "agreed on in Accra"
    if above == trigger or trigger in tree.of(above, "dobj", "nsubjpass") and tree.keys[above] not in verbs("declare"):
        return False
    if is_meeting(tree.keys[above]):
        return True
    is_town = not p.is_site and p.place.kind_code not in _LANDS
    if is_town and tree.labels[above] == "dobj" and _is_signed(view, above):
        return True  # "signed an accord in X, under which the army is to leave"
    if tree.labels[above] == "nsubj" and tree.keys[prep - 1] == "," and tree.tags[above][:2] == "NN":
        above = tree.heads[above]  # "the minister, in X for talks, repeated"
    if tree.keys[above] not in verbs("propose") | verbs("declare"):
        return False
    return is_body or p.place.name in capitals() or is_town and _by_guests(view, p, above)


def _is_signed(view: View, paper: int) -> bool:
    papers = view.vocabulary.classes["deals"] | nouns("text_of_deal") | nouns("declaration")
    return view.key(paper) in papers and view.key(view.tree.heads[paper]) in verbs("sign")


def is_meeting(word: str) -> bool:
    """What is done at a table; of a deal, where it was made."""
    return word in nouns("meeting") or word in verbs("sit")


def _by_guests(view: View, p: PlaceMention, verb: int) -> bool:
    """Those who propose or agree came from elsewhere, or go unnamed where something was agreed."""
    tree = view.tree
    subject = tree.subject(verb)
    if tree.tags[verb] == "VBN" and not tree.of(verb, "nsubj") or subject is None:
        return tree.keys[verb] in _AGREED
    if any(f.codes and p.place.country_code not in {None, *f.codes} for f in view.forces_in(subject, subject + 1)):
        return True  # "in Istanbul Moscow promised to withdraw"
    return tree.keys[subject] in nouns("delegate") and not p.first <= tree.heads[subject] <= p.last
