import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.apps.search.rules import index_words, marked, passage, patterns, read_question


def shown(words, text):
    pieces = marked(text, patterns(read_question(words)))
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("words", "text", "with_marks"),
    [
        ("ke hoach", "Kế hoạch số 31", "[Kế hoạch] số 31"),
        ("hoạch", "Kế hoạch, hoạch định", "Kế [hoạch], [hoạch] định"),
        ("nh", "Nhã Nam", "[Nhã] Nam"),
        ("nha n", "Nhã Nam", "[Nhã Nam]"),
        ("dan chu", "Tổ chức, dân chủ", "Tổ chức, [dân chủ]"),
        ("dan ch", "Tổ chức cho dân chủ", "Tổ chức cho [dân chủ]"),
        ("ubnd", "Ủy ban nhân dân xã", "[Ủy ban nhân dân] xã"),
        ("ủy ban nhân dân", "UBND xã", "[UBND] xã"),
        ("31 kh", "Số 31/KH-UBND", "Số [31/KH]-UBND"),
        ("hoà", "Hòa Bình", "[Hòa] Bình"),
        ('"dân chủ"', "thực hiện dân chủ", "thực hiện [dân chủ]"),
        ("xyz", "Kế hoạch", "Kế hoạch"),
        ("b", "<b>", "<[b]>"),
        ("", "Kế hoạch", "Kế hoạch"),
    ],
)
def test_marks_stand_on_the_words_as_they_were_written(words, text, with_marks):
    assert shown(words, text) == with_marks


@given(st.text(max_size=80), st.text(max_size=30))
def test_marking_loses_nothing(text, words):
    assert "".join(piece.text for piece in marked(text, patterns(read_question(words)))) == text


@given(st.text(max_size=400), st.text(max_size=30))
def test_any_passage_can_be_shown(text, words):
    passage(text, patterns(read_question(words)))


def test_a_passage_is_where_most_of_the_words_stand():
    text = "ngân sách. " + "Lời dẫn dài. " * 60 + "Công khai ngân sách xã năm 2026. " + "Lời kết. " * 60

    pieces = passage(text, patterns(read_question("công khai ngân sách")))

    assert [piece.text for piece in pieces if piece.is_marked] == ["Công khai ngân sách"]
    assert sum(len(piece.text) for piece in pieces) < 300


def test_a_text_without_the_words_has_no_passage():
    assert passage("Lời dẫn", patterns(read_question("ngân sách"))) == []


def test_what_is_stored_holds_scope_and_title_beside_the_text():
    words = index_words(kind="plan", title="Kế hoạch", detail="31", body="Xã", path="1.34.", is_public=True).split()

    assert {"ke", "hoach", "kh", "31", "xa", ".ke", ".hoach", ".kh", "_kind_plan", "_public", "_1.", "_1.34."} == set(
        words
    )


def test_a_question_is_read_into_words_an_unfinished_one_and_phrases():
    question = read_question(' "Ủy ban" nhân  dân-d')

    assert (question.words, question.unfinished, question.phrases) == (("uy", "ban", "nhan", "dan"), "d", ("uy ban",))
    assert read_question("kế ").unfinished == ""
    assert len(read_question(" ".join(map(str, range(100)))).words) == 16
    assert not read_question(' "" … ')


@pytest.mark.parametrize(
    ("words", "text", "with_marks"),
    [
        ("nha nam", "Nhà nước năm 2026, xã Nhã Nam", "Nhà nước năm 2026, xã [Nhã Nam]"),
        ("nha nam", "Năm 2026 của Nhà nước", "Năm 2026 của Nhà nước"),
        ("dân chủ cơ sở", "dân chủ ở cơ sở", "[dân chủ] ở [cơ sở]"),
        ("dân chủ 2026", "dân chủ năm 2026", "[dân chủ] năm [2026]"),
        ("nam", "Năm của xã Nhã Nam", "[Năm] của xã Nhã [Nam]"),
    ],
)
def test_words_are_marked_where_they_stand_together_and_a_syllable_only_if_it_is_all(words, text, with_marks):
    assert shown(words, text) == with_marks


def test_a_passage_is_rather_where_the_words_stand_side_by_side():
    text = (
        "Nhà nước. " + "Lời dẫn. " * 3 + "Trong năm. " + "Lời dẫn dài. " * 60 + "Họp ở xã Nhã Nam. " + "Lời kết. " * 60
    )

    pieces = passage(text, patterns(read_question("nha nam")))

    assert [piece.text for piece in pieces if piece.is_marked] == ["Nhã Nam"]
