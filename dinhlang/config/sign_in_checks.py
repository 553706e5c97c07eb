"""Every mistake in the settings of an identity server (OpenID Connect), with its cure."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from dinhlang.apps.people import public as people

LOCAL = {"127.0.0.1", "localhost", "testserver"}


@register()
def issuer_is_an_address(**_: Any) -> list[CheckMessage]:
    """What the identity server calls itself is compared letter by letter, and must be reached over HTTPS."""
    if not settings.OIDC_ISSUER or _is_an_issuer(settings.OIDC_ISSUER):
        return []
    return [
        Error(
            f"DINHLANG_OIDC_ISSUER là “{settings.OIDC_ISSUER}” · is not an https address without ? and #.",
            hint="Ghi đúng như máy chủ định danh tự xưng, ví dụ · as it names itself: https://dinhdanh.bacninh.gov.vn",
            id="dinhlang.E006",
        )
    ]


def _is_an_issuer(address: str) -> bool:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    is_own_desk = settings.DEBUG and parts.scheme == "http" and people.is_loopback(parts.hostname)
    has_more = parts.query or parts.fragment or parts.username or address.endswith(("?", "#"))
    return bool(parts.hostname) and (parts.scheme == "https" or is_own_desk) and not has_more


@register()
def issuer_and_client_belong_together(**_: Any) -> list[CheckMessage]:
    """One without the other is half a setting."""
    if bool(settings.OIDC_ISSUER) == bool(settings.OIDC_CLIENT_ID):
        return []
    missing = "DINHLANG_OIDC_CLIENT_ID" if settings.OIDC_ISSUER else "DINHLANG_OIDC_ISSUER"
    return [
        Error(
            f"Thiếu {missing} · is missing.",
            hint="Đặt cả DINHLANG_OIDC_ISSUER lẫn DINHLANG_OIDC_CLIENT_ID, hoặc bỏ cả hai · set both or neither.",
            id="dinhlang.E007",
        )
    ]


@register()
def openid_is_asked_for(**_: Any) -> list[CheckMessage]:
    """Without it the identity server says nothing of who someone is."""
    if not settings.OIDC_ISSUER or "openid" in settings.OIDC_SCOPES.split():
        return []
    return [
        Error(
            f"DINHLANG_OIDC_SCOPES là “{settings.OIDC_SCOPES}”, thiếu openid · lacks openid.",
            hint="Ví dụ · for example: DINHLANG_OIDC_SCOPES='openid profile'",
            id="dinhlang.E008",
        )
    ]


@register()
def second_steps_are_named(**_: Any) -> list[CheckMessage]:
    """A word that names nothing would never count, and nobody would notice."""
    wrong = [word for word in settings.OIDC_SECOND_STEP if not word.startswith(("acr:", "amr:")) or len(word) < 5]
    if not wrong:
        return []
    return [
        Error(
            f"DINHLANG_OIDC_SECOND_STEP có “{' '.join(wrong)}” · names neither acr: nor amr:.",
            hint="Ví dụ · for example: DINHLANG_OIDC_SECOND_STEP='amr:mfa amr:otp'",
            id="dinhlang.E009",
        )
    ]


@register()
def hosts_of_the_server_are_names(**_: Any) -> list[CheckMessage]:
    """Host names only: an address with a path or a star would match nothing."""
    wrong = [host for host in settings.OIDC_HOSTS if not host.replace("-", "").replace(".", "").isalnum()]
    if not wrong:
        return []
    return [
        Error(
            f"DINHLANG_OIDC_HOSTS có “{', '.join(wrong)}” không phải tên máy · is no host name.",
            hint="Ví dụ · for example: DINHLANG_OIDC_HOSTS=token.bacninh.gov.vn",
            id="dinhlang.E010",
        )
    ]


@register()
def client_proves_itself(**_: Any) -> list[CheckMessage]:
    """PKCE alone protects each walk, but whoever knows our address could ask in our name."""
    if not settings.OIDC_ISSUER or settings.OIDC_CLIENT_SECRET:
        return []
    return [
        Warning(
            "Chưa có mã bí mật cho máy chủ định danh · there is no client secret for the identity server.",
            hint=f"Đặt DINHLANG_OIDC_CLIENT_SECRET hoặc tệp {settings.HOME / 'oidc-client-secret'} (600) · set one.",
            id="dinhlang.W004",
        )
    ]


@register()
def answers_come_back_over_https(**_: Any) -> list[CheckMessage]:
    """The identity server sends people back to our address; in the open others could read the code."""
    if not settings.OIDC_ISSUER or settings.HTTPS or not set(settings.ALLOWED_HOSTS) - LOCAL:
        return []
    return [
        Warning(
            "Có máy chủ định danh mà chưa có HTTPS · people come back from the identity server without HTTPS.",
            hint="Đặt DINHLANG_HTTPS=yes sau một máy chủ trung gian có HTTPS · put a proxy in front.",
            id="dinhlang.W005",
        )
    ]


@register()
def identity_server_answers(**_: Any) -> list[CheckMessage]:
    """It was named, so people will be sent to it."""
    is_set = settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID and _is_an_issuer(settings.OIDC_ISSUER)
    if not is_set or people.identity_server_answers():
        return []
    return [
        Warning(
            f"Máy chủ định danh {settings.OIDC_ISSUER} không trả lời đúng · does not answer as it should.",
            hint="Xem mạng, chứng chỉ, DINHLANG_OIDC_HOSTS; mật khẩu vẫn vào được · look at the network, the "
            "certificate, DINHLANG_OIDC_HOSTS; passwords still open the door.",
            id="dinhlang.W006",
        )
    ]
