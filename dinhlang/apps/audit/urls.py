"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.audit import api, views
from dinhlang.apps.people import public as people

app_name = "audit"
urlpatterns = [
    path("", views.record, name="record"),
    path("niem-phong/", views.seals, name="seals"),
]
for_programs = people.routes(api)
