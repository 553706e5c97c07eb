"""What this room shows in the navigation."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import access
from dinhlang.base.navigation import entry

entry(_("Người dùng"), "people:listing", order=80, may=access.may_manage_people)
