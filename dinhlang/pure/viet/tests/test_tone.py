import pytest
from hypothesis import given

from dinhlang.pure.viet import fold, new_tone, old_tone
from dinhlang.pure.viet.tests.test_fold import VIETNAMESE

PAIRS = """
hòa:hoà hóa:hoá họa:hoạ hỏa:hoả xóa:xoá tòa:toà tọa:toạ tỏa:toả đóa:đoá khóa:khoá khỏa:khoả lóa:loá lõa:loã dọa:doạ
dóa:doá ngõa:ngoã nhòa:nhoà góa:goá thỏa:thoả chóa:choá còa:coà khỏe:khoẻ lòe:loè lóe:loé xòe:xoè hòe:hoè nhòe:nhoè
tòe:toè chọe:choẹ thủy:thuỷ thúy:thuý thụy:thuỵ tủy:tuỷ tùy:tuỳ túy:tuý tụy:tuỵ hủy:huỷ húy:huý hụy:huỵ lũy:luỹ
lụy:luỵ lúy:luý ngụy:nguỵ khủy:khuỷ sủy:suỷ úy:uý ủy:uỷ ụy:uỵ rủy:ruỷ xúy:xuý trụy:truỵ ọe:oẹ óa:oá
HÒA:HOÀ Hòa:Hoà THỦY:THUỶ Ủy:Uỷ ỦY:UỶ KHÓA:KHOÁ
"""
WORDS = """
quý quí quỳ quỷ quỹ quà quá toàn toán hoàn hoạt hoại hoài loài ngoài xoáy khoác thuế thuở huệ huyện thuyền khuỷu
nguyễn duyệt suýt huýt uỵch buýt khoẻn ngoằn ngoèo khoèo giá già mùa múa của đũa bìa nghĩa lúa QUÝ TOÀN dân chủ
cơ sở voilà Moët
"""


BOTH_WAYS, ONE_WAY = PAIRS.split(), WORDS.split()


def test_there_are_enough_words():
    assert len(BOTH_WAYS) + len(ONE_WAY) > 90


@pytest.mark.parametrize("pair", BOTH_WAYS)
def test_the_mark_moves_and_moves_back(pair):
    old, new = pair.split(":")

    assert old_tone(new) == old == old_tone(old)
    assert new_tone(old) == new == new_tone(new)


@pytest.mark.parametrize("word", ONE_WAY)
def test_a_word_with_one_way_of_writing_stays(word):
    assert old_tone(word) == word == new_tone(word)


def test_whole_sentences_keep_everything_else():
    assert old_tone("CỘNG HOÀ, Uỷ ban thuỷ lợi quý II (hoá đơn).") == "CỘNG HÒA, Ủy ban thủy lợi quý II (hóa đơn)."
    assert new_tone("Hòa Bình, Thủy Nguyên; quý I") == "Hoà Bình, Thuỷ Nguyên; quý I"


@given(VIETNAMESE)
def test_moving_tones_is_stable_and_changes_no_letters(text):
    assert old_tone(old_tone(text)) == old_tone(text)
    assert new_tone(old_tone(new_tone(text))) == new_tone(text)
    assert fold(old_tone(text)) == fold(text)
