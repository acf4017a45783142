from __future__ import annotations

import json
from datetime import UTC, date, datetime

from posture.collect.dates import When
from posture.collect.manifest import Line, read


def lines(*given: object) -> bytes:
    return "\n".join(json.dumps(line) for line in given).encode()


def test_lines_by_path() -> None:
    manifest = read(
        b"\xef\xbb\xbf"
        + lines(
            {"id": "a1", "path": "./docs//a.txt", "source": "EUAA", "url": None, "published": None},
            {"id": 7, "path": "b.pdf", "url": "https://x.example/b", "published": "2025-10-02T08:00:00Z"},
        )
        + b"\r\n\n"
    )
    assert manifest.faults == {}
    assert manifest.lines == {
        "docs/a.txt": Line(1, "docs/a.txt", "a1", "EUAA"),
        "b.pdf": Line(
            2, "b.pdf", "7", None, "https://x.example/b", When(date(2025, 10, 2), datetime(2025, 10, 2, 8, tzinfo=UTC))
        ),
    }


def test_a_wrong_line_costs_that_line() -> None:
    manifest = read(
        b'{"path": "a.txt"\n'
        + lines(
            [1],
            {"id": "x"},
            {"path": "../up.txt"},
            {"path": "/abs.txt"},
            {"path": "a\0.txt"},
            {"path": 3},
            {"path": "."},
        )
        + b"\n\xff\xfe\n"
        + b"[" * 100_000
        + b"\n"
        + lines({"path": "good.txt"}, {"path": "good.txt"}, {"path": "\ud800.txt"})
    )
    assert list(manifest.lines) == ["good.txt"]
    assert sorted(manifest.faults) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13]
    assert manifest.faults[12] == "names good.txt again; line 11 counts"


def test_a_wrong_field_costs_that_field() -> None:
    manifest = read(
        lines(
            {"id": "1", "path": "a.txt", "published": "soon", "url": "ftp://x", "source": ["x"], "publisher": "y"},
            {"id": "1", "path": "b.txt", "source": True, "published": "2025-10-02"},
        )
    )
    assert manifest.lines["a.txt"] == Line(1, "a.txt", "1")
    assert manifest.lines["b.txt"].published.on == date(2025, 10, 2)
    for said in ("publisher", "`source`", "`published`", "`url`"):
        assert said in manifest.faults[1]
    assert manifest.faults[2] == "`source` is not a text; repeats the id '1'"


def test_fields_can_not_forge_lines() -> None:
    line = read(lines({"path": "a.txt", "source": "a\nb\x1b[31m", "id": "x\ty"})).lines["a.txt"]
    assert (line.source, line.id) == ("a b [31m", "x y")
