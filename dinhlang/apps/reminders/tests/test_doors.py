"""Reminders as one's own program reads them."""

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import NOW, a_village_head, sign_in
from dinhlang.apps.reminders.models import Notice, Reminder, Step
from dinhlang.apps.tasks.tests.factories import DUE, an_assignment
from dinhlang.apps.units.tests.factories import a_village

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """Ông Tư was told that his village's part is due."""
    village = a_village("Một")
    tu = a_village_head(at=village)
    part = an_assignment(leads=[village])
    facts = {"step": Step.BEFORE, "days": 3, "anchor": DUE, "due_at": NOW, "state": "told", "settled_at": NOW}
    reminder = Reminder.objects.create(assignment=part, **facts)
    told = Notice.objects.create(reminder=reminder, person=tu, told_at=NOW)
    told.tu = tu
    return told


def test_ones_own_reminders_are_told_and_marked_as_read(client, told):
    sign_in(client, told.tu)

    (before,) = client.get("/api/v1/nhac-viec?unread=true").json()["items"]
    read = client.post(f"/api/v1/nhac-viec/{told.pk}/da-doc", headers={"idempotency-key": "1"}).json()

    assert (before["assignment"], before["read_at"], before["due"]) == (told.reminder.assignment_id, None, str(DUE))
    assert read["read_at"] is not None
    assert client.get("/api/v1/nhac-viec?unread=true").json()["items"] == []
    assert client.get("/api/v1/nhac-viec?unread=false").json()["items"] == [read]


def test_what_another_was_told_is_not_known(told):
    other = Client()
    sign_in(other, a_village_head(at=a_village("Hai")))

    assert other.get("/api/v1/nhac-viec").json()["items"] == []
    assert other.post(f"/api/v1/nhac-viec/{told.pk}/da-doc", headers={"idempotency-key": "1"}).status_code == 404
