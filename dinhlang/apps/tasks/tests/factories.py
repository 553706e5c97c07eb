"""Tasks for tests: `a_task(leads=[unit])` brings its plan and clause along."""

from datetime import date, datetime
from io import BytesIO
from itertools import count
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_body, a_committee

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DUE = date(2026, 11, 25)
_numbers = count(1)


def a_plan(*, issuer=None, by=None, **facts) -> plans.Plan:
    issuer = issuer or a_committee()
    number = next(_numbers)
    facts = {
        "number": f"{number}/KH-UBND",
        "title": "Thực hiện dân chủ ở cơ sở năm 2026",
        "issued_on": date(2026, 1, 31),
        "adopted_at": NOW,
        "adopted_by": by or an_officer(at=issuer),
        **facts,
    }
    facts.setdefault("place", units.place_of(issuer))
    return plans.Plan.objects.create(issuer=issuer, **facts)


def a_clause(plan=None, *, text="Rà soát văn bản quy phạm pháp luật, gửi kết quả về Phòng Tư pháp.", **facts):
    order = next(_numbers)
    facts = {"label": "III.4", "time_words": "trước ngày 25/11/2026", "due": DUE, **facts}
    return plans.Clause.objects.create(plan=plan or a_plan(), order=order, text=text, **facts)


def a_task(*, clause=None, leads=None, by=None, due=DUE, **facts) -> Task:
    clause = clause or a_clause()
    return actions.hand_out(
        clause=clause,
        leads=leads or [a_body(parent=clause.plan.issuer)],
        due=due,
        by=by or clause.plan.adopted_by,
        now=NOW,
        day=TODAY,
        **facts,
    )


def an_assignment(**facts) -> Assignment:
    return fresh(a_task(**facts).assignments.get())


def submitted(assignment, *, by=None, words="Đã rà soát 12 văn bản.") -> Assignment:
    actions.submit(assignment=assignment, words=words, by=by or an_officer(at=assignment.unit), now=NOW)
    return fresh(assignment)


def fresh(assignment) -> Assignment:
    """As another page would load it."""
    return Assignment.objects.select_related("unit", "task__plan__issuer", "task__plan__place").get(pk=assignment.pk)


def a_photo(name="hoi-nghi.png") -> SimpleUploadedFile:
    """A real picture, made by the same library that checks it."""
    kept = BytesIO()
    Image.new("RGB", (640, 480), (185, 138, 46)).save(kept, "PNG")
    return SimpleUploadedFile(name, kept.getvalue(), content_type="image/png")
