"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.search import views

app_name = "search"
urlpatterns = [path("", views.results, name="results")]
