"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.plans import serving, views

app_name = "plans"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/van-ban/", views.source, name="source"),
    path("<int:pk>/van-ban/tep/", views.original, name="original"),
    path("<int:pk>/can-cu/", views.basing, name="basing"),
    path("<int:pk>/can-cu/<int:other>/go/", views.unbasing, name="unbasing"),
    path("<int:pk>/cong-khai/", views.showing, name="showing"),
    path("tu-van-ban/<int:pk>/", views.adopting, name="adopting"),
]
for_programs = [path("ke-hoach", serving.plans, name="plans")]
