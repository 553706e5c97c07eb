"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.calendar import api, views
from dinhlang.apps.people import public as people

app_name = "calendar"
urlpatterns = [
    path("", views.year, name="year"),
    path("them/", views.adding, name="adding"),
    path("<int:pk>/rut/", views.withdrawing, name="withdrawing"),
]
for_programs = people.routes(api)
