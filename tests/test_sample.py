"""The sample site is there while a run without a scheduler reads it, and gone afterwards."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

from posture import sample
from posture.errors import PostureError
from posture.settings import Settings


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def at(port: int, home: Path) -> Settings:
    return Settings(home=home, newsroom_url=f"http://127.0.0.1:{port}")


def test_it_is_served_for_the_run_only(tmp_path: Path) -> None:
    settings, said = at(free_port(), tmp_path), list[str]()
    with sample.served(settings, said.append):
        assert requests.get(settings.newsroom_url + "/harbour-wire/feed.xml", timeout=5).status_code == 200
        with sample.served(settings, said.append):
            pass  # somebody serves it: it is left to them
        assert sample._answers(int(settings.newsroom_url.rpartition(":")[2]))
    assert not sample._answers(int(settings.newsroom_url.rpartition(":")[2]))
    assert len(said) == 1
    assert settings.newsroom_url in said[0]


@pytest.mark.parametrize("other", [{"sources": "live"}, {"inbox": Path("/")}, {"newsroom_url": "http://h.test:80"}])
def test_other_sources_need_none(other: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample.subprocess, "Popen", None)
    with sample.served(Settings(home=tmp_path, **other), print):  # type: ignore[arg-type]
        pass


def test_a_port_that_can_not_be_had_is_told_with_its_remedy(tmp_path: Path) -> None:
    with socket.socket() as bound:  # bound, but nobody listens
        bound.bind(("127.0.0.1", 0))
        settings = at(bound.getsockname()[1], tmp_path)
        with pytest.raises(PostureError, match="could not be served") as failed, sample.served(settings, print):
            pass
    assert "POSTURE_NEWSROOM_URL" in failed.value.remedy


def test_it_ends_with_a_run_that_is_killed(tmp_path: Path) -> None:
    port = free_port()
    code = (
        "import sys, time; from pathlib import Path; from posture import sample; from posture.settings import Settings\n"
        f"with sample.served(Settings(home=Path('.'), newsroom_url='http://127.0.0.1:{port}'), print):\n"
        "    print('up', flush=True); time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        while run.stdout.readline() != "up\n":
            pass
        os.kill(run.pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while sample._answers(port) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not sample._answers(port)
