"""Who is where: a force with a place, a presence that has an owner, a level that is said in numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..geography.capitals import capital_at
from ..geography.itself import itself
from ..geography.placed import LOCATIVE
from ..language.classes import nouns, words
from ..quantity.changes import changed
from ..quantity.wholes import is_share
from ..reading import Reading, noun_spans
from .forces import is_number_of_troops, military_site
from .locative import is_laid_up, is_officer, is_one_man, lies, near_place, says_where, stands
from .movers import head_nouns, kind, place_at
from .owners import subject_force
from .sitenouns import site_meant
from .staying import for_time, is_kept_beside
from .things import is_thing
from .uncounted import is_toll, uncounted


def _level(r: Reading) -> bool:
    """A number of personnel, ships … says how the level changes; or it changes by an untold number."""
    if is_toll(r):
        return False
    parts = changed(r.view, r)
    if parts:
        r.quantity_index = r.view.quantities.index(parts[0][1])
    return bool(parts) or uncounted(r)


def _complement(r: Reading) -> bool:
    v = r.view
    spans = [r.object, *[(s, e) for p, s, e in r.phrases[:2] if p in {"of", "by"}]]
    forces = [f for s in [*spans, r.subject] for f in v.forces_in(*s)]
    if v.is_military and any(f.codes and f.last == r.first - 1 for f in v.spotted.forces):
        return True
    if (
        v.is_military
        and any(f.codes and not f.is_weak for f in forces)
        and v.words_in(max(0, r.first - 2), r.first)
        & {"considerable", "permanent", "its", "their", "military", "large", "strong", "continued", "the", "a"}
        and v.key(r.first) in {"presence", "garrison", "foothold"}
    ):
        return True
    return any(f.codes or f.form == "own" or f.is_military for f in forces) and (
        any(
            v.words_in(*s) & {"military", "troop", "troops", "army", "naval", "armed", "force", "forces"} for s in spans
        )
        or any(f.is_military or f.form in {"group"} for f in forces)
    )


def _object_place(r: Reading) -> bool:
    if _for_purpose(r):
        return False  # "flew in marines to secure the airport": what for
    held = r.view.tree.subject(r.first) if r.passive else r.object_head
    if held is not None and r.trigger.kind == "verb":
        of = r.view.tree.under(held)
        if any(itself(r.view, n) is not None for n in (held, *of)):
            return True  # "held it for two years", "hold most of it"
        if any(capital_at(r.view, n) is not None for n in (held, *of)):
            return True  # "is held by Chad", of a capital
    return any(p.form in {"place", "bare"} for s in noun_spans(r) for p in r.view.places_in(*s))


def _for_purpose(r: Reading) -> bool:
    """ "… to hold the town": an infinitive that only says what something is done for."""
    tree = r.view.tree
    return (
        tree.labels[r.first] == "advcl"
        and tree.tags[r.first] == "VB"
        and any(r.view.key(c) == "to" for c in tree.of(r.first, "aux"))
    )


def _place_or_site(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    held = v.tree.subject(r.first) if r.passive else r.object_head
    if _for_purpose(r) or held is not None and (kind(v, held) == "civil" or v.key(held) in _ABSTRACT):
        return False  # "holds hostages in the forest", "secures peace in the region"
    near = any(p.first > r.last and p.form == "place" and v.cost(r.last, p.first) < 1.0 for p in v.spotted.places)
    if near and not (held is not None and is_thing(v, held)):
        return True
    words = set().union(*(v.words_in(*s) for s in spans))
    if held is not None and v.tree.labels[r.first] == "relcl" and v.key(r.first - 1) in {"still", "now"}:
        above = v.tree.heads[r.first]  # "the capital, which they still hold"
        words |= {v.key(above)} | ({"city"} if any(p.first <= above <= p.last for p in v.spotted.places) else set())
    return (
        _object_place(r)
        or any(v.has_class(*s, "sites") for s in spans)
        and military_site(r, spans)
        or bool(words & _GROUND)
        or held is not None
        and v.has_class(held, held + 1, "buildings")
        and _is_held_by_force(r)
    )


def _is_held_by_force(r: Reading) -> bool:
    """Soldiers, not a state: "controls the gas market" is said of trade."""
    doer = r.view.tree.agent(r.first) if r.passive else r.view.tree.subject(r.first)
    return doer is not None and any(kind(r.view, n) in {"force", "them"} for n in head_nouns(r.view, doer))


_ABSTRACT = nouns("abstract")
_GROUND = nouns("ground_held")


_MATTERS = words("standing.matters")


def _site_or_presence(r: Reading) -> bool:
    v, spans = r.view, noun_spans(r)
    words = set().union(*(v.words_in(*s) for s in spans))
    if r.object_head is not None and v.key(r.object_head) in _MATTERS | {"position"}:
        return False  # "raised the question of closing the base", "the party strengthened its position"
    return (
        bool(words & {"presence", "footprint", "garrison", "foothold"})
        or r.code == "increase_presence"
        and is_number_of_troops(r)
        or r.code == "increase_presence"
        and any(p.is_site for s in spans for p in v.places_in(*s))
        or "contingent" in words
        and not any(v.key(q.first - 1) in {"by", "to", "from"} for q in v.quantities)
        or any(v.has_class(*s, "sites") for s in spans)
        and military_site(r, spans)
        or r.code == "maintain"
        and r.object_head is not None
        and v.key(r.object_head) in {"one", "another"}
        and site_meant(v, r.object_head)
    )


def _located(r: Reading) -> bool:
    """The clause says where: a locative phrase of the verb, "there", or "where" before it."""
    tree = r.view.tree
    if is_one_man(r) or r.code == "stay_at" and r.object_head is not None:
        return False  # "has been fighting the rebels in the hills"
    if r.trigger.lemma in {"sleep", "eat and sleep"} and not any(r.view.places_in(s, e) for _, s, e in r.phrases):
        return False  # "sleep in concrete bunkers"
    if r.trigger.lemma == "watch" and not any(place_at(r.view, r.view.tree.top(s, e)) for _, s, e in r.phrases):
        return False  # "watches over the embargo on X"
    if r.code == "seen_at" and any(p == "during" for p, _, _ in r.phrases):
        return False  # the caption of a picture
    if any(tree.keys[c] == "where" for c in tree.children[r.first]):
        return True
    if r.code == "remain" and for_time(r):
        return True
    if r.code == "expected_at" and any(
        q.is_more and q.first <= (r.subject_head or -1) <= q.last for q in r.view.quantities
    ):
        return True  # "another 200 soldiers are expected in May"
    return stands(r.view, r.first) or any(
        p in LOCATIVE and (r.view.places_in(s, e) or itself(r.view, s) is not None) for p, s, e in r.phrases[:3]
    )


def _adjacent_place(r: Reading) -> bool:
    """ "are in Syria", "have been at the base since": where the subject is, said by the verb's own phrase."""
    tree = r.view.tree
    if is_one_man(r) or is_laid_up(r):
        return False
    if r.code == "are_at" and any(c > r.last and tree.tags[c] != "VB" for c in tree.of(r.first, "ccomp")):
        return False  # "what worries the army is that they are on the hill"
    if r.code == "are_at" and r.phrases and r.phrases[0][0] == "from":
        return False  # "the troops in X are from Y": whence they come
    there = tree.of(r.first, "attr") if r.code == "are_at" and tree.of(r.first, "expl") else []
    if any(kind(r.view, n) not in {"force", "soft", "them"} for n in there):
        return False  # "there have been breaches along the line": what there is follows
    goes_on = any(
        tree.tags[c] == "VB" and (tree.labels[c] != "advcl" or any(tree.keys[x] == "to" for x in tree.of(c, "aux")))
        for c in tree.of(r.first, "xcomp", "ccomp", "advcl")
    )
    return stands(r.view, r.first) and not goes_on and not is_officer(r)


def _subject_troops(r: Reading) -> bool:
    """The subject is troops, a unit or a force, or a part of them, or a pronoun for them; not one who only belongs to
    them."""
    tree, v = r.view.tree, r.view
    head = tree.subject(r.first)
    if head is None:
        return False
    if tree.tags[head] == "NNP" and v.words_in(tree.span(head)[0], head) & _RANKS:
        return False  # "General Pinheiro, the force commander, was there"
    all_do = r.trigger.words[0][:4] in _ALL_DO
    if v.key(r.first) == "found" and not {tree.keys[c] for c in tree.of(r.first, "aux")} & {"can", "to", "could"}:
        return False  # "soldiers were found in the well"
    if tree.keys[head] in {"which", "that"} and _is_ground(r):
        return False
    if tree.keys[head] == "who" and tree.tags[r.first] == "VBZ":
        return False  # one man, not those for whom he speaks
    if r.trigger.lemma == "lie" and not lies(r, subjects(r, head)):
        return False
    at_site = any(v.has_class(s, e, "sites") or any(p.is_site for p in v.places_in(s, e)) for _, s, e in r.phrases)
    if tree.keys[head] in {"they", "who", "which", "them"}:
        return v.is_military and (not all_do or at_site and not v.is_of_civilians)
    kinds = {kind(v, n) for n in subjects(r, head)}
    if "force" in kinds or v.key(head) in v.vocabulary.classes["movers"] and "civil" not in kinds:
        return True
    if not v.is_military or "civil" in kinds:
        return False
    people = any(f.noun == "people" and f.first <= head <= f.last for f in v.spotted.forces)
    return "soft" in kinds and not all_do or people and at_site or is_share(v, head) and not v.is_of_civilians


def _is_ground(r: Reading) -> bool:
    """ "The base, which lies on the border": what a relative clause describes is a place, no troops."""
    tree, v = r.view.tree, r.view
    if tree.labels[r.first] != "relcl":
        return False
    noun = tree.heads[r.first]
    return v.has_class(noun, noun + 1, "sites") or any(p.first <= noun <= p.last for p in v.spotted.places)


def subjects(r: Reading, head: int) -> Iterator[int]:
    """The nouns of a subject; of a relative clause also those that its noun describes: "soldiers from the barracks who
    are serving there", "the unit led by Spain, which has served here"."""
    tree = r.view.tree
    yield from head_nouns(r.view, head)
    if tree.labels[r.first] != "relcl":
        return
    for above in tree.ancestors(head):
        if tree.is_predicate(above) and tree.labels[above] not in {"acl", "relcl"}:
            return
        if tree.tags[above][:2] == "NN":
            if tree.tags[r.first] == "VBZ" and tree.tags[above] in {"NNS", "NNPS"}:
                continue  # "a spokesman for the rebels who lives abroad"
            yield from head_nouns(r.view, above)


_RANKS = words("rank") | {"minister", "president"}
#: What all people do: a pronoun before these may be anybody.
_ALL_DO = frozenset({"work", "live", "wait", "sit", "sat", "sits"})


def object_located(r: Reading) -> bool:
    """ "pictures show tanks on the heights": the object is seen to be somewhere."""
    tree, noun = r.view.tree, r.view.tree.object(r.first)
    if r.passive or noun is None:
        return False
    own = any(tree.keys[c] in LOCATIVE and says_where(r.view, c) for at in (noun, r.first) for c in tree.of(at, "prep"))
    return own or any(stands(r.view, c) for c in tree.of(noun, "acl"))


def _uncounted(r: Reading) -> bool:
    if "how" in r.view.words_in(*r.object):
        return False  # "how many soldiers it has"
    counted = any(
        q.unit == "personnel" and r.view.cost(r.last, q.number) < 1.5 and q.number > r.last for q in r.view.quantities
    )
    return not counted or r.code == "have_troops" and is_kept_beside(r)


_LANDS = frozenset("colony colonies neighbour neighbor territory soil protectorate island islands".split())


def _place_after(r: Reading) -> bool:
    v, tree = r.view, r.view.tree
    if any(
        p in LOCATIVE | {"including"} and (v.places_in(s, e) or v.key(s) == "the" or v.words_in(s, e) & _LANDS)
        for p, s, e in r.phrases[:3]
    ):
        return True
    held = (
        tree.of(r.object_head, "relcl") if r.object_head is not None and r.trigger.lemma in {"keep", "retain"} else ()
    )
    return any(v.key(k) in _HAVE and stands(v, k) for k in held)  # "will keep the troops that it has in X"


def _existential(r: Reading) -> bool:
    head = r.object_head
    fire = head is not None and r.view.key(head) in {"fire", "attack", "attacks", "strikes", "fighting", "clashes"}
    return not fire and "there" in r.view.words_in(r.first - 3, r.first)


_HAVE = frozenset({"has", "have", "had", "keeps", "keep"})


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "level": _level,
    "complement:force": _complement,
    "subject:force": subject_force,
    "object:place": _object_place,
    "object:place_or_site": _place_or_site,
    "object:presence_or_site": _site_or_presence,
    "object:site_or_presence": _site_or_presence,
    "place": near_place,
    "located": _located,
    "adjacent_place": _adjacent_place,
    "object_located": object_located,
    "subject:troops": _subject_troops,
    "passive": lambda r: r.passive,
    "uncounted": _uncounted,
    "place_after": _place_after,
    "place_or_there": lambda r: _place_after(r) or "country" in r.view.words_in(r.last, len(r.view.toks)),
    "existential": _existential,
    "participle": lambda r: r.trigger.form in {"past", "pp"},
}
