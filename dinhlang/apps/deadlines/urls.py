"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.deadlines.api import chains as chain_doors
from dinhlang.apps.deadlines.api import sessions as session_doors
from dinhlang.apps.deadlines.api import why as why_doors
from dinhlang.apps.deadlines.views import chains, laws, sessions, why
from dinhlang.apps.people import public as people

app_name = "deadlines"
urlpatterns = [
    path("<int:pk>/", why.why, name="why"),
    path("<int:pk>/thoi-lap-lai/", why.ending, name="ending"),
    path("<int:pk>/su-kien/", why.recording, name="recording"),
    path("<int:pk>/su-kien/rut-lai/", why.taking_back, name="taking_back"),
    path("<int:pk>/su-kien/tep/", why.evidence, name="evidence"),
    path("<int:pk>/ky-hop/", sessions.linking, name="linking"),
    path("<int:pk>/ky-hop/cua/<int:place>/", sessions.linking_own, name="linking_own"),
    path("<int:pk>/luat/", laws.naming, name="naming_law"),
    path("luat/", laws.listing, name="laws"),
    path("chuoi/<int:pk>/", chains.chain, name="chain"),
    path("chuoi/<int:pk>/doi/", chains.changing, name="changing_chain"),
    path("chuoi/<int:pk>/thoi/", chains.ending_chain, name="ending_chain"),
    path("chuoi/lap/<int:pk>/", chains.laying, name="laying"),
    path("ky-hop/", sessions.listing, name="sessions"),
    path("ky-hop/them/", sessions.adding, name="adding"),
    path("ky-hop/<int:pk>/doi-ngay/", sessions.moving, name="moving"),
    path("ky-hop/<int:pk>/huy/", sessions.cancelling, name="cancelling"),
]
for_programs = people.routes(why_doors, session_doors, chain_doors)
