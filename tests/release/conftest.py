"""A home of one's own, and candidates over handmade ledgers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from factory import Ledger, sample
from posture.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", memory_limit="512MB")


@pytest.fixture
def ledger(settings: Settings) -> Ledger:
    """The sample, written into the lake."""
    written = sample()
    written.write(settings)
    return written
