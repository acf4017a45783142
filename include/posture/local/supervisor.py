"""Start Airflow on this machine, run the pipeline once or leave the UI up, and stop all that was started."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.metadata import version

from ..errors import ConfigError, LockHeld, PostureError
from ..settings import Settings
from . import cascade
from .api import Api
from .home import USER, Home, told
from .processes import Running, check, ourselves, start, stop, wait_for
from .progress import Progress

UI_PORT, NEWSROOM_PORT = 8080, 8765
#: Seconds; on an idle machine with two cores all is ready within 15.
_PATIENCE = 240.0
#: What the Dags read; a single run sets them for itself.
_ONLY_UP = ("POSTURE_SCHEDULE", "POSTURE_RETRIES", "POSTURE_RETRY_SECONDS")
_COMPONENTS = {
    "api-server": ("api-server",),
    # The API server reads the logs from disk itself.
    "scheduler": ("scheduler", "--skip-serve-logs"),
    "dag-processor": ("dag-processor",),
    # No task here waits in it; without it the UI's home page would show a fault. Only for `up`.
    "triggerer": ("triggerer", "--skip-serve-logs"),
}


def run(home: Home, settings: Settings, *, day: str | None, port: int | None, progress: Progress) -> int:
    """Ingest, extract and publish once, through Airflow; the exit code.

    Where `make up` keeps Airflow running for the same data, the run goes through that one and leaves it running.
    """
    with ExitStack() as stack:
        stack.enter_context(exclusive(home, "run"))
        found = Running.read(home.running)
        if found and is_up(found):
            _refuse_other_settings(found, settings, port)
            progress.line(f"Airflow is up already: http://127.0.0.1:{found.port}")
            running, settings = found, replace(settings, newsroom_url=found.environment["POSTURE_NEWSROOM_URL"])
        else:
            running, settings = bring_up(home, settings, "run", port, progress)
            stack.callback(take_down, home, running)
        api = client(home, running.port)
        key = day or datetime.now(UTC).strftime("%Y-%m-%d")
        progress.line(
            f"Airflow {version('apache-airflow')} was ready after {progress.seconds:.0f} s; the run's day is {key}"
        )
        watch = cascade.Cascade(api, home.logs, progress, lambda: check(running.children))
        outcome = watch.run(key)
    return _conclude(outcome, settings, progress)


def up(home: Home, settings: Settings, *, port: int | None, progress: Progress) -> int:
    """Start Airflow and leave it running; print how to log in."""
    with exclusive(home, "up"):
        found = Running.read(home.running)
        if found and is_up(found):
            _refuse_other_settings(found, settings, port, _ONLY_UP)
            progress.line("Airflow is up already.")
            _tell_login(home, found.port, progress)
            return 0
        running, _ = bring_up(home, settings, "up", port or _free(UI_PORT), progress)
        _tell_login(home, running.port, progress)
    return 0


def down(home: Home, *, progress: Progress) -> int:
    """Stop what `up`, or a run that was killed, left running."""
    with exclusive(home, "down"):
        if found := Running.read(home.running):
            take_down(home, found)
    progress.line("Airflow is stopped." if found else "Nothing was running.")
    return 0


@contextmanager
def exclusive(home: Home, doing: str) -> Iterator[None]:
    """Hold the home's lock.

    Raises:
        LockHeld: another supervisor is at work in this home.
    """
    home.root.mkdir(parents=True, exist_ok=True)
    with home.lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise LockHeld(
                f"already at work here: {file.read().strip() or 'another process'}",
                where=home.root,
                stage="local",
                remedy="Wait until it is done, or stop it with Ctrl-C where it runs.",
            ) from error
        file.truncate(0)
        file.write(f"`{doing}`, process {os.getpid()}, since {datetime.now(UTC):%H:%M:%S} UTC")
        file.flush()
        yield


def bring_up(
    home: Home, settings: Settings, mode: str, port: int | None, progress: Progress
) -> tuple[Running, Settings]:
    """Start Airflow, and the sample site if that is the source, and wait until all Dags are read.

    Returns what runs, and the settings with the sample site's address. Whatever goes wrong, nothing is left running.
    """
    home.prepare()
    if left := Running.read(home.running):
        stop(left.children, grace=0)
    port = _given(port) if port else _free()
    needs_newsroom = settings.sources == "newsroom" and settings.inbox is None
    if needs_newsroom:
        settings = replace(settings, newsroom_url=f"http://127.0.0.1:{_newsroom_port(home)}")
    environment = home.environment(settings, port=port, manual=mode == "run")
    ours = {key: value for key, value in environment.items() if key.startswith("POSTURE_")}
    running = Running(mode, port, ours, ourselves())

    def launch(name: str, *command: str) -> None:
        nonlocal running
        child = start(name, [sys.executable, "-m", *command], environment, home.logs / f"{name}.log")
        running = replace(running, children=(*running.children, child))
        running.write(home.running)

    try:
        if needs_newsroom:
            launch("newsroom", "newsroom", "--port", settings.newsroom_url.rpartition(":")[2])
        if home.needs_migration():
            progress.now("start", "prepares Airflow's metadata")
            migrate(home, environment)
        home.forget_due_times()
        if mode == "up":
            home.resume_interrupted_runs()
        elif ended := home.end_interrupted_runs():
            progress.line(f"{ended} interrupted run(s) of before were marked as failed; this run takes up their work")
        since = datetime.now(UTC)
        for name, command in _COMPONENTS.items():
            if name != "triggerer" or mode == "up":
                launch(name, "airflow", *command)
        progress.now("start", "waits for Airflow")
        _wait_until_ready(home, running, since)
    except BaseException:
        take_down(home, running)
        raise
    return running, settings


def take_down(home: Home, running: Running) -> None:
    """Stop all that was started."""
    stop(running.children)
    home.running.unlink(missing_ok=True)


def _wait_until_ready(home: Home, running: Running, since: datetime) -> None:
    api, children = client(home, running.port), running.children
    if newsroom := running.environment.get("POSTURE_NEWSROOM_URL") if children[0].name == "newsroom" else None:
        site_port = int(newsroom.rpartition(":")[2])
        wait_for(lambda: _listens(site_port), children, seconds=_PATIENCE, what="the sample site's start")
    wait_for(api.is_up, children, seconds=_PATIENCE, what="the API server's start")
    wait_for(lambda: cascade.wait_for_dags(api, since), children, seconds=_PATIENCE, what="reading the Dags")
    cascade.create_pools(api)


def migrate(home: Home, environment: dict[str, str]) -> None:
    """Create or migrate Airflow's metadata."""
    log = home.logs / "migrate.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "airflow", "db", "migrate"]
        done = subprocess.run(command, env=environment, stdout=output, stderr=subprocess.STDOUT, check=False)  # noqa: S603
    if done.returncode:
        raise PostureError(
            "Airflow's metadata could not be migrated",
            stage="local",
            where=log,
            remedy=f"Read the log. Removing {home.root} loses only the history of runs.",
        )
    home.mark_migrated()


def is_up(running: Running) -> bool:
    """Whether it was left running on purpose, and all of it still runs."""
    return running.mode == "up" and bool(running.children) and all(child.is_alive() for child in running.children)


def client(home: Home, port: int) -> Api:
    """A client of this home's API server."""
    return Api(f"http://127.0.0.1:{port}", USER, home.secret("password"))


def _conclude(outcome: cascade.Outcome, settings: Settings, progress: Progress) -> int:
    code = 1 if outcome.failures else 0
    if outcome.is_published or not outcome.failures:
        progress.line()
        command = [sys.executable, "-m", "posture", "report"]
        code = subprocess.run(command, env=_own_environment(settings), check=False).returncode or code  # noqa: S603
    elif settings.database.exists():
        progress.line(f"\nThe last good version is still served: {settings.database}")
    if outcome.unreachable:
        others = "" if outcome.failures else "; the run went on without them"
        progress.line(f"\nSources that could not be reached{others}:")
    for found in outcome.unreachable:
        progress.line(f"  {found}")
    if outcome.warnings:
        progress.line("\nWarnings:")
    for warning in outcome.warnings:
        progress.line(f"  {warning}")
    for found in outcome.failures:
        progress.line(f"\nFAILED  {found}")
    what = "Published a new version" if outcome.is_published else "Nothing new was published"
    progress.line(f"\n{what}; {progress.seconds:.0f} s in all. To look at the runs in Airflow: make up")
    return code


def _own_environment(settings: Settings) -> dict[str, str]:
    return {**os.environ, "POSTURE_HOME": str(settings.home), "POSTURE_NEWSROOM_URL": settings.newsroom_url}


def _tell_login(home: Home, port: int, progress: Progress) -> None:
    progress.line(
        f"\nAirflow   http://127.0.0.1:{port}\nPosture   http://127.0.0.1:{port}/posture/\n"
        f"User      {USER}\nPassword  {home.secret('password')}\nLogs      {home.logs}\nStop      make down"
    )


def _refuse_other_settings(found: Running, settings: Settings, port: int | None, others: Sequence[str] = ()) -> None:
    """Raise where what is asked for is not what Airflow was started with; it would be ignored without a word.

    `others` are variables that count besides the pipeline's settings.
    """
    asked = {**os.environ, **told(settings)}
    if found.children and found.children[0].name == "newsroom" and settings.newsroom_url == Settings.newsroom_url:
        asked["POSTURE_NEWSROOM_URL"] = found.environment["POSTURE_NEWSROOM_URL"]  # whatever port was free
    names = [*(f"POSTURE_{field.name.upper()}" for field in fields(Settings)), *others]
    there, wanted = ({n: values.get(n) or "" for n in names} for values in (found.environment, asked))
    differ = [f"{n}={there[n]}" if there[n] else f"no {n}" for n in names if there[n] != wanted[n]]
    if port and port != found.port:
        differ.append(f"POSTURE_PORT={found.port}")
    if differ:
        raise PostureError(
            f"Airflow is up with other settings: {', '.join(differ)}",
            stage="local",
            where=f"http://127.0.0.1:{found.port}",
            remedy="`make down`, then the same again.",
        )


def _newsroom_port(home: Home) -> int:
    """The same port each time, for it is part of every article's address; another would make all of them new."""
    remembered = home.root / "newsroom.port"
    port = _free(int(remembered.read_text()) if remembered.exists() else NEWSROOM_PORT)
    remembered.write_text(str(port))
    return port


def _free(preferred: int = 0) -> int:
    """`preferred` if it is free on loopback, else a port that is."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise PostureError("no port is free on 127.0.0.1", stage="local")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _given(port: int) -> int:
    if _free(port) != port:
        raise ConfigError(f"port {port} is taken", stage="local", remedy="Name another, or none to have one chosen.")
    return port
