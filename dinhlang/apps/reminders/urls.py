"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.reminders import api, views

app_name = "reminders"
urlpatterns = [
    path("", views.listing, name="listing"),
    path("<int:pk>/da-doc/", views.reading, name="reading"),
    path("da-doc/", views.reading_all, name="reading_all"),
    path("cach-nhan/", views.wishing, name="wishing"),
    path("ngung/<str:token>/", views.stop, name="stop"),
    path("theo-doi/", views.following, name="following"),
    path("theo-doi/them/", views.follow, name="follow"),
    path("theo-doi/<int:pk>/doi/", views.renewing, name="renewing"),
    path("theo-doi/<int:pk>/bo/", views.unfollowing, name="unfollowing"),
    path("lich/<str:secret>.ics", views.calendar, name="calendar"),
    path("tin/<str:secret>.xml", views.feed, name="feed"),
    path("tin-ke-hoach/<int:pk>.xml", views.plan_feed, name="plan_feed"),
    path("ke-hoach/<int:pk>/loi-nhac/", views.pasting, name="pasting"),
]
for_programs = people.routes(api)
