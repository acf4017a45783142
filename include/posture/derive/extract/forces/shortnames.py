"""Which body a name means that several have, or that means other things, too: the one spelt out, else the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....lexicon import Force
from ..language.names import Hit
from ..language.vocabulary import Vocabulary


class ShortNames:
    """Names of groups and units in one text. `countries`: alpha-3 code → the share of the text's names of places."""

    def __init__(self, hits: Sequence[Hit], vocabulary: Vocabulary, countries: Mapping[str, float]) -> None:
        self._v, self._countries = vocabulary, countries
        forces = [(h.name, f) for h in hits for f in vocabulary.forces[h.name]]
        clear = {f.name for _, f in forces if f.form == "group" and not f.is_ambiguous}
        #: Whose they are and the first letters of bodies of states that the text names in full: "ADF" behind "the
        #: Australian Defence Force".
        self._initials = {
            (f.code, "".join(w[0] for w in vocabulary.names[name].replace("-", " ").split()))
            for name, f in forces
            if f.form == "unit" and not f.is_ambiguous and " " in vocabulary.names[name]
        }
        #: Ambiguous short names whose full name stands in the text too.
        self.spelt = {
            name
            for name, f in forces
            if f.form == "group" and f.name in clear or f.form == "unit" and self._is_spelt_out(name, f)
        }

    def _is_spelt_out(self, name: int, force: Force) -> bool:
        return (force.code, self._v.names[name]) in self._initials

    def likeliest(self, name: int) -> Force | None:
        """Of groups and units that share a name ("ADF" in Australia and in Congo), the one that the text spells out,
        else the one whose country it names; None if no such body has the name."""
        forces = [f for f in self._v.forces[name] if f.form in {"group", "unit"}]
        if len({f.code for f in forces}) < 2:
            return forces[0] if forces else None
        spelt = [f for f in forces if self._is_spelt_out(name, f)]
        return max(spelt or forces, key=lambda f: max(self._countries.get(c, 0.0) for c in (f.code, *f.theatre)))

    def is_described(self, group: Force, words: str) -> bool:
        """ "Government forces" are anybody's in a text that does not speak of the country where the name is usual."""
        home = max((group.code, *group.theatre), key=lambda c: self._countries.get(c, 0.0))
        most = max(self._countries.values(), default=0.0)
        return bool(group.theatre) and words.rsplit(maxsplit=1)[-1].islower() and self._countries.get(home, 0.0) < most
