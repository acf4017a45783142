"""What a noun phrase in an act of arms stands for: a state's force, a group's, a post, a place, civilians."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import takewhile

from ....lexicon import country_places
from ..clauses import View
from ..language.classes import nouns, words
from ..language.syntax import Tree
from ..mentions import ForceMention
from .bands import men

#: Those who can act: a state, a group, or a pronoun that stands for one.
ARMED = frozenset({"state", "group", "some"})
_PRONOUNS = frozenset("it they we them".split())
_MILITARY = words("targets.military")
_CAMPS = frozenset("camp camps site sites".split())
_LINES = frozenset("position positions".split())
#: "a convoy of the mission".
_BODIES = frozenset("mission contingent battalion battalions garrison peacekeepers troops brigade".split())
_OWN = frozenset("its their our his whose".split())
#: "some of the five rockets": what is meant hangs below.
_SHARES = frozenset(
    "some any none most all many several half tens dozens scores hundreds thousands number part one two three each "
    "group groups band handful".split()
)
_RELATIVES = frozenset("which who that whom".split())


#: States and alliances of states.
@lru_cache(maxsize=1)
def powers() -> frozenset[str]:
    """Codes of those who wage war with air forces and armies: states, alliances, groups that govern."""
    return frozenset(country_places()) | _ALLIANCES | _GOVERNING


_ALLIANCES = frozenset("COALITION NATO UN EU AU AUSSOM ATMIS AMISOM SADC MNJTF G5 ECOWAS EAC CSTO".split())
#: Groups that hold ground as a state's army does.
#: Of these, such as keep a state's enemies' aircraft away, or govern.
_GOVERNING = frozenset("SDF SNA TALIBAN HTS HEZBOLLAH RSF ARTSAKH".split())
STANDING = frozenset("SDF SNA PESHMERGA PMF TALIBAN HTS".split())


#: "A rebel group", "insurgent forces" of no name.
_BANDS = frozenset("group groups movement movements alliance forces elements men commanders".split())
_REBEL = nouns("irregular") | words("hostile")

_CRAFT = nouns("targets.craft")
_SERVICES = frozenset("naval navy army military patrol".split())
_MEMBERS = frozenset("members member elements remnants followers leaders".split())
_RULING = frozenset("coalition alliance allies junta regime government".split())
_CARRYING = frozenset("carrying transporting ferrying bringing taking escorting".split())


def forces_of(view: View, head: int) -> list[ForceMention]:
    """Forces that a noun phrase names: its head first, then what modifies it; for a pronoun, whom it stands for."""
    if view.key(head) in _PRONOUNS | _OWN:
        own = view.tree.subject(view.tree.clause(head))
        meant = antecedent(view, head, {own} - {head})
        return [] if meant is None else forces_of(view, meant)
    tree = view.tree
    start, end = tree.span(head)
    found = [f for f in view.forces_in(start, end) if not _outside(view, head, f) and not _is_foe(view, head, f)]
    if not any(f.codes for f in found):  # "the destroyer HMS Swift"
        found += [f for c in tree.of(head, "appos") for f in view.forces_in(*tree.span(c)) if f.codes]
    if not any(f.codes for f in found):  # "a car carrying Kenyan peacekeepers"
        on_board = [o for c in tree.of(head, "acl") if tree.keys[c] in _CARRYING for o in tree.of(c, "dobj")]
        found += [f for o in on_board for f in view.forces_in(*tree.span(o)) if f.codes or f.is_military]
    found = [f for f in found if not (f.noun.startswith("bomber") and view.key(f.last - 1) == "suicide")]
    if any(f.codes and not f.is_weak for f in found):
        found = [f for f in found if not f.is_weak or _is_joined(tree, f.last)]
    return sorted(found, key=lambda f: (not f.codes, not f.first <= head <= f.last, f.first))


def _is_foe(view: View, head: int, f: ForceMention) -> bool:
    """ "Six marines and nine gunmen of X": the gunmen's group is not the marines'."""
    if f.first <= head or view.key(head) not in nouns("soldier"):
        return False
    others = [c for c in view.tree.of(head, "conj") if view.key(c) in nouns("irregular")]
    return any(view.tree.span(c)[0] <= f.first < view.tree.span(c)[1] for c in others)


def _is_joined(tree: Tree, i: int) -> bool:
    """ "Thai" of "Thai and Lao soldiers": as much whose they are as the other."""
    return tree.labels[i] == "conj" or bool(tree.of(i, "conj"))


def antecedent(view: View, pronoun: int, without: Collection[int | None] = ()) -> int | None:
    """Whom "it", "they" means: the subject of a clause around its own, or of one before it, that names a force."""
    tree = view.tree
    if view.key(pronoun) == "whose":
        return next((tree.heads[a] for a in tree.ancestors(pronoun) if tree.labels[a] == "relcl"), None)
    for o in _objects_before(tree, pronoun) if view.key(pronoun) == "them" else ():
        if o not in without and any(f.codes or f.is_military for f in forces_of(view, o)):
            return o
    above = [s for a in tree.ancestors(pronoun) if tree.is_predicate(a) and (s := tree.subject(a)) is not None]
    before = [i for i in range(pronoun) if tree.labels[i] in {"nsubj", "nsubjpass"}][::-1]
    for s in (*above, *before):
        named = s < pronoun and s not in without and view.key(s) not in _PRONOUNS | _RELATIVES
        if named and any(f.codes or f.is_military for f in forces_of(view, s)):
            return s
    return None


def _objects_before(tree: Tree, pronoun: int) -> list[int]:
    """ "Surprised the soldiers and killed nine of them": the objects of the verbs that its own goes on from."""
    verb, made = tree.clause(pronoun), list[int]()
    while tree.labels[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
        made += tree.of(verb, "dobj", "nsubjpass")
    return made


def _outside(view: View, head: int, f: ForceMention) -> bool:
    """A force of a clause or an apposition within the phrase's range is not the phrase's own."""
    tree = view.tree
    if f.first <= head:
        return False
    up = [f.last, *takewhile(lambda a: a != head, tree.ancestors(f.last))]
    return any(tree.labels[t] in {"relcl", "acl"} or tree.labels[t] == "appos" and not _is_close(view, t) for t in up)


def _is_close(view: View, i: int) -> bool:
    """ "The rebel group X": a name beside its noun, without a comma."""
    return view.tree.span(i)[0] == view.tree.heads[i] + 1


def who(view: View, heads: tuple[int, ...]) -> str:
    """What those who act are: state, group, some (a pronoun), or no force at all."""
    cores = [core(view, h) for h in heads]  # "dozens of armed men", not "one of them"
    sides = [_armed(view, c if view.tree.tags[c][:2] == "NN" else h) for h, c in zip(heads, cores, strict=True)]
    return next((s for s in ("state", "group", "some") if s in sides), "thing" if sides else "")


def unnamed(view: View, heads: tuple[int, ...]) -> tuple[str, ...]:
    """What men of no named group are called: "armed bandits" → BANDITS, "armed men" → GUNMEN."""
    cores = [core(view, h) for h in heads]
    return next((men((), view.key(c), "NNS") for c in cores if view.key(c) not in _ANYBODY), ("GUNMEN",))


_ANYBODY = frozenset("men people persons individuals civilians youths".split())


def is_band(view: View, head: int) -> bool:
    """ "A rebel group", "Burmese armed groups": of a state, not the state's."""
    if view.key(head) not in _BANDS:
        return False
    rebel = _REBEL - {"armed"} if view.key(head) == "forces" else _REBEL  # "the armed forces of Indonesia"
    return any(view.key(c) in rebel for c in view.tree.of(head, "amod", "compound", "nmod"))


def _armed(view: View, head: int) -> str:
    if is_band(view, head) and not any(f.codes and not is_state(f) for f in forces_of(view, head)):
        return "group"
    for f in forces_of(view, head):
        if f.codes:
            return "state" if is_state(f) else "group"
        if f.is_military:
            inner = view.tree.under(head, {"of"})
            if any(view.key(c) == "armed" for n in inner for c in view.tree.of(n, "amod")):
                return "group"  # "elements of armed groups"
            return "group" if f.noun in nouns("irregular") else "state"
    if view.key(head) in nouns("irregular") or any(view.key(c) == "armed" for c in view.tree.of(head, "amod")):
        return "group"
    if view.key(head) == "group" and view.is_military and any(view.key(c) == "the" for c in view.tree.of(head, "det")):
        return "group"  # "was attacked by the group"
    if view.key(head) in _CRAFT and view.is_military:
        if any(view.key(c) in _SERVICES for c in view.tree.of(head, "amod", "compound", "nmod")):
            return "state"  # "naval craft"
    if view.key(head) in _MEMBERS:  # "20 members of the rebel group"
        of = view.tree.under(head, {"of"})
        if any(is_band(view, n) for n in of):
            return "group"
    for owner in view.tree.of(head, "poss"):  # "its air defences"
        if view.key(owner) in _OWN:
            meant = antecedent(view, owner)
            return _armed(view, meant) if meant is not None else "some" if view.is_military else "thing"
    if view.key(head) in _RULING and view.is_military:
        return "state"
    return "some" if view.key(head) in _PRONOUNS | _OWN else "thing"


def leading(view: View, heads: tuple[int, ...]) -> str:
    """The side that counts among several: a force before a thing."""
    sides = [side_of(view, h) for h in heads]
    return next((s for s in ("state", "group", "some", "post") if s in sides), sides[0] if sides else "")


def core(view: View, head: int) -> int:
    """Of "some of the rockets", the rockets."""
    tree = view.tree
    for prep in tree.of(head, "prep") if tree.keys[head] in _SHARES or tree.tags[head] == "CD" else ():
        if tree.keys[prep] == "of" and (below := tree.of(prep, "pobj")):
            return below[0]
    return head


_AT_PART = frozenset("of at in on inside".split())


def whole(view: View, head: int) -> int:
    """Of "the runway of the base", "a hangar at X", where X is a base: who hits the part hits the base."""
    if view.key(head) not in nouns("site_part"):
        return head
    hung = view.tree.under(head, _AT_PART), view.tree.under(view.tree.heads[head], _AT_PART)
    inner = (n for group in hung for n in group if 0 < n - head < 8)  # the parser may hang it on the verb
    posts = nouns("post") - nouns("anybody")
    named = [p for p in view.spotted.places if p.is_site]
    return next((n for n in inner if view.key(n) in posts or any(p.first <= n <= p.last for p in named)), head)


def side_of(view: View, head: int) -> str:
    """What is acted upon: state, group, civil, post, place, flying, some (a pronoun) or thing."""
    head = core(view, head)
    key = view.key(head)
    if key in nouns("flying"):
        return "flying"
    if key in {"police", "policemen", "policeman"} and "military" not in view.words_in(*view.tree.span(head)):
        return "civil"
    found = [f for f in forces_of(view, head) if f.codes or f.is_military]
    if key in nouns("works") and not view.words_in(*view.tree.span(head)) & _MILITARY:
        return "place" if view.places_in(*view.tree.span(head)) else "thing"
    if key in nouns("civil") and not any(f.first <= head <= f.last for f in found):
        return "civil"
    armed = _armed(view, head)
    if armed != "thing":
        return armed
    start, end = view.tree.span(head)
    if key in nouns("post") or any(p.is_site for p in view.places_in(start, end)):
        return "post"
    return "place" if view.places_in(start, end) else "thing"


def is_state(f: ForceMention) -> bool:
    """A state, or an alliance of states."""
    states = country_places()
    return any(c in states or c in _ALLIANCES for c in f.codes)


def is_standing(f: ForceMention) -> bool:
    """A force that holds ground like a state's: what others do to it is an attack on it."""
    return is_state(f) or bool(STANDING & set(f.codes))


_ARMED_POSTS = words("targets.armed_posts")


def is_own(view: View, head: int) -> bool:
    """A target is a standing force or its post. Unnamed ships and vehicles may be anybody's."""
    found = [f for f in forces_of(view, head) if f.codes or f.is_military]
    if view.key(head) in {"police", "policemen", "policeman"} and "military" not in view.words_in(
        *view.tree.span(head)
    ):
        return False
    if (
        view.key(head) in nouns("irregular")
        or any(f.codes and not is_standing(f) for f in found)
        or is_band(view, head)
    ):
        return False
    if view.key(head) in nouns("works") and not view.words_in(*view.tree.span(head)) & _MILITARY:
        return False
    if any(view.key(c) in _REBEL - {"armed"} for c in view.tree.of(head, "compound", "amod", "nmod")):
        return False  # "a rebel base"
    for owner in view.tree.of(head, "poss"):  # "their position"
        if view.key(owner) in _OWN and view.key(head) in nouns("post") | _CRAFT:
            meant = antecedent(view, owner, {view.tree.subject(view.tree.clause(head))})
            if meant is not None:  # "India said its air base was hit"
                of_state = view.key(head) in _ARMED_POSTS and any(is_state(f) for f in forces_of(view, meant))
                return of_state or is_own(view, meant)
            if view.key(head) not in nouns("fixed") and view.is_military:
                return True  # "their convoy was ambushed": of those spoken of before
    if view.key(head) in _CRAFT and any(
        view.key(c) in _SERVICES for c in view.tree.of(head, "amod", "compound", "nmod")
    ):
        return True  # "a naval vessel"
    if view.key(head) in {"helicopter", "helicopters"} and view.is_military and view.is_at_war:
        return True
    things = view.vocabulary.classes["materiel"]
    if any(f.is_military and (f.codes or f.noun not in things) and f.noun not in nouns("irregular") for f in found):
        return True
    start, end = view.tree.span(head)
    if view.key(head) == "mission" and any(is_state(f) for f in found):
        return True  # "attacked the UN mission"
    called = [c for c in view.tree.of(head, "appos") if view.key(c) in nouns("fixed") and view.tree.of(c, "det")]
    if called and view.is_military:
        return True  # "X, an army base"
    post, armed = view.key(head) in nouns("post"), bool(view.words_in(start, end) & (_MILITARY | {"field"}))
    camp = view.key(head) in _CAMPS and not armed  # of refugees, as likely
    if not camp and any(p.is_site and (post or p.first <= head <= p.last) for p in view.places_in(start, end)):
        return view.key(head) not in nouns("ground")  # "the Hakurk region"
    if post and view.key(head) in nouns("anybody"):
        named = view.key(head) in _LINES and any(f.codes for f in found)
        return armed or named or bool(view.words_in(start, end) & _BODIES)
    return post and (view.is_military or armed or bool(found))
