"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.register.api import acting, reading
from dinhlang.apps.register.views import acts, groups, tables, tree

app_name = "register"
urlpatterns = [
    path("", tree.tree, name="tree"),
    path("nhom/", groups.group, name="group"),
    path("xuat/", tables.export, name="export"),
    path("nhap/", tables.upload, name="upload"),
    path("nhap/mau/", tables.example, name="example"),
    path("nhap/<int:pk>/", tables.preview, name="preview"),
    path("nhap/<int:pk>/loi/", tables.faults, name="faults"),
    path("ca-nuoc/", tables.country, name="country"),
    path("<str:code>/", tree.unit, name="unit"),
    path("<str:code>/<slug:slug>/", acts.act, name="act"),
]
for_programs = people.routes(reading, acting)
