"""The report of an ordinary plan, printed by LibreOffice: one page in the form of the decree."""

import shutil
import subprocess
import unicodedata
from datetime import date

import pytest
from django.core.files.storage import default_storage

from dinhlang.apps.issuance.tests.factories import issued
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.reports.tests.factories import AWorld, at
from dinhlang.apps.tasks import public as tasks

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

DUTIES = (
    "Tổ chức hội nghị quán triệt, triển khai thi hành Luật Thực hiện dân chủ ở cơ sở",
    "Tuyên truyền, phổ biến Luật trên đài truyền thanh cơ sở",
    "Tập huấn nghiệp vụ cho người hoạt động không chuyên trách ở thôn, tổ dân phố",
    "Rà soát, sửa đổi quy chế thực hiện dân chủ trong nội bộ cơ quan",
    "Kiện toàn Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng",
    "Báo cáo kết quả thực hiện năm 2026",
)


def an_ordinary_world():
    """Six duties of three communes; two of them late."""
    world = AWorld()
    world.plan = a_plan(
        issuer=world.committee,
        by=world.officer,
        number="31/KH-UBND",
        issued_on=date(2026, 1, 31),
        title="Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở năm 2026",
        clauses=[a_clause(text) for text in DUTIES],
        now=at(date(2026, 2, 1)),
    )
    day = date(2026, 3, 1)
    for place, clause in enumerate(world.plan.clauses.order_by("order")):
        due = date(2026, 10, 31) if place < 2 else date(2026, 12, 15)
        tasks.hand_out(clause=clause, leads=world.doers, due=due, by=world.officer, now=at(day), day=day)
    return world


def test_the_report_of_an_ordinary_plan_is_one_page(tmp_path):
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not reader:
        pytest.skip("LibreOffice (soffice) or Poppler (pdftotext) is not installed: printing is not tested")
    document = issued(an_ordinary_world())
    with default_storage.open(document.file.blob) as kept:
        (tmp_path / "report.docx").write_bytes(kept.read())

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)
    read = subprocess.run([reader, "-layout", str(tmp_path / "report.pdf"), "-"], check=True, capture_output=True)
    pages = unicodedata.normalize("NFC", read.stdout.decode()).split("\f")[:-1]

    assert len(pages) == 1, pages[-1]
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 01/BC-UBND",
        "Bắc Ninh, ngày 20 tháng 11 năm 2026",
        "BÁO CÁO",
        "I. KẾT QUẢ THỰC HIỆN",
        "II. TỒN TẠI, HẠN CHẾ",
        "III. PHƯƠNG HƯỚNG THỜI GIAN TỚI",
        "Trần Thị Lan",
        "- Lưu: VT.",
    ):
        assert words in pages[0]
