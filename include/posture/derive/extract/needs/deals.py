"""Deals and alliances: who makes, seeks or drops them, and that they are on armed forces."""

from __future__ import annotations

from collections.abc import Callable

from ..clauses import View
from ..facts.themes import members, themes
from ..language.classes import nouns, verbs, words
from ..reading import Reading
from .agreeing import ALLOWING, PLANS, is_joint, parties
from .dealsaid import is_pointed, of_deal
from .nouns import CEASING, ends_fighting, is_deal
from .sitenouns import is_site, phrase

#: What a deal's text does: "the accord lets troops stay", "the treaty remains in force".
_PROVIDING = verbs("provide_for")
_ACCESS = words("deals.access")
_USING = words("deals.using")
_CALLING = words("deals.calling")
_OPEN = words("deals.open")


def _object_deal(r: Reading) -> bool:
    if r.trigger.lemma in {"leave", "quit", "abandon", "give"} and any(
        r.view.key(i) == "settlement" for i in themes(r)
    ):
        return False  # "had left the settlement"
    if r.trigger.lemma in {"make", "give", "cut"} and not r.passive and r.object_head is None:
        return False  # "the accord makes visits easier"
    return of_deal(r) or any(
        is_deal(r.view, i) or _stops_fighting(r, i) or is_pointed(r, i) or _is_text_of(r.view, i) for i in _meant(r)
    )


def _meant(r: Reading) -> list[int]:
    """What a deal's verb acts upon; "rejected the rebels' offer of a truce": the truce."""
    v = r.view
    offers = [i for i in themes(r) if v.key(i) in _OFFERS] if r.code == "refuse_deal" else []
    return [*themes(r), *(n for i in offers for n in v.tree.under(i, {"of", "for"}) if ends_fighting(v, n))]


_PACTS = nouns("pact")


def _is_text_of(view: View, i: int) -> bool:
    """ "A draft of the accord", "the wording of the treaty"."""
    return view.key(i) in nouns("text_of_deal") and any(is_deal(view, n) for n in view.tree.under(i, {"of"}))


def _stops_fighting(r: Reading, i: int) -> bool:
    """A truce or peace between two who are named, or a truce that an armed group ends or declares; that of a strike or
    trade war is none."""
    v = r.view
    if v.words_in(0, len(v.toks)) & _TRADE_WORDS:
        return False
    is_peace = v.key(i) in v.vocabulary.classes["deals"] and "peace" in v.words_in(*v.tree.span(i)[:1], i)
    is_of_truce = v.key(i) in _PACTS and bool(v.words_in(v.tree.span(i)[0], i) & CEASING)
    if not ends_fighting(v, i) and not is_peace and not is_of_truce or not v.is_military:
        return False
    if v.key(i) == "cessation" and v.words_in(i, v.tree.span(i)[1]) & _PACTS:
        return True  # "the cessation of hostilities agreement"
    if v.key(i) in _PACTS - CEASING and v.words_in(v.tree.span(i)[0], i) & CEASING and r.code == "make_deal":
        return True  # "the ceasefire agreement was signed at X"
    sides = {c for f in v.spotted.forces if f.codes and not f.is_weak for c in f.codes}
    is_made = r.code == "make_deal" and v.tree.labels[r.first] != "acl"  # not "broke a ceasefire signed in May"
    if ends_fighting(v, i) and is_made and (sides or r.passive or r.subject_head == i or r.trigger.lemma in _DECLARING):
        return True  # "the rebels declared a ceasefire", "a truce was being signed in Minsk", "took effect at noon"
    if ends_fighting(v, i) and r.code == "refuse_deal" and sides:
        return True  # "the army rejected the offer of a truce"
    two = [n for n in v.tree.under(i, {"between"}) if v.tree.of(n, "conj")]
    if sides and two:
        return True  # "a truce between the army and the rebels"
    if is_peace:
        return r.trigger.kind == "verb" and len(sides) >= 2 and v.tree.labels[r.first] != "advcl"
    return len(sides) >= 2 or (v.deal_before or r.trigger.lemma in _DECLARING) and bool(sides)


_OFFERS = words("deals.offers")
_TRADE_WORDS = frozenset({"trade", "tariff", "tariffs"})
_DECLARING = frozenset({"declare", "proclaim", "announce"})


def _subject_deal(r: Reading) -> bool:
    """ "A second accord followed in May"."""
    subject = r.view.tree.subject(r.first)
    is_bare = r.object_head is None or r.last > r.first  # "runs for ten years"
    if r.trigger.lemma in {"run to", "run for", "run through"} and not any(
        r.last < k < r.last + 5 for k, _ in r.view.timed
    ):
        return False  # "runs to 40 pages"
    return subject is not None and is_bare and not r.passive and is_deal(r.view, subject)


def _access(r: Reading) -> bool:
    """ "granted the Americans use of six ports", "obtained the right to base aircraft at X"."""
    v = r.view
    granted = [i for i in themes(r) if v.key(i) in _ACCESS]
    if r.passive:
        granted += [i for i in v.tree.of(r.first, "dobj", "oprd") if v.key(i) in _ACCESS]
    if r.trigger.lemma in {"let", "allow", "permit"} and not r.passive:
        users = [k for k in v.tree.of(r.first, "ccomp", "xcomp") if v.key(k) in _USING]
        calls = [k for k in v.tree.of(r.first, "ccomp", "xcomp") if v.key(k) in _CALLING]
        if v.is_military and any(
            v.places_in(*v.tree.span(n)) for k in calls for n in v.tree.under(k, {"at", "in", "on"})
        ):
            return parties(r, (0, len(v.toks))) >= 2  # "allowed Russian warships to refuel at X"
        own = [f for k in users for n in v.tree.of(k, "nsubj") for f in v.forces_in(*v.tree.span(n))]
        named = {c for f in v.spotted.forces if not f.is_weak or f in own for c in f.codes}
        return any(_is_ground(v, o) for k in users for o in v.tree.of(k, "dobj")) and (v.is_military and bool(named))
    for i in granted:
        behind = [n for n in v.tree.under(r.first, {"to"}) if n > i]  # the parser may hang it on the verb
        about = members(v, v.tree.under(i, {"of", "to", "for", "at", "in", "on"}) + behind)
        if any(is_site(v, k, by_force=True) or v.key(k) in _OPEN or v.places_in(k, k + 1) for k in about):
            return parties(r, (0, len(v.toks))) >= 1
        if v.is_military and any(v.key(c) in ALLOWING for c in v.tree.of(i, "acl")):
            return True
    return False


def _is_ground(view: View, i: int) -> bool:
    return is_site(view, i, True) or bool(view.places_in(i, i + 1)) or view.key(i) in _OPEN


def _deal_made(r: Reading) -> bool:
    """A deal's noun alone states it where it has parties or a year of its own."""
    v, tree, noun = r.view, r.view.tree, r.last
    if not is_deal(v, noun) and not _is_peace(r, noun):
        return False
    above = tree.clause(noun)
    if tree.labels[noun] == "nsubj" and v.key(above) in _PROVIDING and not tree.is_passive(above):
        dated = any(_is_year(v, k) for k in tree.of(noun, "nummod", "compound", "nmod"))
        dated = dated or any(_is_year(v, k) for n in tree.under(noun, {"of", "from"}) for k in (n, *tree.children[n]))
        return dated or bool(_joined_parties(r, noun))
    if v.key(noun) in {"statement", "declaration", "communique"}:
        if tree.labels[noun] == "nsubj" and v.key(above) in v.vocabulary.classes["reporting_verbs"]:
            return False  # it only tells
        return parties(r, r.subject) >= 2 or any(parties(r, tree.span(n)) >= 2 for n in tree.under(noun, {"of", "by"}))
    if tree.labels[noun] == "pobj" and v.key(tree.heads[noun]) == "of" and v.key(tree.heads[noun] - 1) in _AGAINST:
        return False  # "moved in in violation of the 2011 accord"
    if _is_dated(r, noun):
        return True
    is_new = v.key(noun) in CEASING and any(v.key(c) in {"a", "an"} for c in tree.of(noun, "det"))
    if tree.labels[noun] == "pobj" and v.key(tree.heads[noun]) in {"by", "to"} and not is_new:
        return False  # "according to the agreement with Kuwait": it is there already
    return any(v.forces_in(*tree.span(n)) for n in tree.under(noun, {"between", "with"})) or any(
        parties(r, tree.span(n)) >= 2 for n in tree.under(noun, {"of"})
    )


_AGAINST = frozenset("violation breach contravention defiance".split())


def _is_peace(r: Reading, noun: int) -> bool:
    """ "The truce of May", "the 2015 peace deal", "under a ceasefire with the rebels", but not "a breach of" one."""
    v, tree = r.view, r.view.tree
    if not v.is_military or v.key(noun) not in CEASING and not phrase(v, noun) & (CEASING | {"peace"}):
        return False
    if tree.labels[noun] == "pobj" and v.key(tree.heads[noun]) == "of":
        return False
    return _joined_parties(r, noun) or _is_dated(r, noun)


def _joined_parties(r: Reading, noun: int) -> bool:
    """ "between A and B", "A's pact with B"."""
    v, tree = r.view, r.view.tree
    return any(v.forces_in(*tree.span(n)) for n in tree.under(noun, {"between", "with", "among"}))


def _is_dated(r: Reading, noun: int) -> bool:
    """ "The accord of 1994", "the 2008 pact", "the truce of September 5": its date says which one is meant."""
    v, tree = r.view, r.view.tree
    own = tree.of(noun, "nummod", "compound", "nmod")
    said = [k for n in tree.under(noun, {"of", "in", "from", "since"}) for k in (n, *tree.children[n])]
    dated = any(k in said and v.key(tree.heads[k]) == "of" for k, _ in v.timed)
    return dated or any(_is_year(v, k) for k in (*own, *said))


def _is_year(view: View, i: int) -> bool:
    return view.key(i).isdecimal() and len(view.key(i)) == 4


def _talks_on(r: Reading) -> bool:
    """Talks on a deal or on bases to come, with a partner who is named."""
    v = r.view
    clause = v.tree.clause(r.first)
    on = [n for at in {r.last, r.first, clause} for n in v.tree.under(at, {"on", "about", "over"})]
    of_use = [k for n in on if v.key(n) in _ACCESS | PLANS for k in v.tree.under(n, {"of", "to", "at"})]
    if not any(is_deal(v, i) or is_site(v, i, by_force=True) for i in members(v, [*on, *of_use])):
        return False
    partners = [n for at in (r.last, clause) for n in v.tree.under(at, {"with", "between"})]
    return any(v.forces_in(*v.tree.span(n)) for n in partners) or is_joint(r)


#: Needs of this family by their names in triggers.yaml.
NEEDS: dict[str, Callable[[Reading], bool]] = {
    "deal_made": _deal_made,
    "talks_on": _talks_on,
    "object:deal": _object_deal,
    "object:access": _access,
    "subject:deal": _subject_deal,
}
