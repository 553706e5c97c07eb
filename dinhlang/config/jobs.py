"""Jobs that belong to no room: tidying, backups and their drill."""

import logging
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.work import job
from dinhlang.config import recovery

KEPT = timedelta(days=30)


@job(
    _("Dọn việc đã xong"),
    why=_(
        "Việc ngầm đã xong từ lâu và phần tệp gửi dở dang được xoá; lần đăng nhập đã kết thúc không còn giữ mã phiên."
    ),
)
def sweep(*, day: str) -> int:
    """Keys of ended sign-ins, halves of files, and jobs done more than a month ago; `privacy` clears the rest."""
    now = clock.now()
    gone = people.forget_ended_keys(now=now)
    return gone + files.sweep_leftovers(now=now) + operations.sweep(now=now, kept=KEPT)


@job(
    _("Sao lưu"),
    why=_("Mỗi ngày một bản sao lưu của dữ liệu, tệp và khoá, nếu thiết lập có nêu chỗ để."),
    limit=timedelta(hours=8),
)
def back_up(*, day: str) -> str:
    """The daily backup, where the settings name a place for it."""
    if not settings.BACKUP_TO:
        return "chưa đặt DINHLANG_BACKUP_TO"
    recovery.back_up(
        to=settings.BACKUP_TO, keys_to=settings.BACKUP_KEYS_TO, now=clock.now(), say=_log, is_watched=False
    )
    return "ok"


@job(
    _("Diễn tập khôi phục"),
    why=_("Bản sao lưu chưa ai lấy lại thử thì chưa chắc dùng được: mỗi tuần lấy lại ở chỗ riêng và so."),
    limit=timedelta(hours=8),
)
def drill(*, day: str) -> str:
    """Once a week the latest backup is restored aside and compared."""
    if not settings.BACKUP_TO:
        return "chưa đặt DINHLANG_BACKUP_TO"
    recovery.drill(from_=settings.BACKUP_TO, now=clock.now(), say=_log)
    return "ok"


def _log(sentence: str) -> None:
    """Never a password: the worker's words go into a log. `dinhlang backup` at a terminal makes and shows it."""
    logging.getLogger("dinhlang.recovery").info(sentence)
