"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.intake import views

app_name = "intake"
urlpatterns = [path("<int:pk>/", views.document, name="document")]
