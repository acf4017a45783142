"""The state that asks for troops, lets them in or has them on its soil: where they come to, if nothing else says so."""

from __future__ import annotations

from dataclasses import replace

from ..clauses import View
from ..mentions import PlaceMention
from ..reading import Reading

#: What a host does.
_HOSTING = frozenset(
    (
        "ask asks asked asking invite invites invited inviting host hosts hosted hosting receive receives received "
        "receiving let lets letting allow allows allowed allowing permit permits permitted permitting accept accepts "
        "accepted accepting admit admits admitted welcome welcomes welcomed welcoming request requests requested "
        "requesting seek seeks sought seeking wants wanted"
    ).split()
)
_SOIL = frozenset({"soil", "territory"})


def host(r: Reading, actors: tuple[str, ...]) -> PlaceMention | None:
    """The state that is the subject of a host's verb, or on whose soil they will be; not the force's own."""
    view, tree = r.view, r.view.tree
    is_on_soil = any(view.words_in(s, e) & _SOIL and view.words_in(s, e) & {"its", "their"} for _, s, e in r.phrases)
    for verb in (r.first, *tree.ancestors(r.first)):
        if not tree.is_verb(verb) or not (is_on_soil or tree.keys[verb] in _HOSTING):
            continue
        subject = tree.subject(verb)
        if subject is not None and (found := _state(view, subject, actors)) is not None:
            return replace(found, why="host")
    return None


def _state(view: View, subject: int, actors: tuple[str, ...]) -> PlaceMention | None:
    """The country that a subject names, if only as an owner: "Mali", "Mali's parliament"."""
    start, end = view.tree.span(subject)
    return next(
        (
            p
            for p in view.spotted.places
            if start <= p.first <= subject < end
            and p.place.kind_code == "country"
            and p.form in {"bare", "owner"}
            and p.place.country_code not in actors
        ),
        None,
    )
