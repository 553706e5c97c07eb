"""Tables of units: what is read, what is refused with which sentence, and the round trip."""

import io
import unicodedata
import zipfile
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_administrator
from dinhlang.apps.register import actions, queries, tables
from dinhlang.apps.register.models import PendingImport
from dinhlang.apps.register.rules.rows import COLUMNS, RowFault, plain_cell, safe_cell
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import TODAY, a_body, a_committee, a_commune, a_province, a_village

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
HEADER = ",".join(COLUMNS.values())
REFORM = date(2025, 7, 1)


@pytest.fixture
def province(db):
    return a_province("Bắc Ninh", code="24")


@pytest.fixture
def quan(province):
    return an_administrator(at=province)


def a_file(*lines, header=HEADER):
    return "\n".join([header, *lines]).encode()


def sent(data, quan, day=TODAY):
    pending, _faults = actions.keep_for_preview(data, name="don-vi.csv", day=day, by=quan, now=NOW)
    return pending


def faults(data, quan):
    plan = actions.plan_of(sent(data, quan), person=quan)
    return [(fault.line, fault.column, fault.reason) for fault in plan.faults]


def a_workbook(*rows):
    book, buffer = Workbook(), io.BytesIO()
    for row in [list(COLUMNS.values()), *rows]:
        book.active.append(row)
    book.save(buffer)
    return buffer.getvalue()


class TestComingIn:
    def test_a_table_makes_units_and_counts_what_is_there_afterwards(self, province, quan):
        pending = sent(
            a_file("07738,Nhã Nam,xã,,24,01/07/2025,,,", "07738.1,Tiến Phan,thôn,,07738,01/07/2025,,214,812"), quan
        )

        done = actions.import_units(pending, by=quan, now=NOW)

        village = units.Unit.objects.get(code="07738.1")
        assert (done.created, done.changed, done.counted) == (2, 0, 1)
        assert (village.full_name, village.parent.code, village.kind) == ("thôn Tiến Phan", "07738", "village")
        assert village.path == f"{village.parent.path}{village.pk}."
        assert units.households_on(province, day=TODAY) == 214
        assert audit.history_of(village)[0].act == "units.imported"
        assert search.Entry.objects.filter(kind="unit", title="Thôn Tiến Phan").exists()
        assert not PendingImport.objects.exists()

    def test_a_count_that_comes_by_table_is_recorded_with_what_it_was(self, province, quan):
        village = a_village(code="A.1")
        units.HouseholdCount.objects.create(unit=village, day=REFORM, households=200)

        line = f"A.1,{village.name},thôn,,{village.parent.code},,,214,812"
        actions.import_units(sent(a_file(line), quan), by=None, now=NOW)

        entry = audit.history_of(village).get()
        assert (entry.act, entry.before["households"], entry.after["households"]) == (
            "units.households_counted",
            200,
            214,
        )

    def test_of_two_clicks_the_second_finds_nothing_to_write(self, province, quan):
        pending = sent(a_file("07738,Nhã Nam,xã,,24,01/07/2025,,,"), quan)
        seen_meanwhile = PendingImport.objects.get(pk=pending.pk)

        actions.import_units(pending, by=quan, now=NOW)

        with pytest.raises(actions.CannotImport, match="đã được ghi"):
            actions.import_units(seen_meanwhile, by=quan, now=NOW)
        assert audit.history_of(units.Unit.objects.get(code="07738")).count() == 1

    def test_the_order_of_lines_does_not_matter(self, province, quan):
        pending = sent(a_file("A.1,Một,thôn,,A,,,,", "A,Nhã Nam,xã,,24,,,,"), quan)

        assert actions.import_units(pending, by=quan, now=NOW).created == 2

    def test_a_line_of_a_later_day_changes_the_unit_from_that_day(self, province, quan):
        commune = a_commune("Tân Trung", code="07738", parent=province)
        village = a_village(parent=commune)

        actions.import_units(sent(a_file("07738,Nhã Nam,xã,,24,01/07/2025,,,"), quan), by=quan, now=NOW)

        commune.refresh_from_db()
        assert commune.name == "Nhã Nam"
        assert units.version_of(commune, day=date(2025, 6, 30)).name == "Tân Trung"
        assert units.UnitVersion.objects.filter(unit=village).count() == 1

    def test_moving_a_unit_takes_its_branch_along(self, province, quan):
        commune = a_commune("Nhã Nam", code="A", parent=province)
        village = a_village(parent=commune)
        a_commune("Khác", code="B", parent=province)
        district = units.open_unit(
            code="H", kind="district", name="Tân Yên", begins=date(2000, 1, 1), parent=province, today=TODAY
        )

        actions.import_units(sent(a_file("A,Nhã Nam,xã,,H,01/07/2025,,,"), quan), by=quan, now=NOW)

        village.refresh_from_db()
        assert village.path == f"{province.path}{district.pk}.{commune.pk}.{village.pk}."
        assert units.version_of(village, day=date(2024, 1, 1)).path == f"{province.path}{commune.pk}.{village.pk}."

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_separators_and_encodings_of_spreadsheets_are_read(self, province, quan, separator, encoding):
        text = a_file("X1,Hòa Bình,thôn,,07738,5/9/2024,,,").decode().replace(",", separator)
        a_commune(code="07738", parent=province)

        plan = actions.plan_of(sent(text.encode(encoding), quan), person=quan)

        assert [(row.name, row.begins) for row in plan.created] == [("Hòa Bình", "2024-09-05")]

    def test_decomposed_text_and_the_other_tone_place_are_no_change(self, province, quan):
        a_commune("Hòa Thủy", code="H1", parent=province)
        line = "H1,Hoà Thuỷ,xã,,24,01/01/2000,,,"

        plan = actions.plan_of(sent(a_file(unicodedata.normalize("NFD", line)), quan), person=quan)

        assert (plan.unchanged, plan.changed, plan.faults, plan.is_empty) == (1, [], [], True)

    def test_a_workbook_with_real_dates_and_numbers_is_read(self, province, quan):
        a_commune(code="07738", parent=province)
        data = a_workbook(["07738.1", "Một", "thôn", None, "07738", datetime(2025, 7, 1), None, 214.0, 812])

        plan = actions.plan_of(sent(data, quan), person=quan)

        assert plan.counts == {"07738.1": (214, 812)}
        assert plan.created[0].begins == "2025-07-01"

    def test_columns_may_stand_in_another_order_and_be_written_without_marks(self, province, quan):
        data = "ten;ma dinh danh;MA CAP TREN;Hình thức;ghi chú\nNhã Nam;A1;24;xã;gì đó".encode()

        plan = actions.plan_of(sent(data, quan), person=quan)

        assert [(row.code, row.kind) for row in plan.created] == [("A1", "commune")]


class TestRefusals:
    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            (b"", "trống"),
            (b"   \n ", "trống"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "Không đọc được"),
            (b"\xd0\xcf\x11\xe0 old excel", "đời cũ"),
            (b"PK\x03\x04 not a zip", "hỏng"),
            (b"a,b,c\n1,2,3", "Thiếu cột"),
            (HEADER.encode(), "chỉ có dòng tiêu đề"),
            (a_file('A,"Nhã Nam,xã'), "dấu nháy"),
        ],
    )
    def test_what_is_no_table_is_refused_with_a_sentence(self, db, quan, data, sentence):
        with pytest.raises(tables.CannotRead, match=sentence):
            sent(data, quan)

        assert not PendingImport.objects.exists()

    @pytest.mark.parametrize(
        "data",
        [
            a_file("A,Nhã Nam,xã,,24,,,,").replace("ã".encode(), b"\xe3\x81"),
            a_file("A,Nhã Nam,xã,,24,,,,").decode().encode("cp1258", errors="replace"),
        ],
        ids=["damaged", "signs lost"],
    )
    def test_a_file_in_another_encoding_is_told_how_to_be_saved(self, db, quan, data):
        with pytest.raises(tables.CannotRead, match="Lưu thành › CSV UTF-8"):
            sent(data, quan)

    def test_a_zip_bomb_is_not_opened(self, db, quan):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("xl/workbook.xml", b"<x/>")
            packed.writestr("xl/worksheets/sheet1.xml", b"0" * (201 * 1024 * 1024))

        with pytest.raises(tables.CannotRead, match="quá lớn"):
            sent(buffer.getvalue(), quan)

    def test_a_file_with_too_many_lines_is_refused(self, db, quan, monkeypatch):
        monkeypatch.setattr(tables, "MOST_ROWS", 3)

        with pytest.raises(tables.CannotRead, match="chia thành nhiều tệp"):
            sent(a_file(*[f"A{n},X,xã,,24,,,," for n in range(10)]), quan)

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            (",Nhã Nam,xã,,24,,,,", ("code", "missing")),
            ("A,,xã,,24,,,,", ("name", "missing")),
            ("A,Nhã Nam,cái gì,,24,,,,", ("kind", "kind")),
            ("A,Nhã Nam,xã,Vương quốc,24,,,,", ("kind", "kind")),
            ("A,Nhã Nam,xã,,24,hôm qua,,,", ("begins", "day_shape")),
            ("A,Nhã Nam,xã,,24,31/02/2025,,,", ("begins", "day_no_such_day")),
            ("A,Nhã Nam,xã,,24,01/07/0025,,,", ("begins", "day_far")),
            ("A,Nhã Nam,xã,,24,01/07/2025,01/07/2025,,", ("ends", "order")),
            ("A,Nhã Nam,xã,,24,,,nhiều,", ("households", "number")),
            ("A,Nhã Nam,xã,,24,,,-5,", ("households", "number")),
            ("../A,Nhã Nam,xã,,24,,,,", ("code", "code_shape")),
            ("nhap,Nhã Nam,xã,,24,,,,", ("code", "code_reserved")),
            ("A,Nhã Nam,xã,,99,,,,", ("parent", "unknown_parent")),
            ("A,Nhã Nam,xã,,A,,,,", ("parent", "cycle")),
            ("A,Nhã Nam,xã,,24,01/01/1999,,,", ("parent", "parent_not_there")),
            ("A,Nhã Nam,tỉnh,,24,,,,", ("parent", "wrong_parent")),
        ],
    )
    def test_each_wrong_line_is_named_with_its_column(self, province, quan, line, fault):
        assert faults(a_file(line), quan) == [(2, *fault)]

    def test_every_reason_has_words(self, province, quan):
        data = a_file("A,Nhã Nam,xã,,99,,,,", ",,,,,hôm qua,,x,", "A,Hai,xã,,24,,,,", "A,Ba,xã,,24,,,,")

        told = queries.told_faults(actions.plan_of(sent(data, quan), person=quan).faults)

        assert all(fault.what and fault.mend for fault in told)
        assert any("dòng 2" in fault.what for fault in told)

    def test_a_cycle_inside_the_file_is_found(self, province, quan):
        found = faults(
            a_file("A,Một,,Tổ chức khác,B,,,,", "B,Hai,,Tổ chức khác,C,,,,", "C,Ba,,Tổ chức khác,A,,,,"), quan
        )

        assert {reason for _line, _column, reason in found} == {"cycle"}

    def test_lines_of_one_unit_may_not_share_a_day(self, province, quan):
        found = faults(a_file("A,Một,xã,,24,01/01/2024,,,", "A,Hai,xã,,24,01/01/2025,,,"), quan)

        assert [reason for _l, _c, reason in found] == ["overlap"]

    def test_a_line_may_not_reach_over_what_was_decided_for_later(self, province, quan):
        commune = a_commune("Cũ", code="A", parent=province)
        units.change_unit(commune, day=REFORM, name="Mới", today=TODAY)

        assert faults(a_file("A,Giữa,xã,,24,01/01/2024,,,"), quan) == [(2, "begins", "overlap")]

    def test_ending_a_parent_names_what_would_be_left_without_one(self, province, quan):
        commune = a_commune("Nhã Nam", code="A", parent=province)
        a_village(parent=commune, code="A.1")

        assert faults(a_file("A,Nhã Nam,xã,,24,01/01/2000,01/07/2025,,"), quan) == [(2, "parent", "parent_not_there")]

    def test_nobody_imports_into_another_province(self, quan):
        a_province("Thái Nguyên", code="19")

        assert faults(a_file("A,Nhã Nam,xã,,19,,,,"), quan) == [(2, "parent", "reach")]

    def test_a_faulty_table_writes_nothing_at_all(self, province, quan):
        pending = sent(a_file("A,Nhã Nam,xã,,24,,,,", "B,Lỗi,xã,,99,,,,"), quan)

        with pytest.raises(actions.CannotImport, match="không có gì được ghi"):
            actions.import_units(pending, by=quan, now=NOW)

        assert not units.Unit.objects.filter(code="A").exists()

    def test_what_changed_between_preview_and_confirmation_is_seen(self, province, quan):
        pending = sent(a_file("A,Nhã Nam,xã,,24,,,,"), quan)
        units.end_unit(province, day=TODAY, today=TODAY)

        with pytest.raises(actions.CannotImport):
            actions.import_units(pending, by=quan, now=NOW)


class TestWhoIsJudged:
    """Only what the file itself changes is judged; what stands elsewhere, or stood, is not."""

    @pytest.fixture
    def elsewhere(self, province):
        """A province whose form changed after its bodies were furnished, and one stored in more pieces than needed."""
        dong_nai = a_province("Đồng Nai", code="75")
        units.change_unit(dong_nai, day=date(2026, 7, 1), form="thành phố", today=TODAY)
        actions.furnish(dong_nai, day=REFORM, by=None, now=NOW)
        union = a_body("Công đoàn", kind="union", parent=dong_nai, code="75.X")
        for name in ("Công đoàn mới", "Công đoàn"):
            units.change_unit(union, day=date(2026, 1, 1), name=name, today=TODAY)
        return dong_nai

    def test_a_correct_table_goes_in_whatever_other_provinces_are_like(self, elsewhere, quan):
        pending = sent(a_file("A,Nhã Nam,xã,,24,01/07/2025,,,", "A.1,Tiến Phan,thôn,,A,01/07/2025,,214,"), quan)

        done = actions.import_units(pending, by=quan, now=NOW)

        assert (done.created, done.changed) == (2, 0)

    def test_bodies_are_furnished_in_as_few_pieces_as_a_table_would_write(self, elsewhere):
        assert units.UnitVersion.objects.filter(unit__code="75.UB.NV").count() == 1
        assert units.UnitVersion.objects.filter(unit__code="75.UB").count() == 2

    @pytest.mark.parametrize("with_history", [True, False])
    def test_everything_out_and_in_again_changes_nothing(self, elsewhere, quan, with_history):
        before = units.timelines()
        rows = queries.exported_rows(None, day=TODAY, with_history=with_history)

        plan = actions.plan_of(sent("".join(tables.write_csv(rows)).encode(), quan), person=quan)

        assert (plan.faults, plan.changed, plan.timelines) == ([], [], {})
        assert units.timelines() == before

    def test_who_came_from_another_province_may_be_renamed_where_it_stands_now(self, elsewhere, province, quan):
        commune = a_commune("Tân Trung", code="A", parent=elsewhere)
        a_village("Đồi", code="A.1", parent=commune)
        units.change_unit(commune, day=date(2026, 1, 1), parent=province, today=TODAY)

        assert faults(a_file("A,Nhã Nam,xã,,24,20/11/2026,,,", "A.1,Đồi,thôn,,A,,,100,"), quan) == []
        assert faults(a_file("A,Nhã Nam,xã,,24,01/01/2026,,,"), quan) == []
        assert faults(a_file("A,Nhã Nam,xã,,75,01/01/2000,01/01/2026,,"), quan) == [(2, "parent", "reach")]

    def test_the_rest_of_a_branch_that_moved_is_no_news(self, elsewhere, province, quan):
        commune = a_commune("Tân Trung", code="A", parent=elsewhere)
        a_village("Đồi", code="A.1", parent=commune)
        units.change_unit(commune, day=date(2026, 1, 1), parent=province, today=TODAY)
        rows = queries.exported_rows(province, day=TODAY, with_history=True)

        plan = actions.plan_of(sent("".join(tables.write_csv(rows)).encode(), quan), person=quan)

        assert (plan.faults, plan.changed, plan.unchanged, plan.is_empty) == ([], [], len(rows), True)

    def test_what_did_not_fit_before_is_not_the_fault_of_the_file(self, elsewhere, quan):
        units.UnitVersion.objects.filter(unit__code="75.UB").delete()

        assert faults(a_file("A,Nhã Nam,xã,,24,01/07/2025,,,"), quan) == []

    def test_a_fault_that_no_line_tells_stands_at_its_unit(self, elsewhere):
        told = queries.told_faults([RowFault(0, "parent", "wrong_parent", "75.X", "75")])

        assert told[0].where == "Công đoàn"


class TestGoingOut:
    @pytest.fixture
    def lived(self, province, quan):
        """A province with a past: a renamed commune, a moved village, households, bodies."""
        one, two = a_commune("Tân Trung", code="A", parent=province), a_commune("An Dương", code="B", parent=province)
        village = a_village("Đồi", code="A.1", parent=one)
        a_committee(of=two, code="B.UB")
        units.change_unit(one, day=REFORM, name="Nhã Nam", today=TODAY)
        units.change_unit(village, day=date(2026, 1, 1), parent=two, today=TODAY)
        units.open_unit(code="B.9", kind="other", name="=HYPERLINK(1)", begins=REFORM, parent=two, today=TODAY)
        units.HouseholdCount.objects.create(unit=village, day=REFORM, households=100, residents=400)
        return province

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    @pytest.mark.parametrize("with_history", [True, False])
    def test_what_goes_out_comes_in_as_nothing_new(self, lived, quan, kind, with_history):
        rows = queries.exported_rows(lived, day=TODAY, with_history=with_history)
        data = tables.write_xlsx(rows) if kind == "xlsx" else "".join(tables.write_csv(rows)).encode()

        plan = actions.plan_of(sent(data, quan), person=quan)

        assert (plan.faults, plan.created, plan.changed) == ([], [], [])
        assert plan.unchanged == len(rows)
        assert plan.is_empty

    def test_a_history_can_be_put_into_an_empty_house(self, lived, quan):
        rows = queries.exported_rows(None, day=TODAY, with_history=True)
        data = "".join(tables.write_csv(rows)).encode()
        before = units.timelines()
        units.HouseholdCount.objects.all().delete()
        wiped = {code for code in before if code.startswith(("A", "B"))}
        units.UnitVersion.objects.filter(unit__code__in=wiped).delete()
        units.Unit.objects.filter(code__in=wiped).update(parent=None)
        units.Unit.objects.filter(code__in=wiped).delete()

        actions.import_units(sent(data, quan), by=None, now=NOW)

        assert units.timelines() == before

    def test_nothing_in_the_file_is_a_formula(self, lived):
        rows = queries.exported_rows(lived, day=TODAY, with_history=False)

        text = "".join(tables.write_csv(rows))

        assert "'=HYPERLINK(1)" in text
        assert text.startswith("\ufeff")

    @pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@x", "'=x", "''=x", "'x", "x", "'", ""])
    def test_a_safe_cell_is_read_back_as_it_was(self, text):
        assert plain_cell(safe_cell(text)) == text


def test_an_old_preview_is_thrown_away(quan):
    actions.keep_for_preview(
        a_file("A,X,xã,,24,,,,"), name="cũ", day=TODAY, by=quan, now=datetime(2026, 11, 1, tzinfo=UTC)
    )

    sent(a_file("A,X,xã,,24,,,,"), quan)

    assert [pending.name for pending in PendingImport.objects.all()] == ["don-vi.csv"]
