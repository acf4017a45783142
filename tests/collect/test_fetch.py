from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from posture.collect import fetch
from posture.collect.answer import Answer, Validators
from posture.collect.catalogue import Feed, Source
from posture.collect.fetch import Fetcher
from posture.collect.site import PAGES
from posture.errors import FetchError
from posture.settings import Settings

from .conftest import NOW, Reply, Web, site_source


@pytest.fixture
def fetcher(web: Web, settings: Settings) -> Iterator[Fetcher]:
    own = Fetcher(site_source(web), settings, lambda: NOW)
    yield own
    own.close()


def reason(call: Callable[[], Answer]) -> str:
    with pytest.raises(FetchError) as raised:
        call()
    assert raised.value.source == "test-wire"
    assert raised.value.where
    return raised.value.reason


# ── answers ─────────────────────────────────────────────────────────────────────────────────────


def test_an_answer_is_the_bytes_as_they_came(web: Web, fetcher: Fetcher, settings: Settings) -> None:
    url = web.reply("/a", "Text ✓", headers={"Content-Type": "Text/HTML; Charset=UTF-8", "X-Own": "1"}, etag='"e1"')
    answer = fetcher.get(url)
    assert (answer.url, answer.status, answer.phrase, answer.retrieved_at) == (url, 200, "OK", NOW)
    assert (answer.body.decode(), answer.media_type, answer.charset) == ("Text ✓", "text/html", "utf-8")
    assert (answer.validators, answer.header("x-own")) == (Validators('"e1"'), "1")
    sent = web.requests[-1]
    assert sent["user-agent"] == settings.user_agent
    assert "if-none-match" not in sent
    assert "authorization" not in sent


def test_a_conditional_request_gets_a_304(web: Web, fetcher: Fetcher) -> None:
    url = web.reply("/a", "text", etag='W/"e1"')
    answer = fetcher.get(url, validators=Validators('W/"e1"', "Tue, 10 Mar 2026 11:00:00 GMT"))
    assert answer.is_unchanged
    assert web.requests[-1]["if-modified-since"] == "Tue, 10 Mar 2026 11:00:00 GMT"


def test_a_304_that_was_not_asked_for_is_a_failure(web: Web, fetcher: Fetcher) -> None:
    assert reason(lambda: fetcher.get(web.reply("/a", status=304))) == "http_304"


def test_gzip_is_undone(web: Web, fetcher: Fetcher) -> None:
    url = web.reply("/a", gzip.compress(b"packed"), headers={"Content-Encoding": "gzip"})
    assert fetcher.get(url).body == b"packed"


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        handler.wfile.write(end)

    return answer


def test_chunks_are_joined(web: Web, fetcher: Fetcher) -> None:
    web.routes["/a"] = chunked(b"one ", b"two")
    assert fetcher.get(web.url + "/a").body == b"one two"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(b"gone", 410), "http_410"),
        (Reply(b"no", 403), "http_403"),
        (Reply(b"", 204), "http_204"),
        (Reply(b"part", 206), "http_206"),
        (Reply(b" \n"), "empty"),
        (Reply(b"x" * 200_001), "too_large"),
        (Reply(b"x" * 200_001, headers={"Content-Length": ""}), "too_large"),
        (Reply(b"x", headers={"Content-Length": "9999999999"}), "too_large"),
        (Reply(gzip.compress(b"\0" * 5_000_000), headers={"Content-Encoding": "gzip"}), "too_large"),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "content_encoding"),
        (Reply(gzip.compress(gzip.compress(b"x")), headers={"Content-Encoding": "gzip, gzip"}), "content_encoding"),
        (Reply(b"short", headers={"Content-Length": "500"}), "truncated"),
        (Reply(gzip.compress(b"x" * 99)[:-4], headers={"Content-Encoding": "gzip"}), "truncated"),
        (chunked(b"one", end=b""), "truncated"),
        (Reply(b"GIF89a", headers={"Content-Type": "image/gif"}), "media_type"),
        (lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n"), "bad_answer"),
        (lambda handler: None, "connection_reset"),
    ],
)
def test_what_is_not_a_whole_wanted_document(
    reply: Callable[[BaseHTTPRequestHandler], None], expected: str, web: Web, fetcher: Fetcher
) -> None:
    web.routes["/a"] = reply
    assert reason(lambda: fetcher.get(web.url + "/a", media=PAGES)) == expected


def test_a_document_may_come_without_a_type_or_as_a_pdf(web: Web, fetcher: Fetcher) -> None:
    assert fetcher.get(web.reply("/a", "x", headers={"Content-Type": ""}), media=PAGES).media_type is None
    pdf = web.reply("/b", "%PDF-1.7", headers={"Content-Type": "application/pdf"})
    assert fetcher.get(pdf, media=PAGES).media_type == "application/pdf"


# ── time ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.impatient
def test_a_host_that_hangs_is_given_up(web: Web, fetcher: Fetcher) -> None:
    assert reason(lambda: fetcher.get(web.hang("/a"))) == "timeout"
    assert web.pages() == ["/a"] * fetch.ATTEMPTS_UNANSWERED


@pytest.mark.parametrize("part", ["headers", "body", "endless body"])
def test_a_host_that_drips_is_cut_at_the_total_timeout(part: str, web: Web, settings: Settings) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        handler.wfile.write(b"X-Slow: " if part == "headers" else b"Content-Type: text/html\r\n\r\n")
        while not web.release.wait(0.02):
            handler.wfile.write(b"x" if part != "endless body" else b"x" * 50)

    web.routes["/a"] = drip
    fetcher = Fetcher(site_source(web), replace(settings, total_timeout=0.4, read_timeout=0.3), lambda: NOW)
    assert reason(lambda: fetcher.get(web.url + "/a")) == "timeout"
    # The whole allowance went into the first attempt.
    assert web.pages() == ["/a"]


def test_a_short_answer_ended_by_the_connection_is_whole_unless_we_ended_it(web: Web, settings: Settings) -> None:
    def slow_end(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\nwhole?")
        web.release.wait(5)

    web.routes["/a"] = slow_end
    fetcher = Fetcher(site_source(web), replace(settings, total_timeout=0.3, read_timeout=5.0), lambda: NOW)
    assert reason(lambda: fetcher.get(web.url + "/a")) == "timeout"


def test_5xx_is_asked_again_and_4xx_is_not(web: Web, fetcher: Fetcher) -> None:
    assert reason(lambda: fetcher.get(web.reply("/a", status=502))) == "http_502"
    assert reason(lambda: fetcher.get(web.reply("/b", status=404))) == "http_404"
    assert web.pages() == ["/a"] * fetch.ATTEMPTS + ["/b"]


def test_a_host_that_recovers_answers(web: Web, fetcher: Fetcher) -> None:
    url = web.replies("/a", Reply(b"", 500), Reply(b"", 503), Reply(b"here"))
    assert fetcher.get(url).body == b"here"


def test_nobody_listens(web: Web, settings: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    source = Source(code="test-wire", name="T", feeds=(Feed(url=url, format="rss"),), interval=0)
    fetcher = Fetcher(source, settings, lambda: NOW)
    with pytest.raises(FetchError) as raised:
        fetcher.get(url)
    assert raised.value.reason == "robots_unreachable"
    assert "connection_refused" in raised.value.what


# ── politeness ──────────────────────────────────────────────────────────────────────────────────


class Time:
    def __init__(self) -> None:
        self.at = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def fetcher(self, web: Web, settings: Settings, **more: object) -> Fetcher:
        source = site_source(web).model_copy(update=more)
        return Fetcher(source, settings, lambda: NOW, clock=lambda: self.at, pause=self.sleep)


def test_requests_to_a_host_keep_their_distance(web: Web, settings: Settings) -> None:
    own = Time()
    fetcher = own.fetcher(web, settings, interval=3.0)
    for path in ("/a", "/b"):
        fetcher.get(web.reply(path, "x"))
    assert web.asked == ["/robots.txt", "/a", "/b"]
    assert own.slept == [3.0, 3.0]


def test_the_crawl_delay_counts_if_longer(web: Web, settings: Settings) -> None:
    web.reply("/robots.txt", "User-agent: *\nCrawl-delay: 20")
    own = Time()
    fetcher = own.fetcher(web, settings, interval=3.0)
    for path in ("/a", "/b"):
        fetcher.get(web.reply(path, "x"))
    assert own.slept == [3.0, 20.0]


@pytest.mark.parametrize(
    ("header", "pause"),
    [("0", 0.0), ("-5", 0.0), ("whenever", 0.0), ("Tue, 10 Mar 2026 11:00:00 GMT", 0.0), ("", 0.0)],
)
def test_a_retry_after_that_asks_for_nothing_is_a_plain_failure(
    header: str, pause: float, web: Web, settings: Settings
) -> None:
    own = Time()
    url = web.reply("/a", status=503, headers={"Retry-After": header})
    assert reason(lambda: own.fetcher(web, settings).get(url)) == "http_503"
    assert max(own.slept, default=0.0) == pause


def test_a_retry_after_within_the_time_for_an_address_is_waited_for(web: Web, settings: Settings) -> None:
    web.replies("/a", Reply(b"", 429, {"Retry-After": "30"}), Reply(b"here"))
    own = Time()
    assert own.fetcher(web, replace(settings, total_timeout=60.0)).get(web.url + "/a").body == b"here"
    assert sum(own.slept) == 30.0


def test_a_retry_after_beyond_it_defers_this_address_and_delays_the_next(web: Web, settings: Settings) -> None:
    own = Time()
    fetcher = own.fetcher(web, replace(settings, total_timeout=10.0))
    assert reason(lambda: fetcher.get(web.reply("/a", status=503, headers={"Retry-After": "30"}))) == "retry_after"
    fetcher.get(web.reply("/b", "x"))
    assert (web.pages(), sum(own.slept)) == (["/a", "/b"], 30.0)


@pytest.mark.parametrize("header", ["3600", "Tue, 10 Mar 2026 13:00:00 GMT", "999999999999"])
def test_a_long_retry_after_defers_the_host_for_this_run_and_the_next(
    header: str, web: Web, settings: Settings
) -> None:
    own = Time()
    fetcher = own.fetcher(web, settings)
    assert reason(lambda: fetcher.get(web.reply("/a", status=429, headers={"Retry-After": header}))) == "retry_after"
    assert reason(lambda: fetcher.get(web.reply("/b", "x"))) == "retry_after"
    assert (web.pages(), own.slept) == (["/a"], [])
    until = fetcher.pace.not_before
    assert until["127.0.0.1"] >= NOW + timedelta(hours=1)
    next_run = Fetcher(site_source(web), settings, lambda: NOW + timedelta(minutes=59), until)
    assert reason(lambda: next_run.get(web.url + "/b")) == "retry_after"
    if header != "999999999999":
        later = Fetcher(site_source(web), settings, lambda: NOW + timedelta(minutes=61), until)
        assert later.get(web.url + "/b").body == b"x"


def test_a_host_that_is_down_is_not_asked_for_ever(web: Web, settings: Settings) -> None:
    fetcher = Fetcher(site_source(web), settings, lambda: NOW)
    found = [reason(lambda n=n: fetcher.get(web.reply(f"/{n}", status=500))) for n in range(7)]  # type: ignore[misc]
    assert found == ["http_500"] * 5 + ["host_down"] * 2


# ── robots ──────────────────────────────────────────────────────────────────────────────────────


def test_robots_is_asked_once_and_obeyed(web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", "\ufeffUser-agent: PostureLedger\nDisallow: /closed")
    assert reason(lambda: fetcher.get(web.reply("/closed/a", "x"))) == "robots"
    fetcher.get(web.reply("/open", "x"))
    assert web.asked == ["/robots.txt", "/open"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
def test_without_robots_everything_is_allowed(status: int, web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", status=status)
    assert fetcher.get(web.reply("/a", "x")).body == b"x"


@pytest.mark.parametrize("status", [500, 503])
def test_with_robots_out_of_reach_nothing_is(status: int, web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", status=status)
    assert reason(lambda: fetcher.get(web.reply("/a", "x"))) == "robots_unreachable"
    assert web.pages() == []


@pytest.mark.impatient
def test_robots_that_hang_cost_no_more_than_one_address(web: Web, fetcher: Fetcher) -> None:
    web.hang("/robots.txt")
    assert reason(lambda: fetcher.get(web.reply("/a", "x"))) == "robots_unreachable"
    assert reason(lambda: fetcher.get(web.reply("/b", "x"))) == "robots_unreachable"
    assert web.asked == ["/robots.txt"] * fetch.ATTEMPTS_UNANSWERED


@pytest.mark.parametrize("packed", [False, True])
def test_long_robots_are_read_as_far_as_they_count(packed: bool, web: Web, fetcher: Fetcher) -> None:
    body = b"User-agent: *\nDisallow: /closed\n" + b"# filler\n" * 80_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    web.reply("/robots.txt", gzip.compress(body) if packed else body, headers=headers)
    assert reason(lambda: fetcher.get(web.reply("/closed", "x"))) == "robots"
    assert fetcher.get(web.reply("/open", "x")).body == b"x"


def test_robots_may_be_redirected_and_loops_mean_no_rules(web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", status=301, headers={"Location": "/real-robots"})
    web.reply("/real-robots", "User-agent: *\nDisallow: /closed")
    assert reason(lambda: fetcher.get(web.reply("/closed", "x"))) == "robots"


def test_looping_robots_mean_no_rules(web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", status=301, headers={"Location": "/robots.txt"})
    assert fetcher.get(web.reply("/a", "x")).body == b"x"


# ── redirects and addresses ─────────────────────────────────────────────────────────────────────


def redirect(web: Web, path: str, to: str, status: int = 302) -> str:
    return web.reply(path, status=status, headers={"Location": to})


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int, web: Web, fetcher: Fetcher) -> None:
    web.reply("/new/b", "x")
    answer = fetcher.get(redirect(web, "/a", "new/b#part", status) + "#top")
    assert answer.url == web.url + "/new/b"


def test_the_body_of_a_redirect_is_not_read(web: Web, fetcher: Fetcher) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 302 Found\r\nLocation: /b\r\n\r\n")
        while not web.release.wait(0.02):
            handler.wfile.write(b"x")

    web.routes["/a"] = endless
    web.reply("/b", "end")
    assert fetcher.get(web.url + "/a").body == b"end"


def test_cookies_of_a_redirect_are_sent_on(web: Web, fetcher: Fetcher) -> None:
    web.reply("/a", status=302, headers={"Location": "/b", "Set-Cookie": "seen=1"})
    fetcher.get(web.reply("/b", "x").replace("/b", "/a"))
    assert web.requests[-1]["cookie"] == "seen=1"


def test_five_redirects_are_followed_and_six_are_not(web: Web, fetcher: Fetcher) -> None:
    for n in range(6):
        redirect(web, f"/{n}", f"/{n + 1}")
    web.reply("/6", "end")
    assert fetcher.get(web.url + "/1").body == b"end"
    assert reason(lambda: fetcher.get(web.url + "/0")) == "too_many_redirects"


def test_loops_are_seen(web: Web, fetcher: Fetcher) -> None:
    redirect(web, "/a", "/b")
    redirect(web, "/b", "/a")
    assert reason(lambda: fetcher.get(web.url + "/a")) == "redirect_loop"
    assert web.pages() == ["/a", "/b"]


def test_each_hop_is_held_against_robots(web: Web, fetcher: Fetcher) -> None:
    web.reply("/robots.txt", "User-agent: *\nDisallow: /closed")
    web.reply("/closed", "x")
    assert reason(lambda: fetcher.get(redirect(web, "/a", "/closed"))) == "robots"
    assert web.pages() == ["/a"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("file:///etc/passwd", "scheme"),
        ("data:text/html,x", "scheme"),
        ("ftp://127.0.0.1/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user:secret@127.0.0.1/", "bad_url"),
        ("http://169.254.169.254/latest/meta-data/", "private_address"),
        ("http://127.0.0.1:1/", "private_address"),
        ("http://2130706433:1/", "private_address"),
        ("http://localhost:1/", "private_address"),
        ("http://[::ffff:127.0.0.1]:1/", "private_address"),
        ("http://127。0。0。1:1/", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://127.0.0.1:99999/", "bad_url"),
        ("", "bad_redirect"),
    ],
)
def test_redirects_to_where_we_may_not_go(target: str, expected: str, web: Web, fetcher: Fetcher) -> None:
    location = target.encode("utf-8").decode("latin-1")
    assert reason(lambda: fetcher.get(redirect(web, "/a", location))) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("file:///etc/passwd", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("/relative", "scheme"),
        ("http:///path", "bad_url"),
        ("http://127.0.0.1/a b", "bad_url"),
        ("http://127.0.0.1/a\r\nHost: x", "bad_url"),
        ("http://127.0.0.1\\@x.example/", "bad_url"),
        ("http://" + "a" * 70 + ".example/", "bad_url"),
        ("https://x.example/" + "a" * 3_000, "bad_url"),
        ("http://169.254.169.254/", "private_address"),
        ("http://10.0.0.1/", "private_address"),
        ("http://0x7f.1:1/", "private_address"),
    ],
)
def test_addresses_that_may_not_be_asked_for(url: str, expected: str, fetcher: Fetcher, web: Web) -> None:
    assert reason(lambda: fetcher.get(url)) == expected
    assert web.asked == []


def test_a_public_source_can_not_send_us_to_loopback(web: Web, settings: Settings) -> None:
    source = Source(code="test-wire", name="T", feeds=(Feed(url="https://public.example/rss", format="rss"),))
    fetcher = Fetcher(source, settings, lambda: NOW)
    assert reason(lambda: fetcher.get(web.reply("/a", "x"))) == "private_address"
    assert web.asked == []


def test_a_proxy_does_not_open_a_way_around_the_gate(
    web: Web, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", web.url)
    source = Source(code="test-wire", name="T", feeds=(Feed(url="https://public.example/rss", format="rss"),))
    fetcher = Fetcher(source, settings, lambda: NOW)
    assert reason(lambda: fetcher.get("http://10.0.0.7/a")) == "private_address"
    assert web.asked == []


def test_hosts_of_the_source_are_reached_without_the_proxy(
    web: Web, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert Fetcher(site_source(web), settings, lambda: NOW).get(web.reply("/a", "x")).body == b"x"


def test_passwords_of_this_machine_are_not_sent(
    web: Web, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    fetcher.get(web.reply("/a", "x"))
    assert all("authorization" not in sent for sent in web.requests)


def test_a_certificate_that_nobody_signed_is_not_trusted(web: Web, settings: Settings, tmp_path: Path) -> None:
    certificate = tmp_path / "cert.pem"
    certificate.write_bytes(self_signed())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    web.server.socket = context.wrap_socket(web.server.socket, server_side=True)
    url = f"https://127.0.0.1:{web.port}/"
    source = Source(code="test-wire", name="T", feeds=(Feed(url=url, format="rss"),), interval=0)
    with pytest.raises(FetchError, match="tls"):
        Fetcher(source, settings, lambda: NOW).get(url)
    assert web.asked == []


def test_a_handshake_that_never_ends_is_cut(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        held = []
        threading.Thread(target=lambda: held.append(server.accept()), daemon=True).start()
        url = f"https://127.0.0.1:{port}/"
        source = Source(code="test-wire", name="T", feeds=(Feed(url=url, format="rss"),), interval=0)
        with pytest.raises(FetchError, match="timeout"):
            Fetcher(source, replace(settings, connect_timeout=5.0, total_timeout=0.3), lambda: NOW).get(url)


def self_signed() -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    begin = datetime.fromtimestamp(time.time(), UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin - timedelta(days=1))
        .not_valid_after(begin + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return secret + certificate.public_bytes(serialization.Encoding.PEM)
