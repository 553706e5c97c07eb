"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.issuance import api, views
from dinhlang.apps.people import public as people

app_name = "issuance"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("moi/", views.beginning, name="beginning"),
    path("tu-bao-cao/<int:report_pk>/", views.from_report, name="from_report"),
    path("don-doc/<int:plan_pk>/", views.urging, name="urging"),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/tai/", views.download, name="download"),
    path("<int:pk>/sua/", views.changing, name="changing"),
    path("<int:pk>/trinh-ky/", views.submitting, name="submitting"),
    path("<int:pk>/tra-lai/", views.returning, name="returning"),
    path("<int:pk>/ban-hanh/", views.issuing, name="issuing"),
    path("<int:pk>/thu-hoi/", views.withdrawing, name="withdrawing"),
]
for_programs = people.routes(api)
