"""The kinds of official documents as the pages name them; the form itself is Vietnamese in every language."""

from django.utils.translation import pgettext_lazy

KIND_NAMES = {
    "NQ": pgettext_lazy("kind of document", "Nghị quyết"),
    "QĐ": pgettext_lazy("kind of document", "Quyết định"),
    "CT": pgettext_lazy("kind of document", "Chỉ thị"),
    "QC": pgettext_lazy("kind of document", "Quy chế"),
    "QyĐ": pgettext_lazy("kind of document", "Quy định"),
    "TC": pgettext_lazy("kind of document", "Thông cáo"),
    "TB": pgettext_lazy("kind of document", "Thông báo"),
    "HD": pgettext_lazy("kind of document", "Hướng dẫn"),
    "CTr": pgettext_lazy("kind of document", "Chương trình"),
    "KH": pgettext_lazy("kind of document", "Kế hoạch"),
    "PA": pgettext_lazy("kind of document", "Phương án"),
    "ĐA": pgettext_lazy("kind of document", "Đề án"),
    "DA": pgettext_lazy("kind of document", "Dự án"),
    "BC": pgettext_lazy("kind of document", "Báo cáo"),
    "BB": pgettext_lazy("kind of document", "Biên bản"),
    "TTr": pgettext_lazy("kind of document", "Tờ trình"),
    "HĐ": pgettext_lazy("kind of document", "Hợp đồng"),
    "CĐ": pgettext_lazy("kind of document", "Công điện"),
    "BGN": pgettext_lazy("kind of document", "Bản ghi nhớ"),
    "BTT": pgettext_lazy("kind of document", "Bản thỏa thuận"),
    "GUQ": pgettext_lazy("kind of document", "Giấy ủy quyền"),
    "GM": pgettext_lazy("kind of document", "Giấy mời"),
    "GGT": pgettext_lazy("kind of document", "Giấy giới thiệu"),
    "GNP": pgettext_lazy("kind of document", "Giấy nghỉ phép"),
    "PG": pgettext_lazy("kind of document", "Phiếu gửi"),
    "PC": pgettext_lazy("kind of document", "Phiếu chuyển"),
    "PB": pgettext_lazy("kind of document", "Phiếu báo"),
    "công văn": pgettext_lazy("kind of document", "Công văn"),
}
