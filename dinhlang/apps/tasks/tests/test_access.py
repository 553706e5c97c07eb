"""Who opens which page: a table of persons and pages."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Evidence
from dinhlang.apps.tasks.tests.factories import NOW, a_clause, a_photo, a_plan, a_task, fresh
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base.testing import status_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """A commune hands a task to its two villages; the first has sent a photo."""
    commune = a_commune()
    committee = a_committee(of=commune)
    first, second = a_village("Một", parent=commune), a_village("Hai", parent=commune)
    ha, tu = an_officer(at=committee), a_village_head(at=first)
    plan = a_plan(issuer=committee, by=ha, is_public=False)
    left = a_clause(plan)
    task = a_task(clause=a_clause(plan), leads=[first, second])
    part = fresh(task.assignments.get(unit=first))
    actions.tell_progress(assignment=part, words="Xong", uploads=[a_photo()], by=tu, now=NOW, finished=True)
    people = {
        "Hà": ha,
        "Lan": a_leader(at=committee),
        "Tư": tu,
        "Tư thôn Hai": a_village_head(at=second),
        "Minh": an_inspector(at=committee),
        "Vân": a_viewer(at=committee),
        "Quân": an_administrator(at=committee),
        "Hà xã khác": an_officer(at=a_committee(of=a_commune("Khác"))),
        "Người lạ": a_stranger(),
        "chưa vào": None,
    }
    pages = {
        "list": ("tasks:listing",),
        "csv": ("tasks:export",),
        "task": ("tasks:task", task.pk),
        "part": ("tasks:assignment", part.pk),
        "file": ("tasks:evidence", Evidence.objects.get().pk),
        "thumb": ("tasks:thumbnail", Evidence.objects.get().pk),
        "hand out": ("tasks:hand_out", plan.pk),
        "clause": ("tasks:hand_out_clause", plan.pk, left.pk),
        "due": ("tasks:change_due", task.pk),
        "withdraw": ("tasks:withdraw", task.pk),
        "add": ("tasks:add_members", task.pk),
    }
    acts = {
        "tell": ("tasks:tell", part.pk),
        "accept": ("tasks:accept", part.pk),
        "return": ("tasks:send_back", part.pk),
        "take off": ("tasks:take_off", part.pk),
        "decline": ("tasks:decline", part.pk),
        "receive": ("tasks:receive", part.pk),
        "decide": ("tasks:decide", task.pk),
    }
    return {"people": people, "pages": pages, "acts": acts}


PAGES = ("list", "csv", "task", "part", "file", "thumb", "hand out", "clause", "due", "withdraw", "add")
READS = {
    "Hà": (200,) * 11,
    "Lan": (200,) * 11,
    "Tư": (200, 200, 200, 200, 200, 200, 403, 403, 403, 403, 403),
    "Tư thôn Hai": (200, 200, 200, 404, 404, 404, 403, 403, 403, 403, 403),
    "Minh": (200, 200, 200, 200, 200, 200, 403, 403, 403, 403, 403),
    "Vân": (200, 200, 200, 200, 200, 200, 403, 403, 403, 403, 403),
    "Quân": (200, 200, 200, 200, 200, 200, 403, 403, 403, 403, 403),
    "Hà xã khác": (200, 200, 404, 404, 404, 404, 404, 404, 404, 404, 404),
    "Người lạ": (403,) * 11,
    "chưa vào": (401,) * 11,
}


def opened(client, name, *args):
    answer = client.get(reverse(name, args=args))
    if answer.streaming:
        b"".join(answer.streaming_content)  # a file that is served closes when it has been read
    return status_of(answer)


@pytest.mark.parametrize(("who", "expected"), READS.items())
def test_reading(client, world, who, expected):
    if world["people"][who]:
        sign_in(client, world["people"][who])

    got = tuple(opened(client, *world["pages"][page]) for page in PAGES)

    assert dict(zip(PAGES, got, strict=True)) == dict(zip(PAGES, expected, strict=True))


ACTS = ("tell", "return", "accept", "take off", "decline", "receive", "decide")
DOES = {
    "Hà": (403, 200, 302, 200, 403, 403, 302),
    "Tư": (200, 403, 403, 403, 200, 409, 403),
    "Tư thôn Hai": (404, 403, 403, 403, 404, 404, 403),
    "Minh": (403,) * 7,
    "Vân": (403,) * 7,
    "Hà xã khác": (404,) * 7,
    "Người lạ": (403,) * 7,
    "chưa vào": (401,) * 7,
}


@pytest.mark.parametrize(("who", "expected"), DOES.items())
def test_doing(client, world, who, expected):
    if world["people"][who]:
        sign_in(client, world["people"][who])

    got = tuple(status_of(client.post(reverse(world["acts"][act][0], args=world["acts"][act][1:]), {})) for act in ACTS)

    assert dict(zip(ACTS, got, strict=True)) == dict(zip(ACTS, expected, strict=True))
