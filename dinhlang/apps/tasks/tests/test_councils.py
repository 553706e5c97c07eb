"""One duty of many councils: each is due by its own sitting, and the issuer sees of how many it is known."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.deadlines import actions, queries, rules
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.tests.factories import NOW, a_clause, a_plan, a_task, fresh
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db
WORDS = "trình kỳ họp thường lệ cuối năm 2026"
EARLY, LATE, OTHER = date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 21)


class Councils:
    """A province hands one duty to the councils of its two communes."""

    def __init__(self, words=WORDS):
        self.province = a_province()
        self.communes = [a_commune(name, parent=self.province) for name in ("Nhã Nam", "Tân Yên")]
        names = [(f"HĐND {one.full_name}", one) for one in self.communes]
        self.bodies = [a_body(name, parent=one, kind="people_council") for name, one in names]
        self.officers = [an_officer(at=body) for body in self.bodies]
        plan = a_plan(issuer=a_committee(of=self.province))
        clause = a_clause(plan, time_words=words, due=None)
        self.task = a_task(clause=clause, leads=self.bodies, due=None)

    @property
    def days(self):
        return [self.task.assignments.get(unit=one).due for one in self.bodies]

    def sits(self, number, day, *, kind="year_end", year=2026):
        facts = {"kind": kind, "year": year, "begins_on": day, "source": "Thông báo 3/TB-HĐND"}
        return actions.keep_session(place=self.communes[number], **facts, by=self.officers[number], now=NOW)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("trình kỳ họp thường lệ cuối năm 2026", ("year_end", 2026)),
        ("tại kỳ họp giữa năm", ("midyear", 2025)),
        ("các kỳ họp giữa năm và cuối năm 2026", None),
        ("kỳ họp gần nhất của Hội đồng nhân dân", None),
        ("kỳ họp cuối năm 2026 hoặc kỳ họp chuyên đề", None),
    ],
)
def test_the_words_name_one_regular_sitting_or_nobody_guesses(words, meant):
    assert rules.meant(words, year=2025) == meant


def test_each_council_is_due_by_its_own_sitting_as_soon_as_it_is_recorded():
    them = Councils()
    assert them.days == [None, None]

    them.sits(0, EARLY)
    assert them.days == [EARLY, None]
    them.sits(1, LATE)
    assert them.days == [EARLY, LATE]

    them.task.refresh_from_db()
    assert them.task.due is None
    assert "khai mạc 08/12/2026" in them.task.assignments.get(unit=them.bodies[0]).progress.get().words
    assert queries.sittings_of(them.task.deadline).number == 2


def test_a_sitting_that_is_moved_or_not_held_moves_its_own_council_only():
    them = Councils()
    first, _second = them.sits(0, EARLY), them.sits(1, LATE)
    facts = {"by": them.officers[0], "now": NOW}

    assert (
        actions.move_session(
            session=first, begins_on=OTHER, source="TB 9", calendar=calendar.calendar_in_force(), **facts
        )
        == 1
    )
    assert them.days == [OTHER, LATE]

    actions.cancel_session(session=first, reason="bầu cử sớm", **facts)
    assert them.days == [None, LATE]


def test_a_sitting_recorded_before_the_handing_out_is_known_at_once():
    them = Councils()
    them.sits(0, EARLY)
    clause = a_clause(them.task.plan, time_words=WORDS, due=None)

    task = a_task(clause=clause, leads=them.bodies, due=None)

    assert sorted(task.assignments.values_list("due", flat=True), key=str) == [EARLY, None]


def test_a_day_that_the_issuer_gives_all_does_not_move_a_council_with_its_own():
    them = Councils()
    them.sits(0, EARLY)
    by = them.task.handed_out_by
    facts = {"kind": "topical", "year": 2026, "begins_on": LATE, "source": "TB 1", "by": by, "now": NOW}
    of_province = actions.keep_session(place=them.province, **facts)

    actions.link_session(
        deadline=them.task.deadline,
        session=of_province,
        count=None,
        calendar=calendar.calendar_in_force(),
        by=by,
        now=NOW,
    )

    assert them.days == [EARLY, LATE]


def test_days_before_a_councils_own_sitting_follow_the_calendar():
    them = Councils("chậm nhất 05 ngày làm việc trước kỳ họp thường lệ cuối năm 2026")
    them.sits(0, EARLY)
    assert them.days[0] == date(2026, 12, 1)

    a_day_off(date(2026, 12, 3))
    recount_all(day="2026-12-03")

    assert them.days[0] == date(2026, 11, 30)


def test_where_the_words_name_none_the_council_chooses_and_comes_back_from_recording(client):
    them = Councils("trình kỳ họp gần nhất của Hội đồng nhân dân")
    sign_in(client, them.officers[0])
    part, place = them.task.assignments.get(unit=them.bodies[0]), them.communes[0].pk
    deadline = them.task.deadline_id
    own = reverse("deadlines:linking_own", args=[deadline, place])
    page = client.get(reverse("tasks:assignment", args=[part.pk])).content.decode()
    assert "chưa biết kỳ họp của Hội đồng nhân dân xã Nhã Nam" in page and own in page

    sent = client.get(own)
    assert sent["Location"] == f"{reverse('deadlines:adding')}?han={deadline}&noi={place}"
    facts = {"place": place, "kind": "topical", "year": 2026, "begins_on": "8/12/2026", "source": "TB 3"}
    assert client.post(sent["Location"], facts)["Location"] == own
    session = client.get(own).context["form"].initial["session"]
    client.post(own, {"session": session, "unit": "day"})

    assert fresh(part).due == EARLY
    assert "khai mạc" in client.get(reverse("tasks:assignment", args=[part.pk])).content.decode()
    foreign = reverse("deadlines:linking_own", args=[deadline, them.communes[1].pk])
    assert client.get(foreign).status_code == 403


def test_the_issuer_sees_of_how_many_it_is_known(client):
    them = Councils()
    them.sits(0, EARLY)
    sign_in(client, them.task.handed_out_by)

    plan = " ".join(client.get(reverse("plans:plan", args=[them.task.plan_id])).content.decode().split())
    assert "theo kỳ họp của từng Hội đồng · thứ Ba, 08/12/2026" in plan
    for page in (reverse("tasks:task", args=[them.task.pk]), reverse("deadlines:why", args=[them.task.deadline_id])):
        assert "đã biết 1 trên 2" in " ".join(client.get(page).content.decode().split())
