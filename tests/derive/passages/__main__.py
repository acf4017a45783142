"""How much of the passages the engine reads right: `python -m derive.passages [FILE …] [--show N]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.passages import passages

from .judging import judge


def main() -> None:
    """Print the figures of each file, and what went wrong."""
    here = Path(__file__).parent
    ap = argparse.ArgumentParser(prog="python -m derive.passages", description=__doc__)
    ap.add_argument("file", nargs="*", type=Path, help="files of passages (default: all that stand beside this module)")
    ap.add_argument("--show", type=int, default=20, help="passages with errors to print per file (default 20)")
    given = ap.parse_args()
    for path in given.file or sorted(here.glob("*.txt")):
        read = judge(passages(path))
        print(f"{path.stem}: {read}")
        for passage, lines in read.wrong[: given.show]:
            print(f"\n[{passage.published} {passage.manner}] {passage.text}")
            for line in lines:
                print("   ", line)


if __name__ == "__main__":
    main()
