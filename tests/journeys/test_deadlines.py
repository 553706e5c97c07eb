"""Time in the browser: why a day is what it is, an event that starts it, a sitting, a later day on request."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.people.tests.factories import an_administrator, an_officer
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.tests.factories import a_clause, a_plan
from dinhlang.apps.units.tests.factories import a_body, a_committee
from dinhlang.base import clock

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COUNTED = "trong 10 ngày làm việc kể từ ngày ban hành Kế hoạch này"
WAITS = "trong 05 ngày làm việc kể từ ngày nhận được hướng dẫn của Sở Nội vụ"


def a_task(committee, words, *, due=None):
    plan = a_plan(issuer=committee, issued_on=clock.today())
    clause = a_clause(plan, time_words=words, due=due)
    body = a_body(parent=committee)
    by = plan.adopted_by
    return actions.hand_out(clause=clause, leads=[body], due=due, by=by, now=clock.now(), day=clock.today())


def looks_right(page, picture, name):
    """Nobody is shut out, nothing runs over the edge of a telephone."""
    assert Axe().run(page, options=RULES).violations_count == 0, name
    picture(name)
    page.set_viewport_size({"width": 360, "height": 780})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    picture(f"{name}-360")
    page.set_viewport_size({"width": 1240, "height": 900})


def test_a_storm_moves_a_day_and_the_page_tells_why(page, enter, picture):
    committee = a_committee()
    due = calendar.calendar_in_force().counted(clock.today(), 10)[0]
    task = a_task(committee, COUNTED, due=due)
    off = calendar.calendar_in_force().counted(clock.today(), 5)[0]
    facts = {"name": "nghỉ tránh bão", "source": "Công điện 01", "reason": "bão", "by": an_administrator()}
    calendar.add_day(day=off, works=False, now=clock.now(), **facts)
    recount_all(day=off.isoformat())
    enter(an_officer(at=committee))

    page.goto(f"/nhiem-vu/{task.pk}/")
    page.get_by_role("link", name="Vì sao là ngày này?").click()

    expect(page.get_by_text("nghỉ tránh bão").first).to_be_visible()
    expect(page.get_by_text("lịch ngày nghỉ thay đổi", exact=False).first).to_be_visible()
    looks_right(page, picture, "why")


def test_an_event_is_recorded_and_a_sitting_written_down(page, enter, picture):
    committee = a_committee()
    task = a_task(committee, WAITS)
    enter(an_officer(at=committee))

    page.goto(f"/thoi-han/{task.deadline_id}/")
    looks_right(page, picture, "waiting")
    page.get_by_role("link", name="Ghi sự kiện đã xảy ra").click()
    page.get_by_label("Ngày xảy ra").fill(f"{clock.today():%d/%m/%Y}")
    page.get_by_label("Văn bản cho thấy điều đó").fill("Công văn 12/SNV")
    looks_right(page, picture, "recording")
    page.get_by_role("button", name="Ghi sự kiện").click()
    expect(page.get_by_text("Đếm 5 ngày làm việc kể từ")).to_be_visible()

    page.goto("/thoi-han/ky-hop/them/")
    page.get_by_label("Ngày khai mạc").fill("07/07/2027")
    page.get_by_label("Văn bản triệu tập, lịch họp").fill("Thông báo 3/TB-HĐND")
    page.get_by_role("main").get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_text("Thông báo 3/TB-HĐND")).to_be_visible()
    looks_right(page, picture, "sittings")


def test_a_body_asks_for_a_later_day_and_the_issuer_grants_it(page, enter, picture):
    committee, due = a_committee(), clock.today() + timedelta(days=5)
    task = a_task(committee, f"trước ngày {due + timedelta(days=1):%d/%m/%Y}", due=due)
    part = task.assignments.get()
    later: date = due + timedelta(days=15)
    enter(an_officer(at=part.unit))
    page.goto(f"/nhiem-vu/phan-viec/{part.pk}/")
    page.get_by_role("link", name="Xin gia hạn").click()
    page.get_by_label("Xin đến ngày").fill(f"{later:%d/%m/%Y}")
    page.get_by_label("Lý do xin gia hạn").fill("Bão số 9")
    looks_right(page, picture, "asking")
    page.get_by_role("main").get_by_role("button", name="Gửi đề nghị", exact=True).click()

    enter(an_officer(at=committee))
    page.goto("/nhiem-vu/gia-han/")
    looks_right(page, picture, "asked")
    page.get_by_role("link", name=part.unit.full_name).click()
    page.get_by_label("Lý do").fill("Hợp lý")
    looks_right(page, picture, "answering")
    page.get_by_role("button", name="Trả lời").click()

    expect(page.get_by_text("gia hạn từ", exact=False).first).to_be_visible()
    looks_right(page, picture, "granted")
