"""The pages of this room."""

from django.http import HttpRequest, HttpResponse

from dinhlang.apps.tasks import access
from dinhlang.base.guard import guarded


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """Comes with the next slice."""
    return HttpResponse("")


@guarded(access.may_look)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """Comes with the next slice."""
    return HttpResponse(access.task_for(request.user, pk))
