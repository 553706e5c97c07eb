"""Tasks of a duty that the chain of a report names are due as the chain says."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.deadlines import queries
from dinhlang.apps.deadlines.actions import name_law
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.deadlines.models import DayChange
from dinhlang.apps.deadlines.tests.test_chains import changed, laid
from dinhlang.apps.operations.models import Job
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.forms import ClauseForm
from dinhlang.apps.tasks.models import Heir
from dinhlang.apps.tasks.queries import Reader
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh
from dinhlang.apps.units.models import Unit
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base.refusal import Refusal

pytestmark = pytest.mark.django_db
BY_CHAIN = date(2026, 12, 18)


def test_a_task_that_stands_follows_the_chain_and_the_body_reads_why():
    task = a_task()

    laid(task.plan, clause=task.clause)

    task.refresh_from_db()
    part = task.assignments.get()
    assert (task.due, part.due) == (BY_CHAIN, BY_CHAIN)
    assert "trừ 5 ngày làm việc để tổng hợp" in part.progress.get().words
    assert [(one.before, one.after) for one in DayChange.objects.all()] == [(date(2026, 11, 25), BY_CHAIN)]
    assert Job.objects.filter(path__endswith="lay_for").exists()


def test_it_moves_with_the_chain_and_with_the_calendar():
    task = a_task()
    chain = laid(task.plan, clause=task.clause)

    changed(chain, last=date(2026, 12, 30))
    task.refresh_from_db()
    assert task.due == date(2026, 12, 23)

    a_day_off(date(2026, 12, 28))
    recount_all(day="2026-12-28")
    task.refresh_from_db()
    assert task.due == date(2026, 12, 22)


def test_a_day_that_a_person_gave_meanwhile_stays():
    task = a_task()
    chain = laid(task.plan, clause=task.clause)
    task.refresh_from_db()
    actions.change_due(task=task, due=date(2026, 12, 10), reason="cần sớm", by=task.handed_out_by, now=NOW)

    changed(chain, last=date(2026, 12, 30))

    task.refresh_from_db()
    assert task.due == date(2026, 12, 10)


def test_what_is_handed_out_later_is_offered_the_day_of_the_chain():
    clause = a_clause()
    laid(clause.plan, clause=clause)
    reader = Reader(clause.plan.place, day=TODAY, issuer=clause.plan.issuer)

    assert ClauseForm.first_guess(clause, reader)["due"] == BY_CHAIN

    task = a_task(clause=clause, due=BY_CHAIN)
    changed(clause.plan.report_chains.get(), last=date(2026, 12, 30))
    assert fresh(task.assignments.get()).due == date(2026, 12, 23)


def test_an_occurrence_that_the_night_opens_is_due_as_the_chain_of_its_period_says():
    plan = a_plan()
    clause = a_clause(plan, time_words="ngày 25 hằng tháng", due=date(2026, 11, 25))
    task = a_task(clause=clause, due=date(2026, 11, 25))
    laid(plan, clause=clause, rhythm="month", times=3, closes_on=date(2026, 10, 31), last_day=date(2026, 11, 27))

    opened = actions.open_occurrences(task, now=NOW, day=date(2026, 11, 30))

    assert [(one.occurrence, one.due) for one in opened] == [(date(2026, 12, 25), date(2026, 12, 18))]


def test_a_day_that_breaks_a_law_read_in_full_is_refused_beside_its_field(client):
    task = a_task(due=date(2026, 11, 27))
    by = task.handed_out_by
    name_law(deadline=task.deadline, law="disclosure", begin=TODAY, by=by, now=NOW, day=TODAY)
    client.force_login(by)

    answer = client.post(
        reverse("tasks:change_due", args=[task.pk]), {"due": "1/12/2026", "reason": "bận"}
    ).content.decode()

    assert "Muộn nhất là ngày 27/11/2026" in answer
    task.refresh_from_db()
    assert task.due == date(2026, 11, 27)
    wanted = actions.ask_extension(
        assignment=fresh(task.assignments.get()), wanted=date(2026, 12, 4), reason="bận", by=by, now=NOW, day=TODAY
    )
    with pytest.raises(Refusal, match="Muộn nhất"):
        actions.answer_extension(extension=wanted, granted=date(2026, 12, 4), reason="được", by=by, now=NOW)


def test_a_chain_does_not_give_a_duty_a_day_that_the_law_forbids():
    task = a_task(due=date(2026, 11, 27))
    by = task.handed_out_by
    name_law(deadline=task.deadline, law="disclosure", begin=TODAY, by=by, now=NOW, day=TODAY)

    with pytest.raises(Refusal, match=r"không theo được ngày 18/12/2026 của chuỗi.*27/11/2026"):
        laid(task.plan, clause=task.clause)

    task.refresh_from_db()
    assert task.due == date(2026, 11, 27)
    assert not task.plan.report_chains.exists()


def test_what_was_not_read_in_full_only_reminds_on_the_page_of_the_chain():
    task = a_task(due=date(2026, 11, 27))
    by, name = task.handed_out_by, "consultation_result"
    name_law(deadline=task.deadline, law=name, begin=TODAY, by=by, now=NOW, day=TODAY)

    chain = laid(task.plan, clause=task.clause)

    (row,) = queries.rows_of(chain, today=TODAY)
    task.refresh_from_db()
    assert task.due == BY_CHAIN
    assert any("xin xem lại theo" in said for said in row.conflicts)


def test_a_calendar_that_would_break_the_law_leaves_the_day_and_the_record_says_why():
    task = a_task(due=date(2026, 12, 11))
    by = task.handed_out_by
    laid(task.plan, clause=task.clause)
    name_law(deadline=task.deadline, law="consultation", begin=date(2026, 11, 28), by=by, now=NOW, day=TODAY)

    a_day_off(date(2026, 12, 22))
    recount_all(day="2026-12-22")

    task.refresh_from_db()
    assert task.due == BY_CHAIN
    assert "Sớm nhất là ngày 18/12/2026" in Entry.objects.get(act="deadlines.kept_by_law").reason


def test_an_heir_of_the_body_that_kept_a_plan_lays_its_chains_and_records_its_events(client):
    task = a_task()
    plan, heir = task.plan, a_committee(of=a_commune("Tân Yên"))
    officer = an_officer(at=heir)
    pages = [reverse("deadlines:laying", args=[plan.pk]), reverse("deadlines:recording", args=[task.deadline_id])]
    client.force_login(officer)
    assert {client.get(page).status_code for page in pages} <= {403, 404}

    Unit.objects.filter(pk=plan.keeper_id).update(is_living=False)
    Heir.objects.create(unit_id=plan.keeper_id, successor=heir, day=TODAY, at=NOW)

    assert {client.get(page).status_code for page in pages} == {200}
