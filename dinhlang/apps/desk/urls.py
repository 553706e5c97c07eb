"""The address of the desk."""

from django.urls import path

from dinhlang.apps.desk import views

app_name = "desk"
urlpatterns = [path("", views.home, name="home")]
