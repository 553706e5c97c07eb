"""What this room shows elsewhere: its entry in the navigation, its documents among what is found."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import queries
from dinhlang.apps.search import public as search

search.kind("document", _("Văn bản đến"), order=30)
search.source("document", queries.all_found)
