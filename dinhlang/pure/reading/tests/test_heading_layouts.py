"""Heads and feet in every layout that officials and scanners make; all made up."""

import pytest

from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.viet import fold

BODY = """
Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10 tháng 11 năm 2022;
Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2026,

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng phục vụ người dân.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng chủ trì, tham mưu thực hiện, báo cáo trước ngày 15/12/2026./.
"""

HEADS = {
    "two columns one after the other": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\n\nSố: 15/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n\nĐồng Sen, ngày 06 tháng 02 năm 2026\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "15/KH-UBND", "2026-02-06", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "two columns on one line": (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SÔNG LAM Độc lập - Tự do - Hạnh phúc\n"
        "Số: 1205 /KH-UBND Sông Lam, ngày 3 tháng 4 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "1205/KH-UBND", "2026-04-03", "Sông Lam", "UBND tỉnh Sông Lam", None, "Cải cách hành chính năm 2026"),
    ),
    "a table": (
        "| **ỦY BAN NHÂN DÂN** **HUYỆN NÚI ĐÁ** ------- | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** "
        "**Độc lập - Tự do - Hạnh phúc** --------------- |\n|---|---|\n| Số: 77/KH-UBND | *Núi Đá, ngày 09 tháng 9 năm 2019* |\n\n"
        "**KẾ HOẠCH**\n**Cải cách hành chính năm 2026**\n",
        ("KH", "77/KH-UBND", "2019-09-09", "Núi Đá", "UBND huyện Núi Đá", None, "Cải cách hành chính năm 2026"),
    ),
    "wide gaps": (
        "     ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "     PHƯỜNG BẾN NGỰ                    Độc lập - Tự do - Hạnh phúc\n"
        "      _________                              ______________\n"
        "     Số: 08/KH-UBND                  Bến Ngự, ngày 20 tháng 8 năm 2025\n\n"
        "                        KẾ HOẠCH\n            Cải cách hành chính năm 2026\n              _________\n",
        ("KH", "08/KH-UBND", "2025-08-20", "Bến Ngự", "UBND phường Bến Ngự", None, "Cải cách hành chính năm 2026"),
    ),
    "a department under a committee": (
        "UBND TỈNH SÔNG LAM\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 45/KH-SNV\nSông Lam, ngày 28 tháng 02 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "45/KH-SNV", "2026-02-28", "Sông Lam", "Sở Nội vụ", "UBND tỉnh Sông Lam", "Cải cách hành chính năm 2026"),
    ),
    "a district office, the committee over two lines": (
        "ỦY BAN NHÂN DÂN\nHUYỆN NÚI ĐÁ\nPHÒNG TƯ PHÁP\nSố: 9/BC-TP\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập – Tự do – Hạnh phúc\nNúi Đá, ngày 1 tháng 12 năm 2023\nBÁO CÁO\nKết quả công tác tư pháp năm 2023\n",
        ("BC", "9/BC-TP", "2023-12-01", "Núi Đá", "Phòng tư pháp", "UBND huyện Núi Đá", "Kết quả công tác tư pháp năm 2023"),
    ),
    "the party": (
        "ĐẢNG BỘ TỈNH SÔNG LAM          ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ ĐỒNG SEN\n*\n"
        "Số 21-KH/ĐU             Đồng Sen, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n-----\n",
        ("KH", "21-KH/ĐU", "2026-03-05", "Đồng Sen", "Đảng ủy xã Đồng Sen", "Đảng bộ tỉnh Sông Lam", "Cải cách hành chính năm 2026"),
    ),
    "the Front": (
        "ỦY BAN MTTQ VIỆT NAM\nXÃ ĐỒNG SEN\nBAN THƯỜNG TRỰC\nSố: 03/KH-MTTQ-BTT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nĐồng Sen, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "03/KH-MTTQ-BTT", "2026-01-12", "Đồng Sen", "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đồng Sen", None,
         "Cải cách hành chính năm 2026"),
    ),
    "a ministry, its name on two lines": (
        "BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\nSố: 300/KH-BVHTTDL\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nHà Nội, ngày 4 tháng 5 năm 2021\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "300/KH-BVHTTDL", "2021-05-04", "Hà Nội", "Bộ văn hóa, thể thao và du lịch", None, "Cải cách hành chính năm 2026"),
    ),
    "a steering board, its name on three lines": (
        "BAN CHỈ ĐẠO\nTHỰC HIỆN QUY CHẾ DÂN CHỦ\nTỈNH SÔNG LAM\nSố: 7-KH/BCĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSông Lam, ngày 4 tháng 5 năm 2021\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "7-KH/BCĐ", "2021-05-04", "Sông Lam", "Ban Chỉ đạo thực hiện quy chế dân chủ tỉnh Sông Lam", None,
         "Cải cách hành chính năm 2026"),
    ),
    "a blank number and a blank day": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\nSố:      /KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Đồng Sen, ngày       tháng 11 năm 2025\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", None, None, "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "dots for the number and the day": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\nSố: ……/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Đồng Sen, ngày ….. tháng ..... năm 2025\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", None, None, "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "letters read for digits": (
        "UY BAN NHAN DAN\nXA ĐONG SEN\nSô: l5/KH-UBND\nCONG HOA XA HOI CHU NGHIA VIET NAM\nDoc lap - Tu do - Hanh phuc\n"
        "Đồng Sen, ngày O6 tháng I2 năm 2025\nKÉ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "15/KH-UBND", "2025-12-06", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "a number torn apart": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\nSố: 447\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n/KH-UBND\n\nĐộc lập - Tự do - Hạnh phúc\n"
        "Đồng Sen, ngày 24 tháng 03 năm 2025\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "447/KH-UBND", "2025-03-24", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "the motto broken over two lines": (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI\nXÃ ĐỒNG SEN CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 15/KH-UBND\n"
        "Đồng Sen, ngày 24\ntháng 03 năm 2025\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "15/KH-UBND", "2025-03-24", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "a decision with its authority": (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ BIỂN XANH\nSố: 64 /QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Biển Xanh, ngày 14 tháng 3 năm 2025\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch phòng, chống tham nhũng\nnăm 2025\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ BIỂN XANH\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống tham nhũng năm 2025.\n",
        ("QĐ", "64/QĐ-UBND", "2025-03-14", "Biển Xanh", "UBND thành phố Biển Xanh", None,
         "Về việc ban hành Kế hoạch phòng, chống tham nhũng năm 2025"),
    ),
    "a letter": (
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\nSố: 397/UBND-VP\nV/v tăng cường phòng cháy,\nchữa cháy mùa khô\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồng Sen, ngày 13 tháng 03 năm 2025\n\n"
        "Kính gửi:\n- Các thôn trên địa bàn xã;\n- Công an xã.\n",
        ("CV", "397/UBND-VP", "2025-03-13", "Đồng Sen", "UBND xã Đồng Sen", None, "tăng cường phòng cháy, chữa cháy mùa khô"),
    ),
    "a title over three lines with gaps": (
        "ỦY BAN NHÂN DÂN\n\nXÃ ĐỒNG SEN\n\nSố: 15/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Đồng Sen, ngày 06 tháng 02 năm 2026\n\nKẾ HOẠCH\n\nTổ chức hội nghị đối thoại giữa người đứng đầu\n\n"
        "chính quyền với Nhân dân trên địa bàn xã Đồng Sen\n\nnăm 2026\n\n",
        ("KH", "15/KH-UBND", "2026-02-06", "Đồng Sen", "UBND xã Đồng Sen", None,
         "Tổ chức hội nghị đối thoại giữa người đứng đầu chính quyền với Nhân dân trên địa bàn xã Đồng Sen năm 2026"),
    ),
    "the head lost": (
        "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nThực hiện Kế hoạch số 5/KH-UBND ngày 02/01/2026 của UBND tỉnh; "
        "UBND xã Đồng Sen ban hành Kế hoạch cải cách hành chính năm 2026 như sau:\n",
        ("KH", None, None, None, "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "the kind and the title on one line": (
        "UBND XÃ ĐỒNG SEN\nSố: 15/KH-UBND\nĐồng Sen, ngày 06/02/2026\nKẾ HOẠCH Cải cách hành chính năm 2026\n",
        ("KH", "15/KH-UBND", "2026-02-06", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
    "a stamp above, the day by hand": (
        "Người ký: Ủy ban nhân dân xã Đồng Sen\nThời gian ký: 11/09/2024 19:14:21 +07:00\n"
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG SEN\nSố: 15/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Đồng Sen, ngày tháng 9 năm 2024\nKẾ HOẠCH\nCải cách hành chính năm 2026\n",
        ("KH", "15/KH-UBND", "2024-09-11", "Đồng Sen", "UBND xã Đồng Sen", None, "Cải cách hành chính năm 2026"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", HEADS)
def test_the_head_is_read_in_every_layout(layout):
    head, expected = HEADS[layout]
    read = read_heading(head + BODY)
    found = (read.kind, read.number, read.date, read.place, read.issuer, read.superior, read.title)
    assert [one.value and fold(one.value) for one in found] == [value and fold(value) for value in expected]


TO = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT."
RECIPIENTS = ["UBND tỉnh (b/c)", "Các thôn", "Lưu: VT"]
FEET = {
    "recipients, then the signature": (
        f"{TO}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Thị Sen\n", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Thị Sen")),
    "the signature before the recipients": (
        f"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{TO}\n\nTrương Văn Bộ\n",
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trương Văn Bộ")),
    "two columns with a wide gap": (
        "Nơi nhận:                               TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh (b/c);                      KT. CHỦ TỊCH\n"
        "- Các thôn;                             PHÓ CHỦ TỊCH\n- Lưu: VT.\n\n                                        Lê Hồng Phong\n",
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Hồng Phong")),
    "two columns on one line": (
        "Nơi nhận: CHỦ TỊCH\n- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT.\nLê Hồng Phong\n", (None, "CHỦ TỊCH", "Lê Hồng Phong")),
    "a table": (
        "| *Nơi nhận:* - UBND tỉnh (b/c); - Các thôn; - Lưu: VT. | **TM. ỦY BAN NHÂN DÂN** **CHỦ TỊCH** **Lê Hồng Phong** |\n|---|---|\n",
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Hồng Phong")),
    "authority torn over lines": (
        f"|\n{TO}\n|\n**TM. ỦY BAN\nNHÂN DÂN** KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Hồng Phong\n",
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Hồng Phong")),
    "by order": (
        f"{TO}\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n(Đã ký)\nĐặng Thái Hà\n", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đặng Thái Hà")),
    "with power of attorney": (
        f"{TO}\nTUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG NỘI VỤ\n\nĐặng Thái Hà\n", ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ", "Đặng Thái Hà")),
    "the party": (
        f"{TO}\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nHoàng A Páo\n", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Hoàng A Páo")),
    "a name in capitals": (
        f"{TO}\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTRẦN QUỐC TOẢN\n", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TRẦN QUỐC TOẢN")),
    "a degree before the name": (
        f"{TO}\nGIÁM ĐỐC\n\nPGS.TS. Bùi Thị Xuân\n", (None, "GIÁM ĐỐC", "Bùi Thị Xuân")),
    "a rank before the name": (
        f"{TO}\nTRƯỞNG CÔNG AN XÃ\n\nTrung tá Bùi Thị Xuân\n", (None, "TRƯỞNG CÔNG AN XÃ", "Bùi Thị Xuân")),
    "a stamp between": (
        f"{TO}\nCHỦ TỊCH\nKý bởi: Ủy ban nhân dân xã\nThời gian ký: 24/03/2025 08:11:02\nVũ Đăng Khoa\n", (None, "CHỦ TỊCH", "Vũ Đăng Khoa")),
    "acting": (
        f"{TO}\nQ. CHỦ TỊCH\n\nVũ Đăng Khoa\n", ("Q. CHỦ TỊCH", None, "Vũ Đăng Khoa")),
    "Noi nhan": (
        "Noi nhận:\n- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nVũ Đăng Khoa\n", (None, "CHỦ TỊCH", "Vũ Đăng Khoa")),
    "the post as long as its body": (
        f"{TO}\nTM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nChủ tịch UBND xã\nVũ Đăng Khoa\n", ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "Vũ Đăng Khoa")),
}  # fmt: skip
HEAD = HEADS["two columns one after the other"][0]


@pytest.mark.parametrize("layout", FEET)
def test_the_foot_is_read_in_every_layout(layout):
    foot, signer = FEET[layout]
    text = HEAD + BODY + "\n" + foot
    read = read_heading(text)
    assert (read.signer.authority, read.signer.title, read.signer.name) == signer
    assert [one.value for one in read.recipients] == RECIPIENTS
    assert text[: read.body[1]].rstrip(" \n|*").endswith("15/12/2026./.")
    assert text[read.body[0] :].startswith("I. MỤC ĐÍCH")
    assert read.appendices == ()
