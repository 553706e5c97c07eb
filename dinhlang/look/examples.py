"""What the gallery shows: one example of every component, always the same, on a fixed day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dinhlang.look.fields import DayField
from dinhlang.look.icons import PATHS
from dinhlang.look.marks import KINDS

TODAY = date(2026, 11, 20)
INITIAL = {"name": _("Gửi kết quả rà soát"), "due": date(2026, 11, 23), "how": "letter"}
WAYS = [("letter", _("Bằng văn bản")), ("meeting", _("Tại cuộc họp")), ("phone", _("Qua điện thoại"))]
NAMES = ("Đình", "Chùa", "Đông", "Đoài", "Thượng", "Hạ", "Nội", "Ngoại", "Trung", "Tiền", "Hậu", "Cầu")
PLACES = [(name, format_lazy("{} {}", _("Thôn"), name)) for name in NAMES]


class ExampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Tên việc"), max_length=120, help_text=_("Viết như nói với một đồng nghiệp."))
    due = DayField(label=_("Hạn"), help_text=_("Gõ 5/9/24 cũng được."))
    number = forms.IntegerField(label=_("Số hộ"), required=False, min_value=0)
    body = forms.CharField(
        label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 3}), max_length=300, required=False
    )
    unit = forms.ChoiceField(label=_("Nơi nhận"), choices=PLACES)
    how = forms.ChoiceField(label=_("Trả lời bằng cách nào"), choices=WAYS, widget=forms.RadioSelect)
    places = forms.MultipleChoiceField(
        label=_("Gửi tới các thôn"), choices=PLACES, widget=forms.CheckboxSelectMultiple, required=False
    )
    proof = forms.FileField(
        label=_("Ảnh hoặc tệp minh chứng"), required=False, help_text=_("Ảnh, PDF, Word; tới 20 MB.")
    )
    agree = forms.BooleanField(label=_("Báo cho tôi khi có người trả lời"), required=False)


def faulty_form() -> forms.Form:
    """The same form after a hasty submit."""
    form = ExampleForm({"name": "", "due": "31/2/2026", "how": "letter", "unit": "Đình"}, auto_id="wrong_%s")
    form.is_valid()
    return form


STEPS = [
    {"state": "done", "title": _("Công khai dự thảo"), "detail": _("26/10 · loa 3 ngày, niêm yết 13 nơi")},
    {"state": "done", "title": _("Nhận ý kiến"), "detail": _("26/10 – 15/11 · 20 ngày"), "url": "#"},
    {"state": "doing", "title": _("Trả lời ý kiến"), "detail": _("506 trên 538 đã có trả lời")},
    {"state": "waiting", "title": _("Công khai kết quả"), "detail": _("chậm nhất 23/11")},
    {"state": "none", "title": _("Báo cáo cuối năm"), "detail": ""},
]
VILLAGES = [{"label": _("Thôn Đình"), "url": "#", "detail": _("214 hộ")}, {"label": _("Thôn Chùa"), "url": "#"}]
NODES = [
    {
        "label": _("Tỉnh Bắc Ninh"),
        "url": "#",
        "detail": _("99 xã, phường"),
        "is_open": True,
        "children": [
            {"label": _("Xã Nhã Nam"), "url": "#", "is_open": True, "is_current": True, "children": VILLAGES},
            {"label": _("Phường Kinh Bắc"), "url": "#", "detail": _("từ 01/07/2025")},
        ],
    }
]
ROWS = [
    {
        "due": TODAY - timedelta(2),
        "title": _("Gửi kết quả rà soát văn bản"),
        "detail": _("mục III.4.b · chủ trì: Công chức Tư pháp – Hộ tịch"),
        "households": 1214,
        "state": "late",
    },
    {
        "due": TODAY + timedelta(3),
        "title": _("Công khai tổng hợp ý kiến về dự thảo Quy chế"),
        "detail": _("còn thiếu ảnh niêm yết tại 4 nhà văn hóa thôn"),
        "households": 86,
        "state": "soon",
    },
    {
        "due": TODAY + timedelta(15),
        "title": _("Báo cáo năm"),
        "detail": _("đã tự điền 41 trên 47 chỉ tiêu"),
        "households": 3321,
        "state": "doing",
    },
]
BARS = [
    {"label": _("Xã Nhã Nam"), "value": 538, "url": "#"},
    {"label": _("Xã Yên Thế"), "value": 341},
    {"label": _("Phường Đa Mai"), "value": 96, "kind": "lacquer"},
]
MONTHS = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11"]
SERIES = [
    {"label": _("Việc giao"), "values": [12, 14, 19, 18, 26, 24, 31, 30, 34, 41, 38], "kind": "slate"},
    {"label": _("Việc xong"), "values": [8, 12, 15, 17, 20, 23, 24, 29, 31, 33, 37], "kind": "leaf"},
]
CONSEQUENCES = [_("3 việc đang làm chuyển sang đơn vị mới"), _("Tên cũ vẫn tìm được")]
ORIGINAL = [
    {"pieces": [(_("Để mọi nhà biết và góp ý, Ủy ban nhân dân xã phân công như sau:"), "")]},
    {
        "begins": "notice",
        "pieces": [
            (_("1. Công chức Văn hóa – Xã hội"), "of-lead"),
            (" ", ""),
            (_("niêm yết dự thảo tại 12 nhà văn hóa thôn"), "of-text"),
            (" ", ""),
            (_("trước ngày 24/11/2026"), "of-time"),
        ],
    },
    {
        "begins": "answers",
        "pieces": [
            (_("2. Trưởng thôn"), "of-partner lit"),
            (" ", ""),
            (_("gửi ý kiến của các hộ về xã."), "of-text lit"),
        ],
    },
]
"""Lines of an original, in pieces with what each was read as."""
READINGS = [
    {
        "key": "notice",
        "line": 2,
        "label": "1",
        "title": _("Niêm yết dự thảo tại 12 nhà văn hóa thôn"),
        "who": _("Công chức Văn hóa – Xã hội"),
        "time": _("hạn 23/11/2026"),
        "state": "waits",
        "kind": "soon",
        "sure": _("cần xem kỹ"),
    },
    {
        "key": "answers",
        "line": 3,
        "label": "2",
        "title": _("Gửi ý kiến của các hộ về xã"),
        "who": _("Trưởng thôn"),
        "time": _("chưa rõ"),
        "state": "waits lit",
        "kind": "waiting",
        "sure": _("khá chắc"),
    },
    {
        "key": "opened",
        "line": 1,
        "label": "3",
        "title": _("Việc đang được sửa"),
        "who": _("Ủy ban nhân dân xã"),
        "time": _("thường xuyên"),
        "state": "",
        "is_open": True,
    },
    {
        "key": "checked",
        "line": 1,
        "label": "4",
        "title": _("Việc đã kiểm"),
        "who": _("Ủy ban nhân dân xã"),
        "time": _("thường xuyên"),
        "state": "",
        "kind": "done",
        "sure": _("đã kiểm"),
    },
]
"""What was read of it: to be checked, lit up from the other side, open to be corrected, checked."""


def context(form: forms.Form, query: Mapping[str, str]) -> dict[str, Any]:
    """Everything the gallery template names."""
    return {
        "form": form,
        "faulty": faulty_form(),
        "today": TODAY,
        "kinds": list(KINDS),
        "icons": sorted(PATHS),
        "steps": STEPS,
        "nodes": NODES,
        "rows": ROWS,
        "bars_rows": BARS,
        "months": MONTHS,
        "series": SERIES,
        "consequences": CONSEQUENCES,
        "original": ORIGINAL,
        "readings": READINGS,
        "correction": ExampleForm(auto_id="read_%s"),
        "sort": query.get("sort", "due"),
        "page": Paginator(range(240), 25).get_page(query.get("page", 2)),
    }
