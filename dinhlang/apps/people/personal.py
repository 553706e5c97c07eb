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
COMING_IN = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để người đó thấy tài khoản mình đang mở ở đâu, và đóng lại được."),
    basis=("state_management",),
    kept=_("Chín mươi ngày sau lần dùng cuối."),
    seen_by=_("Chính người đó; người quản trị tài khoản của địa bàn."),
)
GUESSING = Purpose(
    whose=_("Bất kỳ ai gõ sai mật khẩu"),
    why=_("Để kẻ dò mật khẩu phải chờ; không giữ tên hay địa chỉ, chỉ giữ dấu băm."),
    basis=("state_management",),
    kept=_("Một ngày."),
    seen_by=_("Không ai."),
)
INVITING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để người mới tự đặt mật khẩu của mình."),
    basis=("state_management",),
    kept=_("Đến khi dùng; không dùng thì xóa ba mươi ngày sau khi hết hạn."),
    seen_by=_("Người quản trị tài khoản của địa bàn."),
)
LINKING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để đăng nhập bằng danh tính điện tử, khi chính người đó đã gắn."),
    basis=("state_management",),
    kept=_("Đến khi người đó bỏ gắn, hoặc tài khoản bị xóa tên."),
    seen_by=_("Chính người đó; số ở máy chủ danh tính thì không ai đọc được."),
)
LEAVING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để tài khoản tự khóa sau ngày làm việc cuối cùng, và nhật ký nói được ai đã định, vì sao."),
    basis=("state_management",),
    kept=_("Đến hết ngày làm việc cuối cùng; sau đó chỉ còn trong nhật ký."),
    seen_by=ACCOUNT.seen_by,
)
YEAR, SEASON = 365, 90
ANSWERING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để biết ai chịu trách nhiệm về một chương trình được đọc dữ liệu."),
    basis=("state_management",),
    kept=_("Lâu dài, như vai trò: việc đã cho phép phải chỉ được ai đã cho phép."),
    seen_by=ACCOUNT.seen_by,
)
REPEATING = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để một lần ghi do chương trình gửi lại không bị ghi hai lần, và được trả lời như lần đầu."),
    basis=("state_management",),
    kept=_("Một ngày."),
    seen_by=_("Chỉ chương trình đã gửi lần ghi đó."),
)

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
            "leaves_on": _("ngày làm việc cuối cùng, nếu đã định"),
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
    Table(
        "people.SignIn",
        purpose=COMING_IN,
        holds={
            "person": _("người đăng nhập"),
            "how": _("đăng nhập bằng gì"),
            "device": _("thiết bị"),
            "address": _("vùng địa chỉ mạng"),
            "is_shared": _("có phải máy dùng chung không"),
            "began_at": _("bắt đầu lúc"),
            "seen_at": _("dùng lần cuối"),
            "ended_at": _("kết thúc lúc"),
            "session_key": _("mã phiên"),
        },
        nothing="id",
        of=("person",),
        secret=("session_key",),
        cleared=Cleared(days=SEASON, moment="seen_at"),
    ),
    Table(
        "people.WrongTries",
        purpose=GUESSING,
        free={"key": _("dấu băm của tên hoặc địa chỉ mạng đã thử"), "name_key": _("dấu băm của tên đã thử")},
        nothing="id number latest_at wait_until",
        cleared=Cleared(days=1, moment="latest_at"),
    ),
    Table(
        "people.Invitation",
        purpose=INVITING,
        holds={
            "person": _("người được mời"),
            "made_by": _("người mời"),
            "made_at": _("mời lúc"),
            "good_until": _("dùng được đến"),
            "digest": _("liên kết mời (chỉ giữ dấu băm)"),
        },
        nothing="id",
        of=("person", "made_by"),
        secret=("digest",),
        cleared=Cleared(days=30, moment="good_until"),
    ),
    Table(
        "people.Identity",
        purpose=LINKING,
        holds={
            "person": _("người có danh tính"),
            "issuer": _("máy chủ danh tính"),
            "subject": _("số của người đó ở máy chủ danh tính (đã mã hóa)"),
            "digest": _("dấu băm của số đó"),
            "since": _("gắn từ lúc"),
        },
        nothing="id",
        of=("person",),
        secret=("subject", "digest"),
    ),
    Table(
        "people.StandIn",
        called=_("người thay"),
        purpose=HOLDING,
        holds={
            "person": _("người thay"),
            "absent": _("người vắng"),
            "begins": _("từ ngày"),
            "ends": _("đến trước ngày"),
            "made_by": _("người cho phép"),
        },
        free={"reason": _("lý do vắng, có thể nói về người đó")},
        nothing="id",
        of=("person", "absent"),
    ),
    Table(
        "people.Leaving",
        called=_("nghỉ việc"),
        purpose=LEAVING,
        holds={
            "person": _("người nghỉ"),
            "made_by": _("người đặt ngày"),
            "made_at": _("đặt lúc"),
        },
        free={"reason": _("lý do nghỉ, có thể nói về người đó")},
        nothing="id",
        of=("person",),
    ),
    Table(
        "people.Passkey",
        called=_("khóa truy cập"),
        purpose=PROVING,
        holds={
            "person": _("người có khóa"),
            "name": _("tên khóa do người đó đặt"),
            "made_at": _("tạo lúc"),
            "last_used_at": _("dùng lần cuối lúc"),
            "credential": _("số của khóa"),
            "public_key": _("nửa công khai của khóa"),
            "sign_count": _("khóa đã dùng mấy lần"),
        },
        nothing="id",
        of=("person",),
        secret=("credential", "public_key"),
    ),
    Table("people.Passage", nothing="id state code at"),
    Table(
        "people.ServiceAccount",
        called=_("tài khoản máy"),
        purpose=ANSWERING,
        holds={
            "responsible": _("người chịu trách nhiệm"),
            "unit": _("đơn vị của chương trình"),
            "words": _("chương trình được làm gì"),
            "ends": _("đến trước ngày"),
            "made_at": _("tạo lúc"),
            "revoked_at": _("thu hồi lúc"),
        },
        nothing="id person",
        of=("responsible",),
    ),
    Table(
        "people.KeptAnswer",
        called=_("câu trả lời giữ cho lần ghi gửi lại"),
        purpose=REPEATING,
        holds={
            "person": _("người, hoặc chương trình, đã gửi"),
            "key": _("khóa mà bên gửi đặt"),
            "made_at": _("lúc gửi"),
        },
        free={"told": _("câu trả lời, có thể có tên người")},
        nothing="id digest status",
        of=("person",),
        cleared=Cleared(days=1, moment="made_at"),
    ),
    Table("people.Token", nothing="id account start digest made_at ends_at last_used_on"),
)
