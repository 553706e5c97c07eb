"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.record, name="record"),
    path("niem-phong/", views.seals, name="seals"),
]
