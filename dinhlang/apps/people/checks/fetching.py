"""Asks an identity server, within bounds: known hosts, HTTPS, no redirects, so many bytes, so many seconds.

`http.client` and not a richer library, because here each bound must be ours: the time of the whole answer and not of
each piece, no proxy, no cookie, no other place than the one that was named. The system's certificates are believed
(`SSL_CERT_FILE` names others).
"""

import json
import socket
import ssl
from collections.abc import Mapping
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from threading import Event, Timer
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from django.conf import settings

from dinhlang.apps.people.checks.untrusted import Untrusted, Why

PATIENCE = 4.0
"""Seconds for the whole of one answer."""
LONGEST = 256 * 1024


def is_loopback(host: str | None) -> bool:
    """This very machine, for tests and a developer's desk; only there the server may speak plain HTTP."""
    return host in {"127.0.0.1", "::1", "localhost"}


def may_be_asked(address: object) -> bool:
    """Over HTTPS, and at the issuer's host or one that the administrator named: what a server names is not enough."""
    parts = _parts(address)
    if parts is None or parts.username or parts.password or parts.fragment:
        return False
    known = {urlsplit(settings.OIDC_ISSUER).hostname, *settings.OIDC_HOSTS}
    is_open = parts.scheme == "http" and is_loopback(parts.hostname)
    return (parts.scheme == "https" or is_open) and bool(parts.hostname) and parts.hostname in known


def _parts(address: object) -> SplitResult | None:
    """The address in parts, if it is one at all."""
    if not isinstance(address, str) or not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def fetch(
    address: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """The status of an answer and the JSON object in it; a form is posted, else the address is read."""
    if not may_be_asked(address):
        raise Untrusted(Why.STRANGE_ADDRESS)
    status, body = _asked(urlsplit(address), form, dict(headers or {}))
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Untrusted(Why.BROKEN)
    return status, found


def _asked(parts: SplitResult, form: Mapping[str, str] | None, headers: dict[str, str]) -> tuple[int, bytes]:
    line, was_cut = _line_to(parts), Event()
    sockets: list[socket.socket] = []  # the connection forgets its own while the answer is still being read

    def cut() -> None:
        was_cut.set()
        for one in sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    timer = Timer(PATIENCE, cut)
    timer.daemon = True
    timer.start()
    try:
        with closing(line):
            line.connect()
            sockets.append(line.sock)
            if was_cut.is_set():  # the connection alone took too long
                raise TimeoutError
            status, body = _said(line, parts, form, headers)
    except (OSError, HTTPException):
        raise Untrusted(Why.SILENT) from None
    finally:
        timer.cancel()
    if was_cut.is_set():
        raise Untrusted(Why.SILENT)
    return status, body


def _line_to(parts: SplitResult) -> HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return HTTPSConnection(host, parts.port, timeout=PATIENCE, context=ssl.create_default_context())
    return HTTPConnection(host, parts.port, timeout=PATIENCE)


def _said(
    line: HTTPConnection, parts: SplitResult, form: Mapping[str, str] | None, headers: dict[str, str]
) -> tuple[int, bytes]:
    _must_be_no_inner_place(line, parts)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers |= {"Accept": "application/json"}
    if form is None:
        line.request("GET", target, headers=headers)
    else:
        line.request("POST", target, urlencode(form), headers | {"Content-Type": "application/x-www-form-urlencoded"})
    answer = line.getresponse()
    return answer.status, _body_of(answer)


def _must_be_no_inner_place(line: HTTPConnection, parts: SplitResult) -> None:
    """A name may lead anywhere: never to this machine's own doors, nor to those of its cloud, unless named so."""
    there = ip_address(line.sock.getpeername()[0].partition("%")[0])
    if there.is_link_local or there.is_multicast or (there.is_loopback and not is_loopback(parts.hostname)):
        raise Untrusted(Why.STRANGE_ADDRESS)


def _body_of(answer: HTTPResponse) -> bytes:
    if 300 <= answer.status < 400:
        raise Untrusted(Why.SENT_ELSEWHERE)
    if answer.getheader("Content-Encoding", "identity") != "identity":
        raise Untrusted(Why.BROKEN)
    body = answer.read(LONGEST + 1)
    if len(body) > LONGEST:
        raise Untrusted(Why.TOO_LONG)
    return body
