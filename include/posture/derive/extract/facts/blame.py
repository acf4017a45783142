"""On whom an act is blamed: "blamed the attack on rebels", "the rebels were blamed for the attack"."""

from __future__ import annotations

from ..clauses import View


def blamed(view: View, noun: int, verb: int) -> int | None:
    """Of a verb of blaming and the noun of an act: whom it names as having done it."""
    tree = view.tree
    if tree.labels[noun] == "dobj":
        on = [at for i in (noun, verb) for prep, at in tree.prepositions(i) if prep == "on" and at > noun]
        return on[-1] if on else None
    under = tree.labels[noun] == "pobj" and tree.keys[tree.heads[noun]] in {"for", "of", "over"}
    found = tree.subject(verb) if tree.is_passive(verb) else tree.object(verb)
    return found if under and found != noun else None
