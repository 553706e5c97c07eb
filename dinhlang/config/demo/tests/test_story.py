"""What a visitor finds, whenever the demo is made: something late, something due, something to sign."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.db.models import Count
from django.test import Client, override_settings

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import public as intake
from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.overview import public as overview
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import public as reports
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo.accounts import ACCOUNTS
from dinhlang.config.demo.filling import fill
from dinhlang.config.demo.moments import HERE

pytestmark = pytest.mark.django_db  # also makes the database, when only this file is run
PASSWORD = "sen-ho-tre-da-den-lang"
DAYS = [date(2026, 11, 20), date(2027, 2, 10)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def day(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, filled once for all tests of a day and taken back afterwards."""
    kept = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path_factory.mktemp("files")},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    now = datetime.combine(request.param, time(8), tzinfo=HERE)
    with django_db_blocker.unblock(), override_settings(STORAGES=kept, PASSWORD_HASHERS=quick), transaction.atomic():
        fill(password=PASSWORD, day=request.param, now=now, say=lambda _: None, only=["24", "19", "75", "31"])
        yield request.param
        transaction.set_rollback(True)


def being(username, day):
    return people.with_roles_on(people.Person.objects.get(username=username), day=day)


@pytest.mark.parametrize("username", [account.username for account in ACCOUNTS])
def test_everyone_signs_in_with_the_one_password(day, username):
    client = Client()

    answer = client.post("/vao/", {"username": username, "password": PASSWORD})

    assert answer.status_code == 302
    assert client.session["_auth_user_id"]


def test_ha_has_something_late_and_something_due_this_week(day):
    mine = tasks.to_do_for(being("ha", day))

    assert mine.filter(due__lt=day).exists()
    assert mine.filter(due__gte=day, due__lte=day + timedelta(days=7)).exists()
    assert tasks.waiting_for_me(being("ha", day)).exists()


def test_tu_has_a_result_that_was_returned_with_the_reason(day):
    returned = tasks.to_do_for(being("tu", day)).get(state="returned")

    assert "số hộ" in tasks.Progress.objects.filter(assignment=returned).latest("moment").words


def test_lan_has_a_document_to_sign_and_residents_read_one_that_she_signed(day):
    commune = units.Unit.objects.get(code="07306")

    assert issuance.waiting_for_signature(being("lan", day)).count() == 1
    assert issuance.issued_public_of(commune).count() == 1


def test_a_document_is_being_marked_and_a_report_being_written(day):
    assert intake.Document.objects.filter(state="marking").count() == 1
    assert reports.Report.objects.filter(state="draft").count() == 1


def test_the_provinces_plan_binds_all_99_communes_and_some_answer_it(day):
    plan = plans.Plan.objects.get(issuer__code="24.UB", number="47/KH-UBND")
    asked = tasks.Assignment.objects.filter(task__plan=plan, group_words="UBND các xã, phường")

    assert asked.values("unit").distinct().count() == 99
    assert 40 < plan.answered_by.count() < 99
    assert asked.filter(state="accepted").exists()
    assert asked.filter(due__lt=day, state="doing").exists()


def test_what_stands_in_the_way_and_asked_days_wait_on_the_desks(day):
    for username in ("ha", "binh"):
        client = Client()
        client.post("/vao/", {"username": username, "password": PASSWORD})
        page = client.get("/ban-viec/").content.decode()
        assert "Vướng mắc chờ trả lời" in page and "Xin gia hạn chờ trả lời" in page


def test_a_plan_of_the_province_has_every_kind_of_time_and_an_amendment_to_decide_about(day):
    plan = plans.Plan.objects.get(issuer__code="24.UB", number="71/KH-UBND")
    times = tasks.tasks_of(plan).annotate(days=Count("deadline__milestones")).values_list("deadline__kind", "days")

    assert {("session", 1), ("event", 1), ("dated", 1), ("dated", 3)} == set(times)
    assert plans.changes_around(plan)[0].differences.filter(kind="changed", decision="").exists()
    assert list(tasks.clauses_left(plan)) == []


def test_coverage_has_something_of_each_kind_to_show(day):
    plan = plans.Plan.objects.get(issuer__code="24.UB", number="71/KH-UBND")
    client = Client()
    client.post("/vao/", {"username": "binh", "password": PASSWORD})

    counts = client.get(f"/toan-canh/ke-hoach/{plan.pk}/do-phu/").context["chips"]

    assert [n > 0 for _kind, _words, n in counts] == [False, True, True, True]


def test_somebody_can_sign_for_the_province(day):
    assert being("hung", day).may(people.Word.DOCUMENTS_SIGN)


def test_the_five_plans_stand_in_their_own_time_and_owe_nothing(day):
    old = plans.Plan.objects.filter(place__is_living=False)

    assert sorted(old.values_list("issuer__code", flat=True)) == [
        "07309-cu.UB",
        "19-cu.UB",
        "304-LV.UB",
        "688-cu.UB",
        "735-cu.UB",
    ]
    assert not tasks.Assignment.objects.filter(task__plan__in=old, state__in=("waiting", "doing", "returned")).exists()


def test_the_villages_of_tan_trung_went_to_nha_nam_with_their_households(day):
    old, new = units.Unit.objects.get(code="07309-cu"), units.Unit.objects.get(code="07306")

    assert units.households_on(old, day=date(2024, 3, 1)) == 1064
    assert units.households_on(new, day=day) == 2147


def test_nothing_happened_that_has_not_happened_yet(day):
    this_morning = datetime.combine(day, time(8), tzinfo=HERE)

    assert not tasks.Progress.objects.filter(moment__gt=this_morning).exists()
    assert not tasks.Assignment.objects.filter(finished_on__gt=day).exists()


def test_every_step_is_in_the_record_and_everything_can_be_found(day):
    part = tasks.Assignment.objects.filter(unit__code="07306.T01", state="returned").get()

    acts = set(audit.history_of(part).values_list("act", flat=True))
    found = search.find("niem yet nha van hoa", person=being("ha", day))

    assert acts == {"tasks.assigned", "tasks.submitted", "tasks.returned"}
    assert found.total


def test_the_desk_and_the_face_of_nha_nam_open(day):
    client = Client()
    client.post("/vao/", {"username": "ha", "password": PASSWORD})

    assert client.get("/ban-viec/").status_code == 200
    assert Client().get("/xa/07306/").status_code == 200


def test_saved_views_lead_to_pages_that_have_something(day):
    for username in ("ha", "binh"):
        client = Client()
        client.post("/vao/", {"username": username, "password": PASSWORD})
        saved = list(overview.SavedView.objects.filter(person__username=username))

        assert saved and all(client.get(view.address).status_code == 200 for view in saved)
        page = client.get("/toan-canh/cach-xem/").content.decode()
        assert all(view.name in page for view in saved)
