"""Gathering as of a day, gathering again, editing, finishing, reopening."""

from datetime import date, timedelta

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.reports import public as reports
from dinhlang.apps.reports.queries import counted_in
from dinhlang.apps.reports.tests.factories import NOW, AWorld, a_final_report, a_report, a_world_at_work
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import TODAY

pytestmark = pytest.mark.django_db


def numbers(report):
    return {name: report.figures[name]["n"] for name in ("owed", "done", "checking", "doing", "late", "waiting")}


def test_each_part_of_the_work_is_counted_once():
    report = a_report()

    assert numbers(report) == {"owed": 6, "done": 1, "checking": 1, "doing": 1, "late": 1, "waiting": 2}
    assert (report.done, report.late, report.owed) == (1, 1, 6)


def test_a_figure_keeps_the_numbers_of_what_it_counted():
    world = a_world_at_work()

    report = world.report()

    assert counted_in(report, "late") == [world.part(world.training, world.doers[2]).pk]
    assert len(counted_in(report, f"task-{world.training.pk}")) == 3
    assert counted_in(report, "nonsense") == []


def test_a_past_day_is_counted_as_it_stood_at_its_end():
    world = a_world_at_work()

    in_july = world.report(as_of=date(2026, 7, 31))
    on_the_day = world.report(as_of=date(2026, 8, 5))

    assert numbers(in_july) == {"owed": 6, "done": 0, "checking": 0, "doing": 0, "late": 0, "waiting": 6}
    assert numbers(on_the_day)["done"] == 1


def test_before_the_work_was_handed_out_nothing_was_owed():
    report = a_report(as_of=date(2026, 5, 25))

    assert report.owed == 0
    assert report.results == "Đến hết ngày 25/5/2026, kế hoạch chưa có phần việc nào được giao."


def test_a_day_to_come_has_no_figures():
    with pytest.raises(reports.CannotGather, match="chưa tới") as refused:
        a_report(as_of=TODAY + timedelta(days=1))

    assert refused.value.field == "as_of"


def test_the_words_say_what_the_figures_say():
    report = a_report()

    assert report.title == "Kết quả thực hiện Kế hoạch số 141/KH-UBND tính đến ngày 20/11/2026"
    assert "giao 2 nhiệm vụ, 6 phần việc cho 3 đơn vị" in report.results
    assert "1 phần việc đã hoàn thành (16,7%)" in report.results
    assert report.shortcomings == "Còn 1 phần việc quá hạn ở 1 đơn vị: nhiệm vụ 1, UBND xã Phúc Hòa."
    assert "hạn gần nhất là ngày 15/12/2026" in report.directions


def test_a_commune_reports_its_own_part_to_the_issuer_of_the_plan():
    world = a_world_at_work()

    report = world.report(unit=world.doers[0])

    assert report.scope == "own"
    assert numbers(report) == {"owed": 2, "done": 1, "checking": 0, "doing": 1, "late": 0, "waiting": 0}
    assert report.to == "UBND tỉnh Bắc Ninh"


def test_bodies_are_named_as_they_were_called_on_the_day():
    world = a_world_at_work()
    day = date(2026, 11, 19)
    units.change_unit(world.doers[2], name="UBND xã Phúc Sơn", day=TODAY, today=TODAY)

    report = world.report(as_of=day)

    assert "UBND xã Phúc Hòa" in report.shortcomings


def test_gathering_again_says_what_changed():
    world = a_world_at_work()
    report = world.report()
    world.accept(world.training, world.doers[1], TODAY)

    report = reports.regather_report(report=report, by=world.officer, now=NOW)

    assert {"figure": "done", "before": 1, "after": 2} in report.changes
    assert report.done == 2
    assert "2 phần việc đã hoàn thành" in report.results


def test_gathering_again_keeps_the_words_a_person_wrote():
    world = a_world_at_work()
    report = world.report()
    reports.edit_narrative(report=report, by=world.officer, now=NOW, results="Lời của chị Hà.")
    world.accept(world.training, world.doers[1], TODAY)

    report = reports.regather_report(report=report, by=world.officer, now=NOW)

    assert report.results == "Lời của chị Hà."
    assert "Kiểm tra, duyệt" not in report.directions


def test_gathering_again_for_another_day_moves_title_and_period():
    world = a_world_at_work()

    report = reports.regather_report(report=world.report(), as_of=date(2026, 8, 31), by=world.officer, now=NOW)

    assert report.title.endswith("tính đến ngày 31/8/2026")
    assert report.period == "tính đến hết ngày 31/8/2026"


def test_a_final_report_is_neither_gathered_again_nor_edited():
    world = a_world_at_work()
    report = a_final_report(world)

    with pytest.raises(reports.CannotGather, match="mở lại"):
        reports.regather_report(report=report, by=world.officer, now=NOW)
    with pytest.raises(reports.CannotEdit, match="mở lại"):
        reports.edit_narrative(report=report, by=world.officer, now=NOW, results="x")
    with pytest.raises(reports.CannotFinish, match="chốt rồi"):
        reports.finish_report(report=report, by=world.officer, now=NOW)


def test_an_empty_section_is_named_before_finishing():
    world = a_world_at_work()
    report = world.report()
    reports.edit_narrative(report=report, by=world.officer, now=NOW, directions="  ")

    with pytest.raises(reports.CannotFinish, match="phương hướng"):
        reports.finish_report(report=report, by=world.officer, now=NOW)


def test_reopening_needs_a_reason_and_is_written_down():
    world = a_world_at_work()
    report = a_final_report(world)

    with pytest.raises(reports.CannotReopen):
        reports.reopen_report(report=report, reason=" ", by=world.officer, now=NOW)
    report = reports.reopen_report(report=report, reason="Thiếu một xã", by=world.officer, now=NOW)

    assert report.is_draft
    assert audit.history_of(report)[0].reason == "Thiếu một xã"
    with pytest.raises(reports.CannotReopen, match="đang soạn"):
        reports.reopen_report(report=report, reason="x", by=world.officer, now=NOW)


def test_control_characters_go_and_long_titles_are_refused_with_a_sentence():
    world = AWorld()
    report = world.report()

    report = reports.edit_narrative(
        report=report, by=world.officer, now=NOW, results="Một\x00\x0b hai\u200b", to="=1+1"
    )

    assert "\x00" not in report.results and "\u200b" not in report.results
    assert report.to == "=1+1"
    with pytest.raises(reports.CannotEdit, match="10000 ký tự") as refused:
        reports.edit_narrative(report=report, by=world.officer, now=NOW, title="a" * 10_000)
    assert refused.value.field == "title"
    with pytest.raises(reports.CannotEdit, match="trích yếu"):
        reports.edit_narrative(report=report, by=world.officer, now=NOW, title=" ")


def test_a_plan_of_many_bodies_is_counted_in_few_queries(django_assert_max_num_queries):
    world = a_world_at_work()

    with django_assert_max_num_queries(16):
        world.report()
