"""What this room shows elsewhere: its entry, and the words of its acts."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations.access import may_watch
from dinhlang.apps.operations.models import Job, JobState
from dinhlang.base.navigation import entry

entry(_("Vận hành"), "operations:house", order=95, may=may_watch)
audit.words({"operations.rerun": _("cho làm lại việc ngầm"), "operations.dropped": _("gác việc ngầm lại")})
audit.fact_words(Job._meta.label, {"state": _("tình trạng")}, values={"state": dict(JobState.choices)})
