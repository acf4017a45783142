"""Who is killed or wounded; and what all acts of arms share: with what they are done, and that they are done at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..clauses import BE, View
from ..facts.acts import ANOTHER, Act, conjuncts, phrase_heads, roles, words_of
from ..forces.targets import forces_of, is_own, is_state, leading, who
from ..language.classes import nouns, verbs, words
from ..language.verbgroup import mood
from ..reading import Reading
from .losses import loses_own
from .mishaps import died_by_mishap, marks
from .ofmen import is_no_man, is_one_of_men
from .spoken import means_troops
from .supposed import is_background, is_supposed

_AIR_ARMS = frozenset("force forces defence defences defense defenses wing arm corps".split())
_AIMS = ("target", "targets", "ports", "port", "enemy", "attack", "attacks", "bombs")


def on_foot(v: View, act: Act) -> bool:
    """Soldiers act, no state that may have done it from the air."""
    forces = {f.noun for a in act.agents for f in forces_of(v, a)}
    return bool((words_of(v, act.agents) | forces) & nouns("troops"))


def means(r: Reading, act: Act) -> str:
    """fires: from the air or from afar, by the weapon or by a word before the noun."""
    v = r.view
    words = words_of(v, act.tools)
    if v.fired_before and any(v.key(t) in ANOTHER for t in act.tools):
        return "fires"  # "a third hit the port"
    flown = [i for a in act.agents for i in range(*v.tree.span(a)) if v.key(i) == "air"]
    if any(v.key(i + 1) in _AIR_ARMS for i in flown):
        return "fires"  # "the air force carried out no raid"
    if r.trigger.kind == "noun":
        words |= v.words_in(v.tree.span(r.last)[0], r.last)
    return "fires" if words & nouns("fires") else ""


def is_one_of_own(view: View, head: int) -> bool:
    """A standing force, or its post; "they" of troops that the text has told of."""
    return is_own(view, head) or means_troops(view, head)


def _mined(r: Reading) -> bool:
    """ "their truck ran over a mine"."""
    v, act = r.view, roles(r)
    if not act.tools or v.key(act.tools[0]) not in nouns("mine") or act.agents and act.tools[0] not in act.events:
        return False
    if any(is_own(v, t) or v.tree.of(t, "poss") for t in act.targets):
        return True
    return v.is_military and any(v.key(t) in nouns("post") and v.tree.of(t, "det") for t in act.targets)


def _casualty(r: Reading) -> bool:
    """Killing and wounding: of a standing force's own, an attack on it; of others, what was done to do it."""
    v, act = r.view, roles(r)
    key = v.key(r.first)
    if r.trigger.kind == "noun":
        to = tuple(at for p, at in phrase_heads(v, r.last) if p == "to")
        r.act = act = replace(act, agents=(*act.agents, *to))
        if not any(q.unit in {"killed", "wounded"} for q in v.quantities):
            return False
    if key in _FALLEN and not (v.words_in(*_clause(v, r.first)) & _FELL_IN and act.agents):
        return False
    given = v.tree.object(r.first)
    if key in verbs("lose") and (given is None or v.key(given) not in {"life", "lives"}):
        one = given is not None and v.key(given) in v.vocabulary.classes["personnel"]  # "lost a soldier"
        counted = (q.unit in {"killed", "wounded"} or q.noun in nouns("troops") | {"men"} for q in v.quantities)
        no_man = given is not None and (v.key(given) in _NO_MEN or is_no_man(v, r.first, given))
        if no_man or not (one or any(counted)):
            return False  # "lost no time"; "took two heights and lost one"
    if key in verbs("lose") and _is_of_a_war(r):
        return False
    if key in _FALLEN or key in verbs("die") | verbs("lose"):
        r.act = act = _of_fallen(r, act)
    elif r.passive and not act.agents:
        r.act = act = replace(act, agents=_foes(v, act))
    targets = act.targets
    agent = who(v, act.agents)
    if key.startswith("neutrali") and not act.agents:
        r.type_code = "ground_operation"  # what armies call it, who are no part of those
        r.act = Act((), targets, act.tools, act.events)
        return v.is_military and leading(v, targets) == "group" and bool(v.spotted.places)
    r.type_code = "attack_on_force"
    if any({v.key(k) for k in (t, *v.tree.of(t, "amod", "compound", "nmod"))} & _POLICE for t in targets):
        return False
    if died_by_mishap(r) or _is_toll(r, act):
        return False
    by_act = bool(act.agents or act.tools or act.events)
    if any(_are_more(v, t) for t in targets):
        return by_act or _fell_somewhere(r) or _fell_when(r)
    men = [t for t in targets if any(f.codes for f in forces_of(v, t))]
    if agent == "state" and not r.passive and men and all(_is_of_group(v, t) for t in men):
        r.type_code = "strike" if means(r, act) == "fires" or not on_foot(v, act) else "ground_operation"
        return bool(v.spotted.places)  # "the jets killed nine of the militia's men"
    if agent == "group" and not r.passive and any(_are_guests(v, t) for t in targets):
        return True  # "rebels killed four Cubans near Lobito"
    if loses_own(r, given, targets) or any(is_one_of_men(v, t) or is_own(v, t) for t in targets):
        return by_act or _fell_when(r) or _fell_somewhere(r) and not _summed_up(r)
    is_fired = means(r, act) == "fires" or any(v.key(t) in {"strike", "strikes"} for t in act.tools)
    if agent in {"state", "group"} and is_fired and r.trigger.kind == "verb" and v.spotted.places:
        r.type_code = "strike"  # "five people were killed by a rebel missile", "an Israeli strike killed a boy"
        return True
    if agent != "state" or leading(v, targets) != "group" and not words_of(v, targets) & nouns("leader"):
        return False
    troops = on_foot(v, act)
    r.type_code = "strike" if means(r, act) == "fires" or not troops else "ground_operation"
    return r.type_code == "strike" or bool(v.spotted.places)


_POLICE = frozenset({"police", "policeman", "policemen"})
_FALLEN = frozenset({"fell", "fall", "fallen", "falls"})
_NO_MEN = words("hurt.no_men")


def _is_of_a_war(r: Reading) -> bool:
    """ "Which lost 40 men in the war": a war's sum, no attack."""
    v = r.view
    return any(p in {"in", "during"} and v.key(v.tree.top(s, e)) in _WARS for p, s, e in r.phrases)


_WARS = frozenset("war wars conflict campaign intervention occupation mission deployment invasion".split())


def _of_fallen(r: Reading, act: Act) -> Act:
    """Of "lost their lives in an ambush by rebels", those who fell are hit, and those act whose ambush it was."""
    fallen = r.view.tree.subject(r.first)
    foes = tuple(a for a in act.agents if a != fallen) if fallen in act.agents else ()
    hit = (fallen,) if fallen is not None and fallen in act.agents else act.agents
    return Act(foes or _foes(r.view, act), hit, act.tools, act.events)


def _foes(v: View, act: Act) -> tuple[int, ...]:
    """Against whom those fought who fell: "in a clash with rebels"."""
    met = [at for t in act.tools for p, at in phrase_heads(v, t) if p in {"with", "against"}]
    return tuple(at for at in met if any(f.codes or f.is_military for f in forces_of(v, at)))


def _are_guests(v: View, at: int) -> bool:
    """Counted men of a state, killed by armed men at a place of another one: in a text of arms, its soldiers."""
    found = next((f for f in forces_of(v, at) if f.form == "demonym" and f.noun == "people" and f.codes), None)
    lands = {p.place.country_code for p in v.spotted.places}
    return found is not None and bool(v.tree.of(at, "nummod")) and bool(lands - {None}) and not lands & set(found.codes)


def _are_more(v: View, at: int) -> bool:
    """ "… killing ten soldiers; eight were wounded in the north": a count that goes on counting soldiers."""
    if v.tree.tags[at] != "CD" and v.key(at) not in {"others", "more"}:
        return False
    before = [k for k in range(at) if v.key(k) in nouns("soldier") | nouns("civil") - {"other", "others"}]
    if not before or v.key(before[-1]) not in nouns("soldier"):
        return False
    return v.tree.labels[before[-1]] in {"dobj", "nsubj", "nsubjpass"} and ";" in v.words_in(before[-1], at)


def _fell_somewhere(r: Reading) -> bool:
    """A place stands in the same independent clause: nothing before or after a semicolon."""
    v = r.view
    return any(_whole(v, p.first) == _whole(v, r.first) for p in v.spotted.places)


_FELL_IN = words("hurt.fell_in")


def _clause(v: View, verb: int) -> tuple[int, int]:
    """What follows a verb up to the next comma."""
    end = next((i for i in range(verb, len(v.toks)) if v.toks[i].text in {",", ";", "."}), len(v.toks))
    return verb, end


def _is_of_group(v: View, at: int) -> bool:
    """Men of an armed group that is named."""
    found = [f for f in forces_of(v, at) if f.codes]
    return bool(found) and not any(is_state(f) for f in found)


def _is_toll(r: Reading, act: Act) -> bool:
    """ "59 lost their lives, 35 of them in combat or attacks": of nowhere, in attacks that are not told of."""
    v = r.view
    means = [*act.tools, *act.events]
    many = all(v.tree.tags[m] == "NNS" or v.key(m) in {"combat", "action", "fighting"} for m in means)
    return bool(means) and many and not act.agents and not v.spotted.places


def _summed_up(r: Reading) -> bool:
    """ "Five have died in the country since they came in 2003": a count of years, no attack."""
    v, tree = r.view, r.view.tree
    since = [c for c in tree.of(r.first, "advcl") for m in tree.of(c, "mark") if tree.keys[m] == "since"]
    years = [p for p in tree.of(r.first, "prep") if tree.keys[p] == "since"]
    return bool(since or years) and v.key(r.first - 1) in {"have", "has"}


def _fell_when(r: Reading) -> bool:
    """A clause says how: "lost his life when armed men opened fire"."""
    tree = r.view.tree
    return any(tree.keys[m] in {"when", "as"} for c in tree.of(r.first, "advcl") for m in marks(tree, c))


def _whole(v: View, i: int) -> int:
    """The main verb above a word, no further than the next semicolon."""
    tree = v.tree
    at = tree.clause(i)
    for above in tree.ancestors(at):
        if ";" in tree.keys[min(at, above) : max(at, above)]:
            break
        at = above
    return at


def decided(need: Callable[[Reading], bool]) -> Callable[[Reading], bool]:
    """No act is stated after "if"; one that was beaten off was made all the same."""

    def met(r: Reading) -> bool:
        if is_supposed(r) or _is_crime(r) or _is_practice(r.view) or not need(r):
            return False
        if _misses(r) or _is_not_first(r):
            return False
        words = r.view.words_in(0, len(r.view.toks))
        if r.type_code == "attack_on_force" and not r.view.spotted.places and words & {"years", "decade"}:
            return False  # "hundreds of its soldiers have been killed in recent years"
        if r.type_code in {"strike", "ground_operation"} and (_is_anothers(r) or _is_aside(r)):
            return False
        above = r.view.tree.clause(r.last)
        if r.trigger.lemma == "invasion" and r.view.key(above) not in verbs("do") and is_background(r, r.last):
            return False
        said = mood(r.view.tree, above)
        suffers = above != r.last and r.view.key(above) in verbs("suffer") - BE
        if r.type_code == "attack_on_force" and suffers and not said.is_negative and not said.modal:
            r.fixed_status = r.fixed_status or "completed"
        return True

    return met


def _is_not_first(r: Reading) -> bool:
    """ "It was not the first attack on the post": there were others before, and nothing is denied."""
    v, tree = r.view, r.view.tree
    above = tree.heads[r.last]
    if r.trigger.kind != "noun" or tree.labels[r.last] != "attr" or not mood(tree, above).is_negative:
        return False
    return any(v.key(c) in {"first", "only", "last", "worst"} for c in tree.of(r.last, "amod"))


def _misses(r: Reading) -> bool:
    """ "The missile failed to strike its target": it was fired, and hit nobody."""
    if r.trigger.kind != "verb" or r.act is None:
        return False
    if r.view.key(r.view.tree.heads[r.first]) == "without" and not r.act.targets:
        return True  # "walked in without firing a shot"
    if r.act.agents or not r.act.tools:
        return False
    return r.view.key(r.view.tree.heads[r.first]) in {"failed", "fail", "fails", "failing"}


def _is_anothers(r: Reading) -> bool:
    """ "Turkey condemned the strikes", "the army watched the bombardment": an act of others than the subject, who are
    not named."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "noun" or r.act is None or r.act.agents:
        return False
    noun = tree.first_conjunct(r.last)
    above = tree.clause(noun)
    if above == noun or any(v.key(above) in verbs(c) for c in ("do", "own", "suffer", "lose", "under", "strike")):
        return v.key(above) in verbs("answer") and tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] == "to"
    subject = tree.subject(above)
    return subject is not None and subject != noun and who(v, (subject,)) in {"state", "group"}


def _is_aside(r: Reading) -> bool:
    """ "Grew bolder in their attacks on the army": what those do who are told of, and no act of this sentence."""
    v, tree = r.view, r.view.tree
    if r.trigger.kind != "noun" or tree.labels[r.last] != "pobj" or not tree.of(r.last, "poss"):
        return False
    whose = v.key(tree.of(r.last, "poss")[0])
    above = v.key(tree.clause(r.last))
    known = any(above in verbs(c) for c in ("do", "strike", "suffer", "under", "lose", "die", "own"))
    return whose in {"their", "its", "his"} and not known


def _is_crime(r: Reading) -> bool:
    """ "Reports of looting, rape and assaults": what is done to people, no operation."""
    tree = r.view.tree
    if r.trigger.kind != "noun" or r.view.key(r.last)[:7] not in {"assault", "attack", "attacks"}:
        return False
    first = tree.first_conjunct(r.last)
    return any(r.view.key(n) in _CRIMES for n in (first, *conjuncts(tree, first)) if n != r.last)


_CRIMES = nouns("crime")


def _is_practice(v: View) -> bool:
    """ "fired at surface targets", "was bombed for practice"."""
    pairs = {(v.key(i), v.key(i + 1)) for i in range(len(v.toks) - 1)}
    return bool(pairs & _PRACTICE)


_PRACTICE = {
    (a, b)
    for a, b in (
        *((kind, noun) for kind in ("surface", "mock", "dummy", "practice", "floating", "aerial") for noun in _AIMS),
        ("for", "practice"),
        ("target", "practice"),
        ("bombing", "practice"),
        ("gunnery", "practice"),
    )
}


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "mined": decided(_mined),
    "casualty": decided(_casualty),
}
