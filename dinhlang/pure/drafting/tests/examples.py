"""Drafts to test with: a plan of a commune, a decision and a letter."""

from datetime import date

from dinhlang.pure.drafting import (
    Appendix,
    Centred,
    Clause,
    Draft,
    Heading,
    Letterhead,
    Level,
    Mark,
    Paragraph,
    Power,
    SignOff,
    Table,
    kind,
)

UBND = Letterhead("Ủy ban nhân dân xã Tân Trung")
CHAIR = SignOff("Chủ tịch", "Nguyễn Văn An", (Power(Mark.ON_BEHALF, "Ủy ban nhân dân"),))
DEPUTY = SignOff(
    "Phó Chủ tịch",
    "Trần Thị Bình",
    (Power(Mark.ON_BEHALF, "Ủy ban nhân dân"), Power(Mark.FOR_THE_HEAD, "Chủ tịch")),
)
LONG = (
    "Công khai đầy đủ, kịp thời các nội dung chính quyền cấp xã phải công khai theo quy định tại Điều 11 Luật Thực "
    "hiện dân chủ ở cơ sở; phát huy vai trò của Nhân dân trong việc bàn, quyết định và kiểm tra, giám sát."
)


def a_plan(**changes):
    """The plan of a commune, with sections, points and a wide table in an appendix."""
    parts = {
        "kind": kind("KH"),
        "letterhead": UBND,
        "symbol": "KH-UBND",
        "place": "Tân Trung",
        "title": "Triển khai thực hiện Luật Thực hiện dân chủ ở cơ sở trên địa bàn xã Tân Trung năm 2026",
        "body": (
            Paragraph("Thực hiện Kế hoạch số 31/KH-UBND ngày 05/9/2025 của Ủy ban nhân dân tỉnh, " + LONG),
            Heading(Level.ROMAN, "Mục đích, yêu cầu"),
            Heading(Level.ARABIC, "Mục đích"),
            Clause(Level.LETTER, LONG),
            Clause(Level.LETTER, "Nâng cao nhận thức của cán bộ, công chức và Nhân dân."),
            Heading(Level.ARABIC, "Yêu cầu"),
            Paragraph("- Bám sát chỉ đạo của cấp trên."),
            Heading(Level.ROMAN, "Nội dung"),
            Clause(Level.ARABIC, "Các nhiệm vụ cụ thể nêu tại Phụ lục kèm theo Kế hoạch này."),
            *(Clause(Level.ARABIC, LONG) for _ in range(12)),
            Heading(Level.ROMAN, "Tổ chức thực hiện"),
            Paragraph("Trên đây là Kế hoạch của Ủy ban nhân dân xã, đề nghị các đơn vị nghiêm túc thực hiện."),
        ),
        "recipients": ("UBND tỉnh Bắc Ninh (b/c)", "Đảng ủy, HĐND xã", "Ủy ban MTTQ Việt Nam xã", "Các thôn;"),
        "sign_off": DEPUTY,
        "filed": "VT, VHXH",
        "number": 5,
        "day": date(2026, 1, 9),
        "appendices": (Appendix("Danh mục nhiệm vụ", (a_table(30),), landscape=True),),
    }
    return Draft(**{**parts, **changes})


def a_table(rows):
    """A table of tasks."""
    header = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn")
    row = (LONG, "Văn phòng HĐND và UBND xã", "Ban công tác Mặt trận các thôn", "Quý III/2026")
    return Table(header, tuple((str(count), *row) for count in range(1, rows + 1)))


def a_decision(**changes):
    """A decision of the chair, with bases and articles."""
    parts = {
        "kind": kind("QĐ"),
        "letterhead": UBND,
        "symbol": "QĐ-UBND",
        "place": "Tân Trung",
        "title": "Ban hành Quy chế thực hiện dân chủ của xã Tân Trung",
        "bases": (
            "Căn cứ Luật Tổ chức chính quyền địa phương",
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở;",
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
        ),
        "body": (
            Centred("QUYẾT ĐỊNH:"),
            Clause(Level.ARTICLE, "Ban hành kèm theo Quyết định này Quy chế thực hiện dân chủ của xã Tân Trung."),
            Clause(Level.ARTICLE, "Quyết định này có hiệu lực kể từ ngày ký."),
            Clause(Level.ARTICLE, "Văn phòng HĐND và UBND xã chịu trách nhiệm thi hành Quyết định này"),
        ),
        "recipients": ("Như Điều 3", "Đảng ủy xã (b/c)"),
        "sign_off": CHAIR,
    }
    return Draft(**{**parts, **changes})


def a_letter(**changes):
    """A công văn to several bodies."""
    parts = {
        "kind": kind("công văn"),
        "letterhead": Letterhead("Phòng Văn hóa - Xã hội", superior="UBND xã Tân Trung"),
        "symbol": "VHXH-TH",
        "place": "Tân Trung",
        "title": "Về việc báo cáo kết quả thực hiện dân chủ ở cơ sở 6 tháng đầu năm 2026",
        "addressees": ("Trưởng thôn Đông", "Trưởng thôn Đoài"),
        "body": (Paragraph("Đề nghị các thôn gửi báo cáo trước ngày 05/6/2026."),),
        "recipients": ("Như trên", "Chủ tịch UBND xã (b/c)"),
        "sign_off": SignOff("Trưởng phòng", "Lê Văn Cường"),
        "number": 12,
        "day": date(2026, 5, 11),
    }
    return Draft(**{**parts, **changes})
