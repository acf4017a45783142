"""Sentences that are made to try a rule are read by rules alone; what was learnt is tried where a module says so."""

from __future__ import annotations

import pytest

from posture.derive.extract.learnt import likeness

#: Log odds that neither believe what no rule believes nor doubt what one does.
_NEITHER = -0.85


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the learnt weights out, except in tests that are marked `learnt`."""
    if request.node.get_closest_marker("learnt") is None:
        monkeypatch.setattr(likeness, "_weights", lambda: {"bias": {"": _NEITHER}})
