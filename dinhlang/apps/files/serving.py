"""Handing a stored file out. The room that holds it has already asked who may read it."""

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.rules import kind_named
from dinhlang.base.refusal import Refusal

_NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
# Browsers refuse to show a PDF inside a sandbox; their viewers keep it away from our pages by themselves.
_ONLY_A_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


class CannotServe(Refusal):
    """The bytes are not where they were put."""


def serve(stored: StoredFile, *, request: HttpRequest, as_attachment: bool = False) -> HttpResponseBase:
    """The file itself: pictures and PDF are shown, everything else is saved by the browser, nothing is ever run."""
    kind = kind_named(stored.content_type)
    shown = bool(kind and kind.is_shown) and not as_attachment
    return _response(request, stored.blob, stored, content_type=stored.content_type, as_attachment=not shown)


def thumbnail_response(stored: StoredFile, *, request: HttpRequest) -> HttpResponseBase:
    """The small picture of a picture."""
    if not stored.thumbnail:
        raise Http404
    return _response(request, stored.thumbnail, stored, content_type="image/webp", as_attachment=False)


def _response(
    request: HttpRequest, blob: str, stored: StoredFile, *, content_type: str, as_attachment: bool
) -> HttpResponseBase:
    etag = quote_etag(f"{stored.sha256}-{content_type}")
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        content_type_said = _labelled(content_type)
        response = FileResponse(
            _opened(blob, stored), as_attachment=as_attachment, filename=stored.name, content_type=content_type_said
        )
    is_pdf = content_type == "application/pdf"
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"  # asked anew each time, so a withdrawn right counts at once
    response.headers["Content-Security-Policy"] = _ONLY_A_VIEWER if is_pdf else _NOTHING
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _opened(blob: str, stored: StoredFile) -> File:
    try:
        return default_storage.open(blob)
    except FileNotFoundError:
        sentence = _("Nội dung của tệp “%(name)s” không còn trong kho. Hãy báo người quản trị lấy lại từ bản sao lưu.")
        raise CannotServe(sentence % {"name": stored.name}) from None


def _labelled(content_type: str) -> str:
    """Text is kept as it came; the browser only saves it, so no charset is claimed."""
    return "application/octet-stream" if content_type == "text/plain" else content_type
