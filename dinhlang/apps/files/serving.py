"""Handing a stored file out. The room that holds it has already asked who may read it."""

from collections.abc import Iterator

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.rules import OutOfReach, Span, kind_named, span_asked
from dinhlang.base.masking import reads_originals
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import mask

_CHUNK = 64 * 1024
_NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"
# Browsers refuse to show a PDF inside a sandbox; their viewers keep it away from our pages by themselves.
_ONLY_A_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"


class CannotServe(Refusal):
    """The bytes are not where they were put."""


def serve(stored: StoredFile, *, request: HttpRequest, as_attachment: bool = False) -> HttpResponseBase:
    """The file itself: pictures and PDF are shown, everything else is saved by the browser, nothing is ever run.

    What is kept aside is only ever saved.
    """
    kind = kind_named(stored.content_type)
    shown = bool(kind and kind.is_shown) and not as_attachment and not stored.quarantine
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
        response = _answer(request, blob, stored, etag=etag, content_type=content_type, as_attachment=as_attachment)
    is_pdf = content_type == "application/pdf"
    response.headers["ETag"] = etag
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Cache-Control"] = "private, no-cache"  # asked anew each time, so a withdrawn right counts at once
    response.headers["Content-Security-Policy"] = _ONLY_A_VIEWER if is_pdf else _NOTHING
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _answer(
    request: HttpRequest, blob: str, stored: StoredFile, *, etag: str, content_type: str, as_attachment: bool
) -> HttpResponseBase:
    """The file, or the span of it that was asked for: a long recording is wound on, a broken download goes on."""
    opened = _opened(blob, stored)
    size = opened.size
    try:
        span = _span(request, size, etag)
    except OutOfReach:
        opened.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = FileResponse(
        opened, as_attachment=as_attachment, filename=_named(stored, request), content_type=_labelled(content_type)
    )
    if span is not None:
        response.status_code = 206
        response.streaming_content = _bytes_of(opened, span)
        response.headers["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
        response.headers["Content-Length"] = str(span.length)
    return response


def _named(stored: StoredFile, request: HttpRequest) -> str:
    """A name may hold a telephone number just as a text does."""
    return stored.name if reads_originals(request) else mask(stored.name)


def _span(request: HttpRequest, size: int, etag: str) -> Span | None:
    """Nothing of a file that is another one meanwhile: the whole is sent then (If-Range)."""
    is_the_same = request.headers.get("If-Range", etag) == etag
    return span_asked(request.headers.get("Range", ""), size) if is_the_same and request.method == "GET" else None


def _bytes_of(opened: File, span: Span) -> Iterator[bytes]:
    opened.seek(span.first)
    left = span.length
    while left and (chunk := opened.read(min(left, _CHUNK))):
        left -= len(chunk)
        yield chunk


def _opened(blob: str, stored: StoredFile) -> File:
    try:
        return default_storage.open(blob)
    except FileNotFoundError:
        sentence = _("Nội dung của tệp “%(name)s” không còn trong kho. Hãy báo người quản trị lấy lại từ bản sao lưu.")
        raise CannotServe(sentence % {"name": stored.name}) from None


def _labelled(content_type: str) -> str:
    """Text is kept as it came; the browser only saves it, so no charset is claimed."""
    return "application/octet-stream" if content_type == "text/plain" else content_type
