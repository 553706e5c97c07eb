"""What the identity server vouches for: the signature of its token, and every claim, before a name is taken from it."""

from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from authlib.oidc.core import CodeIDToken
from django.conf import settings
from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, JoseError, UnsupportedAlgorithmError
from joserfc.jwk import JWKRegistry, Key

from dinhlang.apps.people.checks.identity_server import IdentityServer
from dinhlang.apps.people.checks.untrusted import Untrusted, Why

ALGORITHMS = {
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), "RSA"),
    **dict.fromkeys(("ES256", "ES384", "ES512"), "EC"),
    "EdDSA": "OKP",
}
"""Signatures with a private key only, and the kind of key of each: never "none", never a shared secret."""
LEEWAY = 60
OLDEST = timedelta(minutes=10)
LEAST_RSA_BITS = 2048
LONGEST_NAME = 255
_WHY = {
    "iss": Why.ISSUER,
    "aud": Why.AUDIENCE,
    "azp": Why.AUDIENCE,
    "nbf": Why.NOT_YET,
    "iat": Why.NOT_YET,
    "nonce": Why.NONCE,
    "sub": Why.SUBJECT,
    "at_hash": Why.ACCESS_TOKEN,
}


@dataclass(frozen=True)
class Vouched:
    """Whom the server recognised, by the claim that the settings name, and whether it asked for a second step."""

    subject: str
    passed_second_step: bool


def vouched_by(server: IdentityServer, given: dict[str, Any], *, nonce: str, now: datetime) -> Vouched:
    """Whom the tokens speak of, once everything in them is as it must be."""
    token, access_token = given.get("id_token"), given.get("access_token")
    if not isinstance(token, str) or not token.isascii() or not isinstance(access_token, str | None):
        raise Untrusted(Why.NO_TOKEN)
    claims = _signed(server, token)
    _must_hold(claims, {"nonce": nonce, "client_id": settings.OIDC_CLIENT_ID, "access_token": access_token}, now=now)
    if not _text(claims.get("sub")):
        raise Untrusted(Why.SUBJECT)
    if settings.OIDC_ACR and claims.get("acr") not in settings.OIDC_ACR:
        raise Untrusted(Why.WEAK)
    return Vouched(_subject(server, claims, access_token), _has_passed_second_step(claims))


def _signed(server: IdentityServer, token: str) -> CodeIDToken:
    """The claims of a token that a key of the server signed."""
    try:
        header = jws.extract_compact(token.encode()).headers()
        algorithm, kid = header.get("alg"), header.get("kid")
        if algorithm not in ALGORITHMS:
            raise Untrusted(Why.ALGORITHM)
        key = _key_of(server, kid, algorithm)
        # Servers may add words of their own to the header; what the header calls critical is still refused if unknown.
        read = jwt.decode(token, key, registry=jws.JWSRegistry(algorithms=[algorithm], strict_check_header=False))
    except UnsupportedAlgorithmError:
        raise Untrusted(Why.ALGORITHM) from None
    except (JoseError, ValueError, TypeError, RecursionError):
        raise Untrusted(Why.SIGNATURE) from None
    options = {
        "iss": {"essential": True, "value": server.issuer},
        "aud": {"essential": True, "value": settings.OIDC_CLIENT_ID},
    }
    return CodeIDToken(read.claims, read.header, options)


def _key_of(server: IdentityServer, kid: object, algorithm: str) -> Key:
    """The key that the token names; an unknown one may be new, so the keys are asked for once more."""
    for keys in (server.public_keys, server.newer_keys):
        fit = [key for key in keys() if _fits(key, kid, algorithm)]
        if len(fit) == 1:
            return JWKRegistry.import_key(fit[0])
    raise Untrusted(Why.UNKNOWN_KEY)


def _fits(key: dict[str, Any], kid: object, algorithm: str) -> bool:
    return (
        key.get("kty") == ALGORITHMS[algorithm]
        and (kid is None or key.get("kid") == kid)
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (key["kty"] != "RSA" or _bits_of(key.get("n")) >= LEAST_RSA_BITS)
    )


def _bits_of(modulus: object) -> int:
    """How long an RSA key is: its modulus stands in the key as base64url, six bits a letter."""
    if not isinstance(modulus, str) or not modulus.isascii():
        return 0
    return int.from_bytes(urlsafe_b64decode(modulus + "=" * (-len(modulus) % 4))).bit_length()


def _must_hold(claims: CodeIDToken, known: dict[str, Any], *, now: datetime) -> None:
    """Authlib knows what the standard asks; that a token must be young is asked besides."""
    claims.params = known
    try:
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY)
    except ExpiredTokenError:
        raise Untrusted(Why.EXPIRED) from None
    except JoseError as wrong:
        raise Untrusted(_WHY.get(getattr(wrong, "claim", ""), Why.CLAIMS)) from None
    except (ValueError, TypeError):
        raise Untrusted(Why.CLAIMS) from None
    if claims["iat"] < (now - OLDEST).timestamp():
        raise Untrusted(Why.EXPIRED)


def _subject(server: IdentityServer, claims: CodeIDToken, access_token: str | None) -> str:
    """The claim that identifies: in the token, else at the server's other door, which must speak of the same person."""
    name = settings.OIDC_CLAIM
    told: dict[str, Any] = claims
    if name not in claims:
        if not access_token or not access_token.isascii() or not access_token.isprintable():
            raise Untrusted(Why.NO_CLAIM)
        told = server.claims_of(access_token)
        if told.get("sub") != claims["sub"]:
            raise Untrusted(Why.SUBJECT)
    found = _text(told.get(name))
    if not found:
        raise Untrusted(Why.NO_CLAIM)
    return found


def _text(value: object) -> str:
    """A name for someone, if it is one; whole words only, as the server wrote it."""
    return value if isinstance(value, str) and value.strip() and len(value) <= LONGEST_NAME else ""


def _has_passed_second_step(claims: CodeIDToken) -> bool:
    amr = claims.get("amr")
    said = {f"acr:{claims.get('acr')}", *(f"amr:{way}" for way in (amr if isinstance(amr, list) else []))}
    return bool(said & set(settings.OIDC_SECOND_STEP))
