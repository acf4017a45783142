"""Acts that are only planned, weighed or denied, told by their noun: "a ground operation in X is under consideration",
"there has been no operation in X", "has no plans for an offensive"."""

from __future__ import annotations

from ..assertion.status import told_status
from ..facts.acts import Act
from ..families import UNDONE
from ..forces.targets import who
from ..reading import Reading


def is_weighed(r: Reading, act: Act) -> bool:
    """Whose it would be is named, and where; and that it has not come about is what the sentence says."""
    if r.view.tree.tags[r.last] == "NNS" or not act.agents:
        return False  # "will coordinate operations around X": no one act
    if r.trigger.kind != "noun" or who(r.view, act.agents) not in {"state", "group"}:
        return False
    if not any(p.place.kind_code != "country" for p in r.view.spotted.places):
        return False
    return told_status(r.view, r.first, r.last, r.trigger, r.type_code)[0] in UNDONE
