"""What leaves, comes, is sent or added: troops, units, equipment, prisoners have to be what the verb moves."""

from __future__ import annotations

from collections.abc import Callable

from ..language.classes import verbs, words
from ..language.grammar import COMPASS_POINTS, set_of
from ..lasttold import recounts
from ..quantity.changes import is_level
from ..reading import Reading
from .course import is_asked, is_carried_out, is_early_exit, is_exit_of_state, is_weighed, proceeds
from .forces import is_nation, near_troops
from .movers import MEASURES, has_place, head_nouns, kind, of_antecedent, place_at
from .nouns import is_alliance
from .raiding import is_of_raid
from .spoken import means_unit, speaks_of

#: Prepositions of where a movement begins, leads or happens.
_WHERE = frozenset("from to into onto in at on near for toward towards across inside around off along over out".split())
#: Adverbs that do for a place.
_AWAY = set_of(
    "home there away back ashore out abroad overseas here in elsewhere northwards southwards north south east west "
    "forward"
)
_SPEAKING = words("moves.speaking")


# ── what moves ──
def theme(r: Reading) -> int | None:
    """What a verb moves: a passive's subject, an object, and of a verb without one (or with a place) its subject."""
    if r.passive:
        return r.subject_head
    reflexive = r.object_head is not None and r.view.key(r.object_head) in {"itself", "themselves"}
    if r.object_head is not None and not reflexive and not place_at(r.view, r.object_head):
        return r.object_head
    return r.subject_head


def themes(r: Reading) -> list[int]:
    """Head nouns of what moves, of a verb or a noun of movement."""
    if r.trigger.kind != "verb":
        return noun_themes(r)
    head = theme(r)
    return [] if head is None else [head]


def noun_themes(r: Reading) -> list[int]:
    """What a noun of movement is about: "the fleet's", "of the fleet", "troop", "French"."""
    v, tree = r.view, r.view.tree
    made = tree.under(r.last, {"of", "by"})
    if not made:
        made = [n for s, e in [(p[1], p[2]) for p in r.phrases[:2] if p[0] == "of"] for n in [tree.top(s, e)]]
    made += [c for c in tree.of(r.last, "poss", "compound", "amod", "nmod") if c < r.first]
    if not made and (who := _readies(r)) is not None:
        return [who]
    made += [f.last for f in v.spotted.forces if r.object[0] <= f.last < r.first and f.codes and f.last not in made]
    return made


def _readies(r: Reading) -> int | None:
    """ "400 soldiers are preparing for a deployment", "alerted two brigades to prepare for deployment": who will go."""
    tree, prep = r.view.tree, r.view.tree.heads[r.last]
    verb = tree.heads[prep]
    if tree.labels[r.last] != "pobj" or tree.keys[prep] != "for" or not tree.is_verb(verb):
        return None
    if tree.keys[verb] not in _READYING:
        return None
    above = tree.heads[verb]
    told = tree.object(above) if tree.labels[verb] in _BELOW and tree.is_verb(above) else None
    found = tree.subject(verb) if told is None else told
    return found if found is not None and kind(r.view, found) in {"force", "soft"} else None


_BELOW = frozenset({"xcomp", "ccomp", "advcl"})
_READYING = verbs("moves.readying") | {"gearing"}


def says_moved(r: Reading, head: int | None) -> bool:
    """Some noun of the phrase is a force; a state or a pronoun only where it says where, or the text is of troops."""
    v = r.view
    if head is None:
        return near(r)
    if _is_of_nationals(r, head):
        return False
    for noun in head_nouns(v, head):
        found = kind(v, noun)
        if found == "force" or v.key(noun) in _STAFFS and r.code in _SHIFTS and v.is_military and somewhere(r, False):
            return True
        if (
            found == "state"
            and r.code not in {"go", "move_itself"}
            and (near_troops(r) or v.is_military or r.code in {"withdraw", "deploy"})
        ):
            if somewhere(r, False) or is_asked(r):
                return True
        if found == "soft" and (
            somewhere(r, v.key(noun) in v.vocabulary.classes["units"])
            or r.trigger.particles
            or any(q.number <= noun <= q.last for q in v.quantities)
        ):
            return True
        if found == "them" and v.is_military and _stands_for_troops(r, noun):
            return True
    return False


def _is_of_nationals(r: Reading, head: int) -> bool:
    """ "Evacuated 45 Canadians": citizens are brought out, soldiers withdraw."""
    if r.trigger.lemma.split()[0] not in {"evacuate", "evacuation", "repatriate", "repatriation", "airlift", "rescue"}:
        return False
    v = r.view
    found = [any(f.noun == "people" for f in v.forces_in(n, n + 1)) for n in head_nouns(v, head)]
    return bool(found) and all(found)


#: What moves house, by verbs of changing places.
_STAFFS = frozenset({"headquarters", "hq"})
_SHIFTS = frozenset({"move", "relocate", "move_itself", "remove"})


def _stands_for_troops(r: Reading, noun: int) -> bool:
    """A pronoun or a mere number, where the text is of troops."""
    v = r.view
    if recounts(v, noun):
        return True
    spoken = speaks_of(v, noun)
    if v.key(noun) != "it" and (spoken == "civil" or not spoken and v.is_of_civilians):
        return False
    is_there = any(place_at(v, n) for n in v.tree.under(noun))
    if v.key(noun) in {"those", "who", "that", "these"} and not (somewhere(r) or is_there):
        return False  # but "those at the airport"
    if v.key(noun) in _CROWDS and not v.tree.of(noun, "prep", "amod") and "march" in r.trigger.lemma:
        return False  # "thousands marched to the square"
    if v.key(noun) == "it" and r.code == "restructure":
        return any(f.codes and f.is_military and f.last < r.first for f in v.spotted.forces)
    if v.key(noun) == "it" and "gone" in r.trigger.words:
        return True
    if v.key(noun) == "it":
        return somewhere(r, False) and (not r.passive or means_unit(v, noun)) or not r.passive and r.code == "withdraw"
    return (
        somewhere(r)
        or r.code in {"withdraw", "deploy", "leave", "relocate", "under_command"}
        or v.key(noun) in MEASURES
        and r.code == "send"
        or (v.tree.tags[noun] == "CD" or is_nation(v, noun))
        and _counts_troops(r, noun)
        and r.code in {"send", "remove"}
    )


def _counts_troops(r: Reading, noun: int) -> bool:
    return any(q.unit in {"personnel", "units"} and q.number <= noun <= q.last for q in r.view.quantities)


_CROWDS = frozenset("thousands hundreds dozens tens scores many".split())


def near(r: Reading) -> bool:
    """The parser names no subject or object: troops right before a verb that goes, or after one that sends, will do."""
    v = r.view
    if v.tree.of(r.first, "ccomp"):
        return False  # "it added that the soldiers …"
    return any(
        f.is_military and kind(v, f.last) == "force" and (0 < r.first - f.last <= 3 or 0 < f.first - r.last <= 2)
        for f in v.spotted.forces
    )


def _somewhere_else(r: Reading) -> bool:
    """Where something is moved to, or from, is said, if only as "the old mill"."""
    v, tree = r.view, r.view.tree
    return somewhere(r) or any(
        p in {"to", "into"} and tree.tags[tree.top(s, e)][:2] == "NN" and v.key(tree.top(s, e)) not in _STAGES
        for p, s, e in r.phrases
    )


_STAGES = words("moves.stages")


_COMPASS = COMPASS_POINTS | set_of("north-east north-west south-east south-west")


def somewhere(r: Reading, has_adverbs: bool = True) -> bool:
    """Where it goes or comes from is said: a place as object or in a phrase, or an adverb."""
    v = r.view
    if r.object_head is not None and place_at(v, r.object_head):
        return True
    if any(
        v.key(c) in _COMPASS and any(place_at(v, n) for n in v.tree.under(c))
        for c in v.tree.of(r.first, "advmod", "npadvmod")
    ):
        return True  # "posted south of the island"
    if has_adverbs and any(v.key(c) in _AWAY for c in v.tree.of(r.first, "advmod", "npadvmod", "prt")):
        return True
    return has_place(r, _WHERE) or of_antecedent(r)


def _moved(r: Reading) -> bool:
    """Troops, units or equipment are what moves, or is moved."""
    v = r.view
    if "down" in r.trigger.particles and is_level(v, r):
        return False  # "draw down its force from 900 to 500"
    if r.trigger.kind == "verb":
        return says_moved(r, theme(r)) and not is_of_raid(r) and not _quits(r)
    themes = noun_themes(r)
    if any(says_moved(r, t) for t in themes):
        return True
    if any(_is_of_nationals(r, t) for t in themes):
        return False
    if any(_foreign(r, t) for t in themes):
        return False  # "the withdrawal of the bill"
    if (
        r.code == "withdraw"
        and v.is_military
        and not v.is_of_civilians
        and {"its", "their"} & {v.key(c) for c in v.tree.of(r.last, "poss")}
    ):
        return True  # "its withdrawal in three phases"
    if any(f.codes for t in themes for f in v.forces_in(t, t + 1)) and (v.is_military or has_place(r, _WHERE)):
        return True  # "the American drawdown"
    if r.code == "withdraw" and not themes and (v.is_military and proceeds(r) or is_carried_out(r)):
        return True
    if v.key(r.last) in _SPEAKING and v.is_military and not v.is_of_civilians and is_weighed(r):
        return True
    return v.key(r.last) in _SPEAKING and (near_troops(r) or v.is_military and has_place(r, _WHERE))


def _quits(r: Reading) -> bool:
    """ "Ghana says that it is withdrawing from the bloc": a state leaves an alliance, no troops a place."""
    v, head = r.view, theme(r)
    if r.object_head is not None or head is None or not (kind(v, head) == "state" or v.key(head) in {"it", "they"}):
        return False
    return any(is_alliance(v, v.tree.top(s, e)) for p, s, e in r.phrases if p in {"from", "of"})


#: One of them gives up his post, not a place.
_OFFICERS = words("moves.officers")
_TIMES = frozenset("day days week weeks month months year years".split())


def _foreign(r: Reading, theme: int) -> bool:
    """What the "of" names is neither a force nor a place."""
    v = r.view
    if v.key(theme) in _TIMES:
        return False  # "the drawdown of six months"
    return v.tree.labels[theme] == "pobj" and not place_at(v, theme) and not v.forces_in(theme, theme + 1)


def needs_named(r: Reading) -> bool:
    """As `_moved`, of nouns that mean much else ("departure", "return", "move"): what moves has to be said."""
    v = r.view
    if r.trigger.kind == "verb":
        return _moved(r)
    themes = noun_themes(r)
    if r.code == "transfer_noun" and not _says_whose(r):
        return False  # "left the town, a move that neighbours welcomed"
    if r.code == "departure" and any(v.key(t) in _OFFICERS and v.tree.tags[t] == "NN" for t in themes):
        return False  # "the removal of its commanding officer"
    if r.code == "departure" and (is_exit_of_state(r, themes) or is_early_exit(r, themes)):
        return True
    if r.code == "departure" and not themes and v.is_military and has_place(r, frozenset({"from"})):
        return (
            v.key(r.first) in {"departure", "exit"} and not v.is_of_civilians
        )  # "the departure from the port was put off"
    if any(v.key(t) in {"its", "their"} for t in themes):
        if r.subject_head is None:
            return v.is_military and not v.is_of_civilians  # "their departure was delayed"
        themes = [r.subject_head]
        if v.is_military and r.code == "departure" and kind(v, r.subject_head) == "state":
            return v.key(r.first) in {"departure", "exit", "removal"} and not v.is_of_civilians
    if not themes and v.tree.labels[r.last] == "dobj" and r.subject_head is not None:
        themes = [r.subject_head]  # "the last convoy made an exit"
    return any(
        kind(v, n) == "force"
        or kind(v, n) == "them"
        and v.is_military
        and v.tree.labels[t] != "amod"
        or kind(v, n) in {"soft", ""}
        and any(q.unit == "personnel" and q.number <= n <= q.last for q in v.quantities)
        for t in themes
        for n in head_nouns(v, t)
    )


def _says_whose(r: Reading) -> bool:
    """The noun itself says what moves, or from where to where."""
    tree = r.view.tree
    return bool(tree.of(r.last, "poss", "compound", "amod", "nmod")) or any(
        r.view.key(p) in {"of", "by", "from", "to", "out"} for p in tree.of(r.last, "prep")
    )


def _movement_of(r: Reading) -> bool:
    """ "The movement of two divisions to the south", "troop movements from A to B": no party, no freedom to move."""
    v, tree = r.view, r.view.tree
    of = tree.under(r.last, {"of"})
    of += [c for c in tree.of(r.last, "compound") if v.toks[c].text.islower()]
    is_of_troops = any(kind(v, n) == "force" for o in of for n in head_nouns(v, o))
    return is_of_troops and has_place(r, frozenset({"to", "into", "from", "toward", "towards"}))


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "moved": _moved,
    "moved:named": needs_named,
    "movement_of": _movement_of,
    "somewhere": _somewhere_else,
    "to_place": lambda r: any(p in {"to", "from", "into"} and r.view.places_in(s, e) for p, s, e in r.phrases[:3]),
}
