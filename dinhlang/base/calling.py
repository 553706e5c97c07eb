"""A call to a server outside, within bounds: no redirect, so many bytes, so many seconds, no door of an inner network.

`http.client` and not a richer library, because here each bound must be ours: the time of the whole answer and not of
each piece, no proxy, no cookie, no other place than the one that was named. The system's certificates are believed
(`SSL_CERT_FILE` names others).
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Event, Timer
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

T = TypeVar("T")
Inner = Callable[[IPv4Address | IPv6Address], bool]


class Silent(Exception):
    """Nobody answered in time, or not in words."""


class InnerPlace(Exception):
    """The name leads to a door of this machine, or of the network that it stands in."""


@dataclass(frozen=True)
class Call:
    """What is said at which address."""

    address: SplitResult
    method: str = "GET"
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    patience: float = 4.0
    """Seconds for the whole of the answer."""


_HOLD_IPV4 = [IPv6Network(net) for net in ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96")]
"""Where the last 32 bits of an IPv6 address are an IPv4 one: compatible, NAT64 (two), translated."""


def reached(there: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it does: what may not be reached by the one way may not by
    the other."""
    if isinstance(there, IPv4Address):
        return there
    inner = there.ipv4_mapped or there.sixtofour or (there.teredo[1] if there.teredo else None)
    if inner is None and int(there) > 1 and any(there in net for net in _HOLD_IPV4):
        inner = IPv4Address(int(there) & 0xFFFFFFFF)
    return inner or there


def is_loopback(host: str | None) -> bool:
    """This very machine, for tests and a developer's desk; only there a server may speak plain HTTP."""
    return host in {"127.0.0.1", "::1", "localhost"}


def parts_of(address: object) -> SplitResult | None:
    """The address in parts, if it is one at all."""
    if not isinstance(address, str) or not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def ask(call: Call, *, is_refused: Inner, take: Callable[[HTTPResponse], T]) -> T:
    """Call, and let `take` read the answer while the time lasts. Where the name really leads is looked at before
    anything is said: a name may lead anywhere, and elsewhere the next time."""
    line = _line_to(call)
    with closing(line), _in_time(call.patience) as knows:
        try:
            HTTPConnection.connect(line)  # without a word of TLS yet
            knows(line.sock)
            if is_refused(reached(ip_address(line.sock.getpeername()[0].partition("%")[0]))):
                raise InnerPlace
            if isinstance(line, HTTPSConnection):
                line.sock = _secured(line.sock, call.address.hostname or "")
                knows(line.sock)
                line.sock.do_handshake()
            target = (call.address.path or "/") + (f"?{call.address.query}" if call.address.query else "")
            line.request(call.method, target, call.body, dict(call.headers))
            return take(line.getresponse())
        except (OSError, HTTPException) as trouble:
            raise Silent(type(trouble).__name__) from None


@contextmanager
def _in_time(seconds: float) -> Iterator[Callable[[socket.socket], None]]:
    """Whatever is under way on a socket that this was told of is cut off when the time is over."""
    was_cut, sockets = Event(), list[socket.socket]()

    def cut() -> None:
        was_cut.set()
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def know(one: socket.socket) -> None:
        sockets.append(one)  # the connection forgets its own while the answer is still being read
        if was_cut.is_set():  # the connection alone took too long
            raise Silent("TimeoutError")

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield know
    finally:
        timer.cancel()
        if was_cut.is_set():
            raise Silent("TimeoutError")


def _line_to(call: Call) -> HTTPConnection:
    host, port = call.address.hostname or "", call.address.port
    if call.address.scheme == "https":
        return HTTPSConnection(host, port, timeout=call.patience)
    return HTTPConnection(host, port, timeout=call.patience)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """The same line under TLS; the handshake is still to come, so that it too can be cut off."""
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
