"""Handing a stored file out. The room that holds it has already asked who may read it."""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest, HttpResponseBase

from dinhlang.apps.files.models import StoredFile


def serve(stored: StoredFile, *, request: HttpRequest, as_attachment: bool = False) -> HttpResponseBase:
    """The file itself."""
    return FileResponse(
        default_storage.open(stored.blob),
        as_attachment=as_attachment,
        filename=stored.name,
        content_type=stored.content_type,
    )


def thumbnail_response(stored: StoredFile, *, request: HttpRequest) -> HttpResponseBase:
    """The small picture."""
    return serve(stored, request=request)
