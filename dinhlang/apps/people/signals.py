"""What this room announces to the rooms above: every change to an account or a role, within its transaction.

The record (`audit`) lives above and listens; if it cannot write, the change does not happen either.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

person_changed = Signal()
"""Sent with `act`, `person`, `by`, `now`, `unit`, `reason`, `before`, `after`."""

person_seen = Signal()
"""Sent with `person`, `by`, `page`, `why`, `now` before a page shows what is kept of a person to somebody else."""

ACTS = {
    "people.created": _("tạo tài khoản"),
    "people.changed": _("sửa thông tin người dùng"),
    "people.role_given": _("trao vai trò"),
    "people.role_ended": _("kết thúc vai trò"),
    "people.role_withdrawn": _("rút lại vai trò"),
    "people.deactivated": _("khóa tài khoản"),
    "people.reactivated": _("mở lại tài khoản"),
    "people.password_reset": _("đặt lại mật khẩu"),
    "people.password_changed": _("tự đổi mật khẩu"),
    "people.second_factor_on": _("bật xác nhận hai bước"),
    "people.second_factor_off": _("tắt xác nhận hai bước"),
    "people.second_factor_taken_off": _("gỡ xác nhận hai bước"),
    "people.recovery_code_used": _("dùng một mã dự phòng"),
    "people.name_hidden": _("hạn chế hiện tên trên trang công khai"),
    "people.name_shown": _("hiện lại tên trên trang công khai"),
    "people.made_nameless": _("xóa tên và cách liên lạc của tài khoản"),
    "people.wait_ended": _("cho thử đăng nhập lại ngay"),
    "people.passkey_added": _("thêm khóa truy cập"),
    "people.passkey_removed": _("bỏ khóa truy cập"),
    "people.sign_in_ended": _("kết thúc lần đăng nhập ở máy khác"),
    "people.stand_in_begun": _("cử người thay"),
    "people.stand_in_ended": _("kết thúc việc thay"),
    "people.leaving_set": _("đặt ngày nghỉ việc"),
    "people.leaving_withdrawn": _("bỏ ngày nghỉ việc"),
    "people.left": _("nghỉ việc: khóa tài khoản, kết thúc mọi vai trò"),
    "people.invited": _("tạo liên kết mời"),
    "people.invitation_withdrawn": _("rút liên kết mời"),
    "people.invitation_accepted": _("tự đặt mật khẩu qua liên kết mời"),
    "people.identity_linked": _("gắn danh tính điện tử"),
    "people.identity_unlinked": _("bỏ danh tính điện tử"),
    "people.identity_taken_off": _("gỡ danh tính điện tử của người khác"),
}
"""The words for each act on a person."""

ACTS_AT_THE_DOOR = {"people.identity_refused": _("không cho vào bằng danh tính điện tử")}
"""The words for what happens before anyone is known."""

ACTS_OF_PROGRAMS = {
    "people.program_made": _("tạo tài khoản máy"),
    "people.program_token_renewed": _("cấp thẻ truy cập mới"),
    "people.program_revoked": _("thu hồi tài khoản máy"),
    "people.program_came": _("tài khoản máy vào lần đầu trong ngày"),
}
"""The words for acts on service accounts, and by them."""

FACTS_AT_THE_DOOR = {"why": _("vì sao")}
"""The words for what is kept of it."""

FACTS = {
    "role": _("vai trò"),
    "unit": _("đơn vị"),
    "title": _("chức vụ"),
    "begins": _("từ ngày"),
    "ends": _("đến trước ngày"),
    "number": _("số máy"),
    "passkey": _("khóa"),
    "stand_in": _("người thay"),
    "roles": _("vai trò đã kết thúc"),
    "stand_ins": _("việc thay đã kết thúc"),
    "programs": _("tài khoản máy đã thu hồi"),
    "issuer": _("máy chủ định danh"),
    "name": _("tên"),
    "responsible": _("người phụ trách"),
    "words": _("quyền"),
    "token": _("thẻ truy cập"),
}
"""The words for facts that are no field of a person."""


def tell_seen(person: Any, *, by: Any, page: str, why: str, now: datetime) -> None:
    """Announce that someone looks at a person's data; who cannot be noted sees nothing."""
    if person.pk != by.pk:
        person_seen.send(sender=type(person), person=person, by=by, page=page, why=why, now=now)


def tell(
    act: str,
    person: Any,
    *,
    by: Any,
    now: datetime,
    unit: Any = None,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Announce a change; an exception in whoever listens undoes it."""
    person_changed.send(
        sender=type(person),
        act=act,
        person=person,
        by=by,
        now=now,
        unit=unit,
        reason=reason,
        before=dict(before or {}),
        after=dict(after or {}),
    )
