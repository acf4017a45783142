"""What an act is done to: the head nouns that a trigger acts upon, by grammatical role, lists and parts resolved.

A verb's theme is its object, a passive's subject, the subject of an intransitive ("the base closed"); a noun's is what
its "of" governs, its owner or the noun before it ("the closure of the base", "the base's closure", "base closure").
"""

from __future__ import annotations

from ..clauses import View
from ..language.classes import words
from ..reading import Reading
from .extents import extent

_CONTROL = words("themes.control")
_GATES = frozenset({"gate", "gates", "door", "doors"})
_PARTICLES = frozenset("up down out over back off away in on".split())
#: "three of its bases", "a string of outposts": what counts stands after "of".
_PARTS = frozenset(
    (
        "one two three four five six seven eight nine ten some several many most all any each none both part parts "
        "half rest last first remainder number dozen dozens couple pair handful series string chain network majority "
        "years months decades group another third quarter kind type sort host set ring cluster"
    ).split()
)
_BEFORE_THEME = frozenset("of over on at for in about".split())
#: Words that stand for a thing named before.
ANAPHORS = frozenset(
    "it them this these that those one ones another other others two three four both each latter former which "
    "second third fourth fifth".split()
)


def themes(r: Reading) -> list[int]:
    """Head nouns of what the act is done to, in the order of the text."""
    found = _of_verb(r) if r.trigger.kind == "verb" else _of_noun(r)
    return members(r.view, [*found, *_above(r, found)])


def _above(r: Reading, found: list[int]) -> list[int]:
    """ "the camp on the island, which was opened in May": the clause may hang on the noun before."""
    tree, made = r.view.tree, list[int]()
    if r.trigger.kind == "verb" and tree.labels[r.first] in {"relcl", "acl"} and tree.heads[r.first] in found:
        at = tree.heads[r.first]
        while tree.labels[at] == "pobj" and tree.labels[tree.heads[at]] == "prep":
            at = tree.heads[tree.heads[at]]
            if not tree.is_verb(at) and at < r.first:
                made.append(at)
    return made


def members(view: View, heads: list[int]) -> list[int]:
    """The heads with their conjuncts; a part or number gives way to what it is part of."""
    tree, made, stack = view.tree, list[int](), list(reversed(heads))
    seen: set[int] = set()
    while stack:
        at = stack.pop()
        if at in seen:
            continue
        seen.add(at)
        stack += [c for c in reversed(tree.of(at, "conj", "appos")) if not tree.is_predicate(c)]
        if view.key(at) in _PARTS or tree.tags[at] == "CD":
            inner = tree.under(at, {"of"})
            if inner:
                stack += inner
                continue
        made.append(at)
    return made


def _of_verb(r: Reading) -> list[int]:
    tree, verb, last = r.view.tree, r.first, r.last
    if (
        r.trigger.words[-1:] == ("to",)
        and r.trigger.particles
        and r.trigger.lemma.partition(" ")[0] in {"come", "draw"}
        and (subject := tree.subject(verb)) is not None
    ):
        return [subject]  # "the mission came to its end"
    if last > verb and tree.labels[last] in {"prep", "agent"} and (inner := tree.of(last, "pobj")):
        return inner  # "take possession of the base": the trigger's own preposition governs it
    if r.elliptic:
        return []
    if last > verb and tree.labels[last] == "prep" and tree.labels[verb] == "relcl" and not tree.of(last, "pcomp"):
        return [tree.heads[verb]]  # "the lease that they put their names to"
    if r.passive:
        subject = tree.subject(verb)
        found = [] if subject is None else _controlled(r, subject)
        if (
            subject is not None and tree.heads[subject] == verb
        ):  # "its sites, among them the fort, are to be closed": two subjects, as parsers see it
            found += [s for s in tree.of(tree.heads[subject], "nsubj", "nsubjpass") if s < subject]
        if tree.labels[verb] == "relcl" and tree.heads[verb] not in found and not _has_where(r.view, verb):
            found.append(tree.heads[verb])  # "the pact on which this rests was signed": as the parser reads it
        return found
    object_ = tree.object(verb)
    if object_ is not None and r.view.key(object_) in r.trigger.particles:
        object_ = next((o for o in tree.of(verb, "dobj") if o != object_), object_)  # "cut short its mission"
    if object_ is not None and verb < object_ <= last:
        object_ = None  # "the base began operations": of the trigger itself
    if _is_for(r.trigger.particles) and (inner := _asked_for(r.view, verb, object_)):
        return inner  # "asked the government for a base"
    if object_ is None and r.trigger.lemma.startswith("let ~"):
        return [n for c in tree.of(verb, "ccomp", "xcomp") for n in tree.of(c, "nsubj")]  # "let the mandate lapse"
    if object_ is None and r.trigger.particles:
        inner = tree.under(verb, _PARTICLES.intersection(r.trigger.particles))
        if inner:
            return inner  # "put up a camp", where the parser takes "up" for a preposition
    if (
        object_ is not None
        and r.view.key(object_) in _GATES
        and r.type_code in {"base_closure", "base_opening", "mission_end"}
    ):
        subject = tree.subject(verb)  # "the base closed its gates"
        return [] if subject is None else [subject]
    if object_ is not None:
        # "decided that the mandate ends in May": the parser may take "that" for an object
        own = [] if object_ > verb else tree.of(verb, "nsubj")
        return [*_controlled(r, object_), *own]
    subject = tree.subject(verb)
    return [] if subject is None else _controlled(r, subject)


def _is_for(particles: tuple[str, ...]) -> bool:
    """ "ask ~ for", "have ~ wish for"."""
    return bool(particles) and all(p.split()[-1] == "for" for p in particles)


def _asked_for(view: View, verb: int, thing: int | None) -> list[int]:
    return [n for at in (verb, thing) if at is not None for n in view.tree.under(at, {"for"})]


def _controlled(r: Reading, noun: int) -> list[int]:
    if r.type_code == "base_handover" and r.view.key(noun) in _CONTROL:
        return r.view.tree.under(noun, {"of", "over", "at", "for"}) or _locked(r, noun) or [noun]
    return [noun]


def _locked(r: Reading, noun: int) -> list[int]:
    """ "Handed over the keys to the camp": what they open."""
    tree, sites = r.view.tree, r.view.vocabulary.classes["sites"]
    if r.view.key(noun) not in {"keys", "key"}:
        return []
    tops = [*tree.under(noun, {"to"}), *(tree.top(s, e) for p, s, e in r.phrases if p == "to")]
    return [n for n in tops if r.view.key(n) in sites][:1]


def _of_noun(r: Reading) -> list[int]:
    tree, noun = r.view.tree, r.last
    under = tree.heads[noun]
    if tree.labels[noun] == "pobj" and r.view.key(under) == "under" and not tree.under(noun, {"of", "on"}):
        subject = tree.subject(tree.clause(noun))  # "the pier is under construction at X"
        return [] if subject is None else [subject]
    found = tree.under(noun, _BEFORE_THEME)
    found += tree.of(noun, "poss", "compound", "nmod", "amod")
    found += extent(r.view, noun)
    if found:
        return found
    above = tree.heads[noun]
    if tree.labels[noun] == "pobj" and r.view.key(above) in {"under", "in", "for"}:
        subject = tree.subject(tree.clause(noun))  # "the pier is under construction"
        return [] if subject is None else [subject]
    clause = tree.clause(noun)
    if tree.labels[clause] == "relcl" and _has_where(r.view, clause):
        return [tree.heads[clause]]  # "the airfield, where building began"
    return []


def _has_where(view: View, clause: int) -> bool:
    return any(view.key(k) == "where" for k in view.tree.of(clause, "advmod"))
