from __future__ import annotations

import os
import pathlib

import pytest

from posture.errors import LockHeld
from posture.release import lock
from releases import die_at


def test_a_second_writer_is_told_who_writes(tmp_path):
    message = rf"process {os.getpid()} on .* \(publishing\) is writing"
    with lock.hold(tmp_path / ".lock", "publishing"), pytest.raises(LockHeld, match=message), writing(tmp_path):
        pytest.fail("two writers")
    with writing(tmp_path):
        pass


def test_readers_share_and_keep_writers_out(tmp_path):
    path = tmp_path / ".lock"
    with lock.hold(path, "reading", shared=True), lock.hold(path, "reading", shared=True):  # noqa: SIM117
        with pytest.raises(LockHeld, match="another process"), writing(tmp_path):
            pytest.fail("a writer among readers")


def writing(folder):
    return lock.hold(folder / ".lock", "writing")


def test_a_holder_that_is_killed_frees_the_lock(tmp_path):
    assert die_at(1, hold_and_step, tmp_path) == -9
    with lock.hold(tmp_path / ".lock", "the next one"):
        pass


def hold_and_step(folder):
    with lock.hold(folder / ".lock", "dying"):
        pathlib.Path(folder / "step").mkdir()


def test_tokens_only_rise(tmp_path):
    path = tmp_path / ".fence"
    assert lock.fence(path) == 0
    assert [lock.next_token(path), lock.next_token(path), lock.fence(path)] == [1, 2, 2]
    path.write_text("torn")
    assert lock.next_token(path, floor=7) == 8, "a lost fence does not fall behind what was published"
