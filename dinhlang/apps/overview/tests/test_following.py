"""A new version of a plan: what was handed out follows only where a person confirms."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.overview import actions, queries
from dinhlang.apps.overview.tests.factories import OWN_PLAN, TRAINING, a_cascade, an_answer
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted
from dinhlang.base.refusal import Refusal
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 20)
GONE = "Niêm yết công khai quỹ đất ở nhà văn hóa"


@pytest.fixture
def cascade():
    return a_cascade(texts=(TRAINING, OWN_PLAN, GONE))


@pytest.fixture
def change(cascade):
    clauses = [
        a_clause(TRAINING, label="II.1", due=LATER),
        a_clause(OWN_PLAN, label="II.2", due=date(2026, 11, 25)),
        a_clause("Lập nhóm Zalo của từng tổ dân phố"),
    ]
    later = a_plan(issuer=cascade.committee, by=cascade.officer, clauses=clauses, issued_on=date(2026, 6, 1))
    return plans.change_plan(cascade.plan, later=later, kind="replace", reason="gia hạn", by=cascade.officer, now=NOW)


def point(change, kind):
    return change.differences.select_related("earlier", "later").get(kind=kind)


def test_nothing_follows_by_itself(cascade, change):
    told = queries.consequences_of(change, on=TODAY)

    assert [one.difference.kind for one in told if one.waits] == ["changed", "same", "added", "dropped"]
    assert tasks.tasks_of(cascade.plan).count() == 3
    assert tasks.tasks_of(change.later).count() == 0


def test_a_changed_clause_takes_its_task_and_its_new_day_along(cascade, change):
    submitted(cascade.part(cascade.communes[0]))

    actions.confirm(point(change, "changed"), decision="followed", by=cascade.officer, now=NOW)

    first, second = (cascade.part(commune) for commune in cascade.communes)
    assert first.task.plan == change.later
    assert (first.state, first.due) == ("submitted", date(2026, 11, 25))  # what was handed in keeps its day
    assert second.due == LATER


def test_a_dropped_clause_is_withdrawn_or_kept(cascade, change):
    one = point(change, "dropped")

    actions.confirm(one, decision="withdrawn", by=cascade.officer, now=NOW)

    assert not tasks.Task.objects.standing().filter(clause=one.earlier).exists()


def test_a_dropped_clause_has_nothing_to_follow(cascade, change):
    with pytest.raises(tasks.CannotChange, match="không còn nhiệm vụ này"):
        actions.confirm(point(change, "dropped"), decision="followed", by=cascade.officer, now=NOW)

    assert point(change, "dropped").decision == ""


def test_kept_stays_with_the_old_version(cascade, change):
    actions.confirm(point(change, "changed"), decision="kept", by=cascade.officer, now=NOW)

    assert cascade.part(cascade.communes[0]).task.plan == cascade.plan


def test_what_took_over_the_old_clause_takes_over_the_new(cascade, change):
    an_answer(cascade, cascade.communes[0])
    actions.confirm(point(change, "changed"), decision="followed", by=cascade.officer, now=NOW)

    holes = queries.coverage_of(change.later)

    assert [part.unit for part in holes.not_taken] == [cascade.communes[1]]


def test_a_day_that_was_changed_by_hand_stays_where_the_clause_keeps_its_own(cascade, change):
    tasks.Task.objects.filter(pk=cascade.handed[1].pk).update(due=LATER)

    actions.confirm_unchanged(change, by=cascade.officer, now=NOW)

    assert tasks.Task.objects.get(pk=cascade.handed[1].pk).due == LATER


def test_what_waits_for_a_decision_is_handed_out_by_neither_version(cascade, change):
    same, changed = point(change, "same"), point(change, "changed")
    added, dropped = point(change, "added"), point(change, "dropped")

    assert list(tasks.clauses_left(cascade.plan)) == []
    assert list(tasks.clauses_left(change.later)) == [added.later]
    with pytest.raises(Refusal, match="còn chờ quyết định"):
        handed_out(changed.later, cascade)

    actions.confirm(changed, decision="followed", by=cascade.officer, now=NOW)
    actions.confirm(dropped, decision="withdrawn", by=cascade.officer, now=NOW)
    actions.confirm(same, decision="kept", by=cascade.officer, now=NOW)

    assert list(tasks.clauses_left(cascade.plan)) == []
    assert set(tasks.clauses_left(change.later)) == {added.later, same.later}
    with pytest.raises(Refusal, match="đã có bản mới ở"):
        handed_out(changed.earlier, cascade)
    with pytest.raises(Refusal, match="đã bỏ mục này"):
        handed_out(dropped.earlier, cascade)
    assert handed_out(same.later, cascade).plan == change.later


def handed_out(clause, cascade):
    lead = cascade.part(cascade.communes[0]).unit
    return tasks.hand_out(clause=clause, leads=[lead], by=cascade.officer, now=NOW, day=TODAY)


def test_the_page_why_and_further_days_follow_to_the_new_version():
    said = "Lập tổ kiểm tra trước ngày 01/12/2026; kiểm tra trước ngày {}/12/2026; phúc tra trước ngày 25/12/2026"
    old, new = (a_clause(TRAINING, time_words=said.format(day), due=date(2026, 11, 30)) for day in (10, 20))
    cascade = a_cascade(clauses=[old], due=date(2026, 11, 30))
    later = a_plan(issuer=cascade.committee, by=cascade.officer, clauses=[new], issued_on=date(2026, 6, 1))
    change = plans.change_plan(cascade.plan, later=later, kind="amend", reason="Lùi", by=cascade.officer, now=NOW)

    actions.confirm(point(change, "changed"), decision="followed", by=cascade.officer, now=NOW)

    deadline = tasks.tasks_of(later).get().deadline
    assert (deadline.plan, deadline.words) == (later, said.format(20))
    days = list(deadline.milestones.order_by("order").values_list("day", flat=True))
    assert days == [date(2026, 11, 30), date(2026, 12, 19), date(2026, 12, 24)]
    moved = [(one.before, one.after) for milestone in deadline.milestones.all() for one in milestone.changes.all()]
    assert moved == [(date(2026, 12, 9), date(2026, 12, 19))]


def test_both_versions_say_that_a_decision_waits_until_it_is_made(client, cascade, change):
    sign_in(client, cascade.officer)
    pages = [reverse("plans:plan", args=[plan.pk]) for plan in (change.earlier, change.later)]

    for page in pages:
        assert "4 điểm chờ quyết định đối với việc đã giao" in text_of(client.get(page))
    for kind, decision in (("same", "followed"), ("changed", "followed"), ("dropped", "withdrawn")):
        actions.confirm(point(change, kind), decision=decision, by=cascade.officer, now=NOW)

    for page in pages:
        assert "chờ quyết định" not in text_of(client.get(page))


class TestPage:
    def test_each_point_is_decided_on_the_page(self, client, cascade, change):
        sign_in(client, cascade.officer)
        page = reverse("overview:consequences", args=[change.pk])
        assert "4 điểm chờ quyết định" in client.get(page).content.decode()
        one = point(change, "changed")

        said = client.post(
            reverse("overview:confirming", args=[change.pk, one.order]), {"decision": "followed"}, follow=True
        )

        assert "3 điểm chờ quyết định" in said.content.decode()
        assert tasks.tasks_of(change.later).count() == 1

    def test_a_decision_that_does_not_exist_changes_nothing(self, client, cascade, change):
        sign_in(client, cascade.officer)
        one = point(change, "changed")

        client.post(reverse("overview:confirming", args=[change.pk, one.order]), {"decision": "all"})

        assert point(change, "changed").decision == ""

    def test_who_does_not_hand_out_does_not_decide(self, client, cascade, change):
        sign_in(client, an_officer(at=cascade.communes[0]))

        assert client.get(reverse("overview:consequences", args=[change.pk])).status_code == 403

    def test_the_page_of_differences_leads_there(self, client, cascade, change):
        sign_in(client, cascade.officer)

        page = client.get(reverse("plans:difference", args=[change.pk])).content.decode()

        assert reverse("overview:consequences", args=[change.pk]) in page
