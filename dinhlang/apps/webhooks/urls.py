"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import api, views

app_name = "webhooks"
urlpatterns = [
    path("cua/<int:pk>/moi/", views.making, name="making"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/dung/", views.stopping, name="stopping"),
    path("<int:pk>/lai-bao/", views.resuming, name="resuming"),
    path("<int:pk>/khoa/", views.renewing, name="renewing"),
    path("lan-bao/<int:pk>/gui-lai/", views.sending_again, name="sending_again"),
]
for_programs = people.routes(api)
