"""What the worker does when something has changed."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.webhooks import actions
from dinhlang.base import clock
from dinhlang.base.work import job


@job(
    _("Báo cho chương trình"),
    why=_("Chương trình đã khai địa chỉ được báo khi có việc thay đổi; máy nhận vắng thì thử lại trong hai ngày."),
    limit=timedelta(minutes=30),
)
def call_programs() -> str:
    """Put down what is new for each address, then call."""
    noted = actions.note_all(now=clock.now())
    return f"{noted} · {actions.call_due(clock=clock.now)}"
