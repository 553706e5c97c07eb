"""The address of the desk."""

from django.urls import path

from dinhlang.apps.desk import api, views
from dinhlang.apps.people import public as people

app_name = "desk"
urlpatterns = [path("", views.home, name="home")]
for_programs = people.routes(api)
