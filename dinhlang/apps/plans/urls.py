"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.plans import views

app_name = "plans"
urlpatterns = [path("<int:pk>/", views.plan, name="plan")]
