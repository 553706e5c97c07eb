"""A person saves what they look at under a name, and drops it again."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.overview.models import SavedView
from dinhlang.apps.overview.rules import may_be_saved
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

MOST = 50


class CannotSave(Refusal):
    """The view is not saved, and why."""


@transaction.atomic
def save_view(*, name: str, address: str, by: people.Person, now: datetime) -> SavedView:
    """Keep an address of this house under a name of one's own; a name that is there already is refused."""
    name = one_line(name)[:80]
    if not name:
        raise CannotSave(_("Hãy đặt tên cho cách xem, ví dụ: Xã quá hạn quý IV."), field="name")
    if not may_be_saved(address):
        raise CannotSave(_("Chỉ lưu được cách xem của các trang toàn cảnh, nhiệm vụ và kế hoạch."))
    if SavedView.objects.filter(person=by).count() >= MOST:
        raise CannotSave(_("Anh, chị đã lưu %(most)s cách xem. Hãy bỏ bớt một cách xem cũ.") % {"most": MOST})
    try:
        with transaction.atomic():
            view = SavedView.objects.create(person=by, name=name, address=address, saved_at=now)
    except IntegrityError:
        raise CannotSave(
            _("Đã có cách xem tên “%(name)s”. Hãy đặt tên khác, hoặc bỏ cách xem cũ trước.") % {"name": name},
            field="name",
        ) from None
    audit.record("overview.view_saved", view, by=by, now=now, after={"name": name})
    return view


@transaction.atomic
def drop_view(view: SavedView, *, by: people.Person, now: datetime) -> None:
    """It is gone; the address that was shared goes on to work."""
    audit.record("overview.view_dropped", view, by=by, now=now, before={"name": view.name})
    view.delete()
