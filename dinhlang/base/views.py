"""The language switch, and the signs of life for monitors and proxies."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
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


@anyone("a monitor asks whether the process lives; it learns nothing else")
def alive(request: HttpRequest) -> HttpResponse:
    """Answer, asking nobody: whoever restarts a process that does not answer must not restart it for a database."""
    return HttpResponse("ok", content_type="text/plain")


@anyone("a proxy asks whether to send people here; it learns nothing else")
def ready(request: HttpRequest) -> HttpResponse:
    """Answer once the database has answered and is of this version of the house."""
    try:
        is_ready = _is_of_this_version()
    except DatabaseError:
        is_ready = False
    return HttpResponse("ok" if is_ready else "not ready", status=200 if is_ready else 503, content_type="text/plain")


_known: set[str] = set()


def _is_of_this_version() -> bool:
    """Migrations are looked up until they are all there; a house that was upgraded stays so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if connection.alias not in _known:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _known.add(connection.alias)
    return True
