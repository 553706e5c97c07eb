"""Pages and lists travel packed; files travel as they lie, so that a part of one can be asked for by its bytes."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class PackedPages(GZipMiddleware):
    """Django's own packing, except for what is handed out by ranges: a packed byte is not the byte that was counted."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.has_header("Accept-Ranges"):
            return response
        return super().process_response(request, response)
