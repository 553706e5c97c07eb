"""What this room keeps about people: who gathered a report, and whom its words may name."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, Table

TABLES = (
    Table(
        "reports.Report",
        purpose=DOING,
        holds={"gathered_by": _("người lập báo cáo"), "gathered_at": _("lúc lập")},
        free={
            "title": _("trích yếu"),
            "figures": _("số liệu, kèm tên việc và đơn vị"),
            "changes": _("chỗ người lập đã sửa"),
            "results": _("kết quả"),
            "shortcomings": _("tồn tại, hạn chế"),
            "directions": _("phương hướng"),
        },
        nothing="id plan unit scope to as_of period state done late owed finished_at",
        of=("gathered_by",),
    ),
)
