"""The addresses of the public face."""

from django.urls import path

from dinhlang.apps.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("xa/<str:code>/", views.place, name="place"),
    path("xa/<str:code>/ke-hoach/", views.plans, name="plans"),
    path("xa/<str:code>/ke-hoach/<int:pk>/", views.plan, name="plan"),
]
