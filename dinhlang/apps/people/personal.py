"""What this room keeps about people: their accounts, what they may do where, and how they prove who they are."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import ACCOUNT, Cleared, Purpose, Table

HOLDING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để biết ai giữ vai trò nào, ở đơn vị nào, từ ngày nào đến ngày nào."),
    basis=("state_management",),
    kept=_("Lâu dài, vì việc đã làm phải chỉ được ai có quyền làm. Khi xóa tài khoản chỉ còn số, không còn tên."),
    seen_by=ACCOUNT.seen_by,
)
PROVING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để không ai khác đăng nhập bằng tài khoản đó."),
    basis=("state_management",),
    kept=_("Khi người đó còn dùng xác nhận hai bước."),
    seen_by=_("Không ai: chỉ giữ ở dạng đã mã hóa hoặc dấu băm."),
)
YEAR = 365

TABLES = (
    Table(
        "people.Person",
        purpose=ACCOUNT,
        holds={
            "id": _("số của tài khoản"),
            "username": _("tên đăng nhập"),
            "full_name": _("họ và tên"),
            "honorific": _("xưng hô"),
            "email": _("thư điện tử"),
            "phone": _("điện thoại"),
            "is_active": _("tài khoản đang dùng hay đã khóa"),
            "is_name_hidden": _("tên có bị hạn chế hiển thị trên trang công khai không"),
            "last_login": _("lần đăng nhập gần nhất (xóa sau một năm)"),
            "password": _("mật khẩu (chỉ giữ dấu băm, không ai đọc được)"),
            "sort_key": _("họ tên viết để xếp thứ tự"),
            "search_text": _("họ tên và cách liên lạc viết không dấu để tìm"),
        },
        of=("pk",),
        secret=("password", "sort_key", "search_text"),
        cleared=Cleared(days=YEAR, moment="last_login", blanks=("last_login",)),
    ),
    Table(
        "people.Role",
        called=_("vai trò trong đơn vị"),
        purpose=HOLDING,
        holds={
            "person": _("người giữ vai trò"),
            "kind": _("vai trò"),
            "title": _("chức vụ"),
            "begins": _("từ ngày"),
            "ends": _("đến trước ngày"),
            "unit": _("đơn vị"),
        },
        nothing="id place",
        of=("person",),
    ),
    Table(
        "people.SecondFactor",
        purpose=PROVING,
        holds={
            "person": _("người dùng xác nhận hai bước"),
            "secret": _("khóa của điện thoại (đã mã hóa)"),
            "latest_step": _("mã dùng gần nhất là mã thứ mấy"),
            "since": _("bật từ lúc"),
        },
        nothing="id",
        of=("person",),
        secret=("secret", "latest_step"),
    ),
    Table(
        "people.RecoveryCode",
        called=_("mã dự phòng"),
        purpose=PROVING,
        holds={
            "person": _("người có mã dự phòng"),
            "digest": _("mã dự phòng (chỉ giữ dấu băm)"),
            "used_at": _("đã dùng lúc"),
        },
        nothing="id",
        of=("person",),
        secret=("digest",),
    ),
)
