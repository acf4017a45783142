"""Two readings of one sentence: one act, or two? A raid and its dead, an exercise and what is fired in it, an ambush
and the verb that tells of it are one each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..clauses import View
from ..families import FIGHTS, MOVES
from ..forces.targets import leading, who
from ..geography.placekinds import ANY_SITE, TOWNS
from ..language.grammar import SUBJECT
from ..language.syntax import Tree
from ..quantity.quantities import Quantity
from ..reading import Reading
from .acts import conjuncts, noun_at, phrase_heads
from .beneath import purposes
from .themes import themes


def covers(a: Reading, b: Reading) -> bool:
    """Two readings are of one act: b is the noun that a's verb is about ("two died in an ambush"), or names those who
    act or are hit in a ("a patrol was shelled")."""
    if a.act is None or b.act is None:
        return False
    if a.first <= b.first and b.last <= a.last:
        return True
    if b.code == "launch" and not b.act.agents and b.act.tools and a.code == "shot_down":
        return True  # "shot down the drones fired at the port"
    if b.code == "launch" and a.code == "shot_down" and a.view.tree.heads[b.first] in a.act.targets:
        a.act = replace(a.act, targets=(*a.act.targets, *b.act.agents))
        return True  # "shot down two drones launched by the rebels"
    if b.code == "launch" and a.view.tree.labels[b.first] == "acl" and a.view.tree.heads[b.first] in a.act.tools:
        return True  # "was attacked with bombs launched from a truck"
    if b.trigger.kind != "noun":
        return False
    if a.code == "casualty" and b.type_code == "ground_operation" and set(b.act.agents) & set(a.act.targets):
        return False  # "died in a raid on the rebels' camp": their side's raid and its dead
    if a.code == "casualty" and _is_same_breath(a, b):
        return True
    if a.type_code == b.type_code and a.trigger.kind == "verb" and _tells(a, b):
        return True
    hit = b.last in (*a.act.targets, *a.act.agents)  # "an assault on a patrol"
    return b.last in a.act.events or hit and (a.trigger.kind == "verb" or b.type_code == "patrol")


def _is_same_breath(a: Reading, b: Reading) -> bool:
    """ "Killed four soldiers and took two lorries in an ambush": the ambush is where both were done."""
    tree = a.view.tree
    verb = tree.clause(b.last)
    inside = tree.labels[b.last] == "pobj" and tree.keys[tree.heads[b.last]] in {"in", "during"}
    return inside and tree.labels[verb] == "conj" and tree.heads[verb] == a.first and not tree.of(verb, "nsubj")


def restates(a: Reading, b: Reading) -> bool:
    """A noun only sums up what the verb tells: "is flying men home, a shift that …", "has left the base, marking the
    first phase of a pullout", "in one of the largest deployments to X it sent two ships"."""
    if a.trigger.kind != "verb" or b.trigger.kind != "noun" or not {a.type_code, b.type_code} <= MOVES:
        return False
    tree = a.view.tree
    noun = b.last
    while tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "of":
        noun = tree.heads[tree.heads[noun]]  # "the first phase of", "one of"
    if a.first not in tree.ancestors(noun):
        return False
    head = tree.heads[noun]
    if tree.labels[noun] == "appos":
        return any(tree.keys[c] in {"a", "the", "its", "their"} for c in tree.of(noun, "det", "poss"))
    if tree.labels[noun] == "dobj" and tree.tags[head] == "VBG" and tree.heads[head] == a.first:
        return tree.keys[head] in _SUMMING
    links = {"in", "for"} if a.code == "alert" else {"in"}  # "on alert for a deployment to X"
    return tree.labels[noun] == "pobj" and tree.keys[head] in links and a.first in tree.ancestors(head)


_SUMMING = frozenset("marking completing beginning starting ending concluding finishing opening launching".split())


def sets_off(a: Reading, b: Reading) -> bool:
    """ "Will send the rest, departing from the airport": how those go whom a sends."""
    tree = a.view.tree
    is_way = b.type_code == "withdrawal" and b.trigger.kind == "verb" and tree.tags[b.first] == "VBG"
    return is_way and a.type_code == "deployment" and tree.labels[b.first] == "advcl" and tree.heads[b.first] == a.first


def adds_to(a: Reading, b: Reading) -> bool:
    """ "Is sending 700 troops to bolster the force": what those do whom a sends."""
    tree = a.view.tree
    if b.type_code != "reinforcement" or b.trigger.kind != "verb" or b.quantity_index is not None:
        return False
    if a.type_code not in MOVES or a.trigger.kind != "verb" or tree.tags[b.first] != "VB":
        return False
    if tree.labels[b.first] not in {"advcl", "xcomp", "acl"}:
        return False
    moved = tree.subject(a.first) if tree.is_passive(a.first) else tree.object(a.first)
    if tree.heads[b.first] not in {a.first, moved} or a.status in {"denied", "considered"}:
        return False
    return not (_goal(a) and any(p in {"in", "at", "on", "near"} and _is_place(b, s, e) for p, s, e in b.phrases))


def _goal(r: Reading) -> bool:
    return any(p in {"to", "into"} and _is_place(r, s, e) for p, s, e in r.phrases)


def _is_place(r: Reading, start: int, end: int) -> bool:
    return bool(r.view.places_in(start, end))


def _tells(a: Reading, b: Reading) -> bool:
    """a's clause says what b, the subject of the clause above, consists in: "the offensive began when they took …"."""
    tree = a.view.tree
    above = tree.clause(b.last)
    return tree.labels[a.first] == "advcl" and tree.heads[a.first] == above and tree.subject(above) == b.last


def played(a: Reading, b: Reading) -> bool:
    """b is the drill in which a is done: "fired rockets in the exercise" hits nobody."""
    if a.act is None or b.type_code != "exercise" or a.type_code not in FIGHTS or b.trigger.kind != "noun":
        return False
    tree = a.view.tree
    if a.trigger.kind == "verb":
        above = tree.clause(tree.first_conjunct(b.last))
        if a.first != above and above in _before(tree, a.first) and tree.labels[b.last] == "pobj":
            return True  # "In the exercise the group came close and rockets were fired"
        within = {at for prep, at in phrase_heads(a.view, a.first) if prep in {"in", "during", "at", "of", "for"}}
        return noun_at(a.view, b.last) in within or b.last in within
    return b.last in {at for p, at in phrase_heads(a.view, a.last) if p in {"in", "during"}} or (
        tree.heads[a.last] == b.last
    )


def goes_on(a: Reading, b: Reading) -> bool:
    """ "The operation against the rebels continued": the course of an operation on the ground, no mission's."""
    tree = a.view.tree
    if a.type_code == "mission_continuation" and b.trigger.kind == "verb" and tree.labels[b.first] == "xcomp":
        return tree.heads[b.first] == a.first  # "the coalition continued to attack them"
    if a.code == "announce_mission":
        return False  # "mandated Operation X": what is decided is the mission
    return a.type_code.startswith("mission_") and _governs(a, b) and not ends_all(a, b)


def struck_at(view: View, readings: Sequence[Reading], taken: Collection[int]) -> list[Quantity]:
    """Counts of what acts of arms hit: "fired on two helicopters", "a strike on about 20 fighters"."""
    hit = {t for r in readings if r.act is not None and r.type_code in FIGHTS for t in r.act.targets}
    hit |= {c for t in hit for c in conjuncts(view.tree, t)}
    counts = [q for q in view.quantities if q.number not in taken and q.unit in _COUNTED]
    return [q for q in counts if view.tree.noun_head(q.number) in hit]


_COUNTED = frozenset({"personnel", "ships", "aircraft", "vehicles", "units"})


def aims(a: Reading, b: Reading) -> bool:
    """ "An operation to flush the rebels out of the valley": what b is for; whom it is aimed at is a's target."""
    if a.type_code == "mission_start" and b.act is not None and a.trigger.kind == "verb" and a.object_head is not None:
        return b.first in purposes(a.view.tree, a.object_head)
    if a.code != "operation" or b.act is None or b.trigger.kind != "verb" or b.type_code not in FIGHTS:
        return False
    if b.first not in purposes(a.view.tree, a.last):
        return False
    if a.act is not None and not a.act.targets:
        a.act = replace(a.act, targets=b.act.targets)
    return True


def ships_off(a: Reading, b: Reading) -> bool:
    """ "The plane left to bring 30 detainees to the base": whose way a is, b tells."""
    tree = a.view.tree
    if a.type_code not in MOVES or b.type_code != "detainee_transfer" or a.trigger.kind != "verb":
        return False
    if tree.labels[b.first] in {"advcl", "xcomp"} and tree.heads[b.first] == a.first:
        return tree.tags[b.first] in {"VB", "VBG"}
    subject = tree.subject(a.first)
    return tree.labels[b.first] in {"acl", "relcl"} and subject is not None and tree.heads[b.first] == subject


def ends_all(a: Reading, b: Reading) -> bool:
    """ "Has ended its operations in the province": all that the force does there, its mission."""
    tree = a.view.tree
    owned = {tree.keys[c] for c in tree.of(b.last, "poss")} & {"its", "their"}
    return a.type_code == "mission_end" and _governs(a, b) and bool(owned) and tree.tags[b.last] == "NNS"


def _governs(a: Reading, b: Reading) -> bool:
    """The noun of an operation stands at the verb."""
    if b.code != "operation" or a.trigger.kind != "verb":
        return False
    if a.view.tree.labels[a.first] == "acl" and a.view.tree.heads[a.first] == b.last:
        return True  # "the operation launched by the army"
    noun = noun_at(a.view, b.last)
    over = a.view.tree.clause(a.first)
    if a.view.tree.labels[over] == "xcomp":
        over = a.view.tree.clause(a.view.tree.heads[over])  # "the operation is to begin", "is about to begin"
    return a.view.tree.heads[a.view.tree.first_conjunct(noun)] == over


def one_deal(a: Reading, b: Reading) -> bool:
    """The second says more of the deal that the first tells: "signed in May, ratified in June, runs for ten years",
    "the treaty that leases the island"."""
    if not a.type_code == b.type_code == "agreement" or "deal_follows" == a.code != b.code:
        return False
    deals = set(themes(a))
    names = b.code == "deal_noun" and (a.trigger.kind == "verb" or a.code == "drop_deal")
    if b.code == "deal_follows" or names and b.last in deals or a.code == "drop_deal" and _tells_which(b, deals):
        return True
    is_inside = b.code in {"lease", "access", "seek_access"} and bool(deals & set(a.view.tree.ancestors(b.first)))
    tree = a.view.tree
    joined = tree.labels[b.first] == "conj" and a.first in tree.ancestors(b.first)
    same = bool(deals & set(themes(b))) or joined and any(tree.keys[t] == "it" for t in themes(b))
    return a.first < b.first and (is_inside or a.code == b.code and same)


def _tells_which(b: Reading, deals: set[int]) -> bool:
    """ "Tore up the pact signed with X": which one, with no time of its own."""
    tree = b.view.tree
    is_clause = b.trigger.kind == "verb" and tree.labels[b.first] in {"acl", "relcl"}
    is_dated = any(tree.clause(at) == b.first for at, _ in b.view.timed)
    return is_clause and tree.heads[b.first] in deals and not is_dated


def _before(tree: Tree, verb: int) -> set[int]:
    """The verbs to which one is joined."""
    made = set()
    while tree.labels[verb] == "conj" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
        made.add(verb)
    return made


def outcome(a: Reading, b: Reading) -> bool:
    """b only says what came of a: "raided the camp, killing six". Whom it names as dead is also whom a befell."""
    if a.act is None or b.act is None or a.code == "casualty":
        return False
    if b.code != "casualty":
        return _wrecks(a, b)
    if a.code == "shot_down" and a.view.tree.labels[b.first] == "relcl":
        return False  # "shot down six drones, one of which wounded two soldiers"
    if a.view.tree.distance(a.first, b.first) >= 3.0 or ";" in a.view.tree.keys[b.first : a.first]:
        return False
    if b.type_code == "attack_on_force":
        if _is_of_army(a):
            return True  # "the army launched an attack on the rebels that left four of its soldiers dead"
        if a.type_code != "attack_on_force" and not _tells_when(a, b) and a.view.tree.labels[b.first] == "advcl":
            a.type_code = "attack_on_force"  # "rebels stormed the town, killing 13 soldiers"
        if a.type_code != "attack_on_force" or _tells_when(a, b):
            return False
        by = () if a.code == "mined" else b.act.agents  # whose lorry ran over it
        a.act = replace(a.act, targets=(*a.act.targets, *b.act.targets), agents=a.act.agents or by)
    return True


def _wrecks(a: Reading, b: Reading) -> bool:
    """ "Attacked a convoy, destroying four vehicles": what was lost there, and no act of its own."""
    tree = a.view.tree
    follows = tree.labels[b.first] == "advcl" and tree.tags[b.first] == "VBG" and b.object_head is not None
    over = {a.first, tree.clause(a.first)}
    if a.act is None or not a.act.targets or a.view.places_in(*tree.span(b.first)):
        return False
    return follows and tree.keys[b.first] in _WRECKING and tree.heads[b.first] in over and a.first < b.first


_WRECKING = frozenset("destroying damaging burning wrecking disabling torching".split())


def _is_of_army(a: Reading) -> bool:
    """A state's army goes at an armed group: who of its own falls there falls in its own operation."""
    if a.act is None or a.type_code not in {"ground_operation", "strike"}:
        return False
    return who(a.view, a.act.agents) == "state" and leading(a.view, a.act.targets) == "group"


def frees(a: Reading, b: Reading) -> bool:
    """ "Stormed the camp to free six soldiers": what the raid b is for, no handing over of prisoners."""
    if a.type_code != "detainee_transfer" or b.act is None or b.type_code != "ground_operation":
        return False
    tree = a.view.tree
    return tree.labels[a.first] in {"advcl", "xcomp"} and tree.heads[a.first] in {b.first, tree.clause(b.last)}


def how(a: Reading, b: Reading) -> bool:
    """a says how those fell whom b names: "two airmen were killed when the army shot down a helicopter"."""
    if a.act is None or b.act is None or b.code != "casualty" or b.type_code != "attack_on_force":
        return False
    if a.code == "casualty" or not _tells_when(a, b):
        return False
    b.act = replace(b.act, agents=b.act.agents or a.act.agents)
    taken = a.view.places_in(*a.object) or a.object_head is not None and a.view.key(a.object_head) in ANY_SITE | TOWNS
    if a.code == "seize" and a.type_code == "ground_operation" and taken:
        return False  # "were killed as rebels captured the town": the town is another's now, too
    b.through = a
    return True


def _tells_when(a: Reading, b: Reading) -> bool:
    tree = a.view.tree
    verb = tree.clause(a.first)
    while tree.labels[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
    above = tree.heads[verb]
    shared = set() if tree.of(above, *SUBJECT) else {tree.first_conjunct(above)}
    return tree.labels[verb] == "advcl" and b.first in {above, *shared}
