"""A denial of what would undo an act: "was overrun in May and has not been retaken" tells that it was overrun."""

from __future__ import annotations

from ..draft import Draft


def takes_back(denied: Draft, told: Draft) -> bool:
    """What is denied would only take back what the sentence told before."""
    return denied.type_code == "ground_operation" and told.trigger_start < denied.trigger_start
