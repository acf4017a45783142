from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from posture.errors import ConfigError, LockHeld, PostureError
from posture.local import __main__ as local
from posture.local import supervisor
from posture.local.__main__ import main
from posture.local.cascade import Outcome
from posture.local.failures import Failure
from posture.local.home import Home
from posture.local.processes import Running, Started, ourselves
from posture.local.progress import Progress
from posture.settings import REPOSITORY, Settings


@pytest.fixture
def taken() -> socket.socket:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


def port_of(listener: socket.socket) -> int:
    return int(listener.getsockname()[1])


def test_a_free_port_is_found_and_a_preferred_one_kept() -> None:
    port = supervisor._free()
    assert port > 1024
    assert supervisor._free(port) == port


def test_a_taken_port_is_avoided_unless_it_was_asked_for(taken: socket.socket) -> None:
    with taken:
        assert supervisor._free(port_of(taken)) != port_of(taken)
        with pytest.raises(ConfigError, match=f"port {port_of(taken)} is taken"):
            supervisor._given(port_of(taken))


def test_the_sample_site_keeps_its_port(home: Home, monkeypatch: pytest.MonkeyPatch, taken: socket.socket) -> None:
    with taken:
        monkeypatch.setattr(supervisor, "NEWSROOM_PORT", port_of(taken))
        first = supervisor._newsroom_port(home)
    assert first != supervisor.NEWSROOM_PORT
    assert supervisor._newsroom_port(home) == first, "the default is free again, but articles have the other address"


def test_one_supervisor_a_home(home: Home) -> None:
    code = (
        "import sys; from pathlib import Path; from posture.local.home import Home\n"
        "from posture.local.supervisor import exclusive\n"
        f"with exclusive(Home(Path({str(home.root)!r})), 'run'):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockHeld, match=rf"`run`, process {other.pid}"), supervisor.exclusive(home, "run"):
            pass
        other.communicate("")
    with supervisor.exclusive(home, "down"):
        pass


def test_two_runs_at_once_are_told_apart_by_their_exit_code(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("POSTURE_AIRFLOW_HOME", str(home.root))
    monkeypatch.setenv("POSTURE_HOME", str(tmp_path / "data"))
    with supervisor.exclusive(home, "run"):
        assert main(["run"]) == 3
    assert f"process {os.getpid()}" in capsys.readouterr().out


def test_a_wrong_setting_is_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Home
) -> None:
    monkeypatch.setenv("POSTURE_AIRFLOW_HOME", str(home.root))
    monkeypatch.setenv("POSTURE_INBOX", "/nowhere/at/all")
    assert main(["run"]) == 2
    shown = capsys.readouterr().out
    assert "/nowhere/at/all" in shown
    assert "Traceback" not in shown


def test_airflow_is_up_only_where_it_was_left_running_whole() -> None:
    us = ourselves()
    up = Running("up", 8080, {}, us, (us,))
    assert supervisor.is_up(up)
    assert not supervisor.is_up(replace(up, mode="run")), "a run that was killed"
    assert not supervisor.is_up(replace(up, children=(us, Started("scheduler", 1, "0", ""))))
    assert not supervisor.is_up(replace(up, children=()))


@pytest.mark.parametrize("ask", [supervisor.up, supervisor.run])
def test_nothing_is_asked_of_an_airflow_with_other_settings(
    ask: Callable[..., int],
    home: Home,
    progress: Progress,
    out: io.StringIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervisor.cascade.Cascade, "run", lambda *_: Outcome())
    monkeypatch.setattr(supervisor, "_conclude", lambda *_: 0)
    monkeypatch.delenv("POSTURE_RETRIES", raising=False)
    monkeypatch.setenv("POSTURE_INBOX", "")  # as the Makefile leaves it
    settings, us = Settings(home=tmp_path), replace(ourselves(), name="newsroom")
    told = {"POSTURE_HOME": str(tmp_path), "POSTURE_SOURCES": "newsroom", "POSTURE_NEWSROOM_URL": "http://127.0.0.1:9"}
    Running("up", 8080, told, us, (us,)).write(home.running)
    asked: dict[str, Any] = {"progress": progress} | ({"day": None} if ask is supervisor.run else {})
    for port in (None, 8080):
        assert ask(home, settings, port=port, **asked) == 0
    assert "Airflow is up already" in out.getvalue()
    for other, name in (
        (Settings(home=tmp_path / "x"), f"POSTURE_HOME={tmp_path}"),
        (Settings(home=tmp_path, sources="live"), "POSTURE_SOURCES=newsroom"),
        (Settings(tmp_path, inbox=tmp_path), "no POSTURE_INBOX"),
    ):
        with pytest.raises(PostureError, match=name) as refused:
            ask(home, other, port=None, **asked)
        assert "make down" in refused.value.remedy
    with pytest.raises(PostureError, match="POSTURE_PORT=8080"):
        ask(home, settings, port=9999, **asked)
    monkeypatch.setenv("POSTURE_MEMORY_LIMIT", "1GB")
    with pytest.raises(PostureError, match="no POSTURE_MEMORY_LIMIT"):
        ask(home, settings, port=None, **asked)


@pytest.mark.parametrize("given", ["abc", "70000", "0", "-1", ""])
def test_a_port_that_is_none_is_wrong_usage(
    given: str, home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSTURE_AIRFLOW_HOME", str(home.root))
    monkeypatch.setattr(supervisor, "bring_up", None)
    monkeypatch.setenv("POSTURE_PORT", given)
    if not given:
        assert local._parser().parse_args(["up"]).port is None
        return
    with pytest.raises(SystemExit) as ended:
        main(["up"])
    assert ended.value.code == 2
    assert "POSTURE_PORT" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["run", f"--port={given}"])


def test_a_day_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--day", "foo"])
    assert "'foo' is no day like 2026-03-31" in capsys.readouterr().err


def test_down_stops_what_a_killed_run_left(home: Home, progress: Progress, out: io.StringIO) -> None:
    left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    from posture.local.processes import start_time

    child = Started("scheduler", left.pid, start_time(left.pid) or "", "")
    Running("run", 8080, {}, Started("supervisor", 1, "0", ""), (child,)).write(home.running)
    assert supervisor.down(home, progress=progress) == 0
    assert left.wait(10) == -15
    assert not home.running.exists()
    supervisor.down(home, progress=progress)
    assert out.getvalue().splitlines() == ["Airflow is stopped.", "Nothing was running."]


def test_a_start_that_fails_leaves_nothing_running(
    home: Home, progress: Progress, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[Running] = []

    def fail(_home: Home, running: Running, _since: object) -> None:
        started.append(running)
        raise KeyboardInterrupt

    monkeypatch.setattr(supervisor, "_COMPONENTS", {"scheduler": ("version",)})
    monkeypatch.setattr(supervisor, "_wait_until_ready", fail)
    for name in ("forget_due_times", "end_interrupted_runs", "needs_migration"):
        monkeypatch.setattr(Home, name, lambda _self: 0)
    with pytest.raises(KeyboardInterrupt):
        supervisor.bring_up(home, Settings(home=tmp_path), "run", None, progress)
    assert [child.name for child in started[0].children] == ["newsroom", "scheduler"]
    assert not [child for child in started[0].children if child.is_alive()]
    assert not home.running.exists()


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome(is_published=True), 0),
        (Outcome(), 0),
        (Outcome(warnings=["inbox: file:gone.txt: missing_file"]), 0),
        (
            Outcome(
                unreachable=[Failure("ingest.collect_source[a]", "FetchError", "500", Path("l"))], is_published=True
            ),
            0,
        ),
        (Outcome(failures=[Failure("publish.validate_candidate", "ValidationFailed", "bad", Path("l"))]), 1),
        (Outcome(failures=[Failure("ingest.collect_source[a]", "TypeError", "bug", Path("l"))], is_published=True), 1),
    ],
)
def test_the_exit_code_says_whether_the_run_did_its_work(
    outcome: Outcome, code: int, progress: Progress, out: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0))
    assert supervisor._conclude(outcome, Settings(home=tmp_path), progress) == code
    for found in (*outcome.failures, *outcome.unreachable):
        assert found.task in out.getvalue()
        assert found.reason in out.getvalue()
        assert str(found.log) in out.getvalue()
    assert all(f"  {warning}\n" in out.getvalue() for warning in outcome.warnings)
    assert ("Published a new version" in out.getvalue()) is outcome.is_published


def test_a_reader_that_has_gone_is_no_traceback(home: Home) -> None:
    code = "import sys; from posture.local.__main__ import main; sys.stdin.read(); sys.exit(main(['down']))"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "POSTURE_AIRFLOW_HOME": str(home.root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.close()
        assert process.stderr.read() == ""
        assert process.wait(60) == 1


def test_help_names_all_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "posture.local", "--help"], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    assert all(name in done.stdout for name in ("run", "up", "down", "env"))
