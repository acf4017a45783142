"""docs/rejections.md: why a mention became no record, a document no article, an address no document.

The codes are read from the code that gives them (by `ast`; nothing is run) and from the lexicon; the sentences are in
`reasons`. `undescribed()` names codes without a sentence and sentences without a code; a test wants both empty.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from posture import lexicon
from posture.settings import REPOSITORY

from .markdown import document, table
from .reasons import CAPTURES, MENTIONS, NEEDS, PAGES

PACKAGE = REPOSITORY / "include" / "posture"

_HEAD = """\
# Reasons

Nothing is dropped silently. Each mention that became no record is a row of `rejections` with its `reason_code`; each
document that gave no article says so in `documents.state_code` and `documents.reason`.

```sql
SELECT reason_code, count(*) AS n FROM rejections GROUP BY ALL ORDER BY n DESC;

SELECT state_code, split_part(reason, ':', 1) AS why, count(*) AS n FROM documents GROUP BY ALL ORDER BY n DESC;
```

## Mentions that became no record

`posture extract FILE --explain` shows them beside the words at fault."""
_NEEDS = """\
### Needs of a frame

A frame of [triggers.yaml](../include/posture/lexicon/triggers.yaml) reads its words only where all its needs are met.
The first one that is not gives the reason: “the minister left” has no mover, so it is no withdrawal. `rule_code` names
the frame."""
_ADDRESSES = """\
## Addresses without a document

`documents.stage` is `collect`, the state `fetch_failed` or `refused`. What is deferred is counted in the run's report
and asked for again at the next run; it is no row."""
_HOLDERS = {"lost", "SILENT", "UNLIKE"}


def page() -> str:
    """The whole page."""
    return document(_lines())


def _lines() -> Iterator[str]:
    yield from _HEAD.splitlines()
    yield ""
    yield from table(("reason_code", "meaning"), _rows(engine_codes(), MENTIONS))
    yield from ("", *_NEEDS.splitlines(), "")
    yield from table(
        ("reason_code", "what is missing"),
        ((f"`missing_{need.replace(':', '_')}`", _need(need)) for need in sorted(needs())),
    )
    yield from ("", "## Documents without an article", "")
    yield from ("`documents.stage` is `clean` or `segment`, the state `unreadable` or `no_text`.", "")
    yield from table(("reason", "meaning"), _rows(page_codes(), PAGES))
    yield from ("", *_ADDRESSES.splitlines(), "")
    yield from table(("reason", "meaning"), _rows(capture_codes(), CAPTURES))


def _rows(codes: set[str], texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"`{code}`", texts.get(code, "")) for code in sorted(codes))


def _need(need: str) -> str:
    name, _, arg = need.partition(":")
    return (NEEDS.get(need) or NEEDS.get(name, "")).format(arg=arg.replace("_", " "))


def undescribed() -> list[str]:
    """Codes without a sentence, and sentences whose code is gone."""
    pairs = ((engine_codes(), MENTIONS), (page_codes(), PAGES), (capture_codes(), CAPTURES))
    wrong = [code for codes, texts in pairs for code in sorted(codes ^ set(texts))]
    known = needs(with_weak=True)
    names = {n for need in known for n in (need, need.partition(":")[0])}
    return [*wrong, *(need for need in sorted(known) if not _need(need)), *sorted(set(NEEDS) - names)]


# ── codes, from where they are given ──


def needs(*, with_weak: bool = False) -> set[str]:
    """Needs of the lexicon's frames. A weak frame that lacks one is no mention, so nothing is rejected for it."""
    frames = (frame for frame in lexicon.triggers() if with_weak or not frame.get("weak"))
    return {str(need) for frame in frames for need in frame.get("needs", [])}


def engine_codes() -> set[str]:
    """Reasons of `Rejection(…)`, `_lose(…)` and the tables that feed them, in derive/extract."""
    return {code for tree in _trees(PACKAGE / "derive" / "extract") for node in ast.walk(tree) for code in _given(node)}


def _given(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        rejected = 2 if len(node.args) > 2 else 0  # a count's, which names the sentence first, or a draft's
        at = {"Rejection": 4, "lose": 1, "rejected": rejected, "_rejection": 1, "_silent": 1}.get(name, -1)
        yield from _texts(node.args[at : at + 1] if at >= 0 else [])
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            holder = target.value if isinstance(target, ast.Subscript) else target
            if isinstance(holder, ast.Name) and holder.id in _HOLDERS and node.value is not None:
                yield from _texts(node.value.values if isinstance(node.value, ast.Dict) else [node.value])
    elif isinstance(node, ast.FunctionDef) and node.name in {
        "no_level",
        "not_military",
        "left_open",
        "spoken_of",
        "unmeant",
        "_merit",
        "aside",
    }:
        yield from _texts([r.value for r in ast.walk(node) if isinstance(r, ast.Return) and r.value is not None])


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from _texts([node.body, node.orelse])
        elif isinstance(node, ast.JoinedStr):
            yield _head(node) + "…"


def page_codes() -> set[str]:
    """Reasons of `Unreadable(…)`, of `Unread(…)` and of documents that were given up, before the colon."""
    calls = [
        call for tree in _trees(PACKAGE / "derive") for name in ("Unreadable", "Unread") for call in _calls(tree, name)
    ]
    given_up = [call.args[3] for call in _calls(_tree(PACKAGE / "workers.py"), "undone")]
    return {_head(node).partition(":")[0] for node in (*calls, *given_up)}


def capture_codes() -> set[str]:
    """Reasons of `FetchError(…)`, and of the table that sorts other libraries' exceptions."""
    found = set()
    for tree in _trees(PACKAGE / "collect"):
        for call in [*_calls(tree, "FetchError"), *_calls(tree, "_Busy")]:
            found |= {_head(k.value) for k in call.keywords if k.arg == "reason"}
            found |= {_head(a) for a in call.args[2:]}
        for node in ast.walk(tree):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "_FAILURES":
                found |= {
                    _head(row.elts[1]) for row in ast.walk(node) if isinstance(row, ast.Tuple) and len(row.elts) == 3
                }
    return {code.replace("http_", "http_…") for code in found if code}


def _head(node: ast.AST) -> str:
    """The constant beginning of a text; of a call, of its first argument."""
    if isinstance(node, ast.Call):
        return _head(node.args[0]) if node.args else ""
    if isinstance(node, ast.JoinedStr):
        return _head(node.values[0]) if node.values else ""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _calls(tree: ast.Module, name: str) -> list[ast.Call]:
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return [n for n in calls if ast.unparse(n.func).rpartition(".")[2] == name]


def _trees(folder: Path) -> Iterator[ast.Module]:
    for path in sorted(folder.rglob("*.py")):
        yield _tree(path)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
