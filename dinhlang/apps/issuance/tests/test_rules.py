"""Names, symbols, sign-off and typed bodies."""

import pytest
from django.utils.translation import override

from dinhlang.apps.issuance import rules
from dinhlang.apps.issuance.models import KIND_NAMES
from dinhlang.pure.drafting import KINDS, Centred, Clause, Heading, Level, Mark, Paragraph, Power, Table

TYPED = """Thực hiện Kế hoạch số 141/KH-UBND, báo cáo như sau:
I. Kết quả
1. Việc thứ nhất
a) Đã làm xong.
- Một việc nhỏ
| TT | Việc | Xong |
| 1 | Tập huấn | 2/3 |
II. Phương hướng
QUYẾT ĐỊNH:
Điều 1. Điều này có hiệu lực từ ngày ký."""


def test_what_is_typed_is_read_as_blocks():
    blocks = rules.blocks_of(TYPED)

    assert blocks == (
        Paragraph("Thực hiện Kế hoạch số 141/KH-UBND, báo cáo như sau:"),
        Heading(Level.ROMAN, "Kết quả"),
        Heading(Level.ARABIC, "Việc thứ nhất"),
        Clause(Level.LETTER, "Đã làm xong."),
        Paragraph("- Một việc nhỏ"),
        Table(("TT", "Việc", "Xong"), (("1", "Tập huấn", "2/3"),)),
        Heading(Level.ROMAN, "Phương hướng"),
        Centred("QUYẾT ĐỊNH:"),
        Clause(Level.ARTICLE, "Điều này có hiệu lực từ ngày ký."),
    )


def test_a_body_typed_again_is_the_same_body():
    assert rules.text_of(rules.blocks_of(TYPED)) == TYPED


def test_a_stored_body_is_the_same_body():
    blocks = rules.blocks_of(TYPED)

    assert rules.unpacked(rules.packed(blocks)) == blocks


def test_rows_too_short_or_too_long_are_fitted_to_the_header():
    (table,) = rules.blocks_of("| a | b |\n| 1 |\n| 1 | 2 | 3 |")

    assert table.rows == (("1", ""), ("1", "2"))


@pytest.mark.parametrize(
    ("kind", "name", "group"),
    [
        ("people_committee", "UBND xã Nhã Nam", "UBND"),
        ("people_council", "HĐND tỉnh Bắc Ninh", "HĐND"),
        ("department", "Sở Nội vụ", "SNV"),
        ("department", "Phòng Văn hóa – Xã hội", "PVHXH"),
        ("office", "Văn phòng HĐND và UBND", "VPHĐNDUBND"),
        ("force", "Công an xã Nhã Nam", "CA"),
    ],
)
def test_the_symbol_names_the_body_shortly(kind, name, group):
    assert rules.symbol_group(kind, name) == group


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UBND xã Nhã Nam", "Ủy ban nhân dân xã Nhã Nam"),
        ("UBND TP Thủ Đức", "Ủy ban nhân dân thành phố Thủ Đức"),
        ("Ủy ban MTTQ Việt Nam xã Nhã Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Nhã Nam"),
        ("trạm y tế", "Trạm y tế"),
    ],
)
def test_a_letterhead_says_names_in_full(name, full):
    assert rules.in_full(name) == full


def test_a_deputy_of_a_collective_signs_on_behalf_and_for_the_head():
    sign_off = rules.sign_off("people_committee", title="Phó Chủ tịch", name="Vũ Văn Bình")

    assert sign_off.powers == (Power(Mark.ON_BEHALF, "Ủy ban nhân dân"), Power(Mark.FOR_THE_HEAD, "Chủ tịch"))


def test_powers_are_read_line_by_line():
    assert rules.powers_of(["TM. ỦY BAN NHÂN DÂN", "", "KT. CHỦ TỊCH"]) == (
        (Power(Mark.ON_BEHALF, "ỦY BAN NHÂN DÂN"), Power(Mark.FOR_THE_HEAD, "CHỦ TỊCH")),
        [],
    )
    assert rules.powers_of(["TM.", "Chủ tịch"]) == ((), ["TM.", "Chủ tịch"])


def test_every_kind_of_the_form_is_named_as_the_form_names_it():
    assert {code: str(name) for code, name in KIND_NAMES.items()} == {kind.code: kind.name for kind in KINDS.values()}


def test_kinds_have_english_names_on_english_pages():
    with override("en"):
        assert (str(KIND_NAMES["BC"]), str(KIND_NAMES["KH"])) == ("Report", "Plan")
