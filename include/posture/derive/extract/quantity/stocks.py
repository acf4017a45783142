"""What a clause says of a count: that so many are there, or that they move, die, are trained …

`role` climbs from the counted noun through appositions and "a force of …" to the verb that governs it; `denies` says
why a count is no level.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..clauses import View
from ..facts.predicates import is_at_home, is_at_work, is_so, is_there
from ..geography.placed import STATIONED, TRAINS, is_placed, located, moves, settled
from ..language.classes import verbs, words
from ..language.grammar import BE_FORMS, EACH, FINITE
from ..needs.drills import DRILLS, shares_in
from .levels import BESIDE_A_NUMBER, HOVERS, ROUGHLY, UNMOVED
from .quantities import Quantity

#: Labels under which a noun belongs to the noun above it.
_WITHIN = frozenset({"appos", "nmod", "compound", "amod", "nummod", "quantmod", "dep", "npadvmod"})
#: "a base with 500 men", "a force of 500": what hangs on the noun describes it.
_DESCRIBES = frozenset({"of", "with", "by", "at"})
_IS = BE_FORMS | {"'s", "'re", "being"}


@dataclass
class Role:
    """Where a count stands in its clause.

    Attributes:
        nouns: the counted noun, then those that it describes ("a force of 500" → 500, force).
        verb: the verb that governs them; None in a heading or list line without one.
        relation: subject, passive, object, attribute, the preposition before it, or "" for none.
    """

    nouns: list[int]
    verb: int | None = None
    relation: str = ""
    also: list[int] = field(default_factory=list)  # prepositions passed on the way


def role(view: View, q: Quantity) -> Role:
    """The role of a count."""
    return _deepest(view, _climb(view, q))


def _climb(view: View, q: Quantity) -> Role:
    tree = view.tree
    at = tree.noun_head(q.last if q.noun not in {"them"} else q.number)
    made = Role([at])
    for _ in range(12):
        label, up = tree.labels[at], tree.heads[at]
        if up == at:
            made.verb = at if tree.is_verb(at) else None
            return made
        if label == "conj":
            at = up
            if tree.labels[at] == "prep":
                at = tree.heads[at]
            if tree.is_verb(at):
                told = tree.of(at, "ccomp") if tree.keys[q.first - 1] != "not" else []
                at = next(iter(told), at)  # "600 are at X, says Y, and up to 1,450 at Z"
                made.verb, made.relation = at, "passive" if tree.is_passive(at) else "subject"
                return made
            if q.first > at and at not in made.nouns and tree.labels[at] == "pobj":
                continue
            continue
        if label == "pobj" and tree.keys[up] in ROUGHLY and tree.tags[min(q.last + 1, len(tree.tags) - 1)] in FINITE:
            made.verb, made.relation = tree.clause(q.last + 1), "subject"
            return made
        if label == "pobj" and tree.keys[up] in BESIDE_A_NUMBER and up == q.number - 1 and tree.is_verb(tree.heads[up]):
            made.verb = tree.heads[up]  # "there are to be around 2,000", "they number around 500", "stays under 70"
            made.relation = "attribute" if tree.keys[made.verb] in _IS | HOVERS else "object"
            return made
        if label in {"pobj", "pcomp"}:
            prep, host = tree.keys[up], tree.heads[up]
            while tree.labels[host] == "prep" and tree.heads[host] != host:
                host = tree.heads[host]
            made.also.append(up)
            if tree.is_verb(host):
                made.verb, made.relation = host, prep
                return made
            if (prep in _DESCRIBES or prep == "for" and tree.keys[host] in {"port", "homeport"}) and host != up:
                made.nouns.append(host)
                at = host
                continue
            made.verb, made.relation = tree.clause(host), prep
            made.nouns.append(host)
            if not tree.is_verb(made.verb):
                made.verb = None
            return made
        if tree.is_verb(up) or label in {"nsubj", "nsubjpass", "dobj", "attr", "expl"}:
            made.verb, made.relation = up, _relation(view, at, label)
            return made
        if label in _WITHIN or tree.tags[up][:2] in {"NN", "CD"}:
            made.nouns.append(up)
            at = up
            continue
        at = up
    return made


def _deepest(view: View, r: Role) -> Role:
    """Of those who "are to be called up", the calling up is said."""
    if r.verb is not None and r.relation in {"subject", "passive"}:
        below = view.tree.infinitive(r.verb)
        if below != r.verb:
            r.verb, r.relation = below, "passive" if view.tree.is_passive(below) else "subject"
    return r


def _relation(view: View, at: int, label: str) -> str:
    verb = view.tree.heads[at]
    if label == "nsubjpass":
        return "passive"
    if label in {"nsubj", "csubj"}:
        return "passive" if view.tree.is_passive(verb) else "subject"
    if label in {"dobj", "dative", "oprd", "ccomp", "xcomp"}:
        return "object"
    if label == "attr":
        return "attribute"
    return "beside"  # an apposition or adverbial phrase that the parser hung on the verb


def no_level(view: View, r: Role, moving: frozenset[int], q: Quantity) -> str:
    """Why a count is no level; "" if the clause says that so many are there.

    `moving`: verbs and nouns that frames of moves, attacks … have read; their arguments are theirs.
    """
    tree, classes = view.tree, view.vocabulary.classes
    if _is_put(view, r) or is_bracketed(view, q) or view.key(q.first - 1) in _NUMBER and q.noun == "strong":
        return ""
    if view.key(q.last) == "strong" and len(r.nouns) > 1 and view.key(q.first - 1) == ",":
        return ""  # "the mission, some 22,000 strong, also includes …"
    for noun in r.nouns[1:]:
        if noun in moving:
            return "part_of_other_record"
        if tree.keys[noun] in classes["events"]:
            return "not_a_level"
    of_it = bool(r.also) and tree.keys[r.also[0]] == "of"
    if len(r.nouns) > 1 and tree.keys[r.nouns[1]] in _SHARES and r.nouns[1] < q.first and of_it:
        return "not_a_level"
    subject = None if r.verb is None else tree.subject(r.verb)
    is_side = subject is not None and tree.keys[subject] in {"side", "country", "party", "state"}
    if subject is not None and not is_side and any(tree.keys[c] in EACH for c in tree.of(subject, "det")):
        return "not_a_level"  # "each battalion has 800 men"
    placed = is_placed(view, r.nouns)
    if len(r.nouns) > 1 and tree.keys[r.nouns[1]] == "one" and tree.labels[r.nouns[0]] != "appos":
        return "" if view.words_in(q.last, q.last + 9) & STATIONED else "not_a_level"  # "one of 40 men who flew in"
    for noun in r.nouns:
        for c in tree.of(noun, "acl", "relcl"):
            if tree.keys[c] == "left" and (tree.labels[c] == "acl" or tree.is_passive(c)) and tree.object(c) is None:
                continue  # "there are 86 of them left", "the 86 who are left"
            gone = tree.keys[c] != "followed" and (c in moving or _is_gone(view, c, noun))
            if gone and tree.keys[c] not in STATIONED and not placed and tree.object(c) != noun:
                return "part_of_other_record" if c in moving else "not_a_level"
    verb = r.verb
    if verb is None:
        return ""
    key = tree.keys[verb]
    if tree.labels[verb] == "acl" and tree.heads[verb] in r.nouns:
        return ""
    if r.relation == "object" and key not in classes["spending_verbs"] and _are_there(view, r.nouns[0]):
        return ""  # "joined three destroyers that were already in X"
    own = r.relation in {"subject", "passive", "object", "attribute", "beside", "of"}
    if (own or _acts(view, r)) and verb in moving and not (r.relation == "passive" and key in STATIONED):
        return "part_of_other_record"
    stays = r.relation == "subject" and (is_at_home(view, verb) or is_at_work(view, verb))
    if stays or r.relation == "subject" and shares_in(view, verb) or _is_drawn(view, r, subject):
        return ""
    if r.relation in {"at", "to"} and key in _DEAD or _is_source(view, r):
        return "not_a_level"  # "puts the number of soldiers it killed at 100"
    if r.relation == "subject" and is_so(view, verb) and not placed:
        return "not_a_level"
    passes = key[:3] in {"fly", "fle", "flo"} and {tree.keys[c] for c in tree.of(verb, "prep")} & _PASSING
    if r.relation == "subject" and key in {"flew", "flies", "flown", "carried"} and (tree.of(verb, "dobj") or passes):
        return "not_a_level"  # "four jets flew sorties", "flew over the valley"
    if own and key in classes["spending_verbs"] and not (key in UNMOVED and _who_stay(view, r)):
        return "not_a_level"
    if q.noun == "strong" and r.relation in {"at", "to", "between"}:
        return ""  # a level is put: "estimated their number at 3,000"
    if r.relation in {"subject", "passive"} and settled(view, verb):
        return ""
    if r.relation == "passive":
        if q.is_more and key not in classes["being_verbs"]:
            return "not_a_level"
        if key in classes["placing_verbs"] or key in classes["holding_verbs"]:
            return ""
        if key in classes["being_verbs"] and (q.unit != "personnel" or located(view, verb)):
            return ""
        return "" if placed else "no_presence_verb"
    if r.relation == "subject":
        if key in classes["being_verbs"] or is_there(view, verb) or key in _GATHERED and located(view, verb):
            return ""
        return "" if placed else "no_presence_verb"
    if r.relation == "object":
        if key in classes["holding_verbs"] or key in classes["placing_verbs"] and tree.labels[verb] != "acl":
            return ""
        return "" if placed and not moves(view, verb) else "no_presence_verb"
    if r.relation in {"attribute", "beside"}:
        return "part_of_other_record" if _names_movers(view, verb) else ""
    if r.relation in {"from", "to", "at", "between", "of"} and key in _RECKONS:
        return ""
    if r.relation in {"to", "at", "by", "from"} and _UP_OR_DOWN & {tree.keys[c] for c in tree.children[verb]}:
        return ""  # "is down to 4,000 soldiers"
    if r.relation == "by" and tree.is_passive(verb) and moves(view, verb):
        return "not_a_level"  # "was followed by a force of 1,000"
    if r.relation == "of" and key not in _MADE_OF:
        return "" if placed else "no_presence_verb"
    if (
        r.relation in {"alongside", "besides", "beside"}
        and key in classes["being_verbs"] | classes["placing_verbs"]
        or r.relation in {"for", "to"}
        and key in _AMOUNTS
    ):
        return ""  # "serve in X alongside 650 from Y"
    if r.relation in {"with", "of", "at", "including", "by", "to"}:
        if r.relation in {"with", "to"} and key in TRAINS:
            return "not_a_level"
        spent = (key in classes["spending_verbs"] or moves(view, verb)) and key not in _RANKS
        return "not_a_level" if spent and not placed else ""
    return "" if placed else "no_presence_verb"


def _acts(view: View, r: Role) -> bool:
    """ "Was attacked by 40 men"."""
    return r.relation == "by" and r.verb is not None and view.tree.is_passive(r.verb)


def _is_source(view: View, r: Role) -> bool:
    """ "According to three officers"."""
    return any(view.key(a) == "according" for a in list(view.tree.ancestors(r.nouns[0]))[:3])


def _is_drawn(view: View, r: Role, subject: int | None) -> bool:
    """ "The drill drew 70 crews"."""
    is_drill = subject is not None and view.key(subject) in DRILLS
    return is_drill and r.relation == "object" and view.key(r.verb or 0) in _DRAWS


def _who_stay(view: View, r: Role) -> bool:
    """ "The 300 based in X", "those who serve there": a clause of the noun's own says where they are."""
    return is_placed(view, r.nouns) and (r.relation != "object" or bool(view.tree.of(r.nouns[0], "acl", "relcl")))


def _are_there(view: View, noun: int) -> bool:
    return any(view.key(c) in BE_FORMS | {"been"} and located(view, c) for c in view.tree.of(noun, "relcl"))


def _is_gone(view: View, verb: int, noun: int) -> bool:
    """They go, or are spent; "210 airmen, who transport supplies" do so where they are."""
    conveys = view.key(verb) in _CONVEYS and view.tree.object(verb) not in {None, noun}
    classes = view.vocabulary.classes
    has = view.tree.labels[verb] == "acl" and view.key(verb) in {"armed", "equipped"}  # "300 men armed with rifles"
    return not (conveys or has) and view.key(verb) in classes["spending_verbs"] | classes["moving_verbs"]


_CONVEYS = words("stocks.conveys")
_DRAWS = verbs("stocks.draws")
_GATHERED = frozenset("gathered assembled massed mustered regrouped".split())
_PASSING = frozenset("over past through across to into toward towards".split())
_NUMBER = frozenset({"number", "numbers", "numbered"})


def is_bracketed(view: View, q: Quantity) -> bool:
    """ "900 troops, from India (192), Nepal (80) …": a number in brackets after the name of whose they are."""
    whole = next((o for o in view.quantities if o.number < q.number and o.unit == q.unit), None)
    named = view.key(q.first - 1) == "(" and view.tree.tags[q.first - 2][:3] == "NNP"
    return (whole is not None or q.noun == "strong") and named and view.tree.heads[q.number] < q.number


_RANKS = verbs("stocks.ranks")
#: "Half of the 8,000": so many are not there.
_SHARES = frozenset("half most majority third quarter percent cent fraction part some none few two-thirds many".split())
_UP_OR_DOWN = frozenset({"down", "up", "back"})


def takes_part(view: View, r: Role) -> bool:
    """ "1,300 soldiers take part in the operation": they are there, and in each of its places."""
    return r.verb is not None and shares_in(view, r.verb)


def is_whole(view: View, r: Role) -> bool:
    """ "Of the 900 in the north, 200 left": how many there are, whatever becomes of a part."""
    subject = None if r.verb is None else view.tree.subject(r.verb)
    return r.relation == "of" and subject is not None and r.nouns[0] < subject and is_placed(view, r.nouns)


def _is_put(view: View, r: Role) -> bool:
    """ "put the number of troops at 500", "of the 900 in the north, 200 left"."""
    tree, verb = view.tree, r.verb
    if verb is None:
        return False
    if is_whole(view, r):
        return True
    thing = tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)
    if (
        thing is None
        or r.relation not in {"at", "to", "as"}
        or tree.keys[thing] not in {"number", "numbers", "strength"}
    ):
        return False
    return tree.keys[verb][:3] in {"put", "est", "giv", "set"} and not any(
        tree.keys[n] in _DEAD for n in range(*tree.span(thing))
    )


_DEAD = words("victim")
_MADE_OF = words("stocks.made_of")
_RECKONS = words("reckoning")
_AMOUNTS = words("amounting")


def _names_movers(view: View, verb: int) -> bool:
    """ "the first to leave are 100 soldiers"."""
    tree, subject = view.tree, view.tree.subject(verb)
    if subject is None:
        return False
    return any(moves(view, c) for c in tree.of(subject, "relcl", "acl")) and "there" not in tree.keys
