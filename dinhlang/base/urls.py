"""Pages that belong to no room: the language switch and the signs of life."""

from django.urls import path

from dinhlang.base import api, views

urlpatterns = [
    path("ngon-ngu/", views.choose_language, name="set_language"),
    path("api/v1/openapi.json", api.description, name="openapi"),
    path("khoe/", views.alive, name="alive"),
    path("san-sang/", views.ready, name="ready"),
]
