"""From a plan that was dropped in to tasks that are handed out: read by machine, checked by a person with keys too."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dinhlang.apps.intake.models import Document
from dinhlang.apps.people.tests.factories import PASSWORD, an_officer
from dinhlang.apps.tasks.models import Assignment
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_village, an_office
from tests.journeys.steps import follow, go, press

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PLAN = """ỦY BAN NHÂN DÂN
XÃ NHÃ NAM
Số: 12/KH-UBND
Nhã Nam, ngày 15 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2026
I. MỤC ĐÍCH, YÊU CẦU
Nâng cao nhận thức của cán bộ và nhân dân về dân chủ ở cơ sở.
II. NỘI DUNG
1. Niêm yết công khai các nội dung theo Điều 11 Luật Thực hiện dân chủ ở cơ sở tại nhà văn hóa.
- Cơ quan thực hiện: Các thôn.
- Thời gian thực hiện: trước ngày 15/12/2026.
2. Tổ chức tập huấn nghiệp vụ cho công chức và người hoạt động không chuyên trách.
- Cơ quan thực hiện: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Quý III năm 2026.
3. Kiểm tra việc thực hiện dân chủ tại các thôn.
- Cơ quan thực hiện: Văn phòng HĐND và UBND.
- Thời gian thực hiện: trước ngày 30/11/2026.
Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""


@pytest.fixture
def ha():
    commune = a_commune("Nhã Nam")
    committee = a_committee(of=commune)
    for name in ("Tiến Phan", "Đồng Kim", "Bãi Ban"):
        a_village(name, parent=commune)
    a_body("Phòng Văn hóa - Xã hội", parent=committee)
    return an_officer(at=an_office(of=committee))


def send_the_plan(page):
    follow(page, "Nhận văn bản")
    page.locator("input[name=upload]").set_input_files(
        {"name": "ke-hoach.txt", "mimeType": "text/plain", "buffer": PLAN.encode()}
    )
    press(page, "Nhận và đọc")
    expect(page.locator("[data-room]")).to_be_visible()


def correct(page, number, **typed):
    """Open a task by the keyboard, type into its form, keep it by the keyboard."""
    card = page.locator(".room-list > li").filter(has_text=number)
    go(card.get_by_role("link", name="Sửa"))
    form = page.locator("form[data-current]")
    for name, words in typed.items():
        form.locator(f"[name={name}]").fill(words)
    return form


def nothing_is_wrong(page):
    found = Axe().run(page, options={"runOnly": RULES["runOnly"], "resultTypes": ["violations"]})
    assert found.response["violations"] == [], found.generate_report()


def test_a_plan_is_read_checked_confirmed_and_handed_out(page, ha, enter, picture):
    enter(ha)
    send_the_plan(page)
    picture("room")
    nothing_is_wrong(page)
    document = Document.objects.get()
    assert document.marks.waiting().count() == document.marks.count() == 3

    form = correct(page, "Niêm yết công khai", time_words="trước ngày 20/12/2026", due="")
    expect(page.locator("#when")).to_contain_text("19/12/2026")
    nothing_is_wrong(page)
    picture("room-correcting")
    form.locator("[name=text]").press("Control+Enter")
    expect(page.get_by_text("Đã lưu nhiệm vụ.")).to_be_visible()
    correct(page, "Tổ chức tập huấn", partner_words="Trạm Y tế")
    press(page, "Lưu và sang việc sau")

    page.keyboard.press("j")
    page.locator(".room-list > li").filter(has_text="Kiểm tra việc").focus()
    page.keyboard.press("k")
    page.keyboard.press("j")
    go(page.locator(".room-list > li").filter(has_text="Kiểm tra việc").get_by_role("button", name="Nhận"))
    follow(page, "Kiểm và sửa phần đầu")
    nothing_is_wrong(page)
    press(page, "Lưu phần đầu")

    follow(page, "Chuyển thành kế hoạch")
    press(page, "Chuyển thành kế hoạch")
    follow(page, re.compile("Giao "))
    press(page, "Xem trước")
    press(page, "Giao các mục đã đánh dấu")
    expect(page.get_by_text("Niêm yết công khai").first).to_be_visible()
    assert Assignment.objects.filter(task__text__startswith="Niêm yết công khai").count() == 3


def test_both_sides_light_up_together_and_a_phone_stacks_them(page, ha, enter):
    enter(ha)
    send_the_plan(page)
    card = page.locator(".room-list > li").filter(has_text="Kiểm tra việc")
    card.hover()
    expect(page.locator("#ban-goc mark.lit").first).to_contain_text("Kiểm tra việc")
    page.locator("#ban-goc mark").filter(has_text="Niêm yết công khai").first.hover()
    expect(page.locator(".room-list > li.lit")).to_contain_text("Niêm yết công khai")

    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    go(page.get_by_role("navigation", name="Các phần của trang").get_by_role("link", name="Nhiệm vụ"))
    expect(card).to_be_visible()
    nothing_is_wrong(page)


def test_the_focus_lands_in_the_form_that_a_key_opened(page, ha, enter):
    enter(ha)
    send_the_plan(page)
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("e")
    expect(page.locator("form[data-current] [name=text]")).to_be_focused()
    page.wait_for_timeout(300)  # the browser goes to the address's anchor after the page has loaded
    expect(page.locator("form[data-current] [name=text]")).to_be_focused()
    page.reload()
    expect(page.locator("form[data-current] [name=text]")).to_be_focused()

    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("x")
    page.wait_for_timeout(300)
    expect(page.get_by_label("Vì sao không phải nhiệm vụ")).to_be_focused()


def test_all_of_it_works_without_a_script(browser, live_server, ha):
    context = browser.new_context(java_script_enabled=False, locale="vi-VN", base_url=live_server.url)
    page = context.new_page()
    page.goto("/vao/?next=/van-ban-den/den/")
    page.get_by_label("Tên đăng nhập").fill(ha.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    go(page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True))
    page.goto("/van-ban-den/den/")
    page.get_by_label("Hoặc dán nội dung").fill(PLAN)
    press(page, "Nhận và đọc")

    card = page.locator(".room-list > li").filter(has_text="Kiểm tra việc")
    go(card.get_by_role("link", name="Bỏ"))
    page.get_by_label("Vì sao không phải nhiệm vụ").fill("Thử")
    press(page, "Bỏ nhiệm vụ này")
    page.get_by_text("1 nhiệm vụ đã bỏ").click()
    press(page, "Lấy lại")
    press(page, re.compile("Nhận$"))

    assert Document.objects.get().marks.waiting().count() == 1
    context.close()


TABLE = """
PHỤ LỤC

| STT | Nội dung | Cơ quan chủ trì | Phối hợp | Thời gian | Sản phẩm |
| 1 | Rà soát quy chế dân chủ | Phòng Văn hóa - Xã hội | Các thôn | Trước 15/12/2026 | Báo cáo |
| 2 | Mục tiêu chung của năm |  |  |  |  |
"""


def test_a_table_is_read_row_by_row_and_words_in_a_cell_can_be_chosen(page, ha, enter, picture):
    enter(ha)
    page.goto("/van-ban-den/den/")
    page.get_by_label("Hoặc dán nội dung").fill(PLAN + TABLE)
    press(page, "Nhận và đọc")
    cell = page.get_by_role("cell", name="Rà soát quy chế dân chủ")
    page.locator(".room-list > li").filter(has_text="Rà soát quy chế").hover()
    expect(cell.locator("mark.lit")).to_have_text("Rà soát quy chế dân chủ")
    nothing_is_wrong(page)

    before = Document.objects.get().marks.count()
    page.get_by_role("cell", name="Mục tiêu chung của năm").click(click_count=3)
    expect(page.locator(".room-add [data-said]")).to_contain_text("Mục tiêu chung của năm")
    press(page, "Thêm nhiệm vụ")
    expect(page.locator("form[data-current] [name=text]")).to_have_value("Mục tiêu chung của năm")
    assert Document.objects.get().marks.count() == before + 1

    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    picture("room-table")


def test_on_a_phone_each_task_brings_its_words_and_the_parts_stay_at_hand(page, ha, enter, picture):
    enter(ha)
    send_the_plan(page)
    page.set_viewport_size({"width": 360, "height": 800})
    card = page.locator(".room-list > li").filter(has_text="Tổ chức tập huấn")
    expect(card.locator(".room-quote")).to_be_hidden()
    card.get_by_role("link", name="Kiểm").click()
    expect(card.locator(".room-quote")).to_contain_text("Tổ chức tập huấn")
    expect(page.locator(".room-list > li .room-quote:visible")).to_have_count(1)

    card.scroll_into_view_if_needed()
    jumps = page.get_by_role("navigation", name="Các phần của trang")
    expect(jumps).to_be_in_viewport()
    tops = [card.get_by_role("button", name="Nhận").bounding_box()["y"]]
    tops += [card.get_by_role("link", name=name, exact=True).bounding_box()["y"] for name in ("Sửa", "Bỏ")]
    assert max(tops) - min(tops) < 4
    nothing_is_wrong(page)
    picture("room-phone")
