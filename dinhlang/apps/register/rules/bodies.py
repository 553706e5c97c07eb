"""The bodies that a place usually has, and between which days: a list to begin with, which a person unticks.

Two tiers since 01/07/2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15): departments of communes by Nghị định
150/2025/NĐ-CP, of provinces by Nghị định 45/2025/NĐ-CP (from 01/03/2025). Before: communes had posts instead of
departments (Nghị định 33/2023/NĐ-CP), provinces Nghị định 24/2014 and 107/2020, districts 37/2014 and 108/2020.
"""

from dataclasses import dataclass
from datetime import date

TWO_TIERS = date(2025, 7, 1)
NEW_DEPARTMENTS = date(2025, 3, 1)
ALWAYS = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Body:
    """A usual body: its part of the code, its name ({place} is the place's full name), what it stands under."""

    suffix: str
    name: str
    kind: str
    under: str = ""
    begins: date = ALWAYS
    ends: date | None = None
    forms: tuple[str, ...] = ()
    is_usual: bool = True


_SHARED = (
    Body("HD", "HĐND {place}", "people_council"),
    Body("UB", "UBND {place}", "people_committee"),
    Body("MT", "Ủy ban MTTQ Việt Nam {place}", "front"),
)
_UNIONS = (
    Body("PN", "Hội Liên hiệp Phụ nữ {place}", "union"),
    Body("ND", "Hội Nông dân {place}", "union"),
    Body("CCB", "Hội Cựu chiến binh {place}", "union"),
)
_TOWN = ("phường", "thị trấn", "đặc khu")

_COMMUNE = (
    Body("DU", "Đảng ủy {place}", "party"),
    *_SHARED,
    *_UNIONS,
    Body("TN", "Đoàn TNCS Hồ Chí Minh {place}", "union"),
    Body("CD", "Công đoàn {place}", "union", begins=TWO_TIERS),
    Body("TTND", "Ban Thanh tra nhân dân {place}", "inspection_board"),
    Body("CA", "Công an {place}", "force"),
    Body("QS", "Ban Chỉ huy Quân sự {place}", "force"),
    Body("UB.VP", "Văn phòng HĐND và UBND", "office", "UB", TWO_TIERS),
    Body("UB.KT", "Phòng Kinh tế", "department", "UB", TWO_TIERS, forms=("xã",)),
    Body("UB.KTHT", "Phòng Kinh tế, Hạ tầng và Đô thị", "department", "UB", TWO_TIERS, forms=("phường", "đặc khu")),
    Body("UB.VHXH", "Phòng Văn hóa – Xã hội", "department", "UB", TWO_TIERS),
    Body("UB.HCC", "Trung tâm Phục vụ hành chính công", "department", "UB", TWO_TIERS),
    Body("UB.YT", "Trạm Y tế {place}", "service_unit", "UB", TWO_TIERS, is_usual=False),
    Body("UB.VPTK", "Công chức Văn phòng – Thống kê", "post", "UB", ends=TWO_TIERS),
    Body("UB.TPHT", "Công chức Tư pháp – Hộ tịch", "post", "UB", ends=TWO_TIERS),
    Body("UB.TCKT", "Công chức Tài chính – Kế toán", "post", "UB", ends=TWO_TIERS),
    Body("UB.VHXH-CC", "Công chức Văn hóa – Xã hội", "post", "UB", ends=TWO_TIERS),
    Body(
        "UB.DCNN",
        "Công chức Địa chính – Nông nghiệp – Xây dựng và Môi trường",
        "post",
        "UB",
        ends=TWO_TIERS,
        forms=("xã",),
    ),
    Body(
        "UB.DCDT",
        "Công chức Địa chính – Xây dựng – Đô thị và Môi trường",
        "post",
        "UB",
        ends=TWO_TIERS,
        forms=("phường", "thị trấn"),
    ),
    Body("QS.CHT", "Chỉ huy trưởng Ban Chỉ huy Quân sự", "post", "QS", ends=TWO_TIERS),
)

_DISTRICT = (
    Body("DU", "Huyện ủy", "party", forms=("huyện",)),
    Body("QU", "Quận ủy", "party", forms=("quận",)),
    Body("TU", "Thị ủy", "party", forms=("thị xã",)),
    Body("THU", "Thành ủy", "party", forms=("thành phố",)),
    *_SHARED,
    *_UNIONS,
    Body("TN", "Đoàn TNCS Hồ Chí Minh {place}", "union"),
    Body("LD", "Liên đoàn Lao động {place}", "union"),
    Body("CA", "Công an {place}", "force", ends=NEW_DEPARTMENTS),
    Body("QS", "Ban Chỉ huy Quân sự {place}", "force"),
    Body("UB.VP", "Văn phòng HĐND và UBND", "office", "UB"),
    Body("UB.NV", "Phòng Nội vụ", "department", "UB"),
    Body("UB.TP", "Phòng Tư pháp", "department", "UB"),
    Body("UB.TCKH", "Phòng Tài chính – Kế hoạch", "department", "UB"),
    Body("UB.TNMT", "Phòng Tài nguyên và Môi trường", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.LDTBXH", "Phòng Lao động – Thương binh và Xã hội", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.VHTT", "Phòng Văn hóa và Thông tin", "department", "UB"),
    Body("UB.GDDT", "Phòng Giáo dục và Đào tạo", "department", "UB"),
    Body("UB.YT", "Phòng Y tế", "department", "UB"),
    Body("UB.TTR", "Thanh tra {place}", "department", "UB"),
    Body("UB.NN", "Phòng Nông nghiệp và Phát triển nông thôn", "department", "UB", ALWAYS, NEW_DEPARTMENTS, ("huyện",)),
    Body("UB.NNMT", "Phòng Nông nghiệp và Môi trường", "department", "UB", NEW_DEPARTMENTS, forms=("huyện",)),
    Body("UB.KTHT", "Phòng Kinh tế và Hạ tầng", "department", "UB", forms=("huyện",)),
    Body("UB.KT", "Phòng Kinh tế", "department", "UB", forms=("quận", "thị xã", "thành phố")),
    Body("UB.QLDT", "Phòng Quản lý đô thị", "department", "UB", forms=("quận", "thị xã", "thành phố")),
    Body("UB.VHTTTT", "Trung tâm Văn hóa, Thể thao và Truyền thanh", "service_unit", "UB", is_usual=False),
)

_PROVINCE = (
    Body("TU", "Tỉnh ủy", "party", forms=("tỉnh",)),
    Body("THU", "Thành ủy", "party", forms=("thành phố",)),
    *_SHARED,
    *_UNIONS,
    Body("TN", "Đoàn TNCS Hồ Chí Minh {place}", "union"),
    Body("LD", "Liên đoàn Lao động {place}", "union"),
    Body("CA", "Công an {place}", "force"),
    Body("QS", "Bộ Chỉ huy Quân sự {place}", "force"),
    Body("VPHD", "Văn phòng Đoàn ĐBQH và HĐND {place}", "department"),
    Body("UB.VP", "Văn phòng UBND", "office", "UB"),
    Body("UB.NV", "Sở Nội vụ", "department", "UB"),
    Body("UB.TP", "Sở Tư pháp", "department", "UB"),
    Body("UB.TC", "Sở Tài chính", "department", "UB"),
    Body("UB.CT", "Sở Công Thương", "department", "UB"),
    Body("UB.XD", "Sở Xây dựng", "department", "UB"),
    Body("UB.KHCN", "Sở Khoa học và Công nghệ", "department", "UB"),
    Body("UB.VHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "department", "UB"),
    Body("UB.GDDT", "Sở Giáo dục và Đào tạo", "department", "UB"),
    Body("UB.YT", "Sở Y tế", "department", "UB"),
    Body("UB.TTR", "Thanh tra {place}", "department", "UB"),
    Body("UB.NNMT", "Sở Nông nghiệp và Môi trường", "department", "UB", NEW_DEPARTMENTS),
    Body("UB.DTTG", "Sở Dân tộc và Tôn giáo", "department", "UB", NEW_DEPARTMENTS, is_usual=False),
    Body("UB.NG", "Sở Ngoại vụ", "department", "UB", is_usual=False),
    Body("UB.KHDT", "Sở Kế hoạch và Đầu tư", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.NN", "Sở Nông nghiệp và Phát triển nông thôn", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.TNMT", "Sở Tài nguyên và Môi trường", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.GTVT", "Sở Giao thông vận tải", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.TTTT", "Sở Thông tin và Truyền thông", "department", "UB", ends=NEW_DEPARTMENTS),
    Body("UB.LDTBXH", "Sở Lao động – Thương binh và Xã hội", "department", "UB", ends=NEW_DEPARTMENTS),
)

_USUAL = {"commune": _COMMUNE, "district": _DISTRICT, "province": _PROVINCE}


def bodies_of(kind: str, form: str, day: date) -> list[Body]:
    """The bodies that a place of this kind and form usually has on a day."""
    return [
        body
        for body in _USUAL.get(kind, ())
        if body.begins <= day and (body.ends is None or day < body.ends) and (not body.forms or form in body.forms)
    ]
