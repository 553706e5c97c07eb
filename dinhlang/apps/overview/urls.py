"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.overview.api import following as following_doors
from dinhlang.apps.overview.api import seeing
from dinhlang.apps.overview.views import board, calendar, coverage, following, leader, saved, then
from dinhlang.apps.people import public as people

app_name = "overview"
urlpatterns = [
    path("", board.board, name="board"),
    path("tai-ve/", board.export, name="board_export"),
    path("dia-ban/<slug:code>/", board.place, name="place"),
    path("dia-ban/<slug:code>/ngay/", then.place, name="place_then"),
    path("lich/", calendar.calendar, name="calendar"),
    path("lich/tai-ve/", calendar.export, name="calendar_export"),
    path("cach-xem/", saved.views, name="views"),
    path("cach-xem/luu/", saved.saving, name="saving"),
    path("cach-xem/<int:pk>/bo/", saved.dropping, name="dropping"),
    path("ke-hoach/<int:pk>/", leader.plan, name="plan"),
    path("ke-hoach/<int:pk>/ngay/", then.plan, name="plan_then"),
    path("ke-hoach/<int:pk>/in/", leader.paper, name="plan_paper"),
    path("ke-hoach/<int:pk>/tai-ve/", leader.export, name="plan_export"),
    path("ke-hoach/<int:pk>/do-phu/", coverage.coverage, name="coverage"),
    path("ke-hoach/<int:pk>/do-phu/tai-ve/", coverage.export, name="coverage_export"),
    path("ke-hoach/<int:pk>/nhiem-vu/<int:clause_pk>/ke-hoach-rieng/", coverage.asking, name="asking"),
    path("thay-doi/<int:pk>/", following.consequences, name="consequences"),
    path("thay-doi/<int:pk>/giu-nguyen/", following.confirming_unchanged, name="confirming_unchanged"),
    path("thay-doi/<int:pk>/<int:order>/", following.confirming, name="confirming"),
]
for_programs = people.routes(seeing, following_doors)
