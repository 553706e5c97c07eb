"""What this room shows in the navigation, in the record and in the search."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dinhlang.apps.audit import public as audit
from dinhlang.apps.register.queries import found_entries
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.navigation import entry


def _anyone_signed_in(person: Any) -> bool:
    return bool(person.is_authenticated)


entry(pgettext_lazy("menu", "Đơn vị"), "register:tree", order=60, may=_anyone_signed_in)
search.kind("unit", pgettext_lazy("menu", "Đơn vị"), order=10)
search.source("unit", found_entries)
audit.words(
    {
        "units.created": _("lập đơn vị"),
        "units.renamed": _("đổi tên đơn vị"),
        "units.reclassified": _("đổi hình thức đơn vị"),
        "units.moved": _("chuyển cấp trên"),
        "units.corrected": _("đính chính đơn vị"),
        "units.merged": _("sáp nhập vào đơn vị khác"),
        "units.split": _("chia tách đơn vị"),
        "units.abolished": _("bãi bỏ đơn vị"),
        "units.took_over": _("tiếp nhận từ đơn vị khác"),
        "units.gave_away": _("chuyển một phần cho đơn vị khác"),
        "units.withdrawn": _("thu hồi thay đổi chưa bắt đầu"),
        "units.households_counted": _("ghi số hộ"),
        "units.placed_on_map": _("ghi tọa độ"),
        "units.taken_off_map": _("bỏ tọa độ"),
        "units.furnished": _("lập các tổ chức thường có"),
        "units.imported": _("nhập bảng đơn vị"),
        "units.country_loaded": _("nạp danh mục cả nước"),
    }
)
audit.fact_words(
    "units.Unit",
    {
        "name": _("tên"),
        "parent": _("cấp trên"),
        "kind": _("loại"),
        "begins": _("từ ngày"),
        "ends": _("đến trước ngày"),
        "successors": _("đơn vị kế thừa"),
        "from": _("từ"),
        "parts": _("các phần"),
        "day": _("ngày"),
        "bodies": _("các tổ chức"),
        "households": _("số hộ"),
        "residents": _("số nhân khẩu"),
        "units": _("số đơn vị"),
        "point": _("tọa độ"),
        "created": _("lập mới"),
        "changed": _("thay đổi"),
    },
    values={"kind": dict(units.UnitKind.choices)},
)
