"""What this room shows elsewhere: its entry in the navigation, its plans among what is found."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.plans import queries
from dinhlang.apps.search import public as search

search.kind("plan", _("Kế hoạch"), order=20)
search.source("plan", queries.all_found)
