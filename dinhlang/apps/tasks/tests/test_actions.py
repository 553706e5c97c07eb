"""Each act: how it goes well, how it is refused, what it writes into the record."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.search import public as search
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.tasks.tests.factories import (
    DUE,
    NOW,
    TODAY,
    a_clause,
    a_photo,
    a_plan,
    a_task,
    an_assignment,
    fresh,
    submitted,
)
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    """A province with its committee, two departments and three communes."""
    province = a_province()
    province.committee = a_committee(of=province)
    province.bodies = [a_body(name, parent=province.committee) for name in ("Sở Nội vụ", "Sở Tư pháp")]
    province.communes = [a_committee(of=a_commune(name, parent=province)) for name in ("Một", "Hai", "Ba")]
    return province


def acts_on(thing):
    return [entry.act for entry in audit.history_of(thing)]


# Handing out


def test_a_group_becomes_one_assignment_for_each_member(province):
    clause = a_clause(a_plan(issuer=province.committee))

    task = a_task(clause=clause, leads=[units.understand_group("UBND các xã, phường")])

    assert set(task.assignments.values_list("unit__name", flat=True)) == {"UBND xã Một", "UBND xã Hai", "UBND xã Ba"}
    assert set(task.assignments.values_list("group_words", "due", "state")) == {("UBND các xã, phường", DUE, "waiting")}
    assert acts_on(task) == ["tasks.handed_out"]
    assert acts_on(task.assignments.first()) == ["tasks.assigned"]


def test_a_body_named_twice_owes_once_and_leads(province):
    clause = a_clause(a_plan(issuer=province.committee))
    group = units.understand_group("các sở, ban, ngành")

    task = a_task(clause=clause, leads=[province.bodies[0]], partners=[group, province.bodies[0]])

    assert dict(task.assignments.values_list("unit__name", "part")) == {"Sở Nội vụ": "lead", "Sở Tư pháp": "partner"}


def test_chosen_bodies_keep_the_words_of_their_group(province):
    clause = a_clause(a_plan(issuer=province.committee))
    chosen = actions.Chosen("UBND các xã trừ xã Ba", tuple(province.communes[:2]))

    task = a_task(clause=clause, leads=[chosen])

    assert set(task.assignments.values_list("group_words", flat=True)) == {"UBND các xã trừ xã Ba"}


def test_the_title_is_the_clause_shortened_at_a_word():
    task = a_task(clause=a_clause(text="Tổ chức hội nghị " * 30))

    assert task.title.endswith("…")
    assert len(task.title) <= 110


@pytest.mark.parametrize("words", ["các doanh nghiệp nhà nước", "các thôn, tổ dân phố"])
def test_a_group_without_members_is_refused_with_its_words(province, words):
    clause = a_clause(a_plan(issuer=province.committee))

    with pytest.raises(actions.CannotHandOut, match=words) as refused:
        a_task(clause=clause, leads=[units.understand_group(words)])

    assert refused.value.field == "leads"
    assert not Task.objects.exists()


def test_nobody_at_all_is_refused():
    with pytest.raises(actions.CannotHandOut, match="ít nhất một đơn vị"):
        actions.hand_out(clause=(clause := a_clause()), leads=[], by=clause.plan.adopted_by, now=NOW, day=TODAY)


def test_partners_alone_are_refused():
    clause = a_clause()

    with pytest.raises(actions.CannotHandOut, match="ít nhất một đơn vị"):
        actions.hand_out(clause=clause, leads=[], partners=[a_body()], by=clause.plan.adopted_by, now=NOW, day=TODAY)


def test_a_body_that_is_no_more_is_refused_with_its_heir(province):
    old, new = province.bodies
    units.end_unit(old, day=date(2025, 7, 1), today=TODAY)
    units.succeed([(old, False)], new, day=date(2025, 7, 1), kind="merge")
    old.refresh_from_db()

    with pytest.raises(actions.CannotHandOut, match=r"không còn Sở Nội vụ.*Sở Tư pháp"):
        a_task(clause=a_clause(a_plan(issuer=province.committee)), leads=[old])


def test_a_clause_is_handed_out_once():
    task = a_task()

    with pytest.raises(actions.CannotHandOut, match="đã được giao"):
        a_task(clause=task.clause)

    assert Task.objects.count() == 1


def test_a_withdrawn_clause_may_be_handed_out_anew():
    task = a_task()
    actions.withdraw_task(task=task, reason="Giao nhầm", by=task.handed_out_by, now=NOW)

    assert a_task(clause=task.clause).pk != task.pk


def test_a_body_that_came_later_is_added(province):
    clause = a_clause(a_plan(issuer=province.committee))
    group = units.understand_group("UBND các xã, phường")
    task = a_task(clause=clause, leads=[group])
    a_committee(of=a_commune("Bốn", parent=province))

    added = actions.add_members(task=task, doers=[group], by=task.handed_out_by, now=NOW, day=TODAY)

    assert added == 1
    assert task.assignments.count() == 4
    assert "tasks.members_added" in acts_on(task)


def test_adding_nobody_new_is_refused():
    task = a_task()

    with pytest.raises(actions.CannotHandOut, match="đã được giao việc này rồi"):
        actions.add_members(task=task, doers=[task.assignments.get().unit], by=task.handed_out_by, now=NOW, day=TODAY)


def test_a_task_is_found_by_those_who_read_there():
    task = a_task()

    assert search.Entry.objects.get(kind="task", key=str(task.pk)).url == f"/nhiem-vu/{task.pk}/"


# Telling


def test_receiving_is_written_down():
    assignment = an_assignment()
    tu = an_officer(at=assignment.unit)

    actions.receive(assignment=assignment, by=tu, now=NOW)

    assert fresh(assignment).state == "doing"
    assert acts_on(assignment)[0] == "tasks.received"


def test_receiving_twice_is_refused_kindly():
    assignment = an_assignment()
    tu = an_officer(at=assignment.unit)
    actions.receive(assignment=assignment, by=tu, now=NOW)

    with pytest.raises(actions.CannotReceive):
        actions.receive(assignment=fresh(assignment), by=tu, now=NOW)

    assert assignment.progress.count() == 1


def test_progress_keeps_words_and_files():
    assignment = an_assignment()

    told = actions.tell_progress(
        assignment=assignment,
        words="Đã họp ba thôn.",
        uploads=[a_photo(), a_photo("hai.png")],
        by=an_officer(at=assignment.unit),
        now=NOW,
    )

    assert told.state == "doing"
    assert told.evidence.count() == 2
    assert acts_on(assignment)[0] == "tasks.progress_told"


def test_empty_progress_is_refused():
    with pytest.raises(actions.CannotTell, match="làm được gì") as refused:
        actions.tell_progress(assignment=(one := an_assignment()), words="  ", by=an_officer(at=one.unit), now=NOW)

    assert refused.value.field == "words"


def test_a_bad_file_is_named_and_nothing_is_half_done():
    assignment = an_assignment()

    with pytest.raises(actions.CannotTell) as refused:
        actions.tell_progress(
            assignment=assignment,
            words="Gửi ảnh",
            uploads=[a_photo(), SimpleUploadedFile("rong.png", b"")],
            by=an_officer(at=assignment.unit),
            now=NOW,
        )

    assert refused.value.field == "uploads"
    assert "rong.png" in str(refused.value)
    assert fresh(assignment).state == "waiting"
    assert not assignment.progress.exists()


def test_handing_in_without_anything_is_refused_where_evidence_is_wanted():
    assignment = an_assignment(evidence_wanted="Báo cáo rà soát")

    with pytest.raises(actions.CannotTell, match="Chưa có lời nào"):
        actions.submit(assignment=assignment, by=an_officer(at=assignment.unit), now=NOW)


def test_files_sent_before_count_as_evidence_but_the_result_needs_words_of_its_own():
    assignment = an_assignment(evidence_wanted="Báo cáo rà soát")
    tu = an_officer(at=assignment.unit)
    actions.tell_progress(assignment=assignment, words="Đã rà soát 12 văn bản.", uploads=[a_photo()], by=tu, now=NOW)

    with pytest.raises(actions.CannotTell, match="Chưa có lời nào"):
        actions.submit(assignment=fresh(assignment), by=tu, now=NOW)
    actions.submit(assignment=assignment, words="Đã xong", by=tu, now=NOW)

    assert fresh(assignment).state == "submitted"
    assert fresh(assignment).submitted_on == TODAY


def test_a_returned_part_is_handed_in_only_with_something_new():
    assignment = submitted(an_assignment(evidence_wanted="Ảnh hội nghị"))
    tu = an_officer(at=assignment.unit)
    actions.return_(assignment=assignment, reason="Ảnh mờ", by=assignment.task.handed_out_by, now=NOW)

    with pytest.raises(actions.CannotTell, match="đã bổ sung gì") as refused:
        actions.submit(assignment=fresh(assignment), by=tu, now=NOW)
    actions.submit(assignment=fresh(assignment), uploads=[a_photo()], by=tu, now=NOW)

    assert refused.value.field == "words"
    assert fresh(assignment).state == "submitted"


def test_words_that_show_nothing_are_refused_where_evidence_is_wanted():
    assignment = an_assignment(evidence_wanted="Ảnh hội nghị")

    with pytest.raises(actions.CannotTell, match="cần gửi về: Ảnh hội nghị"):
        actions.submit(assignment=assignment, words="Đã xong", by=an_officer(at=assignment.unit), now=NOW)


def test_who_writes_on_an_older_page_is_told_so():
    assignment = an_assignment()
    tu = an_officer(at=assignment.unit)
    seen = assignment.changed_at
    actions.tell_progress(assignment=assignment, words="Lần một", by=tu, now=NOW.replace(hour=9), seen=seen)

    with pytest.raises(actions.CannotTell, match="vừa được"):
        actions.tell_progress(assignment=fresh(assignment), words="Lần một", by=tu, now=NOW.replace(hour=10), seen=seen)

    assert assignment.progress.count() == 1


def test_a_body_that_was_asked_may_decline_with_a_reason():
    clause = a_clause()
    front = a_body("Ủy ban MTTQ", kind="front", parent=clause.plan.place)
    task = actions.hand_out(clause=clause, leads=[], requested=[front], by=clause.plan.adopted_by, now=NOW, day=TODAY)
    assignment = fresh(task.assignments.get())

    with pytest.raises(actions.CannotDecline, match="lý do"):
        actions.decline(assignment=assignment, reason=" ", by=an_officer(at=front), now=NOW)
    actions.decline(assignment=assignment, reason="Đang đại hội", by=an_officer(at=front), now=NOW)

    assert fresh(assignment).state == "declined"


# Deciding


def test_accepting_ends_the_part_on_the_day():
    assignment = submitted(an_assignment())

    actions.accept(assignment=assignment, by=assignment.task.handed_out_by, now=NOW, day=TODAY)

    assert fresh(assignment).state == "accepted"
    assert fresh(assignment).finished_on == TODAY
    assert acts_on(assignment)[0] == "tasks.accepted"


def test_whoever_sent_a_result_does_not_accept_it_until_another_sends_it_anew():
    assignment = an_assignment()
    ha, lan = assignment.task.handed_out_by, an_officer(at=assignment.task.plan.issuer)
    submitted(assignment, by=ha)

    with pytest.raises(actions.CannotAccept, match="chính anh, chị gửi"):
        actions.accept(assignment=fresh(assignment), by=ha, now=NOW, day=TODAY)
    actions.return_(assignment=fresh(assignment), reason="Nhầm tệp", by=lan, now=NOW)
    submitted(fresh(assignment))
    actions.accept(assignment=fresh(assignment), by=ha, now=NOW, day=TODAY)

    assert fresh(assignment).state == "accepted"


def test_many_are_accepted_without_ones_own(province):
    task = a_task(clause=a_clause(a_plan(issuer=province.committee)), leads=province.communes)
    first, second, _third = task.assignments.all()
    own = submitted(first, by=task.handed_out_by)

    with pytest.raises(actions.CannotAccept, match="chính anh, chị gửi"):
        actions.accept_many(assignments=task.assignments.all(), by=task.handed_out_by, now=NOW, day=TODAY)
    submitted(second)
    done = actions.accept_many(assignments=task.assignments.all(), by=task.handed_out_by, now=NOW, day=TODAY)

    assert done == (1, 1)
    assert fresh(own).state == "submitted"


def test_accepting_what_was_not_handed_in_is_refused():
    with pytest.raises(actions.CannotAccept, match="chưa gửi kết quả"):
        actions.accept(assignment=(one := an_assignment()), by=one.task.handed_out_by, now=NOW, day=TODAY)


def test_when_all_who_owe_are_done_the_partners_are_done_too():
    clause = a_clause()
    lead, partner = a_body(parent=clause.plan.issuer), a_body("Công an", kind="force", parent=clause.plan.issuer)
    task = a_task(clause=clause, leads=[lead], partners=[partner])

    actions.accept(assignment=submitted(task.assignments.get(part="lead")), by=task.handed_out_by, now=NOW, day=TODAY)

    assert task.assignments.get(part="partner").state == "accepted"


def test_returning_needs_a_reason_and_the_body_goes_on():
    assignment = submitted(an_assignment())
    ha = assignment.task.handed_out_by

    with pytest.raises(actions.CannotReturn, match="lý do"):
        actions.return_(assignment=assignment, reason="", by=ha, now=NOW)
    actions.return_(assignment=assignment, reason="Thiếu biên bản", by=ha, now=NOW)

    assert submitted(fresh(assignment)).state == "submitted"
    assert assignment.progress.filter(state="returned").get().words == "Thiếu biên bản"


def test_an_acceptance_can_be_taken_back_with_a_reason():
    assignment = submitted(an_assignment())
    ha = assignment.task.handed_out_by
    actions.accept(assignment=assignment, by=ha, now=NOW, day=TODAY)

    actions.return_(assignment=fresh(assignment), reason="Phúc tra thấy thiếu", by=ha, now=NOW)

    assert fresh(assignment).finished_on is None


def test_many_are_accepted_at_once_and_others_left_alone(province):
    clause = a_clause(a_plan(issuer=province.committee))
    task = a_task(clause=clause, leads=province.communes)
    for assignment in task.assignments.all()[:2]:
        submitted(assignment)

    done = actions.accept_many(assignments=task.assignments.all(), by=task.handed_out_by, now=NOW, day=TODAY)

    assert done == (2, 0)
    assert sorted(task.assignments.values_list("state", flat=True)) == ["accepted", "accepted", "waiting"]
    assert "tasks.accepted" in acts_on(task.assignments.filter(state="accepted").first())


def test_accepting_none_of_many_is_said():
    task = a_task()

    with pytest.raises(actions.CannotAccept, match="Không có kết quả"):
        actions.accept_many(assignments=task.assignments.all(), by=task.handed_out_by, now=NOW, day=TODAY)


def test_many_are_returned_with_one_reason():
    assignment = submitted(an_assignment())
    ha = assignment.task.handed_out_by

    with pytest.raises(actions.CannotReturn, match="lý do"):
        actions.return_many(assignments=[assignment], reason="", by=ha, now=NOW)
    actions.return_many(assignments=[assignment], reason="Thiếu danh sách", by=ha, now=NOW)

    assert fresh(assignment).state == "returned"
    assert fresh(assignment).submitted_on is None


# Changing


def test_another_day_is_for_those_who_still_owe_and_the_old_one_stays_written(province):
    task = a_task(clause=a_clause(a_plan(issuer=province.committee)), leads=province.communes)
    done = submitted(task.assignments.first())

    number = actions.change_due(task=task, due=date(2026, 12, 5), reason="Mưa lũ", by=task.handed_out_by, now=NOW)

    assert number == 2
    assert fresh(done).due == DUE
    entry = audit.history_of(task)[0]
    assert (entry.act, entry.reason, entry.before["due"]) == ("tasks.due_changed", "Mưa lũ", "2026-11-25")


def test_another_day_for_one_leaves_the_task_as_it_is(province):
    task = a_task(clause=a_clause(a_plan(issuer=province.committee)), leads=province.communes)
    one = task.assignments.filter(unit=province.communes[0])

    actions.change_due(task=task, due=date(2026, 12, 5), reason="Mưa lũ", by=task.handed_out_by, now=NOW, only=one)

    assert sorted(task.assignments.values_list("due", flat=True)) == [DUE, DUE, date(2026, 12, 5)]
    assert Task.objects.get().due == DUE


@pytest.mark.parametrize(("due", "reason", "said"), [(date(2026, 12, 5), " ", "lý do"), (DUE, "vì", "Hạn vẫn như cũ")])
def test_another_day_is_refused_without_reason_or_change(due, reason, said):
    task = a_task()

    with pytest.raises(actions.CannotChange, match=said):
        actions.change_due(task=task, due=due, reason=reason, by=task.handed_out_by, now=NOW)


def test_a_task_is_withdrawn_but_what_was_done_stays(province):
    task = a_task(clause=a_clause(a_plan(issuer=province.committee)), leads=province.communes)
    actions.accept(assignment=submitted(task.assignments.first()), by=task.handed_out_by, now=NOW, day=TODAY)

    actions.withdraw_task(task=task, reason="Trung ương bãi bỏ", by=task.handed_out_by, now=NOW)

    assert sorted(task.assignments.values_list("state", flat=True)) == ["accepted", "withdrawn", "withdrawn"]
    assert not search.Entry.objects.filter(kind="task").exists()
    with pytest.raises(actions.CannotChange, match="đã được rút lại"):
        actions.withdraw_task(task=task, reason="Lại", by=task.handed_out_by, now=NOW)


def test_one_body_is_taken_off_with_a_reason():
    assignment = an_assignment()

    actions.take_off(assignment=assignment, reason="Giao nhầm", by=assignment.task.handed_out_by, now=NOW)

    assert fresh(assignment).state == "withdrawn"
    assert not Assignment.objects.open().exists()
