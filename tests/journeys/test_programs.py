"""An administrator makes a service account, sees its token once, renews and revokes it; the token opens the door."""

import json
import urllib.error
import urllib.request
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from dinhlang.apps.people.tests.factories import an_administrator, an_officer
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune, an_office
from dinhlang.base import clock
from tests.journeys.steps import follow, press
from tests.journeys.test_identity_server import seen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture
def committee():
    return a_committee(of=a_commune("Nhã Nam", code="07294"))


def ask(live_server, token):
    """As a program asks: the status, and what it was told."""
    head = {"Authorization": f"Bearer {token}"}
    request = urllib.request.Request(f"{live_server.url}/api/v1/ke-hoach", headers=head)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def token_on(page):
    return page.get_by_role("status").locator("code").inner_text()


def test_a_programs_life(page, enter, picture, committee, live_server):
    ha = an_officer(at=an_office(of=committee))
    plan = a_plan(issuer=committee)
    enter(an_administrator(at=committee))
    page.goto("/nguoi/")
    follow(page, "Tài khoản máy")
    seen(page, picture, "no-programs")

    make(page, picture, responsible=ha)
    token = token_on(page)
    seen(page, picture, "token")
    assert [one["id"] for one in ask(live_server, token)[1]["items"]] == [plan.pk]

    follow(page, "Cấp thẻ mới")
    seen(page, picture, "renewing")
    press(page, "Cấp thẻ mới")
    newer = token_on(page)
    assert [ask(live_server, one)[0] for one in (token, newer)] == [200, 200]

    follow(page, "Thu hồi")
    page.get_by_label("Lý do").fill("Thôi dùng cổng này")
    seen(page, picture, "revoking")
    press(page, "Thu hồi")
    expect(page.get_by_role("main")).to_contain_text("không dùng được nữa")
    seen(page, picture, "revoked")
    assert ask(live_server, newer)[0] == 401
    page.goto("/nguoi/may/")
    seen(page, picture, "programs")


def make(page, picture, *, responsible):
    follow(page, "Tạo tài khoản máy")
    page.get_by_label("Tên", exact=True).fill("Cổng dữ liệu tỉnh Bắc Ninh")
    page.get_by_label("Đơn vị", exact=True).fill("07294")
    page.get_by_label("Đọc các kế hoạch").check()
    page.get_by_label("Người phụ trách").fill(responsible.username)
    page.get_by_label("Đến trước ngày").fill(f"{clock.today() + timedelta(days=90):%d/%m/%Y}")
    seen(page, picture, "making")
    press(page, "Tạo tài khoản máy")
