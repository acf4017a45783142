"""The cases named `ID_…` follow what RFC 9309 and Google's reference tests ask for, in our own files."""

from __future__ import annotations

import pytest

from posture.collect import robots
from posture.errors import FetchError

AGENT = "PostureLedger"
ORIGIN = "https://wire.example"


def allows(text: str | bytes, path: str, agent: str = AGENT) -> bool:
    body = text.encode() if isinstance(text, str) else text
    return robots.parse(body, agent).allows(ORIGIN + path)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("user-agent: *\ndisallow: /", "/a", False),
        ("User-Agent: PostureLedger\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: postureledger\nDisallow: /a", "/a", False),
        ("User-agent: OtherBot\nDisallow: /", "/a", True),
        ("User-agent: Posture\nDisallow: /", "/a", False),
        ("User-agent: A\nUser-agent: PostureLedger\nDisallow: /a", "/a", False),
        ("User-agent: PostureLedger\nDisallow: /a\nUser-agent: PostureLedger\nDisallow: /b", "/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/public", "/a/public/x", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/secret", "/a/secret", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/r.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/r.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b", "/a/x/b/c", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /A", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a # not for robots", "/a", False),
        ("User-agent: *\r\rDisallow: /a", "/a", False),
        ("User-agent: *\n\n\nDisallow: /a", "/a", False),
        ("Disallow: /", "/a", True),
        ("<html><body>Not found</body></html>", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


@pytest.mark.parametrize("bom", [b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_part_of_the_first_line(bom: bytes) -> None:
    assert not allows(bom + b"User-agent: *\nDisallow: /", "/a")


def test_bytes_that_are_no_utf8_are_read_all_the_same() -> None:
    assert not allows(b"# \xff\xfe\nUser-agent: *\nDisallow: /a", "/a")


def test_rules_beyond_the_limit_do_not_count_and_the_line_cut_there_neither() -> None:
    start = b"User-agent: *\nDisallow: /first\n"
    filler = b"#" * (robots.MAX_BYTES - len(start) - 12) + b"\n"
    body = start + filler + b"Disallow: /second\nDisallow: /third"
    assert len(start + filler) < robots.MAX_BYTES < len(body)
    assert [allows(body, path) for path in ("/first", "/second", "/third", "/other")] == [False, True, True, True]


def test_many_wildcards_take_no_time() -> None:
    assert allows("User-agent: *\nDisallow: /" + "*a" * 200 + "$", "/" + "a" * 1_900 + "b")


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("User-agent: PostureLedger\nCrawl-delay: 2\nUser-agent: *\nCrawl-delay: 9", 2.0),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay: -1", None),
        ("", None),
    ],
)
def test_crawl_delay(text: str, delay: float | None) -> None:
    assert robots.parse(text.encode(), AGENT).delay == delay


def failing(reason: str) -> robots.Rules:
    def get(url: str) -> bytes:
        assert url == ORIGIN + "/robots.txt"
        raise FetchError("no", reason=reason)

    return robots.read(ORIGIN, AGENT, get)


@pytest.mark.parametrize(
    "reason",
    ["http_400", "http_401", "http_403", "http_404", "http_410", "http_429", "http_451", "http_204", "empty",
     "redirect_loop", "too_many_redirects", "bad_redirect"],
)  # fmt: skip
def test_no_rules_allow_everything(reason: str) -> None:
    rules = failing(reason)
    assert rules.allows(ORIGIN + "/a")
    assert rules.delay is None


@pytest.mark.parametrize(
    "reason",
    ["http_500", "http_503", "timeout", "connection_refused", "connection_reset", "dns", "tls", "truncated",
     "content_encoding", "bad_answer", "unreachable", "http_304"],
)  # fmt: skip
def test_rules_that_can_not_be_had_allow_nothing(reason: str) -> None:
    rules = failing(reason)
    assert not rules.allows(ORIGIN + "/a")
    assert rules.unreachable == reason


@pytest.mark.parametrize("reason", ["retry_after", "host_down", "out_of_time", "private_address", "bad_url"])
def test_a_request_that_was_not_made_says_nothing_of_the_rules(reason: str) -> None:
    with pytest.raises(FetchError):
        failing(reason)


@pytest.mark.parametrize("agent", ["PostureLedger/0.1 (+https://x.example)", "PostureLedger", " PostureLedger (x)"])
def test_product_token(agent: str) -> None:
    assert robots.product_token(agent) == "PostureLedger"


def test_an_address_that_can_not_be_read_is_not_allowed() -> None:
    assert not robots.parse(b"User-agent: *\nDisallow: /a", AGENT).allows("http://[broken")
