"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.reminders.api import others, own
from dinhlang.apps.reminders.views import many, pages, pushing

app_name = "reminders"
urlpatterns = [
    path("", pages.listing, name="listing"),
    path("nhac-nhieu/", many.reminding, name="reminding"),
    path("<int:pk>/da-doc/", pages.reading, name="reading"),
    path("da-doc/", pages.reading_all, name="reading_all"),
    path("viec-qua-han/da-doc/", pages.reading_gathered, name="reading_gathered"),
    path("cach-nhan/", pages.wishing, name="wishing"),
    path("tren-may/", pushing.telling, name="telling"),
    path("tren-may/<int:pk>/ngung/", pushing.leaving, name="leaving"),
    path("ngung/<str:token>/", pages.stop, name="stop"),
    path("theo-doi/", pages.following, name="following"),
    path("theo-doi/them/", pages.follow, name="follow"),
    path("theo-doi/<int:pk>/doi/", pages.renewing, name="renewing"),
    path("theo-doi/<int:pk>/bo/", pages.unfollowing, name="unfollowing"),
    path("lich/<str:secret>.ics", pages.calendar, name="calendar"),
    path("tin/<str:secret>.xml", pages.feed, name="feed"),
    path("tin-ke-hoach/<int:pk>.xml", pages.plan_feed, name="plan_feed"),
    path("ke-hoach/<int:pk>/loi-nhac/", pages.pasting, name="pasting"),
]
for_programs = people.routes(own, others)
