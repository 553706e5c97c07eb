"""The identity server of the settings: what it says of itself (discovery), its keys, what it gives for a code."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from django.conf import settings
from django.core.cache import cache

from dinhlang.apps.people.checks.fetching import fetch, may_be_asked
from dinhlang.apps.people.checks.untrusted import Untrusted, Why

KEPT = 60 * 60
"""Seconds for which discovery and keys are believed without asking again."""
SHUNNED = 20
"""Seconds for which a server that did not answer is not asked again, so that it cannot hold up the whole house."""
BETWEEN_REFETCHES = 60


@dataclass(frozen=True)
class IdentityServer:
    """What the server said of itself, checked."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    says_its_name: bool
    takes_posted_secret: bool

    def way_there(self, *, back: str, state: str, nonce: str, verifier: str) -> str:
        """Where the browser goes to be recognised: code flow, with PKCE."""
        asked = {
            "response_type": "code",
            "client_id": settings.OIDC_CLIENT_ID,
            "redirect_uri": back,
            "scope": settings.OIDC_SCOPES,
            "state": state,
            "nonce": nonce,
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
        if settings.OIDC_ACR:
            asked["acr_values"] = " ".join(settings.OIDC_ACR)
        return _with(self.authorization, asked)

    def way_out(self, *, back: str) -> str:
        """Where the browser goes to end the session at the server too; empty if the server has no such page."""
        asked = {"client_id": settings.OIDC_CLIENT_ID, "post_logout_redirect_uri": back}
        return _with(self.end_session, asked) if self.end_session else ""

    def exchange(self, *, code: str, back: str, verifier: str) -> dict[str, Any]:
        """The tokens for a code; they are used at once and kept nowhere."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
        headers = {}
        if settings.OIDC_CLIENT_SECRET and not self.takes_posted_secret:
            pair = f"{quote(settings.OIDC_CLIENT_ID, safe='')}:{quote(settings.OIDC_CLIENT_SECRET, safe='')}"
            headers["Authorization"] = "Basic " + b64encode(pair.encode()).decode()
        else:
            form["client_id"] = settings.OIDC_CLIENT_ID
            if settings.OIDC_CLIENT_SECRET:
                form["client_secret"] = settings.OIDC_CLIENT_SECRET
        status, given = fetch(self.token, form=form, headers=headers)
        if status != 200:
            raise Untrusted(Why.REFUSED_CODE)
        return given

    def claims_of(self, access_token: str) -> dict[str, Any]:
        """What the server tells of the person at its other door."""
        if not self.userinfo:
            raise Untrusted(Why.NO_CLAIM)
        status, told = fetch(self.userinfo, headers={"Authorization": f"Bearer {access_token}"})
        if status != 200:
            raise Untrusted(Why.NO_CLAIM)
        return told

    def public_keys(self) -> list[dict[str, Any]]:
        """The keys with which it signs, as they were last told."""
        known = cache.get(_key("keys"))
        return known if known is not None else self._fetched_keys()

    def newer_keys(self) -> list[dict[str, Any]]:
        """The keys asked for anew, because one is unknown: at most once a minute, else strangers could make us ask."""
        return self._fetched_keys() if cache.add(_key("refetch"), True, BETWEEN_REFETCHES) else []

    def _fetched_keys(self) -> list[dict[str, Any]]:
        status, found = fetch(self.keys)
        keys = found.get("keys")
        if status != 200 or not isinstance(keys, list):
            raise Untrusted(Why.BROKEN)
        fit = [key for key in keys if isinstance(key, dict)]
        cache.set(_key("keys"), fit, KEPT)
        return fit


def identity_server() -> IdentityServer:
    """The server, as it describes itself; asked once an hour."""
    known = cache.get(_key("server"))
    if known is not None:
        return known
    if cache.get(_key("shunned")):
        raise Untrusted(Why.SILENT)
    try:
        server = _discovered()
    except Untrusted:
        cache.set(_key("shunned"), True, SHUNNED)
        raise
    cache.set(_key("server"), server, KEPT)
    return server


def server_answers() -> bool:
    """Whether the server is there and describes itself as it should; asked now."""
    try:
        _discovered()
    except Untrusted:
        return False
    return True


def _discovered() -> IdentityServer:
    status, told = fetch(f"{settings.OIDC_ISSUER.rstrip('/')}/.well-known/openid-configuration")
    if status != 200:
        raise Untrusted(Why.SILENT if status >= 500 else Why.BROKEN)
    if told.get("issuer") != settings.OIDC_ISSUER:
        raise Untrusted(Why.ISSUER)
    methods = told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return IdentityServer(
        issuer=settings.OIDC_ISSUER,
        authorization=_address(told, "authorization_endpoint"),
        token=_address(told, "token_endpoint"),
        keys=_address(told, "jwks_uri"),
        userinfo=_address(told, "userinfo_endpoint", is_needed=False),
        end_session=_address(told, "end_session_endpoint", is_needed=False),
        says_its_name=told.get("authorization_response_iss_parameter_supported") is True,
        takes_posted_secret="client_secret_basic" not in methods,
    )


def _address(told: dict[str, Any], name: str, *, is_needed: bool = True) -> str:
    found = told.get(name) or ""
    if not found and not is_needed:
        return ""
    if not may_be_asked(found):
        raise Untrusted(Why.STRANGE_ADDRESS)
    return found


def _with(address: str, asked: dict[str, str]) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}"


def _key(what: str) -> str:
    """Of another issuer nothing is remembered."""
    return f"openid-{what}-" + sha256(f"{settings.OIDC_ISSUER} {sorted(settings.OIDC_HOSTS)}".encode()).hexdigest()
