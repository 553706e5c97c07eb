"""What this room keeps about people: who sent a file, and what its name may say."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, Table

TABLES = (
    Table(
        "files.StoredFile",
        purpose=DOING,
        holds={"stored_by": _("người gửi tệp"), "stored_at": _("lúc gửi")},
        free={
            "name": _("tên tệp"),
            "blob": _("nội dung tệp; vị trí chụp và tên máy trong ảnh đã bị bỏ khi gửi, trừ ảnh hỏng giữ riêng"),
            "thumbnail": _("ảnh thu nhỏ"),
        },
        nothing="id content_type size sha256 quarantine",
        of=("stored_by",),
        secret=("blob", "thumbnail"),
    ),
)
