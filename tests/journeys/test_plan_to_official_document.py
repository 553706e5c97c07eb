"""One road through the house: a plan arrives as text, and an official report leaves as a Word file."""

import io
import re

import docx
import pytest
from PIL import Image
from playwright.sync_api import expect

from dinhlang.apps.people.tests.factories import a_leader, a_village_head, an_officer
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_village, an_office
from tests.journeys.steps import follow, go, press

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]

PLAN = """ỦY BAN NHÂN DÂN
XÃ NHÃ NAM
Số: 12/KH-UBND
KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2026
II. NỘI DUNG
1. Niêm yết công khai các nội dung theo Điều 11 Luật Thực hiện dân chủ ở cơ sở tại nhà văn hóa.
Cơ quan thực hiện: các thôn.
Thời gian hoàn thành: trước ngày 15/12/2026.
2. Tổng hợp, báo cáo kết quả thực hiện.
Cơ quan thực hiện: UBND xã Nhã Nam.
"""


@pytest.fixture
def world():
    """A commune with three villages, its officer, its leader and one village head."""
    commune = a_commune("Nhã Nam")
    committee = a_committee(of=commune)
    villages = [a_village(name, parent=commune) for name in ("Tiến Phan", "Đồng Kim", "Bãi Ban")]
    a_body("Ủy ban MTTQ Việt Nam xã Nhã Nam", kind="front", parent=commune)
    officer = an_officer(at=an_office(of=committee))
    return {"officer": officer, "leader": a_leader(at=committee), "head": a_village_head(at=villages[0])}


def a_photo():
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), "seagreen").save(picture, "JPEG")
    return {"name": "niêm yết.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


def take_in_the_plan(page):
    follow(page, "Nhận văn bản")
    follow(page, re.compile("Nhập tay"))
    page.get_by_label("Nội dung").fill(PLAN)
    page.get_by_label("Số, ký hiệu").fill("12/KH-UBND")
    page.get_by_label("Ngày ban hành").fill("15/1/2026")
    page.get_by_label("Trích yếu").fill("Thực hiện dân chủ ở cơ sở năm 2026")
    press(page, "Nhập và bắt đầu đánh dấu")


def line_of(start):
    return next(n for n, text in enumerate(PLAN.splitlines(), 1) if text.startswith(start))


def give(page, role, start):
    """Give the line that starts like this to the task being marked."""
    go(page.locator(f'button[name=give][value="{role}:{line_of(start)}"]'))


def mark_its_tasks(page):
    for start, who, when in (
        ("1. Niêm yết", "Cơ quan thực hiện: các thôn.", "Thời gian"),
        ("2. Tổng hợp", "Cơ quan thực hiện: UBND", ""),
    ):
        page.locator(f'input[name=paragraph][value="{line_of(start)}"]').check()
        press(page, "Đánh dấu thành nhiệm vụ")
        give(page, "lead", who)
        if when:
            give(page, "time", when)
            page.get_by_label("Hạn").fill("14/12/2026")
            press(page, "Lưu nhiệm vụ")


def adopt_the_plan(page):
    follow(page, re.compile("Chuyển thành kế hoạch"))
    press(page, "Chuyển thành kế hoạch")


def hand_out_its_tasks(page):
    follow(page, re.compile("Giao "))
    press(page, "Xem trước")
    expect(page.get_by_text("3 đơn vị").first).to_be_visible()
    press(page, "Giao các mục đã đánh dấu")


def test_from_a_plan_on_paper_to_a_signed_report(page, world, enter, picture):
    enter(world["officer"])
    take_in_the_plan(page)
    mark_its_tasks(page)
    picture("marking")
    adopt_the_plan(page)
    hand_out_its_tasks(page)
    expect(page.get_by_text("Niêm yết công khai").first).to_be_visible()
    plan_address = page.url

    enter(world["head"])
    follow(page, re.compile("Niêm yết công khai"))
    press(page, "Đã nhận việc")
    page.get_by_label(re.compile("làm được")).fill("Đã niêm yết tại nhà văn hóa thôn từ ngày 20/11.")
    page.locator("input[name=uploads]").set_input_files(a_photo())
    press(page, "Gửi kết quả")
    expect(page.locator("img[alt*='niêm yết']")).to_be_visible()
    picture("village-head")

    enter(world["officer"])
    follow(page, re.compile("Tiến Phan"))
    press(page, "Duyệt kết quả")
    page.goto(plan_address)
    expect(page.get_by_text(re.compile("1 xong")).first).to_be_visible()
    picture("plan")

    follow(page, "Lập báo cáo")
    press(page, "Tổng hợp số liệu")
    expect(page.get_by_text("Tiến Phan").or_(page.get_by_text("Niêm yết")).first).to_be_visible()
    picture("report")
    press(page, "Chốt báo cáo")
    press(page, re.compile("Lập văn bản"))
    picture("document-draft")
    press(page, "Trình ký")

    enter(world["leader"])
    go(page.get_by_role("main").get_by_role("link", name=re.compile("Kết quả thực hiện")).first)
    follow(page, "Xem lại và ban hành")
    go(page.get_by_role("main").get_by_role("button", name=re.compile("Ban hành")))
    picture("document-issued")
    with page.expect_download() as coming:
        page.get_by_role("link", name=re.compile("Tải văn bản")).click()

    words = "\n".join(p.text for p in every_paragraph(docx.Document(coming.value.path())))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words
    assert "Số: 01/BC-UBND" in words
    assert "Trần Thị Lan" in words


def every_paragraph(document):
    """Those of the body and those inside tables, where the heading stands."""
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
