"""A night's reminders: laid, told, and sent as letters to a mail server on this machine; 500,000 at scale 1."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from benchmarks import world
from benchmarks.figures import Figures

BODIES, PARTS_EACH = 5_000, 100
SERVER = """
import asyncio, sys
from aiosmtpd.smtp import SMTP
class Takes:
    async def handle_DATA(self, server, session, envelope):
        return "250 OK"
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Takes(), enable_SMTPUTF8=True), "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()
asyncio.run(main())
"""


def run(scale: float, figures: Figures) -> None:
    """Each body has one officer with an e-mail address and a hundred parts that are due in three days."""
    from django.conf import settings

    from dinhlang.apps.reminders import actions
    from dinhlang.base import clock

    night, bodies = clock.now(), max(1, round(BODIES * scale))
    _a_province(bodies, now=night, today=clock.today())
    with _MailServer() as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        laid, laying = _timed(lambda: actions.lay(now=night))
        effort = time.process_time()
        told, telling = _timed(lambda: actions.tell_due(now=night, is_daily=True))
        sent, sending = _timed(lambda: actions.send_due(now=night + timedelta(days=1)))
        effort = time.process_time() - effort
    again, looking = _timed(lambda: actions.lay(now=night))
    figures.add("reminders laid", laid.new, "rows")
    figures.add("laying them", laying)
    figures.add("reminders told tonight", told, "rows")
    figures.add("telling them: rows, notices, letters", telling)
    figures.add("letters sent", sent, "rows")
    figures.add("sending them", sending)
    figures.add("reminders a second, told and sent", told / (telling + sending), "1/s")
    figures.add("reminders for each second of our processor time", told / effort, "1/s")
    figures.add("letters a second, sent", sent / sending, "1/s")
    figures.add("looking again when nothing changed", looking)
    _prove(told, sent, bodies, again)


def _timed(do: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    answer = do()
    return answer, time.perf_counter() - started


def _prove(told: int, sent: int, bodies: int, again: Any) -> None:
    """Figures of a night in which somebody was forgotten or told twice are worth nothing."""
    from dinhlang.apps.reminders.models import Letter, Notice, Reminder

    if again.new or again.cancelled or Letter.objects.exclude(state="sent").exists():
        raise SystemExit("A second run changed something, or a letter stayed behind.")
    if Reminder.objects.filter(state="told").count() != told or Notice.objects.count() != told or sent != bodies:
        raise SystemExit("Somebody was told twice, or not at all.")


def _a_province(number: int, *, now: datetime, today: date) -> None:
    from dinhlang.apps.people import public as people
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.apps.units import public as units

    world.ready()
    begins = date(2025, 7, 1)
    span, facts = units.timeline.Span, units.timeline.Facts
    tree = {"P": [span(begins, None, facts("province", "tỉnh", "Bắc Ninh", None))]}
    tree["P.UB"] = [span(begins, None, facts("people_committee", "", "UBND tỉnh Bắc Ninh", "P"))]
    for at in range(number):
        tree[f"B{at}"] = [span(begins, None, facts("department", "", f"Đơn vị {at}", "P.UB"))]
    placed, _ = units.timeline.placed(tree)
    units.restate_units(placed, today=today)
    committee = units.Unit.objects.get(code="P.UB")
    bodies = list(units.Unit.objects.filter(code__startswith="B").order_by("pk"))
    by, _ = people.create_person(
        username="binh", full_name="Ngô Thanh Bình", kind="officer", unit=committee, begins=begins, by=None, now=now
    )
    _officers(bodies, begins)
    duties = [plans.ClauseFacts(f"Việc số {at}") for at in range(PARTS_EACH)]
    plan = plans.publish_plan(issuer=committee, title="Việc của cả tỉnh", clauses=duties, by=by, now=now)
    long_ago, due = now - timedelta(days=1), today + timedelta(days=3)
    for clause in plans.clauses_of(plan):
        task = tasks.Task.objects.create(
            plan=plan,
            clause=clause,
            title=clause.text,
            text=clause.text,
            due=due,
            handed_out_at=long_ago,
            handed_out_by=by,
        )
        tasks.Assignment.objects.bulk_create(
            [tasks.Assignment(task=task, unit=body, due=due, changed_at=long_ago) for body in bodies], batch_size=2000
        )


def _officers(bodies: list[Any], begins: date) -> None:
    """Written at once; making an account as an administrator does would be measured elsewhere."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.units import public as units

    persons = [
        people.Person(username=f"u{at}", full_name=f"Cán bộ {at}", email=f"u{at}@bacninh.example.vn", password="!")
        for at in range(len(bodies))
    ]
    for person in persons:
        person.fill_in()
    made = people.Person.objects.bulk_create(persons, batch_size=1000)
    place = units.place_of(bodies[0])
    roles = [
        people.Role(person=person, unit=body, place=place, kind="officer", begins=begins)
        for person, body in zip(made, bodies, strict=True)
    ]
    people.Role.objects.bulk_create(roles, batch_size=1000)
    world.settle()


class _MailServer:
    """In a process of its own, as a mail server is; it takes everything and keeps nothing."""

    def __enter__(self) -> int:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port: int = one.getsockname()[1]
        self.process = subprocess.Popen([sys.executable, "-c", SERVER, str(port)], env={**os.environ})
        for _try in range(100):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    return port
            time.sleep(0.1)
        raise SystemExit("The mail server did not open.")

    def __exit__(self, *_why: object) -> None:
        self.process.terminate()
        self.process.wait()
