"""Three real plans: what a careful official reads in their heads and feet."""

import datetime as dt

import pytest

from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.reading.tests.plans import plan

SAYS = {
    "plan-b-phuoc-long": {
        "kind": "KH",
        "number": "31/KH-UBND",
        "date": "2024-01-31",
        "place": "Phước Long",
        "issuer": "UBND thị xã Phước Long",
        "title": "Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở trên địa bàn thị xã Phước Long năm 2024",
        "signer": {"authority": None, "title": "CHỦ TỊCH", "name": "Nguyễn Ngọc Công"},
    },
    "plan-c-vinh-cuu": {
        "kind": "KH",
        "number": None,
        "date": None,
        "place": "Vĩnh Cửu",
        "issuer": "UBND huyện Vĩnh Cửu",
        "title": "Thực hiện dân chủ ở cơ sở năm 2024",
        "signer": {"authority": None, "title": "CHỦ TỊCH", "name": "Nguyễn Quang Phương"},
    },
    "plan-e-tan-trung": {
        "kind": "KH",
        "number": None,
        "date": None,
        "place": None,
        "issuer": "UBND xã Tân Trung",
        "title": "Tổ chức lấy ý kiến nhân dân đối với dự thảo Quy chế thực hiện dân chủ trong hoạt động của "
        "Ủy ban nhân dân xã Tân Trung và Tổ chức lấy ý kiến cán bộ, công chức, người lao động đối với dự thảo "
        "Quy chế thực hiện dân chủ trong hoạt động của cơ quan xã",
        "signer": {"authority": "TM. ỦY BAN NHÂN DÂN", "title": "CHỦ TỊCH", "name": "Trương Tiến Dũng"},
    },
}
CITES = {
    "plan-b-phuoc-long": [
        [("QĐ", "346/QĐ-TTg", dt.date(2023, 4, 6), "Thủ tướng Chính phủ")],
        [("NQ", "31/2023/NQ-HĐND", dt.date(2023, 12, 8), "HĐND tỉnh")],
    ],
    "plan-c-vinh-cuu": [
        [
            ("NQ", "11-NQ/TU", dt.date(2023, 12, 7), "Ban Chấp hành Đảng bộ tỉnh"),
            ("CTr", "90-CTr/BCĐ", dt.date(2024, 1, 30), "Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh"),
        ],
        [("KH", "89/KH-UBND", dt.date(2024, 3, 14), "UBND tỉnh Đồng Nai")],
        [("NQ", "18-NQ/HU", dt.date(2024, 1, 12), "Ban Chấp hành Đảng bộ huyện Vĩnh Cửu")],
    ],
    "plan-e-tan-trung": [
        [("CV", "1476-CV/BCĐ", dt.date(2024, 1, 30), "Ban chỉ đạo thực hiện Quy chế dân chủ huyện Tân Yên")],
        [("CV", "1479-CV/BCĐ", dt.date(2024, 1, 30), "Ban chỉ đạo thực hiện Quy chế dân chủ huyện Tân Yên")],
    ],
}
LAST = {"plan-b-phuoc-long": "Lưu: VĂN", "plan-c-vinh-cuu": "Lưu: VT,THVX(PNV)", "plan-e-tan-trung": "Lưu: VT"}
COUNTS = {"plan-b-phuoc-long": 11, "plan-c-vinh-cuu": 10, "plan-e-tan-trung": 8}


@pytest.mark.parametrize("name", SAYS)
def test_what_a_plan_says_of_itself(name):
    read = read_heading(plan(name)).as_json()
    assert {field: read[field] for field in SAYS[name]} == SAYS[name]


@pytest.mark.parametrize("name", CITES)
def test_the_bases_of_a_plan_cite_documents(name):
    bases = read_heading(plan(name)).bases
    assert [[(one.kind, one.number, one.date, one.issuer) for one in base.citations] for base in bases] == CITES[name]


@pytest.mark.parametrize("name", LAST)
def test_the_recipients_end_with_the_archive(name):
    recipients = [one.value for one in read_heading(plan(name)).recipients]
    assert (len(recipients), recipients[-1]) == (COUNTS[name], LAST[name])


@pytest.mark.parametrize("name", LAST)
def test_the_body_begins_with_the_purpose_and_ends_before_the_foot(name):
    text = plan(name)
    start, end = read_heading(text).body
    assert text[start:end].startswith("I. MỤC ĐÍCH, YÊU CẦU")
    assert text[start:end].endswith("./.")
