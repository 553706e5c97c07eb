"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.intake.views import documents, marks

app_name = "intake"
urlpatterns = [
    path("", documents.listing, name="listing"),
    path("moi/", documents.taking_in, name="taking_in"),
    path("<int:pk>/", documents.document, name="document"),
    path("<int:pk>/sua/", documents.correcting, name="correcting"),
    path("<int:pk>/cat-di/", documents.setting_aside, name="setting_aside"),
    path("<int:pk>/mo-lai/", documents.bringing_back, name="bringing_back"),
    path("<int:pk>/tep/", documents.original, name="original"),
    path("<int:pk>/danh-dau/", marks.marking, name="marking"),
    path("<int:pk>/hoan-tac/", marks.putting_back, name="putting_back"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/", marks.wording, name="wording"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/loi/", marks.giving, name="giving"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/tach/", marks.splitting, name="splitting"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/gop/", marks.joining, name="joining"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/bo/", marks.removing, name="removing"),
]
