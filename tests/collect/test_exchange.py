from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from posture.collect.addresses import Gate
from posture.collect.answer import Wish
from posture.collect.exchange import Allowance, Exchange
from posture.errors import FetchError
from posture.settings import Settings

from .conftest import NOW, Web


@pytest.fixture
def exchange(web: Web, settings: Settings) -> Exchange:
    return Exchange(Gate(frozenset({("127.0.0.1", web.port)}), 2.0), settings, lambda: NOW)


def test_a_redirect_is_an_answer_and_nothing_else_is_asked(web: Web, exchange: Exchange) -> None:
    url = web.reply("/a", "moved", 302, headers={"Location": "/b"})
    answer = exchange.send(url, Wish(100), Allowance(5.0))
    assert (answer.status, answer.header("location"), answer.body) == (302, "/b", b"")
    assert web.asked == ["/a"]


def test_the_allowance_is_used_up_and_then_nothing_is_sent(web: Web, exchange: Exchange) -> None:
    allowance = Allowance(0.3)
    with pytest.raises(FetchError):
        exchange.send(web.hang("/a"), Wish(100), allowance)
    assert allowance.left <= 0.05
    with pytest.raises(FetchError) as raised:
        exchange.send(web.url + "/b", Wish(100), Allowance(0.0))
    assert raised.value.reason == "timeout"
    assert web.asked == ["/a"]


def test_a_body_may_be_cut_where_that_is_wished(web: Web, exchange: Exchange) -> None:
    url = web.reply("/a", "x" * 1_000)
    assert len(exchange.send(url, Wish(10, is_cut=True), Allowance(5.0)).body) == 10


def test_folded_headers_are_made_whole(web: Web, exchange: Exchange) -> None:
    def fold(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b'HTTP/1.0 200 OK\r\nETag: "a\r\n b"\r\n\r\nx')

    web.routes["/a"] = fold
    assert exchange.send(web.url + "/a", Wish(10), Allowance(5.0)).validators.etag == '"a b"'


def test_sockets_are_let_go(web: Web, settings: Settings) -> None:
    gate = Gate(frozenset({("127.0.0.1", web.port)}), 2.0)
    exchange = Exchange(gate, settings, lambda: NOW)
    exchange.send(web.reply("/a", "x"), Wish(10), Allowance(5.0))
    assert gate._handles == []
