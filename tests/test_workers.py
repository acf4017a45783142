"""Documents derived in children that can be killed: the same rows, and no document takes another with it."""

from __future__ import annotations

import os
import random

import pytest

import newsroom
from derive.fetched import fetched
from posture import workers
from posture.derive.batch import derive_batch
from posture.model import DOCUMENT_STATES, LAKE_TABLES

TEXT = (
    "The garrison of Vale left its barracks on Monday, and 900 soldiers went to the northern depot, the ministry said. "
    * 3
)
GOOD = f"<html><body><article><p>{TEXT}</p></article></body></html>"


@pytest.fixture(scope="module", autouse=True)
def _no_child_is_left():
    yield
    workers.close()


def states(captures, limits=None):
    made = workers.derive(captures, limits)["documents"].to_pylist()
    return {d["document_id"]: (d["state_code"], d["reason"]) for d in made}


def test_rows_are_those_of_the_batch():
    site = newsroom.build("http://127.0.0.1:1")
    captures = [
        fetched(page.body, page.media_type.partition(";")[0], capture_id=path)
        for path, page in list(site.items())[10:22]
    ]
    captures.append(fetched(b"", None, capture_id="failed", outcome="failed", reason="http_500"))
    made, wanted = workers.derive(captures), derive_batch(captures)
    assert list(made) == [t.name for t in LAKE_TABLES]
    assert all(made[name].equals(wanted[name]) for name in wanted)


def test_nothing_is_nothing():
    assert workers.derive([])["documents"].num_rows == 0


def test_order_of_documents_is_that_of_the_captures():
    ids = [f"d{n}" for n in range(20)]
    made = list(workers.documents(fetched(GOOD, capture_id=i) for i in ids))
    assert [rows["documents"][0]["document_id"] for rows in made] == ids


def test_a_late_child_is_killed_and_the_rest_goes_on():
    slow = "<html><body><article>" + "<p>x</p>" * 400_000
    found = states(
        [fetched(GOOD, capture_id="a"), fetched(slow, capture_id="slow"), fetched(GOOD, capture_id="b")],
        workers.Limits(seconds=1.5, cpu_seconds=30),
    )
    assert found["a"][0] == found["b"][0] == "derived"
    assert found["slow"] == ("unreadable", "killed: time_limit: more than 1.5 s")


def test_processor_time_is_limited():
    slow = "<html><body><article>" + "<p>x</p>" * 400_000
    found = states(
        [fetched(slow, capture_id="slow"), fetched(GOOD, capture_id="a")], workers.Limits(seconds=60, cpu_seconds=1)
    )
    assert found["slow"] == ("unreadable", "killed: cpu_limit: too much processor time")
    assert found["a"][0] == "derived"


def test_memory_is_limited():
    big = b"<html><body><article>" + b"<p>x</p>" * 2_000_000
    found = states([fetched(big, capture_id="big"), fetched(GOOD, capture_id="a")], workers.Limits(memory=150 << 20))
    assert found["big"][0] == "unreadable"
    assert found["big"][1].startswith(("killed: ", "parse_failed"))
    assert found["a"][0] == "derived"


def test_a_document_over_the_limit_is_not_even_tried():
    found = states([fetched(b"x" * 1001, capture_id="big")], workers.Limits(document=1000))
    assert found["big"] == ("unreadable", "killed: size_limit: 1001 bytes, and the limit is 1000")


def test_children_are_used_again():
    first = workers.derive([fetched(GOOD)])
    pids = {c.process.pid for c in workers._POOL.idle}
    assert workers.derive([fetched(GOOD)])["documents"].equals(first["documents"])
    assert {c.process.pid for c in workers._POOL.idle} <= pids | {c.process.pid for c in workers._POOL.idle}
    assert len(workers._POOL.idle) <= workers.MOST_CHILDREN


def test_a_dead_idle_child_is_replaced():
    workers.derive([fetched(GOOD)])
    for child in workers._POOL.idle:
        child.process.kill()
        child.process.wait()
    assert states([fetched(GOOD, capture_id="a")]) == {"a": ("derived", None)}


# ── fuzz ────────────────────────────────────────────────────────────────────────────────────────


def mutants(count: int):
    """Pages of the sample site with cut, doubled, shuffled and flipped bytes, tags and attributes."""
    dice = random.Random(20261121)
    site = [
        (k, p)
        for k, p in newsroom.build("http://127.0.0.1:1").items()
        if "html" in p.media_type or "pdf" in p.media_type
    ]
    tags = [b"<div>", b"</p>", b"<table><tr>", b"</article>", b"<!--", b"-->", b"<script>", b"</body>", b"<a href='", b"<sup>9</sup>", b"&#0;", b"&#x110000;",
            b"\x00", b"\xff\xfe", b"<![CDATA[", b"<svg><p>", b"<title>", b"<plaintext>", b"<time datetime='9999-99-99'>", b"\xe2\x80", b"<b>" * 300]  # fmt: skip
    for n in range(count):
        path, page = dice.choice(site)
        body = bytearray(page.body)
        for _ in range(dice.randrange(1, 9)):
            at = dice.randrange(len(body))
            match dice.randrange(6):
                case 0:
                    del body[at : at + dice.randrange(1, 400)]
                case 1:
                    body[at:at] = dice.choice(tags) * dice.choice([1, 1, 2, 40])
                case 2:
                    body[at] = dice.randrange(256)
                case 3:
                    body = body[:at] or body
                case 4:
                    body[at:at] = body[dice.randrange(len(body)) :][: dice.randrange(1, 2000)]
                case 5:
                    body[at : at + 30] = bytes(dice.randrange(256) for _ in range(30))
            if not body:
                body = bytearray(b" ")
        kind = dice.choice([page.media_type.partition(";")[0]] * 8 + ["text/plain", "application/xml"])
        yield fetched(
            bytes(body),
            kind,
            capture_id=f"{n:05}",
            requested_url=path,
            charset=dice.choice([None, None, "utf-8", "latin-1", "utf-16", "nonsense"]),
        )


@pytest.mark.timeout(1200)
def test_mutated_pages_all_end_in_a_state():
    count = int(os.environ.get("POSTURE_FUZZ", "1000"))
    made = workers.derive(mutants(count))
    documents = made["documents"].to_pylist()
    assert len(documents) == count
    assert {d["state_code"] for d in documents} <= set(DOCUMENT_STATES)
    assert [d for d in documents if (d["reason"] or "").startswith("killed")] == []
    assert sum(d["state_code"] == "derived" for d in documents) > 0.5 * count
    for a in made["articles"].to_pylist():
        assert a["mention_count"] == a["record_count"] + a["rejection_count"]
