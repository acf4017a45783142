"""Presences that a sentence only presupposes, and such as are counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from ..draft import Draft
from ..families import MOVES, UNDONE
from ..geography.homewards import IS_BACK
from ..language.classes import verbs, words
from ..language.verbgroup import in_question
from ..needs.movers import head_nouns
from ..needs.staying import is_kept_beside
from ..quantity.quantities import COUNTED, Quantity
from ..reading import Reading
from .onefact import place_key

#: Who takes part in these is counted as being there: the records themselves hold no quantity.
UNCOUNTED = frozenset({"exercise", "patrol", "mission_start", "mission_continuation", "agreement"})

#: What is made for a purpose does not yet serve it.
_MEANT = frozenset("designed built meant intended equipped enough able needed suited".split())
_HOW = words("presences.how")
_TOLD = verbs("presences.told")
#: Where they usually are, or once were, is not where they are said to be.
_USUALLY = frozenset("usually normally ordinarily formerly previously once originally customarily".split())


def counted_at(r: Reading, counted: Sequence[Draft]) -> list[str]:
    """Where those are who are counted within what a presence is said of."""
    spans = [r.subject, r.object, *[(s, e) for p, s, e in r.phrases if p in {"of", "by", "with"}]]
    toks = r.view.toks
    return [
        place_key(d.main_place)
        for d in counted
        if any(s < e and toks[s].start <= d.trigger_start < toks[e - 1].end for s, e in spans)
    ]


def is_counted(r: Reading, counted: Sequence[Draft]) -> bool:
    """A count says how many of those there are of whom the presence is said, and it is said of nobody else."""
    heads = [r.view.toks[h].start for h in (r.subject_head, r.object_head) if h is not None]
    is_told = any(d.trigger_start <= h < d.trigger_end for d in counted for h in heads)
    return is_told and not (r.code in {"have_troops", "maintain"} and is_kept_beside(r))


def says_as_much(count: Draft, presence: Draft) -> bool:
    """ "The contingent in X is 90 strong": how many they are says that they are there."""
    same = count.actors == presence.actors
    if not same or count.main_place is None or presence.main_place is None:
        return False
    wide = presence.main_place.place
    around = wide.kind_code == "country" and wide.country_code == count.main_place.place.country_code
    if not around and place_key(count.main_place) != place_key(presence.main_place):
        return False
    return count.date_start in {None, presence.date_start}


def is_presupposed(r: Reading) -> bool:
    """Only spoken of beside something else: "the barracks where the troops are to live", "if it had kept jets there",
    "the ship usually assigned to the islands"."""
    v, tree = r.view, r.view.tree
    if in_question(tree, r.first):
        return True  # "would not say whether soldiers are there"
    if r.trigger.kind != "verb":
        return any(tree.keys[c] == "if" for c in tree.of(tree.clause(r.last), "mark"))
    label = tree.labels[r.first]
    if any(tree.keys[c] in {"wherever", "whenever", "whichever"} for c in tree.of(r.first, "advmod")):
        return True
    said = [*tree.of(r.first, "acomp"), *tree.of(r.first, "advmod")]
    if r.code == "are_at" and {tree.keys[c] for c in said} & _HOW:
        return True  # "all is not well in X"
    if label == "pcomp" and tree.keys[tree.heads[r.first]] == "after":
        return True  # "were welcomed home after serving in X"
    if _is_let(r) or _only_tells_apart(r) or _is_manner(r):
        return True
    if label == "xcomp" and tree.tags[r.first] == "VB" and v.key(tree.heads[r.first]) in _MEANT:
        return True  # "bases designed to accommodate the troops"
    asked = any(tree.keys[c] in {"why", "how"} for c in tree.of(r.first, "advmod"))
    above = v.key(tree.heads[r.first])
    asked_when = label == "ccomp" or label == "advcl" and above in _TOLD and r.first < tree.heads[r.first]
    asked_when = asked_when and any(tree.keys[c] == "when" for c in tree.of(r.first, "advmod"))
    if r.status == "denied" and label == "xcomp" and above in {"asked", "invited", "begged"}:
        return True  # "were not asked to stay"
    if asked and label in {"ccomp", "advcl", "pcomp"} or asked_when:
        return True  # "asked why the soldiers were there", "when they will be there he did not say"
    if r.code == "there_are" and {tree.keys[c] for c in tree.of(r.first, "aux")} & {"should", "must", "shall"}:
        return True  # "there should be no forces in the zone"
    if r.trigger.kind == "verb" and label == "pcomp" and _is_accusation(r):
        return True  # "to accuse it of having soldiers there"
    if r.passive and r.trigger.lemma in _LODGING and any(tree.tags[c] == "MD" for c in tree.of(r.first, "aux")):
        return True  # "the airfield could be used by both"
    if label in {"acl", "relcl"} and v.words_in(r.first - 2, r.last + 1) & _USUALLY:
        return True
    if label == "relcl" and _only_tells_which(r):
        return True
    used = tree.heads[r.first]
    if label == "xcomp" and v.key(used) == "used" and tree.labels[used] in {"relcl", "advcl"}:
        return True  # "where they used to be stationed"
    if r.status not in {"planned", "considered"}:
        return False
    if label == "relcl" or r.code == "hold" and label in {"acl", "pcomp"}:
        return True  # "in hopes of securing the region", "the battle to secure it"
    clause = r.first
    for _ in range(3):
        if any(tree.keys[c] in {"if", "unless", "where"} for c in tree.of(clause, "mark", "advmod")):
            return True
        clause = tree.clause(tree.heads[clause])
    return False


def _is_manner(r: Reading) -> bool:
    """ "Deployed across the south, securing villages": what they went there for."""
    tree = r.view.tree
    if tree.labels[r.first] != "advcl" or tree.tags[r.first] != "VBG" or r.first < tree.heads[r.first]:
        return False
    return r.view.key(tree.heads[r.first]) in {"deployed", "deploy", "deploying", "spread", "entered", "fanned"}


def _is_let(r: Reading) -> bool:
    """ "allowed the navy to use the port", "a treaty that lets it keep the base": what a deal provides; but "will let
    the fleet stay in X until 2042"."""
    tree = r.view.tree
    verb = tree.first_conjunct(r.first)
    if r.code == "remain" and tree.keys[r.first] in {"stay", "remain"} and _until_when(r):
        return False
    return tree.labels[verb] in {"ccomp", "xcomp"} and tree.keys[tree.heads[verb]] in _LETTING


def _only_tells_apart(r: Reading) -> bool:
    """ "the company that manned the camp left", "half of the area they held": a clause or participle without a comma
    says which ones are meant; but "it is the army that holds the town", "there are men who guard it", "X, a town that
    it holds"."""
    tree = r.view.tree
    participle = tree.labels[r.first] == "acl" and tree.tags[r.first] in {"VBN", "VBG"}
    if participle and tree.of(r.first, "aux", "auxpass"):
        return False  # "has led to the company being stationed at the mine"
    if tree.labels[r.first] != "relcl" and not participle:
        return False
    above = tree.heads[r.first]
    if participle and tree.labels[above] == "dobj" and tree.keys[tree.heads[above]] in _HAVE:
        return False  # "has soldiers stationed in X"
    noun, start = tree.heads[r.first], tree.span(r.first)[0]
    led = {tree.keys[k] for k in range(start, r.first)} & {"where", "whose"} or tree.labels[start] == "prep"
    if any(q.number <= noun <= q.last for q in r.view.quantities):
        return False  # "112 soldiers who wait at the port": so many are there
    if any(at > r.last and tree.clause(at) == r.first and tree.keys[at] != "now" for at, _ in r.view.timed):
        return False  # "the troops that have been garrisoned there since May"
    comma = max((k for k in range(noun) if tree.keys[k] == ","), default=noun)
    if {"them", "whom", "mainly", "mostly", "chiefly", "largely"} & set(tree.keys[comma + 1 : min(noun, comma + 4)]):
        return False  # "900 men, most of them engineers who are based in X"
    above = tree.heads[noun]
    said = tree.labels[noun] == "attr" and any(tree.keys[c] in {"it", "there"} for c in tree.children[above])
    new = {tree.keys[c] for c in tree.of(noun, "det")} & {"a", "an"} and tree.subject(r.first) != noun
    return not led and not said and not new and start > noun and tree.keys[start - 1] != ","


def _until_when(r: Reading) -> bool:
    """ "To stay until 2042", "for another eighteen months"."""
    spans = {r.view.key(k) for p, s, e in r.phrases if p == "for" for k in range(s, e)}
    return bool(spans & _SPANS) or any(p in {"until", "till"} for p, _, _ in r.phrases)


_SPANS = frozenset("days weeks months years month year week".split())


_HAVE = frozenset("has have had having keeps keep kept keeping maintains maintain maintained maintaining".split())
_LETTING = verbs("presences.letting")


_LODGING = frozenset({"use", "host", "house", "accommodate", "shelter"})
_ACCUSING = frozenset("accuse accuses accused accusing suspect suspects suspected".split())


def _is_accusation(r: Reading) -> bool:
    tree = r.view.tree
    return any(r.view.key(k) in _ACCUSING for k in list(tree.ancestors(r.first))[:3])


def _only_tells_which(r: Reading) -> bool:
    """ "The company that manned the post left", "half of the area they held": a clause without a comma says which are
    meant, and what is over; "where they still stood" tells it."""
    v, tree = r.view, r.view.tree
    noun = tree.heads[r.first]
    start = tree.span(r.first)[0]
    is_past = tree.tags[r.first] == "VBD" or any(v.key(c) == "had" for c in tree.of(r.first, "aux"))
    is_past = is_past or any(v.key(c) in {"was", "were"} for c in tree.of(r.first, "auxpass"))
    if not is_past or noun > r.first or "," in {t.text for t in v.toks[noun : r.first]} or v.key(start) == "when":
        return False
    return not v.words_in(start, tree.span(r.first)[1]) & {"since", "still", "until", "for", "where"}


def _is_home(d: Draft) -> bool:
    return d.main_place is not None and d.main_place.place.country_code in d.actors


def _is_country(d: Draft) -> bool:
    return d.main_place is not None and d.main_place.place.kind_code == "country"


def is_nowhere(r: Reading, made: Sequence[Draft]) -> bool:
    """ "Sites used by guards", "talk of a garrison": no place is named or meant; ground that is held is some place."""
    if r.trigger.lemma.startswith(IS_BACK) and made and all(_is_home(d) for d in made):
        return True  # "are back in Brisbane": they have come home
    if r.trigger.kind == "noun" and made and all(_is_home(d) and _is_country(d) for d in made):
        return True  # "Russia's garrisons beyond its borders"
    held = r.code in {"hold", "station"} and r.trigger.lemma != "share" and not _is_house(r)
    return bool(made) and not held and all(d.main_place is None for d in made)


def _is_house(r: Reading) -> bool:
    """ "Are guarding State House": a building is no ground that somebody has."""
    thing = r.subject_head if r.passive else r.object_head
    return thing is not None and r.view.has_class(thing, thing + 1, "houses")


def own_count(r: Reading) -> Quantity | None:
    """The count of those who are there: of a passive's or a state's subject."""
    head, tree = r.subject_head, r.view.tree
    if tree.labels[r.first] == "conj" and tree.is_verb(tree.heads[r.first]) and not tree.of(r.first, "nsubj"):
        return None  # "100 instructors arrived in April and were living there by May": counted as they came
    if head is None or r.trigger.kind != "verb" or r.object_head is not None and not r.passive:
        return None
    return next((q for q in r.view.quantities if q.unit in COUNTED and q.number <= head <= q.last), None)


def craft_count(r: Reading) -> Quantity | None:
    """How many ships, aircraft or vehicles patrol: of those who do, or of what "a patrol of" names."""
    tree = r.view.tree
    doer: int | None = r.subject_head
    if r.trigger.kind == "noun":
        of = next(iter(tree.under(r.last, {"of"})), None)
        doer = tree.subject(tree.clause(r.last)) if of is None and tree.labels[r.last] == "dobj" else of
    elif r.passive:
        doer = tree.agent(r.first)
    craft = [q for q in r.view.quantities if q.unit in CRAFT]
    return next((q for q in craft if doer is not None and q.number <= doer <= q.last), None)


#: Units of what sails, flies or drives.
CRAFT = frozenset({"ships", "aircraft", "vehicles"})


def is_of_movers(r: Reading, taken: Collection[int]) -> bool:
    """ "The withdrawal of 1,500 troops based in X": they are counted as they leave."""
    tree = r.view.tree
    noun = tree.heads[r.first]
    counted = any(q.number in taken and q.number <= noun <= q.last for q in r.view.quantities)
    return r.trigger.kind == "verb" and tree.labels[r.first] == "acl" and counted


def is_over(r: Reading) -> bool:
    """ "is no longer active in X", "has not been there since May": the words of the verb itself deny it."""
    words = [r.view.key(k) for k in range(r.first, r.last + 3)]
    return any(a == "no" and b == "longer" for a, b in pairwise(words))


def presumes(act: Reading, r: Reading) -> bool:
    """A presence is only named in what a verb acts upon, or in who acts: "the presence in X shrank", "cut the troops
    that it keeps in X"."""
    if act.trigger.kind != "verb":
        return act.type_code in MOVES and _is_of_what_moves(act, r)
    if r.trigger.kind == "noun":
        return any(s <= r.first < e for s, e in (act.subject, act.object))
    tree = r.view.tree
    if tree.labels[r.first] not in {"relcl", "acl"}:
        return False
    noun = tree.heads[r.first]  # "the last of the bombers stationed there left"
    if _still_holds(r, act.status in UNDONE):
        return False  # "the force, which has been in X since July, is to leave"
    if act.type_code.startswith("base_") and any(s <= noun < e for s, e in (act.subject, act.object)):
        return True  # "ten of the 28 camps that it still runs will be closed"
    if act.type_code == "strength_change" and act.object[0] <= noun < act.object[1]:
        return True
    if act.type_code in MOVES and act.object_head is not None and noun in set(head_nouns(act.view, act.object_head)):
        return True  # "recalled the last of its forces based in X"
    if noun == act.object_head:
        return True
    named = r.object_head is not None and any(p.first <= r.object_head <= p.last for p in r.view.spotted.places)
    holds = named or r.code == "lead_troops"  # "X, which leads the battle group in Y, sends more"
    return (
        act.type_code in MOVES and act.subject[0] <= noun < act.subject[1] and not holds
    )  # "X, which holds Y, took Z"


def _still_holds(r: Reading, is_to_go: bool) -> bool:
    """Behind a comma, and of a time that reaches to the present; a participle, where those are yet to go."""
    tree = r.view.tree
    start = tree.span(r.first)[0]
    if start < 1 or tree.keys[start - 1] != ",":
        return False
    is_held = bool({tree.keys[c] for c in tree.of(r.first, "aux")} & {"has", "have"})
    is_held = is_held or is_to_go and tree.labels[r.first] == "acl" and tree.tags[r.first] == "VBN"
    return is_held and any(t.lead == "since" and tree.clause(k) == r.first for k, t in r.view.timed)


def _is_of_what_moves(act: Reading, r: Reading) -> bool:
    """ "The pullout of its troops deployed in X": a participle tells where those are who leave."""
    tree = r.view.tree
    if r.trigger.kind != "verb" or tree.labels[r.first] not in {"acl", "relcl"}:
        return False
    return any(p == "of" and s <= tree.heads[r.first] < e for p, s, e in act.phrases)


def prolonged(drafts: list[Draft]) -> list[Draft]:
    """Drafts of troops that stay where they are, as what they tell: that their stay goes on."""
    for d in drafts:
        if d.rule == "stay_on" and d.type_code == "presence":
            d.type_code = "mission_continuation"
    return drafts
