"""Reading the sentences of the reform, and resolving their names in a country small enough to see."""

import csv

import pytest

from tools import build_register_data
from tools.formation_words import Mention, close, loose, mentions

OLD = """\
code,name,type,parent_code
01,Trên,tỉnh,
02,Dưới,tỉnh,
011,Sông,huyện,01
012,Núi,huyện,01
021,Biển,huyện,02
022,Đảo,huyện,02
00001,Hoà Bình,xã,011
00002,Sông,thị trấn,011
00003,Hòa Bình,xã,012
00004,Quý Sơn,xã,012
00005,An,xã,012
00006,Yên,xã,021
"""
NEW = """\
code,name,type,parent_code
02,Dưới,tỉnh,
00001,Sông,xã,02
00003,Núi,phường,02
00005,An,xã,02
00006,Biển,xã,02
00007,Đảo,đặc khu,02
"""
HEAD = """\
code,name,formed_from
02,Dưới,tỉnh Trên và tỉnh Dưới
00005,Xã An,giữ nguyên
00007,Đặc khu Đảo,Huyện Đảo
"""
SENTENCES = {
    "00001": ("Xã Sông", "Thị trấn Sông, Xã Hòa Bình"),
    "00003": ("Phường Núi", "Xã Hòa Bình (huyện Núi), Xã Quí Sơn"),
    "00006": ("Xã Biển", "Xã Yên"),
}


@pytest.fixture
def build(tmp_path, capsys):
    def run(overrides="", **sentences):
        said = SENTENCES | {f"{code:0>5}": value for code, value in sentences.items()}
        lines = "".join(f'{code},{name},"{words}"\n' for code, (name, words) in said.items())
        (tmp_path / "units-2024.csv").write_text(OLD, encoding="utf-8")
        (tmp_path / "units-2026.csv").write_text(NEW, encoding="utf-8")
        (tmp_path / "formed-from-2025.csv").write_text(HEAD + lines, encoding="utf-8")
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        (home / "overrides.csv").write_text("new_code,words,old_code,reason\n" + overrides, encoding="utf-8")
        build_register_data.main(tmp_path, home)
        return home

    return run


def facts(home):
    with (home / "successions.csv").open(encoding="utf-8") as lines:
        return {(row["old_code"], row["new_code"], row["is_partial"]) for row in csv.DictReader(lines)}


def unresolved(home):
    with (home / "unresolved.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_names_are_told_apart_by_district_and_by_company(build):
    home = build()

    assert facts(home) == {
        ("01", "02", "0"),
        ("02", "02", "0"),
        ("022", "00007", "0"),
        ("00001", "00001", "0"),
        ("00002", "00001", "0"),
        ("00003", "00003", "0"),
        ("00004", "00003", "0"),
        ("00006", "00006", "0"),
    }
    assert unresolved(home) == []


def test_the_rest_of_a_unit_tells_of_the_share_that_went_elsewhere(build):
    home = build(**{"6": ("Xã Biển", "Xã Yên (phần còn lại sau khi sáp nhập vào xã Sông và phường Núi)")})

    assert {("00006", "00006", "1"), ("00006", "00001", "1"), ("00006", "00003", "1")} <= facts(home)


def test_a_target_nobody_knows_is_reported(build):
    home = build(**{"6": ("Xã Biển", "Xã Yên (phần còn lại sau khi sáp nhập vào xã Mây)")})

    assert unresolved(home) == [{"new_code": "00006", "words": "xã Mây", "why": "no new commune of that name"}]


def test_a_name_nobody_bears_is_reported_with_the_unit_left_over(build):
    home = build(**{"6": ("Xã Biển", "Xã Yến Sào")})

    assert unresolved(home) == [
        {"new_code": "00006", "words": "Xã Yến Sào", "why": "0 candidates"},
        {"new_code": "", "words": "00006 xã Yên, huyện Biển", "why": "no successor"},
    ]


def test_people_may_overrule_add_and_leave_out(build):
    overrides = "00006,Xã Yến Sào,00006,renamed\n00006,,00004,left out\n00006,Bãi bồi,,no unit\n"
    home = build(overrides, **{"6": ("Xã Biển", "Xã Yến Sào, Bãi bồi")})

    assert {("00006", "00006", "0"), ("00004", "00006", "1"), ("00004", "00003", "1")} <= facts(home)
    assert unresolved(home) == []


def test_who_goes_on_is_spelled_as_the_newer_list_spells_it(build):
    rows = (build() / "units-2024.csv").read_text(encoding="utf-8")

    assert "00005,An,xã,012" in rows


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Xã Nhã Nam", Mention("Xã Nhã Nam", "xã", "Nhã Nam", "", "", False, ())),
        ("Krông Na", Mention("Krông Na", "", "Krông Na", "", "", False, ())),
        ("Phường 4 (Quận 8)", Mention("Phường 4 (Quận 8)", "phường", "4", "Quận 8", "", False, ())),
        (
            "Xã Trần Hợi (một phần)",
            Mention("Xã Trần Hợi (một phần)", "xã", "Trần Hợi", "", "", True, ()),
        ),
        (
            "Thị trấn Châu Thành (huyện Châu Thành, tỉnh Trà Vinh)",
            Mention(
                "Thị trấn Châu Thành (huyện Châu Thành, tỉnh Trà Vinh)",
                "thị trấn",
                "Châu Thành",
                "huyện Châu Thành",
                "Trà Vinh",
                False,
                (),
            ),
        ),
    ],
)
def test_how_one_name_is_read(sentence, said):
    assert mentions(sentence) == (said,)


def test_a_bracket_holds_its_commas():
    words = "Xã A (phần còn lại sau khi sáp nhập vào phường B, xã C), Xã D"

    first, second = mentions(words)

    assert (first.rest_went_to, second.name) == (("phường B", "xã C"), "D")


def test_a_target_without_its_form_takes_that_of_its_neighbour():
    (said,) = mentions("Xã A (phần còn lại sau khi sáp nhập vào xã An Phú và Nhơn Hội)")

    assert said.rest_went_to == ("xã An Phú", "xã Nhơn Hội")


@pytest.mark.parametrize(("one", "other"), [("Hoà Bình", "Hòa Bình"), ("Thuỵ Anh", "Thụy Anh"), ("01", "1")])
def test_spellings_that_are_the_same_name(one, other):
    assert close(one) == close(other)


@pytest.mark.parametrize(("one", "other"), [("Mi Hòa", "Mỹ Hòa"), ("Phú Sơn", "Phù Sơn")])
def test_marks_tell_names_apart(one, other):
    assert close(one) != close(other)


@pytest.mark.parametrize(("one", "other"), [("Đăk Hà", "Đắk Hà"), ("Ea M’Droh", "Ea M'DRóh"), ("Quý", "Quí")])
def test_loosely_the_same(one, other):
    assert loose(one) == loose(other)
