"""The gallery of components and the switch of light and dark."""

from django.urls import path

from dinhlang.look import views

app_name = "look"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("giao-dien/", views.choose_theme, name="theme"),
]
