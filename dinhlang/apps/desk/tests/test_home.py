"""The desk: one sentence with one number, then what it counts."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dinhlang.apps.desk import queries
from dinhlang.apps.issuance.tests.factories import waiting
from dinhlang.apps.people.tests.factories import (
    a_stranger,
    a_viewer,
    a_village_head,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.reports.tests.factories import a_world_at_work
from dinhlang.apps.tasks.actions import ask_extension
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.tasks.tests.factories import a_clause, a_plan
from dinhlang.apps.tasks.tests.factories import a_task as handed_to
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province, a_village, an_office
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
HOME = "desk:home"


@pytest.fixture
def commune():
    return a_commune("Nhã Nam")


@pytest.fixture
def committee(commune):
    return a_committee(of=commune)


def a_task(committee, *, title="Họp dân", number="12/KH-UBND"):
    officer = an_officer(at=committee)
    plan = Plan.objects.create(
        title="Dân chủ ở cơ sở",
        number=number,
        issued_on=date(2026, 1, 1),
        issuer=committee,
        place=committee.parent,
        adopted_at=clock.now(),
        adopted_by=officer,
    )
    return Task.objects.create(plan=plan, title=title, text=title, handed_out_at=clock.now(), handed_out_by=officer)


def owes(task, unit, *, days, **facts):
    due = clock.today() + timedelta(days=days)
    return Assignment.objects.create(task=task, unit=unit, due=due, changed_at=clock.now(), **facts)


def desk_of(client, person):
    sign_in(client, person)
    return client.get(reverse(HOME)).content.decode()


def test_it_opens_with_the_number_of_things_that_press(client, commune, committee):
    village = a_village(parent=commune)
    for number, days in enumerate((-2, 3, 40)):
        owes(a_task(committee, number=f"{number}/KH"), village, days=days)

    page = desk_of(client, a_village_head(at=village))

    assert "Chào ông Tư, hôm nay có 2 việc đang chờ" in page
    assert "quá 2 ngày" in page


def test_a_quiet_day_is_said_so(client, commune):
    page = desk_of(client, a_village_head(at=a_village(parent=commune)))

    assert "không có việc gấp" in page


def test_a_village_head_sees_only_the_own_village(client, commune, committee):
    mine, other = a_village("Tiến Phan", parent=commune), a_village("Đồng Kim", parent=commune)
    owes(a_task(committee, title="Việc thôn khác"), other, days=1)

    page = desk_of(client, a_village_head(at=mine))

    assert "Việc thôn khác" not in page


def test_an_officer_of_the_office_sees_what_waits_for_the_committee(client, commune, committee):
    handed_in = {"state": "submitted", "submitted_on": clock.today()}
    owes(a_task(committee), a_village("Tiến Phan", parent=commune), days=1, **handed_in)

    page = desk_of(client, an_officer(at=an_office(of=committee)))

    assert "1 kết quả các đơn vị đã gửi" in page
    assert "Nhận văn bản" in page


def test_a_viewer_reads_and_is_asked_nothing(client, committee):
    a_task(committee)

    page = desk_of(client, a_viewer(at=committee))

    assert "Dân chủ ở cơ sở" in page
    assert "Nhận văn bản" not in page


def test_someone_without_a_role_is_told_whom_to_ask(client):
    assert "Xin nhờ quản trị viên" in desk_of(client, a_stranger())


def test_a_stranger_is_led_to_the_door(client):
    answer = client.get(reverse(HOME))

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("people:sign_in"))


def test_who_only_reads_sees_the_plans_of_the_own_place_first(client):
    province = a_province("Bắc Ninh")
    commune = a_commune("Nhã Nam", parent=province)
    a_task(a_committee(of=province), number="47/KH-UBND")
    Plan.objects.update(title="Kế hoạch của tỉnh", issued_on=date(2026, 1, 1))
    a_task(a_committee(of=commune), number="12/KH-UBND")

    page = desk_of(client, a_viewer(at=province))

    assert page.index("Kế hoạch của tỉnh") < page.index("12/KH-UBND")


def test_a_day_of_another_year_tells_its_year(client, commune, committee):
    far = date(clock.today().year + 1, 9, 4)
    village = a_village(parent=commune)
    owes(a_task(committee), village, days=(far - clock.today()).days)

    assert f"<strong>04/09/{far.year}</strong>" in desk_of(client, a_village_head(at=village))


def test_all_results_that_wait_are_one_click_away(client, commune, committee):
    task = a_task(committee)
    for number in range(7):
        owes(task, a_village(f"Thôn {number}", parent=commune), days=1, state="submitted", submitted_on=clock.today())

    page = desk_of(client, an_officer(at=committee))

    assert "7 kết quả các đơn vị đã gửi" in page
    assert f"{reverse('tasks:listing')}?xem=giao&amp;state=submitted" in page


def test_what_waits_for_an_event_says_for_which(client, commune, committee):
    village = a_village(parent=commune)
    plan = a_plan(issuer=committee)
    clause = a_clause(plan, time_words="sau khi Chính phủ ban hành Nghị định", due=None)
    handed_to(clause=clause, leads=[village], due=None)

    page = desk_of(client, a_village_head(at=village))

    assert "hạn còn chờ" in page
    assert "còn chờ: sau khi Chính phủ ban hành Nghị định" in page


def test_one_part_stands_on_the_desk_once(client, commune, committee):
    office = an_office(of=committee)
    late, sent = a_task(committee, title="Việc muộn", number="1/KH"), a_task(committee, title="Việc gửi", number="2/KH")
    owes(late, office, days=-2)
    owes(sent, office, days=1, state="submitted", submitted_on=clock.today())

    page = desk_of(client, an_officer(at=committee))

    assert "1 quá hạn" in page and "1 kết quả các đơn vị đã gửi" in page
    assert "Đang chờ người khác" not in page


def test_who_is_asked_for_a_later_day_sees_it_on_the_desk(client, commune, committee):
    village = a_village("Tiến Phan", parent=commune)
    part = owes(a_task(committee), village, days=3)
    later = part.due + timedelta(days=10)
    head = a_village_head(at=village)
    moment = clock.now()
    ask_extension(assignment=part, wanted=later, reason="Chờ mẫu của xã", by=head, now=moment, day=clock.today())

    page = desk_of(client, an_officer(at=committee))

    assert "Xin gia hạn chờ trả lời" in page
    assert f"đến {later:%d/%m/%Y}" in page
    assert reverse("tasks:answering_extension", args=[part.extensions.get().pk]) in page


def test_a_full_desk_needs_no_more_queries(client, commune, committee, django_assert_max_num_queries):
    villages = [a_village(f"Thôn {n}", parent=commune) for n in range(4)]
    for number in range(8):
        task = a_task(committee, number=f"{number}/KH")
        for village in villages:
            owes(task, village, days=number - 4)
        owes(task, committee, days=number - 4)
    sign_in(client, an_officer(at=committee))

    with django_assert_max_num_queries(25):
        client.get(reverse(HOME))


def test_what_waits_for_others_has_its_place(client, commune, committee):
    owes(a_task(committee, title="Việc thôn còn nợ"), a_village("Tiến Phan", parent=commune), days=-2)

    page = desk_of(client, an_officer(at=committee))

    assert "Đang chờ người khác" in page
    assert "Việc thôn còn nợ" in page.split("Đang chờ người khác")[1]


def test_what_waits_for_a_signature_comes_first_and_the_button_leads_there(client):
    world = a_world_at_work()
    document = waiting(world)

    page = desk_of(client, world.leader)

    assert "Xem 1 văn bản chờ ký" in page
    assert page.index(document.title) < page.index("Việc phải làm")
    assert "Nhận văn bản" not in page


def test_an_officer_who_may_not_sign_is_not_asked_to(client):
    world = a_world_at_work()
    waiting(world)

    assert "văn bản chờ ký" not in desk_of(client, world.officer)


def test_an_inspector_sees_what_is_late_in_the_own_place_only(client, commune, committee):
    other = a_commune("Phúc Hòa", parent=commune.parent)
    owes(a_task(committee), a_village("Tiến Phan", parent=commune), days=-2)
    owes(a_task(committee, number="13/KH"), a_village("Đồng Kim", parent=commune), days=2)
    owes(a_task(a_committee(of=other), title="Việc xã khác"), a_village("Lân Thịnh", parent=other), days=-2)

    page = desk_of(client, an_inspector(at=committee))

    assert "nơi giám sát có 1 phần việc quá hạn" in page
    assert "Thôn Tiến Phan" in page
    assert "Đồng Kim" not in page
    assert "Lân Thịnh" not in page


def test_a_program_of_ones_own_is_told_what_the_page_shows(client, commune, committee):
    village = a_village("Tiến Phan", parent=commune)
    late = owes(a_task(committee, title="Việc thôn còn nợ"), village, days=-2)
    sent = owes(a_task(committee, number="13/KH"), village, days=3, state="submitted")
    mine = owes(a_task(committee, number="14/KH"), committee, days=3)
    sign_in(client, an_officer(at=committee))

    told = client.get("/api/v1/ban-viec").json()

    assert (told["this_week"], [one["id"] for one in told["to_do"]]) == (1, [mine.pk])
    assert [one["id"] for one in told["to_decide"]["first"]] == [sent.pk]
    assert [one["id"] for one in told["late_with_others"]["first"]] == [late.pk]


def test_a_stranger_is_told_nothing(client):
    assert client.get("/api/v1/ban-viec").status_code == 401


@pytest.mark.parametrize("number", [3, 14])
def test_a_long_list_is_counted_as_a_short_one_is(commune, committee, number):
    village = a_village(parent=commune)
    for n in range(number):
        owes(a_task(committee, number=f"{n}/KH"), village, days=(-1, 3, 30)[n % 3])

    owed = queries.owed(an_officer(at=village), day=clock.today())

    days = [n % 3 for n in range(number)]
    assert (owed.late, owed.this_week, owed.later) == tuple(days.count(kind) for kind in range(3))
    assert len(owed.listed) == min(number, queries.MOST)
