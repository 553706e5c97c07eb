"""A Word file is read as a person sees it."""

import pytest

from dinhlang.apps.intake.opening.opened import Note, Trouble, Unreadable
from dinhlang.apps.intake.opening.word import read_word
from dinhlang.apps.intake.opening.word.numbers import written
from dinhlang.apps.intake.tests.opening.making import a_list, a_word_file, cell, notes_part, p, r, table


def lines(body, **more):
    return read_word(a_word_file(body, **more)).text.split("\n")


class TestNumbers:
    def test_numbers_that_word_draws_are_written_out(self):
        levels = a_list(("upperRoman", "%1.", 1), ("decimal", "%2.", 1), ("lowerLetter", "%3)", 1), ("bullet", "-", 1))
        body = "".join(p(text, number="1", level=level) for text, level in [
            ("MỤC ĐÍCH", 0), ("Mục đích", 1), ("Một", 2), ("Hai", 2),
            ("Yêu cầu", 1), ("Ba", 2), ("Gạch", 3), ("NỘI DUNG", 0),
        ])  # fmt: skip

        assert lines(body, numbering=levels) == [
            "I. MỤC ĐÍCH", "1. Mục đích", "a) Một", "b) Hai", "2. Yêu cầu", "a) Ba", "- Gạch", "II. NỘI DUNG",
        ]  # fmt: skip

    def test_a_number_may_hold_those_above_it(self):
        levels = a_list(("decimal", "%1.", 2), ("decimal", "%1.%2.", 1))
        body = p("Hai", number="1") + p("a", number="1", level=1) + p("b", number="1", level=1)

        assert lines(body, numbering=levels) == ["2. Hai", "2.1. a", "2.2. b"]

    def test_a_style_may_bring_the_number(self):
        styles = (
            "<w:style w:type='paragraph' w:styleId='Muc'><w:basedOn w:val='Goc'/></w:style>"
            "<w:style w:styleId='Goc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        )
        body = p("Một", style="Muc") + p("Hai", style="Muc")

        assert lines(body, numbering=a_list(("decimal", "%1.", 1)), styles=styles) == ["1. Một", "2. Hai"]

    def test_a_paragraph_may_refuse_the_number_of_its_style(self):
        styles = "<w:style w:styleId='Goc'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        body = p("Một", style="Goc") + p("Không số", style="Goc", number="0") + p("Hai", style="Goc")

        assert lines(body, numbering=a_list(("decimal", "%1.", 1)), styles=styles) == ["1. Một", "Không số", "2. Hai"]

    def test_a_list_that_begins_anew_begins_anew_once(self):
        again = (
            "<w:num w:numId='2'><w:abstractNumId w:val='1'/>"
            "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
        )
        body = p("a", number="1") + p("b", number="1") + p("c", number="2") + p("d", number="2")

        assert lines(body, numbering=a_list(("decimal", "%1.", 1)) + again) == ["1. a", "2. b", "1. c", "2. d"]

    def test_numbers_in_a_column_count_though_their_cells_are_empty(self):
        body = table(*([cell(p(number="1")), cell(f"Việc {n}"), cell("Phòng Nội vụ")] for n in "AB"))

        found = lines(body, numbering=a_list(("decimal", "%1", 1)))

        assert found == ["| 1 | Việc A | Phòng Nội vụ |", "| 2 | Việc B | Phòng Nội vụ |"]

    @pytest.mark.parametrize(
        ("number", "form", "shown"),
        [
            (4, "upperRoman", "IV"),
            (27, "lowerLetter", "aa"),
            (3, "decimalZero", "03"),
            (0, "lowerLetter", ""),
            (9, "none", ""),
        ],
    )
    def test_forms_of_numbers(self, number, form, shown):
        assert written(number, form) == shown


class TestTables:
    def test_rows_are_lines_and_merged_cells_come_once(self):
        body = table(
            [cell("STT"), cell("Nội dung"), cell("Thời gian")],
            [cell("I"), cell("Tuyên truyền", "<w:gridSpan w:val='2'/>")],
            [cell("1", "<w:vMerge w:val='restart'/>"), cell(p("Tập huấn") + p("tại xã")), cell("Quý | III")],
            [cell("1", "<w:vMerge/>"), cell("Phát tờ rơi"), cell("Quý IV")],
        )

        assert lines(body) == [
            "| STT | Nội dung | Thời gian |",
            "| I | Tuyên truyền |",
            "| 1 | Tập huấn tại xã | Quý / III |",
            "| | Phát tờ rơi | Quý IV |",
        ]

    def test_head_and_foot_are_read_column_by_column(self):
        head = table(
            [
                cell(p("ỦY BAN NHÂN DÂN") + p("XÃ TÂN TRUNG")),
                cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập")),
            ],
            [cell("Số: 1/KH-UBND"), cell("Tân Trung, ngày 1 tháng 2 năm 2024")],
        )
        foot = table([cell(p("Nơi nhận:") + p("- UBND huyện;")), cell(p("CHỦ TỊCH") + p() + p("Trương Tiến Dũng"))])

        assert lines(head + foot) == [
            "ỦY BAN NHÂN DÂN", "XÃ TÂN TRUNG", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập",
            "Tân Trung, ngày 1 tháng 2 năm 2024", "Nơi nhận:", "- UBND huyện;", "CHỦ TỊCH", "Trương Tiến Dũng",
        ]  # fmt: skip

    def test_a_head_set_with_tabs_is_read_column_by_column(self):
        tab = "<w:r><w:tab/></w:r>"
        body = p(runs=r("UBND HUYỆN") + tab + r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        body += p(runs=r("PHÒNG NỘI VỤ") + tab + r("Độc lập - Tự do - Hạnh phúc")) + p("KẾ HOẠCH")

        assert lines(body)[:3] == ["UBND HUYỆN", "PHÒNG NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]

    def test_a_table_within_a_cell_stays_in_its_cell(self):
        inner = table([cell("a"), cell("b")])

        assert lines(table([cell("1"), cell(p("Kèm:") + inner), cell("x")])) == ["| 1 | Kèm: a b | x |"]

    @pytest.mark.parametrize(
        "rows",
        [
            [["STT", "Người ký", "Nơi nhận"], ["1", "CHỦ TỊCH", "Phòng Nội vụ"]],
            [["Việc", "Ai làm"], ["Kiểm toán độc lập", "Chủ tịch hội"], ["Nơi nhận báo cáo tháng", "Trưởng phòng"]],
        ],
    )
    def test_a_small_table_of_tasks_is_not_taken_for_a_head_or_foot(self, rows):
        body = table(*[[cell(words) for words in row] for row in rows])

        assert lines(body) == ["| " + " | ".join(row) + " |" for row in rows]

    def test_a_frame_around_words_is_no_table(self):
        assert lines(table([cell(p("Một") + p("Hai"))])) == ["Một", "Hai"]


class TestWords:
    def test_what_was_struck_out_is_gone_and_what_was_added_stays(self):
        body = p(runs=f"<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins>{r('mới')}</w:ins>")

        opened = read_word(a_word_file(body))

        assert (opened.text, opened.notes & {Note.CHANGES}) == ("mới", {Note.CHANGES})

    def test_fields_show_their_outcome_only(self):
        mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
        body = p(
            runs=mark.format("begin")
            + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            + mark.format("separate")
            + r("7")
            + mark.format("end")
        )

        assert lines(body) == ["7"]

    def test_a_box_comes_once_behind_its_paragraph(self):
        box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
        both = (
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )

        assert lines(p("Ngoài khung", runs=f"<w:r>{both}</w:r>")) == ["Ngoài khung", "Trong khung"]

    def test_footnotes_stand_at_the_end(self):
        body = p("Luật", runs="<w:r><w:footnoteReference w:id='2'/></w:r>") + p("Hết")

        assert lines(body, more={"word/footnotes.xml": notes_part("footnote", "Luật số 10")}) == [
            "Luật",
            "Hết",
            "[1] Luật số 10",
        ]

    def test_pages_are_remembered(self):
        broken = "<w:r><w:br w:type='page'/></w:r>"
        opened = read_word(
            a_word_file(
                p("Một") + p(runs=broken) + p(runs=f"{r('Hai ')}<w:r><w:lastRenderedPageBreak/></w:r>{r('ba')}")
            )
        )

        assert opened.text == "Một\nHai ba"
        assert [opened.text[page.start :][:3] for page in opened.pages] == ["Một", "Hai", "ba"]

    def test_capitals_and_hidden_words_are_as_drawn(self):
        body = p(runs=r("kế hoạch", "<w:caps/>") + r(" ẩn", "<w:vanish/>"))

        assert lines(body) == ["KẾ HOẠCH"]

    def test_fonts_of_old_encodings_are_read(self):
        old = "<w:rFonts w:ascii='.VnTimeH'/>", "<w:rFonts w:ascii='.VnTime'/>", "<w:rFonts w:ascii='VNI-Times'/>"
        body = (
            p(runs=r("kÕ ho¹ch", old[0]))
            + p(runs=r("C¨n cø LuËt", old[1]))
            + p(runs=r("xa", old[2]) + r("õ hoäi", old[2]))
        )

        opened = read_word(a_word_file(body))

        assert opened.text == "KẾ HOẠCH\nCăn cứ Luật\nxã hội"
        assert Note.LEGACY in opened.notes

    def test_a_line_broken_in_the_middle_of_a_sentence_is_one(self):
        soft = "<w:r><w:br/></w:r>"

        assert lines(p(runs=r("về việc") + soft + r("thực hiện") + soft + r("CHỦ TỊCH"))) == [
            "về việc thực hiện",
            "CHỦ TỊCH",
        ]


class TestTrouble:
    def test_macros_are_told_of(self):
        assert Note.MACROS in read_word(a_word_file(p("Chữ"), more={"word/vbaProject.bin": b"x"})).notes

    def test_what_lies_elsewhere_is_told_of_and_not_fetched(self):
        rels = (
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Id='1' Type='x/image' Target='http://192.0.2.1/a' TargetMode='External'/></Relationships>"
        )

        assert Note.LINKS in read_word(a_word_file(p("Chữ"), more={"word/_rels/document.xml.rels": rels})).notes

    @pytest.mark.parametrize(
        ("content", "trouble"),
        [
            (a_word_file("").replace(b"PK\x05\x06", b"PK\x05\x07"), Trouble.DAMAGED),
            (a_word_file("<w:p>"), Trouble.DAMAGED),
            (a_word_file("", more={"word/document.xml": "<!DOCTYPE a [<!ENTITY a 'b'>]><a>&a;</a>"}), Trouble.BOMB),
            (a_word_file("", more={"word/document.xml": "<a/>"}), Trouble.DAMAGED),
            (a_word_file("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200), Trouble.DAMAGED),
            (a_word_file("<w:tbl><w:tr><w:tc>" * 20 + p() + "</w:tc></w:tr></w:tbl>" * 20), Trouble.BOMB),
        ],
        ids=["cut", "open tag", "entities", "no word", "deep", "tables in tables"],
    )
    def test_what_is_no_word_file_is_refused(self, content, trouble):
        with pytest.raises(Unreadable) as refused:
            read_word(content)

        assert refused.value.trouble is trouble
