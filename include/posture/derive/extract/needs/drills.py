"""Who exercises, trains and patrols."""

from __future__ import annotations

from collections.abc import Callable

from ..acts import Act, act_of, is_modifier, noun_at, phrase_heads
from ..arms import known_exercises, verbs
from ..grammar import MONTH_NAMES
from ..reading import Reading
from ..targets import ARMED, forces_of, side_of, who

_JOINTLY = frozenset("with between by of involving alongside and".split())
#: What is exercised without arms: "an exercise in map reading", "the exercise of power".
_JOINT = frozenset("joint combined live-fire fire bilateral trilateral multinational amphibious airborne".split())
_ABSTRACT = frozenset("of in".split())
_GOING = frozenset("is are was were been be have has had became become covers cover covered remain remains".split())
_DRILLS = frozenset("exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame wargames".split())
_LEARNERS = frozenset("recruit recruits cadets conscripts police units battalion battalions brigade brigades".split())


def _parties(r: Reading) -> list[int]:
    """Heads of those who take part: who acts, whose it is, and those that "with", "between" or "of" name."""
    v, tree = r.view, r.view.tree
    act = act_of(v, r.first, r.last, r.trigger.kind == "noun")
    heads = list(act.agents)
    if r.trigger.kind == "noun":
        noun = noun_at(v, r.last)
        above = tree.clause(tree.first_conjunct(noun))
        subject = tree.subject(above) if above != noun else None
        heads += [] if subject is None or subject == noun else [subject]
        heads += [at for p, at in phrase_heads(v, noun) if p in _JOINTLY]
        heads += [at for p, at in phrase_heads(v, above) if p in {"with", "by", "alongside"} and above != noun]
    else:
        heads += [at for p, at in phrase_heads(v, r.first) if p in {"with", "alongside"}]
    r.act = Act(tuple(dict.fromkeys(h for h in heads if h != r.last)), (), (), act.events)
    return [h for h in r.act.agents if who(v, (h,)) in ARMED]


def _exercising(r: Reading) -> bool:
    """Forces exercise; nobody exercises power, caution or a right."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    if (
        r.trigger.kind == "verb"
        and v.key(r.first).startswith(("exercis", "drill"))
        and tree.object(r.first) is not None
    ):
        return False
    if r.trigger.kind == "noun" and v.key(r.last).startswith("exercise"):
        for p, at in phrase_heads(v, r.last):
            if p in _ABSTRACT and at > r.last and side_of(v, at) == "thing" and not v.places_in(*tree.span(at)):
                if tree.heads[at] == r.last or tree.heads[tree.heads[at]] == r.last:
                    return False
    if r.trigger.kind == "noun" and _looks_back(r):
        return False
    return bool(_parties(r)) or v.is_military and r.trigger.kind == "noun"


def _looks_back(r: Reading) -> bool:
    """ "the largest number since the exercise was first held": only points at what was said."""
    tree = r.view.tree
    above = tree.clause(tree.first_conjunct(r.last))
    return (
        above != r.last
        and tree.labels[above] == "advcl"
        and any(tree.keys[m] in {"since", "before"} for m in tree.of(above, "mark"))
    )


def _training(r: Reading) -> bool:
    """Training as an event: joint, or with somebody."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    jointly = bool(v.words_in(tree.span(r.last)[0], r.last) & _JOINT)
    jointly = jointly or any(p in {"with", "between"} and forces_of(v, at) for p, at in phrase_heads(v, r.last))
    return jointly and bool(_parties(r))


def _named_exercise(r: Reading) -> bool:
    """ "will hold Brave Lion 24": a name with a number, or one that is known, held by forces."""
    v, tree = r.view, r.view.tree
    name = tree.object(r.first)
    if name is None or r.passive:
        joins = v.key(r.first).startswith(("tak", "took", "partic"))
        inside = [at for p, at in phrase_heads(v, r.first) if p == "in" and joins]
        name = inside[0] if inside else None
    if name is None or v.forces_in(*tree.span(name)):
        return False
    start, end = tree.span(name)
    while end < len(v.toks) and v.toks[end].text in {"-", "–"} | {t for t in (v.toks[end].text,) if t.isdigit()}:
        end += 1
    texts = [t.text for t in v.toks[start:end] if t.text not in {"the", "-", "–", '"', "“", "”"}]
    if any(t.lower() in MONTH_NAMES for t in texts):
        return False
    capital = [t for t in texts if t[:1].isupper() and t[1:2].islower()]
    numbered = len(texts) > 1 and texts[-1].isdigit() and len(texts[-1]) in {2, 4} and len(capital) == len(texts) - 1
    known = any(n in " ".join(texts).lower() for n in known_exercises())
    if not (known or numbered) or not capital or v.places_in(start, end) and not numbered:
        return False
    return any(f.is_military for h in _parties(r) for f in forces_of(v, h))


def _train_with(r: Reading) -> bool:
    """ "trained recruits", "train with the marines", "trained near the border": soldiers on one side at least."""
    v, tree = r.view, r.view.tree
    subject, found = tree.subject(r.first), tree.object(r.first)
    together = [at for p, at in phrase_heads(v, r.first) if p in {"with", "alongside"}]
    sides = [h for h in (subject, found, *together) if h is not None]
    soldiers = v.vocabulary.classes["personnel"] | _LEARNERS
    military = [h for h in sides if any(f.is_military for f in forces_of(v, h)) or v.words_in(*tree.span(h)) & soldiers]
    agents = [h for h in (subject,) if h is not None and not r.passive]
    finite = any(t in {"VBD", "VBZ", "VBP", "MD"} for t in tree.tags)
    if subject is not None and r.passive and tree.labels[r.first] == "acl" and not finite and not tree.agent(r.first):
        agents, found = (
            [tree.heads[tree.heads[subject]] if tree.labels[subject] == "pobj" else subject],
            None,
        )  # "soldiers of both armies trained in the hills": the main verb, misread
        r.passive = False
    trained = [h for h in (found if not r.passive else subject,) if h is not None]
    named = {at for p, at in phrase_heads(v, r.first) if p in {"in", "during", "for", "as"} and v.key(at) in _DRILLS}
    r.act = Act(tuple(dict.fromkeys([*agents, *together])), tuple(trained), (), frozenset(named))
    if not military or r.passive and tree.labels[r.first] == "amod":
        return False
    if trained and not together and not any(f.codes for h in trained for f in forces_of(v, h)):
        return False  # "trained 300 officers": whose, nobody says
    return len(sides) > 1 or bool(v.spotted.places)


def _patrolling(r: Reading) -> bool:
    """A force patrols, escorts or flies over; a patrol that is attacked or a patrol boat is none."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    parties = _parties(r)
    if r.trigger.kind == "verb":
        return bool(parties)
    above = tree.clause(tree.first_conjunct(r.last))
    if tree.labels[r.last] in {"nsubj", "dobj", "nsubjpass"} and above != r.last:
        unit = tree.labels[r.last] == "nsubj" and v.key(r.last).startswith("escort")
        going = v.key(above) in verbs("do") | _GOING and not unit
        if not going:
            return False  # "a patrol lost its way": men, not what they do
    return bool(parties) or v.is_military


def _force(r: Reading) -> bool:
    v = r.view
    return (
        any((f.codes or f.is_military) and not f.is_weak and v.cost(f.last, r.first) < 3.2 for f in v.spotted.forces)
        or any(f.codes and v.cost(f.last, r.first) < 1.0 for f in v.spotted.forces)
        or v.key(r.subject[1] - 1) in {"it", "they", "which", "who", "its"}
    )


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "exercising": _exercising,
    "training": _training,
    "named_exercise": _named_exercise,
    "train_with": _train_with,
    "patrolling": _patrolling,
    "force": _force,
}
