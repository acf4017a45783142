from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from posture.collect import addresses
from posture.collect.addresses import Gate, is_public
from posture.errors import FetchError

from .conftest import Web


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::ffff:0.0.0.0", "::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "::1", "::ffff:127.0.0.1"],
)
def test_every_spelling_of_loopback_is_refused_before_a_connection(
    host: str, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "create_connection", lambda *a, **k: pytest.fail("a connection was tried"))
    with pytest.raises(FetchError) as raised:
        Gate(frozenset(), 2.0).open(host, web.port, None)
    assert raised.value.reason == "private_address"


def resolver(*found: str) -> Callable[..., list[tuple[object, ...]]]:
    return lambda host, port, **more: [(0, 0, 0, "", (address, port)) for address in found]


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolver("93.184.216.34", "10.0.0.5"))
    with pytest.raises(FetchError) as raised:
        Gate(frozenset(), 1.0).vet("rebind.example", 80)
    assert raised.value.reason == "private_address"


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])

    def flip(host: str, port: int, **more: object) -> list[tuple[object, ...]]:
        return resolver(next(answers))(host, port)

    monkeypatch.setattr(socket, "getaddrinfo", flip)
    tried = []

    def connect(target: tuple[str, int], *more: object, **others: object) -> socket.socket:
        tried.append(target[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(addresses, "create_connection", connect)
    with pytest.raises(FetchError) as raised:
        Gate(frozenset(), 1.0).open("rebind.example", 80, None)
    assert (tried, raised.value.reason) == (["93.184.216.34"], "connection_refused")


def test_private_hosts_are_those_of_the_source_with_their_port(web: Web) -> None:
    gate = Gate(frozenset({("127.0.0.1", web.port)}), 2.0)
    gate.open("127.0.0.1", web.port, None).close()
    gate.release()
    with pytest.raises(FetchError) as raised:
        gate.open("127.0.0.1", web.port + 1, None)
    assert raised.value.reason == "private_address"


def test_a_resolver_that_hangs_is_left(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(host: str, port: int, **more: object) -> list[tuple[object, ...]]:
        web.release.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(FetchError) as raised:
        Gate(frozenset(), 0.05).vet("slow.example", 80)
    assert raised.value.reason == "timeout"


@pytest.mark.parametrize(
    ("error", "reason"), [(socket.gaierror(-2, "no such name"), "dns"), (UnicodeError("label too long"), "bad_url")]
)
def test_names_that_do_not_resolve(error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **more: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError) as raised:
        Gate(frozenset(), 1.0).vet("nowhere.example", 80)
    assert raised.value.reason == reason
