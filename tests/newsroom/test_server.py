"""The server: types, validators, HEAD, and outlets that fail on purpose."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
import requests

import newsroom
from newsroom import OUTLETS, NewsroomError, NewsroomServer
from newsroom.__main__ import main


@pytest.fixture(scope="module")
def site() -> Iterator[NewsroomServer]:
    with newsroom.serve() as server:
        yield server


def test_every_page_is_served_as_built(site: NewsroomServer) -> None:
    with requests.Session() as session:
        for path, page in site.pages.items():
            answer = session.get(site.url + path, timeout=5)
            assert answer.status_code == 200
            assert answer.content == page.body
            assert answer.headers["Content-Type"] == page.media_type
            assert answer.headers["ETag"] == page.etag
            assert answer.headers["Last-Modified"].endswith("GMT")


def test_pages_know_their_own_address(site: NewsroomServer) -> None:
    assert site.url.encode() in requests.get(site.url + "/harbour-wire/feed.xml", timeout=5).content


def test_conditional_requests(site: NewsroomServer) -> None:
    url = site.url + "/levant-monitor/atom.xml"
    first = requests.get(url, timeout=5)
    tag, when = first.headers["ETag"], first.headers["Last-Modified"]
    for given, status in (
        ({"If-None-Match": tag}, 304),
        ({"If-None-Match": f'W/{tag}, "other"'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": when}, 304),
        ({"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00"}, 200),
        ({"If-Modified-Since": "not a date"}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": when}, 200),
    ):
        answer = requests.get(url, headers=given, timeout=5)
        assert answer.status_code == status, given
        assert bool(answer.content) == (status == 200)
        assert answer.headers["ETag"] == tag


def test_head_has_the_headers_of_get_and_no_body(site: NewsroomServer) -> None:
    for path in ("/", "/sahel-dispatch/news-sitemap.xml", "/country-reports/files/belarus-and-transnistria.pdf"):
        head = requests.head(site.url + path, timeout=5)
        get = requests.get(site.url + path, timeout=5)
        assert head.status_code == 200
        assert head.content == b""
        for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified"):
            assert head.headers[name] == get.headers[name]


def test_unknown_paths_and_methods(site: NewsroomServer) -> None:
    assert requests.get(site.url + "/harbour-wire/nothing", timeout=5).status_code == 404
    assert requests.get(site.url + "/../../etc/passwd", timeout=5).status_code == 404
    assert requests.post(site.url + "/", timeout=5).status_code == 501
    assert requests.get(site.url + "/robots.txt?x=1", timeout=5).status_code == 200


def test_it_listens_on_loopback_only(site: NewsroomServer) -> None:
    assert site.url.startswith("http://127.0.0.1:")


def test_an_outlet_that_answers_500_leaves_the_others_alone() -> None:
    with newsroom.serve(breaks={"harbour-wire": "500", "defence-brief": "429"}) as server:
        for outlet in OUTLETS.values():
            status = {"harbour-wire": 500, "defence-brief": 429}.get(outlet.code, 200)
            assert requests.get(server.url + outlet.listing, timeout=5).status_code == status
            assert requests.head(server.url + outlet.index, timeout=5).status_code == status
        assert requests.get(server.url + "/robots.txt", timeout=5).status_code == 200
        assert ("GET", "/harbour-wire/feed.xml", 500) in server.requests


def test_an_outlet_that_hangs_answers_nothing_and_does_not_hinder_the_end() -> None:
    server = newsroom.serve(breaks={"sahel-dispatch": "hang"})
    with pytest.raises(requests.ReadTimeout):
        requests.get(server.url + "/sahel-dispatch/news-sitemap.xml", timeout=0.2)
    assert requests.get(server.url + "/harbour-wire/feed.xml", timeout=5).status_code == 200
    assert ("GET", "/sahel-dispatch/news-sitemap.xml", None) in server.requests
    server.stop()
    server.stop()
    with pytest.raises(requests.ConnectionError):
        requests.get(server.url + "/", timeout=1)


@pytest.mark.parametrize("breaks", [{"nobody": "500"}, {"harbour-wire": "200"}, {"harbour-wire": "melt"}])
def test_a_wrong_knob_is_refused(breaks: dict[str, str]) -> None:
    with pytest.raises(NewsroomError, match=r"Known: harbour-wire|400 to 599"):
        newsroom.serve(breaks=breaks)


def test_command_line_refuses_what_it_cannot_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "0", "--break", "harbour-wire"]) == 2
    assert "OUTLET=HOW" in capsys.readouterr().err
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 1
    assert str(port) in capsys.readouterr().err


def test_command_line_serves_until_it_is_told_to_end() -> None:
    command = [sys.executable, "-m", "newsroom", "--port", "0", "--break", "harbour-wire=503"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        url = line.split(" at ")[1].split()[0]
        try:
            assert requests.get(url + "harbour-wire/feed.xml", timeout=5).status_code == 503
            assert requests.get(url + "defence-brief/rss", timeout=5).status_code == 200
        finally:
            child.send_signal(signal.SIGTERM)
        assert "ended" in child.stdout.read()
        assert child.wait(timeout=10) == 0
