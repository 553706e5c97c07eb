"""Asks an identity server, within bounds: known hosts, HTTPS, no redirects, so many bytes, so many seconds."""

import json
from collections.abc import Mapping
from functools import partial
from http.client import HTTPResponse
from ipaddress import IPv4Address, IPv6Address
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from dinhlang.apps.people.checks.untrusted import Untrusted, Why
from dinhlang.base.calling import Call, InnerPlace, Silent, ask, is_loopback, parts_of

PATIENCE = 4.0
"""Seconds for the whole of one answer."""
LONGEST = 256 * 1024


def may_be_asked(address: object) -> bool:
    """Over HTTPS, and at the issuer's host or one that the administrator named: what a server names is not enough."""
    parts = parts_of(address)
    if parts is None or parts.username or parts.password or parts.fragment:
        return False
    known = {urlsplit(settings.OIDC_ISSUER).hostname, *settings.OIDC_HOSTS}
    is_open = parts.scheme == "http" and is_loopback(parts.hostname)
    return (parts.scheme == "https" or is_open) and bool(parts.hostname) and parts.hostname in known


def fetch(
    address: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """The status of an answer and the JSON object in it; a form is posted, else the address is read."""
    if not may_be_asked(address):
        raise Untrusted(Why.STRANGE_ADDRESS)
    status, body = _asked(address, form, {**(headers or {}), "Accept": "application/json"})
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Untrusted(Why.BROKEN)
    return status, found


def _asked(address: str, form: Mapping[str, str] | None, headers: dict[str, str]) -> tuple[int, bytes]:
    parts, method, body = urlsplit(address), "GET", None
    if form is not None:
        method, body = "POST", urlencode(form).encode()
        headers |= {"Content-Type": "application/x-www-form-urlencoded"}
    call = Call(parts, method, body, headers, PATIENCE)
    try:
        return ask(call, is_refused=partial(_is_inner_place, parts.hostname), take=_told)
    except InnerPlace:
        raise Untrusted(Why.STRANGE_ADDRESS) from None
    except Silent:
        raise Untrusted(Why.SILENT) from None


def _is_inner_place(host: str | None, there: IPv4Address | IPv6Address) -> bool:
    """A name may lead anywhere: never to this machine's own doors, nor to those of its cloud, unless named so."""
    return there.is_link_local or there.is_multicast or (there.is_loopback and not is_loopback(host))


def _told(answer: HTTPResponse) -> tuple[int, bytes]:
    if 300 <= answer.status < 400:
        raise Untrusted(Why.SENT_ELSEWHERE)
    if answer.getheader("Content-Encoding", "identity") != "identity":
        raise Untrusted(Why.BROKEN)
    body = answer.read(LONGEST + 1)
    if len(body) > LONGEST:
        raise Untrusted(Why.TOO_LONG)
    return answer.status, body
