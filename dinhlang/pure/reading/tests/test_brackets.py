"""Who does it, where brackets behind a duty say so."""

import pytest

from dinhlang.pure.reading.brackets import told_in_brackets
from dinhlang.pure.reading.sentences import doers_of


@pytest.mark.parametrize(
    ("words", "leads", "advisers", "partners"),
    [
        ("Lập Ban quản lý chợ (Phòng Kinh tế tham mưu; xong trong quý II).", (), ("Phòng Kinh tế",), ()),
        ("Mở lớp bơi (Đoàn Thanh niên xã; Hội Phụ nữ xã phối hợp).", ("Đoàn Thanh niên xã",), (), ("Hội Phụ nữ xã",)),
        ("Treo cờ dịp lễ (các thôn).", ("các thôn",), (), ()),
        ("Sửa cầu treo (như trên).", ("như trên",), (), ()),
        ("Đo đạc đất (Chủ trì: Phòng Kinh tế; phối hợp: các thôn).", ("Phòng Kinh tế",), (), ("các thôn",)),
        (
            "Chấm điểm thôn văn hóa (Ban Chỉ đạo xây dựng đời sống văn hóa xã; Phòng Văn hóa chuẩn bị hồ sơ).",
            ("Ban Chỉ đạo xây dựng đời sống văn hóa xã", "Phòng Văn hóa"),
            (),
            (),
        ),
    ],
)
def test_roles_in_brackets(words, leads, advisers, partners):
    told = told_in_brackets(words)

    assert told is not None
    assert (told.leads, told.advisers, told.partners) == (leads, advisers, partners)


@pytest.mark.parametrize(
    "words",
    [
        "Vận động các đoàn thể (Hội Nông dân, Hội Phụ nữ).",
        "Rà soát hồ sơ ứng cử (Quốc hội, HĐND).",
        "Tổ chức tập huấn (50 người).",
        "Công khai quy hoạch (Điều 11 của Luật).",
    ],
)
def test_brackets_that_explain_name_no_doer(words):
    assert told_in_brackets(words) is None


def test_whoever_is_ordered_in_brackets_leads_though_he_only_drafts():
    assert doers_of("Lập Đoàn kiểm tra (Giao Công an xã tham mưu).").leads == ("Công an xã",)
