"""What a sentence's places are, and where a fact plays that its own clause does not say.

The last resort: the text's section, mission or theatre, and the one place that the rest of the sentence names.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ..clauses import View
from ..families import JOURNEYS, UNDONE
from ..forces.missionsaid import MissionSaid
from ..language.classes import nouns, verbs, words
from ..language.grammar import PLACING, SPEAKERS
from ..lasttold import goes_on
from ..memory import Memory
from ..mentions import PlaceMention
from ..reading import Reading
from .bearings import lies_by
from .capitals import capitals
from .discourse import ON_THE_SPOT, country_of
from .goals import is_asked, is_of_time
from .held import given_up
from .hooks import Hook, comes_from, hook
from .hosts import host_of_deal, widened
from .itself import LEAVES, is_theme
from .nested import without_wholes
from .placegroups import gathered, place_groups
from .pointing import called, pointers
from .topics import standing
from .venues import is_spoken_at, is_venue
from .whence import serves

#: A name after one of these takes part, is compared or is spoken about; it is not where.
NOT_WHERE = frozenset(
    "with by than like unlike as about despite after before since during until via per including".split()
)
#: "Outside" these is elsewhere; outside a town is at the town.
WIDEST = frozenset({"country", "theatre"})
SAYING = words("unsaid.saying")
_SPOTS = frozenset({"city", "town", "island", "unresolved", "site"})
_PLACING = PLACING | {"through", "throughout", "around", "outside", "over"}
#: Before those are told of who made way.
_ONCE_GONE = frozenset({"after", "as", "when", "once", "because", "since"})
_OF_THE_TAKER = frozenset({"its", "their", "they", "it", "who", "which", "that", "most", "some", "all"})
_INTO = frozenset({"into", "in", "on", "to"})
#: Whose subject is rid of guests.
_EXPELS = ("expel", "evict", "oust", "throw", "kick", "force ~ out", "drive ~ out")
#: Arrivals that are not; who would come is not there yet.
_COMING = frozenset({"deployment", "reinforcement"})


class Unsaid:
    """The places that a sentence names, and those that it leaves to be understood."""

    view: View
    memory: Memory
    pointed: MissionSaid | None

    @cached_property
    def grouped(self) -> list[list[PlaceMention]]:
        """The sentence's places, what points back to one included; those of a list are one group."""
        return without_wholes(place_groups(self.view, gathered(self.view, self.memory.places)))

    def named(self) -> list[PlaceMention]:
        """Places that the sentence names where something is, for later words to point back to."""
        return [
            p
            for p in self.view.spotted.places
            if p.is_site or p.form == "place" and (p.prep in _PLACING or p.prep == "of" or not p.prep)
            if not comes_from(self.view, p) and not lies_by(self.view, p) and not is_venue(self.view, p)
        ]

    def known(self) -> list[tuple[PlaceMention, frozenset[str], bool, float]]:
        """The named places with the nouns that the text calls them by, and how much the sentence is about them."""
        named = self.view.spotted.places
        bare = [p for p in named if p.form in {"bare", "owner"} and p.place.kind_code == "country"]
        places = (*bare, *self.named())
        again = [p for p in pointers(self.view, self.memory.places) if p.is_site or p.place.kind_code in _SPOTS]
        return [(p, called(self.view, p), is_theme(self.view, p), standing(self.view, p)) for p in (*places, *again)]

    def implied(
        self, actors: tuple[str, ...], kind: str, status: str = "", *, has_goal: bool = False, is_pledge: bool = False
    ) -> PlaceMention | None:
        """Where a fact plays that names no place; None where the text leaves doubt. `has_goal`: what the sentence names
        is whither they go, and whence is asked. `is_pledge`: a state offers or refuses troops."""
        for f in self.view.spotted.forces:
            if f.theatre and f.codes:
                self.memory.places.theatre[f.codes] = f.theatre
        at = self.memory.places
        found = None
        said = self.pointed
        if kind.startswith("mission_") and said is not None and said.place is not None and actors == said.codes:
            return replace(said.place, form="pointed", why="mission")
        if kind == "agreement":
            found = replace(at.head, form="pointed", why="heading") if at.head is not None else host_of_deal(at, actors)
        kinds = self.view.vocabulary.kinds
        missions = tuple(dict.fromkeys(
            f.theatre
            for f in self.view.spotted.forces
            if f.theatre and any(kinds.get(c) == "un_mission" for c in f.codes)
        ))  # fmt: skip
        if found is not None:
            return found
        # Who comes abroad from home leaves no doubt where: "75 men from Vietnam", "parliament in Ottawa approved 300".
        elsewhere = [p for p in self.named() if not (kind in _COMING and country_of(p) in actors)]
        if kind in _COMING and status in UNDONE and not missions:
            meant = at.intended(actors, kind, is_free=not elsewhere)
            return widened(at, meant, actors) if is_pledge and meant is not None else meant
        near = at.implied(actors, kind, missions, is_free=has_goal or not elsewhere)
        if near is None or kind != "agreement" or near.form == "pointed" or (code := country_of(near)) is None:
            return near
        return at.whole(code, near.why, kind) or near  # a deal is on a country's bases, not on the one last named

    def hosted(self, r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
        """ "Mali's last French soldiers left", "Niger threw out its French soldiers": whose guests they are."""
        tree = self.view.tree
        at = tree.subject(r.first) if r.passive else tree.object(r.first)
        at = r.subject_head if at is None else at
        if at is None or r.trigger.kind != "verb":
            return None
        owners = tree.of(at, "poss")
        is_foreign = any(f.codes == actors for f in self.view.forces_in(*tree.span(at)))
        is_its = is_foreign and any(tree.keys[o] in {"its", "their"} for o in owners)
        if is_its or r.trigger.lemma.startswith(_EXPELS):
            owners = [s for a in (r.first, *tree.ancestors(r.first)) if (s := tree.subject(a)) is not None and s != at]
        hosts = [p for p in self.view.spotted.places for o in owners if p.first <= o <= p.last]
        found = next((p for p in hosts if p.place.kind_code == "country" and p.place.country_code not in actors), None)
        return None if found is None else replace(found, form="place", why="host")

    def gone_on(self, r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
        """Where those were of whom the sentence before told, and this one goes on with them: "another 400 arrived"."""
        told = self.memory.last_told
        is_own = r.object_head is not None and self.view.key(r.object_head) == "own"
        if told is None or told.actors != actors and not is_own:
            return None
        is_open = self.memory.places.head is None and goes_on(self.view, r) and not self._names_another()
        return told.where(self.view) if is_open else None

    def _names_another(self) -> bool:
        """The sentence names a place, and not as that of who speaks."""
        sites = self.view.vocabulary.classes["sites"]
        return any(not self._is_spoken_at(hook(self.view.tree, p, sites)) for p in self.named())

    def beside(self, r: Reading, actors: tuple[str, ...]) -> list[PlaceMention]:
        """The one place, or list of places, that the rest of the sentence names: "that is no withdrawal, and none will
        leave X"."""
        view, near = self.view, list[list[PlaceMention]]()
        for group in self.grouped:
            p = group[0]
            h = hook(view.tree, p, view.vocabulary.classes["sites"])
            is_wide = r.type_code in JOURNEYS or r.type_code.startswith("mission_")
            is_state = is_wide or p.place.kind_code == "country" or p.place.name in capitals()
            is_whose = h.prep == "of" and p.place.kind_code == "country" or is_state and p.place.country_code in actors
            is_left = h.prep == "from" or view.key(h.governor) in LEAVES
            if p.form not in {"place", "pointed"} or h.prep in NOT_WHERE | {"to", "for", "'s"} or is_whose:
                continue
            if is_left and r.type_code != "withdrawal" or p.first == 0 and p.words.isupper() or self._is_spoken_at(h):
                continue
            if is_asked(view.tree, p.last) or serves(view, p.last) or is_of_time(r, p) or is_spoken_at(view, p):
                continue
            if p.place.kind_code != "theatre" and view.tree.labels[p.last] not in {"compound", "amod", "nmod"}:
                near.append(group)
        is_one = len({group[0].place.name for group in near}) == 1
        return [replace(p, why="sentence") for p in near[0]] if is_one else []

    def vacated(self, r: Reading) -> list[PlaceMention]:
        """ "… left Goma, and others moved in", "others took their place": where those before them were."""
        tree, view = r.view.tree, self.view
        came = r.trigger.kind == "verb" and r.type_code == "deployment" and tree.labels[r.first] == "conj"
        if not came or r.object_head is not None and r.code != "relieve":
            return []
        beside = [c for c in tree.of(r.first, "prt", "advmod", "prep") if tree.keys[c] in {"in", "over"}]
        bare = any(not tree.of(c, "pobj") for c in beside)
        if not bare and not {"place", "places"} & view.words_in(r.first, r.last + 1):
            return []
        hooks = ((g, hook(tree, g[0], view.vocabulary.classes["sites"])) for g in self.grouped if g[0].last < r.first)
        left = [g for g, h in hooks if h.prep == "from" or view.key(h.governor) in LEAVES]
        return [replace(p, why="sentence") for p in left[-1]] if left else []

    def lost(self, r: Reading) -> list[PlaceMention]:
        """ "The rebels took X after the army fled", "they entered X, and the Dutch pulled out": whence those went who
        made way, if the clause does not say."""
        tree, at = self.view.tree, r.first
        while tree.labels[at] == "xcomp" and tree.is_verb(tree.heads[at]):
            at = tree.heads[at]
        verb = tree.heads[at]
        if had := given_up(r):
            return [replace(p, why="sentence") for p in had]
        if r.type_code != "withdrawal" or r.trigger.kind != "verb" or tree.keys[verb] not in verbs("move_in"):
            return []
        gone = any(tree.keys[m] in _ONCE_GONE for m in tree.of(at, "mark", "advmod", "prep"))
        taker = tree.subject(verb)
        if not (tree.labels[at] == "conj" or gone and tree.labels[at] == "advcl") or taker in {None, tree.subject(at)}:
            return []
        own = tree.subject(at)
        if own is None:
            return []
        owners = [tree.keys[c] for c in tree.of(own, "poss")]
        owners += [c for f in self.view.forces_in(*tree.span(own)) for c in f.codes]
        owners += [tree.keys[own]] if tree.keys[own] in nouns("irregular") else []
        if {tree.keys[own], *owners} & _OF_THE_TAKER or tree.labels[at] == "conj" and not owners:
            return []
        taken = {n for n in (tree.object(verb), *tree.under(verb, _INTO)) if n is not None}
        taken |= {n for t in taken for n in tree.under(t, {"of", "over"})}
        for group in self.grouped:
            p = group[0]
            near = {p.last, *(a for a in tree.ancestors(p.last) if tree.labels[a] not in {"prep", "advcl", "relcl"})}
            if p.last < r.first and p.place.kind_code not in WIDEST and near & taken:
                return [replace(q, why="sentence") for q in group]
        return []

    def _is_spoken_at(self, h: Hook) -> bool:
        governor = self.view.key(h.governor)
        return governor in SPEAKERS | SAYING or governor in self.view.vocabulary.classes["speakers"]


def is_vague(kind: str, inferred: PlaceMention) -> bool:
    """Only the country is known of an act that was at one spot: what else the sentence names says more."""
    return kind in ON_THE_SPOT and inferred.why in {"mission", "theme"} and inferred.place.kind_code == "country"


def is_of_them(r: Reading, inferred: PlaceMention) -> bool:
    """ "Stayed in X until they were withdrawn", "ended its mission in X, its last soldiers leaving": the sentence tells
    of them and of their place, and the text gives no more than a country."""
    tree = r.view.tree
    if r.type_code != "withdrawal" or inferred.why != "theme" or inferred.place.kind_code != "country":
        return False
    who = r.subject_head if r.passive or r.object_head is None else r.object_head
    if r.trigger.kind != "verb" or who is None or tree.labels[r.first] not in {"advcl", "ccomp", "conj", "dep"}:
        return False
    own = {tree.keys[c] for c in tree.of(who, "poss")} | {tree.keys[who]}
    return bool(own & {"they", "them", "its", "their"})


def is_pledge(r: Reading, status: str) -> bool:
    """ "Benin has pledged a battalion", "Canberra ruled out sending troops": they are for a land, not for the town that
    the text named last."""
    return r.code in _PLEDGES or r.code in {"send", "deploy"} and status in {"considered", "denied"}


_PLEDGES = frozenset("promise offer contribute authorise_troops seek_troops refuse_troops ask_noun take_part".split())
