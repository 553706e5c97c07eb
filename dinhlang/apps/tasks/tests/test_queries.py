"""Counting, and understanding whom a plan's words mean."""

from datetime import date, timedelta

import pytest

from dinhlang.apps.people.tests.factories import a_leader, an_officer
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.tasks.tests.factories import DUE, NOW, TODAY, a_clause, a_plan, a_task, submitted
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_post, a_province, a_village

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    """A province: two departments, three communes, of which two have an office of the same name."""
    place = a_province()
    place.committee = a_committee(of=place)
    place.bodies = [a_body(name, parent=place.committee) for name in ("Sở Nội vụ", "Sở Văn hóa và Thể thao")]
    place.front = a_body("Ủy ban Mặt trận Tổ quốc", kind="front", parent=place)
    place.communes = [a_committee(of=a_commune(name, parent=place)) for name in ("Một", "Hai", "Ba")]
    for committee in place.communes[:2]:
        a_body("Phòng Kinh tế", parent=committee)
    return place


def read(place, words):
    reader = queries.Reader(place, day=TODAY, issuer=place.committee)
    return [(one.words, [unit.name for unit in one.bodies]) for one in reader.read(words)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("so noi vu tinh", ["Sở Nội vụ"]),
        ("Sở Nội vụ; Sở Văn hóa và Thể thao", ["Sở Nội vụ", "Sở Văn hóa và Thể thao"]),
        ("UBMTTQ tỉnh", ["Ủy ban Mặt trận Tổ quốc"]),
        ("UB MTTQ tỉnh", ["Ủy ban Mặt trận Tổ quốc"]),
        ("Ủy ban nhân dân xã Hai", ["UBND xã Hai"]),
        ("Các xã, phường", ["UBND xã Ba", "UBND xã Hai", "UBND xã Một"]),
        ("UBND các xã, phường và Sở Nội vụ", ["UBND xã Ba", "UBND xã Hai", "UBND xã Một", "Sở Nội vụ"]),
        ("UBND các xã (trừ UBND xã Hai)", ["UBND xã Ba", "UBND xã Một"]),
        ("UBND tỉnh", ["UBND tỉnh Bắc Ninh"]),
    ],
)
def test_words_are_understood_as_bodies(place, words, named):
    assert [name for _words, names in read(place, words) for name in names] == named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Trưởng thôn", ["Hai", "Một"]),
        ("các trưởng thôn, tổ trưởng", ["Hai", "Một"]),
        ("Trưởng thôn Hai", ["Hai"]),
    ],
)
def test_heads_of_villages_mean_their_villages(words, named):
    commune = a_commune()
    for name in ("Một", "Hai"):
        a_village(name, parent=commune)

    (found,) = queries.Reader(commune, day=TODAY).read(words)

    assert not found.trouble
    assert sorted(unit.name for unit in found.bodies) == named


def test_what_one_sent_oneself_does_not_wait_for_oneself(place):
    task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.bodies[:1])
    ha, lan = an_officer(at=place.committee), a_leader(at=place.committee)
    submitted(task.assignments.get(), by=ha)

    assert not queries.waiting_for_me(ha).exists()
    assert queries.waiting_for_me(lan).exists()
    assert [numbers_of(one).waiting for one in (ha, lan)] == [0, 1]


def numbers_of(person):
    return queries.numbers_with_others(person, given=access.tasks_of_mine(person), on=DUE + timedelta(1))


def test_the_kept_numbers_are_those_of_the_lists(place):
    ha, lan = an_officer(at=place.committee), a_leader(at=place.committee)
    for number in range(3):
        doers = [*place.bodies[:1], *place.communes]
        task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=doers, by=ha)
        submitted(task.assignments.get(unit=doers[number]), by=(ha, ha, lan)[number])
        if number == 2:
            actions.withdraw_task(task=a_task(leads=doers, by=ha), reason="Nhầm", by=ha, now=NOW)

    for one in (ha, lan, an_officer(at=place.communes[0])):
        late = queries.late_with_others(one, on=DUE + timedelta(1)).count()
        assert numbers_of(one) == queries.Numbers(queries.waiting_for_me(one).count(), late)
    assert numbers_of(ha) != numbers_of(lan)


def test_a_task_is_finished_for_its_issuer_when_all_who_owe_are_done(place):
    task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes[:1])

    def tasks_in(state):
        return list(queries.filtered_tasks(Task.objects.all(), state=state, on=TODAY))

    sent = submitted(task.assignments.get())
    assert (tasks_in("open"), tasks_in("accepted")) == ([task], [])
    actions.accept(assignment=sent, by=task.handed_out_by, now=NOW, day=TODAY)
    assert (tasks_in("open"), tasks_in("accepted")) == ([], [task])


def test_a_post_of_a_commune_is_understood_there(place):
    a_post("Công chức Tư pháp – Hộ tịch", parent=place.communes[0])
    commune = units.place_of(place.communes[0])
    reader = queries.Reader(commune, day=TODAY)

    (found,) = reader.read("Công chức Tư pháp - Hộ tịch xã")

    assert [unit.name for unit in found.bodies] == ["Công chức Tư pháp – Hộ tịch"]


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("Đài Truyền hình", "Chưa hiểu “Đài Truyền hình”"),
        ("Phòng Kinh tế", "Có 2 đơn vị tên “Phòng Kinh tế”"),
        ("các doanh nghiệp nhà nước", "Chưa tìm thấy đơn vị nào"),
    ],
)
def test_words_that_name_nobody_or_too_many_say_so(place, words, trouble):
    (found,) = queries.Reader(place, day=TODAY).read(words)

    assert trouble in found.trouble
    assert not found.bodies


def test_a_body_that_is_no_more_names_its_heir(place):
    old, new = place.bodies
    units.end_unit(old, day=date(2025, 7, 1), today=TODAY)
    units.succeed([(old, False)], new, day=date(2025, 7, 1), kind="merge")

    (found,) = queries.Reader(place, day=TODAY).read("Sở Nội vụ")

    assert "Kế tục là Sở Văn hóa và Thể thao" in found.trouble


def test_a_body_with_commas_in_its_name_is_one_however_it_is_said(place):
    a_body("Sở Văn hóa, Thể thao và Du lịch", parent=place.committee)
    kept = a_body("Trung tâm Văn hóa, Thông tin tỉnh", kind="service_unit", parent=place.committee)
    reader = queries.Reader(place, day=TODAY, said={units.name_key("Nhà văn hóa, thư viện"): kept})

    found = reader.read("Sở Nội vụ, Sở Văn hoá, Thể thao và Du lịch tỉnh; Nhà văn hóa, thư viện")

    assert [[unit.name for unit in one.bodies] for one in found] == [
        ["Sở Nội vụ"],
        ["Sở Văn hóa, Thể thao và Du lịch"],
        ["Trung tâm Văn hóa, Thông tin tỉnh"],
    ]


def test_a_group_says_of_which_kinds_the_register_has_nobody(place):
    (found,) = queries.Reader(place, day=TODAY).read("các cơ quan, đơn vị, doanh nghiệp")

    assert found.bodies and found.absent == ("Doanh nghiệp",)


def test_the_same_words_are_asked_once(place, django_assert_max_num_queries):
    reader = queries.Reader(place, day=TODAY)
    reader.read("Các xã, phường; Đài Truyền hình")

    with django_assert_max_num_queries(0):
        reader.read("Các xã, phường; Đài Truyền hình")


def test_the_issuer_sees_how_many_of_how_many(place):
    task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes, partners=[place.bodies[0]])
    actions.accept(assignment=submitted(task.assignments.first()), by=task.handed_out_by, now=NOW, day=TODAY)

    in_time = queries.progress_of(task, on=DUE)
    after = queries.progress_of(task.plan, on=DUE + timedelta(1))

    assert (in_time.done, in_time.rest, in_time.late, in_time.total) == (1, 2, 0, 3)
    assert (after.done, after.rest, after.late, after.total) == (1, 0, 2, 3)
    assert queries.late_of(task, on=DUE + timedelta(1)).count() == 2


def test_counts_of_many_plans_need_one_query(place, django_assert_num_queries):
    plans = [a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes).plan for _ in range(3)]

    with django_assert_num_queries(1):
        counts = queries.progress_of_plans(plans, on=TODAY)

    assert {plan: count.total for plan, count in counts.items()} == {plan.pk: 3 for plan in plans}


def test_a_withdrawn_task_is_not_counted(place):
    task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes)
    actions.withdraw_task(task=task, reason="Nhầm", by=task.handed_out_by, now=NOW)

    assert queries.progress_of(task.plan, on=TODAY).total == 0
    assert queries.clauses_left(task.plan).get() == task.clause


def test_each_sees_what_waits_for_them(place):
    task = a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes)
    doer, decider = an_officer(at=place.communes[0]), a_leader(at=place.committee)
    mine = task.assignments.get(unit=place.communes[0])

    assert list(queries.to_do_for(doer)) == [mine]
    assert not queries.waiting_for_me(decider).exists()
    submitted(mine)
    assert not queries.to_do_for(doer).exists()
    assert list(queries.waiting_for_me(decider)) == [mine]
    assert not queries.waiting_for_me(doer).exists()


def test_what_has_no_day_comes_last(place):
    plan = a_plan(issuer=place.committee)
    late, early = (a_task(clause=a_clause(plan), leads=place.bodies[:1], due=due) for due in (None, DUE))

    owed = queries.owed_by(place.bodies[0].path)

    assert [one.task for one in owed] == [early, late]
    assert [one.task for one in queries.due_between(TODAY, DUE, place.path)] == [early]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"q": "hai"}, 1),
        ({"q": "ra soat xa"}, 3),
        ({"state": "late"}, 3),
        ({"state": "submitted"}, 0),
        ({"part": "partner"}, 0),
    ],
)
def test_a_list_is_narrowed(place, asked, number):
    a_task(clause=a_clause(a_plan(issuer=place.committee)), leads=place.communes)

    found = queries.filtered(Assignment.objects.all(), on=DUE + timedelta(1), **asked)

    assert found.count() == number


class TestAPlanFromAbove:
    """Its words speak of the bodies of the place above; none of them becomes one of one's own offices by its name."""

    @pytest.fixture
    def received(self, place):
        keeper = place.communes[0]
        return a_plan(issuer=place.committee, keeper=keeper, place=keeper.parent, adopted_by=an_officer(at=keeper))

    PLAN_SAYS = [
        ("Các sở, ban, ngành; UBND cấp xã", "UBND cấp xã"),
        ("Phòng Kinh tế, Văn phòng", ""),
        ("UBND xã Một; Sở Nội vụ", "UBND xã Một"),
        ("Các thôn, tổ dân phố", "Các thôn, tổ dân phố"),
        ("Các phòng, ban cấp tỉnh", ""),
    ]

    @pytest.mark.parametrize(("words", "kept"), PLAN_SAYS)
    def test_only_words_that_point_down_are_offered(self, received, words, kept):
        assert queries.own_words(received, words) == kept
        assert queries.own_words(a_plan(), words) == words

    def test_its_duty_for_communes_is_owed_by_the_receiver(self, received):
        reader = queries.Reader(received.place, day=TODAY, issuer=received.issuer)

        (meant,) = reader.read(queries.own_words(received, "UBND cấp xã"))

        assert [unit.full_name for unit in meant.bodies] == ["UBND xã Một"]

    def test_its_receiver_hands_out_and_decides(self, received):
        officer, above = received.adopted_by, an_officer(at=received.issuer)
        office = a_body("Phòng Văn hóa", parent=received.keeper)
        task = a_task(clause=a_clause(received), leads=[office])

        assert access.may_hand_out(officer, received)
        assert access.may_accept(officer, task)
        assert list(access.mine_to_see_to(officer)) == list(task.assignments.all())
        assert not access.may_hand_out(above, received)
