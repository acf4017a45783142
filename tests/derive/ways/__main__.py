"""How much of a family of sentences the engine reads right: `python -m derive.ways FAMILY [--cases N] [--seed N]`."""

from __future__ import annotations

import argparse
import importlib

from .floors import FLOORS
from .making import judge, made, worst


def main() -> None:
    """Print the share, the ingredients that go wrong most, and wrong cases."""
    ap = argparse.ArgumentParser(prog="python -m derive.ways", description=__doc__)
    ap.add_argument("family", choices=sorted(FLOORS), metavar="FAMILY", help="one of " + ", ".join(sorted(FLOORS)))
    ap.add_argument("--cases", type=int, default=200, help="how many sentences (default 200)")
    ap.add_argument("--seed", type=int, default=1, help="another seed draws other sentences")
    ap.add_argument("--show", type=int, default=15, help="wrong cases to print (default 15)")
    ap.add_argument("--part", help="only wrong cases that hold this ingredient, as kind=name")
    given = ap.parse_args()
    maker = importlib.import_module(f"derive.ways.{given.family}").case
    tally = judge(made(maker, given.cases, given.seed))
    print(f"{given.family}: {tally.right} of {tally.cases} right ({tally.share:.3f}); "
          f"facts missed {tally.missed}, unwanted {tally.unwanted}")  # fmt: skip
    for kind, name, n, bad in worst(tally)[:25]:
        print(f"  {bad:4} of {n:4} wrong: {kind}={name}")
    part = tuple(given.part.split("=", 1)) if given.part else None
    shown = [w for w in tally.wrong if part is None or part in w[0].made_of.items()]
    for case, wrong in shown[: given.show]:
        print("\n" + case.text, "|", dict(case.made_of))
        for line in wrong:
            print("   ", line)


if __name__ == "__main__":
    main()
