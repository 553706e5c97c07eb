"""Old encodings become Vietnamese, and nothing else does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import Legacy, draws_capitals, from_legacy, is_syllable, legacy_of_font, without_legacy
from dinhlang.pure.viet import legacy as tables

VNI = (
    "Keá hoaïch toå chöùc thöïc hieän cuûa UÛy ban nhaân daân: ngöôøi coù nghóa vuï, kyõ thuaät, tình hình, thò traán, "
    "quyû, xeáp loaïi, ñaëc bieät, baèng, haûi ñaûo, trieäu, chuù yù, ngaøy, thaùng, naêm, ñöôïc, laõnh ñaïo, töôûng, "
    "yeâu caàu"
)
READ = (
    "Kế hoạch tổ chức thực hiện của Ủy ban nhân dân: người có nghĩa vụ, kỹ thuật, tình hình, thị trấn, quỷ, "
    "xếp loại, đặc biệt, bằng, hải đảo, triệu, chú ý, ngày, tháng, năm, được, lãnh đạo, tưởng, yêu cầu"
)
LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


def tcvn3(text):
    back = {chr(made): chr(code) for code, made in tables._TCVN3.items()}
    return "".join(back.get(letter, letter) for letter in text)


def test_every_letter_has_its_code_in_tcvn3():
    assert len(set(tcvn3(LETTERS))) == len(LETTERS)
    assert from_legacy(tcvn3(LETTERS), Legacy.TCVN3) == LETTERS


def test_vni_is_read():
    assert without_legacy(VNI) == (READ, {Legacy.VNI})


def test_tcvn3_is_read_and_its_capitals_come_back():
    raw = "KÕ HO¹CH\nSè: 31/KH-UBND\nC¨n cø LuËt Thùc hiÖn d©n chñ ë c¬ së; thÞ x· Ph­íc Long n¨m 2024"

    assert without_legacy(raw) == (
        "KẾ HOẠCH\nSố: 31/KH-UBND\nCăn cứ Luật Thực hiện dân chủ ở cơ sở; thị xã Phước Long năm 2024",
        {Legacy.TCVN3},
    )


def test_one_old_line_among_new_ones_is_converted_alone():
    text = f"{READ}\nC¨n cø LuËt Thùc hiÖn d©n chñ ë c¬ së\n{READ}"

    assert without_legacy(text)[0].split("\n")[1] == "Căn cứ Luật Thực hiện dân chủ ở cơ sở"


@pytest.mark.parametrize(
    "text",
    [
        READ,
        "L'été où il a été créé à côté de la forêt, déjà",
        "Die Größe der Übung über die Brücke",
        "plain",
        "5 µm · 3 ¹",
    ],
)
def test_what_is_not_old_stays_as_it_is(text):
    assert without_legacy(text) == (text, frozenset())


def test_fonts_tell_their_encoding():
    fonts = [".VnTime", ".VnArialH", "VNI-Times", "Times New Roman"]

    assert [legacy_of_font(font) for font in fonts] == [Legacy.TCVN3, Legacy.TCVN3, Legacy.VNI, None]
    assert [draws_capitals(font) for font in fonts] == [False, True, False, False]


@pytest.mark.parametrize("word", ["nghiêng", "quốc", "giết", "khuỷu", "Ủy", "uỷ", "huyện", "gì", "yếu", "đặc"])
def test_syllables_are_known(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["cặng̣", "Kãà", "straße", "forêt", "lũyj", "các̀", "house"])
def test_what_is_no_syllable_is_none(word):
    assert not is_syllable(word)


@given(st.text())
def test_any_text_goes_through(text):
    without_legacy(text)
