"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people import public as people
from dinhlang.apps.plans.api import acting, reading
from dinhlang.apps.plans.api import cascade as cascade_doors
from dinhlang.apps.plans.views import cascade, changes, pages

app_name = "plans"
urlpatterns = [
    path("", pages.listing, name="listing"),
    path("<int:pk>/", pages.plan, name="plan"),
    path("<int:pk>/van-ban/", pages.source, name="source"),
    path("<int:pk>/van-ban/tep/", pages.original, name="original"),
    path("<int:pk>/can-cu/", pages.basing, name="basing"),
    path("<int:pk>/can-cu/<int:other>/go/", pages.unbasing, name="unbasing"),
    path("<int:pk>/can-cu/<int:other>/ghi/", cascade.confirming, name="confirming"),
    path("<int:pk>/can-cu/<int:other>/doi-chieu/", cascade.taking_over, name="taking_over"),
    path("<int:pk>/tren-duoi/", cascade.cascade, name="cascade"),
    path("<int:pk>/thay-doi/", changes.changing, name="changing"),
    path("<int:pk>/so-hieu/", changes.numbering, name="numbering"),
    path("thay-doi/<int:pk>/", changes.difference, name="difference"),
    path("<int:pk>/cong-khai/", pages.showing, name="showing"),
    path("tu-van-ban/<int:pk>/", pages.adopting, name="adopting"),
]
for_programs = people.routes(reading, acting, cascade_doors)
