"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.operations import views

app_name = "operations"
urlpatterns = [
    path("", views.house, name="house"),
    path("so-do/", views.figures, name="figures"),
    path("viec/", views.listing, name="listing"),
    path("viec/<int:pk>/", views.detail, name="job"),
    path("viec/<int:pk>/lam-lai/", views.rerun, name="rerun"),
    path("viec/<int:pk>/gac-lai/", views.drop, name="drop"),
]
