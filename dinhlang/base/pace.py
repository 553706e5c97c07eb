"""Nobody asks faster than people can read: a bound for each person, and for each address of strangers.

Counted by each process in its own memory, minute by minute: it costs no query, and keeps a program that guesses keys,
fills forms or fetches everything from crowding out the residents. Wrong passwords have a stricter count of their own.
"""

from collections.abc import Callable
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dinhlang.base import clock

WRONG_KEYS_A_MINUTE = 30
READS = frozenset({"GET", "HEAD", "OPTIONS"})


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind our own proxy that is the last address, the one which the proxy wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


class Pace:
    """Answers 429 with a sentence once a minute holds more than it should; the next minute begins anew."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        who = _who(request)
        if who is not None and _count(who, request) > _bound(request):
            return wait()
        return self.get_response(request)


def _bound(request: HttpRequest) -> int:
    return settings.READS_A_MINUTE if request.method in READS else settings.WRITES_A_MINUTE


def _count(who: str, request: HttpRequest) -> int:
    return _one_more("read" if request.method in READS else "write", who)


def _one_more(kind: str, who: str) -> int:
    cache, key = caches["pace"], _key(kind, who)
    cache.add(key, 0, 60)
    try:
        return cache.incr(key)
    except ValueError:  # pushed out between the two lines: so many others ask that this one is not the trouble
        return 1


def _key(kind: str, who: str) -> str:
    return f"{kind}-{who}-{clock.now():%H%M}"


def count_wrong_key(request: HttpRequest) -> None:
    """A program showed a token that opens nothing."""
    if (who := _who(request)) is not None:
        _one_more("wrong-key", who)


def has_many_wrong_keys(request: HttpRequest) -> bool:
    """Whether so many came from there in this minute that no more is looked at."""
    who = _who(request)
    return who is not None and caches["pace"].get(_key("wrong-key", who), 0) >= WRONG_KEYS_A_MINUTE


def _who(request: HttpRequest) -> str | None:
    """A person by key, a stranger by address; None for this machine itself, which asks for its own checks."""
    if request.user.is_authenticated:
        return f"person-{request.user.pk}"
    address = address_of(request)
    try:
        parsed = ip_address(address)
    except ValueError:
        return f"address-{sha256(address.encode()).hexdigest()}"
    if parsed.is_loopback:
        return None
    # One household has a whole network of IPv6 addresses to change between.
    return f"network-{int(parsed) >> 64}" if isinstance(parsed, IPv6Address) else f"address-{parsed}"


def wait() -> HttpResponse:
    sentence = _("Có quá nhiều lượt mở trang trong một phút từ nơi bạn. Hãy chờ một phút rồi thử lại.")
    return HttpResponse(sentence, status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "60"})
