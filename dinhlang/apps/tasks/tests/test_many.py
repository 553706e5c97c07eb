"""Many parts go to another body at once; what stays is told by name."""

import pytest
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people.tests.factories import a_viewer
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.actions import CannotReassign
from dinhlang.apps.tasks.models import Assignment, Moved
from dinhlang.apps.tasks.tests.factories import NOW, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401 - a fixture
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return a_committee()


def parts_of(office, number=3):
    """So many tasks of one plan, each owed by one body."""
    plan, body = a_plan(issuer=office), a_body("Phòng Cũ", parent=office)
    return [fresh(a_task(clause=a_clause(plan), leads=[body]).assignments.get()) for _ in range(number)]


def moved(parts, to, *, reason="chia lại việc", shown=None):
    chosen = shown or {one.pk: one.unit_id for one in parts}
    by = parts[0].task.handed_out_by
    return actions.reassign_many(chosen=chosen, to=to, reason=reason, by=by, now=NOW)


def test_all_go_each_with_its_entry_and_history(office):
    parts, to = parts_of(office), a_body("Phòng Mới", parent=office)

    done = moved(parts, to)

    assert (len(done.moved), done.left) == (3, [])
    assert {one.unit for one in Assignment.objects.all()} == {to}
    assert Entry.objects.filter(act="tasks.reassigned", reason="chia lại việc").count() == 3
    assert Moved.objects.count() == 3


def test_who_cannot_go_stays_with_why_and_the_others_go(office):
    parts, to = parts_of(office), a_body("Phòng Mới", parent=office)
    waiting = submitted(parts[1])
    actions.reassign(assignment=fresh(parts[2]), to=a_body("Phòng Ba", parent=office), reason="x", by=None, now=NOW)

    done = moved(parts, to)

    assert [one.pk for one in done.moved] == [parts[0].pk]
    told = {one.pk: why for one, why in done.left}
    assert "chờ duyệt" in told[waiting.pk]
    assert "Vừa được chuyển cho Phòng Ba" in told[parts[2].pk]
    assert fresh(waiting).unit == waiting.unit


def test_a_second_click_moves_nothing_twice(office):
    parts, to = parts_of(office), a_body("Phòng Mới", parent=office)
    shown = {one.pk: one.unit_id for one in parts}
    moved(parts, to, shown=shown)

    again = moved(parts, to, shown=shown)

    assert (again.moved, len(again.left)) == ([], 3)
    assert Moved.objects.count() == 3


def test_a_reason_is_asked_for_before_anything_moves(office):
    parts = parts_of(office, 1)

    with pytest.raises(CannotReassign, match="lý do"):
        moved(parts, a_body(parent=office), reason=" ")

    assert not Moved.objects.exists()


def test_the_list_of_parts_is_ticked_looked_at_and_done(client, office):
    parts, to = parts_of(office), a_body("Phòng Mới", parent=office)
    client.force_login(parts[0].task.handed_out_by)
    page = reverse("tasks:reassign_many")

    listed = client.get(reverse("tasks:listing"), {"xem": "phan"}).content.decode()
    assert all(f'value="{one.pk}"' in listed for one in parts)
    assert reverse("reminders:reminding") in listed
    preview = client.post(page, {"chosen": [one.pk for one in parts[:2]]}).content.decode()
    assert f'value="{parts[0].pk}:{parts[0].unit_id}"' in preview
    assert not Moved.objects.exists()

    sent = {"shown": [f"{one.pk}:{one.unit_id}" for one in parts[:2]], "to": to.full_name, "reason": "chia lại"}
    said = client.post(page, sent, follow=True).content.decode()
    assert "Đã chuyển 2 phần việc" in said
    again = client.post(page, sent, follow=True).content.decode()
    assert "Vừa được chuyển cho Phòng Mới" in again


def test_what_one_may_not_decide_about_is_not_there(client, office):
    parts = parts_of(office, 1)
    other = parts_of(a_committee(), 1)[0]
    client.force_login(parts[0].task.handed_out_by)
    page = reverse("tasks:reassign_many")

    assert client.post(page, {"chosen": [other.pk]}).status_code == 302
    client.force_login(a_viewer(at=office))
    assert client.post(page, {"chosen": [parts[0].pk]}).status_code == 403


def test_nothing_ticked_is_said_in_a_sentence(client, office):
    client.force_login(parts_of(office, 1)[0].task.handed_out_by)

    said = client.post(reverse("tasks:reassign_many"), {}, follow=True).content.decode()

    assert "Chưa đánh dấu phần việc nào" in said


@pytest.mark.django_db(transaction=True)
def test_two_officers_move_the_same_many(threads, office):  # noqa: F811 - the fixture
    parts, one, two = parts_of(office), a_body("Phòng Một", parent=office), a_body("Phòng Hai", parent=office)

    done, told = at_once(lambda: len(moved(parts, one).moved), lambda: len(moved(parts, two).moved))

    assert (done, told) == (2, [])
    assert Moved.objects.count() == 3
    assert len({part.unit_id for part in Assignment.objects.all()}) == 1
