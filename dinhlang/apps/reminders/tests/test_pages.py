"""The list, the desk, the choice, the text to paste."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dinhlang.apps.people.models import Role
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.reminders import actions, queries
from dinhlang.apps.reminders.models import Notice, Wish
from dinhlang.apps.reminders.tests.factories import a_part, at, night
from dinhlang.apps.tasks import actions as tasks
from dinhlang.apps.tasks.tests.factories import a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.units.tests.factories import a_body, a_committee
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch):
    """The house's clock at an hour of a day of November 2026."""

    def set_(day, hour=9, **facts):
        now = at(day, hour, **facts)
        monkeypatch.setattr(clock, "now", lambda: now)
        monkeypatch.setattr(clock, "today", now.date)

    return set_


def page_of(client, address="/nhac-viec/"):
    return client.get(address).content.decode()


def test_the_list_says_what_is_true_today_and_what_was_read_goes_from_it(client, on):
    part, officer = a_part()
    night(22)
    on(24)
    sign_in(client, officer)
    assert "Còn 1 ngày đến hạn 25/11/2026" in page_of(client)

    client.post(f"/nhac-viec/{Notice.objects.get().pk}/da-doc/")

    assert part.task.title not in page_of(client)
    assert part.task.title in page_of(client, "/nhac-viec/?xem=het")


def a_step(part, officer, act):
    """What makes the fact of a reminder go."""
    facts = {"assignment": fresh(part), "now": at(24, 10)}
    if act == "receive":
        tasks.receive(by=officer, **facts)
    elif act == "submit":
        tasks.submit(words="Đã rà soát 12 văn bản.", by=officer, **facts)
    else:
        wanted = tasks.ask_extension(
            wanted=date(2026, 12, 10), reason="bận", by=officer, day=date(2026, 11, 24), **facts
        )
        issuer = part.task.handed_out_by
        tasks.answer_extension(extension=wanted, granted=wanted.wanted, reason="được", by=issuer, now=at(24, 11))


@pytest.mark.parametrize(
    ("due", "act", "said"),
    [
        (None, "receive", "đã nhận việc"),
        (date(2026, 11, 25), "submit", "chờ duyệt"),
        (date(2026, 11, 25), "later", "hạn đã đổi"),
    ],
)
def test_a_reminder_whose_fact_is_gone_leaves_at_once_and_stays_in_the_history(client, on, due, act, said):
    part, officer = a_part(due=due)
    night(24)
    on(24, 12)
    sign_in(client, officer)
    assert queries.unread_of(officer).count() == 1

    a_step(part, officer, act)

    assert not queries.unread_of(officer).exists()
    assert part.task.title not in page_of(client)
    assert said in page_of(client, "/nhac-viec/?xem=het")
    assert Notice.objects.get().read_at is None


def test_what_was_settled_and_came_back_is_unread_again(on):
    part, officer = a_part()
    night(24)
    handed = submitted(part)
    assert not queries.unread_of(officer).exists()

    tasks.return_(assignment=handed, reason="Thiếu danh sách", by=an_officer(at=part.task.plan.issuer), now=at(24, 9))

    assert queries.unread_of(officer).count() == 1


def test_all_that_the_page_showed_is_read_and_what_came_since_is_not(client, on):
    _part, officer = a_part()
    night(22)
    on(22)
    sign_in(client, officer)
    shown = Notice.objects.get().pk
    night(24)

    client.post("/nhac-viec/da-doc/", {"latest": shown})

    assert list(Notice.objects.filter(read_at=None).exclude(pk=shown)) == list(Notice.objects.exclude(pk=shown))


def test_the_desk_shows_what_is_unread(client, on):
    _part, officer = a_part()
    night(22)
    on(22)
    sign_in(client, officer)

    assert "1 lời nhắc chưa đọc" in page_of(client, "/ban-viec/")


def test_anothers_reminder_is_not_known_to_exist(client, on):
    _part, _officer = a_part()
    night(22)
    on(22)
    sign_in(client, an_officer(at=a_committee()))

    assert client.post(f"/nhac-viec/{Notice.objects.get().pk}/da-doc/").status_code == 404


def test_who_lost_the_role_reads_no_more_of_it(client, on):
    part, officer = a_part()
    night(22)
    Role.objects.filter(person=officer).update(ends=at(22).date())
    a_viewer(at=a_committee())
    on(22)
    sign_in(client, officer)

    assert part.task.title not in page_of(client, "/ban-viec/")


def test_the_choice_is_kept_and_a_wrong_hour_gets_a_sentence(client, on):
    _part, officer = a_part()
    on(22)
    sign_in(client, officer)
    wrong = client.post("/nhac-viec/cach-nhan/", {"mail": "digest", "hour": "31"})
    assert wrong.status_code == 200
    assert not Wish.objects.exists()

    client.post("/nhac-viec/cach-nhan/", {"mail": "digest", "hour": "17"})

    assert Wish.objects.get(person=officer).hour == 17


def test_the_text_to_paste_names_the_late_within_the_length_of_a_message(client, on):
    committee = a_committee()
    plan = a_plan(issuer=committee)
    leads = [a_body(f"Phòng số {number} " + "tên dài " * 10, parent=committee) for number in range(30)]
    a_task(clause=a_clause(plan, text="Rà soát văn bản " + "rất dài " * 30), leads=leads)
    on(30)
    sign_in(client, plan.adopted_by)

    answer = client.get(f"/nhac-viec/ke-hoach/{plan.pk}/loi-nhac/")

    parts = answer.context["parts"]
    assert len(parts) > 1
    assert all(len(part) <= 2000 for part in parts)
    assert all(f"/ke-hoach/{plan.pk}/" in part for part in parts)
    assert all("(quá 5 ngày)" in part for part in parts)
    assert all(sum(part.count(f"Phòng số {number} ") for part in parts) == 1 for number in range(30))


def test_what_many_owe_is_said_once_in_the_text_to_paste(client, on):
    committee = a_committee()
    plan = a_plan(issuer=committee)
    leads = [a_body(f"Phòng số {number}", parent=committee) for number in range(3)]
    a_task(clause=a_clause(plan, text="Rà soát văn bản của cơ quan mình"), leads=leads)
    a_task(clause=a_clause(plan, text="Tổ chức hội nghị tuyên truyền"), leads=leads[:1])
    on(30)
    sign_in(client, plan.adopted_by)

    (text,) = client.get(f"/nhac-viec/ke-hoach/{plan.pk}/loi-nhac/").context["parts"]

    assert "- Rà soát văn bản của cơ quan mình (quá 5 ngày): Phòng số 0; Phòng số 1; Phòng số 2\n" in text
    assert "- Phòng số 0: Tổ chức hội nghị tuyên truyền (quá 5 ngày)\n" in text


def test_only_who_hands_out_pastes(client, on):
    part, officer = a_part()
    on(22)
    address = f"/nhac-viec/ke-hoach/{part.task.plan.pk}/loi-nhac/"
    sign_in(client, officer)
    assert client.get(address).status_code == 403
    sign_in(client, part.task.plan.adopted_by)
    assert "Không đơn vị nào cần nhắc" in page_of(client, address)


def test_a_long_list_costs_no_more_questions(client, on):
    part, officer = a_part()
    night(22)
    on(24)
    sign_in(client, officer)
    page_of(client)
    with CaptureQueriesContext(connection) as few:
        page_of(client)
    for _number in range(5):
        a_task(leads=[part.unit])
    night(22)
    with CaptureQueriesContext(connection) as many:
        page_of(client)

    assert Notice.objects.count() == 6
    assert len(many) == len(few)


def test_an_address_is_made_once_and_taken_away(client, on):
    part, officer = a_part()
    on(22)
    sign_in(client, officer)
    for _time in range(2):
        client.post("/nhac-viec/theo-doi/them/")
        client.post("/nhac-viec/theo-doi/them/", {"unit": part.unit.pk})
        client.post("/nhac-viec/theo-doi/them/", {"plan": part.task.plan.pk})
    page = page_of(client, "/nhac-viec/theo-doi/")
    assert page.count(".ics") == 3

    made = actions.follow(by=officer, now=clock.now())
    client.post(f"/nhac-viec/theo-doi/{made.pk}/bo/")

    assert page_of(client, "/nhac-viec/theo-doi/").count(".ics") == 2


def test_the_page_of_operations_says_how_letters_and_reminders_stand(settings):
    from dinhlang.apps.reminders.panels import letters_and_reminders

    a_part()
    actions.lay(now=at(20))
    late = letters_and_reminders(at(22, 20))
    assert "chưa nhắc" in str(late[0].text)
    assert "Chưa có máy chủ thư" in str(late[1].text)

    settings.EMAIL_HOST = "127.0.0.1"
    night(22)

    reminders, letters = letters_and_reminders(at(22, 8))
    assert reminders.mark == "done"
    assert (letters.mark, str(letters.text)[:5]) == ("late", "1 thư")
