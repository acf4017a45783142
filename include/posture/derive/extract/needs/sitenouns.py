"""Is a noun a military site? Its own words decide, then what is around it."""

from __future__ import annotations

from ..clauses import View
from ..facts.themes import ANAPHORS
from ..language.classes import nouns, words

_OWN = frozenset("its their his our".split())
#: "camp", "site" … may be civil; these say that they are an army's.
MILITARY_KINDS = words("military_kind")
CIVIL = words("civil_kind")
STRONG_SITES = nouns("strong_site")
_MORE_SITES = words("site_of_forces")
#: Hardly anybody but an army or the police has these in the plural.
_POSTS = frozenset({"posts", "checkpoints", "positions", "outposts", "strongpoints", "roadblocks"})
#: What kinds of sites an army has.
_ARMED_KINDS = frozenset("temporary permanent main remaining all most forward fixed manned".split())
_HOUSES = frozenset("building buildings premises complex grounds compound compounds perimeter".split())
_STORES = frozenset("depot depots hub hubs point points".split())
_STORED = frozenset("supply arms ammunition fuel weapons munitions supplies repair".split())
#: Where staffs sit: "a joint headquarters", "a coordination centre".
_STAFFS = frozenset("headquarters hq centre centres center centers cell cells".split())
_OF_STAFFS = words("sitenouns.of_staffs")
_CLOSING = nouns("closing")
_USERS = words("sitenouns.users")
_UNITS = words("sitenouns.units")
#: "A commandant's office", "a liaison office of the army".
_OFFICES = frozenset({"office", "offices"})
_OF_OFFICES = frozenset("commandant commandants liaison military".split())
#: What is built on a base.
WORKS = nouns("work")
#: What is put somewhere to watch or to listen.
SENSORS = nouns("sensor")


def phrase(view: View, i: int) -> set[str]:
    """Words of the noun phrase up to its head; what hyphens join also as one ("status-of-forces")."""
    start = view.tree.span(i)[0]
    joined = " ".join(view.key(k) for k in range(start, i + 1)).replace(" - ", "-").split()
    return view.words_in(start, i + 1) | set(joined)


def owner_is_force(view: View, i: int) -> bool:
    """ "its camp", "the army's post", "a Russian facility": whose it is stands in its noun phrase."""
    tree = view.tree
    span = tree.span(i)
    return bool(view.words_in(*span) & _OWN) or any(
        f.first <= i and f.last >= span[0] and (f.codes or f.is_military) for f in view.spotted.forces
    )


def is_site(view: View, i: int, by_force: bool = False, *, alone: bool = False) -> bool:
    """A base, outpost, camp …, or a word that stands for one. `by_force`: who acts on it is a force. `alone`: the nouns
    before it are not asked."""
    key = view.key(i)
    if points_back(view, i):
        return site_meant(view, i)
    if any(p.is_site and p.first <= i <= p.last for p in view.spotted.places):
        return True
    words = phrase(view, i)
    if key in {"hospital", "hospitals"} and words & {"field", "military", "army", "naval"}:
        return by_force or view.is_military  # "the field hospital"
    if key in _OFFICES and words & _OF_OFFICES:
        return by_force or view.is_military  # "a commandant's office"
    if key in _HOUSES and words & (STRONG_SITES | {"headquarters", "camp", "post", "station"}):
        return True  # "its headquarters building"
    if key not in view.vocabulary.classes["sites"] | _MORE_SITES or _is_civil(view, i, words - {key}):
        named = view.toks[i].text[:1].isupper()  # "Fort Hill, the brigade's headquarters, will close"
        # What stands in apposition may not ask the nouns before it, this one among them, and so for ever.
        return named and any(
            c > i and not points_back(view, c) and is_site(view, c, by_force, alone=True)
            for c in view.tree.of(i, "appos")
        )
    if key in STRONG_SITES or key in _STAFFS and words & _OF_STAFFS and view.is_military:
        return True
    used = governed_words(view, i)
    if words & MILITARY_KINDS or owner_is_force(view, i) or used & _USERS or key in _STAFFS and used & _UNITS:
        return True
    definite = is_definite(view, i)
    if view.is_military and key in view.vocabulary.classes["sites"] and view.tree.of(i, "nummod"):
        return True  # "two posts"
    if key in _POSTS and view.is_military:
        return True  # "posts were opened at A and B"
    if words & _ARMED_KINDS and view.is_military and (view.site_before or not alone and site_meant(view, i)):
        return True  # "all temporary camps"
    if key in _MORE_SITES:
        owners = [*view.tree.under(i, {"of"}), *view.tree.of(i, "compound")]
        of_place = key in {"site", "depot"} and any(view.places_in(n, n + 1) for n in owners)
        if by_force and key in _STORES and words & _STORED:
            return True  # "opened a supply depot"
        return definite and (view.site_before or of_place and view.is_military)  # "the field", after the airfield
    return by_force or view.is_military and definite


def _is_civil(view: View, i: int, words: set[str]) -> bool:
    """ "data centre", "training camp", but "the support base of the navy", "a military training camp"."""
    if not words & CIVIL:
        return False
    return not (words & {"military", "naval", "army", "navy"} or governed_words(view, i) & _USERS)


def points_back(view: View, i: int) -> bool:
    """A word that stands for a noun said before."""
    return view.key(i) in ANAPHORS or view.tree.tags[i] in {"CD", "PRP", "WDT"}


def governed_words(view: View, i: int) -> set[str]:
    """ "a berth for its navy"."""
    return set().union(*(view.words_in(*view.tree.span(n)) for n in view.tree.under(i, {"for", "of", "with"})))


def is_definite(view: View, i: int) -> bool:
    """ "the", "its" stand before it."""
    return bool(phrase(view, i) & ({"the", "this", "that", "these", "those"} | _OWN))


def site_meant(view: View, i: int) -> bool:
    """ "a new one", "the other two", "it": a site stands before, in this sentence or the last."""
    before = [k for k in range(i) if view.key(k) not in ANAPHORS and view.tree.tags[k][:2] == "NN"]
    heads = [k for k in before if view.tree.labels[k] not in {"compound", "nmod"}]
    if any(is_site(view, k) for k in heads):
        return True
    doers = _doers(view, i)
    return view.site_before and not any(view.tree.labels[k] in {"nsubj", "dobj"} for k in heads if k not in doers)


def _doers(view: View, i: int) -> set[int]:
    """ "Turkey does not mean to close it": who acts on a thing, or wants to, is not that thing."""
    tree = view.tree
    if view.key(i) not in {"it", "them"} or tree.labels[i] != "dobj":
        return set()
    found: set[int] = set()
    at = tree.heads[i]
    while tree.is_verb(at):
        found |= set(tree.of(at, "nsubj"))
        if tree.labels[at] not in {"xcomp", "ccomp", "conj"}:
            break
        at = tree.heads[at]
    return found


def is_its_closing(view: View, noun: int) -> bool:
    """ "Its closure was not discussed", "told parliament that its closure …": that of the site of which the sentence
    before told; but "the school was small, and its closure …"."""
    tree = view.tree
    if view.key(noun) not in _CLOSING or tree.under(noun, {"of"}) or not view.site_before:
        return False
    at = tree.clause(noun)
    telling: set[int] = set()
    while tree.labels[at] == "ccomp":
        at = tree.heads[at]
        telling.add(at)
    named = [k for k in range(noun) if tree.labels[k] in {"nsubj", "dobj"} and tree.tags[k][:2] == "NN"]
    is_told = all(tree.heads[k] in telling for k in named)
    return is_told and any(view.key(c) in {"its", "their"} for c in tree.of(noun, "poss"))
