"""The kinds of official documents and their abbreviations (NĐ 30/2020/NĐ-CP, Điều 7; Phụ lục III, mục I)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of document: what it is called, its abbreviation in the symbol, and what it needs."""

    code: str
    name: str
    abbreviation: str
    has_addressees: bool = False  # opens with "Kính gửi" (Phụ lục I, Phần I, mục II.9.b)
    needs_bases: bool = False  # rests on "Căn cứ" (Phụ lục III, mẫu 1.1 to 1.3)


_WITH_ABBREVIATION = (
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("BC", "Báo cáo"),
    ("BB", "Biên bản"),
    ("TTr", "Tờ trình"),
    ("HĐ", "Hợp đồng"),
    ("CĐ", "Công điện"),
    ("BGN", "Bản ghi nhớ"),
    ("BTT", "Bản thỏa thuận"),
    ("GUQ", "Giấy ủy quyền"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("GNP", "Giấy nghỉ phép"),
    ("PG", "Phiếu gửi"),
    ("PC", "Phiếu chuyển"),
    ("PB", "Phiếu báo"),
)

LETTER = Kind("công văn", "Công văn", "", has_addressees=True)  # the one kind without a name on the page

KINDS: dict[str, Kind] = {
    code: Kind(code, name, code, has_addressees=code == "TTr", needs_bases=code in {"NQ", "QĐ"})
    for code, name in _WITH_ABBREVIATION
} | {LETTER.code: LETTER}


def kind(code: str) -> Kind:
    """Return the kind with this code: "KH", "QĐ", "BC" …, or "công văn"."""
    try:
        return KINDS[code]
    except KeyError:
        raise ValueError(f"no kind of document has the code {code!r}; known: {', '.join(KINDS)}") from None
