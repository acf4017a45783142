"""What goes by itself: troops, ships or a force as the subject of a verb of leaving, coming or moving."""

from __future__ import annotations

from collections.abc import Callable

from ..geography.grounds import GROUNDS
from ..geography.itself import itself
from ..language.classes import nouns, words
from ..quantity.levels import MOVING
from ..reading import Reading
from .forces import is_nation
from .idioms import is_idiom
from .intrusions import intrudes, is_into_space
from .movers import CIVIL, DRONES, FIRED, MEASURES, head_nouns, kind, place_at
from .moves import says_moved, somewhere
from .nouns import is_alliance
from .raiding import is_of_raid
from .spoken import speaks_of

_NOWHERE = frozenset("anywhere wherever everywhere nowhere".split())


_DWELLINGS = words("going.dwellings")


def _are_troops(r: Reading) -> bool:
    v = r.view
    return r.subject_head is not None and any(kind(v, n) == "force" for n in head_nouns(v, r.subject_head))


def _goes(r: Reading) -> bool:
    """Troops, ships or a force go by themselves: they are the subject, and the object, if any, is where."""
    v, at = r.view, r.object_head
    if is_into_space(r):
        r.type_code = "patrol"  # "entered their airspace"
        return r.code != "leave" and intrudes(r)
    if at is not None and v.key(at) in _DWELLINGS and v.tree.of(at, "poss") and not _are_troops(r):
        return False  # "200,000 Ukrainians have left their homes"
    if any(v.key(k) in _NOWHERE for k in range(r.last + 1, min(r.last + 3, len(v.toks)))):
        return False  # "will sail wherever the law lets it"
    if at is not None and not place_at(v, at) and any(k <= at <= k + 2 for k, _ in v.timed):
        at = None  # "half of them leave this autumn"
    if r.code == "move_itself" and at is not None and v.key(at) in {"headquarters", "hq"}:
        return False  # "moved the headquarters to X"
    if at is not None and r.trigger.lemma.startswith("give") and (meant := itself(v, at)) and meant.is_site:
        return False  # "gave it up": closed it
    if at is not None and r.trigger.particles and not place_at(v, at) and v.key(at) not in _EXITS:
        return False  # "flew nothing out"
    is_own = at is not None and r.first <= at <= r.last  # "drop anchor"
    if at is not None and len(r.trigger.words) > 1 and not (is_own or place_at(v, at) or v.key(at) in _EXITS):
        return False  # "flew in 150 more": not those who fly
    if at is not None and not place_at(v, at) and len(r.trigger.words) == 1:
        found = {kind(v, n) for n in head_nouns(v, at)}
        if r.trigger.words[0][:4] == "join":
            if kind(v, r.subject_head or 0) == "state" and is_alliance(v, at):
                return False  # "joined the pact in X": as a member
            counted = any(q.unit == "personnel" and r.subject[0] <= q.number < r.subject[1] for q in v.quantities)
            craft = v.is_military and any(kind(v, n) == "force" for n in head_nouns(v, r.subject_head or 0))
            if (
                "them" in found
                and v.is_military
                and not is_nation(v, at)
                and (counted or craft and v.key(at) == "them")
            ):
                return True  # "another 600 are to join them"
            if not found & {"force", "state"}:
                return False  # "joined the talks"
        elif v.key(at) in _EXITS and r.trigger.particles:
            pass  # "made the crossing"
        elif (
            r.code != "leave"
            or r.trigger.lemma == "evacuate"
            or found & {"force", "civil", "them"}
            or "soft" in found
            and _stays(r, at)
            or v.key(at) in CIVIL
            or _is_thing(r, at)
        ):
            return False  # "left two soldiers dead", "entered the war"
    if r.trigger.lemma.startswith("be on") and r.subject_head is not None and v.key(r.subject_head) in MEASURES:
        if not any(q.number <= r.subject_head <= q.last for q in v.quantities):
            return False  # "others are on their way out": whose, the next sentence tells
    if at is None and r.trigger.lemma == "join":
        return False  # "the navy joins in"
    if is_idiom(r) or _is_left_to(r) or _is_bare(r) or _is_visit(r) or is_of_raid(r):
        return False
    head = r.subject_head
    if (
        r.code == "set_out"
        and head is not None
        and v.key(head) in DRONES
        and v.tree.labels[r.first] in {"acl", "relcl", "conj"}
    ):
        return False  # "shot down a drone heading for the port"
    flying = FIRED | DRONES if r.trigger.words[0][:4] in {"ente", "cros", "land", "pene", "fly", "flew"} else FIRED
    if head is not None and all(v.key(n) in flying for n in head_nouns(v, head)):
        return False
    if head is not None and v.key(head) in {"it", "they"} and _is_fired(r, head, flying):
        return False  # "a missile was shot down before it crossed into X"
    if any(v.key(k) == "skies" for k in [*([at] if at is not None else []), *_tops(r)]):
        return False  # they pass
    if r.trigger.lemma.startswith("advance") and any(v.key(c) == "within" for c in v.tree.of(r.first, "prep")):
        return False  # "advanced to within 5 km of X": they fight their way there
    if r.code == "set_out" and v.tree.of(r.first, "ccomp"):
        return False  # "set out where they will live"
    if "out of" in r.trigger.lemma and not any(
        v.key(s - 1) == "of" and place_at(v, v.tree.top(s, e)) for _, s, e in r.phrases
    ):
        return False  # "out of action in X"
    return says_moved(r, r.subject_head) or _right_before(r)


def _stays(r: Reading, at: int) -> bool:
    """ "Leaves its own men in X", "will leave them there": who or what is left is there still."""
    v, tree = r.view, r.view.tree
    if any(v.key(c) == "there" for c in tree.of(r.first, "advmod") if c > at):
        return True
    where = {n for verb in (r.first, at) for n in tree.under(verb, {"in", "at", "on", "near"}) if n > at}
    return any(place_at(v, n) for n in where)


def _is_fired(r: Reading, pronoun: int, flying: frozenset[str]) -> bool:
    """The pronoun of a clause with "before", "after" or "when" means what its main clause shot down or fired."""
    v, tree = r.view, r.view.tree
    above = tree.clause(tree.heads[r.first])
    if tree.labels[r.first] != "advcl" or above == r.first:
        return False
    theme = next((k for label in ("nsubjpass", "dobj") for k in tree.of(above, label)), None)
    if theme is not None and v.key(theme) in {"which", "that"}:
        theme = next((k for k in range(theme - 1, -1, -1) if v.key(k) in flying), None)
    if theme is None or theme > pronoun or (tree.tags[theme] == "NNS") != (v.key(pronoun) == "they"):
        return False
    return all(v.key(n) in flying for n in head_nouns(v, theme))


def _is_thing(r: Reading, at: int) -> bool:
    """ "Left flowers", "leaving tracks in the mud": things of which nobody says which, and no ground."""
    v, tree = r.view, r.view.tree
    if r.trigger.lemma != "leave" or tree.tags[at] not in {"NNS", "NN"} or tree.of(at, "det", "poss", "nummod"):
        return False
    return (
        not v.places_in(*tree.span(at))
        and not tree.of(at, "compound")
        and v.key(at) not in GROUNDS | v.vocabulary.classes["sites"]
    )


def _is_left_to(r: Reading) -> bool:
    """ "A navy that leaves such tasks to its coast guard": entrusted; "left the town to the rebels" was left."""
    v, at = r.view, r.object_head
    if r.trigger.lemma != "leave" or at is None or place_at(v, at):
        return False
    to = [v.tree.top(s, e) for p, s, e in r.phrases if p == "to" and s > at]
    is_task = v.tree.tags[at] in {"NN", "NNS"} and v.key(at) not in GROUNDS | v.vocabulary.classes["sites"]
    is_task = is_task and not v.places_in(*v.tree.span(at))
    return any(v.forces_in(*v.tree.span(n)) or is_task and not place_at(v, n) for n in to)


def _is_bare(r: Reading) -> bool:
    """ "The rebels have deserted", "was able to land": of men who change sides, of a craft's flight; "was fired from X
    and landed in the sea": of a missile."""
    tree = r.view.tree
    if r.trigger.lemma == "land" and tree.labels[r.first] == "conj" and tree.keys[tree.heads[r.first]] in _FIRED:
        return True
    if r.object_head is not None or somewhere(r):
        return False
    lemma, label = r.trigger.lemma, r.view.tree.labels[r.first]
    return lemma == "reach" or lemma == "desert" and not r.passive or lemma == "land" and label in {"xcomp", "ccomp"}


_FIRED = frozenset({"fired", "launched", "lobbed", "shot"})


def _is_visit(r: Reading) -> bool:
    """ "A team arrived for an official visit": talks are no posture."""
    return any(p == "for" and r.view.key(r.view.tree.top(s, e)) in _TALKS for p, s, e in r.phrases)


_TALKS = nouns("gathering")
_EXITS = words("going.exits")


def _tops(r: Reading) -> list[int]:
    return [r.view.tree.top(s, e) for _, s, e in r.phrases]


def _goes_named(r: Reading) -> bool:
    """As `_goes`, of verbs that mean much else ("come"): troops or ships by a noun, and not under fire."""
    v, tree = r.view, r.view.tree
    if r.subject_head is None or r.object_head is not None or r.passive or is_idiom(r):
        return False
    if any(
        p in {"under", "against", "after", "as", "across", "upon", "before", "of", "for", "out"}
        for p, _, _ in r.phrases
    ):
        return False
    if _is_whose(r):
        return False
    if tree.of(r.first, "acomp", "xcomp", "ccomp") or any(v.key(c) == "back" for c in tree.children[r.first]):
        return False
    if (
        tree.labels[r.first] == "acl"
        and tree.tags[r.first] == "VBG"
        and all(p in {"from", "up"} for p, _, _ in r.phrases)
    ):
        return False  # "troops coming from X were fighting in Y"
    counted = any(q.number <= n <= q.last for q in v.quantities for n in head_nouns(v, r.subject_head))
    found = {kind(v, n) for n in head_nouns(v, r.subject_head)}
    people = [any(f.noun == "people" for f in v.forces_in(n, n + 1)) for n in head_nouns(v, r.subject_head)]
    if all(people) and found == {"them"} and r.trigger.lemma == "come" and v.is_military and not v.is_of_civilians:
        # "the Danes came in April", not "the Danes came together" or "came first"
        return any(tree.clause(at) == r.first for at, _ in v.timed) and not tree.of(r.first, "advmod", "oprd", "prt")
    coming = v.tree.tags[r.first] == "VBG" and not r.phrases  # "denied that warships were coming"
    return "force" in found and (counted or coming or somewhere(r, False)) or "soft" in found and counted


def _is_whose(r: Reading) -> bool:
    """ "Most of the soldiers come from X", "they will come from X and Y": whose they are, where neither a day nor where
    they go is told."""
    v, tree = r.view, r.view.tree
    preps = {p for p, _, _ in r.phrases}
    aux = {tree.keys[c] for c in tree.of(r.first, "aux")}
    if "from" not in preps or r.trigger.lemma != "come":
        return False
    if tree.tags[r.first] in {"VBZ", "VBP"} and not aux:
        return True
    is_site = any(p.is_site for p in v.spotted.places if p.prep == "from")
    is_dated = any(tree.clause(at) == r.first for at, _ in v.timed)
    return preps == {"from"} and not is_dated and not is_site and aux <= _WOULD


_WOULD = frozenset({"will", "would", "shall", "should", "to", "could", "may", "might", "can"})


def _right_before(r: Reading) -> bool:
    """The parser takes another word for the subject ("by which day 200 of its men had left"): troops stand before."""
    v = r.view
    start, _ = v.group_before(r.first)
    head = r.subject_head
    if head is None or r.passive or any(kind(v, n) for n in head_nouns(v, head)):
        return False
    return any(f.is_military and f.last == start - 1 and kind(v, f.last) == "force" for f in v.spotted.forces)


_HOMEWARD = frozenset({"home", "homeward", "homewards"})


def _more_come(r: Reading) -> bool:
    """ "Some 100 have come", "another 250 are on their way": so many of those spoken of, to where the others went."""
    v, tree = r.view, r.view.tree
    if r.subject_head is None or r.passive or v.is_of_civilians or not v.is_military:
        return False
    if r.object_head is not None and v.key(r.object_head) != "way":
        return False
    is_way = r.trigger.lemma.startswith("be ")
    way = next((k for k in range(r.first, min(r.first + 6, len(v.toks))) if v.key(k) == "way"), r.last)
    if is_way and (v.words_in(r.first, len(v.toks)) & _HOMEWARD or v.key(way + 1) in {"out", "back"}):
        return False  # "are on their way out"
    if not is_way and is_idiom(r) or somewhere(r, False) or tree.of(r.first, "acomp", "xcomp", "ccomp"):
        return False
    if any(c > r.last for c in tree.of(r.first, "prt")):
        return False
    is_dated = any(tree.clause(at) == r.first for at, _ in v.timed)
    known = {"for", "on", "in", "by", "so", "as", "with", "since", "at"} | ({"from"} if is_dated else set())
    if not is_way and any(p not in known for p, _, _ in r.phrases):
        return False  # "come from Ghana", "came under fire"
    counted = [q for q in v.quantities if q.unit in MOVING and q.number <= r.subject_head <= q.last]
    comes = tree.tags[r.first] in {"VBP", "VBZ"} and not is_way  # "half of the troops come from X"
    return bool(counted) and not comes and speaks_of(v, r.first) != "civil"


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {"goes": _goes, "goes:named": _goes_named, "more_come": _more_come}
