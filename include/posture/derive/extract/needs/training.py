"""Who trains whom: in courses and schools, with others, or others' soldiers."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import BE
from ..facts.acts import Act, is_modifier, phrase_heads
from ..forces.targets import ARMED, forces_of, who
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .course import has_course, inner
from .drills import DRILLS, JOINT, parties
from .nouns import is_mission
from .sojourns import trains_there

_LEARNERS = nouns("learner")
_OTHERS = words("training.others")
_COURSES = frozenset("course courses instruction tuition".split())
_GIVES = verbs("training.gives")


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
    if _is_in_training(r, above) or v.key(r.last) == "training" and trains_there(r):
        return True
    if _learns(r, above) or _is_given(r, above):
        return True
    if v.key(r.last) in _COURSES:
        return False
    if _is_under_way(r, above):
        return True
    jointly = bool(v.words_in(tree.span(r.last)[0], r.last) & JOINT)
    jointly = jointly or v.key(r.last + 1) == "together"
    jointly = jointly or any(p in {"with", "between"} and forces_of(v, at) for p, at in phrase_heads(v, r.last))
    return jointly and bool(parties(r))


def _is_under_way(r: Reading, above: int) -> bool:
    """ "Has paused all training", "training will take place at the camp": a force's, by its course alone."""
    v, tree = r.view, r.view.tree
    noun = tree.first_conjunct(r.last)
    above = inner(v, above) if tree.subject(above) == noun else above
    if above == r.last or not has_course(v, noun, above) or not v.is_military or v.is_of_civilians:
        return False
    taught = [at for p, at in phrase_heads(v, r.last) if p in {"of", "for"} and not v.places_in(at, at + 1)]
    soldiers = v.vocabulary.classes["personnel"] | v.vocabulary.classes["units"] | _LEARNERS
    if any(not heads_of(r, t) & soldiers and not any(f.is_military for f in forces_of(v, t)) for t in taught):
        return False  # "training for teachers"
    theirs = [h for h in parties(r) if any(f.is_military for f in forces_of(v, h))]
    return bool(theirs or v.spotted.places)


def _is_in_training(r: Reading, above: int) -> bool:
    """ "Have been in training at the fort since April"."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.last] != "pobj" or tree.keys[tree.heads[r.last]] != "in" or v.key(r.last) != "training":
        return False
    subject = tree.subject(above)
    if v.key(above) not in {"is", "are", "was", "were", "been", "be"} or subject is None:
        return False
    r.act = Act((subject,), (), (), frozenset())
    return bool(v.spotted.places) and any(f.is_military for f in forces_of(v, subject))


def _learns(r: Reading, above: int) -> bool:
    """ "Thirty officers began a course", "the school held its last course": soldiers are taught."""
    v, tree = r.view, r.view.tree
    if above == r.last or tree.labels[r.last] not in {"dobj", "nsubjpass", "pobj"}:
        return False
    within = tree.keys[tree.heads[r.last]]
    if tree.labels[r.last] == "pobj" and (within != "in" or v.key(r.last + 1) == "of" or tree.of(above, "prt")):
        return False  # "in the course of the year"
    passive = tree.is_passive(above)
    subject = tree.agent(above) if passive else tree.subject(above)
    if subject is None or subject == r.last:
        return False
    own = tree.labels[r.last] != "pobj" or v.key(above) in _GRADUATES
    teachers = [at for i in (r.last, above) for p, at in phrase_heads(v, i) if p in {"by", "with", "under", "from"}]
    r.act = Act((subject, *(t for t in teachers if forces_of(v, t) and t != subject)), (), (), frozenset())
    words = heads_of(r, subject)
    if v.key(above) in _LEARNS and own:
        learners = words & (v.vocabulary.classes["personnel"] | _LEARNERS) - {"police"}
        if v.words_in(*tree.span(subject)) & {"police", "policemen", "policewomen"}:
            return False
        return bool(learners) or any(f.is_military for f in forces_of(v, subject))
    school = bool(v.words_in(*tree.span(subject)) & _SCHOOLS) and v.is_military
    return v.key(r.last) in _COURSES and v.key(above) in _GIVES and school


def _is_given(r: Reading, above: int) -> bool:
    """ "Training is given by the mission", "the training of Iraqi troops takes place at Taji"."""
    v, tree = r.view, r.view.tree
    if tree.labels[r.last] not in {"nsubj", "nsubjpass"} or above == r.last:
        return False
    given = v.key(above) in _GIVES | {"done", "conducted", "carried", "delivered", "led", "undertaken"}
    by = tree.agent(above)
    taught = [at for p, at in phrase_heads(v, r.last) if p in {"of", "for"} and forces_of(v, at)]
    if given and by is not None and v.is_military and (who(v, (by,)) in ARMED or "mission" in heads_of(r, by)):
        r.act = Act((by,), tuple(taught), (), frozenset())
        return True
    goes_on = given or v.key(above) in {"take", "takes", "took", "taking", "begin", "begins", "began", "begun"} | {
        *("continue continues continued start starts started end ends ended resume resumes resumed".split())
    }
    soldiers = any(f.is_military for t in taught for f in forces_of(v, t))
    by_whom = [at for i in (r.last, above) for p, at in phrase_heads(v, i) if p in {"by", "with"} and forces_of(v, at)]
    if by_whom:
        r.act = Act(tuple(by_whom), tuple(taught), (), frozenset())
    else:
        parties(r)
    return goes_on and soldiers and bool(v.spotted.places)


_LEARNS = frozenset(
    "begin begins began begun beginning start starts started starting commence commenced finish finishes finished "
    "finishing complete completes completed completing conclude concluded attend attends attended attending undergo "
    "undergoes underwent undergone undergoing undertake undertook undertaken undertaking take takes took taken taking "
    "follow follows followed following pass passed receive receives received receiving get gets got getting do did "
    "done doing join joined enter entered continue continued resume resumed need".split()
)
_GRADUATES = frozenset("take takes took taking participate participated".split())
_SCHOOLS = frozenset("school centre center academy college institute mission team".split())


def _train_with(r: Reading) -> bool:
    """ "trained recruits", "train with the marines", "trained near the border": soldiers on one side at least."""
    v, tree = r.view, r.view.tree
    subject, found = tree.subject(r.first), tree.object(r.first)
    if found is not None and v.key(found - 1) in {"off", "in", "near", "on", "at", "alongside"}:
        found = None  # "trained off X": a preposition that was taken for a particle
    if _is_aim(r):
        return False
    if not r.passive and found is not None and v.key(r.first) in verbs("teach"):  # "taught the skill to soldiers"
        found = (
            found
            if any(f.is_military for f in forces_of(v, found))
            else next(
                iter([*tree.of(r.first, "dative"), *(at for p, at in phrase_heads(v, r.first) if p == "to")]), found
            )
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
    named = {at for p, at in phrase_heads(v, r.first) if p in {"in", "during", "for", "as"} and v.key(at) in DRILLS}
    r.act = Act(tuple(dict.fromkeys([*agents, *together])), tuple(trained), (), frozenset(named))
    if subject is not None and is_mission(v, subject) and any(f.codes for h in trained for f in forces_of(v, h)):
        military += trained  # "the mission has trained 56,000 Ukrainians"
    if not military or r.passive and tree.labels[r.first] == "amod":
        return False
    if r.passive and tree.labels[r.first] == "acl" and finite and not v.places_in(*tree.span(r.first)):
        return False  # "the battalion, trained by Poles, left": what kind it is
    if v.key(r.first) not in verbs("drill") and not trained:
        return False  # "teaches at a school"
    taught = any(f.codes for h in trained for f in forces_of(v, h))
    others = who(v, tuple(agents)) == "state" and any(heads_of(r, h) & _OTHERS for h in trained)
    own = {c for h in agents for f in forces_of(v, h) for c in f.codes}
    abroad = any(p.place.country_code not in {None, *own} for p in v.spotted.places)
    others = others or bool(own) and abroad  # "the EU mission instructed 240 soldiers at a camp in Bangui"
    if trained and not together and not taught and not others:
        return False  # "trained 300 officers": whose, nobody says
    if trained and not any(h in military for h in trained):
        return False  # "taught the children"
    return len(sides) > 1 or bool(v.spotted.places)


def _is_aim(r: Reading) -> bool:
    """ "Its task is to train the army": what for, not that it does."""
    v, tree = r.view, r.view.tree
    at = r.first
    while tree.labels[at] in {"conj", "xcomp", "ccomp"} and tree.tags[at] in {"VB", "NN"}:
        at = tree.heads[at]
    subject = tree.subject(at) if at != r.first and v.key(at) in BE else None
    return subject is not None and v.key(subject) in _AIMS


_AIMS = nouns("task") | nouns("aim") | {"mission"}


def heads_of(r: Reading, noun: int) -> set[str]:
    """The noun and those that its "of" names: "thousands of members"."""
    tree = r.view.tree
    inner = tree.under(noun, {"of"})
    return {r.view.key(n) for n in (noun, *inner, *tree.of(noun, "conj", "appos"))}


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "training": _training,
    "train_with": _train_with,
}
