"""The table of steps, who owes once, and how a plan's words are cut into doers."""

import pytest

from dinhlang.apps.tasks.rules import (
    STEPS,
    Told,
    Trouble,
    cut_doers,
    lacks,
    names_nobody,
    names_village_heads,
    one_part_each,
    short_title,
    step,
)


@pytest.mark.parametrize(
    ("state", "to"),
    [
        ("waiting", "doing"),
        ("waiting", "submitted"),
        ("doing", "doing"),
        ("doing", "submitted"),
        ("submitted", "accepted"),
        ("returned", "submitted"),
        ("declined", "doing"),
    ],
)
def test_work_goes_forward(state, to):
    assert step(state, to).allowed


@pytest.mark.parametrize(
    ("state", "to", "why"),
    [
        ("waiting", "accepted", Trouble.NOT_SUBMITTED),
        ("doing", "returned", Trouble.NOT_SUBMITTED),
        ("accepted", "accepted", Trouble.ALREADY_THERE),
        ("accepted", "doing", Trouble.ALREADY_ACCEPTED),
        ("accepted", "submitted", Trouble.ALREADY_ACCEPTED),
        ("withdrawn", "doing", Trouble.WITHDRAWN),
        ("withdrawn", "accepted", Trouble.WITHDRAWN),
        ("submitted", "doing", Trouble.NOT_FROM_HERE),
    ],
)
def test_a_step_that_leads_nowhere_says_why(state, to, why):
    assert step(state, to, reason="vì").reason == why


@pytest.mark.parametrize("to", ["returned", "withdrawn"])
def test_what_hurts_needs_a_reason(to):
    assert step("submitted", to, reason="  ").reason == Trouble.NO_REASON
    assert step("submitted", to, reason="Thiếu biên bản").allowed


def test_only_who_was_asked_may_decline():
    assert step("waiting", "declined", part="requested", reason="Bận Đại hội").allowed
    assert step("waiting", "declined", part="lead", reason="Bận").reason == Trouble.ONLY_WHO_IS_ASKED_DECLINES


@pytest.mark.parametrize(
    ("told", "evidence_wanted", "why"),
    [
        (Told(), False, Trouble.NOTHING_TO_SHOW),
        (Told(words=" ", files_before=2, was_returned=True), True, Trouble.NOTHING_NEW),
        (Told(words="Đã xong"), True, Trouble.NO_EVIDENCE),
        (Told(words="Đã xong"), False, None),
        (Told(words="Báo cáo số 12/BC-UBND"), True, None),
        (Told(words="Đã bổ sung", files_before=1, was_returned=True), True, None),
        (Told(files=1), True, None),
    ],
)
def test_a_result_needs_something_of_this_time_and_what_was_wanted(told, evidence_wanted, why):
    assert lacks(told, evidence_wanted=evidence_wanted) == why
    assert step("doing", "submitted", lacking=why).reason == why


def test_nobody_accepts_their_own_result():
    assert step("submitted", "accepted", is_own_result=True).reason == Trouble.OWN_RESULT
    assert step("submitted", "returned", reason="Nhầm tệp", is_own_result=True).allowed


@pytest.mark.parametrize(
    "words",
    ["Trưởng thôn", "các trưởng thôn, tổ trưởng", "Trưởng các thôn", "trưởng thôn, tổ trưởng tổ dân phố", "tổ trưởng"],
)
def test_heads_of_villages_are_one_doer(words):
    assert names_village_heads(words)
    assert cut_doers(f"UBND xã; {words}") == ["UBND xã", words]


@pytest.mark.parametrize("words", ["Trưởng ban", "Trưởng phòng Nội vụ", "các thôn", "Trưởng thôn Hai"])
def test_other_heads_are_not_villages(words):
    assert not names_village_heads(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các cơ quan, đơn vị có liên quan", True),
        ("các sở, ngành liên quan khác", True),
        ("các tổ chức, cá nhân có liên quan", True),
        ("đơn vị liên quan", True),
        ("các cơ quan, đơn vị", False),
        ("Sở Nội vụ và các đơn vị liên quan", False),
        ("UBND các xã liên quan", False),
    ],
)
def test_whoever_is_concerned_is_nobody_in_particular(words, expected):
    assert names_nobody(words) is expected


def test_every_state_that_can_be_reached_has_its_row():
    assert {to for steps in STEPS.values() for to in steps} <= set(STEPS)


def test_a_body_named_twice_owes_once_and_leads():
    owed = one_part_each({"partner": [(1, "các sở"), (2, "các sở")], "lead": [(1, ""), (1, "UBND các xã")]})

    assert owed == {1: ("lead", ""), 2: ("partner", "các sở")}


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("Sở Nội vụ; UBND các xã, phường", ["Sở Nội vụ", "UBND các xã, phường"]),
        ("Sở Nội vụ, Sở Tư pháp.", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Các sở, ban, ngành, đoàn thể; UBND cấp xã", ["Các sở, ban, ngành, đoàn thể", "UBND cấp xã"]),
        ("các phòng, ban chuyên môn", ["các phòng, ban chuyên môn"]),
        ("UBND các xã, phường, thị trấn, Mặt trận Tổ quốc", ["UBND các xã, phường, thị trấn", "Mặt trận Tổ quốc"]),
        ("UBND các xã, phường và Sở Nội vụ", ["UBND các xã, phường", "Sở Nội vụ"]),
        ("Các cơ quan, đơn vị có liên quan", ["Các cơ quan, đơn vị có liên quan"]),
        ("các cơ quan, tổ chức, đơn vị liên quan", ["các cơ quan, tổ chức, đơn vị liên quan"]),
        ("Các phòng, ban, ngành liên quan khác", ["Các phòng, ban, ngành liên quan khác"]),
        ("UBND các xã, phường, đơn vị liên quan", ["UBND các xã, phường", "đơn vị liên quan"]),
        (
            "Các cơ quan, đơn vị có liên quan và UBND các xã, phường",
            ["Các cơ quan, đơn vị có liên quan", "UBND các xã, phường"],
        ),
        ("các Sở, ngành của tỉnh", ["các Sở, ngành của tỉnh"]),
        (
            "các phòng, ban chuyên môn, đơn vị sự nghiệp công lập thuộc tỉnh",
            ["các phòng, ban chuyên môn, đơn vị sự nghiệp công lập thuộc tỉnh"],
        ),
        ("Công an tỉnh, Công đoàn", ["Công an tỉnh", "Công đoàn"]),
        ("Sở Nội vụ\nxã, phường", ["Sở Nội vụ", "xã, phường"]),
        (" ; , ", []),
        ("", []),
    ],
)
def test_words_are_cut_into_doers(words, doers):
    assert cut_doers(words) == doers


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        (
            "Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch và Sở Tư pháp",
            ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Tư pháp"],
        ),
        ("Sở Văn hóa, Thể thao", ["Sở Văn hóa", "Thể thao"]),
    ],
)
def test_a_comma_in_the_name_of_one_body_does_not_cut(words, doers):
    assert cut_doers(words, names=lambda name: name == "Sở Văn hóa, Thể thao và Du lịch") == doers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rà soát văn bản quy phạm pháp luật; gửi kết quả về Sở.", "Rà soát văn bản quy phạm pháp luật"),
        ("Họp dân. Ghi biên bản cuộc họp", "Họp dân. Ghi biên bản cuộc họp"),
        ("Tuyên truyền trên loa 3.1 tại các thôn", "Tuyên truyền trên loa 3.1 tại các thôn"),
        ("Kiểm tra việc ban hành Quy chế\nUBND tỉnh tổ chức kiểm tra.", "Kiểm tra việc ban hành Quy chế"),
        ("Họp dân\nCác thôn họp dân, ghi biên bản", "Họp dân Các thôn họp dân, ghi biên bản"),
    ],
)
def test_a_title_is_what_stands_before_the_first_halt(text, title):
    assert short_title(text) == title


@pytest.mark.parametrize(
    ("text", "leads", "partners", "title"),
    [
        (
            "Giao Sở Nội vụ phối hợp với Liên đoàn Lao động tỉnh xây dựng quy chế mẫu (trong quý II/2024).",
            "Sở Nội vụ",
            "Liên đoàn Lao động tỉnh",
            "Xây dựng quy chế mẫu",
        ),
        (
            "UBND huyện, các xã, thị trấn chủ trì phối hợp Mặt trận Tổ quốc, các đoàn thể tổ chức đối thoại trực tiếp.",
            "UBND huyện; các xã, thị trấn",
            "Mặt trận Tổ quốc; các đoàn thể",
            "Tổ chức đối thoại trực tiếp",
        ),
        (
            "UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện",
            "các cơ quan, đơn vị",
            "",
            "Nghiêm túc triển khai thực hiện",
        ),
        (
            "Đề nghị Liên đoàn Lao động huyện hướng dẫn các cấp công đoàn",
            "Liên đoàn Lao động huyện",
            "",
            "Hướng dẫn các cấp công đoàn",
        ),
        (
            "Sở Nội vụ chủ trì, phối hợp với các sở theo dõi, đôn đốc",
            "Sở Nội vụ",
            "",
            "Phối hợp với các sở theo dõi, đôn đốc",
        ),
        (
            "Phối hợp với Sở Tài chính bố trí kinh phí",
            "Sở Nội vụ",
            "Sở Tài chính",
            "Phối hợp với Sở Tài chính bố trí kinh phí",
        ),
        ("Giao Sở Nội vụ rà soát", "Sở Nội vụ", "", "Giao Sở Nội vụ rà soát"),
        ("Rà soát văn bản của Sở Nội vụ", "Sở Nội vụ", "", "Rà soát văn bản của Sở Nội vụ"),
    ],
)
def test_a_title_says_what_is_to_be_done_not_by_whom(text, leads, partners, title):
    assert short_title(text, leads=leads, partners=partners, time="trong quý II/2024") == title
