"""Real processes: that they end, all of them, and that no other ever does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from posture.errors import PostureError
from posture.local.processes import Running, Started, check, ourselves, start, start_time, stop, wait_for

#: A component like Airflow's scheduler: its child moves to a process group of its own and starts another.
FAMILY = (
    "import os, subprocess, sys, time\n"
    "sleep = [sys.executable, '-c', 'import time; time.sleep(600)']\n"
    "child = subprocess.Popen(sleep, process_group=0)\n"
    "print(os.getpid(), child.pid, flush=True)\n"
    "time.sleep(600)\n"
)
DEAF = (
    "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('deaf', flush=True)\ntime.sleep(600)\n"
)


@pytest.fixture
def begun() -> Iterator[list[Started]]:
    children: list[Started] = []
    yield children
    stop(children, grace=0)


def launch(begun: list[Started], code: str, tmp_path: Path) -> Started:
    child = start("component", [sys.executable, "-c", code], os.environ, tmp_path / "component.log")
    begun.append(child)
    return child


def said(child: Started) -> list[str]:
    wait_for(lambda: bool(Path(child.log).read_text().strip()), [child], seconds=20, what="its first words")
    return Path(child.log).read_text().split()


def test_a_whole_family_is_stopped(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, FAMILY, tmp_path)
    pids = [int(word) for word in said(child)]
    assert all(psutil.pid_exists(pid) for pid in pids)
    stop([child])
    assert not child.is_alive()
    assert [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie"] == []


def test_who_does_not_listen_is_made_to_end(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, DEAF, tmp_path)
    said(child)
    stop([child], grace=0.2)
    assert not child.is_alive()


def test_orphans_of_a_dead_component_are_stopped_too(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, FAMILY, tmp_path)
    leader, orphan = (int(word) for word in said(child))
    os.kill(leader, 9)
    wait_for(lambda: not child.is_alive(), [], seconds=10, what="the leader's end")
    stop([child])
    assert not psutil.pid_exists(orphan) or psutil.Process(orphan).status() == "zombie"


def test_a_process_that_got_the_pid_later_is_spared(tmp_path: Path) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        stale = Started("scheduler", stranger.pid, "1", str(tmp_path / "log"))
        assert not stale.is_alive()
        stop([stale], grace=0.2)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_start_time_tells_processes_apart(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, "import time; time.sleep(600)", tmp_path)
    assert child.is_alive()
    assert not replace(child, start_time="0").is_alive()
    assert start_time(2**22 + 7) is None


def test_the_end_of_a_component_is_said_with_its_last_words(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, "raise SystemExit('no disk left')", tmp_path)
    with pytest.raises(PostureError, match=r"component ended unexpectedly(.|\n)*no disk left"):
        wait_for(lambda: False, [child], seconds=20, what="nothing")


def test_waiting_has_an_end(begun: list[Started], tmp_path: Path) -> None:
    child = launch(begun, "import time; time.sleep(600)", tmp_path)
    check([child])
    with pytest.raises(PostureError, match="the start took longer"):
        wait_for(lambda: False, [child], seconds=0.3, what="the start")


def test_what_runs_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "running.json"
    assert Running.read(path) is None
    running = Running("up", 8080, {"POSTURE_HOME": "/data"}, ourselves(), (Started("scheduler", 1, "2", "/log"),))
    running.write(path)
    assert Running.read(path) == running
    path.write_text('{"mode": "up", "port"')
    assert Running.read(path) is None


def test_we_know_ourselves() -> None:
    assert ourselves().is_alive()
    assert ourselves().pid == os.getpid()
