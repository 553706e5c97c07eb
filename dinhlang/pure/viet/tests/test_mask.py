"""Hiding what points at one person, and nothing else."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import Hidden, found_in, mask

PHONES = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "091 234 5678",
    "09 12 34 56 78",
    "0912-345-678",
    "ĐT0912345678",
    "sdt:0912345678",
    "0912345678anh",
    "+84912345678",
    "+84 912 345 678",
    "(+84) 912 345 678",
    "84912345678".replace("84", "0084", 1),
    "0204 3888 999",
    "(0204) 3888 999",
    "024 3825 1234",
]
IDENTITIES = ["001203004567", "024 203 004 567", "121234567"]
LABELLED = ["CMND 121 234 567", "CCCD số: 024203004567", "căn cước công dân 024.203.004.567", "CMT số 121234567"]
MAILS = ["ha.nguyen@example.vn", "lan+viec@mail.example.com", "a_b-c@x.org"]
ACCOUNTS = ["STK 0011002345678", "số tài khoản: 19034567890123", "tài khoản ngân hàng số 711A-123456".replace("A", "")]
HOUSES = ["số nhà 12", "nhà số 12A", "Số nhà: 45/6", "thường trú số 12 ngõ 34", "ở số 5B phố Huế", "số 7 đường Lê Lợi"]

KEPT = [
    "31/KH-UBND",
    "Số 123456789/QĐ-UBND",
    "số: 12/2023/NĐ-CP",
    "ngày 20/11/2026",
    "ngày 05 tháng 9 năm 2024",
    "20-11-2026",
    "1.234.567.890 đồng",
    "350.912.345.678 đồng",
    "2.098.765.432",
    "1.009.123.456.789 đồng",
    "123456789 đồng",
    "125000000",
    "diện tích 123456789 m2",
    "khoản 5 Điều 4 Luật 91/2025/QH15",
    "Nghị định 30/2020/NĐ-CP, Điều 13",
    "bê tông hóa ngõ 5, ngách 3/2",
    "0 3 5 7 8 9 1 2 3 4",
    "08 giờ 30 phút ngày 20/11/2026",
    "29/47 thôn, 66,7%",
    "từ 2025 đến 2030",
    "đường dây nóng 0204 3888 999",
    "Hotline: 0912345678",
    "UBND xã, điện thoại 0204 3888 999",
    "tổng đài 1900 1234, khẩn cấp 113, 114",
    "ubnd.nhanam@bacninh.gov.vn",
    "tài khoản Quỹ Đền ơn đáp nghĩa số 3713012345678",
    "tài khoản tại Kho bạc Nhà nước: 3713.0.1234567",
    "tài khoản còn 12.345.678 đồng",
    "trụ sở UBND xã, số 12 đường Trần Phú",
    "mã định danh H26.12.34, mã A1",
    "sinh năm 1990",
    "số 12 tổ dân phố",
    "9b0912345678c119a3",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, Hidden.PHONE) for text in PHONES),
        *((text, Hidden.IDENTITY) for text in [*IDENTITIES, *LABELLED]),
        *((text, Hidden.MAIL) for text in MAILS),
        *((text, Hidden.ACCOUNT) for text in ACCOUNTS),
        *((text, Hidden.HOUSE) for text in HOUSES),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Gặp bà Bảy, {}, trước 20/11.", "({})", "năm 2026 {}\nĐiều 5"])
def test_what_points_at_one_person_is_hidden(text, kind, around):
    written = around.format(text)

    assert kind in [one.kind for one in found_in(written)]
    left = mask(written).replace("20/11", "").replace("2026", "").replace("Điều 5", "").replace("ngõ 34", "")
    assert not any(character.isdigit() or character == "@" for character in left)


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("around", ["{}", "Theo {}.", "- {};", "{}\n"])
def test_what_everyone_may_read_stays(text, around):
    assert mask(around.format(text)) == around.format(text)


def test_two_numbers_side_by_side_are_both_hidden():
    assert mask("0912345678, 0987654321") == "(đã che số điện thoại), (đã che số điện thoại)"
    assert mask("0912345678-0987654321") == "(đã che số điện thoại)-(đã che số điện thoại)"
    assert "09" not in mask("0912345678/0987654321 0912345678")


def test_after_a_hotline_the_next_number_is_somebodys():
    assert mask("Hotline: 0912345678, ông Tư 0987654321").endswith("ông Tư (đã che số điện thoại)")


SAFE = st.lists(
    st.one_of(
        st.sampled_from(KEPT),
        st.dates().map(lambda day: f"{day:%d/%m/%Y}"),
        st.integers(1, 10**12).map(lambda n: f"{n:,} đồng".replace(",", ".")),
        st.tuples(st.integers(1, 9999), st.sampled_from(["KH-UBND", "QĐ-TTg", "NQ-HĐND"])).map(
            lambda t: f"{t[0]}/{t[1]}"
        ),
        st.integers(1, 400).map(lambda n: f"Điều {n}"),
        st.text(alphabet=string.ascii_letters + "ăâđêôơưáàảãạếềệ", min_size=1, max_size=8),
    ),
    max_size=8,
).map("; ".join)
PERSONAL = st.one_of(
    st.from_regex(r"0[35789][0-9]{8}", fullmatch=True),
    st.from_regex(r"0[35789][0-9]{2} [0-9]{3} [0-9]{3}", fullmatch=True),
    st.from_regex(r"0(0[1-9]|[1-8][0-9])[0-9]{9}", fullmatch=True),
    st.from_regex(r"[a-z]{3,8}\.[a-z]{2,5}@[a-z]{3,8}\.(com|vn|org)", fullmatch=True),
    st.from_regex(r"số nhà [1-9][0-9]{0,2}", fullmatch=True),
)


@given(SAFE)
def test_nothing_but_the_named_kinds_changes(text):
    assert mask(text) == text


@given(st.text(alphabet=string.digits + " .-/,()+@abđốnhà\n", max_size=80))
def test_only_what_was_found_is_replaced_and_a_second_time_changes_nothing(text):
    masked, at = mask(text), 0
    for one in found_in(text):
        assert masked.startswith(text[at : one.start])
        masked = masked[one.start - at :].removeprefix(one.kind.value)
        at = one.end
    assert masked == text[at:]
    assert mask(mask(text)) == mask(text)


@given(st.binary(min_size=8, max_size=32))
def test_a_digest_stays_whole(data):
    if any(letter in "abcdef" for letter in data.hex()):
        assert mask(f"niêm phong {data.hex()}") == f"niêm phong {data.hex()}"


@given(SAFE, PERSONAL, SAFE)
def test_what_is_planted_anywhere_is_gone(before, planted, after):
    assert planted not in mask(f"{before}; ông Tư {planted}; {after}")
