"""The chain of a report: laid, moved, told, and followed by the tasks of its duties."""

import threading
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.deadlines import actions, queries, rules
from dinhlang.apps.deadlines.actions import CannotChain, LevelFacts
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.deadlines.models import ChainDay, ChainMove, ReportChain
from dinhlang.apps.deadlines.tests.factories import NOW, ON
from dinhlang.apps.people.tests.factories import a_viewer, an_officer
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base.refusal import Refusal

pytestmark = pytest.mark.django_db
LAST = date(2026, 12, 25)


@pytest.fixture
def province():
    return a_province("Bắc Ninh")


@pytest.fixture
def plan(province):
    committee = a_committee(of=province)
    return plans.Plan.objects.create(
        issuer=committee,
        place=province,
        title="Thực hiện dân chủ ở cơ sở",
        issued_on=date(2026, 1, 15),
        adopted_at=NOW,
        adopted_by=an_officer(at=committee),
    )


@pytest.fixture
def commune_committee(province):
    return a_committee(of=a_commune("Nhã Nam", parent=province))


def a_clause(plan, order=1):
    return plans.Clause.objects.create(plan=plan, order=order, text="UBND cấp xã báo cáo.", time_words="")


def laid(plan, *, title="Báo cáo năm", clause=None, days=(5, 3), closes_on=date(2026, 12, 1), **facts):
    levels = [
        LevelFacts("province", days[0], unit=plan.keeper),
        LevelFacts("commune", days[1], clause=clause),
    ]
    facts = {"rhythm": "once", "times": 1, "levels": levels, "last_day": LAST, **facts}
    first = rules.Period(closes_on, facts.pop("last_day"))
    by, days_off = plan.adopted_by, calendar.calendar_in_force()
    return actions.lay_chain(
        plan=plan, title=title, recipient="Bộ Nội vụ", first=first, calendar=days_off, by=by, now=NOW, day=ON, **facts
    )


def days_of(chain):
    return list(ChainDay.objects.filter(period__chain=chain).order_by("pk").values_list("day", flat=True))


def changed(chain, *, last=LAST, days=(5, 3), reason="Bộ lùi hạn", seen=None, **facts):
    return actions.change_chain(
        chain=chain,
        last_days={0: last},
        days=days,
        reason=reason,
        seen=actions.latest_move(chain) if seen is None else seen,
        calendar=calendar.calendar_in_force(),
        by=chain.made_by,
        now=NOW,
        day=ON,
        **facts,
    )


def test_each_level_has_its_day_and_why(plan):
    chain = laid(plan)

    row = queries.rows_of(chain, today=ON)[0]

    assert [cell.day.day for cell in row.cells] == [LAST, date(2026, 12, 18)]
    assert row.cells[0].why == "vì Bộ Nội vụ phải nhận trước 25/12/2026"
    assert "phải gửi trước 25/12/2026, trừ 5 ngày làm việc để tổng hợp" in row.cells[1].why
    assert row.conflicts == []


def test_what_comes_back_has_a_chain_for_each_period(plan):
    chain = laid(plan, rhythm="quarter", times=4, closes_on=date(2026, 9, 30), last_day=date(2026, 12, 5))

    assert chain.periods.count() == 4
    assert days_of(chain)[::2] == [date(2026, 12, 4), date(2027, 3, 5), date(2027, 6, 4), date(2027, 9, 1)]


def test_another_last_day_moves_everybody_and_keeps_the_old_days(plan):
    chain = laid(plan)

    assert changed(chain, last=date(2026, 12, 30)) == 2

    assert days_of(chain) == [date(2026, 12, 30), date(2026, 12, 23)]
    moves = ChainMove.objects.order_by("pk")
    assert [(one.before, one.after, one.words) for one in moves] == [
        (LAST, date(2026, 12, 30), "Bộ lùi hạn"),
        (date(2026, 12, 18), date(2026, 12, 23), "Bộ lùi hạn"),
    ]
    assert Entry.objects.filter(act="deadlines.chain_moved").count() == 1


def test_more_days_for_putting_together_move_only_those_below(plan):
    chain = laid(plan)

    assert changed(chain, days=(7, 3)) == 1

    assert days_of(chain) == [LAST, date(2026, 12, 16)]


def test_a_storm_moves_the_chain_once(plan):
    chain = laid(plan)
    a_day_off(date(2026, 12, 22))

    recount_all(day="2026-12-22")
    recount_all(day="2026-12-22")

    assert days_of(chain) == [LAST, date(2026, 12, 17)]
    assert [one.why for one in ChainMove.objects.all()] == ["calendar"]


def test_who_changes_what_somebody_changed_meanwhile_is_told(plan):
    chain = laid(plan)
    seen = actions.latest_move(chain)
    changed(chain, last=date(2026, 12, 30))

    with pytest.raises(CannotChain, match="vừa được đổi"):
        changed(chain, last=date(2026, 12, 28), seen=seen)

    assert days_of(chain)[0] == date(2026, 12, 30)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": "  "}, "tên báo cáo"),
        ({"levels": []}, "ít nhất một bậc"),
        ({"levels": [LevelFacts("commune", 1), LevelFacts("province", 1)]}, "từ trên xuống"),
    ],
)
def test_what_makes_no_sense_is_refused(plan, facts, sentence):
    with pytest.raises(CannotChain, match=sentence):
        laid(plan, **facts)

    assert not ReportChain.objects.exists()


def test_the_same_report_is_laid_once_and_again_after_its_end(plan):
    chain = laid(plan)
    with pytest.raises(CannotChain, match="đã có chuỗi"):
        laid(plan)

    actions.end_chain(chain=chain, reason="kế hoạch mới", by=plan.adopted_by, now=NOW)

    assert laid(plan).pk != chain.pk


def test_what_is_over_is_never_moved(plan):
    chain = laid(plan, closes_on=date(2026, 9, 1), last_day=date(2026, 11, 6))

    with pytest.raises(CannotChain, match="Không ngày nào đổi"):
        changed(chain, last=date(2026, 12, 30))

    assert days_of(chain)[0] == date(2026, 11, 6)


def test_conflicts_are_said_in_whole_sentences(plan):
    chain = laid(plan, closes_on=date(2026, 12, 31), days=(5, 30))

    past, early = queries.rows_of(chain, today=ON)[0].conflicts

    assert "là ngày đã qua" in past
    assert "kỳ báo cáo chưa kết thúc (31/12/2026)" in early


def test_an_old_plan_is_offered_three_tiers_a_new_one_two(plan):
    assert queries.kinds_under(plan, today=ON) == ["commune", "village"]
    plan.issued_on = date(2024, 3, 1)
    assert queries.kinds_under(plan, today=ON) == ["district", "commune", "village"]


def test_a_commune_sees_its_own_day_on_its_desk_with_why_and_what_moved(client, plan, commune_committee):
    chain = laid(plan)
    changed(chain, last=date(2026, 12, 30))
    officer = an_officer(at=commune_committee)
    client.force_login(officer)

    page = client.get(reverse("deadlines:chain", args=[chain.pk])).content.decode()
    desk = client.get(reverse("desk:home")).content.decode()

    assert "ngày của đơn vị tôi" in page
    assert "trừ 5 ngày làm việc để tổng hợp" in desk
    assert "<del>18/12/2026</del>" in desk
    stranger = an_officer(at=a_committee(of=a_commune("Xa", parent=a_province("Xa"))))
    client.force_login(stranger)
    assert "để tổng hợp" not in client.get(reverse("desk:home")).content.decode()


def sent(plan, **facts):
    usual = {
        "title": "Báo cáo năm",
        "recipient": "Bộ Nội vụ",
        "last_day": "25/12/2026",
        "closes_on": "1/12/2026",
        "rhythm": "once",
        "times": "1",
        "who_0": f"unit:{plan.keeper_id}",
        "days_0": "5",
        "who_1": "level:commune",
        "days_1": "3",
    }
    return {**usual, **facts}


def test_a_chain_is_seen_before_it_is_laid(client, plan):
    client.force_login(plan.adopted_by)
    page = reverse("deadlines:laying", args=[plan.pk])

    asked = client.get(page).content.decode()
    preview = client.post(page, sent(plan, preview="1")).content.decode()

    assert "không phải quy định của luật" in " ".join(asked.split())
    assert "18/12/2026" in preview
    assert not ReportChain.objects.exists()
    done = client.post(page, sent(plan, lay="1"))
    assert done.status_code == 302
    assert days_of(ReportChain.objects.get()) == [LAST, date(2026, 12, 18)]
    assert "Báo cáo năm" in client.get(reverse("plans:plan", args=[plan.pk])).content.decode()


def test_a_conflict_is_said_and_a_person_may_still_mean_it(client, plan):
    client.force_login(plan.adopted_by)
    page, early = reverse("deadlines:laying", args=[plan.pk]), {"closes_on": "31/12/2026", "lay": "1"}

    answer = client.post(page, sent(plan, **early)).content.decode()
    assert "nên số liệu chưa đủ" in answer
    assert not ReportChain.objects.exists()

    client.post(page, sent(plan, anyway="on", **early))
    assert ReportChain.objects.count() == 1


def test_the_chain_is_moved_and_ended_on_its_pages(client, plan):
    chain = laid(plan)
    client.force_login(plan.adopted_by)
    page = reverse("deadlines:changing_chain", args=[chain.pk])
    assert client.get(page).context["form"].initial == {"seen": 0}

    typed = {"last_0": "30/12/2026", "days_0": "5", "days_1": "3", "reason": "Bộ lùi hạn", "seen": "0"}
    client.post(page, typed)
    assert days_of(chain)[0] == date(2026, 12, 30)
    again = client.post(page, typed).content.decode()
    assert "vừa được đổi" in again

    client.post(reverse("deadlines:ending_chain", args=[chain.pk]), {"reason": "thay kế hoạch"})
    assert "thay kế hoạch" in client.get(reverse("deadlines:chain", args=[chain.pk])).content.decode()


def test_who_may_only_read_moves_nothing_and_strangers_find_nothing(client, plan):
    chain = laid(plan)
    plan.is_public = False
    plan.save()
    client.force_login(a_viewer(at=plan.keeper))
    assert client.get(reverse("deadlines:chain", args=[chain.pk])).status_code == 200
    assert client.get(reverse("deadlines:changing_chain", args=[chain.pk])).status_code == 403
    assert client.get(reverse("deadlines:laying", args=[plan.pk])).status_code == 403
    client.force_login(an_officer(at=a_committee(of=a_commune("Xa", parent=a_province("Xa")))))
    assert client.get(reverse("deadlines:chain", args=[chain.pk])).status_code == 404


def test_whoever_received_the_plan_from_above_lays_its_chains(client, plan, commune_committee):
    plan.keeper = commune_committee
    plan.place = units.place_of(commune_committee)
    plan.save()
    client.force_login(an_officer(at=commune_committee))

    assert client.get(reverse("deadlines:laying", args=[plan.pk])).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_officers_lay_the_same_chain_at_once(plan):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database belongs to one thread; PostgreSQL is asked the same")
    start, done, told = threading.Barrier(2), [], []

    def run():
        try:
            start.wait(timeout=10)
            done.append(laid(plan))
        except Refusal as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert (len(done), len(told)) == (1, 1)
    assert ReportChain.objects.count() == 1
