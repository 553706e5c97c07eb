"""What the timetable calls."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.search.actions import rebuild_index
from dinhlang.base.work import job


@job(_("Lập lại chỉ mục tìm kiếm"), why=_("Tìm thấy đúng những gì đang có."))
def heal_index(*, day: str) -> int:
    """Whatever a room forgot to remember, or to forget, is mended each night; answers how many things there are."""
    return rebuild_index()
