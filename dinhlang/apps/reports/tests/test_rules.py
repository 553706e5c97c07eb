"""Counting and wording, without a database."""

from datetime import date

import pytest

from dinhlang.apps.reports import rules
from dinhlang.pure.drafting import Heading, Paragraph, Table

DAY = date(2026, 11, 20)


def a_standing(number=1, *, task=1, name="UBND xã Nhã Nam", state="waiting", due=None, **facts):
    facts = {"task_title": "tổ chức tập huấn", "task_due": due, "unit": number} | facts
    return rules.Standing(assignment=number, task=task, unit_name=name, state=state, due=due, **facts)


def a_subject(**facts):
    facts = {
        "kind": "KH",
        "number": "31/KH-UBND",
        "issued_on": date(2026, 1, 31),
        "issuer": "UBND xã Nhã Nam",
        "title": "Kế hoạch Thực hiện dân chủ ở cơ sở",
        "reporter": "UBND xã Nhã Nam",
        "day": DAY,
    } | facts
    return rules.Subject(**facts)


@pytest.mark.parametrize(
    ("state", "due", "heap"),
    [
        ("waiting", None, "waiting"),
        ("waiting", DAY, "waiting"),
        ("waiting", date(2026, 11, 19), "late"),
        ("doing", DAY, "doing"),
        ("returned", DAY, "doing"),
        ("returned", date(2026, 11, 19), "late"),
        ("submitted", date(2026, 11, 19), "checking"),
        ("accepted", date(2026, 11, 19), "done"),
    ],
)
def test_each_state_has_its_heap(state, due, heap):
    assert rules.bucket(state, due, DAY) == heap


def test_a_body_with_two_parts_is_one_body():
    figures = rules.count([a_standing(1), a_standing(2, task=2, unit=1)], day=DAY)

    assert (figures["bodies"]["n"], figures["owed"]["n"], len(figures["tasks"])) == (1, 2, 2)


def test_only_figures_that_differ_are_told_as_changed():
    before = rules.count([a_standing(1)], day=DAY)
    after = rules.count([a_standing(1, state="accepted")], day=DAY)

    assert rules.changed(before, after) == [
        {"figure": "done", "before": 0, "after": 1},
        {"figure": "waiting", "before": 1, "after": 0},
    ]


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({}, "Kết quả thực hiện Kế hoạch số 31/KH-UBND tính đến ngày 20/11/2026"),
        (
            {"number": "", "title": "Về việc Nâng cao năng lực"},
            "Kết quả thực hiện Kế hoạch về nâng cao năng lực tính đến ngày 20/11/2026",
        ),
        (
            {"kind": "QĐ", "number": "2579/QĐ-UBND"},
            "Kết quả thực hiện Quyết định số 2579/QĐ-UBND tính đến ngày 20/11/2026",
        ),
    ],
)
def test_the_title_names_the_plan(facts, title):
    assert rules.title_for(a_subject(**facts)) == title


def test_alike_bodies_are_named_together_and_the_rest_counted():
    names = ["An", "Bình", "Cường", "Dũng", "Em", "Giang", "Hà"]
    late = [a_standing(n, name=f"UBND xã {name}", due=date(2026, 1, 1)) for n, name in enumerate(names, 1)]

    words = rules.prefilled(rules.count(late, day=DAY))["shortcomings"]

    assert words == (
        "Còn 7 phần việc quá hạn ở 7 đơn vị: nhiệm vụ 1, UBND các xã An, Bình, Cường, Dũng, Em và 2 xã khác."
    )


def test_bodies_of_different_kinds_are_named_in_full():
    names = ["UBND xã An", "Công an tỉnh"]
    late = [a_standing(n, name=name, due=date(2026, 1, 1)) for n, name in enumerate(names, 1)]

    assert "nhiệm vụ 1, UBND xã An, Công an tỉnh." in rules.prefilled(rules.count(late, day=DAY))["shortcomings"]


def test_a_plan_that_is_done_says_so_and_promises_nothing_else():
    words = rules.prefilled(rules.count([a_standing(state="accepted", evidence=(7, 8))], day=DAY))

    assert "1 phần việc đã hoàn thành (100%). Các đơn vị đã gửi 2 minh chứng." in words["results"]
    assert words["shortcomings"] == "Đến hết ngày 20/11/2026, không có phần việc nào quá hạn."
    assert words["directions"] == "Các phần việc của kế hoạch đã hoàn thành; tiếp tục duy trì kết quả."


def test_the_document_has_three_sections_and_a_table():
    figures = rules.count([a_standing(due=date(2026, 12, 5))], day=DAY)

    blocks = rules.body(a_subject(), period="năm 2026", sections=rules.prefilled(figures), figures=figures)

    assert [block.title for block in blocks if isinstance(block, Heading)] == list(rules.HEADINGS.values())
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert table.rows == (("1", "Tổ chức tập huấn", "05/12/2026", "0/1", ""),)
    assert blocks[0] == Paragraph(
        "Thực hiện Kế hoạch số 31/KH-UBND ngày 31/01/2026 của UBND xã Nhã Nam về thực hiện dân chủ ở cơ sở, "
        "UBND xã Nhã Nam báo cáo kết quả năm 2026 như sau:"
    )


def test_a_long_title_is_cut_at_a_word():
    assert rules.short("x " * 100) == ("X " + "x " * 32).strip() + "…"
