"""Two sides that fight each other; who hunts, engages or goes for another force, on the ground or from the air."""

from __future__ import annotations

from collections.abc import Callable

from ..facts.acts import Act, conjuncts, is_modifier, phrase_heads, roles, words_of
from ..forces.targets import ARMED, forces_of, is_state, leading, who
from ..language.classes import nouns, verbs, words
from ..language.grammar import AT_PLACES, SUBJECT
from ..language.verbgroup import mood
from ..reading import Reading
from .attacks import hit_from_afar
from .hurt import is_one_of_own, means
from .locative import near_place
from .supposed import is_supposed
from .unnamed import PLACING

_LOCKED = frozenset("locked engaged embroiled involved caught".split())


def _fighting(r: Reading) -> bool:
    """Two sides fight: both are named, by "between", "with" or as one subject."""
    if is_modifier(r) or r.trigger.kind == "verb" and is_supposed(r):
        return False  # "sent its troops to fight the rebels"
    v, act = r.view, roles(r)
    heads = list(act.agents) + [at for p, at in phrase_heads(v, r.last) if p in {"between", "with", "against", "and"}]
    if r.trigger.kind == "verb":
        heads += [at for p, at in phrase_heads(v, r.first) if p in {"with", "against"}]
        heads += act.targets
    else:
        above, subject = v.tree.clause(r.last), v.tree.subject(v.tree.clause(r.last))
        if v.key(above) in _LOCKED and v.tree.labels[r.last] == "pobj" and subject is not None:
            heads.append(subject)  # "the two armies were locked in combat over the pass"
    if "side" in v.words_in(r.last + 1, r.last + 2) and "by" in v.words_in(r.last + 2, r.last + 3):
        return False  # "fought side by side with the French"
    beside = [at for p, at in phrase_heads(v, r.first) if p == "alongside"]
    if beside and len(heads) < 2:  # "fought alongside the rebels": against whom, nobody says
        heads += beside
        if not any(p.place.kind_code != "country" for p in v.spotted.places):
            return False
    if r.trigger.kind == "noun" and _joins(r, act):
        return True
    if r.trigger.kind == "verb" and len([h for h in heads if any(f.codes for f in forces_of(v, h))]) < 2:
        heads += [c for h in act.agents for c in conjuncts(v.tree, h)]  # "soldiers and rebels fought"
    if v.key(r.first) in verbs("fight") and not any(p.place.kind_code != "country" for p in v.spotted.places):
        return False  # "fought the insurgents in Iraq": a war's summary
    others = [h for h in heads if v.key(h) == "those" and v.tree.of(h, "prep")]  # "soldiers of A and those of B"
    others += [h for h in heads if not forces_of(v, h) and who(v, (h,)) == "group"]  # "members of the rebel group"
    sides = {c for h in heads for f in forces_of(v, h) for c in f.codes}
    generic = {f.noun for h in heads for f in forces_of(v, h) if not f.codes}
    foes = tuple(h for h in heads if h not in act.agents)
    if r.trigger.kind == "verb" and who(v, act.agents) == "state" and foes and who(v, foes) == "group":
        r.act = Act(act.agents, foes, (), act.events)  # "marines clashed with the rebels": the marines' act
    else:
        r.act = Act(tuple(dict.fromkeys(heads)), (), (), act.events)
    if not heads and r.trigger.kind == "noun":
        return _breaks_out(r)
    return bool(sides or others and generic) and len(sides) + len(generic) + len(others) > 1


def _joins(r: Reading, act: Act) -> bool:
    """ "No German soldiers take part in the fighting", "joined the battle": a force's own act, whoever the enemy is."""
    v, tree = r.view, r.view.tree
    noun = tree.first_conjunct(r.last)
    verb = tree.clause(noun)
    inside = tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "in" and v.key(verb) in _TAKING_PART
    joined = tree.labels[noun] == "dobj" and v.key(verb) in {"join", "joined", "joins", "joining"}
    doer = tree.subject(verb)
    if not (inside or joined) or doer is None or not any(f.is_military for f in forces_of(v, doer)):
        return False
    r.act = Act((doer,), (), (), act.events)
    return True


_TAKING_PART = verbs("fights.taking_part")


def _breaks_out(r: Reading) -> bool:
    """ "Heavy fighting was reported in the town": of those of whom the text of war tells."""
    v, tree = r.view, r.view.tree
    verb = tree.clause(r.last)
    told = tree.labels[r.last] in {"nsubj", "nsubjpass"} and v.key(verb) in _ONGOING
    told = told or tree.labels[r.last] == "attr" and bool(tree.of(tree.heads[r.last], "expl"))
    if not told or not v.is_military or v.words_in(0, len(v.toks)) & _CIVIL:
        return False
    hung = [at for i in (r.last, verb) for p, at in phrase_heads(v, i) if p in PLACING]
    return any(p.place.kind_code != "country" for at in hung for p in v.places_in(*tree.span(at)))


_ONGOING = (
    verbs("begin") | verbs("go_on") | verbs("rage") | verbs("elapse") | {"reported", "recorded", "heard", "ongoing"}
)
_CIVIL = words("fights.civil")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "fighting": lambda r: (
        _fighting(r)
        and (near_place(r) or r.trigger.kind == "noun" and _joins(r, roles(r)))
        or encounter(r)
        or in_the_field(r)
        or _is_kept_out(r)
    ),
}


_COMES = words("fights.comes")


_SPOTS = AT_PLACES | {"for"}
#: "For an autonomous region": what those who fight want; no ground.
OF_THEIR_OWN = words("fights.causes")
_STREETS = words("fights.streets")


def in_the_field(r: Reading) -> bool:
    """ "Were fighting in the streets of X", "fought for the bridge at X on Monday": soldiers, whoever the enemy is."""
    v, tree = r.view, r.view.tree
    doer = tree.subject(r.first)
    if r.trigger.kind != "verb" or r.passive or doer is None or tree.object(r.first) is not None:
        return False
    if tree.labels[r.first] in {"relcl", "acl", "xcomp", "pcomp"} or v.key(doer) in _FORMER:
        return False
    if not any(f.is_military and f.codes for f in forces_of(v, doer)):
        return False
    hung = [at for p, at in phrase_heads(v, r.first) if p in _SPOTS]
    hung = [at for at in hung if not v.words_in(tree.span(at)[0], at) & OF_THEIR_OWN]
    if not any(p.place.kind_code not in {"country", "theatre"} for at in hung for p in v.places_in(*tree.span(at))):
        return False
    goes_on = tree.tags[r.first] == "VBG" and bool(tree.of(r.first, "aux"))
    dated = any(tree.clause(k) == r.first for k, _ in v.timed)
    if not (goes_on or dated or any(v.key(at) in _STREETS for _, at in phrase_heads(v, r.first))):
        return False
    r.act = Act((doer,), (), (), frozenset())
    return True


def _is_kept_out(r: Reading) -> bool:
    """ "Will not serve in a combat role", "have no combat role", "would not return to combat": a force of its own."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "noun" or v.key(r.last) not in _COMBAT:
        return False
    noun = tree.heads[r.last] if tree.labels[r.last] in {"compound", "amod", "nmod"} else r.last
    verb = tree.clause(noun)
    if noun != r.last and v.key(noun) not in {"role", "roles"} or verb == noun:
        return False
    prep = tree.heads[noun]
    inside = tree.labels[noun] == "pobj" and tree.keys[prep] in {"in", "into", "to", "for"} and tree.heads[prep] == verb
    had = noun != r.last and tree.labels[noun] == "dobj"
    doer = tree.subject(verb)
    if not (inside or had) or doer is None or inside and v.key(verb) in verbs("send_force") | verbs("fights.suffered"):
        return False  # "will not be sent into combat": they are not sent; "no soldier has died in combat": losses
    none = any(v.key(c) == "no" for c in (*tree.of(noun, "det"), *tree.of(doer, "det")))
    if not (none or mood(tree, verb).is_negative) or not any(f.is_military for f in forces_of(v, doer)):
        return False
    r.act, r.fixed_status = Act((doer,), (), (), frozenset()), "denied"
    return True


_COMBAT = frozenset({"combat", "battle"})
_FORMER = frozenset("veterans veteran volunteers volunteer who men".split())


def encounter(r: Reading) -> bool:
    """Soldiers of a state and men of a group meet in the sentence in which the fight is told, and at a place in it."""
    v, tree = r.view, r.view.tree
    verb = tree.clause(r.last)
    if r.trigger.kind != "noun" or tree.labels[r.last] not in SUBJECT or v.key(verb) not in _COMES:
        return False
    if not any(p.place.kind_code != "country" for p in v.spotted.places):
        return False
    parts = [i for i, label in enumerate(tree.labels) if label in {*SUBJECT, "dobj", "pobj"} and i != r.last]
    soldiers = [i for i in parts if any(f.codes and is_state(f) and f.is_military for f in forces_of(v, i))]
    foes = [i for i in parts if i not in soldiers and (who(v, (i,)) == "group" or v.key(i) in nouns("irregular"))]
    if not soldiers or not foes:
        return False
    r.act = Act((soldiers[0],), (foes[0],), (), frozenset())
    return True


def pursues(r: Reading) -> bool:
    """Soldiers hunt or engage another force somewhere; what flies strikes it."""
    v, act = r.view, roles(r)
    if r.trigger.lemma.startswith("go ") and leading(v, act.targets) in {"", "thing"}:
        return False  # "go for longer"
    if r.trigger.lemma.startswith("go ") and (means(r, act) == "fires" or words_of(v, act.agents) & nouns("aircraft")):
        return hit_from_afar(r, act)
    if r.trigger.lemma == "go for":
        return _attacked(r, act)
    if who(v, act.agents) not in ARMED or not any(f.is_military for a in act.agents for f in forces_of(v, a)):
        return False
    return leading(v, act.targets) in {"state", "group"} and any(p.first > r.last for p in v.spotted.places)


def _attacked(r: Reading, act: Act) -> bool:
    """ "Went for the army's base"."""
    if who(r.view, act.agents) not in ARMED or not any(is_one_of_own(r.view, t) for t in act.targets):
        return False
    r.type_code = "attack_on_force"
    return who(r.view, act.agents) != "state"
