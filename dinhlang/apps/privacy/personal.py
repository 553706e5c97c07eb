"""What this room keeps about people: what they asked, who looked, what they agreed to."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.privacy.rules import EXPORT_DAYS
from dinhlang.base.personal import Cleared, Purpose, Table

ASKING = Purpose(
    whose=_("Người gửi yêu cầu về dữ liệu của mình, và cán bộ trả lời"),
    why=_("Để làm đúng yêu cầu, đúng hạn, và chứng minh được là đã làm."),
    basis=("rights",),
    kept=_("Lâu dài, làm bằng chứng cho cả hai bên."),
    seen_by=_("Chính người đó; người trả lời yêu cầu của địa bàn."),
)
TAKING = Purpose(
    whose=ASKING.whose,
    why=_("Để người đó tải về."),
    basis=("rights",),
    kept=_("Bảy ngày."),
    seen_by=ASKING.seen_by,
)
LOOKING = Purpose(
    whose=_("Người có dữ liệu được mở xem, và người đã xem"),
    why=_("Để mỗi người biết ai đã xem dữ liệu của mình."),
    basis=("rights", "limits"),
    kept=_("Hai năm."),
    seen_by=_("Chính người có dữ liệu."),
)
AGREEING = Purpose(
    whose=_("Người đã đồng ý cho đăng ảnh hoặc họ tên, và cán bộ ghi nhận"),
    why=_("Để chứng minh ai đã đồng ý, với lời nào, lúc nào, và khi nào rút lại."),
    basis=("consent",),
    kept=_("Lâu dài, kể cả sau khi rút lại, làm bằng chứng."),
    seen_by=_("Chính người đó; người trả lời yêu cầu của địa bàn."),
)
TWO_YEARS = 730

TABLES = (
    Table(
        "privacy.DataRequest",
        purpose=ASKING,
        holds={
            "kind": _("yêu cầu gì"),
            "person": _("tài khoản của người yêu cầu"),
            "name": _("họ và tên"),
            "contact": _("cách liên lạc"),
            "unit": _("đơn vị"),
            "proposed": _("nội dung đúng"),
            "consent": _("sự đồng ý được rút"),
            "way": _("đến bằng"),
            "received_on": _("ngày nhận"),
            "made_at": _("ghi lúc"),
            "made_by": _("người ghi"),
            "state": _("tình trạng"),
            "answered_at": _("trả lời lúc"),
            "answered_by": _("người trả lời"),
        },
        free={"words": _("nội dung yêu cầu"), "reply": _("trả lời lúc nhận"), "answer": _("kết quả")},
        nothing="id",
        of=("person",),
    ),
    Table(
        "privacy.Deadline",
        purpose=ASKING,
        free={"reason": _("lý do gia hạn")},
        nothing="id request kind due article says confidence law_begins law_ends met_on extensions first_due",
    ),
    Table(
        "privacy.Export",
        purpose=TAKING,
        holds={"request": _("yêu cầu xem"), "made_at": _("lập lúc"), "blob": _("tệp đã lập")},
        nothing="id size sha256",
        of=("request__person",),
        secret=("blob",),
        cleared=Cleared(days=EXPORT_DAYS, moment="made_at", blob="blob"),
    ),
    Table(
        "privacy.Look",
        purpose=LOOKING,
        holds={
            "moment": _("lúc"),
            "by": _("người xem"),
            "person": _("người có dữ liệu"),
            "page": _("trang đã xem"),
            "why": _("vì sao được xem"),
        },
        nothing="id",
        of=("person", "by"),
        cleared=Cleared(days=TWO_YEARS, moment="moment"),
    ),
    Table(
        "privacy.ConsentText",
        purpose=AGREEING,
        holds={"made_by": _("người viết lời hỏi"), "made_at": _("lúc viết")},
        free={"text": _("lời hỏi ý kiến")},
        nothing="id purpose version",
        of=("made_by",),
    ),
    Table(
        "privacy.Consent",
        purpose=AGREEING,
        holds={
            "text": _("bản lời hỏi đã đọc"),
            "person": _("tài khoản của người đồng ý"),
            "name": _("họ và tên"),
            "about": _("cho ảnh, việc nào"),
            "way": _("đồng ý bằng"),
            "given_at": _("đồng ý lúc"),
            "recorded_by": _("người ghi nhận"),
            "withdrawn_at": _("rút lại lúc"),
        },
        free={"withdrawn_words": _("lời rút lại")},
        nothing="id unit",
        of=("person",),
    ),
    Table("privacy.Clearing", nothing="id day made_at counts"),
)
