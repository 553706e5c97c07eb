import datetime as dt

import pytest

from dinhlang.pure.reading.citations import citations_in

ONE = {
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;": (
        "Luật", "10/2022/QH15", dt.date(2022, 11, 10), None, "Luật Thực hiện dân chủ ở cơ sở"),
    "Căn cứ Luật Quy hoạch ngày 24/11/2017;": ("Luật", None, dt.date(2017, 11, 24), None, "Luật Quy hoạch"),
    "theo Nghị định số 59/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật này.": (
        "NĐ", "59/2023/NĐ-CP", None, "Chính phủ", "quy định chi tiết một số điều của Luật này"),
    "Thực hiện Kế hoạch số 12 /KH-UBND ngày 5/1/2026 của UBND xã Đồng Sen về cải cách hành chính.": (
        "KH", "12/KH-UBND", dt.date(2026, 1, 5), "UBND xã Đồng Sen", "về cải cách hành chính"),
    "Nghị quyết số 57- NQ/TW ngày 22/12/2024 của Bộ Chính trị": (
        "NQ", "57-NQ/TW", dt.date(2024, 12, 22), "Bộ Chính trị", None),
    "Quyết định 1229/QĐ-UBND ngày 28/02/2025 của UBND Thành phố": (
        "QĐ", "1229/QĐ-UBND", dt.date(2025, 2, 28), "UBND Thành phố", None),
    "Công văn số 9086/BNV-CTTN&BĐG ngày 08 tháng 10 năm 2025 của Bộ trưởng Bộ Nội vụ": (
        "CV", "9086/BNV-CTTN&BĐG", dt.date(2025, 10, 8), "Bộ trưởng Bộ Nội vụ", None),
    "Nghị quyết liên tịch số 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN, ngày 26 tháng 9 năm 2025": (
        "NQLT", "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", dt.date(2025, 9, 26), None, None),
    "Tờ trình số 133/TTr-SKHCN ngày 15/11/2025": ("TTr", "133/TTr-SKHCN", dt.date(2025, 11, 15), None, None),
    "Kế hoạch số 77 ngày 03/6/2009": ("KH", "77", dt.date(2009, 6, 3), None, None),
    "Can cu Quyet dinh so 346/QD-TTg ngay 06/4/2023 cua Thu tuong Chinh phu": (
        "QĐ", "346/QD-TTg", dt.date(2023, 4, 6), "Thu tuong Chinh phu", None),
}  # fmt: skip


@pytest.mark.parametrize("text", ONE)
def test_a_citation_tells_kind_number_day_issuer_and_title(text):
    (one,) = citations_in(text)
    assert (one.kind, one.number, one.date, one.issuer, one.title) == ONE[text]


def test_a_citation_says_where_it_stands():
    text = "Căn cứ Quyết định số 5/QĐ-UBND ngày 02/01/2026 của UBND tỉnh; Luật Đất đai."
    spans = [text[slice(*one.span)] for one in citations_in(text)]
    assert spans == ["Quyết định số 5/QĐ-UBND ngày 02/01/2026 của UBND tỉnh", "Luật Đất đai"]


def test_several_documents_of_one_sentence_are_told_apart():
    text = (
        "Căn cứ Luật Đầu tư số 61/2020/QH14 và Luật Đấu thầu số 22/2023/QH15; Kế hoạch số 14-KH/TU ngày 29/7/2025 "
        "của Ban Thường vụ Tỉnh ủy và Kế hoạch số 24/KH-UBND ngày 14/8/2025 của UBND tỉnh"
    )
    numbers = [(one.number, one.issuer) for one in citations_in(text)]
    assert numbers == [
        ("61/2020/QH14", None),
        ("22/2023/QH15", None),
        ("14-KH/TU", "Ban Thường vụ Tỉnh ủy"),
        ("24/KH-UBND", "UBND tỉnh"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức họp thôn để luật sư giải thích pháp luật.",
        "Thực hiện kế hoạch của đơn vị đúng thời gian.",
        "Quyết định này có hiệu lực từ ngày ký.",
        "Báo cáo trước ngày 15/12/2026.",
        "Luật này không cấm.",
        "",
    ],
)
def test_a_mere_word_is_no_citation(text):
    assert citations_in(text) == ()
