"""What this room shows elsewhere: its entry, and the words of its acts."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar.access import may_amend
from dinhlang.base.navigation import entry

entry(_("Ngày nghỉ"), "calendar:year", order=93, may=may_amend)
audit.words({"calendar.added": _("ghi ngày nghỉ, ngày làm bù"), "calendar.withdrawn": _("rút ngày nghỉ, ngày làm bù")})
