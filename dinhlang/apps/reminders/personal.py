"""What this room keeps about people: what they were told and read, their letters, their wishes, their addresses."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, Cleared, Purpose, Table

REMINDED = Purpose(
    whose=_("Người có tài khoản được nhắc việc: cán bộ, trưởng thôn, tổ trưởng, lãnh đạo"),
    why=_(
        "Để mỗi người được nhắc đúng một lần về việc của đơn vị mình. Thư gửi tới địa chỉ thư điện tử của tài khoản, "
        "chỉ để nhắc việc; người nhận ngừng thư bất cứ lúc nào bằng liên kết trong thư."
    ),
    basis=("state_management",),
    kept=_("Thư: 400 ngày. Lần nhắc: cùng lời nhắc, theo hồ sơ công việc. Cách nhận, địa chỉ theo dõi: khi còn dùng."),
    seen_by=_("Chính người đó. Trang vận hành chỉ hiện số lượng."),
)
TABLES = (
    Table(
        "reminders.Reminder",
        purpose=DOING,
        holds={"by": _("người nhắc thay lịch")},
        free={"words": _("lời nhắn kèm lời nhắc")},
        nothing="id assignment step days anchor due_at state settled_at because",
        of=("by",),
    ),
    Table(
        "reminders.Notice",
        purpose=REMINDED,
        holds={"person": _("người được nhắc"), "told_at": _("lúc nhắc"), "read_at": _("lúc đọc")},
        nothing="id reminder letter",
        of=("person",),
    ),
    Table(
        "reminders.Roundup",
        purpose=REMINDED,
        holds={"person": _("người được nhắc"), "told_at": _("lúc nhắc"), "read_at": _("lúc đọc")},
        nothing="id day due_at late letter",
        of=("person",),
        cleared=Cleared(days=400, moment="told_at"),
    ),
    Table(
        "reminders.Letter",
        purpose=REMINDED,
        holds={
            "person": _("người nhận thư"),
            "sent_at": _("lúc gửi"),
            "handing_at": _("lúc trao cho máy chủ thư"),
            "trouble": _("lời của máy chủ thư, có thể nêu địa chỉ"),
        },
        nothing="id state put_at due_at tries",
        of=("person",),
        cleared=Cleared(days=400, moment="put_at"),
    ),
    Table(
        "reminders.Wish",
        purpose=REMINDED,
        holds={
            "person": _("người chọn"),
            "mail": _("cách nhận thư"),
            "hour": _("giờ nhận thư"),
            "changed_at": _("lúc chọn"),
        },
        nothing="id",
        of=("person",),
    ),
    Table(
        "reminders.PushAddress",
        purpose=REMINDED,
        holds={
            "person": _("người nhận thông báo"),
            "endpoint": _("địa chỉ của trình duyệt ở dịch vụ thông báo"),
            "p256dh": _("khóa công khai của trình duyệt"),
            "auth": _("bí mật của trình duyệt"),
            "name": _("loại trình duyệt và máy"),
            "made_at": _("lúc bật"),
            "sent_at": _("lúc gửi lần cuối"),
        },
        nothing="id key due_at handing_at tries",
        of=("person",),
        secret=("endpoint", "p256dh", "auth"),
    ),
    Table(
        "reminders.Subscription",
        purpose=REMINDED,
        holds={
            "owner": _("người theo dõi"),
            "nonce": _("phần bí mật của địa chỉ"),
            "made_at": _("lúc tạo"),
            "renewed_at": _("lúc đổi"),
        },
        nothing="id unit plan",
        of=("owner",),
        secret=("nonce",),
    ),
)
