"""Units change, work goes on: open parts move with their history, closed ones stay, nothing is lost."""

import os
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.register import public as register
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.actions import Saying
from dinhlang.apps.tasks.models import Assignment, Heir, Moved, Progress
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)
SOON = TODAY + timedelta(days=10)
THEN = NOW + timedelta(days=10)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.fixture
def place():
    """A province with three communes and their committees; a task of the province's committee is owed by all three."""
    province = a_province()
    province.committee = a_committee(of=province)
    province.quan = an_administrator(at=province.committee)
    province.lan = an_officer(at=province.committee)
    province.communes = [a_commune(name, parent=province) for name in ("An Dương", "Bình Minh", "Cẩm Lý")]
    province.committees = [a_committee(of=one) for one in province.communes]
    plan = a_plan(issuer=province.committee, by=province.lan)
    province.task = a_task(clause=a_clause(plan), leads=province.committees)
    return province


def part_of(place, committee) -> Assignment:
    return fresh(place.task.assignments.get(unit=committee))


def merged(place, *, into=None, day=TODAY, now=LATER):
    """The first commune goes into the second."""
    first, second, _third = place.communes
    return register.merge_units([first], into=into or second, day=day, by=place.quan, now=now)


def reload(unit):
    return units.Unit.objects.get(pk=unit.pk)


def test_an_open_part_goes_to_the_committee_of_the_one_place_that_follows(place):
    other = a_task(clause=a_clause(place.task.plan), leads=place.committees[:1])
    part = other.assignments.get()
    actions.tell_progress(assignment=fresh(part), words="Đã họp.", by=place.lan, now=NOW)

    merged(place)

    moved = fresh(part)
    assert (moved.unit, moved.state) == (place.committees[1], "doing")
    assert Progress.objects.filter(assignment=moved, words="Đã họp.").exists()
    assert Moved.objects.get(assignment=moved).from_unit == place.committees[0]
    entry = next(entry for entry in audit.history_of(moved) if entry.act == "tasks.moved")
    assert "Bình Minh" in entry.after["unit"]


def test_whoever_takes_over_reads_and_hands_out_a_hidden_plan_of_a_body_that_is_no_more(place, client):
    west = a_committee(of=a_commune("Tây Hồ", parent=a_province("Xa")))
    plan = a_plan(issuer=place.committees[0], is_public=False)
    heir = an_officer(at=west)
    sign_in(client, heir)
    assert client.get(reverse("plans:plan", args=[plan.pk])).status_code == 404
    merged(place)

    Heir.objects.update_or_create(unit=place.committees[0], defaults={"successor": west, "day": TODAY, "at": NOW})

    assert client.get(reverse("plans:plan", args=[plan.pk])).status_code == 200
    assert client.get(reverse("tasks:hand_out", args=[plan.pk])).status_code == 200
    sign_in(client, an_officer(at=a_committee(of=a_commune("Đông", parent=a_province("Khác")))))
    assert client.get(reverse("plans:plan", args=[plan.pk])).status_code == 404


def test_who_owes_the_same_already_owes_once_and_both_histories_are_readable(place):
    ours, theirs = part_of(place, place.committees[0]), part_of(place, place.committees[1])
    actions.tell_progress(assignment=ours, words="Xã An Dương đã họp.", by=place.lan, now=NOW)

    merged(place)

    assert fresh(ours).state == "joined"
    assert fresh(ours).unit == place.committees[0]
    assert place.task.assignments.alive().filter(unit=place.committees[1]).count() == 1
    assert Moved.objects.get(assignment=theirs).joined == ours
    assert Progress.objects.filter(assignment=ours, words="Xã An Dương đã họp.").exists()
    assert queries.progress_of(place.task, on=TODAY).total == 2


def test_what_the_heir_handed_in_for_its_own_ground_is_owed_again_with_the_new_ground(place):
    submitted(part_of(place, place.committees[1]))

    merged(place)

    assert part_of(place, place.committees[1]).state == "doing"


def test_closed_parts_stay_as_they_were(place):
    ours = submitted(part_of(place, place.committees[0]))
    actions.accept(assignment=ours, by=place.lan, now=NOW, day=TODAY)

    merged(place)

    kept = fresh(ours)
    assert (kept.state, kept.unit, kept.finished_on) == ("accepted", place.committees[0], TODAY)
    assert not Moved.objects.exists()


def test_an_open_part_goes_to_an_heir_whose_own_is_done_and_that_stays_done(place):
    theirs = submitted(part_of(place, place.committees[1]))
    actions.accept(assignment=theirs, by=place.lan, now=NOW, day=TODAY)

    merged(place)

    kept = place.task.assignments.filter(unit=place.committees[1]).order_by("pk")
    assert sorted(kept.values_list("state", flat=True)) == ["accepted", "waiting"]


def test_obstacles_go_along(place):
    ours, theirs = part_of(place, place.committees[0]), part_of(place, place.committees[1])
    obstacle = actions.raise_obstacle(assignment=ours, said=Saying("Thiếu vốn."), by=place.lan, now=NOW)

    merged(place)

    obstacle.refresh_from_db()
    assert obstacle.assignment == theirs
    assert queries.progress_of(place.task, on=TODAY).obstacles == 1


def test_nothing_moves_before_the_day(place):
    merged(place, day=SOON)
    assert part_of(place, place.committees[0]).state == "waiting"

    units.refresh_current(SOON)
    done = actions.hand_over(now=THEN)

    assert (done.moved, done.joined) == (0, 1)
    assert actions.hand_over(now=THEN).joined == 0


def test_what_an_ended_issuer_handed_out_its_heir_decides(place):
    plan = a_plan(issuer=place.committees[0], by=an_officer(at=place.committees[0]))
    body = a_body(parent=place.communes[0], kind="front", name="Ban Thường trực MTTQ")
    heirs_body = a_body(parent=place.communes[1], kind="front", name="Ủy ban MTTQ")
    task = a_task(clause=a_clause(plan), leads=[body])
    heirs_officer = an_officer(at=place.committees[1])

    merged(place)

    part = fresh(task.assignments.get())
    assert part.unit == heirs_body
    handed_in = submitted(part)
    assert handed_in in queries.waiting_for_me(heirs_officer)
    actions.accept(assignment=fresh(handed_in), by=heirs_officer, now=LATER, day=TODAY)


def test_the_page_of_each_part_tells_of_the_other(client, place):
    ours, theirs = part_of(place, place.committees[0]), part_of(place, place.committees[1])
    merged(place)
    sign_in(client, place.lan)

    kept, ended = (text_of(client.get(reverse("tasks:assignment", args=[one.pk]))) for one in (theirs, ours))

    assert "phần này gồm cả phần của UBND xã An Dương" in kept
    assert "phần việc này nhập vào phần của UBND xã Bình Minh" in ended


# Who takes over is not always clear


def split(place, *, day=TODAY):
    """The first commune becomes two new ones, each with a committee."""
    parts = [register.NewUnit(name, "commune", form="xã") for name in ("Đông Sơn", "Tây Sơn")]
    first = place.communes[0]
    both = register.split_unit(first, into=parts, day=day, by=place.quan, now=LATER)
    for one in both:
        register.furnish(one, day=day, by=place.quan, now=LATER)
    units.refresh_current(TODAY)
    return [units.Unit.objects.get(parent=one, kind="people_committee") for one in both]


def test_of_several_heirs_an_administrator_chooses(place):
    east, west = split(place)
    (fate,) = queries.homeless()
    assert fate.unit == place.committees[0]
    assert (set(fate.below), fate.above) == ({east, west}, place.committee)

    done = actions.choose_heirs(chosen=[(fate, west)], reason="Nơi đặt trụ sở cũ", by=place.quan, now=LATER)

    assert (done.number, done.handed.moved) == (1, 1)
    assert fresh(place.task.assignments.get(unit=west)).state == "waiting"
    assert not queries.homeless()
    assert Moved.objects.get().reason == "Nơi đặt trụ sở cũ"


def test_a_choice_before_the_day_moves_on_the_day(place):
    _east, west = split(place, day=SOON)
    (fate,) = queries.homeless()
    actions.choose_heirs(chosen=[(fate, west)], reason="Nghị quyết", by=place.quan, now=LATER)
    assert not Moved.objects.exists()

    units.refresh_current(SOON)
    actions.hand_over(now=THEN)

    assert Moved.objects.get().to_unit == west


def test_a_choice_is_undone_when_the_change_is_withdrawn(place):
    _east, west = split(place, day=SOON)
    (fate,) = queries.homeless()
    actions.choose_heirs(chosen=[(fate, west)], reason="Nghị quyết", by=place.quan, now=LATER)

    register.withdraw_change(place.communes[0], day=SOON, reason="Hoãn", by=place.quan, now=LATER)

    assert not Heir.objects.exists()
    assert part_of(place, place.committees[0]).state == "waiting"
    assert not queries.homeless()
    assert any(entry.act == "tasks.heir_withdrawn" for entry in audit.history_of(place.committees[0]))
    units.refresh_current(SOON)
    assert actions.hand_over(now=THEN).moved == 0


def test_the_second_administrator_is_told_whom_the_first_chose(place):
    east, west = split(place, day=SOON)
    (fate,) = queries.homeless()
    actions.choose_heirs(chosen=[(fate, west)], reason="Nghị quyết", by=place.quan, now=LATER)

    with pytest.raises(actions.CannotChooseHeir, match=r"đã được .* chuyển cho .*Tây Sơn"):
        actions.choose_heirs(chosen=[(fate, east)], reason="Nghị quyết", by=place.quan, now=LATER)

    assert Heir.objects.get().successor == west


@pytest.mark.parametrize(("reason", "told"), [("", "Xin ghi căn cứ"), ("Nghị quyết", "không nhận việc của")])
def test_a_choice_has_a_reason_and_is_one_of_the_candidates(place, reason, told):
    split(place)
    (fate,) = queries.homeless()

    with pytest.raises(actions.CannotChooseHeir, match=told):
        actions.choose_heirs(chosen=[(fate, place.committees[2])], reason=reason, by=place.quan, now=LATER)

    assert not Heir.objects.exists()


def test_a_body_abolished_alone_is_homeless_and_its_committee_is_offered(place):
    body = a_body(parent=place.committees[2])
    task = a_task(clause=a_clause(place.task.plan), leads=[body])

    register.abolish_unit(body, day=TODAY, by=place.quan, now=LATER)

    (fate,) = queries.homeless()
    assert (fate.unit, fate.candidates, fate.parts) == (body, (place.committees[2],), 1)
    assert queries.homeless_parts(on=TODAY) == 1
    assert fresh(task.assignments.get()).state == "waiting"


def test_of_a_commune_without_a_successor_the_work_can_go_to_the_province(client, place):
    committee = place.committees[2]
    a_village("Đồng Kim", parent=place.communes[2])
    register.abolish_unit(place.communes[2], day=TODAY, by=place.quan, now=LATER)
    (fate,) = queries.homeless()
    assert (fate.unit, fate.candidates, fate.default) == (committee, (place.committee,), place.committee)
    sign_in(client, place.quan)

    fields = {f"unit-{committee.pk}": str(place.committee.pk), "reason": "Tỉnh tự làm"}
    client.post(reverse("tasks:heirs"), fields)

    assert Moved.objects.get().to_unit == place.committee
    assert not queries.homeless() and queries.homeless_parts(on=TODAY) == 0


def test_a_new_commune_without_bodies_keeps_nobodys_work_waiting(place):
    parts = [register.NewUnit(name, "commune", form="xã") for name in ("Đông Sơn", "Tây Sơn")]

    register.split_unit(place.communes[0], into=parts, day=TODAY, by=place.quan, now=LATER)

    (fate,) = queries.homeless()
    assert fate.candidates == (place.committee,)


def test_what_an_abolished_village_owes_can_go_to_its_commune(place):
    village = a_village("Đồng Kim", parent=place.communes[2])
    task = a_task(clause=a_clause(place.task.plan), leads=[village])

    register.abolish_unit(village, day=TODAY, by=place.quan, now=LATER)

    (fate,) = queries.homeless()
    assert (fate.unit, fate.candidates) == (village, (place.committees[2],))
    actions.choose_heirs(chosen=[(fate, place.committees[2])], reason="Thôn giải thể", by=place.quan, now=LATER)
    assert task.assignments.get().unit == place.committees[2]


def test_who_works_on_an_older_page_is_told_that_the_part_moved(place):
    seen = part_of(place, place.committees[0])
    merged(place)

    with pytest.raises(actions.CannotTell, match="vừa được người khác cập nhật"):
        actions.tell_progress(assignment=seen, words="Đã làm.", by=place.lan, now=LATER)


@pytest.mark.django_db(transaction=True)
def test_two_who_hand_over_at_once_move_once(threads, place):  # noqa: F811
    merged(place, day=SOON)
    units.refresh_current(SOON)

    at_once(lambda: actions.hand_over(now=THEN), lambda: actions.hand_over(now=THEN))

    assert Moved.objects.count() == 1
    assert place.task.assignments.alive().count() == 2


# The page


def test_the_page_lists_the_homeless_and_takes_the_choice(client, place):
    _east, west = split(place)
    (fate,) = queries.homeless()
    sign_in(client, place.quan)
    page = reverse("tasks:heirs")
    assert "An Dương" in text_of(client.get(page))

    answer = client.post(page, {f"unit-{fate.unit.pk}": str(west.pk), "reason": "Trụ sở cũ"}, follow=True)

    assert "Đã chọn nơi nhận việc cho 1 đơn vị. 1 phần việc đã chuyển ngay." in text_of(answer)
    assert Moved.objects.get().to_unit == west


def test_a_department_is_named_with_its_committee(client, place):
    body = a_body(parent=place.committees[2], name="Phòng Kinh tế")
    a_task(clause=a_clause(place.task.plan), leads=[body])
    register.abolish_unit(body, day=TODAY, by=place.quan, now=LATER)
    sign_in(client, place.quan)

    assert f"Phòng Kinh tế, {place.committees[2].full_name}" in text_of(client.get(reverse("tasks:heirs")))


def test_a_choice_without_reason_is_told_and_stays_chosen(client, place):
    _east, west = split(place)
    (fate,) = queries.homeless()
    sign_in(client, place.quan)

    answer = client.post(reverse("tasks:heirs"), {f"unit-{fate.unit.pk}": str(west.pk), "reason": ""})

    assert_kind_refusal(answer, "Xin ghi căn cứ")
    assert f'value="{west.pk}" selected' in answer.content.decode()


def test_a_choice_ahead_can_be_taken_back_on_the_page(client, place):
    _east, west = split(place, day=SOON)
    (fate,) = queries.homeless()
    actions.choose_heirs(chosen=[(fate, west)], reason="Nghị quyết", by=place.quan, now=LATER)
    sign_in(client, place.quan)
    assert "Tây Sơn" in text_of(client.get(reverse("tasks:heirs")))

    client.post(reverse("tasks:withdraw_heir", args=[Heir.objects.get().pk]), {"reason": "Nhầm"})

    assert not Heir.objects.exists()


def test_an_administrator_of_another_place_sees_and_chooses_nothing(client, place):
    _east, west = split(place)
    (fate,) = queries.homeless()
    elsewhere = a_province("Nghệ An")
    sign_in(client, an_administrator(at=a_committee(of=elsewhere)))

    page = client.get(reverse("tasks:heirs"))
    client.post(reverse("tasks:heirs"), {f"unit-{fate.unit.pk}": str(west.pk), "reason": "x"})

    assert "An Dương" not in text_of(page)
    assert not Heir.objects.exists()


def test_an_officer_does_not_come_in(client, place):
    sign_in(client, place.lan)

    assert client.get(reverse("tasks:heirs")).status_code == 403


# The real change of 01/07/2025

REFORM = date(2025, 7, 1)
EVE = date(2025, 6, 30)
AT_REFORM = datetime(2025, 7, 1, 0, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BEFORE = AT_REFORM - timedelta(days=20)
BODIES = ("people_committee", "front", "people_council")


def a_country_with_work(only=()):
    """The register's units on the eve with their bodies; committees, Fronts and councils owe, in every state."""
    register.load_country(now=BEFORE, today=EVE, only=only)
    before = units.Unit.objects.filter(kind__in=("province", "district", "commune"), is_living=True)
    register.furnish_many(before, day=date(2025, 1, 1), by=None, now=BEFORE)
    new = units.UnitVersion.objects.on(REFORM).filter(kind__in=("province", "commune")).values("unit")
    register.furnish_many(units.Unit.objects.filter(pk__in=new), day=REFORM, by=None, now=BEFORE)
    units.refresh_current(EVE)
    bodies = units.Unit.objects.filter(kind__in=BODIES, is_living=True)
    issuers = bodies.filter(kind="people_committee", parent__kind="province").order_by("pk")
    for issuer in issuers:
        plan = a_plan(issuer=issuer, by=an_officer(at=issuer), issued_on=date(2025, 1, 31), adopted_at=BEFORE)
        within = list(bodies.filter(path__within=issuer.parent.path).exclude(pk=issuer.pk).order_by("pk"))
        for clause in (a_clause(plan), a_clause(plan)):
            chosen = actions.handing_out.Chosen("mọi cơ quan", tuple(within))
            actions.hand_out(clause=clause, leads=[chosen], by=plan.adopted_by, now=BEFORE, day=EVE)
    _spread()


def _spread():
    """Every seventh part is done, withdrawn, handed in, returned …; the others wait."""
    states = ("accepted", "submitted", "withdrawn", "doing", "returned", "not_ours", "waiting")
    keys = list(Assignment.objects.order_by("pk").values_list("pk", flat=True))
    for number, state in enumerate(states):
        facts = {"finished_on": EVE} if state == "accepted" else {}
        mine = set(keys[number :: len(states)])
        for first in range(0, len(keys), 500):
            piece = [pk for pk in keys[first : first + 500] if pk in mine]
            Assignment.objects.filter(pk__in=piece).update(state=state, **facts)


def facts_of(parts):
    return set(parts.order_by().values_list("pk", "unit", "state", "due", "finished_on"))


def the_reform_loses_nothing():
    closed = facts_of(Assignment.objects.exclude(state__in=("submitted", "doing", "returned", "not_ours", "waiting")))
    alive = set(Assignment.objects.alive().values_list("pk", flat=True))
    units.refresh_current(REFORM)

    handed = actions.hand_over(now=AT_REFORM)
    homeless = queries.homeless()
    waiting = sum(fate.parts for fate in homeless)
    moved = set(Moved.objects.values_list("pk", flat=True))
    assert handed.moved + handed.joined == len(moved) > 0
    assert homeless
    assert all(fate.candidates for fate in homeless)
    assert waiting == queries.homeless_parts(on=REFORM)

    quan = an_administrator(at=units.Unit.objects.get(code="VN"))
    chosen = [(fate, fate.above if number % 2 and fate.above else fate.default) for number, fate in enumerate(homeless)]
    done = actions.choose_heirs(chosen=chosen, reason="Đề án sắp xếp", by=quan, now=AT_REFORM)

    assert done.left == []
    assert done.handed.moved + done.handed.joined == waiting
    assert queries.homeless() == []
    joined = set(Assignment.objects.filter(state="joined").values_list("pk", flat=True))
    assert set(Assignment.objects.alive().values_list("pk", flat=True)) | joined == alive
    assert not Assignment.objects.alive().exclude(unit__is_living=True).exists()
    assert closed <= facts_of(Assignment.objects.all())
    assert set(Moved.objects.exclude(joined=None).values_list("joined", flat=True)) == joined
    assert not Progress.objects.filter(assignment__in=alive - joined, state="joined").exists()


def test_the_reform_of_2025_loses_nothing_in_two_provinces():
    a_country_with_work(only=["24"])  # Bắc Giang and Bắc Ninh became Bắc Ninh

    the_reform_loses_nothing()


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("DINHLANG_WHOLE_COUNTRY"), reason="many minutes; set DINHLANG_WHOLE_COUNTRY")
def test_the_reform_of_2025_loses_nothing_in_the_whole_country():
    a_country_with_work()

    the_reform_loses_nothing()
