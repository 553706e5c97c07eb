"""Pages of documents that arrived."""

from django.http import HttpRequest, HttpResponse

from dinhlang.apps.intake import access
from dinhlang.base.guard import guarded


@guarded(access.may_read)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document."""
    return HttpResponse(access.document_for(request.user, pk).title)
