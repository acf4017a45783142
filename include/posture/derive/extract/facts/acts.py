"""Acts of arms: who hits, raids or patrols, whom, and with what, by grammatical role.

`act_of` reads the roles off a verb ("jets bombed a depot") or a noun ("staged a raid on a depot"); needs/ decides from
them which of the types of RECORDS.md it is. What flies or explodes is a tool: it stands for those whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..clauses import View
from ..forces.targets import core, forces_of, is_state, who, whole
from ..language.classes import nouns, verbs
from ..language.grammar import BE_FORMS
from ..language.syntax import Tree
from .beneath import counted, is_bordering, is_called_for, is_done, planned_in, shared, those_before, used
from .blame import blamed
from .traces import fell_at, with_traces

if TYPE_CHECKING:
    from ..reading import Reading

_ON = frozenset("on against at upon targeting into onto over toward towards".split())
_WITH = frozenset("with by using via from".split())
_PARTICLES = frozenset("off up down out".split())
_AIMED = verbs("strike") | {"against"}
_RULERS = frozenset({"junta", "regime", "government"})
_WORK = frozenset("work doing handiwork deed".split())
#: What is fired, though it may be fired at nobody.
SHOT = frozenset("weapon weapons round rounds shot shots ordnance explosives incendiaries".split())
#: One more of what was fired before: "another hit the port", "most were intercepted".
ANOTHER = frozenset("another one others some most many all two three four five six seven eight nine ten several "
                    "dozens both second third fourth last first it they".split())  # fmt: skip
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday week month year night "
                  "weekend morning evening".split())  # fmt: skip
_RECKONING = frozenset("count counts estimate estimates account accounts tally reckoning".split())


@dataclass(frozen=True)
class Act:
    """Heads of noun phrases: those who act, what is hit, and the weapons and event nouns in between."""

    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    tools: tuple[int, ...] = ()
    #: Nouns that name this very act ("died in an ambush"): no act of their own.
    events: frozenset[int] = field(default_factory=frozenset)


def roles(r: Reading) -> Act:
    """The roles of a reading's act, kept with it."""
    act = act_of(r.view, r.first, r.last, r.trigger.kind == "noun")
    r.act = with_traces(r.view, r.last, act) if r.trigger.kind == "noun" else act
    return r.act


def act_of(view: View, first: int, last: int, is_noun: bool) -> Act:
    """The roles of a verb's or noun's act."""
    is_noun = is_noun or view.tree.labels[last] == "pobj" and view.tree.tags[last] == "VBG"  # "threatened with bombing"
    return _of_noun(view, noun_at(view, last)) if is_noun else _of_verb(view, first, last)


def noun_at(view: View, last: int) -> int:
    """The head of the name that a noun opens: of "Exercise Brave Lion", the lion."""
    labels, up = view.tree.labels, view.tree.heads[last]
    named = view.toks[last].text[:1].isupper() and view.toks[up].text[:1].isupper()
    return noun_at(view, up) if named and labels[last] in {"compound", "nmod"} and up > last else last


def is_tool(view: View, i: int) -> bool:
    """A weapon, an aircraft or the noun of an act: it stands for those whose it is."""
    if view.key(i) in {"round", "rounds", "fire", "explosives", "ordnance"}:  # "a mortar round", "artillery fire"
        return bool(view.words_in(view.tree.span(i)[0], i) & nouns("fires"))
    return view.key(i) in nouns("fires") | nouns("event")


# ── verbs ──
def _of_verb(view: View, first: int, last: int) -> Act:
    tree, key = view.tree, view.key(first)
    passive = tree.is_passive(first)
    subject = tree.subject(first)
    hit = subject if passive else tree.object(first)
    doer = tree.agent(first) if passive else subject
    if doer is not None and passive and view.key(doer) in _RECKONING:
        doer = None  # "were killed by the count of the army"
    tools: list[int] = []
    events: set[int] = set()
    if last > first and tree.tags[last] == "IN":  # "fired on", "took control of"
        below = tree.of(last, "pobj")
        fired = tree.object(first)
        if fired is not None and key in verbs("fire") and view.key(fired) in nouns("fires"):
            tools.append(fired)  # "the missiles which they fired at the city"
        hit = subject if passive else below[0] if below else None
        if tree.keys[last] in _WITH and hit is not None and not passive:  # "opened up with mortars on the post"
            tools, hit = [*tools, hit], None
    if hit is None and not passive:  # "sealed off the town": a particle that was taken for a preposition
        hit = next(iter(tree.under(first, _PARTICLES)), None)
    if hit is None and not passive and not tree.of(first, "prep"):
        hit = shared(tree, first)
    hit = counted(tree, hit)
    targets = [hit] if hit is not None else []
    if (
        hit is not None
        and first == last
        and key in verbs("fire") | verbs("explode")
        and view.key(hit) in nouns("fires") | SHOT
    ):
        tools, targets = [hit], []  # what flies, not what is hit
    elif hit is not None and key in verbs("aim") and view.is_at_war:
        tools, targets = [hit], []  # "the answer was aimed at the port"
    if hit is not None and key in verbs("ram") and view.key(hit) in nouns("vehicle"):
        tools, targets = [hit], [at for prep, at in phrase_heads(view, first) if prep in {"into", "at", "against"}]
    inside = _relative_head(tree, first)
    if inside is not None and is_tool(view, inside):
        events.add(inside)
    for prep, at in phrase_heads(view, first):
        if at in (doer, hit) or prep == "from" and view.key(at) in nouns("irregular"):
            continue  # "retook the town from gunmen"
        if prep in _WITH and is_tool(view, at) or prep in {"in", "during"} and view.key(at) in nouns("event"):
            tools.append(at)
        elif (
            prep in _ON
            and at > last
            and view.key(at) not in _DAYS
            and (not targets or prep != "over" and (tools or view.key(at) in nouns("post")))
        ):
            targets.append(at)
    tools += [t for t in used(tree, first) if is_tool(view, t)]
    agents: list[int] = []
    if doer is not None:
        is_thing = is_tool(view, doer) and view.key(doer) not in nouns("irregular")
        is_thing = is_thing or view.fired_before and view.key(doer) in ANOTHER - {"it", "they"}
        (tools if is_thing else agents).append(doer)
    meets = key in verbs("meet") and not (key in verbs("explode") and who(view, tuple(agents)) in {"group", "state"})
    if not passive and meets and hit is not None and view.key(hit) in nouns("mine"):
        met = () if doer is None else (doer,)
        return Act(tuple(owners(view, hit)), met, (hit,), frozenset({hit}))  # "ran over a mine laid by rebels"
    agents += [o for t in (*tools, *events) for o in owners(view, t)]
    if not agents and events and tools and inside is not None and not tree.is_passive(tree.clause(inside)):
        agents += [o for o in (tree.subject(tree.clause(inside)),) if o is not None and forces_of(view, o)]
    return _act(view, agents, targets, tools, events)


def _act(view: View, agents: list[int], targets: list[int], tools: list[int], events: set[int]) -> Act:
    hit = dict.fromkeys(whole(view, core(view, t)) for t in targets)
    return Act(tuple(dict.fromkeys(agents)), tuple(hit), tuple(dict.fromkeys(tools)), frozenset({*tools, *events}))


def _relative_head(tree: Tree, verb: int) -> int | None:
    """The noun that a verb's clause is about: "the raid in which two died"."""
    while tree.labels[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
    return tree.heads[verb] if tree.labels[verb] in {"relcl", "acl"} and tree.heads[verb] != verb else None


# ── nouns ──
def _of_noun(view: View, noun: int) -> Act:
    tree = view.tree
    agents: list[int] = [*owners(view, noun)]
    targets: list[int] = []
    for prep, at in phrase_heads(view, noun):
        if prep == "by":
            agents.append(at)
        elif prep in _ON or prep == "of" and view.key(noun) in nouns("of_target"):
            targets.append(at)
        elif prep == "for" and view.key(noun).startswith("ambush"):
            targets.append(at)  # "laid an ambush for the patrol"
    for child in tree.of(noun, "acl"):
        if view.key(child) in _AIMED and (aimed := tree.object(child)) is not None:
            targets.append(aimed)
        elif (by := tree.agent(child)) is not None:
            agents.append(by)
    verb = tree.clause(tree.first_conjunct(noun))
    if verb != noun:
        _of_governor(view, noun, verb, agents, targets)
    flown = [a for a in agents if is_tool(view, a) and view.key(a) not in nouns("irregular")]
    agents = [a for a in agents if a not in flown] + [o for t in flown for o in owners(view, t)]
    return _act(view, [a for a in agents if a != noun], [t for t in targets if t != noun], [noun, *flown], set())


def _of_governor(view: View, noun: int, verb: int, agents: list[int], targets: list[int]) -> None:
    """Who acts or is hit by the verb that an act's noun belongs to: "staged a raid", "came under fire"."""
    tree, key = view.tree, view.key(verb)
    subject, passive = tree.subject(verb), tree.is_passive(verb)
    if key in verbs("threaten") and tree.labels[noun] == "pobj" and view.key(tree.heads[noun]) == "with":
        targets += [t for t in (subject if passive else tree.object(verb),) if t is not None]
        agents += [a for a in (tree.agent(verb) if passive else subject,) if a is not None]
        return  # "threatened X with air strikes"
    if key in verbs("blame"):
        if (doer := blamed(view, noun, verb)) is not None:
            targets[:] = [t for t in targets if t != doer]
            agents.append(doer)
        return
    for done in tree.of(verb, "attr"):  # "the raid was the work of rebels"
        if subject == noun and key in BE_FORMS and view.key(done) in _WORK:
            agents += [at for prep, at in phrase_heads(view, done) if prep == "of"]
    is_subject = subject is not None and (subject == noun or noun in tree.of(subject, "conj"))
    if is_subject and not passive and key in verbs("strike"):
        found = tree.object(verb)
        targets += tree.of(verb, "dative") or ([found] if found is not None else [])
    elif subject is not None and not is_subject:
        if _is_under(view, verb, noun) or passive and key in verbs("strike"):
            first = those_before(tree, verb, subject)
            targets += [subject] if first is None else [first, subject]
            by = [at for prep, at in phrase_heads(view, verb) if prep in {"from", "by"} and forces_of(view, at)]
            agents += [at for at in by if at not in agents and view.key(verb) in verbs("under")]
        elif key in verbs("do") and not passive and is_done(tree, noun):
            agents.append(subject)
        elif key in verbs("call") and not passive and not agents and is_called_for(tree, noun):
            agents += [subject] if any(f.codes for f in forces_of(view, subject)) else []
        elif not passive and not agents and (plan := planned_in(tree, noun)) is not None:
            agents += [subject] if plan in tree.of(verb, "dobj") and forces_of(view, subject) else []
        elif key in verbs("decide") and not passive and not agents and tree.labels[noun] == "dobj":
            agents += [subject] if forces_of(view, subject) else []
        elif key in verbs("admit") and not passive and not agents and tree.labels[noun] == "dobj":
            foe = any(f.codes and not is_state(f) for t in targets for f in forces_of(view, t))
            agents += [subject] if foe and any(f.is_military for f in forces_of(view, subject)) else []
        elif key in verbs("report") and not passive and not agents and tree.of(noun, "nummod"):
            agents += [subject] if any(f.is_military for f in forces_of(view, subject)) else []
    if key not in verbs("do") | verbs("suffer") or is_subject and not passive:
        return
    for prep, at in phrase_heads(view, verb):
        if at > noun and prep in _ON and prep != "over" and at not in targets and view.key(at) not in _DAYS:
            targets.append(at)
        elif prep == "by" and (passive or at > noun) and at not in agents:
            agents.append(at)


def _is_under(view: View, verb: int, noun: int) -> bool:
    """ "came under fire", "lost two men in an ambush"."""
    if view.key(verb) in verbs("under"):
        return any(prep == "under" and at == noun for prep, at in phrase_heads(view, verb))
    return view.key(verb) in verbs("suffer") | verbs("lose")


# ── whose ──
def owners(view: View, noun: int) -> list[int]:
    """Whose a weapon or an act is: a force before the noun ("Serb guns", "the army's raid") or after "of", "from"."""
    tree = view.tree
    start = tree.span(noun)[0]
    made = [f.last for f in view.spotted.forces if start <= f.first and f.last <= noun and f.codes]
    made += [c for c in tree.of(noun, "poss") if view.key(c) not in _DAYS]  # "Friday's attack"
    made += [c for c in tree.of(noun, "compound", "amod", "nmod") if view.key(c) in _RULERS and not made]
    of = set(tree.under(noun, {"of"}))
    for prep, at in phrase_heads(view, noun):
        # "an assault on a camp of the rebels": not theirs
        is_of = prep == "of" and tree.first_conjunct(at) in of and view.key(noun) not in nouns("of_target")
        if prep in {"by", "from"} or is_of:
            if any(f.codes or f.is_military for f in forces_of(view, at)):
                made.append(at)
    for clause in tree.of(noun, "acl", "relcl"):  # "a rocket fired by the rebels"
        if view.key(clause) in verbs("fire") | verbs("lay") | verbs("do") and (by := tree.agent(clause)) is not None:
            made.append(by)
    return list(dict.fromkeys(made))


def phrase_heads(view: View, i: int) -> list[tuple[str, int]]:
    """Prepositions that hang on a word, each with the head of its noun phrase, conjuncts included."""
    tree = view.tree
    found = [
        (prep, at) for prep, at in tree.prepositions(i) if prep != "with" or not is_bordering(view, tree.span(at)[0])
    ]
    made = {(prep, c) for prep, at in found for c in (at, *conjuncts(tree, at))}
    return sorted(made, key=lambda p: p[1])


def conjuncts(tree: Tree, i: int) -> list[int]:
    """Of "A, B and C": B and C."""
    return [x for c in tree.of(i, "conj") if not tree.is_verb(c) for x in (c, *conjuncts(tree, c))]


def words_of(view: View, heads: tuple[int, ...]) -> set[str]:
    """Words of the noun phrases with these heads."""
    return {k for h in heads for k in view.words_in(*view.tree.span(h))}


_TIMES = frozenset("day days anniversary eve outbreak aftermath wake height".split())


def _is_presupposed(r: Reading) -> bool:
    """ "after the invasion", "the day of the raid": only tells when; with a place of its own it is told after all."""
    tree, view = r.view.tree, r.view
    if tree.labels[r.last] != "pobj":
        return False
    prep = tree.heads[r.last]
    if tree.keys[prep] == "of":
        above = tree.heads[prep]
        return view.key(above) in _TIMES and not tree.of(above, "nummod")  # not "two days of manoeuvres"
    if tree.keys[prep] not in {"after", "before", "since", "until", "following", "despite", "during"}:
        return False
    if tree.keys[prep] == "during" and r.type_code == "exercise":
        # "fired rockets during an exercise"; "the talks during the exercise"
        return any(tree.keys[c] == "the" for c in tree.of(r.last, "det")) and not view.spotted.places
    phrase = [r.last, *(at for _, at in phrase_heads(view, r.last))]
    counted = any(q.unit in {"killed", "wounded", "strikes"} for q in view.quantities) or bool(fell_at(view, r.last))
    return not counted and not any(view.places_in(*tree.span(i)) for i in phrase)


def is_modifier(r: Reading) -> bool:
    """ "a patrol boat", "strike aircraft": the trigger only tells what kind of thing another noun is; or, the other way
    round, "a heart attack", "a hunger strike": what stands before it makes it another thing."""
    if r.trigger.kind != "noun":
        return False
    tree, view = r.view.tree, r.view
    if noun_at(view, r.last) != r.last:
        return False
    if view.key(r.first - 1) == "-" and view.key(r.first - 2) in {"cease", "hang", "camp", "back"}:
        return True
    if tree.labels[r.last] in {"compound", "amod", "nmod"} or view.key(r.last + 1) == "-":
        return True
    if view.words_in(tree.span(r.last)[0], r.last) & nouns("other_kind"):
        return True
    if _is_presupposed(r):
        return True
    above = tree.heads[r.last]  # "the threat of raids", "trained for raids"
    if tree.labels[r.last] == "pobj" and view.key(tree.heads[above]) in nouns("threat"):
        return True
    return tree.labels[r.last] == "pobj" and tree.keys[above] == "for" and view.key(tree.heads[above]) in verbs("ready")
