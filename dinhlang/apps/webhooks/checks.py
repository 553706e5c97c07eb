"""What may be called at all: nothing inside, unless the operator named its host."""

from ipaddress import IPv4Address, IPv6Address

from django.conf import settings

from dinhlang.base.calling import parts_of


def may_be_called(address: str) -> bool:
    """Over HTTPS and without a name and password in it; a host that the operator named may be inner and plain."""
    parts = parts_of(address)
    if parts is None or parts.username or parts.password or parts.fragment or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in settings.WEBHOOK_HOSTS)


def is_inner(host: str | None, there: IPv4Address | IPv6Address) -> bool:
    """Only what the whole internet reaches, unless the operator named the host."""
    return (not there.is_global or there.is_multicast) and host not in settings.WEBHOOK_HOSTS
