"""When the house cannot serve: the answer says why in words, what became of what was sent, and a status for machines.

Pages of last resort ask nobody anything: no database, no session.
"""

import errno
import sys
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from dinhlang.base.logs import number_of_request
from dinhlang.base.storage import StoreAway

AWAY, FULL, WRONG = 503, 507, 500
PATIENCE = 10
"""Seconds after which a browser or a monitor may ask again."""


def broken(request: HttpRequest) -> HttpResponse:
    """Whatever no page caught; Django calls it while the trouble is still in the air."""
    trouble = sys.exc_info()[1]
    status = status_of(trouble)
    template = {AWAY: "look/away.html", FULL: "look/full.html", WRONG: "500.html"}[status]
    told = {"number": number_of_request.get(), "is_store": any(isinstance(one, StoreAway) for one in _chain(trouble))}
    answer = HttpResponse(render_to_string(template, told), status=status)
    if status != WRONG:
        answer["Retry-After"] = str(PATIENCE)
    return answer


def status_of(trouble: BaseException | None) -> int:
    """Full disk, a database or store that does not answer, or a fault of ours; looked for along the chain of causes."""
    for one in _chain(trouble):
        if _says_full(one):
            return FULL
        if isinstance(one, OperationalError | InterfaceError | StoreAway):
            return AWAY
    return WRONG


def _chain(trouble: BaseException | None) -> Iterator[BaseException]:
    while trouble is not None:
        yield trouble
        trouble = trouble.__cause__ or trouble.__context__


def _says_full(trouble: BaseException) -> bool:
    if isinstance(trouble, OSError):
        return trouble.errno in {errno.ENOSPC, errno.EDQUOT}
    return isinstance(trouble, OperationalError) and ("is full" in str(trouble) or "No space left" in str(trouble))
