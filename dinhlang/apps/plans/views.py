"""Pages of adopted plans."""

from django.http import HttpRequest, HttpResponse

from dinhlang.apps.plans import access
from dinhlang.base.guard import anyone


@anyone("a public plan is for residents to read; others are not found by strangers")
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan."""
    return HttpResponse(access.plan_for(request.user, pk).title)
