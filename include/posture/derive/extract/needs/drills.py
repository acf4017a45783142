"""Who exercises and trains, alone, with others, or others: at manoeuvres, by a name, in courses."""

from __future__ import annotations

from collections.abc import Callable

from ..acts import Act, act_of, is_modifier, noun_at, phrase_heads
from ..arms import nouns, verbs
from ..grammar import MONTH_NAMES
from ..reading import Reading
from ..targets import ARMED, forces_of, side_of, who

_JOINTLY = frozenset("with between by of involving alongside and".split())
#: What makes an exercise or a training one of arms.
_JOINT = frozenset("joint combined live-fire fire bilateral trilateral multinational amphibious airborne".split())
_ARMED = _JOINT | frozenset(
    "military naval air army defence defense field command staff post live annual yearly border maritime tank "
    "artillery gunnery winter war snap readiness anti-submarine cyber nato brigade battalion".split()
)
#: What is exercised without arms: "an exercise in map reading", "the exercise of power".
_ABSTRACT = frozenset("of in".split())
_DRILLS = frozenset(
    "exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame wargames game games".split()
)
_LEARNERS = frozenset(
    "recruit recruits cadets conscripts police units battalion battalions brigade brigades members fighters crews crew "
    "pilots volunteers guards guard reservists officers instructors corps army forces militia men".split()
)
#: Learners that are not the teachers' own men.
_OTHERS = frozenset(
    "members recruits fighters rebels militia militias militiamen militants volunteers insurgents "
    "mercenaries guerrillas tribesmen allies partners counterparts".split()
)
_COURSES = frozenset("course courses instruction tuition".split())
_GIVES = frozenset(
    "gave give gives given giving provide provides provided ran run runs hold held offer offered".split()
)


def parties(r: Reading) -> list[int]:
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
    if r.trigger.kind == "verb":
        if v.key(r.first).startswith(("exercis", "drill")) and tree.object(r.first) is not None:
            return False
        return bool(parties(r)) and _of_arms(r)
    if v.key(r.last).startswith("exercise"):
        for p, at in phrase_heads(v, r.last):
            if p in _ABSTRACT and at > r.last and side_of(v, at) == "thing" and not v.places_in(*tree.span(at)):
                if tree.heads[at] == r.last or tree.heads[tree.heads[at]] == r.last:
                    return False
    if _looks_back(r) or _is_purpose(r) or not _of_arms(r):
        return False
    return bool(parties(r)) or v.is_military


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
    above = tree.clause(prep)
    return v.key(above) not in verbs("gather") | verbs("hold") | verbs("call")


def _joins_to_train(r: Reading) -> bool:
    """ "The battalion joined 900 Latvian soldiers for the manoeuvre": the joining is the drill."""
    v, tree = r.view, r.view.tree
    purposes = [at for p, at in phrase_heads(v, r.first) if p in {"for", "in", "during"}]
    drills = [at for at in purposes if v.words_in(*tree.span(at)) & _DRILLS]
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
    fights = bool(acts & _PLAYED) or bool(words & (nouns("event") | nouns("offensive") | _PLAYED | _DRILLS))
    return fights and any(f.is_military for f in forces_of(v, subject))


_PLAYED = frozenset(
    "landing landings raid raids assault assaults attack attacks evacuation capture recapture defence defense boarding "
    "interception strike strikes firing gunnery parachuting jumps manoeuvre manoeuvres crossing crossings resupply "
    "refuelling refueling reconnaissance airdrop airdrops insertion ambush ambushes invasion blockade seizure".split()
)


def _known_exercise(r: Reading) -> bool:
    """An exercise that recurs, by its name: held, begun, joined or told of, by forces."""
    v, tree = r.view, r.view.tree
    if not all(v.toks[k].text[:1].isupper() for k in range(r.first, r.last + 1) if v.key(k).isalpha()):
        return False
    near = [tree.heads[r.last], tree.heads[tree.heads[r.last]], *tree.of(r.last, "appos", "conj", "compound", "nmod")]
    if any(v.key(n) in _DRILLS for n in near):
        return False  # "the Malabar drills", "the exercise Malabar": the noun says it
    if is_modifier(r) or _looks_back(r) or _is_purpose(r):
        return False
    above = tree.clause(tree.first_conjunct(r.last))
    held = above != r.last and v.key(above) in verbs("hold") | {"held", "trained", "drilled", "is", "was", "will"}
    return held and bool(parties(r)) or any(f.is_military for f in v.spotted.forces) and bool(parties(r))


def _numbered_exercise(r: Reading) -> bool:
    """ "will hold Brave Lion 24": a name with a number, held by forces."""
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
    return numbered and bool(capital) and any(f.is_military for h in parties(r) for f in forces_of(v, h))


def _training(r: Reading) -> bool:
    """Training as an event: joint, with somebody, or given to soldiers."""
    v, tree = r.view, r.view.tree
    if is_modifier(r):
        return False
    above = tree.clause(tree.first_conjunct(r.last))
    if v.key(above) in _GIVES and above != r.last:
        taught = [*tree.of(above, "dative"), *(at for p, at in phrase_heads(v, above) if p in {"for", "to"})]
        taught = [t for t in taught if any(f.is_military or f.codes for f in forces_of(v, t))]
        subject = tree.agent(above) if tree.is_passive(above) else tree.subject(above)
        if taught and subject is not None and who(v, (subject,)) in ARMED:
            r.act = Act((subject,), tuple(taught), (), frozenset())
            return True
    if v.key(r.last) in _COURSES:
        return False
    jointly = bool(v.words_in(tree.span(r.last)[0], r.last) & _JOINT)
    jointly = jointly or any(p in {"with", "between"} and forces_of(v, at) for p, at in phrase_heads(v, r.last))
    return jointly and bool(parties(r))


def _train_with(r: Reading) -> bool:
    """ "trained recruits", "train with the marines", "trained near the border": soldiers on one side at least."""
    v, tree = r.view, r.view.tree
    subject, found = tree.subject(r.first), tree.object(r.first)
    if not r.passive and found is not None and v.key(r.first) in verbs("teach"):  # "taught the skill to soldiers"
        found = next(
            iter([*tree.of(r.first, "dative"), *(at for p, at in phrase_heads(v, r.first) if p == "to")]), found
        )
    together = [at for p, at in phrase_heads(v, r.first) if p in {"with", "alongside"}]
    by = tree.agent(r.first) if r.passive else None
    sides = [h for h in (subject, found, by, *together) if h is not None]
    soldiers = v.vocabulary.classes["personnel"] | _LEARNERS
    military = [h for h in sides if any(f.is_military for f in forces_of(v, h)) or heads_of(r, h) & soldiers]
    agents = [h for h in (subject,) if h is not None and not r.passive] + [h for h in (by,) if h is not None]
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
    if v.key(r.first) not in verbs("drill") and not trained:
        return False  # "teaches at a school"
    taught = any(f.codes for h in trained for f in forces_of(v, h))
    others = who(v, tuple(agents)) == "state" and any(heads_of(r, h) & _OTHERS for h in trained)
    if trained and not together and not taught and not others:
        return False  # "trained 300 officers": whose, nobody says
    if trained and not any(h in military for h in trained):
        return False  # "taught the children"
    return len(sides) > 1 or bool(v.spotted.places)


def heads_of(r: Reading, noun: int) -> set[str]:
    """The noun and those that its "of" names: "thousands of members"."""
    tree = r.view.tree
    inner = [n for p in tree.of(noun, "prep") if tree.keys[p] == "of" for n in tree.of(p, "pobj")]
    return {r.view.key(n) for n in (noun, *inner, *tree.of(noun, "conj", "appos"))}


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
    "known_exercise": _known_exercise,
    "numbered_exercise": _numbered_exercise,
    "joins_to_train": _joins_to_train,
    "rehearsing": _rehearsing,
    "training": _training,
    "train_with": _train_with,
    "force": _force,
}
