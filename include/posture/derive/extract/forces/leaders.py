"""Those who decide on a state's forces, by their surnames: "Obama sent 300 soldiers" is the United States' doing."""

from __future__ import annotations

from collections.abc import Mapping

from .... import lexicon
from .referents import Codes

#: Share of a state in the names of a text from which the text speaks of it.
_NAMED = 0.02


def leaders(weights: Mapping[str, float]) -> dict[str, Codes]:
    """Surname, in small letters → its state; of states that the text names, and of no two of them."""
    meant: dict[str, Codes] = {}
    doubtful: set[str] = set()
    known = lexicon.leaders()
    famous = set(known["famous"])
    for code, names in known.items():
        is_named = weights.get(code, 0.0) >= _NAMED
        for name in () if code == "famous" else names if is_named else famous & set(names):
            doubtful |= {name} & meant.keys()
            meant[name] = (code,)
    return {name: codes for name, codes in meant.items() if name not in doubtful}
