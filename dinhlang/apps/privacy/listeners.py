"""What this room hears from below: somebody looks at an account."""

from datetime import datetime
from typing import Any

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import Look


def note_look(
    sender: type, *, person: people.Person, by: people.Person, page: str, why: str, now: datetime, **_: Any
) -> None:
    """One row more; cheap, and in front of the answer, so that nobody sees what could not be noted."""
    Look.objects.create(moment=now, by=by, person=person, page=page, why=why)
