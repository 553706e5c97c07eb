"""The table of steps, who owes once, and how a plan's words are cut into doers."""

import pytest

from dinhlang.apps.tasks.rules import STEPS, Trouble, cut_doers, one_part_each, short_title, step


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


def test_handing_in_needs_something_to_show():
    assert step("doing", "submitted", has_something_to_show=False).reason == Trouble.NOTHING_TO_SHOW


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
        ("Sở Nội vụ\nxã, phường", ["Sở Nội vụ", "xã, phường"]),
        (" ; , ", []),
        ("", []),
    ],
)
def test_words_are_cut_into_doers(words, doers):
    assert cut_doers(words) == doers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rà soát văn bản quy phạm pháp luật; gửi kết quả về Sở.", "Rà soát văn bản quy phạm pháp luật"),
        ("Họp dân. Ghi biên bản cuộc họp", "Họp dân. Ghi biên bản cuộc họp"),
        ("Tuyên truyền trên loa 3.1 tại các thôn", "Tuyên truyền trên loa 3.1 tại các thôn"),
    ],
)
def test_a_title_is_what_stands_before_the_first_halt(text, title):
    assert short_title(text) == title
