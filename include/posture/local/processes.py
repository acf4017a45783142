"""Child processes that are surely stopped: each leads its own session, and is known by pid *and* start time.

Airflow puts each running task into a process group of its own, so ending a component's group would leave
the task running; the session holds them all.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import PostureError
from ..settings import REPOSITORY

_PROC = Path("/proc")
#: Seconds that a component gets to end by itself.
GRACE = 4.0


@dataclass(frozen=True)
class Started:
    """One child: enough to find it again after we were killed ourselves, and never to mistake another for it."""

    name: str
    pid: int
    start_time: str
    log: str

    def is_alive(self) -> bool:
        """Whether this very process still runs; a zombie does not."""
        return start_time(self.pid) == self.start_time


def start(name: str, command: Sequence[str], environment: Mapping[str, str], log: Path) -> Started:
    """Start `command` as the leader of a new session, with its output in `log` (overwritten)."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - commands are this package's own
            command,
            env=dict(environment),
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _CHILDREN[process.pid] = process
    return Started(name, process.pid, start_time(process.pid) or "", str(log))


#: Kept so that a child that ended is reaped, and so seen as ended.
_CHILDREN: dict[int, subprocess.Popen[bytes]] = {}


def stop(children: Sequence[Started], grace: float = GRACE) -> None:
    """End the children and all processes of their sessions: first asked to, after `grace` seconds made to.

    Can't be interrupted: a second Ctrl-C would leave processes behind.
    """
    before = {
        number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        _stop([child.pid for child in children if child.is_alive() or _members(child.pid)], grace)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(sessions: Sequence[int], grace: float) -> None:
    for number, patience in ((signal.SIGTERM, grace), (signal.SIGKILL, GRACE)):
        for session in sessions:
            for pid in _members(session):
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, number)
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and any(_members(session) for session in sessions):
            time.sleep(0.05)


def start_time(pid: int) -> str | None:
    """When the process started, in the system's own words; None if there is none, or only a zombie is left."""
    if child := _CHILDREN.get(pid):
        child.poll()
    if _PROC.is_dir():
        fields = _stat(pid)
        return None if fields is None or fields[0] in "ZX" else fields[19]
    listed = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    state, _, started = listed.stdout.strip().partition(" ")
    return None if not state or state.startswith("Z") else started.strip()


def _members(session: int) -> list[int]:
    """Processes of a session that are not zombies, the leader among them."""
    if _PROC.is_dir():
        found = []
        for entry in _PROC.iterdir():
            if entry.name.isdigit() and (fields := _stat(int(entry.name))) and fields[3] == str(session):
                found += [int(entry.name)] if fields[0] not in "ZX" else []
        for child in _CHILDREN.values():
            child.poll()
        return found
    return _descendants(session)


def _descendants(leader: int) -> list[int]:
    """Without /proc: the leader and all below it."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=False)  # noqa: S607
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found = [pid for pid, _ in pairs if pid == leader]
    for parent in found:
        found += [pid for pid, above in pairs if above == parent]
    return found


def _stat(pid: int) -> list[str] | None:
    """Fields of /proc/<pid>/stat after the name: state, parent, group, session, … and as the 20th the start time."""
    try:
        text = (_PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return text.rpartition(")")[2].split()


@dataclass(frozen=True)
class Running:
    """What `running.json` says of a home: who supervises, and what was started."""

    mode: str
    port: int
    environment: dict[str, str]
    supervisor: Started
    children: tuple[Started, ...] = ()

    def write(self, path: Path) -> None:
        """Replace the file, whole."""
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(self), indent=1))
        fresh.replace(path)

    @classmethod
    def read(cls, path: Path) -> Running | None:
        """None if nothing was started, or the file was never finished."""
        try:
            told = json.loads(path.read_text())
            return cls(
                told["mode"],
                told["port"],
                told["environment"],
                Started(**told["supervisor"]),
                tuple(Started(**child) for child in told["children"]),
            )
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def ourselves() -> Started:
    """This process."""
    return Started("supervisor", os.getpid(), start_time(os.getpid()) or "", "")


def wait_for(condition: Callable[[], bool], children: Sequence[Started], *, seconds: float, what: str) -> None:
    """Poll until `condition` holds.

    Raises:
        PostureError: a child ended meanwhile, or the time is over; the end of a log is in the message.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        check(children)
        if time.monotonic() > deadline:
            raise PostureError(
                f"{what} took longer than {seconds:.0f} s",
                stage="local",
                where=Path(children[0].log).parent if children else None,
                remedy="Look at the logs there; on a busy machine, try again.",
            )
        time.sleep(0.15)


def check(children: Sequence[Started]) -> None:
    """Raise a PostureError with the end of its log if a child has ended."""
    for child in children:
        if not child.is_alive():
            lines = Path(child.log).read_text(errors="replace").splitlines()[-6:]
            raise PostureError(
                f"{child.name} ended unexpectedly; its last words:\n"
                + "\n".join(f"    {line[:160]}" for line in lines),
                stage="local",
                where=child.log,
                remedy="Read the log named here.",
            )
