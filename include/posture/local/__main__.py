"""`python -m posture.local run | up | down | env`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from datetime import date
from types import FrameType

from ..errors import LockHeld, PostureError
from ..settings import REPOSITORY, Settings
from . import compose, supervisor
from .home import Home
from .progress import Progress

#: Exit codes; all but the first are for a run that did not take place.
_FAILED, _REFUSED, _BUSY, _INTERRUPTED = 1, 2, 3, 130
_LAST_PORT = 65535


def main(arguments: list[str] | None = None) -> int:
    """Parse, do it, and turn errors into one readable line and an exit code."""
    asked = _parser().parse_args(arguments)
    # Started in the background of a script, SIGINT comes ignored; being stopped must clean up there, too.
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _interrupt)
    with Progress(sys.stdout) as progress:
        try:
            home = Home.from_environment()
            if asked.command == "env":
                is_new = compose.write_environment(REPOSITORY / ".env")
                progress.line(
                    f"{REPOSITORY / '.env'} {'is written' if is_new else 'is there already; nothing changed'}"
                )
                return 0
            if asked.command == "down":
                return supervisor.down(home, progress=progress)
            settings = Settings.from_environment()
            if asked.command == "up":
                return supervisor.up(home, settings, port=asked.port, progress=progress)
            return supervisor.run(home, settings, day=asked.day, port=asked.port, progress=progress)
        except LockHeld as error:
            progress.line(str(error))
            return _BUSY
        except PostureError as error:
            progress.line(f"\nFAILED  {error}")
            return _REFUSED
        except BrokenPipeError:
            # The reader of a pipe ("| head") has gone: nobody is left to tell; what was started for a run is stopped.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return _FAILED
        except KeyboardInterrupt:
            progress.line("\nInterrupted; all that was started is stopped.")
            return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m posture.local", description="Airflow on this machine.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("run", "ingest, extract and publish once, through Airflow's scheduler; then stop Airflow"),
        ("up", "start Airflow with its UI and leave it running"),
        ("down", "stop what `up` started"),
        ("env", "write .env for docker-compose.yaml, with fresh secrets"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        if name in {"run", "up"}:
            # argparse converts a default that is text, and so says of the variable what it says of the option.
            command.add_argument(
                "--port",
                type=_port,
                default=os.environ.get("POSTURE_PORT") or None,
                help="of the UI, on loopback (POSTURE_PORT)",
            )
        if name == "run":
            command.add_argument("--day", type=_day, help="YYYY-MM-DD under which to file what is new; today in UTC")
    return parser


def _port(text: str) -> int:
    """A port as argparse takes it; another word is wrong usage."""
    if not (text.isdecimal() and 0 < int(text) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port from 1 to {_LAST_PORT} (see POSTURE_PORT, too)")
    return int(text)


def _day(text: str) -> str:
    """A day as argparse takes it; another word is wrong usage."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-03-31") from None


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
