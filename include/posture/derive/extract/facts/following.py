"""Which move others follow: the last one told; after a strength or presence, that of those who are there."""

from __future__ import annotations

from ..arguments import Filler
from ..draft import Draft
from ..memory import Memory
from ..needs.leaving import follow_up
from ..reading import Reading

#: Sentences after which those told of are not followed by others any more.
_NEAR = 2


def sets_out(r: Reading, memory: Memory) -> bool:
    """ "Is sending 1,200 men to Niger. The first company left on Sunday": on its way there."""
    told, v = memory.last_told, r.view
    if told is None or not told.is_coming or r.type_code != "withdrawal" or r.trigger.kind != "verb":
        return False
    if v.number - told.at > 1 or v.spotted.places or r.object_head is not None or not r.code.startswith("leave"):
        return False
    return not {"home", "back", "out", "there", "country", "behind"} & v.words_in(0, len(v.toks))


def followed(r: Reading, filler: Filler, memory: Memory) -> bool:
    """Whether there is a move that the reading can repeat of others; its type is that move's."""
    if doing := follow_up(r, memory.move, memory.move_at, filler.actors(r)[0]):
        r.type_code = doing
        return True
    told = memory.last_told
    if told is None or told.place is None or r.view.number - told.at > _NEAR or r.view.tree.tags[r.first] == "VBZ":
        return False  # "Ethiopia follows with 2,500"
    # "Has 300 soldiers there. Another 90 will follow in July."
    memory.move, memory.move_at = Draft("reinforcement", told.actors, destination=told.place), told.at
    r.type_code = "reinforcement"
    return True
