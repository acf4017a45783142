"""Write the generated pages of docs/, or with `--check` say which of them are stale and how.

    python -m docs.generate            write what differs
    python -m docs.generate --check    exit status 1 if anything differs

The same sources give the same bytes; nothing is run, fetched or opened but this checkout's own declarations.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from docs.generators import cli, dictionary, rejections, sources

HERE = Path(__file__).resolve().parent
PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli.page,
    "data-dictionary.md": dictionary.page,
    "rejections.md": rejections.page,
    "sources.md": sources.page,
}
#: Lines of difference shown for one page.
_MOST_LINES = 12


def stale(folder: Path = HERE) -> dict[str, str]:
    """Pages that differ from what their sources say → what they should be."""
    made = {name: page() for name, page in PAGES.items()}
    return {name: text for name, text in made.items() if _read(folder / name) != text}


def main(arguments: Sequence[str] | None = None, folder: Path = HERE) -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description="Write the generated pages of docs/.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is stale")
    is_check = parser.parse_args(arguments).check
    for name, text in (found := stale(folder)).items():
        if is_check:
            print(f"stale: docs/{name}\n{_difference(_read(folder / name), text)}", file=sys.stderr)
        else:
            (folder / name).write_text(text, encoding="utf-8")
            print(f"wrote docs/{name}")
    if is_check and found:
        print("Run `make docs` and submit the pages with the change.", file=sys.stderr)
    return 1 if is_check and found else 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _difference(old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    shown = [f"  {line[:160]}" for line in changed[:_MOST_LINES]]
    return "\n".join([*shown, f"  … {len(changed)} lines differ in all"])


if __name__ == "__main__":
    raise SystemExit(main())
