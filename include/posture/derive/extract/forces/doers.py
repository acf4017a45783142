"""Who does an act of arms or takes part in one: all that its roles name."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.acts import conjuncts
from ..reading import Reading
from .pronouns import Party
from .roles import Roles
from .targets import forces_of, is_band


class Doers(Roles):
    """Finds those who act by the roles of an act of arms."""

    def acting(self, r: Reading) -> Party | None:
        """Who does an act of arms: all that its roles name, else whom their short forms mean."""
        parties = [p for at in (r.act.agents if r.act else ()) for p in (self._party(at), *self._joined(at)) if p]
        named = [p for p in parties if p.is_named and p.kind != "office"] or [p for p in parties if p.is_named]
        if r.code in {"fight", "fighting"} or r.type_code == "exercise":
            named = [p for p in parties if p.codes]  # "marines clashed with X": whose they are, the text has told
        if not named:
            return parties[0] if parties else None
        codes = tuple(dict.fromkeys(c for p in named for c in p.codes))
        return Party(codes, named[0].kind, named[0].mention, len(codes) > 1 or named[0].is_plural)

    def _joined(self, at: int) -> Iterator[Party | None]:
        """ "Kenyan troops and soldiers from the Greek army": those whom "and" adds, by a name of their own."""
        tree = self.view.tree
        for other in conjuncts(tree, at):
            found = self._party(other)
            if found is None or not found.is_named:  # the phrase behind may hang on the first
                behind = [n for p in tree.of(at, "prep") if p == other + 1 for n in tree.of(p, "pobj")]
                found = next((p for n in behind if (p := self.who(n)) is not None and p.is_named), found)
            yield found

    def _party(self, at: int) -> Party | None:
        """Who a noun is; where its own name was not understood ("Greek F-16s"), whose adjective stands before it."""
        found = self.who(at) if not is_band(self.view, at) else None
        if found is None and not is_band(self.view, at):
            near = next((f for f in forces_of(self.view, at) if f.codes), None)
            return Party(near.codes, "force", near) if near is not None else None
        return found
