"""Jobs in every state."""

from datetime import timedelta

from dinhlang.apps.operations import actions
from dinhlang.apps.operations.models import Job
from dinhlang.apps.operations.rules import MOST_TRIES
from dinhlang.apps.people.tests.factories import NOW
from dinhlang.base.work import job


@job("Đánh trống", why="Cho cả làng nghe.")
def drum(*, day: str, strokes: int = 3) -> str:
    return f"{strokes} tiếng"


def a_waiting_job(*, day="2026-11-20", due=NOW, **told) -> Job:
    actions.put(drum, told={"day": day, **told}, now=NOW, due=due, key=day)
    return Job.objects.get(key__endswith=f" {day}")


def a_given_up_job(*, day="2026-11-20", trouble="Trống thủng", now=NOW) -> Job:
    found = a_waiting_job(day=day, due=now)
    for _try in range(MOST_TRIES):
        now += timedelta(days=1)
        actions.fail(actions.claim(worker="một", now=now), trouble=trouble, now=now)
    found.refresh_from_db()
    return found
