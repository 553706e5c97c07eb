"""The language switch and the sign of life."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from dinhlang.base.guard import anyone


@anyone("residents choose their language too")
@csrf_exempt  # it only sets a cookie about words; a token would make every public page differ
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Remember the language in a cookie and go back."""
    return set_language(request)


@anyone("a monitor asks whether the house stands; it learns nothing else")
def alive(request: HttpRequest) -> HttpResponse:
    """Answer once the database has answered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
