"""What has passed its time goes; what has not stays; the record says how much."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.models import Invitation, KeptAnswer, Person, ServiceAccount, SignIn, WrongTries
from dinhlang.apps.people.tests.factories import NOW, a_program, an_administrator, an_officer
from dinhlang.apps.privacy.actions import clear_all
from dinhlang.apps.privacy.jobs import clear_what_passed_its_time
from dinhlang.apps.privacy.models import Clearing, Export, Kind, Look
from dinhlang.apps.privacy.tests.factories import a_request
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.reminders.models import Letter, Roundup
from dinhlang.apps.units.tests.factories import TODAY, a_committee
from dinhlang.apps.webhooks.models import Delivery, Webhook
from dinhlang.base.personal import tables

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ha():
    return an_officer(at=a_committee())


def an_export(person, *, made_at):
    asked = a_request(kind=Kind.OBJECT, person=person, now=made_at)
    asked.state = "done"
    asked.save()
    blob = default_storage.save("exports/x.zip", ContentFile(b"PK"))
    return Export.objects.create(request=asked, blob=blob, size=2, sha256="0" * 64, made_at=made_at)


def a_call(*, made_by, moment, name):
    a_program(at=a_committee())
    program = ServiceAccount.objects.latest("pk")
    webhook = Webhook.objects.create(program=program, address="https://may.example.vn/", made_by=made_by, made_at=NOW)
    Delivery.objects.create(webhook=webhook, place=1, name=name, act="x.y", thing="/", moment=moment, due_at=NOW)


def one_each(person, *, age):
    """One row of each table that is cleared, so many days past, or short of, its time."""

    def moment(label):
        return NOW - timedelta(days=tables()[label].cleared.days) - age

    Session.objects.create(session_key=f"s{age}", session_data="", expire_date=moment("sessions.Session"))
    facts = {"name": "a.csv", "day": TODAY, "rows": [], "made_by": person}
    PendingImport.objects.create(made_at=moment("register.PendingImport"), **facts)
    Look.objects.create(moment=moment("privacy.Look"), by=person, person=person, page="account", why="x")
    began = {"session_key": f"s{age}", "how": "password", "began_at": NOW}
    SignIn.objects.create(person=person, seen_at=moment("people.SignIn"), **began)
    WrongTries.objects.create(key=f"k{age}", latest_at=moment("people.WrongTries"))
    invited = {"digest": "0" * 64, "made_by": person, "made_at": NOW}
    Invitation.objects.create(person=person, good_until=moment("people.Invitation"), **invited)
    KeptAnswer.objects.create(person=person, key=f"k{age}", digest="", made_at=moment("people.KeptAnswer"))
    Letter.objects.create(person=person, due_at=NOW, put_at=moment("reminders.Letter"))
    Roundup.objects.create(person=person, day=TODAY + age, due_at=NOW, told_at=moment("reminders.Roundup"), late=1)
    Person.objects.filter(pk=person.pk).update(last_login=moment("people.Person"))
    a_call(made_by=person, moment=moment("webhooks.Delivery"), name=f"msg{age}")
    return an_export(person, made_at=moment("privacy.Export"))


OF_PEOPLE = {"people.Person", "people.SignIn", "people.WrongTries", "people.Invitation", "people.KeptAnswer"}
OF_ROOMS = {
    "sessions.Session",
    "register.PendingImport",
    "privacy.Look",
    "privacy.Export",
    "reminders.Letter",
    "reminders.Roundup",
    "webhooks.Delivery",
}
EACH = OF_ROOMS | OF_PEOPLE


def test_every_table_that_is_cleared_is_tried_here():
    assert {label for label, table in tables().items() if table.cleared} == EACH


def test_what_has_passed_its_time_goes_and_is_counted(ha, django_capture_on_commit_callbacks):
    export = one_each(ha, age=DAY)

    with django_capture_on_commit_callbacks(execute=True):
        made = clear_all(day=TODAY, now=NOW)

    assert made.counts == dict.fromkeys(EACH, 1)
    assert not default_storage.exists(export.blob)
    assert Person.objects.get(pk=ha.pk).last_login is None
    assert audit.Entry.objects.get(act="privacy.cleared").after == made.counts


def test_what_has_not_stays(ha):
    export = one_each(ha, age=-DAY)

    assert clear_all(day=TODAY, now=NOW) is None
    assert default_storage.exists(export.blob)
    assert Look.objects.count() == PendingImport.objects.count() == Session.objects.count() == 1


def test_a_second_time_changes_nothing(ha):
    one_each(ha, age=DAY)

    assert int(clear_what_passed_its_time(day=TODAY.isoformat())) >= len(EACH)
    assert clear_what_passed_its_time(day=TODAY.isoformat()) == "0"
    assert Clearing.objects.count() == 1


def test_a_person_goes_on_after_the_trace_of_signing_in_went():
    quan = an_administrator(at=a_committee())
    Person.objects.filter(pk=quan.pk).update(last_login=NOW - timedelta(days=800))

    clear_all(day=TODAY, now=NOW)

    assert Person.objects.get(pk=quan.pk).is_active
