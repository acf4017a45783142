"""Is a noun a deal on forces, a mission, an alliance? Its own words decide, then what is around it."""

from __future__ import annotations

from functools import lru_cache

from ....lexicon import names
from ..clauses import View
from ..families import BODIES
from ..language.classes import nouns, words
from .sitenouns import CIVIL, MILITARY_KINDS, is_definite, phrase, points_back

_DEALS = words("nouns.deals")
#: A deal about one of these is none on forces, unless forces are named with it.
_CIVIL_DEALS = words("civil_deal")
_TRADE = words("arms_trade")
_SPAN = frozenset("years year months month decades decade principle time".split())
CEASING = frozenset("ceasefire truce armistice cessation".split())
FORCE_WORDS = words("force_word")
_MISSION_WORDS = nouns("mission_word")
_JOINT = words("nouns.joint")
_AIMS_OF_OTHERS = frozenset("delegation passengers election re-election moon mars orbit".split())
_AIMED = frozenset("bombing counter-terrorism counterterrorism counter-insurgency counterinsurgency".split())
_UNSURE_MISSIONS = frozenset("operations tour campaign authority authorisation authorization programme program".split())
_ALLIANCES = frozenset("nato csto aukus quad alliance coalition pact bloc grouping".split())


@lru_cache(maxsize=1)
def _alliance_ids() -> frozenset[str]:
    return frozenset(f.code for fs in names().forces.values() for f in fs if f.form == "group" and f.role in BODIES)


def below(view: View, i: int) -> set[str]:
    """All words that depend on word i: its phrases and clauses."""
    tree, made, stack = view.tree, set[str](), [i]
    while stack:
        at = stack.pop()
        made.add(view.key(at))
        stack += tree.children[at]
    return made | ({"status-of-forces"} if {"status", "forces"} <= made else set())


def is_deal(view: View, i: int) -> bool:
    """An agreement on forces: by its name, by what it is on, or because the sentence is about forces."""
    key = view.key(i)
    if key in _PAPERS:
        return _is_paper(view, i)
    if key == "code":
        return "conduct" in below(view, i) and view.is_military
    if key in {"contract", "contracts"}:
        return bool({"cooperation", "co-operation", "basing", "lease", "stationing"} & phrase(view, i))
    in_frame = key == "framework" and view.key(view.tree.heads[i]) in {"in", "within"}  # no deal
    if in_frame or key not in view.vocabulary.classes["deals"] | _DEALS:
        return bool(key == "forces" and "status-of-forces" in phrase(view, i))
    own = phrase(view, i)
    content = below(view, i) - {key}
    clause = view.tree.clause(i)
    purpose = {view.key(k) for k in view.tree.of(clause, "xcomp", "advcl", "ccomp") if k > i}
    if (own | content | purpose) & _TRADE and not content & {"troops", "soldiers", "base", "bases"}:
        return False  # arms that are bought are no forces
    if own & FORCE_WORDS:
        return True
    about = content & FORCE_WORDS
    if own & _CIVIL_DEALS or key in CEASING:
        provided = below(view, view.tree.clause(i)) if key in CEASING else content
        return bool(provided & {"withdrawal", "withdraw", "troops", "soldiers", "disengagement", "return", "pullback"})
    if about:
        return True
    topics = [n for n in view.tree.under(i, {"on", "for", "over", "to", "about"}) if not points_back(view, n)]
    if any(not view.words_in(*view.tree.span(n)) & _SPAN and not _on_place(view, n) for n in topics):
        return False  # "an agreement on fish"
    if any(_on_place(view, n) for n in topics) and key != "lease":
        return bool(_around(view, i) & FORCE_WORDS)  # "an agreement on Abyei" may be on anything
    return bool(_around(view, i) & FORCE_WORDS) or view.is_military or view.deal_since <= 2


def ends_fighting(view: View, i: int) -> bool:
    """A truce, a ceasefire, however it is spelt."""
    return view.key(i) in CEASING or view.key(i) == "fire" and "cease-fire" in phrase(view, i)


#: What two sides sign or make known together, and what else is called so.
_PAPERS = nouns("paper")


def _is_paper(view: View, i: int) -> bool:
    """ "a joint statement on the withdrawal", "a statement under which fighting stopped", "a timetable agreed on"."""
    tree, words = view.tree, phrase(view, i)
    # the relative clause may hang on a noun in between ("a statement in the night under which …")
    under = any(
        view.key(k) in {"under", "by"} and view.key(k + 1) == "which" for k in range(i + 1, min(i + 8, len(view.toks)))
    )
    agreed = any(view.key(c).startswith("agree") for c in tree.of(i, "acl", "relcl"))
    if words & {"joint", "trilateral", "tripartite", "bilateral"} or under:
        return view.is_military or bool(below(view, view.tree.clause(i)) & FORCE_WORDS)
    return agreed and view.is_military


def _on_place(view: View, i: int) -> bool:
    """ "an agreement on Fort Rock", "a lease for the bay": a place whose use is agreed on."""
    places = view.places_in(*view.tree.span(i))
    return bool(places)


def _around(view: View, i: int) -> set[str]:
    clause = view.tree.clause(i)
    return below(view, clause)


def is_mission(view: View, i: int) -> bool:
    """A military mission or operation: a name of one, or a noun that the text's forces go with."""
    if any(
        f.form == "group" and f.first <= i <= f.last and set(f.codes) & _alliance_ids() for f in view.spotted.forces
    ):
        return True
    key = view.key(i)
    words = phrase(view, i)
    if key == "authorities":
        return False
    if key in {"force", "forces", "grouping", "group", "team", "commission"}:
        if {"task", "force"} <= words or key == "team" and words & {"monitoring", "observer"}:
            return True
        if key in {"team", "commission"}:
            return False
        return bool(words & _JOINT) and not words & CIVIL
    if key not in view.vocabulary.classes["missions"] | _MISSION_WORDS:
        return key == "operation" or _named_operation(view, i)
    content = below(view, i)
    if words & (CIVIL - {"support"}) or content & _AIMS_OF_OTHERS:
        return False
    if key not in _UNSURE_MISSIONS or words & (MILITARY_KINDS | _JOINT | _AIMED):
        return True
    if key == "tour":
        return any(f.is_military for f in view.spotted.forces) and "of" in content
    return view.is_military and is_definite(view, i) and key != "operations"


def _named_operation(view: View, i: int) -> bool:
    """ "Operation Shader", "EUTM Mali": a capital word after "Operation", or a name that the text has introduced."""
    if any(first <= i <= last and kind == "mission" for first, last, kind in view.spotted.named):
        return True
    start = view.tree.span(i)[0]
    return any(
        view.key(k) == "operation" and view.toks[k + 1].text[:1].isupper()
        for k in range(start, min(i + 1, len(view.toks) - 1))
    )


def is_alliance(view: View, i: int) -> bool:
    """NATO, the CSTO, a coalition: what a state can be a member of."""
    key, words = view.key(i), phrase(view, i)
    if key == "coalition" and words & {"government", "ruling", "governing", "opposition", "party", "centre-left"}:
        return False
    if key in _ALLIANCES or key in {"force", "grouping"} and words & {"joint", "regional", "multinational"}:
        return True
    return any(f.first <= i <= f.last and set(f.codes) & (_alliance_ids() - {"UN", "EU"}) for f in view.spotted.forces)
