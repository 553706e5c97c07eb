"""Tables as other hands lay them out: torn by pages, with cells over several rows, months first, tabs; all made up."""

import datetime

from dinhlang.pure.reading.tests.test_reading import FOOT, HEAD, read

APPENDIX = "II. NHIỆM VỤ\n(Phụ lục kèm theo)\n" + FOOT + "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"


def in_appendix(table):
    return read(HEAD + APPENDIX + table).tasks


def test_a_row_that_a_page_tore_is_one_row():
    found = in_appendix("""| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Tuyên truyền dân chủ ở cơ sở trên hệ thống truyền | Phòng Văn hóa | Các thôn; | Thường xuyên |
| | thanh của xã | - Xã hội | Đoàn Thanh niên | |
| 2 | Họp dân ở các thôn | Các thôn | Công an xã | Quý II/2026 |
""")

    assert [duty.text for duty in found] == [
        "Tuyên truyền dân chủ ở cơ sở trên hệ thống truyền thanh của xã",
        "Họp dân ở các thôn",
    ]
    assert (found[0].leads, found[0].partners) == (["Phòng Văn hóa - Xã hội"], ["Các thôn", "Đoàn Thanh niên"])


def test_two_products_with_two_times_are_milestones_of_one_duty():
    (duty,) = in_appendix("""| TT | Nhiệm vụ | Chủ trì | Sản phẩm | Thời gian |
|---|---|---|---|---|
| 1 | Theo dõi việc công khai ở các thôn | Phòng Nội vụ | Kế hoạch | Tháng 3/2026 |
| | | | Báo cáo | Tháng 11/2026 |
""")

    assert duty.timing.due == (datetime.date(2026, 3, 31), datetime.date(2026, 11, 30))


def test_a_month_before_its_works_dates_each_of_them():
    found = in_appendix("""| Tháng | Nội dung công việc | Người thực hiện |
|---|---|---|
| 4/2026 | Kiện toàn Ban Thanh tra nhân dân | Mặt trận xã |
| | Tập huấn cho Trưởng thôn | Phòng Nội vụ |
| 5/2026 | Kiểm tra việc niêm yết ở các thôn | Công an xã |
""")
    month = (datetime.date(2026, 4, 30),)

    assert [duty.timing.due for duty in found] == [month, month, (datetime.date(2026, 5, 31),)]


def test_a_body_beside_several_rows_leads_each_of_them():
    found = in_appendix("""| STT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Lắp loa ở các thôn | Phòng Kinh tế | Quý II/2026 |
| | Kiểm tra đường dây của loa | | Quý III/2026 |
""")

    assert [duty.leads for duty in found] == [["Phòng Kinh tế"]] * 2
    assert [duty.timing.due for duty in found] == [(datetime.date(2026, 6, 30),), (datetime.date(2026, 9, 30),)]


def test_tabs_divide_cells_as_bars_do_and_elsewhere_nothing():
    rows = [
        ("TT", "Nội dung công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời gian"),
        ("1", "Tổ chức hội nghị của thôn", "Các thôn", "Phòng Nội vụ", "Tháng 4/2026"),
        ("2", "Biên soạn tờ gấp về dân chủ", "Phòng Nội vụ", "Các thôn", "Tháng 5/2026"),
    ]
    table = "\n".join("\t".join(row) for row in rows)
    body = f"II. NHIỆM VỤ\n1. Phân công như sau:\n\n{table}\n\nIII. TỔ CHỨC\n1.\tCông an xã\ttuần tra\tban đêm.\n"
    found = read(HEAD + body + FOOT).tasks

    assert [duty.leads for duty in found] == [["Các thôn"], ["Phòng Nội vụ"], ["Công an xã"]]
    assert [duty.partners for duty in found] == [["Phòng Nội vụ"], ["Các thôn"], []]


def test_rows_counted_within_groups_without_lines_between_their_cells():
    found = in_appendix("""TT
Nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Cấp trình
Thời gian
thực hiện
1.
Cải cách thủ tục
1.1
Rà soát thủ tục hành chính
của các phòng
Phòng Tư pháp
Các phòng, cơ
quan liên quan
Chủ tịch UBND xã
Quý IV/2026

--- PAGE BREAK ---
1.3
Niêm yết thủ tục ở nhà văn hóa
Công an xã
Các thôn
Cấp có thẩm
quyền
Nhiệm vụ thường xuyên
2.
Tuyên truyền
2.1
Phát thanh về quyền của người dân
Phòng Văn hóa
Các thôn
Chủ tịch UBND xã
Quý III/2026
""")

    assert [(duty.path, duty.leads, duty.partners) for duty in found] == [
        ("PL.1.1", ["Phòng Tư pháp"], ["Các phòng, cơ quan liên quan"]),
        ("PL.1.3", ["Công an xã"], ["Các thôn"]),
        ("PL.2.1", ["Phòng Văn hóa"], ["Các thôn"]),
    ]
    assert [duty.timing.kind for duty in found] == ["dated", "ongoing", "dated"]


def test_rows_of_groups_in_a_table_of_tabs_have_two_cells():
    found = in_appendix(
        "STT\tNội dung công việc\tCơ quan chủ trì\tThời gian\nI\tTẬP HUẤN\n1\tMở lớp cho Trưởng thôn\tPhòng Nội vụ"
        "\tQuý II/2026\nII\tKIỂM TRA\n1\tKiểm tra các thôn\tCông an xã\tTháng 9/2026\n"
    )

    assert [(duty.path, duty.leads) for duty in found] == [("PL.I.1", ["Phòng Nội vụ"]), ("PL.II.1", ["Công an xã"])]


def test_columns_may_be_named_in_few_words():
    found = in_appendix("""| TT | Việc | Phụ trách | Người phối hợp | Hạn |
|---|---|---|---|---|
| 1 | Niêm yết danh sách hộ nghèo | Trưởng thôn | Công an xã | 12/4 |
| 2 | Tổng hợp ý kiến của các hộ | Phòng Nội vụ | | 20/4 - 25/4 |
""")

    assert [(duty.leads, duty.timing.due) for duty in found] == [
        (["Trưởng thôn"], (datetime.date(2026, 4, 12),)),
        (["Phòng Nội vụ"], (datetime.date(2026, 4, 25),)),
    ]


def test_a_table_drawn_with_signs_has_cells_over_several_lines():
    found = in_appendix("""
+-----+---------------------+-----------+--------------+------------+
| STT | Nội dung nhiệm vụ   | Chủ trì   | Phối hợp     | Thời gian  |
+-----+---------------------+-----------+--------------+------------+
| 1   | Ban hành quy ước    | Công chức | Các thôn     | Quý II     |
|     | của các thôn        | Tư pháp   |              |            |
+-----+---------------------+-----------+--------------+------------+
| 2   | Đối thoại với dân   | UBND xã   | Mặt trận xã, | Xong trước |
|     |                     |           | các đoàn thể | 15/8       |
+-----+---------------------+-----------+--------------+------------+
""")

    assert [(duty.text, duty.leads, duty.partners) for duty in found] == [
        ("Ban hành quy ước của các thôn", ["Công chức Tư pháp"], ["Các thôn"]),
        ("Đối thoại với dân", ["UBND xã"], ["Mặt trận xã", "các đoàn thể"]),
    ]
    assert found[1].timing.due == (datetime.date(2026, 8, 14),)
