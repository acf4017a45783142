"""What a sentence leaves behind of the forces that it names, and of those who act in it, for later short forms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..clauses import View
from ..draft import Draft
from ..language.classes import nouns
from .bands import Sole, men
from .referents import Said, actor_weight

#: How much of a mention's weight is left where what is said of it is denied; of an actor's, where it made a deal, or
#: was attacked by those of whom the sentence is.
_UNREAL, _DEAL, _ATTACKED, _HIT = 0.4, 0.3, 0.25, 0.6


def left_behind(view: View, named: Collection[Said], drafts: Sequence[Draft], band: Sole) -> list[Said]:
    """The mentions of a sentence, then the actors of its records. Of whom it is denied that they came, the text goes
    on to speak no more: they weigh little. Who attacks is who "they" are, and not those who are attacked."""
    real = {c for d in drafts if d.status != "denied" for c in d.actors}
    unreal = {c for d in drafts if d.status == "denied" for c in d.actors} - real
    made = [replace(x, weight=x.weight * _UNREAL) if set(x.codes) <= unreal else x for x in named]
    met = [(d, a) for d in drafts if d.type_code == "attack_on_force" and (a := attacker(view, d)) is not None]
    attackers, hit = {a for _, a in met}, {c for d, _ in met for c in d.actors}
    made = [replace(x, weight=x.weight * _HIT, is_subject=False) if set(x.codes) <= hit else x for x in made]
    kinds = [(d.actors, d.type_code == "agreement", d.type_code == "attack_on_force") for d in drafts if d.actors]
    for actors, is_deal, is_attacked in dict.fromkeys(kinds):
        is_named = any(set(actors) & set(f.codes) for f in view.spotted.forces)
        weight = actor_weight() * (_DEAL if is_deal or set(actors) <= unreal else 1.0)
        weight *= _ATTACKED if is_attacked and attackers else 1.0
        made.append(Said(actors, view.number, weight, True, not is_deal, not is_named))
    for at in attackers:
        f = next((f for f in view.spotted.forces if f.first <= at <= f.last), None)
        words = view.words_in(f.first, f.last + 1) if f is not None else {view.key(at)}
        theirs = next((g.codes for n in view.tree.under(at, {"of"}) for g in view.forces_in(n, n + 1) if g.codes), ())
        named_so = f.codes or theirs if f is not None else theirs  # "jihadists", of whom no more is known
        codes = named_so or band.codes(words, frozenset()) or men(words, view.key(at), view.tree.tags[at])
        made += [Said(codes, view.number, actor_weight(), True, True, is_subject=True)] if codes else []
    return made


def attacker(view: View, attack: Draft) -> int | None:
    """The noun of those who attack, where the sentence is of them: "gunmen attacked an army post"."""
    tree = view.tree
    at = next((i for i, t in enumerate(view.toks) if t.start == attack.trigger_start), 0)
    doer = tree.subject(at) if tree.is_verb(at) and not tree.is_passive(at) else None
    f = next((f for f in view.spotted.forces if doer is not None and f.first <= doer <= f.last), None)
    if doer is None or f is not None and set(f.codes) & set(attack.actors):
        return None
    return doer if f is not None and f.codes or view.key(doer) in nouns("irregular") else None
