"""The desk is the first entry of the navigation."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.navigation import entry

entry(_("Bàn việc"), "desk:home", order=0, may=lambda person: True)
