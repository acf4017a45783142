"""Which machine a request may reach: the gate through which every connection goes.

A feed from the public web may list any address. The gate resolves a name once, refuses loopback,
private, link-local (cloud metadata) and reserved addresses, and connects to the very address that
it looked at, so that a name can't point elsewhere a moment later.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
import time
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util.connection import create_connection

from ..errors import FetchError

#: IPv6 ranges that carry an IPv4 address in their last 32 bits (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
#: Addresses tried of one name: a long list of dead ones must not eat the time of the request.
_MAX_ADDRESSES = 4


def is_public(address: str) -> bool:
    """Whether an IP address (a literal) belongs to the public internet, seen through IPv4-in-IPv6 wrappings."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip in _NAT64_LOCAL or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class Gate:
    """Opens sockets for one run of one source, and can cut those that are open.

    Args:
        private_hosts: (host, port) pairs that may lie on a private network.
        connect_timeout: seconds for resolving a name, and again for connecting.
    """

    def __init__(self, private_hosts: frozenset[tuple[str, int]], connect_timeout: float) -> None:
        self._private_hosts = private_hosts
        self._connect_timeout = connect_timeout
        # Duplicates of the sockets in use: TLS wraps, and http.client drops, the original.
        self._handles: list[socket.socket] = []

    def is_private_host(self, host: str, port: int) -> bool:
        """Whether the source is configured on this private host."""
        return (host.lower(), port) in self._private_hosts

    def vet(self, host: str, port: int) -> list[str]:
        """The addresses of a host, all of them permitted.

        Raises:
            FetchError: `dns`, `timeout`, `bad_url` or `private_address`.
        """
        addresses = _resolve(host, port, self._connect_timeout)
        # One forbidden address among several is refused as well: the next look-up may give only that one.
        if not self.is_private_host(host, port) and not all(map(is_public, addresses)):
            raise FetchError(
                f"{host} is or resolves to an address that is not on the public internet",
                reason="private_address",
                stage="fetch",
            )
        return addresses

    def open(self, host: str, port: int, options: list[tuple[int, int, int | bytes]] | None) -> socket.socket:
        """A connected socket.

        Raises:
            FetchError: as `vet`, and `connection_refused`, `timeout` or `unreachable`.
        """
        addresses = self.vet(host, port)[:_MAX_ADDRESSES]
        deadline = time.monotonic() + self._connect_timeout
        failure = FetchError(f"{host} could not be connected to", reason="unreachable", stage="fetch")
        for address in addresses:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            try:
                sock = create_connection((address, port), left, socket_options=options)
            except TimeoutError:
                failure = FetchError(f"{host} did not accept a connection in time", reason="timeout", stage="fetch")
            except ConnectionRefusedError:
                failure = FetchError(f"{host}:{port} refuses connections", reason="connection_refused", stage="fetch")
            except OSError as error:
                failure = FetchError(f"{host} is out of reach: {error.strerror}", reason="unreachable", stage="fetch")
            else:
                self._handles.append(sock.dup())
                return sock
        raise failure

    def cut(self) -> None:
        """End the conversations that are under way: a blocked read returns at once. For another thread."""
        for handle in tuple(self._handles):
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side has already gone

    def release(self) -> None:
        """Let go of the sockets; called when an exchange is over."""
        for handle in self._handles:
            handle.close()
        self._handles.clear()

    def adapter(self) -> HTTPAdapter:
        """A transport adapter for requests whose direct connections all go through this gate."""
        gate = self

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return gate.open(self._dns_host.strip("[]"), self.port, self.socket_options)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return gate.open(self._dns_host.strip("[]"), self.port, self.socket_options)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        class GatedAdapter(HTTPAdapter):
            def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
                super().init_poolmanager(*args, **kwargs)
                self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

        return GatedAdapter(max_retries=0)


def _resolve(host: str, port: int, timeout: float) -> list[str]:
    """All addresses of a host. In a thread: a resolver that hangs can't be interrupted, only left."""
    answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            answers.put(error)
        else:
            answers.put(list(dict.fromkeys(str(item[4][0]) for item in found)))

    threading.Thread(target=ask, daemon=True, name=f"resolve-{host[:40]}").start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise FetchError(f"the name {host} could not be resolved in time", reason="timeout", stage="fetch") from None
    if isinstance(answer, UnicodeError):
        raise FetchError(f"{host[:80]!r} is not a host name", reason="bad_url", stage="fetch")
    if isinstance(answer, OSError) or not answer:
        raise FetchError(f"the name {host} does not resolve", reason="dns", stage="fetch")
    return answer
