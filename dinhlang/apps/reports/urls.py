"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("moi/", views.gathering, name="gathering"),
    path("<int:pk>/", views.report, name="report"),
    path("<int:pk>/sua/", views.editing, name="editing"),
    path("<int:pk>/tong-hop-lai/", views.gathering_again, name="gathering_again"),
    path("<int:pk>/chot/", views.finishing, name="finishing"),
    path("<int:pk>/mo-lai/", views.reopening, name="reopening"),
    path("<int:pk>/so-lieu/<slug:figure>/", views.counted, name="counted"),
    path("<int:pk>/in/", views.printing, name="printing"),
]
