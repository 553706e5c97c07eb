"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.deadlines import views

app_name = "deadlines"
urlpatterns = [
    path("<int:pk>/", views.why, name="why"),
    path("<int:pk>/thoi-lap-lai/", views.ending, name="ending"),
    path("<int:pk>/su-kien/", views.recording, name="recording"),
    path("<int:pk>/su-kien/rut-lai/", views.taking_back, name="taking_back"),
    path("<int:pk>/su-kien/tep/", views.evidence, name="evidence"),
]
