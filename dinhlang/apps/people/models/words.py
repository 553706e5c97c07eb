"""How roles, words of permission and ways in are called."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.rules import Word

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class RoleKind(models.TextChoices):
    """What a person is in a unit; what each may do stands in `rules.ROLES`."""

    ADMINISTRATOR = "administrator", _("Quản trị")
    LEADER = "leader", _("Lãnh đạo ký")
    OFFICER = "officer", _("Chuyên viên")
    VILLAGE_HEAD = "village_head", _("Trưởng thôn, tổ trưởng")
    INSPECTOR = "inspector", _("Mặt trận, kiểm tra, giám sát")
    VIEWER = "viewer", _("Người xem")


class Honorific(models.TextChoices):
    """How a person is addressed."""

    ANH = "anh", _("anh")
    CHI = "chị", _("chị")
    ONG = "ông", _("ông")
    BA = "bà", _("bà")


WORD_NAMES: "dict[Word, StrOrPromise]" = {
    Word.PEOPLE_MANAGE: _("Quản lý người dùng"),
    Word.AUDIT_READ: _("Đọc nhật ký"),
    Word.OPERATIONS_WATCH: _("Trông coi vận hành"),
    Word.UNITS_CHANGE: _("Sửa đơn vị"),
    Word.UNITS_IMPORT: _("Nhập đơn vị"),
    Word.DOCUMENTS_TAKE_IN: _("Nhận văn bản"),
    Word.PLANS_READ: _("Đọc kế hoạch"),
    Word.PLANS_ADOPT: _("Lập kế hoạch"),
    Word.TASKS_READ: _("Xem nhiệm vụ"),
    Word.TASKS_HAND_OUT: _("Giao việc"),
    Word.TASKS_PROGRESS: _("Báo tiến độ"),
    Word.TASKS_ACCEPT: _("Duyệt kết quả"),
    Word.REPORTS_READ: _("Đọc báo cáo"),
    Word.REPORTS_WRITE: _("Lập báo cáo"),
    Word.DOCUMENTS_DRAFT: _("Soạn văn bản"),
    Word.DOCUMENTS_SIGN: _("Ký văn bản"),
}

WORD_LABELS: "dict[Word, StrOrPromise]" = {
    Word.PEOPLE_MANAGE: _("Tạo tài khoản, trao và kết thúc vai trò, đặt lại mật khẩu."),
    Word.AUDIT_READ: _("Đọc nhật ký: ai đã làm gì, khi nào, vì sao."),
    Word.OPERATIONS_WATCH: _("Xem sao lưu, việc ngầm và sức khoẻ của hệ thống; cho làm lại việc bị trục trặc."),
    Word.UNITS_CHANGE: _("Lập, đổi tên, chuyển, sáp nhập, chia tách và giải thể đơn vị."),
    Word.UNITS_IMPORT: _("Nhập danh sách đơn vị từ tệp."),
    Word.DOCUMENTS_TAKE_IN: _("Nhận văn bản đến và đánh dấu các việc phải làm trong đó."),
    Word.PLANS_READ: _("Đọc các kế hoạch, kể cả khi chưa công khai."),
    Word.PLANS_ADOPT: _("Đưa kế hoạch đã ban hành vào thực hiện."),
    Word.TASKS_READ: _("Xem nhiệm vụ, đơn vị được giao và tiến độ."),
    Word.TASKS_HAND_OUT: _("Giao nhiệm vụ cho các đơn vị và đặt hạn."),
    Word.TASKS_PROGRESS: _("Báo tiến độ và nộp minh chứng thay mặt đơn vị."),
    Word.TASKS_ACCEPT: _("Chấp nhận kết quả hoặc trả lại để làm tiếp."),
    Word.REPORTS_READ: _("Đọc báo cáo và số liệu tổng hợp."),
    Word.REPORTS_WRITE: _("Lập báo cáo thay mặt đơn vị."),
    Word.DOCUMENTS_DRAFT: _("Soạn văn bản đi của đơn vị."),
    Word.DOCUMENTS_SIGN: _("Ký và cho số văn bản đi của đơn vị."),
}

ROLE_LABELS: "dict[str, StrOrPromise]" = {
    RoleKind.ADMINISTRATOR: _("Giữ danh sách đơn vị và người dùng của cả địa bàn; không thay ai làm việc chuyên môn."),
    RoleKind.LEADER: _("Giao việc, duyệt kết quả và ký văn bản của đơn vị mình."),
    RoleKind.OFFICER: _("Làm mọi bước của công việc ở đơn vị mình, trừ ký văn bản."),
    RoleKind.VILLAGE_HEAD: _("Nhận việc của thôn, tổ dân phố và báo tiến độ."),
    RoleKind.INSPECTOR: _("Xem mọi việc và nhật ký của địa bàn để giám sát; không sửa gì."),
    RoleKind.VIEWER: _("Xem mọi việc của địa bàn; không sửa gì."),
}


class How(models.TextChoices):
    """By what somebody came in."""

    PASSWORD = "password", _("mật khẩu")
    SECOND_STEP = "second_step", _("mật khẩu và mã")
    RECOVERY_CODE = "recovery_code", _("mật khẩu và mã dự phòng")
    INVITATION = "invitation", _("liên kết mời")
    OPENID = "openid", _("máy chủ định danh")
