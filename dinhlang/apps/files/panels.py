"""The words of what is done with files, for the record."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit

audit.words({"files.stored": _("nhận tệp")})
audit.fact_words(
    "files.StoredFile",
    {
        "sha256": _("mã kiểm của tệp giữ"),
        "sent": _("mã kiểm của tệp gửi"),
        "size": _("dung lượng"),
        "quarantine": _("lý do giữ riêng"),
    },
)
