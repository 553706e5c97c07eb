"""What an identity server says (OpenID Connect), checked before it is believed. Raises `Untrusted` with a reason."""

from dinhlang.apps.people.checks.fetching import is_loopback, may_be_asked
from dinhlang.apps.people.checks.id_token import Vouched, vouched_by
from dinhlang.apps.people.checks.identity_server import IdentityServer, identity_server, server_answers
from dinhlang.apps.people.checks.untrusted import Untrusted, Why

__all__ = [
    "IdentityServer",
    "Untrusted",
    "Vouched",
    "Why",
    "identity_server",
    "is_loopback",
    "may_be_asked",
    "server_answers",
    "vouched_by",
]
