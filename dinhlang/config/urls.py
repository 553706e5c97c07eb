"""Which room answers under which address."""

from django.urls import include, path

from dinhlang.apps.audit.urls import for_programs as audit_for_programs
from dinhlang.apps.calendar.urls import for_programs as calendar_for_programs
from dinhlang.apps.deadlines.urls import for_programs as deadlines_for_programs
from dinhlang.apps.desk.urls import for_programs as desk_for_programs
from dinhlang.apps.intake.urls import for_programs as intake_for_programs
from dinhlang.apps.issuance.urls import for_programs as issuance_for_programs
from dinhlang.apps.overview.urls import for_programs as overview_for_programs
from dinhlang.apps.plans.urls import for_programs as plans_for_programs
from dinhlang.apps.register.urls import for_programs as register_for_programs
from dinhlang.apps.reminders.urls import for_programs as reminders_for_programs
from dinhlang.apps.tasks.urls import for_programs as tasks_for_programs
from dinhlang.apps.webhooks.urls import for_programs as webhooks_for_programs

urlpatterns = [
    path("", include("dinhlang.apps.portal.urls")),
    path("ban-viec/", include("dinhlang.apps.desk.urls")),
    path("du-lieu-ca-nhan/", include("dinhlang.apps.privacy.urls")),
    path("van-ban-di/", include("dinhlang.apps.issuance.urls")),
    path("bao-cao/", include("dinhlang.apps.reports.urls")),
    path("nhac-viec/", include("dinhlang.apps.reminders.urls")),
    path("toan-canh/", include("dinhlang.apps.overview.urls")),
    path("nhiem-vu/", include("dinhlang.apps.tasks.urls")),
    path("thoi-han/", include("dinhlang.apps.deadlines.urls")),
    path("ke-hoach/", include("dinhlang.apps.plans.urls")),
    path("van-ban-den/", include("dinhlang.apps.intake.urls")),
    path("don-vi/", include("dinhlang.apps.register.urls")),
    path("tim/", include("dinhlang.apps.search.urls")),
    path("bao-may/", include("dinhlang.apps.webhooks.urls")),
    path("van-hanh/", include("dinhlang.apps.operations.urls")),
    path("ngay-nghi/", include("dinhlang.apps.calendar.urls")),
    path("nhat-ky/", include("dinhlang.apps.audit.urls")),
    path("api/v1/", include((audit_for_programs, "audit_api"))),
    path("api/v1/", include((desk_for_programs, "desk_api"))),
    path("api/v1/", include((intake_for_programs, "intake_api"))),
    path("api/v1/", include((issuance_for_programs, "issuance_api"))),
    path("api/v1/", include((plans_for_programs, "plans_api"))),
    path("api/v1/", include((tasks_for_programs, "tasks_api"))),
    path("api/v1/", include((calendar_for_programs, "calendar_api"))),
    path("api/v1/", include((deadlines_for_programs, "deadlines_api"))),
    path("api/v1/", include((overview_for_programs, "overview_api"))),
    path("api/v1/", include((register_for_programs, "register_api"))),
    path("api/v1/", include((reminders_for_programs, "reminders_api"))),
    path("api/v1/", include((webhooks_for_programs, "webhooks_api"))),
    path("", include("dinhlang.apps.people.urls")),
    path("look/", include("dinhlang.look.urls")),
    path("", include("dinhlang.base.urls")),
]

handler500 = "dinhlang.base.trouble.broken"
