"""Handing a stored file out. The room that holds it has already asked who may read it."""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified

from dinhlang.apps.files.models import StoredFile

SHOWN_IN_THE_PAGE = frozenset({"image/png", "image/jpeg", "image/webp"})
A_YEAR = 31_536_000


def serve(stored: StoredFile, *, request: HttpRequest, as_attachment: bool = False) -> HttpResponseBase:
    """The file itself: pictures may open in the page, everything else is saved (browsers run PDF as a program)."""
    saved = as_attachment or stored.content_type not in SHOWN_IN_THE_PAGE
    return _answer(request, stored.blob, stored.content_type, tag=stored.sha256, name=stored.name, saved=saved)


def thumbnail_response(stored: StoredFile, *, request: HttpRequest) -> HttpResponseBase:
    """The small picture; of anything else the file itself."""
    if not stored.thumbnail:
        return serve(stored, request=request)
    return _answer(request, stored.thumbnail, "image/webp", tag=f"{stored.sha256}-s", name="anh-nho.webp", saved=False)


def _answer(
    request: HttpRequest, blob: str, content_type: str, *, tag: str, name: str, saved: bool
) -> HttpResponseBase:
    """Bytes under a checksum never change, so a browser that has them need not ask for them again."""
    etag = f'"{tag}"'
    if request.headers.get("If-None-Match") == etag:
        return _guarded(HttpResponseNotModified(), etag)
    file = default_storage.open(blob)
    return _guarded(FileResponse(file, as_attachment=saved, filename=name, content_type=content_type), etag)


def _guarded(response: HttpResponse | FileResponse, etag: str) -> HttpResponseBase:
    """Nothing inside a file may act in the house's name, whatever a browser makes of it."""
    response["ETag"] = etag
    response["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"
    return response
