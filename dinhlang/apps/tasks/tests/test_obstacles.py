"""What stands in the way: raised, passed up, answered, accepted or raised again; in sight until answered."""

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.actions import Saying
from dinhlang.apps.tasks.models import Assignment, Obstacle, ObstacleFile
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_photo, a_plan, a_task, fresh, submitted
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db
LATER = NOW.replace(minute=45)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=10))


@pytest.fixture
def place():
    """A commune of a province, both with committees; a village owes a task, its head and an officer are there."""
    province = a_province()
    province.committee = a_committee(of=province)
    commune = a_commune(parent=province)
    commune.above = province.committee
    commune.committee = a_committee(of=commune)
    commune.village = a_village("Một", parent=commune)
    commune.other = a_village("Hai", parent=commune)
    commune.ha = an_officer(at=commune.committee)
    commune.head = a_village_head(at=commune.village)
    commune.plan = a_plan(issuer=commune.committee, by=commune.ha)
    commune.task = a_task(clause=a_clause(commune.plan), leads=[commune.village, commune.other])
    commune.part = fresh(commune.task.assignments.get(unit=commune.village))
    return commune


def raised(place, words="Thôn chưa có nhà văn hóa để họp dân.", **facts) -> Obstacle:
    facts = {"by": place.head, "now": NOW, **facts}
    return actions.raise_obstacle(assignment=place.part, said=Saying(words), **facts)


def test_an_obstacle_waits_for_the_issuer_and_is_counted_beside_the_states(place):
    raised(place)
    submitted(place.task.assignments.get(unit=place.other))

    counts = queries.progress_of(place.plan, on=TODAY)

    assert (counts.total, counts.submitted, counts.obstacles) == (2, 1, 1)
    assert list(queries.obstacles_to_answer(place.ha)) == [Obstacle.objects.get()]
    assert not queries.obstacles_to_answer(place.head)


def test_two_obstacles_of_one_part_are_one_part_with_an_obstacle(place):
    raised(place)
    raised(place, "Chưa có kinh phí in tài liệu.")

    assert queries.progress_of(place.task, on=TODAY).obstacles == 1


def test_no_obstacle_is_lost_when_the_part_goes_on(place):
    raised(place)
    submitted(place.part)
    actions.accept(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)

    assert queries.progress_of(place.task, on=TODAY).obstacles == 1
    assert queries.obstacles_to_answer(place.ha).count() == 1


def test_an_answer_is_judged_by_who_asked(place):
    obstacle = raised(place)

    actions.answer(obstacle=obstacle, said=Saying("Họp tại trường tiểu học."), by=place.ha, now=LATER)

    assert queries.progress_of(place.task, on=TODAY).obstacles == 0
    assert list(queries.obstacles_answered(place.head)) == [obstacle]
    actions.raise_again(obstacle=obstacle, said=Saying("Trường đang sửa."), by=place.head, now=LATER)
    assert queries.progress_of(place.task, on=TODAY).obstacles == 1
    actions.answer(obstacle=obstacle, said=Saying("Họp tại đình làng."), by=place.ha, now=LATER)
    actions.settle(obstacle=obstacle, by=place.head, now=LATER)
    assert Obstacle.objects.get().state == "settled"
    steps = ["raised", "answered", "again", "answered", "settled"]
    assert list(queries.said_of(obstacle).values_list("step", flat=True)) == steps


def test_every_step_is_in_the_record_with_words(place):
    obstacle = raised(place)
    actions.pass_up(obstacle=obstacle, reason="Cần tỉnh bố trí vốn.", by=place.ha, now=LATER)
    actions.answer(obstacle=obstacle, said=Saying("Đã bố trí."), by=an_officer(at=place.above), now=LATER)
    actions.raise_again(obstacle=obstacle, said=Saying("Chưa nhận được."), by=place.head, now=LATER)
    actions.answer(obstacle=obstacle, said=Saying("Đã chuyển."), by=place.ha, now=LATER)
    actions.settle(obstacle=obstacle, by=place.head, now=LATER)

    acts = {entry.act for entry in audit.history_of(obstacle)}

    assert acts == {f"tasks.obstacle_{what}" for what in ("raised", "passed_up", "answered", "raised_again", "settled")}
    assert acts <= set(audit.known_acts())


def test_passed_up_it_waits_on_the_desk_of_the_body_above(place):
    obstacle = raised(place)
    lan = an_officer(at=place.above)

    actions.pass_up(obstacle=obstacle, reason="Vượt thẩm quyền xã.", by=place.ha, now=LATER)

    assert obstacle.answerer == place.above
    assert list(queries.obstacles_to_answer(lan)) == [obstacle]
    assert not queries.obstacles_to_answer(place.ha)


def test_nobody_stands_above_the_top(place):
    obstacle = raised(place)
    actions.pass_up(obstacle=obstacle, reason="Vượt thẩm quyền xã.", by=place.ha, now=LATER)

    with pytest.raises(actions.CannotAnswer, match="Không thấy cơ quan cấp trên"):
        actions.pass_up(obstacle=obstacle, reason="Vượt thẩm quyền tỉnh.", by=place.ha, now=LATER)

    assert obstacle.answerer == place.above


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Saying(""), "Xin ghi rõ nội dung"),
        (Saying("Đã có công văn", kind="document"), "Xin ghi số, tên văn bản"),
        (Saying("x" * 10_001), "quá dài"),
    ],
)
def test_an_answer_says_something(place, said, told):
    obstacle = raised(place)

    with pytest.raises(actions.CannotAnswer, match=told):
        actions.answer(obstacle=obstacle, said=said, by=place.ha, now=LATER)

    assert Obstacle.objects.get().state == "open"


def test_a_decision_with_its_number_needs_no_words(place):
    obstacle = raised(place)

    said = Saying(kind="decision", document="Quyết định 12/QĐ-UBND ngày 20/11/2026")
    actions.answer(obstacle=obstacle, said=said, by=place.ha, now=LATER)

    assert queries.said_of(obstacle).last().document.startswith("Quyết định 12")


def test_what_is_settled_cannot_be_answered(place):
    obstacle = raised(place)
    actions.answer(obstacle=obstacle, said=Saying("Được."), by=place.ha, now=LATER)
    actions.settle(obstacle=obstacle, by=place.head, now=LATER)

    with pytest.raises(actions.CannotAnswer, match="đang ở “đã gỡ”"):
        actions.answer(obstacle=obstacle, said=Saying("Nữa."), by=place.ha, now=LATER)


def test_who_looked_at_an_older_page_is_told_who_was_quicker(place):
    seen = raised(place)
    mine = Obstacle.objects.get()
    actions.answer(obstacle=seen, said=Saying("Được."), by=place.ha, now=LATER)

    with pytest.raises(actions.CannotAnswer, match=r"vừa được .* cập nhật \(trả lời\)"):
        actions.answer(obstacle=mine, said=Saying("Không."), by=place.ha, now=LATER)

    assert queries.said_of(mine).count() == 2


def test_a_second_click_raises_nothing_twice(place):
    raised(place)

    with pytest.raises(actions.CannotRaise, match=r"đã được .* nêu lúc 08:30"):
        raised(place)

    assert Obstacle.objects.count() == 1


def test_what_was_withdrawn_has_no_obstacles_any_more(place):
    actions.take_off(assignment=place.part, reason="Nhầm", by=place.ha, now=NOW)

    with pytest.raises(actions.CannotRaise, match="không còn giao"):
        raised(place)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_raise_one(threads, place):  # noqa: F811
    done, told = at_once(lambda: raised(place), lambda: raised(place))

    assert done == 1
    assert "đang chờ trả lời" in told[0]
    assert Obstacle.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_officers_answer_at_the_same_moment(threads, place):  # noqa: F811
    raised(place)
    first, second = Obstacle.objects.get(), Obstacle.objects.get()

    def answered(obstacle, words):
        return actions.answer(obstacle=obstacle, said=Saying(words), by=place.ha, now=LATER)

    done, told = at_once(lambda: answered(first, "Có."), lambda: answered(second, "Không."))

    assert done == 1
    assert "vừa được" in told[0]
    assert queries.said_of(first).count() == 2


# The pages


def test_a_head_raises_it_with_a_photo_and_the_officer_answers(client, place):
    sign_in(client, place.head)
    page = reverse("tasks:raise_obstacle", args=[place.part.pk])

    client.post(page, {"words": "Chưa có chỗ họp.", "uploads": [a_photo()]})

    obstacle = Obstacle.objects.get()
    assert ObstacleFile.objects.get().word.obstacle == obstacle
    assert "Chưa có chỗ họp" in text_of(client.get(reverse("tasks:assignment", args=[place.part.pk])))
    sign_in(client, place.ha)
    assert "Vướng mắc chờ trả lời" in text_of(client.get("/ban-viec/", follow=True))
    client.post(reverse("tasks:answer_obstacle", args=[obstacle.pk]), {"kind": "words", "words": "Họp ở đình."})
    sign_in(client, place.head)
    text = text_of(client.get(reverse("tasks:obstacle", args=[obstacle.pk])))
    assert "Họp ở đình." in text
    assert "Đã gỡ được" in text


def test_plan_and_task_say_how_many_have_an_obstacle(client, place):
    raised(place)
    sign_in(client, place.ha)

    assert "0 trên 2 phần việc đã xong, 1 có vướng mắc" in text_of(client.get(f"/ke-hoach/{place.plan.pk}/"))
    task = reverse("tasks:task", args=[place.task.pk])
    assert "1 có vướng mắc chờ trả lời" in text_of(client.get(task))
    only = text_of(client.get(f"{task}?state=obstacle"))
    assert "thôn Một" in only


def test_an_empty_answer_is_told_beside_the_field_and_nothing_is_lost(client, place):
    obstacle = raised(place)
    sign_in(client, place.ha)

    sent = {"kind": "document", "words": "Xem văn bản của tỉnh."}
    answer = client.post(reverse("tasks:answer_obstacle", args=[obstacle.pk]), sent)

    assert_kind_refusal(answer, "Xin ghi số, tên văn bản")
    assert "Xem văn bản của tỉnh." in text_of(answer)


def test_another_village_neither_reads_nor_answers_it(client, place):
    obstacle = raised(place)
    sign_in(client, a_village_head(at=place.other))

    assert client.get(reverse("tasks:obstacle", args=[obstacle.pk])).status_code == 404
    assert client.post(reverse("tasks:answer_obstacle", args=[obstacle.pk]), {"words": "x"}).status_code in {403, 404}
    assert client.get(reverse("tasks:raise_obstacle", args=[place.part.pk])).status_code == 404


# Not applicable


def test_a_duty_that_does_not_concern_a_body_is_counted_apart(place):
    actions.say_not_ours(assignment=place.part, reason="Thôn không có đất ruộng.", by=place.head, now=NOW)
    waiting = queries.progress_of(place.task, on=TODAY)
    assert (waiting.total, waiting.not_ours, waiting.exempt) == (2, 1, 0)
    assert place.part in queries.waiting_for_me(place.ha)

    actions.exempt(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)

    counts = queries.progress_of(place.task, on=TODAY)
    assert (counts.total, counts.done, counts.not_ours, counts.exempt) == (1, 0, 0, 1)
    assert fresh(place.part).finished_on is None


def test_the_issuer_returns_it_with_a_reason_and_the_body_owes_again(place):
    actions.say_not_ours(assignment=place.part, reason="Không có ruộng.", by=place.head, now=NOW)

    actions.return_(assignment=fresh(place.part), reason="Có 3 ha ở xứ đồng Cửa.", by=place.ha, now=LATER)

    assert fresh(place.part).state == "returned"
    assert submitted(fresh(place.part)).state == "submitted"


@pytest.mark.parametrize(
    ("state", "told"),
    [("waiting", "không báo là việc này không thuộc diện"), ("accepted", "đã được ghi nhận là xong")],
)
def test_only_what_was_said_is_agreed_to(place, state, told):
    if state == "accepted":
        submitted(place.part)
        actions.accept(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)

    with pytest.raises(actions.CannotAccept, match=told):
        actions.exempt(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)


def test_it_needs_a_reason_and_another_person_who_agrees(place):
    with pytest.raises(actions.CannotDecline, match="Xin ghi lý do"):
        actions.say_not_ours(assignment=place.part, reason=" ", by=place.head, now=NOW)
    actions.say_not_ours(assignment=place.part, reason="Không có ruộng.", by=place.ha, now=NOW)

    with pytest.raises(actions.CannotAccept, match="do chính anh, chị gửi"):
        actions.exempt(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)


def test_what_was_agreed_can_be_taken_back(place):
    actions.say_not_ours(assignment=place.part, reason="Không có ruộng.", by=place.head, now=NOW)
    actions.exempt(assignment=fresh(place.part), by=place.ha, now=LATER, day=TODAY)

    actions.return_(assignment=fresh(place.part), reason="Mới nhận thêm ruộng.", by=place.ha, now=LATER)

    assert fresh(place.part).state == "returned"


def test_bulk_acceptance_never_agrees_to_a_claim(place):
    actions.say_not_ours(assignment=place.part, reason="Không có ruộng.", by=place.head, now=NOW)
    submitted(place.task.assignments.get(unit=place.other))

    actions.accept_many(assignments=Assignment.objects.filter(task=place.task), by=place.ha, now=LATER, day=TODAY)

    assert fresh(place.part).state == "not_ours"


def test_the_pages_of_saying_so_and_agreeing(client, place):
    sign_in(client, place.head)
    page = reverse("tasks:not_ours", args=[place.part.pk])
    client.post(page, {"reason": "Thôn không có đất ruộng."})
    sign_in(client, place.ha)
    shown = text_of(client.get(reverse("tasks:assignment", args=[place.part.pk])))
    assert "báo là việc này không thuộc diện của mình: Thôn không có đất ruộng." in shown

    client.post(reverse("tasks:exempt", args=[place.part.pk]))

    assert fresh(place.part).state == "exempt"
    text = text_of(client.get(reverse("tasks:task", args=[place.task.pk])))
    assert "0 trên 1 đơn vị đã xong" in text
    assert "1 không thuộc diện" in text
