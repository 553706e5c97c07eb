"""What workers do with documents that arrived."""

import logging
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.intake import actions
from dinhlang.apps.intake.models import Reading
from dinhlang.base import clock
from dinhlang.base.work import job

log = logging.getLogger(__name__)


@job(
    gettext_lazy("Đọc văn bản đến"),
    why=gettext_lazy("Một văn bản vừa đến chờ được đọc; chưa đọc thì chưa ai kiểm được."),
    limit=timedelta(hours=4),  # five hundred scanned pages on a small machine
)
def read_document(*, reading: int) -> str:
    """Read one document that arrived. What nobody foresaw is told to the person too, who may ask again."""
    found = Reading.objects.select_related("document", "document__file", "document__owner", "asked_by")
    one = found.filter(pk=reading).first()
    if one is None:
        return "gone"
    try:
        return str(actions.work_on(one, now=clock.now).state)
    except Exception:
        log.exception("reading %s", reading)
        said = _("Máy đọc gặp lỗi ngoài dự kiến; văn bản gốc vẫn được giữ. Hãy đọc lại, hoặc dán nội dung.")
        return str(actions.cannot_read(one, said, now=clock.now()).state)
