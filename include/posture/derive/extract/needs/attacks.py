"""Who strikes, raids, seizes or fights, and whom: the roles decide whether it is an act of arms, and of which type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..clauses import View
from ..facts.acts import Act, is_modifier, phrase_heads, roles, words_of
from ..forces.targets import ARMED, forces_of, leading, who
from ..language.classes import nouns, verbs, words
from ..language.verbgroup import mood
from ..reading import Reading
from .hurt import decided, is_one_of_own, means, on_foot
from .merchants import hits_own
from .ofmen import counted_own
from .razing import clears_away, is_burnt
from .unnamed import (
    PLACING,
    SORTIES,
    STRIKES,
    by_mishap,
    by_strikes,
    comes_under,
    damage,
    goes_on_at,
    is_fought_off,
    is_planted,
    is_sniped,
    is_told,
    struck_before,
)


def told_by(r: Reading) -> str:
    """The word that tells of the act."""
    return r.view.key(r.last if r.trigger.kind == "noun" else r.first)


def placed(r: Reading) -> bool:
    """A place hangs on the act, or on the verb of which it is the object."""
    v, tree = r.view, r.view.tree
    hosts = {r.last}
    if r.trigger.kind == "noun" and tree.labels[r.last] in {"dobj", "nsubjpass"}:
        hosts.add(tree.heads[r.last])
    return any(p in PLACING and v.places_in(*tree.span(at)) for h in hosts for p, at in phrase_heads(v, h))


_WHEN = frozenset({"after", "before", "since", "despite", "following"})


def _fires(r: Reading) -> bool:
    """Hitting from the air or from afar; a standing force hit by others than a state is attacked."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind == "verb" and r.trigger.form == "s" and tree.of(r.first, "amod", "det", "nummod", "compound"):
        return False  # "unexploded shells"
    if r.trigger.kind == "noun" and v.key(r.last) in {"gunfire", "fusillade"} and not roles(r).agents:
        return False  # "heard gunfire"
    if tree.labels[r.first] == "pcomp" and not tree.of(r.first, "dobj") and v.key(tree.heads[r.first]) in _WHEN:
        return False  # "left the town after shelling"
    return not is_modifier(r) and hit_from_afar(r, roles(r)) and not is_planted(r)


def _is_rehearsed(r: Reading) -> bool:
    """ "simulated strikes": they hit nothing."""
    own = r.view.tree.of(r.last, "amod", "compound") if r.trigger.kind == "noun" else ()
    return any(r.view.key(c) in _REHEARSED for c in own)


def hit_from_afar(r: Reading, act: Act) -> bool:
    """Somebody is hit from the air or from afar: a strike, or an attack on a standing force."""
    v = r.view
    aimed = [t for t in act.targets if v.key(t) not in nouns("post") | _SCHOOLS]
    if _is_rehearsed(r) or any(v.key(c) in _MOCK for t in aimed for c in v.tree.children[t]):
        return False  # for practice
    if words_of(v, act.tools) & _HARMLESS:
        return False
    agent, victim = who(v, act.agents), leading(v, act.targets)
    is_hit = hits_own(v, act)
    attacked = is_hit and (agent != "state" or counted_own(r))
    r.type_code = "attack_on_force" if attacked and not is_of_foes(r, act) else "strike"
    if act.agents and agent not in ARMED and not (r.code == "launch" and v.is_military and act.targets):
        return False
    if r.trigger.kind == "noun" and not (act.agents or act.targets or placed(r)):
        return False
    if not act.agents and not act.targets and not v.is_military:
        return False
    return agent in ARMED or victim in {"state", "group", "post", "place"} or is_hit or v.is_military


def is_of_foes(r: Reading, act: Act, *, moving: bool = False) -> bool:
    """A base of one of two states at war is hit, nobody says by whom: the other one's strike."""
    v = r.view
    if act.agents or not v.foes or counted_own(r):
        return False
    codes = {c for t in act.targets for f in forces_of(v, t) for c in f.codes}
    return codes <= v.foes and (moving or _are_fixed(v, act))


def _are_fixed(v: View, act: Act) -> bool:
    return all(v.key(t) in nouns("fixed") for t in act.targets)


def _attack(r: Reading) -> bool:
    """Attacking, hitting, striking: who does it with what decides the type."""
    if is_modifier(r) or _is_rehearsed(r) or clears_away(r):
        return False
    if (strikers := struck_before(r, roles(r))) is not None:
        r.act, r.type_code = replace(roles(r), agents=strikers), "strike"
        return True
    return not _is_bonfire(r) and _attacked(r) and not is_planted(r)


def _is_bonfire(r: Reading) -> bool:
    """ "Burned the files", "set fire to a school": no force's things, or burnt by nobody armed."""
    act = roles(r)
    if r.trigger.lemma not in _BURNS:
        return False
    return who(r.view, act.agents) not in ARMED or not any(is_one_of_own(r.view, t) for t in act.targets)


def _attacked(r: Reading) -> bool:
    v, act = r.view, roles(r)
    is_noun, word = r.trigger.kind == "noun", told_by(r)
    if is_noun and v.words_in(0, len(v.toks)) & nouns("labour"):
        return False
    agent, victim = who(v, act.agents), leading(v, act.targets)
    own = hits_own(v, act) or is_sniped(r, act)
    fires = (
        means(r, act) == "fires" or r.trigger.lemma.startswith("fly") or is_noun and word in _FIRE and bool(act.targets)
    )
    if is_noun and word in STRIKES and not act.agents and v.is_at_war and is_told(r, act):
        fires = True
    if is_noun and _is_nobodys(r, act, word, victim):
        return False
    if is_noun and word not in _ATTACKS and not (fires or own or word == "fire" and act.targets):
        return False
    if own and (by_strikes(v, act) or (fires or r.passive) and is_of_foes(r, act)):
        r.type_code = "strike"
        return bool(act.tools) or v.is_at_war and not by_mishap(r)
    if own and not act.agents and not counted_own(r) and _is_the_act(r):
        r.type_code = "strike"  # "the strikes also hit an army base at X": by those who struck before
        return bool(v.spotted.places) and v.fired_before
    if not own and not act.agents and not v.spotted.places and v.fired_before and _is_the_act(r):
        return False  # "the strike destroyed two lorries"
    subject = v.tree.labels[r.last] == "nsubj"
    if own and is_noun and not act.agents and not v.spotted.places and v.tree.tags[r.last] == "NNS" and not subject:
        return False  # "35 of them fell in attacks"
    may = subject and v.tree.tags[r.last] == "NNS" and mood(v.tree, v.tree.clause(r.last)).modal == "considered"
    if may or any(v.key(t) in _VALUES for t in act.targets):
        return False  # "attacks on peacekeepers may be war crimes"
    if own and (agent != "state" or counted_own(r) and victim != "group" or comes_under(r)):
        r.type_code = "attack_on_force"
        if r.passive and word in _HARMED and not act.agents and not act.tools:
            return (v.is_at_war or counted_own(r)) and not by_mishap(r)  # "was damaged in a collision"
        shoots = word.startswith(("fir", "open", "shoot", "shot")) and bool(act.targets)
        return not act.agents or agent in ARMED or shoots or _is_by_men(r, act)  # "local men opened fire on the troops"
    if not own and not act.agents and v.is_at_war and is_told(r, act):
        r.type_code = "strike"
        return True
    if fires:
        return hit_from_afar(r, act)
    if word in _AT_STATES and victim == "state" and who(v, act.agents) in {"", "thing"} and _by_person(r):
        return v.is_military  # "he is ready to strike Iran"
    if is_noun and word in STRIKES and not act.agents and v.is_military and leading(v, act.targets) in SOMEWHERE:
        return r.view.tree.labels[r.last] in {"nsubj", "dobj", "nsubjpass", "ROOT"}  # "strikes on Syria began"
    if r.passive and not act.agents and v.is_military and victim == "thing" and words_of(v, act.targets) & _AIMS:
        r.type_code = "strike"  # "no civilian target was fired on"
        return True
    if agent not in ARMED or agent == "some" and not v.is_military:
        return False
    if is_noun and word in _ATTACKS and (goes_on_at(r, act) or is_fought_off(r)):
        r.type_code = "ground_operation" if agent == "group" or is_fought_off(r) or on_foot(v, act) else "strike"
        return True
    if word in verbs("hit"):
        r.type_code = "ground_operation" if is_burnt(r, act) else "strike"
        if not act.targets:
            return is_noun and bool(act.agents) or placed(r) and (is_noun or agent in {"state", "group"})
        built = any(v.words_in(*v.tree.span(t)) & nouns("built") for t in act.targets)
        return victim in {"state", "group", "post", "place"} or victim == "thing" and (agent != "some" or built)
    if any(v.key(t) in _AFLOAT for t in act.targets) and not own:
        r.type_code = "strike"  # "have been attacking merchant ships in the Red Sea"
        return bool(v.spotted.places)
    if not act.targets and not is_noun and agent in {"state", "group"} and v.is_at_war and placed_from(r):
        r.type_code = "ground_operation"  # "attacked from the Syrian side", "along the road"
        return True
    shoots = v.key(r.first).startswith(("fir", "shoot", "shot", "open"))
    in_war = v.is_at_war or shoots or r.trigger.lemma == "attack" and v.is_military and bool(v.spotted.places)
    if victim == "thing" and in_war and any(is_ground(v, t) for t in act.targets):
        r.type_code = "ground_operation" if not shoots and (on_foot(v, act) or agent == "group") else "strike"
        return True
    if victim not in {"state", "group", "post", "place"}:
        return False
    if victim == "state" and not own and not v.spotted.places:
        return False  # "China attacks the US over tariffs"
    at_sea = bool(words_of(v, act.targets) & _AFLOAT)
    ground = on_foot(v, act) or agent == "group" and not at_sea
    r.type_code = "ground_operation" if ground else "strike"
    return True


def _is_by_men(r: Reading, act: Act) -> bool:
    """ "Was attacked by some 30 people"."""
    tree = r.view.tree
    return r.passive and any(tree.keys[a] in {"people", "men", "persons"} and tree.of(a, "nummod") for a in act.agents)


def _is_nobodys(r: Reading, act: Act, word: str, victim: str) -> bool:
    """ "A Korean was killed by a bomb": whose, nobody says; "two militants died in retaliatory fire"."""
    v, tree = r.view, r.view.tree
    if not placed(r) and not counted_own(r) and _is_pointed(r):
        return True  # "no vessel was damaged in this attack"
    if v.key(tree.heads[r.last])[:5] == "claim" and not act.targets and not placed(r):
        return True  # "the group claimed the bomb": told elsewhere
    if word in _BOMBS and any(
        v.key(a) in _STORED for a in [tree.clause(r.last), *tree.of(tree.clause(r.last), "xcomp")]
    ):
        return True  # "where US nuclear bombs are believed to be stored"
    if word in _BURSTS and tree.labels[r.last] == "pobj" and v.key(tree.heads[tree.heads[r.last]]) in _KILLED:
        return True
    if word in _BURSTS and tree.labels[r.last] == "nsubj" and v.key(tree.heads[r.last]) in _KILLS:
        flown = any(v.key(c) in nouns("fires") | _SHOT for c in tree.of(r.last, "compound", "amod"))
        return not (flown or act.agents or counted_own(r) or hits_own(v, act))  # "a bomb in X killed four people"
    bare_fire = word in _FIRE and not _by_guns(r)
    if bare_fire and any(v.key(c) in {"a", "an"} for c in tree.of(r.last, "det")):
        return True  # "a fire destroyed the barracks"
    return bare_fire and (not act.agents and victim == "group" or victim == "civil")


def _is_pointed(r: Reading) -> bool:
    v, tree = r.view, r.view.tree
    words = {v.key(c) for c in tree.of(r.last, "det")}
    if words & {"this", "that", "these", "those"}:
        return True
    above = v.key(tree.heads[r.last])
    return "the" in words and tree.labels[r.last] == "dobj" and above in verbs("suffer") | verbs("blame")


def placed_from(r: Reading) -> bool:
    """A place or a stretch of ground from or along which an act without an object is done."""
    v = r.view
    return any(
        p in {"from", "along", "near", "at"} and v.places_in(*v.tree.span(at)) for p, at in phrase_heads(v, r.last)
    )


def is_ground(v: View, at: int) -> bool:
    """ "The island", "three villages", "that country": ground, pointed at or counted; "a village near X"."""
    if v.key(at) not in nouns("ground") | _LANDS:
        return False
    if any(v.key(c) in _POINTING for c in v.tree.of(at, "det")) or v.tree.of(at, "nummod"):
        return True
    verb = v.tree.clause(at)  # on which the parser may hang the phrase that says where the village lies
    return any(p in _LYING and v.places_in(*v.tree.span(n)) for p, n in phrase_heads(v, verb) if n > at)


_LANDS = words("attacks.lands")
_LYING = frozenset("near in around outside along of on by close".split())
_POINTING = frozenset("the that this these those".split())
#: What is attacked in words; what is hit from afar, whoever does it.
_VALUES, _AFLOAT = nouns("value"), nouns("afloat")


def _is_the_act(r: Reading) -> bool:
    """The subject is "the strike", "the attack"."""
    v, tree = r.view, r.view.tree
    subject = r.last if r.trigger.kind == "noun" else tree.subject(r.first)
    if subject is None or r.passive or tree.labels[subject] != "nsubj":
        return False
    return v.key(subject) in STRIKES | SORTIES and any(v.key(c) in _THE for c in tree.of(subject, "det"))


_THE = frozenset("the these those".split())


def _by_guns(r: Reading) -> bool:
    """ "Artillery fire"."""
    return bool(r.view.words_in(r.view.tree.span(r.last)[0], r.last) & nouns("fires"))


_AIMS = frozenset({"target", "targets"})
SOMEWHERE = frozenset({"state", "group", "post", "place"})
_BURSTS = frozenset("bomb bombs explosion explosions blast blasts".split())
_BOMBS = frozenset({"bomb", "bombs"})
_STORED = frozenset("stored kept stockpiled held stationed stocked delivered made produced built".split())
_KILLED = frozenset("killed wounded injured died hurt maimed".split())
_KILLS = _KILLED | frozenset("kills kill killing left leaves claimed wounds injures".split())
_FIRE = frozenset("fire gunfire".split())
_SHOT = frozenset("mortar glide guided cluster barrel aerial".split())
#: "Fired tear gas", "rubber bullets": to drive people away.
_HARMLESS = frozenset("tear rubber teargas flares fireworks".split())
#: What is shot at for practice.
_MOCK = frozenset("mock dummy practice training simulated floating decommissioned retired".split())
#: Strikes that hit nothing.
_REHEARSED = frozenset("mock simulated practice rehearsed staged virtual imaginary dummy notional".split())
_SCHOOLS = nouns("attacks.schools")
#: What is also done to houses, fields and waste.
_BURNS = frozenset({"burn", "torch", "burn ~ down", "set fire to", "set light to"})
_HARMED = frozenset("damaged destroyed sunk hit struck".split())
_AT_STATES = verbs("hit") - frozenset("hit hits hitting target targets targeted targeting".split())
_ATTACKS = frozenset("attack attacks strike strikes".split())


def _by_person(r: Reading) -> bool:
    """Who would do it is a leader: "he", a name."""
    tree, view = r.view.tree, r.view
    above = next((s for a in tree.ancestors(r.first) if (s := tree.subject(a)) is not None), None)
    return above is not None and (view.key(above) in {"he", "she"} or tree.tags[above] == "NNP")


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "fires": decided(_fires),
    "attack": decided(_attack),
    "damage": decided(damage),
}
