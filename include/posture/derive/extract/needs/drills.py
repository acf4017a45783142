"""Who exercises, alone or with others: at manoeuvres, by a name, rehearsing."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.acts import Act, act_of, conjuncts, is_modifier, noun_at, phrase_heads
from ..forces.targets import ARMED, forces_of, side_of, who
from ..language.classes import nouns, verbs, words
from ..language.grammar import MONTH_NAMES
from ..reading import Reading
from .sojourns import trains_there

_JOINTLY = frozenset("with between by of involving alongside and".split())
#: What makes an exercise or a training one of arms.
JOINT = frozenset("joint combined live-fire fire bilateral trilateral multinational amphibious airborne".split())
_ARMED = JOINT | frozenset(
    "military naval air army defence defense field command staff post live annual yearly border maritime tank "
    "artillery gunnery winter war snap readiness anti-submarine cyber nato brigade battalion".split()
)
#: What is exercised without arms: "an exercise in map reading", "the exercise of power".
_ABSTRACT = frozenset("of in".split())
DRILLS = nouns("drills.drills")


_WATCHING = verbs("drills.watching")
_INVOLVING = frozenset("involve involves involved include includes included feature features featured".split())


def shares_in(view: View, verb: int) -> bool:
    """ "Take part in it", "will join the drill": the subject is there."""
    tree, key = view.tree, view.key(verb)
    if key in {"take", "takes", "took", "taking", "taken"}:
        return any(view.key(c) == "part" for c in tree.of(verb, "dobj"))
    if key.startswith(("practis", "practic", "rehears")):
        return True
    if key.startswith("join"):  # "joined the war game"
        return any(view.key(c) in DRILLS for c in tree.of(verb, "dobj"))
    return key in {"participate", "participates", "participated", "participating"} and bool(tree.of(verb, "prep"))


def parties(r: Reading) -> list[int]:
    """Heads of those who take part: who acts, whose it is, and those that "with", "between" or "of" name."""
    v, tree = r.view, r.view.tree
    act = act_of(v, r.first, r.last, r.trigger.kind == "noun")
    heads = list(act.agents)
    if r.trigger.kind == "noun":
        noun = noun_at(v, r.last)
        above = tree.clause(tree.first_conjunct(noun))
        subject = tree.subject(above) if above != noun and v.key(above) not in _WATCHING else None
        if tree.labels[above] == "advcl" and subject == noun and not heads:  # "once a drill with X is over, Y will …"
            subject = tree.subject(tree.heads[above])
        heads += [] if subject is None or subject == noun else [subject]
        heads += [at for p, at in phrase_heads(v, noun) if p in _JOINTLY]
        if subject == noun and v.key(above) in _INVOLVING and (part := tree.object(above)) is not None:
            heads += [part, *conjuncts(tree, part)]  # "the manoeuvre included a frigate of X"
        held = [s for c in tree.of(noun, "relcl") if v.key(c) in verbs("hold") and (s := tree.subject(c)) is not None]
        heads = [h for h in held if h != noun] or heads  # "the drills which the alliance began"
        heads += [at for p, at in phrase_heads(v, above) if p in {"with", "by", "alongside"} and above != noun]
    else:
        heads += [c for h in act.agents for n in (h, *tree.of(h, "appos")) for c in conjuncts(tree, n)]
        heads += [at for p, at in phrase_heads(v, r.first) if p in {"with", "alongside"}]
    r.act = Act(tuple(dict.fromkeys(h for h in heads if h != r.last)), (), (), act.events)
    return [h for h in r.act.agents if who(v, (h,)) in ARMED]


def _exercising(r: Reading) -> bool:
    """Forces exercise; nobody exercises power, caution or a right."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    if r.trigger.kind == "verb":
        given = tree.object(r.first)  # "exercised off X" is read as if X were
        if v.key(r.first).startswith(("exercis", "drill")) and given is not None and not v.places_in(*tree.span(given)):
            return False
        if v.key(r.first)[:3] == "man" and not _is_jointly(r):
            return False  # "the tanks manoeuvred out of range"
        return bool(parties(r)) and _of_arms(r)
    if any(v.key(c) in _ROTATING for c in tree.of(r.last, "amod", "compound")):
        return False  # "the rotational exercise": troops are relieved
    if v.key(r.last).startswith("exercise"):
        for p, at in phrase_heads(v, r.last):
            if any(t == at or at in range(t, t + 2) for t, _ in v.timed):
                continue  # "an exercise in March"
            if p in _ABSTRACT and at > r.last and side_of(v, at) == "thing" and not v.places_in(*tree.span(at)):
                if tree.heads[at] == r.last or tree.heads[tree.heads[at]] == r.last:
                    return False
    if v.words_in(tree.span(r.last)[0], r.last) & _MOVES and v.key(r.last)[:3] == "man":
        return False
    if trains_there(r):
        return True
    if _looks_back(r) or _is_purpose(r) or not _of_arms(r) or _is_any_act(r):
        return False
    watched = v.key(tree.clause(tree.first_conjunct(r.last))) in _WATCHING
    return bool(parties(r)) or v.is_military and not watched


def _is_jointly(r: Reading) -> bool:
    """ "The fleets manoeuvred together", "with the Greeks"."""
    v, tree = r.view, r.view.tree
    words = {v.key(c) for c in tree.of(r.first, "advmod")} | {p for p, _ in phrase_heads(v, r.first)}
    return bool(words & {"together", "jointly", "with", "alongside"})


_ROTATING = frozenset("rotational rotation rotating relocation redeployment withdrawal drawdown evacuation".split())


def _is_any_act(r: Reading) -> bool:
    """ "This exercise was part of the process", where no drill was told: what was just told."""
    v, tree = r.view, r.view.tree
    this = tree.labels[r.last] in {"nsubj", "nsubjpass"} and any(v.key(c) == "this" for c in tree.of(r.last, "det"))
    return this and v.key(r.last) == "exercise" and not v.drill_before


_MOVES = words("drills.moves")


def _of_arms(r: Reading) -> bool:
    """A force takes part or is near, or a word says that it is military."""
    v, tree = r.view, r.view.tree
    words = v.words_in(tree.span(r.last)[0], r.last + 1)
    military = v.vocabulary.classes["military_context"]
    if v.is_military and not v.is_of_civilians:
        return True
    return (
        bool(words & _ARMED or v.words_in(0, len(v.toks)) & military)
        or any(f.is_military or f.form == "unit" for f in v.spotted.forces)
        or any(p.is_site for p in v.spotted.places)
    )


def _looks_back(r: Reading) -> bool:
    """ "the largest number since the exercise was first held": only points at what was said."""
    tree = r.view.tree
    above = tree.clause(tree.first_conjunct(r.last))
    return (
        above != r.last
        and tree.labels[above] == "advcl"
        and any(tree.keys[m] in {"since", "before"} for m in tree.of(above, "mark"))
    )


def _is_purpose(r: Reading) -> bool:
    """ "arrived for the exercise", "is in the country for drills": why others came, unless they meet for it."""
    v, tree = r.view, r.view.tree
    noun = tree.first_conjunct(noun_at(v, r.last))
    if tree.labels[noun] != "pobj" or tree.keys[tree.heads[noun]] not in {"for", "ahead", "of"}:
        return False
    prep = tree.heads[noun]
    if tree.keys[prep] == "of" and tree.keys[tree.heads[prep]] != "ahead":
        return False
    if any(v.key(c) in verbs("hold") for c in tree.of(noun, "relcl")):
        return False  # "came for the drills which the alliance began on Monday"
    above = tree.clause(prep)
    return v.key(above) not in verbs("gather") | verbs("hold") | verbs("call")


def _joins_to_train(r: Reading) -> bool:
    """ "The battalion joined 900 Latvian soldiers for the manoeuvre": the joining is the drill."""
    v, tree = r.view, r.view.tree
    purposes = [at for p, at in phrase_heads(v, r.first) if p in {"for", "in", "during"}]
    drills = [at for at in purposes if v.words_in(*tree.span(at)) & DRILLS]
    if not drills or r.passive:
        return False
    found = tree.object(r.first)
    together = [at for p, at in phrase_heads(v, r.first) if p in {"with", "alongside"}]
    heads = [h for h in (tree.subject(r.first), found, *together) if h is not None and h not in drills]
    named = {c for d in drills for c in (d, *tree.of(d, "appos", "compound", "nmod"))}
    r.act = Act(tuple(dict.fromkeys(heads)), (), (), frozenset(named))
    return any(who(v, (h,)) in ARMED for h in heads)


def _rehearsing(r: Reading) -> bool:
    """ "Rehearsed a landing", "practised the capture of an airfield": an act of arms that is only played."""
    v, tree = r.view, r.view.tree
    subject = tree.subject(r.first)
    played = tree.object(r.first) if r.first == r.last else next(iter(tree.of(r.last, "pobj")), None)
    if r.passive:
        subject, played = tree.agent(r.first), subject
    if played is None or subject is None or who(v, (subject,)) not in ARMED:
        return False
    words = v.words_in(*tree.span(played)) | {v.key(c) for c in tree.children[played]}
    acts = {t.lemma for k in range(*tree.span(played)) for t in v.vocabulary.by_first.get(v.key(k), ())}
    r.act = Act((subject,), (), (), frozenset({played, *tree.of(played, "conj")}))
    fights = bool(acts & _PLAYED) or bool(words & (nouns("event") | nouns("offensive") | _PLAYED | DRILLS))
    return fights and any(f.is_military for f in forces_of(v, subject))


_PLAYED = nouns("played")


def _known_exercise(r: Reading) -> bool:
    """An exercise that recurs, by its name: held, begun, joined or told of, by forces."""
    v, tree = r.view, r.view.tree
    if not all(v.toks[k].text[:1].isupper() for k in range(r.first, r.last + 1) if v.key(k).isalpha()):
        return False
    near = [tree.heads[r.last], tree.heads[tree.heads[r.last]], *tree.of(r.last, "appos", "conj", "compound", "nmod")]
    if any(v.key(n) in DRILLS for n in near):
        return False  # "the Malabar drills", "the exercise Malabar": the noun says it
    if is_modifier(r) or _looks_back(r) or _is_purpose(r):
        return False
    above = tree.clause(tree.first_conjunct(r.last))
    held = above != r.last and v.key(above) in verbs("hold") | {"held", "trained", "drilled", "is", "was", "will"}
    if held and v.is_military and any(r.first == first for first, _, _ in v.spotted.named):
        parties(r)
        return True
    return held and bool(parties(r)) or any(f.is_military for f in v.spotted.forces) and bool(parties(r))


def _spoken_of_drill(r: Reading) -> bool:
    """ "Next year's will be bigger": of the drill that was spoken of."""
    tree = r.view.tree
    if not r.view.drill_before:
        return False
    if r.trigger.lemma in {"repetition", "rerun", "repeat", "sequel"}:
        return tree.labels[r.last] in {"nsubj", "nsubjpass", "dobj", "pobj"}
    year = r.last - 1
    whose = tree.heads[year]
    parties(r)
    return tree.labels[year] != "poss" or not tree.is_noun(whose) or whose < year


def _numbered_exercise(r: Reading) -> bool:
    """ "will hold Brave Lion 24": a name with a number, held by forces."""
    v, tree = r.view, r.view.tree
    name = tree.object(r.first)
    if name is None or r.passive:
        joins = v.key(r.first).startswith(("tak", "took", "partic"))
        inside = [at for p, at in phrase_heads(v, r.first) if p == "in" and joins]
        name = inside[0] if inside else None
    if name is None or v.forces_in(*tree.span(name)) or v.words_in(*tree.span(name)) & nouns("site"):
        return False  # "hold Outpost 31": a place
    start, end = tree.span(name)
    while end < len(v.toks) and v.toks[end].text in {"-", "–"} | {t for t in (v.toks[end].text,) if t.isdigit()}:
        end += 1
    texts = [t.text for t in v.toks[start:end] if t.text not in {"the", "-", "–", '"', "“", "”"}]
    if any(t.lower() in MONTH_NAMES for t in texts):
        return False
    capital = [t for t in texts if t[:1].isupper() and t[1:2].islower()]
    numbered = len(texts) > 1 and texts[-1].isdigit() and len(texts[-1]) in {2, 4} and len(capital) == len(texts) - 1
    return numbered and bool(capital) and any(f.is_military for h in parties(r) for f in forces_of(v, h))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "exercising": _exercising,
    "known_exercise": _known_exercise,
    "spoken_of_drill": _spoken_of_drill,
    "numbered_exercise": _numbered_exercise,
    "joins_to_train": _joins_to_train,
    "rehearsing": _rehearsing,
}
