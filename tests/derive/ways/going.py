"""Troops that are sent, withdrawn, added and moved."""

from __future__ import annotations

import random

from .cast import FORCES, NUMBERS, abroad
from .making import Case, pick

#: Ways of sending: what was done; "had …"; to …; …ing; "were …"; the act as a noun.
_SENDING = {
    "deploy": ("deployed {f} to {p}", "deploying {f} to {p}", "deploy {f} to {p}", "deployed to {p}", "deployment of {f} to {p}"),
    "send": ("sent {f} to {p}", "sending {f} to {p}", "send {f} to {p}", "sent to {p}", "dispatch of {f} to {p}"),
    "fly": ("flew {f} to {p}", "flying {f} to {p}", "fly {f} to {p}", "flown to {p}", "airlift of {f} to {p}"),
}  # fmt: skip
_LEAVING = {
    "withdraw": ("withdrew {f} from {p}", "withdrawing {f} from {p}", "withdraw {f} from {p}", "withdrawn from {p}", "withdrawal of {f} from {p}"),
    "pull": ("pulled {f} out of {p}", "pulling {f} out of {p}", "pull {f} out of {p}", "pulled out of {p}", "pull-out of {f} from {p}"),
    "bring": ("brought {f} home from {p}", "bringing {f} home from {p}", "bring {f} home from {p}", "brought home from {p}", "return of {f} from {p}"),
}  # fmt: skip
#: By which form they take (0 to 4 of the ways), status.
_SHAPES = {
    "plain": (0, "{A} {way} last month.", "completed"),
    "said": (0, "{A} {way} last month, the defence minister said on Tuesday.", "completed"),
    "that": (0, "Officials said that {a} {way} in March.", "completed"),
    "after": (1, "After {way} in March, {a} fell silent.", "completed"),
    "plans": (2, "{A} plans to {way} by the end of the year.", "planned"),
    "weighs": (2, "{A} is considering whether to {way}.", "considered"),
    "denies": (2, "{A} denied any plan to {way}.", "denied"),
    "passive": (3, "{F} were {way} last month.", "completed"),
    "who": (3, "Families met {f}, who were {way} in March.", "completed"),
    "noun": (4, "{A} completed the {way} on 3 May.", "completed"),
}


def case(rng: random.Random) -> Case:
    """One sentence about one movement."""
    force = rng.choice(FORCES)
    place = abroad(rng, force)
    words, low, high, qualifier = rng.choice(NUMBERS)
    sends = rng.random() < 0.5
    way, forms = pick(rng, _SENDING if sends else _LEAVING)
    shape, (form, frame, status) = pick(rng, _SHAPES)
    troops = f"{words} {force.troops}"
    text = frame.format(
        A=force.agent[0].upper() + force.agent[1:], a=force.agent, F=troops[0].upper() + troops[1:], f=troops,
        way=forms[form].format(f=troops, p=place.words),
    )  # fmt: skip
    slot = "destination" if sends else "origin"
    wanted = {
        "type": "deployment" if sends else "withdrawal", "actors": {force.code}, "status": status, slot: place.key,
        "n": (low, high, qualifier, "personnel"),
    }  # fmt: skip
    parts = {"way": way, "shape": shape, "place": place.words, "number": words, "force": force.agent}
    return Case(text, [wanted], parts)
