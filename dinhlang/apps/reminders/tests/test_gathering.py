"""Who handed work out hears of what is late under them: one line a person and day, only when there is news."""

from datetime import date

import pytest

from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.reminders import actions, queries, rules
from dinhlang.apps.reminders.models import Letter, LetterState, Roundup
from dinhlang.apps.reminders.tests.factories import an_officer_with_mail, at
from dinhlang.apps.tasks.models import Heir
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.units.models import Unit
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def issued():
    """Binh's committee gave out a plan with two duties to two bodies each; both days are near."""
    committee = a_committee()
    binh = an_officer_with_mail(at=committee, name="Lê Văn Bình", email="binh@bacninh.example.vn")
    plan = a_plan(issuer=committee, by=binh)
    bodies = [a_body("Phòng Văn hoá", parent=committee), a_body("Phòng Kinh tế", parent=committee)]
    for due in (date(2026, 11, 25), date(2026, 11, 27)):
        a_task(clause=a_clause(plan), leads=bodies, due=due)
    plan.binh = binh
    return plan


@pytest.mark.parametrize(
    ("last", "latest", "wanted"),
    [
        (None, date(2026, 11, 1), True),
        (date(2026, 11, 24), date(2026, 11, 24), True),  # what was due that day was not late yet when it was told
        (date(2026, 11, 24), date(2026, 11, 23), False),
        (date(2026, 11, 18), date(2026, 11, 1), True),
        (date(2026, 11, 25), date(2026, 11, 25), False),
    ],
)
def test_news_or_a_week_makes_a_line(last, latest, wanted):
    assert rules.is_gathered(last=last, latest=latest, day=date(2026, 11, 25), every=7) == wanted


def test_one_line_a_day_however_many_parts_and_none_without_news(issued):
    told = [actions.gather_late(now=at(day)) for day in (25, 26, 26, 27, 28, 29)]

    assert told == [0, 1, 0, 0, 1, 0]
    rows = Roundup.objects.filter(person=issued.binh).order_by("day")
    assert [(one.day.day, one.late, one.due_at) for one in rows] == [(26, 2, at(26)), (28, 4, at(28))]


def test_it_comes_again_after_a_week_and_a_missed_night_is_caught_up(issued):
    actions.gather_late(now=at(28))

    assert actions.gather_late(now=at(4, month=12)) == 0
    assert actions.gather_late(now=at(6, 11, month=12)) == 1


def test_the_letter_says_it_by_plan_as_it_is_at_the_sending_moment(office, issued):
    actions.gather_late(now=at(26))
    handed = fresh(issued.tasks.first().assignments.first())
    submitted(handed)

    assert actions.send_due(now=at(26, 7)) == 1

    words = office.came[0][1].get_payload(decode=True).decode()
    assert "1 phần việc đã quá hạn trong các kế hoạch anh, chị theo dõi:" in words
    assert f"- {issued}: 1 phần việc, hạn 25/11/2026" in words
    assert "/nhiem-vu/?xem=phan&state=late" in words


def test_no_letter_goes_where_all_was_handed_in_before_it_went(office, issued):
    actions.gather_late(now=at(26))
    for part in issued.tasks.get(due=date(2026, 11, 25)).assignments.all():
        submitted(fresh(part))

    assert actions.send_due(now=at(26, 7)) == 0
    assert Letter.objects.get().state == LetterState.DROPPED
    assert queries.unread_roundup(issued.binh, day=date(2026, 11, 26)) is None


def test_it_stands_on_the_page_until_it_is_read(client, monkeypatch, issued):
    monkeypatch.setattr(clock, "now", lambda: at(28, 9))
    monkeypatch.setattr(clock, "today", at(28).date)
    actions.gather_late(now=at(28))
    sign_in(client, issued.binh)
    page = client.get("/nhac-viec/").content.decode()
    assert "4 phần việc, lâu nhất từ hạn 25/11/2026" in page
    assert "4 phần việc đã quá hạn" in client.get("/ban-viec/").content.decode()

    client.post("/nhac-viec/viec-qua-han/da-doc/")

    assert "lâu nhất từ hạn" not in client.get("/nhac-viec/").content.decode()
    assert "lâu nhất từ hạn" in client.get("/nhac-viec/?xem=het").content.decode()


def test_of_a_body_that_is_no_more_its_heir_is_told(issued):
    heir = a_committee(of=a_commune("Tân Yên"))
    officer = an_officer_with_mail(at=heir, name="Vũ Thị Lan", email="lan@tanyen.example.vn")
    Unit.objects.filter(pk=issued.keeper_id).update(is_living=False)
    Heir.objects.create(unit_id=issued.keeper_id, successor=heir, day=TODAY, at=NOW)

    actions.gather_late(now=at(26))

    assert list(Roundup.objects.values_list("person", flat=True)) == [officer.pk]


def test_an_installation_may_want_none(issued, settings):
    settings.REMIND = {**settings.REMIND, "issuer": ()}

    assert actions.gather_late(now=at(26)) == 0
