"""The addresses of the public face."""

from django.urls import path

from dinhlang.apps.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("xa/<str:code>/", views.place, name="place"),
    path("xa/<str:code>/ke-hoach/", views.plans, name="plans"),
    path("xa/<str:code>/ke-hoach/<int:pk>/", views.plan, name="plan"),
    path("xa/<str:code>/ke-hoach/<int:pk>/viec/<int:task_pk>/", views.task, name="task"),
    path("xa/<str:code>/thon/<str:village_code>/", views.village, name="village"),
    path("xa/<str:code>/van-ban/<int:pk>/", views.document, name="document"),
    path("cong-khai/<slug:kind>/<int:key>/", views.found, name="found"),
]
