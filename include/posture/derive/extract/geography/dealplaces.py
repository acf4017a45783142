"""What place a deal is about: named in its own phrase or in what it provides for, never where it was signed.

"A treaty on Abyei", "an accord that lets marines return to Darwin", "agreed to leave Kabul" name the place; "signed in
Nairobi" and the names of the parties do not.
"""

from __future__ import annotations

from ....lexicon import country_places
from ..clauses import View
from ..facts.themes import themes
from ..language.classes import verbs
from ..language.inflection import inflected
from ..mentions import PlaceMention
from ..needs.nouns import is_deal
from ..needs.sitenouns import is_site
from ..reading import Reading
from .discourse import SENDERS
from .hooks import Hook, hook, reach

_BRINGING = verbs("bring_troops")
_LEASING = verbs("lease")
#: What is done with a deal in a town that it is not about.
_SIGNING = verbs("sign") | verbs("present")
#: "Had told reporters in X that …".
_TELLING = inflected("tell")
#: A deal may be signed in a town; in these it applies.
_LANDS = frozenset({"country", "admin1", "region", "area", "territory"})
_TOWNS = frozenset({"city", "town", "capital"})
_AT = frozenset("in at".split())
#: A name after one of these is a party, or says when or how.
_NOT_ABOUT = frozenset("with between by than like as after before since during until via including among".split())
_TOPIC = frozenset("on over about concerning regarding for at in near of to into across along within inside".split())
#: How far below the deal's noun a place may be named.
_LIMIT = 2.6


def deal_place(view: View, r: Reading, groups: list[list[PlaceMention]]) -> list[PlaceMention]:
    """The places that a deal is about, as the sentence names them; none, if it names only parties and venues."""
    tree = view.tree
    if r.code == "opens_to":  # "opens two airfields to jets as the Caribbean buildup widens"
        groups = [g for g in groups if tree.clause(g[0].first) == tree.clause(r.first)]
    nouns = [r.last] if r.trigger.kind == "noun" else [i for i in themes(r) if is_deal(view, i)] or themes(r)
    scopes = [(n, 0.0) for n in nouns]
    if r.trigger.kind == "verb":
        scopes += [(k, 0.1) for k in tree.of(r.first, "xcomp", "ccomp", "dobj", "oprd", "pcomp")]
        scopes += [(n, 0.2) for n in tree.under(r.first, {"on", "over", "about", "for", "to"})]
        scopes += [(k, 0.4) for k in tree.of(r.first, "advcl", "prt")]
    wide: set[int] = set()
    for n in nouns:
        above = tree.clause(n)
        if above in {r.first, n}:
            continue
        if tree.labels[n] in {"nsubj", "nsubjpass"}:
            scopes.append((above, 0.2))  # "the accord lets troops stay at X"
        elif tree.labels[n] == "pobj" and view.key(tree.heads[n]) in {"under", "by"}:
            scopes.append((above, 0.6))  # "left the valley under an accord"
            wide.add(above)
    best: tuple[float, list[PlaceMention]] | None = None
    for group in groups:
        h = hook(tree, group[0], view.vocabulary.classes["sites"])
        if not _is_about(view, r, group[0], h):
            continue
        if _is_sender(view, group[0]):
            continue  # what its troops do at home is not what the deal is about
        for scope, extra in scopes:
            by_word = _stands_behind(view, group[0], scope)
            if not (by_word or _is_below(view, group[0].last, scope)):
                continue
            if scope in wide and group[0].is_site:
                continue  # the act is there; the deal is on more
            cost = extra + (0.2 if by_word else reach(tree, scope, h.governor)) + (0.0 if group[0].is_site else 0.1)
            cost += 0.5 * (group[0].place.country_code in SENDERS)
            if cost < _LIMIT and (best is None or cost < best[0]):
                best = (cost, group)
    if best is None and any(view.key(n) == "lease" for n in nouns):
        sites = [g for g in groups if g[0].is_site and g[-1].last < r.first]
        return sites[-1] if sites else []  # "gave up Fort Rock after a new lease had been refused"
    return best[1] if best else []


def joiner(r: Reading) -> PlaceMention | None:
    """ "X, whose border with Y is long, joined the alliance": it is about X."""
    at = r.subject_head
    if at is None or r.view.tree.of(at, "conj"):
        return None
    code = next((f.codes[0] for f in r.view.spotted.forces if f.first <= at <= f.last and len(f.codes) == 1), "")
    place = country_places().get(code)
    return PlaceMention(at, at, place, place.name) if place is not None else None


def _stands_behind(view: View, p: PlaceMention, top: int) -> bool:
    """ "Renewed the lease of the airfield at X": the place stands right behind a site of the deal's phrase, whatever
    the parser hangs it on."""
    noun = p.first - 2
    if p.prep not in _AT | {"near"} or noun <= top - 1 or view.key(p.first - 1) != p.prep:
        return False
    return is_site(view, noun, by_force=True) and _is_below(view, noun, top)


def _is_below(view: View, at: int, top: int) -> bool:
    return at == top or top in view.tree.ancestors(at)


def _is_about(view: View, r: Reading, p: PlaceMention, h: Hook) -> bool:
    """Not a party, a venue or a mere adjective."""
    key = view.key(h.governor)
    if p.form in {"bare", "owner"} or h.prep in _NOT_ABOUT or h.prep == "'s":
        return False
    noun = p.first - 2
    if p.prep in _AT and view.key(noun + 1) == p.prep and noun > r.last and is_site(view, noun, by_force=True):
        return True  # "signed an agreement on the airfield at X", "secured access to a base in Y"
    if h.prep in _AT and key in _SIGNING | _TELLING and not p.is_site and p.place.kind_code not in _LANDS:
        return False
    if h.prep == "to" and p.place.kind_code in _TOWNS and not p.is_site and key not in _BRINGING:
        return False  # "leased the island to Washington"
    if h.prep in _AT and p.place.kind_code in _TOWNS and not p.is_site and is_deal(view, h.governor):
        return False  # "signed a pact in Paris", as the parser reads it
    if p.place.kind_code == "country" and (h.prep == "of" or h.prep == "to" and not view.tree.is_verb(h.governor)):
        return False  # "the government of X", "the ambassador to X"
    if view.key(p.first - 1) == "of" and view.key(p.first - 2) == "capital" and key in _SIGNING:
        return False  # "signed in the capital of X"
    if h.prep in {"to", "from"} and key in _LEASING and not p.is_site:
        return False  # "leased the port to X", "obtained the use of the field from Y"
    if h.prep == "from":
        return view.tree.is_verb(h.governor)  # "under an accord the army is to withdraw from X"
    return h.prep in _TOPIC or not h.prep


def _is_sender(view: View, p: PlaceMention) -> bool:
    """A party that sends troops abroad: "London signed an accord with Tallinn under which troops in Britain …"."""
    code = p.place.country_code
    if p.place.kind_code != "country" or code not in SENDERS:
        return False
    return any(f.codes == (code,) and not p.first <= f.first <= p.last for f in view.spotted.forces)
