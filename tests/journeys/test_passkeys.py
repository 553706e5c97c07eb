"""A key on one's own device, in a real browser with a device of its own making."""

import pytest
from playwright.sync_api import expect

from dinhlang.apps.people.models import Passkey, SignIn
from dinhlang.apps.people.tests.factories import PASSWORD, an_officer
from dinhlang.apps.units.tests.factories import a_committee
from tests.journeys.steps import follow, press

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def device(page):
    """A telephone that unlocks by a finger, as Chromium makes one for tests."""
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    facts = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**facts, "isUserVerified": True, "automaticPresenceSimulation": True}
    made = talk.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def finger(is_right):
        talk.send("WebAuthn.setUserVerified", {"authenticatorId": made, "isUserVerified": is_right})

    return finger


@pytest.fixture
def ha():
    return an_officer(at=a_committee())


def add_a_key(page, enter, ha, *, password=PASSWORD):
    enter(ha)
    page.goto("/nguoi/khoa/")
    page.get_by_label("Tên khóa").fill("điện thoại của tôi")
    page.get_by_label("Mật khẩu đang dùng").fill(password)
    page.get_by_role("button", name="Thêm khóa trên máy này").click()


def test_a_person_adds_a_key_and_comes_in_without_a_password(page, enter, device, ha, picture):
    add_a_key(page, enter, ha)
    expect(page.get_by_text("Đã thêm khóa")).to_be_visible()
    picture("passkeys")

    page.context.clear_cookies()
    page.goto("/vao/?next=/nguoi/toi/")
    picture("passkey-door")
    page.get_by_role("button", name="Vào bằng khóa truy cập").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(ha.full_name)
    assert SignIn.objects.filter(how="passkey", person=ha, ended_at=None).count() == 1
    assert Passkey.objects.get().last_used_at


def test_the_wrong_finger_opens_nothing_and_the_password_still_does(page, enter, device, ha):
    add_a_key(page, enter, ha)
    expect(page.get_by_text("Đã thêm khóa")).to_be_visible()
    page.context.clear_cookies()
    device(False)
    page.goto("/vao/")
    page.get_by_role("button", name="Vào bằng khóa truy cập").click()

    expect(page.get_by_text("Chưa mở được bằng khóa")).to_be_visible(timeout=70_000)
    enter(ha)


def test_after_the_password_the_key_is_the_second_step(page, enter, device, ha, picture):
    add_a_key(page, enter, ha)
    expect(page.get_by_text("Đã thêm khóa")).to_be_visible()
    page.goto("/nguoi/hai-buoc/")
    follow(page, "Dùng khóa làm bước hai")
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    press(page, "Bật")
    expect(page.get_by_text("mười mã dự phòng")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/vao/")
    page.get_by_label("Tên đăng nhập").fill(ha.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    press(page, "Đăng nhập")
    expect(page.get_by_role("heading", name="Bước hai")).to_be_visible()
    picture("second-step-by-key")
    page.get_by_role("button", name="Dùng khóa truy cập").click()

    expect(page.get_by_role("heading", name="Bước hai")).to_have_count(0)
    assert SignIn.objects.filter(how="key_step", person=ha, ended_at=None).count() == 1


def test_with_a_wrong_password_no_key_is_added(page, enter, device, ha):
    add_a_key(page, enter, ha, password="sai mật khẩu")

    expect(page.get_by_text("Mật khẩu đang dùng chưa đúng").first).to_be_visible()
    assert not Passkey.objects.exists()


def test_a_key_that_was_removed_opens_nothing(page, enter, device, ha):
    add_a_key(page, enter, ha)
    expect(page.get_by_text("Đã thêm khóa")).to_be_visible()
    follow(page, "Bỏ điện thoại của tôi")
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    press(page, "Bỏ khóa")
    expect(page.get_by_text("Đã bỏ khóa")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/vao/")
    page.get_by_role("button", name="Vào bằng khóa truy cập").click()

    expect(page.get_by_text("Khóa này chưa mở được cửa")).to_be_visible()
