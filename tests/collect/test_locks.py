from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from posture.collect.locks import source_lock
from posture.errors import LockHeld

from .conftest import snapshot


def hold(root: Path, pipe: Connection) -> None:
    with source_lock(root, "wire"):
        pipe.send("held")
        pipe.recv()


def test_one_run_a_source_and_the_loser_says_who_holds_it(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=hold, args=(tmp_path, theirs))
    process.start()
    try:
        assert ours.recv() == "held"
        before = snapshot(tmp_path)
        with pytest.raises(LockHeld) as raised, source_lock(tmp_path, "wire", wait=0):
            pass
        assert f"process {process.pid}" in str(raised.value)
        assert raised.value.source == "wire"
        with source_lock(tmp_path, "other", wait=0):
            pass
        assert snapshot(tmp_path).items() >= before.items()
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        with source_lock(tmp_path, "wire", wait=5):
            pass
    finally:
        process.kill()
        process.join()


def test_a_waiting_run_goes_on_when_the_other_ends(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=hold, args=(tmp_path, theirs))
    process.start()
    assert ours.recv() == "held"
    ours.send("go")
    with source_lock(tmp_path, "wire", wait=5):
        pass
    process.join()
