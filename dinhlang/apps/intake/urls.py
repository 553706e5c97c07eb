"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.intake import serving
from dinhlang.apps.intake.api import checking as checking_doors
from dinhlang.apps.intake.api import reading
from dinhlang.apps.intake.views import arriving, checking, documents, marks
from dinhlang.apps.people import public as people

app_name = "intake"
urlpatterns = [
    path("", documents.listing, name="listing"),
    path("moi/", documents.taking_in, name="taking_in"),
    path("den/", arriving.arriving, name="arriving"),
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
    path("<int:pk>/doc-lai/", arriving.reading_again, name="reading_again"),
    path("<int:pk>/van-doc/", arriving.reading_anyway, name="reading_anyway"),
    path("<int:pk>/dan/", arriving.pasting, name="pasting"),
    path("<int:pk>/anh/", arriving.picture, name="picture"),
    path("<int:pk>/trang/<int:number>/", arriving.page, name="page"),
    path("<int:pk>/nhiem-vu/<int:mark_pk>/anh/", arriving.place, name="place"),
    path("<int:pk>/kiem/", checking.checking, name="checking"),
    path("<int:pk>/kiem/nhan/", checking.accepting, name="accepting"),
    path("<int:pk>/kiem/them/", checking.adding, name="adding"),
    path("<int:pk>/kiem/dau/", checking.heading, name="heading"),
    path("<int:pk>/kiem/ten/", checking.naming, name="naming"),
    path("<int:pk>/kiem/bao-cao/<int:number>/", checking.reporting, name="reporting"),
    path("<int:pk>/kiem/bao-cao/<int:number>/bo/", checking.dropping_report, name="dropping_report"),
    path("<int:pk>/kiem/<int:mark_pk>/", checking.mending, name="mending"),
    path("<int:pk>/kiem/<int:mark_pk>/bo/", checking.dropping, name="dropping"),
    path("<int:pk>/kiem/<int:mark_pk>/lay-lai/", checking.taking_back, name="taking_back"),
    path("<int:pk>/ban-doc.json", documents.gold, name="gold"),
]
for_programs = [
    path("doc-thu", serving.read_once, name="read_once"),
    path("thoi-gian", serving.time, name="time"),
    *people.routes(reading, checking_doors, posts={"van-ban-den": serving.take_in}),
]
