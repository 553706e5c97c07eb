"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.tasks import views

app_name = "tasks"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("<int:pk>/", views.task, name="task"),
]
