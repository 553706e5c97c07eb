"""What is wrong in a line of a table, in words: where, what, and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from dinhlang.apps.register.rules.rows import COLUMNS, RowFault
from dinhlang.apps.units import public as units


@dataclass(frozen=True)
class ToldFault:
    """A fault as people read it."""

    where: str
    column: str
    what: str
    mend: str


_WORDS: dict[str, tuple[Any, Any]] = {
    "missing": (gettext_lazy("Ô này trống."), gettext_lazy("Hãy điền, vì mỗi đơn vị đều cần mã và tên.")),
    "long": (gettext_lazy("“%(told)s…” quá dài."), gettext_lazy("Rút còn %(other)s chữ cái trở xuống.")),
    "kind": (
        gettext_lazy("Không hiểu loại “%(told)s”."),
        gettext_lazy("Dùng một loại trong tệp mẫu, ví dụ “Thôn, tổ dân phố”."),
    ),
    "day_shape": (
        gettext_lazy("“%(told)s” không phải là ngày."),
        gettext_lazy("Viết ngày/tháng/năm, ví dụ 01/07/2025."),
    ),
    "day_no_such_day": (gettext_lazy("Không có ngày “%(told)s”."), gettext_lazy("Kiểm tra lại ngày và tháng.")),
    "day_year_missing": (gettext_lazy("“%(told)s” thiếu năm."), gettext_lazy("Viết đủ ngày/tháng/năm.")),
    "day_far": (gettext_lazy("Năm của “%(told)s” quá xa."), gettext_lazy("Dùng năm từ 1900 đến 2200.")),
    "order": (
        gettext_lazy("Ngày kết thúc không sau ngày bắt đầu."),
        gettext_lazy("“Đến trước ngày” phải muộn hơn “Từ ngày”."),
    ),
    "number": (gettext_lazy("“%(told)s” không phải là số đếm."), gettext_lazy("Viết số nguyên, ví dụ 1204.")),
    "point_shape": (
        gettext_lazy("“%(told)s” không phải là vĩ độ, kinh độ."),
        gettext_lazy("Viết hai số độ thập phân, ví dụ 21,43702 và 106,09911."),
    ),
    "point_swapped": (
        gettext_lazy("“%(told)s”: vĩ độ và kinh độ bị đổi chỗ."),
        gettext_lazy("Vĩ độ của Việt Nam từ 6 đến 24, kinh độ từ 102 đến 118."),
    ),
    "point_far": (
        gettext_lazy("“%(told)s” nằm ngoài Việt Nam."),
        gettext_lazy("Vĩ độ của Việt Nam từ 6 đến 24, kinh độ từ 102 đến 118."),
    ),
    "twice": (
        gettext_lazy("Mã %(told)s đã có ở dòng %(other)s với cùng ngày bắt đầu."),
        gettext_lazy("Bỏ một dòng, hoặc ghi “Từ ngày” khác nhau nếu là hai giai đoạn."),
    ),
    "code_shape": (
        gettext_lazy("Mã “%(told)s” có ký tự không dùng được."),
        gettext_lazy("Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối."),
    ),
    "code_reserved": (gettext_lazy("Mã “%(told)s” là từ dành riêng."), gettext_lazy("Chọn mã khác.")),
    "overlap": (
        gettext_lazy("Thời gian của %(told)s trùng với một giai đoạn khác của chính nó."),
        gettext_lazy("Ghi “Đến trước ngày” bằng “Từ ngày” của giai đoạn kế tiếp."),
    ),
    "unknown_parent": (
        gettext_lazy("Không có đơn vị mã %(other)s để làm cấp trên của %(told)s."),
        gettext_lazy("Thêm dòng cho %(other)s, hoặc sửa mã. Excel có thể đã bỏ số 0 ở đầu mã."),
    ),
    "parent_not_there": (
        gettext_lazy("Cấp trên %(other)s không tồn tại suốt thời gian của %(told)s."),
        gettext_lazy("Sửa ngày của %(told)s, hoặc thêm dòng cho cấp trên mới từ ngày đó."),
    ),
    "wrong_parent": (
        gettext_lazy("%(told)s không thể đặt dưới %(other)s vì khác cấp."),
        gettext_lazy("Địa bàn đặt dưới địa bàn rộng hơn; chức danh đặt dưới cơ quan."),
    ),
    "cycle": (
        gettext_lazy("%(told)s và %(other)s nằm dưới lẫn nhau."),
        gettext_lazy("Sửa “Mã cấp trên” để không đơn vị nào nằm dưới chính nó."),
    ),
    "too_deep": (gettext_lazy("%(told)s nằm quá sâu trong cây."), gettext_lazy("Cây chỉ sâu tối đa 20 cấp.")),
    "reach": (
        gettext_lazy("Anh, chị chưa được giao quyền nhập %(told)s."),
        gettext_lazy("Bỏ dòng này, hoặc nhờ quản trị của nơi đó."),
    ),
}


def told_faults(faults: Sequence[RowFault]) -> list[ToldFault]:
    """The faults in words; one that no line tells stands at the unit that it is about."""
    codes = {fault.told for fault in faults if not fault.line}
    names = {unit.code: unit.full_name for unit in units.Unit.objects.filter(code__in=codes)}
    return [_told(fault, str(fault.line or names.get(fault.told, fault.told))) for fault in faults]


def _told(fault: RowFault, where: str) -> ToldFault:
    what, mend = _WORDS[fault.reason]
    facts = {"told": fault.told, "other": fault.other}
    return ToldFault(where, COLUMNS[fault.column], str(what) % facts, str(mend) % facts)
