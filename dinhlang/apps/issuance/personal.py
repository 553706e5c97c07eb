"""What this room keeps about people: who drafted and who signed, and whom a document may name."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import Purpose, Table

SIGNING = Purpose(
    whose=_("Người soạn, người ký văn bản; người được nhắc tên trong văn bản"),
    why=_("Văn bản hành chính phải ghi họ tên, chức vụ người ký."),
    basis=("state_management", "publication"),
    kept=_("Lâu dài, cùng văn bản đã ban hành."),
    seen_by=_("Cán bộ được đọc văn bản; ai cũng thấy người ký văn bản công khai, trừ khi người đó đã xin hạn chế."),
)

TABLES = (
    Table(
        "issuance.OutgoingDocument",
        purpose=SIGNING,
        holds={
            "drafted_by": _("người soạn"),
            "drafted_at": _("lúc soạn"),
            "signed_by": _("người ký"),
            "signed_at": _("lúc ký"),
            "signer_title": _("chức vụ người ký"),
            "signer_name": _("họ và tên người ký"),
        },
        free={
            "title": _("trích yếu"),
            "addressees": _("kính gửi"),
            "bases": _("căn cứ"),
            "body": _("nội dung"),
            "recipients": _("nơi nhận"),
            "remark": _("lý do trả lại hoặc thu hồi"),
            "file": _("tệp đã ban hành"),
        },
        nothing="id issuer kind superior_words issuer_words number year symbol place_words day filed powers is_public"
        " state urges report changed_at",
        of=("drafted_by", "signed_by"),
    ),
)
