"""What this room shows elsewhere: the addresses of a program on its page; its acts in words."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.webhooks import queries
from dinhlang.base.panels import panel

audit.words(
    {
        "webhooks.made": _("khai địa chỉ nhận báo"),
        "webhooks.paused": _("tạm dừng báo"),
        "webhooks.resumed": _("báo lại"),
        "webhooks.ended": _("thôi báo"),
        "webhooks.secret_renewed": _("đổi khóa ký lời báo"),
        "webhooks.sent_again": _("gửi lại lời báo"),
    }
)
audit.fact_words("webhooks.Webhook", {"acts": _("báo những việc"), "call": _("lần báo")})


@panel("people.Person", order=20)
def addresses_of_program(request: HttpRequest, person: people.Person) -> str:
    """Where a program is called, and the way to one more."""
    program = getattr(person, "service_account", None)
    if program is None or not people.may_manage_program(request.user, program):
        return ""
    context = {"program": program, "webhooks": queries.of_program(program)}
    return render_to_string("webhooks/of_program.html", context, request=request)
